//! The binary: keeps the process private, and joins the command line to the screens and the plain front end, which do
//! not know each other. Everything else is in the library, so that tests and benchmarks reach it.

use std::env;
use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::process::ExitCode;

use whybuy::cli::{self, Front, Screens};
use whybuy::config::Palette;
use whybuy::error::{Error, ErrorKind, Result};
use whybuy::plain;
use whybuy::process;
use whybuy::tui::{self, Colors, Start};
use whybuy::words::Words;

fn main() -> ExitCode {
    let argv: Vec<OsString> = env::args_os().collect();
    process::report_panics_privately(Words::new(cli::language(&argv)).say("error-crash"));
    match process::keep_private() {
        Ok(()) => {
            let check_keys = |keys: &_| tui::keymap::Keymap::remapped(keys).1;
            cli::main(argv, Front { open, open_plain, check_keys })
        }
        Err(fault) => cli::refuse(&argv, &Error::new(ErrorKind::Io, "not-private").because(fault)),
    }
}

/// Opens the screens and returns when they are closed.
fn open(screens: Screens) -> Result<()> {
    tui::run(tui::Options {
        library: screens.library,
        words: Words::new(screens.lang),
        study: screens.study,
        start: screens.capture.map_or(Start::Home, Start::Capture),
        term: env::var("TERM").ok(),
        ascii: screens.ascii,
        ambiguous: env::var("WHYBUY_AMBIGUOUS").ok().and_then(|it| it.parse().ok()),
        colors: colors(),
        palette: screens.palette.unwrap_or_else(|| palette_for(env::var("COLORFGBG").ok().as_deref())),
        mouse: screens.mouse,
        keys: screens.keys,
        probes: screens.probes,
        faults: screens.faults,
    })
}

/// Opens the plain front end on the standard streams and returns when it is left.
fn open_plain(screens: Screens) -> Result<()> {
    let is_terminal = io::stdin().is_terminal();
    let listening = plain::hearing::Input::begin(is_terminal);
    let mut input = listening.map_err(|fault| Error::new(ErrorKind::Io, "terminal").because(fault))?;
    let options = plain::Options {
        library: screens.library,
        words: Words::new(screens.lang),
        study: screens.study,
        capture: screens.capture,
        width: screens.columns,
        echo: !is_terminal,
        probes: screens.probes,
        faults: screens.faults,
    };
    plain::run(options, &mut input, &mut io::stdout().lock())
}

/// The palette for the ground that `COLORFGBG` names, such as `0;15` or `0;default;15`: of the sixteen colours 7 and
/// 15 are light (rxvt). A terminal that does not say is taken for dark.
fn palette_for(ground: Option<&str>) -> Palette {
    match ground.and_then(|it| it.rsplit(';').next()) {
        Some("7" | "15") => Palette::Light,
        _ => Palette::Dark,
    }
}

/// How many colours the terminal says that it has; none at all where `NO_COLOR` is set.
fn colors() -> Colors {
    let has = |name: &str, wanted: &[&str]| env::var(name).is_ok_and(|it| wanted.iter().any(|part| it.contains(part)));
    if env::var_os("NO_COLOR").is_some_and(|it| !it.is_empty()) {
        Colors::None
    } else if has("COLORTERM", &["truecolor", "24bit"]) || has("TERM", &["kitty", "direct"]) {
        Colors::Full
    } else if has("TERM", &["256color"]) {
        Colors::Indexed
    } else {
        Colors::Sixteen
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_light_ground_has_its_palette() {
        for (ground, palette) in [
            (Some("0;15"), Palette::Light),
            (Some("0;default;7"), Palette::Light),
            (Some("15;0"), Palette::Dark),
            (Some("15;8"), Palette::Dark),
            (Some("default;default"), Palette::Dark),
            (Some(""), Palette::Dark),
            (None, Palette::Dark),
        ] {
            assert_eq!(palette_for(ground), palette, "{ground:?}");
        }
    }
}

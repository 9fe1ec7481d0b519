//! The binary: everything is in the library, so that tests and benchmarks reach it.
//! Here alone the command line meets the screens, which do not know each other.

use std::env;
use std::process::ExitCode;

use whybuy::cli::{self, Wish};
use whybuy::error::Result;
use whybuy::tui::{self, Colors, Start};

fn main() -> ExitCode {
    cli::main(env::args_os(), show)
}

fn show(wish: Wish) -> Result<()> {
    tui::run(tui::Options {
        library: wish.library,
        words: wish.words,
        study: wish.study,
        start: wish.participant.map_or(Start::Home, Start::Capture),
        term: env::var("TERM").ok(),
        ascii: wish.ascii,
        ambiguous: env::var("WHYBUY_AMBIGUOUS").ok().and_then(|it| it.parse().ok()),
        colors: colors(),
    })
}

/// How many colours the terminal says that it has; none at all where `NO_COLOR` is set.
fn colors() -> Colors {
    let has = |name: &str, wanted: &[&str]| env::var(name).is_ok_and(|it| wanted.iter().any(|part| it.contains(part)));
    if env::var_os("NO_COLOR").is_some_and(|it| !it.is_empty()) {
        Colors::None
    } else if has("COLORTERM", &["truecolor", "24bit"]) || has("TERM", &["256color", "kitty", "direct"]) {
        Colors::Full
    } else {
        Colors::Sixteen
    }
}

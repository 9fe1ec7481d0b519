//! Screens with their colours: the text, then for each row the stretches that are not plain, by the name of their
//! style, then what each name is on this terminal. A screen in four looks has the same text and the same names.

use std::collections::BTreeMap;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier, Style};

use super::{SCREENS, found, session, sessions};
use crate::config::Palette;
use crate::domain::{Subject, text};
use crate::tui::palette::{Colors, Look};
use crate::tui::script::{Script, as_text, sample};
use crate::words::Lang;

/// The name of what a cell looks like; none where it is plain.
fn name(look: &Look, cell: &Cell) -> Option<String> {
    let dim = look.dim();
    let subject = Subject::ALL.iter().find(|subject| look.subject(**subject).fg == Some(cell.fg));
    let mut names = match subject {
        Some(subject) => vec![subject.name().to_owned()],
        None if dim.fg == Some(cell.fg) => vec!["dim".to_owned()],
        None if cell.fg == Color::Reset => Vec::new(),
        None => vec![format!("{:?}", cell.fg)],
    };
    for (modifier, name) in [
        (Modifier::DIM, "dim"),
        (Modifier::BOLD, "bold"),
        (Modifier::UNDERLINED, "underlined"),
        (Modifier::REVERSED, "reversed"),
    ] {
        names.extend(cell.modifier.contains(modifier).then(|| name.to_owned()));
    }
    assert_eq!(cell.bg, Color::Reset, "no ground is painted");
    (!names.is_empty()).then(|| names.join("+"))
}

/// What a style is on this terminal.
fn value(style: Style) -> String {
    match style.fg {
        Some(Color::Rgb(red, green, blue)) => format!("#{red:02x}{green:02x}{blue:02x}"),
        Some(color) => format!("{color:?}"),
        None => format!("{:?}", style.add_modifier),
    }
}

/// The screen and its styles.
fn painted(look: &Look, buffer: &Buffer) -> String {
    let mut out = as_text(buffer);
    out.push_str("\n=== styles\n");
    let mut used: BTreeMap<&str, String> = BTreeMap::new();
    for y in buffer.area.top()..buffer.area.bottom() {
        let mut runs: Vec<(u16, u16, String)> = Vec::new();
        let mut x = buffer.area.left();
        while x < buffer.area.right() {
            let cell = &buffer[(x, y)];
            // The second cell of a wide character has no style of its own.
            let next = x + u16::try_from(text::width(cell.symbol())).unwrap().max(1);
            match (name(look, cell), runs.last_mut()) {
                (None, _) => {}
                (Some(name), Some((_, end, last))) if *end == x && *last == name => *end = next,
                (Some(name), _) => runs.push((x, next, name)),
            }
            x = next;
        }
        for subject in Subject::ALL.iter().filter(|it| runs.iter().any(|run| run.2.starts_with(it.name()))) {
            used.insert(subject.name(), value(look.subject(*subject)));
        }
        if runs.iter().any(|run| run.2.contains("dim")) {
            used.insert("dim", value(look.dim()));
        }
        let runs: Vec<String> = runs.iter().map(|(from, to, name)| format!("{from}..{to}:{name}")).collect();
        if !runs.is_empty() {
            out.push_str(&format!("{y:>2} {}\n", runs.join(" ")));
        }
    }
    for (name, value) in used {
        out.push_str(&format!("{name} = {value}\n"));
    }
    out
}

fn looks() -> [(&'static str, Look); 4] {
    let full = || Look::new(Colors::Full, false);
    [
        ("dark", full()),
        ("light", full().on(Palette::Light)),
        ("high_contrast", full().on(Palette::HighContrast)),
        ("no_color", Look::new(Colors::None, false)),
    ]
}

/// Snapshots of a session in the four looks.
fn in_every_look(name: &str, script: impl Fn(Look) -> Script) {
    for (look_name, look) in looks() {
        let script = script(look);
        let painted = painted(&script.model.world.look, &script.buffer());
        insta::assert_snapshot!(format!("{name}_{look_name}"), painted);
    }
}

#[test]
fn the_main_screens_in_their_colours() {
    for wanted in ["home", "capture", "brief", "journey", "help"] {
        let keys = SCREENS.iter().find(|(name, _)| *name == wanted).unwrap().1;
        let lang = if wanted == "capture" { Lang::Ko } else { Lang::En };
        in_every_look(wanted, |look| {
            let mut script = session(lang);
            script.model.world.look = look;
            script.keys(keys).saved()
        });
    }
}

#[test]
fn the_search_in_its_colours() {
    in_every_look("search", |look| {
        let research = sample();
        let mut script = Script::with(research.clone(), Lang::Ko, Vec::new());
        script.model.world.look = look;
        script.keys("/견적").finds(|request| found(&research, request)).keys("<down>")
    });
}

#[test]
fn what_colours_say_is_also_said_without() {
    let session = sessions();
    for (_, keys) in SCREENS {
        let drawn = looks().map(|(_, look)| {
            let mut script = session(Lang::Ko);
            script.model.world.look = look;
            script.keys(keys).saved().screen()
        });
        assert!(drawn.iter().all(|screen| *screen == drawn[0]), "{keys}");
    }
}

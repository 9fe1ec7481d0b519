//! The mouse, where it is taken, does what keys can do and nothing else.

use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use super::{SCREENS, session, sessions};
use crate::tui::event::Event;
use crate::tui::script::Script;
use crate::words::Lang;

fn mouse(script: &mut Script, kind: MouseEventKind, (column, row): (u16, u16)) {
    script.happen(Event::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE }));
}

fn click(script: &mut Script, at: (u16, u16)) {
    mouse(script, MouseEventKind::Down(MouseButton::Left), at);
}

/// The entry at the cursor.
fn here(script: &Script) -> Option<usize> {
    super::super::view::sight(&script.model).entries.here
}

#[test]
fn a_click_on_a_row_moves_the_cursor_there_on_every_list() {
    let session = sessions();
    // The debrief goes from line to line that waits, whatever stands between them.
    for (name, keys) in SCREENS.iter().filter(|(name, _)| !name.starts_with("sort")) {
        for (columns, rows) in [(40, 20), (120, 40)] {
            let fresh = || session(Lang::Ko).sized(columns, rows).keys(keys).saved();
            let rows_drawn = super::super::view::sight(&fresh().model).entries.rows;
            let ends = rows_drawn.iter().take(2).chain(rows_drawn.iter().rev().take(2));
            for (row, entry) in ends.copied() {
                let mut script = fresh();
                click(&mut script, (5, row));
                assert_eq!(here(&script), Some(entry), "{name} {columns}x{rows}, row {row}");
            }
        }
    }
}

#[test]
fn the_lists_can_be_clicked() {
    let session = sessions();
    let lists =
        ["home", "people", "participant", "reader", "themes", "evidence", "brief", "journey", "palette", "picker"];
    for (name, keys) in SCREENS.iter().filter(|(name, _)| lists.contains(name)) {
        assert!(here(&session(Lang::En).keys(keys)).is_some(), "{name}");
    }
}

#[test]
fn a_click_on_a_hint_does_it() {
    let mut script = session(Lang::En);
    let footer = script.screen().lines().last().unwrap().to_owned();
    let column = u16::try_from(footer.find("people").unwrap()).unwrap();
    click(&mut script, (column, 23));
    let mut script = script.shows(" People ");
    click(&mut script, (79, 23));
    let script = script.shows(" People ");
    let mut script = script.keys("<esc>n<enter><enter>5");
    let before = script.screen();
    click(&mut script, (30, 10));
    assert_eq!(script.screen(), before, "in a call a click into the lines does nothing");
    let footer = before.lines().last().unwrap().to_owned();
    click(&mut script, (u16::try_from(footer.find("F2").unwrap()).unwrap(), 23));
    script.shows("[Criteria]");
}

#[test]
fn the_wheel_moves_the_cursor_and_turns_pages_in_a_call() {
    let mut script = session(Lang::En).keys("p");
    mouse(&mut script, MouseEventKind::ScrollDown, (5, 5));
    assert_eq!(here(&script), Some(3));
    mouse(&mut script, MouseEventKind::ScrollUp, (5, 5));
    assert_eq!(here(&script), Some(0));
    let mut script = session(Lang::En).keys("n<enter><enter>5").keys(&"line<enter>".repeat(40));
    let before = script.screen();
    mouse(&mut script, MouseEventKind::ScrollUp, (5, 5));
    assert_ne!(script.screen(), before);
    mouse(&mut script, MouseEventKind::ScrollDown, (5, 5));
    assert_eq!(script.screen(), before);
    mouse(&mut script, MouseEventKind::Moved, (5, 5));
    assert_eq!(script.screen(), before);
}

//! What must hold on every screen, at every size and in both languages: nothing lies over anything else, nothing is
//! cut without its mark, and every hint that is shown does something.

use crossterm::event::{KeyEvent, KeyModifiers};

use super::{SCREENS, SIZES, sessions};
use crate::tui::event::Event;
use crate::tui::keymap::Chord;
use crate::tui::script::Script;
use crate::tui::widget::frame;
use crate::words::Lang;

#[test]
fn nothing_overlaps_and_nothing_is_cut_without_its_mark() {
    let (session, mut faults) = (sessions(), Vec::new());
    for (name, keys) in SCREENS {
        for lang in [Lang::En, Lang::Ko] {
            for (columns, rows) in SIZES.into_iter().chain([(60, 12), (100, 30)]) {
                let script = session(lang).sized(columns, rows).keys(keys).saved();
                let found = script.faults();
                faults.extend(found.into_iter().map(|it| format!("{name} {} {columns}x{rows}: {it}", lang.name())));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn the_record_sees_what_it_should() {
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::text::Span;

    let script = Script::empty();
    let mut buffer = Buffer::empty(Rect::new(0, 0, 10, 3));
    let mut canvas = crate::tui::widget::canvas::Canvas::new(&mut buffer, &script.model.world.look);
    canvas.rule(0);
    canvas.put(2, 0, 5, &[Span::raw("title")]);
    canvas.put(0, 1, 10, &[Span::raw("much too long")]);
    assert!(canvas.take_faults().is_empty(), "a title on a rule and a marked cut are fine");
    canvas.put(4, 0, 5, &[Span::raw("over")]);
    canvas.rule(1);
    assert_eq!(canvas.take_faults().len(), 2);
    canvas.clear();
    canvas.put(0, 0, 5, &[Span::raw("again")]);
    assert!(canvas.take_faults().is_empty());
}

fn press(script: &mut Script, chord: Chord) {
    let mut modifiers = KeyModifiers::NONE;
    modifiers.set(KeyModifiers::CONTROL, chord.ctrl);
    modifiers.set(KeyModifiers::ALT, chord.alt);
    script.happen(Event::Key(KeyEvent::new(chord.code, modifiers)));
}

#[test]
fn every_hint_that_is_shown_does_something() {
    let (session, mut idle) = (sessions(), Vec::new());
    for (name, keys) in SCREENS {
        for (columns, rows) in [(80, 24), (200, 60)] {
            let fresh = || session(Lang::En).sized(columns, rows).keys(keys).saved();
            let script = fresh();
            let pane = script.model.panes.last().unwrap();
            for hint in frame::hints(&script.model.world, pane.as_ref(), usize::from(columns)) {
                let mut script = fresh();
                script.take_effects();
                let before = (script.screen(), script.caret());
                press(&mut script, hint.chord);
                if script.take_effects().is_empty() && (script.screen(), script.caret()) == before {
                    idle.push(format!("{name} {columns}x{rows}: {} {}", hint.chord, hint.label));
                }
            }
        }
    }
    assert!(idle.is_empty(), "{idle:#?}");
}

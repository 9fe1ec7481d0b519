//! What the table of defaults must hold.

use crate::domain::slash::Slash;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::chord::{alt, ch, ctrl, f, key};
use super::*;
use crate::config;
use crate::words::{Lang, Words};

fn press(c: char, modifiers: KeyModifiers) -> KeyEvent {
    KeyEvent::new(KeyCode::Char(c), modifiers)
}

#[test]
fn a_key_means_one_thing_at_a_place() {
    for place in Place::ALL {
        let mut seen: Vec<Chord> = Vec::new();
        for chord in Keymap::default().own(*place).flat_map(|binding| binding.keys.iter()) {
            assert!(!seen.contains(chord), "{chord} stands twice at {place}");
            seen.push(*chord);
        }
    }
}

#[test]
fn a_text_field_has_no_single_letter_command() {
    for place in Place::ALL.iter().filter(|place| place.context() == Context::Text) {
        for chord in Keymap::default().bindings(*place).flat_map(|binding| binding.keys.iter()) {
            // Space chooses a facet; letters go on with the query there.
            let types = chord.typed().filter(|c| (*place, *c) != (Place::Facets, ' '));
            assert_eq!(types, None, "{chord} at {place}");
        }
    }
}

#[test]
fn lists_act_in_hangul_mode_and_ctrl_does_everywhere() {
    let down = Chord::of(press('ㅓ', KeyModifiers::NONE), Context::List);
    let keys = Keymap::default();
    assert_eq!(down.iter().map(|chord| keys.find(Place::Home, *chord)).collect::<Vec<_>>(), [Some(Action::Down)]);
    let both = Chord::of(press('버', KeyModifiers::NONE), Context::List);
    assert_eq!(both, [ch('q'), ch('j')]);
    let quit = Chord::of(press('ㅊ', KeyModifiers::CONTROL), Context::Text);
    assert_eq!(keys.find(Place::Capture, quit[0]), Some(Action::Quit));
    let text = Chord::of(press('ㅓ', KeyModifiers::NONE), Context::Text);
    assert_eq!(text[0].typed(), Some('ㅓ'));
}

#[test]
fn keys_that_legacy_terminals_confuse_are_not_commands() {
    for chord in DEFAULTS.iter().flat_map(|binding| binding.keys.iter()).filter(|chord| chord.ctrl) {
        assert!(!chord.is_confused(), "{chord}");
    }
}

#[test]
fn a_key_is_read_as_it_is_printed() {
    for chord in DEFAULTS.iter().flat_map(|binding| binding.keys.iter()) {
        assert_eq!(chord.to_string().parse(), Ok(*chord), "{chord}");
    }
    for code in
        [KeyCode::Backspace, KeyCode::Insert, KeyCode::Delete, KeyCode::Left, KeyCode::F(12), KeyCode::Char('+')]
    {
        for (ctrl, alt) in [(false, false), (true, false), (false, true), (true, true)] {
            let chord = Chord { code, ctrl, alt };
            assert_eq!(chord.to_string().parse(), Ok(chord), "{chord}");
        }
    }
}

#[test]
fn a_key_may_be_written_in_several_ways() {
    for (written, chord) in [
        ("Ctrl+K", ctrl('k')),
        ("ctrl+k", ctrl('k')),
        ("^k", ctrl('k')),
        ("^", ch('^')),
        ("^^", ctrl('^')),
        ("+", ch('+')),
        ("Ctrl++", ctrl('+')),
        ("Alt+1", alt('1')),
        ("alt+Q", alt('Q')),
        ("Shift+g", ch('G')),
        ("Shift+Tab", key(KeyCode::BackTab)),
        ("f5", f(5)),
        ("escape", key(KeyCode::Esc)),
        ("PageDown", key(KeyCode::PageDown)),
        ("space", ch(' ')),
        ("ㅓ", ch('j')),
    ] {
        assert_eq!(written.parse(), Ok(chord), "{written}");
    }
    for written in
        ["", " ", "Ctrl+", "Hyper+x", "F0", "F25", "F1x", "Shift+F5", "Shift+1", "가", "가나", "en ter", "\u{7}"]
    {
        assert!(written.parse::<Chord>().is_err(), "{written:?}");
    }
}

/// The keys that a configuration gives, and what is told of it.
fn remapped(toml: &str) -> (Keymap, Vec<String>) {
    let (config, faults) = config::read(toml, "config.toml");
    assert!(faults.is_empty(), "{faults:?}");
    let (keymap, faults) = Keymap::remapped(&config.keys);
    let words = Words::new(Lang::En);
    (keymap, faults.iter().map(|fault| words.explain(fault).what).collect())
}

#[test]
fn a_key_is_moved_and_its_old_place_is_free() {
    let (keymap, told) = remapped("[keys.capture]\ntrigger = [\"Ctrl+X\", \"Alt+q\"]\nstar = \"F1\"");
    assert_eq!(told, [""; 0]);
    assert_eq!(keymap.find(Place::Capture, ctrl('x')), Some(Action::Trigger));
    assert_eq!(keymap.find(Place::Capture, alt('q')), Some(Action::Trigger));
    assert_eq!(keymap.find(Place::Capture, f(1)), Some(Action::Star));
    assert_eq!(keymap.find(Place::Capture, alt('1')), None);
    assert_eq!(keymap.shown(Place::Capture, Action::Trigger), Some(ctrl('x')));
}

#[test]
fn two_keys_may_change_places() {
    let (keymap, told) = remapped("[keys.capture]\ntrigger = \"F2\"\ncriteria = \"F1\"");
    assert_eq!(told, [""; 0]);
    assert_eq!(keymap.find(Place::Capture, f(2)), Some(Action::Trigger));
    assert_eq!(keymap.find(Place::Capture, f(1)), Some(Action::Criteria));
}

#[test]
fn a_key_that_is_taken_stays_with_who_has_it() {
    let (keymap, told) = remapped("[keys.capture]\nstar = \"F2\"");
    assert_eq!(told, ["config.toml:2: F2 means “criteria” already (Live capture); “star” keeps its keys."]);
    assert_eq!(keymap.find(Place::Capture, f(2)), Some(Action::Criteria));
    assert_eq!(keymap.find(Place::Capture, f(9)), Some(Action::Star));
    // Of two lines that want one key the first has it; taking a default from the loser must not clash again.
    let (keymap, told) = remapped("[keys.capture]\ncriteria = \"F1\"\nbenefit = \"F2\"\ntrigger = \"F2\"");
    assert_eq!(told.len(), 3, "{told:?}");
    assert_eq!(keymap.find(Place::Capture, f(1)), Some(Action::Trigger));
}

#[test]
fn a_text_field_and_a_question_keep_their_letters() {
    for toml in [
        "[keys.capture]\nstar = \"s\"",
        "[keys.anywhere]\nundo = \"z\"",
        "[keys.sheets]\nback = \"q\"",
        "[keys.search]\nopen = \"ㅐ\"",
        "[keys.ask]\nopen = \"1\"",
    ] {
        let (_, told) = remapped(toml);
        assert!(matches!(&told[..], [one] if one.contains("types text")), "{told:?}");
    }
    let (keymap, told) = remapped("[keys.home]\nnew = \"+\"");
    assert_eq!((told.len(), keymap.find(Place::Home, ch('+'))), (0, Some(Action::New)));
}

#[test]
fn nobody_is_locked_in() {
    for toml in [
        "[keys.capture]\nlog = []",
        "[keys.capture]\nlog = \"Ctrl+M\"",
        "[keys.anywhere]\nquit = []",
        "[keys.anywhere]\ncommands = []",
        "[keys.lists]\nback = []",
        "[keys.sheets]\nback = []",
        "[keys.ask]\nback = []",
        "[keys.capture]\nstar = \"Ctrl+C\"",
        "[keys.capture]\nstar = [\"Ctrl+P\", \"F12\"]",
        "[keys.lists]\nopen = [\"Enter\", \"Ctrl+P\"]",
    ] {
        let (keymap, told) = remapped(toml);
        assert_eq!(told.len(), 1, "{toml}: {told:?}");
        for place in Place::ALL {
            for action in [Action::Quit, Action::Log, Action::Back, Action::Commands] {
                let has = |keymap: &Keymap| keymap.shown(*place, action).and_then(|chord| keymap.find(*place, chord));
                assert_eq!(has(&keymap), has(&Keymap::default()), "{toml}: {action} at {place}");
            }
        }
    }
}

#[test]
fn what_cannot_be_understood_is_told_with_its_line() {
    let (keymap, told) = remapped(
        "[keys.capture]\nstar = [\"Hyper+S\", \"F12\"]\nshine = \"F11\"\nmark = \"Ctrl+I\"\n[keys.nowhere]\nstar = \"F1\"",
    );
    let lines: Vec<&str> = told.iter().map(|it| it.split(": ").next().unwrap_or_default()).collect();
    assert_eq!(lines, ["config.toml:2", "config.toml:3", "config.toml:4", "config.toml:6"], "{told:?}");
    assert_eq!(keymap.find(Place::Capture, f(12)), Some(Action::Star));
    assert_eq!(keymap.find(Place::Capture, ctrl('k')), Some(Action::Mark));
}

#[test]
fn what_the_page_of_the_settings_shows_is_granted() {
    let page = include_str!("../../../docs/config.md");
    for block in page.split("```toml\n").skip(1).filter_map(|it| it.split("```").next()) {
        assert_eq!(remapped(block).1, [""; 0], "{block}");
    }
}

#[test]
fn every_slash_word_acts_in_the_capture_but_those_of_the_plain_front_end() {
    let elsewhere: Vec<&str> =
        Slash::ALL.iter().filter(|slash| super::slash::action(**slash).is_none()).map(|slash| slash.name()).collect();
    assert_eq!(elsewhere, ["bar", "last", "file", "people", "themes", "brief", "journey", "studies"]);
    assert_eq!(slash("경로표"), Some(Action::Timeline));
    assert_eq!(slash("GUIDE"), Some(Action::Guide));
    assert_eq!(slashes(Action::Guide), "/guide /질문지");
}

//! What the table of defaults must hold.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::chord::ch;
use super::*;

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
            assert_eq!(chord.typed(), None, "{chord} at {place}");
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
        assert!(!matches!(chord.code, KeyCode::Char('h' | 'i' | 'j' | 'm' | '[')), "{chord}");
    }
}

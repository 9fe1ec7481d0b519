//! A text field: which keys edit it and where the hardware cursor goes, because the input method draws its
//! composition there.

use crossterm::event::KeyCode;
use ratatui::style::Style;
use ratatui::text::Span;

use super::canvas::Canvas;
use crate::tui::keymap::Chord;
use crate::tui::line_editor::LineEditor;

/// The chord that empties a field with the caret at its end.
pub const CLEARS: Chord = Chord { code: KeyCode::Char('u'), ctrl: true, alt: false };

/// Edits as the chord says; says whether it was an editing key.
pub fn edit(editor: &mut LineEditor, chord: Chord) -> bool {
    match (chord.code, chord.ctrl, chord.alt) {
        (KeyCode::Char(c), false, false) => editor.insert_char(c),
        (KeyCode::Backspace, true, _) | (KeyCode::Backspace, _, true) | (KeyCode::Char('w'), true, false) => {
            editor.delete_word_back();
        }
        (KeyCode::Backspace, ..) | (KeyCode::Char('h'), true, false) => editor.backspace(),
        (KeyCode::Delete, ..) => editor.delete(),
        _ if chord == CLEARS => editor.kill_to_start(),
        (KeyCode::Char('z'), true, false) => return editor.restore(),
        (KeyCode::Left, true, _) | (KeyCode::Left, _, true) => editor.move_word_left(),
        (KeyCode::Right, true, _) | (KeyCode::Right, _, true) => editor.move_word_right(),
        (KeyCode::Left, ..) => editor.move_left(),
        (KeyCode::Right, ..) => editor.move_right(),
        (KeyCode::Home, ..) | (KeyCode::Char('a'), true, false) => editor.move_home(),
        (KeyCode::End, ..) | (KeyCode::Char('e'), true, false) => editor.move_end(),
        _ => return false,
    }
    true
}

/// Draws the field on one row from `x`, scrolled so that the caret is seen, and puts the hardware cursor there.
pub fn draw(canvas: &mut Canvas, (x, y): (usize, usize), editor: &LineEditor, style: Style) {
    let (visible, caret) = editor.scrolled(canvas.width().saturating_sub(x));
    canvas.put(x, y, canvas.width().saturating_sub(x), &[Span::styled(visible, style)]);
    canvas.set_caret(x + caret, y);
}

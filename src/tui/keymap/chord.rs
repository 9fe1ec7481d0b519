//! One key with its modifiers: what a key event means as one, how it is printed, and how it is read from a file.
//! The Hangul keyboard and the keys that old terminals confuse are settled here.

use std::fmt;

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::place::Context;
use crate::tui::jamo;

/// One key with its modifiers; the case of a letter stands for Shift.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chord {
    /// The key.
    pub code: KeyCode,
    /// With Ctrl.
    pub ctrl: bool,
    /// With Alt.
    pub alt: bool,
}

pub(super) const fn key(code: KeyCode) -> Chord {
    Chord { code, ctrl: false, alt: false }
}
pub(super) const fn ch(c: char) -> Chord {
    key(KeyCode::Char(c))
}
pub(super) const fn ctrl(c: char) -> Chord {
    Chord { code: KeyCode::Char(c), ctrl: true, alt: false }
}
pub(super) const fn alt(c: char) -> Chord {
    Chord { code: KeyCode::Char(c), ctrl: false, alt: true }
}
pub(super) const fn f(n: u8) -> Chord {
    key(KeyCode::F(n))
}

impl Chord {
    /// The chords that a key event means in a context: several where an input method has put two commands into
    /// one syllable, none for a key that was let go.
    pub fn of(event: KeyEvent, context: Context) -> Vec<Chord> {
        if event.kind == KeyEventKind::Release {
            return Vec::new();
        }
        let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
        let alt = event.modifiers.contains(KeyModifiers::ALT);
        let KeyCode::Char(c) = event.code else {
            return vec![Chord { code: event.code, ctrl, alt }];
        };
        if ctrl {
            let latin = jamo::latin_key(c).unwrap_or(c).to_ascii_lowercase();
            return vec![Chord { code: KeyCode::Char(latin), ctrl, alt }];
        }
        let keys = if context == Context::List { jamo::latin_keys(c) } else { String::new() };
        if keys.is_empty() {
            return vec![Chord { code: event.code, ctrl, alt }];
        }
        keys.chars().map(|c| Chord { code: KeyCode::Char(c), ctrl, alt }).collect()
    }

    /// The character that the chord types, if it types one.
    pub fn typed(self) -> Option<char> {
        match self.code {
            KeyCode::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }
}

/// As a footer prints it: `^F`, `Alt+1`, `F5`, `Enter`, `n`.
impl fmt::Display for Chord {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            out.write_str("^")?;
        }
        if self.alt {
            out.write_str("Alt+")?;
        }
        match self.code {
            KeyCode::Char(' ') => out.write_str("Space"),
            KeyCode::Char(c) if self.ctrl => write!(out, "{}", c.to_ascii_uppercase()),
            KeyCode::Char(c) => write!(out, "{c}"),
            KeyCode::F(n) => write!(out, "F{n}"),
            KeyCode::Esc => out.write_str("Esc"),
            KeyCode::PageUp => out.write_str("PgUp"),
            KeyCode::PageDown => out.write_str("PgDn"),
            KeyCode::BackTab => out.write_str("Shift+Tab"),
            other => write!(out, "{other:?}"),
        }
    }
}

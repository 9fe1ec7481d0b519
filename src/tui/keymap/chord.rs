//! One key with its modifiers: what a key event means as one, how it is printed, and how it is read from a file.
//! The Hangul keyboard and the keys that old terminals confuse are settled here.

use std::fmt;
use std::str::FromStr;

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
        if ctrl || alt {
            let latin = jamo::latin_key(c).unwrap_or(c);
            let latin = if ctrl { latin.to_ascii_lowercase() } else { latin };
            return vec![Chord { code: KeyCode::Char(latin), ctrl, alt }];
        }
        let keys = if context == Context::List { jamo::latin_keys(c) } else { String::new() };
        if keys.is_empty() {
            return vec![Chord { code: event.code, ctrl, alt }];
        }
        keys.chars().map(|c| Chord { code: KeyCode::Char(c), ctrl, alt }).collect()
    }

    /// Whether old terminals send the bytes of Backspace, Tab, Enter or Esc for it.
    pub fn is_confused(self) -> bool {
        self.ctrl && matches!(self.code, KeyCode::Char('h' | 'i' | 'j' | 'm' | '['))
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

/// The keys with a name, as they are written and printed.
const NAMED: [(&str, KeyCode); 18] = [
    ("Enter", KeyCode::Enter),
    ("Esc", KeyCode::Esc),
    ("Tab", KeyCode::Tab),
    ("Space", KeyCode::Char(' ')),
    ("Up", KeyCode::Up),
    ("Down", KeyCode::Down),
    ("Left", KeyCode::Left),
    ("Right", KeyCode::Right),
    ("Home", KeyCode::Home),
    ("End", KeyCode::End),
    ("PgUp", KeyCode::PageUp),
    ("PgDn", KeyCode::PageDown),
    ("PageUp", KeyCode::PageUp),
    ("PageDown", KeyCode::PageDown),
    ("Backspace", KeyCode::Backspace),
    ("Delete", KeyCode::Delete),
    ("Insert", KeyCode::Insert),
    ("Escape", KeyCode::Esc),
];

/// Says that a text is not a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAKey;

/// As it is printed, and also with `Ctrl+` for `^`; the names of keys in any case, a single letter as it is.
impl FromStr for Chord {
    type Err = NotAKey;

    fn from_str(text: &str) -> Result<Chord, NotAKey> {
        let (mut rest, mut ctrl, mut alt, mut shift) = (text, false, false, false);
        while let Some((flag, after)) = modifier(rest) {
            rest = after;
            match flag {
                Modifier::Ctrl => ctrl = true,
                Modifier::Alt => alt = true,
                Modifier::Shift => shift = true,
            }
        }
        let code = match code(rest).ok_or(NotAKey)? {
            KeyCode::Tab if shift => KeyCode::BackTab,
            KeyCode::Char(c) if shift && c.is_ascii_alphabetic() && !ctrl => KeyCode::Char(c.to_ascii_uppercase()),
            _ if shift => return Err(NotAKey),
            KeyCode::Char(c) if ctrl => KeyCode::Char(c.to_ascii_lowercase()),
            code => code,
        };
        Ok(Chord { code, ctrl, alt })
    }
}

#[derive(Clone, Copy)]
enum Modifier {
    Ctrl,
    Alt,
    Shift,
}

/// A modifier at the start of a key and what follows it; what is nothing but the sign is a key itself.
fn modifier(text: &str) -> Option<(Modifier, &str)> {
    let starts = |sign: &str| text.get(..sign.len()).is_some_and(|it| it.eq_ignore_ascii_case(sign));
    let signs =
        [("^", Modifier::Ctrl), ("Ctrl+", Modifier::Ctrl), ("Alt+", Modifier::Alt), ("Shift+", Modifier::Shift)];
    let (sign, flag) = signs.into_iter().find(|(sign, _)| starts(sign) && text.len() > sign.len())?;
    Some((flag, &text[sign.len()..]))
}

fn code(text: &str) -> Option<KeyCode> {
    let mut chars = text.chars();
    if let (Some(c), None) = (chars.next(), chars.next()) {
        // A whole syllable is several keys.
        let is_key = !c.is_whitespace() && !c.is_control() && jamo::latin_keys(c).chars().count() < 2;
        return is_key.then(|| KeyCode::Char(jamo::latin_key(c).unwrap_or(c)));
    }
    let function = text.strip_prefix(['F', 'f']).and_then(|n| n.parse().ok()).filter(|n| (1..=24).contains(n));
    let named = NAMED.iter().find(|(name, _)| name.eq_ignore_ascii_case(text)).map(|(_, code)| *code);
    named.or(function.map(KeyCode::F))
}

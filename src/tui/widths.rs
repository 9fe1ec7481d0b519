//! How wide this terminal draws the characters whose width Unicode leaves open (UAX #11, "ambiguous": `●`, `·`, `─`):
//! one cell nearly everywhere, two in terminals set to East Asian widths. Ours are drawn as if one; where the
//! terminal says two, they give way to ASCII twins. Nothing else about glyphs lives here.

use std::io;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use ratatui::crossterm::cursor;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::terminal::write_through;

/// The width of ambiguous characters in this terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Widths {
    ambiguous: u8,
}

impl Default for Widths {
    fn default() -> Self {
        Widths { ambiguous: 1 }
    }
}

/// A character of ambiguous width and its ASCII twin.
const TWINS: [(&str, &str); 33] = [
    ("·", "."),
    ("…", "~"),
    ("‘", "'"),
    ("’", "'"),
    ("“", "\""),
    ("”", "\""),
    ("–", "-"),
    ("—", "-"),
    ("─", "-"),
    ("━", "="),
    ("│", "|"),
    ("┃", "|"),
    ("┌", "+"),
    ("┐", "+"),
    ("└", "+"),
    ("┘", "+"),
    ("├", "+"),
    ("┤", "+"),
    ("┬", "+"),
    ("┴", "+"),
    ("┼", "+"),
    ("█", "#"),
    ("▓", "#"),
    ("▒", "="),
    ("●", "#"),
    ("◐", "+"),
    ("○", "-"),
    ("★", "*"),
    ("→", ">"),
    ("←", "<"),
    ("↑", "^"),
    ("↓", "v"),
    ("×", "x"),
];

impl Widths {
    /// Widths where ambiguous characters take `cells`: 2, or 1 for every other number.
    pub fn with_ambiguous(cells: u8) -> Widths {
        Widths { ambiguous: if cells == 2 { 2 } else { 1 } }
    }

    /// The cells of an ambiguous character: 1 or 2.
    pub fn ambiguous(self) -> u8 {
        self.ambiguous
    }

    /// Whether the marks and rules of the screens must be ASCII here.
    pub fn wants_ascii(self) -> bool {
        self.ambiguous == 2
    }

    /// The cells that the terminal itself gives to a text.
    pub fn of(self, text: &str) -> usize {
        if self.ambiguous == 2 { text.width_cjk() } else { crate::domain::text::width(text) }
    }

    /// Whether the terminal draws this grapheme wider than we think.
    pub(super) fn swells(self, grapheme: &str) -> bool {
        self.ambiguous == 2 && grapheme.chars().any(|c| c.width_cjk() != c.width())
    }

    /// Asks the terminal by printing one `●` in its corner and asking where the cursor went. It must be in raw mode.
    /// A terminal that does not answer within `wait` counts as 1.
    pub(super) fn ask(wait: Duration) -> io::Result<Widths> {
        write_through("\u{1B}[1;1H●".as_bytes())?;
        let (send, answer) = mpsc::channel();
        // In a thread of its own, because crossterm waits two seconds. Keys typed meanwhile stay in its queue.
        thread::Builder::new()
            .name("width probe".to_owned())
            .spawn(move || send.send(cursor::position()).unwrap_or_default())?;
        let column = match answer.recv_timeout(wait) {
            Ok(Ok((column, _))) => column,
            Ok(Err(_)) | Err(_) => 1,
        };
        write_through(b"\x1B[1;1H\x1B[2K")?;
        Ok(Widths::with_ambiguous(u8::try_from(column).unwrap_or(1)))
    }
}

/// The ASCII twin of a grapheme of ambiguous width, where it has one.
pub fn twin(grapheme: &str) -> Option<&'static str> {
    TWINS.iter().find(|(wide, _)| *wide == grapheme).map(|(_, narrow)| *narrow)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ambiguous_characters_are_measured_as_the_terminal_draws_them() {
        let (one, two) = (Widths::default(), Widths::with_ambiguous(2));
        assert_eq!((one.of("● 가"), two.of("● 가")), (4, 5));
        assert!(two.swells("●") && two.swells("①") && !two.swells("가") && !two.swells("a") && !one.swells("●"));
        assert_eq!(Widths::with_ambiguous(7), one);
    }

    #[test]
    fn every_twin_is_needed_and_narrow() {
        for (wide, narrow) in TWINS {
            assert!(Widths::with_ambiguous(2).swells(wide), "{wide} is not ambiguous");
            assert!(narrow.is_ascii() && narrow.len() == 1);
            assert_eq!(twin(wide), Some(narrow));
        }
        assert_eq!(twin("가"), None);
    }
}

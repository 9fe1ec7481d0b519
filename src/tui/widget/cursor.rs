//! The cursor of a list of any length and the window that is drawn of it: the cost of a frame is the height of the
//! window, never the length of the list.

use std::ops::Range;

use crate::tui::action::Action;

/// Which row of a list is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cursor {
    /// The row, from 0.
    pub at: usize,
}

impl Cursor {
    /// Moves as the action says in a list of `len` rows, `page` of which are seen; says whether it was a move.
    pub fn act(&mut self, action: Action, len: usize, page: usize) -> bool {
        let last = len.saturating_sub(1);
        let at = self.at.min(last);
        self.at = match action {
            Action::Up => at.saturating_sub(1),
            Action::Down => (at + 1).min(last),
            Action::PageUp => at.saturating_sub(page.max(1)),
            Action::PageDown => (at + page.max(1)).min(last),
            Action::Top => 0,
            Action::Bottom => last,
            _ => return false,
        };
        true
    }

    /// Keeps the cursor inside a list that may have become shorter.
    pub fn hold(&mut self, len: usize) {
        self.at = self.at.min(len.saturating_sub(1));
    }

    /// The rows to draw when `height` of `len` fit: the cursor stands in the middle, the ends are not passed.
    pub fn window(&self, len: usize, height: usize) -> Range<usize> {
        let first = self.at.saturating_sub(height / 2).min(len.saturating_sub(height));
        first..(first + height).min(len)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_holds_the_cursor_and_never_leaves_the_list() {
        for len in 0..30 {
            for height in 0..12 {
                for at in 0..len {
                    let window = Cursor { at }.window(len, height);
                    assert!(window.end <= len && window.len() == height.min(len), "{len} {height} {at}");
                    assert!(height == 0 || window.contains(&at), "{len} {height} {at}");
                }
            }
        }
    }

    #[test]
    fn moves_stop_at_the_ends() {
        let mut cursor = Cursor::default();
        assert!(cursor.act(Action::Up, 3, 2));
        assert_eq!(cursor.at, 0);
        assert!(cursor.act(Action::PageDown, 3, 2) && cursor.act(Action::Down, 3, 2));
        assert_eq!(cursor.at, 2);
        assert!(cursor.act(Action::Down, 0, 2));
        assert_eq!(cursor.at, 0);
        assert!(!cursor.act(Action::Log, 3, 2));
    }
}

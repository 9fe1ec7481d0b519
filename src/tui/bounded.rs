//! The terminal as ratatui sees it: never without a cell, never larger than we are willing to keep in memory, and
//! with ASCII twins where the terminal would draw a character wider than we count it. It holds no state of a screen.

use std::io::{self, Write};

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

use super::widths::{Widths, twin};

/// The most cells that are drawn; a larger terminal is drawn in its upper left part.
pub const MAX_CELLS: u32 = 250_000;
const MAX_COLUMNS: u16 = 1_000;

/// A backend with a bounded size.
#[derive(Debug)]
pub(super) struct Bounded<B> {
    inner: B,
    widths: Widths,
}

impl<B> Bounded<B> {
    pub(super) fn new(inner: B, widths: Widths) -> Bounded<B> {
        Bounded { inner, widths }
    }
}

/// A size of at least one cell and at most [`MAX_CELLS`].
fn bounded(size: Size) -> Size {
    let (width, height) = (size.width.max(1), size.height.max(1));
    if u32::from(width) * u32::from(height) <= MAX_CELLS {
        return Size { width, height };
    }
    let width = width.min(MAX_COLUMNS);
    let rows = MAX_CELLS / u32::from(width);
    Size { width, height: height.min(u16::try_from(rows).unwrap_or(u16::MAX)) }
}

impl<B: Backend> Bounded<B> {
    /// Draws where ambiguous characters are two cells wide: a twin where there is one; behind any other, drawing
    /// starts anew, so that the cursor is placed and the rest of the row keeps its columns.
    fn draw_narrowed<'a>(&mut self, content: impl Iterator<Item = (u16, u16, &'a Cell)>) -> Result<(), B::Error> {
        let mut run: Vec<(u16, u16, Cell)> = Vec::new();
        for (x, y, cell) in content {
            let mut cell = cell.clone();
            let swells = self.widths.swells(cell.symbol());
            let narrow = twin(cell.symbol()).filter(|_| swells);
            if let Some(narrow) = narrow {
                #[expect(clippy::disallowed_methods, reason = "a twin is one ASCII character of our own table")]
                cell.set_symbol(narrow);
            }
            run.push((x, y, cell));
            if swells && narrow.is_none() {
                self.inner.draw(run.iter().map(|(x, y, cell)| (*x, *y, cell)))?;
                run.clear();
            }
        }
        self.inner.draw(run.iter().map(|(x, y, cell)| (*x, *y, cell)))
    }
}

impl<B: Backend> Backend for Bounded<B> {
    type Error = B::Error;

    fn draw<'a, I>(&mut self, content: I) -> Result<(), B::Error>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        if self.widths.wants_ascii() { self.draw_narrowed(content) } else { self.inner.draw(content) }
    }

    fn append_lines(&mut self, count: u16) -> Result<(), B::Error> {
        self.inner.append_lines(count)
    }

    fn hide_cursor(&mut self) -> Result<(), B::Error> {
        self.inner.hide_cursor()
    }

    fn show_cursor(&mut self) -> Result<(), B::Error> {
        self.inner.show_cursor()
    }

    fn get_cursor_position(&mut self) -> Result<Position, B::Error> {
        self.inner.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> Result<(), B::Error> {
        self.inner.set_cursor_position(position)
    }

    fn clear(&mut self) -> Result<(), B::Error> {
        self.inner.clear()
    }

    fn clear_region(&mut self, clear_type: ClearType) -> Result<(), B::Error> {
        self.inner.clear_region(clear_type)
    }

    fn size(&self) -> Result<Size, B::Error> {
        self.inner.size().map(bounded)
    }

    fn window_size(&mut self) -> Result<WindowSize, B::Error> {
        let mut window = self.inner.window_size()?;
        window.columns_rows = bounded(window.columns_rows);
        Ok(window)
    }

    fn flush(&mut self) -> Result<(), B::Error> {
        Backend::flush(&mut self.inner)
    }
}

impl<B: Write> Write for Bounded<B> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.inner.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use ratatui::backend::{CrosstermBackend, TestBackend};
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    #[test]
    fn no_size_is_too_small_or_too_large() {
        for (width, height) in
            [(0, 0), (1, 1), (80, 24), (65535, 65535), (65535, 1), (1, 65535), (500, 500), (501, 500)]
        {
            let size = bounded(Size { width, height });
            assert!(size.width >= 1 && size.height >= 1);
            assert!(u32::from(size.width) * u32::from(size.height) <= MAX_CELLS, "{size:?}");
        }
        assert_eq!(bounded(Size { width: 80, height: 24 }), Size { width: 80, height: 24 });
    }

    #[test]
    fn a_huge_terminal_is_drawn_in_part() {
        let backend = Bounded::new(TestBackend::new(2000, 500), Widths::default());
        let mut terminal = ratatui::Terminal::new(backend).unwrap();
        let area = terminal.draw(|frame| frame.render_widget("가격", frame.area())).unwrap().area;
        assert_eq!((area.width, area.height), (1000, 250));
    }

    /// The bytes that a line makes, and the cells that it needs.
    fn drawn(line: &str, ambiguous: u8) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 1));
        buffer.set_string(0, 0, line, Style::default());
        let mut bytes = Vec::new();
        let mut backend = Bounded::new(CrosstermBackend::new(&mut bytes), Widths::with_ambiguous(ambiguous));
        let cells: Vec<_> = (0..20).map(|x| (x, 0, &buffer[(x, 0)])).collect();
        backend.draw(cells.into_iter()).unwrap();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    #[test]
    fn wide_ambiguous_characters_give_way_or_the_cursor_is_placed_behind_them() {
        assert!(drawn("구매·도입", 1).contains('·'));
        assert!(drawn("구매·도입", 2).contains('.') && !drawn("구매·도입", 2).contains('·'));
        let bytes = drawn("①가", 2);
        let behind = bytes.split('①').nth(1).unwrap();
        let placed = behind.find("\u{1B}[1;2H").unwrap();
        assert!(placed < behind.find('가').unwrap());
    }
}

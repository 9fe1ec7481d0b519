//! A clipped piece of the frame with coordinates of its own. Whatever is written stays inside, is measured in cells
//! and is cut only with a visible mark, so that no pane can panic on a small terminal or overlap its neighbour.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::text::Span;

use crate::domain::text;
use crate::tui::palette::Look;

/// A piece of the frame.
pub struct Canvas<'a> {
    buffer: &'a mut Buffer,
    area: Rect,
    /// How things look.
    pub look: &'a Look,
    caret: Option<Position>,
    entries: Entries,
    #[cfg(test)]
    record: std::rc::Rc<std::cell::RefCell<Record>>,
}

/// Which rows of the screen show which entries of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entries {
    /// The row of the screen and the entry, from 0.
    pub rows: Vec<(u16, usize)>,
    /// The entry at the cursor.
    pub here: Option<usize>,
}

/// What was drawn where, so that a test sees what a screen alone does not show.
#[cfg(test)]
#[derive(Debug, Default)]
pub struct Record {
    /// The cells that hold a text.
    taken: std::collections::BTreeSet<(u16, u16)>,
    /// What was drawn over something else, and what was cut without a mark.
    pub faults: Vec<String>,
}

impl<'a> Canvas<'a> {
    /// The whole buffer.
    pub fn new(buffer: &'a mut Buffer, look: &'a Look) -> Canvas<'a> {
        let area = buffer.area;
        Canvas {
            buffer,
            area,
            look,
            caret: None,
            entries: Entries::default(),
            #[cfg(test)]
            record: Default::default(),
        }
    }

    /// Columns.
    pub fn width(&self) -> usize {
        usize::from(self.area.width)
    }

    /// Rows.
    pub fn height(&self) -> usize {
        usize::from(self.area.height)
    }

    /// Where the hardware cursor belongs, if a text field has been drawn.
    pub fn caret(&self) -> Option<Position> {
        self.caret
    }

    /// Puts the hardware cursor at a cell of this canvas.
    pub fn set_caret(&mut self, x: usize, y: usize) {
        if y < self.height() && self.area.width > 0 {
            let x = x.min(self.width() - 1);
            self.caret = Some(Position::new(self.area.x + cells(x), self.area.y + cells(y)));
        }
    }

    /// Draws on `rows` rows from `top` alone; the caret that is set there counts here.
    pub fn rows(&mut self, top: usize, rows: usize, draw: impl FnOnce(&mut Canvas)) {
        self.part((0, top), (self.width(), rows), draw);
    }

    /// Draws on a part alone.
    pub fn part(&mut self, (x, y): (usize, usize), (width, height): (usize, usize), draw: impl FnOnce(&mut Canvas)) {
        let x = x.min(self.width());
        let y = y.min(self.height());
        let area = Rect {
            x: self.area.x + cells(x),
            y: self.area.y + cells(y),
            width: cells(width.min(self.width() - x)),
            height: cells(height.min(self.height() - y)),
        };
        let mut part = Canvas {
            buffer: self.buffer,
            area,
            look: self.look,
            caret: None,
            entries: Entries::default(),
            #[cfg(test)]
            record: std::rc::Rc::clone(&self.record),
        };
        draw(&mut part);
        let (caret, entries) = (part.caret, part.entries);
        self.caret = caret.or(self.caret);
        self.entries.rows.extend(entries.rows);
        self.entries.here = entries.here.or(self.entries.here);
    }

    /// Writes spans from a cell on, at most `room` cells wide, and returns the cells used. What does not fit is cut
    /// and marked.
    pub fn put(&mut self, x: usize, y: usize, room: usize, spans: &[Span]) -> usize {
        if y >= self.height() || x >= self.width() {
            return 0;
        }
        let room = room.min(self.width() - x);
        let look = self.look;
        let total: usize = spans.iter().map(|span| text::width(&span.content)).sum();
        let fits = total <= room;
        let mut left = if fits { room } else { room.saturating_sub(1) };
        let mut at = x;
        for span in spans {
            let (piece, cut) = text::cut(&span.content, left);
            self.write(at, y, piece, span.style);
            at += text::width(piece);
            left = left.saturating_sub(text::width(piece));
            if cut || (!fits && left == 0) {
                break;
            }
        }
        if !fits && room > 0 {
            self.write(at, y, look.glyphs.more, look.dim());
            at += 1;
        }
        at - x
    }

    fn write(&mut self, x: usize, y: usize, text: &str, style: Style) {
        if x < self.width() && !text.is_empty() {
            let room = self.width() - x;
            #[cfg(test)]
            self.note(x, y, text);
            self.buffer.set_stringn(self.area.x + cells(x), self.area.y + cells(y), text, room, style);
        }
    }

    /// Writes spans over the whole row.
    pub fn line(&mut self, y: usize, spans: &[Span]) -> usize {
        self.put(0, y, self.width(), spans)
    }

    /// Writes spans that end at the right edge of `room` cells from `x`.
    pub fn put_right(&mut self, x: usize, y: usize, room: usize, spans: &[Span]) {
        let total: usize = spans.iter().map(|span| text::width(&span.content)).sum();
        self.put(x + room.saturating_sub(total), y, room, spans);
    }

    /// A horizontal rule over the whole row.
    pub fn rule(&mut self, y: usize) {
        if y < self.height() {
            let rule = self.look.glyphs.rule.repeat(self.width());
            self.write(0, y, &rule, self.look.dim());
            #[cfg(test)]
            self.free(y..y + 1);
        }
    }

    /// A row that shows an entry of a list, the one under the cursor or another.
    pub fn entry(&mut self, y: usize, entry: usize, is_here: bool) {
        if y < self.height() {
            self.entries.rows.push((self.area.y + cells(y), entry));
        }
        if is_here {
            self.entries.here = Some(entry);
            self.select(y);
        }
    }

    /// The entries of the lists that were drawn.
    pub fn entries(&self) -> &Entries {
        &self.entries
    }

    /// Shows a row as the one under the cursor.
    pub fn select(&mut self, y: usize) {
        self.style(0, y, self.width(), Style::new().add_modifier(Modifier::REVERSED));
    }

    /// Lays a style over a stretch of a row.
    pub fn style(&mut self, x: usize, y: usize, width: usize, style: Style) {
        if y < self.height() && x < self.width() {
            let width = width.min(self.width() - x);
            let area = Rect::new(self.area.x + cells(x), self.area.y + cells(y), cells(width), 1);
            self.buffer.set_style(area, style);
        }
    }

    /// Wipes everything.
    pub fn clear(&mut self) {
        #[cfg(test)]
        self.free(0..self.height());
        for y in self.area.top()..self.area.bottom() {
            for x in self.area.left()..self.area.right() {
                self.buffer[(x, y)].reset();
            }
        }
    }
}

#[cfg(test)]
impl Canvas<'_> {
    /// What was noted up to now.
    pub fn take_faults(&self) -> Vec<String> {
        std::mem::take(&mut self.record.borrow_mut().faults)
    }

    /// Notes that a text is written: on cells that are free, and with room for all of it.
    fn note(&self, x: usize, y: usize, text: &str) {
        let mut record = self.record.borrow_mut();
        let (left, y) = (self.area.x + cells(x), self.area.y + cells(y));
        let width = text::width(text);
        if width > self.width() - x {
            record.faults.push(format!("{text:?} at {left},{y} is cut without a mark"));
        }
        for at in left..(left + cells(width)).min(self.area.right()) {
            if !record.taken.insert((at, y)) {
                let old = self.buffer[(at, y)].symbol().to_owned();
                record.faults.push(format!("{text:?} at {left},{y} lies over {old:?} at {at}"));
                return;
            }
        }
    }

    /// Rows whose cells may be written again.
    fn free(&self, rows: std::ops::Range<usize>) {
        let (top, bottom) = (self.area.y + cells(rows.start), self.area.y + cells(rows.end));
        let (left, right) = (self.area.left(), self.area.right());
        let is_here = |x: u16, y: u16| (left..right).contains(&x) && (top..bottom).contains(&y);
        self.record.borrow_mut().taken.retain(|(x, y)| !is_here(*x, *y));
    }
}

fn cells(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}

//! Text for people on stdout: headings, fields, tables and wrapped lines, measured in terminal cells.
//! Emphasis has three levels (plain, bold, dim) and is written only where stdout takes it.

use std::borrow::Cow;
use std::ops::Range;

use crate::domain::text;
use crate::words::{Arg, Words};

/// A page that is being written.
pub(super) struct Page<'w> {
    /// The words to write it in.
    pub words: &'w Words,
    text: String,
    width: Option<usize>,
    colour: bool,
}

/// How a piece of text stands out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Tone {
    Bold,
    Dim,
}

impl<'w> Page<'w> {
    /// An empty page; without a width nothing is wrapped.
    pub fn new(words: &'w Words, width: Option<usize>, colour: bool) -> Page<'w> {
        Page { words, text: String::new(), width, colour }
    }

    /// The words of a key.
    pub fn say(&self, key: &str) -> String {
        self.words.say(key)
    }

    /// The words of a key with its arguments.
    pub fn say_with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.words.say_with(key, args)
    }

    /// A text in a tone, for use inside a line.
    pub fn tone<'t>(&self, tone: Tone, text: &'t str) -> Cow<'t, str> {
        match tone {
            _ if !self.colour || text.is_empty() => Cow::Borrowed(text),
            Tone::Bold => Cow::Owned(format!("\x1b[1m{text}\x1b[0m")),
            Tone::Dim => Cow::Owned(format!("\x1b[2m{text}\x1b[0m")),
        }
    }

    /// One line as it is.
    pub fn line(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    /// An empty line.
    pub fn blank(&mut self) {
        self.text.push('\n');
    }

    /// A heading.
    pub fn heading(&mut self, heading: &str) {
        let heading = self.tone(Tone::Bold, heading).into_owned();
        self.line(&heading);
    }

    /// A paragraph behind a label; its further rows stand under its first.
    pub fn labelled(&mut self, label: &str, cells: usize, paragraph: &str) {
        self.marked(label, cells, (paragraph, &[]));
    }

    /// The same with some byte ranges of the paragraph in bold.
    pub fn marked(&mut self, label: &str, cells: usize, (paragraph, bold): (&str, &[[usize; 2]])) {
        let indent = cells.max(text::width(label)) + 1;
        let rows: Vec<Range<usize>> = match self.width {
            Some(width) if width > indent + 10 => {
                text::rows(paragraph, width - indent, 0).into_iter().map(|row| row.bytes).collect()
            }
            _ => std::iter::once(0..paragraph.len()).collect(),
        };
        for (number, row) in rows.into_iter().enumerate() {
            let label = if number == 0 { pad(label, indent) } else { " ".repeat(indent) };
            let label = self.tone(Tone::Dim, &label).into_owned();
            let row = self.with_bold(paragraph, row, bold);
            self.line(&format!("{label}{row}"));
        }
    }

    /// One row of a text with its bold ranges; ranges that do not stand on character boundaries are passed over.
    fn with_bold(&self, text: &str, row: Range<usize>, bold: &[[usize; 2]]) -> String {
        let (mut line, mut done) = (String::new(), row.start);
        for [start, end] in bold {
            let (start, end) = ((*start).max(done), (*end).min(row.end));
            if start >= end {
                continue;
            }
            let (Some(before), Some(marked)) = (text.get(done..start), text.get(start..end)) else { continue };
            line.push_str(before);
            line.push_str(&self.tone(Tone::Bold, marked));
            done = end;
        }
        line + text.get(done..row.end).unwrap_or_default()
    }

    /// A table: columns as wide as their widest cell, two blanks between them, the last one wrapped.
    pub fn table(&mut self, table: &Table) {
        let widths = table.widths();
        let last = widths.len().saturating_sub(1);
        let indent: usize = widths.iter().take(last).map(|it| it + 2).sum();
        if !table.head.is_empty() {
            let head = table.row(&table.head, &widths);
            let head = self.tone(Tone::Dim, head.trim_end()).into_owned();
            self.line(&head);
        }
        for row in &table.rows {
            let tail = row.get(last).map_or("", String::as_str);
            let wrapped = match self.width {
                Some(width) if width > indent + 10 && !table.right.contains(&last) => {
                    text::wrap(tail, width - indent, 0)
                }
                _ => vec![tail.to_owned()],
            };
            let mut cells: Vec<String> = row.iter().take(last).cloned().collect();
            cells.push(wrapped.first().cloned().unwrap_or_default());
            self.line(&table.row(&cells, &widths));
            for more in wrapped.iter().skip(1) {
                self.line(&format!("{}{more}", " ".repeat(indent)));
            }
        }
    }

    /// The finished text.
    pub fn finish(self) -> String {
        self.text
    }
}

/// Rows of cells under an optional head.
#[derive(Default)]
pub(super) struct Table {
    /// The heads of the columns; empty for none.
    pub head: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
    /// The columns that are aligned at the right: numbers.
    pub right: Vec<usize>,
}

impl Table {
    fn widths(&self) -> Vec<usize> {
        let columns = self.rows.iter().map(Vec::len).chain([self.head.len()]).max().unwrap_or(0);
        let widest = |column: usize| {
            let cells = self.rows.iter().chain([&self.head]).filter_map(|row| row.get(column));
            cells.map(|cell| text::width(cell)).max().unwrap_or(0)
        };
        (0..columns).map(widest).collect()
    }

    fn row(&self, cells: &[String], widths: &[usize]) -> String {
        let mut line = String::new();
        for (column, (cell, width)) in cells.iter().zip(widths).enumerate() {
            if column > 0 {
                line.push_str("  ");
            }
            if self.right.contains(&column) {
                line.push_str(&" ".repeat(width.saturating_sub(text::width(cell))));
                line.push_str(cell);
            } else {
                line.push_str(&pad(cell, *width));
            }
        }
        line
    }
}

/// A text with blanks behind it up to so many cells.
pub(super) fn pad(text: &str, cells: usize) -> String {
    format!("{text}{}", " ".repeat(cells.saturating_sub(text::width(text))))
}

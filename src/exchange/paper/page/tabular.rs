//! Tables on pages: columns by their shares, a head that is repeated on every page, a hairline under each row. A row of
//! one cell heads those below it.

use super::ink::{Mark, RULE};
use super::setting::{Setting, Slab, Stack, beside, kept};
use super::style::Style;
use super::tree::{ARTIFACT, Kind, ROOT};
use crate::exchange::paper::manuscript::{Cell, Column, Piece, Row, Table};

/// The room between two columns.
const GUTTER: f32 = 10.0;
/// The room above and below a row.
const PAD: f32 = 2.5;
/// A rule.
const HAIRLINE: f32 = 0.6;

impl Setting<'_> {
    pub(super) fn table(&mut self, table: &Table) {
        let node = self.tree.put(ROOT, Kind::Table);
        if !table.caption.is_empty() {
            let caption = self.tree.put(node, Kind::Caption);
            let piece = Piece::plain(&table.caption);
            let style = Style::caption();
            let lines = self.compositor.lines(&[(caption, &piece)], style, self.paper.measure() * 0.8);
            let mut slabs = kept(beside(&[Stack { x: 0.0, right: None, lines }]), true);
            slabs.iter_mut().take(1).for_each(|it| it.before = style.before);
            self.slabs.append(&mut slabs);
        }
        let head = self.head(node, &table.columns);
        let last = table.rows.len().saturating_sub(1);
        for (at, row) in table.rows.iter().enumerate() {
            let is_alone = row.cells.len() == 1 && table.columns.len() > 1;
            let mut slabs = self.row(node, row, &table.columns, is_alone);
            for slab in &mut slabs {
                slab.head = head;
            }
            if at == 0 && head.is_none() {
                self.ruled(&mut slabs);
            }
            // The last row does not stand alone on a page.
            if at + 1 == last
                && let Some(end) = slabs.last_mut()
            {
                end.keeps = true;
            }
            self.slabs.append(&mut slabs);
        }
    }

    /// The head of a table, which is kept to be repeated; none where its columns have no names.
    fn head(&mut self, table: usize, columns: &[Column]) -> Option<usize> {
        if columns.iter().all(|it| it.head.is_empty()) {
            return None;
        }
        let row = self.tree.put(table, Kind::Row);
        let mut stacks = Vec::new();
        for (column, (x, width)) in columns.iter().zip(self.places(columns)) {
            let node = self.tree.put(row, Kind::ColumnHead);
            let piece = Piece::plain(&column.head);
            let lines = self.compositor.lines(&[(node, &piece)], Style::caption(), width);
            stacks.push(Stack { x, right: column.is_number.then_some(x + width), lines });
        }
        let mut slabs = beside(&stacks);
        slabs.iter_mut().for_each(|it| it.keeps = true);
        slabs.iter_mut().take(1).for_each(|it| it.before = 6.0);
        self.underline(&mut slabs);
        self.heads.push(slabs.clone());
        self.slabs.append(&mut slabs);
        Some(self.heads.len() - 1)
    }

    fn row(&mut self, table: usize, row: &Row, columns: &[Column], is_alone: bool) -> Vec<Slab> {
        let node = self.tree.put(table, Kind::Row);
        let mut stacks = Vec::new();
        for ((cell, column), (x, width)) in row.cells.iter().zip(columns).zip(self.places(columns)) {
            let width = if is_alone { self.paper.measure() } else { width };
            let span = if is_alone { u32::try_from(columns.len()).unwrap_or(1) } else { 1 };
            let kind = if cell.is_head { Kind::RowHead(span) } else { Kind::Cell };
            let lines = self.cell((node, kind), cell, width);
            stacks.push(Stack { x, right: column.is_number.then_some(x + width), lines });
        }
        let mut slabs = kept(beside(&stacks), is_alone);
        slabs.iter_mut().take(1).for_each(|it| {
            it.before = if is_alone { 8.0 } else { PAD };
            it.anchor.clone_from(&row.anchor);
        });
        self.underline(&mut slabs);
        slabs
    }

    fn cell(&mut self, (row, kind): (usize, Kind), cell: &Cell, width: f32) -> Vec<super::lines::Line> {
        let node = self.tree.put(row, kind);
        let mut lines = Vec::new();
        for line in &cell.lines {
            let pieces = self.pieces(node, line);
            lines.append(&mut self.compositor.lines(&pieces, Style::cell(), width));
        }
        lines
    }

    /// Where each column begins, and its width.
    fn places(&self, columns: &[Column]) -> Vec<(f32, f32)> {
        let mut x = 0.0;
        let mut places = Vec::new();
        for (at, column) in columns.iter().enumerate() {
            let share = column.share * self.paper.measure();
            let gutter = if at + 1 == columns.len() { 0.0 } else { GUTTER };
            places.push((x, share - gutter));
            x += share;
        }
        places
    }

    /// A rule under the last line.
    fn underline(&self, slabs: &mut [Slab]) {
        if let Some(last) = slabs.last_mut() {
            last.height += PAD;
            let rule = Mark::rule((0.0, last.height), (self.paper.measure(), last.height), HAIRLINE, RULE);
            last.marks.push((ARTIFACT, rule));
        }
    }

    /// A rule above the first line.
    fn ruled(&self, slabs: &mut [Slab]) {
        if let Some(first) = slabs.first_mut() {
            let rule = Mark::rule((0.0, -PAD), (self.paper.measure(), -PAD), HAIRLINE, RULE);
            first.marks.push((ARTIFACT, rule));
            first.before += 4.0;
        }
    }
}

//! The whole map as one drawing: stages as columns, lanes as rows, the emotion curve in the row of feelings, the moves
//! below. Rows are as high as what stands in them; nothing is cut.

use super::curve::Plot;
use super::flow;
use super::pen::{Pen, Style};
use crate::domain::journey::{Lane, Map};
use crate::exchange::chart::{Cell, Chart, Column, Entry, Row};
use crate::words::Words;

/// The width of the names of the lanes and of a stage, the room around a text, the height of the curve.
const LEFT: i32 = 108;
const COLUMN: i32 = 172;
const PAD: i32 = 8;
const CURVE: i32 = 56;
const SIDE: i32 = 20;
const TEXT: Style = Style::of(11);
const SMALL: Style = Style::of(10).dim();

/// The map as an SVG fragment.
pub fn grid(map: &Map, words: &Words) -> String {
    let chart = Chart::of(map, words);
    let mut sheet = Sheet { pen: Pen::default(), chart: &chart, y: SIDE };
    sheet.head();
    sheet.columns();
    for row in &chart.rows {
        sheet.row(row);
    }
    sheet.foot(&words.say("report-moves"));
    let Sheet { pen, y, .. } = sheet;
    pen.finish((width(&chart), y + SIDE), (&chart.title, &chart.disclaimer), chart.lang, true)
}

fn width(chart: &Chart) -> i32 {
    2 * SIDE + LEFT + COLUMN * i32::try_from(chart.columns.len()).unwrap_or(1)
}

struct Sheet<'a> {
    pen: Pen,
    chart: &'a Chart,
    y: i32,
}

impl Sheet<'_> {
    fn left(at: usize) -> i32 {
        SIDE + LEFT + COLUMN * i32::try_from(at).unwrap_or(0)
    }

    fn wide(&mut self, text: &str, style: Style) {
        self.y = self.pen.text((SIDE, self.y), ("", text), width(self.chart) - 2 * SIDE, style);
    }

    fn rule(&mut self, style: &str) {
        self.pen.rule((SIDE, self.y), (width(self.chart) - SIDE, self.y), style);
    }

    fn head(&mut self) {
        let chart = self.chart;
        let facts = [&chart.study].into_iter().chain(&chart.whose).chain(&chart.facts);
        let facts: Vec<&str> = facts.map(String::as_str).collect();
        self.wide(&chart.title, Style::of(20).bold());
        self.y += 4;
        self.wide(&facts.join(" · "), TEXT.dim());
        for text in [&chart.edition, &chart.proposed] {
            self.wide(text, TEXT.dim());
        }
        for it in &chart.purpose {
            self.wide(&format!("{}: {}", it.label, it.text), TEXT);
        }
        self.wide(&chart.disclaimer, TEXT);
        self.wide(&chart.legend(), TEXT.dim());
        self.y += 14;
    }

    fn columns(&mut self) {
        self.rule("stroke-width=\"2\"");
        let top = self.y + PAD;
        let mut bottom = top;
        for (at, column) in self.chart.columns.iter().enumerate() {
            bottom = bottom.max(self.column((Self::left(at), top), column));
        }
        self.y = bottom + PAD;
    }

    fn column(&mut self, (x, y): (i32, i32), column: &Column) -> i32 {
        let (x, width) = (x + PAD, COLUMN - 2 * PAD);
        let mut y = self.pen.text((x, y), ("", &column.title()), width, Style::of(13).bold());
        for text in [&column.steps.join(" → "), &column.owner, &column.counts] {
            y = self.pen.text((x, y), ("", text), width, SMALL);
        }
        y
    }

    fn row(&mut self, row: &Row) {
        self.rule("stroke-opacity=\".35\"");
        let top = self.y + PAD;
        let mut bottom = self.pen.text((SIDE, top), ("", &row.name), LEFT - PAD, TEXT.bold());
        let mood = self.chart.mood.as_ref().filter(|_| row.key == Lane::Feeling.to_string());
        let from = if let Some(mood) = mood {
            let plot = Plot { left: SIDE + LEFT, column: COLUMN, top: top + 18, height: CURVE };
            plot.draw(&mood.felt, &mut self.pen);
            top + CURVE + 42
        } else {
            top
        };
        for cell in &row.cells {
            bottom = bottom.max(self.cell((Self::left(cell.column), from), cell));
        }
        self.y = bottom + PAD;
    }

    fn cell(&mut self, (x, y): (i32, i32), cell: &Cell) -> i32 {
        let (x, width) = (x + PAD, COLUMN - 2 * PAD);
        let mut y = y;
        if cell.is_empty() {
            return self.pen.text((x, y), ("", "·"), width, TEXT.dim());
        }
        for entry in &cell.entries {
            y = self.entry((x, y), entry) + 5;
        }
        for text in &cell.read {
            y = self.pen.text((x, y), ("", text), width, TEXT);
        }
        y
    }

    fn entry(&mut self, (x, y): (i32, i32), entry: &Entry) -> i32 {
        let width = COLUMN - 2 * PAD;
        let text =
            if entry.moment.is_empty() { entry.text.clone() } else { format!("{} {}", entry.moment, entry.text) };
        let style = if entry.blank { TEXT.dim() } else { TEXT };
        let y = self.pen.text((x, y), (entry.mark, &text), width, style);
        let told: Vec<&str> =
            [&entry.people].into_iter().chain(&entry.facts).filter(|it| !it.is_empty()).map(String::as_str).collect();
        self.pen.text((x + TEXT.size * 3 / 2, y), ("", &told.join(" · ")), width - TEXT.size * 3 / 2, SMALL)
    }

    fn foot(&mut self, moves: &str) {
        self.rule("stroke-width=\"2\"");
        self.y += PAD;
        let chart = self.chart;
        self.wide(moves, TEXT.bold());
        self.wide(&chart.no_moves, TEXT.dim());
        if !chart.moves.is_empty() {
            self.y = flow::draw(&mut self.pen, chart, (SIDE + LEFT, self.y + 4), COLUMN);
        }
        self.wide(&chart.hidden, TEXT.dim());
    }
}

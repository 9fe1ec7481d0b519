//! The emotion curve: the middle feeling of each stage from -2 to +2, joined where people told one and broken where not.
//! What a stage feels like is the chart's; nothing is computed here but places.

use super::pen::{Pen, Style};
use crate::domain::journey::Map;
use crate::exchange::chart::{Chart, Column, Felt};
use crate::words::Words;

/// The width of a stage and of the margin at the left.
const COLUMN: i32 = 130;
const LEFT: i32 = 44;
/// From the top of the plot to its bottom, and where it begins.
const PLOT: i32 = 160;
const TITLE: i32 = 16;
const LABEL: i32 = 11;

/// The curve as an SVG fragment.
pub fn curve(map: &Map, words: &Words) -> String {
    let chart = Chart::of(map, words);
    let count = i32::try_from(chart.columns.len()).unwrap_or(1);
    let width = LEFT + COLUMN * count + 16;
    let mut pen = Pen::default();
    let mut y = pen.text((8, 8), ("", &chart.title), width - 16, Style::of(TITLE).bold());
    y = pen.text((8, y), ("", &words.say("chart-mood")), width - 16, Style::of(LABEL).dim());
    let top = y + 28;
    for (value, at) in ["+2", "+1", "0", "−1", "−2"].iter().zip(0..) {
        let y = top + PLOT * at / 4;
        let stroke = if *value == "0" { "stroke-opacity=\".55\"" } else { "stroke-opacity=\".18\"" };
        pen.rule((LEFT, y), (LEFT + COLUMN * count, y), stroke);
        pen.text((14, y - 7), ("", value), 26, Style::of(LABEL).dim());
    }
    let plot = Plot { left: LEFT, column: COLUMN, top, height: PLOT };
    let felt = chart.mood.as_ref().map(|it| it.felt.as_slice()).unwrap_or_default();
    plot.draw(felt, &mut pen);
    let mut bottom = top + PLOT;
    for (column, at) in chart.columns.iter().zip(0..) {
        bottom = bottom.max(name(&mut pen, column, (LEFT + COLUMN * at, top + PLOT + 22)));
    }
    let about = chart.mood.as_ref().map_or_else(|| words.say("chart-felt-nothing"), |it| it.label.clone());
    y = pen.text((8, bottom + 10), ("", &about), width - 16, Style::of(LABEL).dim());
    y = pen.text((8, y), ("", &chart.facts.join(" · ")), width - 16, Style::of(LABEL).dim());
    y = pen.text((8, y), ("", &chart.disclaimer), width - 16, Style::of(LABEL).dim());
    pen.finish((width, y + 10), (&chart.title, &about), chart.lang, true)
}

fn name(pen: &mut Pen, column: &Column, (x, y): (i32, i32)) -> i32 {
    let middle = (x + COLUMN / 2, y);
    let y = pen.text(middle, ("", &column.title()), COLUMN - 12, Style::of(LABEL + 1).bold().middle());
    pen.text((middle.0, y), ("", &column.counts), COLUMN - 12, Style::of(LABEL - 1).dim().middle())
}

/// Where a curve is drawn.
pub(super) struct Plot {
    /// The left border of the first stage.
    pub left: i32,
    /// The width of a stage.
    pub column: i32,
    /// The place of +2.
    pub top: i32,
    /// From +2 to -2.
    pub height: i32,
}

impl Plot {
    fn y(&self, height: i32) -> i32 {
        self.top + self.height / 2 - height * self.height / 400
    }

    /// The line, the points and their values.
    pub fn draw(&self, felt: &[Felt], pen: &mut Pen) {
        for (it, at) in felt.iter().zip(0..) {
            let (left, middle) = (self.left + self.column * at, self.left + self.column * at + self.column / 2);
            let Some(y) = it.y.map(|y| self.y(y)) else { continue };
            let style = |broken: bool| {
                if broken { "stroke-width=\"1.5\" stroke-dasharray=\"2 5\"" } else { "stroke-width=\"2\"" }
            };
            if let Some(from) = it.left {
                pen.rule((left, self.y(from)), (middle, y), style(it.left_broken));
            }
            if let Some(to) = it.right {
                pen.rule((middle, y), (left + self.column, self.y(to)), style(it.right_broken));
            }
        }
        for (it, at) in felt.iter().zip(0..).filter(|(it, _)| !it.value.is_empty()) {
            let middle = self.left + self.column * at + self.column / 2;
            let y = self.y(it.y.unwrap_or_default());
            pen.shape(&format!("circle cx=\"{middle}\" cy=\"{y}\" r=\"4\""));
            let label = if it.below { y + 6 } else { y - 22 };
            pen.text((middle, label), ("", &it.value), 40, Style::of(LABEL).bold().middle());
        }
    }
}

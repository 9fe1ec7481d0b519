//! How buyers really moved: the stages in a row, steps to the next one between them, leaps above, ways back below and
//! broken, each with how many people made it and the thicker the more.

use super::pen::{Pen, Style};
use crate::domain::journey::Map;
use crate::exchange::chart::{Chart, Move, unapproached};
use crate::words::Words;

/// The width of a stage with the gap behind it, of the gap, and the height of its box.
const COLUMN: i32 = 172;
const GAP: i32 = 56;
const BOX: i32 = 46;
/// How high an arc stands for each stage that it passes.
const RISE: i32 = 20;
const LABEL: i32 = 11;
const SIDE: i32 = 8;

/// The moves as an SVG fragment.
pub fn flow(map: &Map, words: &Words) -> String {
    let chart = Chart::of(map, words);
    let mut pen = Pen::default();
    let width = width(&chart);
    let mut y = pen.text((SIDE, 8), ("", &chart.title), width - 2 * SIDE, Style::of(16).bold());
    y = pen.text((SIDE, y), ("", &words.say("report-moves")), width - 2 * SIDE, Style::of(LABEL).dim());
    y = draw(&mut pen, &chart, (SIDE, y + 8), COLUMN);
    if let Some(lack) = unapproached(map, words) {
        y = pen.text((SIDE, y), ("", &lack), width - 2 * SIDE, Style::of(LABEL).dim());
    }
    y = pen.text((SIDE, y), ("", &chart.disclaimer), width - 2 * SIDE, Style::of(LABEL).dim());
    pen.finish((width, y + 10), (&chart.title, &label(&chart, words)), chart.lang, true)
}

/// The drawing alone, for a page that has a heading for it; none where nobody moved.
pub(in crate::exchange) fn inline(chart: &Chart, words: &Words) -> Option<String> {
    (!chart.moves.is_empty()).then(|| {
        let mut pen = Pen::default();
        let bottom = draw(&mut pen, chart, (SIDE, 0), COLUMN);
        pen.finish((width(chart), bottom), (&label(chart, words), ""), chart.lang, false)
    })
}

fn label(chart: &Chart, words: &Words) -> String {
    let list: Vec<&str> = chart.moves.iter().map(|it| it.sentence.as_str()).collect();
    let list = if list.is_empty() { chart.no_moves.clone() } else { list.join("; ") };
    words.say_with("chart-moves-label", &[("list", (&list).into())])
}

fn width(chart: &Chart) -> i32 {
    COLUMN * i32::try_from(chart.columns.len()).unwrap_or(1) - GAP + 2 * SIDE
}

/// Draws stages and moves from `at` on, a stage each `column` pixels; returns where it ends.
pub(super) fn draw(pen: &mut Pen, chart: &Chart, (x, y): (i32, i32), column: i32) -> i32 {
    let leaps = |back: bool| {
        let far = chart.moves.iter().filter(move |it| it.back == back && it.from.abs_diff(it.to) > usize::from(!back));
        far.map(span).max().map_or(0, |span| span * RISE + 24)
    };
    let top = y + leaps(false);
    let row = Boxes { x, top, column };
    for (it, at) in chart.columns.iter().zip(0..) {
        row.stage(pen, at, &it.title());
    }
    for it in &chart.moves {
        match (it.back, it.to == it.from + 1) {
            (true, _) => row.arc(pen, it, true),
            (false, true) => row.step(pen, it),
            (false, false) => row.arc(pen, it, false),
        }
    }
    top + BOX + leaps(true) + 12
}

fn span(it: &Move) -> i32 {
    i32::try_from(it.from.abs_diff(it.to)).unwrap_or(1)
}

/// The thicker the more people, and never a blot.
fn stroke(it: &Move) -> String {
    let tenths = 10 + 4 * it.people.min(10);
    let broken = if it.back { " stroke-dasharray=\"5 4\"" } else { "" };
    format!("fill=\"none\" stroke=\"currentColor\" stroke-width=\"{}.{}\"{broken}", tenths / 10, tenths % 10)
}

struct Boxes {
    x: i32,
    top: i32,
    column: i32,
}

impl Boxes {
    fn left(&self, at: usize) -> i32 {
        self.x + self.column * i32::try_from(at).unwrap_or(0)
    }

    fn width(&self) -> i32 {
        self.column - GAP
    }

    fn stage(&self, pen: &mut Pen, at: usize, title: &str) {
        let (x, y, width) = (self.left(at), self.top, self.width());
        pen.shape(&format!(
            "rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{BOX}\" rx=\"4\" fill=\"none\" stroke=\"currentColor\" stroke-opacity=\".6\""
        ));
        // A long name is cut to what the box holds; the whole of it stands in the sentence of each move.
        let style = Style::of(LABEL).bold().middle();
        let rows = super::advance::rows(title, width - 8, style.measured());
        let shown: Vec<&str> = rows.iter().take(2).map(|row| row.text.as_str()).collect();
        let cut = if rows.len() > 2 { "…" } else { "" };
        let text = format!("{}{cut}", shown.join(" "));
        let high = i32::try_from(rows.len().min(2)).unwrap_or(1) * style.leading();
        pen.text((x + width / 2, y + (BOX - high) / 2), ("", &text), width - 2, style);
    }

    /// A straight step to the next stage.
    fn step(&self, pen: &mut Pen, it: &Move) {
        let (from, to, y) = (self.left(it.from) + self.width() + 3, self.left(it.to) - 4, self.top + BOX / 2);
        pen.shape(&format!("path d=\"M{from} {y}H{}\" {}", to - 5, stroke(it)));
        pen.shape(&format!("path d=\"M{to} {y}l-8 -4v8z\""));
        pen.text(((from + to) / 2, y - 20), ("", &it.count), GAP, Style::of(LABEL).middle());
    }

    /// An arc over the stages between, above them or below.
    fn arc(&self, pen: &mut Pen, it: &Move, below: bool) {
        let middle = self.width() / 2;
        // Those that begin and those that end at a stage do not meet.
        let shift = if below { -10 } else { 10 };
        let (from, to) = (self.left(it.from) + middle + shift, self.left(it.to) + middle - shift);
        let (edge, sign) = if below { (self.top + BOX + 2, 1) } else { (self.top - 2, -1) };
        let rise = sign * (span(it) * RISE + 10);
        // The top of a cubic curve is three quarters of the way to its handles.
        let handle = edge + rise * 4 / 3;
        pen.shape(&format!(
            "path d=\"M{from} {edge}C{from} {handle} {to} {handle} {to} {}\" {}",
            edge + sign * 5,
            stroke(it)
        ));
        pen.shape(&format!("path d=\"M{to} {edge}l-4 {tip}h8z\"", tip = sign * 8));
        // Inside of the arc, where no other one passes.
        let y = edge + rise + if below { -18 } else { 3 };
        pen.text(((from + to) / 2, y), ("", &it.count), self.column, Style::of(LABEL).middle());
    }
}

//! The saturation curve on a page: the drawing of the sheet, its pixels scaled to the width that there is. It is one
//! figure with its words; the same numbers stand in a table.

use super::ink::{Mark, RULE, Shape, Step, circle, points};
use super::setting::{Setting, Slab};
use super::style::Style;
use super::tree::{Kind, ROOT};
use crate::exchange::paper::tone::{Color, DIM, INK};
use crate::exchange::sheet::Curve;

/// The grey of the band and of the bars: what is left of the rule and the dim ink on white at the opacity of the HTML form.
const BAND: Color = Color(0xea, 0xeb, 0xee);
const BAR: Color = Color(0xb3, 0xb5, 0xb9);
/// The size of the numbers and names.
const LETTERS: f32 = 7.5;

impl Setting<'_> {
    pub(super) fn plot(&mut self, curve: &Curve) {
        let node = self.tree.put(ROOT, Kind::Figure(curve.label.clone()));
        let scale = (self.paper.measure() / points(curve.width)).min(1.0);
        let at = |pixels: usize| points(pixels) * scale;
        let mut marks = Vec::new();
        if !curve.band.is_empty() {
            marks.push(Mark::filled(path(&curve.band, scale, true), BAND));
        }
        for tick in &curve.ticks {
            marks.push(Mark::rule((at(curve.left), at(tick.y)), (at(curve.right), at(tick.y)), 0.6, RULE));
        }
        for bar in &curve.bars {
            let [x, y] = [at(bar.bar_x), at(bar.bar_y)];
            let [right, bottom] = [x + at(bar.bar_width), y + at(bar.bar_height)];
            let corners = [Step::Move(x, y), Step::Line(right, y), Step::Line(right, bottom), Step::Line(x, bottom)];
            marks.push(Mark::filled(corners.into_iter().chain([Step::Close]).collect(), BAR));
        }
        let line = Shape { path: path(&curve.line, scale, false), color: INK, stroke: Some(1.4) };
        marks.push(Mark::Shape(line));
        marks.extend(curve.bars.iter().map(|bar| Mark::filled(circle(at(bar.x), at(bar.y), 2.3), INK)));
        let style = Style { size: LETTERS, color: DIM, ..Style::caption() };
        for tick in &curve.ticks {
            let place = (at(curve.left) - 6.0, at(tick.y) + LETTERS * 0.35);
            self.label(&mut marks, (&tick.value.to_string(), style), place, 1.0);
        }
        for bar in curve.bars.iter().filter(|it| !it.shown.is_empty()) {
            self.label(&mut marks, (&bar.shown, style), (at(bar.x), at(curve.floor) + LETTERS + 5.0), 0.5);
        }
        let marks = marks.into_iter().map(|mark| (node, mark)).collect();
        self.slabs.push(Slab { before: 6.0, height: at(curve.height), keeps: true, marks, ..Slab::default() });
    }

    /// A text at a place; `share` of its width lies to the left of it.
    fn label(&mut self, marks: &mut Vec<Mark>, (text, style): (&str, Style), place: (f32, f32), share: f32) {
        let line = self.compositor.one(0, text, style);
        let x = place.0 - line.width * share;
        marks.extend(line.marks.into_iter().map(|(_, mark)| mark.moved(x, place.1)));
    }
}

/// The points of a sheet ("12,34 56,78") as a path.
fn path(text: &str, scale: f32, is_closed: bool) -> Vec<Step> {
    let number = |text: &str| text.parse::<usize>().map(points).unwrap_or_default() * scale;
    let places = text.split(' ').filter_map(|it| it.split_once(',')).map(|(x, y)| (number(x), number(y)));
    let mut steps: Vec<Step> =
        places.enumerate().map(|(at, (x, y))| if at == 0 { Step::Move(x, y) } else { Step::Line(x, y) }).collect();
    if is_closed {
        steps.push(Step::Close);
    }
    steps
}

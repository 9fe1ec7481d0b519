//! What stands on a page: glyphs, shapes and the places of links, each where it is drawn, in points from the upper left
//! corner. How a row of dots is drawn is said here, by the shapes of the HTML form.

use super::face::Glyph;
use crate::exchange::paper::tone::{Color, INK};
use crate::exchange::sheet::{Dots, Spot};

/// Rules and the lines behind a plot.
pub(super) const RULE: Color = Color(0xd5, 0xd8, 0xdd);
/// How large a dot of a sheet becomes on paper: points per CSS pixel.
pub(super) const DOT: f32 = 0.6;

/// Something drawn.
#[derive(Clone, Debug)]
pub(super) enum Mark {
    Text(Run),
    Shape(Shape),
}

/// Glyphs of one font, size and colour on one line.
#[derive(Clone, Debug)]
pub(super) struct Run {
    pub x: f32,
    /// The line on which the letters stand.
    pub y: f32,
    pub font: usize,
    pub size: f32,
    pub color: Color,
    pub text: String,
    /// One for each character of the text.
    pub glyphs: Vec<Glyph>,
}

/// A path, filled or drawn as a line.
#[derive(Clone, Debug)]
pub(super) struct Shape {
    pub path: Vec<Step>,
    pub color: Color,
    /// The width of the line; none where the path is filled.
    pub stroke: Option<f32>,
}

/// A step of a path.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step {
    Move(f32, f32),
    Line(f32, f32),
    Curve([f32; 6]),
    Close,
}

/// A place that leads elsewhere when it is pressed.
#[derive(Clone, Debug)]
pub(super) struct Link {
    /// The node of the tree.
    pub node: usize,
    /// The anchor.
    pub to: String,
    /// What it says.
    pub text: String,
    /// Left, top, right, bottom.
    pub area: [f32; 4],
}

impl Mark {
    /// The same elsewhere.
    pub fn moved(mut self, dx: f32, dy: f32) -> Mark {
        match &mut self {
            Mark::Text(run) => {
                run.x += dx;
                run.y += dy;
            }
            Mark::Shape(shape) => shape.path.iter_mut().for_each(|step| step.shift(dx, dy)),
        }
        self
    }

    /// A straight line.
    pub fn rule(from: (f32, f32), to: (f32, f32), width: f32, color: Color) -> Mark {
        let path = vec![Step::Move(from.0, from.1), Step::Line(to.0, to.1)];
        Mark::Shape(Shape { path, color, stroke: Some(width) })
    }

    /// A path that is filled.
    pub fn filled(path: Vec<Step>, color: Color) -> Mark {
        Mark::Shape(Shape { path, color, stroke: None })
    }
}

impl Step {
    fn shift(&mut self, dx: f32, dy: f32) {
        match self {
            Step::Move(x, y) | Step::Line(x, y) => {
                *x += dx;
                *y += dy;
            }
            Step::Curve(points) => {
                for (at, place) in points.iter_mut().enumerate() {
                    *place += if at % 2 == 0 { dx } else { dy };
                }
            }
            Step::Close => {}
        }
    }
}

impl Link {
    /// The same elsewhere.
    pub fn moved(mut self, dx: f32, dy: f32) -> Link {
        let [left, top, right, bottom] = self.area;
        self.area = [left + dx, top + dy, right + dx, bottom + dy];
        self
    }
}

/// A circle of four curves.
pub(super) fn circle(x: f32, y: f32, r: f32) -> Vec<Step> {
    // The distance of the inner points by which four cubic curves come closest to a circle.
    let k = r * 0.552_285;
    vec![
        Step::Move(x + r, y),
        Step::Curve([x + r, y + k, x + k, y + r, x, y + r]),
        Step::Curve([x - k, y + r, x - r, y + k, x - r, y]),
        Step::Curve([x - r, y - k, x - k, y - r, x, y - r]),
        Step::Curve([x + k, y - r, x + r, y - k, x + r, y]),
        Step::Close,
    ]
}

/// A row of dots with its upper left corner at 0, 0.
pub(super) fn dots(dots: &Dots) -> Vec<Mark> {
    dots.spots.iter().flat_map(dot).collect()
}

fn dot(spot: &Spot) -> Vec<Mark> {
    let [x, y] = [spot.x, spot.y].map(|it| points(it) * DOT);
    let line = |path: Vec<Step>, width: f32| Mark::Shape(Shape { path, color: INK, stroke: Some(width * DOT) });
    let cross = |r: f32| {
        let r = r * DOT;
        vec![Step::Move(x - r, y - r), Step::Line(x + r, y + r), Step::Move(x + r, y - r), Step::Line(x - r, y + r)]
    };
    match spot.kind {
        "raised" => vec![Mark::filled(circle(x, y, 5.0 * DOT), INK)],
        "unprompted" => {
            let r = 6.0 * DOT;
            let corners = [Step::Move(x, y - r), Step::Line(x + r, y), Step::Line(x, y + r), Step::Line(x - r, y)];
            vec![Mark::filled(corners.into_iter().chain([Step::Close]).collect(), INK)]
        }
        "both" => vec![line(circle(x, y, 5.0 * DOT), 1.5), line(cross(3.0), 1.5)],
        "contradicted" => vec![line(cross(4.0), 2.25)],
        "silent" => vec![line(circle(x, y, 4.25 * DOT), 1.5)],
        "open" => vec![Mark::filled(circle(x, y, 1.75 * DOT), INK)],
        _ => vec![Mark::rule((x - 4.0 * DOT, y), (x + 4.0 * DOT, y), 1.5 * DOT, INK)],
    }
}

/// Pixels of a sheet as a number that can be measured with.
pub(super) fn points(pixels: usize) -> f32 {
    f32::from(u16::try_from(pixels).unwrap_or(u16::MAX))
}

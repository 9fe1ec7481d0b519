//! One picture of a brief for slides and messages: who, what is known with its dots, how new themes came in. It is drawn
//! at three times its size, so that it stays sharp on a wall.

use tiny_skia::{FillRule, LineJoin, Paint, PathBuilder, Pixmap, Stroke, Transform};
use ttf_parser::OutlineBuilder;

use super::Paper;
use super::face::Faces;
use super::ink::{Mark, Run, Shape, Step};
use crate::error::{Error, ErrorKind, Result};
use crate::exchange::paper::manuscript::Manuscript;
use crate::exchange::paper::tone::Color;

/// As wide as the text of a page with its margins, as high as what is in it.
const PICTURE: Paper = Paper { width: 600.0, height: None, side: 36.0, top: 32.0, bottom: 32.0 };
/// Pixels per point.
const SCALE: f32 = 3.0;
/// No picture is higher, in pixels: what a slide cannot show is no picture.
const HIGHEST: u32 = 16_000;

/// The picture.
///
/// # Errors
/// `glyph-missing` (points), `font-unusable` (number); `picture-too-high` where the texts are too long for one.
pub fn of(manuscript: &Manuscript, fonts: &[Vec<u8>]) -> Result<Vec<u8>> {
    let faces = Faces::of(fonts)?;
    let set = super::set(manuscript, &faces, PICTURE)?;
    let filled = set.pages.iter().map(|page| page.filled).fold(0.0, f32::max) + PICTURE.bottom;
    let (width, height) = (pixels(PICTURE.width), pixels(filled));
    let too_high = || Error::refused("picture-too-high").with("height", height).with("limit", HIGHEST);
    let mut canvas = Pixmap::new(width, height).filter(|_| height <= HIGHEST).ok_or_else(too_high)?;
    canvas.fill(tiny_skia::Color::WHITE);
    for (_, mark) in set.pages.iter().flat_map(|page| &page.marks) {
        match mark {
            Mark::Text(run) => text(&mut canvas, run, &faces),
            Mark::Shape(it) => shape(&mut canvas, it),
        }
    }
    canvas.encode_png().map_err(|fault| Error::new(ErrorKind::Bug, "picture-unmade").because(fault))
}

/// A length of the page on the canvas.
fn pixels(points: f32) -> u32 {
    // A float becomes the nearest whole number within the range, which is what is meant.
    (points * SCALE).ceil() as u32
}

fn paint(color: Color) -> Paint<'static> {
    let mut paint = Paint::default();
    paint.set_color_rgba8(color.0, color.1, color.2, 255);
    paint
}

fn shape(canvas: &mut Pixmap, shape: &Shape) {
    let mut path = PathBuilder::new();
    for step in &shape.path {
        match *step {
            Step::Move(x, y) => path.move_to(x, y),
            Step::Line(x, y) => path.line_to(x, y),
            Step::Curve([x1, y1, x2, y2, x, y]) => path.cubic_to(x1, y1, x2, y2, x, y),
            Step::Close => path.close(),
        }
    }
    let Some(path) = path.finish() else { return };
    let (paint, scaled) = (paint(shape.color), Transform::from_scale(SCALE, SCALE));
    match shape.stroke {
        Some(width) => {
            let stroke = Stroke { width, line_join: LineJoin::Round, ..Stroke::default() };
            canvas.stroke_path(&path, &paint, &stroke, scaled, None);
        }
        None => canvas.fill_path(&path, &paint, FillRule::Winding, scaled, None),
    }
}

fn text(canvas: &mut Pixmap, run: &Run, faces: &Faces<'_>) {
    let unit = faces.unit(run.font) * run.size;
    let mut outlines = Outlines { path: PathBuilder::new(), x: run.x, y: run.y, unit };
    for glyph in &run.glyphs {
        faces.outline(*glyph, &mut outlines);
        outlines.x += glyph.advance * run.size;
    }
    if let Some(path) = outlines.path.finish() {
        let scaled = Transform::from_scale(SCALE, SCALE);
        canvas.fill_path(&path, &paint(run.color), FillRule::Winding, scaled, None);
    }
}

/// The outlines of glyphs, one after the other on their line.
struct Outlines {
    path: PathBuilder,
    x: f32,
    y: f32,
    unit: f32,
}

impl Outlines {
    /// A place of a font, which counts upwards, on the page.
    fn at(&self, x: f32, y: f32) -> (f32, f32) {
        (self.x + x * self.unit, self.y - y * self.unit)
    }
}

impl OutlineBuilder for Outlines {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let ((x1, y1), (x, y)) = (self.at(x1, y1), self.at(x, y));
        self.path.quad_to(x1, y1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let ((x1, y1), (x2, y2), (x, y)) = (self.at(x1, y1), self.at(x2, y2), self.at(x, y));
        self.path.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}

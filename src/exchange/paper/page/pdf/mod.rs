//! Pages as PDF: tagged so that they can be read aloud (PDF/UA-1, which the writer checks), with an outline, links
//! between claims and lines, a title, a language and the brief's own date. Fonts are embedded as far as they are used.

mod tags;

use krilla::color::rgb;
use krilla::configure::{Accessibility, Configuration};
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, LineJoin, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Node, SpanTag};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings, annotation, destination};

use chrono::Datelike;

use super::face::Faces;
use super::ink::{Link, Mark, Run, Shape, Step};
use super::lines::Compositor;
use super::style::Style;
use super::tree::{ARTIFACT, Kind};
use super::{Page, Paper, Set};
use crate::error::{Error, ErrorKind, Result};
use crate::exchange::paper::manuscript::{Manuscript, Piece};
use crate::exchange::paper::tone::Color;

/// A4 (ISO 216), with the margins of the HTML form's print.
const A4: Paper = Paper { width: 595.28, height: Some(841.89), side: 51.0, top: 54.0, bottom: 64.0 };
/// How far above the lower edge the foot of a page stands.
const FOOT: f32 = 36.0;

/// The document.
///
/// # Errors
/// `glyph-missing` (points), `font-unusable` (number).
pub fn of(manuscript: &Manuscript, fonts: &[Vec<u8>]) -> Result<Vec<u8>> {
    let faces = Faces::of(fonts)?;
    let mut set = super::set(manuscript, &faces, A4)?;
    feet(&mut set, &manuscript.foot, &faces);
    let embedded: Option<Vec<Font>> = faces.fonts.iter().map(|it| Font::new(it.bytes.to_vec().into(), 0)).collect();
    let embedded = embedded.ok_or_else(|| Error::new(ErrorKind::Bug, "pdf-unmade"))?;
    let scales = faces.fonts.iter().map(|it| it.scale).collect();
    let leaves = set.tree.nodes.iter().map(|_| Vec::new()).collect();
    let mut writing = Writing { document: document()?, embedded, scales, leaves };
    for page in &set.pages {
        writing.page(page, &set);
    }
    let Writing { mut document, leaves, .. } = writing;
    document.set_tag_tree(tags::tree(&set.tree, leaves, manuscript.lang));
    document.set_outline(outline(&set));
    document.set_metadata(metadata(manuscript));
    document.finish().map_err(|fault| Error::new(ErrorKind::Bug, "pdf-unmade").because(fault))
}

fn document() -> Result<Document> {
    let configuration = krilla::configure::ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|_| Error::new(ErrorKind::Bug, "pdf-unmade"))?;
    Ok(Document::new_with(settings(configuration)))
}

fn settings(configuration: Configuration) -> SerializeSettings {
    SerializeSettings { configuration, ..SerializeSettings::default() }
}

fn metadata(manuscript: &Manuscript) -> Metadata {
    let mut metadata = Metadata::new()
        .title(format!("{} · {}", manuscript.title, manuscript.study))
        .language(manuscript.lang.to_owned())
        .creator("whybuy".to_owned());
    if !manuscript.author.is_empty() {
        metadata = metadata.authors(vec![manuscript.author.clone()]);
    }
    if let Some(date) = manuscript.date {
        let part = |number: u32| u8::try_from(number).unwrap_or(1);
        let year = DateTime::new(u16::try_from(date.year()).unwrap_or_default());
        metadata = metadata.creation_date(year.month(part(date.month())).day(part(date.day())));
    }
    metadata
}

/// The foot of every page: what it is, and its number of how many.
fn feet(set: &mut Set, foot: &str, faces: &Faces<'_>) {
    let mut compositor = Compositor { faces, missing: std::collections::BTreeSet::new() };
    let (style, count, measure) = (Style { size: 7.5, ..Style::caption() }, set.pages.len(), A4.measure());
    let y = A4.height.unwrap_or_default() - FOOT;
    let piece = Piece::plain(foot);
    for (at, page) in set.pages.iter_mut().enumerate() {
        let named = compositor.lines(&[(ARTIFACT, &piece)], style, measure * 0.85).into_iter().next();
        let number = compositor.one(ARTIFACT, &format!("{} / {count}", at + 1), style);
        let right = A4.side + measure - number.width;
        let named = named.into_iter().flat_map(|it| it.marks).map(|(_, mark)| mark.moved(A4.side, y));
        let number = number.marks.into_iter().map(|(_, mark)| mark.moved(right, y));
        page.marks.extend(named.chain(number).map(|mark| (ARTIFACT, mark)));
    }
}

/// The headings, those of the third level below those of the second.
fn outline(set: &Set) -> Outline {
    let mut outline = Outline::new();
    let mut open: Option<OutlineNode> = None;
    for (level, text, place) in &set.outline {
        let text = if text.is_empty() { "–" } else { text };
        let to = destination::XyzDestination::new(place.page, Point::from_xy(0.0, place.y));
        let node = OutlineNode::new(text.to_owned(), to);
        match open.as_mut().filter(|_| *level > 2) {
            Some(above) => above.push_child(node),
            None => {
                open.take().into_iter().for_each(|it| outline.push_child(it));
                open = Some(node);
            }
        }
    }
    open.into_iter().for_each(|it| outline.push_child(it));
    outline
}

/// A document that is being written.
struct Writing {
    document: Document,
    embedded: Vec<Font>,
    /// The scale of each font.
    scales: Vec<f32>,
    /// What was drawn of each node.
    leaves: Vec<Vec<Node>>,
}

impl Writing {
    fn page(&mut self, page: &Page, set: &Set) {
        let Some(size) = PageSettings::from_wh(A4.width, A4.height.unwrap_or_default()) else { return };
        let mut sheet = self.document.start_page_with(size);
        let mut surface = sheet.surface();
        let mut rest = page.marks.as_slice();
        while let Some((node, _)) = rest.first() {
            let (of_it, after) = rest.split_at(rest.iter().take_while(|(it, _)| it == node).count());
            rest = after;
            let identifier = surface.start_tagged(content(*node, &set.tree.nodes[*node].kind));
            if *node != ARTIFACT {
                self.leaves[*node].push(identifier.into());
            }
            for (_, mark) in of_it {
                draw(&mut surface, mark, &self.embedded, &self.scales);
            }
            surface.end_tagged();
        }
        surface.finish();
        for link in &page.links {
            if let Some(annotation) = annotated(link, set) {
                self.leaves[link.node].push(sheet.add_tagged_annotation(annotation).into());
            }
        }
    }
}

fn content(node: usize, kind: &Kind) -> ContentTag<'static> {
    match kind {
        _ if node == ARTIFACT => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Other)),
        Kind::Figure(_) => ContentTag::Other,
        _ => ContentTag::Span(SpanTag::empty()),
    }
}

fn annotated(link: &Link, set: &Set) -> Option<annotation::Annotation> {
    let place = set.anchors.get(&link.to)?;
    let [left, top, right, bottom] = link.area;
    let area = Rect::from_ltrb(left, top, right, bottom)?;
    let to = destination::XyzDestination::new(place.page, Point::from_xy(0.0, (place.y - 8.0).max(0.0)));
    let link_to = annotation::LinkAnnotation::new(area, annotation::Target::Destination(to.into()));
    Some(annotation::Annotation::new_link(link_to, Some(link.text.clone())))
}

fn draw(surface: &mut Surface<'_>, mark: &Mark, fonts: &[Font], scales: &[f32]) {
    match mark {
        Mark::Text(run) => text(surface, run, &fonts[run.font], scales[run.font]),
        Mark::Shape(it) => shape(surface, it),
    }
}

fn fill(color: Color) -> Fill {
    Fill { paint: rgb::Color::new(color.0, color.1, color.2).into(), ..Fill::default() }
}

fn text(surface: &mut Surface<'_>, run: &Run, font: &Font, scale: f32) {
    let mut at = 0;
    let glyph = |(c, glyph): (char, &super::face::Glyph)| {
        let text_range = at..at + c.len_utf8();
        at = text_range.end;
        KrillaGlyph {
            glyph_id: GlyphId::new(u32::from(glyph.id)),
            text_range,
            x_advance: glyph.advance / scale,
            x_offset: 0.0,
            y_offset: 0.0,
            y_advance: 0.0,
            location: None,
        }
    };
    let glyphs: Vec<KrillaGlyph> = run.text.chars().zip(&run.glyphs).map(glyph).collect();
    surface.set_stroke(None);
    surface.set_fill(Some(fill(run.color)));
    let start = Point::from_xy(run.x, run.y);
    surface.draw_glyphs(start, &glyphs, font.clone(), &run.text, run.size * scale, false);
}

fn shape(surface: &mut Surface<'_>, shape: &Shape) {
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
    let filled = fill(shape.color);
    let stroke = |width| Stroke { paint: filled.paint.clone(), width, line_join: LineJoin::Round, ..Stroke::default() };
    surface.set_stroke(shape.stroke.map(stroke));
    surface.set_fill(shape.stroke.is_none().then(|| fill(shape.color)));
    surface.draw_path(&path);
}

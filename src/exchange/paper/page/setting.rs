//! Blocks become slabs: the smallest things that stay whole on a page, each one line high. A slab knows whether it
//! stays with the one after it, so that no heading stands alone at the foot of a page and no line of a paragraph is left
//! behind.

use std::collections::BTreeSet;

use super::Paper;
use super::face::Faces;
use super::ink::{Link, Mark};
use super::lines::{Compositor, Line, Noded};
use super::style::{GAP, Style, TEXT};
use super::tree::{ARTIFACT, Kind, ROOT, Tree};
use crate::error::{Error, Result};
use crate::exchange::paper::manuscript::{Block, Heading, Manuscript, Para, Piece, Role};

/// A paragraph of so many lines and fewer is not divided.
const WHOLE: usize = 4;

/// A line of a page with everything in it; places are from its upper left corner.
#[derive(Clone, Debug, Default)]
pub(super) struct Slab {
    /// The room above it, where it is not the first of its page.
    pub before: f32,
    pub height: f32,
    /// Whether it stays with the next.
    pub keeps: bool,
    /// The head of its table, by number, which is repeated where the table goes on.
    pub head: Option<usize>,
    pub marks: Vec<(usize, Mark)>,
    pub links: Vec<Link>,
    pub anchor: Option<String>,
    /// The heading that it is: level and text.
    pub outline: Option<(usize, String)>,
}

/// What grows while blocks are set.
pub(super) struct Setting<'f> {
    pub compositor: Compositor<'f>,
    pub paper: Paper,
    pub tree: Tree,
    pub slabs: Vec<Slab>,
    /// The heads of tables.
    pub heads: Vec<Vec<Slab>>,
    /// Where links may lead.
    anchors: BTreeSet<String>,
    /// The list that the next entry belongs to.
    list: Option<usize>,
}

/// Lines beside other lines, from a place on: a cell, a margin.
pub(super) struct Stack {
    pub x: f32,
    /// Where they end if they stand to the right.
    pub right: Option<f32>,
    pub lines: Vec<Line>,
}

impl<'f> Setting<'f> {
    pub fn new(faces: &'f Faces<'f>, paper: Paper, manuscript: &Manuscript) -> Setting<'f> {
        Setting {
            compositor: Compositor { faces, missing: BTreeSet::new() },
            paper,
            tree: Tree::new(),
            slabs: Vec::new(),
            heads: Vec::new(),
            anchors: manuscript.anchors().map(str::to_owned).collect(),
            list: None,
        }
    }

    /// The slabs, the heads of tables and the tree.
    ///
    /// # Errors
    /// `glyph-missing` (points) where no font has a character.
    pub fn finish(self) -> Result<(Vec<Slab>, Vec<Vec<Slab>>, Tree)> {
        let missing = &self.compositor.missing;
        if missing.is_empty() {
            return Ok((self.slabs, self.heads, self.tree));
        }
        let points: Vec<String> = missing.iter().take(8).map(|c| format!("U+{:04X}", u32::from(*c))).collect();
        let more = if missing.len() > points.len() { ", …" } else { "" };
        Err(Error::refused("glyph-missing").with("count", missing.len()).with("points", points.join(", ") + more))
    }

    pub fn block(&mut self, block: &Block) {
        if !matches!(block, Block::Para(Para { role: Role::Entry, .. })) {
            self.list = None;
        }
        match block {
            Block::Heading(it) => self.heading(it),
            Block::Para(it) => self.para(it),
            Block::Table(it) => self.table(it),
            Block::Plot(it) => self.plot(it),
        }
    }

    fn heading(&mut self, it: &Heading) {
        let style = if it.is_quiet { Style::quiet() } else { Style::heading(it.level) };
        let node = self.tree.put(ROOT, Kind::Heading(it.level, it.text.clone()));
        let piece = Piece::plain(&it.text);
        let width = if it.level > 2 { self.text_width() } else { self.paper.measure() };
        let lines = self.compositor.lines(&[(node, &piece)], style, width);
        let mut slabs = beside(&[Stack { x: 0.0, right: None, lines }]);
        for slab in &mut slabs {
            slab.keeps = true;
        }
        if let Some(first) = slabs.first_mut() {
            first.before = style.before;
            first.anchor.clone_from(&it.anchor);
            first.outline = Some((it.level, it.text.clone()));
        }
        if let Some(hue) = it.hue {
            let rule = Mark::rule((0.0, 1.0), (self.paper.measure(), 1.0), 2.0, hue);
            let marks = vec![(ARTIFACT, rule)];
            let above = Slab { before: style.before, height: 6.0, keeps: true, marks, ..Slab::default() };
            slabs.iter_mut().take(1).for_each(|it| it.before = 0.0);
            self.slabs.push(above);
        }
        self.slabs.append(&mut slabs);
    }

    fn para(&mut self, it: &Para) {
        let style = Style::of(it.role);
        let parent = self.parent(it.role);
        let is_wide = matches!(it.role, Role::Study | Role::Facts | Role::Legend);
        let width = if is_wide { self.paper.measure() } else { self.text_width() };
        let text = self.pieces(parent, &it.text);
        let mut lines = self.compositor.lines(&text, style, width - style.indent);
        if it.role == Role::Entry
            && let Some(first) = lines.first_mut()
        {
            let dash = self.compositor.one(ARTIFACT, "–", style);
            first.marks.splice(0..0, dash.marks.into_iter().map(|(node, it)| (node, it.moved(-style.indent, 0.0))));
        }
        let mut stacks = vec![Stack { x: style.indent, right: None, lines }];
        if !it.aside.is_empty() {
            let aside = self.pieces(parent, &it.aside);
            let (x, small) = (self.text_width() + GAP, Style::of(Role::Note));
            let lines = self.compositor.lines(&aside, small, self.paper.measure() - x);
            stacks.push(Stack { x, right: None, lines });
        }
        let mut slabs = kept(beside(&stacks), style.keeps);
        if let Some(first) = slabs.first_mut() {
            first.before = style.before;
            first.anchor.clone_from(&it.anchor);
        }
        self.slabs.append(&mut slabs);
    }

    fn parent(&mut self, role: Role) -> usize {
        match role {
            Role::Entry => {
                let list = self.list.unwrap_or_else(|| self.tree.put(ROOT, Kind::List));
                self.list = Some(list);
                let entry = self.tree.put(list, Kind::Entry);
                self.tree.put(entry, Kind::Body)
            }
            Role::Quoted => {
                let quotation = self.tree.put(ROOT, Kind::Quotation);
                self.tree.put(quotation, Kind::Paragraph)
            }
            _ => self.tree.put(ROOT, Kind::Paragraph),
        }
    }

    /// The pieces with their nodes: links and figures have one of their own, and what stands between them then too.
    pub fn pieces<'p>(&mut self, parent: usize, pieces: &'p [Piece]) -> Vec<Noded<'p>> {
        let mut last: Option<(usize, Option<&str>)> = None;
        let mut out = Vec::new();
        for piece in pieces {
            let node = match piece {
                Piece::Dots(dots) if dots.label.is_empty() => ARTIFACT,
                Piece::Dots(dots) => self.tree.put(parent, Kind::Figure(dots.label.clone())),
                Piece::Text { to, .. } => {
                    let to = to.as_deref().filter(|it| self.anchors.contains(*it));
                    match last.filter(|(_, before)| *before == to) {
                        Some((node, _)) => node,
                        None => self.tree.put(parent, if to.is_some() { Kind::Link } else { Kind::Span }),
                    }
                }
            };
            last = match piece {
                Piece::Dots(_) => None,
                Piece::Text { to, .. } => Some((node, to.as_deref().filter(|it| self.anchors.contains(*it)))),
            };
            out.push((node, piece));
        }
        out
    }

    /// The width of running text.
    fn text_width(&self) -> f32 {
        self.paper.measure() * TEXT
    }
}

/// The lines of stacks side by side, each on one line with its neighbours.
pub(super) fn beside(stacks: &[Stack]) -> Vec<Slab> {
    let count = stacks.iter().map(|it| it.lines.len()).max().unwrap_or_default();
    let mut slabs = Vec::new();
    for at in 0..count {
        let row = stacks.iter().filter_map(|it| it.lines.get(at).map(|line| (it, line)));
        let base = row.clone().map(|(_, line)| line.base).fold(0.0, f32::max);
        let below = row.clone().map(|(_, line)| line.below).fold(0.0, f32::max);
        let mut slab = Slab { height: base + below, ..Slab::default() };
        for (stack, line) in row {
            let x = stack.right.map_or(stack.x, |right| right - line.width);
            slab.marks.extend(line.marks.iter().map(|(node, mark)| (*node, mark.clone().moved(x, base))));
            slab.links.extend(line.links.iter().map(|link| link.clone().moved(x, base)));
        }
        slabs.push(slab);
    }
    slabs
}

/// The slabs of one paragraph or row: a short one stays whole, of a long one no line stands alone.
pub(super) fn kept(mut slabs: Vec<Slab>, with_next: bool) -> Vec<Slab> {
    let count = slabs.len();
    for (at, slab) in slabs.iter_mut().enumerate() {
        slab.keeps = if at + 1 == count { with_next } else { count <= WHOLE || at == 0 || at + 2 == count };
    }
    slabs
}

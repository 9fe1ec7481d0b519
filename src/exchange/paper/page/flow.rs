//! Slabs become pages: what keeps together goes to the next page together, and where a table goes on its head is
//! repeated, which is not read aloud twice.

use std::collections::BTreeMap;

use super::setting::Slab;
use super::tree::{ARTIFACT, Tree};
use super::{Page, Paper, Place, Set};

struct Flow<'s> {
    paper: Paper,
    heads: &'s [Vec<Slab>],
    pages: Vec<Page>,
    page: Page,
    y: f32,
    is_fresh: bool,
    anchors: BTreeMap<String, Place>,
    outline: Vec<(usize, String, Place)>,
}

/// The pages of a document.
pub(super) fn pages(slabs: Vec<Slab>, heads: &[Vec<Slab>], tree: Tree, paper: Paper) -> Set {
    let mut flow = Flow {
        paper,
        heads,
        pages: Vec::new(),
        page: Page::default(),
        y: paper.top,
        is_fresh: true,
        anchors: BTreeMap::new(),
        outline: Vec::new(),
    };
    let mut rest = slabs.into_iter().peekable();
    while rest.peek().is_some() {
        let mut group: Vec<Slab> = Vec::new();
        for slab in rest.by_ref() {
            let is_last = !slab.keeps;
            group.push(slab);
            if is_last {
                break;
            }
        }
        flow.group(group);
    }
    flow.turn();
    Set { pages: flow.pages, tree, anchors: flow.anchors, outline: flow.outline }
}

impl Flow<'_> {
    /// Slabs that stay together, as long as a page holds them.
    fn group(&mut self, group: Vec<Slab>) {
        let height: f32 = group.iter().map(|it| it.before + it.height).sum();
        let whole = self.limit() - self.paper.top;
        if !self.is_fresh && self.y + height > self.limit() && height <= whole {
            self.turn();
        }
        for slab in group {
            if !self.is_fresh && self.y + slab.before + slab.height > self.limit() {
                self.turn();
            }
            if let (true, Some(head)) = (self.is_fresh, slab.head) {
                self.repeat(head);
            }
            self.place(slab);
        }
    }

    /// Where a page ends.
    fn limit(&self) -> f32 {
        self.paper.height.map_or(f32::INFINITY, |height| height - self.paper.bottom)
    }

    /// The head of a table once more.
    fn repeat(&mut self, head: usize) {
        for slab in &self.heads[head] {
            let mut again = slab.clone();
            again.marks.iter_mut().for_each(|(node, _)| *node = ARTIFACT);
            self.place(again);
        }
    }

    fn place(&mut self, slab: Slab) {
        if !self.is_fresh {
            self.y += slab.before;
        }
        self.is_fresh = false;
        let (dx, dy) = (self.paper.side, self.y);
        let place = Place { page: self.pages.len(), y: dy };
        self.page.marks.extend(slab.marks.into_iter().map(|(node, mark)| (node, mark.moved(dx, dy))));
        self.page.links.extend(slab.links.into_iter().map(|link| link.moved(dx, dy)));
        if let Some(anchor) = slab.anchor {
            self.anchors.insert(anchor, place);
        }
        if let Some((level, text)) = slab.outline {
            self.outline.push((level, text, place));
        }
        self.y += slab.height;
    }

    /// Ends the page.
    fn turn(&mut self) {
        self.page.filled = self.y;
        self.pages.push(std::mem::take(&mut self.page));
        (self.y, self.is_fresh) = (self.paper.top, true);
    }
}

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
        // Nodes are numbered as they are read: what is copied out of a page comes in that order, a code after its line.
        self.page.marks.sort_by_key(|(node, _)| *node);
        self.pages.push(std::mem::take(&mut self.page));
        (self.y, self.is_fresh) = (self.paper.top, true);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAPER: Paper = Paper { width: 100.0, height: Some(120.0), side: 10.0, top: 10.0, bottom: 10.0 };

    fn slab(height: f32, keeps: bool, anchor: &str) -> Slab {
        Slab { height, keeps, anchor: Some(anchor.to_owned()), ..Slab::default() }
    }

    #[test]
    fn what_keeps_together_turns_the_page_together_and_no_heading_is_left_behind() {
        let slabs = vec![slab(80.0, false, "text"), slab(10.0, true, "heading"), slab(20.0, false, "first line")];
        let set = pages(slabs, &[], Tree::new(), PAPER);
        let page = |anchor: &str| set.anchors.get(anchor).map(|it| it.page);
        assert_eq!([page("text"), page("heading"), page("first line")], [Some(0), Some(1), Some(1)]);
    }

    #[test]
    fn what_no_page_holds_is_divided_and_a_table_goes_on_under_its_head() {
        let head = vec![slab(10.0, true, "head")];
        let rows = (0..12).map(|at| Slab { head: Some(0), ..slab(20.0, at < 11, &format!("row {at}")) });
        let slabs: Vec<Slab> = head.clone().into_iter().chain(rows).collect();
        let set = pages(slabs, &[head], Tree::new(), PAPER);
        assert_eq!(set.pages.len(), 3);
        assert!(set.pages.iter().all(|page| page.filled <= 110.0));
        // The head stands above the rows of the last page again.
        assert_eq!(set.anchors.get("head").map(|it| (it.page, it.y)), Some((2, 10.0)));
    }
}

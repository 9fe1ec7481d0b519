//! A manuscript on pages: lines are broken, tables get their columns, headings stay with what they head, and the result
//! is a list of marks (glyphs and shapes at their places) that PDF and PNG only have to draw. What each mark belongs to
//! is kept in a tree, so that a page can be read aloud.

mod face;
mod flow;
mod ink;
mod lines;
pub(super) mod pdf;
mod plot;
#[cfg(feature = "png")]
pub(super) mod png;
mod setting;
mod style;
mod tabular;
mod tree;

use std::collections::BTreeMap;

use self::face::Faces;
use self::ink::{Link, Mark};
use self::tree::Tree;
use super::manuscript::Manuscript;
use crate::error::Result;

/// The measures of what is set, in points of 1/72 inch.
#[derive(Clone, Copy, Debug)]
struct Paper {
    width: f32,
    /// None where one page holds everything.
    height: Option<f32>,
    /// The margins at both sides.
    side: f32,
    top: f32,
    bottom: f32,
}

impl Paper {
    /// The width between the margins.
    fn measure(&self) -> f32 {
        self.width - 2.0 * self.side
    }
}

/// A page as it is drawn.
#[derive(Debug, Default)]
struct Page {
    /// Each with the node of the tree that it belongs to.
    marks: Vec<(usize, Mark)>,
    links: Vec<Link>,
    /// How far down it is filled.
    filled: f32,
}

/// A place that a link or the outline leads to.
#[derive(Clone, Copy, Debug)]
struct Place {
    page: usize,
    y: f32,
}

/// A manuscript that has been set.
struct Set {
    pages: Vec<Page>,
    tree: Tree,
    anchors: BTreeMap<String, Place>,
    /// The headings: level, text and place.
    outline: Vec<(usize, String, Place)>,
}

/// Sets a manuscript.
///
/// # Errors
/// `glyph-missing` (points) where no face has a character.
fn set(manuscript: &Manuscript, faces: &Faces<'_>, paper: Paper) -> Result<Set> {
    let mut setting = setting::Setting::new(faces, paper, manuscript);
    for block in &manuscript.blocks {
        setting.block(block);
    }
    let (slabs, heads, tree) = setting.finish()?;
    Ok(flow::pages(slabs, &heads, tree, paper))
}

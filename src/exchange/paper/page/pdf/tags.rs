//! The tree of a document as PDF names its nodes (ISO 32000-1, 14.8.4): what a screen reader goes by. What was drawn
//! of a node stands before its children.

use std::num::{NonZeroU16, NonZeroU32};

use krilla::tagging::{ListNumbering, Node, TableHeaderScope, Tag, TagGroup, TagKind, TagTree};

use crate::exchange::paper::page::tree::{Kind, ROOT, Tree};

/// The tree with what was drawn of each node.
pub(super) fn tree(tree: &Tree, mut leaves: Vec<Vec<Node>>, lang: &str) -> TagTree {
    let mut tags = TagTree::new().with_lang(Some(lang.to_owned()));
    for child in &tree.nodes[ROOT].children {
        tags.push(group(tree, *child, &mut leaves));
    }
    tags
}

fn group(tree: &Tree, at: usize, leaves: &mut [Vec<Node>]) -> TagGroup {
    let node = &tree.nodes[at];
    let mut children = std::mem::take(&mut leaves[at]);
    children.extend(node.children.iter().map(|child| group(tree, *child, leaves).into()));
    TagGroup::with_children(tag(&node.kind), children)
}

fn tag(kind: &Kind) -> TagKind {
    match kind {
        Kind::Heading(level, text) => {
            let level = u16::try_from(*level).ok().and_then(NonZeroU16::new).unwrap_or(NonZeroU16::MIN);
            Tag::Hn(level, Some(text.clone())).into()
        }
        Kind::Paragraph => Tag::P.into(),
        Kind::Quotation => Tag::BlockQuote.into(),
        Kind::List => Tag::L(ListNumbering::None).into(),
        Kind::Entry => Tag::LI.into(),
        Kind::Body => Tag::LBody.into(),
        Kind::Table => Tag::Table.into(),
        Kind::Caption => Tag::Caption.into(),
        Kind::Row => Tag::TR.into(),
        Kind::ColumnHead => Tag::TH(TableHeaderScope::Column).into(),
        Kind::RowHead(span) => Tag::TH(TableHeaderScope::Row).with_col_span(NonZeroU32::new(*span)).into(),
        Kind::Cell => Tag::TD.into(),
        Kind::Figure(label) => Tag::Figure(Some(label.clone())).into(),
        Kind::Link => Tag::Link.into(),
        Kind::Span | Kind::Artifact | Kind::Document => Tag::Span.into(),
    }
}

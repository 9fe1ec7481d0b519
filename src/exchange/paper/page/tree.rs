//! What the marks of a page belong to, as a reader hears it: headings, paragraphs, quotations, lists, tables with their
//! heads, figures with their words. A node has either marks or children.

/// What is not read aloud: rules, page numbers, repeated heads of tables.
pub(super) const ARTIFACT: usize = 0;
/// The document itself.
pub(super) const ROOT: usize = 1;

/// What a node is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind {
    Artifact,
    Document,
    /// A heading of a level with its text.
    Heading(usize, String),
    Paragraph,
    Quotation,
    List,
    Entry,
    Body,
    Table,
    Caption,
    Row,
    /// The head of a column.
    ColumnHead,
    /// The head of a row or of the rows below: over how many columns it stands.
    RowHead(u32),
    Cell,
    /// A drawing with its words.
    Figure(String),
    Link,
    Span,
}

/// A node.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub kind: Kind,
    pub children: Vec<usize>,
}

/// The tree of a document.
pub(super) struct Tree {
    pub nodes: Vec<Node>,
}

impl Tree {
    pub fn new() -> Tree {
        let node = |kind| Node { kind, children: Vec::new() };
        Tree { nodes: vec![node(Kind::Artifact), node(Kind::Document)] }
    }

    /// A new node, the last child of its parent.
    pub fn put(&mut self, parent: usize, kind: Kind) -> usize {
        let at = self.nodes.len();
        self.nodes.push(Node { kind, children: Vec::new() });
        self.nodes[parent].children.push(at);
        at
    }
}

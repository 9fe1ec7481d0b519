//! What a search asks and what it answers: people first, lines second, facets with counts. In JSON it is the body of
//! `whybuy.search/1`.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::domain::Id;
use crate::domain::line::Line;

/// A search as it is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The query as it was typed.
    pub text: String,
    /// Only in this study; none means the whole library.
    pub study: Option<Id>,
    /// At most so many lines are returned; all are counted.
    pub limit: usize,
}

/// People and lines behind one value of a facet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Count {
    /// Distinct participants.
    pub people: usize,
    /// Lines.
    pub lines: usize,
}

/// How the lines found are spread.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Facets {
    /// By dimension; people are not counted here, since one person speaks in several.
    pub dimension: BTreeMap<String, usize>,
    /// By persona name.
    pub persona: BTreeMap<String, Count>,
    /// By outcome.
    pub outcome: BTreeMap<String, Count>,
}

/// One line found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The line with the names of what it belongs to.
    pub line: Line,
    /// How well it fits; comparable within one answer only.
    pub score: f32,
    /// Byte ranges of the text that matched, ascending, on character boundaries.
    pub highlights: Vec<[usize; 2]>,
}

/// One way in which a query was read beyond its letters; never silent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Expanded {
    /// How: `initials`, `as_hangul`, `as_latin` or `forms`.
    pub means: &'static str,
    /// What was typed.
    pub typed: String,
    /// What was looked for as well.
    pub sought: String,
}

/// The answer to a search.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The query as it was asked.
    pub query: String,
    /// How many lines match.
    pub total: usize,
    /// How many people said so: those with at least one line in their own words or in a paraphrase among them.
    pub people: usize,
    /// Milliseconds from the request to the answer.
    pub took_ms: u64,
    /// Changed lines that the index has not reached yet; they were answered from memory.
    pub behind: usize,
    /// Whether the index could not be used and the store was read instead.
    pub scanned: bool,
    /// The best lines, at most as many as were asked for.
    pub hits: Vec<Hit>,
    /// How all of them are spread.
    pub facets: Facets,
    /// Ways in which the query was read beyond its letters, such as another keyboard layout.
    pub expanded: Vec<Expanded>,
}

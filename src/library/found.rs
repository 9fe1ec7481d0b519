//! What a search asks and what it answers: people first, lines second, facets with counts. In JSON it is the body of
//! `whybuy.search/1`.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::domain::Id;
use crate::domain::denominator::Denominator;
use crate::domain::line::Line;

/// A search as it is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// The query as it was typed.
    pub text: String,
    /// Only in this study; none means the whole library.
    pub study: Option<Id>,
    /// At most so many lines are returned; all are counted.
    pub limit: usize,
    /// Without the team's synonyms and former names of themes.
    pub literal: bool,
}

impl Request {
    /// A search of the whole library, with the team's synonyms.
    pub fn of(text: &str, limit: usize) -> Request {
        Request { text: text.to_owned(), limit, ..Request::default() }
    }
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
    /// By role in the purchase.
    pub role: BTreeMap<String, Count>,
}

/// Who was asked about what is sought, as `domain::denominator` defines it for a theme: *raised* are the people found;
/// *asked* were put a question that speaks of it, or an interviewer's line that does; *not asked* are those with whom
/// the dimension of what was found was never touched.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Standing {
    /// Everybody who counts: inside the filters about people, not withdrawn, with an interview that has begun.
    pub people: usize,
    /// What is known of them.
    #[serde(flatten)]
    pub counts: Denominator,
}

/// A participant whose name, in the vault, begins with what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The study.
    pub study: Id,
    /// The participant.
    pub participant: Id,
    /// The code, such as `P09`.
    pub code: String,
}

/// Why nothing was found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Nothing {
    /// How many lines were searched: those of everybody who has not withdrawn.
    pub lines: u64,
    /// Each filter as it was typed, with how many lines would be found without it; the greatest first, none with 0.
    pub without: Vec<(String, usize)>,
    /// Words of the library that are spelled nearly like one of the query, the nearest first.
    pub near: Vec<String>,
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
    /// The names of the themes against which this line speaks.
    pub against: Vec<String>,
    /// The earlier wording that matched and its revision, where the line no longer says so (`revision:all`).
    pub earlier: Option<(u32, String)>,
}

/// One way in which a query was read beyond its letters; never silent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Expanded {
    /// How: `initials`, `as_hangul`, `as_latin`, `forms`, `synonym` or `former_name`.
    pub means: &'static str,
    /// What was typed.
    pub typed: String,
    /// What was looked for as well.
    pub sought: String,
}

impl Expanded {
    /// A theme that was sought by a name that it once had.
    pub(super) fn former_name((typed, sought): (String, String)) -> Expanded {
        Expanded { means: "former_name", typed, sought }
    }
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
    /// Who they are, `people` of them, each once and in no order that means anything; see [`Found::everybody`].
    pub who: Vec<Id>,
    /// In how many interviews the lines were found.
    pub interviews: usize,
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
    /// Who was asked; none where the query has no word, and so nothing to ask about.
    pub standing: Option<Standing>,
    /// People whose name begins with what was typed: names are in the vault and nowhere else.
    pub named: Vec<Named>,
    /// Why, where no line was found.
    pub nothing: Option<Nothing>,
}

impl Found {
    /// The people who said so, by id.
    pub fn everybody(&self) -> BTreeSet<Id> {
        self.who.iter().copied().collect()
    }
}

//! The query that a person types, read into clauses and filters. Limits come before anything else, so that no text
//! can make reading or searching long; there is no nesting. What a word finds is decided in `plan`.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::filter::Filter;
use super::lexicon::Lexicon;
use super::naming;
use super::plan::{self, Clause, Manner, Planned};
use crate::error::{Error, Result};

/// The most characters of a query.
pub const MOST_CHARS: usize = 1000;
/// The most words of a query, those in quotation marks and those to leave out included.
pub const MOST_WORDS: usize = 32;
/// The most words and filters to leave out.
pub const MOST_EXCLUSIONS: usize = 16;
/// The most characters of a word.
pub const MOST_CHARS_OF_A_WORD: usize = 64;

/// How an expansion of a typed word came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Means {
    /// Initial consonants were typed (초성).
    Initials,
    /// Latin letters, typed where Hangul was meant (한글로 찾음).
    AsHangul,
    /// Hangul, typed where Latin letters were meant (영문으로 찾음).
    AsLatin,
    /// Other forms of a predicate (활용).
    Forms,
    /// A word that means the same to the team (동의어).
    Synonym,
}

impl Means {
    /// The name by which the words and JSON know it.
    pub fn name(self) -> &'static str {
        match self {
            Means::Initials => "initials",
            Means::AsHangul => "as_hangul",
            Means::AsLatin => "as_latin",
            Means::Forms => "forms",
            Means::Synonym => "synonym",
        }
    }
}

/// One expansion that a query makes: never silent, so that a screen can say it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expansion {
    /// How.
    pub means: Means,
    /// What was typed.
    pub typed: String,
    /// What was looked for as well; for several, joined by `, `.
    pub sought: String,
}

/// A query that was understood.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    /// All of these are found in a line.
    pub(super) must: Vec<Clause>,
    /// At least `need` of these are.
    pub(super) some: Vec<Clause>,
    /// How many of `some`.
    pub(super) need: usize,
    /// None of these is.
    pub(super) without: Vec<Clause>,
    pub(super) filters: Vec<Filter>,
    expanded: Vec<Expansion>,
    ignored: Vec<String>,
    /// The words as they were typed, those to leave out not among them.
    typed: Vec<String>,
}

/// How a text answers a query.
#[derive(Clone, Debug, PartialEq)]
pub struct Match {
    /// The same score that the index gives; higher is better.
    pub score: f32,
    /// Bytes of the text that were matched: in order, apart, on character boundaries.
    pub highlights: Vec<Range<usize>>,
    /// Positions in [`Query::expanded`] of the expansions without which this text would not, or less, be found.
    pub expanded: Vec<usize>,
}

impl Query {
    /// Whether there is a word or a phrase to look for.
    pub fn has_words(&self) -> bool {
        !self.must.is_empty() || !self.some.is_empty()
    }

    /// Whether there is nothing to look for: no word and no filter.
    pub fn is_empty(&self) -> bool {
        self.must.is_empty() && self.some.is_empty() && self.without.is_empty() && self.filters.is_empty()
    }

    /// All filters. The library answers those about people and themes; see [`super::By`].
    pub fn filters(&self) -> &[Filter] {
        &self.filters
    }

    /// Every expansion that this query makes, found or not.
    pub fn expanded(&self) -> &[Expansion] {
        &self.expanded
    }

    /// Words that were left aside because they are particles alone.
    pub fn ignored(&self) -> &[String] {
        &self.ignored
    }

    /// The words to look for as they were typed, without phrases.
    pub fn typed(&self) -> &[String] {
        &self.typed
    }

    /// The query that at least `need` of these clauses make.
    pub(super) fn of_some(some: Vec<Clause>, need: usize) -> Query {
        Query { some, need, ..Query::default() }
    }

    fn add(&mut self, planned: Planned, typed: &str, place: Place) {
        let clause = match planned {
            Planned::Clause(clause) => clause,
            Planned::Particle => return self.ignored.push(typed.to_owned()),
            Planned::Nothing => return,
        };
        let clauses = match place {
            Place::Must => &mut self.must,
            Place::Some => &mut self.some,
            Place::Without => &mut self.without,
        };
        // What is asked twice is asked once.
        if !clauses.contains(&clause) {
            clauses.push(clause);
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Must,
    Some,
    Without,
}

/// Reads a query: words (the last one may be unfinished), `"phrases"`, `-words` to leave out, `*stars*`, and filters
/// such as `concern:감사`, `persona:`, `outcome:lost|no_decision`, `date:2024-03..2025`, `P07`, with their Korean names.
/// One or two words must both be found; of more, two thirds. `지연|연기` is either word. An empty text gives an empty
/// query, which finds nothing.
///
/// # Errors
/// `search-too-long`, `search-too-many-words`, `search-too-many-exclusions`, `search-word-too-long` beyond the limits;
/// `search-particle-alone` and `search-no-letters` where nothing can be looked for; `search-unknown-value`,
/// `search-bad-date` and `search-cannot-exclude` where a filter is not understood.
pub fn parse(text: &str) -> Result<Query> {
    parse_with(text, &Lexicon::default())
}

/// Reads a query as [`parse`] does, for a team that has words of its own.
///
/// # Errors
/// As [`parse`].
pub fn parse_with(text: &str, lexicon: &Lexicon) -> Result<Query> {
    let text = within_limits(text)?;
    let pieces = pieces_of(&text);
    check_pieces(&pieces)?;
    // Filters behind the word that is being typed do not end it: a screen writes them there.
    let last_word = pieces.iter().rposition(|it| it.filter.is_none_or(|name| name.takes_a_word()));
    let is_followed = last_word.is_some_and(|at| at + 1 < pieces.len());
    let ends_open = is_followed || !text.ends_with(char::is_whitespace);
    let mut query = Query::default();
    for (at, piece) in pieces.iter().enumerate() {
        add_piece(&mut query, piece, (lexicon, ends_open && Some(at) == last_word))?;
    }
    query.need = need_of(query.some.len());
    if query.is_empty() && !pieces.is_empty() && !pieces.iter().all(|it| it.filter.is_some()) {
        return Err(nothing_to_find(&query));
    }
    Ok(query)
}

/// The query without each of its parts in turn: that filter or word as it was typed, and the rest. The word that a
/// filter of a dimension takes stays. A word goes only where another word stays.
pub fn without_each_part(text: &str) -> Vec<(String, String)> {
    let Ok(text) = within_limits(text) else { return Vec::new() };
    let pieces = pieces_of(&text);
    let words = pieces.iter().filter(|it| !it.negated && (!it.is_filter() || !it.written(false).is_empty())).count();
    let goes = |at: &usize| pieces[*at].is_filter() || words > 1;
    let rest = |left_out: usize| {
        let kept = pieces.iter().enumerate().map(|(at, it)| if at == left_out { it.bare() } else { it.written(true) });
        kept.filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ")
    };
    let parts = (0..pieces.len()).filter(goes).map(|at| (pieces[at].written(true), rest(at)));
    parts.filter(|(_, rest)| !rest.is_empty()).collect()
}

/// How many of so many words must be found: both of two, two of three, three of four, four of five and six.
fn need_of(words: usize) -> usize {
    if words < 3 { words } else { words - words / 3 }
}

fn nothing_to_find(query: &Query) -> Error {
    match query.ignored.first() {
        Some(particle) => Error::usage("search-particle-alone").with("word", particle),
        None => Error::usage("search-no-letters"),
    }
}

fn within_limits(text: &str) -> Result<String> {
    if text.chars().nth(MOST_CHARS).is_some() {
        return Err(Error::usage("search-too-long").with("most", MOST_CHARS));
    }
    let plain = |c: char| match c {
        c if c.is_control() => ' ',
        '“' | '”' | '„' | '＂' => '"',
        '：' => ':',
        '｜' => '|',
        '＊' => '*',
        c => c,
    };
    Ok(text.nfc().map(plain).collect())
}

/// One piece of a query, between blanks.
#[derive(Debug, Default)]
struct Piece {
    negated: bool,
    /// The name before the colon, if it is one that is known.
    filter: Option<naming::Name>,
    /// That name as it was typed, with its colon; empty where there is none.
    name: String,
    text: String,
    quoted: bool,
    /// What will do as well: `|` and another text, which may be quoted.
    others: Vec<(String, bool)>,
}

impl Piece {
    /// Every text in it with whether it was quoted.
    fn texts(&self) -> impl Iterator<Item = (&str, bool)> {
        let first = (self.text.as_str(), self.quoted);
        std::iter::once(first).chain(self.others.iter().map(|(text, quoted)| (text.as_str(), *quoted)))
    }

    /// Whether it filters, with a name before it or as a participant's code.
    fn is_filter(&self) -> bool {
        let is_code = || naming::code_alone(&self.text, self.negated).is_some() && !self.quoted;
        self.filter.is_some() || (self.others.is_empty() && is_code())
    }

    /// It as it can be typed again, with its filter or, where a word is left then, without.
    fn written(&self, with_filter: bool) -> String {
        let quoted = |(text, quoted): (&str, bool)| if quoted { format!("\"{text}\"") } else { text.to_owned() };
        let words = self.texts().map(quoted).collect::<Vec<_>>().join("|");
        match (&self.name, with_filter) {
            (name, true) => format!("{}{name}{words}", if self.negated { "-" } else { "" }),
            (_, false) if self.filter.is_some_and(naming::Name::takes_a_word) => words,
            (_, false) => String::new(),
        }
    }

    /// What stays of it when it is left out: the word that its filter takes.
    fn bare(&self) -> String {
        if self.is_filter() { self.written(false) } else { String::new() }
    }

    /// Whether `|` parts words in it, and not the values of a filter.
    fn has_alternatives(&self) -> bool {
        self.filter.is_none_or(naming::Name::takes_a_word)
    }
}

/// Splits at blanks that are not inside quotation marks.
fn pieces_of(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let mut piece = Piece::default();
        if let Some(after) = rest.strip_prefix('-').filter(|it| it.starts_with(|c: char| !c.is_whitespace())) {
            (piece.negated, rest) = (true, after);
        }
        let name = rest.find(|c: char| c == ':' || c == '"' || c.is_whitespace());
        let name = name.filter(|at| rest[*at..].starts_with(':')).map(|at| (naming::Name::of(&rest[..at]), at));
        if let Some((Some(name), at)) = name {
            (piece.filter, piece.name, rest) = (Some(name), rest[..=at].to_owned(), &rest[at + 1..]);
        }
        let parts_words = piece.has_alternatives();
        ((piece.text, piece.quoted), rest) = take_text(rest, parts_words);
        rest = rest.trim_start();
        while let Some(after) = rest.strip_prefix('|').filter(|_| parts_words) {
            let (other, left) = take_text(after.trim_start(), true);
            rest = left.trim_start();
            piece.others.extend(Some(other).filter(|it| !it.0.is_empty()));
        }
        pieces.push(piece);
    }
    pieces
}

/// Takes a text with whether it is quoted, to the closing quotation mark or to the next blank (or `|`, where it parts
/// words); gives what is left too.
fn take_text(rest: &str, parts_words: bool) -> ((String, bool), &str) {
    if let Some(quoted) = rest.strip_prefix('"') {
        let (text, rest) = quoted.split_once('"').unwrap_or((quoted, ""));
        return ((text.to_owned(), true), rest);
    }
    let ends = |c: char| c == '"' || c.is_whitespace() || (parts_words && c == '|');
    let end = rest.find(ends).unwrap_or(rest.len());
    ((rest[..end].to_owned(), false), &rest[end..])
}

fn check_pieces(pieces: &[Piece]) -> Result<()> {
    let texts = || pieces.iter().flat_map(Piece::texts).map(|it| it.0);
    let words = texts().map(|it| it.split_whitespace().count().max(1)).sum::<usize>();
    if words > MOST_WORDS {
        return Err(Error::usage("search-too-many-words").with("most", MOST_WORDS));
    }
    if pieces.iter().filter(|it| it.negated).count() > MOST_EXCLUSIONS {
        return Err(Error::usage("search-too-many-exclusions").with("most", MOST_EXCLUSIONS));
    }
    let too_long = |it: &str| it.chars().nth(MOST_CHARS_OF_A_WORD).is_some();
    if texts().flat_map(str::split_whitespace).any(too_long) {
        return Err(Error::usage("search-word-too-long").with("most", MOST_CHARS_OF_A_WORD));
    }
    Ok(())
}

fn add_piece(query: &mut Query, piece: &Piece, manner: (&Lexicon, bool)) -> Result<()> {
    let filter = match piece.filter {
        Some(name) => name.read(&piece.text, piece.negated)?,
        None => naming::code_alone(&piece.text, piece.negated).filter(|_| !piece.quoted && piece.others.is_empty()),
    };
    let is_word = piece.filter.is_none_or(|name| name.takes_a_word());
    let was_code = piece.filter.is_none() && filter.is_some();
    query.filters.extend(filter);
    if is_word && !was_code {
        add_words(query, piece, manner);
    }
    Ok(())
}

fn add_words(query: &mut Query, piece: &Piece, (lexicon, is_last): (&Lexicon, bool)) {
    let (manner, place) = match piece.negated {
        true => (Manner::Excluded, Place::Without),
        false if piece.quoted && piece.others.is_empty() => (Manner::Whole, Place::Must),
        false if is_last => (Manner::Typing, Place::Some),
        false => (Manner::Whole, Place::Some),
    };
    let mut all = Planned::Nothing;
    for (text, quoted) in piece.texts() {
        let planned = match quoted {
            true => plan::phrase(text),
            false => plan::word(text, manner, lexicon, &mut query.expanded),
        };
        if !quoted && !piece.negated {
            query.typed.push(text.to_lowercase());
        }
        all = all.or(planned);
    }
    query.add(all, &piece.text, place);
}

//! The query that a person types, read into clauses and filters.

use std::ops::Range;

use chrono::NaiveDate;

use super::filter::Filter;
use crate::domain::{Dimension, Voice};
use crate::error::Result;

/// How an expansion of a typed word came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Means {
    /// Initial consonants were typed (초성).
    Initials,
    /// Latin letters, typed where Hangul was meant (한글로 찾음).
    AsHangul,
    /// Hangul, typed where Latin letters were meant (영문으로 찾음).
    AsLatin,
    /// Other forms of a predicate that was typed in its dictionary form (활용).
    Forms,
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
#[derive(Clone, Debug, PartialEq)]
pub struct Query {
    filters: Vec<Filter>,
    expanded: Vec<Expansion>,
}

/// How a text answers a query.
#[derive(Clone, Debug, PartialEq)]
pub struct Match {
    /// The same score that the index gives; higher is better.
    pub score: f32,
    /// Bytes of the text that were matched: in order, apart, on character boundaries.
    pub highlights: Vec<Range<usize>>,
    /// Positions in [`Query::expanded`] of the expansions that this text was found by.
    pub expanded: Vec<usize>,
}

/// Reads a query. An empty text gives an empty query, which finds nothing.
pub fn parse(_text: &str) -> Result<Query> {
    Ok(Query { filters: Vec::new(), expanded: Vec::new() })
}

impl Query {
    /// Whether there is nothing to look for: no word and no filter.
    pub fn is_empty(&self) -> bool {
        self.filters.is_empty()
    }

    /// All filters.
    pub fn filters(&self) -> &[Filter] {
        &self.filters
    }

    /// Every expansion that this query makes.
    pub fn expanded(&self) -> &[Expansion] {
        &self.expanded
    }

    /// Whether a text has what the words of the query ask. Filters are not asked: see [`Query::admits`].
    pub fn matches(&self, _text: &str) -> Option<Match> {
        None
    }

    /// Whether a line passes the filters that the index answers (dimension, voice, date).
    pub fn admits(&self, _dimension: Dimension, _voice: Voice, _date: NaiveDate) -> bool {
        true
    }
}

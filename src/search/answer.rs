//! Asking the index: which notes, of how many people, in which dimensions.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Dimension, Id};
use crate::error::Result;

use super::follow::Index;
use super::query::Query;

/// Where to look: everything that is given must hold. The default is everywhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// Only lines of these studies.
    pub studies: Option<BTreeSet<Id>>,
    /// Only lines of these participants.
    pub people: Option<BTreeSet<Id>>,
    /// No lines of these participants.
    pub without_people: BTreeSet<Id>,
    /// Only these notes.
    pub notes: Option<BTreeSet<Id>>,
    /// None of these notes: what changed or went since the index was written.
    pub without_notes: BTreeSet<Id>,
}

/// One note that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The note.
    pub note: Id,
    /// Who said it.
    pub participant: Id,
    /// The same score that [`Query::matches`] gives for its text.
    pub score: f32,
}

/// What the index answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Candidates {
    /// How many notes were found.
    pub total: usize,
    /// How many of them each participant has.
    pub by_participant: BTreeMap<Id, usize>,
    /// How many of them each dimension has.
    pub by_dimension: BTreeMap<Dimension, usize>,
    /// The best, by score and then by id; at most as many as were asked for.
    pub hits: Vec<Candidate>,
}

impl Index {
    /// The notes inside `scope` that a query finds: all counted, the best `limit` given. An empty query finds nothing.
    ///
    /// # Errors
    /// `index-damaged` where the index cannot be read; the caller then rebuilds it.
    pub fn search(&self, _query: &Query, _scope: &Scope, _limit: usize) -> Result<Candidates> {
        Ok(Candidates::default())
    }
}

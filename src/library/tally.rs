//! What a search has found before its rows are fetched: how many lines, of whom, in which dimensions, and the best of
//! them. Counted alike from the index, from the tail and from the store.

use std::collections::{BTreeMap, HashSet};

use crate::domain::line::Document;
use crate::domain::{Dimension, Id};
use crate::error::Result;
use crate::search::{self, Index, Query, Scope, Traits};

/// Matches before their rows are fetched.
#[derive(Default)]
pub(super) struct Tally {
    pub total: usize,
    pub by_participant: BTreeMap<Id, usize>,
    /// The interviews in which any line was found.
    pub interviews: HashSet<Id>,
    pub by_dimension: BTreeMap<Dimension, usize>,
    pub hits: Vec<(f32, Id)>,
}

impl Tally {
    /// How many lines of evidence were found of each person.
    pub(super) fn people(self) -> BTreeMap<Id, usize> {
        self.by_participant
    }

    /// How many lines of evidence were found of one person.
    pub(super) fn lines_of(&self, participant: Id) -> usize {
        self.by_participant.get(&participant).copied().unwrap_or_default()
    }

    /// How many lines were found.
    pub(super) fn total(&self) -> usize {
        self.total
    }

    /// The dimensions in which lines were found.
    pub(super) fn dimensions(&self) -> impl Iterator<Item = Dimension> {
        self.by_dimension.keys().copied()
    }

    pub(super) fn from_index(index: &Index, query: &Query, scope: &Scope, limit: usize) -> Result<Tally> {
        let (candidates, interviews) = index.search_with_interviews(query, scope, limit)?;
        Ok(Tally {
            total: candidates.total,
            interviews,
            by_participant: candidates.by_participant,
            by_dimension: candidates.by_dimension,
            hits: candidates.hits.into_iter().map(|hit| (hit.score, hit.note)).collect(),
        })
    }

    /// The best notes, by score and then by id.
    pub(super) fn best(&self, limit: usize) -> Vec<Id> {
        let mut hits: Vec<&(f32, Id)> = self.hits.iter().collect();
        hits.sort_by(|(score_a, a), (score_b, b)| score_b.total_cmp(score_a).then(a.cmp(b)));
        hits.into_iter().take(limit).map(|(_, note)| *note).collect()
    }

    pub(super) fn take<'a>(&mut self, documents: impl Iterator<Item = &'a Document>, query: &Query, scope: &Scope) {
        for document in documents {
            let inside = scope.holds(document.study, document.participant, document.note);
            if !inside || !query.admits(&Traits::of(document)) {
                continue;
            }
            if let Some(matched) = query.matches(&document.text) {
                self.add(document, matched.score);
            }
        }
    }

    /// Counts one line that was found, with the score that its words give it.
    pub(super) fn add(&mut self, document: &Document, score: f32) {
        self.total += 1;
        self.interviews.insert(document.interview);
        if document.is_evidence() {
            *self.by_participant.entry(document.participant).or_default() += 1;
        }
        *self.by_dimension.entry(document.dimension).or_default() += 1;
        self.hits.push((search::weight(document.is_evidence()) * score, document.note));
    }
}

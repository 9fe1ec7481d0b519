//! Tests of the search as a whole, and what they share: documents from lines of text, and asking in both ways.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod acceptance;
mod agreement;
mod following;
mod relevance;

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use tempfile::TempDir;

use super::{Candidate, Candidates, Index, Query, Scope, Traits, weight};
use crate::domain::{Dimension, Document, Id, Speaker, Voice};

/// A document whose ids, dimension, voice and date follow from its number.
pub fn document(number: u64, text: &str) -> Document {
    let id = |kind: u64, of: u64| Id::counted(kind, of);
    let at = usize::try_from(number).unwrap();
    Document {
        note: id(1_700_000_000_000 + number % 3, number),
        study: id(1, number % 2),
        participant: id(2, number % 5),
        interview: id(3, number % 7),
        date: NaiveDate::from_ymd_opt(2024, 1, 1).unwrap() + Days::new(number % 400),
        dimension: Dimension::ALL[at % Dimension::ALL.len()],
        voice: Voice::ALL[at % Voice::ALL.len()],
        speaker: Speaker::Participant,
        feeling: i8::try_from(number % 6).ok().filter(|it| *it < 5).map(|it| it - 2),
        star: number.is_multiple_of(4),
        text: text.to_owned(),
    }
}

pub fn documents<T: AsRef<str>>(texts: &[T]) -> Vec<Document> {
    texts.iter().enumerate().map(|(at, text)| document(at as u64, text.as_ref())).collect()
}

/// An index of these documents, in several segments.
pub fn indexed(documents: &[Document]) -> (TempDir, Index) {
    let dir = tempfile::tempdir().unwrap();
    let mut index = Index::create(&dir.path().join("index")).unwrap();
    for (at, batch) in documents.chunks(documents.len().div_ceil(3).max(1)).enumerate() {
        index.follow(batch, &[], i64::try_from(at).unwrap() + 1).unwrap();
    }
    (dir, index)
}

/// What the index should answer, found by reading every document.
pub fn scanned(documents: &[Document], query: &Query, scope: &Scope, limit: usize) -> Candidates {
    let mut all = Candidates { by_participant: BTreeMap::new(), ..Candidates::default() };
    for it in documents {
        if !scope.holds(it.study, it.participant, it.note) || !query.admits(&Traits::of(it)) {
            continue;
        }
        let Some(found) = query.matches(&it.text) else { continue };
        all.total += 1;
        if it.is_evidence() {
            *all.by_participant.entry(it.participant).or_default() += 1;
        }
        *all.by_dimension.entry(it.dimension).or_default() += 1;
        let score = weight(it.is_evidence()) * found.score;
        all.hits.push(Candidate { note: it.note, participant: it.participant, score });
    }
    all.hits.sort_by(Candidate::rank);
    all.hits.truncate(limit);
    all
}

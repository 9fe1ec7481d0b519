//! The echo of a line: how many of the people who were heard before said something like it. The index and the tail
//! give the lines that may be alike, or the store where there is no index; `search::Content` decides, so the answer
//! is the same. A search that a person types always goes first.

use std::collections::BTreeSet;

use super::finder::{Finder, Tally};
use crate::domain::{Dimension, Document, Id};
use crate::error::Result;
use crate::search::{Content, Query, Scope};

/// At most so many lines are compared: the best by the words that they share.
const CANDIDATES: usize = 400;

/// A line that was logged, and the people with whom it is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EchoRequest {
    /// The line.
    pub note: Id,
    /// Its study.
    pub study: Id,
    /// Its dimension: an example is taken from there if it can be.
    pub dimension: Dimension,
    /// Its wording.
    pub text: String,
    /// The earlier people: each has been heard, and none is the one who speaks.
    pub people: BTreeSet<Id>,
}

/// How many earlier people said something like a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Echo {
    /// The line.
    pub note: Id,
    /// How many said something like it; 0 says that it is new.
    pub people: usize,
    /// Of how many.
    pub of: usize,
    /// The code of a line that is like it.
    pub example: Option<String>,
}

impl Finder {
    /// Answers one request; none where `is_urgent` says that something else must be answered first.
    pub(super) fn echo(&mut self, request: &EchoRequest, is_urgent: &mut dyn FnMut() -> bool) -> Result<Option<Echo>> {
        let content = Content::of(&request.text);
        self.ready()?;
        let people: BTreeSet<Id> = request.people.iter().copied().filter(|id| !self.is_withdrawn(*id)).collect();
        let of = people.len();
        let nobody = Echo { note: request.note, people: 0, of, example: None };
        let Some(query) = content.query().filter(|_| of > 0) else { return Ok(Some(nobody)) };
        let studies = Some(BTreeSet::from([request.study]));
        let mut scope = Scope { studies, people: Some(people), ..Scope::default() };
        let tally = match self.look_up(&query, &mut scope, CANDIDATES)? {
            Some(tally) => tally,
            None => match self.read_people(&query, &scope, is_urgent)? {
                Some(tally) => tally,
                None => return Ok(None),
            },
        };
        let best = self.store.documents(&tally.best(CANDIDATES))?;
        let alike = best.into_iter().filter(|it| it.is_evidence() && content.is_like(&Content::of(&it.text)));
        self.told(request, alike.collect(), nobody).map(Some)
    }

    /// Counts the people, and picks the example: of the same dimension if there is one, the best of those.
    fn told(&self, request: &EchoRequest, alike: Vec<Document>, nobody: Echo) -> Result<Echo> {
        let people: BTreeSet<Id> = alike.iter().map(|it| it.participant).collect();
        let same = alike.iter().find(|it| it.dimension == request.dimension);
        let example = same.or(alike.first()).map(|it| it.note);
        let line = self.store.lines(&example.into_iter().collect::<Vec<_>>())?.pop();
        Ok(Echo { people: people.len(), example: line.map(|line| line.code), ..nobody })
    }

    /// Reads the lines of these people in place of the index, one person after the other.
    fn read_people(&self, query: &Query, scope: &Scope, is_urgent: &mut dyn FnMut() -> bool) -> Result<Option<Tally>> {
        let mut tally = Tally::default();
        for person in scope.people.iter().flatten() {
            if is_urgent() {
                return Ok(None);
            }
            let documents = self.store.documents(&self.store.notes_of(*person)?)?;
            tally.take(documents.iter(), query, scope);
        }
        Ok(Some(tally))
    }
}

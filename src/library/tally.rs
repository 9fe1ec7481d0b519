//! What a search has found before its rows are fetched: lines counted by person and by dimension, and the best of
//! them. The index counts by place and the rest line by line; both come together here, by the numbers of people.

use std::collections::{BTreeMap, BTreeSet};

use super::people::People;
use crate::domain::line::Document;
use crate::domain::{Dimension, Id};
use crate::search::{self, Interviews, Places, Query, Scope, Tallied, Traits};

/// Matches before their rows are fetched.
#[derive(Default)]
pub(super) struct Tally {
    total: usize,
    /// Lines of evidence by the number of the person.
    lines: Vec<u32>,
    /// Those of them that are counted apart.
    apart: Vec<u32>,
    interviews: BTreeSet<Id>,
    interviews_of_index: Interviews,
    by_dimension: BTreeMap<Dimension, usize>,
    hits: Vec<(f32, Id)>,
}

/// Whose place it is, for every place of an index.
#[derive(Default)]
pub(super) struct Whose {
    version: u64,
    numbers: Vec<u32>,
}

impl Whose {
    /// Of nobody who is known.
    const NOBODY: u32 = u32::MAX;

    /// Knows every place.
    fn reach(&mut self, places: &Places, people: &People) {
        if self.version != people.version() {
            self.numbers.clear();
            self.version = people.version();
        }
        let new = places.list().iter().skip(self.numbers.len()).map(|place| {
            people.number(place.participant).and_then(|at| u32::try_from(at).ok()).unwrap_or(Self::NOBODY)
        });
        self.numbers.extend(new);
    }
}

impl Tally {
    /// What the index found.
    pub(super) fn of_index(found: Tallied, places: &Places, people: &People, whose: &mut Whose) -> Tally {
        whose.reach(places, people);
        let mut tally = Tally { lines: vec![0; people.len()], apart: vec![0; people.len()], ..Tally::default() };
        tally.interviews_of_index = places.interviews_of(found.by_place.iter().map(|it| it.place));
        for counted in &found.by_place {
            let Some(at) = whose.numbers.get(counted.place as usize).map(|it| *it as usize) else { continue };
            if let (Some(lines), Some(apart)) = (tally.lines.get_mut(at), tally.apart.get_mut(at)) {
                *lines += counted.evidence;
                *apart += counted.apart;
            }
        }
        tally.total = found.total;
        tally.by_dimension = found.by_dimension;
        tally.hits = found.hits.into_iter().map(|hit| (hit.score, hit.note)).collect();
        tally
    }

    /// How many people said so.
    pub(super) fn people(&self) -> usize {
        self.lines.iter().filter(|lines| **lines > 0).count()
    }

    /// How many interviews have a line that was found.
    pub(super) fn interviews(&self, places: Option<&Places>) -> usize {
        let of_index = &self.interviews_of_index;
        let is_counted = |it: &Id| places.is_some_and(|places| of_index.hold(*it, places));
        of_index.count() + self.interviews.iter().filter(|it| !is_counted(it)).count()
    }

    /// Lines of evidence by the number of the person; whoever is beyond its end has none.
    pub(super) fn lines(&self) -> &[u32] {
        &self.lines
    }

    /// Lines of evidence that are counted apart, in the same order.
    pub(super) fn apart(&self) -> &[u32] {
        &self.apart
    }

    /// How many lines were found.
    pub(super) fn total(&self) -> usize {
        self.total
    }

    /// How many lines of each dimension were found.
    pub(super) fn by_dimension(&self) -> &BTreeMap<Dimension, usize> {
        &self.by_dimension
    }

    /// The best notes with their scores, by score and then by id.
    pub(super) fn best(&self, limit: usize) -> Vec<(f32, Id)> {
        let mut hits = self.hits.clone();
        hits.sort_by(|(score_a, a), (score_b, b)| score_b.total_cmp(score_a).then(a.cmp(b)));
        hits.truncate(limit);
        hits
    }

    /// Counts the lines that a query finds among these.
    pub(super) fn take<'a>(
        &mut self,
        documents: impl Iterator<Item = &'a Document>,
        (query, scope): (&Query, &Scope),
        people: &People,
    ) {
        let reader = query.reader();
        for document in documents {
            if is_asked(document, query, scope)
                && let Some(matched) = reader.matches(&document.text)
            {
                self.add(document, matched.score, (scope, people));
            }
        }
    }

    /// Counts one line that was found, with the score that its words give it.
    pub(super) fn add(&mut self, document: &Document, score: f32, (scope, people): (&Scope, &People)) {
        self.total += 1;
        if let Some(at) = people.number(document.participant).filter(|_| document.is_evidence()) {
            if self.lines.len() <= at {
                self.lines.resize(people.len(), 0);
                self.apart.resize(people.len(), 0);
            }
            self.lines[at] += 1;
            self.apart[at] += u32::from(scope.apart.contains(&document.note));
        }
        self.interviews.insert(document.interview);
        *self.by_dimension.entry(document.dimension).or_default() += 1;
        self.hits.push((search::weight(document.is_evidence()) * score, document.note));
    }
}

/// Whether a line lies inside the scope and passes the filters.
pub(super) fn is_asked(document: &Document, query: &Query, scope: &Scope) -> bool {
    scope.holds(document.study, document.participant, document.note) && query.admits(&Traits::of(document))
}

//! Counting what is selected: every line by its place and its dimension, and the best of them kept. This is done for
//! each line that is found, so nothing here looks anything up.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BinaryHeap, HashMap, HashSet};

use chrono::NaiveDate;
use tantivy::DocId;

use super::answer::{Candidate, PlaceCount, Scope, Tallied, weight};
use super::bits::Bits;
use super::columns::{self, Columns, KINDS, Row};
use super::filter::By;
use super::matcher::brevity;
use super::places::Places;
use super::query::Query;
use crate::domain::Dimension;

/// For runs below this the brevity is kept ready.
const SHORT: usize = 256;
/// What is asked of the place of a line and of its kind.
pub struct Asked {
    /// By place: 0 lets nothing through, another number the kinds of that number less one.
    places: Vec<u32>,
    kinds: Vec<[u64; KINDS / 64]>,
}

impl Asked {
    /// What a query and a scope ask; none where they let everything through.
    pub fn of(query: &Query, scope: &Scope, places: &Places) -> Option<Box<Asked>> {
        let asks_kinds = query.has_columns_to_ask();
        if !asks_kinds && !scope.asks_for_places() {
            return None;
        }
        let asks_dates = query.filters().iter().any(|it| matches!(it.by, By::Dates(..)));
        let mut kinds = vec![[u64::MAX; KINDS / 64]];
        let mut by_date = HashMap::new();
        let mut admitted = |date| {
            if !asks_kinds {
                return 1;
            }
            // Where no date is asked, one answer serves all.
            let date = if asks_dates { date } else { NaiveDate::default() };
            *by_date.entry(date).or_insert_with(|| {
                kinds.push(admitted_on(query, date));
                u32::try_from(kinds.len()).unwrap_or_default()
            })
        };
        let only_people = scope.people.as_ref().map(|it| it.iter().collect::<HashSet<_>>());
        let let_through = places.list().iter().map(|place| {
            let is_inside = scope.studies.as_ref().is_none_or(|it| it.contains(&place.study))
                && only_people.as_ref().is_none_or(|it| it.contains(&place.participant))
                && !scope.without_people.contains(&place.participant);
            if is_inside { admitted(place.date()) } else { 0 }
        });
        let places = let_through.collect();
        Some(Box::new(Asked { places, kinds }))
    }

    #[inline]
    fn admits(&self, row: Row) -> bool {
        let Some(number) = self.places.get(row.place as usize).copied() else { return false };
        let kind = row.packed.kind();
        let kinds = self.kinds.get((number as usize).wrapping_sub(1));
        kinds.is_some_and(|kinds| kinds[kind / 64] >> (kind % 64) & 1 == 1)
    }
}

fn admitted_on(query: &Query, date: NaiveDate) -> [u64; KINDS / 64] {
    let mut kinds = [0; KINDS / 64];
    for (kind, traits) in columns::kinds(date) {
        if query.admits(&traits) {
            kinds[kind / 64] |= 1 << (kind % 64);
        }
    }
    kinds
}

/// What has been counted so far, in all segments.
pub struct Counting<'a> {
    places: &'a Places,
    scope: &'a Scope,
    asked: Option<&'a Asked>,
    limit: usize,
    brevities: Box<[f32; SHORT]>,
    /// Lines, and in the upper half evidence, by place.
    by_place: &'a mut Vec<u64>,
    /// Lines that are counted apart, by place; empty where none is.
    apart: Vec<u32>,
    by_dimension: [usize; 8],
    /// What is below this is not among the best.
    floor: f32,
    /// The worst of the best on top.
    best: BinaryHeap<Kept>,
}

/// The same with one segment to count in.
pub struct CountingHere<'c, 'a> {
    all: &'c mut Counting<'a>,
    columns: &'c Columns,
    barred: Option<&'c Bits>,
    apart: Option<&'c Bits>,
    /// Whether lines must be held against anything but the query.
    is_picky: bool,
    /// The document of the worst of the best, if it is of this segment.
    worst: Option<DocId>,
}

struct Kept {
    candidate: Candidate,
    /// Which segment and document.
    at: (usize, DocId),
}

impl PartialEq for Kept {
    fn eq(&self, other: &Kept) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Kept {}

impl PartialOrd for Kept {
    fn partial_cmp(&self, other: &Kept) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Kept {
    fn cmp(&self, other: &Kept) -> Ordering {
        self.candidate.rank(&other.candidate)
    }
}

impl<'a> Counting<'a> {
    /// Begins to count; `by_place` is room.
    pub fn new(
        places: &'a Places,
        scope: &'a Scope,
        asked: Option<&'a Asked>,
        limit: usize,
        by_place: &'a mut Vec<u64>,
    ) -> Counting<'a> {
        by_place.clear();
        by_place.resize(places.list().len(), 0);
        let floor = if limit == 0 { f32::INFINITY } else { f32::NEG_INFINITY };
        let brevities = Box::new(std::array::from_fn(|runs| brevity(runs as u64)));
        let best = BinaryHeap::with_capacity(limit.min(1000) + 1);
        let apart = vec![0; if scope.apart.is_empty() { 0 } else { places.list().len() }];
        Counting { places, scope, asked, limit, brevities, by_place, apart, by_dimension: [0; 8], floor, best }
    }

    /// Goes on in another segment, without what is barred; some documents are counted apart.
    pub fn segment<'c>(
        &'c mut self,
        columns: &'c Columns,
        (barred, apart): (Option<&'c Bits>, Option<&'c Bits>),
    ) -> CountingHere<'c, 'a> {
        let is_picky = barred.is_some() || self.asked.is_some() || self.scope.notes.is_some();
        CountingHere { all: self, columns, barred, apart, is_picky, worst: None }
    }

    /// What was counted.
    pub fn tallied(self) -> Tallied {
        let counts = self.by_place.iter().enumerate().filter(|(_, count)| **count > 0);
        #[allow(clippy::cast_possible_truncation, reason = "two halves; places are numbered in 32 bits")]
        let counts = counts.map(|(place, count)| PlaceCount {
            place: place as u32,
            lines: *count as u32,
            evidence: (*count >> 32) as u32,
            apart: self.apart.get(place).copied().unwrap_or_default(),
        });
        let by_dimension = Dimension::ALL.iter().copied().zip(self.by_dimension).filter(|(_, count)| *count > 0);
        Tallied {
            total: self.by_dimension.iter().sum(),
            by_place: counts.collect(),
            by_dimension: by_dimension.collect::<BTreeMap<_, _>>(),
            hits: self.best.into_sorted_vec().into_iter().map(|kept| kept.candidate).collect(),
        }
    }
}

impl CountingHere<'_, '_> {
    /// Counts one line that was found, worth so many quarters. Lines come in the order of their documents.
    #[inline(always)]
    pub fn take(&mut self, doc: DocId, quarters: u16) {
        let Some(row) = self.columns.rows.get(doc as usize).copied() else { return };
        if self.is_picky && !self.lets_through(doc, row) {
            return;
        }
        let is_evidence = row.packed.is_evidence();
        if let Some(count) = self.all.by_place.get_mut(row.place as usize) {
            *count += 1 | u64::from(is_evidence) << 32;
        }
        self.all.by_dimension[row.packed.dimension()] += 1;
        if let Some(apart) = self.apart
            && apart.holds(doc)
        {
            self.count_apart(row);
        }
        let runs = row.packed.runs() as usize;
        let brevity = if runs < SHORT { self.all.brevities[runs] } else { brevity_of(row.packed.runs()) };
        let score = weight(is_evidence) * (f32::from(quarters) * 0.25 + brevity);
        if score >= self.all.floor {
            self.keep(doc, row, score);
        }
    }

    #[inline(never)]
    fn lets_through(&self, doc: DocId, row: Row) -> bool {
        self.barred.is_none_or(|it| !it.holds(doc))
            && self.all.asked.is_none_or(|it| it.admits(row))
            && self.all.scope.notes.as_ref().is_none_or(|only| only.contains(&self.columns.note(doc)))
    }

    #[inline(never)]
    fn count_apart(&mut self, row: Row) {
        if let Some(count) = self.all.apart.get_mut(row.place as usize).filter(|_| row.packed.is_evidence()) {
            *count += 1;
        }
    }

    /// Puts a line among the best, unless it is as good as the worst of them and stands behind it.
    #[cold]
    #[inline(never)]
    fn keep(&mut self, doc: DocId, row: Row, score: f32) {
        let (all, columns) = (&mut *self.all, self.columns);
        let is_full = all.best.len() >= all.limit;
        if is_full
            && score.total_cmp(&all.floor) == Ordering::Equal
            && self.worst.is_some_and(|worst| columns.are_in_order(worst, doc))
        {
            return;
        }
        let Some(place) = all.places.list().get(row.place as usize) else { return };
        let candidate = Candidate { note: columns.note(doc), participant: place.participant, score };
        let segment = std::ptr::from_ref(columns).addr();
        all.best.push(Kept { candidate, at: (segment, doc) });
        if is_full {
            all.best.pop();
        }
        if all.best.len() >= all.limit
            && let Some(worst) = all.best.peek()
        {
            all.floor = worst.candidate.score;
            self.worst = Some(worst.at.1).filter(|_| worst.at.0 == segment);
        }
    }
}

fn brevity_of(runs: u32) -> f32 {
    brevity(u64::from(runs))
}

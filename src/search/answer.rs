//! Asking the index: which notes, of how many people, in which dimensions. One pass over what a query selects gives
//! the counts and the best hits; what is shown of a hit comes from the store.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::bits::Bits;
use super::count::{Asked, Counting};
use super::follow::Index;
use super::gather::{Room, Segment, Selected};
use super::query::Query;
use crate::domain::{Dimension, Id};
use crate::error::Result;

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
    /// Of what is found, these notes are counted apart as well.
    pub apart: Arc<BTreeSet<Id>>,
}

impl Scope {
    /// Whether a line of this study, participant and id lies inside.
    pub fn holds(&self, study: Id, participant: Id, note: Id) -> bool {
        self.holds_speaker(study, participant) && self.holds_note(note)
    }

    /// Whether a participant of this study may be found at all.
    pub fn holds_speaker(&self, study: Id, participant: Id) -> bool {
        self.studies.as_ref().is_none_or(|only| only.contains(&study))
            && self.people.as_ref().is_none_or(|only| only.contains(&participant))
            && !self.without_people.contains(&participant)
    }

    fn holds_note(&self, note: Id) -> bool {
        self.notes.as_ref().is_none_or(|only| only.contains(&note)) && !self.without_notes.contains(&note)
    }

    /// Whether it asks where a line stands.
    pub fn asks_for_places(&self) -> bool {
        self.studies.is_some() || self.people.is_some() || !self.without_people.is_empty()
    }
}

/// One note that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The note.
    pub note: Id,
    /// Who said it.
    pub participant: Id,
    /// The score that [`Query::matches`] gives for its text, times its [`weight`].
    pub score: f32,
}

/// The better candidate is the lesser one: by score, then by id.
impl Candidate {
    /// How two candidates stand in a list of results.
    pub fn rank(&self, other: &Candidate) -> std::cmp::Ordering {
        other.score.total_cmp(&self.score).then(self.note.cmp(&other.note))
    }
}

/// What a score is multiplied with: what the participant said stands before what the researcher asked or thought.
pub fn weight(is_evidence: bool) -> f32 {
    if is_evidence { 1.0 } else { 0.5 }
}

/// What was found in one place of the index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlaceCount {
    /// The number of the place in [`Index::places`].
    pub place: u32,
    /// How many notes.
    pub lines: u32,
    /// How many of them are evidence.
    pub evidence: u32,
    /// How many of those are counted apart.
    pub apart: u32,
}

/// What the index answers, counted by place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tallied {
    /// How many notes were found.
    pub total: usize,
    /// Every place where any was.
    pub by_place: Vec<PlaceCount>,
    /// How many of them each dimension has.
    pub by_dimension: BTreeMap<Dimension, usize>,
    /// The best, by score and then by id; at most as many as were asked for.
    pub hits: Vec<Candidate>,
}

/// What the index answers, counted by participant.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Candidates {
    /// How many notes were found.
    pub total: usize,
    /// How many of them are evidence of what each participant said; whoever has none is not in it.
    pub by_participant: BTreeMap<Id, usize>,
    /// How many of them each dimension has.
    pub by_dimension: BTreeMap<Dimension, usize>,
    /// The best, by score and then by id; at most as many as were asked for.
    pub hits: Vec<Candidate>,
}

/// Room for one search after the other.
#[derive(Debug, Default)]
pub(super) struct Desktop {
    room: Room,
    barred: Bits,
    by_place: Vec<u64>,
}

impl Index {
    /// The notes inside `scope` that a query finds: all counted, the best `limit` given. An empty query finds nothing.
    /// Filters about people and themes are not asked: the library has put them into the scope.
    ///
    /// # Errors
    /// `index-damaged` where the index cannot be read; the caller then rebuilds it.
    pub fn tally(&self, query: &Query, scope: &Scope, limit: usize) -> Result<Tallied> {
        if query.is_empty() {
            return Ok(Tallied::default());
        }
        // What a panic leaves behind is thrown away.
        let mut desktop = self.desktop().take();
        let tallied = self.guarded(|| self.tally_at(&mut desktop, query, scope, limit))?;
        self.desktop().replace(desktop);
        Ok(tallied)
    }

    fn tally_at(&self, desktop: &mut Desktop, query: &Query, scope: &Scope, limit: usize) -> tantivy::Result<Tallied> {
        let searcher = self.searcher();
        let absent = self.view().absent(self.fields(), &scope.without_notes)?;
        let apart = self.view().apart(self.fields(), &scope.apart)?;
        let columns = self.columns()?;
        let places = self.places();
        let asked = Asked::of(query, scope, &places);
        let Desktop { room, barred, by_place } = desktop;
        let mut counting = Counting::new(&places, scope, asked.as_deref(), limit, by_place);
        for (at, reader) in searcher.segment_readers().iter().enumerate() {
            let mut segment = Segment::open(searcher, reader, self.fields())?;
            let is_barred = self.view().bar(at, &absent, barred);
            let excludes = !query.without.is_empty();
            if excludes {
                if !is_barred {
                    barred.clear(reader.max_doc());
                }
                segment.exclude(query, room, barred)?;
            }
            let is_barred = is_barred || excludes;
            let selected = segment.select(query, room)?;
            let mut here = counting.segment(&columns[at], (is_barred.then_some(&*barred), apart.get(at)));
            match selected {
                Selected::Nothing => {}
                Selected::List(list, worth) => list.each(|doc| here.take(doc, worth))?,
                Selected::Clause(set) => set.bits.each(|doc| here.take(doc, u16::from(set.worth[doc as usize]))),
                Selected::Clauses(set) => set.bits.each(|doc| here.take(doc, set.worth[doc as usize])),
            }
        }
        Ok(counting.tallied())
    }

    /// The same as [`Index::tally`], by participant.
    ///
    /// # Errors
    /// As there.
    pub fn search(&self, query: &Query, scope: &Scope, limit: usize) -> Result<Candidates> {
        let tallied = self.tally(query, scope, limit)?;
        let places = self.places();
        let mut by_participant = BTreeMap::new();
        for counted in tallied.by_place.iter().filter(|it| it.evidence > 0) {
            if let Some(place) = places.list().get(counted.place as usize) {
                *by_participant.entry(place.participant).or_default() += counted.evidence as usize;
            }
        }
        let Tallied { total, by_dimension, hits, .. } = tallied;
        Ok(Candidates { total, by_participant, by_dimension, hits })
    }
}

//! Asking the index: which notes, of how many people, in which dimensions. One pass over what a query selects gives
//! the counts and the best hits; what is shown of a hit comes from the store.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashSet};
use std::sync::Arc;

use chrono::NaiveDate;
use tantivy::collector::{Collector, DocSetCollector, SegmentCollector};
use tantivy::columnar::{BytesColumn, Column};
use tantivy::{DocAddress, DocId, Score, SegmentOrdinal, SegmentReader, TantivyError};

use super::fields::column;
use super::filter::Traits;
use super::follow::Index;
use super::matcher::brevity;
use super::query::Query;
use super::select;
use crate::domain::{Dimension, Id, Voice};
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
}

impl Scope {
    /// Whether a line of this study, participant and id lies inside.
    pub fn holds(&self, study: Id, participant: Id, note: Id) -> bool {
        self.holds_study(study) && self.holds_person(participant) && self.holds_note(note)
    }

    /// Whether a participant of this study may be found at all.
    pub fn holds_speaker(&self, study: Id, participant: Id) -> bool {
        self.holds_study(study) && self.holds_person(participant)
    }

    fn holds_study(&self, study: Id) -> bool {
        self.studies.as_ref().is_none_or(|only| only.contains(&study))
    }

    fn holds_person(&self, person: Id) -> bool {
        self.people.as_ref().is_none_or(|only| only.contains(&person)) && !self.without_people.contains(&person)
    }

    fn holds_note(&self, note: Id) -> bool {
        self.notes.as_ref().is_none_or(|only| only.contains(&note)) && !self.without_notes.contains(&note)
    }

    fn asks_for_notes(&self) -> bool {
        self.notes.is_some() || !self.without_notes.is_empty()
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
    pub fn rank(&self, other: &Candidate) -> Ordering {
        other.score.total_cmp(&self.score).then(self.note.cmp(&other.note))
    }
}

/// What a score is multiplied with: what the participant said stands before what the researcher asked or thought.
pub fn weight(is_evidence: bool) -> f32 {
    if is_evidence { 1.0 } else { 0.5 }
}

/// What the index answers.
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

impl Index {
    /// The notes inside `scope` that a query finds: all counted, the best `limit` given. An empty query finds nothing.
    /// Filters about people and themes are not asked: the library has put them into the scope.
    ///
    /// # Errors
    /// `index-damaged` where the index cannot be read; the caller then rebuilds it.
    pub fn search(&self, query: &Query, scope: &Scope, limit: usize) -> Result<Candidates> {
        if query.is_empty() {
            return Ok(Candidates::default());
        }
        let selection = select::selection(query, self.fields());
        let exclusion = select::exclusion(query, self.fields());
        self.guarded(|| {
            let excluded =
                exclusion.map(|exclusion| self.searcher().search(&*exclusion, &DocSetCollector)).transpose()?;
            let counting = Counting {
                columns: self.columns().to_vec(),
                scope: Arc::new(scope.clone()),
                query: query.has_columns_to_ask().then(|| Arc::new(query.clone())),
                excluded: Arc::new(excluded.unwrap_or_default()),
                limit,
            };
            self.searcher().search(&*selection, &counting)
        })
    }
}

/// The columns of one segment, opened once: opening them for every query costs more than the query.
#[derive(Debug)]
pub struct Columns {
    studies: Named,
    participants: Named,
    dimension: Column<u64>,
    voice: Column<u64>,
    evidence: Column<u64>,
    date: Column<i64>,
    feeling: Column<u64>,
    star: Column<u64>,
    runs: Column<u64>,
    note: [Column<u64>; 2],
}

/// A column of ids: for each line the position of its id in a short list.
#[derive(Debug)]
struct Named {
    ids: Vec<Id>,
    positions: Column<u64>,
}

impl Named {
    fn open(segment: &SegmentReader, name: &str) -> tantivy::Result<Named> {
        let missing = || TantivyError::SchemaError(format!("no column {name}"));
        let column: BytesColumn = segment.fast_fields().bytes(name)?.ok_or_else(missing)?;
        let mut ids = Vec::with_capacity(column.num_terms());
        let mut bytes = Vec::new();
        for position in 0..column.num_terms() as u64 {
            column.ord_to_bytes(position, &mut bytes)?;
            let id: [u8; 16] = bytes.as_slice().try_into().map_err(|_| missing())?;
            ids.push(Id::from_bytes(id));
        }
        Ok(Named { ids, positions: column.ords().clone() })
    }

    fn position(&self, doc: DocId) -> usize {
        self.positions.first(doc).and_then(|it| usize::try_from(it).ok()).unwrap_or(usize::MAX)
    }

    fn allowed(&self, holds: impl Fn(Id) -> bool) -> Vec<bool> {
        self.ids.iter().map(|id| holds(*id)).collect()
    }
}

impl Columns {
    /// Opens the columns of a segment.
    ///
    /// # Errors
    /// Where one is missing or cannot be read.
    pub fn open(segment: &SegmentReader) -> tantivy::Result<Columns> {
        let fast = segment.fast_fields();
        Ok(Columns {
            studies: Named::open(segment, column::STUDY)?,
            participants: Named::open(segment, column::PARTICIPANT)?,
            dimension: fast.u64(column::DIMENSION)?,
            voice: fast.u64(column::VOICE)?,
            evidence: fast.u64(column::EVIDENCE)?,
            date: fast.i64(column::DATE)?,
            feeling: fast.u64(column::FEELING)?,
            star: fast.u64(column::STAR)?,
            runs: fast.u64(column::RUNS)?,
            note: [fast.u64(column::NOTE_HIGH)?, fast.u64(column::NOTE_LOW)?],
        })
    }

    fn note(&self, doc: DocId) -> Id {
        let [high, low] = [0, 1].map(|half: usize| u128::from(self.note[half].first(doc).unwrap_or_default()));
        Id::from_u128(high << 64 | low)
    }

    fn dimension(&self, doc: DocId) -> Dimension {
        named(Dimension::ALL, &self.dimension, doc).unwrap_or(Dimension::Unsorted)
    }

    fn admitted(&self, query: &Query, doc: DocId) -> bool {
        let voice = named(Voice::ALL, &self.voice, doc).unwrap_or(Voice::Paraphrase);
        let date = self.date.first(doc).and_then(|days| i32::try_from(days).ok());
        let date = date.and_then(NaiveDate::from_num_days_from_ce_opt).unwrap_or_default();
        let feeling = self.feeling.first(doc).and_then(|it| i8::try_from(it).ok()).filter(|it| *it > 0);
        query.admits(&Traits {
            dimension: self.dimension(doc),
            voice,
            date,
            feeling: feeling.map(|it| it - 3),
            star: self.star.first(doc) == Some(1),
        })
    }
}

fn named<T: Copy>(list: &[T], column: &Column<u64>, doc: DocId) -> Option<T> {
    list.get(usize::try_from(column.first(doc)?).ok()?).copied()
}

/// Counts everything that is selected and keeps the best.
struct Counting {
    columns: Vec<Arc<Columns>>,
    scope: Arc<Scope>,
    /// The query, if it has filters that columns answer.
    query: Option<Arc<Query>>,
    excluded: Arc<HashSet<DocAddress>>,
    limit: usize,
}

/// The same for one segment.
struct CountingHere {
    segment: SegmentOrdinal,
    excluded: Arc<HashSet<DocAddress>>,
    columns: Arc<Columns>,
    scope: Arc<Scope>,
    query: Option<Arc<Query>>,
    limit: usize,
    allowed_studies: Vec<bool>,
    allowed_people: Vec<bool>,
    total: usize,
    by_participant: Vec<usize>,
    by_dimension: BTreeMap<Dimension, usize>,
    /// The worst of the best on top.
    best: BinaryHeap<Kept>,
}

struct Kept(Candidate);

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
        self.0.rank(&other.0)
    }
}

impl Collector for Counting {
    type Fruit = Candidates;
    type Child = CountingHere;

    fn for_segment(&self, segment: SegmentOrdinal, _: &SegmentReader) -> tantivy::Result<CountingHere> {
        let columns = self.columns.get(segment as usize).cloned();
        let columns = columns.ok_or_else(|| TantivyError::SystemError("segment without columns".to_owned()))?;
        Ok(CountingHere {
            segment,
            excluded: Arc::clone(&self.excluded),
            allowed_studies: columns.studies.allowed(|study| self.scope.holds_study(study)),
            allowed_people: columns.participants.allowed(|person| self.scope.holds_person(person)),
            by_participant: vec![0; columns.participants.ids.len()],
            columns,
            scope: Arc::clone(&self.scope),
            query: self.query.clone(),
            limit: self.limit,
            total: 0,
            by_dimension: BTreeMap::new(),
            best: BinaryHeap::with_capacity(self.limit.min(1000) + 1),
        })
    }

    fn requires_scoring(&self) -> bool {
        true
    }

    fn merge_fruits(&self, segments: Vec<Candidates>) -> tantivy::Result<Candidates> {
        let mut all = Candidates::default();
        for segment in segments {
            all.total += segment.total;
            for (person, count) in segment.by_participant {
                *all.by_participant.entry(person).or_default() += count;
            }
            for (dimension, count) in segment.by_dimension {
                *all.by_dimension.entry(dimension).or_default() += count;
            }
            all.hits.extend(segment.hits);
        }
        all.hits.sort_by(Candidate::rank);
        all.hits.truncate(self.limit);
        Ok(all)
    }
}

impl CountingHere {
    fn allows(&self, doc: DocId) -> bool {
        let columns = &self.columns;
        let study = self.allowed_studies.get(columns.studies.position(doc));
        let person = self.allowed_people.get(columns.participants.position(doc));
        study == Some(&true)
            && person == Some(&true)
            && (self.excluded.is_empty() || !self.excluded.contains(&DocAddress::new(self.segment, doc)))
            && self.query.as_ref().is_none_or(|query| columns.admitted(query, doc))
            && (!self.scope.asks_for_notes() || self.scope.holds_note(columns.note(doc)))
    }

    fn keep(&mut self, doc: DocId, person: usize, score: f32) {
        let is_full = self.best.len() >= self.limit;
        if is_full && self.best.peek().is_none_or(|worst| worst.0.score > score) {
            return;
        }
        let Some(participant) = self.columns.participants.ids.get(person).copied() else { return };
        self.best.push(Kept(Candidate { note: self.columns.note(doc), participant, score }));
        if is_full {
            self.best.pop();
        }
    }
}

impl SegmentCollector for CountingHere {
    type Fruit = Candidates;

    fn collect(&mut self, doc: DocId, score: Score) {
        if !self.allows(doc) {
            return;
        }
        let person = self.columns.participants.position(doc);
        let is_evidence = self.columns.evidence.first(doc) == Some(1);
        self.total += 1;
        if let Some(count) = self.by_participant.get_mut(person).filter(|_| is_evidence) {
            *count += 1;
        }
        *self.by_dimension.entry(self.columns.dimension(doc)).or_default() += 1;
        let score = weight(is_evidence) * (score + brevity(self.columns.runs.first(doc).unwrap_or_default()));
        self.keep(doc, person, score);
    }

    fn harvest(self) -> Candidates {
        let counted = self.columns.participants.ids.iter().copied().zip(self.by_participant);
        Candidates {
            total: self.total,
            by_participant: counted.filter(|(_, count)| *count > 0).collect(),
            by_dimension: self.by_dimension,
            hits: self.best.into_iter().map(|kept| kept.0).collect(),
        }
    }
}

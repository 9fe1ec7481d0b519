//! What is read of every line that is found, unpacked from one segment into memory: its place, and in one number its
//! dimension, voice, weight as evidence and length. Eight bytes a line; reading packed columns line by line would cost
//! several times the search.

use tantivy::columnar::{BytesColumn, Column, ColumnIndex, ColumnValues};
use tantivy::{DocId, SegmentReader, TantivyError};

use super::fields::column;
use super::places::{Place, Places};
use crate::domain::{Dimension, Document, Id, Voice};

/// Values unpacked at once.
const BLOCK: usize = 4096;
/// A segment whose notes are out of order more often than this is taken to have no order.
const MOST_PIECES: usize = 1000;
/// So many dimensions and voices have room in [`Traits`].
const DIMENSIONS: usize = 8;
const VOICES: usize = 4;
const _: () = assert!(Dimension::ALL.len() <= DIMENSIONS && Voice::ALL.len() <= VOICES);

/// What filters and scores need of a line beside its place: from the lowest bit on whether it is evidence, the voice
/// (2 bits), the dimension (3 bits) and the number of runs (16 bits, the highest of which stands for more).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Traits(u32);

impl Traits {
    /// Those of a document whose text has so many runs.
    pub fn of(document: &Document, runs: usize) -> Traits {
        let runs = u32::from(u16::try_from(runs).unwrap_or(u16::MAX));
        let dimension = Dimension::ALL.iter().position(|it| *it == document.dimension).unwrap_or_default();
        let voice = Voice::ALL.iter().position(|it| *it == document.voice).unwrap_or_default();
        #[allow(clippy::cast_possible_truncation, reason = "positions in short lists")]
        Traits(runs << 6 | (dimension as u32) << 3 | (voice as u32) << 1 | u32::from(document.is_evidence()))
    }

    /// As the index keeps it.
    pub fn number(self) -> u64 {
        u64::from(self.0)
    }

    /// Whether the line is evidence.
    #[inline]
    pub fn is_evidence(self) -> bool {
        self.0 & 1 == 1
    }

    /// The position in `Dimension::ALL`.
    #[inline]
    pub fn dimension(self) -> usize {
        (self.0 >> 3) as usize % DIMENSIONS
    }

    /// One number for dimension and voice together, below 32.
    #[inline]
    pub fn kind(self) -> u32 {
        self.0 >> 1 & 31
    }

    /// The [`Traits::kind`] of a dimension and a voice, by their positions.
    pub fn kind_of(dimension: usize, voice: usize) -> u32 {
        u32::try_from(dimension * VOICES + voice).unwrap_or_default() & 31
    }

    /// How many runs the text has.
    #[inline]
    pub fn runs(self) -> u32 {
        self.0 >> 6
    }
}

/// One line.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// The number of its place.
    pub place: u32,
    /// The rest.
    pub traits: Traits,
}

/// The lines of one segment.
#[derive(Debug)]
pub struct Columns {
    /// By document.
    pub rows: Vec<Row>,
    note: [Column<u64>; 2],
    /// Documents whose note sorts before that of the document before it; none is known where there are too many.
    breaks: Option<Vec<DocId>>,
}

impl Columns {
    /// Unpacks a segment.
    ///
    /// # Errors
    /// Where a column is missing or cannot be read.
    pub fn load(segment: &SegmentReader, places: &mut Places) -> tantivy::Result<Columns> {
        let fast = segment.fast_fields();
        let place: BytesColumn = fast.bytes(column::PLACE)?.ok_or_else(|| missing(column::PLACE))?;
        let mut numbers = Vec::with_capacity(place.num_terms());
        let mut terms = place.dictionary().stream()?;
        while terms.advance() {
            let known = Place::from_bytes(terms.key()).ok_or_else(|| missing(column::PLACE))?;
            numbers.push(places.number(known));
        }
        let mut rows = Vec::with_capacity(segment.max_doc() as usize);
        let columns = [place.ords().clone(), fast.u64(column::TRAITS)?];
        every(&columns, segment.max_doc(), &mut |place, traits| {
            let place = usize::try_from(place).ok().and_then(|it| numbers.get(it));
            rows.push(Row {
                place: place.copied().unwrap_or_default(),
                traits: Traits(u32::try_from(traits).unwrap_or_default()),
            });
        })?;
        let note = [fast.u64(column::NOTE_HIGH)?, fast.u64(column::NOTE_LOW)?];
        let (mut breaks, mut before, mut doc) = (Vec::new(), (0, 0), 0);
        every(&note, segment.max_doc(), &mut |high, low| {
            if (high, low) < before && breaks.len() <= MOST_PIECES {
                breaks.push(doc);
            }
            (before, doc) = ((high, low), doc + 1);
        })?;
        Ok(Columns { rows, note, breaks: Some(breaks).filter(|it| it.len() <= MOST_PIECES) })
    }

    /// The note of a document.
    pub fn note(&self, doc: DocId) -> Id {
        let [high, low] = [0, 1].map(|half: usize| u128::from(self.note[half].first(doc).unwrap_or_default()));
        Id::from_u128(high << 64 | low)
    }

    /// Whether it is known, without reading them, that the note of `early` sorts before that of the later `late`.
    pub fn are_in_order(&self, early: DocId, late: DocId) -> bool {
        let breaks = self.breaks.as_ref();
        breaks
            .is_some_and(|breaks| breaks.partition_point(|it| *it <= early) == breaks.partition_point(|it| *it <= late))
    }
}

/// Hands out the values of two columns, document by document.
fn every(columns: &[Column<u64>; 2], count: DocId, take: &mut dyn FnMut(u64, u64)) -> tantivy::Result<()> {
    if columns.iter().any(|it| !matches!(it.index, ColumnIndex::Full) || it.values.num_vals() != count) {
        return Err(missing("of every line"));
    }
    let (mut first, mut second) = (vec![0; BLOCK], vec![0; BLOCK]);
    let count = count as usize;
    for start in (0..count).step_by(BLOCK) {
        let len = BLOCK.min(count - start);
        columns[0].values.get_range(start as u64, &mut first[..len]);
        columns[1].values.get_range(start as u64, &mut second[..len]);
        first[..len].iter().zip(&second[..len]).for_each(|(first, second)| take(*first, *second));
    }
    Ok(())
}

fn missing(name: &str) -> TantivyError {
    TantivyError::SchemaError(format!("no column {name}"))
}

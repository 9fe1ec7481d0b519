//! What is read of every line that is found, unpacked from one segment into memory: its place, and in one number its
//! dimension, voice, weight as evidence and length. Eight bytes a line; reading packed columns line by line would cost
//! several times the search.

use chrono::NaiveDate;
use tantivy::columnar::{BytesColumn, Column, ColumnIndex, ColumnValues};
use tantivy::{DocId, SegmentReader, TantivyError};

use super::fields::column;
use super::filter::Traits;
use super::places::{Place, Places};
use crate::domain::{Dimension, Document, Id, Voice};

/// Values unpacked at once.
const BLOCK: usize = 4096;
/// A segment whose notes are out of order more often than this is taken to have no order.
const MOST_PIECES: usize = 1000;
/// How many different kinds of lines there are: see [`Packed::kind`].
pub const KINDS: usize = 512;
const _: () = assert!(Dimension::ALL.len() <= 8 && Voice::ALL.len() <= 4);

/// What filters and scores need of a line beside its place. From the lowest bit: whether it is evidence; the voice (2
/// bits); the dimension (3); the feeling and 3, or 0 where none is known (3); the star; the number of runs (16, of which
/// the highest stands for more).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Packed(u32);

impl Packed {
    /// What is packed of a document whose text has so many runs.
    pub fn of(document: &Document, runs: usize) -> Packed {
        let runs = u32::from(u16::try_from(runs).unwrap_or(u16::MAX));
        let dimension = Dimension::ALL.iter().position(|it| *it == document.dimension).unwrap_or_default();
        let voice = Voice::ALL.iter().position(|it| *it == document.voice).unwrap_or_default();
        let feeling = document.feeling.map_or(0, |it| u32::from(it.clamp(-2, 2).saturating_add(3).unsigned_abs()));
        let kind = kind_of(dimension, voice, (feeling, document.star));
        Packed(runs << 10 | kind << 1 | u32::from(document.is_evidence()))
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
        (self.0 >> 3) as usize % 8
    }

    /// One number for voice, dimension, feeling and star together, below [`KINDS`].
    #[inline]
    pub fn kind(self) -> usize {
        (self.0 >> 1) as usize % KINDS
    }

    /// How many runs the text has.
    #[inline]
    pub fn runs(self) -> u32 {
        self.0 >> 10
    }
}

fn kind_of(dimension: usize, voice: usize, (feeling, star): (u32, bool)) -> u32 {
    let place = u32::try_from(voice | dimension << 2).unwrap_or_default();
    place | feeling << 5 | u32::from(star) << 8
}

/// Every kind of line on that date, with its number.
pub fn kinds(date: NaiveDate) -> impl Iterator<Item = (usize, Traits)> {
    let feelings = [None, Some(-2), Some(-1), Some(0), Some(1), Some(2)];
    Dimension::ALL.iter().enumerate().flat_map(move |(at, dimension)| {
        Voice::ALL.iter().enumerate().flat_map(move |(voice_at, voice)| {
            feelings.into_iter().zip([0, 1, 2, 3, 4, 5]).flat_map(move |(feeling, code)| {
                [false, true].map(|star| {
                    let traits = Traits { dimension: *dimension, voice: *voice, date, feeling, star };
                    (kind_of(at, voice_at, (code, star)) as usize, traits)
                })
            })
        })
    })
}

/// One line.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// The number of its place.
    pub place: u32,
    /// The rest.
    pub packed: Packed,
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
        every(&columns, segment.max_doc(), &mut |place, packed| {
            let place = usize::try_from(place).ok().and_then(|it| numbers.get(it));
            rows.push(Row {
                place: place.copied().unwrap_or_default(),
                packed: Packed(u32::try_from(packed).unwrap_or_default()),
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

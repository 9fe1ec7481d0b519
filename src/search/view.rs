//! What is seen of the index: one commit of it, with what has been unpacked of its segments so far. Whether there is
//! a newer commit is asked of the file that tantivy replaces with each, not of tantivy.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use tantivy::index::SegmentId;
use tantivy::schema::IndexRecordOption;
use tantivy::{ReloadPolicy, Searcher};

use super::Seq;
use super::bits::Bits;
use super::columns::Columns;
use super::fields::{FORMAT, Fields};
use super::follow::{Unusable, caught};
use super::places::Places;
use crate::domain::Id;

/// One commit.
pub struct View {
    pub searcher: Searcher,
    pub seq: Seq,
    /// By segment.
    columns: OnceCell<Vec<Arc<Columns>>>,
    /// What was unpacked of the segments of the commit before.
    before: Vec<(SegmentId, Arc<Columns>)>,
    /// Deleted documents of each segment.
    deleted: OnceCell<Vec<Option<Bits>>>,
    absent: Cell<Option<Arc<Absent>>>,
    apart: RefCell<Apart>,
    file: Stamp,
}

/// Notes that are counted apart, with their documents in each segment as a set.
type Apart = (Arc<BTreeSet<Id>>, Arc<Vec<Bits>>);

/// Notes with their documents in each segment.
#[derive(Default)]
pub struct Absent {
    notes: BTreeSet<Id>,
    documents: Vec<Vec<u32>>,
}

/// What tells one version of a file from another: a new one has another number, or at least another time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stamp {
    number: u64,
    changed: (i64, i64),
    len: u64,
}

impl Stamp {
    fn of(dir: &Path) -> Option<Stamp> {
        let file = fs::metadata(dir.join("meta.json")).ok()?;
        Some(Stamp { number: file.ino(), changed: (file.mtime(), file.mtime_nsec()), len: file.len() })
    }
}

/// The payload of a commit.
#[derive(Serialize, Deserialize)]
pub struct Reached {
    pub format: u32,
    pub seq: Seq,
}

impl View {
    /// Opens the newest commit; what was unpacked for `before` is taken over.
    pub fn open(dir: &Path, fields: &Fields, before: Option<&View>) -> Result<View, Unusable> {
        // Taken first: where the file is replaced meanwhile, the next look sees that.
        let file = Stamp::of(dir).ok_or(Unusable::Missing)?;
        let opened = caught(|| {
            let index = tantivy::Index::open_in_dir(dir)?;
            if index.schema() != fields.schema {
                return Ok(None);
            }
            let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
            Ok(Some((index.load_metas()?, index.directory().list_managed_files(), reader.searcher())))
        });
        let (metas, managed, searcher) = opened.map_err(Unusable::Damaged)?.ok_or(Unusable::OtherFormat)?;
        let reached: Option<Reached> = metas.payload.and_then(|payload| serde_json::from_str(&payload).ok());
        let seq = reached.filter(|it| it.format == FORMAT).ok_or(Unusable::OtherFormat)?.seq;
        if managed.is_empty() && !metas.segments.is_empty() {
            return Err(Unusable::Damaged(".managed.json".to_owned()));
        }
        let before = before.map(View::unpacked).unwrap_or_default();
        let (columns, deleted, absent, apart) = Default::default();
        Ok(View { searcher, seq, columns, before, deleted, absent, apart, file })
    }

    /// Whether this is, as far as the file tells, still the newest commit.
    pub fn is_newest(&self, dir: &Path) -> bool {
        Stamp::of(dir) == Some(self.file)
    }

    fn unpacked(&self) -> Vec<(SegmentId, Arc<Columns>)> {
        let Some(columns) = self.columns.get() else { return self.before.clone() };
        let segments = self.searcher.segment_readers().iter().map(tantivy::SegmentReader::segment_id);
        segments.zip(columns.iter().cloned()).collect()
    }

    /// The columns of each segment, in the order of the segments; unpacked when they are first asked for.
    pub fn columns(&self, places: &mut Places) -> tantivy::Result<&[Arc<Columns>]> {
        if let Some(columns) = self.columns.get() {
            return Ok(columns);
        }
        let mut all = Vec::new();
        for segment in self.searcher.segment_readers() {
            all.push(match self.before.iter().find(|it| it.0 == segment.segment_id()) {
                Some((_, columns)) => Arc::clone(columns),
                None => Arc::new(Columns::load(segment, places)?),
            });
        }
        Ok(self.columns.get_or_init(|| all))
    }

    /// The documents of these notes in each segment.
    pub fn absent(&self, fields: &Fields, notes: &BTreeSet<Id>) -> tantivy::Result<Arc<Absent>> {
        let mut absent = self.absent.take().unwrap_or_default();
        if absent.notes != *notes {
            absent = Arc::new(self.absent_now(fields, notes, &absent)?);
        }
        self.absent.set(Some(Arc::clone(&absent)));
        Ok(absent)
    }

    /// The documents of the notes that are counted apart, by segment; none where no note is.
    pub fn apart(&self, fields: &Fields, notes: &Arc<BTreeSet<Id>>) -> tantivy::Result<Arc<Vec<Bits>>> {
        if notes.is_empty() {
            return Ok(Arc::default());
        }
        let known = self.apart.borrow();
        let is_known = known.1.len() == self.searcher.segment_readers().len();
        if is_known && (Arc::ptr_eq(&known.0, notes) || known.0 == *notes) {
            return Ok(Arc::clone(&known.1));
        }
        drop(known);
        let found = self.absent_now(fields, notes, &Absent::default())?;
        let sets = self.searcher.segment_readers().iter().zip(found.documents).map(|(reader, documents)| {
            let mut bits = Bits::default();
            bits.clear(reader.max_doc());
            documents.iter().for_each(|doc| _ = bits.put(*doc));
            bits
        });
        let sets = Arc::new(sets.collect::<Vec<_>>());
        self.apart.replace((Arc::clone(notes), Arc::clone(&sets)));
        Ok(sets)
    }

    /// Looks up what was not looked up before.
    fn absent_now(&self, fields: &Fields, notes: &BTreeSet<Id>, before: &Absent) -> tantivy::Result<Absent> {
        let is_more = before.notes.is_subset(notes);
        let mut documents = if is_more { before.documents.clone() } else { Vec::new() };
        let readers = self.searcher.segment_readers();
        documents.resize(readers.len(), Vec::new());
        for (reader, documents) in readers.iter().zip(&mut documents) {
            let inverted = reader.inverted_index(fields.note)?;
            for note in notes.iter().filter(|it| !is_more || !before.notes.contains(it)) {
                if let Some(mut block) = inverted.read_block_postings(&fields.key(*note), IndexRecordOption::Basic)? {
                    while !block.docs().is_empty() {
                        documents.extend_from_slice(block.docs());
                        block.advance();
                    }
                }
            }
        }
        Ok(Absent { notes: notes.clone(), documents })
    }

    /// Puts what is deleted in a segment, and what is absent, into `barred`; whether there is any.
    pub fn bar(&self, segment: usize, absent: &Absent, barred: &mut Bits) -> bool {
        let deleted = self.deleted.get_or_init(|| {
            let deleted = |reader: &tantivy::SegmentReader| {
                let alive = reader.alive_bitset()?;
                let mut bits = Bits::default();
                bits.clear(reader.max_doc());
                (0..reader.max_doc()).filter(|doc| alive.is_deleted(*doc)).for_each(|doc| _ = bits.put(doc));
                Some(bits)
            };
            self.searcher.segment_readers().iter().map(deleted).collect()
        });
        let deleted = deleted.get(segment).and_then(Option::as_ref);
        let absent = absent.documents.get(segment).map(Vec::as_slice).unwrap_or_default();
        if deleted.is_none() && absent.is_empty() {
            return false;
        }
        match deleted {
            Some(deleted) => barred.clone_from(deleted),
            None => barred.clear(self.searcher.segment_readers()[segment].max_doc()),
        }
        absent.iter().for_each(|doc| _ = barred.put(*doc));
        true
    }
}

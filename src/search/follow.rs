//! The index as a follower of the store. It remembers how far it has come in the payload of its own commits, is open
//! for reading only, and is written while it follows and while it is rebuilt: under the lock of a file beside its
//! folder, which stays where it is when the folder is exchanged. What tantivy panics at is caught and called damage.

use std::cell::{Ref, RefCell};
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustix::io::Errno;
use rustix::process::{Pid, test_kill_process};
use tantivy::indexer::LogMergePolicy;
use tantivy::{IndexWriter, Searcher};

use super::Seq;
use super::answer::Desktop;
use super::columns::Columns;
use super::document::{Written, indexed};
use super::fields::{FORMAT, Fields, TOKENIZER};
use super::folder::{beside, disk, files_in, lock, make_folder, put_in_place, remove_folder};
use super::places::Places;
use super::view::{Reached, View};
use crate::domain::{Document, Id};
use crate::error::{Error, ErrorKind, Result};

/// The heap of the writer that follows, in bytes; more does not make a commit faster.
const FOLLOW_HEAP: usize = 20_000_000;
/// The heap of the writer that builds, in bytes, shared by its threads.
const BUILD_HEAP: usize = 200_000_000;
const BUILD_THREADS: usize = 2;
/// Fewer documents than this are not worth a thread.
const LEAST_FOR_A_THREAD: usize = 256;
/// So many segments of a size are made into one.
const SEGMENTS_TO_MERGE: usize = 8;
/// Files that say who has written to the index and not yet ended well.
const MARKER: &str = "dirty-";

/// The index of a library, open for reading; it is written only while it follows.
pub struct Index {
    dir: PathBuf,
    fields: Fields,
    view: View,
    places: RefCell<Places>,
    desktop: RefCell<Desktop>,
    marker: Option<PathBuf>,
    is_suspect: bool,
}

/// Why an index cannot be used. Each but `Busy` is healed by [`Index::rebuild`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unusable {
    /// There is none.
    Missing,
    /// It cannot be read; what was found.
    Damaged(String),
    /// Another version of the analyzer wrote it.
    OtherFormat,
    /// Another process is building it.
    Busy,
}

/// What became of an attempt to follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Follow {
    /// The index is now at the position that was given.
    Done,
    /// Another process is writing it: do nothing.
    LockBusy,
    /// Another process wrote it since it was read: nothing was written. Read [`Index::seq`] and ask again.
    Moved,
}

impl Index {
    /// Opens an index for reading.
    ///
    /// # Errors
    /// Why it cannot be used.
    pub fn open(dir: &Path) -> Result<Index, Unusable> {
        let fields = Fields::new();
        let view = View::open(dir, &fields, None)?;
        let is_suspect = !markers(dir).is_empty();
        let (dir, places, desktop) = (dir.to_owned(), RefCell::default(), RefCell::default());
        Ok(Index { dir, fields, view, places, desktop, marker: None, is_suspect })
    }

    /// Looks at the index as if it was opened now, but keeps what has been unpacked of it.
    ///
    /// # Errors
    /// As [`Index::open`].
    pub fn reopen(&mut self) -> Result<(), Unusable> {
        self.refresh()?;
        self.is_suspect = !markers(&self.dir).is_empty();
        Ok(())
    }

    /// Makes a new, empty index at position 0 in place of whatever is there.
    ///
    /// # Errors
    /// As [`Index::rebuild`].
    pub fn create(dir: &Path) -> Result<Index> {
        Index::rebuild(dir, 0, &mut || Ok(Vec::new()), &mut |_| {})
    }

    /// The position in the change log that the index has reached.
    pub fn seq(&self) -> Seq {
        self.view.seq
    }

    /// How many notes it holds.
    pub fn count(&self) -> u64 {
        self.view.searcher.num_docs()
    }

    /// Whether somebody who wrote to it has not, or not yet, ended well: then [`Index::verify`] it.
    pub fn is_suspect(&self) -> bool {
        self.is_suspect
    }

    /// Reads what another process has written meanwhile. True if the position changed.
    ///
    /// # Errors
    /// Where it can no longer be used.
    pub fn refresh(&mut self) -> Result<bool, Unusable> {
        if self.view.is_newest(&self.dir) {
            return Ok(false);
        }
        let view = View::open(&self.dir, &self.fields, Some(&self.view))?;
        let has_moved = view.seq != self.view.seq;
        self.view = view;
        Ok(has_moved)
    }

    /// Takes in the changed documents and drops the gone notes, and stands at `seq` afterwards. Both are what the
    /// store says now of the notes that changed since [`Index::seq`].
    ///
    /// # Errors
    /// `index-damaged`: the index must be rebuilt.
    pub fn follow(&mut self, changed: &[Document], gone: &[Id], seq: Seq) -> Result<Follow> {
        let Some(_lock) = lock(&self.dir)? else { return Ok(Follow::LockBusy) };
        if self.refresh().map_err(damaged)? {
            return Ok(Follow::Moved);
        }
        self.mark()?;
        let index = guarded(|| tantivy::Index::open_in_dir(&self.dir))?;
        index.tokenizers().register(TOKENIZER, Written);
        let fields = &self.fields;
        let written = guarded(|| {
            let writer: IndexWriter = index.writer_with_num_threads(1, FOLLOW_HEAP)?;
            writer.set_merge_policy(merge_policy());
            for note in gone.iter().copied().chain(changed.iter().map(|it| it.note)) {
                writer.delete_term(fields.key(note));
            }
            add(&writer, fields, changed)?;
            finish(writer, seq)
        });
        match written {
            Err(error) if error.kind == ErrorKind::Busy => return Ok(Follow::LockBusy),
            written => written?,
        }
        self.refresh().map_err(damaged)?;
        Ok(Follow::Done)
    }

    /// Builds the index anew beside the old one and puts it in its place. `next` gives documents until it gives
    /// none; `progress` hears how many were taken. `seq` is the position of the store before the first was read.
    ///
    /// # Errors
    /// `index-busy` while another process builds or follows; what `next` or the disk answers.
    pub fn rebuild(
        dir: &Path,
        seq: Seq,
        next: &mut dyn FnMut() -> Result<Vec<Document>>,
        progress: &mut dyn FnMut(u64),
    ) -> Result<Index> {
        let Some(_lock) = lock(dir)? else { return Err(Error::new(ErrorKind::Busy, "index-busy")) };
        let fresh = beside(dir, "next");
        remove_folder(&fresh)?;
        make_folder(&fresh)?;
        let built = build(&fresh, seq, next, progress).and_then(|()| put_in_place(&fresh, dir));
        if let Err(error) = built {
            remove_folder(&fresh)?;
            return Err(error);
        }
        Index::open(dir).map_err(damaged)
    }

    /// Reads every file of the index against its checksum, and trusts it from then on.
    ///
    /// # Errors
    /// What is damaged.
    pub fn verify(&mut self) -> Result<(), Unusable> {
        let suspects = markers(&self.dir);
        self.refresh()?;
        let broken = caught(|| first_broken_file(&self.dir)).map_err(Unusable::Damaged)?;
        match broken {
            Some(name) => Err(Unusable::Damaged(name)),
            None => {
                let others = suspects.into_iter().filter(|it| Some(it) != self.marker.as_ref());
                others.for_each(|marker| drop(fs::remove_file(marker)));
                self.is_suspect = false;
                Ok(())
            }
        }
    }

    /// Ends ill: what was read shows damage, so whoever opens it next must verify it.
    pub fn distrust(self) {
        let marker = self.dir.join(format!("{MARKER}found-{}", std::process::id()));
        // Where it cannot be written, the next reader finds the same damage again.
        let _ = File::create(marker);
    }

    /// Ends well: whoever opens it next need not verify it. Dropping it does the same.
    pub fn close(self) {}

    pub(super) fn fields(&self) -> &Fields {
        &self.fields
    }

    pub(super) fn searcher(&self) -> &Searcher {
        &self.view.searcher
    }

    /// The columns of each segment, in the order of the segments.
    pub(super) fn columns(&self) -> tantivy::Result<&[Arc<Columns>]> {
        self.view.columns(&mut self.places.borrow_mut())
    }

    /// Every place where lines were found or looked for, by number. A number stays what it is while this is open.
    pub fn places(&self) -> Ref<'_, Places> {
        self.places.borrow()
    }

    pub(super) fn view(&self) -> &View {
        &self.view
    }

    pub(super) fn desktop(&self) -> &RefCell<Desktop> {
        &self.desktop
    }

    /// Carries out something in tantivy, with its panics caught.
    pub(super) fn guarded<T>(&self, work: impl FnOnce() -> tantivy::Result<T>) -> Result<T> {
        guarded(work)
    }

    /// Leaves word that this process writes. Another one may have cleared it away, so it is written every time.
    fn mark(&mut self) -> Result<()> {
        let marker = self.dir.join(format!("{MARKER}{}", std::process::id()));
        File::create(&marker).map_err(disk)?;
        self.marker = Some(marker);
        Ok(())
    }
}

/// An index that follows to its end leaves no marker.
impl Drop for Index {
    fn drop(&mut self) {
        if let Some(marker) = self.marker.take().filter(|_| !std::thread::panicking()) {
            // Where it cannot be removed, the next process verifies once more than it must.
            let _ = fs::remove_file(marker);
        }
    }
}

/// A file of a live segment that is missing or whose bytes are not those that were written. Missing ones are known
/// from the list that tantivy keeps of its files: it opens some segments without asking for them.
fn first_broken_file(dir: &Path) -> tantivy::Result<Option<String>> {
    let index = tantivy::Index::open_in_dir(dir)?;
    let live: Vec<String> = index.searchable_segment_ids()?.iter().map(|id| id.uuid_string()).collect();
    let listed =
        index.directory().list_managed_files().into_iter().filter_map(|it| it.into_os_string().into_string().ok());
    let names: BTreeSet<String> = listed.chain(files_in(dir)).filter(|it| !it.ends_with(".temp")).collect();
    for name in names {
        let is_live = live.iter().any(|segment| name.starts_with(segment.as_str()));
        if is_live && !index.directory().validate_checksum(Path::new(&name))? {
            return Ok(Some(name));
        }
    }
    Ok(None)
}

fn merge_policy() -> Box<LogMergePolicy> {
    let mut policy = LogMergePolicy::default();
    policy.set_min_num_segments(SEGMENTS_TO_MERGE);
    Box::new(policy)
}

/// Adds documents in their order; many of them are taken apart by several threads.
fn add(writer: &IndexWriter, fields: &Fields, documents: &[Document]) -> tantivy::Result<()> {
    let part = documents.len().div_ceil(BUILD_THREADS).max(LEAST_FOR_A_THREAD);
    std::thread::scope(|scope| {
        let taken_apart = |part: &[Document]| part.iter().map(|it| indexed(it, fields)).collect::<Vec<_>>();
        let (first, others) = documents.split_at(part.min(documents.len()));
        let others: Vec<_> = others.chunks(part).map(|part| scope.spawn(move || taken_apart(part))).collect();
        let mut all = taken_apart(first);
        for other in others {
            let broken = |_| tantivy::TantivyError::SystemError("a thread that takes lines apart".to_owned());
            all.extend(other.join().map_err(broken)?);
        }
        all.into_iter().try_for_each(|document| writer.add_document(document).map(drop))
    })
}

/// Commits at a position and waits for the merges, so that the lock is free afterwards.
fn finish(mut writer: IndexWriter, seq: Seq) -> tantivy::Result<()> {
    let reached = serde_json::to_string(&Reached { format: FORMAT, seq })?;
    let mut commit = writer.prepare_commit()?;
    commit.set_payload(&reached);
    commit.commit()?;
    writer.wait_merging_threads()
}

fn build(
    fresh: &Path,
    seq: Seq,
    next: &mut dyn FnMut() -> Result<Vec<Document>>,
    progress: &mut dyn FnMut(u64),
) -> Result<()> {
    let fields = Fields::new();
    let writer = guarded(|| {
        let index = tantivy::Index::create_in_dir(fresh, fields.schema.clone())?;
        index.tokenizers().register(TOKENIZER, Written);
        let writer: IndexWriter = index.writer_with_num_threads(BUILD_THREADS, BUILD_HEAP)?;
        writer.set_merge_policy(merge_policy());
        Ok(writer)
    })?;
    let mut taken = 0;
    loop {
        let documents = next()?;
        if documents.is_empty() {
            return guarded(|| finish(writer, seq));
        }
        guarded(|| add(&writer, &fields, &documents))?;
        taken += documents.len() as u64;
        progress(taken);
    }
}

/// The marks of writers that are gone without having ended well. A writer that still lives may be in the middle of a
/// commit, which a reader never sees; its mark says nothing against what it has committed.
fn markers(dir: &Path) -> Vec<PathBuf> {
    let left = |name: &str| name.strip_prefix(MARKER).is_some_and(|pid| !lives(pid));
    files_in(dir).into_iter().filter(|it| left(it)).map(|it| dir.join(it)).collect()
}

fn lives(pid: &str) -> bool {
    let pid = pid.parse().ok().and_then(Pid::from_raw);
    pid.is_some_and(|pid| test_kill_process(pid) != Err(Errno::SRCH))
}

/// Carries out something in tantivy; its error or panic is said in words that hold no interview text.
pub(super) fn caught<T>(work: impl FnOnce() -> tantivy::Result<T>) -> Result<T, String> {
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(result) => result.map_err(|error| error.to_string()),
        Err(_) => Err("tantivy panicked".to_owned()),
    }
}

fn guarded<T>(work: impl FnOnce() -> tantivy::Result<T>) -> Result<T> {
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(Ok(done)) => Ok(done),
        Ok(Err(error @ tantivy::TantivyError::LockFailure(..))) => {
            Err(Error::new(ErrorKind::Busy, "index-busy").because(error))
        }
        Ok(Err(error)) => Err(Error::new(ErrorKind::Damaged, "index-damaged").because(error)),
        Err(_) => Err(damaged(Unusable::Damaged("tantivy panicked".to_owned()))),
    }
}

fn damaged(why: Unusable) -> Error {
    let found = match why {
        Unusable::Damaged(found) => found,
        other => format!("{other:?}"),
    };
    Error::new(ErrorKind::Damaged, "index-damaged").because(found)
}

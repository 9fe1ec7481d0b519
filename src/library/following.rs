//! How the index follows the store: which lines a change of any record touches, in pages, and building anew.
//! The store's position is read before its lines, so that whatever is written meanwhile is followed later.

use std::collections::BTreeSet;
use std::path::Path;

use crate::domain::{Edit, Id, Kind, Record};
use crate::error::{Error, ErrorKind, Result};
use crate::search::{Follow, Index, Unusable};
use crate::store::{Change, Seq, Store};

/// Changes taken in by one commit of the index.
const PAGE: usize = 20_000;
/// Lines read at once for a rebuild.
const CHUNK: usize = 4_000;
/// How often a follower that was overtaken by another process tries again.
const TRIES: usize = 5;

/// What became of an attempt to catch up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Caught {
    /// There was nothing to do.
    Already,
    /// The index followed.
    Followed,
    /// The index was built anew.
    Rebuilt,
    /// Another process is at it, or it was told to stop.
    Busy,
}

/// Hears lines done and lines in all, and says whether to go on.
pub(super) type Progress<'a> = dyn FnMut(u64, u64) -> bool + 'a;

/// Lets the index in `folder` follow the store, or builds it anew where it cannot be used.
pub(super) fn catch_up(store: &Store, folder: &Path, progress: &mut Progress) -> Result<Caught> {
    match open_sound(folder) {
        Ok(index) if index.seq() > store.seq()? => rebuild(store, folder, progress),
        Ok(index) => match follow(store, index) {
            Err(error) if error.kind == ErrorKind::Damaged => rebuild(store, folder, progress),
            followed => followed,
        },
        Err(Unusable::Busy) => Ok(Caught::Busy),
        Err(_) => rebuild(store, folder, progress),
    }
}

/// Opens an index, and where whoever wrote it last did not end well, reads all of it against its checksums.
fn open_sound(folder: &Path) -> Result<Index, Unusable> {
    let mut index = Index::open(folder)?;
    if index.is_suspect() {
        index.verify()?;
    }
    Ok(index)
}

fn follow(store: &Store, mut index: Index) -> Result<Caught> {
    let mut caught = Caught::Already;
    let mut tries = 0;
    loop {
        let changes = store.since(index.seq(), PAGE)?;
        let Some(last) = changes.last() else { break };
        let touched = touched(store, &changes)?;
        let ids: Vec<Id> = touched.iter().copied().collect();
        let documents = store.documents(&ids)?;
        let there: BTreeSet<Id> = documents.iter().map(|document| document.note).collect();
        let gone: Vec<Id> = touched.difference(&there).copied().collect();
        match index.follow(&documents, &gone, last.seq)? {
            Follow::Done => caught = Caught::Followed,
            Follow::Moved if tries < TRIES => tries += 1,
            Follow::Moved | Follow::LockBusy => return Ok(Caught::Busy),
        }
    }
    index.close();
    Ok(caught)
}

/// The notes whose documents may differ after these changes.
pub(super) fn touched(store: &Store, changes: &[Change]) -> Result<BTreeSet<Id>> {
    let mut notes = BTreeSet::new();
    let (mut interviews, mut people) = (BTreeSet::new(), BTreeSet::new());
    for change in changes {
        let key = change.edit.key();
        match key.kind {
            Kind::Note => _ = notes.insert(key.id),
            Kind::Interview => _ = interviews.insert(key.id),
            Kind::Participant => _ = people.insert(key.id),
            _ => {}
        }
    }
    for interview in interviews {
        notes.extend(store.notes_in(interview)?);
    }
    for person in people {
        notes.extend(store.notes_of(person)?);
    }
    Ok(notes)
}

/// Builds the index anew beside the old one and puts it in its place.
pub(super) fn rebuild(store: &Store, folder: &Path, progress: &mut Progress) -> Result<Caught> {
    let seq: Seq = store.seq()?;
    let total = store.count_notes()?;
    let (mut after, mut done) = (None, 0);
    let mut next = || {
        if !progress(done, total) {
            return Err(Error::new(ErrorKind::Busy, "index-stopped"));
        }
        let documents = store.scan(after, CHUNK)?;
        after = documents.last().map(|document| document.note);
        done += documents.len() as u64;
        Ok(documents)
    };
    match Index::rebuild(folder, seq, &mut next, &mut |_| ()) {
        Ok(index) => {
            index.close();
            Ok(Caught::Rebuilt)
        }
        Err(error) if error.kind == ErrorKind::Busy => Ok(Caught::Busy),
        Err(error) => Err(error),
    }
}

/// Whether an edit can change what a search finds by its text.
pub(super) fn touches_text(edit: &Edit) -> bool {
    matches!(edit, Edit::Put(Record::Note(_) | Record::Interview(_) | Record::Participant(_)))
        || matches!(edit, Edit::Remove(key) if key.kind == Kind::Note)
}

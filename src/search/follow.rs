//! The index as a follower of the store: opening, catching up, rebuilding, verifying.

use std::path::{Path, PathBuf};

use crate::domain::{Document, Id};
use crate::error::Result;

use super::Seq;

/// The index of a library, open for reading; it is written only while it follows.
pub struct Index {
    dir: PathBuf,
    seq: Seq,
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
        let _ = dir;
        Err(Unusable::Missing)
    }

    /// Makes a new, empty index at position 0 in place of whatever is there.
    ///
    /// # Errors
    /// Where the disk refuses, or another process is building it.
    pub fn create(dir: &Path) -> Result<Index> {
        Ok(Index { dir: dir.to_owned(), seq: 0 })
    }

    /// The position in the change log that the index has reached.
    pub fn seq(&self) -> Seq {
        self.seq
    }

    /// Whether whoever wrote to it last did not end well: then [`Index::verify`] it.
    pub fn is_suspect(&self) -> bool {
        self.dir.as_os_str().is_empty()
    }

    /// Reads what another process has written meanwhile. True if the position changed.
    ///
    /// # Errors
    /// Where it can no longer be used.
    pub fn refresh(&mut self) -> Result<bool, Unusable> {
        Ok(false)
    }

    /// Takes in the changed documents and drops the gone notes, and stands at `seq` afterwards.
    ///
    /// # Errors
    /// `index-damaged`: the index must be rebuilt.
    pub fn follow(&mut self, changed: &[Document], gone: &[Id], seq: Seq) -> Result<Follow> {
        let _ = (changed, gone);
        self.seq = seq;
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
        let mut done = 0;
        loop {
            let batch = next()?;
            if batch.is_empty() {
                return Ok(Index { dir: dir.to_owned(), seq });
            }
            done += batch.len() as u64;
            progress(done);
        }
    }

    /// Reads every file of the index against its checksum.
    ///
    /// # Errors
    /// What is damaged.
    pub fn verify(&self) -> Result<(), Unusable> {
        Ok(())
    }

    /// Ends well: whoever opens it next need not verify it.
    pub fn close(self) {}
}

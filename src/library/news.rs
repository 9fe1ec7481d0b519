//! What the desk tells whoever sits at it. Everything that took a disk, a lock or time comes back as one of these.
//! Values only: nothing here saves, searches or waits.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::echo::Echo;
use super::found::Found;
use crate::domain::{Edit, Id, Research, Study};
use crate::error::{Error, Result};
use crate::store::{Draft, Next, Past, Turned, Undone};

/// Counts saves and drafts of one desk; a later one is greater.
pub type Ticket = u64;

/// One piece of news.
#[derive(Debug)]
pub enum News {
    /// The studies of the library, by the time they were made.
    Studies(Vec<Study>),
    /// A study and its drafts.
    Loaded {
        /// The study.
        research: Box<Research>,
        /// Unfinished lines, by slot.
        drafts: Vec<Draft>,
        /// The names of its participants, from the vault.
        names: BTreeMap<Id, String>,
        /// Everything up to this ticket is in it; what was sent later, or still waits, is not.
        ticket: Ticket,
    },
    /// Everything up to this ticket is on disk: COMMIT has returned under synchronous=FULL.
    Saved {
        /// The newest ticket that is safe.
        ticket: Ticket,
        /// Records that were stored otherwise than they were sent, or that another process had touched: apply them.
        edits: Vec<Edit>,
    },
    /// Nothing of the waiting steps is on disk yet; they are kept and tried again.
    SaveFailed {
        /// How many steps and drafts wait.
        pending: usize,
        /// Why.
        error: Error,
    },
    /// The library refused one step for good (another process removed what it needs); it is kept for `rescue`.
    SaveRefused {
        /// The name of the step.
        step: String,
        /// Why.
        error: Error,
    },
    /// Another process wrote these edits, in this order.
    Arrived(Vec<Edit>),
    /// A step was taken back or done again.
    Undone {
        /// What it was, and the edits that are now in force.
        undone: Undone,
        /// Whether it was done again.
        redo: bool,
    },
    /// What would be taken back next; nothing is done yet.
    NextUndo {
        /// The step.
        next: Next,
        /// Whether this desk saved it.
        own: bool,
    },
    /// The newest steps of a study, newest first.
    History(Vec<Past>),
    /// What a step did.
    Explained {
        /// Its number.
        step: i64,
        /// Each record before and after it.
        changes: Vec<Turned>,
    },
    /// Another open desk has a draft of this slot: somebody works there too.
    OpenElsewhere {
        /// The slot.
        slot: String,
    },
    /// There is nothing to take back or to do again.
    NothingTo {
        /// Whether it was to be done again.
        redo: bool,
    },
    /// The answer to a search; older generations are stale.
    Found {
        /// The number that the request carried.
        generation: u64,
        /// The answer.
        found: Result<Box<Found>>,
    },
    /// How many earlier people said something like a line that was logged.
    Echo(Echo),
    /// Whom a saved search finds by now.
    Watched {
        /// The saved search.
        search: Id,
        /// The participants.
        people: BTreeSet<Id>,
    },
    /// The index is being built anew; searches are answered from the store meanwhile.
    Rebuilding {
        /// Lines done.
        done: u64,
        /// Lines in all.
        total: u64,
    },
    /// The index has caught up with the store.
    Indexed,
    /// What could not be saved was written to a file that `whybuy import` reads.
    Rescued {
        /// The file.
        file: PathBuf,
        /// How many records it holds.
        records: usize,
    },
    /// Something else failed; nothing that was told as saved is touched by it.
    Failed(Error),
}

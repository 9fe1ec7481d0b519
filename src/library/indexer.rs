//! The indexer: one thread that lets the index follow the store. It commits after a number of lines, a while of rest,
//! or at the end; it rebuilds an index that is missing, damaged or of another format, and never holds up a save.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use super::asks::Ask;
use super::desk::Tell;
use super::following::{self, Caught};
use super::news::News;
use crate::store::Store;

/// Lines that may wait before the index follows.
const LINES: usize = 256;
/// The niceness of background work.
#[cfg(target_os = "linux")]
const BACKGROUND: i32 = 10;
/// Rest after which the index follows whatever waits.
const REST: Duration = Duration::from_secs(5);

/// Tells the indexer that something was written.
#[derive(Clone)]
pub(super) struct Wake(Sender<()>);

impl Wake {
    pub(super) fn channel() -> (Wake, Receiver<()>) {
        let (sender, receiver) = channel();
        (Wake(sender), receiver)
    }

    pub(super) fn nudge(&self) {
        let _gone_at_exit = self.0.send(());
    }
}

/// Whether the desk closes, and how.
#[derive(Default)]
pub(super) struct Leaving {
    /// It closes: a rebuild is given up.
    pub begun: AtomicBool,
    /// It must close at once: what waits is followed at the next start.
    pub hurried: AtomicBool,
}

pub(super) struct Indexer {
    store: Store,
    folder: PathBuf,
    tell: Tell,
    finder: Sender<Ask>,
    leaving: Arc<Leaving>,
}

impl Indexer {
    pub(super) fn new(
        store: Store,
        folder: PathBuf,
        tell: Tell,
        finder: Sender<Ask>,
        leaving: Arc<Leaving>,
    ) -> Indexer {
        Indexer { store, folder, tell, finder, leaving }
    }

    /// Follows at the start, then whenever enough has been written, or after a rest, and once more at the end.
    pub(super) fn run(mut self, nudges: &Receiver<()>) {
        give_way();
        self.catch_up();
        let mut waiting = 0;
        loop {
            match nudges.recv_timeout(REST) {
                Ok(()) => waiting += 1,
                Err(RecvTimeoutError::Timeout) if waiting > 0 => {
                    waiting = 0;
                    self.catch_up();
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => break,
            }
            if waiting >= LINES {
                waiting = 0;
                self.catch_up();
            }
        }
        if waiting > 0 && !self.leaving.hurried.load(Ordering::Relaxed) {
            self.catch_up();
        }
    }

    fn catch_up(&mut self) {
        let mut progress = |done, total| {
            (self.tell)(News::Rebuilding { done, total });
            !self.leaving.begun.load(Ordering::Relaxed)
        };
        match following::catch_up(&self.store, &self.folder, &mut progress) {
            Ok(Caught::Already | Caught::Followed | Caught::Rebuilt) => {
                let _gone_at_exit = self.finder.send(Ask::Reopen);
                (self.tell)(News::Indexed);
            }
            Ok(Caught::Busy) => {}
            Err(error) => {
                (self.tell)(News::Indexed);
                (self.tell)(News::Failed(error));
            }
        }
    }
}

/// This thread, and those that the index begins, let every key go first. On Linux a thread has a priority of its own;
/// elsewhere this would slow the whole process down.
fn give_way() {
    #[cfg(target_os = "linux")]
    {
        // Where it is not allowed, the index is written as before.
        let _refused = rustix::process::setpriority_process(None, BACKGROUND);
    }
}

//! The desk: a library with its threads, for a front end that must never wait. Every call is a channel send; what
//! comes of it is told as [`News`]. The saver writes, the indexer follows, the finder answers searches.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::asks::Ask;
use super::echo::EchoRequest;
use super::finder::Finder;
use super::indexer::{Indexer, Leaving, Wake};
use super::news::{News, Ticket};
use super::presence::Presence;
use super::saver::{Job, Saver};
use super::watch::Searches;
use super::{Options, Request};
use crate::domain::{Id, Step};
use crate::error::Result;
use crate::mint::Mint;
use crate::store::{Draft, Pending, Store, slot_at};

/// In a hurry the indexer and the finder are waited for so long; what they leave undone is done at the next start.
const AT_MOST: Duration = Duration::from_millis(300);
const LOOK: Duration = Duration::from_millis(5);

/// How news reach the front end.
pub(super) type Tell = Arc<dyn Fn(News) + Send + Sync>;

/// A library with its threads.
pub struct Desk {
    mint: Mint,
    tickets: AtomicU64,
    jobs: Option<Sender<Job>>,
    asks: Option<Sender<Ask>>,
    wake: Option<Wake>,
    leaving: Arc<Leaving>,
    presence: Arc<Presence>,
    /// The saver; it is always waited for.
    saver: Option<JoinHandle<()>>,
    /// The indexer and the finder.
    followers: Vec<JoinHandle<()>>,
}

impl Desk {
    /// Opens the library (and migrates it), then starts the threads. Only this call waits for the disk.
    pub fn open(options: Options, tell: impl Fn(News) + Send + Sync + 'static) -> Result<Desk> {
        let tell: Tell = Arc::new(tell);
        let store = Store::open(&options.file, &options.author)?;
        let (for_indexer, for_finder) = (store.another()?, store.another()?);
        let (jobs, from_desk) = channel();
        let (asks, from_asker) = channel();
        let (wake, nudges) = Wake::channel();
        let presence = Arc::new(Presence::begin(&options.file, options.mint.id()));
        let place = (options.index.clone(), Arc::clone(&presence));
        let saver = Saver::new(store, options.mint.clone(), (tell.clone(), wake.clone()), place)?;
        let leaving = Arc::new(Leaving::default());
        let indexer = Indexer::new(for_indexer, options.index.clone(), tell.clone(), asks.clone(), leaving.clone());
        let finder = Finder::new(for_finder, options.index);
        let saver = Some(std::thread::spawn(move || saver.run(&from_desk)));
        let followers = vec![
            std::thread::spawn(move || indexer.run(&nudges)),
            std::thread::spawn(move || super::asks::run(finder, &from_asker, &tell)),
        ];
        let tickets = AtomicU64::new(0);
        let (jobs, asks, wake) = (Some(jobs), Some(asks), Some(wake));
        Ok(Desk { mint: options.mint, tickets, jobs, asks, wake, leaving, presence, saver, followers })
    }

    /// The source of ids and time.
    pub fn mint(&self) -> &Mint {
        &self.mint
    }

    /// Asks for the studies: [`News::Studies`].
    pub fn studies(&self) {
        self.send(Job::Studies);
    }

    /// Asks for a study: [`News::Loaded`].
    pub fn load(&self, study: Id) {
        self.send(Job::Load(study));
    }

    /// Hands over a step: [`News::Saved`] when it is on disk.
    pub fn save(&self, step: Step) -> Ticket {
        let ticket = self.ticket();
        let pending = Pending { token: self.mint.id(), step, at: self.mint.now() };
        self.send(Job::Save(ticket, Box::new(pending), None));
        ticket
    }

    /// Hands over a step and the draft that it leaves behind. They are saved together, so that a line that was logged
    /// is never on disk beside its own unfinished text. Takes two tickets and returns the later.
    pub fn save_with(&self, step: Step, draft: Draft) -> Ticket {
        let draft = self.own(draft);
        let (ticket, later) = (self.ticket(), self.ticket());
        let pending = Pending { token: self.mint.id(), step, at: self.mint.now() };
        self.send(Job::Save(ticket, Box::new(pending), Some((later, draft))));
        later
    }

    /// Hands over a draft: [`News::Saved`] when it, or a newer one of its slot, is on disk. An empty text removes it.
    pub fn draft(&self, draft: Draft) -> Ticket {
        let (ticket, draft) = (self.ticket(), self.own(draft));
        self.send(Job::Draft(ticket, draft));
        ticket
    }

    /// The draft of a field is this desk's own: another window on the same field has another.
    fn own(&self, draft: Draft) -> Draft {
        Draft { slot: slot_at(&draft.slot, &self.presence.name), ..draft }
    }

    /// Asks whether another open desk has a draft of this slot: [`News::OpenElsewhere`] where one has.
    pub fn elsewhere(&self, study: Id, slot: String) {
        self.send(Job::Elsewhere { study, slot });
    }

    /// Keeps the name of a participant in the vault beside the library, or forgets it where it is blank. A name that
    /// cannot be written is told as [`News::Failed`], kept, and tried again.
    pub fn name(&self, study: Id, participant: Id, name: String) {
        self.send(Job::Name { study, participant, name });
    }

    /// Takes back the newest step of a study: [`News::Undone`] or [`News::NothingTo`].
    pub fn undo(&self, study: Id) {
        self.send(Job::Undo { study, redo: false });
    }

    /// Asks for the step that would be taken back: [`News::NextUndo`] or [`News::NothingTo`].
    pub fn next_undo(&self, study: Id) {
        self.send(Job::NextUndo(study));
    }

    /// Takes back this step: [`News::Undone`]; where another is the newest by now, [`News::NextUndo`] tells which.
    pub fn undo_step(&self, study: Id, step: i64) {
        self.send(Job::UndoStep { study, step });
    }

    /// Asks for the newest steps of a study, at most `limit`: [`News::History`].
    pub fn history(&self, study: Id, limit: usize) {
        self.send(Job::History { study, limit });
    }

    /// Asks what a step did: [`News::Explained`].
    pub fn explain(&self, step: i64) {
        self.send(Job::Explain(step));
    }

    /// Does again what was taken back last: [`News::Undone`] or [`News::NothingTo`].
    pub fn redo(&self, study: Id) {
        self.send(Job::Undo { study, redo: true });
    }

    /// Searches: [`News::Found`]. A newer request makes an older one stale; it may then go unanswered.
    pub fn search(&self, generation: u64, request: Request) {
        if let Some(asks) = &self.asks {
            let _gone_at_exit = asks.send(Ask::Search { generation, request });
        }
    }

    /// Asks how many earlier people said something like a line: [`News::Echo`], when nobody searches. A flood of lines
    /// may leave the oldest unanswered.
    pub fn echo(&self, request: EchoRequest) {
        if let Some(asks) = &self.asks {
            let _gone_at_exit = asks.send(Ask::Echo(request));
        }
    }

    /// Asks whom saved searches find by now: [`News::Watched`] for each, when nobody searches. Asking again takes the
    /// place of what still waits.
    pub fn watch(&self, searches: Searches) {
        if let Some(asks) = &self.asks {
            let _gone_at_exit = asks.send(Ask::Watch(searches));
        }
    }

    /// Tries at once to save what could not be saved.
    pub fn retry(&self) {
        self.send(Job::Retry);
    }

    /// Writes what could not be saved to a new file: [`News::Rescued`].
    pub fn rescue(&self, file: PathBuf) {
        self.send(Job::Rescue(file));
    }

    /// What cannot be saved when the desk closes may go: whoever works here was asked. Else a file takes it that the
    /// next start finds, told as [`News::Rescued`].
    pub fn discard(&self) {
        self.send(Job::Discard);
    }

    /// The process is told to end at once: only what is to be saved is waited for, the index follows at the next start.
    pub fn hurry(&self) {
        self.leaving.hurried.store(true, Ordering::Relaxed);
    }

    /// Writes what is left, lets the index catch up and ends the threads. Dropping the desk does the same.
    pub fn close(self) {
        drop(self);
    }

    fn ticket(&self) -> Ticket {
        self.tickets.fetch_add(1, Ordering::Relaxed) + 1
    }

    fn send(&self, job: Job) {
        if let Some(jobs) = &self.jobs {
            let _gone_at_exit = jobs.send(job);
        }
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        // A rebuild that has begun is given up; it begins again at the next start.
        self.leaving.begun.store(true, Ordering::Relaxed);
        self.jobs = None;
        self.asks = None;
        self.wake = None;
        // A thread that panicked has told so already; there is nobody left to tell.
        let _panicked = self.saver.take().map(JoinHandle::join);
        let hurried = self.leaving.hurried.load(Ordering::Relaxed).then(Instant::now);
        for thread in self.followers.drain(..) {
            while hurried.is_some_and(|since| since.elapsed() < AT_MOST) && !thread.is_finished() {
                std::thread::sleep(LOOK);
            }
            if hurried.is_none() || thread.is_finished() {
                let _panicked = thread.join();
            }
        }
    }
}

//! The saver: one thread that owns the only writing connection. It takes whatever has arrived, writes it in one
//! transaction, and only then says so. What cannot be written is kept in order and tried again; it is never dropped.

mod leaving;
mod turning;

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use super::indexer::Wake;
use super::names::{self, Names};
use super::news::{News, Ticket};
use super::presence::Presence;
use crate::domain::{Edit, Id, Key};
use crate::error::{Error, ErrorKind, Result};
use crate::mint::Mint;
use crate::store::{Batch, Draft, Pending, Saved, Seq, Store};

/// How long the saver rests before it looks whether another process has written, or tries a failed save again.
const REST: Duration = Duration::from_millis(200);
/// For how long after another process touched a record our own edits of it are told back in the order of the log.
const WATCHED: Duration = Duration::from_secs(10);
/// What the feature `slow_disk` adds to each commit where `WHYBUY_SLOW_MS` does not say it: about the worst that a
/// commit was seen to take.
const SLOW_DISK: Duration = Duration::from_millis(25);
/// At most so many steps go into one transaction.
const BATCH: usize = 256;
/// At most so many changes of another process are told at once.
const PAGE: usize = 5_000;

/// What the desk asks of the saver, in order.
pub(super) enum Job {
    /// Save a step, and in the same transaction the draft that it leaves behind.
    Save(Ticket, Box<Pending>, Option<(Ticket, Draft)>),
    /// Keep a draft; a newer one of the same slot takes its place.
    Draft(Ticket, Draft),
    /// Keep the name of a participant, or forget it where it is blank.
    Name { study: Id, participant: Id, name: String },
    /// Take the last step of a study back, or do it again.
    Undo { study: Id, redo: bool },
    /// Tell which step would be taken back.
    NextUndo(Id),
    /// Take this step back if it is the next to be taken back.
    UndoStep { study: Id, step: i64 },
    /// Tell the newest steps of a study.
    History { study: Id, limit: usize },
    /// Tell what a step did.
    Explain(i64),
    /// Tell the studies.
    Studies,
    /// Tell a whole study.
    Load(Id),
    /// Tell whether another open desk has a draft of this slot.
    Elsewhere { study: Id, slot: String },
    /// Try now what could not be saved.
    Retry,
    /// Write what could not be saved to a file.
    Rescue(PathBuf),
    /// Whoever works here has been asked: what cannot be saved may go.
    Discard,
}

pub(super) struct Saver {
    store: Store,
    mint: Mint,
    tell: super::desk::Tell,
    wake: Wake,
    seq: Seq,
    data_version: i64,
    waiting: VecDeque<(Ticket, Pending)>,
    refused: Vec<Pending>,
    drafts: BTreeMap<(Id, String), (Ticket, Draft)>,
    names: Names,
    /// What was told of names that cannot be written is not told again.
    names_failed: bool,
    watched: BTreeMap<Key, Instant>,
    /// The steps that this desk has saved.
    tokens: BTreeSet<Id>,
    /// The newest ticket that has come in.
    taken: Ticket,
    /// The newest ticket of a draft that is on disk.
    drafted: Ticket,
    failed_at: Option<Instant>,
    /// What cannot be saved may go when the desk closes.
    discards: bool,
    /// The folder of the index, which can give its room away.
    index: PathBuf,
    /// Which desks are open, this one among them.
    presence: Arc<Presence>,
}

impl Saver {
    pub(super) fn new(
        store: Store,
        mint: Mint,
        (tell, wake): (super::desk::Tell, Wake),
        (index, presence): (PathBuf, Arc<Presence>),
    ) -> Result<Saver> {
        let (seq, data_version) = (store.seq()?, store.data_version()?);
        let names = Names::beside(store.path());
        Ok(Saver {
            store,
            names,
            names_failed: false,
            mint,
            tell,
            wake,
            seq,
            data_version,
            waiting: VecDeque::new(),
            refused: Vec::new(),
            drafts: BTreeMap::new(),
            watched: BTreeMap::new(),
            tokens: BTreeSet::new(),
            taken: 0,
            drafted: 0,
            failed_at: None,
            discards: false,
            index,
            presence,
        })
    }

    /// Works until the desk closes its end, then writes what is left.
    pub(super) fn run(mut self, jobs: &Receiver<Job>) {
        loop {
            match jobs.recv_timeout(REST) {
                Ok(job) => {
                    self.take(job);
                    while let Some(job) = (self.waiting.len() < BATCH).then(|| jobs.try_recv().ok()).flatten() {
                        self.take(job);
                    }
                    if self.failed_at.is_none_or(|at| at.elapsed() >= REST) {
                        self.flush();
                    }
                }
                Err(RecvTimeoutError::Timeout) => self.rest(),
                Err(RecvTimeoutError::Disconnected) => break,
            }
        }
        self.flush();
        self.flush_names();
        if !self.discards && self.has_unsaved() {
            self.leave_behind();
        }
    }

    fn take(&mut self, job: Job) {
        match job {
            Job::Save(ticket, pending, draft) => {
                self.taken = ticket;
                self.waiting.push_back((ticket, *pending));
                draft.into_iter().for_each(|(ticket, draft)| self.keep(ticket, draft));
            }
            Job::Draft(ticket, draft) => self.keep(ticket, draft),
            Job::Name { study, participant, name } => {
                self.names.take(study, participant, names::told(&name));
                self.flush_names();
            }
            Job::Undo { study, redo } => self.turn(study, redo, None),
            Job::NextUndo(study) => self.next_undo(study),
            Job::UndoStep { study, step } => self.turn(study, false, Some(step)),
            Job::History { study, limit } => {
                self.flush();
                self.answer(|store| store.history(study, limit).map(News::History));
            }
            Job::Explain(step) => {
                self.answer(|store| Ok(News::Explained { step, changes: store.changes(step)? }));
            }
            Job::Studies => self.answer(|store| store.studies().map(News::Studies)),
            Job::Load(study) => self.load(study),
            Job::Elsewhere { study, slot } => self.elsewhere(study, slot),
            Job::Retry => self.flush(),
            Job::Rescue(file) => self.rescue(file),
            Job::Discard => self.discards = true,
        }
    }

    fn keep(&mut self, ticket: Ticket, draft: Draft) {
        self.taken = ticket;
        self.drafts.insert((draft.study, draft.slot.clone()), (ticket, draft));
    }

    /// Nothing has arrived for a while: try again what failed, and see what other processes wrote.
    fn rest(&mut self) {
        if !self.waiting.is_empty() || !self.drafts.is_empty() {
            self.flush();
        }
        self.flush_names();
        self.watched.retain(|_, at| at.elapsed() < WATCHED);
        match self.store.data_version() {
            Ok(version) if version != self.data_version => {
                self.data_version = version;
                self.hear_others();
            }
            Ok(_) => {}
            Err(error) => (self.tell)(News::Failed(error)),
        }
    }

    /// Writes the names that wait; tells the first of several failures.
    fn flush_names(&mut self) {
        let failed = if self.names.is_waiting() { self.names.flush().err() } else { None };
        let is_new = !std::mem::replace(&mut self.names_failed, failed.is_some() && self.names.is_waiting());
        if let Some(error) = failed.filter(|_| is_new) {
            (self.tell)(News::Failed(error));
        }
    }

    /// Writes everything that waits, in order; tells that it is saved only after the commit.
    fn flush(&mut self) {
        while !self.waiting.is_empty() || !self.drafts.is_empty() {
            let steps: Vec<Pending> = self.waiting.iter().take(BATCH).map(|(_, pending)| pending.clone()).collect();
            let drafts = self.drafts.values().map(|(_, draft)| draft.clone()).collect();
            let batch = Batch { steps, drafts };
            let ticket = self.newest_ticket(batch.steps.len());
            if cfg!(feature = "mutant_ack_early") {
                (self.tell)(News::Saved { ticket, edits: Vec::new() });
            }
            if cfg!(feature = "slow_disk") {
                std::thread::sleep(slowness());
            }
            match self.store.save(&batch) {
                Ok(saved) => self.saved(&batch, ticket, saved),
                Err(error) if error.kind == ErrorKind::Refused => {
                    if let Err(error) = self.part_refused(batch, ticket) {
                        return self.failed(error);
                    }
                }
                Err(error) => return self.failed(error),
            }
        }
    }

    /// The newest ticket of the first `steps` steps and of all drafts.
    fn newest_ticket(&self, steps: usize) -> Ticket {
        let steps = self.waiting.iter().take(steps).map(|(ticket, _)| *ticket);
        // A draft that came after a step still waiting must not vouch for that step.
        let beyond = self.waiting.get(steps.len()).map_or(Ticket::MAX, |(ticket, _)| ticket - 1);
        steps.chain([self.newest_draft()]).max().unwrap_or(0).min(beyond)
    }

    fn newest_draft(&self) -> Ticket {
        self.drafts.values().map(|(ticket, _)| *ticket).max().unwrap_or(0).max(self.drafted)
    }

    fn saved(&mut self, batch: &Batch, ticket: Ticket, saved: Saved) {
        self.failed_at = None;
        let foreign = saved.before > self.seq && self.hear_until(saved.before);
        self.seq = self.seq.max(saved.seq);
        self.waiting.drain(..batch.steps.len());
        self.tokens.extend(batch.steps.iter().map(|pending| pending.token));
        for step in batch.steps.iter().map(|pending| &pending.step) {
            self.names.forget(step.study, &step.edits);
        }
        self.drafted = self.newest_draft();
        self.drafts.clear();
        let mut edits = saved.amended;
        if foreign || !self.watched.is_empty() {
            let own = batch.steps.iter().flat_map(|pending| &pending.step.edits);
            let amended: Vec<Key> = edits.iter().map(Edit::key).collect();
            edits
                .extend(own.filter(|it| self.watched.contains_key(&it.key()) && !amended.contains(&it.key())).cloned());
        }
        (self.tell)(News::Saved { ticket, edits });
        if !batch.steps.is_empty() {
            self.wake.nudge();
        }
    }

    /// The store refused the batch for good: save the drafts, then step by step, and put aside what cannot be saved.
    fn part_refused(&mut self, batch: Batch, ticket: Ticket) -> Result<()> {
        self.store.save(&Batch { steps: Vec::new(), drafts: batch.drafts })?;
        self.drafted = self.newest_draft();
        self.drafts.clear();
        for pending in batch.steps {
            let single = Batch { steps: vec![pending], drafts: Vec::new() };
            match self.store.save(&single) {
                Ok(saved) => {
                    let own = self.waiting.front().map_or(ticket, |(ticket, _)| *ticket);
                    self.saved(&single, own, saved);
                }
                Err(error) if error.kind == ErrorKind::Refused => {
                    self.waiting.pop_front();
                    let step = single.steps.iter().map(|it| it.step.name.clone()).collect();
                    self.refused.extend(single.steps);
                    (self.tell)(News::SaveRefused { step, error });
                }
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    fn failed(&mut self, error: Error) {
        self.failed_at = Some(Instant::now());
        let pending = self.waiting.len() + self.drafts.len();
        (self.tell)(News::SaveFailed { pending, error });
    }

    fn load(&mut self, study: Id) {
        self.flush();
        // What still waits is not in the study that is read now; whoever asked puts it on top.
        let waiting = self.waiting.iter().map(|(ticket, _)| *ticket);
        let first = waiting.chain(self.drafts.values().map(|(ticket, _)| *ticket)).min();
        let ticket = first.map_or(self.taken, |first| first - 1);
        let seq = self.store.seq();
        // A vault that cannot be read is no reason to show nothing of the study.
        let (names, unread) = match self.names.of(study) {
            Ok(names) => (names, None),
            Err(error) => (BTreeMap::new(), Some(error)),
        };
        let presence = Arc::clone(&self.presence);
        self.answer(|store| {
            let research = Box::new(store.load(study)?);
            let drafts = store.take_drafts(study, &presence.name, &|desk| presence.is_open(desk))?;
            Ok(News::Loaded { research, drafts, names, ticket })
        });
        unread.into_iter().for_each(|error| (self.tell)(News::Failed(error)));
        // Whatever was written before the study was read is in it; telling it again is harmless.
        self.seq = seq.unwrap_or(self.seq);
    }

    fn answer(&mut self, ask: impl FnOnce(&mut Store) -> Result<News>) {
        let news = ask(&mut self.store).unwrap_or_else(News::Failed);
        (self.tell)(news);
    }

    /// Whoever asks is told only where somebody is there; a library that cannot be read says so elsewhere.
    fn elsewhere(&self, study: Id, slot: String) {
        let is_open = |desk: &str| self.presence.is_open(desk);
        if self.store.is_open_elsewhere((study, &slot), &self.presence.name, &is_open).unwrap_or(false) {
            (self.tell)(News::OpenElsewhere { slot });
        }
    }

    /// Tells what other processes wrote, up to the end of the log.
    fn hear_others(&mut self) {
        match self.store.seq() {
            Ok(seq) => {
                self.hear_until(seq);
            }
            Err(error) => (self.tell)(News::Failed(error)),
        }
    }

    /// Tells what other processes wrote up to `end`; says whether there was anything.
    fn hear_until(&mut self, end: Seq) -> bool {
        let mut any = false;
        while self.seq < end {
            let changes = match self.store.since(self.seq, PAGE) {
                Ok(changes) => changes,
                Err(error) => {
                    (self.tell)(News::Failed(error));
                    return any;
                }
            };
            let edits: Vec<Edit> =
                changes.iter().filter(|change| change.seq <= end).map(|change| change.edit.clone()).collect();
            self.seq = changes.last().map_or(end, |last| last.seq.min(end));
            let now = Instant::now();
            self.watched.extend(edits.iter().map(|edit| (edit.key(), now)));
            if !edits.is_empty() {
                any = true;
                (self.tell)(News::Arrived(edits));
            }
        }
        if any {
            self.wake.nudge();
        }
        any
    }
}

/// Only ever asked where the feature `slow_disk` is on.
fn slowness() -> Duration {
    let told = std::env::var("WHYBUY_SLOW_MS").ok().and_then(|it| it.parse().ok());
    told.map_or(SLOW_DISK, Duration::from_millis)
}

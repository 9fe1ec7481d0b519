//! The study in memory and the desk that keeps it. A step is done when it is on disk and not before: every call here
//! waits for that. What cannot be written stays with the saver, which tries again; here it is remembered by name.

use std::collections::BTreeMap;
use std::ops::ControlFlow::{self, Break, Continue};
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use crate::domain::judgement::initials;
use crate::domain::{Edit, Fresh, Id, Moment, Research, Step, Study, text};
use crate::error::{Error, ErrorKind, Result};
use crate::library::{self, Desk, Draft, Found, News, Next, Options, Past, Request, Ticket};
use crate::mint::Mint;

/// How long an answer of the desk is waited for. A commit takes a fraction of a second; only a machine that is about to
/// stop takes so long.
const PATIENCE: Duration = Duration::from_secs(60);

/// What became of a step.
#[derive(Debug)]
pub enum Kept {
    /// It is on disk.
    Saved,
    /// It is not on disk yet; the saver holds it and tries again.
    Waiting(Error),
    /// The library refused it for good; the study was read anew.
    Refused(Error),
}

/// What became of an undo or redo.
#[derive(Debug)]
pub enum Turned {
    /// This step, by name and what it was about.
    Done(String, String),
    /// There was none.
    Nothing,
    /// It could not be done now.
    Failed(Error),
}

/// The study in memory and the desk that keeps it.
pub struct Work {
    desk: Desk,
    news: Receiver<News>,
    /// The source of ids and time.
    pub mint: Mint,
    /// The moment of the newest thing heard.
    pub now: Moment,
    /// The study; empty until one is opened.
    pub research: Research,
    /// The names of its participants.
    pub names: BTreeMap<Id, String>,
    /// Who sits here, as initials.
    pub author: String,
    /// Its unfinished texts, by slot.
    pub drafts: BTreeMap<String, Draft>,
    /// Files with what could not be saved in the end by whoever sat here before.
    pub left_behind: Vec<PathBuf>,
    /// What was told as not saved, by its ticket.
    unsaved: Vec<(Ticket, String)>,
    /// What was told as not saved and is saved now.
    recovered: Vec<String>,
    /// How many steps were refused for good and are in no study.
    refused: usize,
    /// The study is to be read anew once everything is saved.
    is_stale: bool,
    problems: Vec<Error>,
    generation: u64,
}

impl Work {
    /// Opens the library.
    ///
    /// # Errors
    ///
    /// Where it cannot be opened.
    pub fn open(options: Options) -> Result<Work> {
        let mint = options.mint.clone();
        let left_behind = library::left_behind(&options.file, &options.index);
        let author = initials(&options.author);
        let (send, news) = channel();
        let send = Mutex::new(send);
        let desk = Desk::open(options, move |news| {
            // Nobody listens any more only while whybuy is leaving.
            if let Ok(send) = send.lock() {
                let _gone = send.send(news);
            }
        })?;
        Ok(Work {
            desk,
            news,
            now: mint.now(),
            mint,
            research: Research::default(),
            names: BTreeMap::new(),
            author,
            drafts: BTreeMap::new(),
            left_behind,
            unsaved: Vec::new(),
            recovered: Vec::new(),
            refused: 0,
            is_stale: false,
            problems: Vec::new(),
            generation: 0,
        })
    }

    /// The time and the ids of what is about to be done.
    pub fn fresh(&self) -> Fresh<'_> {
        Fresh::new(self.now, &self.mint)
    }

    /// The studies of the library.
    ///
    /// # Errors
    ///
    /// Where they cannot be read.
    pub fn studies(&mut self) -> Result<Vec<Study>> {
        self.desk.studies();
        self.wait(|news| match news {
            News::Studies(studies) => Break(Ok(studies)),
            News::Failed(error) => Break(Err(error)),
            other => Continue(other),
        })?
    }

    /// Opens a study.
    ///
    /// # Errors
    ///
    /// Where it cannot be read.
    pub fn load(&mut self, study: Id) -> Result<()> {
        self.desk.load(study);
        let (research, drafts, names) = self.wait(|news| match news {
            News::Loaded { research, drafts, names, .. } => Break(Ok((research, drafts, names))),
            News::Failed(error) => Break(Err(error)),
            other => Continue(other),
        })??;
        (self.research, self.names) = (*research, names);
        self.drafts = drafts.into_iter().map(|draft| (draft.slot.clone(), draft)).collect();
        Ok(())
    }

    /// Does a step and waits until it is on disk. `what` names it where it is not.
    ///
    /// # Errors
    ///
    /// Where the research refuses it: then nothing was done.
    pub fn commit(&mut self, step: Step, what: &str) -> Result<Kept> {
        self.research.apply_step(&step)?;
        let ticket = self.desk.save(step);
        let kept = self.wait(|news| match news {
            News::Saved { ticket: safe, edits } if safe >= ticket => Break((Kept::Saved, edits, safe)),
            News::SaveFailed { error, .. } => Break((Kept::Waiting(error), Vec::new(), 0)),
            News::SaveRefused { error, .. } => Break((Kept::Refused(error), Vec::new(), 0)),
            other => Continue(other),
        });
        let (kept, edits, safe) = kept.unwrap_or_else(|error| (Kept::Waiting(error), Vec::new(), 0));
        self.safe(safe, edits);
        match kept {
            Kept::Waiting(_) => self.unsaved.push((ticket, what.to_owned())),
            Kept::Refused(_) => {
                self.refused += 1;
                self.ask_anew();
            }
            Kept::Saved => {}
        }
        Ok(kept)
    }

    /// Keeps a draft, or forgets it where its text is empty. It is not waited for.
    pub fn keep_draft(&mut self, slot: String, text: &str) {
        let Some(study) = self.research.study().map(|study| study.id) else { return };
        let draft = Draft { study, slot, text: text.to_owned(), context: String::new(), at: self.now };
        if text.is_empty() {
            self.drafts.remove(&draft.slot);
        } else {
            self.drafts.insert(draft.slot.clone(), draft.clone());
        }
        self.desk.draft(draft);
    }

    /// Keeps the name of a participant in the vault.
    pub fn name(&mut self, participant: Id, name: &str) {
        let Some(study) = self.research.study().map(|study| study.id) else { return };
        self.names.insert(participant, name.to_owned());
        self.desk.name(study, participant, name.to_owned());
    }

    /// The step that would be taken back, and whether it was done in this sitting; none where there is none.
    ///
    /// # Errors
    ///
    /// Where it cannot be told now: what waits must be written before anything can be taken back.
    pub fn next_undo(&mut self) -> Result<Option<(Next, bool)>> {
        let Some(study) = self.research.study().map(|study| study.id) else { return Ok(None) };
        self.desk.next_undo(study);
        self.wait(|news| match news {
            News::NextUndo { next, own } => Break(Ok(Some((next, own)))),
            News::NothingTo { .. } => Break(Ok(None)),
            News::Failed(error) | News::SaveFailed { error, .. } => Break(Err(error)),
            other => Continue(other),
        })?
    }

    /// Takes this step back if it still is the newest.
    pub fn undo(&mut self, step: i64) -> Turned {
        let study = self.research.study().map(|study| study.id);
        study.into_iter().for_each(|study| self.desk.undo_step(study, step));
        self.turned()
    }

    /// Does the last undone step again.
    pub fn redo(&mut self) -> Turned {
        let Some(study) = self.research.study().map(|study| study.id) else { return Turned::Nothing };
        self.desk.redo(study);
        self.turned()
    }

    fn turned(&mut self) -> Turned {
        let turned = self.wait(|news| match news {
            News::Undone { undone, .. } => Break(Ok(Some(undone))),
            // Where another process did something meanwhile, that is asked about anew.
            News::NothingTo { .. } | News::NextUndo { .. } => Break(Ok(None)),
            News::Failed(error) | News::SaveFailed { error, .. } => Break(Err(error)),
            other => Continue(other),
        });
        match turned.and_then(|turned| turned) {
            Ok(Some(undone)) => {
                self.adopt(undone.edits);
                Turned::Done(undone.name, undone.about)
            }
            Ok(None) => Turned::Nothing,
            Err(error) => Turned::Failed(error),
        }
    }

    /// Searches the whole library.
    ///
    /// # Errors
    ///
    /// Where the query cannot be read or the library does not answer.
    pub fn search(&mut self, text: &str, limit: usize) -> Result<Found> {
        self.generation += 1;
        let wanted = self.generation;
        self.desk.search(wanted, Request::of(text, limit));
        self.wait(|news| match news {
            News::Found { generation, found } if generation == wanted => Break(found.map(|it| *it)),
            other => Continue(other),
        })?
    }

    /// The newest steps of the study, newest first.
    ///
    /// # Errors
    ///
    /// Where they cannot be read.
    pub fn history(&mut self, limit: usize) -> Result<Vec<Past>> {
        let Some(study) = self.research.study().map(|study| study.id) else { return Ok(Vec::new()) };
        self.desk.history(study, limit);
        self.wait(|news| match news {
            News::History(past) => Break(Ok(past)),
            News::Failed(error) => Break(Err(error)),
            other => Continue(other),
        })?
    }

    /// Takes what has come in meanwhile.
    pub fn listen(&mut self) {
        while let Ok(news) = self.news.try_recv() {
            self.hear(news);
        }
    }

    /// What went wrong meanwhile besides saving; each is told once.
    pub fn problems(&mut self) -> Vec<Error> {
        std::mem::take(&mut self.problems)
    }

    /// What was told as not saved and is saved by now; each is told once.
    pub fn recovered(&mut self) -> Vec<String> {
        self.listen();
        std::mem::take(&mut self.recovered)
    }

    /// How many things that were done are not on disk.
    pub fn unsaved(&self) -> usize {
        self.unsaved.len() + self.refused
    }

    /// Leaves: what is not saved is tried once more, and goes to a file that the next start finds where it still cannot be.
    /// In a hurry only that is waited for.
    ///
    /// # Errors
    ///
    /// Where something that was typed is not in the library.
    pub fn close(self, in_a_hurry: bool) -> Result<()> {
        if in_a_hurry {
            self.desk.hurry();
        }
        drop(self.desk);
        for news in self.news.try_iter() {
            match news {
                News::Rescued { file, records } => {
                    let file = text::clean(&file.to_string_lossy()).into_owned();
                    return Err(Error::new(ErrorKind::Io, "unsaved-left").with("count", records).with("file", file));
                }
                News::Failed(error) if error.key == "unsaved-lost" => return Err(error),
                _ => {}
            }
        }
        Ok(())
    }

    /// Waits for the news that is meant; all other news is taken on the way.
    fn wait<T>(&mut self, mut pick: impl FnMut(News) -> ControlFlow<T, News>) -> Result<T> {
        loop {
            let news = self.news.recv_timeout(PATIENCE);
            let news = news.map_err(|silent| Error::new(ErrorKind::Busy, "library-busy").because(silent))?;
            match pick(news) {
                Break(picked) => return Ok(picked),
                Continue(other) => self.hear(other),
            }
        }
    }

    /// Takes news that nobody waits for.
    fn hear(&mut self, news: News) {
        match news {
            News::Saved { ticket, edits } => self.safe(ticket, edits),
            News::Arrived(edits) => self.adopt(edits),
            News::Failed(error) => self.problems.push(error),
            News::SaveRefused { error, .. } => {
                self.refused += 1;
                self.problems.push(error);
                self.ask_anew();
            }
            News::Loaded { research, names, .. } if self.unsaved.is_empty() => {
                (self.research, self.names) = (*research, names);
            }
            _ => {}
        }
    }

    fn safe(&mut self, ticket: Ticket, edits: Vec<Edit>) {
        self.adopt(edits);
        let (safe, unsaved) = std::mem::take(&mut self.unsaved).into_iter().partition(|(it, _)| *it <= ticket);
        self.unsaved = unsaved;
        let safe: Vec<(Ticket, String)> = safe;
        self.recovered.extend(safe.into_iter().map(|(_, what)| what));
        if self.is_stale {
            self.ask_anew();
        }
    }

    /// Applies edits that are on disk already; where one does not fit, the study is read anew.
    fn adopt(&mut self, edits: Vec<Edit>) {
        let Some(study) = self.research.study().map(|study| study.id) else { return };
        for edit in edits {
            let concerns_us = match &edit {
                Edit::Put(record) => record.study() == study,
                Edit::Remove(key) => self.research.has(*key),
            };
            if concerns_us && self.research.apply(edit).is_err() {
                return self.ask_anew();
            }
        }
    }

    /// Asks for the study anew; it is taken when it comes. While lines wait to be saved it is not: they are in no file
    /// yet, and would go out of sight.
    fn ask_anew(&mut self) {
        self.is_stale = !self.unsaved.is_empty();
        let study = self.research.study().filter(|_| !self.is_stale).map(|study| study.id);
        study.into_iter().for_each(|study| self.desk.load(study));
    }
}

//! What every pane sees: the study in memory, the clock, the words, the look, and what is on disk by now. A pane
//! changes the study only through [`World::commit`]; what must be done outside waits in the outbox.

use std::cell::OnceCell;
use std::collections::{BTreeMap, VecDeque};
use std::path::PathBuf;

use super::action::Action;
use super::effect::Effect;
use super::keymap::{Keymap, Place};
use super::palette::Look;
use super::pane::Move;
use crate::config::{Keys, Probes};
use crate::domain::{Edit, Fresh, Id, Key, Kind, Moment, Participant, Record, Research, Step, Study, text};
use crate::error::Error;
use crate::library::{Draft, Request, SIGN_OF_LIFE, Ticket};
use crate::mint::Mint;
use crate::words::{Arg, Lang, Words};

/// How long a notice stays, in seconds.
const NOTICE_SECONDS: i64 = 6;

/// What every pane sees.
pub struct World {
    /// The source of ids.
    pub mint: Mint,
    /// The texts.
    pub words: Words,
    /// The texts of the other language, once they are needed.
    other_words: OnceCell<Words>,
    /// How things look.
    pub look: Look,
    /// Which keys mean what.
    pub keys: Keymap,
    /// What is changed about the probes of the live capture.
    pub probes: Probes,
    /// What is wrong with the settings, in sentences.
    pub faults: Vec<String>,
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// The time of the newest tick.
    pub now: Moment,
    /// The folder of the library, where files are written by default.
    pub folder: PathBuf,
    /// Files with what could not be saved when whybuy had to end, as they were found at the start.
    pub left_behind: Vec<PathBuf>,
    /// The studies of the library; none until they are known.
    pub studies: Option<Vec<Study>>,
    /// The study that is open; empty until one is loaded.
    pub research: Research,
    /// Counts the loads: what was kept of an older one is worth nothing.
    pub epoch: u64,
    /// Every record that was changed since the load, in order: a pane reads on from where it was.
    pub touched: Vec<Key>,
    /// The names of participants, from the vault: never in a line, an export or a step.
    pub names: BTreeMap<Id, String>,
    /// Unfinished texts, by slot.
    pub drafts: BTreeMap<String, Draft>,
    /// What is on disk.
    pub saving: Saving,
    /// The newest notice.
    pub notice: Option<Notice>,
    /// How far the index is rebuilt, while it is: lines done and lines in all.
    pub rebuilding: Option<(u64, u64)>,
    /// The generation of the newest search.
    pub generation: u64,
    /// An interview and a line to open as soon as its study is loaded.
    pub jump: Option<(Id, Id)>,
    /// Whether whybuy leaves as soon as everything is saved.
    pub leaving: bool,
    /// What is to be done outside.
    pub effects: Vec<Effect>,
    /// Changes of the stack of panes.
    pub moves: Vec<Move>,
}

/// What has been sent to the disk and what has arrived there.
#[derive(Debug, Default)]
pub struct Saving {
    /// The newest ticket that was sent.
    pub sent: Ticket,
    /// The newest ticket that is safe.
    pub saved: Ticket,
    /// Records that are on their way, with their tickets.
    waiting: BTreeMap<Key, Ticket>,
    /// How many steps wait in vain, and why.
    pub failed: Option<(usize, String)>,
    /// How many steps were refused for good and not rescued yet, and why the last one was.
    pub refused: Option<(usize, String)>,
    /// The study is to be read anew once everything is saved.
    reload: bool,
    /// The newest ticket of something that somebody did; signs of life come behind it.
    work: Ticket,
    /// What was sent and is not known to be safe, in order: a study that is read meanwhile does not have it yet.
    unsafe_yet: VecDeque<(Ticket, Sent)>,
}

/// Something that was sent to the disk.
#[derive(Debug)]
enum Sent {
    Step(Step),
    Draft(Draft),
}

/// What is on disk, as the status shows it.
#[derive(Debug, PartialEq, Eq)]
pub enum Safety<'a> {
    /// Everything.
    Saved,
    /// So many steps and drafts are on their way.
    Waiting(u64),
    /// So many cannot be saved, for this reason.
    Failed(usize, &'a str),
}

/// How far a pane has read the changes of the study.
#[derive(Clone, Copy, Debug, Default)]
pub struct Seen {
    epoch: u64,
    touched: usize,
    ever: bool,
}

impl Seen {
    /// Whether anything of these kinds has changed since the last time this was asked; the first time it always has.
    pub fn is_stale(&mut self, world: &World, matters: impl Fn(Kind) -> bool) -> bool {
        let fresh = world.touched.get(self.touched..).unwrap_or(&world.touched);
        let stale = !self.ever || self.epoch != world.epoch || fresh.iter().any(|key| matters(key.kind));
        *self = Seen { epoch: world.epoch, touched: world.touched.len(), ever: true };
        stale
    }
}

/// A sentence in the footer that goes by itself.
#[derive(Debug)]
pub struct Notice {
    /// The sentence.
    pub text: String,
    /// Whether it is about something that went wrong.
    pub alert: bool,
    until: i64,
    since: Moment,
}

impl World {
    /// A world without a study.
    pub fn new(mint: Mint, words: Words, look: Look, folder: PathBuf) -> World {
        let now = mint.now();
        World {
            mint,
            words,
            other_words: OnceCell::new(),
            look,
            keys: Keymap::default(),
            probes: Probes::default(),
            faults: Vec::new(),
            size: (80, 24),
            now,
            folder,
            left_behind: Vec::new(),
            studies: None,
            research: Research::default(),
            epoch: 0,
            touched: Vec::new(),
            names: BTreeMap::new(),
            drafts: BTreeMap::new(),
            saving: Saving::default(),
            notice: None,
            rebuilding: None,
            generation: 0,
            jump: None,
            leaving: false,
            effects: Vec::new(),
            moves: Vec::new(),
        }
    }

    /// Takes the settings. What is wrong with them is told now and stays in the help; the defaults hold instead.
    pub fn configure(&mut self, keys: &Keys, probes: Probes, mut faults: Vec<Error>) {
        let (keymap, unfit) = Keymap::remapped(keys);
        (self.keys, self.probes) = (keymap, probes);
        faults.extend(unfit);
        self.faults = faults.iter().map(|fault| self.sentence(fault)).collect();
        let Some(first) = faults.first() else { return };
        let first = self.words.explain(first).what;
        let key = self.keys.shown(Place::Lists, Action::Help).map(|chord| chord.to_string()).unwrap_or_default();
        let rest = (faults.len() - 1).into();
        let text =
            self.say_with("settings-wrong", &[("first", (&first).into()), ("rest", rest), ("key", (&key).into())]);
        self.notice = Some(Notice { text, alert: true, until: NOTICE_SECONDS * 3, since: self.now });
    }

    /// A text of the terminal UI.
    pub fn say(&self, key: &str) -> String {
        self.words.say(key)
    }

    /// A text of the terminal UI with its arguments.
    pub fn say_with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.words.say_with(key, args)
    }

    /// A text in a language that need not be the one of the screen: a question that is read out to a participant.
    pub fn say_in(&self, lang: Lang, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        if lang == self.words.lang() {
            return self.words.say_with(key, args);
        }
        self.other_words.get_or_init(|| Words::new(lang)).say_with(key, args)
    }

    /// The sentence of an error: what happened, and what to do where the words know it.
    pub fn sentence(&self, error: &Error) -> String {
        let said = self.words.explain(error);
        said.hint.map_or(said.what.clone(), |hint| format!("{} {hint}", said.what))
    }

    /// The study that is open.
    pub fn study(&self) -> Option<&Study> {
        self.research.study()
    }

    /// The time and the ids of what is about to be done.
    pub fn fresh(&self) -> Fresh<'_> {
        Fresh::new(self.now, &self.mint)
    }

    /// Whether the participant of an interview has withdrawn: then no line of it may be shown or counted.
    pub fn is_withdrawn(&self, interview: Id) -> bool {
        self.research.participant_of(interview).is_some_and(Participant::is_withdrawn)
    }

    /// Rows of a list that are seen at once, for paging.
    pub fn page(&self) -> usize {
        usize::from(self.size.1).saturating_sub(5).max(1)
    }

    /// What a step did, such as "P07-L041 logged".
    pub fn step_name(&self, name: &str, about: &str) -> String {
        self.say_with(&format!("step-{name}"), &[("about", about.into())])
    }

    /// Tells something in the footer.
    pub fn tell(&mut self, text: String) {
        self.notice = Some(Notice { text, alert: false, until: NOTICE_SECONDS, since: self.now });
    }

    /// Tells in the footer what went wrong.
    pub fn tell_error(&mut self, error: &Error) {
        let text = self.sentence(error);
        self.notice = Some(Notice { text, alert: true, until: NOTICE_SECONDS * 2, since: self.now });
    }

    /// Moves the clock on.
    pub fn tick(&mut self, now: Moment) {
        self.now = now;
        if self.notice.as_ref().is_some_and(|notice| now.seconds_since(notice.since).abs() >= notice.until) {
            self.notice = None;
        }
    }

    /// Applies a step to the study in memory and sends it to the disk. A step that is refused changes nothing and is told.
    pub fn commit(&mut self, step: Step) -> bool {
        if step.edits.is_empty() {
            return false;
        }
        if let Err(error) = self.research.apply_step(&step) {
            self.tell_error(&error);
            return false;
        }
        let ticket = self.ticket();
        for key in step.edits.iter().map(Edit::key) {
            self.saving.waiting.insert(key, ticket);
            self.touched.push(key);
        }
        self.saving.unsafe_yet.push_back((ticket, Sent::Step(step.clone())));
        self.effects.push(Effect::Save(Box::new(step), ticket));
        true
    }

    /// Applies edits that are on disk already; those of other studies are not ours. Where one does not fit, the study
    /// is read anew.
    pub fn adopt(&mut self, edits: Vec<Edit>) {
        let Some(study) = self.research.study().map(|study| study.id) else { return };
        for edit in edits {
            let key = edit.key();
            let concerns_us = match &edit {
                Edit::Put(record) => record.study() == study,
                Edit::Remove(key) => self.research.has(*key),
            };
            if !concerns_us {
                continue;
            }
            if let Edit::Put(Record::Participant(person)) = &edit
                && person.is_withdrawn()
            {
                self.names.remove(&person.id);
            }
            if self.research.apply(edit).is_err() {
                return self.reload();
            }
            self.touched.push(key);
        }
    }

    /// Reads the study anew: at once, or, while lines wait to be saved, as soon as they are, so that none goes out of sight.
    pub fn reload(&mut self) {
        let Some(study) = self.research.study().map(|study| study.id) else { return };
        self.saving.reload = self.saving.failed.is_some();
        if !self.saving.reload {
            self.effects.push(Effect::Load(study));
        }
    }

    /// The library refused a step for good: it is in no study, and only `rescue` can still write it somewhere.
    pub fn refused(&mut self, why: String) {
        let count = self.saving.refused.as_ref().map_or(0, |(count, _)| *count) + 1;
        self.saving.refused = Some((count, why));
        self.reload();
    }

    /// Takes a study that was loaded and has everything up to `ticket`; what was sent later comes on top again.
    pub fn open(&mut self, research: Research, drafts: Vec<Draft>, ticket: Ticket) {
        self.research = research;
        self.drafts = drafts.into_iter().map(|draft| (draft.slot.clone(), draft)).collect();
        self.epoch += 1;
        self.touched.clear();
        if self.saving.failed.is_none() {
            self.saved(ticket);
        }
        let Some(study) = self.research.study().map(|study| study.id) else { return };
        for (_, sent) in self.saving.unsafe_yet.iter().filter(|(sent, _)| *sent > ticket) {
            match sent {
                // A step that no longer fits is refused by the library too, and told then.
                Sent::Step(step) if step.study == study => {
                    let _told_later = self.research.apply_step(step);
                }
                Sent::Draft(draft) if draft.study == study && draft.text.is_empty() => {
                    self.drafts.remove(&draft.slot);
                }
                Sent::Draft(draft) if draft.study == study => {
                    self.drafts.insert(draft.slot.clone(), draft.clone());
                }
                Sent::Step(_) | Sent::Draft(_) => {}
            }
        }
    }

    /// Keeps an unfinished text, or forgets it where it is empty; returns the ticket to wait for.
    pub fn keep_draft(&mut self, slot: &str, text: &str, context: &str) -> Ticket {
        let Some(study) = self.research.study().map(|study| study.id) else { return self.saving.saved };
        if text.is_empty() && !self.drafts.contains_key(slot) {
            return self.saving.saved;
        }
        let (slot, context) = (slot.to_owned(), context.to_owned());
        let draft = Draft { study, slot, text: text.to_owned(), context, at: self.now };
        if text.is_empty() {
            self.drafts.remove(&draft.slot);
        } else {
            self.drafts.insert(draft.slot.clone(), draft.clone());
        }
        let ticket = self.ticket();
        self.saving.unsafe_yet.push_back((ticket, Sent::Draft(draft.clone())));
        self.effects.push(Effect::Draft(draft, ticket));
        ticket
    }

    /// Keeps a sign of life of a running interview, so that an interruption is known to the second later. It is no
    /// work of anybody: while only it is on its way, everything is said to be saved.
    pub fn keep_pulse(&mut self, interview: Id) {
        let work = self.saving.work;
        self.keep_draft(&pulse_slot(interview), "-", "");
        self.saving.work = work;
    }

    /// Keeps the name of a participant in the vault, or forgets it where it is blank.
    pub fn name(&mut self, participant: Id, name: &str) {
        let Some(study) = self.research.study().map(|study| study.id) else { return };
        let name = text::trim_line(name).into_owned();
        if name.is_empty() {
            self.names.remove(&participant);
        } else {
            self.names.insert(participant, name.clone());
        }
        self.effects.push(Effect::Name { study, participant, name });
    }

    fn ticket(&mut self) -> Ticket {
        self.saving.sent += 1;
        self.saving.work = self.saving.sent;
        self.saving.sent
    }

    /// Everything up to this ticket is safe.
    pub fn saved(&mut self, ticket: Ticket) {
        self.saving.saved = self.saving.saved.max(ticket);
        self.saving.failed = None;
        self.saving.waiting.retain(|_, waits| *waits > ticket);
        while self.saving.unsafe_yet.front().is_some_and(|(sent, _)| *sent <= ticket) {
            self.saving.unsafe_yet.pop_front();
        }
        if self.saving.reload {
            self.reload();
        }
    }

    /// Whether a record is on disk as it is shown.
    pub fn is_saved(&self, key: Key) -> bool {
        !self.saving.waiting.contains_key(&key)
    }

    /// What is on disk.
    pub fn safety(&self) -> Safety<'_> {
        match self.saving.failed.as_ref().or(self.saving.refused.as_ref()) {
            Some((pending, why)) => Safety::Failed(*pending, why),
            None if self.saving.work > self.saving.saved => Safety::Waiting(self.saving.sent - self.saving.saved),
            None => Safety::Saved,
        }
    }

    /// Asks for everything that matches; the answer carries the generation that is returned.
    pub fn search(&mut self, text: &str, limit: usize) -> u64 {
        self.generation += 1;
        let request = Request { text: text.to_owned(), study: None, limit };
        self.effects.push(Effect::Search(self.generation, request));
        self.generation
    }
}

/// The slot of the sign of life of an interview.
pub fn pulse_slot(interview: Id) -> String {
    format!("{SIGN_OF_LIFE}{interview}")
}

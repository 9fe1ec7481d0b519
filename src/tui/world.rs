//! What every pane sees: the study in memory, the clock, the words, the look, and what is on disk by now. A pane
//! changes the study only through [`World::commit`]; what must be done outside waits in the outbox.

use std::cell::OnceCell;
mod leaving;
mod saving;

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::action::Action;
use super::echoes::Echoes;
use super::effect::Effect;
use super::keymap::{Keymap, Place};
use super::palette::Look;
use super::pane::Move;
use super::trail::Walk;
use super::watching::Watching;
use crate::config::{Keys, Probes};
use crate::domain::judgement::initials;
use crate::domain::{Fresh, Id, Key, Kind, Moment, Participant, Research, Study};
use crate::error::Error;
use crate::library::{Draft, Request, SIGN_OF_LIFE};
use crate::mint::Mint;
use crate::words::{Arg, Lang, Words};
pub use saving::{Safety, Saving};

/// How long a notice stays, in seconds.
const NOTICE_SECONDS: i64 = 6;

/// What every pane sees.
pub struct World {
    /// The source of ids.
    pub mint: Mint,
    /// Who works here, as initials: they stand beside what people decide.
    pub author: String,
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
    /// How many earlier people said something like the newest lines.
    pub echoes: Echoes,
    /// The generation of the newest search.
    pub generation: u64,
    /// The line found to open as soon as its study is loaded.
    pub jump: Option<Walk>,
    /// Whom the saved searches find by now.
    pub watch: Watching,
    /// Whether whybuy leaves as soon as everything is saved.
    pub leaving: bool,
    /// What is to be done outside.
    pub effects: Vec<Effect>,
    /// How many keys were pressed, and how many of them when an undo was asked for: a question that comes late must not
    /// take the keys of a line that is being typed by then.
    pub pressed: u64,
    /// See `pressed`.
    pub undo_asked: u64,
    /// Changes of the stack of panes.
    pub moves: Vec<Move>,
}

/// How far a pane has read the changes of the study.
#[derive(Clone, Copy, Debug, Default)]
pub struct Seen {
    epoch: u64,
    touched: usize,
    ever: bool,
}

impl Seen {
    /// What has changed since the last time this was asked; none where everything may have.
    pub fn news<'w>(&mut self, world: &'w World) -> Option<&'w [Key]> {
        let is_known = self.ever && self.epoch == world.epoch;
        let news = world.touched.get(self.touched..).filter(|_| is_known);
        *self = Seen { epoch: world.epoch, touched: world.touched.len(), ever: true };
        news
    }

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
            author: initials(""),
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
            echoes: Echoes::default(),
            generation: 0,
            jump: None,
            watch: Watching::default(),
            leaving: false,
            pressed: 0,
            undo_asked: 0,
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

    /// Asks for everything that matches; the answer carries the generation that is returned.
    pub fn search(&mut self, request: Request) -> u64 {
        self.generation += 1;
        self.effects.push(Effect::Search(self.generation, request));
        self.generation
    }
}

/// The slot of the sign of life of an interview.
pub fn pulse_slot(interview: Id) -> String {
    format!("{SIGN_OF_LIFE}{interview}")
}

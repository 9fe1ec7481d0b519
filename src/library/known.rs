//! What is known of the people of a library beside their lines, kept in memory and kept up with the change log: what
//! was touched, the questions, the lines that speak against a theme, and the team's words. Read when first needed.

use std::cell::OnceCell;
use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use crate::domain::{Edit, Id, Kind, Record, Stage, Synonym, Traces};
use crate::error::Result;
use crate::search::Shelf;
use crate::store::{Change, Seq, Store, Wording};

/// Changes taken in at once.
const PAGE: usize = 20_000;

/// See the module.
#[derive(Default)]
pub(super) struct Known {
    at: Option<Seq>,
    /// By participant; those without an interview are not in it.
    pub traces: HashMap<Id, Traces>,
    /// The questions of every guide.
    pub wordings: Vec<Wording>,
    /// The lines that speak against a theme, with the names of those themes.
    pub against: BTreeMap<Id, Vec<String>>,
    /// Those lines alone.
    pub opposed: Arc<BTreeSet<Id>>,
    /// Changes whenever what was touched does.
    pub version: u64,
    /// The texts of the questions, to be found by a query.
    pub shelf: Shelf,
    /// The team's synonyms.
    pub synonyms: Vec<Synonym>,
    /// Names that a theme once had, each with its name of today.
    pub former: Vec<(String, String)>,
    /// To whom a question was put, of those that a search has asked for.
    asked: HashMap<Id, Vec<Id>>,
    /// Changes whenever any of this may.
    pub asked_version: u64,
    /// The stages of every path, once a search has asked for them.
    paths: OnceCell<Paths>,
}

/// The stages of a path by participant, in the order in which things happened.
pub(super) type Paths = BTreeMap<Id, Vec<Option<Stage>>>;

/// What must be read again after some changes.
#[derive(Default)]
struct Stale {
    everybody: bool,
    interviews: BTreeSet<Id>,
    people: BTreeSet<Id>,
    questions: bool,
    asked: bool,
    against: bool,
    synonyms: bool,
    former: bool,
    paths: bool,
}

impl Stale {
    fn all() -> Stale {
        let everybody = true;
        let (questions, asked, against, synonyms, former) = (true, true, true, true, true);
        Stale { everybody, questions, asked, against, synonyms, former, ..Stale::default() }
    }

    fn add(&mut self, change: &Change) {
        match &change.edit {
            Edit::Put(Record::Note(it)) => _ = self.interviews.insert(it.interview),
            Edit::Put(Record::PathEvent(it)) => {
                self.paths = true;
                self.interviews.insert(it.interview);
            }
            Edit::Put(Record::Asked(it)) => {
                self.asked = true;
                self.interviews.insert(it.interview);
            }
            Edit::Put(Record::Interview(it)) => {
                self.paths = true;
                self.people.insert(it.participant);
            }
            edit => self.add_kind(edit.key().kind),
        }
    }

    /// A change that does not say whom it touches.
    fn add_kind(&mut self, kind: Kind) {
        match kind {
            Kind::Note => self.everybody = true,
            Kind::PathEvent | Kind::Interview => (self.everybody, self.paths) = (true, true),
            Kind::Asked => (self.everybody, self.asked) = (true, true),
            Kind::Question => (self.everybody, self.asked, self.questions) = (true, true, true),
            Kind::Theme => (self.questions, self.against, self.former) = (true, true, true),
            Kind::Mark => self.against = true,
            Kind::Synonym => self.synonyms = true,
            Kind::Study | Kind::Persona | Kind::Deal | Kind::Participant | Kind::Gap | Kind::SavedSearch => {}
            Kind::Alternative | Kind::Judgement | Kind::TriggerCard | Kind::Edition | Kind::Allowance => {}
            Kind::Journey | Kind::Entry | Kind::Comment | Kind::Walk | Kind::JourneyEdition => {}
        }
    }
}

impl Known {
    /// Brings it up to the position `until` of the log.
    pub(super) fn reach(&mut self, store: &Store, until: Seq) -> Result<()> {
        let mut stale = Stale::default();
        match self.at {
            None => stale = Stale::all(),
            Some(mut at) => {
                while at < until {
                    let changes = store.since(at, PAGE)?;
                    let Some(last) = changes.last() else { break };
                    at = last.seq;
                    changes.iter().for_each(|change| stale.add(change));
                }
            }
        }
        self.read(store, stale)?;
        self.at = Some(until);
        Ok(())
    }

    fn read(&mut self, store: &Store, mut stale: Stale) -> Result<()> {
        self.version += u64::from(stale.everybody || !stale.interviews.is_empty() || !stale.people.is_empty());
        if stale.everybody {
            self.traces = store.traces()?;
        } else {
            for interview in stale.interviews {
                stale.people.extend(store.participant_of(interview)?);
            }
            for person in stale.people {
                self.traces.insert(person, store.traces_of(person)?);
            }
        }
        if stale.questions {
            self.wordings = store.wordings()?;
            self.shelf = Shelf::default();
            for (at, wording) in self.wordings.iter().enumerate() {
                wording.texts.iter().for_each(|text| self.shelf.put(at, text));
            }
        }
        if stale.against {
            self.against = store.against()?;
            self.opposed = Arc::new(self.against.keys().copied().collect());
        }
        if stale.synonyms {
            self.synonyms = store.synonyms()?;
        }
        if stale.former {
            self.former = store.former_names()?;
        }
        if stale.paths {
            self.paths.take();
        }
        if stale.asked {
            self.asked.clear();
        }
        self.asked_version += u64::from(stale.asked);
        Ok(())
    }

    /// To whom a question was put; read once.
    pub(super) fn asked(&mut self, store: &Store, question: Id) -> Result<&[Id]> {
        Ok(match self.asked.entry(question) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(store.asked(question)?),
        })
    }

    /// The stages of every path.
    pub(super) fn paths(&self, store: &Store) -> Result<&Paths> {
        match self.paths.get() {
            Some(paths) => Ok(paths),
            None => store.paths().map(|paths| self.paths.get_or_init(|| paths)),
        }
    }
}

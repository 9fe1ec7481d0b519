//! The single currency of whybuy. A [`Record`] is what is saved, exported, imported, indexed, undone and printed;
//! an [`Edit`] is the only change there is; a [`Step`] is what a person did: edits saved and undone as one.

use serde::{Deserialize, Serialize};

use super::alternative::Alternative;
use super::finding::{SavedSearch, Synonym};
use super::id::Id;
use super::interview::{Gap, Interview, Note};
use super::journey::{Comment, Entry, Journey, JourneyEdition, Walk};
use super::judgement::{Allowance, Edition, Judgement, TriggerCard};
use super::named::named;
use super::path::PathEvent;
use super::people::{Deal, Participant, Persona};
use super::study::{Asked, Question, Study};
use super::theme::{Mark, Theme};

/// What every kind of record can say of itself.
pub trait Keep {
    /// Identity.
    fn id(&self) -> Id;
    /// The study that it belongs to; a study belongs to itself.
    fn study(&self) -> Id;
    /// The records that must exist as long as this one does, besides its study.
    fn needs(&self) -> Vec<Key>;
}

/// The list of kinds, in the order in which they may be written: what a record needs stands before it.
/// A new kind is its struct, one line here, one line in [`keep!`], one row in the store and one schema file.
macro_rules! kinds {
    ($with:path) => {
        $with! {
            Study = "study" in studies,
            Theme = "theme" in themes,
            Question = "question" in questions,
            Persona = "persona" in personas,
            Deal = "deal" in deals,
            Participant = "participant" in participants,
            Interview = "interview" in interviews,
            Note = "note" in notes,
            PathEvent = "path_event" in path_events,
            Alternative = "alternative" in alternatives,
            Gap = "gap" in gaps,
            Asked = "asked" in asked,
            Mark = "mark" in marks,
            Synonym = "synonym" in synonyms,
            SavedSearch = "saved_search" in saved_searches,
            Judgement = "judgement" in judgements,
            TriggerCard = "trigger_card" in trigger_cards,
            Edition = "edition" in editions,
            Allowance = "allowance" in allowances,
            Journey = "journey" in journeys,
            Entry = "entry" in entries,
            Comment = "comment" in comments,
            Walk = "walk" in walks,
            JourneyEdition = "journey_edition" in journey_editions,
        }
    };
}
pub(crate) use kinds;

macro_rules! define {
    ($($Kind:ident = $name:literal in $table:ident),+ $(,)?) => {
        named! {
            /// The kinds of records, in dependency order.
            Kind ("kind") { $(#[doc = $name] $Kind = $name),+ }
        }

        /// Anything the researcher keeps; in JSON one object with its kind under `record`.
        #[allow(clippy::large_enum_variant)] // a study keeps its records by kind; only what is on its way is a `Record`
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[serde(tag = "record")]
        pub enum Record { $(#[doc = $name] #[serde(rename = $name)] $Kind($Kind)),+ }

        impl Record {
            /// The kind and the id.
            pub fn key(&self) -> Key {
                match self { $(Record::$Kind(it) => Key { kind: Kind::$Kind, id: it.id }),+ }
            }

            /// The study that it belongs to.
            pub fn study(&self) -> Id {
                match self { $(Record::$Kind(it) => Keep::study(it)),+ }
            }

            /// The records that must exist as long as this one does, besides its study.
            pub fn needs(&self) -> Vec<Key> {
                match self { $(Record::$Kind(it) => it.needs()),+ }
            }
        }

        $(impl From<$Kind> for Record {
            fn from(it: $Kind) -> Record {
                Record::$Kind(it)
            }
        })+
    };
}
kinds!(define);

/// The kind and identity of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Key {
    /// Which kind.
    pub kind: Kind,
    /// Which one.
    pub id: Id,
}

impl Key {
    /// The key of this kind and id.
    pub fn new(kind: Kind, id: Id) -> Key {
        Key { kind, id }
    }
}

macro_rules! keep {
    ($($Kind:ident($it:ident) = [$($need:expr),*]),+ $(,)?) => {
        $(impl Keep for $Kind {
            fn id(&self) -> Id {
                self.id
            }
            fn study(&self) -> Id {
                self.study
            }
            fn needs(&self) -> Vec<Key> {
                let $it = self;
                [$($need),*].into_iter().flatten().collect()
            }
        })+
    };
}

fn some(kind: Kind, id: Id) -> Option<Key> {
    Some(Key { kind, id })
}

fn maybe(kind: Kind, id: Option<Id>) -> Option<Key> {
    id.map(|id| Key { kind, id })
}

impl Keep for Study {
    fn id(&self) -> Id {
        self.id
    }
    fn study(&self) -> Id {
        self.id
    }
    fn needs(&self) -> Vec<Key> {
        Vec::new()
    }
}

keep! {
    Theme(_it) = [None::<Key>],
    Question(it) = [maybe(Kind::Theme, it.theme)],
    Persona(_it) = [None::<Key>],
    Deal(_it) = [None::<Key>],
    Participant(it) = [maybe(Kind::Persona, it.persona), maybe(Kind::Deal, it.deal)],
    Interview(it) = [some(Kind::Participant, it.participant)],
    Note(it) = [some(Kind::Interview, it.interview)],
    PathEvent(it) = [some(Kind::Interview, it.interview)],
    Alternative(it) = [some(Kind::Interview, it.interview)],
    Gap(it) = [some(Kind::Interview, it.interview)],
    Asked(it) = [some(Kind::Interview, it.interview), some(Kind::Question, it.question)],
    Mark(it) = [some(Kind::Note, it.note), some(Kind::Theme, it.theme)],
    Synonym(_it) = [None::<Key>],
    SavedSearch(_it) = [None::<Key>],
    Judgement(it) = [some(Kind::Persona, it.persona), some(Kind::Theme, it.theme)],
    TriggerCard(it) = [some(Kind::Theme, it.theme)],
    Edition(it) = [some(Kind::Persona, it.persona)],
    Allowance(_it) = [None::<Key>],
    Journey(it) = [some(Kind::Persona, it.persona)],
    Entry(it) = [some(Kind::Journey, it.journey)],
    Comment(it) = [some(Kind::Entry, it.entry)],
    Walk(it) = [some(Kind::Journey, it.journey)],
    JourneyEdition(it) = [some(Kind::Journey, it.journey)],
}

/// The only change there is.
#[allow(clippy::large_enum_variant)] // nearly every edit puts a record; a box would cost each of them and save the few
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Edit {
    /// This record is now so.
    Put(Record),
    /// This record is no more.
    Remove(Key),
}

impl Edit {
    /// The record that it changes.
    pub fn key(&self) -> Key {
        match self {
            Edit::Put(record) => record.key(),
            Edit::Remove(key) => *key,
        }
    }
}

impl<T: Into<Record>> From<T> for Edit {
    fn from(record: T) -> Edit {
        Edit::Put(record.into())
    }
}

/// What a person did: a named list of edits of one study that is saved and undone as one.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The study.
    pub study: Id,
    /// What was done: the key `step-<name>` of the words, such as `log-line`.
    pub name: String,
    /// What it was done to, as a code or a name that people know; never interview text.
    pub about: String,
    /// The edits, in the order in which they hold.
    pub edits: Vec<Edit>,
}

impl Step {
    /// A step without edits yet.
    pub fn new(study: Id, name: &str, about: impl Into<String>) -> Step {
        Step { study, name: name.to_owned(), about: about.into(), edits: Vec::new() }
    }

    /// The step with one more record put.
    #[must_use]
    pub fn put(mut self, record: impl Into<Record>) -> Step {
        self.edits.push(Edit::Put(record.into()));
        self
    }

    /// The step with one more record removed.
    #[must_use]
    pub fn remove(mut self, kind: Kind, id: Id) -> Step {
        self.edits.push(Edit::Remove(Key { kind, id }));
        self
    }
}

//! One study, whole, in memory: a table per kind, and which record needs which. `apply` is the only way to
//! change it and returns the inverse edit; everything that a researcher reads is a pure function of it.

use std::collections::{BTreeMap, BTreeSet};

use super::alternative::Alternative;
use super::finding::{SavedSearch, Synonym};
use super::id::Id;
use super::interview::{Gap, Interview, Note};
use super::journey::{Comment, Entry, Journey, JourneyEdition, Walk};
use super::judgement::{Allowance, Edition, Judgement, TriggerCard};
use super::path::PathEvent;
use super::people::{Deal, Participant, Persona};
use super::record::{Edit, Key, Kind, Record, Step, kinds};
use super::rules;
use super::study::{Asked, Question, Study};
use super::theme::{Mark, Theme};
use crate::error::{Error, Result};

/// The records of one kind, by id.
pub type Table<T> = BTreeMap<Id, T>;

macro_rules! define {
    ($($Kind:ident = $name:literal in $table:ident),+ $(,)?) => {
        /// One study in memory.
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct Research {
            $($table: Table<$Kind>,)+
            /// For each record, the records that need it.
            users: BTreeMap<Key, BTreeSet<Key>>,
        }

        impl Research {
            $(
                #[doc = concat!("The table of kind `", $name, "`.")]
                pub fn $table(&self) -> &Table<$Kind> {
                    &self.$table
                }
            )+

            /// The record of a key, if there is one.
            pub fn record(&self, key: Key) -> Option<Record> {
                match key.kind { $(Kind::$Kind => self.$table.get(&key.id).cloned().map(Record::$Kind)),+ }
            }

            /// Whether there is a record of this key.
            pub fn has(&self, key: Key) -> bool {
                match key.kind { $(Kind::$Kind => self.$table.contains_key(&key.id)),+ }
            }

            /// Every record, in dependency order and then by id: so it is exported, and so it can be read back.
            pub fn records(&self) -> impl Iterator<Item = Record> + '_ {
                std::iter::empty()$(.chain(self.$table.values().cloned().map(Record::$Kind)))+
            }

            fn set(&mut self, record: Record) -> Option<Record> {
                match record { $(Record::$Kind(it) => self.$table.insert(it.id, it).map(Record::$Kind)),+ }
            }

            fn unset(&mut self, key: Key) -> Option<Record> {
                match key.kind { $(Kind::$Kind => self.$table.remove(&key.id).map(Record::$Kind)),+ }
            }
        }
    };
}
kinds!(define);

impl Research {
    /// The research that these records make, in any order that holds.
    pub fn of(records: impl IntoIterator<Item = Record>) -> Result<Research> {
        let mut research = Research::default();
        for record in records {
            research.apply(Edit::Put(record))?;
        }
        Ok(research)
    }

    /// The study itself; an empty research has none.
    pub fn study(&self) -> Option<&Study> {
        self.studies.values().next()
    }

    /// Applies one edit and returns the edit that takes it back. A refused edit changes nothing.
    pub fn apply(&mut self, edit: Edit) -> Result<Edit> {
        match edit {
            Edit::Put(record) => self.put(record),
            Edit::Remove(key) => self.remove(key),
        }
    }

    /// Applies a whole step, or nothing of it; returns the edits that take it back, in the order to apply them.
    pub fn apply_step(&mut self, step: &Step) -> Result<Vec<Edit>> {
        let mut inverse = Vec::with_capacity(step.edits.len());
        for edit in &step.edits {
            match self.apply(edit.clone()) {
                Ok(back) => inverse.push(back),
                Err(refusal) => {
                    for back in inverse.into_iter().rev() {
                        self.apply(back)?;
                    }
                    return Err(refusal);
                }
            }
        }
        inverse.reverse();
        Ok(inverse)
    }

    fn put(&mut self, record: Record) -> Result<Edit> {
        rules::check(&record)?;
        let key = record.key();
        if let Record::Study(study) = &record {
            if self.study().is_some_and(|mine| mine.id != study.id) {
                return Err(Error::refused("other-study"));
            }
        } else if !self.studies.contains_key(&record.study()) {
            return Err(Error::refused("other-study"));
        }
        if let Some(missing) = record.needs().into_iter().find(|need| !self.has(*need)) {
            return Err(Error::refused("needs-missing").with("kind", missing.kind));
        }
        self.check_unique(&record)?;
        let needs = record.needs();
        let before = self.set(record);
        for need in before.iter().flat_map(Record::needs) {
            self.release(need, key);
        }
        for need in needs {
            self.users.entry(need).or_default().insert(key);
        }
        Ok(before.map_or(Edit::Remove(key), Edit::Put))
    }

    fn remove(&mut self, key: Key) -> Result<Edit> {
        if self.users.contains_key(&key) || (key.kind == Kind::Study && self.records().nth(1).is_some()) {
            return Err(Error::refused("still-needed").with("kind", key.kind));
        }
        let Some(before) = self.unset(key) else {
            return Err(Error::not_found("record-missing").with("kind", key.kind));
        };
        for need in before.needs() {
            self.release(need, key);
        }
        Ok(Edit::Put(before))
    }

    fn release(&mut self, need: Key, user: Key) {
        if let Some(users) = self.users.get_mut(&need) {
            users.remove(&user);
            if users.is_empty() {
                self.users.remove(&need);
            }
        }
    }

    /// What may exist only once: a code, a name, a number, a pair.
    fn check_unique(&self, record: &Record) -> Result<()> {
        let twin = match record {
            Record::Study(_) => false,
            Record::Theme(it) => self
                .themes
                .values()
                .any(|other| other.id != it.id && other.dimension == it.dimension && other.name == it.name),
            Record::Persona(it) => self.personas.values().any(|other| other.id != it.id && other.name == it.name),
            Record::Deal(it) => self.deals.values().any(|other| other.id != it.id && other.name == it.name),
            Record::Participant(it) => {
                self.participants.values().any(|other| other.id != it.id && other.code == it.code)
            }
            Record::Asked(it) => self.asked_in(it.interview).any(|o| o.id != it.id && o.question == it.question),
            Record::Mark(it) => self.marks_of(it.note).any(|other| other.id != it.id && other.theme == it.theme),
            Record::SavedSearch(it) => {
                self.saved_searches.values().any(|other| other.id != it.id && other.name == it.name)
            }
            Record::Judgement(it) => self
                .judgements
                .values()
                .any(|other| other.id != it.id && other.persona == it.persona && other.theme == it.theme),
            Record::TriggerCard(it) => {
                self.trigger_cards.values().any(|other| other.id != it.id && other.theme == it.theme)
            }
            Record::Allowance(it) => self
                .allowances
                .values()
                .any(|other| other.id != it.id && other.finding == it.finding && other.digest == it.digest),
            Record::Edition(it) => self
                .editions
                .values()
                .any(|other| other.id != it.id && other.persona == it.persona && other.number == it.number),
            Record::Journey(it) => self.journeys.values().any(|other| {
                let same = |it: &Journey| (it.persona, it.competitor.clone(), it.group.clone());
                other.id != it.id && same(other) == same(it)
            }),
            Record::JourneyEdition(it) => self
                .journey_editions
                .values()
                .any(|other| other.id != it.id && other.journey == it.journey && other.number == it.number),
            Record::Entry(_)
            | Record::Comment(_)
            | Record::Walk(_)
            | Record::Question(_)
            | Record::Interview(_)
            | Record::Note(_)
            | Record::PathEvent(_)
            | Record::Alternative(_)
            | Record::Gap(_)
            | Record::Synonym(_) => false,
        };
        if twin { Err(Error::refused("already-there").with("kind", record.key().kind)) } else { Ok(()) }
    }

    /// The ids of the records of `kind` that need `key`, by id.
    pub fn users_of(&self, key: Key, kind: Kind) -> impl Iterator<Item = Id> + '_ {
        let (first, last) = (Key::new(kind, Id::from_u128(0)), Key::new(kind, Id::from_u128(u128::MAX)));
        self.users.get(&key).into_iter().flat_map(move |users| users.range(first..=last)).map(|key| key.id)
    }

    /// The interviews of a participant, by date and then by id.
    pub fn interviews_of(&self, participant: Id) -> Vec<&Interview> {
        let key = Key::new(Kind::Participant, participant);
        let mut interviews: Vec<&Interview> =
            self.users_of(key, Kind::Interview).filter_map(|id| self.interviews.get(&id)).collect();
        interviews.sort_by_key(|interview| (interview.date, interview.id));
        interviews
    }

    /// The lines of an interview, in the order of their ids, which is the order in which they were captured.
    pub fn notes_of(&self, interview: Id) -> impl Iterator<Item = &Note> + '_ {
        self.users_of(Key::new(Kind::Interview, interview), Kind::Note).filter_map(|id| self.notes.get(&id))
    }

    /// The path events of an interview, in the order in which things happened.
    pub fn path_of(&self, interview: Id) -> Vec<&PathEvent> {
        let key = Key::new(Kind::Interview, interview);
        let mut events: Vec<&PathEvent> =
            self.users_of(key, Kind::PathEvent).filter_map(|id| self.path_events.get(&id)).collect();
        events.sort_by_key(|event| (event.position, event.number, event.id));
        events
    }

    /// The interruptions of an interview, in the order in which they happened.
    pub fn gaps_of(&self, interview: Id) -> impl Iterator<Item = &Gap> + '_ {
        self.users_of(Key::new(Kind::Interview, interview), Kind::Gap).filter_map(|id| self.gaps.get(&id))
    }

    /// What became of the questions in an interview.
    pub fn asked_in(&self, interview: Id) -> impl Iterator<Item = &Asked> + '_ {
        self.users_of(Key::new(Kind::Interview, interview), Kind::Asked).filter_map(|id| self.asked.get(&id))
    }

    /// The marks of a line.
    pub fn marks_of(&self, note: Id) -> impl Iterator<Item = &Mark> + '_ {
        self.users_of(Key::new(Kind::Note, note), Kind::Mark).filter_map(|id| self.marks.get(&id))
    }

    /// The marks of a theme.
    pub fn marks_under(&self, theme: Id) -> impl Iterator<Item = &Mark> + '_ {
        self.users_of(Key::new(Kind::Theme, theme), Kind::Mark).filter_map(|id| self.marks.get(&id))
    }

    /// The questions of the guide, in their order.
    pub fn guide(&self) -> Vec<&Question> {
        let mut questions: Vec<&Question> = self.questions.values().collect();
        questions.sort_by_key(|question| (question.position, question.id));
        questions
    }

    /// The participants of a persona, by code.
    pub fn people_of(&self, persona: Id) -> Vec<&Participant> {
        let key = Key::new(Kind::Persona, persona);
        let mut people: Vec<&Participant> =
            self.users_of(key, Kind::Participant).filter_map(|id| self.participants.get(&id)).collect();
        people.sort_by(|a, b| a.code.cmp(&b.code));
        people
    }

    /// The edits that remove a record and everything that needs it, users first.
    pub fn removal(&self, key: Key) -> Vec<Edit> {
        if key.kind == Kind::Study {
            let all: Vec<Key> = self.records().map(|record| record.key()).collect();
            return all.into_iter().rev().map(Edit::Remove).collect();
        }
        let mut edits = Vec::new();
        self.collect_removal(key, &mut BTreeSet::new(), &mut edits);
        edits
    }

    fn collect_removal(&self, key: Key, seen: &mut BTreeSet<Key>, edits: &mut Vec<Edit>) {
        if !self.has(key) || !seen.insert(key) {
            return;
        }
        for user in self.users.get(&key).into_iter().flatten() {
            self.collect_removal(*user, seen, edits);
        }
        edits.push(Edit::Remove(key));
    }
}

//! Every participant of the library in memory, each with a number, and what the counts of a search read of them laid
//! out by that number. Kept up with the change log: only who was touched is read again.

use std::collections::{BTreeSet, HashMap};

use crate::domain::line::Person;
use crate::domain::{Id, Key, Kind, Outcome};
use crate::error::Result;
use crate::store::{Seq, Store};

/// After more changes than this everybody is read again.
const MANY: Seq = 20_000;

/// Every participant of the library, as of one position of the log.
#[derive(Default)]
pub(super) struct People {
    at: Option<Seq>,
    /// By number; who is gone leaves a gap.
    list: Vec<Option<Person>>,
    numbers: HashMap<Id, u32>,
    facts: Vec<Facts>,
    names: Vec<String>,
    names_known: HashMap<String, u32>,
    withdrawn: BTreeSet<Id>,
    version: u64,
}

/// What has changed.
pub(super) enum Touched {
    /// These studies, interviews, participants, personas and deals.
    Only(BTreeSet<Key>),
    /// Anything.
    Everything,
}

/// What is counted by; names are numbers in [`People::name`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Facts {
    pub persona: Option<u32>,
    pub role: Option<u32>,
    pub outcome: Option<Outcome>,
}

impl People {
    /// Brings it up to the position `until` of the log, and tells what has changed since it was asked last.
    pub(super) fn reach(&mut self, store: &Store, until: Seq) -> Result<Touched> {
        let Some(at) = self.at.filter(|at| *at <= until && until - at <= MANY) else {
            self.read_all(store, until)?;
            return Ok(Touched::Everything);
        };
        if at == until {
            return Ok(Touched::Only(BTreeSet::new()));
        }
        let kinds = [Kind::Participant, Kind::Persona, Kind::Deal, Kind::Interview, Kind::Study];
        let touched = store.touched(at, &kinds)?;
        if touched.iter().any(|key| matches!(key.kind, Kind::Persona | Kind::Deal)) {
            self.read_all(store, until)?;
            return Ok(Touched::Only(touched));
        }
        let ids: Vec<Id> = touched.iter().filter(|key| key.kind == Kind::Participant).map(|key| key.id).collect();
        ids.iter().for_each(|id| self.forget(*id));
        store.people_of(&ids)?.into_iter().for_each(|person| self.put(person));
        self.version += u64::from(!ids.is_empty());
        self.at = Some(until);
        Ok(Touched::Only(touched))
    }

    fn read_all(&mut self, store: &Store, until: Seq) -> Result<()> {
        self.list.iter_mut().for_each(|it| *it = None);
        self.facts.iter_mut().for_each(|it| *it = Facts::default());
        self.withdrawn.clear();
        store.people()?.into_iter().for_each(|person| self.put(person));
        self.version += 1;
        self.at = Some(until);
        Ok(())
    }

    fn forget(&mut self, id: Id) {
        self.withdrawn.remove(&id);
        if let Some(at) = self.number(id) {
            (self.list[at], self.facts[at]) = (None, Facts::default());
        }
    }

    fn put(&mut self, person: Person) {
        let id = person.participant;
        let next = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        let at = *self.numbers.entry(id).or_insert(next) as usize;
        if at == self.list.len() {
            self.list.push(None);
            self.facts.push(Facts::default());
        }
        if person.withdrawn {
            self.withdrawn.insert(id);
        }
        let persona = person.persona.as_deref().map(|name| self.name_number(name));
        let role = Some(person.role.as_str()).filter(|role| !role.is_empty()).map(|role| self.name_number(role));
        self.facts[at] = Facts { persona, role, outcome: person.outcome };
        self.list[at] = Some(person);
    }

    fn name_number(&mut self, name: &str) -> u32 {
        if let Some(number) = self.names_known.get(name) {
            return *number;
        }
        let number = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        self.names.push(name.to_owned());
        self.names_known.insert(name.to_owned(), number);
        number
    }

    /// Changes whenever anybody does.
    pub(super) fn version(&self) -> u64 {
        self.version
    }

    /// How many numbers there are.
    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// The number of a participant; it stays the same.
    pub(super) fn number(&self, id: Id) -> Option<usize> {
        self.numbers.get(&id).map(|at| *at as usize)
    }

    /// What is counted by, by number.
    pub(super) fn facts(&self) -> &[Facts] {
        &self.facts
    }

    /// The personas and roles that there are or were, by number.
    pub(super) fn names(&self) -> &[String] {
        &self.names
    }

    /// By number; who is gone leaves a gap.
    pub(super) fn list(&self) -> &[Option<Person>] {
        &self.list
    }

    /// A participant.
    pub(super) fn get(&self, id: Id) -> Option<&Person> {
        self.list.get(self.number(id)?)?.as_ref()
    }

    /// Everybody.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Person> {
        self.list.iter().flatten()
    }

    /// Who has withdrawn.
    pub(super) fn withdrawn(&self) -> &BTreeSet<Id> {
        &self.withdrawn
    }

    /// Those whose persona (or whose role) has a name that fits; each name is asked once.
    pub(super) fn named(&self, of: fn(&Facts) -> Option<u32>, fits: impl Fn(&str) -> bool) -> BTreeSet<Id> {
        let fitting: Vec<bool> = self.names.iter().map(|name| fits(name)).collect();
        let chosen =
            self.list.iter().zip(&self.facts).filter(|(_, facts)| of(facts).is_some_and(|at| fitting[at as usize]));
        chosen.filter_map(|(person, _)| person.as_ref().map(|it| it.participant)).collect()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::{Consent, Edit, Moment, Participant, Persona, Record, Research, Step};
    use crate::library::{Library, Options};
    use crate::mint::Mint;

    /// What is known of everybody, whatever the order in which it was read.
    /// A person with the names and the outcome that are counted.
    type Counted = (Person, Option<String>, Option<String>, Option<Outcome>);

    fn known(people: &People) -> Vec<Counted> {
        let name = |at: Option<u32>| at.map(|at| people.names()[at as usize].clone());
        let all = people.list().iter().zip(people.facts());
        let mut all: Vec<_> = all
            .filter_map(|(person, facts)| Some((person.clone()?, name(facts.persona), name(facts.role), facts.outcome)))
            .collect();
        all.sort_by_key(|it| it.0.participant);
        for (person, persona, role, outcome) in &all {
            assert_eq!((&person.persona, person.outcome), (persona, *outcome));
            assert_eq!(person.role, role.clone().unwrap_or_default());
            assert_eq!(people.get(person.participant), Some(person));
            assert_eq!(people.withdrawn().contains(&person.participant), person.withdrawn);
        }
        all
    }

    #[test]
    fn kept_up_they_are_as_if_read_anew() {
        let home = tempfile::tempdir().unwrap();
        let now: Moment = "2026-11-22T12:00:00+09:00".parse().unwrap();
        let options = Options {
            file: home.path().join("library.db"),
            index: home.path().join("index"),
            author: "jy".to_owned(),
            mint: Mint::fixed(now, 7, 1000),
        };
        let mut library = Library::open(options).unwrap();
        let lines = include_str!("../../sample_data/ai_pc.ko.jsonl").lines().skip(1);
        let sample = Research::of(lines.map(|line| serde_json::from_str::<Record>(line).unwrap())).unwrap();
        library.put_research(&sample).unwrap();
        let store = Store::open(&home.path().join("library.db"), "jy").unwrap();
        let mut people = People::default();
        people.reach(&store, store.seq().unwrap()).unwrap();
        let (mut numbers, mut added) = (known(&people).len(), None);
        for (turn, one) in sample.participants().values().cycle().take(40).enumerate() {
            let step = Step::new(one.study, "x", "");
            let withdrawn = (turn % 3 == 0).then_some(now);
            let consent = Consent { withdrawn, ..one.consent.clone() };
            let step = match turn % 5 {
                0 | 1 => step.put(Participant { role: format!("role {}", turn % 4), consent, ..one.clone() }),
                2 => {
                    let persona = sample.personas().values().nth(turn % sample.personas().len()).unwrap();
                    step.put(Persona { name: format!("persona {turn}"), ..persona.clone() })
                }
                3 => {
                    let new = Participant { id: library.mint().id(), code: format!("X{turn}"), ..one.clone() };
                    added = Some(new.id);
                    step.put(new)
                }
                _ => {
                    let mut step = step;
                    step.edits.push(Edit::Remove(Key::new(Kind::Participant, added.take().unwrap())));
                    step
                }
            };
            library.save(step).unwrap();
            people.reach(&store, store.seq().unwrap()).unwrap();
            let mut fresh = People::default();
            fresh.reach(&store, store.seq().unwrap()).unwrap();
            assert_eq!(known(&people), known(&fresh), "turn {turn}");
            assert!(people.len() >= numbers, "a number was given up");
            numbers = people.len();
        }
    }
}

//! The saved searches of the study and whom they find by now: when they are asked again, and what came of it. They
//! are asked at rest and by the finder; nothing here searches.

use std::collections::{BTreeMap, BTreeSet};

use super::effect::Effect;
use super::world::World;
use crate::domain::{Edit, Id, Kind, Moment, SavedSearch};

/// Seconds of rest before the saved searches are asked again.
const REST: i64 = 2;

/// Whom the saved searches find by now.
#[derive(Debug, Default)]
pub struct Watching {
    people: BTreeMap<Id, BTreeSet<Id>>,
    /// How many answers have come.
    told: u64,
    /// Since when something has changed that they may find.
    due: Option<Moment>,
}

impl Watching {
    /// Takes what one search has found.
    pub fn keep(&mut self, search: Id, people: BTreeSet<Id>) {
        self.people.insert(search, people);
        self.told += 1;
    }

    /// How many answers have come, so that a screen knows when there is another.
    pub fn told(&self) -> u64 {
        self.told
    }

    /// They are to be asked again after a rest from this moment.
    pub fn is_due(&mut self, now: Moment) {
        self.due = Some(now);
    }

    /// Some records have changed.
    pub fn touched(&mut self, now: Moment, edits: &[Edit]) {
        let matters = |kind| !matches!(kind, Kind::Study | Kind::Gap | Kind::Persona | Kind::Deal);
        if edits.iter().any(|edit| matters(edit.key().kind)) {
            self.is_due(now);
        }
    }
}

impl World {
    /// Asks the saved searches again once nothing has changed for a while.
    pub fn watch_at_rest(&mut self) {
        let is_rested = self.watch.due.is_some_and(|since| self.now.seconds_since(since).abs() >= REST);
        if !is_rested || self.research.study().is_none() {
            return;
        }
        self.watch.due = None;
        let searches = self.research.saved_searches().values();
        let searches: Vec<(Id, String)> = searches.map(|it| (it.id, it.query.clone())).collect();
        if !searches.is_empty() {
            self.effects.push(Effect::Watch(searches));
        }
    }

    /// How many people a saved search finds whom nobody has seen in it; none until it was asked.
    pub fn new_people(&self, search: &SavedSearch) -> Option<usize> {
        let people = self.watch.people.get(&search.id)?;
        Some(search.new_among(people.iter().copied().filter(|id| !self.has_withdrawn(*id))))
    }

    /// How many people a saved search finds.
    pub fn people_in(&self, search: &SavedSearch) -> usize {
        let answer = self.watch.people.get(&search.id);
        answer.map_or(search.seen.len(), |people| people.iter().filter(|id| !self.has_withdrawn(**id)).count())
    }

    fn has_withdrawn(&self, participant: Id) -> bool {
        self.research.participants().get(&participant).is_some_and(crate::domain::Participant::is_withdrawn)
    }
}

//! What people were seen to do in a stage: their events gathered by what kind they are and where they took place.
//! How often one of our representatives was there is counted apart.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::route::Told;
use crate::domain::path::{Act, PathEvent};
use crate::domain::research::Research;

/// What people did in one stage at one place of contact.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Behaviour {
    /// What kind of event.
    pub act: Act,
    /// The place of contact; empty where none was told.
    pub touchpoint: String,
    /// How many people.
    pub people: usize,
    /// The events, by code.
    pub events: Vec<Observed>,
}

/// One event as it is cited.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Observed {
    /// The code, such as `P07-E03`.
    pub event: String,
    /// What happened.
    pub text: String,
    /// Who decided or acted, as a role; may be empty.
    pub who: String,
}

impl Observed {
    pub(super) fn of(research: &Research, event: &PathEvent) -> Observed {
        Observed { event: research.code_of_event(event), text: event.text.clone(), who: event.who.clone() }
    }
}

/// Whose codes, and what they did.
pub(super) type Seen<'t> = (BTreeSet<&'t str>, Vec<Observed>);

/// What people did in a stage: the most people first, then by kind and place.
pub(super) fn at(told: &[Told], stage: usize) -> Vec<Behaviour> {
    let mut seen: BTreeMap<(Act, &str), Seen> = BTreeMap::new();
    for path in told {
        for event in events_at(path, stage) {
            let (people, events) = seen.entry((event.act, event.touchpoint.as_str())).or_default();
            people.insert(path.code);
            events.push(Observed::of(path.research, event));
        }
    }
    let mut all: Vec<Behaviour> = seen
        .into_iter()
        .map(|((act, touchpoint), (people, events))| Behaviour {
            act,
            touchpoint: touchpoint.to_owned(),
            people: people.len(),
            events,
        })
        .collect();
    all.sort_by_key(|it| std::cmp::Reverse(it.people));
    all
}

/// How often a person met one of our representatives in a stage.
pub(super) fn meetings_at(told: &Told, stage: usize) -> usize {
    events_at(told, stage).filter(|event| event.rep).count()
}

fn events_at<'a>(told: &Told<'a>, stage: usize) -> impl Iterator<Item = &'a PathEvent> {
    let runs = told.visits.iter().filter(move |run| run.stage == stage);
    runs.flat_map(|run| run.events.iter().copied())
}

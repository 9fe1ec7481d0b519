//! What else people considered, "repair" and "do nothing" among it: by kind and by name, how many people kept it to the end
//! and how many dropped it, with their reasons.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::domain::alternative::{Alternative, AlternativeKind};
use crate::domain::id::Id;
use crate::domain::people::Participant;
use crate::domain::research::Research;

/// The alternatives of one kind.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Considered {
    /// The kind.
    pub kind: AlternativeKind,
    /// How many people considered one of this kind.
    pub people: usize,
    /// Each by name: the most people first, then by name.
    pub named: Vec<Named>,
}

/// One alternative as people named it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Named {
    /// The name; empty where the kind says it all.
    pub name: String,
    /// How many people considered it.
    pub people: usize,
    /// How many kept it among what they chose from.
    pub kept: usize,
    /// How many dropped it.
    pub dropped: usize,
    /// Why, in one line each, by participant.
    pub reasons: Vec<Reason>,
}

/// Why somebody kept or dropped an alternative.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reason {
    /// The participant's code.
    pub participant: String,
    /// Kept, dropped, or not told.
    pub kept: Option<bool>,
    /// Why, as the researcher wrote it down; may be empty.
    pub why: String,
    /// The line in which it was told, as a citation with its revision.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// The alternatives of these people; every kind is there, also where nobody named one.
pub(super) fn of(research: &Research, people: &[&Participant]) -> Vec<Considered> {
    let mut all: Vec<(&Participant, &Alternative)> = Vec::new();
    for person in people {
        for interview in research.interviews_of(person.id) {
            all.extend(research.alternatives_of(interview.id).map(|it| (*person, it)));
        }
    }
    AlternativeKind::ALL.iter().map(|kind| of_kind(research, *kind, &all)).collect()
}

fn of_kind(research: &Research, kind: AlternativeKind, all: &[(&Participant, &Alternative)]) -> Considered {
    let mine = all.iter().filter(|(_, it)| it.kind == kind);
    let mut by_name: BTreeMap<String, Vec<(&Participant, &Alternative)>> = BTreeMap::new();
    for one in mine.clone() {
        by_name.entry(one.1.name.to_lowercase()).or_default().push(*one);
    }
    let mut named: Vec<Named> = by_name.into_values().map(|mine| of_name(research, &mine)).collect();
    named.sort_by_key(|it| std::cmp::Reverse(it.people));
    Considered { kind, people: people_of(mine.map(|(person, _)| *person)), named }
}

fn of_name(research: &Research, mine: &[(&Participant, &Alternative)]) -> Named {
    let reason = |(person, it): &(&Participant, &Alternative)| Reason {
        participant: person.code.clone(),
        kept: it.kept,
        why: it.why.clone(),
        note: it.note.and_then(|note| research.notes().get(&note)).map(|note| research.cite(note)),
    };
    let with = |kept: bool| people_of(mine.iter().filter(|(_, it)| it.kept == Some(kept)).map(|(person, _)| *person));
    Named {
        name: mine.first().map(|(_, it)| it.name.clone()).unwrap_or_default(),
        people: people_of(mine.iter().map(|(person, _)| *person)),
        kept: with(true),
        dropped: with(false),
        reasons: mine.iter().map(reason).collect(),
    }
}

fn people_of<'a>(people: impl Iterator<Item = &'a Participant>) -> usize {
    people.map(|person| person.id).collect::<BTreeSet<Id>>().len()
}

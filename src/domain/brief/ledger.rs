//! Two tables of a brief beside its claims: what people took for granted or did not expect and what became of it, and
//! what the company does when a trigger happens.

use std::collections::{BTreeMap, BTreeSet};

use super::shape::{Ledger, TriggerRow};
use crate::domain::evidence::Evidence;
use crate::domain::id::Id;
use crate::domain::interview::{Expectation, Met, Note};
use crate::domain::people::Participant;
use crate::domain::research::Research;
use crate::domain::theme::{Stance, Theme};

type Told<'a> = (&'a Note, &'a Participant);

/// The ledger of expectations of these people: what was taken for granted first, then by people, then by theme.
pub(super) fn expectations(research: &Research, people: &[&Participant]) -> Vec<Ledger> {
    let mut rows: BTreeMap<(Expectation, String, Option<Id>), Vec<Told>> = BTreeMap::new();
    for person in people {
        for note in research.evidence_of(person.id) {
            let Some(expectation) = note.expectation else { continue };
            let theme = theme_of(research, note);
            let alone = if theme.is_none() { Some(note.id) } else { None };
            let name = theme.map_or_else(String::new, |theme| theme.name.clone());
            rows.entry((expectation, name, alone)).or_default().push((note, person));
        }
    }
    let mut ledger: Vec<Ledger> =
        rows.into_iter().map(|((expectation, theme, _), told)| row(expectation, theme, &told)).collect();
    ledger.sort_by_key(|row| (row.expectation, std::cmp::Reverse(row.people)));
    ledger
}

/// The first theme by id that a line supports.
fn theme_of<'r>(research: &'r Research, note: &Note) -> Option<&'r Theme> {
    let supports = research.marks_of(note.id).filter(|mark| mark.stance == Stance::Supports);
    supports.map(|mark| mark.theme).min().and_then(|id| research.themes().get(&id))
}

fn row(expectation: Expectation, theme: String, told: &[Told]) -> Ledger {
    let people = |wanted: &dyn Fn(&Note) -> bool| {
        let people: BTreeSet<Id> = told.iter().filter(|(note, _)| wanted(note)).map(|(_, person)| person.id).collect();
        people.len()
    };
    Ledger {
        theme,
        expectation,
        people: people(&|_| true),
        met: people(&|note| note.met == Some(Met::Met)),
        unmet: people(&|note| note.met == Some(Met::Unmet)),
        exceeded: people(&|note| note.met == Some(Met::Exceeded)),
        lines: told.iter().map(|(note, person)| Evidence::of(note, person)).collect(),
    }
}

/// The trigger cards of triggers that these people raised, by people and then by name.
pub(super) fn triggers(research: &Research, people: &[&Participant]) -> Vec<TriggerRow> {
    let mut rows: Vec<TriggerRow> = research
        .trigger_cards()
        .values()
        .filter_map(|card| {
            let theme = research.themes().get(&card.theme)?;
            let said = research.said_under(theme, people);
            let supports: Vec<_> = said.iter().filter(|it| it.stance == Stance::Supports).collect();
            let raised: BTreeSet<Id> = supports.iter().map(|it| it.person.id).collect();
            if raised.is_empty() {
                return None;
            }
            Some(TriggerRow {
                theme: theme.name.clone(),
                event: if card.event.is_empty() { theme.name.clone() } else { card.event.clone() },
                cause: card.cause.clone(),
                effect: card.effect.clone(),
                trackable: card.trackable,
                action: card.action.clone(),
                rejected: card.rejected.clone(),
                message: card.message.clone(),
                people: raised.len(),
                lines: supports.iter().map(|it| Evidence::of(it.note, it.person).cite()).collect(),
            })
        })
        .collect();
    rows.sort_by(|a, b| b.people.cmp(&a.people).then_with(|| a.theme.cmp(&b.theme)));
    rows
}

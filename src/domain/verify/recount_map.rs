//! A published map counted again from itself: the people of each entry, the people and lines of each stage and of the whole
//! from their citations, the assumption debt from its cells, the hash from all it cites. What it was drawn from has moved on since and is not asked.

use std::collections::BTreeSet;

use super::{Fault, FaultKind};
use crate::domain::codes::Citation;
use crate::domain::dimension::Stage;
use crate::domain::evidence::State;
use crate::domain::journey::map::Counts;
use crate::domain::journey::{Debt, Map, MapEntry, versions};

/// What does not hold.
pub fn recount_map(map: &Map) -> Vec<Fault> {
    let entries = map.cells.iter().flat_map(|cell| &cell.entries);
    let mut faults: Vec<Fault> = entries.filter_map(of_entry).collect();
    faults.extend(of_counts(map, None, map.counts));
    faults.extend(map.stages.iter().filter_map(|it| of_counts(map, Some(&it.card.stage), it.counts)));
    let states = map.cells.iter().filter_map(|cell| cell.state);
    let debt = Debt { weak: states.clone().filter(|state| state.is_weak()).count(), filled: states.count() };
    if debt != map.debt {
        let told = |debt: Debt| format!("{}/{}", debt.weak, debt.filled);
        faults.push(Fault::new(FaultKind::Number, "", "debt").but(told(debt), told(map.debt)));
    }
    if let Some(edition) = map.edition.as_ref().filter(|it| it.hash != versions::hash(map)) {
        faults.push(Fault::new(FaultKind::Hash, "", edition.number.to_string()));
    }
    faults
}

/// What the entries of a stage, or of the whole map, rest on together.
fn of_counts(map: &Map, stage: Option<&Stage>, told: Counts) -> Option<Fault> {
    let here = map.cells.iter().filter(|cell| stage.is_none_or(|stage| cell.stage == *stage));
    let cites = here.flat_map(|cell| &cell.entries).flat_map(|entry| &entry.evidence);
    let cites: BTreeSet<(String, bool, u32)> = cites
        .filter_map(|code| code.parse::<Citation>().ok())
        .map(|it| (it.participant, it.is_event, it.number))
        .collect();
    let people = cites.iter().map(|(person, ..)| person).collect::<BTreeSet<_>>().len();
    let notes = cites.iter().filter(|(_, is_event, _)| !is_event).count();
    let about = stage.map_or("counts", Stage::key);
    let right = (people, notes) == (told.people, told.notes);
    let said = |people: usize, notes: usize| format!("{people}/{notes}");
    (!right).then(|| Fault::new(FaultKind::Number, "", about).but(said(people, notes), said(told.people, told.notes)))
}

fn of_entry(entry: &MapEntry) -> Option<Fault> {
    let cites = entry.evidence.iter().filter_map(|code| code.parse::<Citation>().ok());
    let people = cites.map(|cite| cite.participant).collect::<BTreeSet<String>>().len();
    let about = if entry.is_blank() { &entry.facts.answers } else { &entry.text };
    let fault = |kind| Some(Fault::new(kind, "", about));
    if people != entry.people {
        return fault(FaultKind::Number).map(|it| it.but(people.to_string(), entry.people.to_string()));
    }
    let is_counted = matches!(entry.state, State::Strong | State::Thin | State::Assumption);
    let state = State::by_people(people);
    (is_counted && state != entry.state)
        .then(|| Fault::new(FaultKind::Words, "", about).but(state.name(), entry.state.name()))
}

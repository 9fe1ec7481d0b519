//! A published map counted again from itself: the people of each entry from its citations, the assumption debt from its
//! cells, the hash from all it cites. What it was drawn from has moved on since and is not asked.

use std::collections::BTreeSet;

use super::{Fault, FaultKind};
use crate::domain::codes::Citation;
use crate::domain::evidence::State;
use crate::domain::journey::{Debt, Map, MapEntry, versions};

/// What does not hold.
pub fn recount_map(map: &Map) -> Vec<Fault> {
    let entries = map.cells.iter().flat_map(|cell| &cell.entries);
    let mut faults: Vec<Fault> = entries.filter_map(of_entry).collect();
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

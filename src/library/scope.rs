//! Where a search looks: the filters of a query that speak of people and themes, answered from the store.
//! What a word finds is decided by `search`, never here.

use std::collections::{BTreeSet, HashMap};

use crate::domain::Id;
use crate::domain::line::Person;
use crate::error::Result;
use crate::search::{By, Filter, Query, Scope};
use crate::store::Store;

/// The scope of a query. People who withdrew are outside of every scope.
pub(super) fn of(store: &Store, query: &Query, study: Option<Id>, people: &HashMap<Id, Person>) -> Result<Scope> {
    let mut scope = Scope {
        studies: study.map(|study| BTreeSet::from([study])),
        without_people: people.values().filter(|it| it.withdrawn).map(|it| it.participant).collect(),
        ..Scope::default()
    };
    for filter in query.filters() {
        if let By::Theme(names) = &filter.by {
            let mut notes = BTreeSet::new();
            for name in names {
                notes.extend(store.notes_under(name)?);
            }
            narrow(&mut scope.notes, &mut scope.without_notes, notes, filter.negated);
        } else if asks_people(filter) {
            let chosen = people.values().filter(|person| fits(&filter.by, person)).map(|it| it.participant).collect();
            narrow(&mut scope.people, &mut scope.without_people, chosen, filter.negated);
        }
    }
    Ok(scope)
}

fn narrow(only: &mut Option<BTreeSet<Id>>, without: &mut BTreeSet<Id>, chosen: BTreeSet<Id>, negated: bool) {
    if negated {
        without.extend(chosen);
    } else {
        *only = Some(match only.take() {
            Some(before) => before.intersection(&chosen).copied().collect(),
            None => chosen,
        });
    }
}

fn asks_people(filter: &Filter) -> bool {
    matches!(filter.by, By::Persona(_) | By::Role(_) | By::Outcome(_) | By::Participant(_))
}

fn fits(by: &By, person: &Person) -> bool {
    match by {
        By::Persona(names) => {
            person.persona.as_deref().is_some_and(|persona| names.iter().any(|name| begins(persona, name)))
        }
        By::Role(names) => names.iter().any(|name| begins(&person.role, name)),
        By::Outcome(outcomes) => person.outcome.is_some_and(|outcome| outcomes.contains(&outcome)),
        By::Participant(codes) => codes.iter().any(|code| code.eq_ignore_ascii_case(&person.code)),
        By::Dimension(_) | By::Voice(_) | By::Dates(..) | By::Theme(_) => true,
    }
}

/// Whether a name begins with what was typed, letter case ignored.
fn begins(name: &str, typed: &str) -> bool {
    name.to_lowercase().starts_with(&typed.to_lowercase())
}

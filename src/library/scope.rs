//! Where a search looks: the filters of a query that speak of people, their paths, questions and themes, answered from
//! what is known of them. What a word finds is decided by `search`, never here.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::known::Known;
use super::people::People;
use crate::domain::line::Person;
use crate::domain::{Id, Stage, Subject, Subjects, path};
use crate::error::Result;
use crate::search::{By, Filter, Query, Scope};
use crate::store::Store;

/// What the filters are answered from.
pub(super) struct Ground<'a> {
    pub store: &'a Store,
    pub known: &'a Known,
    pub people: &'a People,
    /// Only in this study.
    pub study: Option<Id>,
    /// Themes by their names of today alone.
    pub literal: bool,
}

/// A theme that was sought by a name that it once had: that name and the one that it has now.
pub(super) type Renamed = (String, String);

impl Ground<'_> {
    /// The scope of a query, and the themes that were found by a former name. People who withdrew are outside of every
    /// scope.
    pub(super) fn scope(&self, query: &Query) -> Result<(Scope, Vec<Renamed>)> {
        let mut scope = Scope {
            studies: self.study.map(|study| BTreeSet::from([study])),
            without_people: self.people.withdrawn().clone(),
            apart: Arc::clone(&self.known.opposed),
            ..Scope::default()
        };
        let mut renamed = Vec::new();
        for filter in query.filters() {
            if let By::Theme(names) = &filter.by {
                let notes = self.under(names, &mut renamed)?;
                narrow(&mut scope.notes, &mut scope.without_notes, notes, filter.negated);
            } else if let Some(people) = self.whom(filter, query)? {
                narrow(&mut scope.people, &mut scope.without_people, people, filter.negated);
            }
        }
        Ok((scope, renamed))
    }

    /// The lines under themes of these names, or of names that they once had.
    fn under(&self, names: &[String], renamed: &mut Vec<Renamed>) -> Result<BTreeSet<Id>> {
        let mut notes = BTreeSet::new();
        for name in names {
            notes.extend(self.store.notes_under(name)?);
            let former = self.known.former.iter().filter(|_| !self.literal);
            for (before, now) in former.filter(|(before, _)| before.to_lowercase() == name.to_lowercase()) {
                notes.extend(self.store.notes_under(now)?);
                renamed.push((before.clone(), now.clone()));
            }
        }
        Ok(notes)
    }

    /// The people for whom a filter holds; none where it is not about people.
    fn whom(&self, filter: &Filter, query: &Query) -> Result<Option<BTreeSet<Id>>> {
        let chosen = |holds: &dyn Fn(&Person) -> bool| {
            Some(self.people.iter().filter(|it| holds(it)).map(|it| it.participant).collect())
        };
        let traces = |person: &Person| self.known.traces.get(&person.participant).copied().unwrap_or_default();
        Ok(match &filter.by {
            By::Persona(names) => Some(self.people.named(|it| it.persona, |name| any_begins(name, names))),
            By::Role(names) => Some(self.people.named(|it| it.role, |name| any_begins(name, names))),
            By::Outcome(outcomes) => chosen(&|it| it.outcome.is_some_and(|outcome| outcomes.contains(&outcome))),
            By::Participant(codes) => chosen(&|it| codes.iter().any(|code| code.eq_ignore_ascii_case(&it.code))),
            By::Asked(subjects) => {
                let subjects: Subjects = subjects.iter().copied().collect();
                chosen(&|it| traces(it).asked.meets(subjects))
            }
            By::Said => {
                let of = spoken_of(query);
                chosen(&|it| traces(it).said.meets(of))
            }
            By::Path(stages) => Some(self.with_path(|it| path::passes(it, stages))?),
            By::WentBack => Some(self.with_path(|it| !path::steps_back(it).is_empty())?),
            By::Dimension(_) | By::Voice(_) | By::Dates(..) | By::Theme(_) => None,
            By::Feeling(_) | By::Star | By::Earlier => None,
        })
    }

    /// The people whose path, over all their interviews, is so.
    fn with_path(&self, is_so: impl Fn(&[Option<&Stage>]) -> bool) -> Result<BTreeSet<Id>> {
        let paths = self.known.paths(self.store)?;
        let fits = paths.iter().filter(|(_, stages)| is_so(&stages.iter().map(Option::as_ref).collect::<Vec<_>>()));
        Ok(fits.map(|(person, _)| *person).collect())
    }
}

/// What `said:` speaks of: what `asked:` names, else everything.
fn spoken_of(query: &Query) -> Subjects {
    let asked = query.filters().iter().filter_map(|it| match &it.by {
        By::Asked(subjects) if !it.negated => Some(subjects.iter().copied()),
        _ => None,
    });
    let asked: Subjects = asked.flatten().collect();
    if asked.is_empty() { Subject::ALL.iter().copied().collect() } else { asked }
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

/// Whether a name begins with one of those that were typed, letter case ignored.
fn any_begins(name: &str, typed: &[String]) -> bool {
    typed.iter().any(|typed| name.to_lowercase().starts_with(&typed.to_lowercase()))
}

//! A touchpoint has one name: where it is called something else, it is called so in every journey, on every path, on every
//! walk, and in what the rules proposed from it, as one step.

use super::kept::{Entry, Source, Walk};
use super::lane::Lane;
use crate::domain::path::PathEvent;
use crate::domain::record::{Edit, Step};
use crate::domain::research::Research;
use crate::domain::text;

/// The step that calls a touchpoint something else everywhere; none where nothing is called so, or where either is blank.
pub fn renamed_touchpoint(research: &Research, from: &str, to: &str) -> Option<Step> {
    let to = text::trim_line(to).into_owned();
    let edits = renaming(research, from, &to);
    let step = Step::new(research.study()?.id, "rename-touchpoint", to);
    (!edits.is_empty()).then_some(Step { edits, ..step })
}

/// What else an entry of a touchpoint changes when it is called something else, and the entry with what it was drawn from
/// called so too.
pub(super) fn called(research: &Research, before: Option<&Entry>, entry: Entry) -> (Vec<Edit>, Entry) {
    let Some(before) = before.filter(|it| it.lane == Lane::Touchpoint) else { return (Vec::new(), entry) };
    let mut edits = renaming(research, &before.text, &entry.text);
    edits.retain(|edit| !matches!(edit, Edit::Put(record) if record.key().id == entry.id));
    (edits, renamed(&entry, &before.text, &entry.text))
}

fn renaming(research: &Research, from: &str, to: &str) -> Vec<Edit> {
    if from.is_empty() || to.is_empty() || to == from {
        return Vec::new();
    }
    let events = research.path_events().values().filter(|it| it.touchpoint == from);
    let events = events.map(|it| Edit::from(PathEvent { touchpoint: to.to_owned(), ..it.clone() }));
    let entries = research.entries().values().filter(|it| it.lane == Lane::Touchpoint);
    let entries = entries.map(|it| (it, renamed(it, from, to))).filter(|(before, after)| *before != after);
    let walks = research.walks().values().filter(|it| it.results.iter().any(|it| it.touchpoint == from));
    let walk = |it: &Walk| {
        let mut after = it.clone();
        let found = after.results.iter_mut().filter(|it| it.touchpoint == from);
        found.for_each(|it| to.clone_into(&mut it.touchpoint));
        Edit::from(after)
    };
    events.chain(entries.map(|(_, after)| after.into())).chain(walks.map(walk)).collect()
}

fn renamed(entry: &Entry, from: &str, to: &str) -> Entry {
    let mut after = entry.clone();
    if after.text == from {
        to.clone_into(&mut after.text);
    }
    let was = Source::Touchpoint(from.to_owned());
    if let Some(seed) = after.seed.as_mut().filter(|seed| seed.from == was) {
        seed.from = Source::Touchpoint(to.to_owned());
        to.clone_into(&mut seed.text);
    }
    after
}

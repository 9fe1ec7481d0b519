//! What people do to themes, as one step each: rename, note, move, nest, split, drop and take back, accept a candidate,
//! judge a line. Each step undone leaves everything as it was. Joining several themes is in `merging`.

mod merging;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

pub use merging::merged;

use super::denominator::Denominator;
use super::dimension::Dimension;
use super::id::Id;
use super::judgement::Dropped;
use super::live::Fresh;
use super::moment::Moment;
use super::record::{Edit, Key, Kind, Record, Step};
use super::research::Research;
use super::text;
use super::theme::{Mark, Stance, Theme};

/// The step that gives a theme another name; none where it has it already.
pub fn renamed(research: &Research, theme: Id, name: &str) -> Option<Step> {
    let name = text::trim_line(name).into_owned();
    changed(research, theme, "rename-theme", |theme| theme.name = name)
}

/// The step that says what a theme means; nothing takes it away.
pub fn noted(research: &Research, theme: Id, memo: &str) -> Option<Step> {
    let memo = text::trim_line(memo).into_owned();
    changed(research, theme, "memo-theme", |theme| theme.memo = memo)
}

/// The step that drops a theme for the whole study, with the reason; its lines stay under it.
pub fn dropped(research: &Research, theme: Id, reason: &str, (by, now): (&str, Moment)) -> Option<Step> {
    let known = research.themes().get(&theme)?;
    let people = research.denominator(known, &research.counted_people(None));
    let dropped = decided(reason, (by, now), &people);
    changed(research, theme, "drop-theme", |theme| theme.dropped = Some(dropped))
}

/// A decision against something that so many people raise now.
pub(super) fn decided(reason: &str, (by, now): (&str, Moment), people: &Denominator) -> Dropped {
    let people = u32::try_from(people.raised).unwrap_or(u32::MAX);
    Dropped { reason: text::trim_line(reason).into_owned(), by: by.to_owned(), at: now, people }
}

/// The step that takes back the dropping of a theme; none where it is not dropped.
pub fn taken_back(research: &Research, theme: Id) -> Option<Step> {
    changed(research, theme, "take-back-theme", |theme| theme.dropped = None)
}

/// The step that puts a theme under a wider one of its dimension, or lifts it out; none where it stands there, or
/// where the wider one stands under it.
pub fn nested(research: &Research, theme: Id, parent: Option<Id>) -> Option<Step> {
    let known = research.themes().get(&theme)?;
    if let Some(parent) = parent {
        let wider = research.themes().get(&parent)?;
        if wider.dimension != known.dimension || below(research, theme).contains(&parent) {
            return None;
        }
    }
    let name = if parent.is_some() { "nest-theme" } else { "lift-theme" };
    changed(research, theme, name, |theme| theme.parent = parent)
}

/// The step that moves a theme and all that stand below it to another dimension. Its lines stay filed where they are.
pub fn moved(research: &Research, theme: Id, dimension: Dimension) -> Option<Step> {
    let known = research.themes().get(&theme).filter(|it| it.dimension != dimension)?;
    let mut step = Step::new(known.study, "move-theme", known.name.clone());
    for id in below(research, theme) {
        let mut it = research.themes().get(&id)?.clone();
        it.dimension = dimension;
        if id == theme {
            it.parent = None;
        }
        step = step.put(it);
    }
    Some(step)
}

/// A theme and everything that stands below it, as far down as there is anything of its dimension.
pub fn below(research: &Research, theme: Id) -> BTreeSet<Id> {
    let mut found = BTreeSet::from([theme]);
    let Some(top) = research.themes().get(&theme) else { return found };
    loop {
        let more: Vec<Id> = research
            .themes()
            .values()
            .filter(|it| it.dimension == top.dimension && !found.contains(&it.id))
            .filter(|it| it.parent.is_some_and(|parent| found.contains(&parent)))
            .map(|it| it.id)
            .collect();
        if more.is_empty() {
            return found;
        }
        found.extend(more);
    }
}

/// The step that takes these lines out of a theme and puts them under a new one beside it; none where the theme has
/// none of them.
pub fn split(research: &Research, theme: Id, notes: &[Id], name: &str, fresh: &Fresh<'_>) -> Option<(Id, Step)> {
    let known = research.themes().get(&theme)?;
    let marks: Vec<&Mark> = research.marks_under(theme).filter(|mark| notes.contains(&mark.note)).collect();
    if marks.is_empty() {
        return None;
    }
    let name = text::trim_line(name).into_owned();
    let new = Theme::blank((fresh.id(), known.study), known.dimension, name, fresh.now);
    let new = Theme { parent: known.parent, ..new };
    let (id, mut step) = (new.id, Step::new(known.study, "split-theme", new.name.clone()).put(new));
    for mark in marks {
        step = step.put(Mark { theme: id, ..mark.clone() });
    }
    Some((id, step))
}

/// The step that puts a line of one theme, or of none, under another, or under none. Where it stands there already it
/// leaves the first.
pub fn handed_over(
    research: &Research,
    note: Id,
    (from, to): (Option<Id>, Option<Id>),
    fresh: &Fresh<'_>,
) -> Option<Step> {
    let known = research.notes().get(&note).filter(|_| from != to)?;
    let mark = |theme: Option<Id>| research.marks_of(note).find(|mark| Some(mark.theme) == theme);
    let step = Step::new(known.study, "move-line", research.code_of(known));
    Some(match (mark(from), to.filter(|to| research.themes().contains_key(to)), mark(to)) {
        (Some(first), _, Some(_)) | (Some(first), None, _) => step.remove(Kind::Mark, first.id),
        (Some(first), Some(to), None) => step.put(Mark { theme: to, ..first.clone() }),
        (None, Some(to), None) if from.is_none() => {
            step.put(Mark::new((fresh.id(), known.study), note, to, Stance::Supports))
        }
        _ => return None,
    })
}

/// The step that makes a theme of a candidate: a name in a dimension, and the lines that belong to it.
pub fn accepted(
    research: &Research,
    (dimension, name): (Dimension, &str),
    notes: &[Id],
    fresh: &Fresh<'_>,
) -> Option<(Id, Step)> {
    let study = research.study()?.id;
    let theme = Theme::blank((fresh.id(), study), dimension, text::trim_line(name).into_owned(), fresh.now);
    let (id, mut step) = (theme.id, Step::new(study, "accept-theme", theme.name.clone()).put(theme));
    for note in notes.iter().collect::<BTreeSet<_>>() {
        if research.notes().contains_key(note) {
            step = step.put(Mark::new((fresh.id(), study), *note, id, Stance::Supports));
        }
    }
    Some((id, step))
}

/// The step that drops a candidate with the reason: a theme that is dropped from the start keeps its lines from being
/// proposed again.
pub fn declined(
    research: &Research,
    (dimension, name): (Dimension, &str),
    notes: &[Id],
    (reason, by, fresh): (&str, &str, &Fresh<'_>),
) -> Option<Step> {
    let (_, mut step) = accepted(research, (dimension, name), notes, fresh)?;
    let interviews = notes.iter().filter_map(|note| research.notes().get(note)).map(|note| note.interview);
    let people: BTreeSet<Id> = interviews.filter_map(|it| research.participant_of(it)).map(|it| it.id).collect();
    let counts = Denominator { raised: people.len(), ..Denominator::default() };
    if let Some(Edit::Put(Record::Theme(theme))) = step.edits.first_mut() {
        theme.dropped = Some(decided(reason, (by, fresh.now), &counts));
    }
    "drop-candidate".clone_into(&mut step.name);
    Some(step)
}

/// The step with which a person says that a line under a theme speaks for it or against it.
pub fn judged(research: &Research, note: Id, theme: Id, stance: Stance) -> Option<Step> {
    let mark = research.marks_of(note).find(|mark| mark.theme == theme)?;
    let after = Mark { stance, judged: true, ..mark.clone() };
    let about = research.code_of(research.notes().get(&note)?);
    (after != *mark).then(|| Step::new(mark.study, "judge-line", about).put(after))
}

/// One theme changed; none where nothing differs.
fn changed(research: &Research, theme: Id, name: &str, change: impl FnOnce(&mut Theme)) -> Option<Step> {
    let before = research.themes().get(&theme)?;
    let mut after = before.clone();
    change(&mut after);
    (after != *before).then(|| Step::new(after.study, name, after.name.clone()).put(after))
}

/// The ids of the records of a kind that need a theme.
fn users(research: &Research, theme: Id, kind: Kind) -> Vec<Id> {
    research.users_of(Key::new(Kind::Theme, theme), kind).collect()
}

/// Puts a record unless it is there just so.
fn put(edits: &mut Vec<Edit>, research: &Research, record: impl Into<Record>) {
    let record = record.into();
    if research.record(record.key()).as_ref() != Some(&record) {
        edits.push(Edit::Put(record));
    }
}

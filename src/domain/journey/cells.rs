//! Where in a journey a line may stand, as a workshop puts it there: with an entry that is on the map already, or as the
//! ground of a new one. The buyer's words stay in the line; an entry is in the words of who writes it.

use super::kept::{Entry, Journey};
use super::lane::Lane;
use super::map::{entries_of, ours};
use super::rules::likely;
use super::steps::{self, Doing};
use crate::domain::dimension::Stage;
use crate::domain::id::Id;
use crate::domain::interview::Note;
use crate::domain::people::Participant;
use crate::domain::record::Step;
use crate::domain::research::Research;
use crate::error::{Error, Result};

/// The journeys on whose maps a line may stand: ours of the persona of its participant; every persona's, where nobody said yet to
/// which they belong. One that nobody keeps yet is begun, to be saved with its first entry.
pub fn journeys(research: &Research, note: &Note, doing: Doing<'_>) -> Vec<Journey> {
    let persona = research.participant_of(note.interview).and_then(|it| it.persona);
    let personas = research.personas().keys().copied().filter(|it| persona.is_none_or(|own| own == *it));
    let begun = |it| steps::begun(research, it, "", doing).ok();
    personas.filter_map(|it| ours(research, it).cloned().or_else(|| begun(it))).collect()
}

/// A place for a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The stage.
    pub stage: Stage,
    /// The lane.
    pub lane: Lane,
    /// The entry that the line bears out; none where a new one is written.
    pub entry: Option<Id>,
}

/// Every place of a journey for a line: first where its dimension and its stage lead, then by stage and lane; the hidden
/// lanes last, and in a cell what stands there before what is new.
pub fn places(research: &Research, journey: &Journey, note: &Note) -> Vec<Place> {
    let stages: Vec<Stage> = journey.stages.iter().map(|card| card.stage.clone()).collect();
    let likely = likely(research, note, &stages);
    let mut cells = Vec::new();
    for (at, stage) in stages.iter().enumerate() {
        for (row, lane) in journey.lanes.iter().enumerate().filter(|(_, row)| !row.lane.is_read()) {
            let first = likely.iter().position(|it| *it == (at, lane.lane)).unwrap_or(likely.len());
            cells.push(((first, lane.hidden, at, row), stage, lane.lane));
        }
    }
    cells.sort_by_key(|(order, ..)| *order);
    let in_cell = |stage: &Stage, lane: Lane| {
        let entries = entries_of(research, journey.id).filter(|it| it.stage == *stage && it.lane == lane);
        entries.map(|it| Some(it.id)).chain([None]).collect::<Vec<_>>()
    };
    let place = |stage: &Stage, lane, entry| Place { stage: stage.clone(), lane, entry };
    cells
        .iter()
        .flat_map(|(_, stage, lane)| in_cell(stage, *lane).into_iter().map(|it| place(stage, *lane, it)))
        .collect()
}

/// The step that puts a line there: the entry rests on it too, or a new one of these words does. None where it rests on it
/// already. A participant of whom nobody said yet to which persona they belong becomes one of the journey's: the lines of
/// others do not count there.
///
/// # Errors
/// What [`steps::written`] refuses; `record-missing` where the entry is gone.
pub fn put(
    research: &Research,
    journey: &Journey,
    place: &Place,
    (note, words): (Id, &str),
    doing: Doing<'_>,
) -> Result<Option<Step>> {
    let entry = match place.entry {
        Some(id) => {
            let kept = research.entries().get(&id).cloned();
            kept.ok_or_else(|| Error::not_found("record-missing").with("kind", crate::domain::Kind::Entry))?
        }
        None => {
            let blank = steps::blank_entry(journey, place.stage.clone(), place.lane, doing);
            Entry { text: words.to_owned(), ..blank }
        }
    };
    let joining = research.notes().get(&note).and_then(|it| research.participant_of(it.interview)).cloned();
    let joining = joining.filter(|it| it.persona.is_none());
    let step = steps::written(research, journey, entry.resting_on(note), doing)?;
    Ok(step.map(|step| match joining {
        Some(person) => step.put(Participant { persona: Some(journey.persona), ..person }),
        None => step,
    }))
}

//! The map as people read it: what they keep, each entry with the evidence that stands under it now. It is computed and
//! never stored, but for published versions, which are this document.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::drawing::Drawing;
use super::facts::{Facts, Layer};
use super::kept::{Entry, Journey, LaneRow, StageCard};
use super::lane::Lane;
use super::moves::Transition;
use super::rules::{Proposal, proposals};
use super::steps;
use crate::domain::brief::Published;
use crate::domain::consent::LeftOut;
use crate::domain::dimension::Stage;
use crate::domain::evidence::State;
use crate::domain::id::Id;
use crate::domain::named::named;
use crate::domain::record::{Key, Kind};
use crate::domain::research::Research;
use crate::error::{Error, Result};

/// The name of the form of the document.
pub const SCHEMA: &str = "whybuy.journey/1";

/// A persona's stages as columns and lanes as rows; in JSON `whybuy.journey/1`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Map {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// The persona's name.
    pub persona: String,
    /// To whom it leads: a competitor, or nothing where it leads to us.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub competitor: String,
    /// For which group of the persona's people; blank for all.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub group: String,
    /// The buyer type: attributes of the persona, by name.
    pub buyer_type: BTreeMap<String, String>,
    /// How this buyer type is approached.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub approach: String,
    /// The study's name.
    pub study: String,
    /// The one goal.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub goal: String,
    /// By what one sees that it works.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub works_if: String,
    /// Whether it works; none where nobody knows.
    #[serde(default)]
    pub works: Option<bool>,
    /// Whether somebody keeps it; otherwise it is what the rules propose, and nobody has accepted anything.
    pub kept: bool,
    /// Under which number and when it was published; none in a draft.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edition: Option<Published>,
    /// The date of the newest interview that counts.
    pub as_of: Option<NaiveDate>,
    /// How many people of the persona count.
    pub people: usize,
    /// What all its entries rest on together.
    pub counts: Counts,
    /// The stages, in order.
    pub stages: Vec<MapStage>,
    /// The lanes, in order, with those that are hidden.
    pub lanes: Vec<LaneRow>,
    /// The cells that hold something, by stage and then by lane.
    pub cells: Vec<Cell>,
    /// Moves between stages that people made, forward and back.
    pub transitions: Vec<Transition>,
    /// The assumption debt.
    pub debt: Debt,
    /// How many comments are open.
    #[serde(default)]
    pub comments: usize,
    /// What was left out because nobody agreed to it; only in what is exported.
    #[serde(default, skip_serializing_if = "LeftOut::is_empty")]
    pub left_out: LeftOut,
}

/// What something rests on, each counted once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Interviews.
    pub interviews: usize,
    /// People.
    pub people: usize,
    /// Lines; path events are none.
    pub notes: usize,
    /// The date of the newest of the interviews.
    pub newest: Option<NaiveDate>,
}

/// A column of the map.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MapStage {
    /// What people say of the stage.
    pub card: StageCard,
    /// What its entries rest on together.
    pub counts: Counts,
}

/// What stands at one stage in one lane.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    /// The stage.
    pub stage: Stage,
    /// The lane.
    pub lane: Lane,
    /// The entries, by people and then by text; blanks last.
    pub entries: Vec<MapEntry>,
    /// The state of the cell: contradicted if any entry is, else that of its best entry; none where it holds only blanks.
    pub state: Option<State>,
}

named! {
    /// Who put an entry there.
    Origin ("origin") {
        /// The rules, and somebody accepted it as it was.
        Seeded = "seeded",
        /// A person wrote it, or changed what was seeded.
        Human = "human",
    }
}

/// One entry of a cell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MapEntry {
    /// The record; none where nobody keeps it, and in what was read back.
    #[serde(skip)]
    pub id: Option<Id>,
    /// The wording; empty in a blank.
    pub text: String,
    /// What its lane asks for besides.
    #[serde(default, skip_serializing_if = "Facts::is_blank")]
    pub facts: Facts,
    /// Who put it there.
    pub origin: Origin,
    /// Who touched it last, as initials; blank where nobody keeps it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// On which day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<NaiveDate>,
    /// How well it is borne out. One contradicting person is enough for `contradicted`: a cell has no room for a count beside it.
    pub state: State,
    /// The lines and path events it rests on, as citations.
    pub evidence: Vec<String>,
    /// Lines that contradict it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contradicted_by: Vec<String>,
    /// How many people say so.
    pub people: usize,
    /// How many comments on it are open.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub comments: usize,
}

#[allow(clippy::trivially_copy_pass_by_ref)] // serde asks for a reference
fn is_zero(count: &usize) -> bool {
    *count == 0
}

impl MapEntry {
    /// Whether it is a blank that somebody must fill.
    pub fn is_blank(&self) -> bool {
        self.text.is_empty()
    }

    /// What kind of thing it tells.
    pub fn layer(&self, lane: Lane) -> Layer {
        self.facts.layer_in(lane)
    }
}

/// How much of the map is only assumed or doubtful.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Debt {
    /// Filled cells that are assumptions, contradicted or stale.
    pub weak: usize,
    /// Cells with at least one entry that is not a blank.
    pub filled: usize,
}

impl Map {
    /// What people call a stage here; blank where it has the name that every stage of this kind has.
    pub fn name_of_stage(&self, stage: &Stage) -> &str {
        self.stages.iter().find(|it| it.card.stage == *stage).map_or("", |it| &it.card.name)
    }

    /// What people call a lane here; blank where it has the name that every lane of this kind has.
    pub fn name_of_lane(&self, lane: Lane) -> &str {
        self.lanes.iter().find(|row| row.lane == lane).map_or("", |row| &row.name)
    }

    /// The cell at a stage in a lane, if it holds something.
    pub fn cell(&self, stage: &Stage, lane: Lane) -> Option<&Cell> {
        self.cells.iter().find(|cell| cell.stage == *stage && cell.lane == lane)
    }

    /// The lanes that are shown, in order.
    pub fn shown(&self) -> impl Iterator<Item = &LaneRow> {
        self.lanes.iter().filter(|row| !row.hidden)
    }

    /// Every entry of a stage with its lane, in the order of the lanes, those of hidden lanes too.
    pub fn entries_at<'m>(&'m self, stage: &'m Stage) -> impl Iterator<Item = (Lane, &'m MapEntry)> {
        self.lanes.iter().flat_map(|row| self.held(stage, row.lane))
    }

    /// Every entry of a stage in the lanes that are shown, with its lane, in the order of the lanes.
    pub fn shown_at<'m>(&'m self, stage: &'m Stage) -> impl Iterator<Item = (Lane, &'m MapEntry)> {
        self.shown().flat_map(|row| self.held(stage, row.lane))
    }

    fn held(&self, stage: &Stage, lane: Lane) -> impl Iterator<Item = (Lane, &MapEntry)> + use<'_> {
        let entries = self.cell(stage, lane).map(|cell| cell.entries.as_slice()).unwrap_or_default();
        entries.iter().map(move |entry| (lane, entry))
    }

    /// What stands in a lane that is read from elsewhere: who answers for a stage and who helps, or its moments of truth.
    pub fn read(&self, stage: &MapStage, lane: Lane) -> Vec<String> {
        let card = &stage.card;
        match lane {
            Lane::Owner if card.owner.is_empty() => card.helpers.clone(),
            Lane::Owner => [card.owner.clone()].into_iter().chain(card.helpers.iter().cloned()).collect(),
            Lane::Moment => {
                let flagged = self.entries_at(&card.stage).filter(|(_, entry)| entry.facts.moment);
                flagged.map(|(_, entry)| entry.text.clone()).collect()
            }
            _ => Vec::new(),
        }
    }
}

/// The map of a journey that is kept.
pub fn of(research: &Research, journey: Id) -> Result<Map> {
    let kept = research.journeys().get(&journey).ok_or_else(|| missing(Kind::Journey))?;
    drawn(research, kept, &proposed(research, kept))
}

/// The map of a journey over what the rules propose for it; empty where nobody keeps it yet.
pub(super) fn drawn(research: &Research, journey: &Journey, proposed: &[Proposal]) -> Result<Map> {
    let entries: Vec<&Entry> = entries_of(research, journey.id).collect();
    let is_kept = research.journeys().contains_key(&journey.id);
    Drawing::of(research, journey, proposed).map(&entries, is_kept)
}

/// What the rules propose for a persona, as a map that nobody keeps yet.
pub fn seeded(research: &Research, persona: Id) -> Result<Map> {
    let study = research.study().ok_or_else(|| missing(Kind::Study))?;
    let blank = steps::template((Id::from_u128(0), study.id), persona, study.created);
    let proposed = proposed(research, &blank);
    let entries: Vec<Entry> = proposed.iter().map(|it| steps::taken(it, &blank)).collect();
    Drawing::of(research, &blank, &proposed).map(&entries.iter().collect::<Vec<_>>(), false)
}

/// Our journey of a persona where somebody keeps it, and else what the rules propose.
pub fn of_persona(research: &Research, persona: Id) -> Result<Map> {
    match ours(research, persona) {
        Some(journey) => of(research, journey.id),
        None => seeded(research, persona),
    }
}

/// The journey of a persona as it may leave the library: without those who have not agreed to take part, and says so.
pub fn for_export(research: &Research, persona: Id) -> Result<Map> {
    let (agreed, left_out) = research.exportable(Some(persona))?;
    Ok(Map { left_out, ..of_persona(&agreed, persona)? })
}

/// Our journey for all people of a persona.
pub fn ours(research: &Research, persona: Id) -> Option<&Journey> {
    journeys_of(research, persona).find(|it| it.competitor.is_empty() && it.group.is_empty())
}

/// What people call a journey: its persona, to whom it leads where that is not us, and for which group it is.
pub fn name(research: &Research, journey: &Journey) -> String {
    let persona = research.personas().get(&journey.persona).map_or("?", |it| it.name.as_str());
    let rest = [&journey.competitor, &journey.group].into_iter().filter(|part| !part.is_empty());
    [persona].into_iter().chain(rest.map(String::as_str)).collect::<Vec<_>>().join(" / ")
}

/// The journeys of a persona, by id, which is the order in which they were begun.
pub fn journeys_of(research: &Research, persona: Id) -> impl Iterator<Item = &Journey> + '_ {
    let ids = research.users_of(Key::new(Kind::Persona, persona), Kind::Journey);
    ids.filter_map(|id| research.journeys().get(&id))
}

/// The entries that stand in a journey, without those that were refused.
pub fn entries_of(research: &Research, journey: Id) -> impl Iterator<Item = &Entry> + '_ {
    decided_in(research, journey).filter(|it| it.refused.is_none())
}

/// The entries of a journey with those that were refused.
pub fn decided_in(research: &Research, journey: Id) -> impl Iterator<Item = &Entry> + '_ {
    let ids = research.users_of(Key::new(Kind::Journey, journey), Kind::Entry);
    ids.filter_map(|id| research.entries().get(&id))
}

/// What the rules propose for the stages of a journey; nothing for a competitor's, because they read what buyers said about
/// buying and not about whom they bought from.
pub(super) fn proposed(research: &Research, journey: &Journey) -> Vec<Proposal> {
    if !journey.competitor.is_empty() {
        return Vec::new();
    }
    let stages: Vec<Stage> = journey.stages.iter().map(|card| card.stage.clone()).collect();
    proposals(research, journey.persona, &stages)
}

pub(super) fn missing(kind: Kind) -> Error {
    Error::not_found("record-missing").with("kind", kind)
}

/// Whether an entry stands as the rules proposed it.
pub fn origin(entry: &Entry) -> Origin {
    let plain = Facts { answers: entry.facts.answers.clone(), ..Facts::default() };
    let is_untouched = entry.seed.as_ref().is_some_and(|it| it.text == entry.text) && entry.facts == plain;
    if is_untouched && entry.evidence.is_empty() { Origin::Seeded } else { Origin::Human }
}

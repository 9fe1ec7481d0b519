//! Paths measured, not drawn: what the people of a persona did, counted over the linear form of the map. Moves with their
//! loops and skips, where paths began and ended, how long a stage took, and how many came from one event to another.
//! People are counted; a reading of the research, never stored (`spec/requirements.md` A31, D01 to D11, D27 to D31).

mod answered;
mod behaviour;
mod considered;
mod duration;
mod happening;
mod moves;
mod passage;
mod points;
mod route;

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod laws;
#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

pub use answered::Answered;
pub use behaviour::{Behaviour, Observed};
pub use considered::{Considered, Named, Reason};
pub use duration::{MEDIAN_FROM, Measure, PersonStay, Slowest, StageTime, Stay};
pub use happening::{Conversion, Happening, NotAHappening, conversion};
pub use moves::{Ended, LostInterest, StageCounts, Transition, Way};
pub use passage::Passage;
pub use points::{ActionPoint, PointKind};
pub use route::{End, Route, Visit};

use super::consent::LeftOut;
use super::dimension::Stage;
use super::id::Id;
use super::journey::{self, StageCard};
use super::people::Outcome;
use super::research::Research;
use crate::error::{Error, Result};
use route::Told;

/// What the people of a persona did, counted; in JSON `whybuy.paths/1`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Paths {
    /// Always `whybuy.paths/1`.
    pub schema: &'static str,
    /// The persona's name.
    pub persona: String,
    /// The study's name.
    pub study: String,
    /// The date of the newest interview that counts.
    pub as_of: Option<NaiveDate>,
    /// How many people count, as the brief counts them.
    pub people: usize,
    /// Of how many of them no event has a stage of the form: they stand in no count of stages.
    pub without_path: usize,
    /// How the purchases ended: each outcome in the order of the glossary, then those not known. Together all people.
    pub outcomes: Vec<OutcomeCount>,
    /// What a journey calls its stages, where it has names of its own.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub names: BTreeMap<Stage, String>,
    /// The stages of the form, in order, with who reached them and whose path began and ended there.
    pub stages: Vec<StageCounts>,
    /// Every move between two stages that somebody made, by the place of its ends.
    pub transitions: Vec<Transition>,
    /// How long each stage took, in the order of the form.
    pub times: Vec<StageTime>,
    /// The stage that took longest, where at least three people measure it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slowest: Option<Slowest>,
    /// From each stage to the next one of the form.
    pub conversions: Vec<Conversion>,
    /// The questions of the guide that ask about a passage, with their answers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub answered: Vec<Answered>,
    /// Where paths end and nothing but decisions is told of it.
    pub lost_interest: Vec<LostInterest>,
    /// What else was considered, by kind; every kind is there, also where nobody named it.
    pub alternatives: Vec<Considered>,
    /// Each person's path, by code.
    pub routes: Vec<Route>,
    /// What was left out because nobody agreed to it; only in what is exported.
    #[serde(skip_serializing_if = "LeftOut::is_empty")]
    pub left_out: LeftOut,
}

/// How many purchases ended so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OutcomeCount {
    /// How; none where it is not known.
    pub outcome: Option<Outcome>,
    /// How many people.
    pub people: usize,
}

/// The paths of a persona over the stages of a form.
///
/// # Errors
///
/// Where there is no such persona.
pub fn of(research: &Research, persona: Id, stages: &[Stage]) -> Result<Paths> {
    let persona = research.personas().get(&persona).ok_or_else(|| Error::not_found("persona-missing"))?;
    let people = research.counted_people(Some(persona.id));
    let told: Vec<Told> = people.iter().map(|person| Told::of(research, person, stages)).collect();
    let times = duration::times(&told, stages);
    Ok(Paths {
        schema: "whybuy.paths/1",
        persona: persona.name.clone(),
        study: research.study().map(|it| it.name.clone()).unwrap_or_default(),
        as_of: research.begun_interviews(&people).iter().map(|it| it.date).max(),
        people: people.len(),
        without_path: told.iter().filter(|it| it.visits.is_empty()).count(),
        outcomes: outcomes(&told),
        names: BTreeMap::new(),
        stages: moves::stages(&told, stages),
        transitions: moves::transitions(&told, stages),
        slowest: duration::slowest(&times),
        times,
        conversions: happening::along(&told, stages),
        answered: answered::of(research, &people, &told),
        lost_interest: moves::lost_interest(&told, stages),
        alternatives: considered::of(research, &people),
        routes: told.iter().map(|it| it.route(stages)).collect(),
        left_out: LeftOut::default(),
    })
}

/// The paths of a persona over the stages of our journey, or of the template where nobody keeps one.
///
/// # Errors
///
/// Where there is no such persona.
pub fn of_persona(research: &Research, persona: Id) -> Result<Paths> {
    let cards = journey::map::ours(research, persona).map(|it| it.stages.clone());
    let cards: Vec<StageCard> = cards.unwrap_or_else(|| Stage::defaults().into_iter().map(StageCard::blank).collect());
    let stages: Vec<Stage> = cards.iter().map(|card| card.stage.clone()).collect();
    let named = cards.into_iter().filter(|card| !card.name.is_empty());
    Ok(Paths { names: named.map(|card| (card.stage, card.name)).collect(), ..of(research, persona, &stages)? })
}

/// Every move between two stages that somebody of a persona made, by the place of its ends.
pub fn transitions(research: &Research, persona: Id, stages: &[Stage]) -> Vec<Transition> {
    let people = research.counted_people(Some(persona));
    let told: Vec<Told> = people.iter().map(|person| Told::of(research, person, stages)).collect();
    moves::transitions(&told, stages)
}

/// The paths as they may leave the library: without those who have not agreed to take part, and says so.
///
/// # Errors
///
/// Where there is no such persona.
pub fn for_export(research: &Research, persona: Id) -> Result<Paths> {
    let (agreed, left_out) = research.exportable(Some(persona))?;
    Ok(Paths { left_out, ..of_persona(&agreed, persona)? })
}

impl Paths {
    /// The move between two stages, where somebody made it.
    pub fn transition(&self, from: &Stage, to: &Stage) -> Option<&Transition> {
        self.transitions.iter().find(|it| it.from == *from && it.to == *to)
    }

    /// The place of a stage in the form.
    pub fn place(&self, stage: &Stage) -> Option<usize> {
        self.stages.iter().position(|it| it.stage == *stage)
    }

    /// Everybody's way out: how the paths ended, over all stages.
    pub fn ended(&self) -> Ended {
        self.stages.iter().fold(Ended::default(), |sum, it| sum.plus(it.ended))
    }
}

fn outcomes(told: &[Told]) -> Vec<OutcomeCount> {
    let kinds = Outcome::ALL.iter().map(|it| Some(*it)).chain([None]);
    let count = |outcome| told.iter().filter(|it| it.outcome == outcome).count();
    kinds.map(|outcome| OutcomeCount { outcome, people: count(outcome) }).collect()
}

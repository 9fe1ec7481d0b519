//! How far one is: the eight steps of mapping for a journey, and the five of a study from asking to measuring. Both are
//! read from what is there; only a reason for leaving a step out is written down.

use serde::Serialize;

use super::facts::Facts;
use super::kept::{Journey, MappingStep};
use super::lane::Lane;
use super::map::{Map, entries_of};
use crate::domain::id::Id;
use crate::domain::interview::Status;
use crate::domain::named::named;
use crate::domain::record::{Key, Kind};
use crate::domain::research::Research;

named! {
    /// How a step stands.
    Progress ("progress") {
        /// It is done.
        Done = "done",
        /// It is not done yet.
        Open = "open",
        /// Somebody decided to leave it out.
        Skipped = "skipped",
    }
}

named! {
    /// The steps of a study, from asking to measuring (`spec/requirements.md` A35).
    StudyStep ("study_step") {
        /// Interviews are done.
        Research = "research",
        /// A brief is published.
        Brief = "brief",
        /// A journey is kept.
        Journey = "journey",
        /// Something is written that answers the buyers.
        Response = "response",
        /// A KPI has been measured.
        Measure = "measure",
    }
}

/// How far one step is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Done<S> {
    /// Which step.
    pub step: S,
    /// How it stands.
    pub progress: Progress,
    /// How much of it there is: stages that have it, people, runs.
    pub have: usize,
    /// Of how much, where there is a whole: the stages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<usize>,
    /// Why it is left out.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// The eight steps of mapping. Touchpoints are done when every stage has one; the rest, when there is any.
pub fn mapping(research: &Research, journey: &Journey, map: &Map) -> Vec<Done<MappingStep>> {
    let stages = map.stages.len();
    let staged = |lanes: &[Lane]| {
        let has = |lane: &Lane, at: usize| {
            let cell = map.cell(&map.stages[at].card.stage, *lane);
            cell.is_some_and(|cell| cell.entries.iter().any(|it| !it.is_blank()))
        };
        (0..stages).filter(|at| lanes.iter().any(|lane| has(lane, *at))).count()
    };
    let walks = research.users_of(Key::new(Kind::Journey, journey.id), Kind::Walk).count();
    let done = |step: MappingStep| {
        let (have, of) = match step {
            MappingStep::Goal => (usize::from(!map.goal.is_empty()) + usize::from(!map.works_if.is_empty()), Some(2)),
            MappingStep::Research => (map.counts.people, None),
            MappingStep::Touchpoints => (staged(&[Lane::Touchpoint]), Some(stages)),
            MappingStep::Actions => (staged(&[Lane::Action]), None),
            MappingStep::Problems => (staged(&[Lane::Pain, Lane::Barrier]), None),
            MappingStep::Resources => (staged(&[Lane::Resource]), None),
            MappingStep::Walk => (walks, None),
            MappingStep::Results => (measured(map) + usize::from(map.works.is_some()), None),
        };
        let reason = journey.skipped.get(&step).cloned().unwrap_or_default();
        let progress = match have {
            _ if have >= of.unwrap_or(1) => Progress::Done,
            _ if !reason.is_empty() => Progress::Skipped,
            _ => Progress::Open,
        };
        Done { step, progress, have, of, reason }
    };
    MappingStep::ALL.iter().copied().map(done).collect()
}

/// How many KPIs of a map have been measured.
fn measured(map: &Map) -> usize {
    let entries = map.cells.iter().flat_map(|cell| cell.entries.iter().map(|it| (cell.lane, &it.facts)));
    entries.filter(|(lane, facts)| is_measured(*lane, facts)).count()
}

/// Whether an entry of a lane is a KPI that has been measured.
fn is_measured(lane: Lane, facts: &Facts) -> bool {
    lane == Lane::Kpi && !facts.actuals.is_empty()
}

/// The five steps of a study: how many interviews, published briefs, journeys, responses and measured KPIs there are.
pub fn study(research: &Research) -> Vec<Done<StudyStep>> {
    let ours: Vec<Id> = research.journeys().values().filter(|it| it.competitor.is_empty()).map(|it| it.id).collect();
    let entries = || ours.iter().flat_map(|journey| entries_of(research, *journey));
    let count = |step: StudyStep| match step {
        StudyStep::Research => research.interviews().values().filter(|it| it.status == Status::Done).count(),
        StudyStep::Brief => research.editions().len(),
        StudyStep::Journey => ours.len(),
        StudyStep::Response => entries().filter(|it| it.lane == Lane::Message && !it.text.is_empty()).count(),
        StudyStep::Measure => entries().filter(|it| is_measured(it.lane, &it.facts)).count(),
    };
    let done = |step: StudyStep| {
        let have = count(step);
        let progress = if have > 0 { Progress::Done } else { Progress::Open };
        Done { step, progress, have, of: None, reason: String::new() }
    };
    StudyStep::ALL.iter().copied().map(done).collect()
}

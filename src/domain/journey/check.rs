//! What a journey lacks: cells that should not be empty, blanks that nobody filled, needs without an owner, a goal that
//! nobody set. Nothing is published by a check, and nothing is put right by it.

use chrono::NaiveDate;
use serde::Serialize;

use super::facts::Holding;
use super::kept::Journey;
use super::lane::Lane;
use super::map::{Map, MapEntry, MapStage, entries_of};
use super::merge::Change;
use crate::domain::dimension::Stage;
use crate::domain::named::named;
use crate::domain::research::Research;

named! {
    /// What a journey can lack.
    LackKind ("lack") {
        /// A cell of a required lane holds nothing.
        EmptyCell = "empty_cell",
        /// A stage has no response: nothing is written in its message cell.
        NoResponse = "no_response",
        /// A stage is checked by nothing.
        NoKpi = "no_kpi",
        /// Nothing is named that moves the buyer on from a stage.
        NoMover = "no_mover",
        /// The journey ends at the purchase.
        EndsAtPurchase = "ends_at_purchase",
        /// A blank waits for words.
        Unanswered = "unanswered",
        /// Buyers meet us at a touchpoint of a stage that has no message.
        NoMessage = "no_message",
        /// Nobody answers for a stage.
        NoOwner = "no_owner",
        /// Something is needed and nobody sees to it.
        NeedWithoutOwner = "need_without_owner",
        /// It has no goal.
        NoGoal = "no_goal",
        /// Nobody said by what one sees that it works.
        NoWorksIf = "no_works_if",
        /// Nobody said whether it works.
        WorksUnknown = "works_unknown",
        /// Nobody said how this buyer type is approached.
        NoApproach = "no_approach",
        /// Its review is overdue by so many days.
        Overdue = "overdue",
        /// So many interviews are newer than its last revision.
        Newer = "newer",
        /// Evidence proposes changes that nobody has looked at.
        Waiting = "waiting",
    }
}

impl LackKind {
    /// Whether a journey is not complete because of it.
    pub fn fails(self) -> bool {
        use LackKind::{EmptyCell, EndsAtPurchase, NoKpi, NoMover, NoResponse};
        matches!(self, EmptyCell | NoResponse | NoKpi | NoMover | EndsAtPurchase)
    }
}

/// One thing that a journey lacks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Lack {
    /// What.
    pub kind: LackKind,
    /// Whether the journey is not complete because of it.
    pub fails: bool,
    /// At which stage; none where it is the journey's.
    pub stage: Option<Stage>,
    /// In which lane.
    pub lane: Option<Lane>,
    /// What it is about: an answer that is wanted, a touchpoint, a resource; may be blank.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub what: String,
    /// How many, where it is counted: proposals that wait, days over the review, interviews that are newer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<usize>,
}

impl Lack {
    fn of(kind: LackKind, stage: Option<&Stage>, lane: Option<Lane>, what: &str) -> Lack {
        Lack { kind, fails: kind.fails(), stage: stage.cloned(), lane, what: what.to_owned(), count: None }
    }

    fn counted(kind: LackKind, count: usize) -> Lack {
        Lack { count: Some(count), ..Lack::of(kind, None, None, "") }
    }
}

/// Everything that a journey lacks on a day, from one look at it (`merge::looked`): what makes it incomplete by stage and
/// lane, then the rest. A lane that somebody hid lacks nothing.
pub fn lacks(research: &Research, journey: &Journey, (map, waiting): (&Map, &[Change]), today: NaiveDate) -> Vec<Lack> {
    let mut found: Vec<Lack> = map.stages.iter().flat_map(|stage| required(map, stage)).collect();
    if map.stages.last().is_some_and(|stage| ends(&stage.card.stage)) {
        found.push(Lack::of(LackKind::EndsAtPurchase, map.stages.last().map(|it| &it.card.stage), None, ""));
    }
    for stage in &map.stages {
        found.extend(wanted(map, stage));
    }
    let says = |kind, is_lacking: bool| is_lacking.then(|| Lack::of(kind, None, None, ""));
    found.extend(says(LackKind::NoGoal, map.goal.is_empty()));
    found.extend(says(LackKind::NoWorksIf, map.works_if.is_empty()));
    found.extend(says(LackKind::WorksUnknown, !map.works_if.is_empty() && map.works.is_none()));
    found.extend(unapproached(map).map(|kind| Lack::of(kind, None, None, "")));
    if let Some(stale) = staleness(research, journey, today) {
        found.extend((stale.overdue > 0).then(|| Lack::counted(LackKind::Overdue, stale.overdue)));
        found.extend((stale.newer > 0).then(|| Lack::counted(LackKind::Newer, stale.newer)));
    }
    found.extend((!waiting.is_empty()).then(|| Lack::counted(LackKind::Waiting, waiting.len())));
    found
}

/// That nobody said how this buyer type is approached: the journey lacks it, and says so wherever it is handed out.
pub fn unapproached(map: &Map) -> Option<LackKind> {
    map.approach.trim().is_empty().then_some(LackKind::NoApproach)
}

/// Whether nothing follows a purchase at this stage.
fn ends(stage: &Stage) -> bool {
    Stage::defaults().iter().position(|it| it == stage).is_some_and(|at| at < Stage::defaults().len() - 1)
}

/// The required lanes that are shown and hold no words at a stage.
fn required<'m>(map: &'m Map, stage: &'m MapStage) -> impl Iterator<Item = Lack> + 'm {
    let stage = &stage.card.stage;
    let lanes = map.shown().map(|row| row.lane).filter(|lane| lane.is_required());
    let empty =
        lanes.filter(|lane| map.cell(stage, *lane).is_none_or(|cell| cell.entries.iter().all(MapEntry::is_blank)));
    empty.map(|lane| {
        let kind = match lane {
            Lane::Message => LackKind::NoResponse,
            Lane::Kpi => LackKind::NoKpi,
            Lane::NextStage => LackKind::NoMover,
            _ => LackKind::EmptyCell,
        };
        Lack::of(kind, Some(stage), Some(lane), "")
    })
}

/// What somebody should still do at a stage.
fn wanted(map: &Map, stage: &MapStage) -> Vec<Lack> {
    let at = &stage.card.stage;
    let says = map.shown().any(|row| row.lane == Lane::Message);
    let is_silent = says && !map.shown_at(at).any(|(lane, entry)| lane == Lane::Message && !entry.is_blank());
    let mut found = Vec::new();
    for (lane, entry) in map.shown_at(at) {
        let needs_owner = entry.facts.holding == Some(Holding::Need) && entry.facts.owner.is_empty();
        let kind = match lane {
            _ if entry.is_blank() => Some((LackKind::Unanswered, &entry.facts.answers)),
            Lane::Touchpoint if is_silent => Some((LackKind::NoMessage, &entry.text)),
            Lane::Resource if needs_owner => Some((LackKind::NeedWithoutOwner, &entry.text)),
            _ => None,
        };
        found.extend(kind.map(|(kind, what)| Lack::of(kind, Some(at), Some(lane), what)));
    }
    if stage.card.owner.is_empty() {
        found.push(Lack::of(LackKind::NoOwner, Some(at), None, ""));
    }
    found
}

/// Why a journey is stale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Staleness {
    /// By how many days its review is overdue.
    pub overdue: usize,
    /// How many interviews of its people are newer than its last revision.
    pub newer: usize,
}

/// Whether a journey is stale on a day: past its review interval, or with interviews newer than its last revision.
pub fn staleness(research: &Research, journey: &Journey, today: NaiveDate) -> Option<Staleness> {
    let revised = revised(research, journey);
    let age = usize::try_from((today - revised).num_days()).unwrap_or(0);
    let overdue = journey.review_days.map_or(0, |days| age.saturating_sub(usize::try_from(days).unwrap_or(usize::MAX)));
    let people = research.counted_people(Some(journey.persona));
    let interviews = research.begun_interviews(&people);
    let newer = interviews.iter().filter(|it| it.date > revised && it.date <= today).count();
    (overdue > 0 || newer > 0).then_some(Staleness { overdue, newer })
}

/// The day of the last revision: of an entry, a review, or the beginning.
pub fn revised(research: &Research, journey: &Journey) -> NaiveDate {
    let touched = entries_of(research, journey.id).map(|it| it.at.date());
    touched.chain(journey.reviewed.map(|it| it.date())).chain([journey.made.date()]).max().unwrap_or_default()
}

//! Walking a journey as a buyer would: which touchpoints to look at, what was found there, what failed and is not put
//! right yet; and which pains are the worst.

use chrono::NaiveDate;
use serde::Serialize;

use super::kept::{Journey, Walk, WalkResult};
use super::lane::Lane;
use super::map::{Map, name};
use super::steps::Doing;
use crate::domain::dimension::Stage;
use crate::domain::id::Id;
use crate::domain::named::named;
use crate::domain::record::{Key, Kind, Step};
use crate::domain::research::Research;
use crate::domain::statistics::middle;

/// Every touchpoint of a map with its stage, in order: what a walk looks at.
pub fn stops(map: &Map) -> Vec<(Stage, String)> {
    let cells = map.stages.iter().filter_map(|stage| map.cell(&stage.card.stage, Lane::Touchpoint));
    cells.flat_map(|cell| cell.entries.iter().map(|entry| (cell.stage.clone(), entry.text.clone()))).collect()
}

/// The walks of a journey, newest first.
pub fn walks_of(research: &Research, journey: Id) -> Vec<&Walk> {
    let ids = research.users_of(Key::new(Kind::Journey, journey), Kind::Walk);
    let mut walks: Vec<&Walk> = ids.filter_map(|id| research.walks().get(&id)).collect();
    walks.sort_by_key(|it| (std::cmp::Reverse(it.date), std::cmp::Reverse(it.id)));
    walks
}

/// The step that writes a walk down; none where nothing was looked at.
pub fn walked(
    research: &Research,
    journey: &Journey,
    results: Vec<WalkResult>,
    (by, fresh): Doing<'_>,
) -> Option<Step> {
    let (id, study, walker, date) = (fresh.id(), journey.study, by.to_owned(), fresh.now.date());
    let step = Step::new(study, "walk-journey", name(research, journey));
    (!results.is_empty()).then(|| step.put(Walk { id, study, journey: journey.id, walker, date, results }))
}

/// The step that writes down what was found at one touchpoint: on a walk that goes on, where it takes the place of what was
/// found there before, or on a new one.
pub fn noted(
    research: &Research,
    journey: &Journey,
    (walk, result): (Option<&Walk>, WalkResult),
    (by, fresh): Doing<'_>,
) -> Step {
    let blank = || Walk {
        id: fresh.id(),
        study: journey.study,
        journey: journey.id,
        walker: by.to_owned(),
        date: fresh.now.date(),
        results: Vec::new(),
    };
    let mut walk = walk.cloned().unwrap_or_else(blank);
    let is_there = |it: &&mut WalkResult| it.stage == result.stage && it.touchpoint == result.touchpoint;
    match walk.results.iter_mut().find(is_there) {
        Some(before) => *before = result,
        None => walk.results.push(result),
    }
    Step::new(journey.study, "walk-journey", name(research, journey)).put(walk)
}

/// The step that says on which day the failure at a place of a walk was put right, or that it is not.
pub fn fixed(research: &Research, walk: Id, at: usize, day: Option<NaiveDate>) -> Option<Step> {
    let before = research.walks().get(&walk)?;
    let mut after = before.clone();
    after.results.get_mut(at).filter(|it| !it.passed)?.fixed = day;
    let journey = research.journeys().get(&before.journey)?;
    (after != *before).then(|| Step::new(before.study, "fix-failure", name(research, journey)).put(after))
}

/// What failed on walks and was not put right, the newest walk first: the walk, and the place in it.
pub fn failures(research: &Research, journey: Id) -> Vec<(&Walk, usize)> {
    let all = walks_of(research, journey).into_iter();
    let results = all.flat_map(|walk| walk.results.iter().enumerate().map(move |(at, it)| (walk, at, it)));
    results.filter(|(.., it)| it.is_open()).map(|(walk, at, _)| (walk, at)).collect()
}

named! {
    /// Where something that should be put right comes from.
    FixFrom ("fix_from") {
        /// A pain that buyers told.
        Pain = "pain",
        /// A walk on which something failed.
        Walk = "walk",
    }
}

/// Something that should be put right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fix {
    /// Where it comes from.
    pub from: FixFrom,
    /// At which stage.
    pub stage: Stage,
    /// What.
    pub what: String,
    /// How bad, 1 to 3; a pain that nobody weighed is 1, and a failure has none.
    pub severity: Option<u32>,
    /// How many people said so; people, not mentions.
    pub people: usize,
    /// The lines and path events it rests on, as citations; none for a failure.
    #[serde(skip)]
    pub lines: Vec<String>,
    /// The walk and the place in it.
    #[serde(skip)]
    pub walk: Option<(Id, usize)>,
}

impl Fix {
    /// Severity times people; 0 for what failed on a walk, which no buyer told.
    pub fn score(&self) -> usize {
        self.people * usize::try_from(self.severity.unwrap_or(0)).unwrap_or(0)
    }
}

/// The pains that are not closed, by severity times people, then by stage and words.
pub fn pains(map: &Map) -> Vec<Fix> {
    let place = |stage: &Stage| map.stages.iter().position(|it| it.card.stage == *stage);
    let cells = map.cells.iter().filter(|cell| cell.lane == Lane::Pain);
    let pains = cells.flat_map(|cell| cell.entries.iter().map(|entry| (&cell.stage, entry)));
    let mut found: Vec<Fix> = pains
        .filter(|(_, entry)| entry.facts.closed.is_none() && !entry.is_blank())
        .map(|(stage, entry)| Fix {
            from: FixFrom::Pain,
            stage: stage.clone(),
            what: entry.text.clone(),
            severity: Some(entry.facts.severity.unwrap_or(1)),
            people: entry.people,
            lines: entry.evidence.clone(),
            walk: None,
        })
        .collect();
    found.sort_by(|a, b| {
        b.score().cmp(&a.score()).then_with(|| (place(&a.stage), &a.what).cmp(&(place(&b.stage), &b.what)))
    });
    found
}

/// What should be put right: the pains, and after them what failed on walks, newest first.
pub fn fixes(research: &Research, journey: Id, map: &Map) -> Vec<Fix> {
    let mut found = pains(map);
    found.extend(failures(research, journey).into_iter().map(|(walk, at)| {
        let it = &walk.results[at];
        Fix {
            from: FixFrom::Walk,
            stage: it.stage.clone(),
            what: if it.note.is_empty() { it.touchpoint.clone() } else { format!("{}: {}", it.touchpoint, it.note) },
            severity: None,
            people: 0,
            lines: Vec::new(),
            walk: Some((walk.id, at)),
        }
    }));
    found
}

/// How long obstacles of a stage stood, in days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Standing {
    /// The stage.
    pub stage: Stage,
    /// The obstacles that stand still.
    pub open: Vec<String>,
    /// For each that was removed: days from when it was first heard to the day of its removal, by length.
    pub days: Vec<i64>,
}

impl Standing {
    /// The middle one of the days, the lower of two; and the longest.
    pub fn median_and_max(&self) -> Option<(i64, i64)> {
        Some((middle(self.days.iter().copied())?, *self.days.last()?))
    }
}

/// The obstacles of a stage: those that stand, and how long the removed ones stood. An obstacle is heard on the day of
/// the first interview that it rests on, and where it rests on none, on the day on which it was written down.
pub fn obstacles(research: &Research, map: &Map, stage: &Stage) -> Standing {
    let heard = |entry: &super::MapEntry| {
        let told = entry.evidence.iter().filter_map(|cite| research.interview_cited(cite));
        told.map(|it| it.date).min().or(entry.on)
    };
    let cell = map.cell(stage, Lane::Barrier);
    let entries = cell.map(|cell| cell.entries.as_slice()).unwrap_or_default();
    let open = entries.iter().filter(|it| it.facts.closed.is_none() && !it.is_blank());
    let mut days: Vec<i64> =
        entries.iter().filter_map(|it| Some((it.facts.closed? - heard(it)?).num_days().max(0))).collect();
    days.sort_unstable();
    Standing { stage: stage.clone(), open: open.map(|it| it.text.clone()).collect(), days }
}

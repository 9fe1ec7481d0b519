//! Time in a stage, from days that people remember as ranges ("around March"). A visit lasts from its own first event to
//! the first event of the next visit. Where the end has no date the visit is *censored*: it lasted at least so long, and it
//! is never taken as ended; the median leaves it out and errs towards the short side, so its number stands beside it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::route::{Run, Told};
use crate::domain::dimension::Stage;
use crate::domain::evidence::STRONG_FROM;
use crate::domain::named::named;
use crate::domain::statistics;

/// From how many people on a median is told; below, the raw values (`spec/requirements.md` D27).
pub const MEDIAN_FROM: usize = 5;

named! {
    /// What is known of the length of a stay.
    Measure ("measure") {
        /// Both ends have dates.
        Measured = "measured",
        /// The beginning has a date, the end has none: still there, or nobody said when it ended.
        Censored = "censored",
        /// The beginning has no date, or the dates contradict the order in which it was told.
        Unclear = "unclear",
    }
}

/// A length in days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Stay {
    /// What is known of it.
    pub measure: Measure,
    /// The estimate; only where it is measured.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<i64>,
    /// At least so long; none where it is unclear.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low: Option<i64>,
    /// At most so long; only where it is measured.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high: Option<i64>,
}

impl Stay {
    const UNCLEAR: Stay = Stay { measure: Measure::Unclear, days: None, low: None, high: None };
    const NOTHING: Stay = Stay { measure: Measure::Measured, days: Some(0), low: Some(0), high: Some(0) };

    /// Both one after the other: as little is known of the sum as of the part of which less is known.
    fn plus(self, other: Stay) -> Stay {
        let sum = |a: Option<i64>, b: Option<i64>| Some(a? + b?);
        Stay {
            measure: self.measure.max(other.measure),
            days: sum(self.days, other.days),
            low: sum(self.low, other.low),
            high: sum(self.high, other.high),
        }
    }
}

/// One person's time in one stage, all visits together.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PersonStay {
    /// The code.
    pub participant: String,
    /// How often the stage was visited.
    pub visits: usize,
    /// How long.
    #[serde(flatten)]
    pub stay: Stay,
}

/// How long people stayed in a stage.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StageTime {
    /// The stage.
    pub stage: Stage,
    /// Of how many people the time is measured: the n of the median.
    pub n: usize,
    /// How many were still there, or left at a time that nobody told.
    pub censored: usize,
    /// Of how many nothing can be said.
    pub unclear: usize,
    /// The middle one of the measured times, of an even number the smaller of the two in the middle; from
    /// [`MEDIAN_FROM`] people on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub median: Option<i64>,
    /// The shortest, from [`MEDIAN_FROM`] people on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<i64>,
    /// The longest, from [`MEDIAN_FROM`] people on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<i64>,
    /// The measured times themselves, shortest first, where they are too few for a median.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub raw: Vec<i64>,
    /// Everybody who visited the stage, by code.
    pub people: Vec<PersonStay>,
}

/// The stage that took longest, by the middle one of its times. With few people it is a hint and no finding, which is why
/// it never stands without its number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Slowest {
    /// The stage.
    pub stage: Stage,
    /// How many people measure it, at least three.
    pub n: usize,
}

/// How long one visit lasted.
pub(super) fn of_visit(run: &Run, next: Option<&Run>) -> Stay {
    let Some((from, until)) = run.days() else { return Stay::UNCLEAR };
    let Some((end_from, end_until)) = next.and_then(Run::days) else {
        let seen = run.events.iter().filter_map(|event| event.days()).map(|days| (days.0 - until).num_days());
        let low = seen.max().unwrap_or(0).max(0);
        return Stay { measure: Measure::Censored, days: None, low: Some(low), high: None };
    };
    let (low, high) = ((end_from - until).num_days().max(0), (end_until - from).num_days());
    if high < 0 {
        return Stay::UNCLEAR;
    }
    // The midpoint rule for interval-censored times: with a beginning in [f1, u1] and an end in [f2, u2] the stay lies between
    // max(0, f2 - u1) and u2 - f1; the estimate is the distance of the two middles, held inside those bounds.
    // Twice the distance of the middles is a whole number of days; halves are rounded up.
    let twice = (end_from - from).num_days() + (end_until - until).num_days();
    let days = (twice + 1).div_euclid(2).clamp(low, high);
    Stay { measure: Measure::Measured, days: Some(days), low: Some(low), high: Some(high) }
}

/// The time in each stage of the form.
pub(super) fn times(told: &[Told], stages: &[Stage]) -> Vec<StageTime> {
    let mut by_stage: BTreeMap<usize, Vec<PersonStay>> = BTreeMap::new();
    for path in told {
        let mut mine: BTreeMap<usize, (usize, Stay)> = BTreeMap::new();
        for (at, run) in path.visits.iter().enumerate() {
            let (visits, stay) = mine.entry(run.stage).or_insert((0, Stay::NOTHING));
            *visits += 1;
            *stay = stay.plus(of_visit(run, path.visits.get(at + 1)));
        }
        for (stage, (visits, stay)) in mine {
            let participant = path.code.to_owned();
            by_stage.entry(stage).or_default().push(PersonStay { participant, visits, stay });
        }
    }
    let time = |(at, stage): (usize, &Stage)| summed(stage, by_stage.remove(&at).unwrap_or_default());
    stages.iter().enumerate().map(time).collect()
}

fn summed(stage: &Stage, people: Vec<PersonStay>) -> StageTime {
    let mut days: Vec<i64> = people.iter().filter_map(|it| it.stay.days).collect();
    days.sort_unstable();
    let of = |measure| people.iter().filter(|it| it.stay.measure == measure).count();
    let (censored, unclear, n) = (of(Measure::Censored), of(Measure::Unclear), days.len());
    let enough = n >= MEDIAN_FROM;
    StageTime {
        stage: stage.clone(),
        n,
        censored,
        unclear,
        median: statistics::middle(days.iter().copied()).filter(|_| enough),
        min: days.first().copied().filter(|_| enough),
        max: days.last().copied().filter(|_| enough),
        raw: if enough { Vec::new() } else { days },
        people,
    }
}

impl StageTime {
    /// The measured times, shortest first.
    pub fn days(&self) -> Vec<i64> {
        let mut days: Vec<i64> = self.people.iter().filter_map(|it| it.stay.days).collect();
        days.sort_unstable();
        days
    }
}

/// The slowest of these stages, of equal ones the earlier; none where no stage is measured by three people.
pub(super) fn slowest(times: &[StageTime]) -> Option<Slowest> {
    let known = times.iter().filter(|it| it.n >= STRONG_FROM);
    let known = known.filter_map(|it| Some((statistics::middle(it.days())?, it)));
    let (_, time) = known.rev().max_by_key(|(days, _)| *days)?;
    Some(Slowest { stage: time.stage.clone(), n: time.n })
}

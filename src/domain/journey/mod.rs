//! The journey of a persona: what people keep of it (`kept`), what the evidence proposes for it (`rules`), how both meet
//! (`merge`), what is read from it (`map`, `check`, `diff`, `checklist`), and what people do to it (`steps`).
//! A message or a KPI is never invented: its blank names what it must answer.

pub mod cells;
pub mod check;
pub mod checklist;
pub mod diff;
mod drawing;
pub mod facts;
mod handed;
pub mod heard;
pub mod kept;
mod kpi;
pub mod lane;
pub mod map;
pub mod merge;
pub mod moves;
#[cfg(test)]
mod readings_tests;
pub mod rules;
pub mod steps;
#[cfg(test)]
mod tests;
pub mod timeline;
mod touchpoint;
pub mod versions;
pub mod walks;

use std::collections::BTreeSet;

pub use facts::{Actual, Content, Facts, Holding, Layer, Observed};
pub use handed::{chosen, journey_for_export};
pub use kept::{
    Comment, Entry, Journey, JourneyEdition, LaneRow, MappingStep, Seed, Source, StageCard, Walk, WalkResult,
};
pub use lane::Lane;
pub use map::{Cell, Debt, Map, MapEntry, MapStage, Origin, for_export, name, of, of_persona, seeded};
pub use moves::Transition;
pub use rules::{PATH_REACH_SECONDS, Proposal, RULES, Rule};
pub use touchpoint::renamed_touchpoint;

use super::rules as check_rules;
use crate::error::{Error, Result};

/// The most days between two reviews.
pub const MOST_REVIEW_DAYS: u32 = 3650;

/// The most stages, and the most lanes.
pub const MOST_STAGES: usize = 20;

/// Whether a journey is well formed.
pub fn check(it: &Journey) -> Result<()> {
    let stages: BTreeSet<_> = it.stages.iter().map(|card| &card.stage).collect();
    let lanes: BTreeSet<_> = it.lanes.iter().map(|row| row.lane).collect();
    let is_set = stages.len() == it.stages.len() && lanes.len() == it.lanes.len();
    if !is_set || !(1..=MOST_STAGES).contains(&stages.len()) || lanes.len() > 2 * MOST_STAGES {
        return Err(Error::refused("out-of-range").with("field", "stages, lanes"));
    }
    if it.review_days.is_some_and(|days| !(1..=MOST_REVIEW_DAYS).contains(&days)) {
        return Err(Error::refused("out-of-range").with("field", "review_days"));
    }
    if it.parent == Some(it.id) {
        return Err(Error::refused("out-of-range").with("field", "parent"));
    }
    let cards = it.stages.iter().flat_map(|card| {
        let texts = [&card.name, &card.owner, &card.lead, &card.worked, &card.fell, &card.lasts];
        texts.into_iter().chain(&card.steps).chain(&card.helpers)
    });
    let lines = [&it.goal, &it.works_if].into_iter().chain(cards).chain(it.skipped.values());
    maybe_lines(lines)?;
    let names = [&it.competitor, &it.group].into_iter().chain(it.lanes.iter().map(|row| &row.name));
    names.filter(|name| !name.is_empty()).try_for_each(|name| check_rules::name("name", name))?;
    check_rules::name("by", &it.by)
}

/// Whether an entry is well formed.
pub fn check_entry(it: &Entry) -> Result<()> {
    if it.lane.is_read() {
        return Err(Error::refused("lane-is-read").with("lane", it.lane));
    }
    if it.seed.is_none() || !it.text.is_empty() {
        check_rules::line("text", &it.text)?;
    }
    let facts = &it.facts;
    let numbers = facts.target.iter().chain(facts.actuals.iter().map(|actual| &actual.value));
    let is_out = facts.feeling.is_some_and(|feeling| !(-2..=2).contains(&feeling))
        || facts.severity.is_some_and(|severity| !(1..=3).contains(&severity))
        || numbers.copied().any(|number| !number.is_finite());
    if is_out {
        return Err(Error::refused("out-of-range").with("field", "feeling, severity, target, actuals"));
    }
    let lines = [&facts.experience, &facts.answers, &facts.when, &facts.owner, &facts.unit];
    maybe_lines(lines.into_iter().chain(&facts.decides))?;
    if let Some(seed) = &it.seed {
        let touchpoint = match &seed.from {
            Source::Touchpoint(name) => Some(name),
            Source::Theme(_) => None,
        };
        maybe_lines(touchpoint.into_iter().chain([&seed.text]).chain(&seed.rests_on))?;
    }
    // Against a proposal one may decide without a reason.
    if let Some(refused) = &it.refused {
        maybe_lines([&refused.reason])?;
        check_rules::name("by", &refused.by)?;
    }
    check_rules::name("by", &it.by)
}

/// Whether a walk is well formed.
pub fn check_walk(it: &Walk) -> Result<()> {
    maybe_lines(it.results.iter().flat_map(|it| [&it.touchpoint, &it.note]))?;
    check_rules::name("walker", &it.walker)
}

/// Whether a version is well formed.
pub fn check_edition(it: &JourneyEdition) -> Result<()> {
    if it.number == 0 {
        return Err(Error::refused("out-of-range").with("field", "number"));
    }
    maybe_lines([&it.reason])?;
    check_rules::name("by", &it.by)
}

fn maybe_lines<'a>(lines: impl IntoIterator<Item = &'a String>) -> Result<()> {
    lines.into_iter().filter(|line| !line.is_empty()).try_for_each(|line| check_rules::line("text", line))
}

//! When what a map rests on was told: by month of the interview and by stage, each line once. A reading of the map; what a
//! line says of the buyer's own time is in `paths`.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::map::Map;
use super::rules::people_in;
use crate::domain::research::Research;

/// What was told in one month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Month {
    /// The month, as `2026-11`.
    pub month: String,
    /// What of it rests under each stage, in the order of the stages.
    pub stages: Vec<Told>,
}

/// What was told of one stage in one month.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Told {
    /// How many people.
    pub people: usize,
    /// The lines and path events, as citations, in order.
    pub lines: Vec<String>,
}

/// The months in which something was told that a map rests on, oldest first. Months in which nothing was told are left out.
pub fn months(research: &Research, map: &Map) -> Vec<Month> {
    let mut told: BTreeMap<String, Vec<BTreeSet<String>>> = BTreeMap::new();
    for (at, stage) in map.stages.iter().enumerate() {
        for (_, entry) in map.entries_at(&stage.card.stage) {
            for cite in &entry.evidence {
                let Some(interview) = research.interview_cited(cite) else { continue };
                let month = interview.date.format("%Y-%m").to_string();
                let stages = told.entry(month).or_insert_with(|| vec![BTreeSet::new(); map.stages.len()]);
                stages[at].insert(cite.clone());
            }
        }
    }
    let stage = |cites: BTreeSet<String>| {
        let lines: Vec<String> = cites.into_iter().collect();
        Told { people: people_in(&lines), lines }
    };
    told.into_iter().map(|(month, stages)| Month { month, stages: stages.into_iter().map(stage).collect() }).collect()
}

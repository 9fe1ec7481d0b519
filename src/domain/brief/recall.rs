//! How old a memory is: the days between a decision and the interview in which it was told. Reasons fade sooner than
//! facts, so each claim says it (`spec/peers.md` N21).

use serde::{Deserialize, Serialize};

use crate::domain::dimension::Stage;
use crate::domain::path::PathEvent;
use crate::domain::people::Participant;
use crate::domain::research::Research;
use crate::domain::statistics;

/// Days of a month, where months are counted in days.
const DAYS_OF_MONTH: i64 = 30;

/// How long ago a claim's people had decided when they told it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecallAge {
    /// Of how many people both days are known.
    pub people: usize,
    /// The middle one of their days; of an even number the smaller of the two in the middle.
    pub median_days: i64,
    /// The longest.
    pub longest_days: i64,
    /// How many of them are beyond the study's limit.
    pub old: usize,
}

/// The age of what these people told; none where no decision has a date.
pub(super) fn of(research: &Research, people: &[&Participant]) -> Option<RecallAge> {
    let mut seen = std::collections::BTreeSet::new();
    let mut days: Vec<i64> =
        people.iter().filter(|it| seen.insert(it.id)).filter_map(|it| research.recall_days(it)).collect();
    days.sort_unstable();
    let limit = research.study().map_or_else(Default::default, |study| study.settings.recall);
    let limit = i64::from(limit.months) * DAYS_OF_MONTH;
    Some(RecallAge {
        people: days.len(),
        median_days: statistics::middle(days.iter().copied())?,
        longest_days: *days.last()?,
        old: days.iter().filter(|day| **day > limit).count(),
    })
}

impl Research {
    /// Days between a person's decision and the interview in which it was told: from the last day that the newest
    /// dated event of the decision, or else of the purchase, can mean. None where no such event has a date.
    pub fn recall_days(&self, person: &Participant) -> Option<i64> {
        let told = self
            .interviews_of(person.id)
            .into_iter()
            .flat_map(|interview| self.path_of(interview.id).into_iter().map(move |event| (interview.date, event)));
        let told: Vec<_> = told.collect();
        let stages = Stage::defaults();
        let of_stage = |at: usize| {
            let is_it = |event: &PathEvent| event.stage.as_ref().is_some_and(|stage| stages.get(at) == Some(stage));
            told.iter().filter(|(_, event)| is_it(event)).filter_map(|(date, event)| Some((event.until?, *date))).max()
        };
        let (decided, heard) = of_stage(DECISION).or_else(|| of_stage(PURCHASE))?;
        Some((heard - decided).num_days().max(0))
    }
}

/// The places of the two stages in the default template.
const DECISION: usize = 3;
const PURCHASE: usize = 4;

//! The path: what the buyer did, in order, with loops. One event is a decision, an interaction or an action,
//! with its stage, its approximate time and its touchpoint.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::dimension::Stage;
use super::id::Id;
use super::moment::{Moment, Offset};
use super::named::named;

named! {
    /// What kind of event it was.
    Act ("act") {
        /// Somebody decided something.
        Decision = "decision",
        /// Two sides met.
        Interaction = "interaction",
        /// The buyer did something.
        Action = "action",
    }
}

impl Act {
    /// The next kind in turn, and whether one of our representatives was there: action, decision, interaction,
    /// interaction with us.
    pub fn next(self, rep: bool) -> (Act, bool) {
        match (self, rep) {
            (Act::Action, _) => (Act::Decision, false),
            (Act::Decision, _) => (Act::Interaction, false),
            (Act::Interaction, false) => (Act::Interaction, true),
            (Act::Interaction, true) => (Act::Action, false),
        }
    }
}

/// One thing that the buyer did, at a place in the order of the path.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PathEvent {
    /// Identity.
    pub id: Id,
    /// The study.
    pub study: Id,
    /// The interview in which it was told.
    pub interview: Id,
    /// The number in the code `P07-E03`; unique among the events of a participant, from 1.
    pub number: u32,
    /// Its place in the order in which things happened; ties break by number.
    pub position: u32,
    /// Its stage, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<Stage>,
    /// What kind of event.
    pub act: Act,
    /// One of our representatives was there. Only an interaction may say so: neither the touchpoint (a fair has stands of
    /// everybody) nor `who` (a role on the buyer's side) tells it, so the researcher does, and it is counted by stage.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub rep: bool,
    /// What happened, in one line.
    pub text: String,
    /// The time as it was said ("around March"); may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub when: String,
    /// The first day that `when` can mean.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// The last day that `when` can mean.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// The place of contact; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub touchpoint: String,
    /// Who decided or acted, as a role; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub who: String,
    /// How far into the interview it was told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Offset>,
    /// When it was written down.
    pub logged: Moment,
}

impl PathEvent {
    /// The first and the last day that its time can mean.
    pub fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        self.from.zip(self.until)
    }
}

/// The events that lead back: their stage lies before the one of the nearest earlier event that has a stage. Stages
/// outside the default template have no order and lead nowhere.
pub fn ways_back(path: &[&PathEvent]) -> BTreeSet<Id> {
    let stages: Vec<Option<&Stage>> = path.iter().map(|event| event.stage.as_ref()).collect();
    steps_back(&stages).into_iter().map(|at| path[at].id).collect()
}

/// Where a row of stages leads back, as [`ways_back`] tells it of events.
pub fn steps_back(stages: &[Option<&Stage>]) -> Vec<usize> {
    let order = Stage::defaults();
    let mut reached: Option<usize> = None;
    let mut back = Vec::new();
    for (at, stage) in stages.iter().enumerate() {
        let Some(stage) = stage.and_then(|stage| order.iter().position(|it| it == stage)) else { continue };
        if reached.is_some_and(|reached| stage < reached) {
            back.push(at);
        }
        reached = Some(stage);
    }
    back
}

/// Whether these stages were passed one after the other, with any others between.
pub fn passes(stages: &[Option<&Stage>], wanted: &[Stage]) -> bool {
    let mut rest = stages.iter().flatten();
    wanted.iter().all(|stage| rest.any(|it| *it == stage))
}

//! What people keep of a journey: the journey with its stages and lanes, its entries, comments on them, walk-throughs
//! and published versions. What is computed of them (states, counts, gaps, differences) stands in the files beside this one.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::facts::Facts;
use super::lane::Lane;
use crate::domain::dimension::Stage;
use crate::domain::id::Id;
use crate::domain::judgement::Dropped;
use crate::domain::moment::Moment;
use crate::domain::named::named;

/// The journey of a persona: ours, or that of a named competitor; for all its people, or for a group of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Journey {
    /// Identity.
    pub id: Id,
    /// The study.
    pub study: Id,
    /// Whose journey.
    pub persona: Id,
    /// To whom it leads: a competitor's name, or nothing where it leads to us.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub competitor: String,
    /// For which group of the persona's people it was forked; blank for all of them.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub group: String,
    /// From which journey it was forked. No reference: that one may be gone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<Id>,
    /// Its one goal, as one sentence.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub goal: String,
    /// By what one sees that it works, as one sentence.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub works_if: String,
    /// Whether it works; none where nobody knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub works: Option<bool>,
    /// After how many days it should be reviewed, 1 to 3650; none where it was not decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_days: Option<u32>,
    /// When it was last reviewed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewed: Option<Moment>,
    /// Its stages, in order; at least one, each once.
    pub stages: Vec<StageCard>,
    /// Its lanes, in order; each once.
    pub lanes: Vec<LaneRow>,
    /// The mapping steps that are left out, each with the reason.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub skipped: BTreeMap<MappingStep, String>,
    /// When it was begun.
    pub made: Moment,
    /// Who began it, as initials.
    pub by: String,
}

/// What people say of a stage as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StageCard {
    /// The stage.
    pub stage: Stage,
    /// Its name here; blank where the name that everybody knows holds.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Its sub-steps, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<String>,
    /// Who answers for it: a team or a role.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// Who helps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub helpers: Vec<String>,
    /// What becomes of a lead here.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub lead: String,
    /// Which measures worked here; blank where nobody knows.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub worked: String,
    /// Where buyers fell away here; blank where nobody knows.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub fell: String,
    /// How long it takes here, as people say; what was measured stands beside it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub lasts: String,
}

impl StageCard {
    /// A card that says nothing yet.
    pub fn blank(stage: Stage) -> StageCard {
        StageCard {
            stage,
            name: String::new(),
            steps: Vec::new(),
            owner: String::new(),
            helpers: Vec::new(),
            lead: String::new(),
            worked: String::new(),
            fell: String::new(),
            lasts: String::new(),
        }
    }
}

/// A lane as a journey has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LaneRow {
    /// Which.
    pub lane: Lane,
    /// Its name; blank where the name that everybody knows holds.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// It is not shown.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub hidden: bool,
}

named! {
    /// The eight steps of mapping (`spec/requirements.md` B38).
    MappingStep ("mapping_step") {
        /// One clear goal.
        Goal = "goal",
        /// Asking buyers.
        Research = "research",
        /// Every touchpoint.
        Touchpoints = "touchpoints",
        /// What buyers do at each.
        Actions = "actions",
        /// What goes wrong, and what stands in the way.
        Problems = "problems",
        /// What we have and what we need.
        Resources = "resources",
        /// Walking the journey ourselves.
        Walk = "walk",
        /// Looking at what came of it.
        Results = "results",
    }
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Identity.
    pub id: Id,
    /// The study.
    pub study: Id,
    /// The journey.
    pub journey: Id,
    /// At which stage.
    pub stage: Stage,
    /// In which lane.
    pub lane: Lane,
    /// The words. They are blank only where it came from the rules and somebody must still write what it answers.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// What its lane asks for besides.
    #[serde(default, skip_serializing_if = "Facts::is_blank")]
    pub facts: Facts,
    /// Where the rules had it from; none where a person wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seed: Option<Seed>,
    /// The lines and path events that a person laid under it. They are a choice and no reference: one that is gone is
    /// passed over.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Id>,
    /// Who touched it last, as initials.
    pub by: String,
    /// When.
    pub at: Moment,
    /// It was proposed, and somebody decided against it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refused: Option<Dropped>,
}

impl Journey {
    /// What people call a stage here; blank where it has the name that every stage of this kind has.
    pub fn name_of_stage(&self, stage: &Stage) -> &str {
        self.stages.iter().find(|card| card.stage == *stage).map_or("", |card| &card.name)
    }

    /// What people call a lane here; blank where it has the name that every lane of this kind has.
    pub fn name_of_lane(&self, lane: Lane) -> &str {
        self.lanes.iter().find(|row| row.lane == lane).map_or("", |row| &row.name)
    }
}

impl Entry {
    /// What it says, or what it must answer where nobody wrote it yet.
    pub fn words(&self) -> &str {
        if self.text.is_empty() { &self.facts.answers } else { &self.text }
    }

    /// The entry with a line laid under it, once.
    #[must_use]
    pub fn resting_on(mut self, note: Id) -> Entry {
        if !self.evidence.contains(&note) {
            self.evidence.push(note);
        }
        self
    }
}

/// Where the rules had an entry from, and what they proposed when it was last looked at: the third side of a merge.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seed {
    /// What it was drawn from.
    pub from: Source,
    /// The stage at which it was proposed.
    pub stage: Stage,
    /// The lane in which it was proposed.
    pub lane: Lane,
    /// The words that were proposed; blank in a blank.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// The lines it rested on then, as citations.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rests_on: Vec<String>,
}

/// What an entry was drawn from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// The claim of this theme.
    Theme(Id),
    /// The lines and path events that name this touchpoint.
    Touchpoint(String),
}

/// A remark on an entry.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Comment {
    /// Identity.
    pub id: Id,
    /// The study.
    pub study: Id,
    /// On which entry.
    pub entry: Id,
    /// The remark, as one line.
    pub text: String,
    /// Whose it is, as initials.
    pub by: String,
    /// When.
    pub at: Moment,
    /// When it was settled; open until then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolved: Option<Moment>,
}

/// Somebody walked the journey as a buyer would.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Walk {
    /// Identity.
    pub id: Id,
    /// The study.
    pub study: Id,
    /// The journey.
    pub journey: Id,
    /// Who walked, as initials.
    pub walker: String,
    /// On which day.
    pub date: NaiveDate,
    /// What was found at each touchpoint, in order.
    pub results: Vec<WalkResult>,
}

/// What was found at one touchpoint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WalkResult {
    /// At which stage.
    pub stage: Stage,
    /// The touchpoint.
    pub touchpoint: String,
    /// It works.
    pub passed: bool,
    /// What was seen.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// When what failed was put right.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fixed: Option<NaiveDate>,
}

impl WalkResult {
    /// Whether it failed and was not put right.
    pub fn is_open(&self) -> bool {
        !self.passed && self.fixed.is_none()
    }
}

/// A published journey: frozen as it was handed out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JourneyEdition {
    /// Identity.
    pub id: Id,
    /// The study.
    pub study: Id,
    /// The journey.
    pub journey: Id,
    /// Its number, from 1; unique for a journey.
    pub number: u32,
    /// When it was published.
    pub published: Moment,
    /// Who published it, as initials.
    pub by: String,
    /// Why, as one line; may be blank.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// The SHA-256 of the citations that it used, in hexadecimal.
    pub hash: String,
    /// The whole map as `whybuy.journey/1`.
    pub document: String,
}

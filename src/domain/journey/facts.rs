//! What a lane asks for besides the words of an entry: how a buyer feels, who decides, what a KPI should reach and was.
//! Every lane leaves most of it blank.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::lane::Lane;
use crate::domain::dimension::Stage;
use crate::domain::interview::{Expectation, Met};
use crate::domain::named::named;

named! {
    /// What kind of thing an entry tells, so that a map can show one kind alone.
    Layer ("layer") {
        /// What is felt.
        Emotional = "emotional",
        /// What is done.
        Functional = "functional",
        /// What is measured.
        Measured = "data",
    }
}

named! {
    /// In what a message is carried.
    Content ("content") {
        /// An article.
        Article = "article",
        /// A post in a social network.
        SocialPost = "social_post",
        /// A guide.
        Guide = "guide",
        /// A case study.
        CaseStudy = "case_study",
        /// A guide by an expert.
        ExpertGuide = "expert_guide",
        /// A meeting.
        FaceToFace = "face_to_face",
        /// A comparison.
        Comparison = "comparison",
        /// A demonstration.
        Demo = "demo",
        /// What a customer says of it.
        Testimonial = "testimonial",
        /// A review.
        Review = "review",
    }
}

named! {
    /// What kind of observation was made.
    Observed ("observed") {
        /// A number that was measured.
        Measure = "measure",
        /// How well something performs.
        Performance = "performance",
        /// What somebody saw in the field.
        FieldNote = "field_note",
    }
}

named! {
    /// Whether a resource is there.
    Holding ("holding") {
        /// We have it.
        Have = "have",
        /// We need it.
        Need = "need",
    }
}

/// What a lane asks for besides the words; every lane leaves most of it blank.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Facts {
    /// Message: the experience that carries it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub experience: String,
    /// Message: in what it is carried.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content: Option<Content>,
    /// Message, expectation, barrier: what it answers, in words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub answers: String,
    /// What kind of thing it tells; none means functional, and emotional in the feeling lane.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub layer: Option<Layer>,
    /// Feeling: -2 to +2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub feeling: Option<i8>,
    /// Expectation: taken for granted, or beyond what was expected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expectation: Option<Expectation>,
    /// Expectation: what became of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub met: Option<Met>,
    /// Observation: of which kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub observed: Option<Observed>,
    /// Internal event: when it happens, in words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub when: String,
    /// Internal event: who decides, as roles.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub decides: Vec<String>,
    /// Next stage: which one it leads to; a stage of the journey.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Stage>,
    /// Next stage, resource, barrier: who does it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// Pain: how bad, 1 to 3.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub severity: Option<u32>,
    /// Barrier, pain: on which day it was removed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed: Option<NaiveDate>,
    /// Resource: whether it is there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub holding: Option<Holding>,
    /// Resource: what it costs, in whole units of the team's currency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cost: Option<u32>,
    /// KPI: in what it is counted.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub unit: String,
    /// KPI: what it should reach.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<f64>,
    /// KPI: what it was on a day, by day.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub actuals: Vec<Actual>,
    /// It is a moment of truth: here it is decided whether the buyer goes on.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub moment: bool,
}

impl Facts {
    /// Whether nothing is said.
    pub fn is_blank(&self) -> bool {
        *self == Facts::default()
    }

    /// What kind of thing an entry of a lane tells.
    pub fn layer_in(&self, lane: Lane) -> Layer {
        self.layer.unwrap_or(match lane {
            Lane::Feeling => Layer::Emotional,
            Lane::Kpi | Lane::Observation => Layer::Measured,
            _ => Layer::Functional,
        })
    }
}

/// What a KPI was on a day.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Actual {
    /// The day.
    pub date: NaiveDate,
    /// The value, in the unit of the KPI.
    pub value: f64,
}

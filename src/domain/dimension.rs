//! The two axes of the research: the dimension (why they buy) and the stage (when in the purchase).
//! A dimension is not a stage; a question is about a dimension or about the path.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::named::{NotAName, named};

named! {
    /// Why they buy. `Unsorted` is legal and counted.
    Dimension ("dimension") {
        /// What set the purchase off.
        Trigger = "trigger",
        /// What the choice was judged by.
        Criteria = "criteria",
        /// What they hoped to gain.
        Benefit = "benefit",
        /// What they feared.
        Concern = "concern",
        /// What they did after buying.
        PostPurchase = "post_purchase",
        /// Not yet sorted.
        Unsorted = "unsorted",
    }
}

impl Dimension {
    /// The five dimensions without `Unsorted`, in the order of the keys F1 to F5.
    pub const FIVE: [Dimension; 5] =
        [Dimension::Trigger, Dimension::Criteria, Dimension::Benefit, Dimension::Concern, Dimension::PostPurchase];
}

named! {
    /// What a guide question is about: one of the five dimensions, or the path.
    Subject ("subject") {
        /// About the trigger.
        Trigger = "trigger",
        /// About the decision criteria.
        Criteria = "criteria",
        /// About the expected benefit.
        Benefit = "benefit",
        /// About the concerns.
        Concern = "concern",
        /// About what came after the purchase.
        PostPurchase = "post_purchase",
        /// About what the buyer did, in order.
        Path = "path",
    }
}

impl Subject {
    /// The dimension that this subject is, or none for the path.
    pub fn dimension(self) -> Option<Dimension> {
        match self {
            Subject::Trigger => Some(Dimension::Trigger),
            Subject::Criteria => Some(Dimension::Criteria),
            Subject::Benefit => Some(Dimension::Benefit),
            Subject::Concern => Some(Dimension::Concern),
            Subject::PostPurchase => Some(Dimension::PostPurchase),
            Subject::Path => None,
        }
    }
}

/// A phase of the journey, by its key: lower-case ASCII letters, digits and `_`, 1 to 40 of them.
/// The default template has six; a study may come to have others, so a stage is a key and not a closed list.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Stage(String);

/// The stages of the default template (`spec/requirements.md` 1.7, point 3), in order from 0.
pub const DEFAULT_STAGES: [&str; 6] = ["problem", "awareness", "consideration", "decision", "purchase", "use"];

impl Stage {
    /// The stage at a position of the default template; positions past the end give the last one.
    pub fn default_at(position: usize) -> Stage {
        Stage(DEFAULT_STAGES[position.min(DEFAULT_STAGES.len() - 1)].to_owned())
    }

    /// All stages of the default template, in order.
    pub fn defaults() -> Vec<Stage> {
        DEFAULT_STAGES.iter().map(|key| Stage((*key).to_owned())).collect()
    }

    /// The key.
    pub fn key(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Stage {
    type Err = NotAName;

    fn from_str(text: &str) -> Result<Stage, NotAName> {
        let legal = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        if (1..=40).contains(&text.len()) && text.chars().all(legal) {
            Ok(Stage(text.to_owned()))
        } else {
            Err(NotAName { list: "stage", names: &DEFAULT_STAGES })
        }
    }
}

impl TryFrom<String> for Stage {
    type Error = NotAName;

    fn try_from(text: String) -> Result<Stage, NotAName> {
        text.parse()
    }
}

impl From<Stage> for String {
    fn from(stage: Stage) -> String {
        stage.0
    }
}

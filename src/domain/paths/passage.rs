//! From one kind of event to another: what a ratio is asked of, and what a question of the guide asks about. As a text
//! `demo,purchase`.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::happening::{Happening, NotAHappening};
use crate::domain::dimension::Stage;
use crate::domain::path::PathEvent;

/// Two kinds of event, of which the second comes later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Passage {
    /// What happens first.
    pub from: Happening,
    /// What may follow.
    pub to: Happening,
}

impl Passage {
    /// The stage in which an answer about it belongs: the first one's, else the second one's; what is no stage itself
    /// stands where it happened on the path that was told. None where that says nothing.
    pub fn stage(&self, path: &[&PathEvent]) -> Option<Stage> {
        [&self.from, &self.to].into_iter().find_map(|it| it.stage(path))
    }
}

impl FromStr for Passage {
    type Err = NotAHappening;

    fn from_str(text: &str) -> Result<Passage, NotAHappening> {
        let (from, to) = text.split_once(',').ok_or(NotAHappening)?;
        Ok(Passage { from: from.parse()?, to: to.parse()? })
    }
}

impl fmt::Display for Passage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{},{}", self.from, self.to)
    }
}

impl TryFrom<String> for Passage {
    type Error = NotAHappening;

    fn try_from(text: String) -> Result<Passage, NotAHappening> {
        text.parse()
    }
}

impl From<Passage> for String {
    fn from(passage: Passage) -> String {
        passage.to_string()
    }
}

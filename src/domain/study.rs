//! A study, its guide, and what was asked of whom: the records that say what the research set out to learn.
//! What was answered is in the notes, not here.

use serde::{Deserialize, Serialize};

use super::dimension::Subject;
use super::id::Id;
use super::moment::Moment;
use super::named::named;
use super::paths::Passage;
use super::settings::Settings;

/// One research undertaking: its goal, its "works if", its guide, its people.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Study {
    /// Identity.
    pub id: Id,
    /// What people call it; unique in a library.
    pub name: String,
    /// The one goal, as a sentence; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub goal: String,
    /// How one will know that the study worked; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub works_if: String,
    /// When it was set up.
    pub created: Moment,
    /// The numbers by which it is read.
    #[serde(default, skip_serializing_if = "Settings::is_default")]
    pub settings: Settings,
}

impl Study {
    /// A study of which nothing but its name is known.
    pub fn blank(id: Id, name: impl Into<String>, created: Moment) -> Study {
        let (goal, works_if) = (String::new(), String::new());
        Study { id, name: name.into(), goal, works_if, created, settings: Settings::default() }
    }
}

/// One question of the guide, about one dimension or about the path.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Identity.
    pub id: Id,
    /// The study whose guide it belongs to.
    pub study: Id,
    /// Its place in the guide; ties break by id.
    pub position: u32,
    /// What it is about.
    pub subject: Subject,
    /// The wording.
    pub text: String,
    /// Follow-up wordings, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub probes: Vec<String>,
    /// The theme that it asks for, if it asks for one: who was asked this was asked about that theme.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<Id>,
    /// The passage of the path that it asks about: lines that answer it go to the stage of the passage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passage: Option<Passage>,
}

named! {
    /// What became of a question in an interview.
    AskedState ("asked state") {
        /// The interviewer put the question.
        Asked = "asked",
        /// The participant answered it without being asked.
        Covered = "covered",
        /// It was left out on purpose.
        Skipped = "skipped",
    }
}

/// What became of one question in one interview; at most one record for each pair.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// Identity.
    pub id: Id,
    /// The study.
    pub study: Id,
    /// The interview.
    pub interview: Id,
    /// The question.
    pub question: Id,
    /// What became of it.
    pub state: AskedState,
    /// When it was noted.
    pub at: Moment,
}

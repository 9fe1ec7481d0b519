//! What an import did or would do, for a person to read before it is saved: lines taken and refused with their
//! reasons, people, interviews, who was taken for the interviewer. Keys and facts only; sentences are the words'.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::Format;
use super::encoding::Encoding;
use crate::domain::Dimension;
use crate::domain::named::named;

/// Why a line was not taken, or what of it was not. The sentence is `refusal-<key>` in the words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Refusal {
    /// The line of the file, from 1; 0 where it concerns the whole file.
    pub line: u32,
    /// The key of the reason.
    pub key: &'static str,
    /// Facts that fill the sentence. Never what somebody said.
    pub facts: Vec<(&'static str, String)>,
}

impl Refusal {
    /// A refusal of a line.
    pub fn new(line: u32, key: &'static str) -> Refusal {
        Refusal { line, key, facts: Vec::new() }
    }

    /// The same with one more fact.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "a number, a name and a string are all given as they are")]
    pub fn with(mut self, name: &'static str, fact: impl ToString) -> Refusal {
        self.facts.push((name, fact.to_string()));
        self
    }
}

named! {
    /// What a speaker of a transcript was taken for.
    Role ("speaker role") {
        /// The one who asks.
        Interviewer = "interviewer",
        /// The participant of the interview.
        Participant = "participant",
        /// Somebody else, or nobody knows who: the lines are kept as observations, which are no evidence.
        Other = "other",
    }
}

named! {
    /// Why a speaker was taken for the interviewer.
    Reason ("reason") {
        /// The researcher said so.
        Told = "told",
        /// The label says so (`Q`, `질문`, `Interviewer`).
        Label = "label",
        /// Asked most of the questions.
        Questions = "questions",
        /// Nobody asked a question; spoke first.
        First = "first",
    }
}

/// One speaker of a transcript. The label is for the eyes of the researcher who reads the report:
/// it is somebody's name, so it is neither stored nor written into JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SpeakerRole {
    /// The place in the order of first speaking, from 1; it can be given as the interviewer hint.
    pub position: u32,
    /// What the file calls the speaker; empty where it gives no name.
    #[serde(skip)]
    pub label: String,
    /// What the speaker was taken for.
    pub role: Role,
    /// How many turns.
    pub turns: u32,
    /// How many of them end in a question.
    pub questions: u32,
}

/// A participant of an import.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PersonTaken {
    /// The code.
    pub code: String,
    /// Whether the participant is new in the study.
    pub new: bool,
    /// How many lines were taken.
    pub lines: u32,
}

/// An interview of an import.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct InterviewTaken {
    /// The participant's code.
    pub participant: String,
    /// The label.
    pub label: String,
    /// The date.
    pub date: NaiveDate,
    /// Whether the interview is new in the study.
    pub new: bool,
    /// How many lines were taken.
    pub lines: u32,
}

/// What an import did or would do.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// The format that was read.
    pub format: Format,
    /// The encoding that was read.
    pub encoding: Encoding,
    /// How many lines were taken.
    pub taken: u32,
    /// Lines that were not taken, by line.
    pub refused: Vec<Refusal>,
    /// Lines that were taken, but not wholly, and what was assumed, by line.
    pub remarks: Vec<Refusal>,
    /// The participants, by code.
    pub people: Vec<PersonTaken>,
    /// The interviews, in the order of the file.
    pub interviews: Vec<InterviewTaken>,
    /// Personas that the import makes.
    pub personas: Vec<String>,
    /// Themes that the import makes.
    pub themes: Vec<(Dimension, String)>,
    /// How many marks the import makes.
    pub marks: u32,
    /// The speakers of a transcript, in the order in which they first spoke.
    pub speakers: Vec<SpeakerRole>,
    /// Who was taken for the interviewer (a position in `speakers`), and why.
    pub interviewer_guess: Option<(u32, Reason)>,
    /// Tags that found no dimension to be themes of, with how many lines have them. Nothing of them is stored.
    pub tags_left: BTreeMap<String, u32>,
    /// Columns that were not understood and left aside.
    pub columns_left: Vec<String>,
}

impl Report {
    /// An empty report.
    pub fn new(format: Format, encoding: Encoding) -> Report {
        Report {
            format,
            encoding,
            taken: 0,
            refused: Vec::new(),
            remarks: Vec::new(),
            people: Vec::new(),
            interviews: Vec::new(),
            personas: Vec::new(),
            themes: Vec::new(),
            marks: 0,
            speakers: Vec::new(),
            interviewer_guess: None,
            tags_left: BTreeMap::new(),
            columns_left: Vec::new(),
        }
    }
}

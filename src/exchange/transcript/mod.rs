//! Transcripts: whatever wrote them, they become turns, each with an offset and a speaker where the file gives them.
//! One file per format; who asks and who answers is decided in `speakers`.

use super::{Content, Encoding, Format, Material};
use crate::domain::Offset;

/// What one speaker said before another spoke.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Turn {
    /// The line of the file on which it begins, from 1.
    pub line: u32,
    /// How far into the recording.
    pub at: Option<Offset>,
    /// The label of the speaker as the file has it: a name, so it is never stored.
    pub speaker: Option<String>,
    /// What was said, cleaned, in one line.
    pub text: String,
    /// Tags that a table put beside it.
    pub tags: Vec<String>,
}

/// One conversation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Transcript {
    /// The turns, in the order of the file.
    pub turns: Vec<Turn>,
}

pub(super) fn read(_text: &str, format: Format, encoding: Encoding) -> Material {
    Material::new(encoding, format, Content::Transcript(Transcript::default()))
}

//! Transcripts: whatever wrote them, they become turns, each with an offset and a speaker where the file gives them.
//! One file per format; who asks and who answers is decided in `speakers`.

pub mod clova;
pub mod cues;
pub mod labels;
pub mod plain;
pub mod srt;
pub mod vtt;

use chrono::NaiveDate;

use super::{Content, Encoding, Format, Material, Refusal};
use crate::domain::Offset;
use crate::domain::text::clean;

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

/// What a parser of one format gives back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parsed {
    /// The turns, in the order of the file.
    pub turns: Vec<Turn>,
    /// The date that the file names.
    pub date: Option<NaiveDate>,
    /// Lines that are nobody's words.
    pub refused: Vec<Refusal>,
}

pub(super) fn read(text: &str, format: Format, encoding: Encoding) -> Material {
    let parsed = match format {
        Format::Vtt => vtt::parse(text),
        Format::Srt => srt::parse(text),
        Format::Clova => clova::parse(text),
        _ => plain::parse(text),
    };
    let mut material = Material::new(encoding, format, Content::Transcript(Transcript { turns: parsed.turns }));
    material.date = parsed.date;
    material.refused = parsed.refused;
    material
}

/// The lines of a text with their numbers from 1; a line ends at LF, CR LF or CR.
pub(super) fn numbered(text: &str) -> impl Iterator<Item = (u32, &str)> {
    let mut rest = Some(text);
    let lines = std::iter::from_fn(move || {
        let text = rest?;
        let Some(end) = text.find(['\n', '\r']) else {
            rest = None;
            return Some(text);
        };
        let after = if text[end..].starts_with("\r\n") { end + 2 } else { end + 1 };
        rest = Some(&text[after..]);
        Some(&text[..end])
    });
    (1..).zip(lines)
}

/// A turn's text in the shape in which it is kept: cleaned, without blanks at its ends.
pub(super) fn tidy(text: &str) -> String {
    clean(text).trim().to_owned()
}

/// Adds more words to a turn, with one blank between.
pub(super) fn append(text: &mut String, more: &str) {
    let more = more.trim();
    if !text.is_empty() && !more.is_empty() {
        text.push(' ');
    }
    text.push_str(more);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_in_three_ways() {
        let lines: Vec<_> = numbered("a\nb\r\n\r\nc\rd").collect();
        assert_eq!(lines, [(1, "a"), (2, "b"), (3, ""), (4, "c"), (5, "d")]);
    }
}

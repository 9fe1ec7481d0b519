//! Files in and out: what another program wrote becomes [`Material`], material and a target become one step,
//! and a study becomes lines of JSON or flat notes. Every file format lives here and nowhere else; nothing here
//! opens a file, reads a clock or talks to the store: bytes come in, records go out.

pub mod ascii;
pub mod chart;
pub mod citation;
pub mod columns;
pub mod csv_notes;
pub mod detect;
pub mod editions;
pub mod encoding;
pub mod flat;
pub mod flow;
pub mod flowchart;
pub mod html;
pub mod leaving;
pub mod map_table;
pub mod markdown;
pub mod matrix;
pub mod notes;
pub mod paper;
pub mod passage;
pub mod people;
pub mod places;
pub mod plan;
pub mod quotes;
pub mod records;
pub mod report;
pub mod rescue;
pub mod sentences;
pub mod sheet;
pub mod speakers;
pub mod svg;
pub mod themes;
pub mod transcript;
pub mod verify;

#[cfg(test)]
mod random;
#[cfg(test)]
mod real_files;
#[cfg(test)]
mod round_trips;

use chrono::NaiveDate;

pub use detect::detect;
pub use encoding::Encoding;
pub use notes::FlatNote;
pub use plan::{Target, plan};
pub use report::{Refusal, Report};
pub use transcript::{Transcript, Turn};

use crate::domain::Research;
use crate::domain::named::named;
use crate::error::{Error, Result};

/// The largest file that is read, in bytes: 256 MiB. What is larger is refused before it is decoded.
pub const MAX_FILE_BYTES: usize = 256 << 20;

named! {
    /// The formats that are read. `jsonl` covers flat notes; a file that begins with the header of a whole study
    /// is read as `study` even where `jsonl` was asked for.
    Format ("format") {
        /// A whole study in whybuy's own lines of JSON.
        Study = "study",
        /// What could not be saved at the time, as whybuy itself wrote it.
        Rescue = "rescue",
        /// Flat notes, one JSON object per line.
        Jsonl = "jsonl",
        /// Flat notes or a transcript as a table, separated by comma, semicolon or tab.
        Csv = "csv",
        /// WebVTT, as Zoom, Teams and others write it.
        Vtt = "vtt",
        /// SubRip subtitles.
        Srt = "srt",
        /// A name and a time on a line of their own, then what was said: ClovaNote, DaGlo, Otter.
        Clova = "clova",
        /// Plain text or Markdown with `Name:` before what was said, or without any name.
        Text = "text",
    }
}

/// What a file holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// A whole study; it is not planned against another one but put as it is.
    Study(Box<Research>),
    /// What could not be saved at the time.
    Rescue(rescue::Rescued),
    /// Flat notes, each with its own participant (or none, where the target must name it).
    Notes(Vec<FlatNote>),
    /// What was said in one conversation.
    Transcript(Transcript),
}

/// A file that was read: what it holds and how it was understood.
#[derive(Clone, Debug, PartialEq)]
pub struct Material {
    /// How its letters were encoded.
    pub encoding: Encoding,
    /// Which format it is in.
    pub format: Format,
    /// What it holds.
    pub content: Content,
    /// The date that the file itself names, as ClovaNote's header and Zoom's file names do.
    pub date: Option<NaiveDate>,
    /// Lines that could not be read, with reasons.
    pub refused: Vec<Refusal>,
    /// Lines that were read, but not wholly.
    pub remarks: Vec<Refusal>,
    /// Columns that were not understood and left aside, by their headers.
    pub columns_left: Vec<String>,
}

impl Material {
    fn new(encoding: Encoding, format: Format, content: Content) -> Material {
        let (refused, remarks, columns_left) = (Vec::new(), Vec::new(), Vec::new());
        Material { encoding, format, content, date: None, refused, remarks, columns_left }
    }
}

/// Reads a file: the encoding is guessed, and so is the format where none is given. The file's name only breaks a tie.
///
/// # Errors
/// `file-too-large`, `file-is-archive` (docx, xlsx, zip), `file-not-text`, `csv-no-text-column`, and those of
/// [`records::read`].
pub fn read(bytes: &[u8], file_name: &str, format: Option<Format>) -> Result<Material> {
    read_as(bytes, file_name, format, None)
}

/// The same where the researcher corrects the guessed encoding.
///
/// # Errors
/// As [`read`]; and `file-not-text` where the bytes are not in that encoding.
pub fn read_as(bytes: &[u8], file_name: &str, format: Option<Format>, encoding: Option<Encoding>) -> Result<Material> {
    if bytes.len() > MAX_FILE_BYTES {
        return Err(Error::refused("file-too-large").with("limit", MAX_FILE_BYTES >> 20));
    }
    let (text, encoding) = encoding::decode(bytes, encoding)?;
    let guess = detect::detect_text(&text, file_name);
    let format = match format {
        Some(Format::Jsonl) if matches!(guess, Format::Study | Format::Rescue) => guess,
        Some(format) => format,
        None => guess,
    };
    let mut material = match format {
        Format::Study => {
            let research = records::read(text.as_bytes())?;
            Material::new(encoding, format, Content::Study(Box::new(research)))
        }
        Format::Rescue => Material::new(encoding, format, Content::Rescue(rescue::read(&text)?)),
        Format::Jsonl => notes::read_jsonl(&text, encoding),
        Format::Csv => csv_notes::read(&text, encoding)?,
        Format::Vtt | Format::Srt | Format::Clova | Format::Text => transcript::read(&text, format, encoding),
    };
    material.date = material.date.or_else(|| detect::date_in(file_name));
    Ok(material)
}

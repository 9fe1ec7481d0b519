//! Tables: flat notes by their own columns, or another tool's transcript whose columns are known by their headers
//! (`timestamp,speaker,words,tags`). Separator, byte order mark and line ends do not matter.

use super::columns::{Column, Mapping, separator};
use super::notes::{self, Cells};
use super::transcript::{Transcript, Turn, labels, tidy};
use super::{Content, Encoding, Format, Material, Refusal, flat, themes};
use crate::error::{Error, Result};

/// Reads a table.
///
/// # Errors
/// `csv-no-text-column` (columns: the known names of the column of words).
pub fn read(text: &str, encoding: Encoding) -> Result<Material> {
    let (told, skipped, text) = told_separator(text);
    let header = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let separator = told.unwrap_or_else(|| separator(header));
    let mut reader = csv::ReaderBuilder::new();
    let mut reader = reader.delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut lines = Lines { text: text.as_bytes(), at: 0, line: skipped + 1 };
    let rows: Vec<_> = reader.records().flatten().map(|row| (lines.of(&row), row)).collect();
    let mut rows = rows.into_iter();
    let mapping = rows.next().map(|(_, header)| Mapping::of(header.iter())).unwrap_or_default();
    if !mapping.has(Column::Text) {
        return Err(Error::usage("csv-no-text-column").with("columns", "text, words, statement, quote, note, 내용"));
    }
    let mut table = Table { mapping, refused: Vec::new(), remarks: Vec::new() };
    let content = if table.mapping.is_transcript() {
        Content::Transcript(Transcript { turns: table.turns(rows) })
    } else {
        Content::Notes(table.notes(rows))
    };
    let mut material = Material::new(encoding, Format::Csv, content);
    (material.refused, material.remarks, material.columns_left) = (table.refused, table.remarks, table.mapping.left);
    Ok(material)
}

/// Excel's own first line, `sep=;`: the separator it names, how many lines that is, and what follows.
fn told_separator(text: &str) -> (Option<u8>, u32, &str) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    match first.trim_end_matches('\r').strip_prefix("sep=").map(str::as_bytes) {
        Some([separator]) => (Some(*separator), 1, rest),
        _ => (None, 0, text),
    }
}

/// On which line a row begins. The reader's own count is one behind where lines end in CR LF.
struct Lines<'a> {
    text: &'a [u8],
    at: usize,
    line: u32,
}

impl Lines<'_> {
    fn of(&mut self, row: &csv::StringRecord) -> u32 {
        let start = row.position().and_then(|it| usize::try_from(it.byte()).ok()).unwrap_or(self.at);
        while self.at < start || matches!(self.text.get(self.at), Some(b'\r' | b'\n')) {
            let ends = match self.text.get(self.at) {
                Some(b'\n') => true,
                Some(b'\r') => self.text.get(self.at + 1) != Some(&b'\n'),
                _ => false,
            };
            self.line = self.line.saturating_add(u32::from(ends));
            self.at += 1;
        }
        self.line
    }
}

struct Table {
    mapping: Mapping,
    refused: Vec<Refusal>,
    remarks: Vec<Refusal>,
}

impl Table {
    /// The cells of a row; none where it is blank.
    fn cells(&mut self, line: u32, row: &csv::StringRecord) -> Option<Cells> {
        if row.iter().all(|cell| cell.trim().is_empty()) {
            return None;
        }
        if row.iter().skip(self.mapping.fields.len()).any(|cell| !cell.trim().is_empty()) {
            self.remarks.push(Refusal::new(line, "more-cells-than-columns"));
        }
        let cells = row.iter().zip(&self.mapping.fields).filter_map(|(cell, column)| Some(((*column)?, cell)));
        Some(cells.map(|(column, cell)| (column, flat::strip_guard(cell).to_owned())).collect())
    }

    fn tags(&self, cells: &mut Cells) -> Vec<String> {
        themes::split_cell(&cells.remove(&Column::Themes).unwrap_or_default(), self.mapping.foreign_tags)
    }

    fn notes(&mut self, rows: impl Iterator<Item = (u32, csv::StringRecord)>) -> Vec<notes::FlatNote> {
        let mut notes = Vec::new();
        for (line, row) in rows {
            let Some(mut cells) = self.cells(line, &row) else { continue };
            let tags = self.tags(&mut cells);
            match notes::from_cells(line, &cells, tags) {
                Ok(note) => notes.push(note),
                Err(refusal) => self.refused.push(refusal),
            }
        }
        notes
    }

    /// A row without a speaker goes on with the one before; a blank row ends that.
    fn turns(&mut self, rows: impl Iterator<Item = (u32, csv::StringRecord)>) -> Vec<Turn> {
        let (mut turns, mut last): (Vec<Turn>, Option<String>) = (Vec::new(), None);
        for (line, row) in rows {
            let Some(mut cells) = self.cells(line, &row) else {
                last = None;
                continue;
            };
            let tags = self.tags(&mut cells);
            let cell = |column| cells.get(&column).map(|cell| tidy(cell)).unwrap_or_default();
            let (label, words, time) = (cell(Column::Speaker), cell(Column::Text), cell(Column::At));
            let at = notes::parse_offset(&time);
            if at.is_none() && !time.is_empty() {
                self.remarks.push(Refusal::new(line, "time-not-read"));
            }
            let (speaker, text) = self.speaker(line, label, words, &mut last);
            if text.is_empty() {
                self.refused.push(Refusal::new(line, "text-empty"));
                last = None;
            } else {
                turns.push(Turn { line, at, speaker, text, tags });
            }
        }
        turns
    }

    /// Who speaks a row, and what. Words that stand in the speaker's place belong to nobody known, but are kept.
    fn speaker(
        &mut self,
        line: u32,
        label: String,
        words: String,
        last: &mut Option<String>,
    ) -> (Option<String>, String) {
        if label.is_empty() {
            return (last.clone(), words);
        }
        if labels::is_label(&label) {
            *last = Some(label);
            return (last.clone(), words);
        }
        self.remarks.push(Refusal::new(line, "speaker-is-no-label"));
        *last = None;
        (None, format!("{label} {words}").trim().to_owned())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::{Dimension, Voice};

    fn material(text: &str) -> Material {
        read(text, Encoding::Utf8).unwrap()
    }

    fn notes_of(material: &Material) -> &[notes::FlatNote] {
        let Content::Notes(notes) = &material.content else { unreachable!() };
        notes
    }

    fn turns_of(material: &Material) -> &[Turn] {
        let Content::Transcript(transcript) = &material.content else { unreachable!() };
        &transcript.turns
    }

    #[test]
    fn flat_notes_are_read_under_any_separator_and_language() {
        for text in [
            "participant,text,dimension,voice,themes\r\nP01,\"a, b\",concern,verbatim,x|y\r\n",
            "sep=;\r\nparticipant;text;dimension;voice;themes\r\nP01;a, b;concern;verbatim;x|y\r\n",
            "참여자\t내용\t차원\t말투\t주제\nP01\ta, b\t우려사항\t원문\tx|y\n",
        ] {
            let material = material(text);
            let note = &notes_of(&material)[0];
            assert_eq!((note.participant.as_str(), note.text.as_str()), ("P01", "a, b"), "{text}");
            assert_eq!((note.dimension, note.voice), (Some(Dimension::Concern), Some(Voice::Verbatim)));
            assert_eq!(note.themes, ["x", "y"]);
            assert!(material.refused.is_empty());
        }
    }

    #[test]
    fn rows_are_refused_and_remarked_by_their_line() {
        let text = "sep=,\nparticipant,text,voice,other\nP1,\"two\nlines\",,z\n,,,\nP2,,verbatim,\nP3,c,loud,\nP4,d,,,more\nP5,e\n";
        for text in [text.to_owned(), text.replace('\n', "\r\n")] {
            let material = material(&text);
            let lines: Vec<_> = notes_of(&material).iter().map(|it| (it.line, it.participant.as_str())).collect();
            assert_eq!(lines, [(3, "P1"), (8, "P4"), (9, "P5")]);
            let reasons = |list: &[Refusal]| list.iter().map(|it| (it.line, it.key)).collect::<Vec<_>>();
            assert_eq!(reasons(&material.refused), [(6, "text-empty"), (7, "value-unknown")]);
            assert_eq!(reasons(&material.remarks), [(8, "more-cells-than-columns")]);
            assert_eq!(material.columns_left, ["other"]);
        }
        assert_eq!(read("a,b\n1,2\n", Encoding::Utf8).unwrap_err().key, "csv-no-text-column");
        assert_eq!(read("", Encoding::Utf8).unwrap_err().key, "csv-no-text-column");
    }

    #[test]
    fn another_tools_transcript_becomes_turns() {
        let material = material(
            "timestamp,speaker,words,tags\n[00:00:05],Ann Bee,\"Why, then?\",Cost; Time\n,Dan Eve,So.,\n,,And more.,cost\n\
             0:30,AB,,\n,,,\nsoon,,About it.,\n,He said that it was all too late DE,right,\n",
        );
        let turns: Vec<_> = turns_of(&material)
            .iter()
            .map(|it| {
                (it.line, it.at.map(|at| at.seconds()), it.speaker.as_deref().unwrap_or_default(), it.text.as_str())
            })
            .collect();
        assert_eq!(
            turns,
            [
                (2, Some(5), "Ann Bee", "Why, then?"),
                (3, None, "Dan Eve", "So."),
                (4, None, "Dan Eve", "And more."),
                (7, None, "", "About it."),
                (8, None, "", "He said that it was all too late DE right"),
            ]
        );
        assert_eq!(turns_of(&material)[0].tags, ["Cost", "Time"]);
        let reasons = |list: &[Refusal]| list.iter().map(|it| (it.line, it.key)).collect::<Vec<_>>();
        assert_eq!(reasons(&material.refused), [(5, "text-empty")]);
        assert_eq!(reasons(&material.remarks), [(7, "time-not-read"), (8, "speaker-is-no-label")]);
    }

    proptest! {
        #[test]
        fn any_text_is_taken(text in any::<String>()) {
            let _ = read(&text, Encoding::Utf8);
        }

        #[test]
        fn any_table_is_taken(text in "(speaker|participant|text|words|tags|[\",;\t'=]|[가나a1: ]{0,3}|\n|\r\n){0,40}") {
            let _ = read(&format!("text,{text}"), Encoding::Utf8);
        }
    }
}

//! The rescue file (`whybuy.rescue/1`): edits that could not be saved, one JSON object per line behind a header, and
//! the unfinished lines beside them. Written when a library refuses to take what a person typed; importing it heals.

use std::io::Write;

use serde::{Deserialize, Serialize};

use super::records::write_failed;
use super::{Refusal, Report};
use crate::domain::{Edit, Id, Research, Step};
use crate::error::{Error, ErrorKind, Result};

/// The name of the format with its version.
pub(super) const SCHEMA: &str = "whybuy.rescue/1";

/// An unfinished line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unfinished {
    /// The study.
    pub study: Id,
    /// The field it stood in.
    pub slot: String,
    /// The text as it was left.
    pub text: String,
    /// What else the field needs.
    #[serde(default)]
    pub context: String,
}

/// What a rescue file holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rescued {
    /// Edits, in the order in which they were made.
    pub edits: Vec<Edit>,
    /// Unfinished lines.
    pub drafts: Vec<Unfinished>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Line {
    Schema(String),
    Edit(Edit),
    Draft(Unfinished),
}

/// Writes a rescue file; says how many edits and unfinished lines it holds.
///
/// # Errors
/// `write-failed` where `out` fails.
pub fn write(rescued: &Rescued, out: &mut impl Write) -> Result<usize> {
    let header = std::iter::once(Line::Schema(SCHEMA.to_owned()));
    let edits = rescued.edits.iter().cloned().map(Line::Edit);
    for line in header.chain(edits).chain(rescued.drafts.iter().cloned().map(Line::Draft)) {
        let json =
            serde_json::to_string(&line).map_err(|error| Error::new(ErrorKind::Bug, "write-failed").because(error))?;
        writeln!(out, "{json}").map_err(write_failed)?;
    }
    out.flush().map_err(write_failed)?;
    Ok(rescued.edits.len() + rescued.drafts.len())
}

/// Reads a rescue file back.
///
/// # Errors
/// `study-line-unreadable` (line, column): nothing of the file is taken then, so that none of it is forgotten.
pub fn read(text: &str) -> Result<Rescued> {
    let mut rescued = Rescued::default();
    for (number, line) in (1u64..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        match serde_json::from_str(line).map_err(|error| super::records::unreadable(number, &error))? {
            Line::Schema(_) => {}
            Line::Edit(edit) => rescued.edits.push(edit),
            Line::Draft(draft) => rescued.drafts.push(draft),
        }
    }
    Ok(rescued)
}

/// The edits that still change something, as one step; what the study no longer has room for is reported.
pub(super) fn plan(rescued: &Rescued, research: &Research, study: Id, mut report: Report) -> (Step, Report) {
    let mut step = Step::new(study, "rescue", "");
    let mut then = research.clone();
    for (line, edit) in (2u32..).zip(&rescued.edits) {
        let known = match edit {
            Edit::Put(record) => then.record(edit.key()).as_ref() == Some(record),
            Edit::Remove(key) => !then.has(*key),
        };
        if known {
            continue;
        }
        match then.apply(edit.clone()) {
            Ok(_) => {
                report.taken += 1;
                step.edits.push(edit.clone());
            }
            Err(refusal) => report.refused.push(Refusal::new(line, refusal.key)),
        }
    }
    (step, report)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_rescue_file_reads_what_it_writes() {
        let id = Id::counted(1, 2);
        let rescued = Rescued {
            edits: vec![Edit::Remove(crate::domain::Key::new(crate::domain::Kind::Mark, id))],
            drafts: vec![Unfinished {
                study: id,
                slot: "capture".into(),
                text: "도입이 늦".into(),
                context: String::new(),
            }],
        };
        let mut out = Vec::new();
        assert_eq!(write(&rescued, &mut out).unwrap(), 2);
        let text = String::from_utf8(out).unwrap();
        assert!(text.starts_with("{\"schema\":\"whybuy.rescue/1\"}\n"));
        assert_eq!(read(&text).unwrap(), rescued);
        assert!(read("{\"schema\":\"whybuy.rescue/1\"}\n{\"edit\"").is_err(), "a torn file is refused whole");
    }
}

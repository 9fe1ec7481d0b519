//! The rescue file (`whybuy.rescue/1`): edits that could not be saved, one JSON object per line behind a header, and
//! the unfinished lines beside them. Written when a library refuses to take what a person typed; importing it heals.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

use serde::{Deserialize, Serialize};

use super::records::write_failed;
use super::{Refusal, Report};
use crate::domain::{Edit, Id, Record, Research, Step};
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
    Edit(Box<Edit>),
    Draft(Unfinished),
}

/// Writes a rescue file; says how many edits and unfinished lines it holds.
///
/// # Errors
/// `write-failed` where `out` fails.
pub fn write(rescued: &Rescued, out: &mut impl Write) -> Result<usize> {
    let header = std::iter::once(Line::Schema(SCHEMA.to_owned()));
    let edits = rescued.edits.iter().cloned().map(|edit| Line::Edit(Box::new(edit)));
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
            Line::Edit(edit) => rescued.edits.push(*edit),
            Line::Draft(draft) => rescued.drafts.push(draft),
        }
    }
    Ok(rescued)
}

/// What is to be done with a rescue file.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// One step for each study that it concerns, in the order of the file.
    pub steps: Vec<Step>,
    /// Unfinished lines of studies that are there or are made.
    pub drafts: Vec<Unfinished>,
    /// What was taken, and what was not and why.
    pub report: Report,
}

impl Rescued {
    /// The studies that it names, each once.
    pub fn studies(&self) -> BTreeSet<Id> {
        let edits = self.edits.iter().filter_map(|edit| match edit {
            Edit::Put(record) => Some(record.study()),
            Edit::Remove(_) => None,
        });
        edits.chain(self.drafts.iter().map(|draft| draft.study)).collect()
    }

    /// Whether it takes anything away; what a removal belongs to only the studies themselves can say.
    pub fn removes(&self) -> bool {
        self.edits.iter().any(|edit| matches!(edit, Edit::Remove(_)))
    }

    /// The edits that still change something in these studies, and in those that the file itself makes; what a study no
    /// longer has room for, and what belongs to none of them, is reported by its line.
    pub fn plan(&self, mut studies: BTreeMap<Id, Research>, mut report: Report) -> Plan {
        let mut steps: Vec<Step> = Vec::new();
        let mut drafts = Vec::new();
        let mut line = 1;
        for edit in &self.edits {
            line += 1;
            let Some(study) = study_of(edit, &mut studies) else {
                if matches!(edit, Edit::Put(_)) {
                    report.refused.push(Refusal::new(line, "study-missing"));
                }
                continue;
            };
            let Some(then) = studies.get_mut(&study).filter(|then| !is_known(edit, then)) else { continue };
            match then.apply(edit.clone()) {
                Ok(_) => {
                    report.taken += 1;
                    match steps.iter_mut().find(|step| step.study == study) {
                        Some(step) => step.edits.push(edit.clone()),
                        None => steps.push(with(Step::new(study, "rescue", ""), edit)),
                    }
                }
                Err(refusal) => report.refused.push(Refusal::new(line, refusal.key)),
            }
        }
        for draft in &self.drafts {
            line += 1;
            if studies.contains_key(&draft.study) {
                report.taken += 1;
                drafts.push(draft.clone());
            } else {
                report.refused.push(Refusal::new(line, "study-missing"));
            }
        }
        Plan { steps, drafts, report }
    }
}

fn with(mut step: Step, edit: &Edit) -> Step {
    step.edits.push(edit.clone());
    step
}

/// The study that an edit belongs to; one that the edit itself begins is added.
fn study_of(edit: &Edit, studies: &mut BTreeMap<Id, Research>) -> Option<Id> {
    match edit {
        Edit::Put(record) => {
            if matches!(record, Record::Study(_)) {
                studies.entry(record.study()).or_default();
            }
            Some(record.study()).filter(|study| studies.contains_key(study))
        }
        Edit::Remove(key) => studies.iter().find(|(_, research)| research.has(*key)).map(|(study, _)| *study),
    }
}

/// Whether a study has what an edit says already, or a later wording of it.
fn is_known(edit: &Edit, research: &Research) -> bool {
    match edit {
        Edit::Remove(key) => !research.has(*key),
        Edit::Put(record) => match (research.record(record.key()), record) {
            (Some(Record::Note(there)), Record::Note(note)) if there.revision() > note.revision() => true,
            (there, record) => there.as_ref() == Some(record),
        },
    }
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

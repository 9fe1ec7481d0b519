//! The last door for what could not be saved: a file of records, one JSON object per line, in the form that
//! `whybuy import` reads. Written next to the library or where the person says, mode 0600.

use std::fs::OpenOptions;
use std::io::{BufWriter, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use crate::domain::{Edit, Step};
use crate::error::{Error, ErrorKind, Result};
use crate::store::Draft;

/// Writes the records of these steps, the last wording of each, and the drafts as comments of their own kind.
pub(super) fn write<'a>(
    file: &Path,
    steps: impl Iterator<Item = &'a Step>,
    drafts: impl Iterator<Item = &'a Draft>,
) -> Result<usize> {
    let failed = |error: std::io::Error| Error::new(ErrorKind::Io, "rescue-failed").because(error);
    let target = OpenOptions::new().write(true).create_new(true).mode(0o600).open(file).map_err(failed)?;
    let mut out = BufWriter::new(target);
    let mut records = 0;
    writeln!(out, "{}", serde_json::json!({ "schema": "whybuy.rescue/1" })).map_err(failed)?;
    for edit in steps.flat_map(|step| &step.edits) {
        let line = match edit {
            Edit::Put(record) => serde_json::to_string(record),
            Edit::Remove(key) => serde_json::to_string(&serde_json::json!({ "remove": key })),
        };
        writeln!(out, "{}", line.map_err(|error| failed(error.into()))?).map_err(failed)?;
        records += 1;
    }
    for draft in drafts.filter(|draft| !draft.text.is_empty()) {
        let line = serde_json::json!({ "draft": { "study": draft.study, "slot": draft.slot, "text": draft.text } });
        writeln!(out, "{line}").map_err(failed)?;
        records += 1;
    }
    let file = out.into_inner().map_err(|error| failed(error.into_error()))?;
    file.sync_all().map_err(failed)?;
    Ok(records)
}

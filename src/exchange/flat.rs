//! Flat notes out: the lines of a study as one JSON object or one CSV row each (the columns of `notes`).
//! Lines of people who withdrew are never written. What only a whole study can say (revisions, path, questions)
//! lives in `records`.

use std::io::Write;

use crate::domain::Research;
use crate::error::Result;

/// Writes the lines as JSON, one object per line.
///
/// # Errors
/// `write-failed` where `out` fails.
pub fn write_jsonl(research: &Research, out: &mut impl Write) -> Result<()> {
    let _ = (research, out);
    Ok(())
}

/// Writes the lines as CSV with a byte order mark.
///
/// # Errors
/// `write-failed` where `out` fails.
pub fn write_csv(research: &Research, out: &mut impl Write) -> Result<()> {
    let _ = (research, out);
    Ok(())
}

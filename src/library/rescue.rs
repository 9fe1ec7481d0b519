//! The last door for what could not be saved: a new file of its own, mode 0600, that `whybuy import` reads back.
//! Nothing that is there already is written over.

use std::fs::OpenOptions;
use std::io::BufWriter;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use crate::error::{Error, ErrorKind, Result};
use crate::exchange::rescue::{self, Rescued, Unfinished};
use crate::store::Draft;

/// Writes the edits of these steps and the drafts; says how many they are. A file that is there already is refused.
pub(super) fn write(file: &Path, edits: Vec<crate::domain::Edit>, drafts: Vec<&Draft>) -> Result<usize> {
    let failed = |error: std::io::Error| Error::new(ErrorKind::Io, "rescue-failed").because(error);
    let target = OpenOptions::new().write(true).create_new(true).mode(0o600).open(file).map_err(failed)?;
    let mut out = BufWriter::new(target);
    let drafts = drafts.into_iter().filter(|draft| !draft.text.is_empty()).map(|draft| Unfinished {
        study: draft.study,
        slot: draft.slot.clone(),
        text: draft.text.clone(),
        context: draft.context.clone(),
    });
    let count = rescue::write(&Rescued { edits, drafts: drafts.collect() }, &mut out)?;
    out.get_ref().sync_all().map_err(failed)?;
    Ok(count)
}

//! Bringing a library up to the newest schema: numbered steps from `schema/`, each whole or not at all, with a copy of
//! the file before the first of them. `user_version` is the number of steps that a library has seen.

use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::{backup, open, turn};
use crate::error::{Error, ErrorKind, Result};

/// The steps of the schema, oldest first; a released step is never edited.
pub(super) const STEPS: &[&str] = &[
    include_str!("../../schema/0001_research.sql"),
    include_str!("../../schema/0002_live.sql"),
    include_str!("../../schema/0003_finding.sql"),
    include_str!("../../schema/0004_judgement.sql"),
    include_str!("../../schema/0005_journey.sql"),
    include_str!("../../schema/0006_paths.sql"),
    include_str!("../../schema/0007_passage.sql"),
    include_str!("../../schema/0008_priority.sql"),
];

/// How many steps `steps` has: the `user_version` after all of them.
pub(super) fn newest(steps: &[&str]) -> u32 {
    u32::try_from(steps.len()).unwrap_or(u32::MAX)
}

/// Takes the steps that the library at `path` has not seen. A library with records is copied aside first.
pub(super) fn migrate(db: &mut Connection, path: &Path, steps: &[&str]) -> Result<()> {
    let version = version(db)?;
    if version > newest(steps) {
        return Err(open::newer(version, newest(steps)));
    }
    if version > 0 && version < newest(steps) {
        backup::copy(db, &before(path, version + 1))?;
    }
    for (number, sql) in (1..).zip(steps).filter(|(number, _)| *number > version) {
        take(db, number, sql)?;
    }
    Ok(())
}

/// Where the file goes before step `number`: `<file>.before-0002.db`.
fn before(path: &Path, number: u32) -> PathBuf {
    open::beside(path, &format!(".before-{number:04}.db"))
}

/// Takes one step, unless another process has taken it meanwhile.
fn take(db: &mut Connection, number: u32, sql: &str) -> Result<()> {
    let tx = turn::write(db)?;
    if version(&tx)? >= number {
        return Ok(());
    }
    tx.execute_batch(sql)?;
    if !backup::dangling(&tx)?.is_empty() {
        return Err(Error::new(ErrorKind::Damaged, "migration-dangling").with("step", number));
    }
    tx.pragma_update(None, "user_version", number)?;
    tx.commit()?;
    Ok(())
}

fn version(db: &Connection) -> Result<u32> {
    Ok(db.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

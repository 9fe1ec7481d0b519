//! Copies of a library that can be trusted, and the check of the library itself. A copy is made by VACUUM INTO,
//! because the online backup would carry deleted text along (`spec/reliability.md` 3).

use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::backup::Backup;
use rusqlite::{Connection, OpenFlags};

use super::{Store, fault, migrate, open};
use crate::error::{Error, ErrorKind, Result};

/// All pages in one step: then no other process writes in between.
const PAGES: std::ffi::c_int = std::ffi::c_int::MAX;
/// How long to wait before trying again where another process holds the library.
const PAUSE: Duration = Duration::from_millis(100);

impl Store {
    /// Writes a checked copy of the library to `to`, which only its owner can read. A file that is there already is
    /// refused (`backup-exists`); a failure leaves nothing at `to`.
    pub fn backup(&self, to: &Path) -> Result<()> {
        if to.exists() {
            return Err(Error::refused("backup-exists").with("path", to.display()));
        }
        copy(&self.db, to)
    }

    /// Puts everything back as it stands in the copy, through SQLite itself, so that another process sees the old
    /// library or the new one and nothing between. A copy that is no library, is unsound or is newer is refused.
    pub fn restore(&mut self, copy: &Path) -> Result<()> {
        open::examine(copy, migrate::newest(migrate::STEPS))?;
        let source = Connection::open_with_flags(copy, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        if let Some(fault) = unsound(&source)?.into_iter().chain(dangling(&source)?).next() {
            return Err(Error::new(ErrorKind::Damaged, "backup-damaged").with("fault", fault));
        }
        Backup::new(&source, &mut self.db)?.run_to_completion(PAGES, PAUSE, None)?;
        migrate::migrate(&mut self.db, &self.path, migrate::STEPS)
    }

    /// What is wrong with the file, as SQLite says it; empty where it is sound.
    pub fn check(&self) -> Result<Vec<String>> {
        let mut faults = unsound(&self.db)?;
        faults.extend(dangling(&self.db)?);
        Ok(faults)
    }
}

/// Copies the library to `to` and takes the place of what is there: whole, checked and durable, or not at all.
pub(super) fn copy(db: &Connection, to: &Path) -> Result<()> {
    let part = part_of(to);
    let copied = write_part(db, &part).and_then(|()| {
        fs::rename(&part, to).map_err(|error| fault::of_file(to, error))?;
        sync(folder_of(to))
    });
    if copied.is_err() {
        let _ = fs::remove_file(&part);
    }
    copied
}

fn write_part(db: &Connection, part: &Path) -> Result<()> {
    if part.exists() {
        fs::remove_file(part).map_err(|error| fault::of_file(part, error))?;
    }
    open::make_private(part)?;
    let name = part.to_str().ok_or_else(|| Error::usage("path-not-text").with("path", part.display()))?;
    db.execute("VACUUM INTO ?1", [name])?;
    sync(part)?;
    let copy = Connection::open_with_flags(part, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    match unsound(&copy)?.first() {
        None => Ok(()),
        Some(fault) => Err(Error::new(ErrorKind::Damaged, "backup-damaged").with("fault", fault)),
    }
}

/// The unfinished copy, beside where it will stand; the process id keeps two processes apart.
fn part_of(to: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(to.file_name().unwrap_or_default());
    name.push(format!(".{}.part", std::process::id()));
    to.with_file_name(name)
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn sync(path: &Path) -> Result<()> {
    File::open(path).and_then(|file| file.sync_all()).map_err(|error| fault::of_file(path, error))
}

/// What `integrity_check` finds.
pub(super) fn unsound(db: &Connection) -> Result<Vec<String>> {
    let mut statement = db.prepare("PRAGMA integrity_check")?;
    let found = statement.query_map([], |row| row.get::<_, String>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(found.into_iter().filter(|line| line != "ok").collect())
}

/// What `foreign_key_check` finds: rows that need a row that is not there.
pub(super) fn dangling(db: &Connection) -> Result<Vec<String>> {
    let mut statement = db.prepare("PRAGMA foreign_key_check")?;
    let found = statement.query_map([], |row| {
        let (table, row_id, parent): (String, Option<i64>, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        Ok(format!("{table} {} needs a missing {parent}", row_id.unwrap_or_default()))
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

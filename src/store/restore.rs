//! Putting a copy in the place of a library, and finding what was removed from one. The copy's pages are written
//! through SQLite into the library file itself: a process that has it open never writes into a file that is gone.

use std::path::Path;
use std::time::Duration;

use rusqlite::backup::Backup;
use rusqlite::{Connection, OpenFlags};

use super::column::Columns;
use super::{Store, migrate, open};
use crate::domain::{Id, Record};
use crate::error::{Error, ErrorKind, Result};

/// Pages that one step of a restore copies, and the rest between two steps.
const PAGES: i32 = 4_096;
const REST: Duration = Duration::from_millis(1);

impl Store {
    /// Makes this library what the sound library file `from` is. All of it is replaced, in one transaction.
    ///
    /// # Errors
    /// `not-a-library`, `library-foreign`, `library-newer` of `from`; `backup-damaged` where it is not sound.
    pub fn restore(&mut self, from: &Path) -> Result<()> {
        open::examine(from, migrate::newest(migrate::STEPS))?;
        let copy = Connection::open_with_flags(from, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        if let Some(fault) = super::backup::unsound(&copy)?.first() {
            return Err(Error::new(ErrorKind::Damaged, "backup-damaged").with("fault", fault));
        }
        Backup::new(&copy, &mut self.db)?.run_to_completion(PAGES, REST, None)?;
        migrate::migrate(&mut self.db, &self.path, migrate::STEPS)
    }

    /// The studies that were removed and can be brought back, newest removal first.
    pub fn removed_studies(&self) -> Result<Vec<(Id, String)>> {
        let mut statement = self.db.prepare_cached(
            "SELECT key, before FROM change
             WHERE kind = 'study' AND after IS NULL AND before IS NOT NULL AND key NOT IN (SELECT id FROM study)
             ORDER BY seq DESC",
        )?;
        let rows = statement.query_map([], |row| {
            let mut columns = Columns::of(row);
            Ok((columns.next::<Id>()?, columns.next::<String>()?))
        })?;
        let mut removed: Vec<(Id, String)> = Vec::new();
        for row in rows {
            let (id, before) = row?;
            if let Ok(Record::Study(study)) = serde_json::from_str(&before)
                && !removed.iter().any(|(known, _)| *known == id)
            {
                removed.push((id, study.name));
            }
        }
        Ok(removed)
    }
}

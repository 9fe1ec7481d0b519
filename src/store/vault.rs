//! The vault: the names of participants, in a file of its own beside the library, for its owner's eyes only. It is in
//! no export, no index, no history and no copy of the library, and it is not encrypted. A name hangs on the
//! participant's id, so that a code that is changed or given anew never brings up somebody else's name.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::{open, turn};
use crate::domain::{Id, rules, text};
use crate::error::{Error, Result};

/// `application_id` of a vault: `whyn`.
const APPLICATION: u32 = u32::from_be_bytes(*b"whyn");

/// The version of its only table.
const VERSION: u32 = 1;

const SCHEMA: &str = "
    CREATE TABLE name (
        study BLOB NOT NULL CHECK (length(study) = 16),
        participant BLOB NOT NULL CHECK (length(participant) = 16),
        name TEXT NOT NULL CHECK (trim(name) <> ''),
        PRIMARY KEY (study, participant)
    ) STRICT;
";

/// The names of the participants of one library.
#[derive(Debug)]
pub struct Vault {
    path: PathBuf,
    /// Open once it was needed: there is no file before the first name.
    db: Option<Connection>,
}

impl Vault {
    /// The vault of the library at `library`: `<library>.names.db`. Nothing is opened and nothing is made yet.
    pub fn beside(library: &Path) -> Vault {
        Vault { path: open::beside(library, ".names.db"), db: None }
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The names of a study by participant; none where nobody was named.
    pub fn names(&mut self, study: Id) -> Result<BTreeMap<Id, String>> {
        let Some(db) = self.known()? else { return Ok(BTreeMap::new()) };
        let mut statement = db.prepare_cached("SELECT participant, name FROM name WHERE study = ?1")?;
        let rows = statement.query_map([study.bytes()], |row| Ok((row.get::<_, [u8; 16]>(0)?, row.get(1)?)))?;
        rows.map(|row| row.map(|(id, name)| (Id::from_bytes(id), name)).map_err(Error::from)).collect()
    }

    /// The participants of every study whose name has this part, in NFC and letter case ignored, by study and id.
    pub fn with_part(&mut self, part: &str) -> Result<Vec<(Id, Id)>> {
        let Some(db) = self.known()? else { return Ok(Vec::new()) };
        let plain = |text: &str| text.to_lowercase().split_whitespace().collect::<String>();
        let part = plain(&text::trim_line(part));
        let mut statement =
            db.prepare_cached("SELECT study, participant, name FROM name ORDER BY study, participant")?;
        let mut rows = statement.query([])?;
        let mut people = Vec::new();
        while let Some(row) = rows.next()? {
            let (study, participant, name): ([u8; 16], [u8; 16], String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            if !part.is_empty() && plain(&name).contains(&part) {
                people.push((Id::from_bytes(study), Id::from_bytes(participant)));
            }
        }
        Ok(people)
    }

    /// Keeps the name of a participant, cleaned; it is durable when this returns.
    ///
    /// # Errors
    ///
    /// A name that is blank or longer than any name of a record is refused.
    pub fn set(&mut self, study: Id, participant: Id, name: &str) -> Result<()> {
        let name = clean(name)?;
        let db = self.opened()?;
        let sql = "INSERT INTO name VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET name = excluded.name";
        db.prepare_cached(sql)?.execute((study.bytes(), participant.bytes(), &name))?;
        Ok(())
    }

    /// Forgets the name of a participant, also in the log of the file; says whether there was one.
    pub fn remove(&mut self, study: Id, participant: Id) -> Result<bool> {
        let Some(db) = self.known()? else { return Ok(false) };
        let sql = "DELETE FROM name WHERE study = ?1 AND participant = ?2";
        let gone = db.prepare_cached(sql)?.execute((study.bytes(), participant.bytes()))?;
        if gone > 0 {
            // The row says whether another connection was in the way; its own checkpoint then takes the name away.
            db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        }
        Ok(gone > 0)
    }

    /// The connection, where there is a vault at all.
    fn known(&mut self) -> Result<Option<&Connection>> {
        if self.db.is_none() && !self.path.exists() {
            return Ok(None);
        }
        self.opened().map(Some)
    }

    fn opened(&mut self) -> Result<&Connection> {
        let db = match self.db.take() {
            Some(db) => db,
            None => connect(&self.path)?,
        };
        Ok(self.db.insert(db))
    }
}

/// A name as it is kept: NFC, one line, no control or format characters, no blanks around it.
fn clean(name: &str) -> Result<String> {
    let name = text::trim_line(name).into_owned();
    if name.is_empty() {
        return Err(Error::refused("text-empty").with("field", "name"));
    }
    if name.len() > rules::MAX_NAME_BYTES {
        return Err(Error::refused("text-too-long").with("field", "name").with("limit", rules::MAX_NAME_BYTES));
    }
    Ok(name)
}

fn connect(path: &Path) -> Result<Connection> {
    let _alone = open::one_at_a_time(path)?;
    open::examine_as(path, (APPLICATION, "vault-foreign"), VERSION)?;
    open::make_private(path)?;
    open::close_to_others(path)?;
    let mut db = open::connect(path)?;
    let tx = turn::write(&mut db)?;
    if !tx.table_exists(None, "name")? {
        tx.execute_batch(SCHEMA)?;
        tx.pragma_update(None, "application_id", APPLICATION)?;
        tx.pragma_update(None, "user_version", VERSION)?;
    }
    tx.commit()?;
    Ok(db)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;
    use crate::mint::Mint;

    fn ids() -> (Id, Id, Id) {
        let mint = Mint::fixed("2025-11-21T14:00:00+09:00".parse().unwrap(), 1, 0);
        (mint.id(), mint.id(), mint.id())
    }

    #[test]
    fn names_are_kept_apart_for_the_owner_only_and_forgotten_whole() {
        let folder = tempfile::tempdir().unwrap();
        let library = folder.path().join("library.db");
        let (study, minji, other) = ids();
        let mut vault = Vault::beside(&library);
        assert!(vault.names(study).unwrap().is_empty());
        assert!(!vault.remove(study, minji).unwrap());
        assert!(!vault.path().exists(), "reading makes no file");

        vault.set(study, minji, " 김\u{1112}\u{1161}\u{11AB}나\u{200B}\n").unwrap();
        vault.set(study, other, "박서준").unwrap();
        vault.set(study, other, "Park Seo-jun").unwrap();
        let mode = std::fs::metadata(vault.path()).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        let told = Vault::beside(&library).names(study).unwrap();
        assert_eq!(told, BTreeMap::from([(minji, "김한나".to_owned()), (other, "Park Seo-jun".to_owned())]));
        assert!(vault.names(minji).unwrap().is_empty(), "another study");
        for (part, found) in
            [("한나", vec![minji]), ("김 한나", vec![minji]), ("seo", vec![other]), ("", vec![]), ("나한", vec![])]
        {
            let told: Vec<Id> = vault.with_part(part).unwrap().into_iter().map(|it| it.1).collect();
            assert_eq!(told, found, "{part}");
        }

        assert!(vault.remove(study, other).unwrap());
        assert_eq!(vault.names(study).unwrap().len(), 1);
        for file in std::fs::read_dir(folder.path()).unwrap() {
            let bytes = std::fs::read(file.unwrap().path()).unwrap();
            assert!(!bytes.windows(12).any(|it| it == b"Park Seo-jun"), "a forgotten name is still in a file");
        }
    }

    #[test]
    fn what_is_no_name_and_what_is_no_vault_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        let (study, person, _) = ids();
        let mut vault = Vault::beside(&folder.path().join("a.db"));
        assert_eq!(vault.set(study, person, " \u{200B}\n").unwrap_err().key, "text-empty");
        assert_eq!(vault.set(study, person, &"가".repeat(200)).unwrap_err().key, "text-too-long");
        std::fs::write(folder.path().join("b.db.names.db"), "not a database at all, but long enough to be read")
            .unwrap();
        let mut foreign = Vault::beside(&folder.path().join("b.db"));
        assert_eq!(foreign.names(study).unwrap_err().kind, crate::error::ErrorKind::Damaged);
        drop(crate::store::Store::open(&folder.path().join("c.db.names.db"), "me").unwrap());
        let mut library = Vault::beside(&folder.path().join("c.db"));
        assert_eq!(library.names(study).unwrap_err().key, "vault-foreign");
    }
}

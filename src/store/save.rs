//! Saving: the rows, the log and the drafts of a batch in one transaction, and what is done about a failure that does
//! not say whether it was one.

use std::collections::BTreeSet;

use rusqlite::{Connection, params};

use super::log::{self, Head, Logged, Turns};
use super::{Batch, Draft, Pending, Saved, Store, number, open, row, turn};
use crate::domain::{Edit, Id, Key, Step, rules};
use crate::error::{Error, ErrorKind, Result};

impl Store {
    /// Saves a batch: all of it or nothing, durable when this returns.
    ///
    /// Fails with `Busy` (another process held the library for five seconds, or many of them for a minute) and `Io`
    /// (disk full, I/O error), where the same batch can be saved again, and with `Refused` (fact `step`), where it
    /// cannot: a record that it needs is gone, is still needed, or is there already.
    pub fn save(&mut self, batch: &Batch) -> Result<Saved> {
        let author = self.author.clone();
        self.write(|db| save(db, &author, batch))
    }

    /// Runs `work` in one transaction that has the write lock from its beginning.
    ///
    /// An error is not a "no": after an I/O error the rows may be there or not, and the connection may not be used
    /// further. So the next call begins with [`Store::recover`].
    pub(super) fn write<T>(&mut self, work: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        if self.is_in_doubt {
            self.recover()?;
        }
        let outcome = transact(&mut self.db, work);
        if outcome.as_ref().is_err_and(|error| matches!(error.kind, ErrorKind::Io | ErrorKind::Damaged)) {
            self.is_in_doubt = true;
        }
        outcome
    }

    /// Connects anew and carries the log over into the library file, so that a step found there is durable even if
    /// the write of the log was what had failed. A retry then meets the tokens of what had landed.
    pub(super) fn recover(&mut self) -> Result<()> {
        self.db = open::connect(&self.path)?;
        let is_busy: bool = self.db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        if is_busy {
            return Err(Error::new(ErrorKind::Busy, "library-busy"));
        }
        self.is_in_doubt = false;
        Ok(())
    }
}

fn transact<T>(db: &mut Connection, work: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
    let tx = turn::write(db)?;
    let done = work(&tx)?;
    tx.commit()?;
    Ok(done)
}

fn save(db: &Connection, author: &str, batch: &Batch) -> Result<Saved> {
    let before = log::position(db)?;
    let mut amended = BTreeSet::new();
    for pending in &batch.steps {
        let keys = match log::step_of(db, pending.token)? {
            Some(step) => differences(db, step, &pending.step)?,
            None => save_step(db, author, pending).map_err(|error| error.with("step", &pending.step.name))?,
        };
        amended.extend(keys);
    }
    for draft in &batch.drafts {
        save_draft(db, draft)?;
    }
    Ok(Saved { before, seq: log::position(db)?, amended: as_stored(db, amended)? })
}

/// Writes a step; gives the keys of the records that had to be stored under another number or code.
fn save_step(db: &Connection, author: &str, pending: &Pending) -> Result<BTreeSet<Key>> {
    let step = &pending.step;
    let (mut about, mut amended) = (step.about.clone(), BTreeSet::new());
    let mut changes = Vec::with_capacity(step.edits.len());
    for edit in &step.edits {
        let (change, was_amended) = make(db, step.study, edit)?;
        if was_amended {
            amended.insert(change.key);
            about = named_anew(db, &about, edit, &change)?;
        }
        changes.push(change);
    }
    if changes.is_empty() {
        return Ok(amended);
    }
    let (token, study, name, at) = (Some(pending.token), step.study, &step.name, pending.at);
    log::append(db, &Head { token, study, name, about: &about, at, author, turns: Turns::Nothing }, &changes)?;
    Ok(amended)
}

/// Makes one edit; says whether the record had to be stored under another number or code.
fn make(db: &Connection, study: Id, edit: &Edit) -> Result<(Logged, bool)> {
    let key = edit.key();
    let before = row::get(db, key)?;
    let strays = before.iter().any(|record| record.study() != study);
    match edit {
        Edit::Put(record) if !strays && record.study() == study => {
            rules::check(record)?;
            let amended = number::settle(db, before.as_ref(), record)?;
            let was_amended = amended.is_some();
            let after = amended.unwrap_or_else(|| record.clone());
            row::put(db, &after)?;
            Ok((Logged { key, before, after: Some(after) }, was_amended))
        }
        Edit::Remove(_) if !strays => {
            row::remove(db, key)?;
            Ok((Logged { key, before, after: None }, false))
        }
        _ => Err(Error::refused("other-study").with("kind", key.kind)),
    }
}

/// What a step was done to, with the code that the record really got.
fn named_anew(db: &Connection, about: &str, edit: &Edit, change: &Logged) -> Result<String> {
    let (Edit::Put(asked), Some(got)) = (edit, &change.after) else { return Ok(about.to_owned()) };
    match (number::code_of(db, asked)?, number::code_of(db, got)?) {
        (Some(asked), Some(got)) => Ok(about.replace(&asked, &got)),
        _ => Ok(about.to_owned()),
    }
}

/// The keys of a step that is in the log already whose records were not stored as it says.
fn differences(db: &Connection, step: i64, pending: &Step) -> Result<BTreeSet<Key>> {
    let stored = log::changes_of(db, step)?;
    let differing = pending.edits.iter().zip(&stored).filter(|(edit, change)| **edit != change.edit());
    Ok(differing.map(|(_, change)| change.key).collect())
}

/// The records of these keys as they are now; those that are gone again are left out.
fn as_stored(db: &Connection, keys: BTreeSet<Key>) -> Result<Vec<Edit>> {
    let mut edits = Vec::with_capacity(keys.len());
    for key in keys {
        edits.extend(row::get(db, key)?.map(Edit::Put));
    }
    Ok(edits)
}

fn save_draft(db: &Connection, draft: &Draft) -> Result<()> {
    let (study, slot) = (draft.study.bytes(), &draft.slot);
    if draft.text.is_empty() {
        db.prepare_cached("DELETE FROM draft WHERE study = ?1 AND slot = ?2")?.execute(params![study, slot])?;
        return Ok(());
    }
    db.prepare_cached(
        "INSERT INTO draft (study, slot, text, context, at) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (study, slot)
         DO UPDATE SET text = excluded.text, context = excluded.context, at = excluded.at",
    )?
    .execute(params![study, slot, draft.text, draft.context, draft.at.to_string()])?;
    Ok(())
}

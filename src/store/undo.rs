//! Undo and redo out of the change log, so that they survive a restart. There is no stack besides the log: a step is
//! undone where the newest step that turns it back is newer than the newest that turns it forth again.

use rusqlite::{Connection, OptionalExtension};

use super::column::Columns;
use super::log::{self, Head, Logged, Turns};
use super::{Next, Past, Seq, Store, Turned, Undone, row};
use crate::domain::{Id, Moment};
use crate::error::{Error, ErrorKind, Result};

/// The newest step of a study that is not undone.
const NEXT_TO_UNDO: &str = "
    SELECT step, name, about FROM step AS s
    WHERE study = ?1 AND undoes IS NULL AND redoes IS NULL
      AND (SELECT coalesce(max(step), 0) FROM step WHERE undoes = s.step)
       <= (SELECT coalesce(max(step), 0) FROM step WHERE redoes = s.step)
    ORDER BY step DESC LIMIT 1";

/// The step of a study that was undone last and is still undone, unless something new was done since.
const NEXT_TO_REDO: &str = "
    SELECT s.step, s.name, s.about FROM step AS u JOIN step AS s ON s.step = u.undoes
    WHERE u.study = ?1
      AND u.step > (SELECT max(step) FROM step WHERE study = ?1 AND undoes IS NULL AND redoes IS NULL)
      AND u.step > (SELECT coalesce(max(step), 0) FROM step WHERE redoes = s.step)
    ORDER BY u.step DESC LIMIT 1";

const HISTORY: &str = "
    SELECT step, name, about, at, author, (SELECT count(*) FROM change WHERE change.step = s.step),
        (SELECT coalesce(max(step), 0) FROM step WHERE undoes = s.step)
      > (SELECT coalesce(max(step), 0) FROM step WHERE redoes = s.step)
    FROM step AS s
    WHERE study = ?1 AND undoes IS NULL AND redoes IS NULL
    ORDER BY step DESC LIMIT ?2";

/// The studies that the log knows and the library no longer holds, whether removed or taken back, the newest first.
const GONE: &str = "
    SELECT study, about FROM step AS s
    WHERE name IN ('remove-study', 'add-study', 'new-study', 'import-study')
      AND NOT EXISTS (SELECT 1 FROM study WHERE study.id = s.study)
    GROUP BY study ORDER BY max(step) DESC";

/// Which way to turn.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Turn {
    /// Back, and where a step is named, no other.
    Back(Option<i64>),
    Forth,
}

/// The step that is turned back or forth.
struct Target {
    step: i64,
    name: String,
    about: String,
}

impl Store {
    /// Undoes the newest step of a study that is not undone; none where there is nothing left. Refused
    /// (`changed-since`) where a record no longer is what the step left.
    pub fn undo(&mut self, study: Id, at: Moment) -> Result<Option<Undone>> {
        self.turn(study, at, Turn::Back(None))
    }

    /// The step that [`Store::undo`] would undo now, or none.
    pub fn next_to_undo(&self, study: Id) -> Result<Option<Next>> {
        let Some(target) = target(&self.db, NEXT_TO_UNDO, study)? else { return Ok(None) };
        let sql = "SELECT token, at, author FROM step WHERE step = ?1";
        let mut statement = self.db.prepare_cached(sql)?;
        let mut rows = statement.query([target.step])?;
        let Some(row) = rows.next()? else { return Ok(None) };
        let mut columns = Columns::of(row);
        let (token, at, author) = (columns.next()?, columns.next()?, columns.next()?);
        let kinds = log::changes_of(&self.db, target.step)?.iter().map(|change| change.key.kind).collect();
        let Target { step, name, about } = target;
        Ok(Some(Next { step, name, about, at, author, token, kinds }))
    }

    /// Undoes this step where it is the next to be undone; none, and nothing done, where it is not.
    pub fn undo_step(&mut self, study: Id, step: i64, at: Moment) -> Result<Option<Undone>> {
        self.turn(study, at, Turn::Back(Some(step)))
    }

    /// What a step did: each record before and after it.
    pub fn changes(&self, step: i64) -> Result<Vec<Turned>> {
        let changes = log::changes_of(&self.db, step)?.into_iter();
        Ok(changes.map(|Logged { key, before, after }| Turned { key, before, after }).collect())
    }

    /// Does the step that was undone last again; none where there is none, or where something was done since.
    pub fn redo(&mut self, study: Id, at: Moment) -> Result<Option<Undone>> {
        self.turn(study, at, Turn::Forth)
    }

    /// The steps of a study, newest first, at most `limit`; undoing and redoing show as the state of what they turned.
    pub fn history(&self, study: Id, limit: usize) -> Result<Vec<Past>> {
        let mut statement = self.db.prepare_cached(HISTORY)?;
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let rows = statement.query_map((study.bytes(), limit), past)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The studies that were removed, or whose beginning was undone, with their names, the newest first.
    pub fn gone(&self) -> Result<Vec<(Id, String)>> {
        let mut statement = self.db.prepare_cached(GONE)?;
        let rows = statement.query_map([], |row| Ok((Id::from_bytes(row.get(0)?), row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    fn turn(&mut self, study: Id, at: Moment, how: Turn) -> Result<Option<Undone>> {
        let author = self.author.clone();
        let newest = newest_step(&self.db)?;
        let turned = self.write(|db| turn(db, (study, &author, at), how));
        match turned {
            Ok(None) => Ok(None),
            Ok(Some(step)) => undone(&self.db, step).map(Some),
            Err(error) if error.kind == ErrorKind::Io => self.landed(study, newest).ok_or(error).map(Some),
            Err(error) => Err(error),
        }
    }

    /// What was turned in `study` after step `newest`, in spite of the failure that was reported.
    pub(super) fn landed(&mut self, study: Id, newest: i64) -> Option<Undone> {
        self.recover().ok()?;
        let sql = "SELECT step FROM step WHERE step > ?1 AND study = ?2 AND author = ?3
                   AND (undoes IS NOT NULL OR redoes IS NOT NULL) ORDER BY step LIMIT 1";
        let step = self.db.query_row(sql, (newest, study.bytes(), &self.author), |row| row.get(0)).ok()?;
        undone(&self.db, step).ok()
    }
}

/// Turns the next step back or forth; gives the number of the step that did it.
fn turn(db: &Connection, (study, author, at): (Id, &str, Moment), how: Turn) -> Result<Option<i64>> {
    let is_redo = how == Turn::Forth;
    let sql = if is_redo { NEXT_TO_REDO } else { NEXT_TO_UNDO };
    let Some(target) = target(db, sql, study)? else { return Ok(None) };
    if matches!(how, Turn::Back(Some(step)) if step != target.step) {
        return Ok(None);
    }
    let mut changes = log::changes_of(db, target.step)?;
    if !is_redo {
        changes = changes.into_iter().rev().map(inverse).collect();
    }
    for change in &changes {
        make(db, change).map_err(|error| error.with("step", &target.name))?;
    }
    let (name, turns) = if is_redo { ("redo", Turns::Forth(target.step)) } else { ("undo", Turns::Back(target.step)) };
    let head = Head { token: None, study, name, about: &target.about, at, author, turns };
    log::append(db, &head, &changes).map(Some)
}

fn inverse(change: Logged) -> Logged {
    Logged { key: change.key, before: change.after, after: change.before }
}

/// Makes a change of the log once more, exactly, if its record is what it was then.
fn make(db: &Connection, change: &Logged) -> Result<()> {
    if row::get(db, change.key)? != change.before {
        return Err(Error::refused("changed-since").with("kind", change.key.kind));
    }
    match &change.after {
        Some(record) => row::put(db, record),
        None if change.before.is_some() => row::remove(db, change.key),
        None => Ok(()),
    }
}

fn target(db: &Connection, sql: &str, study: Id) -> Result<Option<Target>> {
    let found = db
        .prepare_cached(sql)?
        .query_row([study.bytes()], |row| Ok(Target { step: row.get(0)?, name: row.get(1)?, about: row.get(2)? }));
    Ok(found.optional()?)
}

/// What the turning step `step` did, as the log tells it.
fn undone(db: &Connection, step: i64) -> Result<Undone> {
    let sql = "SELECT name, about FROM step WHERE step = (SELECT coalesce(undoes, redoes) FROM step WHERE step = ?1)";
    let (name, about) = db.prepare_cached(sql)?.query_row([step], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let seq: Option<Seq> =
        db.prepare_cached("SELECT max(seq) FROM change WHERE step = ?1")?.query_row([step], |row| row.get(0))?;
    let edits = log::changes_of(db, step)?.iter().map(Logged::edit).collect();
    let seq = seq.map_or_else(|| log::position(db), Ok)?;
    Ok(Undone { name, about, edits, seq })
}

fn newest_step(db: &Connection) -> Result<i64> {
    Ok(db.prepare_cached("SELECT coalesce(max(step), 0) FROM step")?.query_row([], |row| row.get(0))?)
}

fn past(row: &rusqlite::Row<'_>) -> rusqlite::Result<Past> {
    let mut columns = Columns::of(row);
    Ok(Past {
        step: columns.next()?,
        name: columns.next()?,
        about: columns.next()?,
        at: columns.next()?,
        author: columns.next()?,
        edits: columns.next()?,
        undone: columns.next()?,
    })
}

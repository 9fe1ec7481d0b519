//! The change log: steps and their changes as rows, written in the transaction that makes them, read back in order.
//! Append-only; the schema's triggers refuse anything else.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension, params};

use super::column::Columns;
use super::fault;
use super::{Change, Seq, Store};
use crate::domain::{Edit, Id, Key, Kind, Moment, Record};
use crate::error::{Error, ErrorKind, Result};

/// The head of a step as it goes into the log.
pub(super) struct Head<'a> {
    pub token: Option<Id>,
    pub study: Id,
    pub name: &'a str,
    pub about: &'a str,
    pub at: Moment,
    pub author: &'a str,
    pub turns: Turns,
}

/// What a step does to an earlier step.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Turns {
    Nothing,
    Back(i64),
    Forth(i64),
}

/// One change: the record of a key before and after it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Logged {
    pub key: Key,
    pub before: Option<Record>,
    pub after: Option<Record>,
}

impl Logged {
    /// The edit that made this change.
    pub(super) fn edit(&self) -> Edit {
        self.after.clone().map_or(Edit::Remove(self.key), Edit::Put)
    }
}

/// Writes a step and its changes; gives the number of the step.
pub(super) fn append(db: &Connection, head: &Head<'_>, changes: &[Logged]) -> Result<i64> {
    let (undoes, redoes) = match head.turns {
        Turns::Nothing => (None, None),
        Turns::Back(step) => (Some(step), None),
        Turns::Forth(step) => (None, Some(step)),
    };
    db.prepare_cached(
        "INSERT INTO step (token, study, name, about, at, author, undoes, redoes)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute(params![
        head.token.as_ref().map(Id::bytes),
        head.study.bytes(),
        head.name,
        head.about,
        head.at.to_string(),
        head.author,
        undoes,
        redoes
    ])?;
    let step = db.last_insert_rowid();
    let mut statement =
        db.prepare_cached("INSERT INTO change (step, kind, key, before, after) VALUES (?1, ?2, ?3, ?4, ?5)")?;
    for change in changes {
        let (before, after) = (json(change.before.as_ref())?, json(change.after.as_ref())?);
        statement.execute(params![step, change.key.kind.name(), change.key.id.bytes(), before, after])?;
    }
    Ok(step)
}

/// The changes of a step, in order.
pub(super) fn changes_of(db: &Connection, step: i64) -> Result<Vec<Logged>> {
    let sql = "SELECT kind, key, before, after FROM change WHERE step = ?1 ORDER BY seq";
    let mut statement = db.prepare_cached(sql)?;
    let rows = statement.query_map([step], |row| {
        let mut columns = Columns::of(row);
        Ok((columns.next()?, columns.next()?, columns.next()?, columns.next()?))
    })?;
    rows.map(|row| logged(row?)).collect()
}

type Texts = (String, Id, Option<String>, Option<String>);

fn logged((kind, id, before, after): Texts) -> Result<Logged> {
    let key = Key::new(kind_of(&kind)?, id);
    Ok(Logged { key, before: record(before.as_deref())?, after: record(after.as_deref())? })
}

/// The log position now.
pub(super) fn position(db: &Connection) -> Result<Seq> {
    Ok(db.prepare_cached("SELECT coalesce(max(seq), 0) FROM change")?.query_row([], |row| row.get(0))?)
}

/// The step of this token, if it is in the log.
pub(super) fn step_of(db: &Connection, token: Id) -> Result<Option<i64>> {
    let mut statement = db.prepare_cached("SELECT step FROM step WHERE token = ?1")?;
    Ok(statement.query_row([token.bytes()], |row| row.get(0)).optional()?)
}

impl Store {
    /// The log position now; 0 while nothing has been written.
    pub fn seq(&self) -> Result<Seq> {
        position(&self.db)
    }

    /// A number that changes whenever another connection has written (`PRAGMA data_version`).
    pub fn data_version(&self) -> Result<i64> {
        Ok(self.db.pragma_query_value(None, "data_version", |row| row.get(0))?)
    }

    /// The records of these kinds that changed after `seq`, each once.
    pub fn touched(&self, seq: Seq, kinds: &[Kind]) -> Result<BTreeSet<Key>> {
        let mut statement = self.db.prepare_cached("SELECT kind, key FROM change WHERE seq > ?1")?;
        let mut rows = statement.query([seq])?;
        let mut touched = BTreeSet::new();
        while let Some(row) = rows.next()? {
            let mut columns = Columns::of(row);
            let (kind, id) = (kind_of(&columns.next::<String>()?)?, columns.next()?);
            if kinds.contains(&kind) {
                touched.insert(Key::new(kind, id));
            }
        }
        Ok(touched)
    }

    /// The changes after `seq`, oldest first, at most `limit`. Of a record that was erased since, only its removal is
    /// left in the log.
    pub fn since(&self, seq: Seq, limit: usize) -> Result<Vec<Change>> {
        let mut statement = self.db.prepare_cached(
            "SELECT seq, study, kind, key, after FROM change JOIN step USING (step)
             WHERE seq > ?1 ORDER BY seq LIMIT ?2",
        )?;
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let mut rows = statement.query([seq, limit])?;
        let mut changes = Vec::new();
        while let Some(row) = rows.next()? {
            let mut columns = Columns::of(row);
            let (seq, study) = (columns.next()?, columns.next()?);
            let (kind, id) = (columns.next::<String>()?, columns.next()?);
            let after = record(columns.next::<Option<String>>()?.as_deref())?;
            let key = Key::new(kind_of(&kind)?, id);
            changes.push(Change { seq, study, edit: after.map_or(Edit::Remove(key), Edit::Put) });
        }
        Ok(changes)
    }
}

fn kind_of(name: &str) -> Result<Kind> {
    name.parse().map_err(|_| fault::unreadable())
}

fn json(record: Option<&Record>) -> Result<Option<String>> {
    let json = record.map(serde_json::to_string).transpose();
    json.map_err(|error| Error::new(ErrorKind::Bug, "store-fault").because(error))
}

fn record(json: Option<&str>) -> Result<Option<Record>> {
    json.map(serde_json::from_str).transpose().map_err(|_| fault::unreadable())
}

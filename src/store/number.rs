//! Numbers and codes that two processes gave out at the same time: inside the writing transaction the later one gets
//! the next that is free, and keeps it even where its writer has not yet heard of that.

use rusqlite::{Connection, OptionalExtension, params};

use crate::domain::codes::note_code;
use crate::domain::{Citation, Id, Note, Participant, PathEvent, Record};
use crate::error::Result;

/// The record as it must be stored instead, where its number or code is taken; none where it may stand as it is.
/// `before` is what is stored now.
pub(super) fn settle(db: &Connection, before: Option<&Record>, record: &Record) -> Result<Option<Record>> {
    match record {
        Record::Note(it) => {
            let kept = match before {
                Some(Record::Note(was)) if was.interview == it.interview => Some(was.number),
                _ => None,
            };
            let number = other_number(db, "note", (it.id, it.interview, it.number), kept)?;
            Ok(number.map(|number| Note { number, ..it.clone() }.into()))
        }
        Record::PathEvent(it) => {
            let kept = match before {
                Some(Record::PathEvent(was)) if was.interview == it.interview => Some(was.number),
                _ => None,
            };
            let number = other_number(db, "path_event", (it.id, it.interview, it.number), kept)?;
            Ok(number.map(|number| PathEvent { number, ..it.clone() }.into()))
        }
        Record::Participant(it) => {
            let kept = match before {
                Some(Record::Participant(was)) => Some(was.code.as_str()),
                _ => None,
            };
            let code = other_code(db, it, kept)?;
            Ok(code.map(|code| Participant { code, ..it.clone() }.into()))
        }
        _ => Ok(None),
    }
}

/// The number that a line or event must take instead of its own; none where its own is free among its participant's.
fn other_number(
    db: &Connection,
    table: &str,
    (id, interview, number): (Id, Id, u32),
    kept: Option<u32>,
) -> Result<Option<u32>> {
    if kept == Some(number) {
        return Ok(None);
    }
    let theirs = format!(
        "FROM interview JOIN {table} ON {table}.interview = interview.id
         WHERE interview.participant = (SELECT participant FROM interview WHERE id = ?1) AND {table}.id <> ?2"
    );
    let taken = format!("SELECT EXISTS (SELECT 1 {theirs} AND {table}.number = ?3)");
    let is_taken: bool =
        db.prepare_cached(&taken)?.query_row(params![interview.bytes(), id.bytes(), number], |row| row.get(0))?;
    if !is_taken {
        return Ok(None);
    }
    if kept.is_some() {
        return Ok(kept);
    }
    let highest = format!("SELECT coalesce(max({table}.number), 0) {theirs}");
    let highest: u32 =
        db.prepare_cached(&highest)?.query_row(params![interview.bytes(), id.bytes()], |row| row.get(0))?;
    Ok(Some(highest.saturating_add(1)))
}

/// The code that a participant must take instead of their own; none where it is free in the study.
fn other_code(db: &Connection, person: &Participant, kept: Option<&str>) -> Result<Option<String>> {
    if kept == Some(person.code.as_str()) {
        return Ok(None);
    }
    let mut statement = db.prepare_cached("SELECT code FROM participant WHERE study = ?1 AND id <> ?2")?;
    let codes = statement.query_map([person.study.bytes(), person.id.bytes()], |row| row.get(0))?;
    let codes = codes.collect::<rusqlite::Result<Vec<String>>>()?;
    if !codes.contains(&person.code) {
        return Ok(None);
    }
    if let Some(kept) = kept {
        return Ok(Some(kept.to_owned()));
    }
    let highest = codes.iter().filter_map(|code| code.strip_prefix('P')?.parse::<u32>().ok()).max().unwrap_or(0);
    Ok(Some(format!("P{:02}", highest.saturating_add(1))))
}

/// The code that people cite a record by, where its kind has one.
pub(super) fn code_of(db: &Connection, record: &Record) -> Result<Option<String>> {
    match record {
        Record::Participant(it) => Ok(Some(it.code.clone())),
        Record::Note(it) => Ok(code_in(db, it.interview)?.map(|code| note_code(&code, it))),
        Record::PathEvent(it) => Ok(code_in(db, it.interview)?.map(|participant| {
            Citation { participant, is_event: true, number: it.number, revision: None }.to_string()
        })),
        _ => Ok(None),
    }
}

fn code_in(db: &Connection, interview: Id) -> Result<Option<String>> {
    let mut statement =
        db.prepare_cached("SELECT code FROM participant WHERE id = (SELECT participant FROM interview WHERE id = ?1)")?;
    Ok(statement.query_row([interview.bytes()], |row| row.get(0)).optional()?)
}

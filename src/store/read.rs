//! Reading a study whole, and the flat rows that filters, the index and result pages are made of. No line of a person
//! who withdrew leaves through here, except inside the study itself and as a bare id.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Params, Row};

use super::column::Columns;
use super::{Draft, Seq, Store, fault, log, row};
use crate::domain::{Citation, Dimension, Document, Id, Line, Offset, Person, Research, Speaker, Study, Voice};
use crate::error::{Error, Result};

const LINE: &str = "
    SELECT note.id, participant.code, note.number, note.revision, note.study, study.name, participant.id,
        participant.code, persona.name, participant.role, coalesce(participant.outcome, deal.outcome),
        interview.id, interview.label, interview.date, note.at, note.dimension, note.voice, note.speaker,
        note.text, note.feeling, note.star
    FROM note
    JOIN study ON study.id = note.study
    JOIN interview ON interview.id = note.interview
    JOIN participant ON participant.id = interview.participant
    LEFT JOIN persona ON persona.id = participant.persona
    LEFT JOIN deal ON deal.id = participant.deal
    WHERE participant.consent_withdrawn IS NULL AND note.id = ?1";

const SAID: &str = "
    SELECT id, interview, number, revision, study, at, dimension, voice, speaker, text, feeling, star
    FROM note WHERE id = ?1";

const HEADS: &str = "SELECT id, participant, label, date FROM interview WHERE id = ?1";

/// A line by itself: what [`Line`] says, without the names of what it belongs to.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// The note.
    pub note: Id,
    /// The interview.
    pub interview: Id,
    /// Its number among the lines of the participant.
    pub number: u32,
    /// The number of its newest revision, from 1.
    pub revision: u32,
    /// The study.
    pub study: Id,
    /// How far into the interview, if that is known.
    pub at: Option<Offset>,
    /// Why they buy.
    pub dimension: Dimension,
    /// In whose words.
    pub voice: Voice,
    /// Who spoke.
    pub speaker: Speaker,
    /// The wording of the newest revision.
    pub text: String,
    /// How the buyer felt, -2 to +2.
    pub feeling: Option<i8>,
    /// Marked as worth returning to.
    pub star: bool,
}

/// What a line says of its interview.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    /// The interview.
    pub interview: Id,
    /// Who was interviewed.
    pub participant: Id,
    /// Its label.
    pub label: String,
    /// Its date.
    pub date: NaiveDate,
}

/// The lines that may be found; a condition on `note` follows.
const DOCUMENTS: &str = "
    SELECT note.id, note.study, participant.id, interview.id, interview.date, note.dimension, note.voice,
        note.speaker, note.feeling, note.star, note.text
    FROM note
    JOIN interview ON interview.id = note.interview
    JOIN participant ON participant.id = interview.participant
    WHERE participant.consent_withdrawn IS NULL";

const PEOPLE: &str = "
    SELECT participant.id, participant.study, participant.code, persona.name, participant.role,
        coalesce(participant.outcome, deal.outcome), participant.consent_withdrawn IS NOT NULL
    FROM participant
    LEFT JOIN persona ON persona.id = participant.persona
    LEFT JOIN deal ON deal.id = participant.deal";

impl Store {
    /// The studies of the library, by the moment they were set up and then by id.
    pub fn studies(&self) -> Result<Vec<Study>> {
        let mut studies = row::studies(&self.db)?;
        studies.sort_by_key(|study| (study.created, study.id));
        Ok(studies)
    }

    /// One study, whole. Not found (`study-missing`) where there is none of this id.
    pub fn load(&self, study: Id) -> Result<Research> {
        self.load_at(study).map(|(research, _)| research)
    }

    /// One study, whole, and the log position at which it was exactly so.
    pub fn load_at(&self, study: Id) -> Result<(Research, Seq)> {
        let tx = self.db.unchecked_transaction()?;
        let (records, seq) = (row::all(&tx, study)?, log::position(&tx)?);
        drop(tx);
        if records.is_empty() {
            return Err(Error::not_found("study-missing"));
        }
        let research = Research::of(records).map_err(|error| fault::unreadable().because(error))?;
        Ok((research, seq))
    }

    /// The drafts of a study, by slot.
    pub fn drafts(&self, study: Id) -> Result<Vec<Draft>> {
        drafts(&self.db, study)
    }

    /// The lines of a result page, in the order of `notes`. Those that are gone are left out, and those of people who
    /// withdrew.
    pub fn lines(&self, notes: &[Id]) -> Result<Vec<Line>> {
        one_each(&self.db, LINE, notes, line)
    }

    /// These lines by themselves, in their order, those of people who withdrew too; those that are gone are left out.
    pub fn said(&self, notes: &[Id]) -> Result<Vec<Said>> {
        one_each(&self.db, SAID, notes, said)
    }

    /// What is said of these interviews, in their order; those that are gone are left out.
    pub fn heads(&self, interviews: &[Id]) -> Result<Vec<Head>> {
        one_each(&self.db, HEADS, interviews, head)
    }

    /// The documents of these notes, in their order; left out are the same as in [`Store::lines`].
    pub fn documents(&self, notes: &[Id]) -> Result<Vec<Document>> {
        one_each(&self.db, &format!("{DOCUMENTS} AND note.id = ?1"), notes, document)
    }

    /// The next `limit` documents of the whole library after the note `after`, in the order of note ids.
    pub fn scan(&self, after: Option<Id>, limit: usize) -> Result<Vec<Document>> {
        let after = after.map_or_else(Vec::new, |id| id.bytes().to_vec());
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let sql = format!("{DOCUMENTS} AND note.id > ?1 ORDER BY note.id LIMIT ?2");
        every(&self.db, &sql, (after, limit), document)
    }

    /// How many documents [`Store::scan`] gives in all.
    pub fn count_notes(&self) -> Result<u64> {
        let count: i64 = self.db.query_row(&format!("SELECT count(*) FROM ({DOCUMENTS})"), [], |row| row.get(0))?;
        Ok(count.unsigned_abs())
    }

    /// The ids of the lines of an interview, in order.
    pub fn notes_in(&self, interview: Id) -> Result<Vec<Id>> {
        every(&self.db, "SELECT id FROM note WHERE interview = ?1 ORDER BY id", [interview.bytes()], id)
    }

    /// The ids of the lines of a participant, in order.
    pub fn notes_of(&self, participant: Id) -> Result<Vec<Id>> {
        let sql = "SELECT note.id FROM interview JOIN note ON note.interview = interview.id
                   WHERE interview.participant = ?1 ORDER BY note.id";
        every(&self.db, sql, [participant.bytes()], id)
    }

    /// The lines with a mark of a theme of this name, in any study; the case of ASCII letters is ignored.
    pub fn notes_under(&self, theme_name: &str) -> Result<BTreeSet<Id>> {
        let sql = "SELECT mark.note FROM theme JOIN mark ON mark.theme = theme.id WHERE theme.name = ?1 COLLATE NOCASE";
        every(&self.db, sql, [theme_name], id).map(BTreeSet::from_iter)
    }

    /// Every participant of the library, by id.
    pub fn people(&self) -> Result<Vec<Person>> {
        every(&self.db, &format!("{PEOPLE} ORDER BY participant.id"), [], person)
    }

    /// These participants, in their order; those who are gone are left out.
    pub fn people_of(&self, participants: &[Id]) -> Result<Vec<Person>> {
        one_each(&self.db, &format!("{PEOPLE} WHERE participant.id = ?1"), participants, person)
    }
}

/// What `read` makes of every row of a query.
pub(super) fn every<T>(
    db: &Connection,
    sql: &str,
    params: impl Params,
    read: fn(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>> {
    let mut statement = db.prepare_cached(sql)?;
    let rows = statement.query_map(params, read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What `read` makes of the row of each id, in their order; ids without a row are left out.
fn one_each<T>(db: &Connection, sql: &str, ids: &[Id], read: fn(&Row<'_>) -> rusqlite::Result<T>) -> Result<Vec<T>> {
    // In one transaction the locks are taken once and not for each row.
    let tx = if ids.len() > 1 && db.is_autocommit() { Some(db.unchecked_transaction()?) } else { None };
    let mut statement = db.prepare_cached(sql)?;
    let mut found = Vec::with_capacity(ids.len());
    for id in ids {
        found.extend(statement.query_row([id.bytes()], read).optional()?);
    }
    drop(statement);
    tx.map_or(Ok(()), rusqlite::Transaction::commit)?;
    Ok(found)
}

pub(super) fn id(row: &Row<'_>) -> rusqlite::Result<Id> {
    Columns::of(row).next()
}

/// The drafts of a study, by slot.
pub(super) fn drafts(db: &Connection, study: Id) -> Result<Vec<Draft>> {
    let sql = "SELECT study, slot, text, context, at FROM draft WHERE study = ?1 ORDER BY slot";
    every(db, sql, [study.bytes()], draft)
}

fn draft(row: &Row<'_>) -> rusqlite::Result<Draft> {
    let mut columns = Columns::of(row);
    Ok(Draft {
        study: columns.next()?,
        slot: columns.next()?,
        text: columns.next()?,
        context: columns.next()?,
        at: columns.next()?,
    })
}

fn line(row: &Row<'_>) -> rusqlite::Result<Line> {
    let mut columns = Columns::of(row);
    let note = columns.next()?;
    let (participant, number) = (columns.next()?, columns.next()?);
    Ok(Line {
        note,
        code: Citation { participant, is_event: false, number, revision: None }.to_string(),
        revision: columns.next()?,
        study: columns.next()?,
        study_name: columns.next()?,
        participant: columns.next()?,
        participant_code: columns.next()?,
        persona: columns.next()?,
        role: columns.next()?,
        outcome: columns.next()?,
        interview: columns.next()?,
        interview_label: columns.next()?,
        date: columns.next()?,
        at: columns.next()?,
        dimension: columns.next()?,
        voice: columns.next()?,
        speaker: columns.next()?,
        text: columns.next()?,
        feeling: columns.next()?,
        star: columns.next()?,
    })
}

fn said(row: &Row<'_>) -> rusqlite::Result<Said> {
    let mut columns = Columns::of(row);
    Ok(Said {
        note: columns.next()?,
        interview: columns.next()?,
        number: columns.next()?,
        revision: columns.next()?,
        study: columns.next()?,
        at: columns.next()?,
        dimension: columns.next()?,
        voice: columns.next()?,
        speaker: columns.next()?,
        text: columns.next()?,
        feeling: columns.next()?,
        star: columns.next()?,
    })
}

fn head(row: &Row<'_>) -> rusqlite::Result<Head> {
    let mut columns = Columns::of(row);
    let (interview, participant) = (columns.next()?, columns.next()?);
    Ok(Head { interview, participant, label: columns.next()?, date: columns.next()? })
}

fn document(row: &Row<'_>) -> rusqlite::Result<Document> {
    let mut columns = Columns::of(row);
    Ok(Document {
        note: columns.next()?,
        study: columns.next()?,
        participant: columns.next()?,
        interview: columns.next()?,
        date: columns.next()?,
        dimension: columns.next()?,
        voice: columns.next()?,
        speaker: columns.next()?,
        feeling: columns.next()?,
        star: columns.next()?,
        text: columns.next()?,
    })
}

fn person(row: &Row<'_>) -> rusqlite::Result<Person> {
    let mut columns = Columns::of(row);
    Ok(Person {
        participant: columns.next()?,
        study: columns.next()?,
        code: columns.next()?,
        persona: columns.next()?,
        role: columns.next()?,
        outcome: columns.next()?,
        withdrawn: columns.next()?,
    })
}

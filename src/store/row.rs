//! The records and their tables: one mapping per kind, and reading, writing and removing a record of any kind.
//! A new kind is one line of `row!` here and its table in `schema/`.

use rusqlite::types::ToSqlOutput;
use rusqlite::{Connection, OptionalExtension, params_from_iter};

use super::column::{Column, Columns};
use super::fault;
use crate::domain::record::kinds;
use crate::domain::{
    Allowance, Alternative, Asked, Comment, Consent, Deal, Edition, Entry, Gap, Id, Interview, Journey, JourneyEdition,
    Judgement, Key, Kind, Mark, Note, Participant, PathEvent, Persona, Question, Record, SavedSearch, Study, Synonym,
    Theme, TriggerCard, Walk,
};
use crate::error::{Error, Result};

/// A kind of record and the table that it is kept in.
pub(super) trait Row: Sized {
    /// The table, which has the name of the kind.
    const TABLE: &'static str;
    /// The column that says to which study a row belongs.
    const STUDY: &'static str;
    /// The columns, in the order of `values`.
    const COLUMNS: &'static [&'static str];

    /// What stands in the columns.
    fn values(&self) -> rusqlite::Result<Vec<ToSqlOutput<'_>>>;

    /// The record that stands in the columns.
    fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self>;
}

/// Maps a kind: its table, its study column, its fields, and the fields of a part that is laid out flat.
macro_rules! row {
    ($Kind:ident in $table:literal of $study:literal: $($field:ident),+
        $(; $part:ident as $Part:ident: $($inner:ident),+)?) => {
        impl Row for $Kind {
            const TABLE: &'static str = $table;
            const STUDY: &'static str = $study;
            const COLUMNS: &'static [&'static str] = &[
                $(stringify!($field),)+
                $($(concat!(stringify!($part), "_", stringify!($inner)),)+)?
            ];

            fn values(&self) -> rusqlite::Result<Vec<ToSqlOutput<'_>>> {
                Ok(vec![$(self.$field.write()?,)+ $($(self.$part.$inner.write()?,)+)?])
            }

            fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
                let mut columns = Columns::of(row);
                Ok($Kind {
                    $($field: columns.next()?,)+
                    $($part: $Part { $($inner: columns.next()?,)+ },)?
                })
            }
        }
    };
}

row!(Study in "study" of "id": id, name, goal, works_if, created, settings);
row!(Theme in "theme" of "study": id, study, dimension, name, memo, created, parent, dropped);
row!(Question in "question" of "study": id, study, position, subject, text, probes, theme, passage);
row!(Persona in "persona" of "study": id, study, name, about, approach, attributes, priority);
row!(Deal in "deal" of "study": id, study, name, outcome, competitor);
row!(Participant in "participant" of "study":
    id, study, code, persona, deal, role, recruited, outcome, attributes;
    consent as Consent: participate, record, quote, verbal, given, keep_until, withdrawn);
row!(Interview in "interview" of "study":
    id, study, participant, label, date, source, status, planned, started, recorder, ended, sorted);
row!(Note in "note" of "study":
    id, study, interview, number, at, logged, speaker, dimension, voice, text, feeling, star, stage,
    initials, answers, expectation, met, earlier);
row!(PathEvent in "path_event" of "study":
    id, study, interview, number, position, stage, act, rep, text, when, from, until, touchpoint, who, at, logged);
row!(Alternative in "alternative" of "study": id, study, interview, kind, name, kept, why, note);
row!(Gap in "gap" of "study": id, study, interview, from, until, cause);
row!(Asked in "asked" of "study": id, study, interview, question, state, at);
row!(Mark in "mark" of "study": id, study, note, theme, stance, judged);
row!(Synonym in "synonym" of "study": id, study, words);
row!(SavedSearch in "saved_search" of "study": id, study, name, query, seen);
row!(Judgement in "judgement" of "study": id, study, persona, theme, headline, quotes, dropped);
row!(TriggerCard in "trigger_card" of "study":
    id, study, theme, event, cause, effect, trackable, action, rejected, message);
row!(Edition in "edition" of "study": id, study, persona, number, published, by, hash, document);
row!(Allowance in "allowance" of "study": id, study, finding, digest, reason, by, at);
row!(Journey in "journey" of "study":
    id, study, persona, competitor, group, parent, goal, works_if, works, review_days, reviewed, stages, lanes,
    skipped, made, by);
row!(Entry in "entry" of "study": id, study, journey, stage, lane, text, facts, seed, evidence, by, at, refused);
row!(Comment in "comment" of "study": id, study, entry, text, by, at, resolved);
row!(Walk in "walk" of "study": id, study, journey, walker, date, results);
row!(JourneyEdition in "journey_edition" of "study": id, study, journey, number, published, by, reason, hash, document);

macro_rules! define {
    ($($Kind:ident = $name:literal in $table:ident),+ $(,)?) => {
        /// Every record of a study, in dependency order.
        pub(super) fn all(db: &Connection, study: Id) -> Result<Vec<Record>> {
            let mut records = Vec::new();
            $(records.extend(of_study::<$Kind>(db, study)?.into_iter().map(Record::$Kind));)+
            Ok(records)
        }

        /// The record of a key, if there is one.
        pub(super) fn get(db: &Connection, key: Key) -> Result<Option<Record>> {
            match key.kind { $(Kind::$Kind => Ok(of_id::<$Kind>(db, key.id)?.map(Record::$Kind))),+ }
        }

        /// Writes a record, whether or not there is one of its key.
        pub(super) fn put(db: &Connection, record: &Record) -> Result<()> {
            let written = match record { $(Record::$Kind(it) => upsert(db, it)),+ };
            fault::naming(record.key().kind, written)
        }

        /// Removes the record of a key.
        pub(super) fn remove(db: &Connection, key: Key) -> Result<()> {
            let removed = match key.kind { $(Kind::$Kind => delete::<$Kind>(db, key.id)),+ };
            match fault::naming(key.kind, removed)? {
                0 => Err(Error::refused("record-missing").with("kind", key.kind)),
                _ => Ok(()),
            }
        }
    };
}
kinds!(define);

/// Every study of the library, in no order that means anything.
pub(super) fn studies(db: &Connection) -> Result<Vec<Study>> {
    let sql = format!("SELECT {} FROM study", columns::<Study>());
    let mut statement = db.prepare_cached(&sql)?;
    let studies = statement.query_map([], Study::read)?;
    Ok(studies.collect::<rusqlite::Result<_>>()?)
}

fn of_study<R: Row>(db: &Connection, study: Id) -> rusqlite::Result<Vec<R>> {
    let mut statement = db.prepare_cached(&select::<R>(R::STUDY))?;
    let rows = statement.query_map([study.bytes()], R::read)?;
    rows.collect()
}

fn of_id<R: Row>(db: &Connection, id: Id) -> rusqlite::Result<Option<R>> {
    db.prepare_cached(&select::<R>("id"))?.query_row([id.bytes()], R::read).optional()
}

fn upsert<R: Row>(db: &Connection, record: &R) -> rusqlite::Result<()> {
    let places: Vec<String> = (1..=R::COLUMNS.len()).map(|place| format!("?{place}")).collect();
    let news: Vec<String> = R::COLUMNS.iter().map(|name| format!("\"{name}\" = excluded.\"{name}\"")).collect();
    let sql = format!(
        "INSERT INTO {} ({}) VALUES ({}) ON CONFLICT (id) DO UPDATE SET {}",
        R::TABLE,
        columns::<R>(),
        places.join(", "),
        news[1..].join(", ")
    );
    db.prepare_cached(&sql)?.execute(params_from_iter(record.values()?)).map(|_| ())
}

fn delete<R: Row>(db: &Connection, id: Id) -> rusqlite::Result<usize> {
    db.prepare_cached(&format!("DELETE FROM {} WHERE id = ?1", R::TABLE))?.execute([id.bytes()])
}

fn select<R: Row>(column: &str) -> String {
    format!("SELECT {} FROM {} WHERE \"{column}\" = ?1", columns::<R>(), R::TABLE)
}

/// The column names, quoted, because some of them are words of SQL.
fn columns<R: Row>() -> String {
    let quoted: Vec<String> = R::COLUMNS.iter().map(|name| format!("\"{name}\"")).collect();
    quoted.join(", ")
}

//! The verbs that every kind of record has: new, list, show, rm, restore. One implementation over all kinds;
//! what a kind needs to be made is in its own file, how it is named and described in `naming` and `telling`.

use clap::{Args, Subcommand};
use serde::Serialize;

use super::output::{Answer, Output};
use super::page::{Page, Table, Tone};
use super::session::{Open, Session};
use crate::domain::{Key, Kind, Record, Research};
use crate::error::Result;
use crate::words::Arg;

pub(super) mod alternative;
pub(super) mod deal;
pub(super) mod fields;
pub(super) mod interview;
pub(super) mod naming;
pub(super) mod participant;
pub(super) mod persona;
pub(super) mod question;
mod removal;
pub(super) mod saved_search;
pub(super) mod study;
pub(super) mod synonym;
mod telling;
pub(super) mod theme;
pub(super) mod trigger;

/// What can be done with the records of a kind; `N` holds what a new one needs,
/// `W` which ones are listed.
#[derive(Subcommand)]
pub(super) enum Verb<N: Args, W: Args = All> {
    New(N),
    List(W),
    Show(Named),
    Rm(Removed),
    Restore(Named),
}

/// A record by its name.
#[derive(Args)]
pub(super) struct Named {
    #[arg(value_name = "NAME")]
    pub name: String,
}

/// A record to remove.
#[derive(Args)]
pub(super) struct Removed {
    #[arg(value_name = "NAME")]
    pub name: String,
    #[arg(long, short)]
    pub yes: bool,
}

/// The arguments from which a new record is made.
pub(super) trait New: Args {
    /// Its kind.
    const KIND: Kind;
    /// The new record in the study that is open.
    fn record(&self, open: &Open) -> Result<Record>;
}

/// Which records of a kind are listed.
pub(super) trait Wanted: Args {
    /// Whether a record is one of them.
    fn wants(&self, record: &Record) -> Result<bool>;
}

/// All of them.
#[derive(Args)]
pub(super) struct All {}

impl Wanted for All {
    fn wants(&self, _record: &Record) -> Result<bool> {
        Ok(true)
    }
}

/// Those that have every one of these attributes.
#[derive(Args)]
pub(super) struct ByAttributes {
    #[arg(long = "attr", value_name = "KEY=VALUE")]
    attr: Vec<String>,
}

impl Wanted for ByAttributes {
    fn wants(&self, record: &Record) -> Result<bool> {
        let has = match record {
            Record::Persona(it) => &it.attributes,
            Record::Participant(it) => &it.attributes,
            _ => return Ok(self.attr.is_empty()),
        };
        Ok(fields::attributes(&self.attr)?.iter().all(|(name, value)| has.get(name) == Some(value)))
    }
}

/// Does a verb on the records of a kind.
pub(super) fn run<N: New, W: Wanted>(verb: &Verb<N, W>, session: &Session) -> Result<Answer> {
    let mut open = session.open()?;
    match verb {
        Verb::New(new) => {
            let record = new.record(&open)?;
            let key = record.key();
            let name = naming::name_with(&open.research, &record);
            open.add(&format!("add-{}", N::KIND), &name, record.clone())?;
            Answer::of(session, &Done { done: "added", kind: key.kind, name, record: Some(record) })
        }
        Verb::List(wanted) => Answer::of(session, &List::of(&open.research, N::KIND, wanted)?),
        Verb::Show(named) => {
            let key = naming::find(&open.research, N::KIND, &named.name)?;
            let mut one = One::of(&open.research, key)?;
            if key.kind == Kind::Participant {
                one.real_name = open.library.names(open.study.id)?.remove(&key.id);
            }
            if key.kind == Kind::Interview {
                one.course = interview::Course::of(&open.research, key.id);
            }
            Answer::of(session, &one)
        }
        Verb::Rm(removed) => removal::remove(&mut open, session, N::KIND, removed),
        Verb::Restore(named) => removal::restore(&mut open, session, N::KIND, &named.name),
    }
}

/// In one word how the consent of a participant stands.
pub(super) fn consent_state(participant: &crate::domain::Participant) -> &'static str {
    telling::consent(participant)
}

/// What was done to one record.
#[derive(Serialize)]
pub(super) struct Done {
    pub done: &'static str,
    pub kind: Kind,
    pub name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<Record>,
}

impl Output for Done {
    const SCHEMA: &'static str = "done";

    fn human(&self, page: &mut Page<'_>) {
        let kind = page.say(&format!("kind-{}", self.kind));
        let args = [("kind", Arg::Text(&kind)), ("name", Arg::Text(&self.name))];
        page.line(&page.say_with(&format!("cli-{}", self.done), &args));
    }
}

#[derive(Serialize)]
struct List {
    kind: Kind,
    records: Vec<Row>,
    /// Whether there are some that were not wanted.
    #[serde(skip)]
    has_others: bool,
    #[serde(skip)]
    head: Vec<&'static str>,
}

#[derive(Serialize)]
struct Row {
    name: String,
    #[serde(flatten)]
    record: Record,
    /// Of a persona, in the year that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    rank: Option<u8>,
    people: usize,
    lines: usize,
    #[serde(skip)]
    cells: Vec<telling::Cell>,
}

impl List {
    fn of(research: &Research, kind: Kind, wanted: &impl Wanted) -> Result<List> {
        let (mut records, mut has_others) = (Vec::new(), false);
        for row in telling::keys(research, kind).into_iter().filter_map(|key| Row::of(research, key)) {
            match wanted.wants(&row.record)? {
                true => records.push(row),
                false => has_others = true,
            }
        }
        Ok(List { kind, records, has_others, head: telling::head(kind).to_vec() })
    }
}

impl Row {
    fn of(research: &Research, key: Key) -> Option<Row> {
        let record = research.record(key)?;
        let (people, lines) = telling::counts(research, key);
        let cells = telling::cells(research, &record);
        Some(Row { name: naming::name_with(research, &record), record, rank: None, people, lines, cells })
    }
}

impl Output for List {
    const SCHEMA: &'static str = "records";

    fn human(&self, page: &mut Page<'_>) {
        if self.records.is_empty() {
            let kind = page.say(&format!("kind-{}", self.kind));
            let key = if self.has_others { "cli-list-no-match" } else { "cli-list-empty" };
            page.line(&page.say_with(key, &[("kind", Arg::Text(&kind))]));
            return;
        }
        let mut table = Table::default();
        let counted: &[&str] = if telling::is_counted(self.kind) { &["people", "lines"] } else { &[] };
        table.head =
            ["name"].iter().chain(&self.head).chain(counted).map(|it| page.say(&format!("cli-head-{it}"))).collect();
        table.right = (table.head.len() - counted.len()..table.head.len()).collect();
        for row in &self.records {
            let mut cells = vec![row.name.clone()];
            cells.extend(row.cells.iter().map(|cell| cell.text(page)));
            cells.extend([row.people.to_string(), row.lines.to_string()].into_iter().take(counted.len()));
            table.rows.push(cells);
        }
        page.table(&table);
    }
}

#[derive(Serialize)]
struct One {
    #[serde(flatten)]
    row: Row,
    /// Of a participant, from the vault.
    #[serde(skip_serializing_if = "Option::is_none")]
    real_name: Option<String>,
    /// Of an interview.
    #[serde(flatten)]
    course: interview::Course,
    #[serde(skip)]
    fields: Vec<(&'static str, telling::Cell)>,
    #[serde(skip)]
    kind: Kind,
}

impl One {
    fn of(research: &Research, key: Key) -> Result<One> {
        let missing = || naming::missing(key.kind, "");
        let row = Row::of(research, key).ok_or_else(missing)?;
        let fields = telling::fields(research, &row.record);
        Ok(One { row, real_name: None, course: Default::default(), fields, kind: key.kind })
    }
}

impl Output for One {
    const SCHEMA: &'static str = "record";

    fn human(&self, page: &mut Page<'_>) {
        let kind = page.say(&format!("kind-{}", self.kind));
        let name = page.tone(Tone::Bold, &self.row.name).into_owned();
        page.line(&format!("{kind} {name}"));
        let counts =
            [("people", telling::Cell::Count(self.row.people)), ("lines", telling::Cell::Count(self.row.lines))];
        let counts = counts.iter().filter(|_| telling::is_counted(self.kind));
        let real_name = self.real_name.iter().map(|name| ("real-name", telling::Cell::Text(name.clone())));
        let real_name: Vec<(&str, telling::Cell)> = real_name.collect();
        let filled: Vec<(String, String)> = real_name
            .iter()
            .chain(&self.fields)
            .chain(counts)
            .map(|(field, cell)| (page.say(&format!("cli-head-{field}")), cell.text(page)))
            .filter(|(_, text)| !text.is_empty())
            .chain(self.course.rows(page).into_iter().map(|(head, row)| (page.say(&format!("cli-head-{head}")), row)))
            .collect();
        let widest = filled.iter().map(|(label, _)| crate::domain::text::width(label)).max().unwrap_or(0);
        for (label, text) in &filled {
            page.labelled(label, widest, text);
        }
    }
}

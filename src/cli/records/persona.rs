//! A new persona, what is changed of one, and the personas by how urgent they are in a year.
//! What every kind shares of its verbs lives in `records`.

use clap::{Args, Subcommand};
use serde::Serialize;

use super::{ByAttributes, Done, List, Verb, Wanted, fields, naming, telling};
use crate::cli::output::{self, Answer, Output};
use crate::cli::page::Page;
use crate::cli::session::{Open, Session};
use crate::domain::priority::{self, SharedFirst, Year};
use crate::domain::{Kind, Persona, Record, Research, persona_steps, text};
use crate::error::{Error, Result};
use crate::words::Arg;

/// What can be done with personas.
#[derive(Subcommand)]
pub enum Personas {
    #[command(flatten)]
    Any(Verb<New, Which>),
    Set(Set),
}

/// Which personas are listed, and in the order of which year.
#[derive(Args)]
pub struct Which {
    #[command(flatten)]
    by: ByAttributes,
    #[arg(long, value_name = "YEAR")]
    year: Option<String>,
}

impl Wanted for Which {
    fn wants(&self, record: &Record) -> Result<bool> {
        self.by.wants(record)
    }
}

/// What a new persona needs.
#[derive(Args)]
pub struct New {
    #[arg(value_name = "NAME")]
    name: String,
    #[arg(long = "about", value_name = "TEXT", default_value = "")]
    who: String,
    #[arg(long, value_name = "TEXT", default_value = "")]
    approach: String,
    #[arg(long = "attr", value_name = "KEY=VALUE")]
    attr: Vec<String>,
}

impl super::New for New {
    const KIND: Kind = Kind::Persona;

    fn record(&self, open: &Open) -> Result<Record> {
        Ok(Record::Persona(Persona {
            about: fields::line(&self.who),
            approach: fields::line(&self.approach),
            attributes: fields::attributes(&self.attr)?,
            ..Persona::blank((open.id(), open.study.id), fields::line(&self.name))
        }))
    }
}

/// What is changed of a persona; an attribute or a rank without a value is taken away.
#[derive(Args)]
pub struct Set {
    #[arg(value_name = "PERSONA")]
    persona: String,
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    #[arg(long = "about", value_name = "TEXT")]
    who: Option<String>,
    #[arg(long, value_name = "TEXT")]
    approach: Option<String>,
    #[arg(long = "attr", value_name = "KEY=VALUE")]
    attr: Vec<String>,
    #[arg(long, value_name = "YEAR=RANK")]
    priority: Vec<String>,
}

impl Set {
    /// What is said, over what the persona says.
    fn over(&self, mut persona: Persona) -> Result<Persona> {
        let line = |new: &Option<String>, old: String| new.as_deref().map_or(old, fields::line);
        for (name, value) in fields::attributes(&self.attr)? {
            match value.is_empty() {
                true => persona.attributes.remove(&name),
                false => persona.attributes.insert(name, value),
            };
        }
        for pair in &self.priority {
            let wrong = || Error::usage("not-a-priority").with("value", text::clean(pair));
            let (year, rank) = pair.split_once('=').ok_or_else(wrong)?;
            priority::put(&mut persona.priority, year.trim().parse()?, rank)?;
        }
        persona.name = line(&self.name, persona.name);
        persona.about = line(&self.who, persona.about);
        persona.approach = line(&self.approach, persona.approach);
        Ok(persona)
    }
}

/// Does a verb on personas.
pub fn run(personas: &Personas, session: &Session) -> Result<Answer> {
    match personas {
        Personas::Any(Verb::List(which)) => list(which, session),
        Personas::Any(verb) => super::run(verb, session),
        Personas::Set(set) => change(set, session),
    }
}

fn list(which: &Which, session: &Session) -> Result<Answer> {
    let open = session.open()?;
    let year = which.year.as_deref().map(|typed| typed.trim().parse::<Year>()).transpose()?;
    let mut list = List::of(&open.research, Kind::Persona, which)?;
    if let Some(year) = year {
        let order = priority::ranked(&open.research, year);
        list.records.sort_by_key(|row| order.iter().position(|it| it.id == row.record.key().id));
        list.head.insert(0, "rank");
        for row in &mut list.records {
            let ranked = open.research.personas().get(&row.record.key().id);
            row.rank = ranked.and_then(|it| it.priority.get(&year)).copied();
            row.cells.insert(0, row.rank.map_or(telling::Cell::Empty, |rank| telling::Cell::Count(rank.into())));
        }
    }
    let warnings = warned(session, &open.research, |shared| year.is_none_or(|year| year == shared.year));
    Answer::of(session, &ByYear { year, list, warnings })
}

fn change(set: &Set, session: &Session) -> Result<Answer> {
    let mut open = session.open()?;
    let persona = set.over(naming::persona(&open.research, &set.persona)?.clone())?;
    let (name, step) = (persona.name.clone(), persona_steps::changed(&open.research, persona.clone()));
    let done = if step.is_some() { "changed" } else { "unchanged" };
    step.map_or(Ok(()), |step| open.save(step))?;
    let warnings = warned(session, &open.research, |shared| shared.personas.contains(&name));
    let done = Done { done, kind: Kind::Persona, name, record: Some(persona.into()) };
    Answer::of(session, &Changed { done, warnings })
}

/// Two personas that claim the first place of a year: told on stderr, and in the document.
#[derive(Serialize)]
struct Warning {
    kind: &'static str,
    #[serde(flatten)]
    shared: SharedFirst,
    message: String,
    hint: String,
}

/// The shared first places that matter, told on stderr as well.
fn warned(session: &Session, research: &Research, matters: impl Fn(&SharedFirst) -> bool) -> Vec<Warning> {
    let warning = |shared: SharedFirst| {
        let (year, personas) = (shared.year.to_string(), shared.personas.join(", "));
        let args = [("year", Arg::from(&year)), ("personas", Arg::from(&personas))];
        let message = session.words.say_with("priority-shared", &args);
        let hint = session.words.say_with("cli-priority-shared-hint", &args[..1]);
        output::remark(&message);
        output::remark(&hint);
        Warning { kind: "shared_first", shared, message, hint }
    };
    priority::shared_firsts(research).into_iter().filter(matters).map(warning).collect()
}

/// The personas, in the order of a year.
#[derive(Serialize)]
struct ByYear {
    #[serde(skip_serializing_if = "Option::is_none")]
    year: Option<Year>,
    #[serde(flatten)]
    list: List,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    warnings: Vec<Warning>,
}

impl Output for ByYear {
    const SCHEMA: &'static str = List::SCHEMA;

    fn human(&self, page: &mut Page<'_>) {
        self.list.human(page);
    }
}

/// What was changed.
#[derive(Serialize)]
struct Changed {
    #[serde(flatten)]
    done: Done,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    warnings: Vec<Warning>,
}

impl Output for Changed {
    const SCHEMA: &'static str = Done::SCHEMA;

    fn human(&self, page: &mut Page<'_>) {
        self.done.human(page);
    }
}

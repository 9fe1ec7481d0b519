//! A new participant: a code, never a name. The name is kept apart from every record, in the vault.
//! What every kind shares of its verbs lives in `records`; consent has a command of its own.

use std::path::Path;

use clap::builder::PossibleValuesParser;
use clap::{Args, Subcommand};
use serde::Serialize;

use super::{Verb, fields, naming};
use crate::cli::files;
use crate::cli::output::{Answer, Output};
use crate::cli::page::Page;
use crate::cli::session::{Open, Session};
use crate::domain::{Consent, Kind, Outcome, Participant, Record, Recruited};
use crate::error::{Error, Result};
use crate::words::Arg;

/// What can be done with participants.
#[derive(Subcommand)]
pub enum People {
    #[command(flatten)]
    Any(Verb<New, super::ByAttributes>),
    Name(Name),
}

/// Whose name, and which.
#[derive(Args)]
pub struct Name {
    #[arg(value_name = "PARTICIPANT")]
    participant: String,
    #[arg(value_name = "NAME")]
    called: Option<String>,
    #[arg(long, conflicts_with = "called")]
    remove: bool,
}

/// Does a verb on participants.
pub fn run(people: &People, session: &Session) -> Result<Answer> {
    match people {
        People::Any(verb) => super::run(verb, session),
        People::Name(name) => call(name, session),
    }
}

/// Keeps, forgets or tells the name of a participant.
fn call(name: &Name, session: &Session) -> Result<Answer> {
    let mut open = session.open()?;
    let person = naming::participant(&open.research, &name.participant)?.clone();
    let study = open.study.id;
    let told = match &name.called {
        None if name.remove => Some(String::new()),
        None => None,
        Some(dash) if dash == "-" => {
            let bytes = files::read(Path::new("-"))?;
            let text = String::from_utf8(bytes).map_err(|_| Error::usage("usage-utf8"))?;
            Some(fields::line(text.lines().next().unwrap_or_default()))
        }
        Some(typed) => Some(fields::line(typed)),
    };
    if let Some(told) = &told {
        if person.is_withdrawn() && !told.is_empty() {
            return Err(Error::refused("participant-withdrawn").with("participant", &person.code));
        }
        if told.is_empty() && !name.remove {
            return Err(Error::refused("text-empty").with("field", "name"));
        }
        open.library.name(study, person.id, told)?;
    }
    let done = match &told {
        None => "told",
        Some(told) if told.is_empty() => "removed",
        Some(_) => "kept",
    };
    let real_name = open.library.names(study)?.remove(&person.id);
    Answer::of(session, &Called { done, participant: person.code, real_name })
}

/// What the vault holds of a participant now.
#[derive(Serialize)]
struct Called {
    done: &'static str,
    participant: String,
    real_name: Option<String>,
}

impl Output for Called {
    const SCHEMA: &'static str = "name";

    fn human(&self, page: &mut Page<'_>) {
        let code = Arg::from(&self.participant);
        let line = match (&self.real_name, self.done) {
            (Some(name), "told") => name.clone(),
            (None, "told") => page.say_with("cli-name-none", &[("code", code)]),
            (_, done) => page.say_with(&format!("cli-name-{done}"), &[("code", code)]),
        };
        page.line(&line);
    }
}

/// What a new participant needs; without a code the next free one is given.
#[derive(Args)]
pub struct New {
    #[arg(value_name = "CODE")]
    code: Option<String>,
    #[arg(long, value_name = "NAME")]
    persona: Option<String>,
    #[arg(long, value_name = "NAME")]
    deal: Option<String>,
    #[arg(long, value_name = "TEXT", default_value = "")]
    role: String,
    #[arg(long, value_name = "OUTCOME", value_parser = PossibleValuesParser::new(Outcome::NAMES))]
    outcome: Option<String>,
    #[arg(long, value_name = "FROM", value_parser = PossibleValuesParser::new(Recruited::NAMES))]
    recruited: Option<String>,
    #[arg(long = "attr", value_name = "KEY=VALUE")]
    attr: Vec<String>,
}

impl super::New for New {
    const KIND: Kind = Kind::Participant;

    fn record(&self, open: &Open) -> Result<Record> {
        let deal = self.deal.as_deref().map(|name| naming::find(&open.research, Kind::Deal, name)).transpose()?;
        Ok(Record::Participant(Participant {
            id: open.id(),
            study: open.study.id,
            code: self.code.as_deref().map_or_else(|| open.research.next_code(), fields::line),
            persona: naming::persona_id(&open.research, self.persona.as_deref())?,
            deal: deal.map(|key| key.id),
            role: fields::line(&self.role),
            recruited: fields::named(self.recruited.as_deref()),
            outcome: fields::named(self.outcome.as_deref()),
            attributes: fields::attributes(&self.attr)?,
            consent: Consent::default(),
        }))
    }
}

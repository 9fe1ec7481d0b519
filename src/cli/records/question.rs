//! A new question at the end of the guide, and the four questions that every guide may begin with.
//! What every kind shares of its verbs lives in `records`.

use clap::builder::PossibleValuesParser;
use clap::{Args, Subcommand};
use serde::Serialize;

use super::{Verb, fields, naming};
use crate::cli::output::{Answer, Output};
use crate::cli::page::Page;
use crate::cli::session::{Open, Session};
use crate::domain::paths::Passage;
use crate::domain::{Kind, Question, Record, Step, Subject, text};
use crate::error::{Error, Result};

/// What can be done with questions.
#[derive(Subcommand)]
pub enum Questions {
    #[command(flatten)]
    Any(Verb<New>),
    Starter,
}

/// Does a verb on questions.
pub fn run(questions: &Questions, session: &Session) -> Result<Answer> {
    match questions {
        Questions::Any(verb) => super::run(verb, session),
        Questions::Starter => starter(session),
    }
}

/// The questions about what moves a buyer on, by the key of their words and by what they are about.
const STARTER: [(&str, Subject); 4] = [
    ("starter-yes", Subject::Criteria),
    ("starter-outreach", Subject::Trigger),
    ("starter-demo", Subject::Benefit),
    ("starter-objection", Subject::Concern),
];

/// Puts those of the starter questions that the guide does not have at its end, as one step.
fn starter(session: &Session) -> Result<Answer> {
    let mut open = session.open()?;
    let study = open.study.id;
    let mut step = Step::new(study, "starter-guide", open.study.name.clone());
    let mut added = Vec::new();
    let guide = open.research.guide();
    let first = guide.last().map_or(1, |last| last.position.saturating_add(1));
    let is_new = |(key, _): &(&str, Subject)| guide.iter().all(|it| it.text != session.words.say(key));
    for (position, (key, subject)) in (first..).zip(STARTER.into_iter().filter(is_new)) {
        let text = session.words.say(key);
        let probes = vec![session.words.say(&format!("{key}.probe"))];
        let passage = session.words.say(&format!("{key}.passage")).parse().ok();
        added.push(text.clone());
        step = step.put(Question { id: open.id(), study, position, subject, text, probes, theme: None, passage });
    }
    if !added.is_empty() {
        open.save(step)?;
    }
    Answer::of(session, &Added { added })
}

#[derive(Serialize)]
struct Added {
    added: Vec<String>,
}

impl Output for Added {
    const SCHEMA: &'static str = "starter";

    fn human(&self, page: &mut Page<'_>) {
        if self.added.is_empty() {
            page.line(&page.say("cli-starter-none"));
        }
        for text in &self.added {
            page.labelled("+", 1, text);
        }
    }
}

/// What a new question needs.
#[derive(Args)]
pub struct New {
    #[arg(value_name = "TEXT")]
    text: String,
    #[arg(long = "about", value_name = "SUBJECT", value_parser = PossibleValuesParser::new(Subject::NAMES))]
    subject: String,
    #[arg(long, value_name = "TEXT")]
    probe: Vec<String>,
    #[arg(long, value_name = "NAME")]
    theme: Option<String>,
    #[arg(long, value_name = "EVENT,EVENT")]
    between: Option<String>,
}

impl super::New for New {
    const KIND: Kind = Kind::Question;

    fn record(&self, open: &Open) -> Result<Record> {
        let theme = self.theme.as_deref().map(|name| naming::theme(&open.research, name)).transpose()?;
        let position = open.research.guide().last().map_or(1, |last| last.position + 1);
        Ok(Record::Question(Question {
            id: open.id(),
            study: open.study.id,
            position,
            subject: fields::named(Some(&self.subject)).unwrap_or(Subject::Path),
            text: fields::line(&self.text),
            probes: self.probe.iter().map(|probe| fields::line(probe)).collect(),
            theme: theme.map(|theme| theme.id),
            passage: self.between.as_deref().map(passage).transpose()?,
        }))
    }
}

/// Two kinds of event with a comma between them.
pub fn passage(typed: &str) -> Result<Passage> {
    typed.parse().map_err(|_| Error::usage("not-between").with("value", text::clean(typed)))
}

//! `whybuy undo`, `redo` and `history`: the persisted stack of steps, each with its name.
//! Undoing itself is the store's; here it gets its words.

use clap::Args;
use serde::Serialize;

use super::output::{Answer, Output};
use super::page::{Page, Table};
use super::session::Session;
use crate::error::{Error, Result};
use crate::library::{Past, Undone};
use crate::words::{Arg, Words};

/// How much of the history.
#[derive(Args)]
pub(super) struct History {
    #[arg(long, short = 'n', value_name = "COUNT", default_value_t = 20)]
    limit: usize,
}

pub(super) fn undo(session: &Session) -> Result<Answer> {
    let mut open = session.open()?;
    let undone = open.library.undo(open.study.id)?.ok_or_else(|| Error::not_found("nothing-to-undo"))?;
    Answer::of(session, &Moved::of("undone", &undone))
}

pub(super) fn redo(session: &Session) -> Result<Answer> {
    let mut open = session.open()?;
    let redone = open.library.redo(open.study.id)?.ok_or_else(|| Error::not_found("nothing-to-redo"))?;
    Answer::of(session, &Moved::of("redone", &redone))
}

pub(super) fn run(history: &History, session: &Session) -> Result<Answer> {
    let open = session.open()?;
    let past = open.library.history(open.study.id, history.limit)?;
    Answer::of(session, &Told { study: open.study.name, steps: past.iter().map(Entry::of).collect() })
}

/// What a step did, in the reader's language.
pub(super) fn step_said(words: &Words, name: &str, about: &str) -> String {
    words.say_with(&format!("step-{name}"), &[("about", Arg::Text(about))])
}

#[derive(Serialize)]
struct Moved {
    done: &'static str,
    step: String,
    about: String,
    edits: usize,
}

impl Moved {
    fn of(done: &'static str, undone: &Undone) -> Moved {
        Moved { done, step: undone.name.clone(), about: undone.about.clone(), edits: undone.edits.len() }
    }
}

impl Output for Moved {
    const SCHEMA: &'static str = "undone";

    fn human(&self, page: &mut Page<'_>) {
        let step = step_said(page.words, &self.step, &self.about);
        page.line(&page.say_with(&format!("cli-{}", self.done), &[("step", Arg::from(&step))]));
    }
}

#[derive(Serialize)]
struct Told {
    study: String,
    steps: Vec<Entry>,
}

/// One step of the past.
#[derive(Serialize)]
struct Entry {
    step: String,
    about: String,
    at: String,
    author: String,
    edits: u32,
    undone: bool,
}

impl Entry {
    fn of(past: &Past) -> Entry {
        Entry {
            step: past.name.clone(),
            about: past.about.clone(),
            at: past.at.to_string(),
            author: past.author.clone(),
            edits: past.edits,
            undone: past.undone,
        }
    }
}

impl Output for Told {
    const SCHEMA: &'static str = "history";

    fn human(&self, page: &mut Page<'_>) {
        let mut table = Table { right: vec![2], ..Table::default() };
        table.head = ["when", "who", "edits", "step"].iter().map(|it| page.say(&format!("cli-head-{it}"))).collect();
        for step in &self.steps {
            let mut said = step_said(page.words, &step.step, &step.about);
            if step.undone {
                said = format!("{said} {}", page.say("cli-history-undone"));
            }
            let when = step.at.get(..19).unwrap_or(&step.at).replace('T', " ");
            table.rows.push(vec![when, step.author.clone(), step.edits.to_string(), said]);
        }
        page.table(&table);
    }
}

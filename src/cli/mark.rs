//! `whybuy mark`: ties lines to a theme, for it or against it, or unties them.
//! A theme must be there already: a mistyped name shall not become a theme.

use clap::Args;
use serde::Serialize;

use super::output::{Answer, Output};
use super::page::Page;
use super::records::naming;
use super::session::Session;
use crate::domain::{Kind, Mark as Tie, Stance};
use crate::error::Result;
use crate::words::Arg;

/// Which lines, under which theme.
#[derive(Args)]
pub(super) struct Mark {
    #[arg(value_name = "LINE", required = true)]
    notes: Vec<String>,
    #[arg(long, short, value_name = "THEME")]
    theme: String,
    #[arg(long, conflicts_with = "remove")]
    contradicts: bool,
    #[arg(long)]
    remove: bool,
}

pub(super) fn run(mark: &Mark, session: &Session) -> Result<Answer> {
    let mut open = session.open()?;
    let theme = naming::theme(&open.research, &mark.theme)?.clone();
    let stance = if mark.contradicts { Stance::Contradicts } else { Stance::Supports };
    let mut step = open.step(if mark.remove { "unmark" } else { "mark" }, &theme.name);
    let mut notes = Vec::new();
    for code in &mark.notes {
        let note = naming::note(&open.research, code)?;
        let before = open.research.marks_of(note.id).find(|it| it.theme == theme.id);
        step = match (before, mark.remove) {
            (Some(before), true) => step.remove(Kind::Mark, before.id),
            (Some(before), false) => step.put(Tie { stance, ..before.clone() }),
            (None, true) => continue,
            (None, false) => step.put(Tie::new((open.id(), open.study.id), note.id, theme.id, stance)),
        };
        notes.push(open.research.code_of(note));
    }
    if !step.edits.is_empty() {
        open.save(step)?;
    }
    let done = if mark.remove { "unmarked" } else { stance.name() };
    Answer::of(session, &Marked { theme: theme.name, done, notes })
}

#[derive(Serialize)]
struct Marked {
    theme: String,
    done: &'static str,
    notes: Vec<String>,
}

impl Output for Marked {
    const SCHEMA: &'static str = "marked";

    fn human(&self, page: &mut Page<'_>) {
        let notes = self.notes.join(", ");
        let args =
            [("theme", Arg::from(&self.theme)), ("notes", Arg::from(&notes)), ("count", self.notes.len().into())];
        page.line(&page.say_with(&format!("cli-marked-{}", self.done), &args));
    }
}

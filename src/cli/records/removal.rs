//! Removing a record with everything that needs it, after showing what goes; and bringing it back, which is
//! the undo of that removal. Nothing is lost by either: the change log keeps both.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Done, Removed, naming};
use crate::cli::output::{self, Answer, Output};
use crate::cli::page::Page;
use crate::cli::session::{Open, Session};
use crate::domain::{Edit, Kind, text};
use crate::error::{Error, Result};
use crate::words::{Arg, Words};

/// How far back a removal is looked for.
const HISTORY: usize = 10_000;

/// Removes a record and everything that needs it, in one step.
pub fn remove(open: &mut Open, session: &Session, kind: Kind, removed: &Removed) -> Result<Answer> {
    let key = naming::find(&open.research, kind, &removed.name)?;
    let record = open.research.record(key).ok_or_else(|| naming::missing(kind, &removed.name))?;
    let name = naming::name_with(&open.research, &record);
    let edits = open.research.removal(key);
    let counts = counts(&edits);
    if !removed.yes {
        confirm(&session.words, &name, &counts)?;
    }
    let mut step = open.step(&format!("remove-{}", kind), &name);
    step.edits = edits;
    open.save(step)?;
    Answer::of(session, &Gone { done: "removed", kind, name, counts })
}

/// Takes back the newest removal of a record of this name.
pub fn restore(open: &mut Open, session: &Session, kind: Kind, typed: &str) -> Result<Answer> {
    let step = format!("remove-{kind}");
    let (shown, wanted) = (text::trim_line(typed).into_owned(), text::trim_line(typed).to_lowercase());
    let history = open.library.history(open.study.id, HISTORY)?;
    let mut standing = history.iter().filter(|past| !past.undone);
    let place = standing.position(|past| past.name == step && past.about.to_lowercase() == wanted);
    match place {
        None => Err(Error::not_found("nothing-removed").with("kind", kind).with("name", shown)),
        Some(0) => {
            let undone = open.library.undo(open.study.id)?;
            let name = undone.map_or(shown, |it| it.about);
            Answer::of(session, &Done { done: "restored", kind, name, record: None })
        }
        Some(later) => Err(Error::refused("restore-later-steps").with("name", shown).with("steps", later)),
    }
}

/// Brings back a study that is not in the library any more, and so is found by the log: the undo of its removal,
/// or where its beginning was undone, the redo of that.
pub fn restore_study(session: &Session, typed: &str) -> Result<Answer> {
    let mut library = session.library()?;
    let (shown, wanted) = (text::trim_line(typed).into_owned(), text::trim_line(typed).to_lowercase());
    let gone = library.gone()?.into_iter().find(|(_, name)| name.to_lowercase() == wanted);
    let Some((study, name)) = gone else {
        return Err(Error::not_found("nothing-removed").with("kind", Kind::Study).with("name", shown));
    };
    if library.history(study, 1)?.first().is_some_and(|newest| newest.undone) {
        library.redo(study)?;
    } else {
        library.undo(study)?;
    }
    Answer::of(session, &Done { done: "restored", kind: Kind::Study, name, record: None })
}

fn counts(edits: &[Edit]) -> BTreeMap<Kind, usize> {
    let mut counts = BTreeMap::new();
    for edit in edits {
        *counts.entry(edit.key().kind).or_insert(0) += 1;
    }
    counts
}

/// Shows what would go and asks; where nobody can answer it is refused.
fn confirm(words: &Words, name: &str, counts: &BTreeMap<Kind, usize>) -> Result<()> {
    let what = list(words, counts);
    let args = [("name", Arg::Text(name)), ("what", Arg::Text(&what))];
    let question = words.say_with("cli-ask-remove", &args);
    output::confirmed(&question, || Error::refused("needs-yes").with("name", name).with("what", &what))
}

/// `1 participant, 2 interviews, 40 lines` in the reader's language.
fn list(words: &Words, counts: &BTreeMap<Kind, usize>) -> String {
    let part = |(kind, count): (&Kind, &usize)| {
        let count = i64::try_from(*count).unwrap_or(i64::MAX);
        words.say_with(&format!("cli-count-{}", kind), &[("count", Arg::Count(count))])
    };
    counts.iter().map(part).collect::<Vec<String>>().join(", ")
}

#[derive(Serialize)]
struct Gone {
    done: &'static str,
    kind: Kind,
    name: String,
    counts: BTreeMap<Kind, usize>,
}

impl Output for Gone {
    const SCHEMA: &'static str = "done";

    fn human(&self, page: &mut Page<'_>) {
        let what = list(page.words, &self.counts);
        let kind = self.kind.name();
        let args = [("name", Arg::Text(&self.name)), ("what", Arg::Text(&what)), ("command", Arg::Text(kind))];
        page.line(&page.say_with("cli-removed", &args));
    }
}

//! From a command to the screens: what of a session the screens need to know. They answer nothing on stdout.

use std::env;

use super::output::Answer;
use super::session::Session;
use crate::domain::Id;
use crate::error::{Error, Result};
use crate::tui::{self, Colors, Start};
use crate::words::Words;

/// Opens the screens at home.
pub(super) fn open(session: &Session) -> Result<Answer> {
    let study = named(session)?;
    run(session, study, Start::Home)
}

/// Opens the screens at the capture of the newest interview of the participant with this code.
pub(super) fn capture(session: &Session, study: Id, participant: String) -> Result<Answer> {
    run(session, Some(study), Start::Capture(participant))
}

/// The study that `--study` names; without it the screens let choose.
fn named(session: &Session) -> Result<Option<Id>> {
    match session.study.as_deref() {
        Some(name) => Ok(Some(session.library()?.study(Some(name))?.id)),
        None => Ok(None),
    }
}

fn run(session: &Session, study: Option<Id>, start: Start) -> Result<Answer> {
    if session.json {
        return Err(Error::usage("screens-no-json"));
    }
    tui::run(tui::Options {
        library: session.options(),
        words: Words::new(session.lang),
        study,
        start,
        term: env::var("TERM").ok(),
        ascii: session.ascii,
        ambiguous: env::var("WHYBUY_AMBIGUOUS").ok().and_then(|it| it.parse().ok()),
        colors: colors(),
    })?;
    Ok(Answer::raw(Vec::new()))
}

/// How many colours the terminal says that it has; none at all where `NO_COLOR` is set.
fn colors() -> Colors {
    let has = |name: &str, wanted: &[&str]| env::var(name).is_ok_and(|it| wanted.iter().any(|part| it.contains(part)));
    if env::var_os("NO_COLOR").is_some_and(|it| !it.is_empty()) {
        Colors::None
    } else if has("COLORTERM", &["truecolor", "24bit"]) || has("TERM", &["256color", "kitty", "direct"]) {
        Colors::Full
    } else {
        Colors::Sixteen
    }
}

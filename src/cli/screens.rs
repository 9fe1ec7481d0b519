//! From a command to the screens: what of a session the screens need to know. The command line does not know them:
//! `main` gives it the way to open them. They answer nothing on stdout.

use super::output::Answer;
use super::session::Session;
use crate::domain::Id;
use crate::error::{Error, Result};
use crate::library::Options;
use crate::words::Words;

/// What the screens are to show.
pub struct Wish {
    /// The library.
    pub library: Options,
    /// The texts.
    pub words: Words,
    /// The study to open; none lets choose where there are several.
    pub study: Option<Id>,
    /// The code of the participant whose capture is shown first; none shows home.
    pub participant: Option<String>,
    /// Draw the chrome in ASCII.
    pub ascii: bool,
}

/// Opens the screens and returns when they are left.
pub type Show = fn(Wish) -> Result<()>;

/// Opens the screens at home.
pub(super) fn open(session: &Session) -> Result<Answer> {
    let study = named(session)?;
    run(session, study, None)
}

/// Opens the screens at the capture of the newest interview of the participant with this code.
pub(super) fn capture(session: &Session, study: Id, participant: String) -> Result<Answer> {
    run(session, Some(study), Some(participant))
}

/// The study that `--study` names; without it the screens let choose.
fn named(session: &Session) -> Result<Option<Id>> {
    match session.study.as_deref() {
        Some(name) => Ok(Some(session.library()?.study(Some(name))?.id)),
        None => Ok(None),
    }
}

fn run(session: &Session, study: Option<Id>, participant: Option<String>) -> Result<Answer> {
    if session.json {
        return Err(Error::usage("screens-no-json"));
    }
    let (library, words) = (session.options(), Words::new(session.lang));
    (session.show)(Wish { library, words, study, participant, ascii: session.ascii })?;
    Ok(Answer::raw(Vec::new()))
}

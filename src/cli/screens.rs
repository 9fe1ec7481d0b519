//! From a command to the screens or to the plain front end: what of a session they need to know. How they are opened
//! is told by the binary, because the three front ends do not know each other.

use std::io::IsTerminal;

use super::output::{self, Answer};
use super::session::Session;
use super::settings::Settings;
use crate::config::{Config, Keys, Palette, Probes};
use crate::domain::Id;
use crate::error::{Error, Result};
use crate::library::Options;
use crate::words::Lang;

/// What the screens are opened with.
#[derive(Debug)]
pub struct Screens {
    /// The library.
    pub library: Options,
    /// The language.
    pub lang: Lang,
    /// The study; without one the screens let choose.
    pub study: Option<Id>,
    /// The code of the participant whose capture is opened at once; without one the screens begin at home.
    pub capture: Option<String>,
    /// Only ASCII characters are drawn.
    pub ascii: bool,
    /// The mouse is taken.
    pub mouse: bool,
    /// The colours; without them the ground of the terminal decides.
    pub palette: Option<Palette>,
    /// The keys that differ from the defaults.
    pub keys: Keys,
    /// What is changed about the probes.
    pub probes: Probes,
    /// Cells of a row, where stdout is a terminal.
    pub columns: Option<usize>,
    /// What is wrong with the settings; nothing of it keeps the screens shut.
    pub faults: Vec<Error>,
}

/// The screens, as far as the command line knows them.
#[derive(Clone, Copy)]
pub struct Front {
    /// Opens the screens and returns when they are closed.
    pub open: fn(Screens) -> Result<()>,
    /// Opens the plain front end and returns when it is left.
    pub open_plain: fn(Screens) -> Result<()>,
    /// What is wrong with the keys that a configuration names.
    pub check_keys: fn(&Keys) -> Vec<Error>,
}

/// Refuses where nobody could see the screens or type into them.
pub(super) fn ready(session: &Session) -> Result<()> {
    if session.json {
        return Err(Error::usage("screens-no-json"));
    }
    if is_plain(session) || is_terminal() { Ok(()) } else { Err(Error::usage("needs-terminal")) }
}

fn is_terminal() -> bool {
    std::io::stdin().is_terminal() && std::io::stdout().is_terminal()
}

/// Whether it goes line by line: because it was asked for (`--plain`, `WHYBUY_PLAIN`), or because the terminal says
/// that it can do nothing else.
fn is_plain(session: &Session) -> bool {
    let is_set = |name: &str| std::env::var(name).is_ok_and(|it| !it.is_empty() && it != "0");
    let is_dumb = || std::env::var("TERM").map_or(true, |it| it.is_empty() || it == "dumb");
    session.asked.plain || is_set("WHYBUY_PLAIN") || (is_terminal() && is_dumb())
}

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

fn run(session: &Session, study: Option<Id>, capture: Option<String>) -> Result<Answer> {
    ready(session)?;
    let Settings { config, faults, .. } = Settings::of(session);
    let (ascii, mouse) = (config.ascii.unwrap_or_default(), config.mouse.unwrap_or_default());
    let Config { palette, keys, probes, .. } = config;
    let (library, lang) = (session.options(), session.lang);
    let columns = output::stdout_width();
    let screens = Screens { library, lang, study, capture, ascii, mouse, palette, keys, probes, columns, faults };
    let open = if is_plain(session) { session.front.open_plain } else { session.front.open };
    open(screens)?;
    Ok(Answer::raw(Vec::new()))
}

//! The plain front end, for screen readers and terminals that can do nothing: one line is asked, one is told, every
//! state is said in words. It captures through the same steps as the screens and knows nothing of them. Input and
//! output come from outside, so that a whole sitting is a transcript.

mod aside;
mod capture;
mod cells;
mod commands;
mod entry;
mod find;
pub mod hearing;
mod home;
pub mod paper;
mod people;
mod reading;
mod session;
#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests;
mod work;

use std::io::Write;

use crate::config::Probes;
use crate::domain::Id;
use crate::error::{Error, Result};
use crate::library;
use crate::words::Words;
use hearing::Hearing;
use paper::Paper;
use session::Session;
use work::Work;

/// Everything that a sitting is given from outside.
pub struct Options {
    /// The library.
    pub library: library::Options,
    /// The texts.
    pub words: Words,
    /// The study to open; none lets choose where there are several.
    pub study: Option<Id>,
    /// The code of the participant whose capture is opened at once; none begins at home.
    pub capture: Option<String>,
    /// Cells of a row; none wraps nothing.
    pub width: Option<usize>,
    /// Whether what is heard is told back, because no terminal does.
    pub echo: bool,
    /// What is changed about the probes.
    pub probes: Probes,
    /// What is wrong with the settings; told first.
    pub faults: Vec<Error>,
}

/// Runs a sitting until it is left. Whatever was told as saved is on disk.
///
/// # Errors
///
/// Where the library cannot be opened, or where something that was typed could not be saved in the end.
pub fn run(options: Options, hearing: &mut dyn Hearing, out: &mut dyn Write) -> Result<()> {
    let work = Work::open(options.library)?;
    let paper = Paper::new(out, options.width);
    let mut session = Session::new(work, options.words, (hearing, paper), options.echo);
    session.probes = options.probes;
    session.sit(options.study, options.capture, &options.faults);
    session.leave()
}

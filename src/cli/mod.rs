//! The command line: what can be typed, what it answers, and in which words. It talks to the library and to
//! pure functions of the domain; it knows no SQL, no index and no screen. One file per command or family.

use std::ffi::OsString;
use std::process::ExitCode;

use clap::FromArgMatches;

use self::args::{Cli, Command};
use self::output::Answer;
use self::session::Session;
use crate::error::{Error, ErrorKind, Result};
use crate::process;
use crate::words::{Lang, Words};

mod args;
mod backup;
mod brief;
mod consent;
mod coverage;
mod demo;
mod doctor;
mod export;
mod files;
mod help;
mod history;
mod import;
mod journey;
mod log;
mod mark;
mod note;
mod output;
mod page;
mod places;
mod records;
mod reindex;
mod report_page;
mod screens;
mod search;
mod sentence;
mod session;
mod show;
mod usage;

pub use screens::{Show, Wish};

/// Runs one command line, `argv[0]` included, and gives the exit code of the process; `show` opens the screens.
pub fn main(argv: impl IntoIterator<Item = OsString>, show: Show) -> ExitCode {
    let argv = help::as_flag(argv.into_iter().collect());
    let lang = usage::lang_of(&argv);
    let words = Words::new(lang);
    process::report_panics_privately(words.say("error-crash"));
    let json = usage::wants_json(&argv);
    let told = match help::command(&words).try_get_matches_from(&argv) {
        Ok(matches) => Cli::from_arg_matches(&matches).map_err(|fault| usage::explain(&fault)),
        Err(fault) if fault.use_stderr() => Err(usage::explain(&fault)),
        Err(asked) => return finish(output::deliver(&Answer::raw(asked.render().to_string())), &words, json),
    };
    finish(told.and_then(|cli| run(cli, lang, show)), &words, json)
}

fn finish(result: Result<ExitCode>, words: &Words, json: bool) -> ExitCode {
    result.unwrap_or_else(|error| output::complain(&error, words, json))
}

fn run(cli: Cli, lang: Lang, show: Show) -> Result<ExitCode> {
    process::keep_private().map_err(|fault| Error::new(ErrorKind::Io, "not-private").because(fault))?;
    let session = Session::new(cli.globals, lang, show)?;
    let answer = match &cli.command {
        None => screens::open(&session)?,
        Some(command) => answer(command, &session)?,
    };
    output::deliver(&answer)
}

fn answer(command: &Command, session: &Session) -> Result<Answer> {
    match command {
        Command::Demo(it) => demo::run(it, session),
        Command::Study(it) => records::study::run(it, session),
        Command::Persona(it) => records::run(it, session),
        Command::Participant(it) => records::run(it, session),
        Command::Deal(it) => records::run(it, session),
        Command::Interview(it) => records::run(it, session),
        Command::Question(it) => records::run(it, session),
        Command::Theme(it) => records::run(it, session),
        Command::Log(it) => log::run(it, session),
        Command::Note(it) => note::run(it, session),
        Command::Mark(it) => mark::run(it, session),
        Command::Import(it) => import::run(it, session),
        Command::Export(it) => export::run(it, session),
        Command::Search(it) => search::run(it, session),
        Command::Show(it) => show::run(it, session),
        Command::Coverage(it) => coverage::run(it, session),
        Command::Brief(it) => brief::run(it, session),
        Command::Journey(it) => journey::run(it, session),
        Command::Undo => history::undo(session),
        Command::Redo => history::redo(session),
        Command::History(it) => history::run(it, session),
        Command::Consent(it) => consent::run(it, session),
        Command::Backup(it) => backup::run(it, session),
        Command::Restore(it) => backup::restore(it, session),
        Command::Reindex => reindex::run(session),
        Command::Doctor => doctor::run(session),
    }
}

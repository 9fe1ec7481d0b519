//! The command line: what can be typed, what it answers, and in which words. It talks to the library and to
//! pure functions of the domain; it knows no SQL, no index and no screen. One file per command or family.

use std::ffi::OsString;
use std::process::ExitCode;

use clap::FromArgMatches;

use self::args::{Cli, Command};
use self::output::Answer;
use self::session::Session;
use crate::error::{Error, Result};
use crate::words::{Lang, Words};
pub use screens::{Front, Screens};

mod args;
mod backup;
mod brief;
mod consent;
mod coverage;
mod demo;
mod doctor;
mod editions;
mod export;
mod files;
mod help;
mod history;
mod import;
mod journey;
mod leaks;
mod log;
mod mark;
mod note;
mod output;
mod page;
mod places;
mod propose;
mod records;
mod recruiting;
mod reindex;
mod report_page;
mod rescue;
mod screens;
mod search;
mod sentence;
mod session;
mod settings;
mod show;
mod templates;
mod usage;
mod verify;

/// The language of a command line, before anything of it is understood.
pub fn language(argv: &[OsString]) -> Lang {
    usage::lang_of(argv)
}

/// Says why nothing of a command line is done, and gives the exit code of the process.
pub fn refuse(argv: &[OsString], error: &Error) -> ExitCode {
    output::complain(error, &Words::new(language(argv)), usage::wants_json(argv))
}

/// Runs one command line, `argv[0]` included, and gives the exit code of the process.
pub fn main(argv: Vec<OsString>, front: Front) -> ExitCode {
    let argv = help::as_flag(argv);
    run(&argv, front).unwrap_or_else(|error| refuse(&argv, &error))
}

fn run(argv: &[OsString], front: Front) -> Result<ExitCode> {
    let lang = language(argv);
    let matches = match help::command(&Words::new(lang)).try_get_matches_from(argv) {
        Ok(matches) => matches,
        Err(fault) if fault.use_stderr() => return Err(usage::explain(&fault)),
        Err(asked) => return output::deliver(&Answer::raw(asked.render().to_string())),
    };
    let cli = Cli::from_arg_matches(&matches).map_err(|fault| usage::explain(&fault))?;
    let session = Session::new(cli.globals, lang, front)?;
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
        Command::Persona(it) => records::persona::run(it, session),
        Command::Participant(it) => records::participant::run(it, session),
        Command::Deal(it) => records::run(it, session),
        Command::Interview(it) => records::interview::run(it, session),
        Command::Question(it) => records::question::run(it, session),
        Command::Theme(it) => records::theme::run(it, session),
        Command::Trigger(it) => records::run(it, session),
        Command::Alternative(it) => records::run(it, session),
        Command::Synonym(it) => records::run(it, session),
        Command::SavedSearch(it) => records::run(it, session),
        Command::Log(it) => log::run(it, session),
        Command::Note(it) => note::run(it, session),
        Command::Mark(it) => mark::run(it, session),
        Command::Import(it) => import::run(it, session),
        Command::Export(it) => export::run(it, session),
        Command::Search(it) => search::run(it, session),
        Command::Show(it) => show::run(it, session),
        Command::Coverage(it) => coverage::run(it, session),
        Command::Saturation(it) => recruiting::saturation(it, session),
        Command::Gate(it) => recruiting::gate(it, session),
        Command::Next(it) => recruiting::next(it, session),
        Command::Brief(it) => brief::run(it, session),
        Command::Journey(it) => journey::run(it, session),
        Command::Verify(it) => verify::run(it, session),
        Command::Leaks(it) => leaks::run(it, session),
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

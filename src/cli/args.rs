//! What can be typed: the structure of the command line, without a word of its texts (those are put on by
//! `help` from the words). One arm per command; the arguments of a command stand in its own file.

use clap::{Args, Parser, Subcommand, ValueEnum};

use super::records::{
    Verb, alternative, deal, interview, participant, persona, question, saved_search, study, synonym, theme, trigger,
};
use super::{
    backup, brief, consent, coverage, demo, export, history, import, journey, leaks, log, mark, note, recruiting,
    search, show, verify,
};
use crate::config::Palette;
use crate::words::Lang;

/// The whole command line.
#[derive(Parser)]
#[command(name = "whybuy", version, disable_help_flag = true, disable_version_flag = true)]
#[command(disable_help_subcommand = true)]
pub(super) struct Cli {
    #[command(flatten)]
    pub globals: Globals,
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// The flags that every command takes.
#[derive(Args)]
pub(super) struct Globals {
    #[arg(long, global = true)]
    pub json: bool,
    #[arg(long, global = true, value_name = "LANG")]
    pub lang: Option<LangName>,
    #[arg(long, global = true, value_name = "FILE", env = "WHYBUY_LIBRARY")]
    pub library: Option<std::path::PathBuf>,
    #[arg(long, global = true, value_name = "NAME")]
    pub study: Option<String>,
    #[arg(long, global = true, value_name = "FILE", env = "WHYBUY_CONFIG")]
    pub config: Option<std::path::PathBuf>,
    #[arg(long, global = true)]
    pub ascii: bool,
    #[arg(long, global = true)]
    pub plain: bool,
    #[arg(long, global = true)]
    pub mouse: bool,
    #[arg(long, global = true, value_name = "PALETTE")]
    pub palette: Option<PaletteName>,
}

/// The languages as they are named on the command line.
#[derive(Clone, Copy, ValueEnum)]
pub(super) enum LangName {
    En,
    Ko,
}

impl From<LangName> for Lang {
    fn from(name: LangName) -> Lang {
        match name {
            LangName::En => Lang::En,
            LangName::Ko => Lang::Ko,
        }
    }
}

/// The palettes as they are named on the command line.
#[derive(Clone, Copy, ValueEnum)]
pub(super) enum PaletteName {
    Dark,
    Light,
    HighContrast,
}

impl From<PaletteName> for Palette {
    fn from(name: PaletteName) -> Palette {
        match name {
            PaletteName::Dark => Palette::Dark,
            PaletteName::Light => Palette::Light,
            PaletteName::HighContrast => Palette::HighContrast,
        }
    }
}

/// Every command.
#[derive(Subcommand)]
pub(super) enum Command {
    Demo(demo::Demo),
    #[command(subcommand)]
    Study(Verb<study::New>),
    #[command(subcommand)]
    Persona(persona::Personas),
    #[command(subcommand)]
    Participant(participant::People),
    #[command(subcommand)]
    Deal(Verb<deal::New>),
    #[command(subcommand)]
    Interview(interview::Interviews),
    #[command(subcommand)]
    Question(question::Questions),
    #[command(subcommand)]
    Theme(theme::Themes),
    #[command(subcommand)]
    Trigger(Verb<trigger::New>),
    #[command(subcommand)]
    Alternative(Verb<alternative::New>),
    #[command(subcommand)]
    Synonym(Verb<synonym::New>),
    #[command(subcommand)]
    SavedSearch(Verb<saved_search::New>),
    Log(log::Log),
    #[command(subcommand)]
    Note(note::Note),
    Mark(mark::Mark),
    Import(import::Import),
    Export(export::Export),
    Search(search::Search),
    Show(show::Show),
    Coverage(coverage::Coverage),
    Saturation(recruiting::OfPersona),
    Gate(recruiting::Named),
    Next(recruiting::Named),
    Brief(brief::Brief),
    Journey(Box<journey::Journey>),
    Verify(verify::Verify),
    Leaks(leaks::Leaks),
    Undo,
    Redo,
    History(history::History),
    #[command(subcommand)]
    Consent(consent::Consent),
    Backup(backup::Backup),
    Restore(backup::Restore),
    Reindex,
    Doctor,
}

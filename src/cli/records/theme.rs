//! A new theme inside a dimension.
//! Marking lines under it lives in `mark`.

use clap::builder::PossibleValuesParser;
use clap::{Args, Subcommand};

use super::{Verb, fields};
use crate::cli::output::Answer;
use crate::cli::propose::{self, Propose};
use crate::cli::session::{Open, Session};
use crate::domain::{Dimension, Kind, Record, Subject, Theme};
use crate::error::Result;

/// What can be done with themes.
#[derive(Subcommand)]
pub enum Themes {
    #[command(flatten)]
    Any(Verb<New>),
    Propose(Propose),
}

/// Does a verb on themes.
pub fn run(themes: &Themes, session: &Session) -> Result<Answer> {
    match themes {
        Themes::Any(verb) => super::run(verb, session),
        Themes::Propose(args) => propose::run(args, session),
    }
}

/// What a new theme needs.
#[derive(Args)]
pub struct New {
    #[arg(value_name = "NAME")]
    name: String,
    #[arg(long, short, value_name = "DIMENSION", value_parser = PossibleValuesParser::new(FIVE))]
    dimension: String,
    #[arg(long, value_name = "TEXT", default_value = "")]
    memo: String,
}

/// The names of the five dimensions: those of the subjects without the path.
pub const FIVE: &[&str] = match Subject::NAMES {
    [five @ .., _path] => five,
    [] => &[],
};

impl super::New for New {
    const KIND: Kind = Kind::Theme;

    fn record(&self, open: &Open) -> Result<Record> {
        let dimension = fields::named(Some(&self.dimension)).unwrap_or(Dimension::Unsorted);
        let theme = Theme::blank((open.id(), open.study.id), dimension, fields::line(&self.name), open.now());
        Ok(Record::Theme(Theme { memo: fields::line(&self.memo), ..theme }))
    }
}

//! A new question at the end of the guide.
//! What every kind shares of its verbs lives in `records`.

use clap::Args;
use clap::builder::PossibleValuesParser;

use super::{fields, naming};
use crate::cli::session::Open;
use crate::domain::{Kind, Question, Record, Subject};
use crate::error::Result;

/// What a new question needs.
#[derive(Args)]
pub struct New {
    #[arg(value_name = "TEXT")]
    text: String,
    #[arg(long = "about", value_name = "SUBJECT", value_parser = PossibleValuesParser::new(Subject::NAMES))]
    subject: String,
    #[arg(long, value_name = "TEXT")]
    probe: Vec<String>,
    #[arg(long, value_name = "NAME")]
    theme: Option<String>,
}

impl super::New for New {
    const KIND: Kind = Kind::Question;

    fn record(&self, open: &Open) -> Result<Record> {
        let theme = self.theme.as_deref().map(|name| naming::theme(&open.research, name)).transpose()?;
        let position = open.research.guide().last().map_or(1, |last| last.position + 1);
        Ok(Record::Question(Question {
            id: open.id(),
            study: open.study.id,
            position,
            subject: fields::named(Some(&self.subject)).unwrap_or(Subject::Path),
            text: fields::line(&self.text),
            probes: self.probe.iter().map(|probe| fields::line(probe)).collect(),
            theme: theme.map(|theme| theme.id),
        }))
    }
}

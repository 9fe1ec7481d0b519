//! A new interview: planned, with a date, with one participant.
//! What every kind shares of its verbs lives in `records`.

use clap::Args;
use clap::builder::PossibleValuesParser;

use super::{fields, naming};
use crate::cli::session::Open;
use crate::domain::{Interview, Kind, Moment, Record, Source, Status, text};
use crate::error::{Error, Result};

/// What a new interview needs; the date is today where none is given, and the label is the date.
#[derive(Args)]
pub struct New {
    #[arg(value_name = "PARTICIPANT")]
    participant: String,
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
    #[arg(long, value_name = "TEXT")]
    label: Option<String>,
    #[arg(long, value_name = "SOURCE", value_parser = PossibleValuesParser::new(Source::NAMES))]
    source: Option<String>,
    #[arg(long, value_name = "MOMENT")]
    planned: Option<String>,
}

impl super::New for New {
    const KIND: Kind = Kind::Interview;

    fn record(&self, open: &Open) -> Result<Record> {
        let planned = self.planned.as_deref().map(moment).transpose()?;
        let today = || planned.map_or_else(|| open.library.mint().today(), Moment::date);
        let date = self.date.as_deref().map(fields::date).transpose()?.unwrap_or_else(today);
        let label = self.label.as_deref().map_or_else(|| date.to_string(), fields::line);
        Ok(Record::Interview(Interview {
            id: open.id(),
            study: open.study.id,
            participant: naming::participant(&open.research, &self.participant)?.id,
            label,
            date,
            source: fields::named(self.source.as_deref()).unwrap_or(Source::Interview),
            status: Status::Planned,
            planned,
            started: None,
            recorder: None,
            ended: None,
            sorted: None,
        }))
    }
}

fn moment(typed: &str) -> Result<Moment> {
    typed.parse().map_err(|_| Error::usage("not-a-moment").with("value", text::clean(typed)))
}

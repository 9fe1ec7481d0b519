//! A new deal: one purchase case, under a label that names no company.
//! What every kind shares of its verbs lives in `records`.

use clap::Args;
use clap::builder::PossibleValuesParser;

use super::fields;
use crate::cli::session::Open;
use crate::domain::{Deal, Kind, Outcome, Record};
use crate::error::Result;

/// What a new deal needs.
#[derive(Args)]
pub struct New {
    #[arg(value_name = "NAME")]
    name: String,
    #[arg(long, value_name = "OUTCOME", value_parser = PossibleValuesParser::new(Outcome::NAMES))]
    outcome: Option<String>,
    #[arg(long, value_name = "TEXT", default_value = "")]
    competitor: String,
}

impl super::New for New {
    const KIND: Kind = Kind::Deal;

    fn record(&self, open: &Open) -> Result<Record> {
        Ok(Record::Deal(Deal {
            id: open.id(),
            study: open.study.id,
            name: fields::line(&self.name),
            outcome: fields::named(self.outcome.as_deref()),
            competitor: fields::line(&self.competitor),
        }))
    }
}

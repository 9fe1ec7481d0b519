//! A new participant: a code, never a name.
//! What every kind shares of its verbs lives in `records`; consent has a command of its own.

use clap::Args;
use clap::builder::PossibleValuesParser;

use super::{fields, naming};
use crate::cli::session::Open;
use crate::domain::{Consent, Kind, Outcome, Participant, Record, Recruited};
use crate::error::Result;

/// What a new participant needs; without a code the next free one is given.
#[derive(Args)]
pub struct New {
    #[arg(value_name = "CODE")]
    code: Option<String>,
    #[arg(long, value_name = "NAME")]
    persona: Option<String>,
    #[arg(long, value_name = "NAME")]
    deal: Option<String>,
    #[arg(long, value_name = "TEXT", default_value = "")]
    role: String,
    #[arg(long, value_name = "OUTCOME", value_parser = PossibleValuesParser::new(Outcome::NAMES))]
    outcome: Option<String>,
    #[arg(long, value_name = "FROM", value_parser = PossibleValuesParser::new(Recruited::NAMES))]
    recruited: Option<String>,
    #[arg(long = "attr", value_name = "KEY=VALUE")]
    attr: Vec<String>,
}

impl super::New for New {
    const KIND: Kind = Kind::Participant;

    fn record(&self, open: &Open) -> Result<Record> {
        let deal = self.deal.as_deref().map(|name| naming::find(&open.research, Kind::Deal, name)).transpose()?;
        Ok(Record::Participant(Participant {
            id: open.id(),
            study: open.study.id,
            code: self.code.as_deref().map_or_else(|| open.research.next_code(), fields::line),
            persona: naming::persona_id(&open.research, self.persona.as_deref())?,
            deal: deal.map(|key| key.id),
            role: fields::line(&self.role),
            recruited: fields::named(self.recruited.as_deref()),
            outcome: fields::named(self.outcome.as_deref()),
            attributes: fields::attributes(&self.attr)?,
            consent: Consent::default(),
        }))
    }
}

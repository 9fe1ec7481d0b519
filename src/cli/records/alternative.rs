//! A new alternative: what a participant considered besides what was bought, whether it was kept, and why.
//! What every kind shares of its verbs lives in `records`.

use clap::Args;
use clap::builder::PossibleValuesParser;

use super::{fields, naming};
use crate::cli::session::Open;
use crate::domain::{Alternative, AlternativeKind, Kind, Record};
use crate::error::Result;

/// What a new alternative needs.
#[derive(Args)]
pub struct New {
    #[arg(value_name = "INTERVIEW")]
    interview: String,
    #[arg(value_name = "KIND", value_parser = PossibleValuesParser::new(AlternativeKind::NAMES))]
    kind: String,
    #[arg(value_name = "NAME", default_value = "")]
    name: String,
    #[arg(long, value_name = "YES-OR-NO")]
    kept: Option<bool>,
    #[arg(long, value_name = "TEXT", default_value = "")]
    why: String,
    #[arg(long, value_name = "CODE")]
    line: Option<String>,
}

impl super::New for New {
    const KIND: Kind = Kind::Alternative;

    fn record(&self, open: &Open) -> Result<Record> {
        let interview = naming::interview(&open.research, &self.interview)?;
        let note = self.line.as_ref().map(|code| naming::note(&open.research, code)).transpose()?;
        Ok(Record::Alternative(Alternative {
            id: open.id(),
            study: open.study.id,
            interview: interview.id,
            kind: fields::named(Some(&self.kind)).unwrap_or(AlternativeKind::Other),
            name: fields::line(&self.name),
            kept: self.kept,
            why: fields::line(&self.why),
            note: note.map(|note| note.id),
        }))
    }
}

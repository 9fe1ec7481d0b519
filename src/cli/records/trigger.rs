//! A new trigger card: what brings a trigger about, what it brings about, and what the company does and says then.
//! What every kind shares of its verbs lives in `records`.

use clap::Args;

use super::{fields, naming};
use crate::cli::session::Open;
use crate::domain::{Dimension, Kind, Record, TriggerCard};
use crate::error::{Error, Result};

/// What a new trigger card needs.
#[derive(Args)]
pub struct New {
    #[arg(value_name = "THEME")]
    theme: String,
    #[arg(long, value_name = "TEXT", default_value = "")]
    event: String,
    #[arg(long, value_name = "TEXT", default_value = "")]
    cause: String,
    #[arg(long, value_name = "TEXT", default_value = "")]
    effect: String,
    #[arg(long, value_name = "YES-OR-NO")]
    trackable: Option<bool>,
    #[arg(long, value_name = "TEXT", default_value = "")]
    action: String,
    #[arg(long, value_name = "TEXT", default_value = "")]
    rejected: String,
    #[arg(long, value_name = "TEXT", default_value = "")]
    message: String,
}

impl super::New for New {
    const KIND: Kind = Kind::TriggerCard;

    fn record(&self, open: &Open) -> Result<Record> {
        let theme = naming::theme(&open.research, &self.theme)?;
        if theme.dimension != Dimension::Trigger {
            return Err(Error::refused("card-needs-trigger").with("name", &theme.name));
        }
        Ok(Record::TriggerCard(TriggerCard {
            id: open.id(),
            study: open.study.id,
            theme: theme.id,
            event: fields::line(&self.event),
            cause: fields::line(&self.cause),
            effect: fields::line(&self.effect),
            trackable: self.trackable,
            action: fields::line(&self.action),
            rejected: fields::line(&self.rejected),
            message: fields::line(&self.message),
        }))
    }
}

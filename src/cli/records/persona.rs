//! A new persona.
//! What every kind shares of its verbs lives in `records`.

use clap::Args;

use super::fields;
use crate::cli::session::Open;
use crate::domain::{Kind, Persona, Record};
use crate::error::Result;

/// What a new persona needs.
#[derive(Args)]
pub struct New {
    #[arg(value_name = "NAME")]
    name: String,
    #[arg(long = "about", value_name = "TEXT", default_value = "")]
    who: String,
    #[arg(long, value_name = "TEXT", default_value = "")]
    approach: String,
    #[arg(long = "attr", value_name = "KEY=VALUE")]
    attr: Vec<String>,
}

impl super::New for New {
    const KIND: Kind = Kind::Persona;

    fn record(&self, open: &Open) -> Result<Record> {
        Ok(Record::Persona(Persona {
            id: open.id(),
            study: open.study.id,
            name: fields::line(&self.name),
            about: fields::line(&self.who),
            approach: fields::line(&self.approach),
            attributes: fields::attributes(&self.attr)?,
        }))
    }
}

//! A new synonym: words that mean the same to this team.
//! What a search does with it is the library's.

use clap::Args;

use super::fields;
use crate::cli::session::Open;
use crate::domain::{Kind, Record, Synonym};
use crate::error::Result;

/// What a new synonym needs.
#[derive(Args)]
pub struct New {
    #[arg(value_name = "WORD", required = true, num_args = 2..)]
    words: Vec<String>,
}

impl super::New for New {
    const KIND: Kind = Kind::Synonym;

    fn record(&self, open: &Open) -> Result<Record> {
        let words = self.words.iter().map(|word| fields::line(word)).collect();
        Ok(Record::Synonym(Synonym { id: open.id(), study: open.study.id, words }))
    }
}

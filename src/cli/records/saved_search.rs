//! A new saved search: a query that is asked again.
//! Who is new in it is told on home and by `whybuy saved-search list`.

use clap::Args;

use super::fields;
use crate::cli::session::Open;
use crate::domain::{Kind, Record, SavedSearch};
use crate::error::Result;
use crate::library::Library;

/// What a new saved search needs.
#[derive(Args)]
pub struct New {
    #[arg(value_name = "NAME")]
    name: String,
    #[arg(value_name = "QUERY", required = true)]
    query: Vec<String>,
}

impl super::New for New {
    const KIND: Kind = Kind::SavedSearch;

    fn record(&self, open: &Open) -> Result<Record> {
        let (name, query) = (fields::line(&self.name), fields::line(&self.query.join(" ")));
        Library::understands(&query)?;
        Ok(Record::SavedSearch(SavedSearch { id: open.id(), study: open.study.id, name, query, seen: Vec::new() }))
    }
}

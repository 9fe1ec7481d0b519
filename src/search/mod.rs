//! Finding lines: one query language, one analyzer, one set of rules for what a word finds. A query is turned into
//! ways of finding; the same ways are looked up in the tantivy index ([`Index::search`]) and in a text in memory
//! ([`Query::matches`]), so both select the same notes with the same scores. Nothing of the store, of people or of
//! screens lives here: filters about people are handed to the library, which answers with a [`Scope`].

mod alike;
mod answer;
mod bits;
mod columns;
mod count;
mod document;
mod english;
mod fields;
mod filter;
mod folder;
mod follow;
mod gather;
mod inflect;
mod layout;
mod lexicon;
mod lookup;
mod matcher;
mod naming;
mod near;
mod places;
mod plan;
mod predicate;
mod query;
mod shelf;
mod spelling;
mod tokenizer;
mod view;
mod wanted;

use crate::domain::hangul;
pub use alike::Content;
pub use answer::{Candidate, Candidates, PlaceCount, Scope, Tallied, weight};
pub use filter::{By, Filter, Sign, Traits};
pub use follow::{Follow, Index, Unusable};
pub use lexicon::Lexicon;
pub use matcher::Reader;
pub use places::{Interviews, Place, Places};
pub use query::{Expansion, Match, Means, Query, parse, parse_with, without_each_part};
pub use shelf::Shelf;

/// A position in the change log of the store; 0 is before the first change.
pub type Seq = i64;

#[cfg(test)]
mod tests;

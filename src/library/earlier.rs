//! Earlier wordings: what a line said before it was corrected. They are not in the index; the few lines that were ever
//! corrected are read from the store when a query asks for them (`revision:all`), and what is found is marked as old.

use std::collections::HashMap;

use super::finder::Finder;
use super::tally::{Tally, is_asked};
use crate::domain::Id;
use crate::error::Result;
use crate::search::{Query, Scope};

/// What an earlier wording is worth beside the newest one.
const OLD: f32 = 0.5;

/// The earlier wordings that were found, with their revisions, by note.
pub(super) type Earlier = HashMap<Id, (u32, String)>;

impl Finder {
    /// Adds to what was found the lines that once said so and no longer do.
    pub(super) fn find_earlier(&self, query: &Query, scope: &Scope, tally: &mut Tally) -> Result<Earlier> {
        let mut found = Earlier::new();
        if !query.asks_earlier() || !query.has_words() {
            return Ok(found);
        }
        let corrected: HashMap<_, _> = self.store.corrected()?.into_iter().collect();
        let mut notes: Vec<Id> = corrected.keys().copied().collect();
        notes.sort_unstable();
        for document in self.store.documents(&notes)? {
            if !is_asked(&document, query, scope) || query.matches(&document.text).is_some() {
                continue;
            }
            let revisions = (1..).zip(corrected.get(&document.note).into_iter().flatten());
            let mut said =
                revisions.filter_map(|(number, it)| Some((number, it, query.matches(&it.text)?))).collect::<Vec<_>>();
            if let Some((number, revision, matched)) = said.pop() {
                tally.add(&document, matched.score * OLD, (scope, &self.people));
                found.insert(document.note, (number, revision.text.clone()));
            }
        }
        Ok(found)
    }
}

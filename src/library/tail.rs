//! What the index has not reached: the newest wording of each changed note, or that it is gone. Each wording is taken
//! apart once, so that a search costs little however many lines wait.

use std::collections::{BTreeMap, HashMap};

use super::following;
use super::people::People;
use super::tally::{Tally, is_asked};
use crate::domain::{Document, Id};
use crate::error::Result;
use crate::search::{Query, Scope, Shelf};
use crate::store::{Seq, Store};

/// Changes taken in at once.
const PAGE: usize = 20_000;

/// See the module.
#[derive(Default)]
pub(super) struct Tail {
    from: Seq,
    until: Seq,
    notes: BTreeMap<Id, Option<Document>>,
    shelf: Shelf,
    /// The note of each text on the shelf, and the newest text of each note.
    shelved: Vec<Id>,
    newest: HashMap<Id, usize>,
}

impl Tail {
    /// Makes the tail reach from the index's position to the store's.
    pub(super) fn reach(&mut self, store: &Store, from: Seq, until: Seq) -> Result<()> {
        if self.from != from {
            *self = Tail { from, until: from, ..Tail::default() };
        }
        while self.until < until {
            let changes = store.since(self.until, PAGE)?;
            let Some(last) = changes.last() else { break };
            self.until = last.seq;
            let textual: Vec<_> = changes.into_iter().filter(|it| following::touches_text(&it.edit)).collect();
            let touched: Vec<Id> = following::touched(store, &textual)?.into_iter().collect();
            for note in &touched {
                self.notes.insert(*note, None);
                self.newest.remove(note);
            }
            store.documents(&touched)?.into_iter().for_each(|document| self.put(document));
        }
        Ok(())
    }

    fn put(&mut self, document: Document) {
        self.shelf.put(self.shelved.len(), &document.text);
        self.newest.insert(document.note, self.shelved.len());
        self.shelved.push(document.note);
        self.notes.insert(document.note, Some(document));
    }

    /// How many notes changed.
    pub(super) fn len(&self) -> usize {
        self.notes.len()
    }

    /// Every note that changed, with its newest wording where it is still there.
    pub(super) fn notes(&self) -> &BTreeMap<Id, Option<Document>> {
        &self.notes
    }

    /// Adds what a query finds among them.
    pub(super) fn find(&self, (query, scope): (&Query, &Scope), people: &People, tally: &mut Tally) {
        if !query.has_words() {
            return tally.take(self.notes.values().flatten(), (query, scope), people);
        }
        for (at, matched) in self.shelf.found(query) {
            let note = self.shelved.get(at).filter(|note| self.newest.get(*note) == Some(&at));
            let document = note.and_then(|note| self.notes.get(note)).and_then(Option::as_ref);
            if let Some(document) = document.filter(|it| is_asked(it, query, scope)) {
                tally.add(document, matched.score, (scope, people));
            }
        }
    }
}

//! The tail: the lines that the index has not reached, in memory, so that a line is found the moment it is on disk.
//! It goes when the index has caught up.

use std::collections::BTreeMap;

use super::following;
use crate::domain::Id;
use crate::domain::line::Document;
use crate::error::Result;
use crate::store::{Seq, Store};

/// Changes taken into the tail at once.
const PAGE: usize = 20_000;

/// What the index has not reached: the newest wording of each changed note, or that it is gone.
#[derive(Default)]
pub(super) struct Tail {
    from: Seq,
    until: Seq,
    pub notes: BTreeMap<Id, Option<Document>>,
}

impl Tail {
    /// Makes the tail reach from the index's position to the store's.
    pub(super) fn reach(&mut self, store: &Store, from: Seq, until: Seq) -> Result<()> {
        if self.from != from {
            *self = Tail { from, until: from, notes: BTreeMap::new() };
        }
        while self.until < until {
            let changes = store.since(self.until, PAGE)?;
            let Some(last) = changes.last() else { break };
            self.until = last.seq;
            let textual: Vec<_> = changes.into_iter().filter(|it| following::touches_text(&it.edit)).collect();
            let touched: Vec<Id> = following::touched(store, &textual)?.into_iter().collect();
            self.notes.extend(touched.iter().map(|note| (*note, None)));
            let documents = store.documents(&touched)?;
            self.notes.extend(documents.into_iter().map(|document| (document.note, Some(document))));
        }
        Ok(())
    }
}

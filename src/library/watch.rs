//! The saved searches, run again at rest: whom each finds by now. They wait behind everything that somebody asks for,
//! one after the other, so that no search is ever late because of them.

use std::collections::{BTreeSet, VecDeque};

use super::finder::Finder;
use super::found::Request;
use super::news::News;
use crate::domain::Id;

/// Saved searches that are to be run again, with their queries.
pub type Searches = Vec<(Id, String)>;

/// Those that still wait.
#[derive(Default)]
pub(super) struct Watch {
    waiting: VecDeque<(Id, String)>,
}

impl Watch {
    /// All of these, and none that was asked for before: what has changed since is found by the new ones.
    pub(super) fn begin(&mut self, searches: Searches) {
        self.waiting = searches.into();
    }

    pub(super) fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    /// Runs the next one. A query that is not understood (any more) finds nobody: nobody asked for it now, and the
    /// search screen says why.
    pub(super) fn next(&mut self, finder: &mut Finder) -> Option<News> {
        let (search, query) = self.waiting.pop_front()?;
        let found = finder.search(&Request::of(&query, 1));
        let people: BTreeSet<Id> = found.map(|found| found.who).unwrap_or_default();
        Some(News::Watched { search, people })
    }
}

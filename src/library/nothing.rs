//! Why a search found nothing: how many lines were searched, which filter took most away, and which words of the
//! library are spelled nearly like those that were typed.

use super::finder::Finder;
use super::found::{Nothing, Request};
use crate::error::Result;
use crate::search::{self, Query};

/// So many spellings are offered.
const SPELLINGS: usize = 5;

impl Finder {
    /// Why nothing was found by this query.
    pub(super) fn nothing(&mut self, query: &Query, request: &Request) -> Result<Nothing> {
        let mut without = Vec::new();
        for (typed, rest) in search::without_each_filter(&request.text) {
            let Ok(query) = search::parse_with(&rest, &self.lexicon(request)) else { continue };
            let (scope, _) = self.ground(request).scope(&query)?;
            let tally = self.tally(&query, &scope, 0)?;
            without.push((typed, tally.total()));
        }
        without.retain(|(_, lines)| *lines > 0);
        without.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        let near = self.near(query)?;
        Ok(Nothing { lines: self.count()?, without, near })
    }

    /// Words of the library that are spelled nearly like those of the query; none without a usable index.
    fn near(&mut self, query: &Query) -> Result<Vec<String>> {
        self.index().map_or_else(|| Ok(Vec::new()), |index| index.near(query, SPELLINGS))
    }
}

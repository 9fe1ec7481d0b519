//! Why a search found nothing: how many lines were searched, which filter or word took most away, and which words of
//! the library are spelled nearly like one that it does not have.

use super::finder::Finder;
use super::found::{Nothing, Request};
use crate::error::Result;
use crate::search::{self, Query};

/// So many spellings are offered, and so many are tried.
const SPELLINGS: usize = 5;
const TRIED: usize = 6;
/// Of a query with more parts than this none is left out and none is spelled anew: what its many words say together, no
/// single one prevents.
const PARTS: usize = 8;

impl Finder {
    /// Why nothing was found by this query.
    pub(super) fn nothing(&mut self, query: &Query, request: &Request) -> Result<Nothing> {
        let mut without = Vec::new();
        let parts = search::without_each_part(&request.text);
        if parts.len() > PARTS {
            return Ok(Nothing { lines: self.count()?, without, near: Vec::new() });
        }
        for (typed, rest) in parts {
            without.push((typed, self.how_many(&rest, request)?));
        }
        without.retain(|(_, lines)| *lines > 0);
        without.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        let near = self.near(query, request)?;
        Ok(Nothing { lines: self.count()?, without, near })
    }

    /// How many lines another wording of the query finds; none where it cannot be read.
    fn how_many(&mut self, text: &str, request: &Request) -> Result<usize> {
        let Ok(query) = search::parse_with(text, &self.lexicon(request)) else { return Ok(0) };
        let (scope, _) = self.ground(request).scope(&query)?;
        Ok(self.tally(&query, &scope, 0)?.total())
    }

    /// Spellings with which the query finds something; none without a usable index.
    fn near(&mut self, query: &Query, request: &Request) -> Result<Vec<String>> {
        let found = self.index().map_or_else(|| Ok(Vec::new()), |index| index.near(query, TRIED))?;
        let mut near = Vec::new();
        for (typed, word) in found {
            let text = request.text.to_lowercase().replace(&typed, &word);
            if near.len() < SPELLINGS && !near.contains(&word) && self.how_many(&text, request)? > 0 {
                near.push(word);
            }
        }
        Ok(near)
    }
}

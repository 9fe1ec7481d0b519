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
        let people: BTreeSet<Id> = found.map(|found| found.everybody()).unwrap_or_default();
        Some(News::Watched { search, people })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use super::*;
    use crate::domain::{Dimension, Outcome, Record, Research};
    use crate::library::{Library, Options};
    use crate::mint::Mint;
    use crate::search::{self, By};
    use crate::words::{Lang, Words};

    #[test]
    fn saved_searches_tell_whom_they_find_and_a_query_that_is_not_understood_finds_nobody() {
        let home = tempfile::tempdir().unwrap();
        let mint = Mint::fixed("2026-11-22T12:00:00+09:00".parse().unwrap(), 7, 1000);
        let (file, index) = (home.path().join("library.db"), home.path().join("index"));
        let mut library = Library::open(Options { file, index, author: "jy".to_owned(), mint }).unwrap();
        let lines = include_str!("../../sample_data/ai_pc.ko.jsonl").lines().skip(1);
        let research = Research::of(lines.map(|line| serde_json::from_str::<Record>(line).unwrap())).unwrap();
        library.put_research(&research).unwrap();
        let (one, two) = (Id::from_u128(1), Id::from_u128(2));
        let mut watch = Watch::default();
        watch.begin(vec![(two, "old".to_owned())]);
        watch.begin(vec![(one, "견적".to_owned()), (two, "날짜:어제".to_owned())]);
        let mut told = Vec::new();
        while let Some(news) = watch.next(&mut library.finder) {
            let News::Watched { search, people } = news else { panic!("{news:?}") };
            told.push((search, people));
        }
        let found = library.search(&Request::of("견적", 300)).unwrap();
        assert!(!found.who.is_empty());
        assert_eq!(told, [(one, found.everybody()), (two, BTreeSet::new())]);
    }

    /// What the screens write for a facet is what the query language reads.
    #[test]
    fn a_filter_as_a_screen_writes_it_means_what_it_says() {
        for lang in [Lang::Ko, Lang::En] {
            let words = Words::new(lang);
            let written = |group: &str, value: &str| {
                let text = format!("{}:{}", words.say(&format!("filter-{group}")), words.say(value));
                let query = search::parse(&text).unwrap();
                (query.filters().first().unwrap().by.clone(), text)
            };
            for dimension in Dimension::ALL {
                let (by, text) = written("dimension", &format!("filter-dimension-{dimension}"));
                assert_eq!(by, By::Dimension(BTreeSet::from([*dimension])), "{text}");
            }
            for outcome in Outcome::ALL {
                let (by, text) = written("outcome", &format!("filter-outcome-{outcome}"));
                assert_eq!(by, By::Outcome(BTreeSet::from([*outcome])), "{text}");
            }
            for (group, text) in
                [("role", "\"구매팀 과장\""), ("persona", "\"구매팀 과장|IT\""), ("feeling", "+"), ("feeling", "-")]
            {
                let text = format!("지연 {}:{text}", words.say(&format!("filter-{group}")));
                let query = search::parse(&text).unwrap();
                assert_eq!(query.filters().len(), 1, "{text}");
            }
        }
    }
}

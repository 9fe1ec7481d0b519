//! Texts in memory that are found by a query without being read one by one: each is taken apart once, and its terms
//! lead back to it. For the few texts that are no lines, and for lines that the index has not reached.

use std::collections::{BTreeMap, BTreeSet};

use super::lookup::Lookup;
use super::matcher::Text;
use super::query::{Match, Query};
use super::tokenizer::Layer;

/// See the module.
#[derive(Default)]
pub struct Shelf {
    texts: Vec<(usize, Text)>,
    by_term: BTreeMap<Layer, BTreeMap<String, Vec<u32>>>,
}

impl Shelf {
    /// Puts a text in, under a number that the caller knows; several may have the same.
    pub fn put(&mut self, number: usize, text: &str) {
        let text = Text::of(text);
        let at = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
        for (layer, term) in text.terms() {
            let terms = self.by_term.entry(layer).or_default();
            match terms.get_mut(term) {
                Some(places) => places.push(at),
                None => _ = terms.insert(term.to_owned(), vec![at]),
            }
        }
        self.texts.push((number, text));
    }

    /// The numbers of the texts that a query finds, with how; nothing for a query without words.
    pub fn found(&self, query: &Query) -> Vec<(usize, Match)> {
        let mut candidates: BTreeSet<u32> = BTreeSet::new();
        for way in query.must.iter().chain(&query.some).flat_map(|clause| &clause.ways) {
            self.add_with(&way.lookup, &mut candidates);
        }
        let texts = candidates.into_iter().filter_map(|at| self.texts.get(at as usize));
        texts.filter_map(|(number, text)| Some((*number, query.matches_in(text)?))).collect()
    }

    /// Adds the texts that have the first term of a look-up.
    fn add_with(&self, lookup: &Lookup, into: &mut BTreeSet<u32>) {
        let (Lookup::Term(layer, _) | Lookup::Prefix(layer, _) | Lookup::Phrase(layer, _)) = lookup;
        let Some(terms) = self.by_term.get(layer) else { return };
        match lookup {
            Lookup::Term(_, term) => into.extend(terms.get(term).into_iter().flatten()),
            Lookup::Phrase(_, parts) => {
                into.extend(parts.first().and_then(|(_, term)| terms.get(term)).into_iter().flatten());
            }
            Lookup::Prefix(_, prefix) => {
                let from = terms.range(prefix.clone()..);
                into.extend(from.take_while(|(term, _)| term.starts_with(prefix)).flat_map(|(_, places)| places));
            }
        }
    }
}

//! Spellings: the words of the index that differ by one letter from a word that was typed. Hangul is compared by its
//! jamo, so that 늦어즈 is as near to 늦어지 as contrect to contract; the commonest of the nearest come first.

use std::collections::BTreeMap;

use tantivy::Term;
use tantivy::schema::IndexRecordOption;

use super::follow::Index;
use super::query::Query;
use super::spelling::{Spelling, distance, letters};
use super::tokenizer::{Layer, STEM};
use crate::error::Result;

/// Shorter words have too many neighbours to mean anything, in jamo or Latin letters.
const SHORTEST: usize = 4;
/// No word that people write is longer, in jamo or Latin letters.
const LONGEST: usize = 48;
/// So many words of a query are asked for: each looks at every word of the index that is about as long.
const MOST_ASKED: usize = 3;

/// A word of the index with how far it is, in how many lines it stands, and the typed word to which it is near.
type Near = (usize, u64, String, String);

impl Index {
    /// The words of the index that are spelled nearly like a word of the query that the index does not have, each after
    /// that word; the nearest and then the commonest first. Of a long query the first [`MOST_ASKED`] words are asked.
    ///
    /// # Errors
    /// `index-damaged` where the index cannot be read.
    pub fn near(&self, query: &Query, limit: usize) -> Result<Vec<(String, String)>> {
        let mut typed: Vec<&String> = Vec::new();
        for word in query.typed() {
            let is_word = (SHORTEST..=LONGEST).contains(&letters(word).len());
            if is_word && typed.len() < MOST_ASKED && !typed.contains(&word) {
                typed.push(word);
            }
        }
        let mut found: Vec<Near> = Vec::new();
        for word in typed {
            found.extend(self.near_word(word)?);
        }
        found.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)).then_with(|| a.2.cmp(&b.2)));
        Ok(found.into_iter().take(limit).map(|it| (it.3, it.2)).collect())
    }

    /// The words near to one; none where the index has it as it is. Of the dictionary only that part is walked through
    /// which begins like a word that may be near.
    fn near_word(&self, typed: &str) -> Result<Vec<Near>> {
        let layer = if typed.is_ascii() { Layer::Text } else { Layer::Word };
        let field = self.fields().layer(layer);
        let wanted = letters(typed);
        self.guarded(|| {
            let mut words: BTreeMap<String, (usize, u64)> = BTreeMap::new();
            for segment in self.searcher().segment_readers() {
                let inverted = segment.inverted_index(field)?;
                let mut terms = inverted.terms().search(Spelling::of(&wanted)).into_stream()?;
                while terms.advance() {
                    let Ok(term) = std::str::from_utf8(terms.key()) else { continue };
                    let word = term.strip_prefix(STEM).unwrap_or(term);
                    if word == typed {
                        return Ok(Vec::new());
                    }
                    let Some(far) = distance(&wanted, &letters(word)) else { continue };
                    words.entry(word.to_owned()).or_insert((far, 0)).1 += u64::from(terms.value().doc_freq);
                }
            }
            let near = words.into_iter().map(|(word, (far, lines))| (far, lines, word, typed.to_owned()));
            Ok(near.collect())
        })
    }

    /// Whether a note is in the index.
    ///
    /// # Errors
    /// `index-damaged` where the index cannot be read.
    pub fn holds(&self, note: crate::domain::Id) -> Result<bool> {
        let term: Term = self.fields().key(note);
        self.guarded(|| {
            for segment in self.searcher().segment_readers() {
                let inverted = segment.inverted_index(term.field())?;
                let Some(mut docs) = inverted.read_postings(&term, IndexRecordOption::Basic)? else { continue };
                let alive = segment.alive_bitset();
                loop {
                    let doc = tantivy::DocSet::doc(&docs);
                    if doc == tantivy::TERMINATED {
                        break;
                    }
                    if alive.is_none_or(|alive| alive.is_alive(doc)) {
                        return Ok(true);
                    }
                    tantivy::DocSet::advance(&mut docs);
                }
            }
            Ok(false)
        })
    }
}

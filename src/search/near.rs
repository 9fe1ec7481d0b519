//! Spellings: the words of the index that differ by one letter from a word that was typed. Hangul is compared by its
//! jamo, so that 늦어즈 is as near to 늦어지 as contrect to contract; the commonest of the nearest come first.

use std::collections::BTreeMap;

use tantivy::Term;
use tantivy::schema::IndexRecordOption;

use super::follow::Index;
use super::hangul::Syllable;
use super::query::Query;
use super::tokenizer::{Layer, STEM};
use crate::error::Result;

/// Shorter words have too many neighbours to mean anything, in jamo or Latin letters.
const SHORTEST: usize = 4;
/// No word that people write is longer, in jamo or Latin letters.
const LONGEST: usize = 48;
/// How far a spelling may be off, in jamo or Latin letters, and from which length on so far.
const FARTHEST: usize = 2;
const LONG: usize = 8;
/// So many words of a query are asked for: each looks at every word of the index that is about as long.
const MOST_ASKED: usize = 3;

/// A word of the index with how far it is, in how many lines it stands, and the typed word to which it is near.
type Near = (usize, u64, String, String);

/// A word that was typed, and what the index has that is near to it.
struct Typed<'q> {
    word: &'q str,
    wanted: Vec<char>,
    kinds: u64,
    is_known: bool,
    near: BTreeMap<String, (usize, u64)>,
}

impl Typed<'_> {
    /// Whether a word of so many bytes can be near: a letter takes one byte, and a syllable of three bytes has two or three.
    fn may_be(&self, bytes: usize) -> bool {
        let wanted = self.wanted.len();
        !self.is_known && bytes + FARTHEST >= wanted && bytes * 2 / 3 <= wanted + FARTHEST
    }

    /// Meets a word of the index with its letters, which stands in so many lines.
    fn meet(&mut self, word: &str, letters: &[char], lines: u32) {
        if word == self.word {
            self.is_known = true;
            return;
        }
        // One change takes one kind of letter away at most and brings one: most words are told apart by that alone.
        if (kinds(letters) ^ self.kinds).count_ones() as usize > 2 * FARTHEST {
            return;
        }
        if let Some(far) = distance(&self.wanted, letters) {
            self.near.entry(word.to_owned()).or_insert((far, 0)).1 += u64::from(lines);
        }
    }

    fn found(self) -> impl Iterator<Item = Near> {
        let typed = self.word.to_owned();
        self.near.into_iter().map(move |(word, (far, lines))| (far, lines, word, typed.clone()))
    }
}

impl Index {
    /// The words of the index that are spelled nearly like a word of the query that the index does not have, each after
    /// that word; the nearest and then the commonest first. Of a long query the first [`MOST_ASKED`] words are asked.
    ///
    /// # Errors
    /// `index-damaged` where the index cannot be read.
    pub fn near(&self, query: &Query, limit: usize) -> Result<Vec<(String, String)>> {
        let mut typed: Vec<Typed> = Vec::new();
        for word in query.typed() {
            let wanted = letters(word);
            if (SHORTEST..=LONGEST).contains(&wanted.len()) && typed.iter().all(|it| it.word != word) {
                let kinds = kinds(&wanted);
                typed.push(Typed { word, wanted, kinds, is_known: false, near: BTreeMap::new() });
            }
        }
        typed.truncate(MOST_ASKED);
        for layer in [Layer::Text, Layer::Word] {
            self.near_in(layer, &mut typed)?;
        }
        let mut found: Vec<Near> = typed.into_iter().filter(|it| !it.is_known).flat_map(Typed::found).collect();
        found.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)).then_with(|| a.2.cmp(&b.2)));
        Ok(found.into_iter().take(limit).map(|it| (it.3, it.2)).collect())
    }

    /// Every word of a layer in turn, once for all that were typed in it: a dictionary has far fewer words than there are lines.
    fn near_in(&self, layer: Layer, typed: &mut [Typed]) -> Result<()> {
        let is_ascii = layer == Layer::Text;
        let mut typed: Vec<&mut Typed> = typed.iter_mut().filter(|it| it.word.is_ascii() == is_ascii).collect();
        if typed.is_empty() {
            return Ok(());
        }
        let field = self.fields().layer(layer);
        let mut letters = Vec::new();
        self.guarded(|| {
            for segment in self.searcher().segment_readers() {
                let inverted = segment.inverted_index(field)?;
                let mut terms = inverted.terms().stream()?;
                while terms.advance() {
                    let Ok(term) = std::str::from_utf8(terms.key()) else { continue };
                    let word = term.strip_prefix(STEM).unwrap_or(term);
                    if typed.iter().any(|it| it.may_be(word.len())) {
                        spell(word, &mut letters);
                        typed.iter_mut().for_each(|it| it.meet(word, &letters, terms.value().doc_freq));
                    }
                }
            }
            Ok(())
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

/// Which of 64 kinds of letters occur, a bit for each.
fn kinds(letters: &[char]) -> u64 {
    letters.iter().fold(0, |kinds, letter| kinds | 1 << (u32::from(*letter) % 64))
}

/// The letters by which a spelling is compared: Hangul as its jamo.
fn letters(word: &str) -> Vec<char> {
    let mut letters = Vec::with_capacity(word.len());
    spell(word, &mut letters);
    letters
}

/// Writes the letters of a word where those of another stood.
fn spell(word: &str, letters: &mut Vec<char>) {
    letters.clear();
    for c in word.chars() {
        match Syllable::of(c) {
            Some(it) => letters.extend([Some(it.initial), Some(it.medial), it.last].into_iter().flatten()),
            None => letters.push(c),
        }
    }
}

/// How many letters must be put in, left out, changed or exchanged with their neighbour (the restricted distance of
/// Damerau); none beyond [`FARTHEST`], or one less in a short word.
fn distance(a: &[char], b: &[char]) -> Option<usize> {
    let farthest = if a.len() < LONG { FARTHEST - 1 } else { FARTHEST };
    if a.len().abs_diff(b.len()) > farthest {
        return None;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (row, x) in a.iter().enumerate() {
        let mut next = vec![row + 1];
        for (at, y) in b.iter().enumerate() {
            let changed = last[at] + usize::from(x != y);
            let mut least = changed.min(last[at + 1] + 1).min(next[at] + 1);
            if row > 0 && at > 0 && *x == b[at - 1] && a[row - 1] == *y {
                least = least.min(before[at - 1] + 1);
            }
            next.push(least);
        }
        if next.iter().all(|it| *it > farthest) {
            return None;
        }
        (before, last) = (last, next);
    }
    last.last().copied().filter(|it| (1..=farthest).contains(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_are_compared_by_their_letters() {
        let far = |a: &str, b: &str| distance(&letters(a), &letters(b));
        assert_eq!(far("늦어즈", "늦어지"), Some(1));
        assert_eq!(far("contrect", "contract"), Some(1));
        assert_eq!(far("contarct", "contract"), Some(1));
        assert_eq!(far("견젹", "견적"), Some(1));
        assert_eq!(far("가격", "가격"), None);
        assert_eq!(far("가격", "도입"), None);
    }
}

//! The terms that a query looks up, held so that a text can be asked for them alone: of most words of a line it is told
//! at once that no query wants their tokens, and those are never made.

use super::lookup::Lookup;
use super::query::Query;
use super::tokenizer::Layer;

/// Numbers for terms; two terms may share one, and then a token is made that nobody finds.
type Hash = u64;

/// See the module.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// A bit for each of 1024 parts of the numbers.
    sieve: [u64; 16],
    terms: Vec<Hash>,
    prefixes: Vec<(Layer, Vec<char>)>,
    /// The first two letters of every term, by layer; the second may be missing.
    begin: Vec<(Layer, [Option<char>; 2])>,
}

impl Wanted {
    /// What a query looks up.
    pub fn of(query: &Query) -> Wanted {
        let mut wanted = Wanted::default();
        let clauses = query.must.iter().chain(&query.some).chain(&query.without);
        for way in clauses.flat_map(|clause| &clause.ways) {
            match &way.lookup {
                Lookup::Term(layer, term) => wanted.add(*layer, term),
                Lookup::Phrase(layer, terms) => terms.iter().for_each(|(_, term)| wanted.add(*layer, term)),
                Lookup::Prefix(layer, prefix) => wanted.prefixes.push((*layer, prefix.chars().collect())),
            }
        }
        wanted.terms.sort_unstable();
        wanted.terms.dedup();
        wanted.begin.dedup();
        wanted
    }

    fn add(&mut self, layer: Layer, term: &str) {
        let hash = hash(layer, term.chars());
        self.sieve[part(hash)] |= bit(hash);
        self.terms.push(hash);
        let mut chars = term.chars();
        self.begin.push((layer, [chars.next(), chars.next()]));
    }

    /// Whether this term, or perhaps another one of the same number, is wanted.
    pub fn holds(&self, layer: Layer, chars: &(impl Iterator<Item = char> + Clone)) -> bool {
        let hash = hash(layer, chars.clone());
        let is_term = self.sieve[part(hash)] & bit(hash) != 0 && self.terms.binary_search(&hash).is_ok();
        is_term || self.prefixes.iter().any(|(of, prefix)| *of == layer && begins(chars.clone(), prefix))
    }

    /// Whether a term of this layer that begins with these letters, at most two, may be wanted.
    pub fn may_hold(&self, layer: Layer, begin: &[char]) -> bool {
        let fits = |own: &[Option<char>; 2]| begin.iter().zip(own).all(|(c, own)| *own == Some(*c));
        let prefixed = |prefix: &[char]| begin.iter().zip(prefix).all(|(c, own)| c == own);
        self.begin.iter().any(|(of, own)| *of == layer && fits(own))
            || self.prefixes.iter().any(|(of, prefix)| *of == layer && prefixed(prefix))
    }
}

fn begins(mut chars: impl Iterator<Item = char>, prefix: &[char]) -> bool {
    prefix.iter().all(|c| chars.next() == Some(*c))
}

/// FNV-1a over the letters (Fowler, Noll and Vo).
fn hash(layer: Layer, chars: impl Iterator<Item = char>) -> Hash {
    let start = 0xcbf2_9ce4_8422_2325 ^ (layer as u64);
    let mixed = chars.fold(start, |hash, c| (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3));
    mixed ^ mixed >> 29
}

fn part(hash: Hash) -> usize {
    (hash >> 6) as usize % 16
}

fn bit(hash: Hash) -> u64 {
    1 << (hash % 64)
}

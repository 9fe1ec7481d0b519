//! How far two words are spelled apart, in Latin letters or jamo: the restricted distance of Damerau (letters put in, left
//! out, changed, or exchanged with their neighbour). The same table, grown letter by letter, guides the way through the
//! dictionary of the index, so that only words are met that may be near.

use std::rc::Rc;

use tantivy_fst::Automaton;

use super::hangul::Syllable;
use super::tokenizer::STEM;

/// How far a spelling may be off, and from which length on so far.
const FARTHEST: u8 = 2;
const LONG: usize = 8;

/// The letters by which a spelling is compared: Hangul as its jamo.
pub(super) fn letters(word: &str) -> Vec<char> {
    word.chars().flat_map(letters_of).collect()
}

fn letters_of(c: char) -> impl Iterator<Item = char> {
    let parts = match Syllable::of(c) {
        Some(it) => [Some(it.initial), Some(it.medial), it.last],
        None => [Some(c), None, None],
    };
    parts.into_iter().flatten()
}

fn farthest(wanted: &[char]) -> u8 {
    if wanted.len() < LONG { FARTHEST - 1 } else { FARTHEST }
}

/// How far these letters are from those that are wanted; none beyond what is near.
pub(super) fn distance(wanted: &[char], letters: &[char]) -> Option<usize> {
    let rows = letters.iter().fold(Rows::first(wanted), |rows, letter| rows.grown(wanted, *letter));
    rows.reached().filter(|far| *far <= farthest(wanted)).map(usize::from)
}

/// The last two rows of the table of distances; no number in it is greater than one beyond [`FARTHEST`].
#[derive(Clone)]
struct Rows {
    before: Vec<u8>,
    now: Vec<u8>,
    letter: Option<char>,
}

impl Rows {
    fn first(wanted: &[char]) -> Rows {
        let now = (0..=wanted.len()).map(|at| u8::try_from(at).unwrap_or(u8::MAX).min(FARTHEST + 1)).collect();
        Rows { before: Vec::new(), now, letter: None }
    }

    fn grown(&self, wanted: &[char], letter: char) -> Rows {
        let mut next = Vec::with_capacity(self.now.len());
        next.push((self.now[0] + 1).min(FARTHEST + 1));
        for (at, other) in wanted.iter().enumerate() {
            let changed = self.now[at] + u8::from(letter != *other);
            let mut least = changed.min(self.now[at + 1] + 1).min(next[at] + 1);
            if at > 0 && self.letter == Some(*other) && wanted[at - 1] == letter {
                least = least.min(self.before[at - 1] + 1);
            }
            next.push(least.min(FARTHEST + 1));
        }
        Rows { before: self.now.clone(), now: next, letter: Some(letter) }
    }

    fn reached(&self) -> Option<u8> {
        self.now.last().copied()
    }

    fn least(&self) -> u8 {
        self.now.iter().copied().min().unwrap_or(u8::MAX)
    }
}

/// Walks through a dictionary of words as UTF-8 and leaves every way on which no word can be near any more.
pub(super) struct Spelling<'w> {
    wanted: &'w [char],
    farthest: u8,
}

impl<'w> Spelling<'w> {
    pub(super) fn of(wanted: &'w [char]) -> Spelling<'w> {
        Spelling { wanted, farthest: farthest(wanted) }
    }
}

/// A place in the dictionary: the table for the whole characters so far, and the bytes of the one that has begun.
#[derive(Clone)]
pub(super) struct At {
    rows: Rc<Rows>,
    bytes: [u8; 4],
    have: usize,
}

impl Automaton for Spelling<'_> {
    type State = At;

    fn start(&self) -> At {
        At { rows: Rc::new(Rows::first(self.wanted)), bytes: [0; 4], have: 0 }
    }

    fn is_match(&self, at: &At) -> bool {
        at.have == 0 && at.rows.reached().is_some_and(|far| far <= self.farthest)
    }

    fn can_match(&self, at: &At) -> bool {
        at.rows.least() <= self.farthest
    }

    fn accept(&self, at: &At, byte: u8) -> At {
        let mut next = at.clone();
        let Some(place) = next.bytes.get_mut(next.have) else { return next };
        *place = byte;
        next.have += 1;
        let Some(c) = std::str::from_utf8(&next.bytes[..next.have]).ok().and_then(|text| text.chars().next()) else {
            return next;
        };
        next.have = 0;
        // The mark of a stem is no letter of it.
        if c != STEM || at.rows.letter.is_some() {
            let rows = letters_of(c).fold((*at.rows).clone(), |rows, letter| rows.grown(self.wanted, letter));
            next.rows = Rc::new(rows);
        }
        next
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn far(wanted: &str, word: &str) -> Option<usize> {
        distance(&letters(wanted), &letters(word))
    }

    /// Where the automaton ends after this word; none where it would have turned back on the way.
    fn walks(wanted: &str, word: &str) -> bool {
        let wanted = letters(wanted);
        let spelling = Spelling::of(&wanted);
        let mut at = spelling.start();
        for byte in word.bytes() {
            if !spelling.can_match(&at) {
                return false;
            }
            at = spelling.accept(&at, byte);
        }
        spelling.is_match(&at)
    }

    #[test]
    fn one_letter_or_jamo_off_is_near_and_two_only_in_long_words() {
        assert_eq!(far("늦어즈", "늦어지"), Some(1));
        assert_eq!(far("contrect", "contract"), Some(1));
        assert_eq!(far("contarct", "contract"), Some(1), "neighbours exchanged");
        assert_eq!(far("견젹", "견적"), Some(1));
        assert_eq!((far("가격", "가격"), far("가격", "도입")), (Some(0), None));
        assert_eq!(far("price", "pirces"), None);
        assert_eq!(far("maintanence", "maintenance"), Some(2));
        assert!(walks("늦어즈", "늦어지") && walks("contarct", "contract") && walks("contrect", "~contract"));
        assert!(!walks("price", "pirces") && !walks("가격표", "도입"));
    }

    proptest! {
        #[test]
        fn the_walk_ends_where_the_distance_says(
            wanted in "[abc가각나]{2,9}",
            word in "[abc가각나~👩]{0,9}",
        ) {
            let word = word.trim_start_matches(STEM);
            prop_assert_eq!(walks(&wanted, word), far(&wanted, word).is_some(), "{} {}", wanted, word);
        }
    }
}

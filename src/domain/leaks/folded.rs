//! A text as the linter reads it: composed, of one width and one case, without characters that nobody sees, every kind of
//! dash, dot and blank as one. Each letter knows the bytes of the original that it stands for.
//! What is looked for in it is decided elsewhere.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

use crate::domain::hangul::is_syllable;

/// The letters of a text and where they came from.
pub(super) struct Folded {
    /// Lower case, NFKC, Latin letters without their accents.
    pub letters: Vec<char>,
    /// Whether the letter was written in upper case.
    pub upper: Vec<bool>,
    /// The bytes of the original, letter by letter; on character boundaries.
    bytes: Vec<Range<usize>>,
}

impl Folded {
    /// Reads a text.
    pub fn of(text: &str) -> Folded {
        let mut folded = Folded { letters: Vec::new(), upper: Vec::new(), bytes: Vec::new() };
        let (mut cluster, mut place) = (String::new(), 0..0);
        for (at, c) in text.char_indices().filter(|(_, c)| !is_unseen(*c)) {
            if !cluster.is_empty() && !joins(c) {
                folded.take(&cluster, &place);
                cluster.clear();
            }
            if cluster.is_empty() {
                place.start = at;
            }
            cluster.push(c);
            place.end = at + c.len_utf8();
        }
        folded.take(&cluster, &place);
        folded
    }

    fn take(&mut self, cluster: &str, place: &Range<usize>) {
        for c in cluster.nfkc() {
            let is_upper = c.is_uppercase();
            for c in c.to_lowercase() {
                self.letters.push(plain(c));
                self.upper.push(is_upper);
                self.bytes.push(place.clone());
            }
        }
    }

    /// The bytes of the original that these letters stand for.
    pub fn bytes(&self, letters: Range<usize>) -> Range<usize> {
        match (self.bytes.get(letters.start), self.bytes.get(letters.end.saturating_sub(1))) {
            (Some(first), Some(last)) => first.start..last.end.max(first.start),
            _ => 0..0,
        }
    }

    /// The letter at a place.
    pub fn at(&self, at: usize) -> Option<char> {
        self.letters.get(at).copied()
    }

    /// The letter before a place.
    pub fn before(&self, at: usize) -> Option<char> {
        at.checked_sub(1).and_then(|at| self.at(at))
    }

    /// The end of the run of Hangul syllables that begins here.
    pub fn hangul_end(&self, at: usize) -> usize {
        let run = self.letters[at.min(self.letters.len())..].iter().take_while(|c| is_syllable(**c)).count();
        at + run
    }

    /// Whether these letters stand here.
    pub fn has(&self, at: usize, letters: &[char]) -> bool {
        self.letters.get(at..).is_some_and(|rest| rest.starts_with(letters))
    }
}

/// Whether the character belongs to the one before: a mark, or the vowel or final consonant of a syllable in parts.
fn joins(c: char) -> bool {
    canonical_combining_class(c) != 0 || matches!(c, '\u{1160}'..='\u{11FF}' | '\u{FF9E}' | '\u{FF9F}')
}

/// Characters without a picture of their own: format characters, joiners, variation selectors, tags, fillers; and U+FFFD,
/// which is what a reordering character became when the line was cleaned.
fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFD}' | '\u{E0000}'..='\u{E0FFF}')
        || (c.is_control() && !c.is_whitespace())
}

/// One letter for all that look alike between letters and digits.
fn plain(c: char) -> char {
    match c {
        '\n' => '\n',
        c if c.is_whitespace() => ' ',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{30FC}' | '\u{2043}' | '\u{2E3A}' | '\u{2E3B}' => '-',
        '\u{318D}' | '\u{2027}' | '\u{2022}' | '\u{30FB}' | '\u{2219}' | '\u{22C5}' | '\u{119E}' => '·',
        '\u{2018}' | '\u{2019}' | '\u{2BC}' => '\'',
        c if is_syllable(c) || c.is_ascii() => c,
        c => std::iter::once(c).nfd().next().filter(char::is_ascii_alphabetic).unwrap_or(c),
    }
}

/// Whether it is a blank between words.
pub(super) fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\n')
}

/// Whether it is a letter or digit of a script that parts its words with blanks and has no particles: not Hangul, not Han.
pub(super) fn is_latin(c: char) -> bool {
    c.is_alphanumeric() && !is_syllable(c) && !is_han(c) && !crate::domain::hangul::is_jamo(c)
}

/// Whether it is a Han character or kana: written without blanks.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}')
}

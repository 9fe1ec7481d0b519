//! Look-ups: one term, one beginning or one sequence in one layer, and how syllables and words become one.
//! Which look-ups a word is worth, and how much, is decided in `plan`.

use super::tokenizer::{Analysis, END, LONGEST_EDGE, Layer, Run, START, STEM};

/// One look-up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lookup {
    /// This term.
    Term(Layer, String),
    /// Any term that begins so.
    Prefix(Layer, String),
    /// These terms at these distances from the first; two or more, in a layer with positions.
    Phrase(Layer, Vec<(usize, String)>),
}

/// Longer words are not looked for with other blanks: in two parts, in three parts.
const LONGEST_IN_TWO: usize = 8;
const LONGEST_IN_THREE: usize = 6;

/// Stored words next to each other that, joined, are this word, the last of them without its particle (K03).
pub fn with_other_blanks(chars: &[char]) -> Vec<Lookup> {
    let mut out = Vec::new();
    let mut add = |parts: &[&[char]]| {
        let (last, before) = parts.split_last().map_or((&[][..], &[][..]), |(last, before)| (*last, before));
        for last in [text(last), format!("{STEM}{}", text(last))] {
            let words = before.iter().map(|part| text(part)).chain([last]);
            out.push(Lookup::Phrase(Layer::Word, words.enumerate().collect()));
        }
    };
    let len = chars.len();
    for first in (1..len).filter(|_| len <= LONGEST_IN_TWO) {
        add(&[&chars[..first], &chars[first..]]);
        for second in (first + 1..len).filter(|_| len <= LONGEST_IN_THREE) {
            add(&[&chars[..first], &chars[first..second], &chars[second..]]);
        }
    }
    out
}

/// The tokens of these runs in the layer of the text. The ends of the sequence are open; inside it, a change of run is
/// the start and the end of a word.
pub fn sequence(analysis: &Analysis, runs: &[Run]) -> Lookup {
    let mut terms: Vec<(usize, String)> = Vec::new();
    let mut place = 0;
    for (at, run) in runs.iter().enumerate() {
        let chars = analysis.chars(*run);
        if !run.script.is_paired() {
            terms.push((place, text(&chars)));
            place += 1;
            continue;
        }
        if at > 0 {
            terms.push((place, [START, chars[0]].iter().collect()));
        }
        terms.extend(chars.windows(2).enumerate().map(|(at, pair)| (place + at + 1, pair.iter().collect())));
        if at + 1 < runs.len() {
            terms.push((place + chars.len(), [chars[chars.len() - 1], END].iter().collect()));
        }
        place += chars.len() + 1;
    }
    in_text(terms)
}

/// These terms of the text layer at their places.
pub fn in_text(mut terms: Vec<(usize, String)>) -> Lookup {
    let first = terms.first().map_or(0, |it| it.0);
    for term in &mut terms {
        term.0 -= first;
    }
    if terms.len() == 1 { Lookup::Term(Layer::Text, terms.remove(0).1) } else { Lookup::Phrase(Layer::Text, terms) }
}

/// These syllables, two or more, anywhere in a word.
pub fn inside(chars: &[char]) -> Lookup {
    in_text(chars.windows(2).map(|pair| pair.iter().collect()).enumerate().collect())
}

/// These syllables at the head of a word.
pub fn head(chars: &[char]) -> Lookup {
    if chars.len() <= LONGEST_EDGE {
        return term(Layer::Edge, chars);
    }
    let marked: Vec<char> = std::iter::once(START).chain(chars.iter().copied()).collect();
    inside(&marked)
}

/// These syllables at the end of a word.
pub fn tail(chars: &[char]) -> Lookup {
    let marked: Vec<char> = chars.iter().copied().chain([END]).collect();
    inside(&marked)
}

/// A Latin word that begins so.
pub fn latin_head(chars: &[char]) -> Lookup {
    if chars.len() <= LONGEST_EDGE { term(Layer::Edge, chars) } else { prefix(Layer::Text, chars) }
}

/// This term.
pub fn term(layer: Layer, chars: &[char]) -> Lookup {
    Lookup::Term(layer, text(chars))
}

/// A word whose stem is this.
pub fn stem_term(chars: &[char]) -> Lookup {
    Lookup::Term(Layer::Word, format!("{STEM}{}", text(chars)))
}

/// Any term that begins so.
pub fn prefix(layer: Layer, chars: &[char]) -> Lookup {
    Lookup::Prefix(layer, text(chars))
}

/// The characters as a text.
pub fn text(chars: &[char]) -> String {
    chars.iter().collect()
}

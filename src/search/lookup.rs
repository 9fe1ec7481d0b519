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

/// Longer words are not looked for with other blanks.
const LONGEST: usize = 12;
/// Up to this length, a word may be parted into words of one syllable too.
const LONGEST_IN_ONES: usize = 4;

/// How a word of so many syllables may be parted: in two, and in three; the lengths of the parts.
fn partings(len: usize) -> Vec<Vec<usize>> {
    let least = if len <= LONGEST_IN_ONES { 1 } else { 2 };
    let mut all = Vec::new();
    for first in (least..len).filter(|_| len <= LONGEST) {
        let rest = len - first;
        if rest >= least {
            all.push(vec![first, rest]);
        }
        all.extend(
            (least..rest).filter(|second| rest - second >= least).map(|second| vec![first, second, rest - second]),
        );
    }
    all
}

/// Stored words next to each other that, joined, are this word, the last of them without its particle (K03); and words
/// of two syllables or more of which only the last goes on.
pub fn with_other_blanks(chars: &[char]) -> Vec<Lookup> {
    let mut out = Vec::new();
    for parting in partings(chars.len()) {
        let mut rest = chars;
        let mut parts = Vec::with_capacity(parting.len());
        for len in parting {
            let (part, after) = rest.split_at(len);
            parts.push(part);
            rest = after;
        }
        if parts.iter().all(|part| part.len() > 1) {
            out.push(side_by_side(&parts));
            continue;
        }
        let (last, before) = parts.split_last().map_or((&[][..], &[][..]), |(last, before)| (*last, before));
        for last in [text(last), format!("{STEM}{}", text(last))] {
            let words = before.iter().map(|part| text(part)).chain([last]);
            out.push(Lookup::Phrase(Layer::Word, words.enumerate().collect()));
        }
    }
    out
}

/// These words next to each other, the last of them perhaps longer.
fn side_by_side(parts: &[&[char]]) -> Lookup {
    let mut terms: Vec<(usize, String)> = Vec::new();
    let mut place = 0;
    for (at, part) in parts.iter().enumerate() {
        terms.push((place, [START, part[0]].iter().collect()));
        terms.extend(part.windows(2).enumerate().map(|(at, pair)| (place + at + 1, pair.iter().collect())));
        if at + 1 < parts.len() {
            terms.push((place + part.len(), [part[part.len() - 1], END].iter().collect()));
        }
        place += part.len() + 1;
    }
    in_text(terms)
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

/// The same with one more blank inside a run of syllables: `500만원` is `500만 원` too.
pub fn sequences_with_a_blank(analysis: &Analysis, runs: &[Run]) -> Vec<Lookup> {
    let mut out = Vec::new();
    for (at, run) in runs.iter().enumerate().filter(|(_, run)| run.script.is_paired()) {
        for cut in 1..run.len().min(LONGEST_IN_ONES) {
            let (head, tail) = run.cut(cut);
            let parts: Vec<Run> =
                runs[..at].iter().copied().chain([head, tail]).chain(runs[at + 1..].iter().copied()).collect();
            out.push(sequence(analysis, &parts));
        }
    }
    out
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

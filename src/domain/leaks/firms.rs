//! Companies by the form of their names: (주)한빛, 한빛 주식회사, Acme Inc.
//! Those whose names are known are found in `names`.

use super::folded::Folded;
use super::tail::{are_particles, lists as is_in};
use super::{Hit, LeakKind, lists};
use crate::domain::hangul::is_syllable;

/// What stands before or behind a Korean company's name, and whether a blank may lie between.
const KOREAN: [(&str, bool); 6] = [
    ("(주)", false),
    ("(유)", false),
    ("주식회사", true),
    ("유한회사", true),
    ("유한책임회사", true),
    ("(주식회사)", true),
];

/// Whether a word is the ending of a company's name, letter case aside.
pub(super) fn is_ending(word: &[char]) -> bool {
    is_in(lists::FIRM_ENDINGS, word) || is_in(lists::FIRM_CAPITALS, word) || is_in("co limited", word)
}

/// Whether a text has the form of a company's name.
pub(super) fn has_form(text: &str) -> bool {
    if ["(주)", "㈜", "주식회사", "유한회사"].iter().any(|it| text.contains(it)) {
        return true;
    }
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty());
    words.next_back().is_some_and(|word| is_ending(&word.to_lowercase().chars().collect::<Vec<char>>()))
}

/// Every company that has such a form.
pub(super) fn find(text: &Folded) -> Vec<Hit> {
    let mut hits: Vec<Hit> = Vec::new();
    for (sign, wide) in KOREAN {
        let sign: Vec<char> = sign.chars().collect();
        let places = (0..text.letters.len()).filter(|at| text.has(*at, &sign));
        hits.extend(places.filter_map(|at| korean(text, at, at + sign.len(), wide)));
    }
    hits.extend((0..text.letters.len()).filter_map(|at| english(text, at)));
    hits
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '&' | '-')
}

/// The company whose sign lies at `start..end`: the word behind it, or else the word before it.
fn korean(text: &Folded, start: usize, end: usize, wide: bool) -> Option<Hit> {
    let behind = end + usize::from(wide && text.at(end) == Some(' '));
    let until = behind + text.letters[behind..].iter().take_while(|c| is_word(**c)).count();
    let word = without_particle(&text.letters[behind..until]);
    let is_free = wide && text.before(start).is_some_and(is_syllable);
    if is_name(word) && !(wide && behind == end) && !is_free {
        let word: &[char] = word;
        return Some(hit(start..behind + word.len(), word));
    }
    let last = start - usize::from(wide && text.before(start) == Some(' '));
    let run = text.letters[..last].iter().rev().take_while(|c| is_word(**c)).count();
    let word = &text.letters[last - run..last];
    // "(주)" behind one syllable or a number is a week or a note.
    is_name(word).then(|| hit(last - run..end, word))
}

fn hit(letters: std::ops::Range<usize>, word: &[char]) -> Hit {
    let word = word.iter().filter(|c| c.is_alphanumeric()).collect();
    Hit { kind: LeakKind::Company, letters, word }
}

fn is_name(word: &[char]) -> bool {
    word.iter().filter(|c| c.is_alphabetic()).count() > 1 && !are_particles(word) && !is_in(lists::NO_FIRM, word)
}

/// The word without the particle at its end, as long as two letters are left.
fn without_particle(word: &[char]) -> &[char] {
    let shortest = (2..word.len()).find(|at| is_syllable(word[*at]) && are_particles(&word[*at..]));
    match shortest {
        // One of these syllables may well be the name's own: the longest word that leaves a single particle is kept.
        Some(at) => &word[..at],
        None => word,
    }
}

/// The company whose ending (Inc., Ltd., GmbH) begins here.
fn english(text: &Folded, at: usize) -> Option<Hit> {
    let is_start = !text.before(at).is_some_and(char::is_alphanumeric);
    if !is_start || !text.upper.get(at).copied().unwrap_or_default() {
        return None;
    }
    let end = word_end(text, at);
    let word = &text.letters[at..end];
    let all_capitals = (at..end).all(|at| text.upper[at]);
    let is_ending = is_in(lists::FIRM_ENDINGS, word) || all_capitals && is_in(lists::FIRM_CAPITALS, word);
    if !is_ending || text.at(end).is_some_and(|c| c.is_ascii_alphanumeric()) {
        return None;
    }
    let start = capitalised(text, at)?;
    let word: String = text.letters[start..at].iter().filter(|c| c.is_alphanumeric()).collect();
    let word = word.strip_suffix("co").filter(|it| it.len() > 1).unwrap_or(&word).to_owned();
    let end = end + usize::from(text.at(end) == Some('.'));
    (word.chars().count() > 1).then_some(Hit { kind: LeakKind::Company, letters: start..end, word })
}

fn word_end(text: &Folded, at: usize) -> usize {
    at + text.letters[at..].iter().take_while(|c| c.is_ascii_alphanumeric()).count()
}

/// The beginning of the capitalised words before this place, at most four of them.
fn capitalised(text: &Folded, at: usize) -> Option<usize> {
    let mut start = at;
    for _ in 0..4 {
        let gap =
            text.letters[..start].iter().rev().take(3).take_while(|c| matches!(c, ' ' | ',' | '.' | '&' | '-')).count();
        let end = start - gap;
        let run = text.letters[..end].iter().rev().take_while(|c| c.is_alphanumeric() || **c == '\'').count();
        let first = end - run;
        let is_capital =
            run > 0 && (text.upper[first] || text.letters[first].is_ascii_digit() || is_syllable(text.letters[first]));
        if !is_capital || gap == 0 && start != at || is_in(lists::NOT_OF_A_FIRM, &text.letters[first..end]) {
            break;
        }
        let has_syllables = is_syllable(text.letters[first]);
        start = first;
        if has_syllables {
            break;
        }
    }
    (start < at).then_some(start)
}

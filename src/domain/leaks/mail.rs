//! E-mail addresses, also those that somebody wrote so that no machine should see them: `name (at) host dot com`.
//! Only where they stand; what is done about them is not decided here.

use super::folded::{Folded, is_blank};
use super::{Hit, LeakKind};
use crate::domain::hangul::is_syllable;

/// How an at sign is written, and whether a host without a dot is believed after it.
const SIGNS: [(&str, bool); 8] = [
    ("@", false),
    ("(at)", true),
    ("[at]", true),
    ("{at}", true),
    ("<at>", true),
    (" at ", false),
    ("골뱅이", false),
    ("(골뱅이)", true),
];
/// How a dot is written.
const DOTS: [&str; 6] = [".", " dot ", "(dot)", "[dot]", " (dot) ", " [dot] "];

/// Every address.
pub(super) fn find(text: &Folded) -> Vec<Hit> {
    let signs: Vec<(Vec<char>, bool)> = SIGNS.iter().map(|(sign, bare)| (sign.chars().collect(), *bare)).collect();
    let places = (0..text.letters.len()).flat_map(|at| signs.iter().map(move |sign| (at, sign)));
    places
        .filter_map(|(at, (sign, bare))| text.has(at, sign).then(|| address(text, at, sign, *bare)).flatten())
        .collect()
}

fn address(text: &Folded, at: usize, sign: &[char], bare: bool) -> Option<Hit> {
    let start = local(text, at)?;
    let after = skip(text, at + sign.len());
    let is_word = sign.first() == Some(&' ');
    let (end, dots, spelled) = host(text, after);
    // A plain "at" is a word: only a host with a dot that is spelled out too makes it an address.
    let counts = if is_word { spelled } else { dots > 0 || bare && end > after + 1 };
    if !counts {
        return None;
    }
    let of = |letters: &[char]| letters.iter().filter(|c| !is_blank(**c)).collect::<String>();
    let host =
        DOTS.iter().skip(1).fold(text.letters[after..end].iter().collect::<String>(), |it, dot| it.replace(dot, "."));
    let local = of(&text.letters[start..local_end(text, at)]);
    Some(Hit { kind: LeakKind::Email, letters: start..end, word: format!("{local}@{host}") })
}

fn skip(text: &Folded, at: usize) -> usize {
    at + usize::from(text.at(at).is_some_and(|c| c == ' '))
}

fn local_end(text: &Folded, at: usize) -> usize {
    at - usize::from(text.before(at).is_some_and(|c| c == ' '))
}

fn is_local(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-' | '\\')
}

/// Where the part before the sign begins: Latin letters, or else Hangul.
fn local(text: &Folded, at: usize) -> Option<usize> {
    let end = local_end(text, at);
    let run = |test: fn(char) -> bool| text.letters[..end].iter().rev().take_while(|c| test(**c)).count();
    let letters = match run(is_local) {
        0 => run(is_syllable),
        letters => letters,
    };
    let start = end - letters;
    let has_letter = text.letters[start..end].iter().any(|c| c.is_alphanumeric());
    (letters > 0 && has_letter).then_some(start)
}

/// The end of a host, how many dots it has, and whether one of them is spelled out.
fn host(text: &Folded, at: usize) -> (usize, usize, bool) {
    let (mut end, mut dots, mut spelled) = (label(text, at), 0, false);
    while end > at {
        let Some(dot) = DOTS.iter().map(|it| it.chars().collect::<Vec<char>>()).find(|it| text.has(end, it)) else {
            break;
        };
        let next = label(text, end + dot.len());
        let is_label = next > end + dot.len() + 1 || dot.len() == 1 && next > end + dot.len();
        if !is_label {
            break;
        }
        spelled |= dot.len() > 1;
        dots += 1;
        end = next;
    }
    (end, dots, spelled)
}

/// The end of one label of a host: Latin letters, digits and dashes, or else Hangul.
fn label(text: &Folded, at: usize) -> usize {
    let latin = text.letters[at.min(text.letters.len())..].iter();
    let run = latin.take_while(|c| c.is_ascii_alphanumeric() || **c == '-').count();
    if run > 0 { at + run } else { text.hangul_end(at.min(text.letters.len())) }
}

//! Where the forms of a name stand in a text, and when they mean that name and no other word.
//! Which names there are is told to it.

use super::folded::{Folded, is_blank, is_latin};
use super::register::{Form, Rule, Watch};
use super::tail::{Tail, lists as is_in, tail, title_end, words};
use super::{Hit, lists};
use crate::domain::hangul::is_syllable;

/// Every place where a form of a name stands.
pub(super) fn find(text: &Folded, watch: &Watch) -> Vec<Hit> {
    let places = text.letters.iter().enumerate();
    let forms = places.flat_map(|(at, c)| watch.forms.get(c).into_iter().flatten().map(move |form| (at, form)));
    forms.filter_map(|(at, form)| hit(text, at, form)).collect()
}

fn hit(text: &Folded, at: usize, form: &Form) -> Option<Hit> {
    let (end, is_apart) = end_of(text, at, form)?;
    let end = match form.rule {
        Rule::Whole { common } => whole(text, at, end, common && is_apart)?,
        Rule::Held => held(text, at, end, is_apart)?,
        Rule::Given { common } => given(text, at, end, common)?,
        Rule::Single => single(text, at, end)?,
        Rule::Family { wordlike } => return family(text, at, end, wordlike),
        Rule::Latin => latin(text, at, end)?,
        Rule::LatinWord { common: false } => latin(text, at, end)?,
        Rule::LatinWord { common: true } => common_latin(text, at, end)?,
        Rule::Han => end,
        Rule::Firm { short } => firm(text, at, end, short)?,
    };
    Some(Hit { kind: form.kind, letters: at..end, word: form.word() })
}

/// The end of the form that begins here, and whether anything stands between its parts.
fn end_of(text: &Folded, at: usize, form: &Form) -> Option<(usize, bool)> {
    let (mut end, mut is_apart) = (at, false);
    for (number, part) in form.parts.iter().enumerate() {
        if number > 0 {
            let between = text.letters[end..].iter().take(2).take_while(|c| parts(**c)).count();
            is_apart |= between > 0;
            end += between;
        }
        if !text.has(end, part) {
            return None;
        }
        end += part.len();
    }
    Some((end, is_apart))
}

/// What may stand between two parts of a name.
fn parts(c: char) -> bool {
    is_blank(c) || matches!(c, '-' | '·' | '.' | '_' | ',' | '\'' | '"' | '*')
}

const JOINED: [&str; 3] = [lists::RANKS, lists::MORE_RANKS, lists::HONORIFICS];

fn begins_word(text: &Folded, at: usize) -> bool {
    !text.before(at).is_some_and(is_syllable)
}

/// Whether a word that people put before a name stands right before this place: 담당자김민수.
fn is_led(text: &Folded, at: usize) -> bool {
    words(lists::LEADS).any(|lead| {
        let lead: Vec<char> = lead.chars().collect();
        at.checked_sub(lead.len()).is_some_and(|start| text.has(start, &lead) && begins_word(text, start))
    })
}

/// A whole name counts at the beginning of a word whatever follows; inside of one only with what shows a person.
fn whole(text: &Folded, at: usize, end: usize, is_doubtful: bool) -> Option<usize> {
    let tail = tail(text, end, &JOINED, &JOINED);
    let counts = match (begins_word(text, at), is_doubtful) {
        (true, true) => tail.is_of_a_person(),
        (true, false) => true,
        (false, _) => is_led(text, at) || matches!(tail, Tail::Title(_)),
    };
    counts.then_some(end)
}

fn held(text: &Folded, at: usize, end: usize, is_apart: bool) -> Option<usize> {
    let tail = tail(text, end, &JOINED, &JOINED);
    let counts = match is_apart {
        true => matches!(tail, Tail::Title(_)),
        false => tail != Tail::Other,
    };
    (counts && (begins_word(text, at) || is_led(text, at))).then_some(end)
}

/// A given name alone must be a word of its own; one that is also a word of the language needs what only people have.
fn given(text: &Folded, at: usize, end: usize, common: bool) -> Option<usize> {
    if !begins_word(text, at) && !is_led(text, at) {
        return None;
    }
    let narrow = ["씨 님 과장 부장 차장 대리 사장 상무 전무"];
    let counts = if common {
        let is_pronoun = is_in(lists::NEVER_ALONE, &text.letters[at..end]);
        match tail(text, end, &narrow, &narrow) {
            Tail::Title(_) => true,
            Tail::Human => !is_pronoun,
            Tail::Word | Tail::Other => false,
        }
    } else {
        tail(text, end, &JOINED, &JOINED) != Tail::Other || end - at > 2
    };
    counts.then_some(end)
}

fn single(text: &Folded, at: usize, end: usize) -> Option<usize> {
    let titles = ["씨 님"];
    let is_called = matches!(tail(text, end, &titles, &titles), Tail::Title(_));
    (is_called && begins_word(text, at)).then_some(end)
}

/// Words that a family name and a title make by chance.
const CHANCE: &str = "이사장 공사장 조사원 정사원 전사원 전대표 전과장 전부장 전팀장 현대표 현팀장 주사원 한의사 지점장 이대표 양대표 신대표 본대표";

fn family(text: &Folded, at: usize, end: usize, wordlike: bool) -> Option<Hit> {
    if !begins_word(text, at) {
        return None;
    }
    let more: &[&str] = &[lists::RANKS, lists::MORE_RANKS];
    let titles = if wordlike { &more[..1] } else { more };
    let is_joined = text.at(end).is_some_and(is_syllable);
    let Tail::Title(until) = tail(text, end, titles, titles) else { return None };
    if is_joined && is_in(CHANCE, &text.letters[at..until]) {
        return None;
    }
    let word = text.letters[at..until].iter().filter(|c| is_syllable(**c)).collect();
    Some(Hit { kind: super::LeakKind::Name, letters: at..until, word })
}

/// Words in Latin letters end where no more of them follow; a Korean particle may.
fn latin(text: &Folded, at: usize, end: usize) -> Option<usize> {
    let is_inside = text.before(at).is_some_and(is_latin) || text.at(end).is_some_and(is_latin);
    (!is_inside).then_some(end)
}

fn common_latin(text: &Folded, at: usize, end: usize) -> Option<usize> {
    let end = latin(text, at, end)?;
    let is_month = is_in(lists::CALENDAR, &text.letters[at..end]);
    let is_capital = text.upper[at];
    let has_particle = text.at(end).is_some_and(is_syllable) && tail(text, end, &[], &[]) != Tail::Other;
    let stands_out = is_capital && !is_month && (is_inside(text, at) || has_particle);
    let counts = stands_out || is_titled(text, at) || is_called(text, end, is_capital);
    counts.then_some(end)
}

/// Whether `Mr`, `Ms` and the like stand before it.
fn is_titled(text: &Folded, at: usize) -> bool {
    let before: Vec<char> = text.letters[..at].iter().rev().skip_while(|c| matches!(c, ' ' | '.')).copied().collect();
    let mut word: Vec<char> = before.into_iter().take_while(|c| c.is_ascii_alphabetic()).take(10).collect();
    word.reverse();
    text.before(at).is_some_and(is_blank) && is_in(lists::ENGLISH_TITLES, &word)
}

/// Whether what follows shows a person: a Korean title, or what people do.
fn is_called(text: &Folded, end: usize, is_capital: bool) -> bool {
    let titles = ["씨 님", lists::RANKS];
    if title_end(text, end, &titles).is_some_and(|it| it > end) {
        return true;
    }
    let next: Vec<char> = text.letters[end..].iter().skip(1).take_while(|c| c.is_ascii_alphabetic()).copied().collect();
    is_capital && text.at(end).is_some_and(is_blank) && is_in(lists::ENGLISH_DEEDS, &next)
}

/// Whether a sentence has begun before this place.
fn is_inside(text: &Folded, at: usize) -> bool {
    let before = text.letters[..at].iter().rev().find(|c| !matches!(c, ' ' | '"' | '\'' | '“' | '”' | '(' | '*' | '_'));
    before.is_some_and(|c| c.is_alphanumeric() || matches!(c, ',' | '&'))
}

fn firm(text: &Folded, at: usize, end: usize, short: bool) -> Option<usize> {
    let titles = ["측 사"];
    let is_long = end - at > 3;
    let counts = match (begins_word(text, at), short) {
        (true, true) => tail(text, end, &titles, &[]) != Tail::Other,
        (true, false) => true,
        (false, _) => is_long,
    };
    counts.then_some(end)
}

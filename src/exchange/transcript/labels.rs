//! The labels before what was said: which text is a speaker's label, and which labels say who asks.
//! A label is somebody's name; it serves to tell speakers apart and is never stored.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::Offset;
use crate::domain::text::clean;
use crate::exchange::report::Role;

/// The longest label, in characters.
pub const LABEL_CHARS: usize = 40;
/// The most words in a label.
pub const LABEL_WORDS: usize = 4;

const ASKING: [&str; 17] = [
    "q",
    "question",
    "interviewer",
    "moderator",
    "researcher",
    "facilitator",
    "host",
    "질문",
    "문",
    "질문자",
    "인터뷰어",
    "진행자",
    "진행",
    "면접관",
    "연구자",
    "조사자",
    "사회자",
];
const ANSWERING: [&str; 19] = [
    "a",
    "answer",
    "interviewee",
    "participant",
    "respondent",
    "guest",
    "customer",
    "buyer",
    "답변",
    "답",
    "답변자",
    "인터뷰이",
    "참여자",
    "참가자",
    "응답자",
    "고객",
    "구매자",
    "대답",
    "면담자",
];

/// What a label says by itself, where it is a role and not a name. Numbers behind it are passed over (`Q3`).
pub fn role_of(label: &str) -> Option<Role> {
    let whole = clean(label).trim().to_lowercase();
    let label = whole.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    if is_code(&whole) {
        return Some(Role::Participant);
    }
    if ASKING.contains(&label) {
        Some(Role::Interviewer)
    } else if ANSWERING.contains(&label) {
        Some(Role::Participant)
    } else {
        None
    }
}

/// Whether a label is a participant's code of whybuy's own form, such as `P07`: then it is no name.
pub fn is_code(label: &str) -> bool {
    let digits = label.trim().strip_prefix(['P', 'p']);
    digits.is_some_and(|digits| (2..=6).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit()))
}

/// Whether a text can be a label: 1 to 40 characters, at most four words, a letter in it, no sign of a sentence.
pub fn is_label(text: &str) -> bool {
    let text = text.trim();
    (1..=LABEL_CHARS).contains(&text.chars().count())
        && text.split_whitespace().count() <= LABEL_WORDS
        && text.chars().any(char::is_alphabetic)
        && !text.contains([',', '?', '!', ';', '"', '“', '”', '，', '？', '<', '>', '/', '\t'])
        && !text.to_ascii_lowercase().ends_with("http")
}

/// `Name: text` taken apart: the label and what follows. The colon must be followed by a blank or the end of the
/// line (a full-width colon needs neither), so that times and addresses are no labels.
pub fn split(text: &str) -> Option<(&str, &str)> {
    let colon = text.find([':', '：'])?;
    let sign = text[colon..].chars().next()?;
    let rest = &text[colon + sign.len_utf8()..];
    let apart = sign == '：' || rest.is_empty() || rest.starts_with(char::is_whitespace);
    let label = text[..colon].trim();
    (apart && is_label(label)).then_some((label, rest.trim_start()))
}

/// The offset at the start of a text, `[00:12]`, `(1:02:03)` or bare before a blank, and what follows it.
pub fn leading_time(text: &str) -> Option<(Offset, &str)> {
    let close = match text.chars().next()? {
        '[' => ']',
        '(' => ')',
        c if c.is_ascii_digit() => {
            let end = text.find(char::is_whitespace)?;
            return Some((text[..end].parse().ok()?, text[end..].trim_start()));
        }
        _ => return None,
    };
    let end = text.find(close)?;
    Some((text[1..end].parse().ok()?, text[end + 1..].trim_start()))
}

/// How one label is compared with another.
pub fn fold(label: &str) -> String {
    let label = clean(label).trim().trim_end_matches(['*', ':', '：']).trim().to_lowercase();
    label.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Counts the candidates of a file and then says which of them are labels: those that occur twice,
/// those that say a role, and those that the file set apart by itself.
#[derive(Debug, Default)]
pub struct Labels {
    seen: BTreeMap<String, u32>,
    sure: BTreeSet<String>,
}

impl Labels {
    /// One more place where a label may stand; `sure` where the file itself marks it as one.
    pub fn count(&mut self, label: &str, sure: bool) {
        let folded = fold(label);
        if sure || role_of(label).is_some() {
            self.sure.insert(folded.clone());
        }
        *self.seen.entry(folded).or_default() += 1;
    }

    /// Whether this is a label.
    pub fn has(&self, label: &str) -> bool {
        let folded = fold(label);
        self.sure.contains(&folded) || self.seen.get(&folded).is_some_and(|times| *times >= 2)
    }

    /// Whether the file has any label at all.
    pub fn any(&self) -> bool {
        !self.sure.is_empty() || self.seen.values().any(|times| *times >= 2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_told_from_a_time_and_an_address() {
        assert_eq!(split("Dr. Chen: Good morning: all"), Some(("Dr. Chen", "Good morning: all")));
        assert_eq!(split("질문：왜요?"), Some(("질문", "왜요?")));
        assert_eq!(split("참석자 1:"), Some(("참석자 1", "")));
        for text in ["10:30 Meeting: now", "https://a.b/c: d", "no label", "", ": x", "Well, then: yes", "가:나"] {
            assert_eq!(split(text), None, "{text}");
        }
        assert_eq!(split("the four words are too many here: x"), None);
    }

    #[test]
    fn roles_are_read_in_both_languages() {
        for label in ["Q", "q1", "Interviewer", "질문", "진행자 2", "인터뷰어"] {
            assert_eq!(role_of(label), Some(Role::Interviewer), "{label}");
        }
        for label in ["A", "답변", "인터뷰이", "Respondent 3", "응답자", "P07"] {
            assert_eq!(role_of(label), Some(Role::Participant), "{label}");
        }
        assert_eq!(role_of("참석자 1"), None);
    }

    #[test]
    fn times_stand_in_front_in_three_ways() {
        let at = |text: &str| leading_time(text).map(|(at, rest)| (at.seconds(), rest.to_owned()));
        assert_eq!(at("[00:12] Kim: x"), Some((12, "Kim: x".into())));
        assert_eq!(at("(1:02:03) x"), Some((3723, "x".into())));
        assert_eq!(at("00:05:16\tKim:\tx"), Some((316, "Kim:\tx".into())));
        for text in ["12 people", "[laughs] x", "(unclear", "12:30", "", "12:99 x"] {
            assert_eq!(at(text), None, "{text}");
        }
    }
}

//! Who is who in a transcript: which labels are one person, who asks, who is the participant. The researcher's word
//! goes first, then what a label says, then who asks most questions. Labels are names: they are compared, never kept.

use std::collections::BTreeMap;

use super::report::{Reason, Role, SpeakerRole};
use super::transcript::Turn;
use super::transcript::labels::{fold, role_of};
use crate::error::{Error, Result};

/// Everybody in a transcript.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cast {
    /// The role of each turn's speaker, in the order of the turns.
    pub roles: Vec<Role>,
    /// The speakers, in the order in which they first spoke.
    pub speakers: Vec<SpeakerRole>,
    /// Who was taken for the interviewer (a position), and why.
    pub interviewer: Option<(u32, Reason)>,
}

/// What is known of one speaker before roles are given.
#[derive(Clone, Debug, Default)]
struct Known {
    /// The longest label.
    label: String,
    /// All labels, folded.
    keys: Vec<String>,
    turns: u32,
    questions: u32,
    chars: usize,
}

/// Decides who is who. `interviewer` and `participants` are labels, initials, or positions from 1.
///
/// # Errors
/// `speaker-unknown` (position, where one was given) where a hint names nobody of the file.
pub fn cast(turns: &[Turn], interviewer: Option<&str>, participants: &[String]) -> Result<Cast> {
    let known = gather(turns);
    let told: Vec<usize> = participants.iter().map(|hint| find(&known, hint)).collect::<Result<_>>()?;
    let asking = match interviewer {
        Some(hint) => Some((find(&known, hint)?, Reason::Told)),
        None => guess(&known, &told),
    };
    let roles = roles(&known, asking.map(|(index, _)| index), &told);
    let index: BTreeMap<&str, usize> =
        known.iter().enumerate().flat_map(|(index, it)| it.keys.iter().map(move |key| (key.as_str(), index))).collect();
    // In a file without any name, everything that was said is taken for the participant's.
    let nobody = if known.is_empty() { Role::Participant } else { Role::Other };
    let role = |turn: &Turn| {
        let key = turn.speaker.as_deref().map(fold);
        key.and_then(|key| index.get(key.as_str()).map(|at| roles[*at])).unwrap_or(nobody)
    };
    let speakers = known.iter().zip(&roles).zip(1..).map(|((known, role), position)| SpeakerRole {
        position,
        label: known.label.clone(),
        role: *role,
        turns: known.turns,
        questions: known.questions,
    });
    Ok(Cast {
        roles: turns.iter().map(role).collect(),
        speakers: speakers.collect(),
        interviewer: asking.map(|(index, reason)| (u32::try_from(index + 1).unwrap_or(u32::MAX), reason)),
    })
}

/// The speakers of a file. Initials are the person whose initials they are, if there is just one.
fn gather(turns: &[Turn]) -> Vec<Known> {
    let mut known: Vec<Known> = Vec::new();
    for turn in turns {
        let Some(label) = turn.speaker.as_deref().map(str::trim).filter(|label| !fold(label).is_empty()) else {
            continue;
        };
        let key = fold(label);
        let at = known.iter().position(|it| it.keys.contains(&key)).unwrap_or_else(|| {
            known.push(Known { label: label.to_owned(), keys: vec![key], ..Known::default() });
            known.len() - 1
        });
        known[at].turns += 1;
        known[at].questions += u32::from(asks(&turn.text));
        known[at].chars += turn.text.chars().count();
    }
    let mut at = 0;
    while at < known.len() {
        match namesake(&known, at) {
            Some(other) => {
                let (from, into) = if other > at { (other, at) } else { (at, other) };
                let gone = known.remove(from);
                known[into].take(gone);
                at = 0;
            }
            None => at += 1,
        }
    }
    known
}

impl Known {
    fn take(&mut self, other: Known) {
        if other.label.chars().count() > self.label.chars().count() {
            self.label = other.label;
        }
        self.keys.extend(other.keys);
        self.turns += other.turns;
        self.questions += other.questions;
        self.chars += other.chars;
    }
}

/// The one other speaker whose initials this label is.
fn namesake(known: &[Known], at: usize) -> Option<usize> {
    let label = &known[at].keys[0];
    let mut same = (0..known.len())
        .filter(|other| *other != at && known[*other].keys.iter().any(|name| are_initials(label, name)));
    same.next().filter(|_| same.next().is_none())
}

/// Whether a folded label is the initials of a folded name of at least two parts: `ebw` of `emilie baeth-walter`.
fn are_initials(label: &str, name: &str) -> bool {
    let first =
        |parts: &mut dyn Iterator<Item = &str>| -> String { parts.filter_map(|part| part.chars().next()).collect() };
    let label: String = label.chars().filter(|c| c.is_alphabetic()).collect();
    let words = name.split_whitespace().count();
    words >= 2
        && label.chars().count() >= 2
        && label.chars().count() <= 4
        && (first(&mut name.split_whitespace()) == label || first(&mut name.split([' ', '-'])) == label)
}

/// Whether a turn hands the word over with a question. One inside a long answer is often only a figure of speech.
fn asks(text: &str) -> bool {
    text.trim_end_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '?' | '？')).ends_with(['?', '？'])
}

fn find(known: &[Known], hint: &str) -> Result<usize> {
    let key = fold(hint);
    let position = hint.trim().trim_start_matches('#').parse::<usize>().ok();
    let by_label = known.iter().position(|it| it.keys.contains(&key));
    let by_initials = || known.iter().position(|it| it.keys.iter().any(|name| are_initials(&key, name)));
    let by_position = || position.filter(|at| (1..=known.len()).contains(at)).map(|at| at - 1);
    by_label.or_else(by_position).or_else(by_initials).ok_or_else(|| {
        // The hint may be somebody's name: only how many there are is told.
        Error::not_found("speaker-unknown").with("speakers", known.len())
    })
}

fn guess(known: &[Known], participants: &[usize]) -> Option<(usize, Reason)> {
    let free = || (0..known.len()).filter(|at| !participants.contains(at));
    if known.len() < 2 {
        let says = free().find(|at| role_of(&known[*at].label) == Some(Role::Interviewer));
        return says.map(|at| (at, Reason::Label));
    }
    if let Some(at) = free().find(|at| role_of(&known[*at].label) == Some(Role::Interviewer)) {
        return Some((at, Reason::Label));
    }
    let free_by_label = || free().filter(|at| role_of(&known[*at].label) != Some(Role::Participant));
    // The first of equals: whoever opens an interview usually leads it.
    let most = free_by_label().rev().max_by_key(|at| known[*at].questions)?;
    if known[most].questions > 0 {
        Some((most, Reason::Questions))
    } else {
        free_by_label().next().map(|at| (at, Reason::First))
    }
}

/// The participant is one person: whoever is told, or whose label says so, or who says most besides the interviewer.
/// All others stay unknown, because a line under a code must be that person's.
fn roles(known: &[Known], asking: Option<usize>, told: &[usize]) -> Vec<Role> {
    let by_label = |at: usize| role_of(&known[at].label) == Some(Role::Participant);
    let others: Vec<usize> = (0..known.len()).filter(|at| Some(*at) != asking).collect();
    let answering: Vec<usize> = if !told.is_empty() {
        told.to_vec()
    } else if others.iter().any(|at| by_label(*at)) {
        others.iter().copied().filter(|at| by_label(*at)).collect()
    } else {
        others.iter().rev().copied().max_by_key(|at| known[*at].chars).into_iter().collect()
    };
    let role = |at: usize| {
        if Some(at) == asking || role_of(&known[at].label) == Some(Role::Interviewer) && !told.contains(&at) {
            Role::Interviewer
        } else if answering.contains(&at) {
            Role::Participant
        } else {
            Role::Other
        }
    };
    (0..known.len()).map(role).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn turns(rows: &[(&str, &str)]) -> Vec<Turn> {
        let speaker = |name: &str| (!name.is_empty()).then(|| name.to_owned());
        rows.iter()
            .map(|(name, text)| Turn { speaker: speaker(name), text: (*text).to_owned(), ..Turn::default() })
            .collect()
    }

    const TALK: [(&str, &str); 7] = [
        ("Ann Bee-Cole", "Shall we begin?"),
        ("Dan Eve", "Yes."),
        ("ABC", "Why so?"),
        ("DE*", "It was slow, and dear, was it not?"),
        ("De", "And late."),
        ("Break", "(music)"),
        ("", "hm"),
    ];

    #[test]
    fn initials_are_their_person_and_the_interviewer_asks() {
        let cast = cast(&turns(&TALK), None, &[]).unwrap();
        use Role::{Interviewer as I, Other as O, Participant as P};
        assert_eq!(cast.roles, [I, P, I, P, P, O, O]);
        assert_eq!(cast.interviewer, Some((1, Reason::Questions)));
        let people: Vec<_> =
            cast.speakers.iter().map(|it| (it.position, it.label.as_str(), it.turns, it.questions)).collect();
        assert_eq!(people, [(1, "Ann Bee-Cole", 2, 2), (2, "Dan Eve", 3, 1), (3, "Break", 1, 0)]);
    }

    #[test]
    fn the_researcher_is_believed() {
        for hint in ["dan eve", "DE", "2", "#2"] {
            let cast = cast(&turns(&TALK), Some(hint), &["3".to_owned(), "ABC".to_owned()]).unwrap();
            use Role::{Interviewer as I, Other as O, Participant as P};
            assert_eq!(cast.roles, [P, I, P, I, I, P, O]);
            assert_eq!(cast.interviewer, Some((2, Reason::Told)));
        }
        assert_eq!(cast(&turns(&TALK), Some("Zoe"), &[]).unwrap_err().key, "speaker-unknown");
        assert_eq!(cast(&turns(&TALK), Some("4"), &[]).unwrap_err().key, "speaker-unknown");
    }

    #[test]
    fn labels_speak_for_themselves_and_silence_is_the_participants() {
        let both = cast(&turns(&[("답변", "왜 묻죠?"), ("질문", "그냥.")]), None, &[]).unwrap();
        assert_eq!(both.roles, [Role::Participant, Role::Interviewer]);
        assert_eq!(both.interviewer, Some((2, Reason::Label)));
        let nobody = cast(&turns(&[("", "a?"), ("", "b")]), None, &[]).unwrap();
        assert_eq!(nobody.roles, [Role::Participant, Role::Participant]);
        let alone = cast(&turns(&[("Kim", "a?")]), None, &[]).unwrap();
        assert_eq!((alone.roles, alone.interviewer), (vec![Role::Participant], None));
        let quiet = cast(&turns(&[("Kim", "a"), ("Lee", "b")]), None, &[]).unwrap();
        assert_eq!(
            (quiet.roles, quiet.interviewer),
            (vec![Role::Interviewer, Role::Participant], Some((1, Reason::First)))
        );
    }
}

//! What a brief does not know, and of whom: dimensions never touched, questions never put, answers still owed, lines
//! that nobody has sorted, and lines that stand under no theme yet.

use std::collections::BTreeSet;

use super::shape::{Gap, GapKind, UNTHEMED_SHOWN, Unthemed};
use crate::domain::dimension::{Dimension, Subject};
use crate::domain::evidence::Evidence;
use crate::domain::id::Id;
use crate::domain::interview::{Note, Voice};
use crate::domain::people::Participant;
use crate::domain::research::Research;
use crate::domain::study::AskedState;

pub(super) fn unthemed(research: &Research, people: &[&Participant]) -> Vec<Unthemed> {
    Dimension::ALL
        .iter()
        .filter_map(|&dimension| {
            let mut loose: Vec<(&Note, &Participant)> = people
                .iter()
                .flat_map(|person| research.evidence_of(person.id).map(move |note| (note, *person)))
                .filter(|(note, _)| note.dimension == dimension && research.marks_of(note.id).next().is_none())
                .collect();
            if loose.is_empty() {
                return None;
            }
            let heard: BTreeSet<Id> = loose.iter().map(|(_, person)| person.id).collect();
            loose.sort_by_key(|(note, person)| (!note.star, note.voice, &person.code, note.number));
            let shown = loose.iter().take(UNTHEMED_SHOWN).map(|(note, person)| Evidence::of(note, person)).collect();
            Some(Unthemed { dimension, lines: loose.len(), people: heard.len(), shown })
        })
        .collect()
}

pub(super) fn gaps(research: &Research, people: &[&Participant]) -> Vec<Gap> {
    let mut gaps: Vec<Gap> = Subject::ALL
        .iter()
        .map(|&subject| {
            let untouched = people.iter().filter(|person| !research.has_touched(person.id, subject));
            gap(GapKind::Untouched, Some(subject), untouched.map(|person| (person.code.as_str(), 0)))
        })
        .collect();
    gaps.extend(unasked(research, people));
    let lines = |person: &Participant, wanted: &dyn Fn(&Note) -> bool| {
        let interviews = research.interviews_of(person.id);
        interviews.iter().flat_map(|it| research.notes_of(it.id)).filter(|note| wanted(note)).count()
    };
    let owed = people.iter().map(|it| (it.code.as_str(), lines(it, &|note| note.voice == Voice::Owed)));
    gaps.push(gap(GapKind::Owed, None, owed.filter(|(_, lines)| *lines > 0)));
    let is_unsorted = |note: &Note| note.is_evidence() && note.dimension == Dimension::Unsorted;
    let unsorted = people.iter().map(|it| (it.code.as_str(), lines(it, &is_unsorted)));
    gaps.push(gap(GapKind::Unsorted, None, unsorted.filter(|(_, lines)| *lines > 0)));
    let no_quotes = people.iter().filter(|it| !it.consent.quote).map(|it| (it.code.as_str(), 0));
    gaps.push(gap(GapKind::NoQuoteConsent, None, no_quotes));
    gaps.retain(|gap| !gap.people.is_empty() || gap.kind == GapKind::NobodyAsked);
    gaps
}

fn gap<'a>(kind: GapKind, subject: Option<Subject>, people: impl Iterator<Item = (&'a str, usize)>) -> Gap {
    let mut gap = Gap { kind, subject, question: String::new(), people: Vec::new(), lines: 0 };
    for (code, lines) in people {
        gap.people.push(code.to_owned());
        gap.lines += lines;
    }
    gap
}

/// The questions of the guide that nobody of these people was asked or covered.
fn unasked(research: &Research, people: &[&Participant]) -> Vec<Gap> {
    let heard: BTreeSet<Id> = people
        .iter()
        .flat_map(|person| research.interviews_of(person.id))
        .flat_map(|interview| research.asked_in(interview.id))
        .filter(|asked| asked.state != AskedState::Skipped)
        .map(|asked| asked.question)
        .collect();
    let silent = research.guide().into_iter().filter(|question| !people.is_empty() && !heard.contains(&question.id));
    silent
        .map(|question| Gap {
            kind: GapKind::NobodyAsked,
            subject: Some(question.subject),
            question: question.text.clone(),
            people: Vec::new(),
            lines: 0,
        })
        .collect()
}

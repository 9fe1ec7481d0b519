#![allow(clippy::unwrap_used)]

use super::*;
use crate::domain::journey::{Facts, Lane};
use crate::domain::{Consent, Edit, Entry, Record, Revision, Stage};

fn sample() -> Research {
    let lines = include_str!("../../../sample_data/ai_pc.ko.jsonl").lines().skip(1);
    Research::of(lines.map(|line| serde_json::from_str::<Record>(line).unwrap())).unwrap()
}

/// The sample with a journey that has no pains yet, its persona, and two verbatim lines of one person and one of each of
/// three others.
fn bare() -> (Research, Id, Vec<Id>) {
    let mut research = sample();
    let journey = research.journeys().values().find(|it| map::ours(&research, it.persona) == Some(it)).unwrap().clone();
    let pains = map::decided_in(&research, journey.id).filter(|it| it.lane == Lane::Pain);
    let pains: Vec<Id> = pains.map(|it| it.id).collect();
    for pain in pains {
        for edit in research.removal(crate::domain::Key::new(crate::domain::Kind::Entry, pain)) {
            research.apply(edit).unwrap();
        }
    }
    let verbatim = |person: &&Participant| {
        let lines = research.evidence_of(person.id).filter(|it| it.voice == Voice::Verbatim && it.text.contains(' '));
        lines.map(|it| it.id).take(2).collect::<Vec<Id>>()
    };
    let people = research.counted_people(Some(journey.persona));
    let told: Vec<Vec<Id>> = people.iter().map(verbatim).filter(|it| it.len() == 2).collect();
    let lines = [told[0][0], told[0][1], told[1][0], told[2][0], told[3][0]].to_vec();
    (research, journey.persona, lines)
}

/// Writes a pain down: at a stage of the template by its place, so bad, resting on these lines.
fn pain(research: &mut Research, persona: Id, (stage, severity): (usize, u32), text: &str, lines: &[Id]) {
    let journey = map::ours(research, persona).unwrap().clone();
    let id = Id::from_u128(0xfeed_0000 + research.entries().len() as u128);
    let entry = Entry {
        id,
        study: journey.study,
        journey: journey.id,
        stage: Stage::default_at(stage),
        lane: Lane::Pain,
        text: text.to_owned(),
        facts: Facts { severity: Some(severity), ..Facts::default() },
        evidence: lines.to_vec(),
        seed: None,
        refused: None,
        by: "HE".to_owned(),
        at: research.study().unwrap().created,
    };
    research.apply(Edit::Put(entry.into())).unwrap();
}

fn told(brief: &Brief) -> Vec<(&str, usize)> {
    brief.worst.iter().map(|it| (it.pain.as_str(), it.score)).collect()
}

/// Shows B17.
#[test]
fn the_worst_pains_are_those_that_most_people_suffer_from_most() {
    let (mut research, persona, lines) = bare();
    assert_eq!(of(&research, persona).unwrap().worst, []);
    pain(&mut research, persona, (3, 3), "둘이 둘 다", &lines[..3]);
    pain(&mut research, persona, (1, 3), "한 사람이 두 번", &lines[..2]);
    pain(&mut research, persona, (2, 1), "셋이 가볍게", &lines[1..4]);
    pain(&mut research, persona, (2, 3), "아무도", &[]);
    pain(&mut research, persona, (1, 1), "하나", &lines[4..]);
    pain(&mut research, persona, (4, 2), "하나 나", &lines[4..]);
    pain(&mut research, persona, (4, 2), "하나 가", &lines[4..]);
    let brief = of(&research, persona).unwrap();
    let expected = [("둘이 둘 다", 6), ("한 사람이 두 번", 3), ("셋이 가볍게", 3), ("하나 가", 2), ("하나 나", 2)];
    assert_eq!(told(&brief), expected, "people and not mentions; ties by stage, then by words; five and no more");
    assert_eq!((brief.worst[0].people, brief.worst[0].severity, brief.worst[0].lines.len()), (2, 3, 3));
    assert_eq!(for_export(&research, persona).unwrap().worst, brief.worst);
}

#[test]
fn a_persona_without_a_journey_of_its_own_has_none_of_them() {
    let mut research = sample();
    let persona = research.personas().values().next().unwrap().clone();
    let other = crate::domain::Persona { id: Id::from_u128(77), name: "다른 사람".to_owned(), ..persona };
    research.apply(other.into()).unwrap();
    assert_eq!(of(&research, Id::from_u128(77)).unwrap().worst, []);
}

#[test]
fn who_withdraws_or_never_agreed_is_counted_in_none_of_them() {
    let (mut research, persona, lines) = bare();
    pain(&mut research, persona, (3, 2), "함께", &lines[1..4]);
    pain(&mut research, persona, (2, 3), "혼자", &lines[2..3]);
    let person = research.person_of(&research.notes()[&lines[2]]).unwrap().clone();
    assert_eq!(told(&of(&research, persona).unwrap()), [("함께", 6), ("혼자", 3)]);
    let silent = Participant { consent: Consent::default(), ..person.clone() };
    research.apply(silent.into()).unwrap();
    assert_eq!(told(&for_export(&research, persona).unwrap()), [("함께", 4)]);
    let at = research.study().unwrap().created;
    let gone = Participant { consent: Consent { withdrawn: Some(at), ..person.consent.clone() }, ..person };
    research.apply(gone.clone().into()).unwrap();
    let brief = for_export(&research, persona).unwrap();
    assert_eq!(told(&brief), [("함께", 4)]);
    assert!(brief.worst[0].lines.iter().all(|line| !line.starts_with(&gone.code)));
}

#[test]
fn a_sentence_that_may_not_be_told_is_not_told_as_a_pain() {
    let (mut research, persona, lines) = bare();
    let note = research.notes()[&lines[0]].clone();
    let earlier = Revision { text: "처음 한 말".to_owned(), voice: Voice::Verbatim, replaced: note.logged };
    research.apply(Note { earlier: vec![earlier], ..note.clone() }.into()).unwrap();
    pain(&mut research, persona, (1, 3), &format!("“{}”", note.text), &lines[..1]);
    pain(&mut research, persona, (2, 2), "“처음 한 말”", &lines[..1]);
    pain(&mut research, persona, (3, 1), "우리가 지은 말", &lines[..1]);
    assert!(of(&research, persona).unwrap().worst.iter().all(|it| !it.withheld));
    let person = research.person_of(&note).unwrap().clone();
    let consent = Consent { quote: false, ..person.consent };
    research.apply(Participant { consent, ..person }.into()).unwrap();
    let brief = for_export(&research, persona).unwrap();
    assert_eq!(told(&brief), [("", 3), ("", 2), ("우리가 지은 말", 1)]);
    assert!(!serde_json::to_string(&brief.worst).unwrap().contains(&note.text));
}

#[test]
fn a_brief_of_before_reads_back_and_one_with_pains_too() {
    let (mut research, persona, lines) = bare();
    pain(&mut research, persona, (1, 3), "늦다", &lines[..1]);
    let brief = of(&research, persona).unwrap();
    let mut json = serde_json::to_value(&brief).unwrap();
    assert_eq!(serde_json::from_value::<Brief>(json.clone()).unwrap().worst, brief.worst);
    json.as_object_mut().unwrap().remove("worst").unwrap();
    assert_eq!(serde_json::from_value::<Brief>(json).unwrap().worst, []);
}

//! The flat rows: lines, documents and people as filters, index and result pages get them.

use std::collections::BTreeSet;

use super::*;
use crate::domain::{Line, Mark, Person, Revision, Stance};

/// Two lines of P01 and one of P02, who has withdrawn.
fn with_a_withdrawal() -> (tempfile::TempDir, Store) {
    let (folder, mut store) = opened();
    let mut gone = participant(21, "P02");
    gone.consent.withdrawn = Some(moment());
    let mut revised = note(101, 2, "나중 말");
    revised.earlier = vec![Revision { text: "처음 말".to_owned(), voice: Voice::Paraphrase, replaced: moment() }];
    let mut hidden = note(102, 1, "거둔 말");
    hidden.interview = id(31);
    let mark = |number, note| Mark::new((id(number), id(STUDY)), id(note), id(THEME), Stance::Contradicts);
    let step = Step::new(id(STUDY), "import", "")
        .put(gone)
        .put(interview(31, 21))
        .put(note(100, 1, "첫 말"))
        .put(revised)
        .put(hidden)
        .put(mark(200, 101))
        .put(mark(201, 102));
    save(&mut store, 2, step);
    (folder, store)
}

#[test]
fn a_line_stands_beside_the_names_of_what_it_belongs_to() {
    let (_folder, store) = with_a_withdrawal();
    let lines = store.lines(&[id(101), id(999), id(102), id(100)]).unwrap();
    assert_eq!(lines.iter().map(|line| line.code.as_str()).collect::<Vec<_>>(), ["P01-L002", "P01-L001"]);
    let expected = Line {
        note: id(101),
        code: "P01-L002".to_owned(),
        revision: 2,
        study: id(STUDY),
        study_name: "고사양 PC".to_owned(),
        participant: id(PARTICIPANT),
        participant_code: "P01".to_owned(),
        persona: Some("실무자".to_owned()),
        role: "구매 담당자".to_owned(),
        outcome: Some(Outcome::DecidedNotBought),
        interview: id(INTERVIEW),
        interview_label: "첫 통화".to_owned(),
        date: "2026-03-02".parse().unwrap(),
        at: "00:12:41".parse().ok(),
        dimension: Dimension::Concern,
        voice: Voice::Verbatim,
        speaker: Speaker::Participant,
        text: "나중 말".to_owned(),
        feeling: Some(-2),
        star: true,
    };
    assert_eq!(lines[0], expected);
}

#[test]
fn documents_leave_out_who_withdrew() {
    let (_folder, store) = with_a_withdrawal();
    let notes = |documents: Vec<crate::domain::Document>| documents.iter().map(|it| it.note).collect::<Vec<_>>();
    assert_eq!(notes(store.documents(&[id(102), id(101)]).unwrap()), [id(101)]);
    assert_eq!(notes(store.scan(None, 10).unwrap()), [id(100), id(101)]);
    assert_eq!(notes(store.scan(None, 1).unwrap()), [id(100)]);
    assert_eq!(notes(store.scan(Some(id(100)), 10).unwrap()), [id(101)]);
    assert_eq!(store.count_notes().unwrap(), 2);
    let document = &store.documents(&[id(100)]).unwrap()[0];
    assert_eq!((document.participant, document.interview), (id(PARTICIPANT), id(INTERVIEW)));
    assert_eq!((document.text.as_str(), document.study), ("첫 말", id(STUDY)));
}

#[test]
fn ids_are_given_whoever_withdrew() {
    let (_folder, store) = with_a_withdrawal();
    assert_eq!(store.notes_in(id(INTERVIEW)).unwrap(), [id(100), id(101)]);
    assert_eq!(store.notes_of(id(21)).unwrap(), [id(102)]);
    assert_eq!(store.notes_under("가격").unwrap(), BTreeSet::from([id(101), id(102)]));
    assert_eq!(store.notes_under("없는 주제").unwrap(), BTreeSet::new());
}

#[test]
fn people_come_with_persona_and_outcome() {
    let (_folder, mut store) = with_a_withdrawal();
    let mut won = participant(22, "P03");
    (won.outcome, won.persona) = (Some(Outcome::Won), None);
    save(&mut store, 3, Step::new(id(STUDY), "new-participant", "P03").put(won));
    let people = store.people().unwrap();
    assert_eq!(people.iter().map(|it| it.withdrawn).collect::<Vec<_>>(), [false, true, false]);
    let (persona, role, outcome) = (None, "구매 담당자".to_owned(), Some(Outcome::Won));
    let third = Person {
        participant: id(22),
        study: id(STUDY),
        code: "P03".to_owned(),
        persona,
        role,
        outcome,
        withdrawn: false,
    };
    assert_eq!(people[2], third);
    assert_eq!((people[0].persona.as_deref(), people[0].outcome), (Some("실무자"), Some(Outcome::DecidedNotBought)));
}

#[test]
fn studies_stand_in_the_order_in_which_they_were_set_up() {
    let (_folder, mut store) = opened();
    let mut earlier = study();
    (earlier.id, earlier.name) = (id(2), "먼저".to_owned());
    // An hour earlier, though its text sorts later.
    earlier.created = "2026-03-02T23:00:00.125+19:00".parse().unwrap();
    save(&mut store, 2, Step::new(id(2), "new-study", "먼저").put(earlier));
    let names: Vec<_> = store.studies().unwrap().into_iter().map(|study| study.name).collect();
    assert_eq!(names, ["먼저", "고사양 PC"]);
    assert_eq!(store.load(id(3)).unwrap_err().key, "study-missing");
}

//! What the store promises, tried on real files in a folder of their own.
#![allow(clippy::unwrap_used)]

mod files;
mod laws;
mod rows;
mod saving;
mod undoing;

use std::path::PathBuf;

use tempfile::TempDir;

use super::{Batch, Pending, Seq, Store};
use crate::domain::{
    Consent, Deal, Dimension, Id, Interview, Kind, Moment, Note, Outcome, Participant, Persona, Source, Speaker,
    Status, Step, Study, Theme, Voice,
};

const STUDY: u128 = 1;
const PERSONA: u128 = 10;
const DEAL: u128 = 11;
const THEME: u128 = 12;
const PARTICIPANT: u128 = 20;
const INTERVIEW: u128 = 30;

fn id(number: u128) -> Id {
    Id::from_u128(number)
}

fn moment() -> Moment {
    "2026-03-02T14:00:00.125+09:00".parse().unwrap()
}

fn library() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("가격 조사.whybuy");
    (folder, path)
}

/// A library whose study has one participant of a persona and a deal, one interview and one theme.
fn opened() -> (TempDir, Store) {
    let (folder, path) = library();
    let mut store = Store::open(&path, "민지").unwrap();
    save(&mut store, 1, beginning());
    (folder, store)
}

fn study() -> Study {
    let (goal, works_if) = ("왜 사고도 안 쓰나".to_owned(), String::new());
    Study { goal, works_if, ..Study::blank(id(STUDY), "고사양 PC", moment()) }
}

fn participant(number: u128, code: &str) -> Participant {
    Participant {
        id: id(number),
        study: id(STUDY),
        code: code.to_owned(),
        persona: Some(id(PERSONA)),
        deal: Some(id(DEAL)),
        role: "구매 담당자".to_owned(),
        recruited: None,
        outcome: None,
        attributes: [("rank".to_owned(), "과장".to_owned())].into(),
        consent: Consent { participate: true, keep_until: "2028-03-02".parse().ok(), ..Consent::default() },
    }
}

fn interview(number: u128, participant: u128) -> Interview {
    Interview {
        id: id(number),
        study: id(STUDY),
        participant: id(participant),
        label: "첫 통화".to_owned(),
        date: "2026-03-02".parse().unwrap(),
        source: Source::Call,
        status: Status::Running,
        planned: None,
        started: Some(moment()),
        recorder: None,
        ended: None,
        sorted: None,
    }
}

fn theme() -> Theme {
    Theme::blank((id(THEME), id(STUDY)), Dimension::Concern, "가격", moment())
}

fn note(number: u128, line: u32, text: &str) -> Note {
    Note {
        at: "00:12:41".parse().ok(),
        dimension: Dimension::Concern,
        voice: Voice::Verbatim,
        feeling: Some(-2),
        star: true,
        stage: "decision".parse().ok(),
        ..Note::blank((id(number), id(STUDY), id(INTERVIEW)), line, text.to_owned(), moment())
    }
}

fn beginning() -> Step {
    let persona = Persona::blank((id(PERSONA), id(STUDY)), "실무자".to_owned());
    let (name, outcome, competitor) = ("D1".to_owned(), Some(Outcome::DecidedNotBought), String::new());
    let deal = Deal { id: id(DEAL), study: id(STUDY), name, outcome, competitor };
    Step::new(id(STUDY), "new-study", "고사양 PC")
        .put(study())
        .put(theme())
        .put(persona)
        .put(deal)
        .put(participant(PARTICIPANT, "P01"))
        .put(interview(INTERVIEW, PARTICIPANT))
}

fn line(number: u128, at: u32, text: &str) -> Step {
    Step::new(id(STUDY), "log-line", format!("P01-L{at:03}")).put(note(number, at, text))
}

fn batch(token: u128, step: Step) -> Batch {
    Batch { steps: vec![Pending { token: id(token), step, at: moment() }], drafts: Vec::new() }
}

fn save(store: &mut Store, token: u128, step: Step) -> Seq {
    store.save(&batch(token, step)).unwrap().seq
}

fn remove(kind: Kind, number: u128) -> Step {
    Step::new(id(STUDY), "remove", "P01").remove(kind, id(number))
}

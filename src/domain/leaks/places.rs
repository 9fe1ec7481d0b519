//! Where in a study a text stands that may leave the library, and what can be done about a finding there: a line is
//! corrected, everything else is renamed by hand.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Leak, Watch, find};
use crate::domain::{Id, Kind, Note, Research, journey};

/// One text of a study.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where it stands, as people call it: the code of a line, or what kind of thing it is of.
    pub place: String,
    /// The line, where it is one.
    pub note: Option<Id>,
    /// The text.
    pub text: String,
}

/// A finding with its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Found {
    /// Where.
    pub place: String,
    /// What.
    #[serde(flatten)]
    pub leak: Leak,
    /// The line, where it is one.
    #[serde(skip)]
    pub note: Option<Id>,
    /// The word that was found; for the eyes of the researcher, in no document.
    #[serde(skip)]
    pub word: String,
}

/// Everything that is found in these texts.
pub fn found(pieces: &[Piece], watch: &Watch) -> Vec<Found> {
    let of = |piece: &Piece| -> Vec<Found> {
        let leaks = find(&piece.text, watch).into_iter();
        let word = |leak: &Leak| piece.text.get(leak.bytes.clone()).unwrap_or_default().to_owned();
        leaks.map(|leak| Found { place: piece.place.clone(), word: word(&leak), note: piece.note, leak }).collect()
    };
    pieces.iter().flat_map(of).collect()
}

/// The reasons with which findings were let through, by kind and digest.
pub fn reasons(research: &Research) -> BTreeMap<(String, String), String> {
    let of = |it: &crate::domain::Allowance| ((it.finding.clone(), it.digest.clone()), it.reason.clone());
    research.allowances().values().map(of).collect()
}

impl Found {
    /// The kind and digest by which a reason lets it through.
    pub fn key(&self) -> (String, String) {
        (self.leak.kind.name().to_owned(), self.leak.digest.clone())
    }
}

/// What nobody has let through.
pub fn open(found: Vec<Found>, research: &Research) -> Vec<Found> {
    let reasons = reasons(research);
    found.into_iter().filter(|it| !reasons.contains_key(&it.key())).collect()
}

/// Every text of a study, or of the people of one persona and of what all share. Of those who withdrew there is none.
pub fn of_study(research: &Research, persona: Option<Id>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut put = |place: &str, texts: &[&str]| {
        let texts = texts.iter().filter(|text| !text.is_empty());
        pieces.extend(texts.map(|text| Piece { place: place.to_owned(), note: None, text: (*text).to_owned() }));
    };
    if let Some(study) = research.study() {
        put(Kind::Study.name(), &[&study.name, &study.goal, &study.works_if]);
    }
    for it in research.themes().values() {
        put(Kind::Theme.name(), &[&it.name, it.dropped.as_ref().map_or("", |it| &it.reason)]);
    }
    for it in research.questions().values() {
        put(Kind::Question.name(), &[&it.text]);
    }
    for it in research.personas().values().filter(|it| persona.is_none_or(|asked| asked == it.id)) {
        put(Kind::Persona.name(), &[&it.name, &it.about, &it.approach]);
    }
    for it in research.judgements().values().filter(|it| persona.is_none_or(|asked| asked == it.persona)) {
        let headline = it.headline.as_ref().map_or("", |it| it.text.as_str());
        put(Kind::Judgement.name(), &[headline, it.dropped.as_ref().map_or("", |it| &it.reason)]);
    }
    for it in research.trigger_cards().values() {
        put(Kind::TriggerCard.name(), &[&it.event, &it.cause, &it.effect, &it.action, &it.rejected, &it.message]);
    }
    for it in research.journeys().values().filter(|it| persona.is_none_or(|asked| asked == it.persona)) {
        put(Kind::Journey.name(), &[&it.goal, &it.works_if, &it.competitor, &it.group]);
        for card in &it.stages {
            put(Kind::Journey.name(), &[&card.name, &card.owner, &card.lead, &card.worked, &card.fell, &card.lasts]);
            card.steps.iter().chain(&card.helpers).for_each(|it| put(Kind::Journey.name(), &[it]));
        }
        it.lanes.iter().for_each(|row| put(Kind::Journey.name(), &[&row.name]));
        for entry in journey::map::entries_of(research, it.id) {
            let facts = &entry.facts;
            let said = [&facts.experience, &facts.answers, &facts.when, &facts.owner, &facts.unit];
            put(Kind::Entry.name(), &[&entry.text]);
            said.into_iter().chain(&facts.decides).for_each(|it| put(Kind::Entry.name(), &[it]));
        }
    }
    let is_meant = |of: Option<Id>| persona.is_none() || of == persona;
    let people = research.participants().values().filter(|it| !it.is_withdrawn() && is_meant(it.persona));
    let mut people: Vec<_> = people.collect();
    people.sort_by(|a, b| a.code.cmp(&b.code));
    for person in people {
        put(&person.code, &[&person.role]);
        person.attributes.values().for_each(|it| put(&person.code, &[it]));
        for interview in research.interviews_of(person.id) {
            put(&person.code, &[&interview.label]);
            for event in research.path_of(interview.id) {
                put(&research.code_of_event(event), &[&event.text, &event.touchpoint, &event.who]);
            }
            for it in research.alternatives_of(interview.id) {
                put(&person.code, &[&it.name, &it.why]);
            }
        }
    }
    pieces.extend(lines(research, persona));
    pieces
}

fn lines(research: &Research, persona: Option<Id>) -> Vec<Piece> {
    let mut lines: Vec<(&str, &Note)> = Vec::new();
    for note in research.notes().values() {
        let person = research.person_of(note).filter(|it| !it.is_withdrawn());
        lines.extend(person.filter(|it| persona.is_none() || it.persona == persona).map(|it| (it.code.as_str(), note)));
    }
    lines.sort_by_key(|(code, note)| (*code, note.number));
    let piece = |(_, note): (&str, &Note)| Piece {
        place: research.code_of(note),
        note: Some(note.id),
        text: note.text.clone(),
    };
    lines.into_iter().map(piece).collect()
}

//! Studies made of random records, for the round trips of the tests.
//! For tests only; what they promise is told where they are used.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;

use proptest::prelude::*;

use crate::domain::journey::{Facts, Lane, Seed, Source as Seeded, WalkResult, steps};
use crate::domain::priority::Year;
use crate::domain::{
    Act, Asked, AskedState, Comment, Consent, Deal, Dimension, Dropped, Edit, Edition, Entry, Expectation, Gap,
    GapCause, Headline, Id, Interview, Journey, JourneyEdition, Judgement, Mark, Moment, Note, Offset, Outcome,
    Participant, PathEvent, Persona, Question, Record, Recruited, Research, Revision, SavedSearch, Source, Speaker,
    Stage, Stance, Status, Study, Subject, Synonym, Theme, Voice, Walk,
};

/// Draws without end from a list of numbers, so that a failing study shrinks with its list.
struct Draw {
    numbers: Vec<u32>,
    at: usize,
    ids: u128,
}

const WORDS: [&str; 14] = [
    "견적이 늦었어요",
    "=1+1",
    "감사",
    "\"No.\"",
    "a, b; c|d\\e",
    "'quoted",
    "우려: 가격",
    "!then",
    "＝x",
    "-2",
    "👩‍💻 works",
    "why?",
    "concern:x",
    "@home",
];

impl Draw {
    fn number(&mut self, below: usize) -> usize {
        let number = self.numbers.get(self.at % self.numbers.len().max(1)).copied().unwrap_or_default();
        self.at += 1;
        (number as usize).wrapping_add(self.at * 7) % below.max(1)
    }

    fn one<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.number(of.len())].clone()
    }

    fn maybe<T>(&mut self, some: impl FnOnce(&mut Draw) -> T) -> Option<T> {
        (self.number(2) == 0).then(|| some(self))
    }

    fn id(&mut self) -> Id {
        self.ids += 1;
        Id::from_u128(self.ids)
    }

    fn text(&mut self) -> String {
        let text: Vec<&str> = (0..=self.number(3)).map(|_| self.one(&WORDS)).collect();
        text.join(" ")
    }

    fn moment(&mut self) -> Moment {
        let (day, hour) = (self.number(28) + 1, self.number(24));
        format!("2025-11-{day:02}T{hour:02}:05:01.120+09:00").parse().unwrap()
    }

    fn offset(&mut self) -> Option<Offset> {
        self.maybe(|draw| Offset::from_seconds(i64::try_from(draw.number(9000)).unwrap()))
    }
}

/// Any study of the size that the list of numbers gives it.
pub(super) fn research() -> impl Strategy<Value = Research> {
    prop::collection::vec(any::<u32>(), 1..60).prop_map(|numbers| build(Draw { numbers, at: 0, ids: 0 }))
}

/// The same without what flat notes cannot say: nothing of it is lost on their way.
pub(super) fn flat_research() -> impl Strategy<Value = Research> {
    research().prop_map(|research| {
        let records = research.records().map(|record| match record {
            Record::Participant(mut it) => {
                it.consent.withdrawn = None;
                it.into()
            }
            other => other,
        });
        Research::of(records).unwrap()
    })
}

fn build(mut draw: Draw) -> Research {
    let study = draw.id();
    let mut research = Research::default();
    let created = draw.moment();
    let (goal, works_if) = (draw.text(), String::new());
    put(&mut research, Study { goal, works_if, ..Study::blank(study, "연구 1", created) });
    let themes: Vec<Id> = (0..draw.number(5)).map(|at| theme(&mut research, &mut draw, study, at)).collect();
    let questions: Vec<Id> = (0..draw.number(4)).map(|_| question(&mut research, &mut draw, study, &themes)).collect();
    let personas: Vec<Id> = (0..draw.number(3)).map(|at| persona(&mut research, &mut draw, study, at)).collect();
    finding(&mut research, &mut draw, study);
    for persona in personas.iter().copied() {
        judged(&mut research, &mut draw, (study, persona), &themes);
        mapped(&mut research, &mut draw, (study, persona), &themes);
    }
    let deal = draw.id();
    let outcome = draw.maybe(|draw| draw.one(Outcome::ALL));
    put(&mut research, Deal { id: deal, study, name: "D1".to_owned(), outcome, competitor: String::new() });
    for at in 0..draw.number(4) {
        let person = person(&mut research, &mut draw, (study, at), (&personas, deal));
        for at in 0..draw.number(3) {
            let interview = interview(&mut research, &mut draw, (study, at), person);
            for question in questions.iter().copied() {
                let (id, state, at) = (draw.id(), draw.one(AskedState::ALL), draw.moment());
                put(&mut research, Asked { id, study, interview, question, state, at });
            }
            for _ in 0..draw.number(6) {
                let note = note(&mut research, &mut draw, (study, interview), person);
                for theme in themes.iter().copied().filter(|theme| theme.as_u128() % 2 == note.as_u128() % 2) {
                    let (id, stance) = (draw.id(), draw.one(Stance::ALL));
                    put(
                        &mut research,
                        Mark { judged: draw.number(4) == 0, ..Mark::new((id, study), note, theme, stance) },
                    );
                }
            }
        }
    }
    research
}

fn put(research: &mut Research, record: impl Into<Record>) {
    research.apply(Edit::Put(record.into())).unwrap();
}

fn theme(research: &mut Research, draw: &mut Draw, study: Id, at: usize) -> Id {
    let (id, dimension, name) = (draw.id(), draw.one(&Dimension::FIVE), format!("{} {at}", draw.text()));
    let (parent, dropped) = (draw.maybe(Draw::id), draw.maybe(dropped));
    put(research, Theme { parent, dropped, ..Theme::blank((id, study), dimension, name, draw.moment()) });
    id
}

fn question(research: &mut Research, draw: &mut Draw, study: Id, themes: &[Id]) -> Id {
    let (id, subject, text) = (draw.id(), draw.one(Subject::ALL), draw.text());
    let theme = draw.maybe(|draw| themes.get(draw.number(5)).copied()).flatten();
    let passage = draw.maybe(|_| "touchpoint:데모|rep,next".parse().unwrap());
    put(research, Question { id, study, position: 3, subject, text, probes: vec!["왜요?".to_owned()], theme, passage });
    id
}

fn finding(research: &mut Research, draw: &mut Draw, study: Id) {
    let words = vec![draw.text(), format!("{} ", draw.text()).trim().to_owned() + "x"];
    put(research, Synonym { id: draw.id(), study, words });
    let (id, name, query) = (draw.id(), draw.text(), draw.text());
    let seen = (0..draw.number(3)).map(|_| draw.id()).collect();
    put(research, SavedSearch { id, study, name, query, seen });
}

fn dropped(draw: &mut Draw) -> Dropped {
    Dropped { reason: draw.text(), by: draw.text(), at: draw.moment(), people: 2 }
}

/// What people decide about the brief of one persona.
fn judged(research: &mut Research, draw: &mut Draw, (study, persona): (Id, Id), themes: &[Id]) {
    for theme in themes.iter().copied() {
        let headline = Headline { text: draw.text(), by: draw.text(), at: draw.moment(), rests_on: Vec::new() };
        let (headline, quotes, dropped) = (draw.maybe(|_| headline), vec![draw.id()], draw.maybe(dropped));
        let judgement = Judgement { headline, quotes, dropped, ..Judgement::blank((draw.id(), study), persona, theme) };
        put(research, judgement);
    }
    let (by, at, hash) = (draw.text(), draw.moment(), format!("{:064x}", draw.number(99)));
    let document = "{\"schema\":\"whybuy.brief/1\"}".to_owned();
    put(research, Edition { id: draw.id(), study, persona, number: 1, published: at, by, hash, document });
}

/// What people keep of the journey of one persona.
fn mapped(research: &mut Research, draw: &mut Draw, (study, persona): (Id, Id), themes: &[Id]) {
    let (made, by, goal) = (draw.moment(), draw.text(), draw.text());
    let journey = Journey { by: by.clone(), goal, ..steps::template((draw.id(), study), persona, made) };
    put(research, journey.clone());
    for theme in themes.iter().copied() {
        let (stage, lane) = (Stage::default_at(draw.number(6)), draw.one(&Lane::REQUIRED));
        let seed = Seed { from: Seeded::Theme(theme), stage: stage.clone(), lane, text: draw.text(), rests_on: vec![] };
        let facts = Facts { answers: draw.text(), target: draw.maybe(|_| 12.5), ..Facts::default() };
        let (id, text, evidence, at) = (draw.id(), draw.text(), vec![draw.id()], draw.moment());
        let (seed, refused, by) = (draw.maybe(|_| seed), draw.maybe(dropped), by.clone());
        put(
            research,
            Entry { id, study, journey: journey.id, stage, lane, text, facts, seed, evidence, by, at, refused },
        );
        let (comment, text, by, resolved) = (draw.id(), draw.text(), draw.text(), draw.maybe(Draw::moment));
        put(research, Comment { id: comment, study, entry: id, text, by, at, resolved });
    }
    let (walk, touchpoint, note) = (draw.id(), draw.text(), draw.text());
    let result = WalkResult { stage: Stage::default_at(2), touchpoint, passed: false, note, fixed: None };
    put(
        research,
        Walk { id: walk, study, journey: journey.id, walker: by.clone(), date: made.date(), results: vec![result] },
    );
    let (id, hash, document) =
        (draw.id(), format!("{:064x}", draw.number(99)), "{\"schema\":\"whybuy.journey/1\"}".to_owned());
    let (journey, reason) = (journey.id, draw.text());
    put(research, JourneyEdition { id, study, journey, number: 1, published: made, by, reason, hash, document });
}

fn persona(research: &mut Research, draw: &mut Draw, study: Id, at: usize) -> Id {
    let (id, name) = (draw.id(), format!("{} {at}", draw.text()));
    let (approach, attributes) = (draw.text(), BTreeMap::from([("rank".to_owned(), draw.text())]));
    let priority = draw.maybe(|draw| (Year::of(draw.moment().date()), 1)).into_iter().collect();
    put(research, Persona { approach, attributes, priority, ..Persona::blank((id, study), name) });
    id
}

fn person(research: &mut Research, draw: &mut Draw, (study, at): (Id, usize), (personas, deal): (&[Id], Id)) -> Id {
    let id = draw.id();
    let participant = Participant {
        id,
        study,
        code: format!("P{:02}", at + 1),
        persona: draw.maybe(|draw| personas.get(draw.number(3)).copied()).flatten(),
        deal: draw.maybe(|_| deal),
        role: draw.maybe(Draw::text).unwrap_or_default(),
        recruited: draw.maybe(|draw| draw.one(Recruited::ALL)),
        outcome: draw.maybe(|draw| draw.one(Outcome::ALL)),
        attributes: BTreeMap::new(),
        consent: Consent { withdrawn: draw.maybe(Draw::moment), ..Consent::default() },
    };
    put(research, participant);
    id
}

fn interview(research: &mut Research, draw: &mut Draw, (study, at): (Id, usize), participant: Id) -> Id {
    let (id, source, started) = (draw.id(), draw.one(Source::ALL), draw.maybe(Draw::moment));
    let date = draw.moment().date();
    let (label, status) = (format!("{} {at}", draw.text()), Status::Done);
    let record = Interview {
        id,
        study,
        participant,
        label,
        date,
        source,
        status,
        planned: None,
        started,
        recorder: None,
        ended: None,
        sorted: None,
    };
    put(research, record);
    id
}

fn note(research: &mut Research, draw: &mut Draw, (study, interview): (Id, Id), participant: Id) -> Id {
    let id = draw.id();
    let revision =
        |draw: &mut Draw| Revision { text: draw.text(), voice: draw.one(Voice::ALL), replaced: draw.moment() };
    let note = Note {
        id,
        study,
        interview,
        number: research.next_note_number(participant),
        at: draw.offset(),
        logged: draw.moment(),
        speaker: draw.one(Speaker::ALL),
        dimension: draw.one(Dimension::ALL),
        voice: draw.one(Voice::ALL),
        text: draw.text(),
        feeling: draw.maybe(|draw| i8::try_from(draw.number(5)).unwrap() - 2),
        star: draw.number(2) == 0,
        stage: draw.maybe(|draw| Stage::default_at(draw.number(6))),
        initials: if draw.number(3) == 0 { "지윤".to_owned() } else { String::new() },
        answers: draw.maybe(Draw::id),
        expectation: draw.maybe(|draw| draw.one(Expectation::ALL)),
        met: None,
        earlier: draw.maybe(revision).into_iter().collect(),
    };
    put(research, note);
    let act = draw.one(Act::ALL);
    let event = PathEvent {
        id: draw.id(),
        study,
        interview,
        number: research.next_event_number(participant),
        position: 1,
        stage: draw.maybe(|draw| Stage::default_at(draw.number(6))),
        act,
        rep: act == Act::Interaction && draw.number(2) == 1,
        text: draw.text(),
        when: String::new(),
        from: draw.maybe(|draw| draw.moment().date()),
        until: None,
        touchpoint: draw.text(),
        who: String::new(),
        at: draw.offset(),
        logged: draw.moment(),
    };
    put(research, event);
    let gap = Gap {
        id: draw.id(),
        study,
        interview,
        from: draw.moment(),
        until: draw.moment(),
        cause: draw.one(GapCause::ALL),
    };
    put(research, gap);
    id
}

//! Memory equals database after any edits, after undoing them all and after redoing them all; and the log alone
//! makes the same research again.

use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::strategy::ValueTree;

use super::{id, library, moment};
use crate::domain::interview::Revision;
use crate::domain::priority::Year;
use crate::domain::record::Key;
use crate::domain::study::AskedState;
use crate::domain::*;
use crate::error::ErrorKind;
use crate::store::{Batch, Pending, Store};

/// How many ids there are of each kind: few, so that records meet.
const POOL: u8 = 5;
const TEXTS: [&str; 4] = ["견적이 늦었다", "Too expensive for us", "\"따옴표\" 'and' more", "샘플을 먼저 봤다 🙂"];

type Dice = [u8; 12];

fn key(kind: Kind, die: u8) -> Key {
    Key::new(kind, id((kind as u128 + 1) << 64 | u128::from(die % POOL)))
}

fn study_id() -> Id {
    key(Kind::Study, 0).id
}

fn maybe(kind: Kind, die: u8) -> Option<Id> {
    (!die.is_multiple_of(3)).then(|| key(kind, die).id)
}

fn one_of<T: Copy>(list: &[T], die: u8) -> T {
    list[usize::from(die) % list.len()]
}

fn text(die: u8) -> String {
    one_of(&TEXTS, die).to_owned()
}

fn later(die: u8) -> Moment {
    Moment::new(moment().time() + chrono::Duration::milliseconds(i64::from(die) * 977))
}

fn attributes(die: u8) -> Attributes {
    (0..die % 3).map(|n| (format!("속성 {n}"), text(die))).collect()
}

fn people(kind: Kind, d: Dice) -> Record {
    let (id, study) = (key(kind, d[1]).id, study_id());
    match kind {
        Kind::Persona => {
            let years =
                (0..d[5] % 3).map(|n| (Year::of(later(n).date() + chrono::Days::new(u64::from(n) * 366)), n + 1));
            let (about, attributes, priority) = (text(d[3]), attributes(d[4]), years.collect());
            let blank = Persona::blank((id, study), format!("형 {}", d[2] % 4));
            Persona { about, attributes, priority, ..blank }.into()
        }
        Kind::Deal => {
            let outcome = (d[3] > 80).then(|| one_of(Outcome::ALL, d[3]));
            Deal { id, study, name: format!("D{}", d[2] % 4), outcome, competitor: text(d[4]) }.into()
        }
        _ => Participant {
            id,
            study,
            code: format!("P{:02}", d[2] % 8 + 1),
            persona: maybe(Kind::Persona, d[3]),
            deal: maybe(Kind::Deal, d[4]),
            role: text(d[5]),
            recruited: (d[6] > 80).then(|| one_of(Recruited::ALL, d[6])),
            outcome: (d[7] > 80).then(|| one_of(Outcome::ALL, d[7])),
            attributes: attributes(d[8]),
            consent: Consent {
                participate: d[9].is_multiple_of(2),
                record: d[9].is_multiple_of(3),
                quote: d[9].is_multiple_of(5),
                verbal: d[9].is_multiple_of(7),
                given: (d[10] > 80).then(|| later(d[10])),
                keep_until: (d[10] > 80).then(|| later(d[11]).date()),
                withdrawn: (d[11] > 200).then(|| later(d[11])),
            },
        }
        .into(),
    }
}

fn heard(kind: Kind, d: Dice) -> Record {
    let (id, study, interview) = (key(kind, d[1]).id, study_id(), key(Kind::Interview, d[2]).id);
    let (number, at) = (u32::from(d[3] % 4), (d[4] > 80).then(|| Offset::from_seconds(i64::from(d[4]) * 1500)));
    let stage = (d[5] > 80).then(|| Stage::default_at(usize::from(d[5] % 6)));
    if kind == Kind::Note {
        let earlier = (0..d[6] % 3).map(|n| Revision { text: text(n), voice: Voice::Owed, replaced: later(n) });
        return Note {
            id,
            study,
            interview,
            number,
            at,
            logged: later(d[7]),
            speaker: one_of(Speaker::ALL, d[8]),
            dimension: one_of(Dimension::ALL, d[9]),
            voice: one_of(Voice::ALL, d[10]),
            text: text(d[11]),
            feeling: (d[8] > 80).then(|| (d[8] % 6) as i8 - 2),
            star: d[7].is_multiple_of(2),
            stage,
            initials: ["", "지윤", "JY"][usize::from(d[5] % 3)].to_owned(),
            answers: (d[2] > 120).then(|| key(Kind::Note, d[3]).id),
            expectation: (d[6] > 120).then(|| one_of(Expectation::ALL, d[6])),
            met: (d[6] > 180).then(|| one_of(Met::ALL, d[7])),
            earlier: earlier.collect(),
        }
        .into();
    }
    let from = (d[7] > 80).then(|| later(d[7]).date());
    let (act, position, when) = (one_of(Act::ALL, d[8]), u32::from(d[9]), text(d[10]));
    let (touchpoint, who, logged) = (text(d[11]), String::new(), later(d[6]));
    let (text, until) = (text(d[6]), from);
    PathEvent {
        id,
        study,
        interview,
        number,
        position,
        stage,
        act,
        rep: act == Act::Interaction && d[9] > 80,
        text,
        when,
        from,
        until,
        touchpoint,
        who,
        at,
        logged,
    }
    .into()
}

/// An interview in any state.
fn interview(d: Dice) -> Record {
    let (id, study, at) = (key(Kind::Interview, d[1]).id, study_id(), later(d[5]));
    Interview {
        id,
        study,
        participant: key(Kind::Participant, d[2]).id,
        label: text(d[3]),
        date: at.date(),
        source: one_of(Source::ALL, d[4]),
        status: one_of(Status::ALL, d[5]),
        planned: (d[6] > 80).then_some(at),
        started: (d[7] > 80).then_some(at),
        recorder: (d[8] > 80).then_some(at),
        ended: (d[9] > 80).then_some(at),
        sorted: (d[10] > 80).then_some(at),
    }
    .into()
}

fn record(kind: Kind, d: Dice) -> Record {
    let (id, study) = (key(kind, d[1]).id, study_id());
    let at = later(d[5]);
    match kind {
        Kind::Study => {
            let mut settings = Settings::default();
            settings.set_cut(maybe(Kind::Persona, d[4]), one_of(Dimension::ALL, d[5]), Some(1 + u16::from(d[6]) % 99));
            Study { goal: text(d[3]), settings, ..Study::blank(study, text(d[2]), at) }.into()
        }
        Kind::Theme => {
            let theme = Theme::blank((id, study), one_of(Dimension::ALL, d[2]), text(d[3]), at);
            let parent = maybe(Kind::Theme, d[6]).filter(|parent| *parent != id);
            Theme { memo: text(d[4]), parent, dropped: (d[7] > 80).then(|| dropped(d)), ..theme }.into()
        }
        Kind::Question => {
            let (position, subject, theme) = (u32::from(d[2]), one_of(Subject::ALL, d[3]), maybe(Kind::Theme, d[4]));
            let (text, probes) = (text(d[5]), (0..d[6] % 3).map(text).collect());
            let passage = (d[7] > 80).then(|| "stage:decision,touchpoint:데모".parse().unwrap());
            Question { id, study, position, subject, text, probes, theme, passage }.into()
        }
        Kind::Interview => interview(d),
        Kind::Asked => {
            let (interview, question) = (key(Kind::Interview, d[2]).id, key(Kind::Question, d[3]).id);
            Asked { id, study, interview, question, state: one_of(AskedState::ALL, d[4]), at }.into()
        }
        Kind::Mark => {
            let (note, theme) = (key(Kind::Note, d[2]).id, key(Kind::Theme, d[3]).id);
            Mark { judged: d[6] > 80, ..Mark::new((id, study), note, theme, one_of(Stance::ALL, d[4])) }.into()
        }
        Kind::Alternative => {
            let (interview, kind) = (key(Kind::Interview, d[2]).id, one_of(AlternativeKind::ALL, d[4]));
            let name = if d[3] > 80 || kind.needs_name() { text(d[3]) } else { String::new() };
            let (kept, note) = ((d[6] > 80).then_some(d[7] > 80), maybe(Kind::Note, d[8]));
            let why = if d[9] > 80 { text(d[9]) } else { String::new() };
            Alternative { id, study, interview, kind, name, kept, why, note }.into()
        }
        Kind::Gap => {
            let (interview, cause) = (key(Kind::Interview, d[2]).id, one_of(GapCause::ALL, d[4]));
            Gap { id, study, interview, from: at, until: later(d[6]), cause }.into()
        }
        Kind::Synonym => Synonym { id, study, words: vec![text(d[2]), text(d[3])] }.into(),
        Kind::SavedSearch => {
            let seen = (0..d[4] % 3).map(|who| key(Kind::Participant, who).id).collect();
            SavedSearch { id, study, name: text(d[2]), query: text(d[3]), seen }.into()
        }
        Kind::Judgement | Kind::TriggerCard | Kind::Edition | Kind::Allowance => judged(kind, d),
        Kind::Journey | Kind::Entry | Kind::Comment | Kind::Walk | Kind::JourneyEdition => mapped(kind, d),
        Kind::Note | Kind::PathEvent => heard(kind, d),
        Kind::Persona | Kind::Deal | Kind::Participant => people(kind, d),
    }
}

fn dropped(d: Dice) -> Dropped {
    Dropped { reason: text(d[8]), by: text(d[9]), at: later(d[5]), people: u32::from(d[7]) }
}

/// What people keep of a journey.
fn mapped(kind: Kind, d: Dice) -> Record {
    let (id, study, at) = (key(kind, d[1]).id, study_id(), later(d[5]));
    let journey = key(Kind::Journey, d[2]).id;
    let blank = journey::steps::template((id, study), key(Kind::Persona, d[2]).id, at);
    let blank = Journey { by: text(d[3]), ..blank };
    match kind {
        Kind::Journey => {
            let parent = maybe(Kind::Journey, d[4]).filter(|parent| *parent != id);
            let (competitor, group) = (if d[6] > 80 { text(d[7]) } else { String::new() }, text(d[8]));
            let (review_days, reviewed) = ((d[9] > 80).then_some(u32::from(d[9])), (d[10] > 80).then_some(at));
            Journey { parent, competitor, group, review_days, reviewed, goal: text(d[11]), ..blank }.into()
        }
        Kind::Entry => {
            let (stage, lane) = (Stage::default_at(usize::from(d[3] % 6)), one_of(&journey::Lane::REQUIRED, d[4]));
            let entry = journey::steps::blank_entry(&blank, stage.clone(), lane, ("HE", &Fresh::new(at, &NoIds)));
            let facts = journey::Facts {
                feeling: (d[6] > 80).then_some(-1),
                target: (d[7] > 80).then(|| f64::from(d[7]) / 8.0),
                to: (d[8] > 80).then(|| Stage::default_at(2)),
                decides: (0..d[8] % 3).map(text).collect(),
                ..journey::Facts::default()
            };
            let from = match d[9] > 80 {
                true => journey::Source::Theme(key(Kind::Theme, d[9]).id),
                false => journey::Source::Touchpoint(text(d[9])),
            };
            let seed = journey::Seed { from, stage, lane, text: text(d[10]), rests_on: vec![text(d[11])] };
            let seed = (d[10] > 80).then_some(seed);
            let refused = (d[11] > 80).then(|| dropped(d));
            Entry { id, journey, text: text(d[5]), facts, seed, refused, ..entry }.into()
        }
        Kind::Comment => {
            let (entry, resolved) = (key(Kind::Entry, d[2]).id, (d[6] > 80).then_some(at));
            Comment { id, study, entry, text: text(d[3]), by: text(d[4]), at, resolved }.into()
        }
        Kind::Walk => {
            let result = |die: u8| journey::WalkResult {
                stage: Stage::default_at(usize::from(die)),
                touchpoint: text(die),
                passed: d[6] > 80,
                note: text(d[7]),
                fixed: (d[8] > 80).then(|| at.date()),
            };
            let results = (0..d[4] % 3).map(result).collect();
            Walk { id, study, journey, walker: text(d[3]), date: at.date(), results }.into()
        }
        _ => {
            let (number, document) = (u32::from(d[6]) % 4, "{\"schema\":\"whybuy.journey/1\"}".to_owned());
            let (by, reason, hash) = (text(d[7]), String::new(), format!("{:064x}", d[4]));
            JourneyEdition { id, study, journey, number, published: at, by, reason, hash, document }.into()
        }
    }
}

/// The records of the laws have ids of their own.
struct NoIds;

impl live::Ids for NoIds {
    fn id(&self) -> Id {
        Id::from_u128(0)
    }
}

/// What people decide about a brief.
fn judged(kind: Kind, d: Dice) -> Record {
    let (id, study, at) = (key(kind, d[1]).id, study_id(), later(d[5]));
    let (persona, theme) = (key(Kind::Persona, d[2]).id, key(Kind::Theme, d[3]).id);
    let digest = format!("{:064x}", d[4]);
    match kind {
        Kind::Judgement => {
            let headline = Headline { text: text(d[8]), by: text(d[9]), at, rests_on: vec![text(d[10])] };
            let quotes = (0..d[4] % 4).map(|note| key(Kind::Note, note).id).collect();
            let (headline, dropped) = ((d[6] > 80).then_some(headline), (d[7] > 80).then(|| dropped(d)));
            Judgement { headline, quotes, dropped, ..Judgement::blank((id, study), persona, theme) }.into()
        }
        Kind::TriggerCard => TriggerCard {
            id,
            study,
            theme,
            event: text(d[4]),
            cause: text(d[5]),
            effect: text(d[6]),
            trackable: (d[7] > 80).then_some(d[8] > 80),
            action: text(d[9]),
            rejected: String::new(),
            message: text(d[10]),
        }
        .into(),
        Kind::Edition => {
            let (number, document) = (u32::from(d[6]) % 4, "{\"schema\":\"whybuy.brief/1\"}".to_owned());
            Edition { id, study, persona, number, published: at, by: text(d[7]), hash: digest, document }.into()
        }
        _ => {
            Allowance { id, study, finding: "phone".to_owned(), digest, reason: text(d[6]), by: text(d[7]), at }.into()
        }
    }
}

/// The edits that the dice say: mostly a record put, else a record removed alone or with all that needs it.
fn edits(memory: &Research, d: Dice) -> Vec<Edit> {
    let kind = one_of(Kind::ALL, d[0]);
    match d[0] / 11 {
        0 => vec![Edit::Remove(key(kind, d[1]))],
        1 if kind != Kind::Study => memory.removal(key(kind, d[1])),
        _ => vec![record(kind, d).into()],
    }
}

/// A library and the research that is kept beside it in memory.
struct Pair {
    store: Store,
    memory: Research,
    waiting: Batch,
    saved: u128,
    edits: usize,
}

impl Pair {
    fn new(store: Store) -> Pair {
        // What is tried here is equality, and not that the disk keeps it.
        store.db.execute_batch("PRAGMA synchronous = OFF").unwrap();
        Pair { store, memory: Research::default(), waiting: Batch::default(), saved: 0, edits: 0 }
    }

    /// Does what the dice say, where the research allows it.
    fn step(&mut self, dice: &[Dice]) {
        let mut step = Step::new(study_id(), "dice", "");
        for d in dice {
            step.edits.extend(edits(&self.memory, *d));
        }
        if step.edits.is_empty() || self.memory.apply_step(&step).is_err() {
            return;
        }
        self.saved += 1;
        self.edits += step.edits.len();
        self.waiting.steps.push(Pending { token: id(self.saved), step, at: moment() });
    }

    fn flush(&mut self) {
        let saved = self.store.save(&self.waiting).unwrap();
        for edit in saved.amended {
            self.memory.apply(edit).unwrap();
        }
        self.waiting = Batch::default();
        assert_eq!(saved.seq, self.store.seq().unwrap());
    }

    fn stored(&self) -> Research {
        let loaded = self.store.load(study_id());
        if loaded.as_ref().is_err_and(|error| error.kind == ErrorKind::NotFound) {
            return Research::default();
        }
        loaded.unwrap()
    }

    fn agrees(&self) {
        assert_eq!(self.stored(), self.memory);
    }

    /// Turns every step back or forth, and says how many there were.
    fn turn_all(&mut self, is_redo: bool) -> u128 {
        let mut turns = 0;
        loop {
            let turned = match is_redo {
                false => self.store.undo(study_id(), moment()).unwrap(),
                true => self.store.redo(study_id(), moment()).unwrap(),
            };
            let Some(turned) = turned else { return turns };
            for edit in turned.edits {
                self.memory.apply(edit).unwrap();
            }
            turns += 1;
            if turns % 16 == 0 {
                self.agrees();
            }
        }
    }

    fn replayed(&self) -> Research {
        let mut research = Research::default();
        let mut seq = 0;
        loop {
            let changes = self.store.since(seq, 7).unwrap();
            let Some(last) = changes.last() else { return research };
            seq = last.seq;
            for change in changes {
                research.apply(change.edit).unwrap();
            }
        }
    }
}

fn memory_equals_database(steps: &[Vec<Dice>]) -> usize {
    let (_folder, path) = library();
    let mut pair = Pair::new(Store::open(&path, "a").unwrap());
    pair.step(&[[255 - 2; 12], [33; 12]]);
    for (n, dice) in steps.iter().enumerate() {
        pair.step(dice);
        if n % 5 == 0 {
            pair.flush();
            pair.agrees();
        }
    }
    pair.flush();
    pair.agrees();
    let end = pair.memory.clone();
    assert_eq!(pair.turn_all(false), pair.saved);
    assert_eq!((pair.stored(), &pair.memory), (Research::default(), &Research::default()));

    let (saved, edits) = (pair.saved, pair.edits);
    drop(pair.store);
    let mut pair = Pair::new(Store::open(&path, "b").unwrap());
    assert_eq!(pair.turn_all(true), saved);
    assert_eq!(pair.memory, end);
    pair.agrees();
    assert_eq!(pair.replayed(), end);
    assert_eq!(pair.store.check().unwrap(), Vec::<String>::new());
    edits
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, max_shrink_iters: 300, ..ProptestConfig::default() })]

    #[test]
    fn memory_equals_database_whatever_is_done(steps in vec(vec(any::<Dice>(), 1..4), 100..400)) {
        memory_equals_database(&steps);
    }
}

/// The law above says nothing if the dice are always refused.
#[test]
fn the_dice_reach_every_kind() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut research = Research::default();
    let mut reached: BTreeMap<Kind, usize> = BTreeMap::new();
    for _ in 0..20_000 {
        let dice = any::<Dice>().new_tree(&mut runner).unwrap().current();
        for edit in edits(&research, dice) {
            let key = edit.key();
            if research.apply(edit).is_ok() {
                *reached.entry(key.kind).or_default() += 1;
            }
        }
    }
    for kind in Kind::ALL {
        assert!(reached.get(kind).is_some_and(|count| *count > 20), "{kind}: {reached:?}");
    }
}

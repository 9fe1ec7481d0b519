//! What is proposed waits for a person, what a person wrote stays byte for byte, and what stands on evidence follows it.

#![allow(clippy::unwrap_used)]

use std::cell::Cell as Counter;
use std::collections::BTreeMap;

use proptest::prelude::*;

use super::map::{entries_of, ours};
use super::merge::{Change, ChangeKind, changes};
use super::steps::{self, accepted, begun, blank_entry, forked, refused, removed, written};
use super::*;
use crate::domain::evidence::State;
use crate::domain::live::{Fresh, Ids};
use crate::domain::theme_steps;
use crate::domain::{
    Consent, Dimension, Id, Interview, Mark, Moment, Note, Participant, Record, Research, Stage, Stance, Theme,
};

pub struct Counting(Counter<u64>);

impl Counting {
    pub fn from(first: u64) -> Counting {
        Counting(Counter::new(first))
    }
}

impl Ids for Counting {
    fn id(&self) -> Id {
        self.0.set(self.0.get() + 1);
        Id::counted(1_800_000_000_000, self.0.get())
    }
}

pub fn now() -> Moment {
    "2026-11-22T14:30:00.000+09:00".parse().unwrap()
}

/// The Korean sample without what people keep of journeys, and its largest persona.
pub fn sample() -> (Research, Id) {
    let lines = include_str!("../../../sample_data/ai_pc.ko.jsonl").lines().skip(1);
    let records = lines.map(|line| serde_json::from_str::<Record>(line).unwrap());
    let kept = |it: &Record| {
        !matches!(
            it,
            Record::Journey(_) | Record::Entry(_) | Record::Comment(_) | Record::Walk(_) | Record::JourneyEdition(_)
        )
    };
    let research = Research::of(records.filter(kept)).unwrap();
    let persona = research.personas().keys().copied().max_by_key(|it| research.people_of(*it).len()).unwrap();
    (research, persona)
}

/// The sample with a journey in which everything strong was accepted.
pub fn mapped(ids: &Counting) -> (Research, Journey) {
    let (mut research, persona) = sample();
    let fresh = Fresh::new(now(), ids);
    let journey = begun(&research, persona, "", ("HE", &fresh)).unwrap();
    let waiting = changes(&research, &journey);
    let strong: Vec<&Change> = waiting.iter().filter(|it| it.is_strong()).collect();
    assert!(strong.len() > 3 && strong.len() < waiting.len());
    let step = accepted(&research, &journey, &strong, ("HE", &fresh)).unwrap();
    research.apply_step(&step).unwrap();
    let journey = ours(&research, persona).unwrap().clone();
    (research, journey)
}

fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap()
}

/// Shows A02, A27.
#[test]
fn accepting_everything_gives_the_map_that_the_rules_propose() {
    let (mut research, persona) = sample();
    let proposed = seeded(&research, persona).unwrap();
    assert!(!proposed.kept && proposed.cells.len() > 8);
    let ids = Counting::from(0);
    let fresh = Fresh::new(now(), &ids);
    let journey = begun(&research, persona, "", ("HE", &fresh)).unwrap();
    let waiting = changes(&research, &journey);
    let step = accepted(&research, &journey, &waiting.iter().collect::<Vec<_>>(), ("HE", &fresh)).unwrap();
    research.apply_step(&step).unwrap();
    assert!(changes(&research, &journey).is_empty(), "nothing waits any more");
    let kept = of_persona(&research, persona).unwrap();
    assert!(kept.kept);
    assert_eq!((kept.debt, kept.counts, &kept.transitions), (proposed.debt, proposed.counts, &proposed.transitions));
    for (one, other) in kept.cells.iter().zip(&proposed.cells) {
        let bare = |it: &MapEntry| MapEntry { id: None, by: String::new(), on: None, ..it.clone() };
        assert_eq!(one.entries.iter().map(bare).collect::<Vec<_>>(), other.entries);
        assert_eq!(one.state, other.state);
        assert!(one.entries.iter().all(|it| it.by == "HE" && it.origin == Origin::Seeded));
    }
    let back: Map = serde_json::from_str(&json(&kept)).unwrap();
    assert_eq!(json(&back), json(&kept), "a map reads back what it wrote");
}

#[test]
fn what_is_refused_is_not_proposed_again_and_undo_brings_it_back() {
    let ids = Counting::from(0);
    let (mut research, journey) = mapped(&ids);
    let fresh = Fresh::new(now(), &ids);
    let before = changes(&research, &journey);
    let first = before.iter().find(|it| it.kind == ChangeKind::New).unwrap();
    let step = refused(&research, &journey, &[first], "우리 일이 아님", ("HE", &fresh)).unwrap();
    let inverse: Vec<_> = step.edits.iter().map(|edit| research.apply(edit.clone()).unwrap()).collect();
    let after = changes(&research, &journey);
    assert_eq!(after.len(), before.len() - 1);
    for edit in inverse.into_iter().rev() {
        research.apply(edit).unwrap();
    }
    assert_eq!(changes(&research, &journey), before);
}

#[test]
fn a_renamed_theme_is_a_three_way_merge_and_never_touches_a_persons_words() {
    let ids = Counting::from(0);
    let (mut research, journey) = mapped(&ids);
    let fresh = Fresh::new(now(), &ids);
    let entries: Vec<Entry> =
        entries_of(&research, journey.id).filter(|it| it.lane != Lane::Touchpoint).cloned().collect();
    let theme = entries.iter().find_map(|it| match it.seed.as_ref().unwrap().from {
        Source::Theme(theme) => Some(theme),
        Source::Touchpoint(_) => None,
    });
    let theme = theme.unwrap();
    let of_theme: Vec<&Entry> =
        entries.iter().filter(|it| it.seed.as_ref().unwrap().from == Source::Theme(theme)).collect();
    let mine = Entry { text: "우리가 쓴 말".to_owned(), ..of_theme[0].clone() };
    let step = written(&research, &journey, mine.clone(), ("JY", &fresh)).unwrap().unwrap();
    research.apply_step(&step).unwrap();
    let mine = research.entries()[&mine.id].clone();
    assert_eq!((mine.by.as_str(), map::origin(&mine)), ("JY", Origin::Human));
    assert!(changes(&research, &journey).iter().all(|it| it.kind == ChangeKind::New));

    let before = research.themes()[&theme].clone();
    research.apply(Theme { name: "새 이름".to_owned(), ..before.clone() }.into()).unwrap();
    let waiting = changes(&research, &journey);
    let reworded: Vec<&Change> = waiting.iter().filter(|it| it.kind == ChangeKind::Reworded).collect();
    assert_eq!(reworded.len(), of_theme.len());
    let conflict = reworded.iter().find(|it| it.entry == Some(mine.id)).unwrap();
    assert!(conflict.is_conflict());
    assert_eq!(
        (conflict.base.as_str(), conflict.ours.as_str(), conflict.theirs.as_str()),
        (before.name.as_str(), "우리가 쓴 말", "새 이름")
    );
    let shown = of(&research, journey.id).unwrap();
    let stale =
        |map: &Map| map.cells.iter().flat_map(|it| &it.entries).find(|it| it.id == Some(mine.id)).unwrap().state;
    assert_eq!(stale(&shown), State::Stale, "it waits for a look");

    // Keeping our words settles it: the wording stays and is not asked about again.
    research.apply_step(&refused(&research, &journey, &[conflict], "", ("HE", &fresh)).unwrap()).unwrap();
    assert_eq!(research.entries()[&mine.id].text, "우리가 쓴 말");
    assert!(changes(&research, &journey).iter().all(|it| it.entry != Some(mine.id)));
    assert_ne!(stale(&of(&research, journey.id).unwrap()), State::Stale);
    // Taking theirs changes the words and keeps the identity.
    if let Some(other) = reworded.iter().find(|it| it.entry != Some(mine.id)) {
        research.apply_step(&accepted(&research, &journey, &[other], ("HE", &fresh)).unwrap()).unwrap();
        assert_eq!(research.entries()[&other.entry.unwrap()].text, "새 이름");
    }
}

#[test]
fn what_loses_its_last_line_is_stale_and_asks_whether_to_stay() {
    let ids = Counting::from(0);
    let (mut research, journey) = mapped(&ids);
    let fresh = Fresh::new(now(), &ids);
    let entry = entries_of(&research, journey.id).find(|it| it.lane == Lane::InternalEvent).unwrap().clone();
    let Source::Theme(theme) = entry.seed.as_ref().unwrap().from else { panic!() };
    let marks: Vec<Id> = research.marks_under(theme).map(|it| it.id).collect();
    for mark in marks {
        research.apply(crate::domain::Edit::Remove(crate::domain::Key::new(crate::domain::Kind::Mark, mark))).unwrap();
    }
    let map = of(&research, journey.id).unwrap();
    let shown = map.cells.iter().flat_map(|it| &it.entries).find(|it| it.id == Some(entry.id)).unwrap();
    assert_eq!((shown.state, shown.people, shown.evidence.len()), (State::Stale, 0, 0));
    let waiting = changes(&research, &journey);
    let gone = waiting.iter().find(|it| it.entry == Some(entry.id)).unwrap();
    assert_eq!(gone.kind, ChangeKind::Gone);
    let mut other = research.clone();
    other.apply_step(&accepted(&other, &journey, &[gone], ("HE", &fresh)).unwrap()).unwrap();
    assert!(!other.entries().contains_key(&entry.id));
    research.apply_step(&refused(&research, &journey, &[gone], "", ("HE", &fresh)).unwrap()).unwrap();
    let map = of(&research, journey.id).unwrap();
    let shown = map.cells.iter().flat_map(|it| &it.entries).find(|it| it.id == Some(entry.id)).unwrap();
    assert_eq!((shown.state, shown.origin), (State::Assumption, Origin::Human), "it stands on a person's word");
}

#[test]
fn merged_themes_carry_their_entries_along() {
    let ids = Counting::from(0);
    let (mut research, journey) = mapped(&ids);
    let entry = entries_of(&research, journey.id).find(|it| it.lane == Lane::InternalEvent).unwrap().clone();
    let Source::Theme(theme) = entry.seed.as_ref().unwrap().from else { panic!() };
    let known = research.themes()[&theme].clone();
    let wider = Theme::blank((Id::from_u128(4242), known.study), known.dimension, "더 넓은 주제".to_owned(), now());
    research.apply(wider.clone().into()).unwrap();
    research.apply_step(&theme_steps::merged(&research, wider.id, &[theme], "").unwrap()).unwrap();
    let waiting = changes(&research, &journey);
    let mine: Vec<&Change> = waiting.iter().filter(|it| it.entry == Some(entry.id)).collect();
    assert_eq!(mine.iter().map(|it| it.kind).collect::<Vec<_>>(), [ChangeKind::Reworded], "it is the same entry still");
}

/// Shows A03, A22, A27.
#[test]
fn a_journey_needs_a_persona_and_an_entry_a_stage_of_the_journey() {
    let ids = Counting::from(0);
    let (mut research, journey) = mapped(&ids);
    let fresh = Fresh::new(now(), &ids);
    assert!(begun(&research, Id::from_u128(1), "", ("HE", &fresh)).is_err());
    let nowhere: Stage = "own_9".parse().unwrap();
    let entry = blank_entry(&journey, nowhere.clone(), Lane::Pain, ("HE", &fresh));
    assert!(written(&research, &journey, Entry { text: "늦다".into(), ..entry.clone() }, ("HE", &fresh)).is_err());
    let stage = journey.stages[3].stage.clone();
    let facts = Facts { to: Some(nowhere), ..Facts::default() };
    let entry = Entry { text: "늦다".into(), stage, ..entry };
    assert!(written(&research, &journey, Entry { facts, ..entry.clone() }, ("HE", &fresh)).is_err());
    for (lane, text) in [(Lane::Owner, "영업"), (Lane::Pain, " ")] {
        assert!(
            written(&research, &journey, Entry { lane, text: text.into(), ..entry.clone() }, ("HE", &fresh)).is_err()
        );
    }
    let step = written(&research, &journey, entry.clone(), ("HE", &fresh)).unwrap().unwrap();
    research.apply_step(&step).unwrap();
    let map = of(&research, journey.id).unwrap();
    assert!(map.shown().any(|row| row.lane == Lane::Pain), "a lane that is written into is shown");
    assert!(written(&research, &journey, research.entries()[&entry.id].clone(), ("ZZ", &fresh)).unwrap().is_none());
    research.apply_step(&steps::commented(&research, entry.id, "정말?", ("JY", &fresh)).unwrap()).unwrap();
    assert_eq!(of(&research, journey.id).unwrap().comments, 1);
    research.apply_step(&steps::resolved(&research, entry.id, &fresh).unwrap()).unwrap();
    assert_eq!(of(&research, journey.id).unwrap().comments, 0);
    research.apply_step(&removed(&research, entry.id).unwrap()).unwrap();
    assert!(research.comments().is_empty());
}

/// Shows A19, B25.
#[test]
fn a_fork_has_the_same_cells_and_a_touchpoint_is_renamed_everywhere() {
    let ids = Counting::from(0);
    let (mut research, journey) = mapped(&ids);
    let fresh = Fresh::new(now(), &ids);
    let first = changes(&research, &journey).into_iter().find(|it| it.kind == ChangeKind::New).unwrap();
    research.apply_step(&refused(&research, &journey, &[&first], "", ("HE", &fresh)).unwrap()).unwrap();
    let (fork, step) = forked(&research, journey.id, "지방 공장", ("HE", &fresh)).unwrap();
    research.apply_step(&step).unwrap();
    let (one, other) = (of(&research, journey.id).unwrap(), of(&research, fork).unwrap());
    assert_eq!(other.group, "지방 공장");
    assert_eq!(research.journeys()[&fork].parent, Some(journey.id));
    let texts =
        |map: &Map| -> Vec<String> { map.cells.iter().flat_map(|it| &it.entries).map(|it| it.text.clone()).collect() };
    assert_eq!(texts(&one), texts(&other));
    let known = research.journeys()[&fork].clone();
    assert_eq!(changes(&research, &known), changes(&research, &journey), "what was refused is not asked again");
    let from = research.path_events().values().find(|it| !it.touchpoint.is_empty()).unwrap().touchpoint.clone();
    let waiting = changes(&research, &journey).len();
    let stop = super::walks::stops(&one).into_iter().find(|(_, touchpoint)| *touchpoint == from).unwrap();
    let found = WalkResult { stage: stop.0, touchpoint: from.clone(), passed: false, note: String::new(), fixed: None };
    research.apply_step(&super::walks::walked(&research, &journey, vec![found], ("HE", &fresh)).unwrap()).unwrap();
    research.apply_step(&renamed_touchpoint(&research, &from, "새 창구").unwrap()).unwrap();
    let is_gone = |research: &Research, name: &str| {
        research.path_events().values().all(|it| it.touchpoint != name)
            && research.entries().values().all(|it| it.lane != Lane::Touchpoint || it.text != name)
            && research.walks().values().all(|it| it.results.iter().all(|it| it.touchpoint != name))
    };
    assert!(is_gone(&research, &from));
    assert_eq!(changes(&research, &journey).len(), waiting, "a new name is no change");
    // Written into the entry it is the same, as one step; what has no name is no touchpoint.
    let entry = research.entries().values().find(|it| it.lane == Lane::Touchpoint && it.text == "새 창구").unwrap();
    let entry = Entry { text: "매장".to_owned(), ..entry.clone() };
    let before: Vec<_> = research.records().collect();
    let back = research.apply_step(&written(&research, &journey, entry.clone(), ("HE", &fresh)).unwrap().unwrap());
    assert!(is_gone(&research, "새 창구") && !is_gone(&research, "매장"));
    for edit in back.unwrap() {
        research.apply(edit).unwrap();
    }
    assert_eq!(research.records().collect::<Vec<_>>(), before);
    assert!(renamed_touchpoint(&research, "", "데모").is_none());
    assert!(written(&research, &journey, Entry { text: String::new(), ..entry }, ("HE", &fresh)).is_err());
}

#[test]
fn what_a_terminal_would_obey_is_in_no_walk_version_or_proposal() {
    let ids = Counting::from(0);
    let (research, journey) = mapped(&ids);
    let hostile = "\u{1b}]52;c;aGk=\u{7}".to_owned();
    let entry = research.entries().values().find(|it| it.seed.is_some()).unwrap().clone();
    let seed = entry.seed.clone().unwrap();
    let seeds = [
        Seed { text: hostile.clone(), ..seed.clone() },
        Seed { from: Source::Touchpoint(hostile.clone()), ..seed.clone() },
        Seed { rests_on: vec![hostile.clone()], ..seed },
    ];
    for seed in seeds {
        assert!(check_entry(&Entry { seed: Some(seed), ..entry.clone() }).is_err());
    }
    let stage = journey.stages[0].stage.clone();
    let result = |touchpoint: &str, note: &str| WalkResult {
        stage: stage.clone(),
        touchpoint: touchpoint.to_owned(),
        passed: false,
        note: note.to_owned(),
        fixed: None,
    };
    let fresh = Fresh::new(now(), &ids);
    for (result, is_sound) in
        [(result("매장", "문이 잠김"), true), (result(&hostile, ""), false), (result("매장", &hostile), false)]
    {
        let step = super::walks::walked(&research, &journey, vec![result], ("HE", &fresh)).unwrap();
        assert_eq!(research.clone().apply_step(&step).is_ok(), is_sound);
    }
}

#[test]
fn a_lane_that_somebody_hid_asks_for_nothing() {
    let ids = Counting::from(0);
    let (mut research, journey) = mapped(&ids);
    let of_lane =
        |all: &[Change], lane| all.iter().filter(|it| it.proposal.as_ref().is_some_and(|it| it.lane == lane)).count();
    let blank = Journey { id: Id::from_u128(7), competitor: String::new(), group: "모두".to_owned(), ..journey };
    research.apply(blank.clone().into()).unwrap();
    let before = changes(&research, &blank);
    let hidden = of_lane(&before, Lane::Barrier);
    assert!(hidden > 0 && hidden < before.len());
    let lanes =
        blank.lanes.iter().cloned().map(|row| LaneRow { hidden: row.hidden || row.lane == Lane::Barrier, ..row });
    let after = changes(&research, &Journey { lanes: lanes.collect(), ..blank });
    assert_eq!((of_lane(&after, Lane::Barrier), after.len()), (0, before.len() - hidden));
}

/// A new participant of the persona with lines under random themes, some of them new ones.
fn interviewed(research: &mut Research, persona: Id, at: u128, dice: &[u8]) {
    let study = research.study().unwrap().id;
    let id = |n: u128| Id::from_u128(0x7777_0000 + at * 1000 + n);
    let code = format!("Z{at:02}");
    let template = research.participants().values().next().unwrap().clone();
    let consent = Consent { withdrawn: None, ..template.consent };
    let person = Participant { id: id(0), code, persona: Some(persona), deal: None, consent, ..template };
    research.apply(person.into()).unwrap();
    let interview = research.interviews().values().next().unwrap().clone();
    research.apply(Interview { id: id(1), participant: id(0), label: "z".into(), ..interview }.into()).unwrap();
    let note = research.notes().values().find(|it| it.is_evidence()).unwrap().clone();
    for (n, die) in (0_u32..).zip(dice) {
        let themes: Vec<Id> = research.themes().keys().copied().collect();
        let theme = match die % 5 {
            0 => {
                let name = format!("새 주제 {at} {n}");
                let theme =
                    Theme::blank((id(500 + u128::from(n)), study), Dimension::FIVE[usize::from(die % 4)], name, now());
                research.apply(theme.clone().into()).unwrap();
                theme.id
            }
            _ => themes[usize::from(*die) % themes.len()],
        };
        let stage = (die % 3 == 0).then(|| Stage::default_at(usize::from(die % 6)));
        let (number, dimension) = (n + 1, research.themes()[&theme].dimension);
        let line = Note {
            id: id(10 + u128::from(n)),
            interview: id(1),
            number,
            dimension,
            stage,
            earlier: vec![],
            answers: None,
            ..note.clone()
        };
        research.apply(line.into()).unwrap();
        let stance = if die % 7 == 0 { Stance::Contradicts } else { Stance::Supports };
        research
            .apply(Mark::new((id(200 + u128::from(n)), study), id(10 + u128::from(n)), theme, stance).into())
            .unwrap();
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, ..ProptestConfig::default() })]

    #[test]
    fn ten_reseedings_leave_every_human_entry_byte_equal(rounds in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 1..6), 10)) {
        let ids = Counting::from(0);
        let (mut research, mut journey) = mapped(&ids);
        let fresh = Fresh::new(now(), &ids);
        // A touchpoint in other words is a touchpoint with another name: what was told of it has that name too.
        let seeded = entries_of(&research, journey.id).filter(|it| it.lane != Lane::Touchpoint);
        let first: Vec<Entry> = seeded.take(4).cloned().collect();
        for (n, entry) in first.into_iter().enumerate() {
            let mine = Entry { text: format!("사람이 고친 말 {n}"), ..entry };
            research.apply_step(&written(&research, &journey, mine, ("JY", &fresh)).unwrap().unwrap()).unwrap();
        }
        let own = blank_entry(&journey, journey.stages[2].stage.clone(), Lane::Message, ("JY", &fresh));
        let own = Entry { text: "먼저 전화한다".into(), ..own };
        research.apply_step(&written(&research, &journey, own, ("JY", &fresh)).unwrap().unwrap()).unwrap();
        let human: BTreeMap<Id, String> = entries_of(&research, journey.id)
            .filter(|it| map::origin(it) == Origin::Human)
            .map(|it| (it.id, json(it)))
            .collect();
        prop_assert_eq!(human.len(), 5);
        for (round, dice) in (1_u128..).zip(&rounds) {
            interviewed(&mut research, journey.persona, round, dice);
            let waiting = changes(&research, &journey);
            let strong: Vec<&Change> = waiting.iter().filter(|it| it.is_strong()).collect();
            if let Some(step) = accepted(&research, &journey, &strong, ("HE", &fresh)) {
                research.apply_step(&step).unwrap();
            }
            journey = research.journeys()[&journey.id].clone();
            for (id, before) in &human {
                prop_assert_eq!(&json(&research.entries()[id]), before);
            }
            let map = of(&research, journey.id).unwrap();
            for entry in map.cells.iter().flat_map(|it| &it.entries) {
                for cite in entry.evidence.iter().chain(&entry.contradicted_by) {
                    prop_assert!(research.resolve(&cite.parse().unwrap()).is_some(), "{}", cite);
                }
            }
        }
    }
}

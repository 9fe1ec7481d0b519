//! The laws of the steps: undone, each is as if it had not been; merging loses no line and no person.
#![allow(clippy::unwrap_used)]

use std::cell::Cell;
use std::collections::BTreeSet;

use super::*;
use crate::domain::live::Ids;
use crate::domain::{Headline, Judgement, Question, Record, TriggerCard};

pub struct Counting(pub Cell<u64>);

impl Ids for Counting {
    fn id(&self) -> Id {
        self.0.set(self.0.get() + 1);
        Id::counted(1_800_000_000_000, self.0.get())
    }
}

fn sample() -> Research {
    let lines = include_str!("../../../sample_data/ai_pc.ko.jsonl").lines().skip(1);
    Research::of(lines.map(|line| serde_json::from_str::<Record>(line).unwrap())).unwrap()
}

fn now() -> Moment {
    "2026-11-22T14:00:00+09:00".parse().unwrap()
}

/// Does a step, takes it back, and gives what it was in between.
fn there_and_back(research: &Research, step: &Step) -> Research {
    let mut changed = research.clone();
    let inverse = changed.apply_step(step).unwrap();
    let between = changed.clone();
    assert_ne!(&between, research, "{} changes something", step.name);
    for edit in inverse {
        changed.apply(edit).unwrap();
    }
    assert_eq!(&changed, research, "{} taken back", step.name);
    between
}

fn lines(research: &Research, theme: Id) -> BTreeSet<Id> {
    research.marks_under(theme).map(|mark| mark.note).collect()
}

fn people(research: &Research, theme: Id) -> BTreeSet<Id> {
    let notes = research.marks_under(theme).filter_map(|mark| research.notes().get(&mark.note));
    notes.filter_map(|note| research.participant_of(note.interview)).map(|it| it.id).collect()
}

/// Themes of one dimension, the most spoken of first.
fn of(research: &Research, dimension: Dimension) -> Vec<Id> {
    let mut ids: Vec<Id> = research.themes().values().filter(|it| it.dimension == dimension).map(|it| it.id).collect();
    ids.sort_by_key(|id| std::cmp::Reverse(lines(research, *id).len()));
    ids
}

#[test]
fn merging_keeps_every_line_and_person_and_can_be_taken_back() {
    let research = sample();
    for dimension in Dimension::FIVE {
        let themes = of(&research, dimension);
        for into in themes.iter().take(3) {
            let step = merged(&research, *into, &themes, "").unwrap();
            let after = there_and_back(&research, &step);
            let union = |of: &dyn Fn(&Research, Id) -> BTreeSet<Id>| {
                themes.iter().flat_map(|it| of(&research, *it)).collect::<BTreeSet<Id>>()
            };
            assert_eq!(lines(&after, *into), union(&lines));
            assert_eq!(people(&after, *into), union(&people));
            assert_eq!(of(&after, dimension), [*into]);
            assert_eq!(after.questions().len(), research.questions().len());
        }
    }
}

#[test]
fn what_hung_on_a_merged_theme_hangs_on_the_one_that_stays() {
    let mut research = sample();
    let themes = of(&research, Dimension::Concern);
    let [into, other, child] = themes[..3] else { panic!() };
    let study = research.study().unwrap().id;
    let persona = *research.personas().keys().next().unwrap();
    let id = |n: u128| Id::from_u128(n);
    let headline = |text: &str| Headline { text: text.into(), by: "JY".into(), at: now(), rests_on: Vec::new() };
    let quotes: Vec<Id> = lines(&research, other).into_iter().take(2).collect();
    let judged = |n, theme| Judgement::blank((id(n), study), persona, theme);
    let dropped = Some(decided("too thin", ("JY", now()), &Denominator::default()));
    let card = TriggerCard {
        id: id(3),
        study,
        theme: other,
        event: String::new(),
        cause: "audit".into(),
        effect: String::new(),
        trackable: Some(true),
        action: "call".into(),
        rejected: String::new(),
        message: String::new(),
    };
    let first = research.guide().first().map(|it| Question { theme: Some(other), ..(*it).clone() }).unwrap();
    let question = first.id;
    for record in [
        Record::from(Judgement { headline: Some(headline("one")), ..judged(1, into) }),
        Record::from(Judgement {
            headline: Some(headline("two")),
            quotes: quotes.clone(),
            dropped,
            ..judged(2, other)
        }),
        Record::from(card),
        Record::from(first),
        Record::from(Theme { parent: Some(other), ..research.themes()[&child].clone() }),
    ] {
        research.apply(Edit::Put(record)).unwrap();
    }
    let after = there_and_back(&research, &merged(&research, into, &[other], "").unwrap());
    let kept = after.judgement(persona, into).unwrap();
    assert_eq!((kept.headline.as_ref().unwrap().text.as_str(), &kept.quotes, &kept.dropped), ("one", &quotes, &None));
    let theme = &after.themes()[&into];
    assert!(theme.memo.contains(&research.themes()[&other].name) && theme.memo.contains("two"), "{}", theme.memo);
    let card = after.trigger_cards().values().next().unwrap();
    assert_eq!((card.theme, card.event.as_str()), (into, research.themes()[&other].name.as_str()));
    assert_eq!(after.questions()[&question].theme, Some(into));
    assert_eq!(after.themes()[&child].parent, Some(into));
}

#[test]
fn a_line_that_is_marked_twice_is_marked_once() {
    let mut research = sample();
    let themes = of(&research, Dimension::Criteria);
    let [into, other] = themes[..2] else { panic!() };
    let note = *lines(&research, into).iter().find(|it| !lines(&research, other).contains(it)).unwrap();
    let own = research.marks_of(note).find(|mark| mark.theme == into).unwrap().clone();
    let mut second = Mark::new((Id::from_u128(9), own.study), note, other, Stance::Contradicts);
    let stance_after = |research: &Research| {
        let after = there_and_back(research, &merged(research, into, &[other], "").unwrap());
        let marks: Vec<Mark> = after.marks_of(note).filter(|it| it.theme == into).cloned().collect();
        assert_eq!(marks.len(), 1);
        (marks[0].stance, marks[0].judged)
    };
    research.apply(second.clone().into()).unwrap();
    assert_eq!(stance_after(&research), (Stance::Contradicts, false), "dissent is not lost");
    research.apply(Mark { judged: true, ..own }.into()).unwrap();
    assert_eq!(stance_after(&research), (Stance::Supports, true), "a person looked");
    second.judged = true;
    research.apply(second.into()).unwrap();
    assert_eq!(stance_after(&research), (Stance::Contradicts, true));
}

#[test]
fn a_merge_up_the_hierarchy_makes_no_ring() {
    let mut research = sample();
    let themes = of(&research, Dimension::Concern);
    let [low, middle, high, top] = themes[..4] else { panic!() };
    for (theme, parent) in [(low, middle), (middle, high), (high, top)] {
        research.apply_step(&nested(&research, theme, Some(parent)).unwrap()).unwrap();
    }
    assert!(nested(&research, top, Some(low)).is_none(), "nobody stands under himself");
    let after = there_and_back(&research, &merged(&research, low, &[high], "").unwrap());
    assert_eq!((after.themes()[&low].parent, after.themes()[&middle].parent), (Some(top), Some(low)));
    let after = there_and_back(&research, &merged(&research, low, &[top], &research.themes()[&top].name).unwrap());
    assert_eq!((after.themes()[&low].parent, after.themes()[&high].parent), (None, Some(low)));
    assert_eq!(after.themes()[&low].name, research.themes()[&top].name, "it may take the name of one that goes");
}

#[test]
fn the_other_steps_can_be_taken_back_too() {
    let research = sample();
    let themes = of(&research, Dimension::Concern);
    let [theme, other] = themes[..2] else { panic!() };
    let ids = Counting(Cell::new(0));
    let fresh = Fresh::new(now(), &ids);
    let some: Vec<Id> = lines(&research, theme).into_iter().take(2).collect();
    let (new, step) = split(&research, theme, &some, "새 주제", &fresh).unwrap();
    let after = there_and_back(&research, &step);
    assert_eq!(lines(&after, new), some.iter().copied().collect());
    assert_eq!(lines(&after, theme).len() + some.len(), lines(&research, theme).len());
    assert!(split(&research, theme, &[], "새 주제", &fresh).is_none());

    let after = there_and_back(&research, &nested(&research, theme, Some(other)).unwrap());
    let moved_both = there_and_back(&after, &moved(&after, other, Dimension::Benefit).unwrap());
    assert_eq!(moved_both.themes()[&theme].dimension, Dimension::Benefit);
    assert_eq!(moved_both.themes()[&theme].parent, Some(other));
    assert!(nested(&moved_both, other, Some(themes[2])).is_none(), "a wider theme is of the same dimension");
    there_and_back(&after, &nested(&after, theme, None).unwrap());

    there_and_back(&research, &renamed(&research, theme, " 다른 이름 ").unwrap());
    there_and_back(&research, &noted(&research, theme, "뜻").unwrap());
    let after = there_and_back(&research, &dropped(&research, theme, "한 사람뿐", ("JY", now())).unwrap());
    let said = research.denominator(&research.themes()[&theme], &research.counted_people(None)).raised;
    assert_eq!(after.themes()[&theme].dropped.as_ref().unwrap().people, u32::try_from(said).unwrap());
    there_and_back(&after, &taken_back(&after, theme).unwrap());
    assert!(taken_back(&research, theme).is_none());

    let (new, step) = accepted(&research, (Dimension::Concern, "후보"), &some, &fresh).unwrap();
    assert_eq!(lines(&there_and_back(&research, &step), new).len(), 2);
    let after = there_and_back(&research, &judged(&research, some[0], theme, Stance::Contradicts).unwrap());
    assert!(judged(&after, some[0], theme, Stance::Contradicts).is_none(), "said once");
    let line = some.iter().find(|it| !lines(&research, other).contains(it)).unwrap();
    let after = there_and_back(&research, &handed_over(&research, *line, (Some(theme), Some(other)), &fresh).unwrap());
    assert!(lines(&after, other).contains(line) && !lines(&after, theme).contains(line));
    let out = there_and_back(&after, &handed_over(&after, *line, (Some(other), None), &fresh).unwrap());
    assert!(!lines(&out, other).contains(line));
    let back = there_and_back(&out, &handed_over(&out, *line, (None, Some(theme)), &fresh).unwrap());
    assert!(lines(&back, theme).contains(line));
    let step = declined(&research, (Dimension::Concern, "후보"), &some, ("없는 말", "JY", &fresh)).unwrap();
    let after = there_and_back(&research, &step);
    assert!(after.themes().values().any(|it| it.name == "후보" && it.dropped.is_some()));
}

#![allow(clippy::unwrap_used, clippy::expect_used)]

use crate::domain::{AskedState, Dimension, Interview, Note, Record, Research, Status, Subject, Voice};
use crate::library::{News, Undone};
use crate::tui::effect::Effect;
use crate::tui::script::{Script, sample, sample_en};
use crate::words::Lang;

/// A call that has just ended with three lines: one unsorted, one with a dimension, one with dimension and theme.
fn after_call(lang: Lang) -> Script {
    let (research, lines) = match lang {
        Lang::Ko => {
            (sample(), "납기 지연으로 도입이 늦어지면 끝이라고<enter><f2>3년 총비용으로 클라우드와 견줌<enter>")
        }
        Lang::En => (
            sample_en(),
            "they counted the empty slots a missed appointment left<enter><f2>it had to fit the records system<enter>",
        ),
    };
    let script = Script::with(research, lang, Vec::new()).keys("n<enter><enter>5").keys(lines);
    script.keys("<f1>알아보기 시작 #새로운계기<enter>?누가 결재했나<enter>").saved()
}

fn ended(lang: Lang) -> Script {
    after_call(lang).keys("/end<enter>1")
}

fn interview(script: &Script) -> &Interview {
    let research = &script.model.world.research;
    let newest = research.participants().values().max_by_key(|it| it.id).unwrap();
    research.interviews_of(newest.id)[0]
}

fn notes(script: &Script) -> Vec<Note> {
    script.model.world.research.notes_of(interview(script).id).cloned().collect()
}

fn themes_of(script: &Script, at: usize) -> Vec<String> {
    let research = &script.model.world.research;
    let note = notes(script)[at].id;
    research.marks_of(note).map(|mark| research.themes()[&mark.theme].name.clone()).collect()
}

/// What the desk would answer to an undo of the newest step: its edits turned round.
fn undone(mut script: Script, before: &Research) -> Script {
    let effects = script.take_effects();
    let step = effects.iter().rev().find_map(|effect| match effect {
        Effect::Save(step, _) => Some(step.clone()),
        _ => None,
    });
    let step = step.unwrap();
    let back = step.edits.iter().rev().map(|edit| match before.record(edit.key()) {
        Some(record) => crate::domain::Edit::Put(record),
        None => crate::domain::Edit::Remove(edit.key()),
    });
    let undone = Undone { name: step.name.clone(), about: step.about.clone(), edits: back.collect(), seq: 9 };
    script.news(News::Undone { undone, redo: false });
    script
}

#[test]
fn pictures() {
    for lang in [Lang::En, Lang::Ko] {
        for (columns, rows) in [(40, 20), (80, 24), (120, 40)] {
            let script = ended(lang).sized(columns, rows).keys("4").saved();
            insta::assert_snapshot!(format!("sort_{}_{columns}x{rows}", lang.name()), script.screen());
            let script = script.keys("aa").saved();
            insta::assert_snapshot!(format!("sort_reason_{}_{columns}x{rows}", lang.name()), script.screen());
            let script = script.keys("납기가 정해져 있었다<enter>").saved();
            insta::assert_snapshot!(format!("sort_end_{}_{columns}x{rows}", lang.name()), script.screen());
        }
    }
}

#[test]
fn the_debrief_comes_at_once_and_takes_what_has_no_dimension_or_no_theme() {
    let script = ended(Lang::Ko).shows("정리 P14").shows("2/2 남음");
    assert_eq!(interview(&script).status, Status::Done);
    script.keys("j").shows("2/2 남음").keys("<esc>").shows("whybuy");
}

#[test]
fn two_keys_per_line_and_on_to_the_next() {
    let script =
        ended(Lang::Ko).keys("4").shows("2/2 남음").keys("a").shows("1/2 남음").shows("4 a → 우려 · 납기 지연");
    assert_eq!(notes(&script)[0].dimension, Dimension::Concern);
    assert_eq!(themes_of(&script, 0), ["납기 지연"]);
    let script = script.keys("a").shows("진짜 이유");
    assert_eq!(themes_of(&script, 1), ["3년 총비용"]);
}

#[test]
fn hangul_mode_does_the_same() {
    let script = ended(Lang::Ko).keys("4ㅁ").shows("1/2 남음");
    assert_eq!(themes_of(&script, 0), ["납기 지연"]);
}

#[test]
fn an_unsorted_line_takes_the_dimension_of_its_theme_in_one_step() {
    let mut script = ended(Lang::Ko);
    script.take_effects();
    let mut script = script.keys("a");
    assert_eq!(
        (notes(&script)[0].dimension, themes_of(&script, 0)),
        (Dimension::Concern, vec!["납기 지연".to_owned()])
    );
    let saves = script.take_effects().into_iter().filter(|effect| matches!(effect, Effect::Save(..))).count();
    assert_eq!(saves, 1);
}

#[test]
fn undo_leads_back_to_the_line() {
    let script = ended(Lang::Ko).keys("4");
    let before = script.model.world.research.clone();
    let script = undone(script.keys("a").shows("1/2 남음"), &before);
    let script = script.shows("2/2 남음");
    assert_eq!(themes_of(&script, 0), Vec::<String>::new());
    script.keys("a").shows("1/2 남음");
}

#[test]
fn a_line_becomes_a_path_event_and_comes_back() {
    let script = ended(Lang::Ko);
    let before = script.model.world.research.clone();
    let path = |script: &Script| {
        let events = script.model.world.research.path_of(interview(script).id).into_iter();
        events.map(|event| event.text.clone()).collect::<Vec<_>>()
    };
    let count = notes(&script).len();
    let script = script.keys("6").shows("1/2 남음").shows("P14-E01");
    assert_eq!((notes(&script).len(), path(&script).len()), (count - 1, 1));
    let script = undone(script, &before).shows("2/2 남음");
    assert_eq!((notes(&script).len(), path(&script).len()), (count, 0));
}

#[test]
fn a_new_theme_is_made_with_its_mark() {
    let script = ended(Lang::En).keys("f").hides("New theme").keys("4f").shows("New theme");
    let script = script.keys("Empty slots<enter>").shows("4 f → Concern · Empty slots (1 person)").shows("1/2 left");
    assert_eq!(themes_of(&script, 0), ["Empty slots"]);
}

#[test]
fn leaving_lines_alone_ends_too_and_the_reason_is_never_evidence() {
    let script = ended(Lang::En).keys("00").shows("in one sentence").keys("the audit date<enter>");
    let reason = notes(&script).into_iter().last().unwrap();
    assert_eq!((reason.text.as_str(), reason.voice), ("the audit date", Voice::Observation));
    assert!(!reason.is_evidence() && reason.star);
    let script = script.shows("What this interview has filled").shows("the audit date").keys("<enter>").shows("whybuy");
    let interview = interview(&script).id;
    let asked: Vec<_> = script.model.world.research.asked_in(interview).cloned().collect();
    assert!(!asked.is_empty() && asked.iter().all(|asked| asked.state == AskedState::Skipped));
    let research = &script.model.world.research;
    let about = |subject: Subject| research.guide().iter().filter(|it| it.subject == subject).count();
    let touched = about(Subject::Trigger) + about(Subject::Criteria);
    assert_eq!(asked.len(), research.questions().len() - touched);
}

#[test]
fn nobody_is_asked_for_the_reason_twice() {
    let script = ended(Lang::En).keys("00the audit date<enter><enter>").shows("whybuy");
    let script = script.keys("pG<enter><enter>s").shows("2/2 left").keys("00").hides("Enter keep");
    script.shows("What this interview has filled").shows("the audit date");
}

#[test]
fn the_end_card_names_the_new_themes() {
    ended(Lang::En).keys("e<esc>").shows("1 new theme").shows("새로운계기").shows("누가 결재했나");
}

#[test]
fn a_running_interview_has_no_debrief_and_one_without_lines_neither() {
    let script = Script::on(sample()).keys("n<enter><enter>5/end<enter>1").shows("whybuy").hides("Debrief");
    let done = script
        .model
        .world
        .research
        .records()
        .any(|it| matches!(it, Record::Asked(it) if it.interview == interview(&script).id));
    assert!(!done, "nothing is noted of an interview in which nothing was said");
}

#[test]
fn an_expectation_and_what_became_of_it_go_round() {
    use crate::domain::{Expectation, Met};
    let script = ended(Lang::En).keys("p").shows("predictable");
    let said = |script: &Script| (notes(script)[0].expectation, notes(script)[0].met);
    assert_eq!(said(&script), (Some(Expectation::Predictable), None));
    let script = script.keys("o").shows("beyond expectation").keys("oo").shows("beyond expectation (unmet)");
    assert_eq!(said(&script), (Some(Expectation::Beyond), Some(Met::Unmet)));
    let script = script.keys("oo");
    assert_eq!(said(&script), (None, None));
    script.shows("2/2 left");
}

#[test]
fn what_was_left_unsorted_on_purpose_is_no_longer_to_do() {
    let script = ended(Lang::En).keys("00<esc><enter>").shows("whybuy").hides("P09  1 unsorted");
    assert!(interview(&script).sorted.is_some());
    script.shows("P09  1 answer still owed");
}

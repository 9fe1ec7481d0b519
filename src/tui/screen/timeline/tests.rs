#![allow(clippy::unwrap_used, clippy::expect_used)]

use crate::domain::{Act, PathEvent};
use crate::tui::script::{Script, sample};

/// A capture in which a path was told, with its timeline open.
fn timeline() -> Script {
    let script = Script::on(sample()).keys("n<enter><enter>5");
    let script = script.keys("<f6>0 2026년 3월쯤 서버가 멈춤<enter><f6>2 2주 뒤 비교견적 세 군데 >전화<enter>");
    let script = script.keys("<f6>1 다시 알아봄<enter><f6>3!8월 말 총액으로 결정 =대표<enter>");
    script.keys("/경로표<enter>").shows("Path table")
}

fn path(script: &Script) -> Vec<PathEvent> {
    let research = &script.model.world.research;
    let person = research.participant_by_code("P14").expect("P14");
    research.path_of(research.interviews_of(person.id)[0].id).into_iter().cloned().collect()
}

fn texts(script: &Script) -> Vec<String> {
    path(script).into_iter().map(|event| event.text).collect()
}

/// Shows A31.
#[test]
fn a_path_is_shown_with_its_times_and_its_ways_back() {
    let script = timeline().shows("3 of 4 with days").shows("3월쯤 = 2026-03-01 ~");
    script.shows("← 다시 알아봄").shows("back to Awareness").shows("Decision · ! decision").shows("대표").shows("전화");
}

/// Shows D01.
#[test]
fn the_three_kinds_of_event_stand_in_their_order() {
    let script = timeline().keys("gjaa");
    let acts: Vec<Act> = path(&script).iter().map(|event| event.act).collect();
    assert_eq!(acts, [Act::Action, Act::Interaction, Act::Action, Act::Decision]);
    assert_eq!(texts(&script), ["서버가 멈춤", "비교견적 세 군데", "다시 알아봄", "총액으로 결정"]);
}

#[test]
fn an_event_is_moved_and_its_time_follows() {
    let script = timeline().keys("gjJ");
    assert_eq!(texts(&script), ["서버가 멈춤", "다시 알아봄", "비교견적 세 군데", "총액으로 결정"]);
    assert_eq!(path(&script)[2].from, None, "nothing stands before it from which it could count");
    let script = script.keys("K");
    assert_eq!(texts(&script)[1], "비교견적 세 군데");
    assert_eq!(path(&script)[1].from, "2026-03-12".parse().ok());
    assert_eq!(texts(&script.keys("gK"))[0], "서버가 멈춤");
}

#[test]
fn digits_set_the_stage_and_letters_the_rest_in_hangul_mode_too() {
    let script = timeline().keys("g4");
    assert_eq!(path(&script)[0].stage.as_ref().map(|it| it.key().to_owned()).as_deref(), Some("purchase"));
    let script = script.keys("4ㅁ");
    assert_eq!((path(&script)[0].stage.clone(), path(&script)[0].act), (None, Act::Decision));
    let script = script.keys("x");
    assert_eq!(texts(&script).len(), 3);
}

#[test]
fn a_form_changes_an_event_and_tells_how_its_time_was_read() {
    let script = timeline().keys("ge<tab>").keys("<c-u>작년 가을<enter>");
    let script = script.shows("작년 가을 = 2025-09-01 ~ 11-30");
    assert_eq!(path(&script)[0].when, "작년 가을");
    let script = script.keys("n한 달 뒤 예산 신청<tab><tab>팀장<enter>");
    assert_eq!(texts(&script)[1], "예산 신청");
    let event = &path(&script)[1];
    assert_eq!((event.when.as_str(), event.who.as_str()), ("한 달 뒤", "팀장"));
    assert!(event.from.is_some());
}

#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::Capture;
use crate::domain::journey::Lane;
use crate::domain::{AskedState, Dimension, GapCause, Note, Source, Speaker, Stage, Status, Subject, Voice};
use crate::library::News;
use crate::tui::effect::Effect;
use crate::tui::script::{Script, sample};
use crate::words::Lang;

/// A capture that has just begun with a new participant.
fn capture() -> Script {
    Script::on(sample()).keys("n<enter><enter>5").shows("[Unsorted]")
}

fn notes(script: &Script) -> Vec<&Note> {
    let research = &script.model.world.research;
    let person = research.participant_by_code("P14").expect("P14");
    let interview = research.interviews_of(person.id)[0].id;
    research.notes_of(interview).collect()
}

fn last(script: &Script) -> &Note {
    notes(script).last().copied().expect("a line")
}

#[test]
fn a_line_is_pending_until_the_desk_says_that_it_is_on_disk() {
    let script =
        capture().keys("<f1>작년 감사에서 지적받음<enter>").shows(" * 00:00:00 Trigger    작년 감사에서 지적받음");
    let script = script.saved().shows(" v 00:00:00 Trigger    작년 감사에서 지적받음").shows("v saved");
    assert_eq!(last(&script).dimension, Dimension::Trigger);
    assert_eq!(script.model.world.research.code_of(last(&script)), "P14-L001");
}

#[test]
fn the_step_goes_to_the_desk_before_its_draft_is_forgotten() {
    let mut script = capture().keys("<f2>가격");
    script.take_effects();
    let mut script = script.keys("<enter>");
    let effects = script.take_effects();
    let kinds: Vec<bool> = effects.iter().map(|effect| matches!(effect, Effect::Save(..))).collect();
    assert_eq!(kinds, [true, false, false], "the step, its draft, and last of all the echo");
    assert!(matches!(&effects[1], Effect::Draft(draft, _) if draft.text.is_empty()));
}

#[test]
fn every_change_of_the_unfinished_line_is_sent_and_shown_as_kept_only_when_it_is() {
    let mut script = capture();
    script.take_effects();
    let mut script = script.keys("<f4>늦").shows(" * being kept");
    let effects = script.take_effects();
    assert!(
        matches!(effects.last(), Some(Effect::Draft(draft, _)) if draft.text == "늦" && draft.context == "concern")
    );
    script.saved().shows(" v kept").keys("어").shows(" * being kept");
}

#[test]
fn dimensions_are_sticky_and_the_path_is_not() {
    let script = capture().keys("<a-3>첫째<enter>둘째<enter>").keys("<f6>").shows("[Path]").shows("2 Consideration");
    let script =
        script.keys("2 견적 세 군데<enter>").shows("[Benefit]").shows("Path       견적 세 군데  Consideration");
    let notes = notes(&script);
    assert_eq!(notes.iter().map(|note| note.dimension).collect::<Vec<_>>(), [Dimension::Benefit; 2]);
}

#[test]
fn slash_words_do_what_the_keys_do() {
    let script = capture().keys("/우 늦을까 봐<enter>").shows("[Concern]");
    assert_eq!((last(&script).dimension, last(&script).text.as_str()), (Dimension::Concern, "늦을까 봐"));
    let script = script.keys("/-<enter>").shows("[Unsorted]").keys("/w late<enter>");
    assert_eq!(last(&script).dimension, Dimension::Concern);
    let script = script.keys("/-2 겁이 났다고<enter>");
    assert_eq!(last(&script).feeling, Some(-2));
    let script = script.keys("/*<enter>");
    assert!(last(&script).star);
    script.keys("/nonsense<enter>").shows("/nonsense is no command").keys("<c-u>").keys(" /text<enter>").shows("/text");
}

#[test]
fn the_first_character_is_the_voice() {
    let script = capture().keys("\"그게 제일 무서웠어요\"<enter>");
    assert_eq!((last(&script).voice, last(&script).text.as_str()), (Voice::Verbatim, "그게 제일 무서웠어요"));
    let script = script.keys("!말이 느려짐<enter>?누가 결재했나<enter>");
    assert_eq!(last(&script).voice, Voice::Owed);
}

#[test]
fn star_and_feeling_go_to_the_line_that_is_typed_or_to_the_last_one() {
    let script = capture().keys("하나<f9><f8><enter>").shows("★ [-2]");
    assert!(last(&script).star && last(&script).feeling == Some(-2));
    let script = script.keys("<f9><f8>");
    assert!(!last(&script).star && last(&script).feeling == Some(-1));
}

#[test]
fn themes_are_made_and_marked_from_the_line_itself() {
    let script = capture().keys("<f2>3년 총액으로 봄 #새로운기준<enter>").shows("3년 총액으로 봄  #새로운기준");
    let marked = |script: &Script| script.model.world.research.marks_of(last(script).id).count();
    assert_eq!(marked(&script), 1);
    let script = script.keys("싼 것이 먼저 #새로").shows("Tab: #새로운기준").keys("<tab><enter>");
    assert_eq!(marked(&script), 1);
    assert_eq!(last(&script).text, "싼 것이 먼저");
    let script = script.keys("/- 나중에 #없는주제<enter>");
    assert_eq!(last(&script).text, "나중에 #없는주제");
}

#[test]
fn the_theme_picker_marks_the_last_line_and_writes_behind_the_unfinished_one() {
    let script = capture().keys("<f2>값을 견줌<enter><c-k>총비용").shows("3년 총비용").keys("<enter>");
    assert_eq!(script.model.world.research.marks_of(last(&script).id).count(), 1);
    script.keys("또 값<c-k>총비용<enter>").shows("또 값 #3년 총비용");
}

#[test]
fn the_arrow_corrects_an_earlier_line_and_keeps_the_unfinished_one() {
    let script =
        capture().keys("<f1>가격이 중오<enter>쓰던 줄<up>").shows("Correcting P14-L001").shows("[Trigger] 가격이 중오");
    let script = script.keys("<backspace>요<enter>").shows("[Trigger] 쓰던 줄");
    assert_eq!(last(&script).text, "가격이 중요");
    assert_eq!(last(&script).revision(), 2);
    let script = script.keys("<up>x<up>").shows("The wording was changed").keys("<esc>").shows("쓰던 줄");
    assert_eq!(last(&script).text, "가격이 중요");
}

#[test]
fn a_dimension_key_right_after_a_line_offers_to_file_it_there() {
    let script = capture().keys("<f1>사실은 우려<enter><f4>").shows("Last line to Concern? Enter").keys("<enter>");
    assert_eq!(last(&script).dimension, Dimension::Concern);
    script.keys("한 줄 더<enter>").later(30).keys("<f1>").hides("Last line to");
}

#[test]
fn search_lies_over_the_capture_and_gives_the_line_back() {
    let script = capture().keys("<f3>반쯤 쓴 <left>").keys("<c-f>납기").shows("[Benefit] 반쯤 쓴");
    let script = script.keys("<esc>").shows("[Benefit] 반쯤 쓴");
    script.keys("한<enter>").shows("반쯤 쓴한");
}

/// Shows E03.
#[test]
fn the_end_shows_what_is_still_owed_and_empty() {
    let script =
        capture().keys("?누가 결재했나<enter>/끝<enter>").shows("1 answer is still owed").shows("? 누가 결재했나");
    let script = script.shows("Not touched yet: Purchase trigger").keys("<esc>").shows("[Unsorted]");
    let script = script.keys("/end<enter>1");
    let research = &script.model.world.research;
    let person = research.participant_by_code("P14").unwrap();
    assert_eq!(research.interviews_of(person.id)[0].status, Status::Done);
    script.shows("Debrief P14").shows("in one sentence").keys("<esc>").shows("not asked").keys("<esc>").shows("whybuy");
}

#[test]
fn a_draft_comes_back_with_its_dimension() {
    let mut script = capture().keys("<f4>도입이 늦어지면 감");
    let draft = script.take_effects().into_iter().rev().find_map(|effect| match effect {
        Effect::Draft(draft, _) => Some(draft),
        _ => None,
    });
    let research = script.model.world.research.clone();
    let script = Script::with(research, crate::words::Lang::En, draft.into_iter().collect());
    let script = script.shows("Unfinished").shows("도입이 늦어지면 감").keys("<enter>");
    script.shows("[Concern] 도입이 늦어지면 감").shows("The unfinished line of 14:00:00 is back");
}

#[test]
fn typing_goes_on_when_nothing_can_be_saved_and_leaving_asks() {
    let script = capture().keys("하나<enter>").fails(3).shows("3 edits not saved").keys("둘<enter>").shows("둘");
    let mut script = script.keys("<c-c>").shows("1 try again").shows("2 write it to a file").shows("3 discard");
    script.take_effects();
    let mut script = script.keys("2").shows("/library/rescue.jsonl").keys("<enter>");
    assert!(matches!(&script.take_effects()[..], [Effect::Rescue(file)] if file.ends_with("rescue.jsonl")));
    script.news(News::Rescued { file: "/library/rescue.jsonl".into(), records: 3 });
    let mut script = script.shows("3 records written").keys("1");
    assert_eq!(script.take_effects(), [Effect::Discard, Effect::Quit]);
}

#[test]
fn leaving_waits_until_everything_is_on_disk() {
    let mut script = capture().keys("하나<enter>");
    script.take_effects();
    let mut script = script.keys("<c-c>");
    assert!(script.take_effects().is_empty());
    let mut script = script.saved();
    assert_eq!(script.take_effects(), [Effect::Quit]);
}

#[test]
fn ctrl_works_in_hangul_mode_and_letters_are_text() {
    let mut script = capture().keys("ㅓ나").shows("ㅓ나").saved();
    script.take_effects();
    let mut script = script.keys("<c-ㅊ>");
    assert_eq!(script.take_effects(), [Effect::Quit]);
}

#[test]
fn the_bar_equals_a_recount() {
    let script = capture().keys("<f1>하나<enter>\"둘\"<enter><f6>갔다<enter><f4>\"셋\"<enter>").later(185);
    let screen = script.screen();
    let numbers = screen.lines().nth(2).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(numbers, "2 1\" 3m 0 0 1 1\" 3m 0 1 3m");
}

#[test]
fn ending_logs_what_still_stands_in_the_field() {
    let script =
        capture().keys("<f1>하나<enter>반쯤 쓴 줄<c-p>").keys("end").shows("End the interview").keys("<enter>1");
    assert_eq!(last(&script).text, "반쯤 쓴 줄");
    assert!(script.model.world.drafts.is_empty());
}

#[test]
fn the_code_of_a_known_participant_goes_on_with_that_one() {
    let script = Script::on(sample()).keys("n<c-u>p13<enter>").shows(" P13").keys("<enter>5").shows("[Unsorted]");
    let research = &script.model.world.research;
    assert_eq!(research.participants().len(), sample().participants().len());
}

#[test]
fn a_theme_that_is_typed_twice_marks_once_and_never_keeps_the_line_from_being_logged() {
    let script = capture().keys("<f2>처음 듣는 이야기 #새주제 #새주제<enter>");
    assert_eq!(last(&script).text, "처음 듣는 이야기");
    assert_eq!(script.model.world.research.marks_of(last(&script).id).count(), 1);
    let script = script.keys("다시 들은 이야기 #새주제 #새주제<enter>").hides("#새주제 #새주제");
    assert_eq!(last(&script).text, "다시 들은 이야기");
    assert_eq!(script.model.world.research.marks_of(last(&script).id).count(), 1);
}

fn ko() -> Script {
    Script::with(sample(), Lang::Ko, Vec::new())
}

/// The same in Korean.
fn capturing() -> Script {
    ko().keys("n<enter><enter>5").saved()
}

#[test]
fn a_shallow_answer_gets_one_probe_and_the_next_line_answers_it() {
    let script = capturing().keys("<f2>가격이 제일 중요했다고 함<enter>");
    let shallow = last(&script).id;
    let script = script.shows("캐묻기: 그 가격을 무엇과, 누구와 비교하셨나요?");
    let script = script.keys("갱신 때 오를까 봐 3년 총액으로 비교했다고 함<enter>").hides("캐묻기:");
    assert_eq!(last(&script).answers, Some(shallow));
    let number = script.model.world.research.notes()[&shallow].number;
    let script = script.shows(&format!("L{number:03}→"));
    let script = script.keys("비싸서<enter><f4>도입이 늦어지면 감사 일정과 겹치니까 무서웠다고 함<enter>");
    assert_eq!(last(&script).answers, None, "a line of another dimension answers nothing");
    let script = script.keys("<c-r>").keys("<f2>예산이 없어서<enter>").hides("캐묻기:");
    script.keys("<c-r>").keys("예산이 없어서<enter>").shows("캐묻기:");
}

#[test]
fn probes_can_be_off_for_a_dimension() {
    let mut script = capturing();
    script.model.world.probes.off = vec![Subject::Criteria];
    script.keys("<f2>가격이 중요<enter>").hides("캐묻기:").keys("<f4>가격이 걱정<enter>").shows("캐묻기:");
}

#[test]
fn a_sleep_and_a_stop_leave_an_interruption() {
    let script = capturing().keys("하나<enter>").later(60).jumps(72).shows("기기가 00:01:12 동안 잠들어 있었음");
    let research = script.model.world.research.clone();
    let interview = last(&script).interview;
    let drafts = script.model.world.drafts.values().cloned().collect();
    // The process dies here; it is opened again two minutes after its last sign of life.
    let mut again = Script::with(research, Lang::Ko, drafts).later(132 + 120);
    let world = &mut again.model.world;
    let pulse = world.drafts[&crate::tui::world::pulse_slot(interview)].at;
    let expected = world.now.seconds_since(pulse);
    Capture::open(world, interview);
    let gap = world.research.gaps_of(interview).find(|gap| gap.cause == GapCause::Stopped).unwrap().clone();
    assert_eq!((gap.seconds(), gap.until), (expected, world.now));
    assert!((120..=125).contains(&expected), "{expected}");
}

#[test]
fn leaving_on_purpose_is_no_interruption() {
    let script = capturing().keys("하나<enter>").later(30).keys("<c-o>").later(300);
    let interview = script.model.world.research.notes().values().next_back().unwrap().interview;
    let mut script = script;
    Capture::open(&mut script.model.world, interview);
    assert_eq!(script.model.world.research.gaps_of(interview).count(), 0);
}

#[test]
fn a_sign_of_life_is_nobodys_work() {
    let script = capturing().keys("하나<enter>").saved().shows("v 저장됨").later(30).shows("v 저장됨");
    script.keys("둘").shows("저장 중");
}

#[test]
fn a_name_becomes_a_code_and_goes_to_the_vault_alone() {
    let mut script = capturing();
    let known = script.model.world.research.participant_by_code("P02").unwrap().id;
    script.model.world.names.insert(known, "김민수".to_owned());
    let script = script.keys("<f1>@김민").shows("Tab: P02 김민수").keys("<tab>").shows("P02");
    let script = script.keys("가 먼저 말했다고<enter>");
    assert_eq!(last(&script).text, "P02가 먼저 말했다고");
    let script = script.keys("회의에서 @김민수가 반대<enter>");
    assert_eq!(last(&script).text, "회의에서 P02가 반대");
    let mut script = script.keys("@박서준").shows("새 사람 박서준").keys("<enter>");
    let made = script.model.world.research.participants().values().next_back().unwrap().clone();
    assert_eq!(last(&script).text, made.code);
    let named = script.take_effects().into_iter().any(
        |effect| matches!(effect, Effect::Name { participant, name, .. } if participant == made.id && name == "박서준"),
    );
    assert!(named, "the vault was told");
    let kept = serde_json::to_string(&script.model.world.research.records().collect::<Vec<_>>()).unwrap();
    assert!(!kept.contains("박서준") && !kept.contains("김민수"));
    let script = script.keys("@지훈이가 결재했다고<enter>@이영은 차장이<enter>").saved();
    let names: Vec<&str> = script.model.world.names.values().map(String::as_str).collect();
    assert!(names.contains(&"지훈") || names.contains(&"지훈이"), "{names:?}");
    assert!(names.contains(&"이영은"), "{names:?}");
    let script = script.keys("메일은 a@b.kr로<enter>");
    assert_eq!(last(&script).text, "메일은 a@b.kr로");
}

/// Shows B24.
#[test]
fn a_line_of_a_workshop_goes_into_a_cell_of_the_journey_without_leaving_the_capture() {
    let entry = |script: &Script, text: &str| {
        script.model.world.research.entries().values().find(|it| it.text == text).cloned()
    };
    let script = capturing().keys("/여럿<enter><f4>지윤: 결재가 석 달 걸렸어요<c-l>").shows("어느 칸입니까");
    let note = last(&script).clone();
    assert_eq!((note.initials.as_str(), note.text.as_str()), ("지윤", "결재가 석 달 걸렸어요"));
    // Where the rules lead a concern comes first; typed, it is any cell, and a cell without words asks for them.
    let script =
        script.keys("개발팀장 문제 발생 장벽<enter>").keys("결재 기간<enter>").shows("지도에 넣었습니다").saved();
    let made = entry(&script, "결재 기간").unwrap();
    assert_eq!((made.lane, made.evidence.as_slice(), made.by.as_str()), (Lane::Barrier, &[note.id][..], "HE"));
    let persona = |script: &Script| script.model.world.research.participant_of(note.interview).unwrap().persona;
    assert!(persona(&script).is_some(), "whose map it is says to whom the participant belongs");
    assert!(!made.text.contains(&note.text), "the words of the buyer stay in the line");
    // The next line bears it out as well, once.
    let script = script.keys("저희도 그래요<enter><c-l>").keys("결재 기간<enter>").shows("지도에 넣었습니다");
    let script = script.keys("/칸<enter>").keys("결재 기간<enter>").shows("이미 거기 있습니다").saved();
    assert_eq!(entry(&script, "결재 기간").unwrap().evidence, [note.id, last(&script).id]);
    let script = script.keys(&"아주 긴 줄입니다 ".repeat(20)).keys("<c-l>").shows("아주 긴").shows("…");
    script.keys("그런 칸은 없다").shows("맞는 것이 없습니다").keys("<esc>");
}

#[test]
fn in_a_group_a_line_begins_with_who_speaks() {
    let script = capturing().keys("<f4>지윤: 아직 한 사람<enter>");
    assert_eq!((last(&script).initials.as_str(), last(&script).text.as_str()), ("", "지윤: 아직 한 사람"));
    let script = script.keys("/여럿<enter>").keys("지윤: 너무 늦어요<enter>").shows("[우려 지윤]");
    assert_eq!((last(&script).initials.as_str(), last(&script).text.as_str()), ("지윤", "너무 늦어요"));
    let script = script.keys("그래서 걱정<enter>");
    assert_eq!(last(&script).initials, "지윤");
    let script = script.keys("JY: \"too late\"<enter>").shows("JY   too late");
    assert_eq!((last(&script).initials.as_str(), last(&script).voice), ("JY", Voice::Verbatim));
    let script = script.keys(": 모두가 끄덕임<enter>");
    assert_eq!(last(&script).initials, "");
    let interview = last(&script).interview;
    assert_eq!(script.model.world.research.interviews()[&interview].source, Source::Workshop);
}

#[test]
fn a_line_that_is_read_goes_into_a_cell_as_well() {
    let script = Script::on(sample()).keys("p<enter><enter>jjj").keys("m").shows("Where on the map?");
    let before = script.model.world.research.entries().clone();
    let script = script.keys("<enter>").shows("on the map");
    let changed = script.model.world.research.entries().values().filter(|it| before.get(&it.id) != Some(it));
    let lines: Vec<usize> = changed.map(|it| it.evidence.len()).collect();
    assert_eq!(lines, [1], "one entry rests on one line more");
    script.keys("ㅡ").shows("Where on the map?");
}

#[test]
fn the_next_question_is_asked_with_one_key() {
    let script = capturing();
    let guide: Vec<_> = script.model.world.research.guide().into_iter().cloned().collect();
    let head: String = guide[0].text.chars().take(10).collect();
    let script = script.keys("하나<enter>").shows(&head).keys("<c-g>").hides(&head).keys("<a-g>");
    let interview = last(&script).interview;
    let state = |at: usize| script.model.world.research.asked_of(interview, guide[at].id).map(|asked| asked.state);
    assert_eq!((state(0), state(1), state(2)), (Some(AskedState::Asked), Some(AskedState::Skipped), None));
}

/// Shows D26.
#[test]
fn what_held_a_decision_up_becomes_a_concern_at_its_stage() {
    let mut research = sample();
    let mut first = research.guide()[0].clone();
    (first.subject, first.passage) = (Subject::Concern, "decision,purchase".parse().ok());
    research.apply(first.into()).expect("a question");
    let script = Script::on(research).keys("n<enter><enter>5").shows("[Unsorted]").keys("<c-g>").shows("[Concern]");
    let script = script.keys("품의가 두 달 걸림<enter>").keys("<f1>감사가 있었음<enter>").shows("[Trigger]");
    let placed: Vec<_> = notes(&script).iter().map(|it| (it.dimension, it.stage.as_ref().map(Stage::key))).collect();
    assert_eq!(placed, [(Dimension::Concern, Some("decision")), (Dimension::Trigger, None)]);
}

#[test]
fn a_paste_of_many_lines_is_shown_before_it_is_taken() {
    let lines: Vec<String> = (1..=300).map(|n| format!("{n}번째 메모")).collect();
    let script = capturing().keys("<f1>쓰던 줄 ").paste(&lines.join("\n"));
    let before = script.model.world.research.notes().len();
    let script = script.shows("붙여 넣은 글").shows("300줄 가운데 300줄을 P14의 줄로").keys("<esc>").shows("쓰던 줄");
    assert_eq!(script.model.world.research.notes().len(), before, "nothing was taken");
    let script = script.paste(&lines.join("\r\n")).keys("<enter>").shows("쓰던 줄").shows("300줄을 미분류로");
    assert_eq!(script.model.world.research.notes().len(), before + 300);
    let script = script.paste("앞 문장\n뒷 문장").keys("o").shows("쓰던 줄 앞 문장 뒷 문장");
    script.keys("<enter>").shows("쓰던 줄 앞 문장 뒷 문장");
}

#[test]
fn a_pasted_transcript_keeps_who_spoke_and_when() {
    let text = "진행자 00:00\n어떻게 알게 되셨나요?\n\n참석자 1 00:12\n감사에서 지적받았어요\n";
    let script = capturing().paste(text).shows("1 진행자: 참여자").keys("1").shows("1 진행자: 진행자").keys("<enter>");
    let note = last(&script);
    assert_eq!((note.text.as_str(), note.voice), ("감사에서 지적받았어요", Voice::Verbatim));
    assert_eq!(note.at.map(|at| at.seconds()), Some(12));
    let asked = script.model.world.research.notes_of(note.interview).find(|it| it.speaker == Speaker::Interviewer);
    assert_eq!(asked.map(|note| note.text.as_str()), Some("어떻게 알게 되셨나요?"));
}

#[test]
fn a_path_event_is_told_in_one_line_with_its_time_and_its_signs() {
    use crate::domain::Act;
    let script = capture().keys("<f6>3 ! 작년 5월 총액으로 결정 =구매팀장 >견적서");
    let script = script.shows("Decision · ! decision · 작년 5월 = 2025-05-01 ~ 05-31 · 구매팀장 · 견적서");
    let script = script.keys("<enter><f6>1 2주 뒤 다시 알아봄<enter>").shows("← Awareness · 2주 뒤");
    let research = &script.model.world.research;
    let person = research.participant_by_code("P14").expect("P14");
    let path = research.path_of(research.interviews_of(person.id)[0].id);
    let days = |day: &str| day.parse().ok();
    assert_eq!((path[0].act, path[0].who.as_str(), path[0].touchpoint.as_str()), (Act::Decision, "구매팀장", "견적서"));
    assert_eq!((path[0].from, path[0].until), (days("2025-05-01"), days("2025-05-31")));
    assert_eq!(
        (path[1].text.as_str(), path[1].from, path[1].until),
        ("다시 알아봄", days("2025-05-12"), days("2025-06-17"))
    );
    script.keys("<up>").shows("1 2주 뒤 다시 알아봄").keys("<esc>").keys("<f6>검토").shows("! decision  & interaction");
}

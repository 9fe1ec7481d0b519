//! A journey from the first proposal to a version: what waits, what is decided, what is written, and every view of it.
#![allow(clippy::unwrap_used)]

use crate::domain::journey::{Lane, map};
use crate::domain::{Id, Research};
use crate::tui::effect::Effect;
use crate::tui::keymap::Place;
use crate::tui::script::{Script, sample};
use crate::words::Lang;

/// The sample without what people keep of journeys.
fn bare() -> Research {
    use crate::domain::Record;
    let lines = include_str!("../../../../sample_data/ai_pc.ko.jsonl").lines().skip(1);
    let records = lines.map(|line| serde_json::from_str::<Record>(line).unwrap());
    let kept = |it: &Record| {
        !matches!(
            it,
            Record::Journey(_) | Record::Entry(_) | Record::Comment(_) | Record::Walk(_) | Record::JourneyEdition(_)
        )
    };
    Research::of(records.filter(kept)).unwrap()
}

/// The journey that the keys open.
fn journey(lang: Lang) -> Script {
    Script::with(bare(), lang, Vec::new()).sized(100, 30).keys("><enter>")
}

/// What was saved: the names of the steps.
fn steps(script: &mut Script) -> Vec<String> {
    let saved = script.take_effects().into_iter().filter_map(|effect| match effect {
        Effect::Save(step, _) => Some(step.name),
        _ => None,
    });
    saved.collect()
}

fn place(script: &Script) -> Place {
    script.model.panes.last().unwrap().place()
}

fn ours(script: &Script) -> Option<Id> {
    let research = &script.model.world.research;
    research.journeys().values().find(|it| it.competitor.is_empty() && it.group.is_empty()).map(|it| it.id)
}

#[test]
fn nothing_enters_the_map_without_a_key() {
    let mut script = journey(Lang::Ko).shows("받음 0").shows("아직 지도에 아무것도 없습니다").shows("제안: 아직");
    assert!(ours(&script).is_none());
    script = script.keys("jjkkll").keys("<tab><tab>");
    assert!(steps(&mut script).is_empty());
    script = script.keys("a").shows("받음 1");
    assert_eq!(steps(&mut script), ["accept-proposals"]);
    let kept = ours(&script).unwrap();
    script = script.keys("r").shows("거절").keys("우리 일이 아님<enter>").shows("받음 1");
    assert_eq!(steps(&mut script), ["refuse-proposals"]);
    script = script.keys("r<enter>");
    assert_eq!(steps(&mut script), ["refuse-proposals"], "a reason may stay blank");
    script = script.keys("A").shows("강한 제안");
    assert_eq!(steps(&mut script), ["accept-proposals"]);
    let entries: Vec<_> = map::entries_of(&script.model.world.research, kept).cloned().collect();
    assert!(entries.len() > 3 && entries.iter().all(|it| it.by == "HE"));
}

#[test]
fn hangul_mode_decides_as_well() {
    // ㅁ is a, ㄱ is r.
    let script = journey(Lang::Ko).keys("ㅁ").shows("받음 1").keys("ㄱ").shows("거절").keys("<esc>ㅁ").shows("받음 2");
    // Of the capital letters the Hangul keyboard has few: what a footer names works without them.
    let script =
        script.keys("*").shows("강한 제안").keys("ㅈ").shows("파일").keys("<esc>ㅉ").shows("따라가 보기").keys("<esc>");
    assert_eq!(place(&script), Place::Journey);
}

#[test]
fn an_edit_before_accepting_is_a_persons_word() {
    let script =
        journey(Lang::Ko).keys("e<c-u>감사 지적을 받음<enter>").shows("직접 쓴 것 1").shows("감사 지적을 받음");
    script.shows("HE").shows("손으로");
}

/// Shows in part C15: every heard concern asks for a message that answers it; it is answered by a stage, not by a touchpoint.
#[test]
fn a_blank_names_what_it_must_answer_and_is_written() {
    let mut script = journey(Lang::Ko);
    for _ in 0..60 {
        if script.screen().contains("e 쓰기") && script.screen().contains("빈칸, 답할 것") {
            break;
        }
        script = script.keys("<tab>");
    }
    let script = script.keys("e").shows("답하는 말").keys("하루 안에 설치합니다<tab>설치 기사 방문<enter>");
    script.shows("하루 안에 설치합니다").shows("직접 쓴 것 1");
}

/// Shows A17, A27, B18.
#[test]
fn a_person_writes_flags_remarks_and_removes() {
    let mut script = journey(Lang::En).keys("A").saved();
    script = script
        .keys("gn")
        .shows("When")
        .keys("Audit notice<tab>in March<tab>Team lead, CFO<enter>")
        .shows("Audit notice");
    script = script.shows("Who decides").shows("by hand").keys("m").shows("★ Moment of truth");
    script = script.keys("c").shows("Press n for the first one").keys("nask the CFO<enter>").shows("ask the CFO");
    script = script.keys("<esc>").shows("HE: ask the CFO").keys("cs").shows("settled").keys("<esc>");
    let before = script.screen();
    script = script.keys("x").hides("Audit notice");
    assert_ne!(script.screen(), before);
    assert_eq!(
        steps(&mut script),
        ["accept-proposals", "write-entry", "write-entry", "comment-entry", "resolve-comments", "remove-entry"]
    );
}

/// Shows A23.
#[test]
fn what_is_no_value_is_told_and_changes_nothing() {
    let mut script = journey(Lang::En).keys("A").saved();
    steps(&mut script);
    for _ in 0..20 {
        script = script.keys("<pgdn>");
        if script.screen().contains("· KPI") {
            break;
        }
    }
    script = script.keys("nOrders<tab>n<tab>much<enter>").shows("Target");
    assert!(steps(&mut script).is_empty());
    script = script.keys("nOrders<tab> n<tab>20<tab>10, 14<enter>").shows("70%").shows("+4 since");
    assert_eq!(steps(&mut script), ["write-entry"]);
    let journey = ours(&script).unwrap();
    let entry = map::entries_of(&script.model.world.research, journey).find(|it| it.lane == Lane::Kpi).unwrap();
    assert_eq!(entry.facts.actuals.len(), 2);
}

#[test]
fn a_touchpoint_has_one_name_everywhere() {
    let mut script = journey(Lang::Ko).keys("A").saved();
    for _ in 0..40 {
        if script.screen().contains("· 접점") && script.screen().contains("    전화\n") {
            break;
        }
        script = script.keys("<down>");
        if script.screen().contains("· 지표") {
            script = script.keys("<home><right>");
        }
    }
    let before = script.model.world.research.path_events().values().filter(|it| it.touchpoint == "전화").count();
    let mut script = script.keys("e<c-u>전화 상담<enter>").shows("전화 상담");
    let research = &script.model.world.research;
    assert!(before > 0 && research.path_events().values().all(|it| it.touchpoint != "전화"));
    assert_eq!(research.path_events().values().filter(|it| it.touchpoint == "전화 상담").count(), before);
    assert_eq!(steps(&mut script).last().map(String::as_str), Some("write-entry"), "one step, and one to undo");
}

#[test]
fn a_renamed_theme_shows_its_three_sides() {
    let mut script = journey(Lang::En).keys("A").saved();
    let research = &script.model.world.research;
    let journey = ours(&script).unwrap();
    let entry = map::entries_of(research, journey).find(|it| it.lane == Lane::Feeling).unwrap().clone();
    let Some(crate::domain::journey::Source::Theme(theme)) = entry.seed.as_ref().map(|it| it.from.clone()) else {
        unreachable!("a feeling comes from a theme")
    };
    let step = crate::domain::theme_steps::renamed(research, theme, "a new name").unwrap();
    script.model.world.commit(step);
    script = script.later(1).keys("<tab>");
    for _ in 0..80 {
        if script.screen().contains("proposed now") {
            break;
        }
        script = script.keys("<tab>");
    }
    let script = script.shows("a new name").shows("new wording").shows("keep as it is").keys("a");
    let entry = &script.model.world.research.entries()[&entry.id];
    assert!(entry.text == "a new name" || entry.lane == Lane::Feeling);
}

/// Shows A18, B32.
#[test]
fn every_view_is_one_key_away_and_the_menu_names_all() {
    let mut script = journey(Lang::En).keys("A").saved();
    for (key, told) in [
        ("2", "What worked?"),
        ("3", "emotion curve"),
        ("4", "funnel"),
        ("5", "moves"),
        ("6", "time in stage"),
        ("7", "flowchart"),
        ("8", "By the month"),
        ("9", "keep it incomplete"),
        ("t", "Mapping"),
        ("1", "Internal event"),
    ] {
        script = script.keys(key).shows(told);
    }
    let script = script.keys("v").shows("emotion curve").shows("timeline").shows("gaps").shows("comparison");
    let script = script.keys("curve<enter>").shows("+2").shows("-2");
    let script = script.keys("<enter>").shows("P0").keys("<esc><esc>").shows("Internal event");
    // In the menu the key of a view chooses it; once something is typed it is a character like any other.
    let script = script.keys("v4");
    assert_eq!(place(&script), Place::Journey);
    let script = script.shows("funnel").keys("vt").shows("Mapping").keys("vga4");
    assert_eq!(place(&script), Place::Commands);
}

/// Shows D03, D06, D07, D08.
#[test]
fn a_stage_card_begins_with_the_buyers_own_words_and_tells_what_they_did_and_what_stood_in_the_way() {
    let script = Script::with(sample(), Lang::En, Vec::new()).sized(120, 60).keys("><enter>2");
    let words: Vec<&str> = script
        .model
        .world
        .research
        .notes()
        .values()
        .filter(|it| it.voice == crate::domain::Voice::Verbatim)
        .map(|it| it.text.as_str())
        .collect();
    let screen = script.screen();
    let first = screen.lines().position(|row| row.contains("In their words")).unwrap();
    assert!(screen.lines().position(|row| row.contains("Rests on")).unwrap() > first);
    let row = screen.lines().nth(first).unwrap();
    assert!(words.iter().any(|it| row.contains(&it.chars().take(20).collect::<String>())), "{row}");
    let script = script.keys("ll").shows("What they did").shows("대리점 견적 (3 people)");
    script.keys("l").shows("removed: median").shows("days, longest");
}

/// Shows D14.
#[test]
fn a_stage_card_has_three_questions_with_their_answers_or_says_that_nobody_knows() {
    let script = journey(Lang::En).keys("A2").saved().sized(100, 60);
    script.shows("What worked?").shows("Fell away where?").shows("How long?").shows("unknown");
    let script = Script::with(sample(), Lang::En, Vec::new()).sized(100, 30).keys("><enter>2ll");
    script.shows("자기 모델을 돌려 보게 한 곳이 남았다").shows("데모룸 예약 화면과 값 문의에서").shows("measured:");
}

/// Shows B23.
#[test]
fn the_grid_has_every_stage_and_every_touchpoint_on_one_screen() {
    let script = Script::with(sample(), Lang::Ko, Vec::new()).sized(260, 160).keys("><enter>");
    let (screen, research) = (script.screen(), &script.model.world.research);
    let map = crate::domain::journey::of(research, ours(&script).unwrap()).unwrap();
    assert_eq!(map.stages.len(), 6);
    let from = screen.lines().position(|row| row.trim_start_matches(['│', ' ']).starts_with("접점")).unwrap();
    let until = screen.lines().position(|row| row.trim_start_matches(['│', ' ']).starts_with("기대")).unwrap();
    let plain = |text: &str| text.split_whitespace().collect::<String>();
    let rows = plain(&screen.lines().skip(from).take(until - from).collect::<String>());
    for (_, touchpoint) in crate::domain::journey::walks::stops(&map) {
        assert!(rows.contains(&plain(&touchpoint)), "{touchpoint} in\n{screen}");
    }
}

/// Shows B38.
/// Shows A20.
#[test]
fn an_expectation_tells_its_kind_and_whether_it_was_met() {
    let mut script = journey(Lang::En).keys("A").saved();
    for _ in 0..20 {
        script = script.keys("<pgdn>");
        if script.screen().contains("· Expectation") {
            break;
        }
    }
    script = script.keys("nInstalled within a day<tab><down><down><tab><down><down><down><enter>");
    script.shows("Installed within a day").shows("beyond expectation").shows("exceeded");
}

/// Shows B38.
#[test]
fn gaps_lead_to_their_cells_and_a_step_is_left_out_with_a_reason() {
    let script = journey(Lang::En).keys("A9").shows("no response").keys("<enter>").shows("Internal event");
    let mut script =
        script.keys("tx").shows("left out?").keys("done elsewhere<enter>").shows("left out: done elsewhere");
    assert_eq!(steps(&mut script), ["accept-proposals", "change-journey"]);
}

/// Shows B04.
#[test]
fn a_journey_has_a_goal_stages_and_lanes_of_its_own() {
    let script = journey(Lang::En).keys("A").saved();
    let script = script
        .keys("oOne order<tab>orders come in<tab><down><tab>90<enter>")
        .keys("o")
        .shows("One order")
        .keys("<esc>");
    let script = script
        .keys("iSales<tab>CS, Marketing<tab>learn, think, judge<enter>2")
        .shows("Sales")
        .shows("learn → think → judge");
    let mut script = script
        .keys("1d")
        .shows("[x] Internal event")
        .keys(" ")
        .shows("[ ] Internal event")
        .keys("nRumours<enter>")
        .shows("Rumours");
    script = script.keys("<esc>").hides("Internal event").shows("Rumours");
    let journey = &script.model.world.research.journeys()[&ours(&script).unwrap()];
    assert_eq!((journey.review_days, journey.works), (Some(90), Some(true)));
    assert_eq!(journey.stages.iter().map(|it| it.steps.len()).sum::<usize>(), 3);
    // A stage that holds something stays.
    let script = script.keys("o<tab><tab><tab><tab><tab><c-u>Only one<enter>").shows("holds entries");
    assert_eq!(script.model.world.research.journeys()[&ours(&script).unwrap()].stages.len(), 6);
}

/// Shows A29, B25.
#[test]
fn a_competitors_journey_and_a_fork_are_begun_and_compared() {
    let script = journey(Lang::En).keys("A").saved().keys("s2Acme<enter>").shows("Acme").hides("proposal");
    let script = script.keys("nBig discount<enter>").shows("Big discount").keys("s1").hides("Acme").shows("taken");
    let script =
        script.keys("0").shows("Compare with what?").shows("Acme").keys("1").shows("comparison").shows("cells differ");
    let script = script.keys("<esc>fNight shift<enter>").shows("Night shift").keys("0").shows("Compare with what?");
    assert_eq!(script.model.world.research.journeys().len(), 3);
}

/// Shows B33.
#[test]
fn walking_it_finds_what_fails_and_it_is_put_right() {
    let script = journey(Lang::En).keys("A").saved().keys("W").shows("looked at");
    let mut script =
        script.keys("pflink is dead<enter>").shows("works").shows("link is dead").keys("kd").shows("fixed");
    assert_eq!(steps(&mut script), ["accept-proposals", "walk-journey", "walk-journey", "fix-failure"]);
    let walks = script.model.world.research.walks();
    assert_eq!(walks.len(), 1, "one walk goes on");
    assert_eq!(walks.values().next().unwrap().results.len(), 2);
}

/// Shows B20.
#[test]
fn a_version_is_published_and_the_draft_is_told_after_it() {
    let mut script =
        journey(Lang::En).keys("A").saved().keys("P").shows("v1").keys("first<enter>").shows("published as v1");
    assert_eq!(steps(&mut script), ["accept-proposals", "publish-journey"]);
    let script = script.later(10).shows("draft after v1").keys("x").keys("01").shows("comparison");
    script.keys("3").shows("Over the versions");
}

/// Shows B30.
#[test]
fn layers_show_one_kind_alone() {
    let script = journey(Lang::En).keys("A").keys("y").shows("emotional only").keys("y").shows("functional only");
    script.keys("yy").hides("only");
}

#[test]
fn a_row_about_a_hidden_lane_says_so_and_leads_nowhere_else() {
    use crate::domain::journey::{Facts, steps};
    use crate::domain::live::Fresh;
    let mut research = bare();
    let mint = crate::mint::Mint::fixed("2026-11-22T10:00:00+09:00".parse().unwrap(), 3, 0);
    let fresh = Fresh::new("2026-11-22T10:00:00+09:00".parse().unwrap(), &mint);
    let persona = *research.personas().keys().next().unwrap();
    let kept = steps::begun(&research, persona, "", ("HE", &fresh)).unwrap();
    // The lane of pains is hidden from the start.
    assert!(kept.lanes.iter().any(|row| row.lane == Lane::Pain && row.hidden));
    let pain = steps::blank_entry(&kept, kept.stages[2].stage.clone(), Lane::Pain, ("HE", &fresh));
    let facts = Facts { severity: Some(3), ..Facts::default() };
    let pain = crate::domain::Entry { text: "숨은 문제".to_owned(), facts, ..pain };
    research.apply(kept.into()).unwrap();
    research.apply(pain.into()).unwrap();
    let script = Script::with(research, Lang::En, Vec::new()).sized(100, 120).keys("><enter>9").shows("숨은 문제");
    script.keys("<end><enter>").shows("is not shown here").shows("keep it incomplete");
}

#[test]
fn a_kpi_tells_its_newest_day_and_no_share_of_a_target_below_nought() {
    use crate::domain::journey::{Actual, Facts};
    let script = Script::with(sample(), Lang::En, Vec::new());
    let actual = |date: &str, value| Actual { date: date.parse().unwrap(), value };
    let actuals = vec![actual("2026-11-01", 14.0), actual("2026-09-01", 11.0)];
    let facts = Facts { target: Some(20.0), actuals, ..Facts::default() };
    let told = |facts: &Facts| super::facts::reached(&script.model.world, facts).unwrap();
    assert!(told(&facts).starts_with("actual 14") && told(&facts).contains("70%"), "{}", told(&facts));
    assert!(told(&facts).contains("+3"));
    let below = Facts { target: Some(-20.0), ..facts };
    assert!(!told(&below).contains('%'), "{}", told(&below));
}

#[test]
fn the_sample_opens_at_every_size() {
    for (columns, rows) in [(1, 1), (20, 5), (40, 12), (72, 20), (80, 24), (200, 60)] {
        let mut script = Script::with(sample(), Lang::Ko, Vec::new()).sized(columns, rows).keys("><enter>");
        for keys in ["A", "2", "3", "8", "9", "t", "1", "jjj", "lll", "d", "<esc>", "W", "<esc>"] {
            script = script.keys(keys);
            assert!(script.faults().is_empty(), "{columns}x{rows} {keys}: {:?}", script.faults());
        }
    }
}

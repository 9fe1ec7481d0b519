//! Before and after a call, as sessions: home, the card, consent, the guide and the way between them, with a picture
//! of each in both languages and at three sizes.

use super::script::{Script, sample, sample_en};
use crate::domain::{AskedState, Research, Status};
use crate::library::Draft;
use crate::words::Lang;

const SIZES: [(u16, u16); 3] = [(40, 20), (80, 24), (120, 40)];

/// A planned interview for the English sample, which has none.
fn planned_en() -> Research {
    let mut script = Script::on(sample_en()).keys("n<tab>Practice manager<tab>Front desk<enter>").saved();
    script.take_effects();
    script.model.world.research.clone()
}

fn snap(name: &str, keys: &str) {
    for (lang, research) in [(Lang::En, planned_en()), (Lang::Ko, sample())] {
        for (columns, rows) in SIZES {
            let script = Script::with(research.clone(), lang, Vec::new()).sized(columns, rows);
            let script = script.keys(keys).saved();
            insta::assert_snapshot!(format!("{name}_{}_{columns}x{rows}", lang.name()), script.screen());
        }
    }
}

#[test]
fn the_card_of_a_participant_with_a_persona() {
    snap("card", "<enter>");
}

fn participant<'a>(script: &'a Script, code: &str) -> &'a crate::domain::Participant {
    script.model.world.research.participant_by_code(code).unwrap()
}

fn status(script: &Script, code: &str) -> Status {
    let research = &script.model.world.research;
    research.interviews_of(participant(script, code).id).last().unwrap().status
}

#[test]
fn from_home_over_the_card_and_consent_into_the_call() {
    let script = Script::on(sample()).keys("<enter>").shows("Before the call").shows("Gaps to ask about");
    assert_eq!(status(&script, "P13"), Status::Planned, "reading the card starts nothing");
    let script = script.keys("<enter>1").shows("1 [x] take part").keys("4").shows("until 23 Nov 2027").keys("<enter>");
    let script = script.shows("[Unsorted]").hides("consent pending");
    let consent = &participant(&script, "P13").consent;
    assert!(consent.participate && !consent.verbal && consent.given.is_some());
    assert_eq!(consent.keep_until.map(|date| date.to_string()).as_deref(), Some("2027-11-23"));
    assert_eq!(status(&script, "P13"), Status::Running);
    script.keys("<c-o>").shows("whybuy").hides("Before the call");
}

#[test]
fn consent_by_word_of_mouth_waits_in_the_capture() {
    let script = Script::on(sample()).keys("<enter><enter>5").shows("[Unsorted]").shows("consent pending");
    let consent = &participant(&script, "P13").consent;
    assert!(!consent.participate && consent.given.is_none(), "nothing is agreed yet");
    let script = script.keys("첫 줄<enter>/동의<enter>").hides("consent pending").shows("agreed by word of mouth");
    let consent = &participant(&script, "P13").consent;
    assert!(consent.participate && consent.verbal);
    assert_eq!(consent.given, Some(script.model.world.now));
    assert_eq!(consent.keep_until, None);
}

#[test]
fn zero_and_a_second_press_take_the_date_away() {
    for keys in ["140", "144"] {
        let script = Script::on(sample()).keys("<enter><enter>").keys(keys).shows("4 [ ]").keys("<enter>");
        assert_eq!(participant(&script, "P13").consent.keep_until, None, "{keys}");
    }
    let script = Script::on(sample()).keys("pc").shows("[x] be kept").keys("0<enter>");
    assert_eq!(participant(&script, "P01").consent.keep_until, None);
}

#[test]
fn without_consent_enter_goes_nowhere_and_says_what_would() {
    let script = Script::on(sample()).keys("<enter><enter><enter>").shows("There is no consent yet").shows("Gaps");
    assert_eq!(status(&script, "P13"), Status::Planned);
    script.keys("<esc>").shows("whybuy");
}

#[test]
fn the_card_is_left_out_where_a_call_is_running() {
    Script::on(sample()).keys("n<c-u>p12<enter>").hides("Before the call").shows("P12");
}

#[test]
fn a_long_part_of_home_opens() {
    let script = Script::on(sample()).shows("and 4 more");
    let script = script.keys("<home>jjjjjjjj<enter>").hides("more").shows("P01");
    script.keys("jjjj").shows("u sort");
}

#[test]
fn an_unfinished_line_tells_its_age_and_can_be_discarded() {
    let research = sample();
    let person = research.participant_by_code("P12").unwrap();
    let interview = research.interviews_of(person.id)[0];
    let at = "2026-11-23T13:48:00+09:00".parse().unwrap();
    let slot = super::screen::capture::slot(interview.id);
    let draft =
        Draft { study: interview.study, slot, text: "도입이 늦어지면".into(), context: "concern".into(), at };
    let script = Script::with(research, Lang::En, vec![draft]).shows("도입이 늦어지면").shows("12m ago");
    let script = script.later(120).shows("14m ago").keys("x").shows("Discard the unfinished line?");
    let script = script.keys("<esc>").shows("도입이").keys("x1").hides("도입이").shows("discarded");
    assert!(script.model.world.drafts.is_empty());
}

#[test]
fn the_guide_says_what_became_of_each_question_and_what_comes_next() {
    let script = Script::on(sample()).keys("<enter>g").shows("14 of 14 still open").keys("a");
    let script = script.shows("13 of 14 still open").keys("c").shows("12 of 14").keys("G0").shows("13 of 14");
    let research = &script.model.world.research;
    let interview = research.interviews_of(participant(&script, "P13").id)[0].id;
    let states: Vec<AskedState> = research.asked_in(interview).map(|asked| asked.state).collect();
    assert_eq!(states, [AskedState::Asked]);
}

#[test]
fn a_question_is_made_changed_moved_and_dropped() {
    let script = Script::on(sample_en()).keys("gn").keys("Who paid?<tab><c-u>Concern<tab>And why? / And when?<enter>");
    let last = |script: &Script| script.model.world.research.guide().last().map(|it| (**it).clone()).unwrap();
    assert_eq!((last(&script).text.as_str(), last(&script).subject), ("Who paid?", crate::domain::Subject::Concern));
    assert_eq!(last(&script).probes, ["And why?", "And when?"]);
    let script = script.keys("GK");
    assert_ne!(last(&script).text, "Who paid?");
    let script = script.shows("Who paid?").keys("e<end> Really?<enter>").shows("Who paid? Really?").keys("x");
    script.shows("Drop this question?").keys("1").hides("Who paid?");
}

#[test]
fn the_first_enter_is_the_right_one() {
    // P12 was left running days ago; the call of today goes before it.
    Script::on(sample()).keys("<enter>").shows(" P13").shows("Before the call");
    Script::on(sample()).keys("<home><enter>").shows(" P12").hides("Before the call");
    let script = Script::on(sample()).keys("<enter><enter>1<enter>하나<enter><c-o>").shows("whybuy");
    script.keys("<enter>").shows(" P13").shows("하나").hides("Before the call");
}

//! What the keys of a brief do to it.

use crate::domain::{Record, Research};
use crate::tui::script::{Script, sample};

/// The sample before anybody decided anything.
fn undecided() -> Research {
    let records = sample().records().collect::<Vec<Record>>().into_iter();
    Research::of(records.filter(|it| !matches!(it, Record::Judgement(_) | Record::TriggerCard(_)))).unwrap()
}

fn brief() -> Script {
    Script::on(undecided()).sized(100, 40).keys("b<enter><enter>")
}

#[test]
fn a_claim_is_headed_in_a_persons_words_and_the_theme_stays_below() {
    let script = brief().keys("e<c-u>감사 일정이 정한다<enter>");
    let script = script.shows("감사 일정이 정한다").shows("Heading by HE, 11-23: an interpretation");
    let script = script.keys("e<c-u><enter>").hides("감사 일정이 정한다").hides("Heading by HE");
    assert!(script.model.world.research.judgements().is_empty());
}

#[test]
fn a_claim_is_left_out_with_its_reason_and_brought_back() {
    let script = brief().keys("x<enter>");
    assert!(script.model.world.research.judgements().is_empty(), "a reason is asked for");
    let script = script.keys("너무 넓다<enter>");
    assert_eq!(script.model.world.research.judgements().len(), 1);
    let mut script = script;
    for _ in 0..9 {
        if !script.screen().contains("bring back") {
            script = script.keys("<tab>");
        }
    }
    let script = script.shows("Left out").shows("너무 넓다 (HE, 11-23)").keys("x").hides("너무 넓다");
    assert!(script.model.world.research.judgements().is_empty());
}

#[test]
fn which_two_lines_are_printed_is_chosen_among_all() {
    let script = brief().keys("<enter>").shows("of");
    let before = script.screen();
    let script = script.keys("jj+");
    assert_ne!(script.screen(), before);
    let judgement = script.model.world.research.judgements().values().next().unwrap().clone();
    assert_eq!(judgement.quotes.len(), 2);
    let script = script.keys("-");
    assert_eq!(script.model.world.research.judgements().values().next().unwrap().quotes.len(), 1);
}

#[test]
fn a_trigger_has_its_card_and_hangul_letters_act() {
    let script = brief().keys("ㅊ").shows("Rejected").keys("<tab>감사 지적<tab>일정이 당겨진다<tab><down><enter>");
    let card = script.model.world.research.trigger_cards().values().next().unwrap().clone();
    assert_eq!((card.event.as_str(), card.cause.as_str(), card.trackable), ("", "감사 지적", Some(true)));
}

#[test]
fn the_numbers_of_the_study_are_changed_and_bad_ones_told() {
    let script = Script::on(sample()).keys("b<enter>o6<enter>");
    assert_eq!(script.model.world.study().unwrap().settings.stop.base, 6);
    let script = script.keys("o600<enter>");
    assert_eq!(script.model.world.study().unwrap().settings.stop.base, 6);
    script.keys("ox<enter>").shows("base");
}

#[test]
fn the_gate_leads_to_the_draft_the_curve_and_the_request() {
    let script = Script::on(sample()).keys("b<enter>").shows("Before the brief");
    let mut script = script.keys("p").shows("Recruit:").keys("y");
    let copied = script.take_effects().into_iter().find_map(|it| match it {
        crate::tui::effect::Effect::Copy(text) => Some(text),
        _ => None,
    });
    assert!(copied.unwrap().contains("Recruit:"));
    script.keys("<esc>s").shows("Stop rule").keys("<enter>").shows("Other orders").keys("<esc><enter>").shows("draft");
}

/// What is saved of a session.
fn steps(script: &mut Script) -> Vec<String> {
    let saved = script.take_effects().into_iter().filter_map(|it| match it {
        crate::tui::effect::Effect::Save(step, _) => Some(step.name),
        _ => None,
    });
    saved.collect()
}

#[test]
fn a_brief_is_published_once_written_to_files_and_stale_when_something_changes() {
    let mut script = brief().keys("P1");
    let effects = script.take_effects();
    let written = effects.iter().filter_map(|it| match it {
        crate::tui::effect::Effect::Write(file, text) => Some((file.display().to_string(), text.len())),
        _ => None,
    });
    let written: Vec<_> = written.collect();
    let endings: Vec<&str> = written.iter().filter_map(|(file, _)| Some(file.split_once("개발팀장.v1.")?.1)).collect();
    assert_eq!(endings, ["md", "html", "quotes.csv", "json"]);
    assert!(written.iter().all(|(_, length)| *length > 1000));
    let edition = script.model.world.research.editions().values().next().unwrap().clone();
    assert_eq!((edition.number, edition.by.as_str(), edition.hash.len()), (1, "HE", 64));
    let script = script.shows("after v1").keys("P2").shows("v1");
    assert_eq!(script.model.world.research.editions().len(), 1, "nothing is published twice");
    let script = script.keys("<esc><esc><esc>").hides("Stale").keys("b<enter><enter>jjx너무 넓다<enter>");
    let script = script.keys("d").shows("→ draft").hides("Nothing").keys("<esc>");
    script.keys("<esc><esc><esc>").shows("Stale").shows("1 claim moved");
}

#[test]
fn a_finding_stops_the_publishing_until_it_has_a_reason() {
    let mut research = sample();
    let persona = research.personas().values().find(|it| it.name == "개발팀장").unwrap().id;
    let quoted = crate::domain::brief::draft(&research, persona).unwrap().claims[0].shown[0].clone();
    let key = research.resolve(&quoted.parse().unwrap()).unwrap();
    let mut note = research.notes()[&key.id].clone();
    note.text = format!("{} 010-1234-5678", note.text);
    research.apply(note.into()).unwrap();
    let mut script = Script::on(research).sized(100, 40).keys("b<enter><enter>P2");
    assert!(steps(&mut script).is_empty());
    let script = script.keys("v").shows("010-1234-5678").shows("leaks 1").keys("Ga가짜 번호<enter>");
    let mut script = script.shows("allowed: 가짜 번호").shows("leaks 0");
    assert_eq!(steps(&mut script), ["allow-leak"]);
    let mut script = script.keys("<esc>P2");
    assert_eq!(steps(&mut script), ["publish-brief"]);
}

/// Shows B17.
#[test]
fn the_worst_of_the_journey_stands_below_the_claims_and_opens_its_lines() {
    let script = Script::on(sample()).sized(80, 24).keys("b<enter><enter>").keys(&"<tab>".repeat(5));
    let script = script.shows("The worst first").shows("severity");
    let persona = script.model.world.research.personas().values().find(|it| it.name == "개발팀장").unwrap().id;
    let worst = crate::domain::briefing::of(&script.model.world.research, persona).unwrap().worst;
    script
        .shows(&worst[0].pain)
        .keys("<enter>")
        .shows(&worst[0].pain)
        .shows(worst[0].lines[0].split('.').next().unwrap());
}

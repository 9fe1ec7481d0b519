//! The keys of the live capture against the table that they were promised in (`spec/stories.md` 5.0): every row
//! exists exactly, and each key does what its second way does.

use crossterm::event::KeyCode;

use crate::domain::{Record, Subject};
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::keymap::{self, Chord, Place};
use crate::tui::script::{Script, sample};
use crate::words::Lang;

/// A capture with one line, in which time stands still.
fn capture(lang: Lang) -> Script {
    let mut script = Script::with(sample(), lang, Vec::new()).keys("n<enter><enter>5하나<enter>").later(60).saved();
    script.take_effects();
    script
}

/// What came of some keys: the screen once everything is on disk, and what was sent beyond drafts.
fn outcome(lang: Lang, keys: &str) -> (String, Vec<String>) {
    let mut script = capture(lang).keys(keys).saved();
    let sent = script.take_effects().into_iter().filter_map(|effect| match effect {
        Effect::Draft(..) => None,
        Effect::Save(step, _) => Some(format!("{} {:?}", step.name, step.edits)),
        other => Some(format!("{other:?}")),
    });
    let sent = sent.collect();
    (script.screen(), sent)
}

/// One row of the table: the action, what it is called in the keymap, its keys, and its slash words.
struct Promise {
    action: Action,
    keys: &'static [&'static str],
    slashes: &'static [&'static str],
}

const fn promise(action: Action, keys: &'static [&'static str], slashes: &'static [&'static str]) -> Promise {
    Promise { action, keys, slashes }
}

/// The table. Keys as they are shown, slash words as they are typed.
const TABLE: &[Promise] = &[
    promise(Action::Trigger, &["F1", "Alt+1"], &["/계 ", "/t "]),
    promise(Action::Criteria, &["F2", "Alt+2"], &["/판 ", "/c "]),
    promise(Action::Benefit, &["F3", "Alt+3"], &["/기 ", "/b "]),
    promise(Action::Concern, &["F4", "Alt+4"], &["/우 ", "/w "]),
    promise(Action::PostPurchase, &["F5", "Alt+5"], &["/후 ", "/p "]),
    promise(Action::Path, &["F6", "Alt+6"], &["/길 ", "/path "]),
    promise(Action::Recorder, &["F7", "Alt+7"], &["/rec<enter>", "/녹음<enter>"]),
    promise(Action::Feeling, &["F8", "Alt+8"], &["/-2<enter>"]),
    promise(Action::Star, &["F9", "Alt+9"], &["/*<enter>"]),
    promise(Action::Back, &["Esc"], &["/-<enter>", "/- "]),
    promise(Action::Mark, &["^K"], &[]),
    promise(Action::Correct, &["Up"], &[]),
    promise(Action::Search, &["^F"], &["/find ", "/find<enter>", "/찾기 "]),
    promise(Action::Undo, &["^Z"], &["/undo<enter>", "/되돌리기<enter>"]),
    promise(Action::Redo, &["^Y"], &["/redo<enter>", "/다시<enter>"]),
    promise(Action::Commands, &["^P"], &["/?<enter>"]),
];

/// A key as a script writes it.
fn scripted(key: &str) -> String {
    let key = key.replace("Alt+", "a-").replace('^', "c-");
    format!("<{}>", key.to_lowercase())
}

#[test]
fn every_row_of_the_table_is_there() {
    let keymap = keymap::Keymap::default();
    for Promise { action, keys, .. } in TABLE {
        let bound = keymap.bindings(Place::Capture).find(|binding| binding.action == *action);
        let shown: Vec<String> = bound.unwrap().keys.iter().map(ToString::to_string).collect();
        assert_eq!(shown, *keys, "{action}");
    }
}

#[test]
fn each_key_and_each_second_way_do_the_same() {
    for lang in [Lang::En, Lang::Ko] {
        for Promise { action, keys, slashes } in TABLE {
            // A capture begins unsorted: there Esc would change nothing.
            let start = if *action == Action::Back { "<f2>" } else { "" };
            let outcome = |lang, keys: &str| outcome(lang, &format!("{start}{keys}"));
            let first = outcome(lang, &scripted(keys[0]));
            assert!(first != outcome(lang, ""), "{action} does nothing");
            for other in keys[1..].iter().map(|key| scripted(key)).chain(slashes.iter().map(|it| (*it).to_owned())) {
                assert_eq!(outcome(lang, &other), first, "{other} is not {}", keys[0]);
            }
        }
    }
}

#[test]
fn the_feeling_goes_round_as_the_slash_words_name_it() {
    for (times, slash) in [(1, "/-2"), (2, "/-1"), (3, "/+0"), (4, "/+1"), (5, "/+2")] {
        let cycled = outcome(Lang::Ko, &"<f8>".repeat(times));
        assert_eq!(outcome(Lang::Ko, &format!("{slash}<enter>")).0, cycled.0, "{slash}");
    }
}

#[test]
fn a_theme_is_marked_from_the_key_and_from_its_sign() {
    let marked = |keys: &str| {
        let script = capture(Lang::Ko).keys(keys).saved();
        let research = &script.model.world.research;
        let note = research.notes().values().find(|note| note.text == "값을 견줌").unwrap();
        research.marks_of(note.id).map(|mark| research.themes()[&mark.theme].name.clone()).collect::<Vec<_>>()
    };
    let by_key = marked("<f2>값을 견줌<c-k>총비용<enter><enter>");
    assert_eq!(by_key.len(), 1);
    assert_eq!(marked("<f2>값을 견줌 #총비<tab><enter>"), by_key);
    assert_eq!(marked(&format!("<f2>값을 견줌 #{}<enter>", by_key[0])), by_key);
}

#[test]
fn a_participant_is_written_as_a_code() {
    let script = capture(Lang::Ko).keys("김 과장은 @P03 을 따랐다고<enter>");
    let notes = script.model.world.research.notes();
    let last = notes.values().max_by_key(|note| note.id).map(|note| Record::from(note.clone()));
    assert!(format!("{last:?}").contains("P03"));
}

#[test]
fn a_sign_after_a_space_is_text() {
    for sign in ["\"", "!", "?", "/"] {
        let script = capture(Lang::En).keys(&format!(" {sign}word<enter>"));
        let notes = script.model.world.research.notes();
        assert!(notes.values().any(|note| note.text == format!("{sign}word")), "{sign}");
    }
}

#[test]
fn the_six_subjects_have_their_keys_in_order() {
    let keymap = keymap::Keymap::default();
    let all: Vec<Action> = (1..=6)
        .filter_map(|n| keymap.find(Place::Capture, Chord { code: KeyCode::F(n), ctrl: false, alt: false }))
        .collect();
    let subjects: Vec<Subject> = all.iter().filter_map(|action| action.subject()).collect();
    assert_eq!(subjects, Subject::ALL);
}

#[test]
fn a_remapped_key_is_what_the_screen_says_and_does() {
    let (config, _) = crate::config::read("[keys.capture]\ntrigger = \"^X\"\n[keys.home]\nnew = \"+\"", "config.toml");
    let mut script = Script::on(sample());
    script.model.world.configure(&config.keys, config.probes, Vec::new());
    let script = script.shows("+ new interview").keys("+<enter><enter>5").shows("^X");
    let script = script.keys("<f1>").shows("[Unsorted]").keys("<c-x>").shows("[Trigger]");
    script.keys("/help<enter>").shows("^X, /t /계").hides("F1");
}

#[test]
fn what_is_wrong_with_the_settings_is_told_at_the_start_and_listed_in_the_help() {
    for (lang, told) in [(Lang::En, "(1 more: ?, /help)"), (Lang::Ko, "(1건 더: ?, /도움말)")] {
        let text = "palete = 1\n[keys.capture]\nstar = \"F2\"\nnext = \"F12\"";
        let (config, faults) = crate::config::read(text, "config.toml");
        let mut script = Script::with(sample(), lang, Vec::new()).sized(120, 40);
        script.model.world.configure(&config.keys, config.probes, faults);
        let script = script.shows("config.toml:1: ").shows(told).keys("?").hides(told);
        let script = script.keys("G").shows("config.toml:1: ").shows("config.toml:3: ");
        script.later(60).keys("<esc>").hides("config.toml");
    }
}

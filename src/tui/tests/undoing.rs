//! Undo asks before it goes where nobody looks: into the work of another window, of an earlier session, or behind the
//! beginning of a call. And the history: what was done, by whom, and what each step did.

use super::session;
use crate::domain::{Id, Key, Kind, Record};
use crate::library::{News, Next, Past, Turned, Undone};
use crate::tui::effect::Effect;
use crate::tui::script::{Script, sample};
use crate::words::Lang;

fn next(script: &Script, name: &str, kinds: &[Kind]) -> Next {
    Next {
        step: 7,
        name: name.into(),
        about: "P14-L001".into(),
        at: script.model.world.now,
        author: "seongmin".into(),
        token: None,
        kinds: kinds.to_vec(),
    }
}

fn capture() -> Script {
    let mut script = Script::on(sample()).keys("n<enter><enter>5하나<enter>").saved();
    script.take_effects();
    script
}

#[test]
fn a_line_of_this_call_is_undone_at_once() {
    let mut script = capture().keys("<c-z>");
    let study = script.model.world.study().unwrap().id;
    assert_eq!(script.take_effects(), [Effect::Undo(study)]);
    // A line, and that it was put on the map.
    for kinds in [[Kind::Note, Kind::Mark], [Kind::Journey, Kind::Entry]] {
        let next = next(&script, "log-line", &kinds);
        script.model.world.undo_asked = script.model.world.pressed;
        script.news(News::NextUndo { next, own: true });
        assert_eq!(script.take_effects(), [Effect::UndoStep(study, 7)]);
    }
    let undone = Undone { name: "log-line".into(), about: "P14-L001".into(), edits: Vec::new(), seq: 1 };
    script.news(News::Undone { undone, redo: false });
    script.shows("Undone: P14-L001 logged");
}

#[test]
fn what_another_window_did_is_named_and_asked() {
    let mut script = capture();
    let study = script.model.world.study().unwrap().id;
    let next = next(&script, "log-line", &[Kind::Note]);
    script.model.world.undo_asked = script.model.world.pressed;
    script.news(News::NextUndo { next: next.clone(), own: false });
    let mut script = script.shows("Undo “P14-L001 logged”?").shows("This window did not do it: seongmin");
    assert!(script.take_effects().is_empty());
    script = script.keys("<enter>").shows("Undo “").keys("<esc>").hides("Undo “");
    assert!(script.take_effects().is_empty(), "nothing was undone");
    script.model.world.undo_asked = script.model.world.pressed;
    script.news(News::NextUndo { next, own: false });
    script = script.keys("1").hides("Undo “");
    assert_eq!(script.take_effects(), [Effect::UndoStep(study, 7)]);
}

#[test]
fn the_beginning_of_a_call_is_not_undone_by_the_way() {
    for (name, kinds) in [("start-interview", vec![Kind::Interview]), ("new-participant", vec![Kind::Participant])] {
        let mut script = capture();
        let next = next(&script, name, &kinds);
        script.model.world.undo_asked = script.model.world.pressed;
        script.news(News::NextUndo { next, own: true });
        let mut script = script.shows("It is older than the lines of this call");
        assert!(script.take_effects().is_empty());
    }
    let mut script = capture().later(600);
    let mut old = next(&script, "log-line", &[Kind::Note]);
    old.at = "2026-11-23T13:00:00+09:00".parse().unwrap();
    script.model.world.undo_asked = script.model.world.pressed;
    script.news(News::NextUndo { next: old.clone(), own: true });
    script = script.shows("older than the lines of this call").keys("<esc>").keys("<c-o>");
    script.take_effects();
    script.model.world.undo_asked = script.model.world.pressed;
    script.news(News::NextUndo { next: old, own: true });
    assert!(matches!(script.take_effects()[..], [Effect::UndoStep(..)]), "at home it is what it says");
}

#[test]
fn a_wiped_field_comes_back_before_anything_is_undone() {
    let mut script = capture().keys("도입이 늦어지면 감사와<c-u>").hides("도입이").keys("<c-z>");
    assert!(!script.take_effects().iter().any(|effect| matches!(effect, Effect::Undo(_))));
    script = script.shows("도입이 늦어지면 감사와").keys(" 겹침<left><left><c-u>").keys("<c-z>").shows("감사와 겹침");
    script.take_effects();
    script = script.keys("<c-z>");
    assert!(matches!(script.take_effects()[..], [Effect::Undo(_)]));
    // What was typed since is worth more than what was wiped before it.
    let script = capture().keys("전<c-u>후<c-z>").shows("후").hides("전");
    let script = script.keys("<esc><c-f>견적<c-u><c-z>").shows("견적").keys("<esc>");
    script.keys("<c-k>총비<c-u><c-z>").shows("총비");
}

fn past(step: i64, name: &str, about: &str, undone: bool) -> Past {
    let at = "2026-11-23T13:59:00+09:00".parse().unwrap();
    Past { step, name: name.into(), about: about.into(), at, author: "jiyun".into(), edits: 1, undone }
}

fn history(lang: Lang) -> Script {
    let mut script = session(lang).keys("h");
    let study = script.model.world.study().unwrap().id;
    assert_eq!(script.take_effects(), [Effect::History(study)]);
    script.news(News::History(vec![
        past(41, "log-line", "P07-L041", true),
        past(40, "mark-theme", "P07-L040", false),
        past(39, "end-interview", "P06", false),
    ]));
    script
}

#[test]
fn the_history_lists_the_steps_and_tells_what_is_undone() {
    for lang in [Lang::En, Lang::Ko] {
        for (columns, rows) in [(40, 20), (80, 24)] {
            let script = history(lang).sized(columns, rows);
            assert_eq!(script.faults(), [""; 0]);
            insta::assert_snapshot!(format!("history_{}_{columns}x{rows}", lang.name()), script.screen());
        }
    }
}

#[test]
fn undo_and_redo_work_from_the_history_and_it_follows() {
    let mut script = history(Lang::En).keys("r");
    let study = script.model.world.study().unwrap().id;
    assert_eq!(script.take_effects(), [Effect::Redo(study)]);
    script = script.keys("u");
    assert_eq!(script.take_effects(), [Effect::Undo(study)]);
    let undone = Undone { name: "mark-theme".into(), about: "P07-L040".into(), edits: Vec::new(), seq: 1 };
    script.news(News::Undone { undone, redo: false });
    assert_eq!(script.take_effects(), [Effect::History(study)]);
}

#[test]
fn a_step_is_explained_record_by_record_and_nothing_of_who_withdrew_is_told() {
    let mut script = history(Lang::En).keys("<enter>");
    assert_eq!(script.take_effects(), [Effect::Explain(41)]);
    let research = script.model.world.research.clone();
    let before = research.notes().values().next().unwrap().clone();
    let mut after = before.clone();
    after.text = "a better wording".into();
    let turned =
        |before: Option<Record>, after: Option<Record>, id: Id| Turned { key: Key::new(Kind::Note, id), before, after };
    let changes = vec![turned(Some(before.clone().into()), Some(after.into()), before.id)];
    script.news(News::Explained { step: 41, changes });
    let script = script.shows("P07-L041 logged").shows("line changed: [").shows("→").shows("a better wording");
    script.shows("jiyun").keys("<esc>").hides("a better wording");

    let mut script = Script::on(sample()).keys("h");
    script.news(News::History(vec![past(41, "log-line", "P11-L002", false)]));
    let research = &script.model.world.research;
    let person = research.participant_by_code("P11").unwrap();
    let note = research.notes_of(research.interviews_of(person.id)[0].id).next().unwrap().clone();
    let text = note.text.clone();
    script.news(News::Explained { step: 41, changes: vec![turned(None, Some(note.clone().into()), note.id)] });
    script.shows("new line").hides(&text);
}

#[test]
fn the_history_is_one_word_away_in_a_call() {
    for word in ["/history", "/기록"] {
        let mut script = capture().keys(word).keys("<enter>").shows("History");
        assert!(script.take_effects().iter().any(|effect| matches!(effect, Effect::History(_))));
        script.keys("<esc>").shows("[Unsorted]");
    }
}

#[test]
fn a_question_that_comes_late_takes_no_key_of_the_line() {
    let script = capture().keys("<c-z>").keys("1번 후보");
    let next = next(&script, "log-line", &[Kind::Note]);
    let mut script = script;
    script.news(News::NextUndo { next, own: false });
    script.shows("1번 후보").hides("Undo “").shows("This window did not do it").keys("가<enter>").shows("1번 후보가");
}

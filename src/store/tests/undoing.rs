//! Undo and redo: by study, through restarts, with a name, and never over somebody else's change.

use super::*;
use crate::error::ErrorKind;
use crate::store::Past;

fn texts(store: &Store) -> Vec<String> {
    store.load(id(STUDY)).unwrap().notes().values().map(|note| note.text.clone()).collect()
}

fn undo(store: &mut Store) -> Option<String> {
    store.undo(id(STUDY), moment()).unwrap().map(|undone| format!("{} {}", undone.name, undone.about))
}

fn redo(store: &mut Store) -> Option<String> {
    store.redo(id(STUDY), moment()).unwrap().map(|undone| format!("{} {}", undone.name, undone.about))
}

fn with_three_lines() -> (tempfile::TempDir, Store) {
    let (folder, mut store) = opened();
    for (n, text) in [(1, "하나"), (2, "둘"), (3, "셋")] {
        save(&mut store, 100 + u128::from(n), line(100 + u128::from(n), n, text));
    }
    (folder, store)
}

#[test]
fn undo_and_redo_name_the_step_and_survive_a_restart() {
    let (_folder, mut store) = with_three_lines();
    assert_eq!(undo(&mut store).unwrap(), "log-line P01-L003");
    assert_eq!(undo(&mut store).unwrap(), "log-line P01-L002");
    assert_eq!(texts(&store), ["하나"]);
    let path = store.path().to_owned();
    drop(store);
    let mut store = Store::open(&path, "a").unwrap();
    assert_eq!(redo(&mut store).unwrap(), "log-line P01-L002");
    assert_eq!(undo(&mut store).unwrap(), "log-line P01-L002");
    assert_eq!(redo(&mut store).unwrap(), "log-line P01-L002");
    assert_eq!(redo(&mut store).unwrap(), "log-line P01-L003");
    assert_eq!(redo(&mut store), None);
    assert_eq!(texts(&store), ["하나", "둘", "셋"]);
}

#[test]
fn something_new_ends_what_could_be_redone() {
    let (_folder, mut store) = with_three_lines();
    undo(&mut store);
    save(&mut store, 200, line(104, 3, "넷"));
    assert_eq!(redo(&mut store), None);
    assert_eq!(undo(&mut store).unwrap(), "log-line P01-L003");
    assert_eq!(undo(&mut store).unwrap(), "log-line P01-L002");
    assert_eq!(redo(&mut store).unwrap(), "log-line P01-L002");
    assert_eq!(texts(&store), ["하나", "둘"]);
}

#[test]
fn the_history_shows_what_is_undone() {
    let (_folder, mut store) = with_three_lines();
    undo(&mut store);
    let history = store.history(id(STUDY), 3).unwrap();
    let shown: Vec<_> = history.iter().map(|past| (past.about.as_str(), past.edits, past.undone)).collect();
    assert_eq!(shown, [("P01-L003", 1, true), ("P01-L002", 1, false), ("P01-L001", 1, false)]);
    let (name, about, author) = ("log-line".to_owned(), "P01-L003".to_owned(), "민지".to_owned());
    assert_eq!(history[0], Past { step: 4, name, about, at: moment(), author, edits: 1, undone: true });
    redo(&mut store);
    assert!(store.history(id(STUDY), 10).unwrap().iter().all(|past| !past.undone));
}

#[test]
fn a_study_undoes_its_own_steps_only() {
    let (_folder, mut store) = with_three_lines();
    let mut other = study();
    (other.id, other.name) = (id(2), "다른 연구".to_owned());
    save(&mut store, 300, Step::new(id(2), "new-study", "다른 연구").put(other));
    assert_eq!(undo(&mut store).unwrap(), "log-line P01-L003");
    assert_eq!(store.undo(id(2), moment()).unwrap().unwrap().about, "다른 연구");
    assert_eq!(store.undo(id(2), moment()).unwrap(), None);
    assert_eq!(store.studies().unwrap().len(), 1);
    assert_eq!(store.redo(id(2), moment()).unwrap().unwrap().name, "new-study");
    assert_eq!(store.undo(id(9), moment()).unwrap(), None);
}

#[test]
fn a_record_that_is_no_longer_what_the_step_left_is_not_undone() {
    let (_folder, mut store) = with_three_lines();
    store.db.execute("UPDATE note SET text = '남이 고침' WHERE number = 3", []).unwrap();
    let seq = store.seq().unwrap();
    let error = store.undo(id(STUDY), moment()).unwrap_err();
    assert_eq!((error.kind, error.key), (ErrorKind::Refused, "changed-since"));
    assert_eq!((texts(&store)[2].as_str(), store.seq().unwrap()), ("남이 고침", seq));
}

#[test]
fn an_undo_is_in_the_log_with_its_edits_and_position() {
    let (_folder, mut store) = with_three_lines();
    let seq = store.seq().unwrap();
    let undone = store.undo(id(STUDY), moment()).unwrap().unwrap();
    assert_eq!(undone.seq, seq + 1);
    let logged: Vec<_> = store.since(seq, 10).unwrap().into_iter().map(|change| change.edit).collect();
    assert_eq!(logged, undone.edits);
}

#[test]
fn an_undo_that_landed_in_spite_of_an_error_is_found() {
    let (_folder, mut store) = with_three_lines();
    let newest: i64 = store.db.query_row("SELECT max(step) FROM step", [], |row| row.get(0)).unwrap();
    let undone = store.undo(id(STUDY), moment()).unwrap();
    assert_eq!(store.landed(id(STUDY), newest), undone);
    assert_eq!(store.landed(id(STUDY), newest + 1), None);
}

#[test]
fn the_next_to_undo_is_named_and_only_that_one_is_undone() {
    let (_folder, mut store) = with_three_lines();
    let next = store.next_to_undo(id(STUDY)).unwrap().unwrap();
    assert_eq!((next.name.as_str(), next.about.as_str()), ("log-line", "P01-L003"));
    assert_eq!((next.kinds, next.token), (vec![crate::domain::Kind::Note], Some(id(103))));
    save(&mut store, 200, line(104, 4, "넷"));
    assert!(store.undo_step(id(STUDY), next.step, moment()).unwrap().is_none(), "another one came in between");
    assert_eq!(texts(&store).len(), 4);
    let newest = store.next_to_undo(id(STUDY)).unwrap().unwrap();
    assert_eq!(store.undo_step(id(STUDY), newest.step, moment()).unwrap().unwrap().about, "P01-L004");
    assert_eq!(store.next_to_undo(id(STUDY)).unwrap().unwrap().step, next.step);
    assert!(store.next_to_undo(id(77)).unwrap().is_none());
}

#[test]
fn a_step_is_told_record_by_record() {
    let (_folder, store) = with_three_lines();
    let step = store.history(id(STUDY), 1).unwrap()[0].step;
    let changes = store.changes(step).unwrap();
    assert_eq!(changes.len(), 1);
    assert!(changes[0].before.is_none());
    assert!(matches!(&changes[0].after, Some(crate::domain::Record::Note(note)) if note.text == "셋"));
}

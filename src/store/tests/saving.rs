//! Saving: once, whole or not at all, with two writers, on a full disk.

use std::cell::RefCell;
use std::time::Duration;

use super::*;
use crate::domain::record::Key;
use crate::domain::{Edit, Mark, Record, Stance};
use crate::error::ErrorKind;
use crate::store::{Change, Draft, Saved};

fn number_of(store: &Store, number: u128) -> u32 {
    store.load(id(STUDY)).unwrap().notes()[&id(number)].number
}

#[test]
fn the_same_batch_saved_twice_is_stored_once() {
    let (_folder, mut store) = opened();
    let again = batch(7, line(100, 1, "견적이 늦었다"));
    let first = store.save(&again).unwrap();
    assert_eq!(first, Saved { before: 6, seq: 7, amended: Vec::new() });
    assert_eq!(store.save(&again).unwrap(), Saved { before: 7, seq: 7, amended: Vec::new() });
    let mut two = batch(7, line(100, 1, "견적이 늦었다"));
    two.steps.extend(batch(8, line(101, 2, "too late")).steps);
    assert_eq!(store.save(&two).unwrap(), Saved { before: 7, seq: 8, amended: Vec::new() });
    assert_eq!(store.history(id(STUDY), 10).unwrap().len(), 3);
}

#[test]
fn a_batch_is_saved_whole_or_not_at_all() {
    let (_folder, mut store) = opened();
    let before = store.load_at(id(STUDY)).unwrap();
    let mut bad = batch(2, line(100, 1, "첫 줄"));
    let mark = Mark::new((id(200), id(STUDY)), id(999), id(THEME), Stance::Supports);
    bad.steps.extend(batch(3, Step::new(id(STUDY), "mark", "P01-L001").put(mark)).steps);
    bad.drafts.push(draft("capture:1", "쓰다 만"));
    let error = store.save(&bad).unwrap_err();
    assert_eq!((error.kind, error.key), (ErrorKind::Refused, "needs-missing"));
    assert!(error.facts.contains(&("step", "mark".to_owned())), "{error}");
    assert_eq!(store.load_at(id(STUDY)).unwrap(), before);
    assert_eq!(store.drafts(id(STUDY)).unwrap(), Vec::new());
}

#[test]
fn what_the_research_refuses_the_store_refuses_too() {
    let (_folder, mut store) = opened();
    save(&mut store, 2, line(100, 1, "첫 줄"));
    let mut other_study = theme();
    other_study.study = id(2);
    let mut twin = theme();
    twin.id = id(13);
    let mut blank = note(101, 2, " ");
    blank.feeling = None;
    for (step, key) in [
        (remove(Kind::Participant, PARTICIPANT), "still-needed"),
        (remove(Kind::Note, 999), "record-missing"),
        (line(101, 2, ""), "text-empty"),
        (Step::new(id(STUDY), "s", "").put(blank), "text-empty"),
        (Step::new(id(STUDY), "s", "").put(twin), "already-there"),
        (Step::new(id(STUDY), "s", "").put(other_study), "other-study"),
        (Step::new(id(2), "s", "").put(theme()), "other-study"),
        (Step::new(id(2), "s", "").remove(Kind::Note, id(100)), "other-study"),
    ] {
        let error = store.save(&batch(3, step)).unwrap_err();
        assert_eq!((error.kind, error.key), (ErrorKind::Refused, key), "{error}");
    }
}

#[test]
fn a_number_that_another_process_took_is_given_out_anew() {
    let (_folder, mut a) = opened();
    let mut b = a.another().unwrap();
    save(&mut a, 2, line(100, 1, "에이의 줄"));
    let saved = b.save(&batch(3, line(101, 1, "비의 줄"))).unwrap();
    assert_eq!((saved.before, saved.seq), (7, 8));
    assert_eq!(saved.amended, [Edit::from(note(101, 2, "비의 줄"))]);
    assert_eq!(b.history(id(STUDY), 1).unwrap()[0].about, "P01-L002");

    // b has not heard of its new number yet and changes the line once more: it keeps what it got.
    let saved = b.save(&batch(4, line(101, 1, "비의 고친 줄"))).unwrap();
    assert_eq!(saved.amended, [Edit::from(note(101, 2, "비의 고친 줄"))]);
    assert_eq!((number_of(&a, 100), number_of(&a, 101)), (1, 2));

    // An attempt that had landed tells its changed number again.
    let again = b.save(&batch(3, line(101, 1, "비의 줄"))).unwrap();
    assert_eq!(again.amended, [Edit::from(note(101, 2, "비의 고친 줄"))]);

    let mut code = participant(21, "P01");
    code.persona = None;
    let saved = a.save(&batch(5, Step::new(id(STUDY), "new-participant", "P01").put(code.clone()))).unwrap();
    code.code = "P02".to_owned();
    assert_eq!(saved.amended, [Edit::from(code)]);
    assert_eq!(a.history(id(STUDY), 1).unwrap()[0].about, "P02");

    // The numbers of another participant are their own.
    save(&mut a, 6, Step::new(id(STUDY), "plan", "P02").put(interview(31, 21)));
    let mut other = note(102, 1, "다른 사람");
    other.interview = id(31);
    let saved = a.save(&batch(7, Step::new(id(STUDY), "log-line", "P02-L001").put(other))).unwrap();
    assert_eq!(saved.amended, []);
}

#[test]
fn two_processes_see_each_other() {
    let (_folder, mut a) = opened();
    let mut b = Store::open(a.path(), "두 번째").unwrap();
    let (version_a, version_b) = (a.data_version().unwrap(), b.data_version().unwrap());
    let seq = b.seq().unwrap();
    save(&mut a, 2, line(100, 1, "새 줄"));
    assert_eq!(a.data_version().unwrap(), version_a);
    assert_ne!(b.data_version().unwrap(), version_b);
    let edit = Edit::from(note(100, 1, "새 줄"));
    assert_eq!(b.since(seq, 10).unwrap(), [Change { seq: 7, study: id(STUDY), edit }]);
    save(&mut b, 3, remove(Kind::Note, 100));
    let edit = Edit::Remove(Key::new(Kind::Note, id(100)));
    assert_eq!(a.since(7, 10).unwrap(), [Change { seq: 8, study: id(STUDY), edit }]);
    assert_eq!(a.history(id(STUDY), 1).unwrap()[0].author, "두 번째");
}

/// Many that make the library at the same moment and then all log lines of one person.
#[test]
fn many_writers_lose_nothing_and_share_no_number() {
    const WRITERS: u128 = 6;
    const LINES: u32 = 20;
    let (_folder, path) = library();
    std::thread::scope(|scope| {
        for writer in 1..=WRITERS {
            let path = &path;
            scope.spawn(move || {
                let mut store = Store::open(path, "a").unwrap();
                save(&mut store, 1, beginning());
                for n in 1..=LINES {
                    let token = writer << 32 | u128::from(n);
                    save(&mut store, token, line(token, n, "같은 번호의 줄"));
                }
            });
        }
    });
    let store = Store::open(&path, "a").unwrap();
    let research = store.load(id(STUDY)).unwrap();
    let mut numbers: Vec<u32> = research.notes().values().map(|note| note.number).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=LINES * u32::try_from(WRITERS).unwrap()).collect::<Vec<_>>());
    assert_eq!(store.check().unwrap(), Vec::<String>::new());
}

#[test]
fn a_new_library_may_be_opened_by_many_at_once() {
    for _ in 0..30 {
        let (_folder, path) = library();
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| drop(Store::open(&path, "a").unwrap()));
            }
        });
    }
}

#[test]
fn a_library_that_another_process_holds_is_busy_and_nothing_is_lost() {
    let (_folder, mut a) = opened();
    let b = a.another().unwrap();
    a.db.busy_timeout(Duration::from_millis(20)).unwrap();
    b.db.execute_batch("BEGIN IMMEDIATE").unwrap();
    let waiting = batch(2, line(100, 1, "기다리는 줄"));
    assert_eq!(a.save(&waiting).unwrap_err().kind, ErrorKind::Busy);
    b.db.execute_batch("COMMIT").unwrap();
    a.save(&waiting).unwrap();
    assert_eq!(b.load(id(STUDY)).unwrap().notes().len(), 1);
}

/// Somebody who holds the library and gets on: each time that the other connection gives up, they have committed one
/// more of `left` steps and hold it again.
struct Holder {
    store: Store,
    left: u128,
}

thread_local! {
    static HOLDER: RefCell<Option<Holder>> = const { RefCell::new(None) };
}

impl Holder {
    fn get_on(&mut self) {
        self.store.db.execute_batch("ROLLBACK").unwrap();
        save(&mut self.store, 100 + self.left, line(100 + self.left, 1, "앞의 줄"));
        self.left -= 1;
        if self.left > 0 {
            self.store.db.execute_batch("BEGIN IMMEDIATE").unwrap();
        }
    }
}

/// Gives up at once.
fn no_patience(_: i32) -> bool {
    HOLDER.with_borrow_mut(|holder| holder.as_mut().unwrap().get_on());
    false
}

#[test]
fn whoever_waits_behind_others_who_get_on_is_not_refused() {
    let (_folder, mut waiting) = opened();
    let store = waiting.another().unwrap();
    store.db.execute_batch("BEGIN IMMEDIATE").unwrap();
    HOLDER.set(Some(Holder { store, left: 3 }));
    waiting.db.busy_handler(Some(no_patience)).unwrap();
    save(&mut waiting, 2, line(99, 1, "기다린 줄"));
    assert_eq!(waiting.load(id(STUDY)).unwrap().notes().len(), 4);
    // For ever is too long: after twelve rounds it is said.
    HOLDER.with_borrow_mut(|holder| {
        let holder = holder.as_mut().unwrap();
        holder.store.db.execute_batch("BEGIN IMMEDIATE").unwrap();
        holder.left = 50;
    });
    let more = batch(3, line(98, 1, "기다린 줄"));
    assert_eq!(waiting.save(&more).unwrap_err().kind, ErrorKind::Busy);
    assert_eq!(HOLDER.with_borrow(|holder| holder.as_ref().unwrap().left), 38);
}

#[test]
fn a_full_disk_is_an_error_and_the_same_batch_can_be_saved_afterwards() {
    let (_folder, mut store) = opened();
    let pages: i64 = store.db.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
    store.db.pragma_update(None, "max_page_count", pages).unwrap();
    let long = "아주 긴 줄 ".repeat(2000);
    let mut waiting = batch(2, line(100, 1, long.trim()));
    waiting.drafts.push(draft("capture:1", "쓰다 만"));
    let error = store.save(&waiting).unwrap_err();
    assert_eq!((error.kind, error.key), (ErrorKind::Io, "disk-full"));
    assert!(store.is_in_doubt);
    // The next save connects anew, where the disk has room again.
    assert_eq!(store.save(&waiting).unwrap().seq, 7);
    assert_eq!(store.save(&waiting).unwrap().seq, 7);
    assert_eq!((number_of(&store, 100), store.drafts(id(STUDY)).unwrap().len()), (1, 1));
}

fn draft(slot: &str, text: &str) -> Draft {
    let (slot, text, context) = (slot.to_owned(), text.to_owned(), "concern".to_owned());
    Draft { study: id(STUDY), slot, text, context, at: moment() }
}

#[test]
fn a_draft_comes_back_as_it_was_left() {
    let (_folder, mut store) = opened();
    let drafts = vec![draft("capture:2", "쓰"), draft("capture:1", "다른 칸"), draft("capture:2", "쓰다 만 ㅎ")];
    let saved = store.save(&Batch { steps: Vec::new(), drafts: drafts.clone() }).unwrap();
    assert_eq!((saved.before, saved.seq), (6, 6));
    let path = store.path().to_owned();
    drop(store);
    let mut store = Store::open(&path, "a").unwrap();
    assert_eq!(store.drafts(id(STUDY)).unwrap(), [drafts[1].clone(), drafts[2].clone()]);
    store.save(&Batch { steps: Vec::new(), drafts: vec![draft("capture:2", "")] }).unwrap();
    assert_eq!(store.drafts(id(STUDY)).unwrap(), [drafts[1].clone()]);
    assert_eq!(store.drafts(id(2)).unwrap(), []);
}

#[test]
fn the_log_cannot_be_rewritten() {
    let (_folder, store) = opened();
    for sql in
        ["UPDATE change SET after = NULL", "DELETE FROM change", "UPDATE step SET name = 'x'", "DELETE FROM step"]
    {
        let error = store.db.execute_batch(sql).unwrap_err();
        assert!(error.to_string().contains("append-only"), "{sql}: {error}");
    }
    store
        .db
        .execute_batch("INSERT INTO erase_switch VALUES (1); UPDATE change SET after = NULL WHERE seq = 1")
        .unwrap();
    assert!(store.db.execute_batch("DELETE FROM change").is_err());
    assert!(matches!(store.since(0, 1).unwrap()[0].edit, Edit::Remove(_)));
}

#[test]
fn the_log_tells_what_was_before() {
    let (_folder, mut store) = opened();
    save(&mut store, 2, line(100, 1, "처음"));
    save(&mut store, 3, line(100, 1, "나중"));
    let sql = "SELECT before, after FROM change ORDER BY seq DESC LIMIT 1";
    let texts: (String, String) = store.db.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    let read = |json: &str| serde_json::from_str::<Record>(json).unwrap();
    assert_eq!(read(&texts.0), note(100, 1, "처음").into());
    assert_eq!(read(&texts.1), note(100, 1, "나중").into());
}

#[test]
fn what_a_closed_desk_left_goes_to_one_reader_and_what_an_open_one_types_stays_its_own() {
    let (_folder, mut store) = opened();
    let draft = |slot: &str, text: &str, second: u32| Draft {
        study: id(STUDY),
        slot: slot.to_owned(),
        text: text.to_owned(),
        context: String::new(),
        at: format!("2026-11-22T12:00:{second:02}+09:00").parse().unwrap(),
    };
    let drafts = vec![
        draft("capture:a@open", "somebody types this", 9),
        draft("capture:a@gone", "older", 1),
        draft("capture:a@gone-too", "newer", 2),
        draft("capture:a", "of no desk", 0),
        draft("pulse:a@gone", "-", 3),
        draft("pulse:a@gone-too", "-", 4),
    ];
    store.save(&Batch { steps: Vec::new(), drafts }).unwrap();
    let is_open = |desk: &str| desk == "open";
    let texts = |taken: Vec<Draft>| taken.into_iter().map(|it| (it.slot, it.text)).collect::<Vec<_>>();
    let taken = texts(store.take_drafts(id(STUDY), "me", &is_open).unwrap());
    let wanted = [("capture:a", "newer"), ("capture:a#2", "older"), ("capture:a#3", "of no desk"), ("pulse:a", "-")];
    assert_eq!(taken, wanted.map(|(slot, text)| (slot.to_owned(), text.to_owned())));
    // Once more, and for another reader while we are open.
    assert_eq!(texts(store.take_drafts(id(STUDY), "me", &is_open).unwrap()), taken);
    let both = |desk: &str| desk == "open" || desk == "me";
    assert_eq!(store.take_drafts(id(STUDY), "other", &both).unwrap(), []);
    assert!(store.is_open_elsewhere((id(STUDY), "capture:a"), "other", &both).unwrap());
    assert!(!store.is_open_elsewhere((id(STUDY), "capture:b"), "other", &both).unwrap());
    // When the other window is gone too, its line comes behind those that wait already.
    let nobody = |_: &str| false;
    let taken = store.take_drafts(id(STUDY), "me", &nobody).unwrap();
    assert!(taken.iter().any(|it| it.slot == "capture:a#4" && it.text == "somebody types this"));
}

//! The library as a front end meets it: saved means on disk, another desk hears of it, what was saved is found at
//! once, and what the store refuses is neither lost nor in the way of what follows.
#![allow(clippy::unwrap_used, clippy::panic)]

mod asking;

use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use tempfile::TempDir;

use super::*;
use crate::domain::{
    Consent, Dimension, Interview, Key, Kind, Moment, Note, Participant, Record, Source, Status, Voice,
};

const PATIENCE: Duration = Duration::from_secs(20);

fn moment() -> Moment {
    "2025-11-21T14:00:00+09:00".parse().unwrap()
}

fn options(home: &TempDir, seed: u64) -> Options {
    let mint = Mint::fixed(moment(), seed, 1000);
    Options { file: home.path().join("library.db"), index: home.path().join("index"), author: "jy".to_owned(), mint }
}

fn desk(home: &TempDir, seed: u64) -> (Desk, Receiver<News>) {
    let (sender, receiver): (Sender<News>, _) = channel();
    let sender = Mutex::new(sender);
    let tell = move |news| {
        let _closed = sender.lock().unwrap().send(news);
    };
    (Desk::open(options(home, seed), tell).unwrap(), receiver)
}

/// Waits for the first news that `pick` takes.
fn wait<T>(news: &Receiver<News>, mut pick: impl FnMut(News) -> Option<T>) -> T {
    loop {
        if let Some(found) = pick(news.recv_timeout(PATIENCE).expect("the desk went silent")) {
            return found;
        }
    }
}

fn saved(news: &Receiver<News>, ticket: Ticket) -> Vec<Edit> {
    let mut all = Vec::new();
    wait(news, |it| match it {
        News::Saved { ticket: upto, edits } => {
            all.extend(edits);
            (upto >= ticket).then_some(())
        }
        News::SaveFailed { error, .. } | News::SaveRefused { error, .. } => panic!("{error}"),
        _ => None,
    });
    all
}

/// A study with one participant and one running interview, as a step.
fn ground(mint: &Mint) -> (Step, Id, Id, Id) {
    let (study, person, interview) = (mint.id(), mint.id(), mint.id());
    let participant = Participant {
        id: person,
        study,
        code: "P01".to_owned(),
        persona: None,
        deal: None,
        role: String::new(),
        recruited: None,
        outcome: None,
        attributes: Default::default(),
        consent: Consent::default(),
    };
    let record = Interview {
        id: interview,
        study,
        participant: person,
        label: "2025-11-21".to_owned(),
        date: moment().date(),
        source: Source::Interview,
        status: Status::Running,
        planned: None,
        started: Some(moment()),
        recorder: None,
        ended: None,
        sorted: None,
    };
    let name = "문서보안".to_owned();
    let step = Step::new(study, "import-study", "ground")
        .put(Study::blank(study, name, moment()))
        .put(participant)
        .put(record);
    (step, study, person, interview)
}

fn line(mint: &Mint, study: Id, interview: Id, number: u32, text: &str) -> Note {
    let ids = (mint.id(), study, interview);
    Note { dimension: Dimension::Concern, ..Note::blank(ids, number, text.to_owned(), moment()) }
}

fn log(note: Note) -> Step {
    Step::new(note.study, "log-line", "P01").put(note)
}

fn ask(desk: &Desk, news: &Receiver<News>, generation: u64, text: &str) -> Found {
    desk.search(generation, Request::of(text, 20));
    wait(news, |it| match it {
        News::Found { generation: at, found } if at == generation => Some(*found.unwrap()),
        _ => None,
    })
}

#[test]
fn what_is_told_as_saved_is_there_after_a_restart() {
    let home = tempfile::tempdir().unwrap();
    let (first, news) = desk(&home, 1);
    let (step, study, _, interview) = ground(first.mint());
    first.save(step);
    let mut last = 0;
    for number in 1..=600 {
        last = first.save(log(line(first.mint(), study, interview, number, "도입이 늦어지면 걱정")));
    }
    saved(&news, last);
    drop(first);
    let library = Library::open(options(&home, 9_000)).unwrap();
    assert_eq!(library.load(study).unwrap().notes().len(), 600);
    assert_eq!(library.check().unwrap(), Vec::<String>::new());
}

#[test]
fn a_saved_line_is_found_at_once_and_still_after_the_index_has_followed() {
    let home = tempfile::tempdir().unwrap();
    let (first, news) = desk(&home, 1);
    let (step, study, _, interview) = ground(first.mint());
    first.save(step);
    let note = line(first.mint(), study, interview, 1, "감사 일정과 겹쳐서 무서웠다고");
    saved(&news, first.save(log(note.clone())));
    let found = ask(&first, &news, 1, "감사 일정");
    assert_eq!((found.total, found.people), (1, 1));
    assert_eq!(found.hits[0].line.code, "P01-L001");
    assert!(!found.hits[0].highlights.is_empty());
    saved(&news, first.save(log(note.revised("보안 인증이 없었다고", Voice::Paraphrase, moment()))));
    assert_eq!(ask(&first, &news, 2, "감사").total, 0, "the old wording is found");
    assert_eq!(ask(&first, &news, 3, "보안 인증").total, 1);
    drop(first);
    let (second, news) = desk(&home, 500);
    assert_eq!(ask(&second, &news, 4, "보안").total, 1);
    assert_eq!(ask(&second, &news, 5, "감사").total, 0);
}

#[test]
fn two_desks_on_one_library_hear_each_other_and_agree_in_the_end() {
    let home = tempfile::tempdir().unwrap();
    let (one, one_news) = desk(&home, 1);
    let (step, study, _, interview) = ground(one.mint());
    saved(&one_news, one.save(step));
    let (two, two_news) = desk(&home, 1_000_000);
    let start = Library::open(options(&home, 5)).unwrap().load(study).unwrap();
    let (mut mine, mut theirs) = (start.clone(), start);
    let mut tickets = (0, 0);
    for round in 0..40 {
        let a = line(one.mint(), study, interview, mine.next_note_number(person_of(&mine)), &format!("one {round}"));
        let b =
            line(two.mint(), study, interview, theirs.next_note_number(person_of(&theirs)), &format!("two {round}"));
        mine.apply(a.clone().into()).unwrap();
        theirs.apply(b.clone().into()).unwrap();
        tickets = (one.save(log(a)), two.save(log(b)));
    }
    settle(&one_news, &mut mine, tickets.0, 80);
    settle(&two_news, &mut theirs, tickets.1, 80);
    let kept = Library::open(options(&home, 6)).unwrap().load(study).unwrap();
    let numbers: std::collections::BTreeSet<u32> = kept.notes().values().map(|note| note.number).collect();
    assert_eq!((kept.notes().len(), numbers.len()), (80, 80), "every line has a number of its own");
    assert!(mine == kept, "the first desk's memory differs from the database");
    assert!(theirs == kept, "the second desk's memory differs from the database");
}

fn person_of(research: &Research) -> Id {
    *research.participants().keys().next().unwrap()
}

/// Applies news as a front end does, until the ticket is safe and there are `notes` notes.
fn settle(news: &Receiver<News>, research: &mut Research, ticket: Ticket, notes: usize) {
    let mut safe = 0;
    while safe < ticket || research.notes().len() < notes {
        match news.recv_timeout(PATIENCE).expect("the desk went silent") {
            News::Saved { ticket, edits } => {
                safe = safe.max(ticket);
                apply(research, edits);
            }
            News::Arrived(edits) => apply(research, edits),
            News::SaveFailed { error, .. } | News::SaveRefused { error, .. } => panic!("{error}"),
            _ => {}
        }
    }
    while let Ok(more) = news.recv_timeout(Duration::from_millis(600)) {
        if let News::Saved { edits, .. } | News::Arrived(edits) = more {
            apply(research, edits);
        }
    }
}

fn apply(research: &mut Research, edits: Vec<Edit>) {
    for edit in edits {
        research.apply(edit).unwrap();
    }
}

#[test]
fn a_refused_step_is_put_aside_and_rescued_and_what_follows_is_saved() {
    let home = tempfile::tempdir().unwrap();
    let (first, news) = desk(&home, 1);
    let (step, study, person, interview) = ground(first.mint());
    saved(&news, first.save(step));
    let nowhere = first.mint().id();
    first.save(log(line(first.mint(), study, nowhere, 1, "this line has no interview")));
    let last = first.save(log(line(first.mint(), study, interview, 1, "this one has")));
    let (mut refused, mut safe) = (false, false);
    wait(&news, |it| {
        match it {
            News::SaveRefused { .. } => refused = true,
            News::Saved { ticket, .. } => safe |= ticket >= last,
            _ => {}
        }
        (refused && safe).then_some(())
    });
    let file = home.path().join("rescue.jsonl");
    first.rescue(file.clone());
    let records = wait(&news, |it| match it {
        News::Rescued { records, .. } => Some(records),
        News::Failed(error) => panic!("{error}"),
        _ => None,
    });
    assert_eq!(records, 1);
    assert!(std::fs::read_to_string(file).unwrap().contains("this line has no interview"));
    drop(first);
    let kept = Library::open(options(&home, 77)).unwrap().load(study).unwrap();
    assert_eq!(kept.notes().len(), 1);
    assert!(kept.has(Key::new(Kind::Participant, person)));
}

#[test]
fn drafts_are_kept_outside_the_history_and_the_newest_wins() {
    let home = tempfile::tempdir().unwrap();
    let (first, news) = desk(&home, 1);
    let (step, study, _, interview) = ground(first.mint());
    saved(&news, first.save(step));
    let slot = format!("capture:{interview}");
    let mut last = 0;
    for text in ["도", "도입", "도입이", "도입이 늦"] {
        let context = "concern".to_owned();
        last = first.draft(Draft { study, slot: slot.clone(), text: text.to_owned(), context, at: moment() });
    }
    saved(&news, last);
    drop(first);
    let library = Library::open(options(&home, 77)).unwrap();
    let drafts = library.drafts(study).unwrap();
    assert_eq!(drafts.len(), 1);
    assert_eq!(drafts[0].text, "도입이 늦");
    assert_eq!(library.history(study, 10).unwrap().len(), 1, "a draft is no step");
}

#[test]
fn undo_and_redo_survive_a_restart_and_are_told() {
    let home = tempfile::tempdir().unwrap();
    let (first, news) = desk(&home, 1);
    let (step, study, _, interview) = ground(first.mint());
    saved(&news, first.save(step));
    saved(&news, first.save(log(line(first.mint(), study, interview, 1, "first"))));
    drop(first);
    let (second, news) = desk(&home, 500);
    second.undo(study);
    let undone = wait(&news, |it| match it {
        News::Undone { undone, redo: false } => Some(undone),
        News::Failed(error) => panic!("{error}"),
        _ => None,
    });
    assert_eq!(undone.name, "log-line");
    assert!(matches!(undone.edits[..], [Edit::Remove(key)] if key.kind == Kind::Note));
    second.redo(study);
    let redone = wait(&news, |it| match it {
        News::Undone { undone, redo: true } => Some(undone),
        News::Failed(error) => panic!("{error}"),
        _ => None,
    });
    assert!(matches!(&redone.edits[..], [Edit::Put(Record::Note(note))] if note.text == "first"));
}

#[test]
fn a_desk_says_whether_the_next_step_back_is_its_own() {
    let next = |news: &Receiver<News>| {
        wait(news, |it| match it {
            News::NextUndo { next, own } => Some((next, own)),
            News::Failed(error) => panic!("{error}"),
            _ => None,
        })
    };
    let home = tempfile::tempdir().unwrap();
    let (first, news) = desk(&home, 1);
    let (step, study, _, interview) = ground(first.mint());
    saved(&news, first.save(step));
    let (second, other_news) = desk(&home, 500);
    second.next_undo(study);
    assert!(!next(&other_news).1, "the other desk saved it");
    // What has been handed over counts, saved or not yet.
    first.save(log(line(first.mint(), study, interview, 1, "first")));
    first.next_undo(study);
    let (mine, own) = next(&news);
    assert_eq!((own, mine.name.as_str()), (true, "log-line"));
    saved(&other_news, second.save(log(line(second.mint(), study, interview, 2, "second"))));
    first.undo_step(study, mine.step);
    let (theirs, own) = next(&news);
    assert!(!own && theirs.step > mine.step, "the newest is told instead, and nothing is undone");
    first.undo_step(study, theirs.step);
    wait(&news, |it| matches!(it, News::Undone { redo: false, .. }).then_some(()));
    first.next_undo(study);
    assert!(next(&news).1);
    first.history(study, 10);
    let past = wait(&news, |it| match it {
        News::History(past) => Some(past),
        _ => None,
    });
    assert_eq!(past.iter().map(|past| past.undone).collect::<Vec<_>>(), [true, false, false]);
    first.explain(mine.step);
    let changes = wait(&news, |it| match it {
        News::Explained { step, changes } if step == mine.step => Some(changes),
        _ => None,
    });
    assert!(matches!(&changes[0].after, Some(Record::Note(note)) if note.text == "first"));
}

#[test]
fn a_study_that_is_read_says_up_to_where_it_goes() {
    let home = tempfile::tempdir().unwrap();
    let (first, news) = desk(&home, 1);
    let (step, study, _, interview) = ground(first.mint());
    first.save(step);
    let last = first.save(log(line(first.mint(), study, interview, 1, "a line")));
    first.load(study);
    first.save(log(line(first.mint(), study, interview, 2, "a later line")));
    let (research, ticket) = wait(&news, |it| match it {
        News::Loaded { research, ticket, .. } => Some((research, ticket)),
        _ => None,
    });
    assert_eq!((research.notes().len(), ticket), (1, last));
}

#[test]
fn names_are_kept_beside_the_library_and_go_with_their_person() {
    let home = TempDir::new().unwrap();
    let (desk, news) = desk(&home, 1);
    let (step, study, person, _) = ground(desk.mint());
    desk.save(step);
    desk.name(study, person, " 김민지 ".to_owned());
    desk.load(study);
    let loaded = |it| match it {
        News::Loaded { names, research, .. } => Some((names, research)),
        News::Failed(error) => panic!("{error}"),
        _ => None,
    };
    let (names, research) = wait(&news, loaded);
    assert_eq!(names, BTreeMap::from([(person, "김민지".to_owned())]));
    let known = research.participants()[&person].clone();
    let consent = Consent { withdrawn: Some(moment()), ..Consent::default() };
    desk.save(Step::new(study, "withdraw-consent", "P01").put(Participant { consent, ..known }));
    desk.load(study);
    assert!(wait(&news, loaded).0.is_empty(), "asked at once");
    desk.close();
    let mut library = Library::open(options(&home, 2)).unwrap();
    assert!(library.names(study).unwrap().is_empty(), "and on disk");
}

#[test]
fn an_echo_is_told_without_delaying_a_search_and_a_flood_is_bounded() {
    let home = tempfile::tempdir().unwrap();
    let (desk, news) = desk(&home, 1);
    let (step, study, person, interview) = ground(desk.mint());
    desk.save(step);
    let note = line(desk.mint(), study, interview, 1, "감사 일정과 겹쳐서 무서웠다고");
    saved(&news, desk.save(log(note)));
    let request = |text: &str| EchoRequest {
        note: desk.mint().id(),
        study,
        dimension: Dimension::Concern,
        text: text.to_owned(),
        people: std::collections::BTreeSet::from([person]),
    };
    let like = request("도입하면 감사 일정과 겹칠까 봐");
    desk.echo(like.clone());
    let echo = wait(&news, |it| if let News::Echo(echo) = it { Some(echo) } else { None });
    assert_eq!((echo.note, echo.people, echo.of, echo.example.as_deref()), (like.note, 1, 1, Some("P01-L001")));
    let unlike = request("가격이 비쌌다고");
    desk.echo(unlike.clone());
    let echo = wait(&news, |it| if let News::Echo(echo) = it { Some(echo) } else { None });
    assert_eq!((echo.note, echo.people, echo.example), (unlike.note, 0, None));
    let flood: Vec<EchoRequest> = (0..500).map(|at| request(&format!("감사 일정과 겹침 {at}"))).collect();
    for request in &flood {
        desk.echo(request.clone());
    }
    assert_eq!(ask(&desk, &news, 1, "감사").total, 1);
    let newest = flood.last().unwrap().note;
    wait(&news, |it| matches!(it, News::Echo(echo) if echo.note == newest).then_some(()));
}

//! The parts that are no search: from Enter until a line is found, memory, and building the index.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use rusqlite::{Connection, params};
use tantivy::IndexWriter;
use tempfile::TempDir;
use whybuy::domain::{Dimension, Interview, Note, Record, Step};
use whybuy::library::{Library, Request};

use crate::corpus::Dice;
use crate::peers::{Lite, Raw, build_raw, connect, quoted};
use crate::report::{Cell, Goals, times};
use crate::{LIMIT, kept, text};

/// Lines written one by one.
const WRITTEN: usize = 200;
/// Commits of bare tantivy.
const COMMITS: usize = 20;

fn word(number: usize) -> String {
    let letters: String = number.to_string().bytes().map(|b| char::from(b - b'0' + b'a')).collect();
    format!("zqx{letters}")
}

fn ask(library: &mut Library, text: &str) -> usize {
    library.search(&Request::of(text, LIMIT)).unwrap().total
}

fn timed(work: impl FnOnce()) -> Duration {
    let began = Instant::now();
    work();
    began.elapsed()
}

/// From Enter until the line is found, on a copy of everything; wall time.
pub fn write(folder: &Path, goals: &mut Goals) {
    let home = TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    for part in ["data", "index", "raw"] {
        kept::copy(&folder.join(part), &home.path().join(part));
    }
    std::fs::copy(folder.join("peers.db"), home.path().join("peers.db")).unwrap();
    let mut library = Library::open(kept::options(home.path())).unwrap();
    ask(&mut library, "the");
    let (interview, mut number) = last_interview(&library);
    let sentences = text::Sentences::read();
    let mut dice = Dice::new(5);
    let (mut bare, mut lite) =
        (connect(&home.path().join("peers.db")), Lite { db: connect(&home.path().join("peers.db")) });
    let mut all: [Vec<Duration>; 7] = Default::default();
    for at in 0..WRITTEN {
        number += 1;
        let (sought, said) = (word(at), format!("{} {}", sentences.line(&mut dice), word(at)));
        let step = line(&library, &interview, number, &said);
        let saved = timed(|| drop(library.save(step).unwrap()));
        let found = timed(|| assert_eq!(ask(&mut library, &sought), 1));
        let full = insert(&mut bare, "FULL", &said);
        let normal = insert(&mut bare, "NORMAL", &said);
        let fts = ["FULL", "NORMAL"].map(|mode| timed(|| insert_and_find(&mut lite, mode, &said, &sought)));
        for (list, took) in all.iter_mut().zip([saved + found, saved, found, full, normal, fts[0], fts[1]]) {
            list.push(took);
        }
    }
    let commits = commits(home.path(), &sentences, &mut dice);
    let names = [
        "whybuy save and find",
        "of it save",
        "of it find",
        "SQLite insert FULL",
        "SQLite insert NORMAL",
        "FTS5 insert and find FULL",
        "FTS5 insert and find NORMAL",
    ];
    let cells: Vec<Cell> = names.into_iter().zip(all).map(|(name, times)| Cell::of(name, times, 0)).collect();
    println!("\n| from Enter to found (wall) | p50 | p99 | to whybuy |\n|---|---|---|---|");
    for cell in cells.iter().chain([&commits]) {
        println!("| {} | {:.1?} | {:.1?} | {:.2}x |", cell.name, cell.p50, cell.p99, times(cell.p50, cells[0].p50));
    }
    goals.most(7, "p50 to a bare insert, both FULL", times(cells[0].p50, cells[3].p50), 1.5);
    goals.most(7, "the finding alone to a bare insert, NORMAL", times(cells[2].p50, cells[4].p50), 0.5);
    goals.least(7, "FTS5 to ours, both FULL", times(cells[5].p50, cells[0].p50), 4.0);
    goals.least(7, "tantivy commit and reload to ours", times(commits.p50, cells[0].p50), 150.0);
}

fn last_interview(library: &Library) -> (Interview, u32) {
    let study = library.studies().unwrap().pop().unwrap();
    let research = library.load(study.id).unwrap();
    let interview = research.interviews().values().next_back().unwrap().clone();
    let number = research.notes_of(interview.id).map(|note| note.number).max().unwrap();
    (interview, number)
}

fn line(library: &Library, interview: &Interview, number: u32, text: &str) -> Step {
    let mint = library.mint();
    let ids = (mint.id(), interview.study, interview.id);
    let note = Note { dimension: Dimension::Concern, ..Note::blank(ids, number, text.to_owned(), mint.now()) };
    Step::new(interview.study, "log-line", "").put(Record::Note(note))
}

fn insert(db: &mut Connection, mode: &str, text: &str) -> Duration {
    db.execute_batch(&format!("PRAGMA synchronous = {mode}")).unwrap();
    timed(|| {
        let mut insert =
            db.prepare_cached("INSERT INTO note (text, person, persona, dimension) VALUES (?1, 1, 1, 1)").unwrap();
        insert.execute([text]).unwrap();
    })
}

fn insert_and_find(lite: &mut Lite, mode: &str, text: &str, sought: &str) {
    lite.db.execute_batch(&format!("PRAGMA synchronous = {mode}")).unwrap();
    let tx = lite.db.transaction().unwrap();
    tx.prepare_cached("INSERT INTO note (text, person, persona, dimension) VALUES (?1, 1, 1, 1)")
        .unwrap()
        .execute([text])
        .unwrap();
    let id = tx.last_insert_rowid();
    tx.prepare_cached("INSERT INTO plain (rowid, text) VALUES (?1, ?2)").unwrap().execute(params![id, text]).unwrap();
    tx.commit().unwrap();
    assert!(lite.newest("plain", &quoted(sought), sought) > 0);
}

fn commits(home: &Path, sentences: &text::Sentences, dice: &mut Dice) -> Cell {
    let mut raw = Raw::open(&home.join("raw"), &home.join("peers.db"));
    let mut writer: IndexWriter = raw.index.writer_with_num_threads(1, 20_000_000).unwrap();
    let took = (0..COMMITS).map(|at| {
        let said = format!("{} {}", sentences.line(dice), word(at));
        timed(|| {
            raw.write(&said, 1, &mut writer);
            assert_eq!(raw.one(&word(at)), 1);
        })
    });
    Cell::of("tantivy commit, reload and find", took.collect(), 0)
}

/// The anonymous memory of a process that only searches, in a process of its own; and the time until it could.
pub fn memory(goals: &mut Goals) {
    let child = Command::new(std::env::current_exe().unwrap()).env("WHYBUY_PART", "resident").output().unwrap();
    let told = String::from_utf8_lossy(&child.stdout).into_owned();
    println!("\n{}", told.trim());
    let number = |name: &str| -> f64 {
        let line = told.lines().find(|it| it.starts_with(name)).unwrap_or_default();
        line.split_whitespace().find_map(|it| it.parse().ok()).unwrap_or(f64::NAN)
    };
    goals.most(14, "anonymous MB idle after the first search", number("idle:"), 40.0);
    goals.say(14, &format!("anonymous MB after 200 searches: {:.1}", number("searched:")));
    goals.say(14, &format!("open and first search: {:.1} ms", number("opened:")));
}

/// What the child of [`memory`] says.
pub fn resident(folder: &Path) {
    let anonymous = || {
        let smaps = std::fs::read_to_string("/proc/self/smaps_rollup").unwrap();
        let line = smaps.lines().find(|it| it.starts_with("Anonymous:")).unwrap();
        line.split_whitespace().nth(1).unwrap().parse::<f64>().unwrap() / 1024.0
    };
    let before = anonymous();
    let began = Instant::now();
    let mut library = Library::open(kept::options(folder)).unwrap();
    ask(&mut library, "price");
    let opened = began.elapsed();
    let idle = anonymous();
    let sentences = ["price", "가격", "the team", "너무 좋", "q", "qu", "우리", "pro", "생각", "budg"];
    let mut worst = Duration::ZERO;
    for at in 0..200 {
        worst = worst.max(timed(|| _ = ask(&mut library, sentences[at % sentences.len()])));
    }
    println!(
        "before: {before:.1} MB anonymous\nopened: {:.1} ms until the first answer",
        opened.as_secs_f64() * 1000.0
    );
    println!(
        "idle: {idle:.1} MB anonymous\nsearched: {:.1} MB anonymous after 200 searches, the slowest {worst:.1?}",
        anonymous()
    );
}

/// Building the index from the library, against bare tantivy over the same lines; wall time, two threads each.
pub fn build(folder: &Path, goals: &mut Goals) {
    let home = TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    kept::copy(&folder.join("data"), &home.path().join("data"));
    let mut library = Library::open(kept::options(home.path())).unwrap();
    let lines = library.count_notes().unwrap() as f64;
    let ours = timed(|| assert!(library.reindex(&mut |_, _| true).unwrap())).as_secs_f64();
    drop(library);
    let db = connect(&folder.join("peers.db"));
    let raw = build_raw(&db, &home.path().join("raw"));
    let bytes: i64 = db.query_row("SELECT sum(octet_length(text)) FROM note", [], |row| row.get(0)).unwrap();
    let size = |of: &str| {
        let files = std::fs::read_dir(home.path().join(of)).unwrap().flatten();
        files.map(|it| it.metadata().unwrap().len()).sum::<u64>() as f64
    };
    let text = bytes as f64;
    println!("\n| building | lines a second | index to text |\n|---|---|---|");
    println!(
        "| whybuy | {:.0} | {:.2} |\n| tantivy | {:.0} | {:.2} |",
        lines / ours,
        size("index") / text,
        lines / raw,
        size("raw") / text
    );
    for made in std::fs::read_to_string(folder.join("peers.whole")).unwrap_or_default().lines() {
        let parts: Vec<&str> = made.split(' ').collect();
        let [name, seconds, size] = parts[..] else { continue };
        let (seconds, size): (f64, f64) = (seconds.parse().unwrap(), size.parse().unwrap());
        println!("| SQLite {name}, when it was made | {:.0} | {:.2} |", lines / seconds, size / text);
    }
    goals.least(13, "lines a second to bare tantivy", raw / ours, 0.25);
    goals.most(13, "index to text", size("index") / text, 1.5);
}

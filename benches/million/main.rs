//! Search over a million lines: the library's whole path (parse, search, filters, count of people, facets, rows,
//! highlights) against bare tantivy, three FTS5 tables and LIKE, over the same lines with the same queries, by turns in
//! one run. Times are CPU times of the thread unless a table says otherwise. `WHYBUY_LINES` makes it smaller;
//! `WHYBUY_PART` (`search`, `build`, `write`, `memory`, `hostile`) runs a part; `WHYBUY_ROWS` takes the rows with this in their name;
//! `WHYBUY_OURS=1` leaves everything out but whybuy and bare tantivy.

#![allow(missing_docs, dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(clippy::disallowed_macros, clippy::disallowed_methods)]

#[path = "../corpus/mod.rs"]
mod corpus;
mod hostile;
#[path = "../kept/mod.rs"]
mod kept;
mod parts;
mod peers;
mod queries;
mod report;
mod text;

use std::path::{Path, PathBuf};
use std::time::Duration;

use peers::{Lite, Raw, connect, quoted};
use queries::{Case, Kind, Row};
use report::{Cell, Table};
use rustix::time::{ClockId, clock_gettime};
use whybuy::library::{Library, Request};

/// Lines of a page.
pub const LIMIT: usize = 20;
/// How often each case is asked, after once for nothing.
const ROUNDS: usize = 5;
/// Slow peers are asked about so many cases, spread evenly, once.
const SLOW_CASES: usize = 8;

fn main() {
    let lines = std::env::var("WHYBUY_LINES").ok().and_then(|it| it.parse().ok()).unwrap_or(1_000_000);
    let folder = ready(lines);
    let part = std::env::var("WHYBUY_PART").unwrap_or_default();
    if part == "resident" {
        return parts::resident(&folder);
    }
    println!("{lines} lines; load {}", report::load());
    let mut goals = report::Goals::default();
    if part.is_empty() || part == "search" {
        search(&folder, &mut goals);
    }
    if part.is_empty() || part == "write" {
        parts::write(&folder, &mut goals);
    }
    if part.is_empty() || part == "memory" {
        parts::memory(&mut goals);
    }
    if part.is_empty() || part == "build" {
        parts::build(&folder, &mut goals);
    }
    if part.is_empty() || part == "hostile" {
        let is_bounded = hostile::ask(&folder);
        let is_strict = std::env::var_os("WHYBUY_STRICT").is_some();
        assert!(is_bounded || !is_strict, "a query took longer than it may");
    }
    goals.print();
    println!("load at the end {}", report::load());
}

/// The folder with the library, its index and the peers, made if need be.
fn ready(lines: usize) -> PathBuf {
    let sentences = text::Sentences::read();
    if !sentences.is_real {
        println!("THE REAL TEXTS ARE NOT AT HAND (../shared/data/load): generated text alone is used");
    }
    let kind = if sentences.is_real { "real" } else { "generated" };
    let folder = kept::library(&format!("bench-million/{}-{kind}-{lines}", text::MADE), sentences.library(lines));
    peers::tables(&folder);
    // An index of an older format is built anew here and not in a measure.
    let mut library = Library::open(kept::options(&folder)).unwrap();
    library.catch_up(&mut |_, _| true).unwrap();
    folder
}

/// The CPU time that this thread has taken.
fn cpu() -> Duration {
    let now = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(now.tv_sec.unsigned_abs(), u32::try_from(now.tv_nsec).unwrap())
}

type Ask<'a> = Box<dyn FnMut(&Case) -> usize + 'a>;

/// One engine of a row.
struct Engine<'a> {
    name: &'static str,
    is_slow: bool,
    ask: Ask<'a>,
}

fn engine<'a>(name: &'static str, ask: impl FnMut(&Case) -> usize + 'a) -> Engine<'a> {
    Engine { name, is_slow: false, ask: Box::new(ask) }
}

fn slow<'a>(name: &'static str, ask: impl FnMut(&Case) -> usize + 'a) -> Engine<'a> {
    Engine { name, is_slow: true, ask: Box::new(ask) }
}

fn search(folder: &Path, goals: &mut report::Goals) {
    let db = connect(&folder.join("peers.db"));
    let raw = Raw::open(&folder.join("raw"), &folder.join("peers.db"));
    let lite = Lite { db: connect(&folder.join("peers.db")) };
    let mut library = Library::open(kept::options(folder)).unwrap();
    let personas = personas(folder);
    let rows = queries::rows(&raw, &db, &personas);
    let wanted = std::env::var("WHYBUY_ROWS").unwrap_or_default();
    let ours_alone = std::env::var("WHYBUY_OURS").is_ok();
    // What a frequent term costs bare tantivy, by language: the measure of a page as one types.
    let mut table = Table::begin();
    for row in rows.iter().filter(|row| row.name.contains(&wanted)) {
        let frequent = rows.iter().find(|it| it.kind == Kind::Term && it.name[..2] == row.name[..2]).unwrap();
        let mut engines = engines(row, frequent, &mut library, &raw, &lite);
        if ours_alone {
            engines.truncate(2);
        }
        let cells = measure(row, engines);
        goals.hear(row, &cells);
        table.row(&row.name, &cells);
    }
}

/// The names of the personas, in the order of their numbers in the peers' table.
fn personas(folder: &Path) -> Vec<String> {
    let db = rusqlite::Connection::open(folder.join("data/library.db")).unwrap();
    let mut query = db.prepare("SELECT DISTINCT name FROM persona ORDER BY name").unwrap();
    query.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

#[allow(clippy::too_many_lines, reason = "one list of engines for each kind of query")]
fn engines<'a>(
    row: &Row,
    frequent: &'a Row,
    library: &'a mut Library,
    raw: &'a Raw,
    lite: &'a Lite,
) -> Vec<Engine<'a>> {
    let ours = engine("whybuy", move |case| {
        let request = Request::of(&case.typed, LIMIT);
        library.search(&request).unwrap().total
    });
    let word = |case: &Case| quoted(&case.words[0]);
    let both = |case: &Case| case.words.iter().map(|it| quoted(it)).collect::<Vec<_>>().join(" ");
    let begun = move |case: &Case| both(case) + "*";
    let mut engines = vec![ours];
    match row.kind {
        Kind::Term => engines.extend([
            engine("tantivy", |case| raw.one(&case.words[0])),
            slow("FTS5 bm25", move |case| lite.best("plain", &word(case), &case.words[0])),
            engine("FTS5 newest", move |case| lite.newest("plain", &word(case), &case.words[0])),
            slow("trigram bm25", move |case| lite.best("grams", &word(case), &case.words[0])),
            slow("LIKE count", |case| lite.like_count(&case.words[0])),
        ]),
        Kind::Both => engines.extend([
            engine("tantivy", |case| raw.all(&case.words)),
            slow("FTS5 bm25", move |case| lite.best("plain", &both(case), &case.words[0])),
        ]),
        Kind::Phrase => engines.extend([
            engine("tantivy", |case| raw.phrase(&case.words)),
            slow("FTS5 bm25", move |case| lite.best("plain", &quoted(&case.words.join(" ")), &case.words[0])),
        ]),
        Kind::Persona => engines.extend([
            engine("tantivy", |case| raw.of_persona(&case.words[0], case.persona)),
            slow("FTS5 bm25", move |case| lite.of_persona(&word(case), &case.words[0], case.persona)),
        ]),
        Kind::Facets => engines.extend([
            engine("tantivy", |case| raw.facets(&case.words[0])),
            slow("FTS5 group by", move |case| lite.facets(&word(case), &case.words[0])),
        ]),
        Kind::Typing => {
            let mut turn = 0;
            engines.extend([
                engine("tantivy frequent", move |_| {
                    turn += 1;
                    raw.one(&frequent.cases[turn % frequent.cases.len()].words[0])
                }),
                slow("FTS5 q* bm25", move |case| lite.best("plain", &begun(case), &case.words[0])),
                slow("FTS5 q* newest", move |case| lite.newest("plain", &begun(case), &case.words[0])),
                slow("prefix bm25", move |case| lite.best("prefixed", &begun(case), &case.words[0])),
                engine("prefix newest", move |case| lite.newest("prefixed", &begun(case), &case.words[0])),
            ]);
        }
        Kind::Misspelt => engines.push(engine("tantivy fuzzy", |case| raw.fuzzy(&case.words[0]))),
        Kind::Noun => {
            let mut turn = 0;
            engines.extend([
                engine("tantivy frequent", move |_| {
                    turn += 1;
                    raw.one(&frequent.cases[turn % frequent.cases.len()].words[0])
                }),
                slow("FTS5 q* bm25", move |case| lite.best("plain", &begun(case), &case.words[0])),
                engine("prefix newest", move |case| lite.newest("prefixed", &begun(case), &case.words[0])),
                slow("trigram or LIKE newest", move |case| match case.words[0].chars().count() {
                    0..3 => lite.like_newest(&case.words[0]),
                    _ => lite.best("grams", &word(case), &case.words[0]),
                }),
                slow("LIKE count", |case| lite.like_count(&case.words[0])),
            ]);
        }
    }
    engines
}

/// Asks every engine every case, by turns.
fn measure(row: &Row, mut engines: Vec<Engine<'_>>) -> Vec<Cell> {
    let mut times: Vec<Vec<Duration>> = engines.iter().map(|_| Vec::new()).collect();
    let mut found = 0;
    for round in 0..=ROUNDS {
        for (number, case) in row.cases.iter().enumerate() {
            for (at, engine) in engines.iter_mut().enumerate() {
                if engine.is_slow && (round > 0 || number % row.cases.len().div_ceil(SLOW_CASES).max(1) != 0) {
                    continue;
                }
                let began = cpu();
                let count = std::hint::black_box((engine.ask)(case));
                let took = cpu() - began;
                if at == 0 && round == 0 {
                    found += count;
                }
                if round > 0 || engine.is_slow {
                    times[at].push(took);
                }
            }
        }
    }
    let mean = found / row.cases.len().max(1);
    engines.iter().zip(times).map(|(engine, times)| Cell::of(engine.name, times, mean)).collect()
}

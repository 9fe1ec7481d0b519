//! Open a library of 50,000 lines: from the file to the study in memory. Baseline of the same run: SQLite reading
//! every row of the same file and throwing it away.

#![allow(missing_docs, dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod corpus;
mod ground;

use std::sync::OnceLock;

use divan::Bencher;
use ground::Ground;
use rusqlite::Connection;
use whybuy::domain::Research;

const NOTES: usize = 50_000;

fn main() {
    divan::main();
}

fn ground() -> &'static Ground {
    static GROUND: OnceLock<Ground> = OnceLock::new();
    GROUND.get_or_init(|| Ground::new(NOTES))
}

/// Every row of the tables that a study consists of, as SQLite hands them out.
#[divan::bench(sample_count = 15, sample_size = 1)]
fn baseline_read_all_rows(bencher: Bencher) {
    let file = ground().file();
    bencher.bench_local(|| {
        let db = Connection::open(&file).unwrap();
        let rows: usize = ["participant", "interview", "note", "path_event", "asked", "mark"]
            .iter()
            .map(|table| read_all(&db, table))
            .sum();
        assert!(rows > NOTES);
    });
}

fn read_all(db: &Connection, table: &str) -> usize {
    let mut query = db.prepare(&format!("SELECT * FROM {table}")).unwrap();
    let columns = query.column_count();
    let mut rows = query.query([]).unwrap();
    let mut count = 0;
    while let Some(row) = rows.next().unwrap() {
        for column in 0..columns {
            divan::black_box(row.get_ref(column).unwrap());
        }
        count += 1;
    }
    count
}

/// The library opened and its study in memory.
#[divan::bench(sample_count = 15, sample_size = 1)]
fn open_and_load(bencher: Bencher) {
    bencher.bench_local(|| {
        let library = ground().library();
        library.load(ground().study()).unwrap()
    });
}

/// The same through the desk, threads included.
#[divan::bench(sample_count = 15, sample_size = 1)]
fn desk_open_and_load(bencher: Bencher) {
    ground().library().catch_up(&mut |_, _| true).unwrap();
    bencher.bench_local(|| drop(ground().desk()));
}

/// The records already in memory, put into a study one by one: what checking and linking them takes.
#[divan::bench(sample_count = 15, sample_size = 1)]
fn link_records(bencher: Bencher) {
    let records: Vec<_> = ground().research.records().collect();
    bencher.with_inputs(|| records.clone()).bench_local_values(|records| Research::of(records).unwrap());
}

//! Enter to durable: how long until a line is on disk, from the desk's channel to the news that it is saved.
//! Baselines of the same run: a bare append with fsync, and one bare SQLite insert with synchronous=FULL.

#![allow(missing_docs, dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod corpus;
mod ground;

use std::cell::Cell;
use std::fs::OpenOptions;
use std::io::Write;

use divan::Bencher;
use ground::{Ground, wait_saved};
use rusqlite::Connection;
use whybuy::mint::Mint;

/// Lines that the library holds before.
const NOTES: usize = 5_000;

fn main() {
    divan::main();
}

/// A page of 4 KiB appended to a file and forced to the disk: what the disk itself takes.
#[divan::bench(sample_count = 200, sample_size = 1)]
fn baseline_append_and_fsync(bencher: Bencher) {
    let folder = tempfile::TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let mut file = OpenOptions::new().create(true).append(true).open(folder.path().join("page")).unwrap();
    bencher.bench_local(|| {
        file.write_all(&[7; 4096]).unwrap();
        file.sync_data().unwrap();
    });
}

/// One row into a table without any index, log or check.
#[divan::bench(sample_count = 200, sample_size = 1)]
fn bare_sqlite_insert_full(bencher: Bencher) {
    let folder = tempfile::TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let db = Connection::open(folder.path().join("bare.db")).unwrap();
    db.execute_batch("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE note (text TEXT)").unwrap();
    let text = text();
    bencher.bench_local(|| db.execute("INSERT INTO note VALUES (?1)", [&text]).unwrap());
}

/// A line through the library, on the thread that asks: row, change log and history in one transaction.
#[divan::bench(sample_count = 200, sample_size = 1)]
fn library_save_line(bencher: Bencher) {
    let (ground, mint, number) = (Ground::new(NOTES), Mint::system(), Cell::new(10_000));
    let mut library = ground.library();
    bencher
        .with_inputs(|| ground.line(&mint, next(&number), text()))
        .bench_local_values(|step| library.save(step).unwrap());
}

/// Enter to durable: a line through the channel, the saver's transaction and back, with the index following behind.
#[divan::bench(sample_count = 200, sample_size = 1)]
fn desk_enter_to_durable(bencher: Bencher) {
    let (ground, mint, number) = (Ground::new(NOTES), Mint::system(), Cell::new(10_000));
    let (desk, news) = ground.desk();
    bencher.with_inputs(|| ground.line(&mint, next(&number), text())).bench_local_values(|step| {
        let ticket = desk.save(step);
        wait_saved(&news, ticket);
    });
}

/// A keystroke to durable: the unfinished line.
#[divan::bench(sample_count = 200, sample_size = 1)]
fn desk_draft_to_durable(bencher: Bencher) {
    let (ground, mint) = (Ground::new(NOTES), Mint::system());
    let (desk, news) = ground.desk();
    let typed = Cell::new(0);
    // Each key makes another text; the same one again would write nothing.
    bencher.with_inputs(|| ground.draft(&mint, format!("{} {}", text(), next(&typed)))).bench_local_values(|draft| {
        let ticket = desk.draft(draft);
        wait_saved(&news, ticket);
    });
}

/// What the screen pays at Enter: the channel send alone.
#[divan::bench(sample_count = 200, sample_size = 1)]
fn desk_send_only(bencher: Bencher) {
    let (ground, mint, number) = (Ground::new(NOTES), Mint::system(), Cell::new(10_000));
    let (desk, _news) = ground.desk();
    bencher.with_inputs(|| ground.line(&mint, next(&number), text())).bench_local_values(|step| desk.save(step));
}

fn next(number: &Cell<u32>) -> u32 {
    number.set(number.get() + 1);
    number.get()
}

fn text() -> String {
    corpus::line(&mut corpus::Dice::new(5))
}

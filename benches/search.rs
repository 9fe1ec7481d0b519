//! Search as you type over 50,000 lines: the first twenty lines with highlights, counts and facets, for each key of a
//! word. Baselines of the same run: a bare tantivy term query with its twenty rows, and SQLite's LIKE.

#![allow(missing_docs, dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod corpus;
mod ground;

use std::sync::OnceLock;

use divan::Bencher;
use ground::Ground;
use rusqlite::Connection;
use tantivy::collector::TopDocs;
use tantivy::query::TermQuery;
use tantivy::schema::{INDEXED, IndexRecordOption, STORED, Schema, TEXT, Value};
use tantivy::{Index, IndexReader, TantivyDocument, Term, doc};
use whybuy::library::Request;

const NOTES: usize = 50_000;
const LIMIT: usize = 20;

fn main() {
    divan::main();
}

fn ground() -> &'static Ground {
    static GROUND: OnceLock<Ground> = OnceLock::new();
    GROUND.get_or_init(|| {
        let ground = Ground::new(NOTES);
        ground.library().catch_up(&mut |_, _| true).unwrap();
        ground
    })
}

/// A bare index of the same lines with tantivy's own tokenizer, and the row ids of SQLite.
fn bare() -> &'static (Index, IndexReader) {
    static BARE: OnceLock<(Index, IndexReader)> = OnceLock::new();
    BARE.get_or_init(|| {
        let mut schema = Schema::builder();
        let (text, row) = (schema.add_text_field("text", TEXT), schema.add_i64_field("row", INDEXED | STORED));
        let index = Index::create_in_ram(schema.build());
        let mut writer = index.writer(64 << 20).unwrap();
        let db = Connection::open(ground().file()).unwrap();
        let mut query = db.prepare("SELECT rowid, text FROM note").unwrap();
        let mut rows = query.query([]).unwrap();
        while let Some(found) = rows.next().unwrap() {
            let (id, words): (i64, String) = (found.get(0).unwrap(), found.get(1).unwrap());
            writer.add_document(doc!(text => words, row => id)).unwrap();
        }
        writer.commit().unwrap();
        let reader = index.reader().unwrap();
        (index, reader)
    })
}

/// What is typed, key by key, and two words. One Korean syllable is a whole word and not a beginning, so it is left out.
const TYPED: [&str; 8] = ["q", "qu", "quo", "quote", "견적", "도입가", "견적 납기", "delivery price"];

/// One whole word, which the bare index can answer.
#[divan::bench(sample_count = 100)]
fn baseline_bare_tantivy_term(bencher: Bencher) {
    let (index, reader) = bare();
    let (text, row) = (index.schema().get_field("text").unwrap(), index.schema().get_field("row").unwrap());
    let query = TermQuery::new(Term::from_field_text(text, "quote"), IndexRecordOption::WithFreqs);
    let db = Connection::open(ground().file()).unwrap();
    bencher.bench_local(|| {
        let searcher = reader.searcher();
        let found = searcher.search(&query, &TopDocs::with_limit(LIMIT).order_by_score()).unwrap();
        let mut rows = db.prepare_cached("SELECT text FROM note WHERE rowid = ?1").unwrap();
        let texts: Vec<String> = found
            .into_iter()
            .map(|(_, address)| {
                let document: TantivyDocument = searcher.doc(address).unwrap();
                let id = document.get_first(row).and_then(|it| it.as_i64()).unwrap();
                rows.query_row([id], |row| row.get(0)).unwrap()
            })
            .collect();
        assert_eq!(texts.len(), LIMIT);
    });
}

/// SQLite reading every line for a part of a word, with the count that people are shown.
#[divan::bench(sample_count = 20, args = ["quo", "견적"])]
fn sqlite_like_count(bencher: Bencher, typed: &str) {
    let db = Connection::open(ground().file()).unwrap();
    let pattern = format!("%{typed}%");
    bencher.bench_local(|| {
        let count: i64 =
            db.query_row("SELECT count(*) FROM note WHERE text LIKE ?1", [&pattern], |row| row.get(0)).unwrap();
        assert!(count > 0);
    });
}

/// The first twenty of the library's answer.
#[divan::bench(sample_count = 100, args = TYPED)]
fn search_as_you_type(bencher: Bencher, typed: &str) {
    let mut library = ground().library();
    let request = Request::of(typed, LIMIT);
    assert!(!library.search(&request).unwrap().hits.is_empty(), "{typed} finds nothing");
    bencher.bench_local(|| library.search(&request).unwrap());
}

/// A line that was saved this moment is found at once, from memory.
#[divan::bench(sample_count = 100)]
fn search_line_just_saved(bencher: Bencher) {
    let ground = Ground::new(2_000);
    let mut library = ground.library();
    library.catch_up(&mut |_, _| true).unwrap();
    library.save(ground.line(&whybuy::mint::Mint::system(), 10_000, "방금 들은 희귀낱말 하나".to_owned())).unwrap();
    let request = Request::of("희귀낱말", LIMIT);
    assert_eq!(library.search(&request).unwrap().total, 1);
    bencher.bench_local(|| library.search(&request).unwrap());
}

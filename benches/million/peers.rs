//! What whybuy is held against: bare tantivy with its own tokenizer, and SQLite with three FTS5 tables and LIKE, over
//! the same lines in one file beside the library.

use std::path::{Path, PathBuf};
use std::time::Instant;

use rusqlite::{Connection, params};
use tantivy::collector::{Collector, SegmentCollector, TopDocs};
use tantivy::columnar::Column;
use tantivy::query::{BooleanQuery, FuzzyTermQuery, Occur, PhraseQuery, Query, TermQuery};
use tantivy::schema::{FAST, Field, INDEXED, IndexRecordOption, Schema, TEXT};
use tantivy::{DocId, Index, IndexReader, IndexWriter, ReloadPolicy, Score, SegmentOrdinal, SegmentReader, Term, doc};

use crate::LIMIT;

/// Bare tantivy.
pub struct Raw {
    pub index: Index,
    reader: IndexReader,
    text: Field,
    persona: Field,
    /// The column of row ids of each segment, opened once.
    rows: Vec<Column<u64>>,
    db: Connection,
}

/// A word as SQL of FTS5 takes it.
pub fn quoted(word: &str) -> String {
    format!("\"{}\"", word.replace('"', ""))
}

fn schema() -> Schema {
    let mut schema = Schema::builder();
    schema.add_text_field("text", TEXT);
    schema.add_u64_field("row", FAST);
    schema.add_u64_field("persona", FAST | INDEXED);
    schema.add_u64_field("dimension", FAST);
    schema.build()
}

/// Builds the bare index; gives the seconds that it took.
pub fn build_raw(db: &Connection, folder: &Path) -> f64 {
    drop(std::fs::remove_dir_all(folder));
    std::fs::create_dir_all(folder).unwrap();
    let began = Instant::now();
    let index = Index::create_in_dir(folder, schema()).unwrap();
    let [text, row, persona, dimension] =
        ["text", "row", "persona", "dimension"].map(|it| index.schema().get_field(it).unwrap());
    let mut writer: IndexWriter = index.writer_with_num_threads(2, 200_000_000).unwrap();
    let mut query = db.prepare("SELECT id, text, persona, dimension FROM note").unwrap();
    let mut rows = query.query([]).unwrap();
    while let Some(it) = rows.next().unwrap() {
        let words: String = it.get(1).unwrap();
        let number = |at: usize| it.get::<_, i64>(at).unwrap().unsigned_abs();
        writer
            .add_document(doc!(text => words, row => number(0), persona => number(2), dimension => number(3)))
            .unwrap();
    }
    writer.commit().unwrap();
    let took = began.elapsed().as_secs_f64();
    let segments = index.searchable_segment_ids().unwrap();
    if segments.len() > 1 {
        writer.merge(&segments).wait().unwrap();
    }
    writer.wait_merging_threads().unwrap();
    took
}

impl Raw {
    pub fn open(folder: &Path, peers: &Path) -> Raw {
        let index = Index::open_in_dir(folder).unwrap();
        let reader: IndexReader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into().unwrap();
        let (text, persona) = (index.schema().get_field("text").unwrap(), index.schema().get_field("persona").unwrap());
        let rows = reader.searcher().segment_readers().iter().map(|it| it.fast_fields().u64("row").unwrap()).collect();
        Raw { index, reader, text, persona, rows, db: connect(peers) }
    }

    pub fn reload(&mut self) {
        self.reader.reload().unwrap();
        let searcher = self.reader.searcher();
        self.rows = searcher.segment_readers().iter().map(|it| it.fast_fields().u64("row").unwrap()).collect();
    }

    pub fn count(&self, word: &str) -> u64 {
        self.reader.searcher().doc_freq(&Term::from_field_text(self.text, word)).unwrap()
    }

    pub fn docs(&self) -> u64 {
        self.reader.searcher().num_docs()
    }

    fn term(&self, word: &str) -> Box<dyn Query> {
        let term = Term::from_field_text(self.text, &word.to_lowercase());
        Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs))
    }

    /// The best twenty with their rows and snippets.
    fn page(&self, query: &dyn Query, word: &str) -> usize {
        let found = self.reader.searcher().search(query, &TopDocs::with_limit(LIMIT).order_by_score()).unwrap();
        let ids =
            found.iter().map(|(_, at)| self.rows[at.segment_ord as usize].first(at.doc_id).unwrap().cast_signed());
        page(&self.db, ids, word)
    }

    pub fn one(&self, word: &str) -> usize {
        self.page(&*self.term(word), word)
    }

    pub fn fuzzy(&self, word: &str) -> usize {
        self.page(&FuzzyTermQuery::new(Term::from_field_text(self.text, word), 1, true), word)
    }

    pub fn all(&self, words: &[String]) -> usize {
        let parts = words.iter().map(|it| (Occur::Must, self.term(it))).collect();
        self.page(&BooleanQuery::new(parts), &words[0])
    }

    pub fn phrase(&self, words: &[String]) -> usize {
        let terms = words.iter().map(|it| Term::from_field_text(self.text, it)).collect();
        self.page(&PhraseQuery::new(terms), &words[0])
    }

    pub fn of_persona(&self, word: &str, persona: u64) -> usize {
        let term = Term::from_field_u64(self.persona, persona);
        let persona: Box<dyn Query> = Box::new(TermQuery::new(term, IndexRecordOption::Basic));
        self.page(&BooleanQuery::new(vec![(Occur::Must, self.term(word)), (Occur::Must, persona)]), word)
    }

    /// The twenty and how all are spread over personas and dimensions.
    pub fn facets(&self, word: &str) -> usize {
        let collectors = (TopDocs::with_limit(LIMIT).order_by_score(), Spread);
        let (found, spread) = self.reader.searcher().search(&*self.term(word), &collectors).unwrap();
        let ids =
            found.iter().map(|(_, at)| self.rows[at.segment_ord as usize].first(at.doc_id).unwrap().cast_signed());
        page(&self.db, ids, word) + spread.len()
    }

    /// Adds one line, commits and looks again.
    pub fn write(&mut self, text: &str, row: u64, writer: &mut IndexWriter) {
        let (field, id) = (self.text, self.index.schema().get_field("row").unwrap());
        writer.add_document(doc!(field => text, id => row)).unwrap();
        writer.commit().unwrap();
        self.reload();
    }

    /// Terms with how many lines have them.
    pub fn terms(&self, wanted: impl Fn(&str) -> bool) -> Vec<(String, u64)> {
        let mut all = Vec::new();
        for segment in self.reader.searcher().segment_readers() {
            let inverted = segment.inverted_index(self.text).unwrap();
            let mut terms = inverted.terms().stream().unwrap();
            while terms.advance() {
                if let Ok(word) = std::str::from_utf8(terms.key())
                    && wanted(word)
                {
                    all.push((word.to_owned(), u64::from(terms.value().doc_freq)));
                }
            }
        }
        all
    }
}

/// Counts by persona and dimension.
struct Spread;

struct SpreadHere {
    persona: Column<u64>,
    dimension: Column<u64>,
    counts: Vec<usize>,
}

impl Collector for Spread {
    type Fruit = Vec<usize>;
    type Child = SpreadHere;

    fn for_segment(&self, _: SegmentOrdinal, segment: &SegmentReader) -> tantivy::Result<SpreadHere> {
        let fast = segment.fast_fields();
        Ok(SpreadHere { persona: fast.u64("persona")?, dimension: fast.u64("dimension")?, counts: vec![0; 256] })
    }

    fn requires_scoring(&self) -> bool {
        false
    }

    fn merge_fruits(&self, segments: Vec<Vec<usize>>) -> tantivy::Result<Vec<usize>> {
        let mut all = vec![0; 256];
        segments.iter().for_each(|counts| all.iter_mut().zip(counts).for_each(|(a, b)| *a += b));
        Ok(all)
    }
}

impl SegmentCollector for SpreadHere {
    type Fruit = Vec<usize>;

    fn collect(&mut self, doc: DocId, _: Score) {
        let at = |column: &Column<u64>| column.first(doc).unwrap_or_default() as usize;
        let cell = at(&self.persona) * 8 + at(&self.dimension);
        self.counts[cell & 255] += 1;
    }

    fn harvest(self) -> Vec<usize> {
        self.counts
    }
}

/// The rows of twenty lines with cheap snippets; gives how many.
fn page(db: &Connection, ids: impl Iterator<Item = i64>, word: &str) -> usize {
    let mut rows = db.prepare_cached("SELECT text, person, persona, dimension FROM note WHERE id = ?1").unwrap();
    let mut count = 0;
    for id in ids {
        let text: String = rows
            .query_row([id], |row| {
                let _: (i64, i64, i64) = (row.get(1)?, row.get(2)?, row.get(3)?);
                row.get(0)
            })
            .unwrap();
        std::hint::black_box(snippet(&text, word));
        count += 1;
    }
    count
}

fn snippet(text: &str, word: &str) -> String {
    let at = text.to_lowercase().find(word).unwrap_or(0);
    let from = text.char_indices().map(|(at, _)| at).take_while(|it| *it + 40 <= at).last().unwrap_or(0);
    text[from..].chars().take(80).collect()
}

pub fn connect(peers: &Path) -> Connection {
    let db = Connection::open(peers).unwrap();
    db.set_prepared_statement_cache_capacity(64);
    db.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -64000;").unwrap();
    db
}

/// SQLite.
pub struct Lite {
    pub db: Connection,
}

impl Lite {
    fn twenty(&self, table: &str, order: &str, matched: &str, word: &str) -> usize {
        let sql = format!("SELECT rowid FROM {table} WHERE {table} MATCH ?1 ORDER BY {order} LIMIT {LIMIT}");
        let mut query = self.db.prepare_cached(&sql).unwrap();
        let ids: Vec<i64> = query.query_map([matched], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        page(&self.db, ids.into_iter(), word)
    }

    pub fn best(&self, table: &str, matched: &str, word: &str) -> usize {
        self.twenty(table, "rank", matched, word)
    }

    pub fn newest(&self, table: &str, matched: &str, word: &str) -> usize {
        self.twenty(table, "rowid DESC", matched, word)
    }

    pub fn of_persona(&self, matched: &str, word: &str, persona: u64) -> usize {
        let sql = format!(
            "SELECT plain.rowid FROM plain JOIN note ON note.id = plain.rowid
             WHERE plain MATCH ?1 AND note.persona = ?2 ORDER BY rank LIMIT {LIMIT}"
        );
        let mut query = self.db.prepare_cached(&sql).unwrap();
        let rows = query.query_map(params![matched, persona.cast_signed()], |row| row.get(0)).unwrap();
        let ids: Vec<i64> = rows.map(Result::unwrap).collect();
        page(&self.db, ids.into_iter(), word)
    }

    pub fn facets(&self, matched: &str, word: &str) -> usize {
        let sql = "SELECT note.persona, note.dimension, count(*) FROM plain JOIN note ON note.id = plain.rowid
                   WHERE plain MATCH ?1 GROUP BY 1, 2";
        let mut query = self.db.prepare_cached(sql).unwrap();
        let counts: Vec<i64> = query.query_map([matched], |row| row.get(2)).unwrap().map(Result::unwrap).collect();
        counts.len() + self.newest("plain", matched, word)
    }

    pub fn like_newest(&self, word: &str) -> usize {
        let sql = format!("SELECT id FROM note WHERE text LIKE ?1 ORDER BY id DESC LIMIT {LIMIT}");
        let mut query = self.db.prepare_cached(&sql).unwrap();
        let rows = query.query_map([format!("%{word}%")], |row| row.get(0)).unwrap();
        let ids: Vec<i64> = rows.map(Result::unwrap).collect();
        page(&self.db, ids.into_iter(), word)
    }

    pub fn like_count(&self, word: &str) -> usize {
        let mut query = self.db.prepare_cached("SELECT count(*) FROM note WHERE text LIKE ?1").unwrap();
        query.query_row([format!("%{word}%")], |row| row.get::<_, i64>(0)).unwrap().unsigned_abs() as usize
    }
}

/// The file of the peers' tables beside a kept library, made if it is not there yet.
pub fn tables(kept: &Path) -> PathBuf {
    let (file, mark) = (kept.join("peers.db"), kept.join("peers.whole"));
    if mark.exists() {
        return file;
    }
    drop(std::fs::remove_file(&file));
    let db = connect(&file);
    db.execute_batch(
        "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL, person INTEGER, persona INTEGER, dimension INTEGER);
         CREATE VIRTUAL TABLE plain USING fts5(text, content='', tokenize='unicode61');
         CREATE VIRTUAL TABLE prefixed USING fts5(text, content='', tokenize='unicode61', prefix='1 2 3 4');
         CREATE VIRTUAL TABLE grams USING fts5(text, content='', tokenize='trigram');",
    )
    .unwrap();
    db.execute("ATTACH ?1 AS library", [kept.join("data/library.db").to_str().unwrap()]).unwrap();
    let mut report = String::new();
    let copied = "INSERT INTO main.note (text, person, persona, dimension)
        SELECT note.text, participant.rowid, dense_rank() OVER (ORDER BY persona.name), dense_rank() OVER (ORDER BY note.dimension)
        FROM library.note AS note JOIN library.interview ON interview.id = note.interview
        JOIN library.participant ON participant.id = interview.participant
        JOIN library.persona ON persona.id = participant.persona ORDER BY note.id";
    for (name, sql) in [
        ("notes", copied),
        ("plain", "INSERT INTO plain (rowid, text) SELECT id, text FROM main.note"),
        ("prefixed", "INSERT INTO prefixed (rowid, text) SELECT id, text FROM main.note"),
        ("grams", "INSERT INTO grams (rowid, text) SELECT id, text FROM main.note"),
    ] {
        let pages = |db: &Connection| {
            db.query_row(
                "SELECT page_count * page_size FROM main.pragma_page_count(), main.pragma_page_size()",
                [],
                |row| row.get::<_, i64>(0),
            )
            .unwrap()
        };
        let (began, before) = (Instant::now(), pages(&db));
        db.execute_batch(&format!("BEGIN; {sql}; COMMIT;")).unwrap();
        let (took, bytes) = (began.elapsed().as_secs_f64(), pages(&db) - before);
        eprintln!("{name}: {took:.1} s, {bytes} bytes");
        report.push_str(&format!("{name} {took} {bytes}\n"));
    }
    db.execute_batch("DETACH library; PRAGMA wal_checkpoint(TRUNCATE);").unwrap();
    drop(db);
    build_raw(&connect(&file), &kept.join("raw"));
    std::fs::write(mark, report).unwrap();
    file
}

//! What a map says of itself, counted again: in SQL on the saved library of both sample studies. What a line or a person
//! is comes from the tables alone; from the map come only the citations of its entries. Paths are recounted in `measured`.

use std::collections::BTreeSet;

use rusqlite::{Connection, OpenFlags, Row, params};
use serde_json::{Value, json};
use whybuy::domain::Id;
use whybuy::domain::journey::{self, timeline::months};

use crate::docs::root;
use crate::home::Home;

const SAMPLES: [&str; 2] = ["ai_pc.ko.jsonl", "clinic_booking.en.jsonl"];

/// The lines and path events of the people of a persona who count, under the code that cites them.
const TABLES: &str = "
    CREATE TEMP TABLE who AS
        SELECT p.id, p.code FROM participant p JOIN persona n ON n.id = p.persona
        WHERE n.name = ?1 AND p.consent_withdrawn IS NULL AND p.consent_participate = 1
            AND EXISTS (SELECT 1 FROM interview i WHERE i.participant = p.id AND i.status <> 'planned');
    CREATE TEMP TABLE told AS
        SELECT printf('%s-L%03d', w.code, t.number) AS code, t.id AS source, 1 AS is_line, w.code AS person, i.id AS interview,
            i.date FROM who w JOIN interview i ON i.participant = w.id JOIN note t ON t.interview = i.id
        WHERE t.voice IN ('verbatim', 'paraphrase') AND t.speaker = 'participant'
        UNION ALL
        SELECT printf('%s-E%02d', w.code, e.number), e.id, 0, w.code, i.id, i.date
        FROM who w JOIN interview i ON i.participant = w.id JOIN path_event e ON e.interview = i.id;
    CREATE TEMP TABLE cited (entry INTEGER, stage TEXT, lane TEXT, text TEXT, state TEXT, code TEXT);
";

/// A map with what it cites, beside the tables.
struct Recount {
    db: Connection,
    map: Value,
}

fn text(it: &Value) -> &str {
    it.as_str().unwrap_or_default()
}

/// A count as SQL has it.
fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap()
}

fn list(it: &Value) -> impl Iterator<Item = &Value> {
    it.as_array().into_iter().flatten()
}

/// The entries of a map, each with its cell.
fn entries(map: &Value) -> impl Iterator<Item = (&Value, &Value)> {
    list(&map["cells"]).flat_map(|cell| list(&cell["entries"]).map(move |entry| (cell, entry)))
}

/// A citation without its revision.
fn code(cite: &str) -> &str {
    cite.split('.').next().unwrap()
}

fn open(home: &Home) -> Connection {
    Connection::open_with_flags(home.library(), OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap()
}

impl Recount {
    fn of(home: &Home, (persona, map): (&str, Value)) -> Recount {
        let db = open(home);
        for statement in TABLES.split(';').filter(|it| !it.trim().is_empty()) {
            db.execute(&statement.replace("?1", &format!("'{}'", persona.replace('\'', "''"))), []).unwrap();
        }
        for (number, (cell, entry)) in (0_i64..).zip(entries(&map)) {
            let row = [&cell["stage"], &cell["lane"], &entry["text"], &entry["state"]].map(text);
            for cite in list(&entry["evidence"]).map(|it| Some(code(text(it)))).chain([None]) {
                let sql = "INSERT INTO cited VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
                db.execute(sql, params![number, row[0], row[1], row[2], row[3], cite]).unwrap();
            }
        }
        Recount { db, map }
    }

    fn one<T>(&self, sql: &str, read: impl Fn(&Row) -> rusqlite::Result<T>) -> T {
        self.db.query_row(sql, [], |row| read(row)).unwrap_or_else(|error| panic!("{sql}: {error}"))
    }

    fn number(&self, sql: &str) -> i64 {
        self.one(sql, |row| row.get(0))
    }

    /// What the citations of some entries rest on, as a map tells it.
    fn counts(&self, wanted: &str) -> Value {
        let sql = format!(
            "SELECT count(DISTINCT interview), count(DISTINCT person), count(DISTINCT CASE WHEN is_line THEN t.code END),
                max(date) FROM told t WHERE t.code IN (SELECT code FROM cited WHERE {wanted})"
        );
        self.one(&sql, |row| {
            let newest: Option<String> = row.get(3)?;
            let number = |at: usize| row.get::<_, i64>(at);
            Ok(json!({ "interviews": number(0)?, "people": number(1)?, "notes": number(2)?, "newest": newest }))
        })
    }
}

/// Every kept journey of a sample: its persona, to whom it leads, its id, and its map as the command line gives it.
fn kept(home: &Home) -> Vec<(String, String, String, Value)> {
    let db = open(home);
    let sql = "SELECT n.name, j.competitor, hex(j.id) FROM journey j JOIN persona n ON n.id = j.persona ORDER BY j.id";
    let mut statement = db.prepare(sql).unwrap();
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).unwrap();
    let rows: Vec<(String, String, String)> = rows.map(Result::unwrap).collect();
    let map = |(persona, competitor, id): (String, String, String)| {
        let map = home.json(&["journey", &persona, "--competitor", &competitor]);
        (persona, competitor, id, map)
    };
    rows.into_iter().map(map).collect()
}

fn library(file: &std::path::Path) -> Home {
    let home = Home::new();
    home.run(&["import", file.to_str().unwrap()]);
    home
}

fn samples() -> impl Iterator<Item = Home> {
    SAMPLES.into_iter().map(|name| library(&root().join("sample_data").join(name)))
}

/// Shows A05.
#[test]
fn the_head_of_every_map_and_stage_is_recounted_in_sql() {
    for home in samples() {
        for (persona, competitor, _, map) in kept(&home) {
            let what = format!("{persona} {competitor}");
            let sql = Recount::of(&home, (&persona, map));
            assert_eq!(sql.map["people"], sql.number("SELECT count(*) FROM who"), "{what}");
            assert_eq!(sql.map["as_of"], json!(sql.one("SELECT max(date) FROM told", |row| row.get::<_, String>(0))));
            assert_eq!(sql.map["counts"], sql.counts("true"), "{what}");
            assert!(!competitor.is_empty() || sql.map["counts"]["notes"].as_i64().unwrap() > 20, "{what}");
            for stage in list(&sql.map["stages"]) {
                let wanted = format!("stage = '{}'", text(&stage["card"]["stage"]));
                assert_eq!(stage["counts"], sql.counts(&wanted), "{what} {wanted}");
            }
        }
    }
}

#[test]
fn people_states_and_debt_of_every_entry_are_recounted_in_sql() {
    for home in samples() {
        for (persona, competitor, id, map) in kept(&home) {
            let sql = Recount::of(&home, (&persona, map));
            let what = format!("{persona} {competitor}");
            for (number, (_, entry)) in entries(&sql.map).enumerate() {
                let people = sql.counts(&format!("entry = {number}"))["people"].clone();
                assert_eq!(entry["people"], people, "{what} {}", entry["text"]);
                let is_against = list(&entry["contradicted_by"]).next().is_some();
                let state = match (is_against, text(&entry["state"]), people.as_i64().unwrap()) {
                    (true, ..) => "contradicted",
                    (false, "stale", _) => "stale",
                    (false, _, 0) => "assumption",
                    (false, _, 1..3) => "thin",
                    (false, ..) => "strong",
                };
                assert_eq!(entry["state"], state, "{what} {}", entry["text"]);
            }
            let weak = "SELECT count(*) FROM (SELECT max(state = 'contradicted') AS c, max(state IN ('strong', 'thin')) AS good
                FROM cited WHERE text <> '' GROUP BY stage, lane) WHERE c OR NOT good";
            let of = format!("FROM entry WHERE journey = x'{id}' AND refused IS NULL");
            let filled = format!("SELECT count(*) FROM (SELECT DISTINCT stage, lane {of} AND text <> '')");
            assert_eq!(sql.map["debt"], json!({ "weak": sql.number(weak), "filled": sql.number(&filled) }), "{what}");
            assert_eq!(whole(entries(&sql.map).count()), sql.number(&format!("SELECT count(*) {of}")), "{what}");
            let open = format!("SELECT count(*) FROM comment WHERE resolved IS NULL AND entry IN (SELECT id {of})");
            assert_eq!(sql.map["comments"], sql.number(&open), "{what}");
        }
    }
}

/// What the rules propose, where nobody keeps anything yet: everybody who supports a claim stands under it somewhere in
/// each lane of its dimension, and nobody else does.
///
/// Shows A02.
#[test]
fn whom_the_rules_put_under_a_claim_is_recounted_in_sql() {
    for name in SAMPLES {
        let whole = std::fs::read_to_string(root().join("sample_data").join(name)).unwrap();
        let is_kept = |line: &&str| {
            let kinds = ["journey", "entry", "comment", "walk", "journey_edition"];
            kinds.iter().any(|kind| line.starts_with(&format!("{{\"record\":\"{kind}\"")))
        };
        let bare: Vec<&str> = whole.lines().skip(1).filter(|line| !is_kept(line)).collect();
        assert!(bare.len() + 1 < whole.lines().count());
        let head = format!("{{\"schema\":\"whybuy.study/1\",\"records\":{}}}\n", bare.len());
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("bare.jsonl");
        // The head says how many records follow, so that a file that was cut short is told.
        std::fs::write(&file, head + &bare.join("\n") + "\n").unwrap();
        let home = library(&file);
        let db = open(&home);
        let mut statement = db.prepare("SELECT name FROM persona").unwrap();
        for persona in statement.query_map([], |row| row.get::<_, String>(0)).unwrap().map(Result::unwrap) {
            let sql = Recount::of(&home, (&persona, home.json(&["journey", &persona])));
            assert!(
                entries(&sql.map).all(|(_, entry)| list(&entry["evidence"]).next().is_some()),
                "an entry of no line"
            );
            let mut themes = 0;
            for (lane, dimension) in
                [("internal_event", "trigger"), ("expectation", "criteria"), ("barrier", "concern")]
            {
                let claims = entries(&sql.map).filter(|(cell, _)| cell["lane"] == lane);
                for theme in claims.map(|(_, entry)| text(&entry["text"]).to_owned()).collect::<BTreeSet<_>>() {
                    let quoted = theme.replace('\'', "''");
                    let supports = format!(
                        "SELECT DISTINCT t.code FROM told t JOIN mark m ON m.note = t.source JOIN theme h ON h.id = m.theme
                        WHERE h.name = '{quoted}' AND m.stance = 'supports'"
                    );
                    let under = format!(
                        "SELECT code FROM cited WHERE lane = '{lane}' AND text = '{quoted}' AND code IS NOT NULL"
                    );
                    for (one, other) in [(&supports, &under), (&under, &supports)] {
                        let missing = sql.number(&format!("SELECT count(*) FROM ({one} EXCEPT {other})"));
                        assert_eq!(missing, 0, "{persona} {lane} {theme}");
                    }
                    let in_dimension = format!(
                        "SELECT dimension = '{dimension}' OR '{lane}' = 'expectation' FROM theme WHERE name = '{quoted}'"
                    );
                    themes += sql.number(&in_dimension);
                }
            }
            assert!(themes >= 8, "{persona}: {themes} claims");
        }
    }
}

/// Every citation of every map, kept or published, leads to its line by `show`.
#[test]
fn every_citation_of_every_map_resolves_by_show() {
    for home in samples() {
        let db = open(&home);
        let mut statement = db.prepare("SELECT document FROM journey_edition").unwrap();
        let documents = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
        let published = documents.map(|it| serde_json::from_str(&it.unwrap()).unwrap());
        let maps: Vec<Value> = kept(&home).into_iter().map(|it| it.3).chain(published).collect();
        let cites: BTreeSet<&str> = maps
            .iter()
            .flat_map(|map| entries(map).flat_map(|(_, it)| list(&it["evidence"]).chain(list(&it["contradicted_by"]))))
            .map(text)
            .collect();
        assert!(cites.len() > 60, "{} citations", cites.len());
        for cite in &cites {
            let told = home.json(&["show", cite]);
            let named = told["note"].as_str().or(told["event"].as_str()).unwrap_or_default();
            assert_eq!(named, code(cite), "{told}");
        }
    }
}

/// A stage has as many people in the funnel as paths of the journey lead through it.
///
/// Shows D02.
#[test]
fn the_funnel_and_the_paths_of_the_journey_count_alike() {
    for home in samples() {
        let personas: BTreeSet<String> = kept(&home).into_iter().map(|it| it.0).collect();
        for persona in personas {
            let funnel = home.json(&["journey", "metrics", &persona]);
            let paths = home.json(&["journey", "path", &persona]);
            for stage in list(&funnel["stages"]) {
                let leads = |route: &&Value| list(&route["visits"]).any(|visit| visit["stage"] == stage["stage"]);
                let people = list(&paths["routes"]).filter(leads).count();
                assert_eq!(stage["people"], people, "{persona} {}", stage["stage"]);
            }
        }
    }
}

/// A finished journey has at least four stages with eight elements each, and no required cell of it is empty.
///
/// Shows A15.
#[test]
fn both_samples_hold_a_journey_without_an_empty_required_cell() {
    for home in samples() {
        let db = open(&home);
        let empty = "SELECT count(*) FROM journey j, json_each(j.stages) s, json_each(j.lanes) l
            WHERE j.competitor = '' AND coalesce(l.value ->> 'hidden', 0) = 0
                AND l.value ->> 'lane' IN ('internal_event', 'feeling', 'touchpoint', 'expectation', 'message', 'next_stage', 'kpi')
                AND NOT EXISTS (SELECT 1 FROM entry e WHERE e.journey = j.id AND e.stage = s.value ->> 'stage'
                    AND e.lane = l.value ->> 'lane' AND e.text <> '' AND e.refused IS NULL)";
        assert_eq!(db.query_row(empty, [], |row| row.get::<_, i64>(0)).unwrap(), 0);
        let size = "SELECT min(json_array_length(stages)), min((SELECT count(*) FROM json_each(lanes) WHERE coalesce(value ->> 'hidden', 0) = 0))
            FROM journey WHERE competitor = ''";
        let (stages, lanes): (i64, i64) = db.query_row(size, [], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
        assert!(stages >= 4 && lanes >= 8, "{stages} stages, {lanes} lanes");
        let ours: i64 =
            db.query_row("SELECT count(*) FROM journey WHERE competitor = ''", [], |row| row.get(0)).unwrap();
        let theirs: i64 =
            db.query_row("SELECT count(*) FROM journey WHERE competitor <> ''", [], |row| row.get(0)).unwrap();
        assert!(ours >= 1 && theirs >= 1);
        for (persona, competitor, ..) in kept(&home) {
            if competitor.is_empty() {
                assert_eq!(home.json(&["journey", "check", &persona])["complete"], true, "{persona}");
            }
        }
    }
}

/// Shows in part B29: the lines of a stage by month; KPIs have no timeline.
#[test]
fn the_months_of_every_map_are_recounted_in_sql() {
    for home in samples() {
        let research = home.research();
        for (persona, _, id, map) in kept(&home) {
            let sql = Recount::of(&home, (&persona, map));
            let is_it = |it: &&Id| it.to_string().replace('-', "").eq_ignore_ascii_case(&id);
            let journey = *research.journeys().keys().find(is_it).unwrap();
            let months = months(&research, &journey::of(&research, journey).unwrap());
            let all = "SELECT count(DISTINCT substr(date, 1, 7)) FROM told WHERE code IN (SELECT code FROM cited)";
            assert_eq!(whole(months.len()), sql.number(all), "{persona}");
            for month in &months {
                for (stage, told) in list(&sql.map["stages"]).zip(&month.stages) {
                    let (stage, month) = (text(&stage["card"]["stage"]), &month.month);
                    let counts = format!(
                        "SELECT count(DISTINCT person), count(DISTINCT code) FROM told WHERE substr(date, 1, 7) = '{month}'
                        AND code IN (SELECT code FROM cited WHERE stage = '{stage}')"
                    );
                    let counts: (i64, i64) = sql.one(&counts, |row| Ok((row.get(0)?, row.get(1)?)));
                    assert_eq!((whole(told.people), whole(told.lines.len())), counts, "{persona} {month} {stage}");
                }
            }
        }
    }
}

//! What `journey metrics` counts, counted again: in SQL on the saved library of both sample studies, by other means than
//! the program's. Every number that is printed stands here twice.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OpenFlags, Row};
use serde_json::{Value, json};

use crate::docs::root;
use crate::home::Home;

const STAGES: [&str; 6] = ["problem", "awareness", "consideration", "decision", "purchase", "use"];

/// The people of a persona who count, their events in order, and the first event of each visit.
const TABLES: &str = "
    CREATE TEMP TABLE who AS
        SELECT p.id, p.code, coalesce(p.outcome, d.outcome) AS outcome
        FROM participant p JOIN persona n ON n.id = p.persona LEFT JOIN deal d ON d.id = p.deal
        WHERE n.name = ?1 AND p.consent_withdrawn IS NULL AND p.consent_participate = 1
            AND EXISTS (SELECT 1 FROM interview i WHERE i.participant = p.id AND i.status <> 'planned');
    CREATE TEMP TABLE event AS
        SELECT w.code, w.outcome, e.stage, e.act, e.touchpoint, e.rep, julianday(e.\"from\") AS f, julianday(e.until) AS u,
            row_number() OVER (PARTITION BY w.id ORDER BY i.date, i.id, e.position, e.number, e.id) AS n
        FROM who w JOIN interview i ON i.participant = w.id JOIN path_event e ON e.interview = i.id;
    CREATE TEMP TABLE visit AS
        SELECT code, outcome, stage, f, u, n, row_number() OVER (PARTITION BY code ORDER BY n) AS v FROM (
            SELECT *, lag(stage) OVER (PARTITION BY code ORDER BY n) AS before FROM event WHERE stage IS NOT NULL)
        WHERE before IS NULL OR before <> stage;
    CREATE TEMP TABLE form AS
        SELECT column1 AS stage, column2 AS place FROM (VALUES ('problem', 0), ('awareness', 1), ('consideration', 2),
            ('decision', 3), ('purchase', 4), ('use', 5));
    CREATE TEMP TABLE leap AS
        SELECT a.code, x.place AS begins, y.place AS ends FROM visit a JOIN visit b ON b.code = a.code AND b.v = a.v + 1
        JOIN form x ON x.stage = a.stage JOIN form y ON y.stage = b.stage;
    CREATE TEMP TABLE stay AS
        SELECT a.code, a.stage, CASE WHEN a.f IS NULL OR b.u < a.f THEN 'unclear' WHEN b.f IS NULL THEN 'censored' ELSE 'measured' END AS state,
            max(max(0, b.f - a.u), min(b.u - a.f, (cast(b.f - a.f + b.u - a.u AS INTEGER) + 1) / 2)) AS days
        FROM visit a LEFT JOIN visit b ON b.code = a.code AND b.v = a.v + 1;
    CREATE TEMP TABLE total AS
        SELECT code, stage, sum(days) AS days,
            CASE WHEN max(state = 'unclear') THEN 'unclear' WHEN max(state = 'censored') THEN 'censored' ELSE 'measured' END AS state
        FROM stay GROUP BY code, stage;
";

struct Recount(Connection);

impl Recount {
    fn of(home: &Home, persona: &str) -> Recount {
        let db = Connection::open_with_flags(home.library(), OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
        for statement in TABLES.split(';').filter(|it| !it.trim().is_empty()) {
            let needs_name = statement.contains("?1");
            let named = statement.replace("?1", &format!("'{persona}'"));
            db.execute(if needs_name { &named } else { statement }, []).unwrap();
        }
        Recount(db)
    }

    fn number(&self, sql: &str) -> i64 {
        self.0.query_row(sql, [], |row| row.get::<_, Option<i64>>(0)).unwrap().unwrap_or(0)
    }

    fn rows<T>(&self, sql: &str, read: impl Fn(&Row) -> rusqlite::Result<T>) -> Vec<T> {
        let mut statement = self.0.prepare(sql).unwrap();
        let rows = statement.query_map([], |row| read(row)).unwrap();
        rows.map(Result::unwrap).collect()
    }
}

/// Both samples, with the names of their personas.
fn libraries() -> Vec<(Home, Vec<String>)> {
    let of = |sample: &str| {
        let home = Home::new();
        home.run(&["import", root().join("sample_data").join(sample).to_str().unwrap()]);
        let db = Connection::open(home.library()).unwrap();
        let names = Recount(db).rows("SELECT name FROM persona ORDER BY id", |row| row.get(0));
        (home, names)
    };
    ["ai_pc.ko.jsonl", "clinic_booking.en.jsonl"].into_iter().map(of).collect()
}

fn each(mut check: impl FnMut(&Recount, &Value, &Home, &str)) {
    for (home, personas) in libraries() {
        for persona in &personas {
            let told = home.json(&["journey", "metrics", persona]);
            check(&Recount::of(&home, persona), &told, &home, persona);
        }
    }
}

#[test]
fn stages_moves_starts_and_exits_are_recounted_in_sql() {
    each(|sql, told, _, persona| {
        assert_eq!(told["people"], sql.number("SELECT count(*) FROM who"), "{persona}");
        let without = "SELECT count(*) FROM who WHERE code NOT IN (SELECT code FROM visit)";
        assert_eq!(told["without_path"], sql.number(without));
        for (at, stage) in STAGES.iter().enumerate() {
            let it = &told["stages"][at];
            let visits = format!("FROM visit WHERE stage = '{stage}'");
            let last = format!("{visits} AND v = (SELECT max(v) FROM visit x WHERE x.code = visit.code)");
            let ended = |outcome: &str| sql.number(&format!("SELECT count(*) {last} AND outcome {outcome}"));
            assert_eq!(it["stage"], *stage);
            let expected = json!({
                "people": sql.number(&format!("SELECT count(DISTINCT code) {visits}")),
                "visits": sql.number(&format!("SELECT count(*) {visits}")),
                "returned": sql.number(&format!("SELECT count(*) FROM (SELECT code {visits} GROUP BY code HAVING count(*) > 1)")),
                "began": sql.number(&format!("SELECT count(*) {visits} AND v = 1")),
                "rep_people": sql.number(&format!("SELECT count(DISTINCT code) FROM event WHERE stage = '{stage}' AND rep")),
                "rep_meetings": sql.number(&format!("SELECT count(*) FROM event WHERE stage = '{stage}' AND rep")),
                "ended": {
                    "won": ended("= 'won'"), "lost": ended("= 'lost'"), "no_decision": ended("= 'no_decision'"),
                    "decided_not_bought": ended("= 'decided_not_bought'"), "open": ended("IS NULL"),
                },
            });
            for (key, value) in expected.as_object().unwrap() {
                assert_eq!(&it[key], value, "{persona} {stage} {key}");
            }
        }
        let moves = "SELECT a.stage, b.stage, count(DISTINCT a.code), count(*) FROM visit a
            JOIN visit b ON b.code = a.code AND b.v = a.v + 1 GROUP BY a.stage, b.stage";
        let moves = sql.rows(moves, |row| Ok(((row.get(0)?, row.get(1)?), (row.get(2)?, row.get(3)?))));
        let moves: BTreeMap<(String, String), (i64, i64)> = moves.into_iter().collect();
        let text = |it: &Value| it.as_str().unwrap().to_owned();
        let count = |it: &Value| it.as_i64().unwrap();
        let told = told["transitions"].as_array().unwrap().iter();
        let told = told.map(|it| ((text(&it["from"]), text(&it["to"])), (count(&it["people"]), count(&it["moves"]))));
        assert_eq!(told.collect::<BTreeMap<_, _>>(), moves, "{persona}");
    });
}

#[test]
fn who_skipped_a_stage_and_what_was_done_in_it_is_recounted_in_sql() {
    let mut skipped = 0;
    each(|sql, told, _, persona| {
        for (at, stage) in STAGES.iter().enumerate() {
            let it = &told["stages"][at];
            let over = format!(
                "SELECT count(DISTINCT code) FROM leap WHERE begins < {at} AND {at} < ends
                    AND code NOT IN (SELECT code FROM visit WHERE stage = '{stage}')"
            );
            assert_eq!(it["skipped"], sql.number(&over), "{persona} {stage}");
            let done = format!(
                "SELECT act, touchpoint, count(DISTINCT code), count(*) FROM event WHERE stage = '{stage}' GROUP BY 1, 2"
            );
            let done = sql.rows(&done, |row| {
                Ok(json!([
                    row.get::<_, String>(0)?,
                    row.get::<_, String>(1)?,
                    row.get::<_, i64>(2)?,
                    row.get::<_, i64>(3)?
                ]))
            });
            let told = it["behaviours"].as_array().unwrap().iter();
            let told = told
                .map(|it| json!([it["act"], it["touchpoint"], it["people"], it["events"].as_array().unwrap().len()]));
            let text = |rows: Vec<Value>| rows.iter().map(Value::to_string).collect::<BTreeSet<_>>();
            assert_eq!(text(told.collect()), text(done), "{persona} {stage}");
        }
        skipped += sql.number("SELECT count(*) FROM leap WHERE ends > begins + 1");
    });
    assert!(skipped > 0, "the samples have skips to count");
}

#[test]
fn lost_interest_is_recounted_in_sql() {
    each(|sql, told, _, persona| {
        let lost = "SELECT f.stage, count(*), sum(did = 0), sum(met > 0) FROM form f JOIN (
                SELECT v.stage, (SELECT count(*) FROM event e WHERE e.code = v.code AND e.stage IS NOT NULL AND e.n >= v.n
                        AND e.act <> 'decision') AS did,
                    (SELECT count(*) FROM event e WHERE e.code = v.code AND e.stage IS NOT NULL AND e.n >= v.n AND e.rep) AS met
                FROM visit v WHERE v.v = (SELECT max(v) FROM visit x WHERE x.code = v.code)
                    AND v.outcome IN ('lost', 'no_decision', 'decided_not_bought')) USING (stage)
            GROUP BY f.place ORDER BY f.place";
        let lost = sql.rows(lost, |row| {
            Ok(json!([row.get::<_, String>(0)?, row.get::<_, i64>(1)?, row.get::<_, i64>(2)?, row.get::<_, i64>(3)?]))
        });
        let told = told["lost_interest"].as_array().unwrap();
        let counts: Vec<Value> =
            told.iter().map(|it| json!([it["from"], it["exits"], it["silent"], it["met_us"]])).collect();
        assert_eq!(counts, lost, "{persona}");
        for it in told {
            assert_eq!(it["flagged"], it["silent"] == it["exits"], "{persona}");
        }
    });
}

#[test]
fn times_and_the_slowest_stage_are_recounted_in_sql() {
    each(|sql, told, _, persona| {
        let mut slowest: Option<(i64, &str, usize)> = None;
        for (at, stage) in STAGES.iter().enumerate() {
            let it = &told["times"][at];
            let of = |state: &str| format!("FROM total WHERE stage = '{stage}' AND state = '{state}'");
            let days: Vec<i64> =
                sql.rows(&format!("SELECT cast(days AS INTEGER) {} ORDER BY days", of("measured")), |row| row.get(0));
            let number = |state: &str| sql.number(&format!("SELECT count(*) {}", of(state)));
            assert_eq!(
                (&it["n"], &it["censored"]),
                (&json!(days.len()), &json!(number("censored"))),
                "{persona} {stage}"
            );
            assert_eq!(it["unclear"], number("unclear"));
            let middle = days.get(days.len().saturating_sub(1) / 2).copied();
            match days.len() {
                0 => assert!(it["raw"].is_null() && it["median"].is_null()),
                1..5 => assert_eq!((&it["raw"], &it["median"]), (&json!(days), &Value::Null), "{persona} {stage}"),
                _ => {
                    assert_eq!((&it["median"], &it["raw"]), (&json!(middle), &Value::Null), "{persona} {stage}");
                    assert_eq!((&it["min"], &it["max"]), (&json!(days.first()), &json!(days.last())));
                }
            }
            let is_slower = middle > slowest.map(|it| it.0);
            if days.len() >= 3 && is_slower {
                slowest = middle.map(|middle| (middle, *stage, days.len()));
            }
        }
        let told = (told["slowest"]["stage"].as_str(), told["slowest"]["n"].as_u64());
        assert_eq!(told, (slowest.map(|it| it.1), slowest.map(|it| it.2 as u64)), "{persona}");
    });
}

#[test]
fn conversions_outcomes_and_alternatives_are_recounted_in_sql() {
    each(|sql, told, home, persona| {
        let ratio = |first: &str, then: &str| {
            let whole = format!("SELECT code, min(n) AS n FROM event WHERE {first} GROUP BY code");
            let part = format!(
                "SELECT count(*) FROM ({whole}) a WHERE EXISTS (SELECT 1 FROM event e WHERE e.code = a.code AND e.n > a.n AND {then})"
            );
            (sql.number(&part), sql.number(&format!("SELECT count(*) FROM ({whole})")))
        };
        let counts = |it: &Value| (it["part"].as_i64().unwrap(), it["whole"].as_i64().unwrap());
        for (at, pair) in STAGES.windows(2).enumerate() {
            let [first, then] = [pair[0], pair[1]].map(|stage| format!("stage = '{stage}'"));
            assert_eq!(counts(&told["conversions"][at]), ratio(&first, &then), "{persona} {pair:?}");
        }
        let between = |typed: &str| counts(&home.json(&["journey", "metrics", persona, "--between", typed]));
        for name in ["demo", "전화", "call"] {
            let touched = format!("lower(touchpoint) LIKE '%{name}%'");
            assert_eq!(between(&format!("{name},purchase")), ratio(&touched, "stage = 'purchase'"), "{persona} {name}");
            assert_eq!(between(&format!("{name},outcome:won")), won(sql, &touched), "{persona} {name}");
        }
        assert_eq!(between("act:decision,rep"), ratio("act = 'decision'", "rep"));
        for it in told["outcomes"].as_array().unwrap() {
            let outcome = it["outcome"].as_str().map_or("IS NULL".to_owned(), |outcome| format!("= '{outcome}'"));
            assert_eq!(it["people"], sql.number(&format!("SELECT count(*) FROM who WHERE outcome {outcome}")));
        }
        for it in told["alternatives"].as_array().unwrap() {
            let people = format!(
                "SELECT count(DISTINCT i.participant) FROM alternative a JOIN interview i ON i.id = a.interview
                WHERE a.kind = '{}' AND i.participant IN (SELECT id FROM who)",
                it["kind"].as_str().unwrap()
            );
            assert_eq!(it["people"], sql.number(&people), "{persona}");
        }
    });
}

/// How many of those with such an event won, and how many have one.
fn won(sql: &Recount, first: &str) -> (i64, i64) {
    let with = |also: &str| sql.number(&format!("SELECT count(DISTINCT code) FROM event WHERE ({first}){also}"));
    (with(" AND outcome = 'won'"), with(""))
}

//! The tables: one row of times for each kind of query, and the goals with what was reached.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::queries::{Kind, Row};

/// What one engine took for one kind of query.
#[derive(Clone, Debug)]
pub struct Cell {
    pub name: &'static str,
    pub p50: Duration,
    pub p99: Duration,
    /// Lines that whybuy finds, on average.
    pub found: usize,
}

impl Cell {
    pub fn of(name: &'static str, mut times: Vec<Duration>, found: usize) -> Cell {
        times.sort();
        let at = |percent: usize| times[(times.len() - 1) * percent / 100];
        Cell { name, p50: at(50), p99: at(99), found }
    }
}

pub fn load() -> String {
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    load.split(' ').next().unwrap_or_default().to_owned()
}

pub fn times(over: Duration, under: Duration) -> f64 {
    over.as_secs_f64() / under.as_secs_f64()
}

pub struct Table;

impl Table {
    pub fn begin() -> Table {
        println!(
            "\n| query | lines found | whybuy p50 / p99 | the others p50 / p99 (theirs to ours) |\n|---|---|---|---|"
        );
        Table
    }

    pub fn row(&mut self, name: &str, cells: &[Cell]) {
        let Some((ours, others)) = cells.split_first() else { return };
        let told: Vec<String> = others
            .iter()
            .map(|it| {
                let (p50, p99) = (times(it.p50, ours.p50), times(it.p99, ours.p99));
                format!("{} {:.1?} / {:.1?} ({p50:.2}x / {p99:.2}x)", it.name, it.p50, it.p99)
            })
            .collect();
        println!("| {name} | {} | {:.1?} / {:.1?} | {} |", ours.found, ours.p50, ours.p99, told.join("; "));
    }
}

/// What was asked and what was reached, by the number of the goal.
#[derive(Default)]
pub struct Goals {
    said: BTreeMap<u32, Vec<String>>,
}

impl Goals {
    /// A part of a goal: `reached` may be at most `most`.
    pub fn most(&mut self, goal: u32, what: &str, reached: f64, most: f64) {
        let verdict = if reached <= most { "met".to_owned() } else { format!("NOT MET by {:.2}x", reached / most) };
        self.said.entry(goal).or_default().push(format!("{what}: {reached:.2}, at most {most} – {verdict}"));
    }

    /// A part of a goal: `reached` must be at least `least`.
    pub fn least(&mut self, goal: u32, what: &str, reached: f64, least: f64) {
        let verdict = if reached >= least { "met".to_owned() } else { format!("NOT MET by {:.2}x", least / reached) };
        self.said.entry(goal).or_default().push(format!("{what}: {reached:.2}, at least {least} – {verdict}"));
    }

    pub fn say(&mut self, goal: u32, what: &str) {
        self.said.entry(goal).or_default().push(what.to_owned());
    }

    /// Takes from a row what the goals ask.
    pub fn hear(&mut self, row: &Row, cells: &[Cell]) {
        if let (Kind::Misspelt, [ours, fuzzy]) = (row.kind, cells) {
            return self.most(8, &format!("{} p50 to a fuzzy query", row.name), times(ours.p50, fuzzy.p50), 1.0 / 6.0);
        }
        let find = |name: &str| cells.iter().find(|it| it.name == name);
        let Some(ours) = cells.first() else { return };
        let language = &row.name[..2];
        let two = row.name.contains("2 words");
        match row.kind {
            Kind::Term => {
                let Some(raw) = find("tantivy") else { return };
                self.most(0, &format!("{} p50 to bare tantivy", row.name), times(ours.p50, raw.p50), 1.0);
                self.most(0, &format!("{} p99 to bare tantivy", row.name), times(ours.p99, raw.p99), 1.5);
            }
            Kind::Typing => {
                if let Some(raw) = find("tantivy frequent").filter(|_| !two) {
                    self.most(1, &format!("{} p50", row.name), times(ours.p50, raw.p50), 1.0);
                    self.most(1, &format!("{} p99", row.name), times(ours.p99, raw.p99), 1.5);
                }
                let at = ["1 char", "2 char", "3 char"].iter().position(|it| row.name.contains(it));
                if let (Some(at), Some(plain)) = (at, find("FTS5 q* bm25")) {
                    let least = if language == "en" { [1000.0, 1000.0, 100.0][at] } else { [500.0, 50.0, 15.0][at] };
                    self.least(2, &row.name, times(plain.p50, ours.p50), least);
                }
                if let Some(prefixed) = find("prefix newest") {
                    self.most(3, &format!("{} p50", row.name), times(ours.p50, prefixed.p50), 1.0);
                    self.most(3, &format!("{} p99", row.name), times(ours.p99, prefixed.p99), 1.0);
                }
                if two {
                    self.most(4, &row.name, times(ours.p99, ours.p50), 4.0);
                }
            }
            Kind::Facets => {
                if let Some(lite) = find("FTS5 group by") {
                    self.least(9, &format!("{language} p50"), times(lite.p50, ours.p50), 20.0);
                    self.least(9, &format!("{language} p99"), times(lite.p99, ours.p99), 20.0);
                }
            }
            _ => {}
        }
    }

    pub fn print(&self) {
        println!("\n| goal | what was reached |\n|---|---|");
        for (goal, said) in &self.said {
            let goal = if *goal == 0 { "terms".to_owned() } else { goal.to_string() };
            said.iter().for_each(|it| println!("| {goal} | {it} |"));
        }
        println!("| 5, 6 | the judged Korean set is a test of its own and not measured here |");
    }
}

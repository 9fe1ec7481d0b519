//! The lanes of a chart as rows, their cells and entries: each entry with the mark of its state, its words, how many
//! people say so, what its lane asks for besides, and the lines that it rests on.

use std::collections::BTreeMap;

use serde::Serialize;

use super::head::{BLANK, MOMENT};
use super::{facts, lane, outside, people, stage};
use crate::domain::journey::{Cell as MapCell, LaneRow, Map, MapEntry, MapStage, Origin};
use crate::exchange::sheet::said::mark;
use crate::words::{Arg, Words};

/// One lane.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    /// The lane's key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Its cells, one for each stage.
    pub cells: Vec<Cell>,
}

/// What stands at a stage in a lane.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Cell {
    /// The number of the stage.
    pub column: usize,
    /// The name of the lane.
    pub lane: String,
    /// What people wrote and accepted, by people; what must still be written comes last.
    pub entries: Vec<Entry>,
    /// What is read from elsewhere: the owner, the moments of truth.
    pub read: Vec<String>,
}

impl Cell {
    /// Whether nothing stands here.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.read.is_empty()
    }
}

/// One entry.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Entry {
    /// The anchor, such as `e3-expectation-1`.
    pub id: String,
    /// The mark of its state.
    pub mark: &'static str,
    /// The state's name in code; `blank` where it must still be written.
    pub state: &'static str,
    /// The words; in a blank, what it must answer.
    pub text: String,
    /// Whether somebody must still write it.
    pub blank: bool,
    /// `◆` where it is a moment of truth, else empty.
    pub moment: &'static str,
    /// How many people say so; empty in a blank and where nobody does.
    pub people: String,
    /// "3 people, strong"; empty in a blank.
    pub standing: String,
    /// What its lane asks for besides, one phrase each.
    pub facts: Vec<String>,
    /// Where it came from, who touched it last and when, how many comments are open.
    pub by: String,
    /// The citations it rests on.
    pub evidence: Vec<String>,
    /// The citations that contradict it.
    pub against: Vec<String>,
    /// What stands before these.
    pub contradicts: String,
}

/// What must still be written.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Open {
    /// The stage, with its number.
    pub stage: String,
    /// The lane; where cells are empty, all of them.
    pub lane: String,
    /// What it must answer; of an empty required cell, that it is empty.
    pub text: String,
}

/// Somebody whose lines the map rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Witness {
    /// The participant's code.
    pub who: String,
    /// The citations, those against something among them.
    pub cites: Vec<String>,
}

pub(super) fn of(map: &Map, words: &Words) -> Vec<Row> {
    map.shown().map(|row| of_lane(map, row, words)).collect()
}

fn of_lane(map: &Map, row: &LaneRow, words: &Words) -> Row {
    let cells = map.stages.iter().enumerate().map(|(at, stage)| Cell {
        column: at,
        lane: lane(row, words),
        entries: map.cell(&stage.card.stage, row.lane).map(|cell| entries(map, (at, cell), words)).unwrap_or_default(),
        read: read(map, stage, row),
    });
    Row { key: row.lane.to_string(), name: lane(row, words), cells: cells.collect() }
}

fn read(map: &Map, stage: &MapStage, row: &LaneRow) -> Vec<String> {
    map.read(stage, row.lane).iter().map(|text| outside(text)).collect()
}

fn entries(map: &Map, (at, cell): (usize, &MapCell), words: &Words) -> Vec<Entry> {
    let id = |number: usize| format!("e{at}-{}-{}", cell.lane, number + 1);
    cell.entries.iter().enumerate().map(|(number, it)| entry(map, (id(number), cell), it, words)).collect()
}

fn entry(map: &Map, (id, cell): (String, &MapCell), it: &MapEntry, words: &Words) -> Entry {
    let blank = it.is_blank();
    let state = words.say(&format!("state-{}", it.state));
    let standing = [("people", Arg::from(it.people)), ("state", Arg::from(&state))];
    let text = if blank {
        words.say_with("chart-must-answer", &[("answers", (&outside(&it.facts.answers)).into())])
    } else {
        outside(&it.text)
    };
    let unless_blank = |text: String| if blank { String::new() } else { text };
    let cites = |codes: &[String]| codes.iter().map(|code| outside(code)).collect::<Vec<String>>();
    Entry {
        id,
        mark: if blank { BLANK } else { mark(it.state) },
        state: if blank { "blank" } else { it.state.name() },
        text,
        blank,
        moment: if it.facts.moment { MOMENT } else { "" },
        people: if it.people > 0 { unless_blank(people(it.people, words)) } else { String::new() },
        standing: unless_blank(words.say_with("report-entry", &standing)),
        facts: facts::of(map, cell.lane, it, words),
        by: by(map, it, words),
        evidence: cites(&it.evidence),
        against: cites(&it.contradicted_by),
        contradicts: words.say("stance-contradicts"),
    }
}

/// "by hand · HE 2026-11-22 · 2 open comments".
fn by(map: &Map, it: &MapEntry, words: &Words) -> String {
    let origin = words.say(&format!("origin-{}", it.origin));
    let day = it.on.map(|day| day.to_string()).unwrap_or_default();
    let touched = format!("{} {day}", outside(&it.by)).trim().to_owned();
    let open = words.say_with("comments-open", &[("count", it.comments.into())]);
    let parts = [
        (origin, map.kept || it.origin == Origin::Human),
        (touched.clone(), !touched.is_empty()),
        (open, it.comments > 0),
    ];
    parts.into_iter().filter(|(_, is_said)| *is_said).map(|(part, _)| part).collect::<Vec<String>>().join(" · ")
}

/// Of each stage the required cells in which nothing stands, together, and then its blanks.
pub(super) fn open(map: &Map, words: &Words) -> Vec<Open> {
    let mut open = Vec::new();
    for column in &map.stages {
        let at = &column.card.stage;
        let one = |lane: String, text: String| Open { stage: stage(map, at, words), lane, text };
        let is_empty = |row: &&LaneRow| row.lane.is_required() && map.cell(at, row.lane).is_none();
        let empty: Vec<String> = map.shown().filter(is_empty).map(|row| lane(row, words)).collect();
        if !empty.is_empty() {
            open.push(one(empty.join(", "), words.say("chart-cell-empty")));
        }
        for (row, cell) in map.shown().filter_map(|row| Some((row, map.cell(at, row.lane)?))) {
            for blank in cell.entries.iter().filter(|it| it.is_blank()) {
                let answers = outside(&blank.facts.answers);
                let text = words.say_with("chart-must-answer", &[("answers", (&answers).into())]);
                open.push(one(lane(row, words), text));
            }
        }
    }
    open
}

/// Everybody whose lines the shown entries cite.
pub(super) fn witnesses(rows: &[Row]) -> Vec<Witness> {
    let mut by_person: BTreeMap<String, std::collections::BTreeSet<String>> = BTreeMap::new();
    let entries = rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.entries);
    for cite in entries.flat_map(|entry| entry.evidence.iter().chain(&entry.against)) {
        let who = cite.rsplit_once('-').map_or(cite.as_str(), |(who, _)| who);
        by_person.entry(who.to_owned()).or_default().insert(cite.clone());
    }
    by_person.into_iter().map(|(who, cites)| Witness { who, cites: cites.into_iter().collect() }).collect()
}

//! A map as a table for a spreadsheet: one row for the map itself with the disclaimer, one for each entry, each empty cell
//! of a shown row and each move. Columns have the same heads in every language; a cell that a spreadsheet would take for
//! a formula is guarded as in every other table of ours.

use super::chart::unapproached;
use super::flat::guard;
use super::records::write_failed;
use crate::domain::journey::{Cell, Facts, LaneRow, Map, MapEntry, MapStage};
use crate::error::Result;
use crate::words::Words;

/// The heads of the columns.
pub const COLUMNS: [&str; 39] = [
    "id",
    "kind",
    "persona",
    "competitor",
    "group",
    "version",
    "stage",
    "stage_name",
    "lane",
    "lane_name",
    "text",
    "state",
    "people",
    "feeling",
    "when",
    "decides",
    "expectation",
    "met",
    "to",
    "owner",
    "severity",
    "closed",
    "holding",
    "cost",
    "unit",
    "target",
    "actual",
    "actual_date",
    "experience",
    "content",
    "answers",
    "observed",
    "layer",
    "moment",
    "origin",
    "by",
    "on",
    "evidence",
    "against",
];

/// The map as a table; `text` of its first row is the disclaimer, and that nobody said how this type is approached.
///
/// # Errors
/// None that writing into memory can cause.
pub fn csv(map: &Map, words: &Words) -> Result<String> {
    let failed = |error: csv::Error| write_failed(std::io::Error::other(error));
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(COLUMNS).map_err(failed)?;
    let table = Table { map, words };
    for row in table.rows() {
        writer.write_record(row.cells()).map_err(failed)?;
    }
    let bytes = writer.into_inner().map_err(|error| write_failed(error.into_error()))?;
    Ok(format!("\u{FEFF}{}", String::from_utf8_lossy(&bytes)))
}

/// A row by the heads of its columns; what is not said is blank.
#[derive(Clone, Default)]
struct Line(Vec<(&'static str, String)>);

impl Line {
    fn with(mut self, head: &'static str, cell: impl std::fmt::Display) -> Line {
        self.0.push((head, format!("{cell}")));
        self
    }

    fn maybe(self, head: &'static str, cell: Option<impl std::fmt::Display>) -> Line {
        match cell {
            Some(cell) => self.with(head, cell),
            None => self,
        }
    }

    /// The cells in the order of [`COLUMNS`], each inert; numbers stay numbers.
    fn cells(&self) -> impl Iterator<Item = String> + '_ {
        COLUMNS.iter().map(|head| {
            let cell = self.0.iter().find(|(name, _)| name == head).map(|(_, cell)| cell.clone()).unwrap_or_default();
            if cell.parse::<f64>().is_ok_and(f64::is_finite) { cell } else { guard(cell) }
        })
    }
}

struct Table<'a> {
    map: &'a Map,
    words: &'a Words,
}

impl Table<'_> {
    fn rows(&self) -> Vec<Line> {
        let mut rows = vec![self.whole()];
        for (number, stage) in self.map.stages.iter().enumerate() {
            for lane in self.map.shown() {
                self.cell((number, stage), lane, &mut rows);
            }
        }
        rows.extend(self.map.transitions.iter().map(|it| {
            let kind = if it.back { "move_back" } else { "move" };
            let id = format!("{}/{}", it.from, it.to);
            Line::default()
                .with("id", id)
                .with("kind", kind)
                .with("stage", &it.from)
                .with("to", &it.to)
                .with("people", it.people)
        }));
        rows
    }

    fn whole(&self) -> Line {
        let map = self.map;
        let text = [Some(self.words.say("report-disclaimer")), unapproached(map, self.words)];
        Line::default()
            .with("id", "map")
            .with("kind", "map")
            .with("persona", &map.persona)
            .with("competitor", &map.competitor)
            .with("group", &map.group)
            .maybe("version", map.edition.as_ref().map(|it| it.number))
            .with("people", map.people)
            .maybe("on", map.as_of)
            .with("text", text.into_iter().flatten().collect::<Vec<String>>().join(" · "))
    }

    fn cell(&self, (number, stage): (usize, &MapStage), lane: &LaneRow, rows: &mut Vec<Line>) {
        let key = &stage.card.stage;
        let place = |kind: &str, nth: usize| {
            Line::default()
                .with("id", format!("{number}/{}/{nth}", lane.lane))
                .with("kind", kind)
                .with("stage", key)
                .with("stage_name", self.words.named("stage", &stage.card.name, key))
                .with("lane", lane.lane)
                .with("lane_name", self.words.named("lane", &lane.name, lane.lane))
        };
        let before = rows.len();
        let entries = self.map.cell(key, lane.lane).into_iter().flat_map(|cell: &Cell| &cell.entries);
        for (nth, entry) in entries.enumerate() {
            let kind = if entry.is_blank() { "blank" } else { "entry" };
            rows.push(of_entry(place(kind, nth + 1), entry));
        }
        for (nth, text) in self.map.read(stage, lane.lane).into_iter().enumerate() {
            rows.push(place("read", nth + 1).with("text", text));
        }
        if rows.len() == before {
            rows.push(place("empty", 0));
        }
    }
}

fn of_entry(line: Line, entry: &MapEntry) -> Line {
    of_facts(line, &entry.facts)
        .with("text", &entry.text)
        .with("state", entry.state)
        .with("people", entry.people)
        .with("origin", entry.origin)
        .with("by", &entry.by)
        .maybe("on", entry.on)
        .with("evidence", entry.evidence.join(" "))
        .with("against", entry.contradicted_by.join(" "))
}

fn of_facts(line: Line, facts: &Facts) -> Line {
    let last = facts.last_actual();
    line.maybe("feeling", facts.feeling)
        .with("when", &facts.when)
        .with("decides", facts.decides.join(" | "))
        .maybe("expectation", facts.expectation)
        .maybe("met", facts.met)
        .maybe("to", facts.to.as_ref())
        .with("owner", &facts.owner)
        .maybe("severity", facts.severity)
        .maybe("closed", facts.closed)
        .maybe("holding", facts.holding)
        .maybe("cost", facts.cost)
        .with("unit", &facts.unit)
        .maybe("target", facts.target)
        .maybe("actual", last.map(|it| it.value))
        .maybe("actual_date", last.map(|it| it.date))
        .with("experience", &facts.experience)
        .maybe("content", facts.content)
        .with("answers", &facts.answers)
        .maybe("observed", facts.observed)
        .maybe("layer", facts.layer)
        .maybe("moment", facts.moment.then_some(1))
}

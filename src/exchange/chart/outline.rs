//! The outline of a chart: where buyers and we meet, why they need a solution, what hurts; each point with its stage and
//! its lines. It is the same evidence as in the grid, read along three questions.

use serde::Serialize;

use super::rows::{Entry, Row};
use crate::domain::journey::Lane;
use crate::words::Words;

/// The three headings and the lanes that they gather.
const PARTS: [(&str, &[Lane]); 3] = [
    ("chart-outline-interactions", &[Lane::Touchpoint, Lane::Action]),
    ("chart-outline-why", &[Lane::InternalEvent, Lane::NextStage, Lane::Expectation]),
    ("chart-outline-pains", &[Lane::Pain, Lane::Barrier, Lane::Feeling]),
];

/// One heading with what stands under it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Outline {
    /// The heading.
    pub label: String,
    /// The number of the stage, the lane and the entry, by stage and then by lane.
    pub points: Vec<(usize, String, Entry)>,
    /// That nothing was heard; empty where something was.
    pub nothing: String,
}

pub(super) fn of(rows: &[Row], words: &Words) -> Vec<Outline> {
    PARTS.iter().map(|(key, lanes)| part(rows, (key, lanes), words)).collect()
}

fn part(rows: &[Row], (key, lanes): (&str, &[Lane]), words: &Words) -> Outline {
    let meant = |row: &&Row| lanes.iter().any(|lane| lane.to_string() == row.key);
    let cells = rows.iter().filter(meant).flat_map(|row| &row.cells);
    let entries =
        cells.flat_map(|cell| cell.entries.iter().map(move |it| (cell.column, cell.lane.clone(), it.clone())));
    let mut points: Vec<(usize, String, Entry)> = entries.filter(|(_, _, entry)| !entry.blank).collect();
    points.sort_by_key(|(column, _, _)| *column);
    let nothing = if points.is_empty() { words.say("chart-outline-nothing") } else { String::new() };
    Outline { label: words.say(key), points, nothing }
}

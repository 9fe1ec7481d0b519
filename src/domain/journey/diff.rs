//! How two maps differ, cell by cell: two versions of one journey, two personas, a fork and its parent, or us and a
//! competitor. The left one is ours or the earlier one.

use std::collections::BTreeSet;

use serde::Serialize;

use super::lane::Lane;
use super::map::{Map, MapEntry};
use crate::domain::dimension::Stage;

/// How two maps differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MapDiff {
    /// The cells that hold something in either map, by stage and lane of the left one.
    pub cells: Vec<CellDiff>,
    /// The stages at which the right one has a touchpoint and the left one has none.
    pub unmet: Vec<Stage>,
}

/// What people call a stage: in the first of two maps that has it. Blank where it has the name of its kind.
pub fn name_of_stage<'m>(maps: [&'m Map; 2], stage: &Stage) -> &'m str {
    let has_it = |map: &&Map| map.stages.iter().any(|it| it.card.stage == *stage);
    maps.into_iter().find(has_it).map_or("", |map| map.name_of_stage(stage))
}

/// What people call a lane: in the first of two maps that has it. Blank where it has the name of its kind.
pub fn name_of_lane(maps: [&Map; 2], lane: Lane) -> &str {
    let has_it = |map: &&Map| map.lanes.iter().any(|row| row.lane == lane);
    maps.into_iter().find(has_it).map_or("", |map| map.name_of_lane(lane))
}

/// One cell in both maps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CellDiff {
    /// The stage.
    pub stage: Stage,
    /// The lane.
    pub lane: Lane,
    /// What stands in both.
    pub same: Vec<String>,
    /// What stands in the left one only.
    pub left: Vec<String>,
    /// What stands in the right one only.
    pub right: Vec<String>,
    /// What stands in both and rests on other numbers of people: left, right.
    pub counted: Vec<(String, usize, usize)>,
}

impl CellDiff {
    /// Whether the cell says the same in both.
    pub fn is_same(&self) -> bool {
        self.left.is_empty() && self.right.is_empty()
    }
}

impl MapDiff {
    /// The cells that do not say the same.
    pub fn changed(&self) -> impl Iterator<Item = &CellDiff> {
        self.cells.iter().filter(|cell| !cell.is_same())
    }
}

/// How the right map differs from the left one.
pub fn diff(left: &Map, right: &Map) -> MapDiff {
    let stages = order(left, right, |map| map.stages.iter().map(|it| it.card.stage.clone()).collect());
    let lanes: Vec<Lane> = order(left, right, |map| map.lanes.iter().map(|row| row.lane).collect());
    let mut cells = Vec::new();
    for stage in &stages {
        cells.extend(lanes.iter().filter_map(|lane| cell(left, right, stage, *lane)));
    }
    let meets = |map: &Map, stage: &Stage| map.cell(stage, Lane::Touchpoint).is_some();
    let unmet = stages.into_iter().filter(|stage| meets(right, stage) && !meets(left, stage)).collect();
    MapDiff { cells, unmet }
}

/// What the left one has, in its order, and then what only the right one has.
fn order<T: PartialEq>(left: &Map, right: &Map, of: impl Fn(&Map) -> Vec<T>) -> Vec<T> {
    let mut all = of(left);
    for it in of(right) {
        if !all.contains(&it) {
            all.push(it);
        }
    }
    all
}

fn cell(left: &Map, right: &Map, stage: &Stage, lane: Lane) -> Option<CellDiff> {
    let entries = |map| -> Vec<&MapEntry> {
        let found: Option<&super::map::Cell> = Map::cell(map, stage, lane);
        found.map(|cell| cell.entries.iter().filter(|it| !it.is_blank()).collect()).unwrap_or_default()
    };
    let (ours, theirs) = (entries(left), entries(right));
    if ours.is_empty() && theirs.is_empty() {
        return None;
    }
    let says = |one: &MapEntry, other: &MapEntry| one.text == other.text && one.facts == other.facts;
    let only = |here: &[&MapEntry], there: &[&MapEntry]| -> Vec<String> {
        here.iter().filter(|one| !there.iter().any(|other| says(one, other))).map(|it| it.text.clone()).collect()
    };
    let pairs = ours.iter().filter_map(|one| Some((*one, *theirs.iter().find(|other| says(one, other))?)));
    let counted = pairs.clone().filter(|(one, other)| one.people != other.people);
    Some(CellDiff {
        stage: stage.clone(),
        lane,
        left: only(&ours, &theirs),
        right: only(&theirs, &ours),
        counted: counted.map(|(one, other)| (one.text.clone(), one.people, other.people)).collect(),
        same: pairs.map(|(one, _)| one.text.clone()).collect::<BTreeSet<_>>().into_iter().collect(),
    })
}

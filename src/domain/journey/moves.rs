//! Moves between the stages of a map, in people: how buyers really went, over the linear form.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::rules::events;
use crate::domain::dimension::Stage;
use crate::domain::id::Id;
use crate::domain::research::Research;

/// A move between two stages.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Transition {
    /// From this stage.
    pub from: Stage,
    /// To this one.
    pub to: Stage,
    /// How many people made it.
    pub people: usize,
    /// Whether it goes back.
    pub back: bool,
}

/// The moves that the counted people of a persona made, each person once for each pair of stages.
pub fn transitions(research: &Research, persona: Id, stages: &[Stage]) -> Vec<Transition> {
    let mut moves: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for person in research.counted_people(Some(persona)) {
        let path = events(research, person, stages);
        let made: BTreeSet<(usize, usize)> = path.windows(2).map(|pair| (pair[0].1, pair[1].1)).collect();
        for step in made.into_iter().filter(|(from, to)| from != to) {
            *moves.entry(step).or_default() += 1;
        }
    }
    let transition = |((from, to), people): ((usize, usize), usize)| Transition {
        from: stages[from].clone(),
        to: stages[to].clone(),
        people,
        back: to < from,
    };
    moves.into_iter().map(transition).collect()
}

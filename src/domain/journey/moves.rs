//! Moves between the stages of a map, in people: how buyers really went, over the linear form. They are counted in
//! `paths`; a map shows less of them, and no wording of anybody's event.

use serde::{Deserialize, Serialize};

use crate::domain::dimension::Stage;
use crate::domain::id::Id;
use crate::domain::paths::{self, Way};
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
    let less =
        |it: paths::Transition| Transition { back: it.way == Way::Back, from: it.from, to: it.to, people: it.people };
    paths::transitions(research, persona, stages).into_iter().map(less).collect()
}

//! The moves of a chart: how buyers really went between the stages, over the linear form.
//! They are counted in the domain's `paths`; here they get their words.

use serde::Serialize;

use super::{people, stage};
use crate::domain::dimension::Stage;
use crate::domain::journey::{Map, Transition};
use crate::words::{Arg, Words};

/// One move between two stages.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Move {
    /// The number of the stage from which.
    pub from: usize,
    /// The number of the stage to which.
    pub to: usize,
    /// How many people made it.
    pub people: usize,
    /// The same in words.
    pub count: String,
    /// Whether it goes back.
    pub back: bool,
    /// All of it in a sentence.
    pub sentence: String,
}

pub(super) fn of(map: &Map, words: &Words) -> Vec<Move> {
    let mut moves: Vec<Move> = map.transitions.iter().filter_map(|it| one(map, it, words)).collect();
    moves.sort_by_key(|it| (!it.back, it.from, it.to));
    moves
}

fn one(map: &Map, it: &Transition, words: &Words) -> Option<Move> {
    let place = |stage: &Stage| map.stages.iter().position(|known| known.card.stage == *stage);
    let (from, to) = (stage(map, &it.from, words), stage(map, &it.to, words));
    let args = [("from", Arg::from(&from)), ("to", Arg::from(&to)), ("people", Arg::from(it.people))];
    let key = if it.back { "report-move-back" } else { "report-move" };
    Some(Move {
        from: place(&it.from)?,
        to: place(&it.to)?,
        people: it.people,
        count: people(it.people, words),
        back: it.back,
        sentence: words.say_with(key, &args),
    })
}

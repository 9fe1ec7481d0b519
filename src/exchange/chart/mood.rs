//! The emotion curve of a chart: how the buyer feels at each stage, -2 to +2, as points and in words. Where nothing was
//! felt the line goes on broken, and never beyond the first and the last feeling.

use serde::Serialize;

use super::facts::signed;
use super::stage;
use crate::domain::journey::{Map, versions};
use crate::words::{Arg, Words};

/// A step of the scale in the unit of [`Felt::y`].
pub const STEP: i32 = 100;

/// The curve.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Mood {
    /// The same in a sentence.
    pub label: String,
    /// One for each stage.
    pub felt: Vec<Felt>,
}

/// One stage of the curve. Heights are hundredths of the scale, up from the middle: -200 to 200.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Felt {
    /// The feeling with its sign; empty where nothing was felt.
    pub value: String,
    /// Where the line passes the middle of the stage; none where there is no line.
    pub y: Option<i32>,
    /// Where it comes in at the left border.
    pub left: Option<i32>,
    /// Where it goes out at the right border.
    pub right: Option<i32>,
    /// Whether its value stands below the line, because the line goes up on both sides.
    pub below: bool,
    /// Whether the line from the left is broken, because nothing was felt at one of its ends.
    pub left_broken: bool,
    /// The same of the line to the right.
    pub right_broken: bool,
}

pub(super) fn of(map: &Map, words: &Words) -> Option<Mood> {
    let feelings: Vec<Option<i8>> = versions::felt(map).stages.into_iter().map(|(_, feeling, _)| feeling).collect();
    let heights = heights(&feelings);
    feelings.iter().any(Option::is_some).then_some(())?;
    let between = |a: usize, b: usize| Some((heights.get(a).copied()?? + heights.get(b).copied()??) / 2);
    let is_broken =
        |a: usize, b: usize| feelings.get(a).is_none_or(Option::is_none) || feelings.get(b).is_none_or(Option::is_none);
    let felt = feelings.iter().enumerate().map(|(at, feeling)| Felt {
        value: feeling.map(signed).unwrap_or_default(),
        y: heights[at],
        left: at.checked_sub(1).and_then(|before| between(before, at)),
        right: between(at, at + 1),
        below: is_valley(&heights, at),
        left_broken: at.checked_sub(1).is_some_and(|before| is_broken(before, at)),
        right_broken: is_broken(at, at + 1),
    });
    Some(Mood { felt: felt.collect(), label: label(map, &feelings, words) })
}

/// Whether the line comes down to a stage and goes up from it.
fn is_valley(heights: &[Option<i32>], at: usize) -> bool {
    let of = |at: Option<usize>| at.and_then(|at| heights.get(at).copied().flatten());
    let Some(here) = of(Some(at)) else { return false };
    let sides = [of(at.checked_sub(1)), of(Some(at + 1))];
    let is_up = |side: &i32| *side > here;
    sides.iter().flatten().all(is_up) && sides.iter().flatten().count() > 0
}

/// The height at each stage: its own feeling, or what lies between its neighbours.
fn heights(feelings: &[Option<i8>]) -> Vec<Option<i32>> {
    let scaled = |feeling: i8| i32::from(feeling) * STEP;
    let known = |at: usize| feelings[at].map(|it| (at, scaled(it)));
    let height = |at: usize| {
        let before = (0..=at).rev().find_map(known)?;
        let after = (at..feelings.len()).find_map(known)?;
        let (from, to) = (i32::try_from(after.0 - before.0).ok()?, i32::try_from(at - before.0).ok()?);
        Some(if from == 0 { before.1 } else { before.1 + (after.1 - before.1) * to / from })
    };
    (0..feelings.len()).map(height).collect()
}

fn label(map: &Map, feelings: &[Option<i8>], words: &Words) -> String {
    let part = |(at, feeling): (usize, &Option<i8>)| {
        let value = feeling.map(signed).unwrap_or_else(|| words.say("chart-felt-nothing"));
        format!("{} {value}", stage(map, &map.stages[at].card.stage, words))
    };
    let parts: Vec<String> = feelings.iter().enumerate().map(part).collect();
    let list = parts.join(", ");
    words.say_with("chart-mood-label", &[("list", Arg::from(&list))])
}

#[cfg(test)]
mod tests {
    use super::heights;

    #[test]
    fn the_line_is_broken_where_nothing_was_felt_and_goes_nowhere_alone() {
        assert_eq!(heights(&[None, Some(-2), None, Some(2), None]), [None, Some(-200), Some(0), Some(200), None]);
        assert_eq!(heights(&[None, None]), [None, None]);
        assert_eq!(heights(&[Some(1)]), [Some(100)]);
    }
}

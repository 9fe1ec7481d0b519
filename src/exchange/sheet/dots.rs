//! A row of dots, one per person, each kind with a shape of its own, so that "6 of 9" is seen before it is read and a
//! photocopy still tells it. Here are their places and their sentence for those who hear a page; the shape is drawn
//! where the page is set.

use serde::Serialize;

use crate::domain::brief::Brief;
use crate::domain::denominator::{Denominator, Dot};
use crate::words::{Arg, Words};

/// How far apart two dots stand, in CSS pixels.
const PITCH: usize = 14;
/// How many stand in a row; more begin another row.
const IN_A_ROW: usize = 24;

/// The dots of one claim.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Dots {
    /// The same in words.
    pub label: String,
    /// The width of the drawing.
    pub width: usize,
    /// The height of the drawing.
    pub height: usize,
    /// One for each person.
    pub spots: Vec<Spot>,
}

/// One person.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Spot {
    /// The name of the [`Dot`].
    pub kind: &'static str,
    /// Where its middle is, from the left.
    pub x: usize,
    /// Where its middle is, from the top.
    pub y: usize,
}

/// What one kind of dot means.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Key {
    /// The dot alone.
    pub dots: Dots,
    /// What it means.
    pub meaning: String,
}

/// The row of a claim.
pub(super) fn row(counts: &Denominator, words: &Words) -> Dots {
    let people = counts.dots();
    let parts: Vec<String> = people
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(dot, count)| {
            let meaning = meaning(*dot, words);
            words.say_with("report-dots-part", &[("count", Arg::from(*count)), ("meaning", Arg::from(&meaning))])
        })
        .collect();
    let kinds = people.iter().flat_map(|(dot, count)| std::iter::repeat_n(*dot, *count));
    placed(kinds, parts.join(", "))
}

/// What the dots of this brief mean.
pub(super) fn legend(brief: &Brief, words: &Words) -> Vec<Key> {
    let occurs = |dot: &Dot| {
        let counts = brief.claims.iter().flat_map(|claim| claim.counts.dots());
        counts.into_iter().any(|(it, count)| it == *dot && count > 0)
    };
    let dots = Dot::ALL.iter().copied().filter(occurs);
    dots.map(|dot| Key { dots: placed(std::iter::once(dot), String::new()), meaning: meaning(dot, words) }).collect()
}

fn meaning(dot: Dot, words: &Words) -> String {
    words.say(&format!("report-dot-{dot}"))
}

fn placed(kinds: impl Iterator<Item = Dot>, label: String) -> Dots {
    let place = |(at, dot): (usize, Dot)| Spot {
        kind: dot.name(),
        x: at % IN_A_ROW * PITCH + PITCH / 2,
        y: at / IN_A_ROW * PITCH + PITCH / 2,
    };
    let spots: Vec<Spot> = kinds.enumerate().map(place).collect();
    let (columns, rows) = (spots.len().clamp(1, IN_A_ROW), spots.len().div_ceil(IN_A_ROW).max(1));
    Dots { label, width: columns * PITCH, height: rows * PITCH, spots }
}

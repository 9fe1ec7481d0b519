//! What sets a persona apart, on paper: one row for each theme or word, with the people of both sides. Only the wording;
//! what is telling is decided by the domain.

use serde::Serialize;

use super::{label, outside};
use crate::domain::brief::{ApartRow, Brief};
use crate::words::{Arg, Words};

/// What sets a persona apart.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Apart {
    /// By what rule the rows were chosen.
    pub rule: String,
    /// The rows; empty where there is nothing to tell.
    pub rows: Vec<Row>,
}

/// A theme or a word.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    /// The dimension on paper, or that it is a word.
    pub label: String,
    /// The theme or the word.
    pub what: String,
    /// How many people of the persona raised it, of how many.
    pub here: String,
    /// How many others did.
    pub elsewhere: String,
}

pub(super) fn of(brief: &Brief, words: &Words) -> Apart {
    let Some(apart) = &brief.apart else { return Apart::default() };
    let has_scores = apart.rows.iter().any(|it| it.sides.z.is_some());
    let rule = words.say(if has_scores { "report-apart-scored" } else { "report-apart-counted" });
    Apart { rule, rows: apart.rows.iter().map(|it| row(it, words)).collect() }
}

fn row(row: &ApartRow, words: &Words) -> Row {
    let of = |raised: usize, people: usize| {
        words.say_with("report-apart-of", &[("count", Arg::from(raised)), ("people", Arg::from(people))])
    };
    Row {
        label: row.dimension.map_or_else(|| words.say("report-apart-word"), |it| label(it, words)),
        what: outside(&row.what),
        here: of(row.sides.raised, row.sides.people),
        elsewhere: of(row.sides.others_raised, row.sides.others),
    }
}

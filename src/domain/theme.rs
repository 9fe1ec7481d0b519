//! Themes and marks: recurring ideas inside a dimension, and the lines that support or contradict them.
//! Counting them is in `denominator`.

use serde::{Deserialize, Serialize};

use super::dimension::Dimension;
use super::id::Id;
use super::moment::Moment;
use super::named::named;

/// A recurring idea inside a dimension.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// Identity.
    pub id: Id,
    /// The study.
    pub study: Id,
    /// The dimension that it belongs to; never `unsorted`.
    pub dimension: Dimension,
    /// What people call it; unique inside its dimension.
    pub name: String,
    /// What it means, in the researcher's words; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub memo: String,
    /// When it was made: an interview that ended before is open for it, never "no".
    pub created: Moment,
}

named! {
    /// Whether a line speaks for a theme or against it.
    Stance ("stance") {
        /// For it.
        Supports = "supports",
        /// Against it.
        Contradicts = "contradicts",
    }
}

/// Ties a note to a theme; at most one for each pair.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mark {
    /// Identity.
    pub id: Id,
    /// The study.
    pub study: Id,
    /// The line.
    pub note: Id,
    /// The theme.
    pub theme: Id,
    /// For or against.
    pub stance: Stance,
}

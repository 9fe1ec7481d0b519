//! Themes and marks: recurring ideas inside a dimension, and the lines that support or contradict them.
//! Counting them is in `denominator`.

use serde::{Deserialize, Serialize};

use super::dimension::Dimension;
use super::id::Id;
use super::judgement::Dropped;
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
    /// The wider theme of the same dimension that it is a part of; one that is gone or of another dimension is passed over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<Id>,
    /// Somebody decided that it is no theme of this study: no brief claims it, and its lines are not proposed again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dropped: Option<Dropped>,
}

impl Theme {
    /// A theme of which nothing but its name is known.
    pub fn blank((id, study): (Id, Id), dimension: Dimension, name: impl Into<String>, created: Moment) -> Theme {
        Theme { id, study, dimension, name: name.into(), memo: String::new(), created, parent: None, dropped: None }
    }
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
    /// A person looked whether the line contradicts the theme, so that it is not proposed again.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub judged: bool,
}

impl Mark {
    /// A mark that nobody has judged.
    pub fn new((id, study): (Id, Id), note: Id, theme: Id, stance: Stance) -> Mark {
        Mark { id, study, note, theme, stance, judged: false }
    }
}

//! What sets a persona apart, as a brief tells it: themes by name, and words only where there are people enough for a
//! score. What is counted and when it is telling is decided in `contrast`.

use serde::{Deserialize, Serialize};

use crate::domain::contrast::Sides;
use crate::domain::dimension::Dimension;
use crate::domain::id::Id;
use crate::domain::research::Research;

/// What people of this persona raise more, or less, often than everybody else in the study.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Apart {
    /// How many people of the persona have said something.
    pub people: usize,
    /// How many others have.
    pub others: usize,
    /// Themes and words, the most telling themes first and then the words.
    pub rows: Vec<ApartRow>,
}

/// One theme or word with the people of both sides.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ApartRow {
    /// The theme's dimension; none of a word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dimension: Option<Dimension>,
    /// The theme's name, or the word.
    pub what: String,
    /// The people.
    #[serde(flatten)]
    pub sides: Sides,
}

/// What sets a persona apart; none where there is nothing to tell.
pub(super) fn apart(research: &Research, persona: Id) -> Option<Apart> {
    let contrast = research.contrast(persona);
    let mut rows: Vec<ApartRow> = Vec::new();
    for it in contrast.themes {
        let what = research.themes().get(&it.theme)?.name.clone();
        rows.push(ApartRow { dimension: Some(it.dimension), what, sides: it.sides });
    }
    // Of a handful of people any word is somebody's alone.
    let words = contrast.words.into_iter().filter(|it| it.sides.z.is_some());
    rows.extend(words.map(|it| ApartRow { dimension: None, what: it.word, sides: it.sides }));
    (!rows.is_empty()).then_some(Apart { people: contrast.people, others: contrast.others, rows })
}

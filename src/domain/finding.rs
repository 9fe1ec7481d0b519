//! What a team keeps about finding lines: words that mean the same to them, and searches that they ask again.
//! How a text is searched is not known here.

use serde::{Deserialize, Serialize};

use super::id::Id;

/// The fewest words of a synonym: one alone means nothing more than itself.
pub const FEWEST_WORDS: usize = 2;
/// The most words of a synonym.
pub const MOST_WORDS: usize = 16;

/// Words that mean the same to this team. A search for one of them finds the others too, says so, and can do without.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Synonym {
    /// Identity.
    pub id: Id,
    /// The study whose team means them so.
    pub study: Id,
    /// The words, each one line, two to sixteen, no two alike.
    pub words: Vec<String>,
}

impl Synonym {
    /// How it is shown and named: `늦어지다≈지연`.
    pub fn name(&self) -> String {
        self.words.join("≈")
    }
}

/// A search that is asked again: it tells when somebody new is found by it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SavedSearch {
    /// Identity.
    pub id: Id,
    /// The study in which it was saved; it searches the whole library all the same.
    pub study: Id,
    /// What people call it; unique in its study.
    pub name: String,
    /// The query as it was typed.
    pub query: String,
    /// The participants whose lines it had found when somebody last looked, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seen: Vec<Id>,
}

impl SavedSearch {
    /// How many of these participants nobody has seen in it yet.
    pub fn new_among(&self, people: impl IntoIterator<Item = Id>) -> usize {
        people.into_iter().filter(|person| !self.seen.contains(person)).count()
    }
}

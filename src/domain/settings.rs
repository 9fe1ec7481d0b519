//! The numbers by which a study is read: its stop rule, its quota, how many themes were asked for, how old a memory may
//! be. They travel with the study, so that the same data gives the same verdicts on another machine.

use serde::{Deserialize, Serialize};

use super::dimension::Dimension;
use super::id::Id;

/// The settings of a study.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// When interviews may stop.
    #[serde(skip_serializing_if = "is_default")]
    pub stop: StopRule,
    /// Whom to interview.
    #[serde(skip_serializing_if = "is_default")]
    pub quota: Quota,
    /// How many themes somebody asked for; elsewhere the program's own rule decides.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cuts: Vec<Cut>,
    /// From how many months between a decision and its interview on a memory is called old; 1 to 600.
    #[serde(skip_serializing_if = "is_default")]
    pub recall: Recall,
}

impl Settings {
    /// Whether nobody has set anything.
    pub fn is_default(&self) -> bool {
        is_default(self)
    }

    /// How many themes were asked for here.
    pub fn cut(&self, persona: Option<Id>, dimension: Dimension) -> Option<usize> {
        let cut = self.cuts.iter().find(|it| it.persona == persona && it.dimension == dimension);
        cut.map(|it| usize::from(it.themes))
    }

    /// Keeps how many themes were asked for here; none gives it back to the program's own rule.
    pub fn set_cut(&mut self, persona: Option<Id>, dimension: Dimension, themes: Option<u16>) {
        self.cuts.retain(|it| it.persona != persona || it.dimension != dimension);
        self.cuts.extend(themes.map(|themes| Cut { persona, dimension, themes }));
        self.cuts.sort_by_key(|it| (it.persona, it.dimension));
    }
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// The stop rule of Guest, Namey and Chen (PLoS ONE 15(5), 2020): a base of interviews, a run of further ones, and the
/// share of the base's themes that the run may add at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StopRule {
    /// Interviews whose themes are the measure; 1 to 100, usually 4 to 6.
    pub base: u16,
    /// Interviews that are looked at together; 1 to 100, usually 2 or 3.
    pub run: u16,
    /// The share that a run may add, in percent; 0 to 100, usually 0 or 5.
    pub threshold: u16,
}

impl Default for StopRule {
    fn default() -> StopRule {
        StopRule { base: 4, run: 2, threshold: 5 }
    }
}

/// Whom to interview: so many people for each value of each attribute and each outcome.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quota {
    /// The attributes of participants that matter, such as `rank`; `role` is the role.
    pub attributes: Vec<String>,
    /// How many people a cell should have; 1 to 100.
    pub target: u16,
}

impl Default for Quota {
    fn default() -> Quota {
        Quota { attributes: vec![Quota::ROLE.to_owned()], target: 3 }
    }
}

impl Quota {
    /// The name under which a participant's role stands among the attributes.
    pub const ROLE: &str = "role";
}

/// How old a memory may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Recall {
    /// Months between a decision and its interview.
    pub months: u16,
}

impl Default for Recall {
    fn default() -> Recall {
        Recall { months: 12 }
    }
}

/// How many themes somebody asked for in one dimension of one persona, or of everybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cut {
    /// The persona; none for the whole study.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub persona: Option<Id>,
    /// The dimension.
    pub dimension: Dimension,
    /// How many themes; 1 to 99.
    pub themes: u16,
}

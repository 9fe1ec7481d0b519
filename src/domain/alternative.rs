//! What a buyer considered besides what was bought: another vendor, a repair, making it in the house, or nothing at all.
//! One record for each that an interview told of; how many people did is counted in `paths`.

use serde::{Deserialize, Serialize};

use super::id::Id;
use super::named::named;
use super::record::{Key, Kind};
use super::research::Research;

named! {
    /// What kind of alternative it was.
    AlternativeKind ("alternative kind") {
        /// Another vendor or product; it has a name.
        Vendor = "vendor",
        /// What is there is repaired, or parts of it are replaced.
        Repair = "repair",
        /// Nothing is done.
        DoNothing = "do_nothing",
        /// They make or do it themselves.
        InHouse = "in_house",
        /// Something else; it has a name.
        Other = "other",
    }
}

impl AlternativeKind {
    /// Whether the kind says nothing of what it was, so that it needs a name.
    pub fn needs_name(self) -> bool {
        matches!(self, AlternativeKind::Vendor | AlternativeKind::Other)
    }
}

/// One thing that was considered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alternative {
    /// Identity.
    pub id: Id,
    /// The study.
    pub study: Id,
    /// The interview in which it was told.
    pub interview: Id,
    /// What kind.
    pub kind: AlternativeKind,
    /// What people call it; empty only where the kind says it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Whether it stayed among what was chosen from; none where nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kept: Option<bool>,
    /// Why it was kept or dropped, as one line; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
    /// The line that says so. A pointer and no reference: a line that is gone is passed over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Id>,
}

impl Research {
    /// What an interview tells of alternatives, in the order in which they were written down.
    pub fn alternatives_of(&self, interview: Id) -> impl Iterator<Item = &Alternative> + '_ {
        let key = Key::new(Kind::Interview, interview);
        self.users_of(key, Kind::Alternative).filter_map(|id| self.alternatives().get(&id))
    }
}

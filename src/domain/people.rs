//! The people of a study: personas, deals and participants with their consent. A participant is a code;
//! names and contacts never live here.

use std::collections::BTreeMap;

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};

use super::id::Id;
use super::moment::Moment;
use super::named::named;
use super::priority::Priority;

/// Free attributes by name, such as `rank`, `region`, `volume`, `customer`.
pub type Attributes = BTreeMap<String, String>;

/// An archetype that is being formed from participants: a buyer type.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Persona {
    /// Identity.
    pub id: Id,
    /// The study.
    pub study: Id,
    /// What people call it; unique in a study.
    pub name: String,
    /// Who this is, in a sentence or two; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub about: String,
    /// How to approach this type; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub approach: String,
    /// Attributes that define the type.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub attributes: Attributes,
    /// How urgent this type is, by year.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub priority: Priority,
}

impl Persona {
    /// A persona of which nothing but the name was said.
    pub fn blank((id, study): (Id, Id), name: String) -> Persona {
        let (about, approach) = (String::new(), String::new());
        Persona { id, study, name, about, approach, attributes: Attributes::new(), priority: Priority::new() }
    }
}

named! {
    /// How a purchase case ended.
    Outcome ("outcome") {
        /// They bought ours.
        Won = "won",
        /// They bought another's.
        Lost = "lost",
        /// They never decided.
        NoDecision = "no_decision",
        /// They decided for ours and did not buy.
        DecidedNotBought = "decided_not_bought",
    }
}

/// One purchase case in which several participants had roles.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deal {
    /// Identity.
    pub id: Id,
    /// The study.
    pub study: Id,
    /// A label without company names, such as `D2`; unique in a study.
    pub name: String,
    /// How it ended, once it has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// To whom it was lost, as a label; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub competitor: String,
}

named! {
    /// Where a participant was found.
    Recruited ("recruited") {
        /// A loyal customer.
        Loyal = "loyal",
        /// An ideal customer.
        Ideal = "ideal",
        /// A lost customer or lead.
        Lost = "lost",
        /// Found in another way.
        Other = "other",
    }
}

/// What a participant agreed to, and until when.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Consent {
    /// Agreed to take part.
    #[serde(default)]
    pub participate: bool,
    /// Agreed to be recorded.
    #[serde(default)]
    pub record: bool,
    /// Agreed to be quoted.
    #[serde(default)]
    pub quote: bool,
    /// Whether it was given by word of mouth during the call.
    #[serde(default)]
    pub verbal: bool,
    /// When it was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given: Option<Moment>,
    /// The last day on which the material may be kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keep_until: Option<NaiveDate>,
    /// When it was withdrawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<Moment>,
}

impl Consent {
    /// The last day of the twelve months that begin on `day`: how long material is kept unless somebody says otherwise.
    pub fn a_year_from(day: NaiveDate) -> NaiveDate {
        day.checked_add_months(Months::new(12)).unwrap_or(day)
    }
}

/// A real person under a code; names and contacts live apart.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Participant {
    /// Identity.
    pub id: Id,
    /// The study.
    pub study: Id,
    /// The code, such as `P07`; unique in a study: one to eight letters, digits or `-`, beginning with a letter.
    pub code: String,
    /// The persona that this person counts towards, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub persona: Option<Id>,
    /// The purchase case, if it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deal: Option<Id>,
    /// The role in the purchase; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub role: String,
    /// Where this person was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recruited: Option<Recruited>,
    /// How the purchase ended for this person; where it is empty, the deal's outcome holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// Attributes such as rank, region, volume.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub attributes: Attributes,
    /// What was agreed.
    #[serde(default)]
    pub consent: Consent,
}

impl Participant {
    /// Whether consent was withdrawn: then no line of this person may be shown, counted or found.
    pub fn is_withdrawn(&self) -> bool {
        self.consent.withdrawn.is_some()
    }

    /// Whether a text is a legal code.
    pub fn is_code(text: &str) -> bool {
        (1..=8).contains(&text.len())
            && text.starts_with(|c: char| c.is_ascii_alphabetic())
            && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    }
}

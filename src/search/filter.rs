//! Filters of a query: `concern:`, `persona:`, `outcome:`, `date:2024..` and their Korean names.
//! What a filter means for a line that is at hand is here; who a persona or a role is, the library knows.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::domain::{Dimension, Outcome, Voice};

/// One filter of a query. Several filters must all hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// What is asked.
    pub by: By,
    /// Whether the lines for which it holds are the ones to leave out (`-outcome:won`).
    pub negated: bool,
}

/// What a filter asks. Where several values are given (`won|lost`), any of them will do.
/// `Dimension`, `Voice` and `Dates` are answered by the index and by [`super::Query::admits`]; the library turns
/// the others into a [`super::Scope`]. Names are as typed, in NFC: compare them with letter case ignored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum By {
    /// Why they buy.
    Dimension(BTreeSet<Dimension>),
    /// In whose words.
    Voice(BTreeSet<Voice>),
    /// The date of the interview, both ends included; none is open.
    Dates(Option<NaiveDate>, Option<NaiveDate>),
    /// The name of the persona, or its beginning.
    Persona(Vec<String>),
    /// How the purchase ended.
    Outcome(BTreeSet<Outcome>),
    /// The role in the purchase, or its beginning.
    Role(Vec<String>),
    /// The name of a theme, or its beginning.
    Theme(Vec<String>),
    /// The code of a participant, such as `P07`.
    Participant(Vec<String>),
}

//! Filters of a query: what each asks, and what it means for a line that is at hand. Who a persona or a role is, and
//! what became of a question, the library knows; how a filter is written is in `naming`.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::query::Query;
use crate::domain::{Dimension, Document, Outcome, Stage, Subject, Voice};

/// One filter of a query. Several filters must all hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// What is asked.
    pub by: By,
    /// Whether the lines for which it holds are the ones to leave out (`-outcome:won`).
    pub negated: bool,
}

/// What a filter asks. Where several values are given (`won|lost`), any of them will do.
/// `Dimension`, `Voice`, `Dates`, `Feeling` and `Star` are answered by the index and by [`Query::admits`]; the library
/// turns the others into a [`super::Scope`]. Names are as typed, in NFC: compare them with letter case ignored.
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
    /// How the buyer felt: below 0, above 0.
    Feeling(BTreeSet<Sign>),
    /// Worth returning to.
    Star,
    /// The path went through these stages, one after the other, with any others between.
    Path(Vec<Stage>),
    /// The path led back to an earlier stage.
    WentBack,
    /// A question about one of these was put.
    Asked(BTreeSet<Subject>),
    /// Something was said of what `Asked` names, or of any dimension where no question is named.
    Said,
    /// Earlier wordings too, not only the newest.
    Earlier,
}

/// Which way a feeling goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// Below 0.
    Minus,
    /// Above 0.
    Plus,
}

/// What the index keeps of a line beside its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Traits {
    /// Why they buy.
    pub dimension: Dimension,
    /// In whose words.
    pub voice: Voice,
    /// The date of the interview.
    pub date: NaiveDate,
    /// How the buyer felt, -2 to +2.
    pub feeling: Option<i8>,
    /// Worth returning to.
    pub star: bool,
}

impl Traits {
    /// Those of a document.
    pub fn of(it: &Document) -> Traits {
        Traits { dimension: it.dimension, voice: it.voice, date: it.date, feeling: it.feeling, star: it.star }
    }
}

impl By {
    /// Whether the index answers it.
    fn is_of_the_line(&self) -> bool {
        matches!(self, By::Dimension(_) | By::Voice(_) | By::Dates(..) | By::Feeling(_) | By::Star)
    }
}

impl Filter {
    /// Whether a line passes; always, where it is not for the index to say.
    pub(super) fn admits(&self, line: &Traits) -> bool {
        let holds = match &self.by {
            By::Dimension(wanted) => wanted.contains(&line.dimension),
            By::Voice(wanted) => wanted.contains(&line.voice),
            By::Dates(from, to) => from.is_none_or(|from| line.date >= from) && to.is_none_or(|to| line.date <= to),
            By::Feeling(wanted) => match line.feeling {
                Some(..=-1) => wanted.contains(&Sign::Minus),
                Some(1..) => wanted.contains(&Sign::Plus),
                _ => false,
            },
            By::Star => line.star,
            _ => return true,
        };
        holds != self.negated
    }
}

impl Query {
    /// Whether a line passes the filters that the index answers.
    pub fn admits(&self, line: &Traits) -> bool {
        self.filters.iter().all(|it| it.admits(line))
    }

    /// Whether it has filters that the index answers.
    pub(super) fn has_columns_to_ask(&self) -> bool {
        self.filters.iter().any(|it| it.by.is_of_the_line())
    }

    /// Whether earlier wordings are asked for.
    pub fn asks_earlier(&self) -> bool {
        self.filters.iter().any(|it| it.by == By::Earlier && !it.negated)
    }
}

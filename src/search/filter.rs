//! Filters of a query: `concern:`, `persona:`, `outcome:`, `date:2024..` and their Korean names.
//! What a filter means for a line that is at hand is here; who a persona or a role is, the library knows.

use std::collections::BTreeSet;

use chrono::{Days, Months, NaiveDate};

use super::query::Query;
use crate::domain::{Dimension, Outcome, Voice};
use crate::error::{Error, Result};

/// One filter of a query. Several filters must all hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// What is asked.
    pub by: By,
    /// Whether the lines for which it holds are the ones to leave out (`-outcome:won`).
    pub negated: bool,
}

/// What a filter asks. Where several values are given (`won|lost`), any of them will do.
/// `Dimension`, `Voice` and `Dates` are answered by the index and by [`Query::admits`]; the library turns
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

impl Filter {
    /// Whether a line passes; always, where it is not for the index to say.
    pub(super) fn admits(&self, dimension: Dimension, voice: Voice, date: NaiveDate) -> bool {
        let holds = match &self.by {
            By::Dimension(wanted) => wanted.contains(&dimension),
            By::Voice(wanted) => wanted.contains(&voice),
            By::Dates(from, to) => from.is_none_or(|from| date >= from) && to.is_none_or(|to| date <= to),
            _ => return true,
        };
        holds != self.negated
    }
}

impl Query {
    /// Whether a line passes the filters that the index answers (dimension, voice, date).
    pub fn admits(&self, dimension: Dimension, voice: Voice, date: NaiveDate) -> bool {
        self.filters.iter().all(|it| it.admits(dimension, voice, date))
    }

    /// Whether it has filters that the index answers.
    pub(super) fn has_columns_to_ask(&self) -> bool {
        self.filters.iter().any(|it| matches!(it.by, By::Dimension(_) | By::Voice(_) | By::Dates(..)))
    }
}

/// The name before the colon of a filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name {
    /// A dimension by its own name, which may take a word: `concern:감사`.
    In(Dimension),
    /// `dimension:`
    Dimension,
    /// `voice:`
    Voice,
    /// `date:`
    Date,
    /// `persona:`
    Persona,
    /// `outcome:`
    Outcome,
    /// `role:`
    Role,
    /// `theme:`
    Theme,
    /// `participant:`
    Participant,
}

/// Names of filters; letter case is ignored.
const NAMES: &[(&str, Name)] = &[
    ("dimension", Name::Dimension),
    ("차원", Name::Dimension),
    ("voice", Name::Voice),
    ("말투", Name::Voice),
    ("date", Name::Date),
    ("날짜", Name::Date),
    ("persona", Name::Persona),
    ("페르소나", Name::Persona),
    ("outcome", Name::Outcome),
    ("결과", Name::Outcome),
    ("role", Name::Role),
    ("역할", Name::Role),
    ("theme", Name::Theme),
    ("주제", Name::Theme),
    ("participant", Name::Participant),
    ("참여자", Name::Participant),
];

/// Names of dimensions, in JSON and on a Korean screen.
const DIMENSIONS: &[(&str, Dimension)] = &[
    ("trigger", Dimension::Trigger),
    ("계기", Dimension::Trigger),
    ("구매계기", Dimension::Trigger),
    ("criteria", Dimension::Criteria),
    ("기준", Dimension::Criteria),
    ("판단기준", Dimension::Criteria),
    ("benefit", Dimension::Benefit),
    ("효과", Dimension::Benefit),
    ("기대효과", Dimension::Benefit),
    ("concern", Dimension::Concern),
    ("우려", Dimension::Concern),
    ("우려사항", Dimension::Concern),
    ("post_purchase", Dimension::PostPurchase),
    ("구매후", Dimension::PostPurchase),
    ("구매후행동", Dimension::PostPurchase),
    ("unsorted", Dimension::Unsorted),
    ("미분류", Dimension::Unsorted),
];
const VOICES: &[(&str, Voice)] = &[
    ("verbatim", Voice::Verbatim),
    ("원문", Voice::Verbatim),
    ("paraphrase", Voice::Paraphrase),
    ("요약", Voice::Paraphrase),
    ("observation", Voice::Observation),
    ("관찰", Voice::Observation),
    ("내관찰", Voice::Observation),
    ("owed", Voice::Owed),
    ("보고싶은답", Voice::Owed),
];
const OUTCOMES: &[(&str, Outcome)] = &[
    ("won", Outcome::Won),
    ("수주", Outcome::Won),
    ("구매", Outcome::Won),
    ("lost", Outcome::Lost),
    ("실주", Outcome::Lost),
    ("no_decision", Outcome::NoDecision),
    ("미결정", Outcome::NoDecision),
    ("decided_not_bought", Outcome::DecidedNotBought),
    ("결정후미구매", Outcome::DecidedNotBought),
];

impl Name {
    /// The filter of this name, in English or Korean.
    pub fn of(text: &str) -> Option<Name> {
        let text = text.to_lowercase();
        let dimension = || DIMENSIONS.iter().find(|it| it.0 == text).map(|it| Name::In(it.1));
        NAMES.iter().find(|it| it.0 == text).map(|it| it.1).or_else(dimension)
    }

    /// Whether what follows the colon is a word to look for.
    pub fn takes_a_word(self) -> bool {
        matches!(self, Name::In(_))
    }

    /// The filter with this value; none while the value is still empty.
    ///
    /// # Errors
    /// `search-unknown-value`, `search-bad-date`, `search-cannot-exclude`.
    pub fn read(self, value: &str, negated: bool) -> Result<Option<Filter>> {
        let value = value.trim();
        if let Name::In(dimension) = self {
            if negated && !value.is_empty() {
                return Err(Error::usage("search-cannot-exclude").with("filter", dimension.name()));
            }
            return Ok(Some(Filter { by: By::Dimension(BTreeSet::from([dimension])), negated }));
        }
        if value.is_empty() {
            return Ok(None);
        }
        let by = match self {
            Name::In(dimension) => By::Dimension(BTreeSet::from([dimension])),
            Name::Dimension => By::Dimension(listed(DIMENSIONS, "dimension", value)?),
            Name::Voice => By::Voice(listed(VOICES, "voice", value)?),
            Name::Outcome => By::Outcome(listed(OUTCOMES, "outcome", value)?),
            Name::Date => dates(value)?,
            Name::Persona => By::Persona(names(value)),
            Name::Role => By::Role(names(value)),
            Name::Theme => By::Theme(names(value)),
            Name::Participant => By::Participant(names(value)),
        };
        Ok(Some(Filter { by, negated }))
    }
}

/// A participant's code that stands alone, such as `P07`.
pub fn code_alone(text: &str, negated: bool) -> Option<Filter> {
    let digits = text.strip_prefix(['P', 'p'])?;
    let is_code = (1..=5).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    is_code.then(|| Filter { by: By::Participant(vec![text.to_owned()]), negated })
}

fn names(value: &str) -> Vec<String> {
    value.split('|').map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned).collect()
}

/// The arms that are named, or begun: `dimension:con` is already `concern`. Blanks inside a name do not count.
fn listed<T: Copy + Ord>(list: &[(&str, T)], filter: &str, value: &str) -> Result<BTreeSet<T>> {
    let mut wanted = BTreeSet::new();
    for name in names(value) {
        let name: String = name.to_lowercase().split_whitespace().collect();
        let exact = list.iter().filter(|it| it.0 == name).map(|it| it.1);
        let mut found: BTreeSet<T> = exact.collect();
        if found.is_empty() {
            found.extend(list.iter().filter(|it| it.0.starts_with(&name)).map(|it| it.1));
        }
        if found.is_empty() {
            return Err(Error::usage("search-unknown-value").with("filter", filter).with("value", name));
        }
        wanted.extend(found);
    }
    Ok(wanted)
}

/// `2024`, `2024-03`, `2024-03-05`, and any two of them, or one, with `..` between.
fn dates(value: &str) -> Result<By> {
    let bad = || Error::usage("search-bad-date").with("value", value);
    let (from, to) = value.split_once("..").unwrap_or((value, value));
    let span = |text: &str| match text.trim() {
        "" => Ok(None),
        text => days_of(text).map(Some).ok_or_else(bad),
    };
    let (from, to) = (span(from)?, span(to)?);
    Ok(By::Dates(from.map(|it| it.0), to.map(|it| it.1)))
}

/// The first and the last day of a year, a month or a day.
fn days_of(text: &str) -> Option<(NaiveDate, NaiveDate)> {
    let parts: Vec<&str> = text.split(['-', '.', '/']).collect();
    if parts.iter().any(|part| part.is_empty() || part.len() > 4 || !part.bytes().all(|b| b.is_ascii_digit())) {
        return None;
    }
    let number = |at: usize| parts.get(at).and_then(|part| part.parse::<u32>().ok());
    let year = i32::try_from(number(0)?).ok()?;
    let first = NaiveDate::from_ymd_opt(year, number(1).unwrap_or(1), number(2).unwrap_or(1))?;
    let last = match parts.len() {
        1 => NaiveDate::from_ymd_opt(year, 12, 31)?,
        2 => first.checked_add_months(Months::new(1))?.checked_sub_days(Days::new(1))?,
        3 => first,
        _ => return None,
    };
    Some((first, last))
}

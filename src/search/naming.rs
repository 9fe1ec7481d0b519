//! How filters are written: their names and values in English and in Korean, dates, and the stages of a path.
//! Blanks inside a name, letter case and unfinished names do not matter; what a filter means is in `filter`.

use std::collections::BTreeSet;

use chrono::{Days, Months, NaiveDate};

use super::filter::{By, Filter, Sign};
use crate::domain::{Dimension, Outcome, Stage, Subject, Voice};
use crate::error::{Error, Result};

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
    /// `feeling:`
    Feeling,
    /// `star:`
    Star,
    /// `path:`
    Path,
    /// `asked:`
    Asked,
    /// `said:`
    Said,
    /// `revision:`
    Revision,
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
    ("feeling", Name::Feeling),
    ("감정", Name::Feeling),
    ("star", Name::Star),
    ("별", Name::Star),
    ("path", Name::Path),
    ("경로", Name::Path),
    ("asked", Name::Asked),
    ("물음", Name::Asked),
    ("said", Name::Said),
    ("답", Name::Said),
    ("revision", Name::Revision),
    ("판본", Name::Revision),
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

const SIGNS: &[(&str, Sign)] = &[
    ("-", Sign::Minus),
    ("minus", Sign::Minus),
    ("부정", Sign::Minus),
    ("+", Sign::Plus),
    ("plus", Sign::Plus),
    ("긍정", Sign::Plus),
];
const YES_OR_NO: &[(&str, bool)] =
    &[("yes", true), ("있음", true), ("예", true), ("no", false), ("없음", false), ("아니오", false)];
const REVISIONS: &[(&str, bool)] = &[("all", true), ("모두", true), ("newest", false), ("최신", false)];
/// Where a path led back to an earlier stage.
const BACK: [&str; 3] = ["back", "되돌아감", "뒤로"];
/// Names of the stages of the default template; others are named by their keys.
const STAGES: &[(&str, usize)] = &[
    ("problem", 0),
    ("문제발생", 0),
    ("문제정의", 0),
    ("문제", 0),
    ("awareness", 1),
    ("인지", 1),
    ("consideration", 2),
    ("고려", 2),
    ("비교", 2),
    ("검토", 2),
    ("decision", 3),
    ("결정", 3),
    ("purchase", 4),
    ("구매", 4),
    ("도입", 4),
    ("use", 5),
    ("사용", 5),
    ("재구매", 5),
    ("추천", 5),
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
        let mut negated = negated;
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
            Name::Feeling => By::Feeling(listed(SIGNS, "feeling", value)?),
            Name::Path => path(value)?,
            Name::Asked => By::Asked(subjects(value)?),
            Name::Star | Name::Said | Name::Revision => {
                let (list, filter, by) = match self {
                    Name::Star => (YES_OR_NO, "star", By::Star),
                    Name::Said => (YES_OR_NO, "said", By::Said),
                    _ => (REVISIONS, "revision", By::Earlier),
                };
                negated ^= !one(list, filter, value)?;
                by
            }
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
            return Err(unknown(filter, &name));
        }
        wanted.extend(found);
    }
    Ok(wanted)
}

/// The one arm that is named.
fn one(list: &[(&str, bool)], filter: &str, value: &str) -> Result<bool> {
    let found = listed(list, filter, value)?;
    match (found.first(), found.len()) {
        (Some(it), 1) => Ok(*it),
        _ => Err(unknown(filter, value)),
    }
}

fn unknown(filter: &str, value: &str) -> Error {
    Error::usage("search-unknown-value").with("filter", filter).with("value", value)
}

/// Dimensions by their names, and the path.
fn subjects(value: &str) -> Result<BTreeSet<Subject>> {
    let of = |it: &Dimension| Subject::ALL.iter().copied().find(|subject| subject.dimension() == Some(*it));
    let mut list: Vec<(&str, Subject)> = DIMENSIONS.iter().filter_map(|(name, it)| Some((*name, of(it)?))).collect();
    list.extend([("path", Subject::Path), ("경로", Subject::Path)]);
    listed(&list, "asked", value)
}

/// `비교>문제정의`, or `back`.
fn path(value: &str) -> Result<By> {
    let plain = |name: &str| name.to_lowercase().split_whitespace().collect::<String>();
    if BACK.contains(&plain(value).as_str()) {
        return Ok(By::WentBack);
    }
    let stage = |name: &str| {
        let name = plain(name);
        let begun = || STAGES.iter().find(|it| it.0.starts_with(&name));
        let known = STAGES.iter().find(|it| it.0 == name).or_else(begun).map(|it| Stage::default_at(it.1));
        known.or_else(|| name.parse().ok()).ok_or_else(|| unknown("path", &name))
    };
    let stages = value.split(['>', '→']).filter(|it| !it.trim().is_empty()).map(stage);
    stages.collect::<Result<Vec<Stage>>>().map(By::Path)
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

//! Values of new records as they are typed: clean lines, `key=value` attributes, names of the glossary's lists.
//! Nothing here knows a kind of record.

use std::str::FromStr;

use chrono::NaiveDate;

use crate::domain::{Attributes, text};
use crate::error::{Error, Result};

/// A typed text as a clean line.
pub fn line(typed: &str) -> String {
    text::trim_line(typed).into_owned()
}

/// Attributes from `key=value` pairs.
pub fn attributes(pairs: &[String]) -> Result<Attributes> {
    let pair = |pair: &String| match pair.split_once('=') {
        Some((key, value)) if !key.trim().is_empty() => Ok((line(key), line(value))),
        _ => Err(Error::usage("not-a-pair").with("value", text::clean(pair))),
    };
    pairs.iter().map(pair).collect()
}

/// A value of one of the glossary's lists; the command line has checked it against the names.
pub fn named<T: FromStr>(typed: Option<&str>) -> Option<T> {
    typed.and_then(|name| name.parse().ok())
}

/// A date `YYYY-MM-DD`.
pub fn date(typed: &str) -> Result<NaiveDate> {
    typed.trim().parse().map_err(|_| Error::usage("not-a-date").with("value", text::clean(typed)))
}

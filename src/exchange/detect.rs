//! Which format a file is in: by what it holds first, by its name last.

use chrono::NaiveDate;

use super::{Format, encoding};

/// The format of a file; plain text where nothing else fits.
pub fn detect(bytes: &[u8], file_name: &str) -> Format {
    encoding::decode(bytes, None).map_or(Format::Text, |(text, _)| detect_text(&text, file_name))
}

pub(super) fn detect_text(_text: &str, _file_name: &str) -> Format {
    Format::Text
}

pub(super) fn date_in_name(_file_name: &str) -> Option<NaiveDate> {
    None
}

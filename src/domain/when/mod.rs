//! Approximate dates as people say them ("3월쯤", "작년 가을", "two weeks later"): found in a text, kept as typed and
//! read as a closed range of days. Every rule stands in `docs/dates.md`; a text that no rule knows has no range.
//! Korean and English live in files of their own; what a reading means in days lives in `days`.

mod days;
mod english;
mod feast;
mod korean;
mod phrase;
mod scan;

#[cfg(test)]
mod tests;

use std::ops::Range;

use chrono::NaiveDate;

use phrase::Phrase;
use scan::Scan;

/// A closed range of days: the first and the last one.
pub type Days = (NaiveDate, NaiveDate);

/// A date that was found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When<'a> {
    /// The words as they were typed.
    pub typed: &'a str,
    /// Where they stand in the text.
    pub bytes: Range<usize>,
    /// The days that they can mean; none where they count from something that is not known, or are open to one side.
    pub days: Option<Days>,
}

/// The first words of a text that say when, wherever they begin in it. `as_of` is the day on which they were said;
/// `previous` the range of the event before, from which "two weeks later" counts. Which words are found depends on
/// the text alone.
pub fn read(text: &str, as_of: NaiveDate, previous: Option<Days>) -> Option<When<'_>> {
    let (bytes, phrase) = word_starts(text).find_map(|at| phrase_at(text, at))?;
    let days = days::of(&phrase, as_of, previous);
    text.get(bytes.clone()).map(|typed| When { typed, bytes, days })
}

/// Where the first words that say when stand in a text.
pub fn words(text: &str) -> Option<Range<usize>> {
    word_starts(text).find_map(|at| phrase_at(text, at)).map(|(bytes, _)| bytes)
}

/// The words that say when at the very beginning of a text.
pub fn first_words(text: &str) -> Option<Range<usize>> {
    phrase_at(text, 0).map(|(bytes, _)| bytes)
}

/// The days that a kept `when` means.
pub fn days_of(when: &str, as_of: NaiveDate, previous: Option<Days>) -> Option<Days> {
    read(when, as_of, previous)?.days
}

fn phrase_at(text: &str, at: usize) -> Option<(Range<usize>, Phrase)> {
    let start = Scan::new(text, at);
    let (end, phrase) = korean::read(start).or_else(|| english::read(start))?;
    Some((at..end.at(), phrase))
}

/// Where words begin: at the start, and behind a blank or punctuation.
fn word_starts(text: &str) -> impl Iterator<Item = usize> + '_ {
    let mut before = ' ';
    text.char_indices().filter_map(move |(at, c)| {
        let starts = !before.is_alphanumeric() && (c.is_alphanumeric() || matches!(c, '\'' | '’'));
        before = c;
        starts.then_some(at)
    })
}

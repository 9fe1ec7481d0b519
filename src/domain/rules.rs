//! What a record must satisfy by itself, before anything is asked of the records around it.
//! The store's CHECK constraints say the same, so that no other program can write what these refuse.

use super::dimension::Dimension;
use super::finding::{FEWEST_WORDS, MOST_WORDS};
use super::interview::MAX_INITIALS;
use super::people::Participant;
use super::record::Record;
use super::text;
use crate::error::{Error, Result};

/// The longest line, in bytes: a book pasted into one line is refused, not cut.
pub const MAX_TEXT_BYTES: usize = 64 * 1024;
/// The greatest number of a line or a path event.
pub const MAX_NUMBER: u32 = 1_000_000_000;
/// The longest name or label, in bytes.
pub const MAX_NAME_BYTES: usize = 400;

/// Whether the record is well formed.
pub fn check(record: &Record) -> Result<()> {
    match record {
        Record::Study(it) => name("name", &it.name),
        Record::Theme(it) => {
            if it.dimension == Dimension::Unsorted {
                return Err(Error::refused("theme-needs-dimension"));
            }
            name("name", &it.name)
        }
        Record::Question(it) => line("text", &it.text),
        Record::Persona(it) => name("name", &it.name),
        Record::Deal(it) => name("name", &it.name),
        Record::Participant(it) if !Participant::is_code(&it.code) => {
            Err(Error::refused("participant-code").with("code", text::clean(&it.code)))
        }
        Record::Participant(_) | Record::Asked(_) | Record::Mark(_) | Record::Gap(_) => Ok(()),
        Record::Interview(it) => name("label", &it.label),
        Record::Synonym(it) => synonym(&it.words),
        Record::SavedSearch(it) => name("name", &it.name).and_then(|()| line("query", &it.query)),
        Record::Note(it) => {
            if !(1..=MAX_NUMBER).contains(&it.number) || it.feeling.is_some_and(|feeling| !(-2..=2).contains(&feeling))
            {
                return Err(Error::refused("out-of-range").with("field", "number, feeling"));
            }
            if it.met.is_some() && it.expectation.is_none() {
                return Err(Error::refused("met-without-expectation"));
            }
            initials(&it.initials)?;
            line("text", &it.text)
        }
        Record::PathEvent(it) => {
            if !(1..=MAX_NUMBER).contains(&it.number) {
                return Err(Error::refused("out-of-range").with("field", "number"));
            }
            line("text", &it.text)
        }
    }
}

fn name(field: &'static str, value: &str) -> Result<()> {
    bounded(field, value, MAX_NAME_BYTES)
}

fn line(field: &'static str, value: &str) -> Result<()> {
    bounded(field, value, MAX_TEXT_BYTES)
}

fn synonym(words: &[String]) -> Result<()> {
    if !(FEWEST_WORDS..=MOST_WORDS).contains(&words.len()) {
        return Err(Error::refused("synonym-words").with("fewest", FEWEST_WORDS).with("most", MOST_WORDS));
    }
    if let Some(twice) = words.iter().enumerate().find(|(at, word)| words[..*at].contains(word)) {
        return Err(Error::refused("synonym-twice").with("word", twice.1));
    }
    words.iter().try_for_each(|word| name("words", word))
}

fn initials(value: &str) -> Result<()> {
    if value.is_empty() {
        return Ok(());
    }
    if value.chars().count() > MAX_INITIALS {
        return Err(Error::refused("out-of-range").with("field", "initials"));
    }
    bounded("initials", value, MAX_NAME_BYTES)
}

/// One line of clean text, not blank and not longer than `limit` bytes.
fn bounded(field: &'static str, value: &str, limit: usize) -> Result<()> {
    if value.trim().is_empty() {
        return Err(Error::refused("text-empty").with("field", field));
    }
    if value.len() > limit {
        return Err(Error::refused("text-too-long").with("field", field).with("limit", limit));
    }
    if text::clean(value) != value {
        return Err(Error::refused("text-not-clean").with("field", field));
    }
    Ok(())
}

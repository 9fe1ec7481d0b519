//! What a record must satisfy by itself, before anything is asked of the records around it.
//! The store's CHECK constraints say the same, so that no other program can write what these refuse.

use super::alternative::Alternative;
use super::dimension::Dimension;
use super::finding::{FEWEST_WORDS, MOST_WORDS};
use super::interview::MAX_INITIALS;
use super::journey;
use super::judgement::{Dropped, Judgement, MOST_QUOTES};
use super::path::Act;
use super::people::Participant;
use super::priority::LAST_RANK;
use super::record::Record;
use super::settings::{Settings, StopRule};
use super::study::Question;
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
        Record::Study(it) => name("name", &it.name).and_then(|()| settings(&it.settings)),
        Record::Theme(it) => {
            if it.dimension == Dimension::Unsorted {
                return Err(Error::refused("theme-needs-dimension"));
            }
            name("name", &it.name).and_then(|()| it.dropped.iter().try_for_each(dropped))
        }
        Record::Question(it) => question(it),
        Record::Persona(it) => {
            if it.priority.values().any(|rank| !(1..=LAST_RANK).contains(rank)) {
                return Err(Error::refused("out-of-range").with("field", "priority"));
            }
            name("name", &it.name)
        }
        Record::Deal(it) => name("name", &it.name),
        Record::Participant(it) if !Participant::is_code(&it.code) => {
            Err(Error::refused("participant-code").with("code", text::clean(&it.code)))
        }
        Record::Participant(_) | Record::Asked(_) | Record::Mark(_) | Record::Gap(_) => Ok(()),
        Record::Interview(it) => name("label", &it.label),
        Record::Synonym(it) => synonym(&it.words),
        Record::SavedSearch(it) => name("name", &it.name).and_then(|()| line("query", &it.query)),
        Record::Judgement(it) => judgement(it),
        Record::Allowance(it) => line("reason", &it.reason).and_then(|()| name("by", &it.by)),
        Record::Edition(it) if it.number == 0 => Err(Error::refused("out-of-range").with("field", "number")),
        Record::Edition(it) => name("by", &it.by),
        Record::TriggerCard(it) => {
            let fields = [&it.event, &it.cause, &it.effect, &it.action, &it.rejected, &it.message];
            fields.into_iter().filter(|text| !text.is_empty()).try_for_each(|text| line("text", text))
        }
        Record::Alternative(it) => alternative(it),
        Record::Journey(it) => journey::check(it),
        Record::Entry(it) => journey::check_entry(it),
        Record::Comment(it) => line("text", &it.text).and_then(|()| name("by", &it.by)),
        Record::Walk(it) => journey::check_walk(it),
        Record::JourneyEdition(it) => journey::check_edition(it),
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
            if it.rep && it.act != Act::Interaction {
                return Err(Error::refused("rep-without-interaction"));
            }
            line("text", &it.text)
        }
    }
}

fn question(it: &Question) -> Result<()> {
    let passage = it.passage.as_ref().map(ToString::to_string);
    line("text", &it.text).and_then(|()| passage.iter().try_for_each(|it| name("passage", it)))
}

pub(super) fn name(field: &'static str, value: &str) -> Result<()> {
    bounded(field, value, MAX_NAME_BYTES)
}

pub(super) fn line(field: &'static str, value: &str) -> Result<()> {
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

fn judgement(judgement: &Judgement) -> Result<()> {
    if judgement.quotes.len() > MOST_QUOTES {
        return Err(Error::refused("out-of-range").with("field", "quotes"));
    }
    judgement.headline.iter().try_for_each(|it| line("headline", &it.text).and_then(|()| name("by", &it.by)))?;
    judgement.dropped.iter().try_for_each(dropped)
}

pub(super) fn dropped(dropped: &Dropped) -> Result<()> {
    line("reason", &dropped.reason).and_then(|()| name("by", &dropped.by))
}

/// A name where the kind does not say what it was, and at most one line of reasons.
fn alternative(alternative: &Alternative) -> Result<()> {
    if alternative.kind.needs_name() || !alternative.name.is_empty() {
        name("name", &alternative.name)?;
    }
    if alternative.why.is_empty() { Ok(()) } else { line("why", &alternative.why) }
}

/// Each number of the settings lies in the range that its field names.
fn settings(settings: &Settings) -> Result<()> {
    let StopRule { base, run, threshold } = settings.stop;
    let ranges = [
        ("base", base, 1..=100),
        ("run", run, 1..=100),
        ("threshold", threshold, 0..=100),
        ("target", settings.quota.target, 1..=100),
        ("recall", settings.recall.months, 1..=600),
    ];
    let cuts = settings.cuts.iter().map(|cut| ("themes", cut.themes, 1..=99));
    match ranges.into_iter().chain(cuts).find(|(_, value, range)| !range.contains(value)) {
        Some((field, ..)) => Err(Error::refused("out-of-range").with("field", field)),
        None => settings.quota.attributes.iter().try_for_each(|it| name("attributes", it)),
    }
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

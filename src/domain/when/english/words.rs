//! The words of English dates. Tables alone; how they go together is in the module above.
//! A month that is also another word says so.

use crate::domain::when::feast::Feast;
use crate::domain::when::phrase::{Anchor, Part, Scale, Side, Year};

/// What makes a month of the word behind it.
pub(super) const PREPOSITIONS: &[(&str, ())] = &[
    ("sometime in", ()),
    ("some time in", ()),
    ("in", ()),
    ("on", ()),
    ("at", ()),
    ("by", ()),
    ("during", ()),
    ("since", ()),
    ("until", ()),
    ("till", ()),
    ("from", ()),
    ("throughout", ()),
    ("between", ()),
];
/// About.
pub(super) const ABOUT: &[(&str, ())] =
    &[("around", ()), ("about", ()), ("roughly", ()), ("approximately", ()), ("circa", ()), ("ca.", ()), ("some", ())];
/// Before and after.
pub(super) const SIDES: &[(&str, Side)] = &[
    ("before", Side::Open),
    ("prior to", Side::Open),
    ("after", Side::Open),
    ("just before", Side::JustBefore),
    ("right before", Side::JustBefore),
    ("shortly before", Side::JustBefore),
    ("just after", Side::JustAfter),
    ("right after", Side::JustAfter),
    ("shortly after", Side::JustAfter),
];
/// Parts, which stand before what they are parts of.
pub(super) const PARTS: &[(&str, Part)] = &[
    ("early in", Part::Early),
    ("early", Part::Early),
    ("mid", Part::Middle),
    ("the middle of", Part::Middle),
    ("middle of", Part::Middle),
    ("late in", Part::Late),
    ("late", Part::Late),
    ("the beginning of", Part::Start),
    ("beginning of", Part::Start),
    ("the start of", Part::Start),
    ("start of", Part::Start),
    ("the end of", Part::End),
    ("end of", Part::End),
];
/// Parts that have grown into the name of the season.
pub(super) const SEASON_PARTS: &[(&str, Part)] = &[("mid", Part::Middle), ("mid-", Part::Middle)];
/// Months, and whether the name is also a name of people or another word.
pub(super) const MONTHS: &[(&str, (u32, bool))] = &[
    ("January", (1, false)),
    ("Jan", (1, true)),
    ("February", (2, false)),
    ("Feb", (2, false)),
    ("March", (3, false)),
    ("Mar", (3, true)),
    ("April", (4, true)),
    ("Apr", (4, false)),
    ("May", (5, true)),
    ("June", (6, true)),
    ("Jun", (6, true)),
    ("July", (7, false)),
    ("Jul", (7, false)),
    ("August", (8, true)),
    ("Aug", (8, false)),
    ("September", (9, false)),
    ("Sept", (9, false)),
    ("Sep", (9, false)),
    ("October", (10, false)),
    ("Oct", (10, false)),
    ("November", (11, false)),
    ("Nov", (11, false)),
    ("December", (12, false)),
    ("Dec", (12, false)),
];
/// Seasons.
pub(super) const SEASONS: &[(&str, u32)] = &[("spring", 0), ("summer", 1), ("autumn", 2), ("fall", 2), ("winter", 3)];
/// Which of the years.
pub(super) const WHICH: &[(&str, Year)] = &[
    ("last ", Year::Past),
    ("this past ", Year::Past),
    ("this ", Year::This),
    ("next ", Year::Coming),
    ("that ", Year::Then(0)),
    ("the following ", Year::Then(1)),
];
/// Years.
pub(super) const YEARS: &[(&str, Year)] = &[
    ("last year", Year::Now(-1)),
    ("this year", Year::Now(0)),
    ("next year", Year::Now(1)),
    ("the year before last", Year::Now(-2)),
    ("year before last", Year::Now(-2)),
    ("that year", Year::Then(0)),
    ("the same year", Year::Then(0)),
    ("the following year", Year::Then(1)),
    ("following year", Year::Then(1)),
];
/// Quarters and halves by number.
pub(super) const ORDINALS: &[(&str, u32)] =
    &[("first", 1), ("second", 2), ("third", 3), ("fourth", 4), ("1st", 1), ("2nd", 2), ("3rd", 3), ("4th", 4)];
/// Feasts.
pub(super) const FEASTS: &[(&str, Feast)] = &[
    ("Christmas", Feast::Christmas),
    ("Thanksgiving", Feast::Thanksgiving),
    ("New Year", Feast::NewYear),
    ("the New Year", Feast::NewYear),
    ("Lunar New Year", Feast::Seollal),
    ("the Lunar New Year", Feast::Seollal),
    ("Seollal", Feast::Seollal),
    ("Chuseok", Feast::Chuseok),
];
/// Before a day, a week, a month, a quarter.
pub(super) const NEAR: &[(&str, (i32, Anchor))] = &[
    ("last ", (-1, Anchor::Now)),
    ("this ", (0, Anchor::Now)),
    ("next ", (1, Anchor::Either)),
    ("following ", (1, Anchor::Then)),
    ("same ", (0, Anchor::Then)),
    ("that ", (0, Anchor::Then)),
];
/// What is near.
pub(super) const NEAR_UNITS: &[(&str, Scale)] =
    &[("day", Scale::Day), ("week", Scale::Week), ("month", Scale::Month), ("quarter", Scale::Quarter)];
/// Those with words of their own.
pub(super) const NEAR_WORDS: &[(&str, (Scale, i32, Anchor))] = &[
    ("yesterday", (Scale::Day, -1, Anchor::Now)),
    ("the day before yesterday", (Scale::Day, -2, Anchor::Now)),
    ("today", (Scale::Day, 0, Anchor::Now)),
    ("tomorrow", (Scale::Day, 1, Anchor::Now)),
    ("the week before last", (Scale::Week, -2, Anchor::Now)),
    ("week before last", (Scale::Week, -2, Anchor::Now)),
    ("the month before last", (Scale::Month, -2, Anchor::Now)),
    ("month before last", (Scale::Month, -2, Anchor::Now)),
    ("at the time", (Scale::Day, 0, Anchor::Then)),
];
/// Times that cannot be told.
pub(super) const VAGUE: &[(&str, ())] = &[
    ("a while ago", ()),
    ("some time ago", ()),
    ("a long time ago", ()),
    ("a while later", ()),
    ("some time later", ()),
];
/// How many, at least and at most.
pub(super) const COUNTS: &[(&str, (u32, u32))] = &[
    ("a", (1, 1)),
    ("an", (1, 1)),
    ("one", (1, 1)),
    ("two", (2, 2)),
    ("three", (3, 3)),
    ("four", (4, 4)),
    ("five", (5, 5)),
    ("six", (6, 6)),
    ("seven", (7, 7)),
    ("eight", (8, 8)),
    ("nine", (9, 9)),
    ("ten", (10, 10)),
    ("eleven", (11, 11)),
    ("twelve", (12, 12)),
    ("a couple of", (2, 3)),
    ("a couple", (2, 3)),
    ("a few", (2, 6)),
    ("several", (2, 6)),
    ("a dozen", (12, 12)),
];
/// What is counted.
pub(super) const UNITS: &[(&str, Scale)] = &[
    ("day", Scale::Day),
    ("days", Scale::Day),
    ("week", Scale::Week),
    ("weeks", Scale::Week),
    ("month", Scale::Month),
    ("months", Scale::Month),
    ("year", Scale::Year),
    ("years", Scale::Year),
];
/// Counts with words of their own.
pub(super) const SPANS: &[(&str, (u32, u32, Scale))] = &[
    ("half a year", (6, 6, Scale::Month)),
    ("a half year", (6, 6, Scale::Month)),
    ("a fortnight", (2, 2, Scale::Week)),
    ("a year and a half", (18, 18, Scale::Month)),
    ("one and a half years", (18, 18, Scale::Month)),
    ("a month and a half", (45, 45, Scale::Day)),
];
/// From where it counts, and whether on from there.
pub(super) const WAYS: &[(&str, (Anchor, bool))] = &[
    ("ago", (Anchor::Now, false)),
    ("back", (Anchor::Now, false)),
    ("earlier", (Anchor::Then, false)),
    ("later", (Anchor::Then, true)),
    ("after that", (Anchor::Then, true)),
    ("afterwards", (Anchor::Then, true)),
    ("afterward", (Anchor::Then, true)),
];
/// What stands between the two ends of a range.
pub(super) const BRIDGES: &[&str] =
    &[" to ", " through ", " until ", " till ", "–", " – ", " - ", "-", "—", "~", " ~ "];

//! What a date means in days. The rules and their numbers are those of `docs/dates.md`; arithmetic that would leave
//! the calendar has no range.

use chrono::{Datelike, Days as Span, Months, NaiveDate};

use super::Days;
use super::phrase::{Anchor, Part, Phrase, Scale, Side, Stretch, Time, Year};

/// How far back, and on, a month or a feast is looked for, in years: 29 February comes at least every eighth year.
const YEARS_TO_LOOK: i32 = 8;
/// "Just before" and "just after" are this many days.
const JUST: u64 = 14;

/// The days of a date that was said on `as_of`, after an event with the range `previous`.
pub fn of(phrase: &Phrase, as_of: NaiveDate, previous: Option<Days>) -> Option<Days> {
    if phrase.side == Some(Side::Open) {
        return None;
    }
    let days = match phrase.time {
        Time::Vague => None,
        Time::Calendar(year, stretch) => match phrase.to {
            Some(to) => from_to((year, stretch, phrase.part), to, as_of, previous),
            None => calendar(year, (stretch, phrase.part, phrase.side), as_of, previous),
        },
        Time::Near(scale, by, anchor) => {
            let days = near(scale, by, anchor, (as_of, previous))?;
            beside(part_of(days, phrase.part)?, phrase.side)
        }
        Time::Count { least, most, scale, anchor, later } => {
            let slack = slack(scale) * if phrase.about { 2 } else { 1 };
            return counted((least, most), (scale, slack), (anchor, later), (as_of, previous));
        }
    }?;
    let days = if phrase.about { about(days)? } else { days };
    (days.0 <= days.1).then_some(days)
}

/// A stretch with its part and side, in the year that is meant.
fn calendar(
    year: Year,
    (stretch, part, side): (Stretch, Option<Part>, Option<Side>),
    as_of: NaiveDate,
    previous: Option<Days>,
) -> Option<Days> {
    let in_year = |year: i32| beside(part_of(stretch_in(stretch, year)?, part)?, side);
    let now = as_of.year();
    match year {
        Year::Number(year) => in_year(year),
        Year::Now(0) if stretch.is_winter() && as_of.month() < 3 => in_year(now - 1),
        Year::Now(by) => in_year(now.checked_add(by)?),
        Year::Then(by) => {
            let (from, until) = previous?;
            Some((in_year(from.year() + by)?.0, in_year(until.year() + by)?.1))
        }
        Year::Newest | Year::This => newest(now, in_year, |days| days.0 <= as_of),
        Year::Past => newest(now, in_year, |days| days.1 < as_of),
        Year::Coming => (now - 1..=now + YEARS_TO_LOOK).filter_map(in_year).find(|days| days.0 > as_of),
    }
}

fn newest(now: i32, in_year: impl Fn(i32) -> Option<Days>, fits: impl Fn(&Days) -> bool) -> Option<Days> {
    (now - YEARS_TO_LOOK..=now + 1).rev().filter_map(in_year).find(fits)
}

/// "From March to May": where one end names its year, the other is the nearest one that keeps the order.
fn from_to(
    (year, stretch, part): (Year, Stretch, Option<Part>),
    (to_year, to_stretch, to_part): (Year, Stretch, Option<Part>),
    as_of: NaiveDate,
    previous: Option<Days>,
) -> Option<Days> {
    let first = |year| part_of(stretch_in(stretch, year)?, part);
    let last = |year| part_of(stretch_in(to_stretch, year)?, to_part);
    if to_year == Year::Newest && year != Year::Newest {
        let from = calendar(year, (stretch, part, None), as_of, previous)?;
        let until = (from.0.year()..=from.0.year() + 1).filter_map(last).find(|days| days.0 >= from.0)?;
        return Some((from.0, until.1));
    }
    let until = calendar(to_year, (to_stretch, to_part, None), as_of, previous)?;
    let from = match year {
        Year::Newest => newest(until.1.year(), first, |days| days.0 <= until.0)?,
        year => calendar(year, (stretch, part, None), as_of, previous)?,
    };
    Some((from.0, until.1))
}

fn stretch_in(stretch: Stretch, year: i32) -> Option<Days> {
    match stretch {
        Stretch::Months(first, last) => months(year, first, last),
        Stretch::Feast(feast) => {
            let day = feast.day(year)?;
            Some((day.pred_opt()?, day.succ_opt()?))
        }
    }
}

/// The first day of the first month to the last day of the last one; months beyond 12 are those of the next year.
fn months(year: i32, first: u32, last: u32) -> Option<Days> {
    let start = |month: u32| {
        let year = year.checked_add(i32::try_from((month - 1) / 12).ok()?)?;
        NaiveDate::from_ymd_opt(year, (month - 1) % 12 + 1, 1)
    };
    Some((start(first.max(1))?, start(last.max(1) + 1)?.pred_opt()?))
}

/// A part of a range: thirds of a month, of a quarter or season and of a half; of a year as the table says.
fn part_of(days: Days, part: Option<Part>) -> Option<Days> {
    let Some(part) = part else { return Some(days) };
    let (from, until) = days;
    if let Part::Day(day) = part {
        let day = NaiveDate::from_ymd_opt(from.year(), from.month(), day)?;
        return (from..=until).contains(&day).then_some((day, day));
    }
    let length = (until - from).num_days() + 1;
    let whole = |first: u32, last: u32| {
        let from_month = from.checked_add_months(Months::new(first))?;
        let end = from.checked_add_months(Months::new(last + 1))?.pred_opt()?;
        Some((from_month, end.min(until)))
    };
    match (part, length) {
        (Part::Start | Part::Early, ..=31) => Some((from, third(days, 1)?)),
        (Part::Middle, ..=31) => Some((third(days, 1)?.succ_opt()?, third(days, 2)?)),
        (Part::Late | Part::End, ..=31) => Some((third(days, 2)?.succ_opt()?, until)),
        (Part::Start, 300..) => whole(0, 1),
        (Part::Early, 300..) => whole(0, 2),
        (Part::Middle, 300..) => whole(4, 7),
        (Part::Late, 300..) => whole(9, 11),
        (Part::End, 300..) => whole(10, 11),
        (Part::Start | Part::Early, _) => whole(0, months_in(days) / 3 - 1),
        (Part::Middle, _) => whole(months_in(days) / 3, months_in(days) / 3 * 2 - 1),
        (Part::Late | Part::End, _) => whole(months_in(days) / 3 * 2, months_in(days) - 1),
        (Part::Day(_), _) => None,
    }
}

/// How many months, at least three and a multiple of three.
fn months_in((from, until): Days) -> u32 {
    if (until - from).num_days() > 120 { 6 } else { 3 }
}

/// The last day of the first or second third: of a month the 10th and the 20th.
fn third((from, until): Days, which: i64) -> Option<NaiveDate> {
    let length = (until - from).num_days() + 1;
    let days = if length >= 28 { 10 * which } else { length * which / 3 };
    from.checked_add_days(Span::new(u64::try_from(days - 1).ok()?)).filter(|day| *day <= until)
}

fn beside((from, until): Days, side: Option<Side>) -> Option<Days> {
    match side {
        None => Some((from, until)),
        Some(Side::JustBefore) => Some((from.checked_sub_days(Span::new(JUST))?, from.pred_opt()?)),
        Some(Side::JustAfter) => Some((until.succ_opt()?, until.checked_add_days(Span::new(JUST))?)),
        Some(Side::Open) => None,
    }
}

/// About: a month is the 15 days on both sides of its middle; everything else grows by what fits its length.
fn about((from, until): Days) -> Option<Days> {
    let length = (until - from).num_days() + 1;
    let by = match length {
        ..=7 => 3,
        8..=14 => 5,
        15..=31 => {
            let middle = from.checked_add_days(Span::new(u64::try_from(length / 2).ok()?))?;
            return around((middle, middle), 15);
        }
        32..=100 => 15,
        101..=200 => 30,
        _ => 90,
    };
    around((from, until), by)
}

fn around((from, until): Days, by: u64) -> Option<Days> {
    Some((from.checked_sub_days(Span::new(by))?, until.checked_add_days(Span::new(by))?))
}

/// The day, week, month, quarter or year that is so many away from where it counts.
fn near(scale: Scale, by: i32, anchor: Anchor, (as_of, previous): (NaiveDate, Option<Days>)) -> Option<Days> {
    let from = |(first, last): Days| Some((unit(scale, first, by)?.0, unit(scale, last, by)?.1));
    let now = from((as_of, as_of));
    match anchor {
        Anchor::Now => now,
        Anchor::Then => from(previous?),
        Anchor::Either => match previous {
            Some(previous) => now.filter(|now| from(previous) == Some(*now)),
            None => now,
        },
    }
}

/// The unit in which a day lies, moved on by so many.
fn unit(scale: Scale, day: NaiveDate, by: i32) -> Option<Days> {
    let whole = |width: u32| {
        let first = (day.month0() / width) * width;
        let start = NaiveDate::from_ymd_opt(day.year(), first + 1, 1)?;
        let start = step(start, Scale::Month, i64::from(by) * i64::from(width))?;
        Some((start, start.checked_add_months(Months::new(width))?.pred_opt()?))
    };
    match scale {
        Scale::Day => step(day, Scale::Day, i64::from(by)).map(|day| (day, day)),
        Scale::Week => {
            let monday = step(day, Scale::Day, -i64::from(day.weekday().num_days_from_monday()))?;
            let monday = step(monday, Scale::Week, i64::from(by))?;
            Some((monday, step(monday, Scale::Day, 6)?))
        }
        Scale::Month => whole(1),
        Scale::Quarter => whole(3),
        Scale::Year => whole(12),
    }
}

/// So many days, weeks, months ... on; none outside the calendar.
fn step(day: NaiveDate, scale: Scale, by: i64) -> Option<NaiveDate> {
    let days = |by: i64| {
        let span = Span::new(by.unsigned_abs());
        if by < 0 { day.checked_sub_days(span) } else { day.checked_add_days(span) }
    };
    let months = |by: i64| {
        let span = Months::new(u32::try_from(by.unsigned_abs()).ok()?);
        if by < 0 { day.checked_sub_months(span) } else { day.checked_add_months(span) }
    };
    match scale {
        Scale::Day => days(by),
        Scale::Week => days(by.checked_mul(7)?),
        Scale::Month => months(by),
        Scale::Quarter => months(by.checked_mul(3)?),
        Scale::Year => months(by.checked_mul(12)?),
    }
}

/// How exactly people count, in days to both sides.
fn slack(scale: Scale) -> i64 {
    match scale {
        Scale::Day => 1,
        Scale::Week => 3,
        Scale::Month | Scale::Quarter => 15,
        Scale::Year => 182,
    }
}

/// So many away from where it counts. What is ago is not after the day on which it was said; what is later is not
/// before the event from which it counts.
fn counted(
    (least, most): (u32, u32),
    (scale, slack): (Scale, i64),
    (anchor, later): (Anchor, bool),
    (as_of, previous): (NaiveDate, Option<Days>),
) -> Option<Days> {
    let (first, last) = if anchor == Anchor::Now { (as_of, as_of) } else { previous? };
    let (least, most) = (i64::from(least), i64::from(most));
    if later {
        let from = step(step(first, scale, least)?, Scale::Day, -slack)?;
        let until = step(step(last, scale, most)?, Scale::Day, slack)?;
        return Some((from.max(first), until));
    }
    let from = step(step(first, scale, -most)?, Scale::Day, -slack)?;
    let until = step(step(last, scale, -least)?, Scale::Day, slack)?;
    Some((from, until.min(last)))
}

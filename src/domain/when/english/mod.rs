//! Dates in English. Month and season names are other words too ("we may", "March Networks", "spring cleaning"), so
//! they count only with a preposition, a part, a day or a year beside them. A word starts where the caller says.

mod words;

use super::phrase::{Anchor, Part, Phrase, Scale, Side, Stretch, Time, Year};
use super::scan::Scan;
use words::*;

/// A reading with the place behind it.
type Reading<'a, T> = Option<(Scan<'a>, T)>;

/// What stands before a date.
#[derive(Clone, Copy, Default)]
struct Lead {
    /// A preposition, which makes a month of "may".
    is_preposition: bool,
    about: bool,
    side: Option<Side>,
    part: Option<Part>,
    the: bool,
    between: bool,
}

impl Lead {
    fn is_marked(self) -> bool {
        self.is_preposition || self.about || self.side.is_some() || self.part.is_some()
    }

    fn on(self, time: Time) -> Phrase {
        Phrase { part: self.part, about: self.about, side: self.side, ..Phrase::of(time) }
    }
}

/// The date that begins here.
pub fn read(start: Scan<'_>) -> Option<(Scan<'_>, Phrase)> {
    let found = leads(start).into_iter().rev().find_map(|(scan, lead)| dated(scan, lead));
    found.or_else(|| vague(start)).filter(|(scan, _)| closes(*scan))
}

/// The date behind every reading of what stands before it, none at all first.
fn leads(start: Scan<'_>) -> Vec<(Scan<'_>, Lead)> {
    let mut leads = vec![(start, Lead::default())];
    let mut at = (start, Lead::default());
    while let Some((scan, lead)) = next_lead(at.0, at.1) {
        leads.push((scan, lead));
        at = (scan, lead);
        if leads.len() > 5 {
            break;
        }
    }
    leads
}

fn next_lead(scan: Scan<'_>, lead: Lead) -> Reading<'_, Lead> {
    if let Some((after, ())) = scan.one_of(PREPOSITIONS).filter(|(after, ())| after.a_blank().is_some()) {
        let between = scan.word("between").is_some();
        return Some((after.blank(), Lead { is_preposition: true, between: between || lead.between, ..lead }));
    }
    if let Some((after, ())) = scan.one_of(ABOUT).and_then(|(after, it)| Some((after.a_blank()?, it))) {
        return Some((after, Lead { about: true, is_preposition: true, ..lead }));
    }
    if let Some((after, side)) = scan.one_of(SIDES).and_then(|(after, it)| Some((after.a_blank()?, it))) {
        return Some((after, Lead { side: Some(side), ..lead }));
    }
    if let Some((after, part)) = scan.one_of(PARTS) {
        let after = after.word("-").or_else(|| after.a_blank())?;
        return Some((after, Lead { part: Some(part), ..lead }));
    }
    let after = scan.word("the ")?;
    Some((after, Lead { the: true, ..lead }))
}

fn dated(scan: Scan<'_>, lead: Lead) -> Reading<'_, Phrase> {
    count(scan, lead).or_else(|| reaching(scan, lead)).or_else(|| near(scan, lead))
}

fn vague(start: Scan<'_>) -> Reading<'_, Phrase> {
    let (scan, ()) = start.one_of(VAGUE).filter(|_| start.at() == 0)?;
    Some((scan, Phrase::of(Time::Vague)))
}

/// Whether a date may end here: not inside a word, and not before what makes it say whose something is.
fn closes(scan: Scan<'_>) -> bool {
    let is_possessive = ["'s", "’s"].iter().any(|it| scan.word(it).is_some());
    scan.ends_word() && !is_possessive && !scan.rest().starts_with(['%', ':']) || scan.rest().starts_with(": ")
}

/// A calendar date, and, where it goes on ("from March to May"), to where it reaches.
fn reaching(start: Scan<'_>, lead: Lead) -> Reading<'_, Phrase> {
    let (plain, first) = calendar(start, lead, true)?;
    let (Time::Calendar(year, _), None) = (first.time, first.side) else { return Some((plain, first)) };
    let further = BRIDGES.iter().find_map(|bridge| plain.word(bridge));
    let further = further.or_else(|| plain.word(" and ").filter(|_| lead.between));
    let marked = Lead { is_preposition: true, ..Lead::default() };
    let behind = further.and_then(|scan| {
        let leads = leads(scan).into_iter().rev();
        let part = leads.filter(|(_, lead)| lead.side.is_none() && !lead.about && !lead.is_preposition);
        part.filter_map(|(scan, lead)| calendar(scan, Lead { part: lead.part, ..marked }, true)).next()
    });
    let last = behind.and_then(|(scan, last)| match last.time {
        Time::Calendar(year, stretch) if closes(scan) => Some((scan, (year, stretch, last.part))),
        _ => None,
    });
    if let Some((scan, to)) = last {
        return Some((scan, Phrase { to: Some(to), ..first }));
    }
    let is_alone = !lead.is_marked() && year == Year::Newest && first.part.is_none();
    if is_alone { calendar(start, lead, false) } else { Some((plain, first)) }
}

/// A day, a month, a season, a quarter, a half, a feast or a year. `may_stand_alone` takes a bare month as one, for
/// the ends of "March to May".
fn calendar(start: Scan<'_>, lead: Lead, may_stand_alone: bool) -> Reading<'_, Phrase> {
    iso(start, lead)
        .or_else(|| day_first(start, lead))
        .or_else(|| month(start, lead, may_stand_alone))
        .or_else(|| season(start, lead))
        .or_else(|| quarter(start, lead))
        .or_else(|| feast(start, lead))
        .or_else(|| year_alone(start, lead))
}

fn iso(start: Scan<'_>, lead: Lead) -> Reading<'_, Phrase> {
    let (scan, year) = start.number(4).filter(|_| start.digits() == 4)?;
    if let Some(quarter) = scan.blank().word("Q").or_else(|| scan.word("-Q")) {
        let (scan, number) = quarter.number(1)?;
        let year = Year::Number(i32::try_from(year).ok()?);
        return Some((scan, lead.on(Time::Calendar(year, Stretch::quarter(number)?))));
    }
    None
}

/// "12 March 2024", "the 12th of March".
fn day_first(start: Scan<'_>, lead: Lead) -> Reading<'_, Phrase> {
    let (scan, day) = start.number(2).filter(|(_, day)| (1..=31).contains(day))?;
    let scan = ordinal(scan).a_blank()?;
    let scan = scan.word("of ").unwrap_or(scan);
    let (scan, (month, _)) = scan.one_of(MONTHS).filter(|(scan, _)| scan.ends_word())?;
    let scan = scan.word(".").unwrap_or(scan);
    let (scan, year) = year_behind(scan).unwrap_or((scan, Year::Newest));
    let phrase = lead.on(Time::Calendar(year, Stretch::month(month)?));
    Some((scan, Phrase { part: Some(Part::Day(day)), ..phrase }))
}

fn ordinal(scan: Scan<'_>) -> Scan<'_> {
    ["st", "nd", "rd", "th"].iter().find_map(|it| scan.word(it)).unwrap_or(scan)
}

fn month(start: Scan<'_>, lead: Lead, may_stand_alone: bool) -> Reading<'_, Phrase> {
    let (scan, which) = which(start);
    let is_capital = scan.is_capital();
    let (name, (month, is_a_word)) = scan.one_of(MONTHS).filter(|(scan, _)| scan.ends_word())?;
    let behind = name.word(".").filter(|after| after.a_blank().is_some() && !is_long(start, name)).unwrap_or(name);
    let (scan, part) = day_behind(behind).map_or((behind, lead.part), |(scan, day)| (scan, Some(Part::Day(day))));
    let year = year_behind(scan);
    let is_dated = part.is_some() && lead.part.is_none() || year.is_some();
    let fits = if is_capital {
        let opens = start.at() == 0 && !is_a_word && !scan.blank().is_capital();
        let stands = scan.is_end() || scan.rest().starts_with([',', ':', ';']);
        lead.is_marked() || which.is_some() || is_dated || stands && !is_a_word_alone(month) || opens || may_stand_alone
    } else {
        // "we may", "the last march": in lower case these two are months only behind a preposition or before a year.
        let is_marked = lead.is_marked() || which.is_some() || is_dated;
        lead.is_preposition || year.is_some() || !matches!(month, 3 | 5) && is_marked
    };
    let (scan, year) = year.unwrap_or((scan, which.unwrap_or(Year::Newest)));
    let phrase = lead.on(Time::Calendar(year, Stretch::month(month)?));
    fits.then_some((scan, Phrase { part, ..phrase }))
}

/// "May" alone is hardly ever a month.
fn is_a_word_alone(month: u32) -> bool {
    month == 5
}

/// Whether a month is written out.
fn is_long(start: Scan<'_>, end: Scan<'_>) -> bool {
    end.at() - start.at() > 4
}

/// The day behind a month: "March 12", "March 12th". Not "March 2024", and not a number of something.
fn day_behind(scan: Scan<'_>) -> Reading<'_, u32> {
    let (scan, day) = scan.a_blank()?.number(2)?;
    let scan = ordinal(scan);
    ((1..=31).contains(&day) && closes(scan)).then_some((scan, day))
}

/// The year behind a date: " 2024", ", 2024", " of 2024", " '24", " last year", " of last year".
fn year_behind(scan: Scan<'_>) -> Reading<'_, Year> {
    let scan = scan.word(",").unwrap_or(scan).a_blank()?;
    let scan = scan.word("of ").or_else(|| scan.word("in ")).unwrap_or(scan);
    year(scan)
}

fn year(scan: Scan<'_>) -> Reading<'_, Year> {
    if let Some((end, year)) = scan.one_of(YEARS) {
        return Some((end, year)).filter(|_| end.ends_word());
    }
    if let Some((end, number)) = scan.number(4).filter(|_| scan.digits() == 4) {
        let year = i32::try_from(number).ok().filter(|year| (1900..2200).contains(year))?;
        return end.ends_word().then_some((end, Year::Number(year)));
    }
    let (end, number) = scan.word("'").or_else(|| scan.word("’"))?.number(2)?;
    let year = i32::try_from(number).ok()?;
    Some((end, Year::Number(if year < 70 { 2000 + year } else { 1900 + year }))).filter(|_| end.ends_word())
}

/// "in 2024", "end of last year", "last year", "the year before last".
fn year_alone(start: Scan<'_>, lead: Lead) -> Reading<'_, Phrase> {
    let (scan, year) = year(start)?;
    let is_marked = lead.is_marked() || !matches!(year, Year::Number(_));
    let phrase = lead.on(Time::Calendar(year, Stretch::YEAR));
    is_marked.then_some((scan, phrase))
}

/// last, this, next, that before a month, a season or a feast.
fn which(start: Scan<'_>) -> (Scan<'_>, Option<Year>) {
    start.one_of(WHICH).map_or((start, None), |(scan, year)| (scan, Some(year)))
}

/// A season counts with "last", "in the", "early" or a year; "in Spring Boot" is a name.
fn season(start: Scan<'_>, lead: Lead) -> Reading<'_, Phrase> {
    let (scan, which) = which(start);
    let part = SEASON_PARTS.iter().find_map(|(word, part)| scan.word(word).map(|scan| (scan, *part)));
    let (scan, part) = part.map_or((scan, lead.part), |(scan, part)| (scan, Some(part)));
    let is_capital = scan.is_capital();
    let (scan, season) = scan.one_of(SEASONS).filter(|(scan, _)| scan.ends_word())?;
    let year = year_behind(scan);
    let is_name = is_capital && year.is_none() && scan.a_blank().is_some_and(Scan::is_capital);
    let is_marked = lead.is_marked() || which.is_some() || part.is_some() || year.is_some();
    let (scan, year) = year.unwrap_or((scan, which.unwrap_or(Year::Newest)));
    let phrase = lead.on(Time::Calendar(year, Stretch::season(season)));
    (is_marked && !is_name).then_some((scan, Phrase { part, ..phrase }))
}

/// "Q3", "3Q", "the third quarter", "the first half" — of what must be a year, if anything.
fn quarter(start: Scan<'_>, lead: Lead) -> Reading<'_, Phrase> {
    let (scan, stretch, is_sure) = quarter_sign(start).or_else(|| {
        let (scan, number) = start.one_of(ORDINALS)?;
        let (scan, is_half) = scan.a_blank()?.one_of(&[("quarter", false), ("half", true)])?;
        let stretch = if is_half { Stretch::half(number) } else { Stretch::quarter(number) };
        Some((scan, stretch?, false))
    })?;
    let year = year_behind(scan).or_else(|| year(scan));
    let is_of_something = year.is_none() && scan.word(" of ").is_some();
    let fits = is_sure || year.is_some() || lead.is_marked() || lead.the;
    let (scan, year) = year.unwrap_or((scan, Year::Newest));
    (fits && !is_of_something && scan.ends_word()).then(|| (scan, lead.on(Time::Calendar(year, stretch))))
}

fn quarter_sign(start: Scan<'_>) -> Option<(Scan<'_>, Stretch, bool)> {
    let capital = start.rest().starts_with(['Q', 'H']);
    if capital {
        let is_quarter = start.rest().starts_with('Q');
        let (scan, number) = start.word("Q").or_else(|| start.word("H"))?.number(1)?;
        let stretch = if is_quarter { Stretch::quarter(number) } else { Stretch::half(number) };
        // "Q1:" numbers a question.
        return (!scan.rest().starts_with([':', '.'])).then_some((scan, stretch?, is_quarter));
    }
    let (scan, number) = start.number(1)?;
    let scan = scan.word("Q").filter(|_| scan.rest().starts_with('Q'))?;
    Some((scan, Stretch::quarter(number)?, true))
}

/// A feast counts with a preposition, a side, "last" or a year beside it.
fn feast(start: Scan<'_>, lead: Lead) -> Reading<'_, Phrase> {
    let (scan, which) = which(start);
    let (scan, feast) = scan.one_of(FEASTS).filter(|(scan, _)| scan.ends_word())?;
    let year = year_behind(scan);
    let is_marked = lead.is_marked() || which.is_some() || year.is_some();
    let (scan, year) = year.unwrap_or((scan, which.unwrap_or(Year::Newest)));
    is_marked.then(|| (scan, Phrase { part: None, ..lead.on(Time::Calendar(year, Stretch::Feast(feast))) }))
}

/// "last month", "the following week", "yesterday", "the week before last".
fn near(start: Scan<'_>, lead: Lead) -> Reading<'_, Phrase> {
    let (scan, (scale, by, anchor)) = start.one_of(NEAR_WORDS).or_else(|| {
        let (scan, (by, anchor)) = start.one_of(NEAR)?;
        let (scan, scale) = scan.one_of(NEAR_UNITS)?;
        // "The next month" counts on from what was told; "next month" may count from today.
        let anchor = if anchor == Anchor::Either && (lead.the || scale == Scale::Day) { Anchor::Then } else { anchor };
        Some((scan, (scale, by, anchor)))
    })?;
    let is_whole_day = scale == Scale::Day && lead.part.is_some();
    (scan.ends_word() && !is_whole_day).then(|| (scan, lead.on(Time::Near(scale, by, anchor))))
}

/// "two months ago", "a couple of weeks later", "after ten days".
fn count(start: Scan<'_>, lead: Lead) -> Reading<'_, Phrase> {
    if lead.part.is_some() || lead.the {
        return None;
    }
    let (scan, (least, most, scale)) = span(start)?;
    let way = scan.a_blank().and_then(|scan| scan.one_of(WAYS)).filter(|(scan, _)| scan.ends_word());
    let (scan, (anchor, later)) = match (way, lead.side) {
        (Some(way), None) => way,
        (None, Some(Side::Open | Side::JustAfter)) if is_after(start) => (scan, (Anchor::Then, true)),
        _ => return None,
    };
    let phrase = Phrase::of(Time::Count { least, most, scale, anchor, later });
    let is_of_something = [" of ", " free", " trial"].iter().any(|it| scan.word(it).is_some());
    (!is_of_something).then_some((scan, Phrase { about: lead.about, ..phrase }))
}

/// Whether the word before is "after".
fn is_after(start: Scan<'_>) -> bool {
    start.before().to_ascii_lowercase().ends_with("after ")
}

fn span(start: Scan<'_>) -> Reading<'_, (u32, u32, Scale)> {
    if let Some((scan, span)) = start.one_of(SPANS).filter(|(scan, _)| scan.ends_word()) {
        return Some((scan, span));
    }
    let (scan, (least, most)) = counted(start)?;
    let scan = scan.a_blank().or_else(|| scan.word("-"))?;
    let (scan, scale) = scan.one_of(UNITS).filter(|(scan, _)| scan.ends_word())?;
    let half = scan.word(" and a half").filter(|_| least == most);
    match (half, scale) {
        (Some(scan), Scale::Year) => Some((scan, (least * 12 + 6, most * 12 + 6, Scale::Month))),
        (Some(scan), Scale::Month) => Some((scan, (least * 30 + 15, most * 30 + 15, Scale::Day))),
        _ => Some((scan, (least, most, scale))),
    }
}

/// "two", "2", "two or three", "2-3", "a few".
fn counted(start: Scan<'_>) -> Reading<'_, (u32, u32)> {
    let one = |scan: Scan<'_>| -> Option<(usize, (u32, u32))> {
        let word = scan.one_of(COUNTS).filter(|(scan, _)| scan.ends_word()).map(|(scan, count)| (scan.at(), count));
        word.or_else(|| scan.number(3).map(|(scan, number)| (scan.at(), (number, number))))
    };
    let (at, (least, most)) = one(start)?;
    let scan = start.moved(at);
    let further = [" or ", " to ", "-", "–", "~"].iter().find_map(|word| scan.word(word));
    let more = further.and_then(|scan| one(scan).map(|(at, count)| (scan.moved(at), count)));
    match more {
        Some((scan, (_, most))) if most >= least => Some((scan, (least, most))),
        _ => Some((scan, (least, most))),
    }
}

//! Dates in Korean. A date ends with its word: "3월드컵" and "13년차" are none, because what follows is neither a
//! part (초, 중순, 말), nor an "about" (쯤, 경), nor a particle. A word starts where the caller says.

mod words;

use super::phrase::{Anchor, Part, Phrase, Scale, Side, Stretch, Time, Year};
use super::scan::Scan;
use words::*;

/// A reading with the place behind it.
type Reading<'a, T> = Option<(Scan<'a>, T)>;

/// The date that begins here.
pub fn read(start: Scan<'_>) -> Option<(Scan<'_>, Phrase)> {
    count(start).or_else(|| near(start)).or_else(|| reaching(start)).or_else(|| vague(start))
}

fn vague(start: Scan<'_>) -> Reading<'_, Phrase> {
    if start.at() > 0 {
        return None;
    }
    let (scan, ()) = start.one_of(VAGUE)?;
    closed(scan, Phrase::of(Time::Vague), SIDES_NONE)
}

/// A calendar date, and, where it goes on ("3월에서 5월", "3월 말 ~ 4월 초"), to where it reaches.
fn reaching(start: Scan<'_>) -> Reading<'_, Phrase> {
    let (scan, first) = calendar(start)?;
    let is_plain = !first.about && first.side.is_none();
    let further = behind_a_bridge(start, scan).filter(|_| is_plain).and_then(calendar);
    let Some((end, last)) = further.filter(|(_, last)| last.side.is_none()) else { return Some((scan, first)) };
    let (Time::Calendar(year, stretch), _) = (last.time, ()) else { return Some((scan, first)) };
    let end = [" 사이에", " 사이", "사이에", "사이"].iter().find_map(|word| end.word(word)).unwrap_or(end);
    let first = Phrase { to: Some((year, stretch, last.part)), about: last.about, ..first };
    end.ends_word().then_some((end, first))
}

/// Behind `~`, `-` or the blank after 에서 or 부터.
fn behind_a_bridge<'a>(start: Scan<'a>, end: Scan<'a>) -> Option<Scan<'a>> {
    let taken = start.rest().get(..end.at() - start.at())?;
    if taken.ends_with("에서") || taken.ends_with("부터") {
        return end.a_blank();
    }
    ["~", "∼", "–", "—", "-"].iter().find_map(|sign| end.blank().word(sign)).map(Scan::blank)
}

/// A year, a stretch, or both.
fn calendar(start: Scan<'_>) -> Reading<'_, Phrase> {
    iso(start).or_else(|| {
        let years = year(start).into_iter().chain(start.one_of(WHICH).map(|(scan, year)| (scan, year, true)));
        let dated = years.filter_map(|(scan, year, needs)| in_year(scan, year, needs)).max_by_key(|it| it.0.at());
        dated.or_else(|| stretch(start, Year::Newest))
    })
}

/// A year with the word behind it, and whether it needs more to be understood.
fn year(start: Scan<'_>) -> Option<(Scan<'_>, Year, bool)> {
    if let Some((scan, year)) = start.one_of(YEARS) {
        return Some((scan, year, false));
    }
    let quoted = start.word("'").or_else(|| start.word("’")).unwrap_or(start);
    let (scan, number) = quoted.number(4)?;
    let year = i32::try_from(number).ok()?;
    let scan = scan.word("년도").or_else(|| scan.word("년"))?;
    match quoted.digits() {
        4 => (1900..2200).contains(&year).then_some((scan, Year::Number(year), false)),
        2 => Some((scan, Year::Number(if year < 70 { 2000 + year } else { 1900 + year }), true)),
        _ => None,
    }
}

fn in_year(scan: Scan<'_>, year: Year, needs: bool) -> Reading<'_, Phrase> {
    let inner = stretch(scan.blank(), year);
    let whole = || {
        let phrase = Phrase::of(Time::Calendar(year, Stretch::YEAR));
        let (end, phrase) = closed(scan, phrase, SIDES_NONE)?;
        (!needs || phrase.part.is_some() && matches!(year, Year::Number(_))).then_some((end, phrase))
    };
    inner.or_else(whole)
}

/// `2024-03`, `2024.3.12`, `2024/3/12`.
fn iso(start: Scan<'_>) -> Reading<'_, Phrase> {
    let (scan, year) = start.number(4).filter(|_| start.digits() == 4)?;
    let sign = [".", "-", "/"].into_iter().find(|sign| scan.word(sign).is_some())?;
    let (scan, month) = scan.word(sign)?.number(2)?;
    let day = scan.word(sign).and_then(|scan| scan.number(2));
    let year = i32::try_from(year).ok().filter(|year| (1900..2200).contains(year))?;
    let mut phrase = Phrase::of(Time::Calendar(Year::Number(year), Stretch::month(month)?));
    phrase.part = day.map(|(_, day)| Part::Day(day)).filter(|part| matches!(part, Part::Day(1..=31)));
    let scan = day.map_or(scan, |(scan, _)| scan);
    closed(scan, phrase, SIDES_NONE)
}

/// A month, a season, a quarter, a half or a feast.
fn stretch(start: Scan<'_>, year: Year) -> Reading<'_, Phrase> {
    month(start, year)
        .or_else(|| season(start, year))
        .or_else(|| quarter(start, year))
        .or_else(|| feast(start, year))
        .or_else(|| {
            let (scan, part) = start.one_of(YEAR_PARTS)?;
            let phrase = Phrase { part: Some(part), ..Phrase::of(Time::Calendar(year, Stretch::YEAR)) };
            closed(scan, phrase, SIDES_NONE)
        })
}

fn month(start: Scan<'_>, year: Year) -> Reading<'_, Phrase> {
    let (scan, stretch) = match start.one_of(MONTHS) {
        Some((scan, month)) => (scan, Stretch::month(month)?),
        None => month_numbers(start)?,
    };
    let phrase = Phrase::of(Time::Calendar(year, stretch));
    with_day(scan, phrase).or_else(|| closed(scan, phrase, SIDES_NONE))
}

/// `3월`, `3~4월`.
fn month_numbers(start: Scan<'_>) -> Reading<'_, Stretch> {
    let (scan, first) = start.number(2)?;
    if let Some(scan) = scan.word("월") {
        return Some((scan, Stretch::month(first)?));
    }
    let scan = ["~", "-", "–", "∼", ",", "·"].iter().find_map(|sign| scan.word(sign))?;
    let (scan, last) = scan.number(2)?;
    let last = if last < first { last + 12 } else { last };
    let fits = (1..=12).contains(&first) && last - first < 12 && (1..=12).contains(&((last - 1) % 12 + 1));
    Some((scan.word("월")?, Stretch::Months(first, last))).filter(|_| fits)
}

/// The day behind a month.
fn with_day(scan: Scan<'_>, phrase: Phrase) -> Reading<'_, Phrase> {
    let (scan, day) = scan.blank().number(2)?;
    let scan = scan.word("일")?;
    let phrase = Phrase { part: Some(Part::Day(day)), ..phrase };
    closed_without_part(scan, phrase).filter(|_| (1..=31).contains(&day))
}

fn season(start: Scan<'_>, year: Year) -> Reading<'_, Phrase> {
    let (named, part) = start.one_of(SEASON_PARTS).map_or((start, None), |(scan, part)| (scan, Some(part)));
    let (scan, season) = named.one_of(SEASONS).or_else(|| start.one_of(SEASONS))?;
    let scan = scan.word("철").unwrap_or(scan);
    let phrase = Phrase { part, ..Phrase::of(Time::Calendar(year, Stretch::season(season))) };
    let (end, phrase) = closed(scan, phrase, SIDES_NONE)?;
    // 봄 alone ends many a note ("검토해 봄"): it needs a year, a part or a particle.
    let is_marked = year != Year::Newest || part.is_some() || end.at() > scan.at();
    is_marked.then_some((end, phrase))
}

fn quarter(start: Scan<'_>, year: Year) -> Reading<'_, Phrase> {
    let halves = [("상반기", 1), ("하반기", 2)];
    let (scan, stretch) = match start.one_of(&halves) {
        Some((scan, half)) => (scan, Stretch::half(half)?),
        None => {
            let (scan, quarter) = start.number(1)?;
            let scan = scan.word("/4분기").or_else(|| scan.word("사분기")).or_else(|| scan.word("분기"))?;
            (scan, Stretch::quarter(quarter)?)
        }
    };
    closed(scan, Phrase::of(Time::Calendar(year, stretch)), SIDES_NONE)
}

/// A feast is a date only where a word of time stands beside it: 추석 선물 is a present.
fn feast(start: Scan<'_>, year: Year) -> Reading<'_, Phrase> {
    let (scan, feast) = start.one_of(FEASTS)?;
    let (end, phrase) = closed(scan, Phrase::of(Time::Calendar(year, Stretch::Feast(feast))), SIDES_OF_FEASTS)?;
    (year != Year::Newest || end.at() > scan.at()).then_some((end, phrase))
}

/// 지난달, 그다음 주, 이번 분기, 어제, 그때, 월말.
fn near(start: Scan<'_>) -> Reading<'_, Phrase> {
    if let Some((scan, part)) = start.one_of(MONTH_PARTS) {
        let phrase = Phrase { part: Some(part), ..Phrase::of(Time::Near(Scale::Month, 0, Anchor::Then)) };
        return closed_without_part(scan, phrase);
    }
    let words = start.one_of(NEAR_WORDS).map(|(scan, near)| (scan, near, start));
    let pairs = start.all_of(NEAR).into_iter().filter_map(|(scan, (by, anchor))| {
        let (end, scale) = scan.blank().one_of(NEAR_UNITS)?;
        // 다음 날 is said of the past, not of tomorrow; 그 해 and 지난해 are read as years.
        let anchor = if scale == Scale::Day && anchor == Anchor::Either { Anchor::Then } else { anchor };
        (scale != Scale::Year || anchor == Anchor::Either).then_some((end, (scale, by, anchor), start))
    });
    let candidates = words.into_iter().chain(pairs);
    candidates
        .filter_map(|(scan, (scale, by, anchor), _)| near_with(scan, scale, by, anchor))
        .max_by_key(|it| it.0.at())
}

fn near_with(scan: Scan<'_>, scale: Scale, by: i32, anchor: Anchor) -> Reading<'_, Phrase> {
    let phrase = Phrase::of(Time::Near(scale, by, anchor));
    match scale {
        Scale::Day => closed_without_part(scan, phrase),
        Scale::Month => with_day(scan, phrase).or_else(|| closed(scan, phrase, SIDES_NONE)),
        _ => closed(scan, phrase, SIDES_NONE),
    }
}

/// "두 달 전", "2~3주 뒤", "그로부터 한 달쯤 뒤".
fn count(start: Scan<'_>) -> Reading<'_, Phrase> {
    let leads = [("그로부터", ()), ("그보다", ()), ("그", ())];
    let (scan, is_then) = match start.one_of(&leads) {
        Some((scan, ())) => (scan.a_blank()?, true),
        None => (start, false),
    };
    let (scan, is_about) = about_before(scan);
    let (scan, (least, most, scale)) = span(scan)?;
    let (scan, half) = half_more(scan, least == most, scale);
    let scan_about = ["여", "쯤", "정도", "가량", " 정도", " 쯤", " 가량"].iter().find_map(|word| scan.word(word));
    let (scan, about) = (scan_about.unwrap_or(scan), is_about || scan_about.is_some());
    let (scan, later) = scan.blank().one_of(WAYS)?;
    let anchor = if later || is_then { Anchor::Then } else { Anchor::Now };
    let (least, most, scale) = match (half, scale) {
        (true, Scale::Year) => (least * 12 + 6, most * 12 + 6, Scale::Month),
        (true, _) => (least * 30 + 15, most * 30 + 15, Scale::Day),
        (false, scale) => (least, most, scale),
    };
    let phrase = Phrase { about, ..Phrase::of(Time::Count { least, most, scale, anchor, later }) };
    closed_without_part(scan, phrase)
}

/// 약, 대략, and 한 before a number.
fn about_before(start: Scan<'_>) -> (Scan<'_>, bool) {
    let about = ["약 ", "약", "대략 ", "거의 "].iter().find_map(|word| start.word(word));
    let some = start.word("한 ").filter(|scan| scan.digits() > 0);
    about.or(some).map_or((start, false), |scan| (scan, true))
}

/// "1년 반", "한 달 반".
fn half_more(scan: Scan<'_>, is_exact: bool, scale: Scale) -> (Scan<'_>, bool) {
    let half = scan.word(" 반").or_else(|| scan.word("반")).filter(|_| is_exact);
    match half.filter(|_| matches!(scale, Scale::Year | Scale::Month)) {
        Some(half) => (half, true),
        None => (scan, false),
    }
}

fn span(start: Scan<'_>) -> Reading<'_, (u32, u32, Scale)> {
    if let Some(span) = start.one_of(SPANS) {
        return Some(span);
    }
    let read = |counts, units| {
        let readings = start.all_of(counts).into_iter();
        readings.filter_map(|(scan, count)| scan.blank().one_of(units).map(|(scan, scale)| (scan, count, scale))).next()
    };
    let numbers = || {
        let (scan, least) = start.number(3)?;
        let further = ["~", "-", "–", "∼", ","].iter().find_map(|sign| scan.word(sign)).map(Scan::blank);
        let (scan, most) = further.and_then(|scan| scan.number(3)).unwrap_or((scan, least));
        let (scan, scale) = scan.blank().one_of(UNITS)?;
        (least <= most).then_some((scan, (least, most), scale))
    };
    let (scan, (least, most), scale) = numbers().or_else(|| read(COUNTS, UNITS)).or_else(|| read(SINO, SINO_UNITS))?;
    Some((scan, (least, most, scale)))
}

/// What may follow a date: a part, "about", a side, a particle, and then the end of the word.
fn closed<'a>(scan: Scan<'a>, phrase: Phrase, sides: &[(&str, Option<Side>)]) -> Reading<'a, Phrase> {
    let parts = scan.all_of(PARTS).into_iter().chain(scan.blank().all_of(PARTS));
    let parts = parts.filter(|_| phrase.part.is_none() && sides.is_empty());
    let with_part = parts.filter_map(|(scan, part)| closed_with(scan, Phrase { part, ..phrase }, sides)).next();
    with_part.or_else(|| closed_with(scan, phrase, sides))
}

fn closed_without_part(scan: Scan<'_>, phrase: Phrase) -> Reading<'_, Phrase> {
    closed_with(scan, phrase, SIDES_NONE)
}

fn closed_with<'a>(scan: Scan<'a>, phrase: Phrase, sides: &[(&str, Option<Side>)]) -> Reading<'a, Phrase> {
    let mut ends: Vec<(Scan<'a>, Phrase)> = Vec::new();
    for (scan, phrase) in with_about(scan, phrase) {
        let plain = SIDES.iter().map(|(word, side)| (*word, Some(*side)));
        let sides: Vec<(&str, Option<Side>)> = plain.chain(sides.iter().copied()).collect();
        let beside = scan.all_of(&sides).into_iter().chain(scan.blank().all_of(&sides));
        ends.extend(beside.map(|(scan, side)| (scan, Phrase { side, ..phrase })));
        ends.push((scan, phrase));
    }
    let particled = ends.iter().flat_map(|(scan, phrase)| {
        scan.all_of(PARTICLES).into_iter().map(|(scan, ())| (scan, *phrase)).chain([(*scan, *phrase)])
    });
    let whole = particled.filter(|(scan, _)| scan.ends_word() && !scan.rest().starts_with(['%', '℃']));
    whole.max_by_key(|(scan, _)| scan.at())
}

fn with_about(scan: Scan<'_>, phrase: Phrase) -> Vec<(Scan<'_>, Phrase)> {
    let about = scan.all_of(ABOUT).into_iter().chain(scan.blank().all_of(ABOUT));
    let about = about.map(|(scan, ())| (scan, Phrase { about: true, ..phrase }));
    about.chain([(scan, phrase)]).collect()
}

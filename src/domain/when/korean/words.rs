//! The words of Korean dates. Tables alone; how they go together is in the module above.
//! A word that is also another word stands here only where its neighbours settle what is meant.

use crate::domain::when::feast::Feast;
use crate::domain::when::phrase::{Anchor, Part, Scale, Side, Year};

/// Parts of a stretch; none where the whole of it is meant.
pub(super) const PARTS: &[(&str, Option<Part>)] = &[
    ("초순", Some(Part::Start)),
    ("상순", Some(Part::Start)),
    ("초반", Some(Part::Start)),
    ("초", Some(Part::Start)),
    ("중순", Some(Part::Middle)),
    ("중반", Some(Part::Middle)),
    ("하순", Some(Part::End)),
    ("후반", Some(Part::End)),
    ("말", Some(Part::End)),
    ("연초", Some(Part::Start)),
    ("연말", Some(Part::End)),
    ("중", None),
    ("동안", None),
    ("내내", None),
];
/// About.
pub(super) const ABOUT: &[(&str, ())] = &[
    ("쯤", ()),
    ("경", ()),
    ("께", ()),
    ("무렵", ()),
    ("즈음", ()),
    ("정도", ()),
    ("가량", ()),
    ("전후", ()),
    ("언저리", ()),
];
/// Before and after.
pub(super) const SIDES: &[(&str, Side)] = &[
    ("직전", Side::JustBefore),
    ("직후", Side::JustAfter),
    ("이전", Side::Open),
    ("이후", Side::Open),
    ("전에", Side::Open),
    ("전까지", Side::Open),
    ("지나서", Side::Open),
    ("지나고", Side::Open),
    ("넘어서", Side::Open),
];
/// Behind a feast these mean a time; behind a month they may begin another word.
pub(super) const SIDES_OF_FEASTS: &[(&str, Option<Side>)] = &[
    ("직전", Some(Side::JustBefore)),
    ("직후", Some(Side::JustAfter)),
    ("이전", Some(Side::Open)),
    ("이후", Some(Side::Open)),
    ("지나서", Some(Side::Open)),
    ("지나고", Some(Side::Open)),
    ("전", Some(Side::Open)),
    ("후", Some(Side::Open)),
    ("뒤", Some(Side::Open)),
    ("때", None),
    ("당일", None),
    ("연휴", None),
];
/// Particles that a date may carry.
pub(super) const PARTICLES: &[(&str, ())] = &[
    ("에서", ()),
    ("에는", ()),
    ("에도", ()),
    ("에야", ()),
    ("에서야", ()),
    ("에", ()),
    ("엔", ()),
    ("부터는", ()),
    ("부터", ()),
    ("까지는", ()),
    ("까지", ()),
    ("의", ()),
    ("은", ()),
    ("는", ()),
];
/// Years.
pub(super) const YEARS: &[(&str, Year)] = &[
    ("재작년", Year::Now(-2)),
    ("작년", Year::Now(-1)),
    ("지난해", Year::Now(-1)),
    ("지난 해", Year::Now(-1)),
    ("올해", Year::Now(0)),
    ("금년", Year::Now(0)),
    ("내년", Year::Now(1)),
    ("내후년", Year::Now(2)),
    ("그해", Year::Then(0)),
    ("그 해", Year::Then(0)),
    ("같은 해", Year::Then(0)),
    ("이듬해", Year::Then(1)),
    ("그다음 해", Year::Then(1)),
    ("그 다음 해", Year::Then(1)),
    ("그다음해", Year::Then(1)),
    ("익년", Year::Then(1)),
];
/// Before a season, a month, a half or a feast.
pub(super) const WHICH: &[(&str, Year)] =
    &[("지난", Year::Past), ("저번", Year::Past), ("이번", Year::This), ("올", Year::Now(0)), ("다음", Year::Coming)];
/// Seasons.
pub(super) const SEASONS: &[(&str, u32)] = &[("봄", 0), ("여름", 1), ("가을", 2), ("겨울", 3)];
/// Parts of a season that stand before it.
pub(super) const SEASON_PARTS: &[(&str, Part)] = &[("초", Part::Start), ("한", Part::Middle), ("늦", Part::End)];
/// Without 이월 and 일월, which are other words too.
pub(super) const MONTHS: &[(&str, u32)] = &[
    ("삼월", 3),
    ("사월", 4),
    ("오월", 5),
    ("유월", 6),
    ("칠월", 7),
    ("팔월", 8),
    ("구월", 9),
    ("시월", 10),
    ("십일월", 11),
    ("십이월", 12),
];
/// Feasts.
pub(super) const FEASTS: &[(&str, Feast)] = &[
    ("추석", Feast::Chuseok),
    ("한가위", Feast::Chuseok),
    ("설날", Feast::Seollal),
    ("설", Feast::Seollal),
    ("구정", Feast::Seollal),
    ("신정", Feast::NewYear),
    ("새해", Feast::NewYear),
    ("크리스마스", Feast::Christmas),
    ("성탄절", Feast::Christmas),
];
/// Before a week, a month or a year.
pub(super) const NEAR: &[(&str, (i32, Anchor))] = &[
    ("지지난", (-2, Anchor::Now)),
    ("저저번", (-2, Anchor::Now)),
    ("지난", (-1, Anchor::Now)),
    ("저번", (-1, Anchor::Now)),
    ("이번", (0, Anchor::Now)),
    ("다음", (1, Anchor::Either)),
    ("다다음", (2, Anchor::Either)),
    ("그다음", (1, Anchor::Then)),
    ("그 다음", (1, Anchor::Then)),
    ("그", (0, Anchor::Then)),
    ("같은", (0, Anchor::Then)),
];
/// What is near.
pub(super) const NEAR_UNITS: &[(&str, Scale)] =
    &[("주", Scale::Week), ("달", Scale::Month), ("분기", Scale::Quarter), ("해", Scale::Year), ("날", Scale::Day)];
/// Days and weeks with a word of their own.
pub(super) const NEAR_WORDS: &[(&str, (Scale, i32, Anchor))] = &[
    ("그저께", (Scale::Day, -2, Anchor::Now)),
    ("그제", (Scale::Day, -2, Anchor::Now)),
    ("어제", (Scale::Day, -1, Anchor::Now)),
    ("오늘", (Scale::Day, 0, Anchor::Now)),
    ("내일", (Scale::Day, 1, Anchor::Now)),
    ("모레", (Scale::Day, 2, Anchor::Now)),
    ("금주", (Scale::Week, 0, Anchor::Now)),
    ("다음 날", (Scale::Day, 1, Anchor::Then)),
    ("다음날", (Scale::Day, 1, Anchor::Then)),
    ("이튿날", (Scale::Day, 1, Anchor::Then)),
    ("익일", (Scale::Day, 1, Anchor::Then)),
    ("익월", (Scale::Month, 1, Anchor::Then)),
    ("당일", (Scale::Day, 0, Anchor::Then)),
    ("그때", (Scale::Day, 0, Anchor::Then)),
    ("그 무렵", (Scale::Day, 0, Anchor::Then)),
    ("그즈음", (Scale::Day, 0, Anchor::Then)),
    ("그 당시", (Scale::Day, 0, Anchor::Then)),
    ("당시", (Scale::Day, 0, Anchor::Then)),
];
/// The parts of the month of the event before.
pub(super) const MONTH_PARTS: &[(&str, Part)] = &[("월초", Part::Start), ("월중순", Part::Middle), ("월말", Part::End)];
/// Parts of a year.
pub(super) const YEAR_PARTS: &[(&str, Part)] =
    &[("연초", Part::Start), ("년초", Part::Start), ("연말", Part::End), ("년말", Part::End)];
/// Times that cannot be told.
pub(super) const VAGUE: &[(&str, ())] = &[
    ("얼마 전", ()),
    ("얼마 뒤", ()),
    ("얼마 후", ()),
    ("한참 전", ()),
    ("한참 뒤", ()),
    ("오래전", ()),
    ("오래 전", ()),
];
/// How many, at least and at most.
pub(super) const COUNTS: &[(&str, (u32, u32))] = &[
    ("한두", (1, 2)),
    ("한 두", (1, 2)),
    ("두세", (2, 3)),
    ("두어", (2, 3)),
    ("두서너", (2, 4)),
    ("서너", (3, 4)),
    ("너댓", (4, 5)),
    ("네댓", (4, 5)),
    ("대여섯", (5, 6)),
    ("예닐곱", (6, 7)),
    ("한", (1, 1)),
    ("두", (2, 2)),
    ("세", (3, 3)),
    ("석", (3, 3)),
    ("네", (4, 4)),
    ("넉", (4, 4)),
    ("다섯", (5, 5)),
    ("여섯", (6, 6)),
    ("일곱", (7, 7)),
    ("여덟", (8, 8)),
    ("아홉", (9, 9)),
    ("열한", (11, 11)),
    ("열두", (12, 12)),
    ("열", (10, 10)),
    ("몇", (2, 6)),
    ("수", (2, 6)),
];
/// These stand before 년 and 개월 alone: 이 주 is "this week".
pub(super) const SINO: &[(&str, (u32, u32))] = &[
    ("일", (1, 1)),
    ("이", (2, 2)),
    ("이삼", (2, 3)),
    ("삼", (3, 3)),
    ("삼사", (3, 4)),
    ("사", (4, 4)),
    ("오", (5, 5)),
    ("오륙", (5, 6)),
    ("육", (6, 6)),
    ("칠", (7, 7)),
    ("팔", (8, 8)),
    ("구", (9, 9)),
    ("십", (10, 10)),
];
/// What is counted.
pub(super) const UNITS: &[(&str, Scale)] = &[
    ("주일", Scale::Week),
    ("주", Scale::Week),
    ("개월", Scale::Month),
    ("달", Scale::Month),
    ("년", Scale::Year),
    ("해", Scale::Year),
    ("일", Scale::Day),
];
/// What Sino-Korean numbers count.
pub(super) const SINO_UNITS: &[(&str, Scale)] = &[("개월", Scale::Month), ("년", Scale::Year)];
/// Counts with a word of their own.
pub(super) const SPANS: &[(&str, (u32, u32, Scale))] = &[
    ("하루이틀", (1, 2, Scale::Day)),
    ("하루 이틀", (1, 2, Scale::Day)),
    ("하루", (1, 1, Scale::Day)),
    ("이틀", (2, 2, Scale::Day)),
    ("사흘", (3, 3, Scale::Day)),
    ("나흘", (4, 4, Scale::Day)),
    ("닷새", (5, 5, Scale::Day)),
    ("엿새", (6, 6, Scale::Day)),
    ("열흘", (10, 10, Scale::Day)),
    ("보름", (15, 15, Scale::Day)),
    ("며칠", (2, 6, Scale::Day)),
    ("이삼일", (2, 3, Scale::Day)),
    ("일주일", (1, 1, Scale::Week)),
    ("이주일", (2, 2, Scale::Week)),
    ("반년", (6, 6, Scale::Month)),
    ("반 년", (6, 6, Scale::Month)),
];
/// Whether it is later.
pub(super) const WAYS: &[(&str, bool)] =
    &[("전", false), ("뒤", true), ("후", true), ("이후", true), ("지나서", true), ("지나고", true), ("있다가", true)];

/// Where no other sides are known.
pub(super) const SIDES_NONE: &[(&str, Option<Side>)] = &[];

//! What a date says, before it is known on which day it was said: a year, a stretch of months or a feast in it, a part
//! of that, or a count from somewhere. No language and no calendar arithmetic.

use super::feast::Feast;

/// Which year, or which of the years in which the same season or month comes again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Year {
    /// This one.
    Number(i32),
    /// So many years from the one in which it was said.
    Now(i32),
    /// So many years from the one of the event before.
    Then(i32),
    /// The newest that has begun.
    Newest,
    /// The same, where it was said to be this one.
    This,
    /// The newest that is over.
    Past,
    /// The first that has not begun.
    Coming,
}

/// A stretch of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stretch {
    /// These months, from 1; beyond 12 they are those of the next year.
    Months(u32, u32),
    /// A feast with the day before and the day after.
    Feast(Feast),
}

impl Stretch {
    /// The whole year.
    pub const YEAR: Stretch = Stretch::Months(1, 12);

    /// A month from 1 to 12.
    pub fn month(month: u32) -> Option<Stretch> {
        (1..=12).contains(&month).then_some(Stretch::Months(month, month))
    }

    /// A quarter from 1 to 4.
    pub fn quarter(quarter: u32) -> Option<Stretch> {
        (1..=4).contains(&quarter).then(|| Stretch::Months(quarter * 3 - 2, quarter * 3))
    }

    /// A half, 1 or 2.
    pub fn half(half: u32) -> Option<Stretch> {
        (1..=2).contains(&half).then(|| Stretch::Months(half * 6 - 5, half * 6))
    }

    /// A season: spring 0, summer 1, autumn 2, winter 3.
    pub fn season(season: u32) -> Stretch {
        Stretch::Months(season * 3 + 3, season * 3 + 5)
    }

    /// Whether it is winter, which lies in two years.
    pub fn is_winter(self) -> bool {
        self == Stretch::season(3)
    }
}

/// A part of a stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// 초, the beginning.
    Start,
    /// Early.
    Early,
    /// 중순, the middle.
    Middle,
    /// Late.
    Late,
    /// 말, the end.
    End,
    /// A day of a month.
    Day(u32),
}

/// On which side of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// 직전, just before.
    JustBefore,
    /// 직후, just after.
    JustAfter,
    /// 이전 or 이후: open to one side, so that it has no range.
    Open,
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// Days.
    Day,
    /// Weeks, from Monday.
    Week,
    /// Months.
    Month,
    /// Quarters.
    Quarter,
    /// Years.
    Year,
}

/// From where it is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The day on which it was said.
    Now,
    /// The event before.
    Then,
    /// One or the other ("다음 달"): a range only where both mean the same, or where there is no event before.
    Either,
}

/// The heart of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Time {
    /// A stretch of a year.
    Calendar(Year, Stretch),
    /// The day, week, month ... that is so many away.
    Near(Scale, i32, Anchor),
    /// So many (at least, at most) days, weeks, months ... away, later or earlier.
    Count {
        /// The fewest.
        least: u32,
        /// The most.
        most: u32,
        /// Of what.
        scale: Scale,
        /// From where.
        anchor: Anchor,
        /// Whether it is that much later.
        later: bool,
    },
    /// A time that cannot be told ("얼마 전").
    Vague,
}

/// A date as it was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// The heart.
    pub time: Time,
    /// A part of it.
    pub part: Option<Part>,
    /// Only about.
    pub about: bool,
    /// Before or after it.
    pub side: Option<Side>,
    /// Where it reaches to, for "from March to May".
    pub to: Option<(Year, Stretch, Option<Part>)>,
}

impl Phrase {
    /// This and nothing more.
    pub fn of(time: Time) -> Phrase {
        Phrase { time, part: None, about: false, side: None, to: None }
    }
}

//! Points in time as the research keeps them: a moment (wall clock with its offset from UTC, to the millisecond)
//! and an offset into an interview (whole seconds). Reading the clock lives in `mint`.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, SecondsFormat, SubsecRound};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A wall-clock moment with its offset from UTC, kept to the millisecond; written as RFC 3339.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(DateTime<FixedOffset>);

impl Moment {
    /// The moment of `time`, cut to the millisecond.
    pub fn new(time: DateTime<FixedOffset>) -> Moment {
        Moment(time.trunc_subsecs(3))
    }

    /// The date and time with its offset.
    pub fn time(self) -> DateTime<FixedOffset> {
        self.0
    }

    /// So many seconds later; earlier where negative. At the ends of time it stays where it is.
    #[must_use]
    pub fn plus_seconds(self, seconds: i64) -> Moment {
        let moved = chrono::TimeDelta::try_seconds(seconds).and_then(|by| self.time().checked_add_signed(by));
        moved.map_or(self, Moment::new)
    }

    /// The local date.
    pub fn date(self) -> NaiveDate {
        self.0.date_naive()
    }

    /// The local date and time.
    pub fn local(self) -> NaiveDateTime {
        self.0.naive_local()
    }

    /// Whole seconds from `earlier` to this moment; negative where the clock went back.
    pub fn seconds_since(self, earlier: Moment) -> i64 {
        (self.0 - earlier.0).num_seconds()
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.to_rfc3339_opts(SecondsFormat::Millis, false))
    }
}

impl FromStr for Moment {
    type Err = chrono::ParseError;

    fn from_str(text: &str) -> Result<Moment, chrono::ParseError> {
        DateTime::parse_from_rfc3339(text).map(Moment::new)
    }
}

/// Seconds since the start of an interview, written `hh:mm:ss`; at most 99:59:59.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Offset(u32);

impl Offset {
    /// The largest offset, 99:59:59.
    pub const MAX: Offset = Offset(99 * 3600 + 59 * 60 + 59);

    /// The offset of so many seconds, held inside 0 and [`Offset::MAX`].
    pub fn from_seconds(seconds: i64) -> Offset {
        Offset(u32::try_from(seconds.clamp(0, i64::from(Offset::MAX.0))).unwrap_or(0))
    }

    /// Whole seconds.
    pub fn seconds(self) -> u32 {
        self.0
    }
}

impl fmt::Display for Offset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}:{:02}", self.0 / 3600, self.0 / 60 % 60, self.0 % 60)
    }
}

/// Says that a text is not an offset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotAnOffset;

impl fmt::Display for NotAnOffset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an offset is written [hh:]mm:ss")
    }
}

impl std::error::Error for NotAnOffset {}

/// Reads `[hh:]mm:ss`, with an optional fraction of a second that is dropped.
impl FromStr for Offset {
    type Err = NotAnOffset;

    fn from_str(text: &str) -> Result<Offset, NotAnOffset> {
        let whole = text.trim().split(['.', ',']).next().unwrap_or_default();
        let parts: Vec<u32> =
            whole.split(':').map(|part| part.parse::<u32>().map_err(|_| NotAnOffset)).collect::<Result<_, _>>()?;
        let (hours, minutes, seconds) = match parts[..] {
            [minutes, seconds] => (0, minutes, seconds),
            [hours, minutes, seconds] if minutes < 60 => (hours, minutes, seconds),
            _ => return Err(NotAnOffset),
        };
        if seconds >= 60 || hours > 99 || minutes > 5999 {
            return Err(NotAnOffset);
        }
        let total = hours * 3600 + minutes * 60 + seconds;
        if total > Offset::MAX.0 { Err(NotAnOffset) } else { Ok(Offset(total)) }
    }
}

/// Writes a type by its `Display` and reads it by its `FromStr`.
macro_rules! serde_as_text {
    ($type:ty) => {
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
            }
        }
    };
}
serde_as_text!(Moment);
serde_as_text!(Offset);

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn an_offset_reads_what_it_writes() {
        for (text, seconds) in [("12:41", 761), ("00:12:41", 761), ("1:02:03.500", 3723), ("75:00", 4500)] {
            assert_eq!(text.parse::<Offset>().unwrap().seconds(), seconds, "{text}");
        }
        for text in ["", "12", "12:61", "1:75:00", "a:b", "100:00:00", "-1:00"] {
            assert!(text.parse::<Offset>().is_err(), "{text}");
        }
        assert_eq!(Offset::from_seconds(761).to_string(), "00:12:41");
        assert_eq!(Offset::from_seconds(-5), Offset::default());
    }

    #[test]
    fn a_moment_keeps_its_offset_and_milliseconds() {
        let moment: Moment = "2025-11-21T14:13:05.120999+09:00".parse().unwrap();
        assert_eq!(moment.to_string(), "2025-11-21T14:13:05.120+09:00");
        assert_eq!(moment.to_string().parse::<Moment>().unwrap(), moment);
    }
}

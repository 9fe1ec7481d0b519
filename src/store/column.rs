//! How one value stands in one column, for every type that a record is made of: ids as 16 bytes, moments, dates and
//! names as text, offsets as seconds, lists and maps as JSON.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::types::{FromSqlError, FromSqlResult, ToSqlOutput, Value, ValueRef};

use crate::domain::journey::{Facts, Lane, LaneRow, MappingStep, Seed, StageCard, WalkResult};
use crate::domain::paths::Passage;
use crate::domain::priority::Priority;
use crate::domain::study::AskedState;
use crate::domain::{
    Act, AlternativeKind, Attributes, Dimension, Dropped, Expectation, GapCause, Headline, Id, Met, Moment, Offset,
    Outcome, Recruited, Revision, Settings, Source, Speaker, Stage, Stance, Status, Subject, Voice,
};

/// A value of one column.
pub(super) trait Column: Sized {
    /// As SQLite gets it.
    fn write(&self) -> rusqlite::Result<ToSqlOutput<'_>>;
    /// As SQLite gave it.
    fn read(value: ValueRef<'_>) -> FromSqlResult<Self>;
}

/// Reads the columns of a result row one after the other.
pub(super) struct Columns<'a> {
    row: &'a rusqlite::Row<'a>,
    next: usize,
}

impl<'a> Columns<'a> {
    pub(super) fn of(row: &'a rusqlite::Row<'a>) -> Columns<'a> {
        Columns { row, next: 0 }
    }

    /// The value of the next column.
    pub(super) fn next<T: Column>(&mut self) -> rusqlite::Result<T> {
        let value = self.row.get_ref(self.next)?;
        self.next += 1;
        Ok(T::read(value)?)
    }
}

/// A text that is not what its column promises; it is not quoted, because it may be interview text.
#[derive(Debug)]
struct NotLegal(&'static str);

impl std::fmt::Display for NotLegal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "not a legal {}", self.0)
    }
}

impl std::error::Error for NotLegal {}

fn not_legal(what: &'static str) -> FromSqlError {
    FromSqlError::other(NotLegal(what))
}

impl<T: Column> Column for Option<T> {
    fn write(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        self.as_ref().map_or(Ok(ToSqlOutput::Owned(Value::Null)), T::write)
    }
    fn read(value: ValueRef<'_>) -> FromSqlResult<Self> {
        if matches!(value, ValueRef::Null) { Ok(None) } else { T::read(value).map(Some) }
    }
}

impl Column for String {
    fn write(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(ValueRef::Text(self.as_bytes())))
    }
    fn read(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_str().map(str::to_owned)
    }
}

impl Column for Id {
    fn write(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(ValueRef::Blob(self.bytes())))
    }
    fn read(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let bytes = value.as_blob()?.try_into().map_err(|_| not_legal("id"))?;
        Ok(Id::from_bytes(bytes))
    }
}

impl Column for bool {
    fn write(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Owned(Value::Integer(i64::from(*self))))
    }
    fn read(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_i64().map(|number| number != 0)
    }
}

impl Column for Offset {
    fn write(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Owned(Value::Integer(i64::from(self.seconds()))))
    }
    fn read(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_i64().map(Offset::from_seconds)
    }
}

/// Types that are whole numbers.
macro_rules! number {
    ($($Type:ty),+) => {
        $(impl Column for $Type {
            fn write(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(ToSqlOutput::Owned(Value::Integer(i64::from(*self))))
            }
            fn read(value: ValueRef<'_>) -> FromSqlResult<Self> {
                let number = value.as_i64()?;
                number.try_into().map_err(|_| FromSqlError::OutOfRange(number))
            }
        })+
    };
}
number!(i8, u32, i64);

/// Closed lists, which stand as their names.
macro_rules! name {
    ($($Type:ident),+) => {
        $(impl Column for $Type {
            fn write(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(ToSqlOutput::Borrowed(ValueRef::Text(self.name().as_bytes())))
            }
            fn read(value: ValueRef<'_>) -> FromSqlResult<Self> {
                value.as_str()?.parse().map_err(|_| not_legal(stringify!($Type)))
            }
        })+
    };
}
name!(
    Act,
    AlternativeKind,
    AskedState,
    Dimension,
    Expectation,
    GapCause,
    Met,
    Outcome,
    Recruited,
    Source,
    Speaker,
    Stance,
    Status,
    Subject,
    Voice
);

/// Types that stand as the text they display.
macro_rules! text {
    ($($Type:ident),+) => {
        $(impl Column for $Type {
            fn write(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(ToSqlOutput::Owned(Value::Text(self.to_string())))
            }
            fn read(value: ValueRef<'_>) -> FromSqlResult<Self> {
                value.as_str()?.parse().map_err(|_| not_legal(stringify!($Type)))
            }
        })+
    };
}
text!(Moment, NaiveDate, Passage, Stage, Lane);

/// Lists and maps, which stand as JSON.
macro_rules! json {
    ($($Type:ty),+) => {
        $(impl Column for $Type {
            fn write(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                let json = serde_json::to_string(self);
                let json = json.map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))?;
                Ok(ToSqlOutput::Owned(Value::Text(json)))
            }
            fn read(value: ValueRef<'_>) -> FromSqlResult<Self> {
                serde_json::from_str(value.as_str()?).map_err(|_| not_legal("JSON"))
            }
        })+
    };
}
json!(
    Attributes,
    Priority,
    Vec<String>,
    Vec<Id>,
    Vec<Revision>,
    Settings,
    Headline,
    Dropped,
    Vec<StageCard>,
    Vec<LaneRow>,
    BTreeMap<MappingStep, String>,
    Facts,
    Seed,
    Vec<WalkResult>
);

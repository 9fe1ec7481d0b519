//! What went wrong below, in the words of the house: a failure of SQLite or of the file system becomes an `Error` of
//! the right kind. Values that did not read are never quoted, because they may be interview text.

use std::io;
use std::path::Path;

use rusqlite::ErrorCode;
use rusqlite::ffi;

use crate::domain::Kind;
use crate::error::{Error, ErrorKind, Result};

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Error {
        match &error {
            rusqlite::Error::SqliteFailure(failure, _) => of_code(failure.code).because(error),
            rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::IntegralValueOutOfRange(..) => unreadable(),
            _ => Error::new(ErrorKind::Bug, "store-fault").because(error),
        }
    }
}

fn of_code(code: ErrorCode) -> Error {
    match code {
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Error::new(ErrorKind::Busy, "library-busy"),
        ErrorCode::DiskFull => Error::new(ErrorKind::Io, "disk-full"),
        ErrorCode::DatabaseCorrupt => Error::new(ErrorKind::Damaged, "library-damaged"),
        ErrorCode::NotADatabase => Error::new(ErrorKind::Damaged, "not-a-library"),
        ErrorCode::ConstraintViolation => Error::refused("rule-broken"),
        ErrorCode::SystemIoFailure
        | ErrorCode::CannotOpen
        | ErrorCode::ReadOnly
        | ErrorCode::PermissionDenied
        | ErrorCode::OutOfMemory
        | ErrorCode::FileLockingProtocolFailed
        | ErrorCode::OperationAborted
        | ErrorCode::OperationInterrupted => Error::new(ErrorKind::Io, "library-io"),
        _ => Error::new(ErrorKind::Bug, "store-fault"),
    }
}

/// A stored value that is not what its column promises.
pub(super) fn unreadable() -> Error {
    Error::new(ErrorKind::Damaged, "library-unreadable")
}

/// A failure of the file system at `path`.
pub(super) fn of_file(path: &Path, error: io::Error) -> Error {
    let key = if error.kind() == io::ErrorKind::StorageFull { "disk-full" } else { "file-io" };
    Error::new(ErrorKind::Io, key).with("path", path.display()).because(error)
}

/// The same result, where a broken constraint says which rule a record of `kind` broke.
pub(super) fn naming<T>(kind: Kind, result: rusqlite::Result<T>) -> Result<T> {
    result.map_err(|error| match error.sqlite_error().map(|failure| failure.extended_code) {
        Some(ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY) => refusal("already-there", kind),
        Some(ffi::SQLITE_CONSTRAINT_FOREIGNKEY) => refusal("needs-missing", kind),
        Some(ffi::SQLITE_CONSTRAINT_TRIGGER) => refusal("still-needed", kind),
        Some(ffi::SQLITE_CONSTRAINT_CHECK | ffi::SQLITE_CONSTRAINT_NOTNULL) => {
            refusal("rule-broken", kind).because(error)
        }
        _ => error.into(),
    })
}

fn refusal(key: &'static str, kind: Kind) -> Error {
    Error::refused(key).with("kind", kind)
}

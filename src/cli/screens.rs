//! From a command to the screens: what of a session the screens need to know. They answer nothing on stdout.

use super::output::Answer;
use super::session::Session;
use crate::domain::Id;
use crate::error::{Error, ErrorKind, Result};

/// Opens the screens at home.
pub(super) fn open(_session: &Session) -> Result<Answer> {
    Err(Error::new(ErrorKind::Bug, "no-screens"))
}

/// Opens the screens at the capture of an interview.
pub(super) fn capture(_session: &Session, _study: Id, _interview: Id) -> Result<Answer> {
    Err(Error::new(ErrorKind::Bug, "no-screens"))
}

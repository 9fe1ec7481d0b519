//! The map of a journey as it may leave the library: without those who have not agreed to take part.
//! Publishing it is not here.

use super::map::{Map, of};
use crate::domain::id::Id;
use crate::domain::record::Kind;
use crate::domain::research::Research;
use crate::error::{Error, Result};

/// A journey as it may leave the library: without those who have not agreed to take part, and says so.
pub fn journey_for_export(research: &Research, journey: Id) -> Result<Map> {
    let missing = || Error::not_found("record-missing").with("kind", Kind::Journey);
    let persona = research.journeys().get(&journey).ok_or_else(missing)?.persona;
    let (agreed, left_out) = research.exportable(Some(persona))?;
    Ok(Map { left_out, ..of(&agreed, journey)? })
}

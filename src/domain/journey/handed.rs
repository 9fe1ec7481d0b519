//! Maps as they may leave the library: which journey of a persona is meant, and its map without those who have not agreed
//! to take part. Publishing is not here.

use super::kept::Journey;
use super::map::{Map, journeys_of, of};
use crate::domain::id::Id;
use crate::domain::record::Kind;
use crate::domain::research::Research;
use crate::error::{Error, Result};

/// The journey of a persona that leads to this competitor and is for this group; blank means to us and for everybody.
pub fn chosen<'r>(research: &'r Research, persona: Id, (competitor, group): (&str, &str)) -> Option<&'r Journey> {
    journeys_of(research, persona).find(|it| it.competitor == competitor && it.group == group)
}

/// A journey as it may leave the library: without those who have not agreed to take part, and says so.
pub fn journey_for_export(research: &Research, journey: Id) -> Result<Map> {
    let missing = || Error::not_found("record-missing").with("kind", Kind::Journey);
    let persona = research.journeys().get(&journey).ok_or_else(missing)?.persona;
    let (agreed, left_out) = research.exportable(Some(persona))?;
    Ok(Map { left_out, ..of(&agreed, journey)? })
}

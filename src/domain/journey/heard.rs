//! What buyers themselves said at a stage: the line in their own words that stands first on its card. Nothing is put into
//! other words here.

use super::map::Map;
use crate::domain::codes::Citation;
use crate::domain::dimension::Stage;
use crate::domain::interview::{Note, Voice};
use crate::domain::research::Research;

/// The first line in a buyer's own words under the entries of a stage, in the order in which the entries stand there;
/// none where nobody's own words were written down.
pub fn heard<'r>(research: &'r Research, map: &Map, stage: &Stage) -> Option<&'r Note> {
    let line = |cite: &String| {
        let key = research.resolve(&cite.parse::<Citation>().ok()?)?;
        research.notes().get(&key.id).filter(|note| note.voice == Voice::Verbatim)
    };
    map.entries_at(stage).find_map(|(_, entry)| entry.evidence.iter().find_map(line))
}

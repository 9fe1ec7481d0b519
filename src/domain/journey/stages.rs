//! Which stages a journey has: what must hold before one is left out, and what goes with it. What is said of a stage stands on
//! its card in `kept`.

use super::kept::{Entry, Journey, StageCard};
use super::map::{decided_in, entries_of};
use crate::domain::dimension::Stage;
use crate::domain::record::{Edit, Key, Kind};
use crate::domain::research::Research;
use crate::error::{Error, Result};

/// The edits that leaving stages out of a journey brings with it: proposals that were refused at one of them go, because
/// nobody sees them any more.
///
/// # Errors
/// An entry, be it in a hidden lane, stands at a stage that is left out or leads to it.
pub(super) fn left_out(research: &Research, journey: &Journey) -> Result<Vec<Edit>> {
    let before = research.journeys().get(&journey.id).map(|it| it.stages.as_slice()).unwrap_or_default();
    let is_gone = |stage: &Stage| !journey.stages.iter().any(|card| card.stage == *stage);
    let gone: Vec<&StageCard> = before.iter().filter(|card| is_gone(&card.stage)).collect();
    let is_used = |card: &&&StageCard| entries_of(research, journey.id).any(|it| needs(it, &card.stage));
    if let Some(card) = gone.iter().find(is_used) {
        let stage = if card.name.is_empty() { card.stage.to_string() } else { card.name.clone() };
        return Err(Error::refused("stage-in-use").with("stage", stage));
    }
    let refused = decided_in(research, journey.id).filter(|it| gone.iter().any(|card| needs(it, &card.stage)));
    Ok(refused.flat_map(|it| research.removal(Key::new(Kind::Entry, it.id))).collect())
}

fn needs(entry: &Entry, stage: &Stage) -> bool {
    entry.stage == *stage || entry.facts.to.as_ref() == Some(stage)
}

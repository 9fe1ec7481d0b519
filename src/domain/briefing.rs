//! A brief as people read it: what its lines say, and beside that the worst that the persona's journey tells.
//! It stands above `brief` and `journey`, because what a journey proposes is read from the brief.

use super::brief::{self, Brief, WORST_SHOWN, Worst};
use super::id::Id;
use super::interview::{Note, Voice};
use super::journey::walks::{Fix, pains};
use super::journey::{self, map};
use super::people::Participant;
use super::research::Research;
use crate::error::Result;

/// The brief of a persona.
///
/// # Errors
/// `persona-missing`.
pub fn of(research: &Research, persona: Id) -> Result<Brief> {
    Ok(Brief { worst: worst(research, research, persona)?, ..brief::draft(research, persona)? })
}

/// The brief as it may leave the library: without those who have not agreed to take part, and says so.
///
/// # Errors
/// As [`of`].
pub fn for_export(research: &Research, persona: Id) -> Result<Brief> {
    let (agreed, left_out) = research.exportable(Some(persona))?;
    let worst = worst(&agreed, research, persona)?;
    Ok(Brief { left_out, worst, ..brief::draft(&agreed, persona)? })
}

/// The worst pains of the journey that is kept for the persona: those that most people suffer from most. What nobody told
/// is an assumption and stays on the map. People are counted in one study, words that are not ours to tell are looked for in
/// the whole of it.
fn worst(counted: &Research, whole: &Research, persona: Id) -> Result<Vec<Worst>> {
    let Some(journey) = map::ours(counted, persona) else { return Ok(Vec::new()) };
    let map = journey::of(counted, journey.id)?;
    let told = pains(&map).into_iter().filter(|it| it.people > 0).take(WORST_SHOWN);
    let row = |it: Fix| {
        let card = map.stages.iter().find(|known| known.card.stage == it.stage);
        let withheld = whole.participants().values().any(|person| is_wording_of(whole, person, &it.what));
        Worst {
            name: card.map(|it| it.card.name.clone()).unwrap_or_default(),
            pain: if withheld { String::new() } else { it.what.clone() },
            withheld,
            severity: it.severity.unwrap_or_default(),
            people: it.people,
            score: it.score(),
            stage: it.stage,
            lines: it.lines,
        }
    };
    Ok(told.map(row).collect())
}

/// Whether a text holds a sentence of somebody whose words may not be told. A single word is nobody's.
fn is_wording_of(research: &Research, person: &Participant, text: &str) -> bool {
    let consent = &person.consent;
    if consent.participate && consent.quote && !person.is_withdrawn() {
        return false;
    }
    let is_theirs = |note: &Note| {
        let wordings = (1..=note.revision()).filter_map(|number| note.wording(number));
        wordings.into_iter().any(|(said, voice)| {
            voice == Voice::Verbatim && said.split_whitespace().nth(1).is_some() && text.contains(said)
        })
    };
    research.evidence_of(person.id).any(is_theirs)
}

#[cfg(test)]
mod tests;

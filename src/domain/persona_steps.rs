//! What people do to a persona, as steps: the same whether it is typed at the screens or on the command line.
//! How urgent it is in which year is `priority`.

use super::people::Persona;
use super::record::Step;
use super::research::Research;

/// The persona as it is now; none where nothing of it has changed.
pub fn changed(research: &Research, persona: Persona) -> Option<Step> {
    let known = research.personas().get(&persona.id)?;
    (*known != persona).then(|| Step::new(persona.study, "change-persona", persona.name.clone()).put(persona))
}

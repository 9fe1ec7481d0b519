//! The brief of a persona: what is now known, drawn from the lines by rules. Each claim is a theme with its honest
//! counts and its evidence. The same records give the same brief to the byte; nothing here reads a clock.

mod apart;
mod claims;
pub mod committee;
mod gaps;
mod ledger;
pub mod recall;
mod shape;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;

pub use apart::{Apart, ApartRow};
pub use claims::printed;
pub use shape::{
    Allowed, Brief, Claim, DroppedClaim, Gap, GapKind, Interval, Ledger, Method, Published, Side, Source, TriggerRow,
    UNTHEMED_SHOWN, Unthemed, WORST_SHOWN, Worst, Written,
};

use super::consent::LeftOut;
use super::evidence::STRONG_FROM;
use super::id::Id;
use super::people::{Participant, Persona};
use super::research::Research;
use super::saturation;
use super::settings::Settings;
use crate::error::{Error, Result};

/// The name of the form in which a brief is written as JSON.
pub const SCHEMA: &str = "whybuy.brief/1";

/// Draws the brief of a persona out of its lines alone. What people read is [`super::briefing`], which puts the worst of the
/// journey beside it: what a journey proposes is read from claims, and a brief must not ask it back.
pub fn draft(research: &Research, persona: Id) -> Result<Brief> {
    let persona = research.personas().get(&persona).ok_or_else(|| Error::not_found("persona-missing"))?;
    let people = research.counted_people(Some(persona.id));
    let (claims, dropped) = claims::claims(research, persona.id, &people);
    let from: Vec<Source> = people.iter().map(|person| source(research, person)).collect();
    let withheld = claims.iter().flat_map(|it| it.supports.iter().chain(&it.contradicts)).filter(|it| it.withheld);
    Ok(Brief {
        schema: SCHEMA.to_owned(),
        persona: persona.name.clone(),
        about: persona.about.clone(),
        study: research.study().map_or_else(String::new, |study| study.name.clone()),
        edition: None,
        as_of: from.iter().filter_map(|source| source.date).max(),
        people: people.len(),
        notes: from.iter().map(|source| source.lines).sum(),
        method: method(research, persona, &people, withheld.count()),
        expectations: ledger::expectations(research, &people),
        triggers: ledger::triggers(research, &people),
        committees: committee::committees(research, &people),
        apart: apart::apart(research, persona.id),
        worst: Vec::new(),
        unthemed: gaps::unthemed(research, &people),
        gaps: gaps::gaps(research, &people),
        saturation: saturation::of(research, &people),
        claims,
        dropped,
        from,
        left_out: LeftOut::default(),
    })
}

/// The claims of a persona's brief alone: what its people say, with counts and evidence.
pub fn claims_of(research: &Research, persona: Id) -> Vec<Claim> {
    claims::claims(research, persona, &research.counted_people(Some(persona))).0
}

fn source(research: &Research, person: &Participant) -> Source {
    Source {
        participant: person.code.clone(),
        role: person.role.clone(),
        outcome: research.outcome_of(person),
        date: research.begun_interviews(&[person]).last().map(|it| it.date),
        lines: research.evidence_of(person.id).count(),
        recall_days: research.recall_days(person),
    }
}

fn method(research: &Research, persona: &Persona, people: &[&Participant], withheld: usize) -> Method {
    let begun: Vec<NaiveDate> = research.begun_interviews(people).iter().map(|interview| interview.date).collect();
    let mut allowed: Vec<Allowed> = research
        .allowances()
        .values()
        .map(|it| Allowed {
            finding: it.finding.clone(),
            reason: it.reason.clone(),
            by: Written { by: it.by.clone(), date: it.at.date() },
        })
        .collect();
    allowed.sort_by(|a, b| (&a.finding, &a.reason).cmp(&(&b.finding, &b.reason)));
    Method {
        interviews: begun.len(),
        first: begun.iter().min().copied(),
        strong_from: STRONG_FROM,
        withdrawn: research.people_of(persona.id).iter().filter(|person| person.is_withdrawn()).count(),
        withheld,
        settings: research
            .study()
            .map_or_else(Default::default, |study| Settings { cuts: Vec::new(), ..study.settings.clone() }),
        allowed,
    }
}

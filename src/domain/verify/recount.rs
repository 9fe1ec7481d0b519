//! Counting again by another way than the brief counts: straight from the tables for a draft, from its own lines for a
//! published version. Two ways that agree are worth more than one.

use std::collections::BTreeSet;

use super::{Fault, FaultKind, Ground};
use crate::domain::brief::{Brief, Claim};
use crate::domain::study::AskedState;
use crate::domain::theme::{Stance, Theme};
use crate::domain::{Id, Interview, Research, Status};

/// What does not agree.
pub(super) fn of(brief: &Brief, ground: &Ground<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut tell = |about: String, expected: usize, found: usize| {
        if expected != found {
            faults.push(Fault::new(FaultKind::Number, "", about).but(expected.to_string(), found.to_string()));
        }
    };
    tell("people".to_owned(), brief.from.len(), brief.people);
    tell("lines".to_owned(), brief.from.iter().map(|it| it.lines).sum(), brief.notes);
    for claim in &brief.claims {
        let about = |what: &str| format!("{}: {what}", claim.theme);
        let people = |lines: &[crate::domain::evidence::Evidence]| {
            lines.iter().map(|it| it.participant.as_str()).collect::<BTreeSet<&str>>().len()
        };
        tell(about("raised"), people(&claim.supports), claim.counts.raised);
        tell(about("contradicted"), people(&claim.contradicts), claim.counts.contradicted);
        if let Some((raised, asked, unprompted)) = from_tables(claim, brief, ground) {
            tell(about("raised"), raised, claim.counts.raised);
            tell(about("asked"), asked, claim.counts.asked);
            tell(about("unprompted"), unprompted, claim.counts.unprompted);
        }
    }
    for it in &brief.worst {
        let people = crate::domain::journey::rules::people_in(&it.lines);
        tell(format!("{}: people", it.pain), people, it.people);
        tell(format!("{}: score", it.pain), people * usize::try_from(it.severity).unwrap_or(0), it.score);
    }
    if let Some(published) = &brief.edition {
        let hash = crate::domain::edition::hash(brief);
        if hash != published.hash {
            let about = published.number.to_string();
            faults.push(Fault::new(FaultKind::Hash, "", about).but(hash, &published.hash));
        }
    }
    faults
}

/// Raised, asked and unprompted, counted person by person from the tables; only for a draft, and only where the claim's
/// theme is known.
fn from_tables(claim: &Claim, brief: &Brief, ground: &Ground<'_>) -> Option<(usize, usize, usize)> {
    let research = ground.research;
    let theme = research.themes().values().find(|it| it.name == claim.theme && it.dimension == claim.dimension)?;
    if brief.edition.is_some() || ground.persona.is_none() {
        return None;
    }
    let (mut raised, mut asked, mut unprompted) = (0, 0, 0);
    for source in &brief.from {
        let person = research.participants().values().find(|it| it.code == source.participant)?;
        let talks: BTreeSet<Id> = talks(research, person.id).map(|it| it.id).collect();
        let has_raised = research.marks().values().any(|mark| {
            mark.theme == theme.id
                && mark.stance == Stance::Supports
                && research
                    .notes()
                    .get(&mark.note)
                    .is_some_and(|note| talks.contains(&note.interview) && note.is_evidence())
        });
        let was_asked = was_asked(research, theme, &talks, has_raised);
        raised += usize::from(has_raised);
        asked += usize::from(was_asked);
        unprompted += usize::from(has_raised && !was_asked);
    }
    Some((raised, asked, unprompted))
}

fn talks(research: &Research, person: Id) -> impl Iterator<Item = &Interview> {
    research.interviews().values().filter(move |it| it.participant == person && it.status != Status::Planned)
}

fn was_asked(research: &Research, theme: &Theme, talks: &BTreeSet<Id>, has_raised: bool) -> bool {
    research.asked().values().any(|asked| {
        let question = research.questions().get(&asked.question);
        talks.contains(&asked.interview)
            && asked.state == AskedState::Asked
            && question.is_some_and(|it| it.theme == Some(theme.id))
            && (has_raised || theme.created <= asked.at)
    })
}

//! The claims of a brief: every theme that somebody raised, contradicted or was asked about, with its counts, its
//! evidence, what people decided about it, and on which side of a purchase its people stand.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::recall;
use super::shape::{Claim, DroppedClaim, Side, Written};
use crate::domain::denominator::Denominator;
use crate::domain::evidence::{Evidence, STRONG_FROM, Said, State, is_withheld};
use crate::domain::id::Id;
use crate::domain::interview::Voice;
use crate::domain::judgement::{Dropped, Headline, Judgement, MOST_QUOTES};
use crate::domain::people::{Outcome, Participant};
use crate::domain::record::{Key, Kind};
use crate::domain::research::Research;
use crate::domain::theme::{Stance, Theme};

/// How many themes may stand above a theme: a ring of parents ends there.
const DEEPEST: usize = 8;

/// The claims in their order, and those that somebody decided not to make.
pub(super) fn claims(research: &Research, persona: Id, people: &[&Participant]) -> (Vec<Claim>, Vec<DroppedClaim>) {
    let mut claims = Vec::new();
    let mut dropped = Vec::new();
    for theme in research.themes().values() {
        let said = research.said_under(theme, people);
        let counts = research.denominator(theme, people);
        if said.is_empty() && counts.asked == 0 {
            continue;
        }
        let judgement = research.judgement(persona, theme.id);
        let decided = research.decided_against(Some(persona), theme);
        match decided.map(|decided| (dropped_claim(theme, decided, counts.raised), has_grown(decided, counts.raised))) {
            Some((gone, false)) => dropped.push(gone),
            returned => {
                let newest = said.iter().map(|said| said.note.logged).max();
                let returned = returned.map(|(was, _)| was);
                let claim = Claim { returned, ..claim(research, theme, (counts, judgement), &said) };
                let verbatims = claim.supports.iter().filter(|line| line.voice == Voice::Verbatim).count();
                let order =
                    (theme.dimension, Reverse(claim.counts.raised), Reverse(verbatims), Reverse(newest), theme.id);
                claims.push((order, claim));
            }
        }
    }
    claims.sort_by_key(|(order, _)| *order);
    dropped.sort_by(|a, b| (a.dimension, &a.theme).cmp(&(b.dimension, &b.theme)));
    (claims.into_iter().map(|(_, claim)| claim).collect(), dropped)
}

fn dropped_claim(theme: &Theme, decided: &Dropped, people: usize) -> DroppedClaim {
    DroppedClaim {
        dimension: theme.dimension,
        theme: theme.name.clone(),
        reason: decided.reason.clone(),
        by: Written { by: decided.by.clone(), date: decided.at.date() },
        people_then: decided.people,
        people,
    }
}

/// A dropped claim comes back by itself only when it has gained people.
fn has_grown(decided: &Dropped, people: usize) -> bool {
    u32::try_from(people).is_ok_and(|people| people > decided.people)
}

fn claim(
    research: &Research,
    theme: &Theme,
    (counts, judgement): (Denominator, Option<&Judgement>),
    said: &[Said],
) -> Claim {
    let of = |stance| said.iter().filter(move |it| it.stance == stance);
    let supports: Vec<Evidence> = of(Stance::Supports).map(|it| Evidence::of(it.note, it.person)).collect();
    let contradicts: Vec<Evidence> = of(Stance::Contradicts).map(|it| Evidence::of(it.note, it.person)).collect();
    let headline = judgement.and_then(|it| it.headline.as_ref());
    let is_stale = headline.is_some_and(|it| is_stale(it, &supports, &contradicts));
    let raisers: Vec<&Participant> = of(Stance::Supports).map(|it| it.person).collect();
    Claim {
        dimension: theme.dimension,
        theme: theme.name.clone(),
        above: above(research, theme),
        headline: headline.map_or_else(|| theme.name.clone(), |it| it.text.clone()),
        written: headline.map(|it| Written { by: it.by.clone(), date: it.at.date() }),
        state: if is_stale { State::Stale } else { claim_state(&counts) },
        counts,
        interval: None,
        shown: printed(judgement, said).into_iter().map(|it| Evidence::of(it.note, it.person).cite()).collect(),
        only: only(research, &raisers),
        recall: recall::of(research, &raisers),
        supports,
        contradicts,
        returned: None,
        id: Some(theme.id),
    }
}

/// The wider themes above a theme, the widest first.
fn above(research: &Research, theme: &Theme) -> Vec<String> {
    let mut names = Vec::new();
    let mut at = theme;
    while let Some(parent) = at.parent.and_then(|id| research.themes().get(&id)) {
        if parent.dimension != theme.dimension || names.len() == DEEPEST {
            break;
        }
        names.push(parent.name.clone());
        at = parent;
    }
    names.reverse();
    names
}

/// A heading is stale when a line that it rests on is gone or reads otherwise, or a line contradicts it that did not then.
fn is_stale(headline: &Headline, supports: &[Evidence], contradicts: &[Evidence]) -> bool {
    let now: BTreeSet<String> = supports.iter().chain(contradicts).map(Evidence::cite).collect();
    let is_gone = headline.rests_on.iter().any(|cite| !now.contains(cite));
    let is_opposed = contradicts.iter().any(|line| !headline.rests_on.contains(&line.cite()));
    !headline.rests_on.is_empty() && (is_gone || is_opposed)
}

/// The supporting lines that are printed: those that a person chose and that still stand under the theme, in the order of
/// the choice; else the most telling two, or one where fewer than three people said so. A line whose wording is withheld
/// comes last, because it tells a reader nothing. `said` has everybody's best line before anybody's second.
pub fn printed<'s, 'r>(judgement: Option<&Judgement>, said: &'s [Said<'r>]) -> Vec<&'s Said<'r>> {
    let mut supports: Vec<&Said> = said.iter().filter(|it| it.stance == Stance::Supports).collect();
    let chosen = judgement.map_or(&[][..], |it| &it.quotes);
    let kept: Vec<&Said> =
        chosen.iter().filter_map(|note| supports.iter().find(|it| it.note.id == *note).copied()).collect();
    if !kept.is_empty() {
        return kept;
    }
    let people: BTreeSet<Id> = supports.iter().map(|it| it.person.id).collect();
    supports.sort_by_key(|it| is_withheld(it.note, it.person));
    supports.truncate(if people.len() < STRONG_FROM { 1 } else { MOST_QUOTES });
    supports
}

/// A claim is contradicted where at least one person contradicts it for every three who raise it (`spec/synthesis.md` B.8).
fn claim_state(counts: &Denominator) -> State {
    if counts.contradicted > 0 && counts.contradicted * 3 >= counts.raised {
        State::Contradicted
    } else {
        State::by_people(counts.raised)
    }
}

/// The side on which everybody is who raised it; none where it is both, or where one person's is not known.
fn only(research: &Research, raisers: &[&Participant]) -> Option<Side> {
    let side = |person: &&Participant| {
        research.outcome_of(person).map(|it| match it {
            Outcome::Won => Side::Won,
            Outcome::Lost | Outcome::NoDecision | Outcome::DecidedNotBought => Side::NotWon,
        })
    };
    let sides: BTreeSet<Option<Side>> = raisers.iter().map(side).collect();
    if sides.len() == 1 { sides.into_iter().next().flatten() } else { None }
}

impl Research {
    /// What somebody decided against a theme: for the whole study, or for the brief of this persona.
    fn decided_against<'r>(&'r self, persona: Option<Id>, theme: &'r Theme) -> Option<&'r Dropped> {
        theme.dropped.as_ref().or_else(|| self.judgement(persona?, theme.id)?.dropped.as_ref())
    }

    /// Whether a theme that so many people raise is left out of what is said of a persona.
    pub fn is_left_out(&self, persona: Option<Id>, theme: &Theme, people: usize) -> bool {
        self.decided_against(persona, theme).is_some_and(|decided| !has_grown(decided, people))
    }

    /// What a person decided about this claim of this persona's brief.
    pub fn judgement(&self, persona: Id, theme: Id) -> Option<&Judgement> {
        self.users_of(Key::new(Kind::Theme, theme), Kind::Judgement)
            .filter_map(|id| self.judgements().get(&id))
            .find(|it| it.persona == persona)
    }
}

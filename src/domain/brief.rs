//! The brief of a persona: what is now known, drawn from the lines by rules. Each claim is a theme with its honest
//! counts and its evidence. The same records give the same brief to the byte; nothing here reads a clock.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;

use super::consent::LeftOut;
use super::denominator::Denominator;
use super::dimension::{Dimension, Subject};
use super::evidence::{Evidence, STRONG_FROM, Said, State};
use super::id::Id;
use super::interview::{Note, Voice};
use super::people::{Outcome, Participant, Persona};
use super::research::Research;
use super::study::AskedState;
use super::theme::{Stance, Theme};
use crate::error::{Error, Result};

/// What is known of a persona; in JSON `whybuy.brief/1`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Brief {
    /// Always `whybuy.brief/1`.
    pub schema: &'static str,
    /// The persona's name.
    pub persona: String,
    /// Who this is, in the researcher's words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub about: String,
    /// The study's name.
    pub study: String,
    /// The date of the newest interview that counts: the data's own date, not today's.
    pub as_of: Option<NaiveDate>,
    /// How many people count: interviewed and not withdrawn.
    pub people: usize,
    /// How many evidence lines they have.
    pub notes: usize,
    /// Their codes with role and outcome, by code.
    pub from: Vec<Source>,
    /// The claims: by dimension, then by people, verbatims, newest line, id.
    pub claims: Vec<Claim>,
    /// Lines that stand under no theme yet, by dimension, so that nothing that was said is out of sight.
    pub unthemed: Vec<Unthemed>,
    /// What is not known, and of whom.
    pub gaps: Vec<Gap>,
    /// New themes per interview, in date order.
    pub saturation: Vec<Increment>,
    /// How it was made.
    pub method: Method,
    /// What was left out because nobody agreed to it; only in what is exported.
    #[serde(skip_serializing_if = "LeftOut::is_empty")]
    pub left_out: LeftOut,
}

/// One person whom the brief rests on.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Source {
    /// The participant's code.
    pub participant: String,
    /// The role; may be empty.
    pub role: String,
    /// How the purchase ended.
    pub outcome: Option<Outcome>,
    /// The date of the newest interview.
    pub date: Option<NaiveDate>,
    /// Evidence lines.
    pub lines: usize,
}

/// One theme with its counts and its evidence.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Claim {
    /// The dimension.
    pub dimension: Dimension,
    /// The theme's name.
    pub theme: String,
    /// The heading; the theme's name until a person writes one.
    pub headline: String,
    /// The counts of people.
    #[serde(flatten)]
    pub counts: Denominator,
    /// The lines that support it, the most telling first.
    pub supports: Vec<Evidence>,
    /// The lines that contradict it.
    pub contradicts: Vec<Evidence>,
    /// How well it is borne out.
    pub state: State,
    /// The id of the theme, for those who look it up.
    #[serde(skip)]
    pub id: Option<Id>,
}

/// The lines of one dimension that stand under no theme.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Unthemed {
    /// The dimension, `unsorted` last.
    pub dimension: Dimension,
    /// How many lines.
    pub lines: usize,
    /// From how many people.
    pub people: usize,
    /// The first [`UNTHEMED_SHOWN`] of them.
    pub shown: Vec<Evidence>,
}

/// How many lines without a theme are shown per dimension.
pub const UNTHEMED_SHOWN: usize = 5;

/// What kind of thing is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum GapKind {
    /// A dimension or the path was never touched with these people.
    Untouched,
    /// Nobody was asked this question, and nobody covered it.
    NobodyAsked,
    /// These people have follow-ups that are still owed.
    Owed,
    /// These people have lines that are not sorted.
    Unsorted,
    /// These people did not agree to be quoted.
    NoQuoteConsent,
}

/// One thing that is not known.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Gap {
    /// What kind.
    pub kind: GapKind,
    /// The dimension or the path, where the gap lies in one.
    pub subject: Option<Subject>,
    /// The question's wording, where it is about one.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub question: String,
    /// The codes of the people it concerns.
    pub people: Vec<String>,
    /// How many lines it concerns, where lines are counted.
    pub lines: usize,
}

/// What one more interview added.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Increment {
    /// The participant's code.
    pub participant: String,
    /// The interview's date.
    pub date: NaiveDate,
    /// Themes first heard in this interview.
    pub new_themes: usize,
    /// Themes heard up to and with this interview.
    pub themes: usize,
}

/// How the brief was made, so that its numbers can be counted again.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Method {
    /// Interviews that have begun.
    pub interviews: usize,
    /// The date of the oldest of them.
    pub first: Option<NaiveDate>,
    /// From how many people on a claim is strong.
    pub strong_from: usize,
    /// How many people withdrew and are in no count.
    pub withdrawn: usize,
    /// Verbatim lines under claims whose wording is withheld.
    pub withheld: usize,
}

/// Draws the brief of a persona.
pub fn draft(research: &Research, persona: Id) -> Result<Brief> {
    let persona = research.personas().get(&persona).ok_or_else(|| Error::not_found("persona-missing"))?;
    let people = research.counted_people(Some(persona.id));
    let claims = claims(research, &people);
    let from: Vec<Source> = people.iter().map(|person| source(research, person)).collect();
    let withheld = claims.iter().flat_map(|it| it.supports.iter().chain(&it.contradicts)).filter(|it| it.withheld);
    Ok(Brief {
        schema: "whybuy.brief/1",
        persona: persona.name.clone(),
        about: persona.about.clone(),
        study: research.study().map_or_else(String::new, |study| study.name.clone()),
        as_of: from.iter().filter_map(|source| source.date).max(),
        people: people.len(),
        notes: from.iter().map(|source| source.lines).sum(),
        method: method(research, persona, &people, withheld.count()),
        unthemed: unthemed(research, &people),
        gaps: gaps(research, &people),
        saturation: saturation(research, &people),
        claims,
        from,
        left_out: LeftOut::default(),
    })
}

/// Draws the brief as it may leave the library: without those who have not agreed to take part, and says so.
pub fn for_export(research: &Research, persona: Id) -> Result<Brief> {
    let (agreed, left_out) = research.exportable(Some(persona))?;
    Ok(Brief { left_out, ..draft(&agreed, persona)? })
}

fn source(research: &Research, person: &Participant) -> Source {
    Source {
        participant: person.code.clone(),
        role: person.role.clone(),
        outcome: research.outcome_of(person),
        date: research.interviews_of(person.id).iter().rfind(|it| research.has_begun(it.id)).map(|it| it.date),
        lines: research.evidence_of(person.id).count(),
    }
}

/// Every theme that somebody of these people raised, contradicted or was asked about.
fn claims(research: &Research, people: &[&Participant]) -> Vec<Claim> {
    let mut claims: Vec<(_, Claim)> = research
        .themes()
        .values()
        .filter_map(|theme| {
            let said = research.said_under(theme, people);
            let counts = research.denominator(theme, people);
            if said.is_empty() && counts.asked == 0 {
                return None;
            }
            let newest = said.iter().map(|said| said.note.logged).max();
            let claim = claim(theme, counts, &said);
            let verbatims = claim.supports.iter().filter(|line| line.voice == Voice::Verbatim).count();
            Some((
                (theme.dimension, Reverse(claim.counts.raised), Reverse(verbatims), Reverse(newest), theme.id),
                claim,
            ))
        })
        .collect();
    claims.sort_by_key(|(order, _)| *order);
    claims.into_iter().map(|(_, claim)| claim).collect()
}

fn claim(theme: &Theme, counts: Denominator, said: &[Said]) -> Claim {
    let of = |stance| said.iter().filter(move |it| it.stance == stance).map(|it| Evidence::of(it.note, it.person));
    Claim {
        dimension: theme.dimension,
        theme: theme.name.clone(),
        headline: theme.name.clone(),
        state: claim_state(&counts),
        counts,
        supports: of(Stance::Supports).collect(),
        contradicts: of(Stance::Contradicts).collect(),
        id: Some(theme.id),
    }
}

/// A claim is contradicted where at least one person contradicts it for every three who raise it (`spec/synthesis.md` B.8).
fn claim_state(counts: &Denominator) -> State {
    if counts.contradicted > 0 && counts.contradicted * 3 >= counts.raised {
        State::Contradicted
    } else {
        State::by_people(counts.raised)
    }
}

fn unthemed(research: &Research, people: &[&Participant]) -> Vec<Unthemed> {
    Dimension::ALL
        .iter()
        .filter_map(|&dimension| {
            let mut loose: Vec<(&Note, &Participant)> = people
                .iter()
                .flat_map(|person| research.evidence_of(person.id).map(move |note| (note, *person)))
                .filter(|(note, _)| note.dimension == dimension && research.marks_of(note.id).next().is_none())
                .collect();
            if loose.is_empty() {
                return None;
            }
            let heard: BTreeSet<Id> = loose.iter().map(|(_, person)| person.id).collect();
            loose.sort_by_key(|(note, person)| (!note.star, note.voice, &person.code, note.number));
            let shown = loose.iter().take(UNTHEMED_SHOWN).map(|(note, person)| Evidence::of(note, person)).collect();
            Some(Unthemed { dimension, lines: loose.len(), people: heard.len(), shown })
        })
        .collect()
}

fn gaps(research: &Research, people: &[&Participant]) -> Vec<Gap> {
    let mut gaps: Vec<Gap> = Subject::ALL
        .iter()
        .map(|&subject| {
            let untouched = people.iter().filter(|person| !research.has_touched(person.id, subject));
            gap(GapKind::Untouched, Some(subject), untouched.map(|person| (person.code.as_str(), 0)))
        })
        .collect();
    gaps.extend(unasked(research, people));
    let lines = |person: &Participant, wanted: &dyn Fn(&Note) -> bool| {
        let interviews = research.interviews_of(person.id);
        interviews.iter().flat_map(|it| research.notes_of(it.id)).filter(|note| wanted(note)).count()
    };
    let owed = people.iter().map(|it| (it.code.as_str(), lines(it, &|note| note.voice == Voice::Owed)));
    gaps.push(gap(GapKind::Owed, None, owed.filter(|(_, lines)| *lines > 0)));
    let is_unsorted = |note: &Note| note.is_evidence() && note.dimension == Dimension::Unsorted;
    let unsorted = people.iter().map(|it| (it.code.as_str(), lines(it, &is_unsorted)));
    gaps.push(gap(GapKind::Unsorted, None, unsorted.filter(|(_, lines)| *lines > 0)));
    let no_quotes = people.iter().filter(|it| !it.consent.quote).map(|it| (it.code.as_str(), 0));
    gaps.push(gap(GapKind::NoQuoteConsent, None, no_quotes));
    gaps.retain(|gap| !gap.people.is_empty() || gap.kind == GapKind::NobodyAsked);
    gaps
}

fn gap<'a>(kind: GapKind, subject: Option<Subject>, people: impl Iterator<Item = (&'a str, usize)>) -> Gap {
    let mut gap = Gap { kind, subject, question: String::new(), people: Vec::new(), lines: 0 };
    for (code, lines) in people {
        gap.people.push(code.to_owned());
        gap.lines += lines;
    }
    gap
}

/// The questions of the guide that nobody of these people was asked or covered.
fn unasked(research: &Research, people: &[&Participant]) -> Vec<Gap> {
    let heard: BTreeSet<Id> = people
        .iter()
        .flat_map(|person| research.interviews_of(person.id))
        .flat_map(|interview| research.asked_in(interview.id))
        .filter(|asked| asked.state != AskedState::Skipped)
        .map(|asked| asked.question)
        .collect();
    let silent = research.guide().into_iter().filter(|question| !people.is_empty() && !heard.contains(&question.id));
    silent
        .map(|question| Gap {
            kind: GapKind::NobodyAsked,
            subject: Some(question.subject),
            question: question.text.clone(),
            people: Vec::new(),
            lines: 0,
        })
        .collect()
}

fn saturation(research: &Research, people: &[&Participant]) -> Vec<Increment> {
    let mut interviews: Vec<_> = people
        .iter()
        .flat_map(|person| research.interviews_of(person.id).into_iter().map(move |it| (it.date, &person.code, it.id)))
        .collect();
    interviews.sort();
    let mut heard: BTreeSet<Id> = BTreeSet::new();
    interviews
        .into_iter()
        .filter(|(_, _, interview)| research.has_begun(*interview))
        .map(|(date, code, interview)| {
            let before = heard.len();
            let notes = research.notes_of(interview).filter(|note| note.is_evidence());
            heard.extend(notes.flat_map(|note| research.marks_of(note.id)).map(|mark| mark.theme));
            Increment { participant: code.clone(), date, new_themes: heard.len() - before, themes: heard.len() }
        })
        .collect()
}

fn method(research: &Research, persona: &Persona, people: &[&Participant], withheld: usize) -> Method {
    let begun: Vec<NaiveDate> = people
        .iter()
        .flat_map(|person| research.interviews_of(person.id))
        .filter(|interview| research.has_begun(interview.id))
        .map(|interview| interview.date)
        .collect();
    Method {
        interviews: begun.len(),
        first: begun.iter().min().copied(),
        strong_from: STRONG_FROM,
        withdrawn: research.people_of(persona.id).iter().filter(|person| person.is_withdrawn()).count(),
        withheld,
    }
}

//! The card that is read in the thirty seconds before a call. Rules only, so the same records give the same card.
//! *Strongest*: per dimension the themes that most people raise; ties go to more verbatims, then the newer line.
//! *Gaps*: for each dimension and the path one candidate, the guide's question that fewest people have heard, or the
//! subject itself where the guide has none left; least heard first, then least touched. Where fewer than three are
//! left, the themes of which most is open follow.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::denominator::Denominator;
use super::dimension::{Dimension, Subject};
use super::id::Id;
use super::interview::Voice;
use super::moment::Moment;
use super::people::{Outcome, Participant};
use super::research::Research;
use super::study::{AskedState, Question};
use super::theme::Stance;

/// How many gaps are shown.
pub const GAPS: usize = 3;
/// At most so many claims of one dimension.
pub const CLAIMS: usize = 3;

/// What is known before a call.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// The name of the persona; none where the participant has none, then the whole study speaks.
    pub persona: Option<String>,
    /// Who the persona is, in the researcher's words; may be empty.
    pub about: String,
    /// How many people count.
    pub people: usize,
    /// Earlier interviews with this participant that have begun.
    pub earlier: usize,
    /// The strongest claims: by dimension, at most [`CLAIMS`] of each, the strongest first.
    pub claims: Vec<Claim>,
    /// Claims that one person alone has raised and that are not among those above; the richest first.
    pub alone: Vec<Alone>,
    /// What to ask about: at most [`GAPS`].
    pub gaps: Vec<Gap>,
}

/// One claim with its counts of people.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// The theme.
    pub theme: Id,
    /// Its name.
    pub name: String,
    /// Its dimension.
    pub dimension: Dimension,
    /// The counts.
    pub counts: Denominator,
    /// Its place in its dimension, from 0: so a short card can show the first of each.
    pub rank: usize,
}

/// A claim that rests on one person.
#[derive(Clone, Debug, PartialEq)]
pub struct Alone {
    /// The theme's name.
    pub name: String,
    /// Its dimension.
    pub dimension: Dimension,
    /// The participant's code.
    pub participant: String,
    /// How the purchase ended for that person.
    pub outcome: Option<Outcome>,
}

/// How a gap is asked about.
#[derive(Clone, Debug, PartialEq)]
pub enum Wording {
    /// The guide's own question.
    Question(String),
    /// The subject's own sentence: the guide has no question left about it.
    Subject,
    /// A theme by name, of which too little is known.
    Theme(String),
}

/// Something worth asking about.
#[derive(Clone, Debug, PartialEq)]
pub struct Gap {
    /// What it is about.
    pub subject: Subject,
    /// How to ask.
    pub wording: Wording,
    /// How many people have heard the question, touched the subject, or raised or been asked about the theme.
    pub known: usize,
}

/// What the lines of some people say of one theme.
#[derive(Default)]
struct Heard {
    people: BTreeSet<Id>,
    verbatims: usize,
    lines: usize,
    newest: Option<Moment>,
}

impl Card {
    /// The card for an interview; none where there is no such interview.
    pub fn of(research: &Research, interview: Id) -> Option<Card> {
        let person = research.participant_of(interview)?;
        let persona = person.persona.and_then(|id| research.personas().get(&id));
        let people = research.counted_people(persona.map(|persona| persona.id));
        let earlier = research.interviews_of(person.id);
        let earlier = earlier.iter().filter(|it| it.id != interview && research.has_begun(it.id)).count();
        let mut heard = heard(research, &people);
        heard.retain(|id, heard| {
            let theme = research.themes().get(id);
            theme.is_some_and(|theme| !research.is_left_out(person.persona, theme, heard.people.len()))
        });
        let claims = strongest(research, &heard, &people);
        let alone = alone(research, &heard, &claims, person);
        Some(Card {
            persona: persona.map(|persona| persona.name.clone()),
            about: persona.map(|persona| persona.about.clone()).unwrap_or_default(),
            people: people.len(),
            earlier,
            alone,
            gaps: gaps(research, interview, &people, &claims),
            claims,
        })
    }
}

/// The supporting evidence lines of these people, by theme. Linear in the marks of the study.
fn heard(research: &Research, people: &[&Participant]) -> BTreeMap<Id, Heard> {
    let counted: BTreeSet<Id> = people.iter().map(|person| person.id).collect();
    let mut heard: BTreeMap<Id, Heard> = BTreeMap::new();
    for mark in research.marks().values().filter(|mark| mark.stance == Stance::Supports) {
        let Some(note) = research.notes().get(&mark.note).filter(|note| note.is_evidence()) else { continue };
        let Some(interview) = research.interviews().get(&note.interview) else { continue };
        if counted.contains(&interview.participant) {
            let theme = heard.entry(mark.theme).or_default();
            theme.people.insert(interview.participant);
            theme.verbatims += usize::from(note.voice == Voice::Verbatim);
            theme.lines += 1;
            theme.newest = theme.newest.max(Some(note.logged));
        }
    }
    heard
}

fn strongest(research: &Research, heard: &BTreeMap<Id, Heard>, people: &[&Participant]) -> Vec<Claim> {
    let mut claims = Vec::new();
    for dimension in Dimension::FIVE {
        let of = heard.iter().filter_map(|(id, heard)| Some((research.themes().get(id)?, heard)));
        let mut ranked: Vec<_> = of.filter(|(theme, _)| theme.dimension == dimension).collect();
        ranked.sort_by_key(|(theme, heard)| {
            (Reverse(heard.people.len()), Reverse(heard.verbatims), Reverse(heard.newest), theme.id)
        });
        for (rank, (theme, _)) in ranked.into_iter().take(CLAIMS).enumerate() {
            let counts = research.denominator(theme, people);
            claims.push(Claim { theme: theme.id, name: theme.name.clone(), dimension, counts, rank });
        }
    }
    claims
}

/// What one person alone has raised. Of the participant of the call nothing is listed: asking the same person again
/// makes nobody a second one.
fn alone(research: &Research, heard: &BTreeMap<Id, Heard>, claims: &[Claim], person: &Participant) -> Vec<Alone> {
    let single = heard.iter().filter(|(_, heard)| heard.people.len() == 1 && !heard.people.contains(&person.id));
    let single = single.filter(|(theme, _)| !claims.iter().any(|claim| claim.rank == 0 && claim.theme == **theme));
    let mut ranked: Vec<_> = single.collect();
    ranked.sort_by_key(|(id, heard)| (Reverse((heard.verbatims, heard.lines)), Reverse(heard.newest), **id));
    let told = |(id, heard): (&Id, &Heard)| {
        let theme = research.themes().get(id)?;
        let only = research.participants().get(heard.people.first()?)?;
        let (name, participant) = (theme.name.clone(), only.code.clone());
        Some(Alone { name, dimension: theme.dimension, participant, outcome: research.outcome_of(only) })
    };
    ranked.into_iter().filter_map(told).collect()
}

fn gaps(research: &Research, interview: Id, people: &[&Participant], claims: &[Claim]) -> Vec<Gap> {
    let mut candidates: Vec<(usize, usize, Gap)> = Vec::new();
    for &subject in Subject::ALL {
        let touched = people.iter().filter(|person| research.has_touched(person.id, subject)).count();
        let question = least_heard(research, interview, subject, people);
        let known = question.map_or(touched, |(heard, _)| heard);
        if known >= people.len() && !people.is_empty() {
            continue;
        }
        let wording = question.map_or(Wording::Subject, |(_, question)| Wording::Question(question.text.clone()));
        candidates.push((known, touched, Gap { subject, wording, known }));
    }
    // Stable: subjects that are alike stay in the order of the keys.
    candidates.sort_by_key(|(known, touched, _)| (*known, *touched));
    let mut gaps: Vec<Gap> = candidates.into_iter().map(|(_, _, gap)| gap).take(GAPS).collect();
    let mut open: Vec<&Claim> = claims.iter().filter(|claim| unknown(&claim.counts) > 0).collect();
    open.sort_by_key(|claim| (Reverse(unknown(&claim.counts)), claim.dimension, claim.theme));
    for claim in open.into_iter().take(GAPS.saturating_sub(gaps.len())) {
        let subject = Subject::ALL.iter().find(|subject| subject.dimension() == Some(claim.dimension));
        let known = people.len().saturating_sub(unknown(&claim.counts));
        gaps.extend(subject.map(|&subject| Gap { subject, wording: Wording::Theme(claim.name.clone()), known }));
    }
    gaps
}

/// Of how many people nothing is known.
fn unknown(counts: &Denominator) -> usize {
    counts.not_asked + counts.open
}

/// The question about a subject that fewest of these people were asked or covered, of those that are still open in
/// this interview; the guide's order decides between equals.
fn least_heard<'a>(
    research: &'a Research,
    interview: Id,
    subject: Subject,
    people: &[&Participant],
) -> Option<(usize, &'a Question)> {
    let guide = research.guide().into_iter().filter(|question| question.subject == subject);
    let open = guide.filter(|question| research.asked_of(interview, question.id).is_none());
    open.map(|question| (people_who_heard(research, question.id, people), question)).min_by_key(|(heard, _)| *heard)
}

fn people_who_heard(research: &Research, question: Id, people: &[&Participant]) -> usize {
    let has_heard = |person: &&&Participant| {
        let interviews = research.interviews_of(person.id);
        let asked = interviews.iter().filter_map(|interview| research.asked_of(interview.id, question));
        asked.into_iter().any(|asked| asked.state != AskedState::Skipped)
    };
    people.iter().filter(has_heard).count()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::Record;

    fn sample(lines: &str) -> Research {
        Research::of(lines.lines().skip(1).map(|line| serde_json::from_str::<Record>(line).unwrap())).unwrap()
    }

    fn korean() -> Research {
        sample(include_str!("../../sample_data/ai_pc.ko.jsonl"))
    }

    fn card_of(research: &Research, code: &str) -> Card {
        let person = research.participant_by_code(code).unwrap();
        Card::of(research, research.interviews_of(person.id).last().unwrap().id).unwrap()
    }

    #[test]
    fn the_counts_are_those_of_the_brief() {
        let research = korean();
        let card = card_of(&research, "P13");
        let persona = research.participant_by_code("P13").unwrap().persona.unwrap();
        let brief = crate::domain::brief::draft(&research, persona).unwrap();
        assert_eq!(card.people, brief.people);
        assert!(!card.claims.is_empty() && card.claims.len() <= CLAIMS * 5);
        for claim in &card.claims {
            let same = brief.claims.iter().find(|it| it.id == Some(claim.theme)).unwrap();
            assert_eq!(claim.counts, same.counts, "{}", claim.name);
        }
        for dimension in Dimension::FIVE {
            let of = |it: &&crate::domain::brief::Claim| it.dimension == dimension && it.counts.raised > 0;
            let first = brief.claims.iter().find(of).map(|claim| claim.theme.clone());
            let mine = card.claims.iter().find(|claim| claim.dimension == dimension && claim.rank == 0);
            assert_eq!(mine.map(|claim| claim.name.clone()), first, "{dimension}");
        }
    }

    #[test]
    fn what_rests_on_one_person_is_raised_by_one_and_is_not_said_twice() {
        let research = korean();
        let card = card_of(&research, "P13");
        let persona = research.participant_by_code("P13").unwrap().persona.unwrap();
        let people = research.counted_people(Some(persona));
        for alone in &card.alone {
            let theme = research.themes().values().find(|theme| theme.name == alone.name).unwrap();
            assert_eq!(research.denominator(theme, &people).raised, 1);
            assert!(card.claims.iter().all(|claim| claim.rank > 0 || claim.name != alone.name));
        }
    }

    #[test]
    fn the_least_heard_question_comes_first_and_leaves_when_it_is_settled() {
        let mut research = korean();
        let card = card_of(&research, "P13");
        assert_eq!(card.gaps.len(), GAPS);
        assert!(card.gaps.is_sorted_by_key(|gap| gap.known));
        let person = research.participant_by_code("P13").unwrap();
        let interview = research.interviews_of(person.id)[0].id;
        let Wording::Question(text) = card.gaps[0].wording.clone() else { panic!("a question of the guide") };
        let question = research.questions().values().find(|question| question.text == text).unwrap().id;
        let at = (Id::from_u128(9), "2026-11-23T10:00:00+09:00".parse().unwrap());
        let step = research.set_asked((interview, question), Some(AskedState::Asked), at).unwrap();
        research.apply_step(&step).unwrap();
        assert!(card_of(&research, "P13").gaps.iter().all(|gap| gap.wording != Wording::Question(text.clone())));
    }

    #[test]
    fn a_study_without_a_guide_asks_about_the_subjects_themselves() {
        let research = korean();
        let bare = research.records().filter(|it| !matches!(it, Record::Question(_) | Record::Asked(_)));
        let bare = Research::of(bare.collect::<Vec<_>>()).unwrap();
        let card = card_of(&bare, "P13");
        assert!(card.gaps.iter().all(|gap| gap.wording != Wording::Question(String::new())));
        assert!(card.gaps.iter().any(|gap| matches!(gap.wording, Wording::Subject | Wording::Theme(_))));
    }

    #[test]
    fn the_first_person_of_a_persona_has_a_card_too() {
        let mut research = korean();
        let mut person = research.participant_by_code("P13").unwrap().clone();
        person.persona = None;
        research.apply(person.into()).unwrap();
        let card = card_of(&research, "P13");
        assert_eq!((card.persona, card.people), (None, research.counted_people(None).len()));
        let study = research.records().filter(|it| !matches!(it, Record::Note(_) | Record::Mark(_) | Record::Asked(_)));
        let study = study.filter(|it| !matches!(it, Record::PathEvent(_))).map(|record| match record {
            Record::Interview(it) => {
                Record::Interview(crate::domain::Interview { status: crate::domain::Status::Planned, ..it })
            }
            other => other,
        });
        let empty = Research::of(study.collect::<Vec<_>>()).unwrap();
        let card = card_of(&empty, "P13");
        assert_eq!((card.people, card.claims.len(), card.gaps.len()), (0, 0, GAPS));
    }
}

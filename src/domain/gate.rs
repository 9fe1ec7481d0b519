//! The gate before a brief: what it will be able to claim and what not, before a word of it is drawn. It refuses nothing.
//! *Weak*: fewer than three people, or fewer than half of them, ever came to the dimension. *Enough*: everybody did, or the
//! stop rule is met. *More*: what lies between.

use chrono::{Days, NaiveDate};
use serde::Serialize;

use super::coverage::Coverage;
use super::dimension::{Dimension, Subject};
use super::evidence::STRONG_FROM;
use super::id::Id;
use super::named::named;
use super::path;
use super::people::{Outcome, Participant};
use super::research::Research;
use super::saturation::{self, Finding, Verdict};
use crate::error::{Error, Result};

/// A consent that ends within so many days is told.
const SOON: u64 = 30;
/// Days of a month, where months are counted in days.
const DAYS_OF_MONTH: i64 = 30;

/// What a brief of this persona would rest on.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Gate {
    /// The persona's name.
    pub persona: String,
    /// How many people count.
    pub people: usize,
    /// How their purchases ended, those that occur, in the order of the glossary; none where it is not known.
    pub outcomes: Vec<(Option<Outcome>, usize)>,
    /// The five dimensions and the path.
    pub rows: Vec<Row>,
    /// People whose path leads back.
    pub ways_back: usize,
    /// What wants to be put right first.
    pub held_up: Vec<HeldUp>,
}

/// One dimension, or the path.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    /// Which.
    pub subject: Subject,
    /// How many people came to it, by a line or a question.
    pub touched: usize,
    /// Evidence lines, or path events.
    pub lines: usize,
    /// How many of them are verbatim.
    pub verbatims: usize,
    /// What the stop rule says; none for the path.
    pub stop: Option<Verdict>,
    /// Whether it will do.
    pub standing: Standing,
}

named! {
    /// Whether a dimension will carry claims.
    Standing ("standing") {
        /// It will.
        Enough = "enough",
        /// Some were not asked.
        More = "more",
        /// Its claims will be marked as thin.
        Weak = "weak",
    }
}

named! {
    /// What wants to be put right before a brief is drawn.
    Hold ("hold") {
        /// Lines that nobody has sorted.
        Unsorted = "unsorted",
        /// Answers that are still owed.
        Owed = "owed",
        /// Nobody agreed to take part: nothing of these people is exported.
        NoConsent = "no_consent",
        /// These people may not be quoted.
        NoQuotes = "no_quotes",
        /// The material may be kept for at most thirty more days.
        EndsSoon = "ends_soon",
        /// The material may be kept no longer.
        Ended = "ended",
        /// The decision was longer ago than the study's limit.
        OldMemory = "old_memory",
    }
}

/// One thing to put right, and with whom.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct HeldUp {
    /// What.
    pub hold: Hold,
    /// The participant's code.
    pub participant: String,
    /// Lines, or months, where the matter has a number.
    pub count: usize,
    /// The day, where the matter has one.
    pub day: Option<NaiveDate>,
}

/// The gate of a persona as of a day.
pub fn of(research: &Research, persona: Id, today: NaiveDate) -> Result<Gate> {
    let persona = research.personas().get(&persona).ok_or_else(|| Error::not_found("persona-missing"))?;
    let people = research.counted_people(Some(persona.id));
    let verdicts = saturation::of(research, &people);
    let rows = Subject::ALL.iter().map(|&subject| {
        let verdict = verdicts.iter().find(|it| it.dimension.is_some() && it.dimension == subject.dimension());
        row(research, &people, subject, verdict.map(|it| it.verdict.clone()))
    });
    let returns = |person: &&&Participant| {
        let interviews = research.interviews_of(person.id);
        interviews.iter().any(|interview| !path::ways_back(&research.path_of(interview.id)).is_empty())
    };
    let mut outcomes: Vec<(Option<Outcome>, usize)> = Vec::new();
    for outcome in Outcome::ALL.iter().copied().map(Some).chain([None]) {
        let of = people.iter().filter(|it| research.outcome_of(it) == outcome).count();
        outcomes.extend((of > 0).then_some((outcome, of)));
    }
    Ok(Gate {
        persona: persona.name.clone(),
        people: people.len(),
        outcomes,
        rows: rows.collect(),
        ways_back: people.iter().filter(returns).count(),
        held_up: held_up(research, &people, today),
    })
}

fn row(research: &Research, people: &[&Participant], subject: Subject, stop: Option<Verdict>) -> Row {
    let touched = people.iter().filter(|it| research.has_touched(it.id, subject)).count();
    let (mut lines, mut verbatims) = (0, 0);
    for interview in people.iter().flat_map(|it| research.interviews_of(it.id)) {
        let cells = Coverage::of(research, interview.id).cells;
        for cell in cells.iter().filter(|cell| cell.subject == subject) {
            lines += cell.lines;
            verbatims += cell.verbatims;
        }
    }
    let is_met = stop.as_ref().is_some_and(|it| it.finding == Finding::Met);
    let standing = if touched < STRONG_FROM || touched * 2 < people.len() {
        Standing::Weak
    } else if touched == people.len() || is_met {
        Standing::Enough
    } else {
        Standing::More
    };
    Row { subject, touched, lines, verbatims, stop, standing }
}

/// What holds the brief up, by kind and then by code.
fn held_up(research: &Research, people: &[&Participant], today: NaiveDate) -> Vec<HeldUp> {
    let mut held: Vec<HeldUp> = Vec::new();
    for person in people {
        let mut add = |hold, count, day| held.push(HeldUp { hold, participant: person.code.clone(), count, day });
        let unsorted = research.evidence_of(person.id).filter(|note| note.dimension == Dimension::Unsorted).count();
        let owed: usize = research.interviews_of(person.id).iter().map(|it| Coverage::of(research, it.id).owed).sum();
        if unsorted > 0 {
            add(Hold::Unsorted, unsorted, None);
        }
        if owed > 0 {
            add(Hold::Owed, owed, None);
        }
        let consent = &person.consent;
        if !consent.participate {
            add(Hold::NoConsent, 0, None);
        } else if !consent.quote {
            add(Hold::NoQuotes, 0, None);
        }
        let soon = today.checked_add_days(Days::new(SOON)).unwrap_or(today);
        match consent.keep_until {
            Some(day) if day < today => add(Hold::Ended, 0, Some(day)),
            Some(day) if day <= soon => add(Hold::EndsSoon, 0, Some(day)),
            _ => {}
        }
        let limit = research.study().map_or_else(Default::default, |study| study.settings.recall);
        let months = research.recall_days(person).map_or(0, |days| days / DAYS_OF_MONTH);
        if months >= i64::from(limit.months) {
            add(Hold::OldMemory, usize::try_from(months).unwrap_or(0), None);
        }
    }
    held.sort_by(|a, b| (a.hold, &a.participant).cmp(&(b.hold, &b.participant)));
    held
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::{Consent, Record};

    fn sample() -> (Research, Id) {
        let lines = include_str!("../../sample_data/ai_pc.ko.jsonl").lines().skip(1);
        let research = Research::of(lines.map(|line| serde_json::from_str::<Record>(line).unwrap())).unwrap();
        let persona = research.personas().values().map(|it| it.id).max_by_key(|it| research.people_of(*it).len());
        (research, persona.unwrap())
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_row_says_enough_only_where_everybody_was_reached_or_the_rule_is_met() {
        let (research, persona) = sample();
        let gate = of(&research, persona, day("2026-01-05")).unwrap();
        assert_eq!(gate.rows.len(), Subject::ALL.len());
        assert_eq!(gate.outcomes.iter().map(|(_, people)| people).sum::<usize>(), gate.people);
        for row in &gate.rows {
            let reached = row.touched == gate.people;
            let is_met = row.stop.as_ref().is_some_and(|it| it.met_after.is_some());
            let half = row.touched * 2 >= gate.people && row.touched >= STRONG_FROM;
            let expected = match (half, reached || is_met) {
                (false, _) => Standing::Weak,
                (true, true) => Standing::Enough,
                (true, false) => Standing::More,
            };
            assert_eq!(row.standing, expected, "{:?}", row.subject);
        }
    }

    #[test]
    fn what_holds_it_up_is_told_with_its_people() {
        let (mut research, persona) = sample();
        let person = research.people_of(persona)[0].clone();
        let consent = Consent { quote: false, keep_until: Some(day("2026-01-20")), ..person.consent };
        research.apply(Participant { consent, ..person.clone() }.into()).unwrap();
        let holds = |today: &str| {
            let gate = of(&research, persona, day(today)).unwrap();
            let mine = gate.held_up.into_iter().filter(|it| it.participant == person.code);
            mine.map(|it| it.hold)
                .filter(|it| !matches!(it, Hold::Unsorted | Hold::Owed | Hold::OldMemory))
                .collect::<Vec<_>>()
        };
        assert_eq!(holds("2025-12-01"), [Hold::NoQuotes]);
        assert_eq!(holds("2026-01-05"), [Hold::NoQuotes, Hold::EndsSoon]);
        assert_eq!(holds("2026-01-20"), [Hold::NoQuotes, Hold::EndsSoon], "the last day counts");
        assert_eq!(holds("2026-01-21"), [Hold::NoQuotes, Hold::Ended]);
    }
}

//! Which interview to recruit next: the grid of attributes by outcome with what it lacks, which claims only one side of a
//! purchase has borne out, and what such a person should be asked. It is counted from the people each time.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::brief::{self, Claim, Side};
use super::dimension::Subject;
use super::id::Id;
use super::people::{Outcome, Participant};
use super::research::Research;
use super::settings::Quota;
use super::study::AskedState;
use crate::error::{Error, Result};

/// At most so many requests.
const REQUESTS: usize = 3;
/// At most so many questions go with a request.
const QUESTIONS: usize = 4;
/// At most so many combinations of attributes are looked at.
const COMBINATIONS: usize = 500;

/// The grid of a persona and the requests that it yields.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Next {
    /// The persona's name.
    pub persona: String,
    /// How many people a cell should have.
    pub target: usize,
    /// The attributes of the rows.
    pub attributes: Vec<String>,
    /// The outcomes of the columns: won and lost, and the others where they occur.
    pub outcomes: Vec<Outcome>,
    /// The rows, by their values.
    pub rows: Vec<Row>,
    /// People whose outcome is not known; they are in no cell.
    pub unknown: usize,
    /// Whom to ask for, the most wanted first.
    pub requests: Vec<Request>,
}

/// One combination of values of the attributes.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    /// The values, in the order of the attributes; empty where a person has none.
    pub values: Vec<String>,
    /// How many people, by outcome, in the order of the columns.
    pub people: Vec<usize>,
}

/// A person to recruit.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Request {
    /// The values of the attributes.
    pub values: Vec<String>,
    /// How the purchase should have ended.
    pub outcome: Outcome,
    /// How many such people there are so far.
    pub people: usize,
    /// How many are wanted.
    pub target: usize,
    /// How many claims rest on people of the other side alone.
    pub one_sided: usize,
    /// What to ask about: the subjects that fewest people came to, then the questions that fewest were asked.
    pub questions: Vec<Ask>,
}

/// Something to ask.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Ask {
    /// What it is about.
    pub subject: Subject,
    /// The guide's question.
    pub question: String,
    /// How many people were asked or covered it.
    pub people: usize,
}

/// The grid of a persona and whom to recruit next.
///
/// # Errors
/// `persona-missing` where there is no such persona.
pub fn of(research: &Research, persona: Id) -> Result<Next> {
    let kept = research.personas().get(&persona).ok_or_else(|| Error::not_found("persona-missing"))?;
    let quota = research.study().map_or_else(Quota::default, |study| study.settings.quota.clone());
    let people = research.counted_people(Some(persona));
    let outcomes = columns(research, &people);
    let rows = rows(research, &people, &quota.attributes, &outcomes);
    let target = usize::from(quota.target);
    let asks = asks(research, &people);
    Ok(Next {
        persona: kept.name.clone(),
        target,
        unknown: people.iter().filter(|it| research.outcome_of(it).is_none()).count(),
        requests: requests(&rows, &outcomes, target, &brief::claims_of(research, persona), &asks),
        attributes: quota.attributes,
        outcomes,
        rows,
    })
}

fn columns(research: &Research, people: &[&Participant]) -> Vec<Outcome> {
    let occur: BTreeSet<Outcome> = people.iter().filter_map(|it| research.outcome_of(it)).collect();
    let is_column = |it: &Outcome| matches!(it, Outcome::Won | Outcome::Lost) || occur.contains(it);
    Outcome::ALL.iter().copied().filter(is_column).collect()
}

/// What a person has for an attribute.
fn value<'p>(person: &'p Participant, attribute: &str) -> &'p str {
    match attribute {
        Quota::ROLE => &person.role,
        _ => person.attributes.get(attribute).map_or("", String::as_str),
    }
}

/// Every combination of the values that occur, also those that nobody has.
fn rows(research: &Research, people: &[&Participant], attributes: &[String], outcomes: &[Outcome]) -> Vec<Row> {
    let mut combinations: Vec<Vec<String>> = vec![Vec::new()];
    for attribute in attributes {
        let values: BTreeSet<&str> = people.iter().map(|it| value(it, attribute)).filter(|it| !it.is_empty()).collect();
        if values.is_empty() {
            combinations.iter_mut().for_each(|row| row.push(String::new()));
            continue;
        }
        let with = |row: &Vec<String>, value: &str| {
            let mut row = row.clone();
            row.push(value.to_owned());
            row
        };
        combinations = combinations.iter().flat_map(|row| values.iter().map(|value| with(row, value))).collect();
        combinations.truncate(COMBINATIONS);
    }
    let mut counts: BTreeMap<(Vec<String>, Outcome), usize> = BTreeMap::new();
    for person in people {
        let Some(outcome) = research.outcome_of(person) else { continue };
        let values = attributes.iter().map(|it| value(person, it).to_owned()).collect();
        *counts.entry((values, outcome)).or_default() += 1;
    }
    let of = |values: &Vec<String>, outcome: Outcome| counts.get(&(values.clone(), outcome)).copied().unwrap_or(0);
    let row = |values: Vec<String>| Row { people: outcomes.iter().map(|it| of(&values, *it)).collect(), values };
    combinations.into_iter().map(row).collect()
}

/// The cells that lack most; among them those whose side would be heard for the first time on most claims.
fn requests(rows: &[Row], outcomes: &[Outcome], target: usize, claims: &[Claim], asks: &[Ask]) -> Vec<Request> {
    let one_sided = |outcome: Outcome| {
        let other = if outcome == Outcome::Won { Side::NotWon } else { Side::Won };
        claims.iter().filter(|claim| claim.only == Some(other)).count()
    };
    let mut requests: Vec<Request> = Vec::new();
    for row in rows {
        for (&outcome, &people) in outcomes.iter().zip(&row.people).filter(|(_, people)| **people < target) {
            let (values, questions) = (row.values.clone(), asks.to_vec());
            requests.push(Request { values, outcome, people, target, one_sided: one_sided(outcome), questions });
        }
    }
    requests.sort_by_key(|it| (it.people, Reverse(it.one_sided)));
    // One of each row before a second of any, so that three requests are three kinds of people.
    let mut asked: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    let mut turns: Vec<(usize, Request)> = requests
        .into_iter()
        .map(|request| {
            let turn = asked.entry(request.values.clone()).or_default();
            *turn += 1;
            (*turn, request)
        })
        .collect();
    turns.sort_by_key(|(turn, _)| *turn);
    turns.into_iter().map(|(_, request)| request).take(REQUESTS).collect()
}

/// The questions of the guide that fewest of these people were asked or covered, each subject's least heard first.
fn asks(research: &Research, people: &[&Participant]) -> Vec<Ask> {
    let mut asks: Vec<Ask> = research
        .guide()
        .into_iter()
        .map(|question| {
            let heard = |person: &&&Participant| {
                let interviews = research.interviews_of(person.id);
                let mut asked = interviews.iter().flat_map(|it| research.asked_in(it.id));
                asked.any(|it| it.question == question.id && it.state != AskedState::Skipped)
            };
            let people = people.iter().filter(heard).count();
            Ask { subject: question.subject, question: question.text.clone(), people }
        })
        .filter(|ask| ask.people < people.len())
        .collect();
    asks.sort_by_key(|ask| ask.people);
    asks.truncate(QUESTIONS);
    asks
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::{Record, Settings, Study};

    fn sample() -> (Research, Id) {
        let lines = include_str!("../../sample_data/ai_pc.ko.jsonl").lines().skip(1);
        let research = Research::of(lines.map(|line| serde_json::from_str::<Record>(line).unwrap())).unwrap();
        let persona = research.personas().values().map(|it| it.id).max_by_key(|it| research.people_of(*it).len());
        (research, persona.unwrap())
    }

    fn with(research: &mut Research, attributes: &[&str], target: u16) {
        let study = research.study().unwrap().clone();
        let quota = Quota { attributes: attributes.iter().map(|it| (*it).to_owned()).collect(), target };
        let settings = Settings { quota, ..study.settings.clone() };
        research.apply(Study { settings, ..study }.into()).unwrap();
    }

    #[test]
    fn each_person_with_an_outcome_stands_in_one_cell() {
        let (mut research, persona) = sample();
        with(&mut research, &["customer", "rank"], 2);
        let next = of(&research, persona).unwrap();
        let people = research.counted_people(Some(persona));
        let in_cells: usize = next.rows.iter().flat_map(|row| &row.people).sum();
        let known = people.iter().filter(|it| research.outcome_of(it).is_some()).count();
        assert_eq!((in_cells, next.unknown), (known, people.len() - known));
        assert!(
            next.rows.iter().any(|row| row.people.iter().all(|people| *people == 0)),
            "an empty combination is told"
        );
    }

    #[test]
    fn the_emptiest_cell_is_asked_for_first_and_a_full_grid_asks_for_nobody() {
        let (mut research, persona) = sample();
        with(&mut research, &[], 100);
        let next = of(&research, persona).unwrap();
        assert_eq!(next.rows.len(), 1, "without attributes the outcome alone counts");
        let least = next.rows[0].people.iter().min().unwrap();
        assert_eq!(next.requests[0].people, *least);
        assert!(next.requests.windows(2).all(|pair| pair[0].people <= pair[1].people));
        let won = next.requests.iter().find(|it| it.outcome == Outcome::Lost).unwrap();
        let claims = brief::claims_of(&research, persona);
        assert_eq!(won.one_sided, claims.iter().filter(|it| it.only == Some(Side::Won)).count());
        with(&mut research, &[], 1);
        let full = of(&research, persona).unwrap();
        assert!(full.requests.iter().all(|it| it.people == 0));
    }
}

//! The questions of the guide that ask about a passage, each with how many went that way and with the lines in which
//! people answered it.

use std::collections::BTreeSet;

use serde::Serialize;

use super::happening::{Conversion, converted};
use super::route::Told;
use crate::domain::id::Id;
use crate::domain::people::Participant;
use crate::domain::research::Research;

/// A question, its passage and its answers.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answered {
    /// Its place in the guide, such as `Q3`.
    pub question: String,
    /// Its wording.
    pub text: String,
    /// How many went from the one to the other.
    pub passage: Conversion,
    /// How many people answered.
    pub people: usize,
    /// The lines of their answers, as citations.
    pub lines: Vec<String>,
}

/// Every question of the guide with a passage, in the guide's order.
pub(super) fn of(research: &Research, people: &[&Participant], told: &[Told]) -> Vec<Answered> {
    let counted: BTreeSet<Id> = people.iter().map(|person| person.id).collect();
    let guide = research.guide().into_iter().enumerate();
    let answered = guide.filter_map(|(at, question)| {
        let passage = question.passage.as_ref()?;
        let lines = research.answers_to(question).into_iter();
        let lines = lines.filter_map(|note| Some((research.person_of(note)?.id, research.cite(note))));
        let lines: Vec<(Id, String)> = lines.filter(|(person, _)| counted.contains(person)).collect();
        Some(Answered {
            question: format!("Q{}", at + 1),
            text: question.text.clone(),
            passage: converted(told, (&passage.from, &passage.to)),
            people: lines.iter().map(|(person, _)| person).collect::<BTreeSet<_>>().len(),
            lines: lines.into_iter().map(|(_, code)| code).collect(),
        })
    });
    answered.collect()
}

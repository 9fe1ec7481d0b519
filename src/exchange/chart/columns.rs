//! The stages of a chart as columns: name, sub-steps, who answers for it, what it rests on, and the three questions that
//! each stage is asked. What stands in its cells is in `rows`.

use serde::Serialize;

use super::head::counts;
use super::{Labelled, outside};
use crate::domain::journey::{Map, MapStage, StageCard};
use crate::words::Words;

/// One stage.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Column {
    /// The stage's key.
    pub key: String,
    /// Its place, from 0.
    pub number: usize,
    /// Its name.
    pub name: String,
    /// Its sub-steps, in order.
    pub steps: Vec<String>,
    /// Who answers for it and who helps; empty where nobody is named.
    pub owner: String,
    /// What it rests on.
    pub counts: String,
    /// Whether nothing of it was heard.
    pub assumed: bool,
    /// What worked, where buyers fell away, how long it takes, what becomes of a lead: each with its answer or "unknown";
    /// empty where nobody has answered one.
    pub questions: Vec<Labelled>,
}

impl Column {
    /// The number and the name.
    pub fn title(&self) -> String {
        format!("{} {}", self.number, self.name)
    }
}

pub(super) fn of(map: &Map, words: &Words) -> Vec<Column> {
    map.stages.iter().enumerate().map(|(number, stage)| column(number, stage, words)).collect()
}

fn column(number: usize, stage: &MapStage, words: &Words) -> Column {
    let card = &stage.card;
    Column {
        key: card.stage.key().to_owned(),
        number,
        name: outside(&words.named("stage", &card.name, &card.stage)),
        steps: card.steps.iter().map(|step| outside(step)).collect(),
        owner: owner(card, words),
        counts: counts(stage.counts, words),
        assumed: stage.counts.interviews == 0,
        questions: questions(card, words),
    }
}

fn owner(card: &StageCard, words: &Words) -> String {
    let helpers: Vec<String> = card.helpers.iter().map(|it| outside(it)).collect();
    let (owner, helpers) = (outside(&card.owner), helpers.join(", "));
    let of = |key: &str, name: &String| words.say_with(key, &[("name", name.into())]);
    let parts = [("chart-owner", &owner), ("chart-helpers", &helpers)];
    let said: Vec<String> =
        parts.into_iter().filter(|(_, name)| !name.is_empty()).map(|(key, name)| of(key, name)).collect();
    said.join(" · ")
}

fn questions(card: &StageCard, words: &Words) -> Vec<Labelled> {
    let asked = [
        ("chart-worked", &card.worked),
        ("chart-fell", &card.fell),
        ("chart-lasts", &card.lasts),
        ("chart-lead", &card.lead),
    ];
    if asked.iter().all(|(_, answer)| answer.is_empty()) {
        return Vec::new();
    }
    let answer = |answer: &str| if answer.is_empty() { words.say("chart-unknown") } else { outside(answer) };
    asked.into_iter().map(|(key, text)| Labelled { label: words.say(key), text: answer(text) }).collect()
}

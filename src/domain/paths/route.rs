//! One person's path over the linear form. Events without a stage of the form are passed over; what follows one another
//! in the same stage is one visit, so a path is a row of visits of which no two neighbours are alike.

use chrono::NaiveDate;
use serde::Serialize;

use super::duration::{self, Stay};
use crate::domain::dimension::Stage;
use crate::domain::named::named;
use crate::domain::path::PathEvent;
use crate::domain::people::{Outcome, Participant};
use crate::domain::research::Research;

named! {
    /// How a path ended in its last stage.
    End ("end") {
        /// They bought ours.
        Won = "won",
        /// It is known that they did not: lost, no decision, or decided and not bought.
        Exit = "exit",
        /// Nobody knows: then it is no exit.
        Open = "open",
    }
}

/// One person's path, by codes alone.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Route {
    /// The code.
    pub participant: String,
    /// How the purchase ended, where it is known.
    pub outcome: Option<Outcome>,
    /// The stages in the order in which they were visited.
    pub visits: Vec<Visit>,
    /// How the path ended in the last of them; none where there is no path.
    pub end: Option<End>,
}

impl Route {
    /// At which visits the path comes back to an earlier stage of the form than the one before.
    pub fn ways_back(&self, stages: &[Stage]) -> Vec<usize> {
        let places: Vec<Option<usize>> =
            self.visits.iter().map(|it| stages.iter().position(|stage| *stage == it.stage)).collect();
        (1..places.len()).filter(|&at| places[at] < places[at - 1]).collect()
    }
}

/// One stay in one stage.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Visit {
    /// The stage.
    pub stage: Stage,
    /// The codes of its events, in order.
    pub events: Vec<String>,
    /// The first day on which it can have begun.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// The last day on which it can have begun.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// How long it took.
    pub stay: Stay,
}

/// A path with its records, for everything that is counted.
pub(super) struct Told<'a> {
    pub research: &'a Research,
    pub code: &'a str,
    pub outcome: Option<Outcome>,
    /// All events, also those without a stage.
    pub events: Vec<&'a PathEvent>,
    pub visits: Vec<Run<'a>>,
}

/// The events of one visit; never empty.
pub(super) struct Run<'a> {
    /// The place of the stage in the form.
    pub stage: usize,
    pub events: Vec<&'a PathEvent>,
}

impl<'a> Told<'a> {
    /// Interviews follow one another by date: what a second one adds comes after what the first one told.
    pub fn of(research: &'a Research, person: &'a Participant, stages: &[Stage]) -> Told<'a> {
        let interviews = research.interviews_of(person.id).into_iter();
        let events: Vec<&PathEvent> = interviews.flat_map(|interview| research.path_of(interview.id)).collect();
        let mut visits: Vec<Run> = Vec::new();
        for event in &events {
            let Some(stage) = stages.iter().position(|stage| Some(stage) == event.stage.as_ref()) else { continue };
            match visits.last_mut().filter(|run| run.stage == stage) {
                Some(run) => run.events.push(event),
                None => visits.push(Run { stage, events: vec![event] }),
            }
        }
        Told { research, code: &person.code, outcome: research.outcome_of(person), events, visits }
    }

    /// The pairs of visits between which the path moves.
    pub fn moves(&self) -> impl Iterator<Item = (&Run<'a>, &Run<'a>)> {
        self.visits.windows(2).map(|pair| (&pair[0], &pair[1]))
    }

    /// Whether a stage was ever visited.
    pub fn has_reached(&self, stage: usize) -> bool {
        self.visits.iter().any(|run| run.stage == stage)
    }

    pub fn end(&self) -> Option<End> {
        self.visits.last().map(|_| match self.outcome {
            Some(Outcome::Won) => End::Won,
            Some(_) => End::Exit,
            None => End::Open,
        })
    }

    pub fn route(&self, stages: &[Stage]) -> Route {
        let visit = |at: usize, run: &Run| {
            let days = run.days();
            Visit {
                stage: stages[run.stage].clone(),
                events: run.events.iter().map(|event| self.research.code_of_event(event)).collect(),
                from: days.map(|it| it.0),
                until: days.map(|it| it.1),
                stay: duration::of_visit(run, self.visits.get(at + 1)),
            }
        };
        let visits = self.visits.iter().enumerate().map(|(at, run)| visit(at, run)).collect();
        Route { participant: self.code.to_owned(), outcome: self.outcome, visits, end: self.end() }
    }
}

impl Run<'_> {
    /// The days on which it can have begun: those of its first event.
    pub fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        self.events.first()?.days()
    }
}

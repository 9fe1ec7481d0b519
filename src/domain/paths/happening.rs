//! How many of those to whom one thing happened came to another: any two kinds of event, of which the researcher may
//! choose (`spec/requirements.md` D29 to D31). Always told with both counts; a percentage only from twenty people on.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use serde::Serialize;

use super::route::Told;
use crate::domain::dimension::{DEFAULT_STAGES, Stage};
use crate::domain::id::Id;
use crate::domain::path::{Act, PathEvent};
use crate::domain::people::Outcome;
use crate::domain::research::Research;
use crate::domain::statistics;

/// A kind of event. As a text `stage:decision`, `act:interaction`, `outcome:won`, `rep`, `next` or `touchpoint:demo`; a
/// stage of the default template needs no `stage:`, and any other word is looked for in the names of touchpoints.
/// `demo|trial` is either.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Happening {
    /// A stage was reached.
    Stage(Stage),
    /// An event of this kind.
    Act(Act),
    /// An event at a touchpoint whose name has this text in it, capitals or not.
    Touchpoint(String),
    /// A meeting with one of our representatives.
    Rep,
    /// The purchase ended so: after everything else.
    Outcome(Outcome),
    /// Whatever comes next.
    Next,
    /// Any of these.
    Any(Vec<Happening>),
}

/// Says that a text names no kind of event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotAHappening;

impl fmt::Display for NotAHappening {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an event is stage:NAME, act:NAME, outcome:NAME, rep, next or the name of a touchpoint")
    }
}

impl std::error::Error for NotAHappening {}

impl FromStr for Happening {
    type Err = NotAHappening;

    fn from_str(text: &str) -> Result<Happening, NotAHappening> {
        if text.contains('|') {
            return text.split('|').map(str::parse).collect::<Result<_, _>>().map(Happening::Any);
        }
        let text = text.trim();
        match text.split_once(':') {
            Some(("stage", name)) => name.trim().parse().map(Happening::Stage).map_err(|_| NotAHappening),
            Some(("act", name)) => name.trim().parse().map(Happening::Act).map_err(|_| NotAHappening),
            Some(("outcome", name)) => name.trim().parse().map(Happening::Outcome).map_err(|_| NotAHappening),
            Some(("touchpoint", name)) if !name.trim().is_empty() => Ok(Happening::Touchpoint(name.trim().to_owned())),
            Some(_) => Err(NotAHappening),
            None if text == "rep" => Ok(Happening::Rep),
            None if text == "next" => Ok(Happening::Next),
            None if DEFAULT_STAGES.contains(&text) => text.parse().map(Happening::Stage).map_err(|_| NotAHappening),
            None if text.is_empty() => Err(NotAHappening),
            None => Ok(Happening::Touchpoint(text.to_owned())),
        }
    }
}

impl fmt::Display for Happening {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Happening::Stage(stage) => write!(f, "stage:{stage}"),
            Happening::Act(act) => write!(f, "act:{act}"),
            Happening::Touchpoint(name) => write!(f, "touchpoint:{name}"),
            Happening::Rep => f.write_str("rep"),
            Happening::Next => f.write_str("next"),
            Happening::Outcome(outcome) => write!(f, "outcome:{outcome}"),
            Happening::Any(any) => {
                let any: Vec<String> = any.iter().map(Happening::to_string).collect();
                f.write_str(&any.join("|"))
            }
        }
    }
}

impl Serialize for Happening {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl Happening {
    fn is(&self, event: &PathEvent) -> bool {
        match self {
            Happening::Stage(stage) => event.stage.as_ref() == Some(stage),
            Happening::Act(act) => event.act == *act,
            Happening::Touchpoint(name) => event.touchpoint.to_lowercase().contains(&name.to_lowercase()),
            Happening::Rep => event.rep,
            Happening::Outcome(_) => false,
            Happening::Next => true,
            Happening::Any(any) => any.iter().any(|it| it.is(event)),
        }
    }

    /// The stage in which it first happened on a path.
    pub(super) fn stage(&self, path: &[&PathEvent]) -> Option<Stage> {
        match self {
            Happening::Stage(stage) => Some(stage.clone()),
            Happening::Any(any) => any.iter().find_map(|it| it.stage(path)),
            Happening::Next => None,
            _ => path.iter().filter(|event| self.is(event)).find_map(|event| event.stage.clone()),
        }
    }

    fn is_outcome(&self, outcome: Option<Outcome>) -> bool {
        match self {
            Happening::Outcome(asked) => outcome == Some(*asked),
            Happening::Any(any) => any.iter().any(|it| it.is_outcome(outcome)),
            _ => false,
        }
    }

    /// Where it first happens from this place of the path on; the outcome stands behind all events.
    fn first(&self, told: &Told, from: usize) -> Option<usize> {
        let end = told.events.len();
        let event = (from..end).find(|at| self.is(told.events[*at]));
        event.or_else(|| (from <= end && self.is_outcome(told.outcome)).then_some(end))
    }

    /// The touchpoints of these paths that it takes in.
    fn touchpoints(&self, told: &[Told]) -> BTreeSet<String> {
        let names = match self {
            Happening::Touchpoint(_) => vec![self],
            Happening::Any(any) => any.iter().filter(|it| matches!(it, Happening::Touchpoint(_))).collect(),
            _ => Vec::new(),
        };
        let events = told.iter().flat_map(|it| it.events.iter());
        events.filter(|event| names.iter().any(|it| it.is(event))).map(|event| event.touchpoint.clone()).collect()
    }
}

/// How many of those with the first event came to the second, later on their path.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Conversion {
    /// The first event.
    pub from: Happening,
    /// The second one.
    pub to: Happening,
    /// How many people came to the second after the first.
    pub part: usize,
    /// How many people have the first.
    pub whole: usize,
    /// In whole percent, from [`statistics::PERCENT_FROM`] people on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub percent: Option<usize>,
    /// The codes of those who came.
    pub came: Vec<String>,
    /// The codes of those who did not.
    pub stayed: Vec<String>,
    /// The touchpoints that a word of the question took in, each once.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub touchpoints: BTreeSet<String>,
}

/// From one event to another, over the counted people of a persona.
pub fn conversion(research: &Research, persona: Id, between: (&Happening, &Happening)) -> Conversion {
    let people = research.counted_people(Some(persona));
    let told: Vec<Told> = people.iter().map(|person| Told::of(research, person, &[])).collect();
    converted(&told, between)
}

/// From each stage of the form to the next.
pub(super) fn along(told: &[Told], stages: &[Stage]) -> Vec<Conversion> {
    let stage = |at: usize| Happening::Stage(stages[at].clone());
    (1..stages.len()).map(|at| converted(told, (&stage(at - 1), &stage(at)))).collect()
}

pub(super) fn converted(told: &[Told], (from, to): (&Happening, &Happening)) -> Conversion {
    let (mut came, mut stayed) = (Vec::new(), Vec::new());
    for path in told {
        let Some(first) = from.first(path, 0) else { continue };
        let reached = to.first(path, first + 1).is_some();
        if reached { &mut came } else { &mut stayed }.push(path.code.to_owned());
    }
    let (part, whole) = (came.len(), came.len() + stayed.len());
    let mut touchpoints = from.touchpoints(told);
    touchpoints.extend(to.touchpoints(told));
    let percent = statistics::percent(part, whole);
    Conversion { from: from.clone(), to: to.clone(), part, whole, percent, came, stayed, touchpoints }
}

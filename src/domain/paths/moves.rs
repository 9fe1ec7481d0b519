//! Who reached which stage, who moved from which to which, and where paths began and ended. The funnel is the people of
//! [`StageCounts`], and the journey shows the same numbers: there is one count for both.

use std::collections::BTreeMap;

use serde::Serialize;

use super::behaviour::{self, Behaviour, Observed, Seen};
use super::route::{End, Run, Told};
use crate::domain::dimension::Stage;
use crate::domain::named::named;
use crate::domain::path::Act;
use crate::domain::people::Outcome;

/// One stage of the form and what happened there.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StageCounts {
    /// The stage.
    pub stage: Stage,
    /// How many people reached it, at any time and on any way; a stage that was jumped over was not reached, so later
    /// stages may have more people than earlier ones.
    pub people: usize,
    /// How often it was visited; more than the people where somebody came back.
    pub visits: usize,
    /// How many came back to it at least once.
    pub returned: usize,
    /// How many paths begin here.
    pub began: usize,
    /// How many paths moved past it and never visited it.
    pub skipped: usize,
    /// The paths that end here.
    pub ended: Ended,
    /// How many people met one of our representatives here.
    pub rep_people: usize,
    /// How often they did.
    pub rep_meetings: usize,
    /// What people did here.
    pub behaviours: Vec<Behaviour>,
}

/// How many paths ended, in people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Ended {
    /// They bought ours: no exit.
    pub won: usize,
    /// They bought another's.
    pub lost: usize,
    /// They never decided.
    pub no_decision: usize,
    /// They decided for ours and did not buy; never counted as lost.
    pub decided_not_bought: usize,
    /// How it ended is not known: no exit either.
    pub open: usize,
}

impl Ended {
    /// The people who left without buying ours.
    pub fn exits(&self) -> usize {
        self.lost + self.no_decision + self.decided_not_bought
    }

    /// All paths that ended.
    pub fn all(&self) -> usize {
        self.won + self.exits() + self.open
    }

    /// Both together.
    #[must_use]
    pub fn plus(self, other: Ended) -> Ended {
        Ended {
            won: self.won + other.won,
            lost: self.lost + other.lost,
            no_decision: self.no_decision + other.no_decision,
            decided_not_bought: self.decided_not_bought + other.decided_not_bought,
            open: self.open + other.open,
        }
    }

    fn add(&mut self, outcome: Option<Outcome>) {
        let count = match outcome {
            Some(Outcome::Won) => &mut self.won,
            Some(Outcome::Lost) => &mut self.lost,
            Some(Outcome::NoDecision) => &mut self.no_decision,
            Some(Outcome::DecidedNotBought) => &mut self.decided_not_bought,
            None => &mut self.open,
        };
        *count += 1;
    }
}

named! {
    /// How a move lies to the form.
    Way ("way") {
        /// To the next stage.
        On = "on",
        /// Forward over at least one stage.
        Skip = "skip",
        /// To an earlier stage: a loop.
        Back = "back",
    }
}

/// A move between two stages.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Transition {
    /// From this stage.
    pub from: Stage,
    /// To this one.
    pub to: Stage,
    /// How it lies to the form.
    pub way: Way,
    /// The stages that it jumps over.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub over: Vec<Stage>,
    /// How many people made it.
    pub people: usize,
    /// How often it was made: a person who loops twice is one person and two moves.
    pub moves: usize,
    /// What brought them there: the first event of each arrival, by code.
    pub movers: Vec<Observed>,
}

/// A stage in which people were lost, and whether anything was done between it and the next one.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LostInterest {
    /// The stage in which paths ended.
    pub from: Stage,
    /// The next one of the form, which they did not come to; none after the last.
    pub to: Option<Stage>,
    /// How many people left there.
    pub exits: usize,
    /// Of how many no action and no interaction is told from their last arrival on: nothing but decisions.
    pub silent: usize,
    /// How many met one of our representatives after their last arrival.
    pub met_us: usize,
    /// Nothing at all was done between: all who left were silent.
    pub flagged: bool,
}

/// Each stage with its counts.
pub(super) fn stages(told: &[Told], stages: &[Stage]) -> Vec<StageCounts> {
    stages.iter().enumerate().map(|(at, stage)| counts(told, at, stage)).collect()
}

fn counts(told: &[Told], at: usize, stage: &Stage) -> StageCounts {
    let visits = |it: &Told| it.visits.iter().filter(|run| run.stage == at).count();
    let ends_here = |it: &&Told| it.visits.last().is_some_and(|run| run.stage == at);
    let mut ended = Ended::default();
    told.iter().filter(ends_here).for_each(|it| ended.add(it.outcome));
    let met: Vec<usize> = told.iter().map(|it| behaviour::meetings_at(it, at)).filter(|met| *met > 0).collect();
    StageCounts {
        stage: stage.clone(),
        people: told.iter().filter(|it| it.has_reached(at)).count(),
        visits: told.iter().map(visits).sum(),
        returned: told.iter().filter(|it| visits(it) > 1).count(),
        began: told.iter().filter(|it| it.visits.first().is_some_and(|run| run.stage == at)).count(),
        skipped: told
            .iter()
            .filter(|it| !it.has_reached(at) && it.moves().any(|pair| jumps(pair).contains(&at)))
            .count(),
        ended,
        rep_people: met.len(),
        rep_meetings: met.iter().sum(),
        behaviours: behaviour::at(told, at),
    }
}

/// The places between the ends of a forward move; none of any other.
fn jumps((from, to): (&Run, &Run)) -> std::ops::Range<usize> {
    if to.stage > from.stage { from.stage + 1..to.stage } else { 0..0 }
}

/// Every move that somebody made.
pub(super) fn transitions(told: &[Told], stages: &[Stage]) -> Vec<Transition> {
    let mut made: BTreeMap<(usize, usize), Seen> = BTreeMap::new();
    for path in told {
        for (from, to) in path.moves() {
            let (people, movers) = made.entry((from.stage, to.stage)).or_default();
            people.insert(path.code);
            movers.extend(to.events.first().map(|event| Observed::of(path.research, event)));
        }
    }
    let transition = |((from, to), (people, movers)): ((usize, usize), Seen)| Transition {
        from: stages[from].clone(),
        to: stages[to].clone(),
        way: match to {
            _ if to < from => Way::Back,
            _ if to > from + 1 => Way::Skip,
            _ => Way::On,
        },
        over: if to > from { stages[from + 1..to].to_vec() } else { Vec::new() },
        people: people.len(),
        moves: movers.len(),
        movers,
    };
    made.into_iter().map(transition).collect()
}

/// Every stage in which somebody left, in the order of the form.
pub(super) fn lost_interest(told: &[Told], stages: &[Stage]) -> Vec<LostInterest> {
    let lost = |at: usize| {
        let left: Vec<&Run> =
            told.iter().filter(|it| it.end() == Some(End::Exit)).filter_map(|it| it.visits.last()).collect();
        let left: Vec<&Run> = left.into_iter().filter(|run| run.stage == at).collect();
        let is_silent = |run: &&&Run| run.events.iter().all(|event| event.act == Act::Decision);
        let silent = left.iter().filter(is_silent).count();
        LostInterest {
            from: stages[at].clone(),
            to: stages.get(at + 1).cloned(),
            exits: left.len(),
            silent,
            met_us: left.iter().filter(|run| run.events.iter().any(|event| event.rep)).count(),
            flagged: silent == left.len(),
        }
    };
    (0..stages.len()).map(lost).filter(|it| it.exits > 0).collect()
}

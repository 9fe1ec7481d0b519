//! Where there is something to do: stages in which the counts say that people are lost, held up or sent back. A flowchart
//! marks them; what to do there is for people to say.

use serde::Serialize;

use super::{Paths, Way};
use crate::domain::dimension::Stage;
use crate::domain::named::named;

/// From how many people on a way back is a point of action: one person's detour is a story.
const LOOPS_FROM: usize = 2;

named! {
    /// Why something should be done at a stage.
    PointKind ("action point") {
        /// People left and nothing but decisions is told of it.
        LostInterest = "lost_interest",
        /// It takes longest.
        Slowest = "slowest",
        /// From here most people go back.
        Loops = "loops",
    }
}

/// A stage at which something should be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ActionPoint {
    /// The stage.
    pub stage: Stage,
    /// Why.
    pub kind: PointKind,
    /// How many people stand behind it.
    pub people: usize,
}

impl Paths {
    /// The points of action, by stage and then by kind.
    pub fn action_points(&self) -> Vec<ActionPoint> {
        let point = |stage: &Stage, kind, people| ActionPoint { stage: stage.clone(), kind, people };
        let lost = self.lost_interest.iter().filter(|it| it.flagged);
        let mut points: Vec<ActionPoint> = lost.map(|it| point(&it.from, PointKind::LostInterest, it.exits)).collect();
        points.extend(self.slowest.iter().map(|it| point(&it.stage, PointKind::Slowest, it.n)));
        let loops = self.transitions.iter().filter(|it| it.way == Way::Back && it.people >= LOOPS_FROM);
        let most = loops.rev().max_by_key(|it| it.people);
        points.extend(most.map(|it| point(&it.from, PointKind::Loops, it.people)));
        points.sort_by_key(|it| (self.place(&it.stage), it.kind));
        points
    }
}

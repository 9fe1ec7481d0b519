//! The clock of a capture: a sign of life every few seconds while the interview runs, and from it the interruptions.
//! Without them a silence in the notes would look like a silence in the call.

use super::{Capture, slot};
use crate::domain::{GapCause, Id, Moment, Status, live};
use crate::tui::world::{World, pulse_slot};

/// How often a sign of life is kept, in seconds; also how exact the beginning of an interruption is known.
const PULSE_SECONDS: i64 = 5;
/// A clock that jumps by so many seconds between two ticks has slept: ticks come four times a second.
const ASLEEP_SECONDS: i64 = 10;
/// A shorter interruption is not worth a line.
const NOTICED_SECONDS: i64 = 3;

/// When the capture was last known to be awake.
pub struct Clock {
    ticked: Moment,
    pulsed: Moment,
}

impl Clock {
    /// A clock that starts now.
    pub fn new(now: Moment) -> Clock {
        Clock { ticked: now, pulsed: now.plus_seconds(-PULSE_SECONDS) }
    }
}

impl Capture {
    /// Time has gone by.
    pub fn tick(&mut self, world: &mut World) {
        let before = std::mem::replace(&mut self.clock.ticked, world.now);
        if self.interview(world).is_none_or(|it| it.status != Status::Running) || world.is_withdrawn(self.interview) {
            return;
        }
        if world.now.seconds_since(before) >= ASLEEP_SECONDS {
            interrupted(world, self.interview, (before, GapCause::Asleep));
        }
        if world.now.seconds_since(self.clock.pulsed).abs() >= PULSE_SECONDS {
            self.clock.pulsed = world.now;
            world.keep_pulse(self.interview);
        }
    }

    /// Where whybuy ended in the middle of this interview, the time since then is noted as an interruption.
    pub fn note_stop(&self, world: &mut World) {
        let pulse = world.drafts.get(&pulse_slot(self.interview)).map(|it| it.at);
        let Some(pulse) = pulse else { return };
        let draft = world.drafts.get(&slot(self.interview)).map(|it| it.at);
        let last = world.research.notes_of(self.interview).last().map(|note| note.logged);
        let from = draft.max(last).unwrap_or(pulse).max(pulse);
        if world.now.seconds_since(from) >= NOTICED_SECONDS {
            interrupted(world, self.interview, (from, GapCause::Stopped));
        }
    }

    /// The interview is left on purpose: what follows is no interruption.
    pub fn rest(&self, world: &mut World) {
        world.keep_draft(&pulse_slot(self.interview), "", "");
    }
}

fn interrupted(world: &mut World, interview: Id, gap: (Moment, GapCause)) {
    if let Some(step) = live::interrupt(&world.research, interview, gap, &world.fresh()) {
        world.commit(step);
    }
}

//! The lines that a search has found, in the order of its list, so that a reader can walk from one to the next across
//! interviews and studies. Which lines they are is the search's to say.

use std::rc::Rc;

use crate::domain::Id;

/// One line that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// Its study.
    pub study: Id,
    /// What people call the study.
    pub study_name: String,
    /// The interview.
    pub interview: Id,
    /// The line.
    pub note: Id,
    /// The wording that was matched.
    pub text: String,
    /// Its revision, where the line no longer says so.
    pub earlier: Option<u32>,
    /// The bytes of the wording that were matched, in order.
    pub found: Vec<[usize; 2]>,
}

/// The lines of one answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trail {
    /// In the order of the list.
    pub stops: Vec<Stop>,
    /// A line that is being typed below must stay in sight: no other study may be opened.
    pub stays: bool,
}

/// A place on a trail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Walk {
    trail: Rc<Trail>,
    at: usize,
}

impl Walk {
    /// On this trail, at this stop.
    pub fn on(trail: Trail, at: usize) -> Walk {
        Walk { trail: Rc::new(trail), at }
    }

    /// The stop.
    pub fn stop(&self) -> Option<&Stop> {
        self.trail.stops.get(self.at)
    }

    /// The next stop, or the one before; none at the end.
    pub fn step(&self, forward: bool) -> Option<Walk> {
        let at = if forward { self.at + 1 } else { self.at.checked_sub(1)? };
        (at < self.trail.stops.len()).then(|| Walk { trail: Rc::clone(&self.trail), at })
    }

    /// The place, from 1, and of how many.
    pub fn place(&self) -> (usize, usize) {
        (self.at + 1, self.trail.stops.len())
    }

    /// Whether no other study may be opened on the way.
    pub fn stays(&self) -> bool {
        self.trail.stays
    }
}

//! What is asked for when candidate themes are wanted, and how it is answered: away from the screens, on a copy of the
//! study, because likeness is computed between every two lines. What is proposed is decided in the domain.

use crate::domain::candidates::Proposal;
use crate::domain::{Dimension, Id, Research};

/// Candidate themes of one dimension are wanted.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted {
    /// Counts what was asked; an answer to an older one is ignored.
    pub generation: u64,
    /// The study as it was then.
    pub research: Research,
    /// Of whose lines; everybody's where there is none.
    pub persona: Option<Id>,
    /// Of which dimension.
    pub dimension: Dimension,
}

impl Wanted {
    /// The answer. It may take a while and belongs on no thread that draws.
    pub fn answer(&self) -> Proposal {
        let people = self.research.counted_people(self.persona);
        let themes = self.research.study().and_then(|study| study.settings.cut(self.persona, self.dimension));
        self.research.propose(&people, self.dimension, themes)
    }
}

//! Asking and taking the answer: only the newest question counts, and until its answer is there the one before stays
//! in sight.

use super::{Search, hits};
use crate::error::Result;
use crate::library::{Found, Request};
use crate::tui::world::World;

/// At most so many lines are listed; all are counted.
const LIMIT: usize = 300;

impl Search {
    /// Asks what stands in the box.
    pub(super) fn ask(&mut self, world: &mut World) {
        let query = self.editor.text().trim().to_owned();
        if query.is_empty() {
            world.generation += 1;
            (self.found, self.problem, self.asked) = (None, None, world.generation);
            self.answers += 1;
        } else {
            self.asked = world.search(Request { literal: self.literal, ..Request::of(&query, LIMIT) });
        }
    }

    /// Takes an answer, unless something else has been asked since.
    pub(super) fn take(&mut self, world: &mut World, generation: u64, found: Result<Found>) {
        if generation != self.asked {
            return;
        }
        match found {
            Ok(mut found) => {
                found.hits = hits::grouped(found.hits);
                let is_same = self.found.as_ref().is_some_and(|before| before.query == found.query);
                self.cursor.at = if is_same { self.cursor.at } else { 0 };
                self.wide.remember(world, &found.query, &found.facets);
                self.seen(world, &found);
                (self.found, self.problem) = (Some(found), None);
                self.answers += 1;
            }
            Err(error) => self.problem = Some(world.sentence(&error)),
        }
    }

    /// Whether the answer, or the one that it can be, has to do with synonyms or former names.
    pub(super) fn has_synonyms(&self) -> bool {
        let expanded = self.found.iter().flat_map(|found| &found.expanded);
        expanded.into_iter().any(|it| matches!(it.means, "synonym" | "former_name"))
    }
}

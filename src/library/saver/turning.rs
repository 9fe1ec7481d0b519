//! Taking the newest step back and doing it again, and telling first which step that would be. What waits is written
//! before: else a step that is not on disk yet would be passed over.

use super::Saver;
use crate::domain::{Id, Moment};
use crate::library::news::News;
use crate::store::Seq;

impl Saver {
    /// Tells what would be taken back, once everything before it is on disk.
    pub(super) fn next_undo(&mut self, study: Id) {
        self.flush();
        if !self.waiting.is_empty() {
            return;
        }
        let next = self.store.next_to_undo(study);
        (self.tell)(match next {
            Ok(Some(next)) => {
                let own = next.token.is_some_and(|token| self.tokens.contains(&token));
                News::NextUndo { next, own }
            }
            Ok(None) => News::NothingTo { redo: false },
            Err(error) => News::Failed(error),
        });
    }

    /// Takes a step back, or does one again; where a step is named, that one or none.
    pub(super) fn turn(&mut self, study: Id, redo: bool, step: Option<i64>) {
        self.flush();
        if !self.waiting.is_empty() {
            return;
        }
        let now: Moment = self.mint.now();
        let done = match step {
            Some(step) => self.store.undo_step(study, step, now),
            None if redo => self.store.redo(study, now),
            None => self.store.undo(study, now),
        };
        match done {
            Ok(None) if step.is_some() => self.next_undo(study),
            Ok(None) => (self.tell)(News::NothingTo { redo }),
            Ok(Some(undone)) => {
                let own = Seq::try_from(undone.edits.len()).unwrap_or(Seq::MAX);
                self.hear_until(undone.seq - own);
                self.seq = self.seq.max(undone.seq);
                (self.tell)(News::Undone { undone, redo });
                self.wake.nudge();
            }
            Err(error) => (self.tell)(News::Failed(error)),
        }
    }
}

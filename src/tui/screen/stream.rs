//! What has been captured so far, as the screen keeps it: the keys of the lines in order and the bar. Rebuilt only
//! when something of this kind was edited; a frame reads the visible end of it.

use crate::domain::coverage::{Coverage, Touch};
use crate::domain::{Id, Key, Kind, Moment, Subject, Voice};
use crate::tui::world::{Seen, World};

/// The lines and path events of one interview, oldest first.
#[derive(Default)]
pub struct Stream {
    entries: Vec<(Moment, Key)>,
    coverage: Option<Coverage>,
    seen: Seen,
}

impl Stream {
    /// Reads on from where it was.
    pub fn refresh(&mut self, world: &World, interview: Id) {
        if !self
            .seen
            .is_stale(world, |kind| matches!(kind, Kind::Note | Kind::PathEvent | Kind::Gap | Kind::Participant))
        {
            return;
        }
        if world.is_withdrawn(interview) {
            (self.entries, self.coverage) = (Vec::new(), None);
            return;
        }
        let research = &world.research;
        let notes = research.notes_of(interview).map(|note| (note.logged, Key::new(Kind::Note, note.id)));
        let events = research.path_of(interview).into_iter();
        let events = events.map(|event| (event.logged, Key::new(Kind::PathEvent, event.id)));
        let gaps = research.gaps_of(interview).map(|gap| (gap.until, Key::new(Kind::Gap, gap.id)));
        self.entries = notes.chain(events).chain(gaps).collect();
        self.entries.sort_by_key(|(logged, key)| (*logged, key.id));
        self.coverage = Some(Coverage::of(research, interview));
    }

    /// How many entries.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether nothing was captured yet.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The key of an entry.
    pub fn key(&self, at: usize) -> Option<Key> {
        self.entries.get(at).map(|(_, key)| *key)
    }

    /// The place of an entry.
    pub fn position(&self, key: Key) -> Option<usize> {
        self.entries.iter().rposition(|(_, it)| *it == key)
    }

    /// The nearest entry before `at` that can be corrected; an interruption cannot.
    pub fn line_before(&self, at: usize) -> Option<Key> {
        self.entries.get(..at)?.iter().rev().map(|(_, key)| *key).find(|key| key.kind != Kind::Gap)
    }

    /// The nearest entry behind `at` that can be corrected.
    pub fn line_after(&self, at: usize) -> Option<Key> {
        self.entries.get(at + 1..)?.iter().map(|(_, key)| *key).find(|key| key.kind != Kind::Gap)
    }

    /// The newest line that is not a path event.
    pub fn last_note(&self) -> Option<Id> {
        self.entries.iter().rev().find(|(_, key)| key.kind == Kind::Note).map(|(_, key)| key.id)
    }

    /// The newest lines that are no path events, the newest first.
    pub fn last_notes(&self, count: usize) -> impl Iterator<Item = Id> + '_ {
        self.entries.iter().rev().filter(|(_, key)| key.kind == Kind::Note).map(|(_, key)| key.id).take(count)
    }

    /// The six cells of the bar.
    pub fn cells(&self) -> &[Touch] {
        self.coverage.as_ref().map_or(&[], |coverage| &coverage.cells)
    }

    /// The cells that are still empty.
    pub fn empty_cells(&self) -> impl Iterator<Item = Subject> + '_ {
        self.coverage.iter().flat_map(Coverage::empty_cells)
    }

    /// Lines that are not sorted yet.
    pub fn unsorted(&self) -> usize {
        self.coverage.as_ref().map_or(0, |coverage| coverage.unsorted)
    }

    /// The follow-ups that are still owed, oldest first.
    pub fn owed(&self, world: &World) -> Vec<String> {
        let notes = self.entries.iter().filter_map(|(_, key)| world.research.notes().get(&key.id));
        notes.filter(|note| note.voice == Voice::Owed).map(|note| note.text.clone()).collect()
    }
}

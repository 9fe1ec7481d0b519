//! What has been captured so far, as the screen keeps it: the keys of the lines in order and the bar. Rebuilt only
//! when something of this kind was edited; a frame reads the visible end of it.

use crate::domain::coverage::{Coverage, Touch};
use crate::domain::{Id, Key, Kind, Moment, Research, Subject, Voice};
use crate::tui::world::{Seen, World};

/// The lines and path events of one interview, oldest first.
#[derive(Default)]
pub struct Stream {
    entries: Vec<(Moment, Key)>,
    coverage: Option<Coverage>,
    seen: Seen,
}

impl Stream {
    /// Reads on from where it was: what was logged since is put in its place, so that a long interview costs no more
    /// than a short one.
    pub fn refresh(&mut self, world: &World, interview: Id) {
        let news = self.seen.news(world).filter(|news| !news.iter().any(|key| key.kind == Kind::Participant));
        let Some(news) = news else { return self.read(world, interview) };
        let mine: Vec<Key> = news.iter().copied().filter(|key| is_entry(key.kind)).collect();
        if mine.is_empty() || world.is_withdrawn(interview) {
            return;
        }
        for key in mine {
            match logged(&world.research, interview, key) {
                Some(logged) => {
                    let place = self.entries.binary_search_by_key(&(logged, key.id), |(logged, key)| (*logged, key.id));
                    if let Err(place) = place {
                        self.entries.insert(place, (logged, key));
                    }
                }
                None => self.entries.retain(|(_, known)| *known != key),
            }
        }
        self.coverage = Some(Coverage::of(&world.research, interview));
    }

    fn read(&mut self, world: &World, interview: Id) {
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

fn is_entry(kind: Kind) -> bool {
    matches!(kind, Kind::Note | Kind::PathEvent | Kind::Gap)
}

/// When an entry of this interview was logged; none where it is gone or belongs to another.
fn logged(research: &Research, interview: Id, key: Key) -> Option<Moment> {
    let (of, logged) = match key.kind {
        Kind::Note => research.notes().get(&key.id).map(|it| (it.interview, it.logged)),
        Kind::PathEvent => research.path_events().get(&key.id).map(|it| (it.interview, it.logged)),
        _ => research.gaps().get(&key.id).map(|it| (it.interview, it.until)),
    }?;
    (of == interview).then_some(logged)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::tui::script::{Script, sample};

    #[test]
    fn what_is_read_on_equals_what_is_read_anew() {
        let mut script = Script::on(sample()).keys("n<enter><enter>5");
        let mut stream = Stream::default();
        let mut interview = None;
        for keys in
            ["<f1>one<enter>", "<f6>1 in March<enter>", "two<enter>three<enter>", "<up><c-u>four<enter>", "five<enter>"]
        {
            script = script.keys(keys).later(3);
            let world = &script.model.world;
            let newest = world.research.notes().values().max_by_key(|note| note.id).unwrap().interview;
            let interview = *interview.get_or_insert(newest);
            stream.refresh(world, interview);
            let mut anew = Stream::default();
            anew.refresh(world, interview);
            assert_eq!(stream.entries, anew.entries, "after {keys}");
            assert_eq!(stream.cells(), anew.cells(), "after {keys}");
        }
        // Another process takes a line back, and the one who was interviewed withdraws.
        let interview = interview.unwrap();
        let (_, last) = *stream.entries.last().unwrap();
        script.news(crate::library::News::Arrived(vec![crate::domain::Edit::Remove(last)]));
        stream.refresh(&script.model.world, interview);
        assert!(stream.position(last).is_none() && stream.len() == 4);
    }
}

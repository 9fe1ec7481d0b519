//! The lines of the study that were put aside while searching, in the order in which they were. They stand in a slot
//! of the unfinished texts from the first one on, so that neither leaving the screen nor a crash loses them.

use std::collections::BTreeMap;

use super::world::World;
use crate::domain::{Id, Note, Stance};

/// The slot of the unfinished texts that holds them.
const SLOT: &str = "tray";
/// What follows the id of a line that was found by looking for the opposite.
const AGAINST: char = '!';
/// The context of a tray for which the opposite has been looked for.
const SOUGHT: &str = "sought";

/// One line that was put aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gathered {
    /// The line.
    pub note: Id,
    /// Whether it speaks against what the others say.
    pub against: bool,
}

impl World {
    /// The lines that were put aside, without those that are gone or may not be shown any more.
    pub fn tray(&self) -> Vec<Gathered> {
        let mut all: Vec<Gathered> = Vec::new();
        for line in self.drafts.values().filter(|draft| is_tray(&draft.slot)).flat_map(|draft| draft.text.split(' ')) {
            let (id, against) = line.strip_suffix(AGAINST).map_or((line, false), |id| (id, true));
            let note = id.parse::<Id>().ok().and_then(|id| self.research.notes().get(&id));
            let Some(note) = note.filter(|note| !self.is_withdrawn(note.interview)) else { continue };
            if all.iter().all(|known| known.note != note.id) {
                all.push(Gathered { note: note.id, against: against || self.speaks_against(note) });
            }
        }
        all
    }

    /// How many lines were put aside.
    pub fn gathered(&self) -> usize {
        self.tray().len()
    }

    /// Whether a line was put aside.
    pub fn is_gathered(&self, note: Id) -> bool {
        self.tray().iter().any(|known| known.note == note)
    }

    /// Whether a line is marked as speaking against a theme.
    fn speaks_against(&self, note: &Note) -> bool {
        self.research.marks_of(note.id).any(|mark| mark.stance == Stance::Contradicts)
    }

    /// Puts a line aside, or takes it out again; says whether it is in now.
    pub fn gather(&mut self, note: Id, against: bool) -> bool {
        let mut all = self.tray();
        let is_in = all.iter().any(|known| known.note == note);
        if is_in {
            all.retain(|known| known.note != note);
        } else {
            all.push(Gathered { note, against });
        }
        let sought = self.has_sought_the_opposite() && !all.is_empty();
        self.keep_tray(&all, sought);
        !is_in
    }

    /// Whether somebody has looked for the opposite of what is in the tray.
    pub fn has_sought_the_opposite(&self) -> bool {
        self.drafts.values().any(|draft| is_tray(&draft.slot) && draft.context == SOUGHT)
    }

    /// Remembers that somebody has looked for the opposite.
    pub fn seek_the_opposite(&mut self) {
        let all = self.tray();
        if !all.is_empty() && !self.has_sought_the_opposite() {
            self.keep_tray(&all, true);
        }
    }

    /// Keeps the tray in its slot; what other windows had left is in it by now.
    fn keep_tray(&mut self, all: &[Gathered], sought: bool) {
        let one = |it: &Gathered| if it.against { format!("{}{AGAINST}", it.note) } else { it.note.to_string() };
        let text = all.iter().map(one).collect::<Vec<_>>().join(" ");
        let others: BTreeMap<String, ()> =
            self.drafts.keys().filter(|slot| is_tray(slot) && *slot != SLOT).map(|slot| (slot.clone(), ())).collect();
        self.keep_draft(SLOT, &text, if sought { SOUGHT } else { "" });
        for slot in others.keys() {
            self.keep_draft(slot, "", "");
        }
    }
}

/// The slot itself, or one beside it where several windows had left a tray.
fn is_tray(slot: &str) -> bool {
    slot.strip_prefix(SLOT).is_some_and(|rest| rest.is_empty() || rest.starts_with('#'))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::tui::script::{Script, sample};

    #[test]
    fn a_tray_is_kept_found_again_and_joined_with_what_another_window_left() {
        let mut script = Script::on(sample());
        let world = &mut script.model.world;
        let notes: Vec<Id> = world.research.notes().keys().copied().take(3).collect();
        assert!(world.gather(notes[0], false) && world.gather(notes[1], true));
        assert_eq!(world.tray().iter().map(|it| it.note).collect::<Vec<_>>(), notes[..2]);
        let drafts: Vec<_> = world.drafts.values().cloned().collect();
        let mut left = drafts[0].clone();
        (left.slot, left.text) = ("tray#2".to_owned(), format!("{} {} nonsense", notes[0], notes[2]));
        let mut again = Script::with(sample(), crate::words::Lang::Ko, vec![drafts[0].clone(), left]);
        let world = &mut again.model.world;
        assert_eq!(world.gathered(), 3);
        assert!(world.tray()[1].against && !world.tray()[2].against);
        assert!(!world.gather(notes[1], true), "once more takes it out");
        assert_eq!((world.gathered(), world.drafts.len()), (2, 1), "one slot holds both");
        world.seek_the_opposite();
        assert!(world.has_sought_the_opposite());
        world.gather(notes[0], false);
        world.gather(notes[2], false);
        assert!(world.drafts.is_empty() && !world.has_sought_the_opposite());
    }

    #[test]
    fn who_withdrew_is_not_in_the_tray() {
        let mut script = Script::on(sample());
        let world = &mut script.model.world;
        let note = world.research.notes().values().find(|it| !world.is_withdrawn(it.interview)).unwrap().clone();
        world.gather(note.id, false);
        let mut person = world.research.participant_of(note.interview).unwrap().clone();
        person.consent.withdrawn = Some(world.now);
        world.adopt(vec![person.into()]);
        assert_eq!(world.gathered(), 0);
    }
}

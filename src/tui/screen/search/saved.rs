//! Saved searches: keeping one under a name, taking note of whom somebody has now seen in it, and dropping it. Whom
//! they find by now is told by `watching`.

use super::nothing::Choice;
use super::{Focus, Search};
use crate::domain::{Id, Kind, SavedSearch, Step, text};
use crate::library::Found;
use crate::tui::overlay::form::{Field, Form};
use crate::tui::pane::{Asking, Move};
use crate::tui::world::World;

impl Search {
    /// Asks for the name; what was looked for is suggested.
    pub(super) fn ask_name(&self, world: &mut World) {
        let Some(found) = &self.found else { return };
        if !found.named.is_empty() {
            // A name belongs to the vault and into no record.
            let text = world.say("search-not-saved-name");
            return world.tell(text);
        }
        let field = Field::suggesting(world.say("field-name"), &self.told(world));
        let form = Form::new(Asking::SaveSearch, world.say("action-save-search.about"), vec![field]);
        world.moves.push(Move::Open(Box::new(form)));
    }

    /// Keeps the search with the people whom it finds now.
    pub(super) fn save(&mut self, world: &mut World, name: &str) {
        let found = self.found.as_ref().filter(|found| found.named.is_empty());
        let (Some(found), Some(study)) = (found, world.study().map(|study| study.id)) else { return };
        let (name, query) = (text::trim_line(name).into_owned(), text::trim_line(&found.query).into_owned());
        let people = found.everybody();
        let seen = people.iter().copied().collect();
        let search = SavedSearch { id: world.mint.id(), study, name: name.clone(), query, seen };
        let id = search.id;
        world.watch.keep(id, people);
        if world.commit(Step::new(study, "save-search", name.clone()).put(search)) {
            let text = world.say_with("search-saved-as", &[("name", name.as_str().into())]);
            world.tell(text);
        }
    }

    /// A saved search that was opened has now been seen as it is.
    pub(super) fn seen(&mut self, world: &mut World, found: &Found) {
        let saved = self.saved.and_then(|id| world.research.saved_searches().get(&id)).cloned();
        let Some(saved) = saved.filter(|it| it.query.trim() == found.query.trim()) else { return };
        self.saved = None;
        let people = found.everybody();
        let seen: Vec<Id> = people.iter().copied().collect();
        world.watch.keep(saved.id, people);
        if saved.seen != seen {
            let step = Step::new(saved.study, "look-search", saved.name.clone());
            world.commit(step.put(SavedSearch { seen, ..saved }));
        }
    }

    /// The saved search under the cursor.
    pub(super) fn saved_here(&self, world: &World) -> Option<Id> {
        match self.choices(world).get(self.cursor.at) {
            Some(Choice::Saved(id)) => Some(*id),
            _ => None,
        }
    }

    /// Drops the saved search under the cursor.
    pub(super) fn drop_saved(&mut self, world: &mut World) {
        if let Some(id) = self.saved_here(world) {
            drop_saved(world, id);
            if self.choices(world).is_empty() {
                self.focus = Focus::Box;
            }
        }
    }
}

/// Drops a saved search; it can be undone.
pub fn drop_saved(world: &mut World, id: Id) {
    let Some(search) = world.research.saved_searches().get(&id).cloned() else { return };
    let step = Step::new(search.study, "drop-search", search.name).remove(Kind::SavedSearch, id);
    let told = world.step_name(&step.name, &step.about);
    if world.commit(step) {
        world.tell(told);
    }
}

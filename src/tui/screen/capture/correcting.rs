//! Correcting an earlier line with the arrows: the wording comes into the field, Enter keeps it as a new revision,
//! Esc leaves it as it was, and the unfinished line waits untouched meanwhile.

use super::Capture;
use crate::domain::{Dimension, Key, Kind, live};
use crate::tui::line_editor::LineEditor;
use crate::tui::world::World;

/// An earlier line in the field.
pub struct Correcting {
    /// Which.
    pub key: Key,
    /// Where it will stand; none for a path event.
    pub dimension: Option<Dimension>,
    /// As it was typed, to see whether it was changed.
    original: String,
    /// The unfinished line that waits.
    waiting: LineEditor,
}

fn slot(key: Key) -> String {
    format!("correct:{}", key.id)
}

impl Capture {
    /// Goes to the line before.
    pub fn older(&mut self, world: &mut World) {
        if self.is_changed() {
            return self.tell_changed(world);
        }
        let at = match &self.correcting {
            Some(correcting) => self.stream.position(correcting.key).unwrap_or(0),
            None => self.stream.len(),
        };
        if let Some(key) = self.stream.line_before(at) {
            self.correct(world, key);
        }
    }

    /// Goes to the line after, and from the last one back to the unfinished line.
    pub fn newer(&mut self, world: &mut World) {
        let Some(correcting) = &self.correcting else { return };
        if self.is_changed() {
            return self.tell_changed(world);
        }
        let next = self.stream.position(correcting.key).and_then(|at| self.stream.line_after(at));
        match next {
            Some(key) => self.correct(world, key),
            None => self.stop_correcting(world),
        }
    }

    fn is_changed(&self) -> bool {
        self.correcting.as_ref().is_some_and(|correcting| correcting.original != self.editor.text())
    }

    fn tell_changed(&self, world: &mut World) {
        let text = world.say("correction-open");
        world.tell(text);
    }

    fn correct(&mut self, world: &mut World, key: Key) {
        let Some((typed, dimension)) = live::as_typed(&world.research, key) else { return };
        let field = std::mem::replace(&mut self.editor, LineEditor::with_text(&typed));
        let waiting = self.correcting.take().map_or(field, |correcting| correcting.waiting);
        let original = self.editor.text().to_owned();
        self.correcting = Some(Correcting { key, dimension, original, waiting });
        let at = self.stream.position(key).unwrap_or(0);
        self.scroll = self.stream.len().saturating_sub(at + 3);
    }

    /// Leaves the line as it is and takes up the unfinished one.
    pub fn stop_correcting(&mut self, world: &mut World) {
        if let Some(correcting) = self.correcting.take() {
            world.keep_draft(&slot(correcting.key), "", "");
            self.editor = correcting.waiting;
            self.scroll = 0;
        }
    }

    /// Sends the changed wording to be kept as a draft.
    pub fn keep_correction(&mut self, world: &mut World) {
        let Some(correcting) = &self.correcting else { return };
        let context = correcting.dimension.map_or("path", Dimension::name);
        let text = if self.is_changed() { self.editor.text() } else { "" };
        self.draft = world.keep_draft(&slot(correcting.key), text, context);
    }

    /// Takes up a correction that was being typed when whybuy last ended.
    pub fn recover_correction(&mut self, world: &mut World) {
        let notes = world.research.notes_of(self.interview).map(|note| Key::new(Kind::Note, note.id));
        let events = world.research.path_of(self.interview).into_iter();
        let mut keys = notes.chain(events.map(|event| Key::new(Kind::PathEvent, event.id)));
        let Some(key) = keys.find(|key| world.drafts.contains_key(&slot(*key))) else { return };
        drop(keys);
        self.stream.refresh(world, self.interview);
        self.correct(world, key);
        if let Some(draft) = world.drafts.get(&slot(key)) {
            self.editor.set_text(&draft.text);
        }
    }

    /// Keeps the correction as a new revision.
    pub fn keep_revision(&mut self, world: &mut World) {
        let Some(Correcting { key, dimension, .. }) = self.correcting else { return };
        self.put_all_people(world);
        let typed = self.editor.text().to_owned();
        let step = live::revise(&world.research, (key, dimension), &typed, &world.fresh());
        if step.is_some_and(|step| step.edits.is_empty() || world.commit(step)) {
            self.stop_correcting(world);
        }
    }
}

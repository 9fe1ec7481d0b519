//! What has been sent to the disk and what is known to be there: a step changes the study in memory at once and is
//! safe only when its ticket is told. Nothing here waits or writes; the effects go to the desk.

use std::collections::{BTreeMap, VecDeque};

use super::{World, pulse_slot};
use crate::domain::{Edit, Id, Key, Record, Research, Step, text};
use crate::library::{Draft, Ticket};
use crate::tui::effect::Effect;

/// What has been sent to the disk and what has arrived there.
#[derive(Debug, Default)]
pub struct Saving {
    /// The newest ticket that was sent.
    pub sent: Ticket,
    /// The newest ticket that is safe.
    pub saved: Ticket,
    /// Records that are on their way, with their tickets.
    waiting: BTreeMap<Key, Ticket>,
    /// How many steps wait in vain, and why.
    pub failed: Option<(usize, String)>,
    /// How many steps were refused for good and not rescued yet, and why the last one was.
    pub refused: Option<(usize, String)>,
    /// The study is to be read anew once everything is saved.
    reload: bool,
    /// The newest ticket of something that somebody did; signs of life come behind it.
    work: Ticket,
    /// What was sent and is not known to be safe, in order: a study that is read meanwhile does not have it yet.
    unsafe_yet: VecDeque<(Ticket, Sent)>,
}

/// Something that was sent to the disk.
#[derive(Debug)]
enum Sent {
    Step(Step),
    Draft(Draft),
}

/// What is on disk, as the status shows it.
#[derive(Debug, PartialEq, Eq)]
pub enum Safety<'a> {
    /// Everything.
    Saved,
    /// So many steps and drafts are on their way.
    Waiting(u64),
    /// So many cannot be saved, for this reason.
    Failed(usize, &'a str),
}

impl World {
    /// Applies a step to the study in memory and sends it to the disk. A step that is refused changes nothing and is told.
    pub fn commit(&mut self, step: Step) -> bool {
        if step.edits.is_empty() {
            return false;
        }
        if let Err(error) = self.research.apply_step(&step) {
            self.tell_error(&error);
            return false;
        }
        let ticket = self.ticket();
        self.watch.touched(self.now, &step.edits);
        for key in step.edits.iter().map(Edit::key) {
            self.saving.waiting.insert(key, ticket);
            self.touched.push(key);
        }
        self.saving.unsafe_yet.push_back((ticket, Sent::Step(step.clone())));
        self.effects.push(Effect::Save(Box::new(step), ticket));
        true
    }

    /// Applies edits that are on disk already; those of other studies are not ours. Where one does not fit, the study
    /// is read anew.
    pub fn adopt(&mut self, edits: Vec<Edit>) {
        let Some(study) = self.research.study().map(|study| study.id) else { return };
        self.watch.touched(self.now, &edits);
        for edit in edits {
            let key = edit.key();
            let concerns_us = match &edit {
                Edit::Put(record) => record.study() == study,
                Edit::Remove(key) => self.research.has(*key),
            };
            if !concerns_us {
                continue;
            }
            if let Edit::Put(Record::Participant(person)) = &edit
                && person.is_withdrawn()
            {
                self.names.remove(&person.id);
            }
            if self.research.apply(edit).is_err() {
                return self.reload();
            }
            self.touched.push(key);
        }
    }

    /// Reads the study anew: at once, or, while lines wait to be saved, as soon as they are, so that none goes out of sight.
    pub fn reload(&mut self) {
        let Some(study) = self.research.study().map(|study| study.id) else { return };
        self.saving.reload = self.saving.failed.is_some();
        if !self.saving.reload {
            self.effects.push(Effect::Load(study));
        }
    }

    /// The library refused a step for good: it is in no study, and only `rescue` can still write it somewhere.
    pub fn refused(&mut self, why: String) {
        let count = self.saving.refused.as_ref().map_or(0, |(count, _)| *count) + 1;
        self.saving.refused = Some((count, why));
        self.reload();
    }

    /// Takes a study that was loaded and has everything up to `ticket`; what was sent later comes on top again.
    pub fn open(&mut self, research: Research, drafts: Vec<Draft>, ticket: Ticket) {
        self.research = research;
        self.drafts = drafts.into_iter().map(|draft| (draft.slot.clone(), draft)).collect();
        self.epoch += 1;
        self.touched.clear();
        if self.saving.failed.is_none() {
            self.saved(ticket);
        }
        let Some(study) = self.research.study().map(|study| study.id) else { return };
        for (_, sent) in self.saving.unsafe_yet.iter().filter(|(sent, _)| *sent > ticket) {
            match sent {
                // A step that no longer fits is refused by the library too, and told then.
                Sent::Step(step) if step.study == study => {
                    let _told_later = self.research.apply_step(step);
                }
                Sent::Draft(draft) if draft.study == study && draft.text.is_empty() => {
                    self.drafts.remove(&draft.slot);
                }
                Sent::Draft(draft) if draft.study == study => {
                    self.drafts.insert(draft.slot.clone(), draft.clone());
                }
                Sent::Step(_) | Sent::Draft(_) => {}
            }
        }
    }

    /// Keeps an unfinished text, or forgets it where it is empty; returns the ticket to wait for.
    pub fn keep_draft(&mut self, slot: &str, text: &str, context: &str) -> Ticket {
        let Some(study) = self.research.study().map(|study| study.id) else { return self.saving.saved };
        if text.is_empty() && !self.drafts.contains_key(slot) {
            return self.saving.saved;
        }
        let (slot, context) = (slot.to_owned(), context.to_owned());
        let draft = Draft { study, slot, text: text.to_owned(), context, at: self.now };
        if text.is_empty() {
            self.drafts.remove(&draft.slot);
        } else {
            self.drafts.insert(draft.slot.clone(), draft.clone());
        }
        let ticket = self.ticket();
        self.saving.unsafe_yet.push_back((ticket, Sent::Draft(draft.clone())));
        self.effects.push(Effect::Draft(draft, ticket));
        ticket
    }

    /// Keeps a sign of life of a running interview, so that an interruption is known to the second later. It is no
    /// work of anybody: while only it is on its way, everything is said to be saved.
    pub fn keep_pulse(&mut self, interview: Id) {
        let work = self.saving.work;
        self.keep_draft(&pulse_slot(interview), "-", "");
        self.saving.work = work;
    }

    /// Keeps the name of a participant in the vault, or forgets it where it is blank.
    pub fn name(&mut self, participant: Id, name: &str) {
        let Some(study) = self.research.study().map(|study| study.id) else { return };
        let name = text::trim_line(name).into_owned();
        if name.is_empty() {
            self.names.remove(&participant);
        } else {
            self.names.insert(participant, name.clone());
        }
        self.effects.push(Effect::Name { study, participant, name });
    }

    fn ticket(&mut self) -> Ticket {
        self.saving.sent += 1;
        self.saving.work = self.saving.sent;
        self.saving.sent
    }

    /// Everything up to this ticket is safe.
    pub fn saved(&mut self, ticket: Ticket) {
        self.saving.saved = self.saving.saved.max(ticket);
        self.saving.failed = None;
        self.saving.waiting.retain(|_, waits| *waits > ticket);
        while self.saving.unsafe_yet.front().is_some_and(|(sent, _)| *sent <= ticket) {
            self.saving.unsafe_yet.pop_front();
        }
        if self.saving.reload {
            self.reload();
        }
    }

    /// Whether a record is on disk as it is shown.
    pub fn is_saved(&self, key: Key) -> bool {
        !self.saving.waiting.contains_key(&key)
    }

    /// What is on disk.
    pub fn safety(&self) -> Safety<'_> {
        match self.saving.failed.as_ref().or(self.saving.refused.as_ref()) {
            Some((pending, why)) => Safety::Failed(*pending, why),
            None if self.saving.work > self.saving.saved => Safety::Waiting(self.saving.sent - self.saving.saved),
            None => Safety::Saved,
        }
    }
}

//! What stands beside the stream and never in its way: the probe to a shallow answer, the next question of the guide,
//! what is still empty. Nothing here takes the focus or moves the caret.

use super::Capture;
use crate::domain::probe::{self, Probe};
use crate::domain::{AskedState, Id, Question, live};
use crate::tui::action::Action;
use crate::tui::world::World;
use crate::words::Lang;

/// The probe that is shown, and whether probes are wanted at all.
#[derive(Default)]
pub struct Aside {
    /// The shallow line and the question to it.
    probe: Option<(Id, Probe)>,
    muted: bool,
}

impl Aside {
    /// The line that the shown probe asks about.
    pub fn probed(&self) -> Option<Id> {
        self.probe.as_ref().map(|(note, _)| *note)
    }
}

impl Capture {
    /// A line was logged: the probe to the one before goes, and this one may get its own.
    pub fn probe(&mut self, world: &World, note: Option<Id>) {
        let logged = note.filter(|_| !self.aside.muted).and_then(|id| world.research.notes().get(&id));
        let wanted = logged.filter(|note| probe::is_wanted(note.dimension, &world.probes.off));
        let found = wanted.and_then(|note| Some((note.id, probe::of(note, &world.probes.cliches)?)));
        self.aside.probe = found;
    }

    /// The line that the next one answers: the probed one, where the next line stays with its dimension.
    pub fn answered(&self, world: &World) -> Option<Id> {
        let note = world.research.notes().get(&self.aside.probed()?)?;
        (note.dimension == self.goes_to(world)).then_some(note.id)
    }

    /// The question that goes deeper, in the language of the participant's own noun.
    pub fn probe_text(&self, world: &World) -> Option<String> {
        let (note, probe) = self.aside.probe.as_ref()?;
        let known = world.research.notes().get(note)?;
        let lang = if probe.is_korean { Lang::Ko } else { Lang::En };
        let key = match probe.about {
            probe::About::Story => format!("probe-story-{}", known.dimension.name()),
            about => format!("probe-{}", about.name()),
        };
        Some(world.say_in(lang, &key, &[("noun", probe.noun.as_str().into())]))
    }

    /// Switches the probes off or on.
    pub fn mute(&mut self, world: &mut World) {
        self.aside.muted = !self.aside.muted;
        self.aside.probe = None;
        let text = world.say(if self.aside.muted { "probes-off" } else { "probes-on" });
        world.tell(text);
    }

    /// The next open question of the guide.
    pub fn next_question<'a>(&self, world: &'a World) -> Option<&'a Question> {
        world.research.open_questions(self.interview).first().copied()
    }

    /// The next open question was put, or is passed over.
    pub fn settle_question(&mut self, world: &mut World, action: Action) {
        let Some(question) = self.next_question(world).map(|question| question.id) else {
            let text = world.say("guide-done");
            return world.tell(text);
        };
        let state = if action == Action::Skip { AskedState::Skipped } else { AskedState::Asked };
        let fresh = (world.mint.id(), world.now);
        if let Some(step) = world.research.set_asked((self.interview, question), Some(state), fresh) {
            world.commit(step);
        }
    }

    /// Begins or ends the group session: then a line may begin with the initials of who speaks.
    pub fn toggle_group(&mut self, world: &mut World) {
        let Some(step) = live::toggle_group(&world.research, self.interview) else { return };
        if world.commit(step) {
            self.initials.clear();
            let is_group = self.interview(world).is_some_and(live::is_group);
            let text = world.say(if is_group { "group-on" } else { "group-off" });
            world.tell(text);
        }
    }

    /// What is still empty; nothing where nothing is, or nothing has begun.
    pub fn still_empty(&self, world: &World) -> Option<String> {
        let length = if world.size.0 < 60 { "tiny" } else { "short" };
        let names: Vec<String> = self
            .stream
            .empty_cells()
            .map(|subject| world.say(&format!("dimension-{}-{length}", subject.name())))
            .collect();
        if names.is_empty() || self.stream.is_empty() {
            return None;
        }
        let subjects = names.join(&format!(" {} ", world.look.glyphs.dot));
        Some(world.say_with("still-empty", &[("subjects", subjects.as_str().into())]))
    }
}

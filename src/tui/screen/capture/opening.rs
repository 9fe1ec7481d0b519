//! How a capture begins: with a participant, with the interview to go on with, and with whatever was being typed when
//! whybuy last ended. What happens once it is open is elsewhere.

use super::Capture;
use super::aside::Aside;
use super::clock::Clock;
use crate::domain::{Dimension, Id, live, typed};
use crate::tui::effect::Effect;
use crate::tui::line_editor::LineEditor;
use crate::tui::pane::Move;
use crate::tui::screen::stream::Stream;
use crate::tui::world::{World, pulse_slot};

/// The slot of the unfinished line of an interview.
pub fn slot(interview: Id) -> String {
    format!("capture:{interview}")
}

impl Capture {
    /// Opens the capture of the participant with this code, who is made where there is none.
    pub fn begin_with(world: &mut World, code: &str) {
        let known = world.research.participant_by_code(code).map(|person| person.id);
        let person = known.or_else(|| {
            let made = live::new_person(&world.research, code, &world.fresh());
            made.and_then(|(id, step)| world.commit(step).then_some(id))
        });
        if let Some(person) = person {
            Capture::begin(world, person);
        }
    }

    /// Opens the capture of a participant: the running interview, else the next planned one, else a new one.
    pub fn begin(world: &mut World, person: Id) {
        let interview = live::interview_of(&world.research, person);
        if let Some(interview) = interview.or_else(|| new_interview(world, person)) {
            Capture::open(world, interview);
        }
    }

    /// Opens the capture of an interview and starts it where it has not begun.
    pub fn open(world: &mut World, interview: Id) {
        if !world.research.interviews().contains_key(&interview) {
            return;
        }
        if world.is_withdrawn(interview) {
            let text = world.say("person-withdrawn");
            return world.tell(text);
        }
        if let Some(step) = live::start(&world.research, interview, world.now) {
            world.commit(step);
        }
        let mut capture = Capture {
            interview,
            editor: LineEditor::default(),
            dimension: Dimension::Unsorted,
            on_path: false,
            feeling: None,
            star: false,
            correcting: None,
            refile: None,
            stream: Stream::default(),
            scroll: 0,
            draft: 0,
            initials: String::new(),
            aside: Aside::default(),
            clock: Clock::new(world.now),
        };
        capture.note_stop(world);
        capture.recover(world);
        capture.stream.refresh(world, interview);
        if let Some(study) = world.study().map(|study| study.id) {
            world.effects.push(Effect::Elsewhere(study, pulse_slot(interview)));
        }
        world.moves.push(Move::Open(Box::new(capture)));
    }

    /// Takes up the line that was being typed when whybuy last ended.
    fn recover(&mut self, world: &mut World) {
        self.dimension = world.research.notes_of(self.interview).last().map_or(self.dimension, |note| note.dimension);
        let draft = world.drafts.get(&slot(self.interview)).cloned();
        if let Some(draft) = draft.filter(|draft| !self.drop_if_logged(world, &draft.text)) {
            if draft.context == "path" {
                self.on_path = true;
            } else {
                self.dimension = draft.context.parse().unwrap_or(self.dimension);
            }
            self.editor.set_text(&draft.text);
            let time = draft.at.local().format("%H:%M:%S").to_string();
            let text = world.say_with("recovered", &[("time", time.as_str().into())]);
            world.tell(text);
        }
        self.recover_next(world);
        self.recover_correction(world);
    }

    /// Several windows that ended may each have left a line: the field takes the next as soon as it is empty.
    pub fn recover_next(&mut self, world: &mut World) {
        let next = world.drafts.values().find(|draft| self.is_left_over(world, &draft.slot)).cloned();
        let Some(draft) = next.filter(|_| self.editor.is_empty() && self.correcting.is_none()) else { return };
        self.editor.set_text(&draft.text);
        self.on_path = draft.context == "path";
        self.dimension = draft.context.parse().unwrap_or(self.dimension);
        self.keep(world);
        world.keep_draft(&draft.slot, "", "");
        let time = draft.at.local().format("%H:%M:%S").to_string();
        let text = world.say_with("recovered", &[("time", time.as_str().into())]);
        world.tell(text);
    }

    /// Whether a slot holds a line that a second window left of this interview: new, or a correction.
    fn is_left_over(&self, world: &World, left: &str) -> bool {
        let Some((field, _)) = left.split_once('#') else { return false };
        let corrected = field.strip_prefix("correct:").and_then(|id| id.parse::<Id>().ok());
        let note = corrected.and_then(|id| world.research.notes().get(&id));
        field == slot(self.interview) || note.is_some_and(|note| note.interview == self.interview)
    }

    /// A draft that outlived its line (the process ended between the two) is forgotten, so that nobody logs it twice.
    fn drop_if_logged(&self, world: &mut World, draft: &str) -> bool {
        let line = typed::read(draft, &world.research, true);
        let last = world.research.notes_of(self.interview).last();
        let is_logged = last.is_some_and(|note| note.text == line.text && note.voice == line.voice);
        if is_logged {
            world.keep_draft(&slot(self.interview), "", "");
        }
        is_logged
    }
}

/// Plans an interview with a participant for today.
pub fn new_interview(world: &mut World, person: Id) -> Option<Id> {
    let (id, step) = live::new_interview(&world.research, person, &world.fresh())?;
    world.commit(step).then_some(id)
}

//! The path of one interview, event by event (context LIST): its order, times, stages and loops, and every correction
//! of them by one key or one form. What a correction does to the times is in `domain::path_steps`.

mod view;

use crate::domain::path_line::PathLine;
use crate::domain::{Id, Kind, PathEvent, Step, path_line, path_steps};
use crate::tui::action::Action;
use crate::tui::keymap::Place;
use crate::tui::overlay::form::{Field, Form};
use crate::tui::pane::{Answer, Asking, Move, Pane};
use crate::tui::screen::event;
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::cursor::Cursor;
use crate::tui::world::{Seen, World};

/// The path of one interview.
pub struct Timeline {
    interview: Id,
    /// The event to stand on once the path is known.
    target: Option<Id>,
    events: Vec<Id>,
    cursor: Cursor,
    seen: Seen,
}

impl Timeline {
    /// The path of an interview, the cursor on an event of it.
    pub fn at(interview: Id, target: Option<Id>) -> Timeline {
        Timeline { interview, target, events: Vec::new(), cursor: Cursor::default(), seen: Seen::default() }
    }

    fn event(&self) -> Option<Id> {
        self.events.get(self.cursor.at).copied()
    }

    fn known<'a>(&self, world: &'a World) -> Option<&'a PathEvent> {
        world.research.path_events().get(&self.event()?)
    }

    /// Keeps a step and stays with its event, wherever that now stands.
    fn keep(&mut self, world: &mut World, event: Id, step: Option<Step>) {
        if step.is_some_and(|step| world.commit(step)) {
            self.target = Some(event);
        }
    }

    fn correct(&mut self, world: &mut World, action: Action) {
        let Some(id) = self.event() else { return };
        let research = &world.research;
        let step = match action {
            Action::MoveUp => path_steps::moved(research, id, false),
            Action::MoveDown => path_steps::moved(research, id, true),
            Action::Act => path_steps::acted(research, id),
            Action::Drop => path_steps::removed(research, id),
            _ => action.stage().and_then(|stage| path_steps::staged(research, id, &stage)),
        };
        self.keep(world, id, step);
    }

    /// A form of four texts; for a new event they are empty.
    fn ask(&self, world: &mut World, event: Option<&PathEvent>) {
        let title = match event {
            Some(event) => {
                let code = world.research.code_of_event(event);
                world.say_with("timeline-change", &[("code", code.as_str().into())])
            }
            None => world.say("timeline-new"),
        };
        let line = event.map(PathLine::of);
        let field = |key: &str, of: fn(&PathLine) -> &str| Field::new(world.say(key), line.as_ref().map_or("", of));
        let fields = vec![
            field("path-text", |it| &it.text),
            field("path-when", |it| &it.when),
            field("path-who", |it| &it.who).choosing(said_before(world, |event| &event.who)),
            field("path-touchpoint", |it| &it.touchpoint).choosing(said_before(world, |event| &event.touchpoint)),
        ];
        let form = Form::new(Asking::Event(event.map(|event| event.id)), title, fields);
        world.moves.push(Move::Open(Box::new(form)));
    }

    /// Keeps what the form says, and tells how its time was read.
    fn told(&mut self, world: &mut World, event: Option<Id>, texts: &[String]) {
        let text = |at: usize| texts.get(at).cloned().unwrap_or_default();
        let [what, when, who, touchpoint] = [text(0), text(1), text(2), text(3)];
        let step = match event.and_then(|id| world.research.path_events().get(&id)) {
            Some(known) => {
                let line = PathLine { text: what, when, who, touchpoint, ..PathLine::of(known) };
                path_steps::changed(&world.research, known.id, line).map(|step| (known.id, step))
            }
            None => {
                let read = path_line::read(&what);
                let given = |given: String, read: String| if given.is_empty() { read } else { given };
                let line = PathLine {
                    when: given(when, read.when),
                    who: given(who, read.who),
                    touchpoint: given(touchpoint, read.touchpoint),
                    ..read
                };
                path_steps::inserted(&world.research, (self.interview, self.event()), line, &world.fresh())
            }
        };
        let Some((id, step)) = step else { return };
        self.keep(world, id, Some(step));
        let kept = world.research.path_events().get(&id);
        if let Some(said) = kept.and_then(|event| event::when_and_days(world, &event.when, event.days())) {
            world.tell(said);
        }
    }
}

/// What was said in this place of an event anywhere in the study, each once, by name.
fn said_before(world: &World, of: fn(&PathEvent) -> &str) -> Vec<String> {
    let all = world.research.path_events().values().map(of).filter(|text| !text.is_empty());
    let once: std::collections::BTreeSet<&str> = all.collect();
    once.into_iter().map(str::to_owned).collect()
}

impl Pane for Timeline {
    fn place(&self) -> Place {
        Place::Timeline
    }

    fn refresh(&mut self, world: &World) {
        if self.seen.is_stale(world, |kind| matches!(kind, Kind::PathEvent | Kind::Participant)) {
            let path = world.research.path_of(self.interview);
            let is_hidden = world.is_withdrawn(self.interview);
            self.events = path.iter().filter(|_| !is_hidden).map(|event| event.id).collect();
        }
        let target = self.target.take().and_then(|target| self.events.iter().position(|id| *id == target));
        self.cursor.at = target.unwrap_or(self.cursor.at);
        self.cursor.hold(self.events.len());
    }

    fn act(&mut self, world: &mut World, action: Action) {
        if self.cursor.act(action, self.events.len(), world.page() / 3) {
            return;
        }
        match action {
            Action::Back => world.moves.push(Move::Close),
            Action::Change => {
                if let Some(event) = self.known(world).cloned() {
                    self.ask(world, Some(&event));
                }
            }
            Action::New if self.offers(world, Action::New) => self.ask(world, None),
            _ => self.correct(world, action),
        }
    }

    fn answered(&mut self, world: &mut World, asking: Asking, answer: Answer) {
        if let (Asking::Event(event), Answer::Texts(texts)) = (asking, answer) {
            self.told(world, event, &texts);
        }
    }

    fn offers(&self, world: &World, action: Action) -> bool {
        match action {
            Action::Open => false,
            Action::New => !world.is_withdrawn(self.interview),
            Action::MoveUp => self.cursor.at > 0,
            Action::MoveDown => self.cursor.at + 1 < self.events.len(),
            Action::Change | Action::Act | Action::Drop => !self.events.is_empty(),
            _ if action.stage().is_some() => !self.events.is_empty(),
            _ => true,
        }
    }

    fn label(&self, world: &World, action: Action) -> String {
        match (action, self.known(world)) {
            // The key says what it would make of the event.
            (Action::Act, Some(event)) => {
                let (next, rep) = event.act.next(event.rep);
                world.say(event::act_name(next, rep).as_str())
            }
            _ => world.say(&format!("action-{}", action.name())),
        }
    }

    fn draw(&self, world: &World, canvas: &mut Canvas) {
        self.draw_all(world, canvas);
    }
}

#[cfg(test)]
mod tests;

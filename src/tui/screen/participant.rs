//! One participant (context LIST): who it is, what was agreed, and the interviews.
//! The lines themselves are read in `reader`, forms are filled in `overlay::form`.

use ratatui::text::Span;

use super::capture::{Capture, new_interview};
use super::card::CardPane;
use super::people;
use super::reader::Reader;
use super::timeline::Timeline;
use crate::domain::coverage::Coverage;
use crate::domain::{Dimension, Id, Status};
use crate::tui::action::Action;
use crate::tui::keymap::Place;
use crate::tui::pane::{Answer, Asking, Move, Pane};
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::cursor::Cursor;
use crate::tui::widget::frame::frame;
use crate::tui::world::{Seen, World};

/// One participant.
pub struct Person {
    person: Id,
    interviews: Vec<(Id, Coverage)>,
    cursor: Cursor,
    seen: Seen,
}

impl Person {
    /// This one.
    pub fn of(person: Id) -> Person {
        Person { person, interviews: Vec::new(), cursor: Cursor::default(), seen: Seen::default() }
    }

    fn interview(&self) -> Option<Id> {
        self.interviews.get(self.cursor.at).map(|(id, _)| *id)
    }

    fn is_done(&self, world: &World) -> bool {
        let interview = self.interview().and_then(|id| world.research.interviews().get(&id));
        interview.is_some_and(|interview| interview.status == Status::Done)
    }

    /// An interview that is over is read; any other is captured.
    fn open(&self, world: &mut World) {
        let Some(interview) = self.interview() else { return };
        match world.research.interviews().get(&interview).map(|it| it.status) {
            Some(Status::Done) => world.moves.push(Move::Open(Box::new(Reader::at(interview, None)))),
            Some(Status::Planned) => CardPane::open(world, interview),
            Some(Status::Running) | None => Capture::open(world, interview),
        }
    }
}

impl Pane for Person {
    fn place(&self) -> Place {
        Place::Participant
    }

    fn refresh(&mut self, world: &World) {
        if self.seen.is_stale(world, |_| true) {
            let mut interviews = world.research.interviews_of(self.person);
            interviews.retain(|interview| !world.is_withdrawn(interview.id));
            let covered = |id| (id, Coverage::of(&world.research, id));
            self.interviews = interviews.iter().rev().map(|interview| covered(interview.id)).collect();
            self.cursor.hold(self.interviews.len());
        }
    }

    fn act(&mut self, world: &mut World, action: Action) {
        if self.cursor.act(action, self.interviews.len(), world.page()) {
            return;
        }
        match (action, self.interview()) {
            (Action::Back, _) => world.moves.push(Move::Close),
            (Action::New, _) if self.offers(world, Action::New) => {
                if let Some(interview) = new_interview(world, self.person) {
                    CardPane::open(world, interview);
                }
            }
            (Action::Open, Some(_)) => self.open(world),
            (Action::Read, Some(id)) => world.moves.push(Move::Open(Box::new(Reader::at(id, None)))),
            (Action::Timeline, Some(id)) => world.moves.push(Move::Open(Box::new(Timeline::at(id, None)))),
            (Action::Change, _) => people::ask_person(world, Some(self.person)),
            (Action::Consent, _) => people::ask_consent(world, self.person, false),
            _ => {}
        }
    }

    fn answered(&mut self, world: &mut World, asking: Asking, answer: Answer) {
        match (asking, answer) {
            (Asking::Person(person), Answer::Texts(texts)) => {
                people::keep_person(world, person, &texts);
            }
            (Asking::Consent(person), Answer::Switches(on)) => people::keep_consent(world, person, &on),
            _ => {}
        }
    }

    fn offers(&self, world: &World, action: Action) -> bool {
        match action {
            Action::Open | Action::Timeline => !self.interviews.is_empty(),
            Action::New => world.research.participants().get(&self.person).is_some_and(|it| !it.is_withdrawn()),
            Action::Read => !self.interviews.is_empty() && !self.is_done(world),
            _ => true,
        }
    }

    fn label(&self, world: &World, action: Action) -> String {
        match action {
            Action::Open if self.is_done(world) => world.say("action-read"),
            Action::Open => world.say("action-capture"),
            Action::New => world.say("action-new-interview"),
            _ => world.say(&format!("action-{}", action.name())),
        }
    }

    fn draw(&self, world: &World, canvas: &mut Canvas) {
        let look = &world.look;
        let Some(person) = world.research.participants().get(&self.person) else { return };
        let code = Span::styled(format!(" {}", person.code), look.bold());
        let (first, height) =
            frame(canvas, world, self, &[code, Span::raw(format!("  {}", people::who(world, person)))]);
        let outcome = world.research.outcome_of(person).map(|it| world.say(&format!("outcome-{}", it.name())));
        let facts: Vec<String> = outcome.into_iter().chain([people::consent(world, person)]).collect();
        let facts = facts.join(&format!(" {} ", look.glyphs.dot));
        canvas.put(1, first, canvas.width().saturating_sub(2), &[Span::styled(facts, look.dim())]);
        let (first, height) = (first + 2, height.saturating_sub(2));
        if self.interviews.is_empty() {
            let key = if person.is_withdrawn() { "person-withdrawn" } else { "participant-empty" };
            canvas.put(1, first, canvas.width(), &[Span::styled(world.say(key), look.dim())]);
        }
        for (y, at) in self.cursor.window(self.interviews.len(), height).enumerate() {
            self.draw_row(world, canvas, (first + y, at));
        }
    }
}

impl Person {
    fn draw_row(&self, world: &World, canvas: &mut Canvas, (y, at): (usize, usize)) {
        let (id, coverage) = &self.interviews[at];
        let Some(interview) = world.research.interviews().get(id) else { return };
        let (look, width) = (&world.look, canvas.width());
        let status = world.say(&format!("status-{}", interview.status.name()));
        let lines = world.say_with("lines", &[("count", coverage.lines.into())]);
        canvas.put(1, y, 16, &[Span::raw(interview.label.as_str())]);
        canvas.put(18, y, 10, &[Span::styled(status, look.dim())]);
        let mut spans = Vec::new();
        for cell in coverage.cells.iter().filter(|_| width >= 72) {
            let name = world.say(&format!("dimension-{}-short", cell.subject.name()));
            let style = if cell.lines == 0 { look.dim() } else { look.subject(cell.subject) };
            spans.push(Span::styled(format!("{name} {}  ", cell.lines), style));
        }
        if coverage.unsorted > 0 && width >= 100 {
            let name = world.say(&format!("dimension-{}-short", Dimension::Unsorted.name()));
            spans.push(Span::styled(format!("{name} {}", coverage.unsorted), look.dim()));
        }
        canvas.put(28, y, width.saturating_sub(38), &spans);
        canvas.put_right(0, y, width.saturating_sub(1), &[Span::styled(lines, look.dim())]);
        canvas.entry(y, at, at == self.cursor.at);
    }
}

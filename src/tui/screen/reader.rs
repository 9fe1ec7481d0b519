//! One interview to read (context LIST): its lines in the order of capture, each with its code, revisions and marks.
//! A line can be corrected, filed elsewhere and marked here.

use ratatui::text::Span;

use super::capture::Capture;
use super::line;
use super::sort::Sort;
use super::stream::Stream;
use super::timeline::Timeline;
use crate::domain::{Dimension, Id, Key, Kind, Note, Status, live, text, typed};
use crate::tui::action::Action;
use crate::tui::keymap::Place;
use crate::tui::overlay::form::{Field, Form};
use crate::tui::overlay::picker::Picker;
use crate::tui::pane::{Answer, Asking, Move, Pane};
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::cursor::Cursor;
use crate::tui::widget::frame::frame;
use crate::tui::world::World;

/// Rows of the detail at the foot.
const DETAIL: usize = 3;

/// The lines of one interview.
pub struct Reader {
    interview: Id,
    /// The line to stand on once the lines are known.
    target: Option<Id>,
    stream: Stream,
    cursor: Cursor,
}

impl Reader {
    /// An interview, the cursor on a line of it.
    pub fn at(interview: Id, target: Option<Id>) -> Reader {
        Reader { interview, target, stream: Stream::default(), cursor: Cursor::default() }
    }

    fn note<'a>(&self, world: &'a World) -> Option<&'a Note> {
        let key = self.stream.key(self.cursor.at).filter(|key| key.kind == Kind::Note)?;
        world.research.notes().get(&key.id)
    }

    fn is_running(&self, world: &World) -> bool {
        world.research.interviews().get(&self.interview).is_some_and(|it| it.status != Status::Done)
    }

    fn correct(&self, world: &mut World) {
        let Some(note) = self.note(world) else { return };
        let field = Field::new(world.research.code_of(note), &typed::write(note.voice, &note.text));
        let form = Form::new(Asking::Wording(note.id), world.say("reader-correct"), vec![field]);
        world.moves.push(Move::Open(Box::new(form)));
    }

    fn pick(&self, world: &mut World) {
        let Some((id, dimension)) = self.note(world).map(|note| (note.id, note.dimension)) else { return };
        let picker = Picker::new(world, Asking::Theme(Some(id)), dimension, true);
        world.moves.push(Move::Open(Box::new(picker)));
    }
}

impl Pane for Reader {
    fn place(&self) -> Place {
        Place::Reader
    }

    fn refresh(&mut self, world: &World) {
        self.stream.refresh(world, self.interview);
        self.cursor.hold(self.stream.len());
        if let Some(target) = self.target.take() {
            let at =
                [Kind::Note, Kind::PathEvent].iter().find_map(|kind| self.stream.position(Key::new(*kind, target)));
            self.cursor.at = at.unwrap_or(self.cursor.at);
        }
    }

    fn act(&mut self, world: &mut World, action: Action) {
        if self.cursor.act(action, self.stream.len(), world.page() / 2) {
            return;
        }
        let note = self.note(world).map(|note| note.id);
        let dimension = action.subject().map_or(Some(Dimension::Unsorted), |subject| subject.dimension());
        match (action, note) {
            (Action::Back, _) => world.moves.push(Move::Close),
            (Action::Capture, _) => {
                world.moves.push(Move::Close);
                Capture::open(world, self.interview);
            }
            (Action::Sort, _) => Sort::open(world, self.interview),
            (Action::Correct, _) => self.correct(world),
            (Action::Timeline, _) => {
                let event = self.stream.key(self.cursor.at).filter(|key| key.kind == Kind::PathEvent);
                world.moves.push(Move::Open(Box::new(Timeline::at(self.interview, event.map(|key| key.id)))));
            }
            (Action::Mark, _) => self.pick(world),
            (Action::Star, Some(id)) => {
                line::put(world, id, "star-line", |note| note.star = !note.star);
            }
            (Action::Feeling, Some(id)) => {
                line::put(world, id, "feeling-line", |note| note.feeling = super::capture::next_feeling(note.feeling));
            }
            (_, Some(id)) if action.subject().is_some() || action == Action::Unsorted => {
                if let Some(dimension) = dimension {
                    line::file(world, id, dimension);
                }
            }
            _ => {}
        }
    }

    fn answered(&mut self, world: &mut World, asking: Asking, answer: Answer) {
        match (asking, answer) {
            (Asking::Wording(note), Answer::Texts(texts)) => {
                let typed = texts.first().map_or("", String::as_str);
                if let Some(step) =
                    live::revise(&world.research, (Key::new(Kind::Note, note), None), typed, &world.fresh())
                {
                    world.commit(step);
                }
            }
            (Asking::Theme(Some(note)), Answer::Theme(theme, stance)) => {
                line::mark(world, note, theme, stance);
            }
            _ => {}
        }
    }

    fn offers(&self, world: &World, action: Action) -> bool {
        match action {
            Action::Capture => self.is_running(world),
            Action::Sort => !self.is_running(world) && !self.stream.is_empty(),
            Action::Open => false,
            Action::Correct | Action::Mark | Action::Star | Action::Feeling | Action::Unsorted => {
                self.note(world).is_some()
            }
            // The dimension that the line has already would change nothing.
            _ if action.subject().is_some() => {
                let dimension = action.subject().and_then(|subject| subject.dimension());
                self.note(world).is_some_and(|note| Some(note.dimension) != dimension)
            }
            _ => true,
        }
    }

    fn label(&self, world: &World, action: Action) -> String {
        match action.subject().and_then(|subject| subject.dimension()) {
            Some(dimension) => world.say(&format!("dimension-{}-short", dimension.name())),
            None => world.say(&format!("action-{}", action.name())),
        }
    }

    fn draw(&self, world: &World, canvas: &mut Canvas) {
        let (first, height) = frame(canvas, world, self, &self.title(world));
        if self.stream.is_empty() {
            let key = if world.is_withdrawn(self.interview) { "person-withdrawn" } else { "reader-empty" };
            canvas.put(1, first, canvas.width(), &[Span::styled(world.say(key), world.look.dim())]);
            return;
        }
        let detail = if height >= 12 { DETAIL + 1 } else { 0 };
        canvas.rows(first, height - detail, |canvas| self.draw_lines(world, canvas));
        if detail > 0 {
            canvas.rule(first + height - detail);
            canvas.rows(first + height - DETAIL, DETAIL, |canvas| self.draw_detail(world, canvas));
        }
    }
}

impl Reader {
    fn title(&self, world: &World) -> Vec<Span<'static>> {
        let look = &world.look;
        let Some(interview) = world.research.interviews().get(&self.interview) else { return Vec::new() };
        let Some(person) = world.research.participants().get(&interview.participant) else { return Vec::new() };
        let mut title = vec![Span::styled(format!(" {}", person.code), look.bold())];
        title.push(Span::raw(format!("  {}", interview.label)));
        let persona = person.persona.and_then(|id| world.research.personas().get(&id));
        title.extend(persona.map(|persona| Span::raw(format!("  {}", persona.name))));
        if !person.role.is_empty() {
            title.push(Span::styled(format!(" {} {}", look.glyphs.dot, person.role), look.dim()));
        }
        let outcome = world.research.outcome_of(person).map(|it| world.say(&format!("outcome-{}", it.name())));
        title.extend(outcome.map(|outcome| Span::styled(format!(" {} {outcome}", look.glyphs.dot), look.dim())));
        title
    }

    fn draw_lines(&self, world: &World, canvas: &mut Canvas) {
        let (width, height, len) = (canvas.width(), canvas.height(), self.stream.len());
        let rows = |at: usize| self.stream.key(at).map(|key| line::rows(world, key, width)).unwrap_or_default();
        let first = line::first_shown(self.cursor.at, len, height, |at| rows(at).len());
        let mut y = 0;
        for at in first..len {
            for row in rows(at) {
                if y >= height {
                    return;
                }
                canvas.line(y, &row);
                canvas.entry(y, at, at == self.cursor.at);
                y += 1;
            }
        }
    }

    /// The code, the voice, when it was written down, its themes, and the earlier wordings.
    fn draw_detail(&self, world: &World, canvas: &mut Canvas) {
        let look = &world.look;
        let Some(note) = self.note(world) else {
            let event = self.stream.key(self.cursor.at).and_then(|key| world.research.path_events().get(&key.id));
            let code = event.map(|event| world.research.code_of_event(event)).unwrap_or_default();
            canvas.put(1, 0, canvas.width(), &[Span::styled(code, look.bold())]);
            return;
        };
        let voice = world.say(&format!("voice-{}", note.voice.name()));
        let logged = world.words.day_time(note.logged.local());
        let head = [
            Span::styled(world.research.cite(note), look.bold()),
            Span::raw(format!("  {voice}")),
            Span::styled(format!("  {logged}"), look.dim()),
        ];
        canvas.put(1, 0, canvas.width().saturating_sub(2), &head);
        let mut y = 1;
        for mark in world.research.marks_of(note.id) {
            let Some(theme) = world.research.themes().get(&mark.theme) else { continue };
            let stance = world.say(&format!("stance-{}", mark.stance.name()));
            let spans = [Span::styled(format!("#{}  ", theme.name), look.plain()), Span::styled(stance, look.dim())];
            canvas.put(1, y, canvas.width().saturating_sub(2), &spans);
            y += 1;
        }
        for (at, earlier) in note.earlier.iter().enumerate().rev() {
            let words = text::cut(&earlier.text, canvas.width() * 2).0;
            let spans = [Span::styled(format!("r{}  ", at + 1), look.bold()), Span::styled(words, look.dim())];
            canvas.put(1, y, canvas.width().saturating_sub(2), &spans);
            y += 1;
        }
    }
}

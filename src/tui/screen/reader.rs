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
use crate::tui::effect::Effect;
use crate::tui::keymap::Place;
use crate::tui::overlay::cells::Cells;
use crate::tui::overlay::form::{Field, Form};
use crate::tui::overlay::picker::Picker;
use crate::tui::pane::{Answer, Asking, Move, Pane};
use crate::tui::trail::{Stop, Walk};
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::cursor::Cursor;
use crate::tui::widget::frame::frame;
use crate::tui::widget::prose;
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
    /// The lines that a search has found, and which of them this one is.
    walk: Option<Walk>,
}

impl Reader {
    /// An interview, the cursor on a line of it.
    pub fn at(interview: Id, target: Option<Id>) -> Reader {
        Reader { interview, target, stream: Stream::default(), cursor: Cursor::default(), walk: None }
    }

    /// The interview of a line that was found, the cursor on it, with the way to the others.
    pub fn along(walk: &Walk) -> Option<Reader> {
        let stop = walk.stop()?;
        Some(Reader { walk: Some(walk.clone()), ..Reader::at(stop.interview, Some(stop.note)) })
    }

    /// Goes to the next line that was found, or to the one before, whichever interview it is in.
    fn walk(&mut self, world: &mut World, forward: bool) {
        let Some(walk) = &self.walk else { return };
        let Some(next) = walk.step(forward) else {
            let text = world.say(if forward { "reader-last-hit" } else { "reader-first-hit" });
            return world.tell(text);
        };
        let Some(stop) = next.stop() else { return };
        if world.study().is_some_and(|study| study.id == stop.study) {
            if stop.interview != self.interview {
                (self.interview, self.stream) = (stop.interview, Stream::default());
            }
            self.target = Some(stop.note);
            self.walk = Some(next);
        } else if next.stays() {
            let text = world.say_with("search-other-study", &[("study", stop.study_name.as_str().into())]);
            world.tell(text);
        } else {
            world.effects.push(Effect::Load(stop.study));
            world.jump = Some(next);
        }
    }

    /// The bytes of a line that were found, while it still says so.
    fn found(&self, world: &World, key: Key) -> &[[usize; 2]] {
        let stop = self.walk.as_ref().and_then(Walk::stop).filter(|stop| stop.note == key.id && stop.earlier.is_none());
        let is_same = |stop: &&Stop| world.research.notes().get(&key.id).is_some_and(|note| note.text == stop.text);
        stop.filter(is_same).map_or(&[], |stop| &stop.found)
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
            (Action::NextHit | Action::PreviousHit, _) => self.walk(world, action == Action::NextHit),
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
            (Action::Cell, Some(id)) => Cells::open(world, id),
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
            Action::NextHit | Action::PreviousHit => self.walk.is_some(),
            Action::Correct | Action::Mark | Action::Cell | Action::Star | Action::Feeling | Action::Unsorted => {
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
        title.extend(self.walk.as_ref().map(|walk| {
            let (at, of) = walk.place();
            let place = world.say_with("reader-hit", &[("at", at.into()), ("of", of.into())]);
            Span::styled(format!("  {place}"), look.bold())
        }));
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
        let rows_of = |key: Key| line::rows_with(world, key, width, self.found(world, key));
        let rows = |at: usize| self.stream.key(at).map(rows_of).unwrap_or_default();
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
            Span::raw(note.at.map(|at| format!("  {at}")).unwrap_or_default()),
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
            let mut spans = vec![Span::styled(format!("r{}  ", at + 1), look.bold())];
            let stop = self.walk.as_ref().and_then(Walk::stop).filter(|stop| stop.note == note.id);
            let found =
                stop.filter(|stop| stop.earlier.is_some_and(|it| usize::try_from(it).is_ok_and(|it| it == at + 1)));
            let found = found.map_or(&[][..], |stop| &stop.found);
            spans.extend(prose::spans(words, 0..words.len(), (look.dim(), look.found()), found));
            canvas.put(1, y, canvas.width().saturating_sub(2), &spans);
            y += 1;
        }
    }
}

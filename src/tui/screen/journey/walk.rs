//! Walking a journey as a buyer would (context LIST): each touchpoint works or does not, with a note; below, what failed
//! before and is not put right. Every mark is saved at once; the walk of a day goes on where it was left.

use ratatui::text::Span;

use super::JourneyPane;
use super::facts::named;
use crate::domain::journey::walks::{fixed, noted, stops, walks_of};
use crate::domain::journey::{Journey, Map, Walk, WalkResult, map};
use crate::domain::{Id, Stage, text};
use crate::tui::action::Action;
use crate::tui::keymap::Place;
use crate::tui::overlay::form::{Field, Form};
use crate::tui::pane::{Answer, Asking, Move, Pane};
use crate::tui::screen::line::{self, padded};
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::cursor::Cursor;
use crate::tui::widget::frame::frame;
use crate::tui::world::{Seen, World};

/// A row of the screen.
enum Row {
    /// A touchpoint to look at.
    Stop(Stage, String),
    /// What parts the two lists.
    Heading,
    /// What failed on an earlier walk: the walk, the place in it, and what was found.
    Failure(Id, usize, WalkResult),
}

/// A walk.
pub struct Walking {
    journey: Id,
    map: Option<Map>,
    /// The walk of today, once something was looked at.
    walk: Option<Walk>,
    rows: Vec<Row>,
    cursor: Cursor,
    seen: Seen,
}

/// Opens the walk of the journey on the table.
pub fn open(pane: &JourneyPane, world: &mut World) {
    if let Some(board) = &pane.board {
        let (cursor, seen) = (Cursor::default(), Seen::default());
        let walking = Walking { journey: board.journey.id, map: None, walk: None, rows: Vec::new(), cursor, seen };
        world.moves.push(Move::Open(Box::new(walking)));
    }
}

impl Walking {
    fn read(&mut self, world: &World) {
        self.map = map::of(&world.research, self.journey).ok();
        let walks = walks_of(&world.research, self.journey);
        let today = world.now.date();
        let is_mine = |it: &&&Walk| it.date == today && it.walker == world.author;
        self.walk = walks.iter().find(is_mine).map(|it| (*it).clone());
        let stops = self.map.as_ref().map(stops).unwrap_or_default();
        self.rows = stops.into_iter().map(|(stage, name)| Row::Stop(stage, name)).collect();
        let mine = self.walk.as_ref().map(|it| it.id);
        let mut failures = Vec::new();
        for walk in walks.into_iter().filter(|it| Some(it.id) != mine) {
            let failed = walk.results.iter().enumerate().filter(|(_, it)| !it.passed && it.fixed.is_none());
            failures.extend(failed.map(|(at, it)| Row::Failure(walk.id, at, it.clone())));
        }
        if !failures.is_empty() {
            self.rows.push(Row::Heading);
            self.rows.extend(failures);
        }
    }

    fn row(&self) -> Option<&Row> {
        self.rows.get(self.cursor.at)
    }

    fn result(&self, stage: &Stage, name: &str) -> Option<(usize, &WalkResult)> {
        let results = self.walk.iter().flat_map(|it| it.results.iter().enumerate());
        results.into_iter().find(|(_, it)| it.stage == *stage && it.touchpoint == name)
    }

    fn kept<'w>(&self, world: &'w World) -> Option<&'w Journey> {
        world.research.journeys().get(&self.journey)
    }

    /// Says what was found at the cursor; what works is gone past.
    fn note(&mut self, world: &mut World, passed: bool, note: &str) {
        let (Some(Row::Stop(stage, name)), Some(journey)) = (self.row(), self.kept(world)) else { return };
        let note = text::trim_line(note).into_owned();
        let result = WalkResult { stage: stage.clone(), touchpoint: name.clone(), passed, note, fixed: None };
        let doing = (world.author.as_str(), &world.fresh());
        let step = noted(&world.research, journey, (self.walk.as_ref(), result), doing);
        if world.commit(step) {
            self.cursor.act(Action::Down, self.rows.len(), 1);
            self.rest(true);
        }
    }

    fn ask_note(&self, world: &mut World, passed: bool) {
        let Some(Row::Stop(stage, name)) = self.row() else { return };
        let before = self.result(stage, name).map(|(_, it)| it.note.clone()).unwrap_or_default();
        let field = Field::new(world.say("field-note"), &before);
        let title = world.say_with(if passed { "walk-note" } else { "walk-failed" }, &[("name", name.as_str().into())]);
        let form = Form::new(Asking::WalkNote(passed), title, vec![field]).leaving_blank();
        world.moves.push(Move::Open(Box::new(form)));
    }

    /// The failure at the cursor: of an earlier walk, or of this one.
    fn failure(&self) -> Option<(Id, usize)> {
        match self.row()? {
            Row::Failure(walk, at, _) => Some((*walk, *at)),
            Row::Stop(stage, name) => {
                let (at, _) = self.result(stage, name).filter(|(_, it)| !it.passed && it.fixed.is_none())?;
                Some((self.walk.as_ref()?.id, at))
            }
            Row::Heading => None,
        }
    }

    /// Off the heading.
    fn rest(&mut self, forward: bool) {
        if matches!(self.row(), Some(Row::Heading)) {
            let to = if forward { Action::Down } else { Action::Up };
            self.cursor.act(to, self.rows.len(), 1);
        }
    }
}

impl Pane for Walking {
    fn place(&self) -> Place {
        Place::Walk
    }

    fn refresh(&mut self, world: &World) {
        if self.seen.is_stale(world, |_| true) {
            self.read(world);
        }
        self.cursor.hold(self.rows.len());
        self.rest(true);
    }

    fn act(&mut self, world: &mut World, action: Action) {
        let before = self.cursor.at;
        if self.cursor.act(action, self.rows.len(), world.page()) {
            return self.rest(self.cursor.at > before || self.cursor.at == 0);
        }
        match action {
            Action::Back => world.moves.push(Move::Close),
            Action::Pass => self.note(world, true, ""),
            Action::Fail => self.ask_note(world, false),
            Action::Change => {
                if let Some(Row::Stop(stage, name)) = self.row() {
                    let passed = self.result(stage, name).is_none_or(|(_, it)| it.passed);
                    self.ask_note(world, passed);
                }
            }
            Action::PutRight => {
                let failure = self.failure();
                let step = failure.and_then(|(walk, at)| fixed(&world.research, walk, at, Some(world.now.date())));
                step.map(|step| world.commit(step));
            }
            _ => {}
        }
    }

    fn answered(&mut self, world: &mut World, asking: Asking, answer: Answer) {
        if let (Asking::WalkNote(passed), Answer::Texts(texts)) = (asking, answer) {
            self.note(world, passed, texts.first().map_or("", String::as_str));
        }
    }

    fn offers(&self, _world: &World, action: Action) -> bool {
        match action {
            Action::Open => false,
            Action::Pass | Action::Fail | Action::Change => matches!(self.row(), Some(Row::Stop(..))),
            Action::PutRight => self.failure().is_some(),
            _ => true,
        }
    }

    fn label(&self, world: &World, action: Action) -> String {
        match action {
            Action::Change => world.say("action-note"),
            _ => world.say(&format!("action-{}", action.name())),
        }
    }

    fn draw(&self, world: &World, canvas: &mut Canvas) {
        let look = &world.look;
        let name = self.kept(world).map(|it| map::name(&world.research, it)).unwrap_or_default();
        let stops = self.rows.iter().filter(|it| matches!(it, Row::Stop(..))).count();
        let results = self.walk.iter().flat_map(|it| &it.results);
        let (seen, failed) = (results.clone().count(), results.filter(|it| !it.passed).count());
        let args = [("seen", seen.into()), ("all", stops.into()), ("failed", failed.into())];
        let title = [
            Span::styled(format!(" {name} {} {}", look.glyphs.dot, world.say("place-walk")), look.bold()),
            Span::styled(
                format!("  {} {} {}", world.author, look.glyphs.dot, world.say_with("walk-count", &args)),
                look.dim(),
            ),
        ];
        let (first, height) = frame(canvas, world, self, &title);
        if self.rows.is_empty() {
            canvas.put(1, first, canvas.width(), &[Span::styled(world.say("walk-empty"), look.dim())]);
            return;
        }
        canvas.rows(first, height, |canvas| {
            let width = canvas.width();
            let rests = |at: usize| !matches!(self.rows[at], Row::Heading);
            line::draw_resting(canvas, (self.cursor.at, self.rows.len()), rests, |at| self.spans(world, at, width));
        });
    }
}

impl Walking {
    fn spans(&self, world: &World, at: usize, width: usize) -> Vec<Vec<Span<'static>>> {
        let look = &world.look;
        let (stage, name, result) = match &self.rows[at] {
            Row::Heading => {
                return vec![vec![], vec![Span::styled(format!(" {}", world.say("walk-failures")), look.bold())]];
            }
            Row::Stop(stage, name) => (stage, name, self.result(stage, name).map(|(_, it)| it)),
            Row::Failure(_, _, result) => (&result.stage, &result.touchpoint, Some(result)),
        };
        let (sign, key) = match result {
            None => (look.glyphs.dot, "walk-open"),
            Some(it) if it.passed => (look.glyphs.on, "walk-passed"),
            Some(it) if it.fixed.is_some() => (look.glyphs.on, "walk-fixed"),
            Some(_) => (look.glyphs.against, "walk-failing"),
        };
        let stage = self.map.as_ref().map(|map| named(world, map, stage)).unwrap_or_default();
        let note = result.map(|it| it.note.clone()).unwrap_or_default();
        let (stages, names) = if width < 60 { (8, 14) } else { (16, 24) };
        let style = if result.is_none() { look.bold() } else { look.plain() };
        let head = vec![
            Span::styled(format!(" {sign} {} ", padded(look, &stage, stages)), look.dim()),
            Span::styled(padded(look, name, names), style),
            Span::styled(format!(" {} ", padded(look, &world.say(key), 8)), look.dim()),
        ];
        let indent: usize = head.iter().map(|span| text::width(&span.content)).sum();
        let mut rows = Vec::new();
        for (at, words) in text::wrap(&note, width.saturating_sub(indent + 1).max(1), 0).into_iter().enumerate() {
            let mut spans = if at == 0 { head.clone() } else { vec![Span::raw(" ".repeat(indent))] };
            spans.push(Span::raw(words));
            rows.push(spans);
        }
        rows
    }
}

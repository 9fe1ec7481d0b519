//! The lines behind a theme, a claim or a cell of a journey (context LIST). Enter opens the interview on the line.
//! Which lines are evidence is decided by whoever opens it.

use ratatui::text::Span;

use super::line::{self, padded};
use super::reader::Reader;
use crate::domain::{Citation, Id, Key, Kind, Note, Stance, text};
use crate::tui::action::Action;
use crate::tui::keymap::Place;
use crate::tui::pane::{Move, Pane};
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::cursor::Cursor;
use crate::tui::widget::frame::frame;
use crate::tui::widget::prose;
use crate::tui::world::{Seen, World};

/// Whose evidence it is.
pub enum Of {
    /// Every line under this theme.
    Theme(Id),
    /// These citations for something that is called so, and those against it.
    Cited(String, Vec<String>, Vec<String>),
}

/// The lines behind something.
pub struct Evidence {
    of: Of,
    lines: Vec<(Key, Stance)>,
    cursor: Cursor,
    seen: Seen,
}

impl Evidence {
    /// The evidence of this.
    pub fn of(of: Of) -> Evidence {
        Evidence { of, lines: Vec::new(), cursor: Cursor::default(), seen: Seen::default() }
    }

    fn line(&self) -> Option<(Key, Stance)> {
        self.lines.get(self.cursor.at).copied()
    }

    fn unmark(&self, world: &mut World) {
        if let (Of::Theme(theme), Some((key, stance))) = (&self.of, self.line()) {
            line::mark(world, key.id, *theme, stance);
        }
    }
}

fn under(world: &World, theme: Id) -> Vec<(Key, Stance)> {
    let mut marks: Vec<(&Note, Stance)> = world
        .research
        .marks_under(theme)
        .filter_map(|mark| Some((world.research.notes().get(&mark.note)?, mark.stance)))
        .filter(|(note, _)| !world.is_withdrawn(note.interview))
        .collect();
    marks.sort_by_key(|(note, stance)| (*stance, !note.star, note.voice, note.logged, note.id));
    marks.into_iter().map(|(note, stance)| (Key::new(Kind::Note, note.id), stance)).collect()
}

fn cited(world: &World, codes: &[String], stance: Stance) -> Vec<(Key, Stance)> {
    let keys = codes.iter().filter_map(|code| world.research.resolve(&code.parse::<Citation>().ok()?));
    let is_shown = |key: &Key| interview_of(world, *key).is_some_and(|interview| !world.is_withdrawn(interview));
    keys.filter(is_shown).map(|key| (key, stance)).collect()
}

fn interview_of(world: &World, key: Key) -> Option<Id> {
    match key.kind {
        Kind::PathEvent => world.research.path_events().get(&key.id).map(|event| event.interview),
        _ => world.research.notes().get(&key.id).map(|note| note.interview),
    }
}

impl Pane for Evidence {
    fn place(&self) -> Place {
        Place::Evidence
    }

    fn refresh(&mut self, world: &World) {
        if !self.seen.is_stale(world, |_| true) {
            return;
        }
        self.lines = match &self.of {
            Of::Theme(theme) => under(world, *theme),
            Of::Cited(_, supports, contradicts) => {
                let mut lines = cited(world, supports, Stance::Supports);
                lines.extend(cited(world, contradicts, Stance::Contradicts));
                lines
            }
        };
        self.cursor.hold(self.lines.len());
    }

    fn act(&mut self, world: &mut World, action: Action) {
        if self.cursor.act(action, self.lines.len(), world.page() / 2) {
            return;
        }
        match action {
            Action::Back => world.moves.push(Move::Close),
            Action::Drop => self.unmark(world),
            Action::Open => {
                if let Some((key, interview)) = self.line().and_then(|(key, _)| Some((key, interview_of(world, key)?)))
                {
                    world.moves.push(Move::Open(Box::new(Reader::at(interview, Some(key.id)))));
                }
            }
            _ => {}
        }
    }

    fn offers(&self, _world: &World, action: Action) -> bool {
        match action {
            Action::Open => !self.lines.is_empty(),
            Action::Drop => matches!(self.of, Of::Theme(_)) && !self.lines.is_empty(),
            _ => true,
        }
    }

    fn label(&self, world: &World, action: Action) -> String {
        match action {
            Action::Drop => world.say("action-unmark"),
            _ => world.say(&format!("action-{}", action.name())),
        }
    }

    fn draw(&self, world: &World, canvas: &mut Canvas) {
        let name = match &self.of {
            Of::Theme(id) => world.research.themes().get(id).map(|theme| theme.name.clone()).unwrap_or_default(),
            Of::Cited(name, ..) => name.clone(),
        };
        let lines = world.say_with("lines", &[("count", self.lines.len().into())]);
        let title =
            [Span::styled(format!(" {name}"), world.look.bold()), Span::styled(format!("  {lines}"), world.look.dim())];
        let (top, height) = frame(canvas, world, self, &title);
        if self.lines.is_empty() {
            canvas.put(1, top, canvas.width(), &[Span::styled(world.say("evidence-empty"), world.look.dim())]);
            return;
        }
        canvas.rows(top, height, |canvas| self.draw_lines(world, canvas));
    }
}

impl Evidence {
    fn draw_lines(&self, world: &World, canvas: &mut Canvas) {
        let width = canvas.width();
        let rows = |at: usize| rows(world, self.lines[at], width);
        line::draw_list(canvas, self.cursor.at, self.lines.len(), rows);
    }
}

/// The rows of one line: stance, code, voice, words.
fn rows(world: &World, (key, stance): (Key, Stance), width: usize) -> Vec<Vec<Span<'_>>> {
    let look = &world.look;
    let research = &world.research;
    let (code, words, is_verbatim) = match research.notes().get(&key.id) {
        Some(note) => (research.code_of(note), note.text.as_str(), note.voice == crate::domain::Voice::Verbatim),
        None => match research.path_events().get(&key.id) {
            Some(event) => (research.code_of_event(event), event.text.as_str(), false),
            None => return Vec::new(),
        },
    };
    let sign = if stance == Stance::Contradicts { " ! " } else { "   " };
    let mut head = vec![
        Span::styled(sign, look.bold()),
        Span::styled(padded(look, &code, 10), look.dim()),
        Span::styled(if is_verbatim { "\" " } else { "  " }, look.bold()),
    ];
    let indent: usize = head.iter().map(|span| text::width(&span.content)).sum();
    let room = width.saturating_sub(indent + 1).max(1);
    let mut rows = Vec::new();
    for (at, row) in prose::rows(words, room, (look.plain(), look.found()), &[]).into_iter().enumerate() {
        let mut spans = if at == 0 { std::mem::take(&mut head) } else { vec![Span::raw(" ".repeat(indent))] };
        spans.extend(row);
        rows.push(spans);
    }
    rows
}

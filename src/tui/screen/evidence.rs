//! The lines behind a theme, a claim or a cell of a journey (context LIST). Enter opens the interview on the line.
//! Which lines are evidence is decided by whoever opens it.

use std::collections::BTreeSet;

use ratatui::text::Span;

use super::line::{self, padded};
use super::reader::Reader;
use crate::domain::{Citation, Id, Key, Kind, Note, Stance, claim_steps, text, theme_steps};
use crate::tui::action::Action;
use crate::tui::keymap::Place;
use crate::tui::overlay::form::{Field, Form};
use crate::tui::pane::{Answer, Asking, Move, Pane};
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::cursor::Cursor;
use crate::tui::widget::frame::frame;
use crate::tui::widget::prose;
use crate::tui::world::{Seen, World};

/// Whose evidence it is.
pub enum Of {
    /// Every line under this theme.
    Theme(Id),
    /// Every line of this persona's claim of this theme; which of them are printed is chosen here.
    Claim(Id, Id),
    /// These citations for something that is called so, and those against it.
    Cited(String, Vec<String>, Vec<String>),
}

/// The lines behind something.
pub struct Evidence {
    of: Of,
    lines: Vec<(Key, Stance)>,
    /// The lines that a brief prints.
    printed: Vec<Id>,
    /// The lines to split off.
    chosen: BTreeSet<Id>,
    cursor: Cursor,
    seen: Seen,
}

impl Evidence {
    /// The evidence of this.
    pub fn of(of: Of) -> Evidence {
        Evidence {
            of,
            lines: Vec::new(),
            printed: Vec::new(),
            chosen: BTreeSet::new(),
            cursor: Cursor::default(),
            seen: Seen::default(),
        }
    }

    fn line(&self) -> Option<(Key, Stance)> {
        self.lines.get(self.cursor.at).copied()
    }

    /// Has the line at the cursor printed, or no longer.
    fn print(&self, world: &mut World, wanted: bool) {
        let (Of::Claim(persona, theme), Some((key, Stance::Supports))) = (&self.of, self.line()) else { return };
        let step = claim_steps::quoted(&world.research, (*persona, *theme), key.id, (wanted, &world.fresh()));
        step.map(|step| world.commit(step));
    }

    fn may_print(&self, wanted: bool) -> bool {
        let is_printed = |key: Key| self.printed.contains(&key.id);
        matches!(self.of, Of::Claim(..))
            && self.line().is_some_and(|(key, stance)| stance == Stance::Supports && is_printed(key) != wanted)
    }

    fn theme(&self) -> Option<Id> {
        match &self.of {
            Of::Theme(theme) | Of::Claim(_, theme) => Some(*theme),
            Of::Cited(..) => None,
        }
    }

    /// Turns the line at the cursor: it supports the theme, or contradicts it.
    fn turn(&self, world: &mut World) {
        let (Some(theme), Some((key, stance))) = (self.theme(), self.line()) else { return };
        let other = match stance {
            Stance::Supports => Stance::Contradicts,
            Stance::Contradicts => Stance::Supports,
        };
        let step = theme_steps::judged(&world.research, key.id, theme, other);
        step.map(|step| world.commit(step));
    }

    fn toggle(&mut self) {
        let Some((key, _)) = self.line().filter(|_| matches!(self.of, Of::Theme(_))) else { return };
        if !self.chosen.remove(&key.id) {
            self.chosen.insert(key.id);
        }
        self.cursor.act(Action::Down, self.lines.len(), 1);
    }

    fn ask_split(&self, world: &mut World) {
        let (Of::Theme(theme), false) = (&self.of, self.chosen.is_empty()) else { return };
        let title = world.say_with("theme-split", &[("count", self.chosen.len().into())]);
        let form = Form::new(Asking::SplitName(*theme), title, vec![Field::new(world.say("field-name"), "")]);
        world.moves.push(Move::Open(Box::new(form)));
    }

    fn unmark(&self, world: &mut World) {
        if let (Of::Theme(theme), Some((key, stance))) = (&self.of, self.line()) {
            line::mark(world, key.id, *theme, stance);
        }
    }
}

/// The lines of a claim in the order of the brief, those against it last.
fn said(world: &World, persona: Id, theme: Id) -> Vec<(Key, Stance)> {
    let Some(theme) = world.research.themes().get(&theme) else { return Vec::new() };
    let people = world.research.counted_people(Some(persona));
    let mut said = world.research.said_under(theme, &people);
    said.sort_by_key(|it| it.stance);
    said.iter().map(|it| (Key::new(Kind::Note, it.note.id), it.stance)).collect()
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
        self.printed = match &self.of {
            Of::Claim(persona, theme) => claim_steps::printed(&world.research, (*persona, *theme)),
            _ => Vec::new(),
        };
        self.lines = match &self.of {
            Of::Claim(persona, theme) => said(world, *persona, *theme),
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
            Action::More => self.print(world, true),
            Action::Fewer => self.print(world, false),
            Action::Stance => self.turn(world),
            Action::Select => self.toggle(),
            Action::Split => self.ask_split(world),
            Action::Open => {
                if let Some((key, interview)) = self.line().and_then(|(key, _)| Some((key, interview_of(world, key)?)))
                {
                    world.moves.push(Move::Open(Box::new(Reader::at(interview, Some(key.id)))));
                }
            }
            _ => {}
        }
    }

    fn answered(&mut self, world: &mut World, asking: Asking, answer: Answer) {
        let (Asking::SplitName(theme), Answer::Texts(texts)) = (asking, answer) else { return };
        let notes: Vec<Id> = self.chosen.iter().copied().collect();
        let name = texts.first().map_or("", String::as_str);
        let step = theme_steps::split(&world.research, theme, &notes, name, &world.fresh());
        if step.is_some_and(|(_, step)| world.commit(step)) {
            self.chosen.clear();
        }
    }

    fn offers(&self, _world: &World, action: Action) -> bool {
        match action {
            Action::Open => !self.lines.is_empty(),
            Action::Drop => matches!(self.of, Of::Theme(_)) && !self.lines.is_empty(),
            Action::Select => matches!(self.of, Of::Theme(_)) && !self.lines.is_empty(),
            Action::Split => !self.chosen.is_empty(),
            Action::More => self.may_print(true),
            Action::Fewer => self.may_print(false),
            Action::Stance => self.theme().is_some() && !self.lines.is_empty(),
            _ => true,
        }
    }

    fn label(&self, world: &World, action: Action) -> String {
        match action {
            Action::Drop => world.say("action-unmark"),
            Action::More => world.say("action-print"),
            Action::Fewer => world.say("action-print-not"),
            _ => world.say(&format!("action-{}", action.name())),
        }
    }

    fn draw(&self, world: &World, canvas: &mut Canvas) {
        let name = match &self.of {
            Of::Theme(id) | Of::Claim(_, id) => {
                world.research.themes().get(id).map(|theme| theme.name.clone()).unwrap_or_default()
            }
            Of::Cited(name, ..) => name.clone(),
        };
        let mut lines = world.say_with("lines", &[("count", self.lines.len().into())]);
        if let Of::Claim(..) = self.of {
            let all = self.lines.iter().filter(|(_, stance)| *stance == Stance::Supports).count();
            let counts = [("shown", self.printed.len().into()), ("all", all.into())];
            lines = format!("{lines} {} {}", world.look.glyphs.dot, world.say_with("brief-shown", &counts));
        }
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
        let rows = |at: usize| {
            let (key, stance) = self.lines[at];
            let is_on = self.printed.contains(&key.id) || self.chosen.contains(&key.id);
            rows(world, (key, stance, is_on), width)
        };
        line::draw_list(canvas, self.cursor.at, self.lines.len(), rows);
    }
}

/// The rows of one line: stance or that it is printed or chosen, code, voice, words.
fn rows(world: &World, (key, stance, is_on): (Key, Stance, bool), width: usize) -> Vec<Vec<Span<'_>>> {
    let look = &world.look;
    let research = &world.research;
    let (code, words, is_verbatim) = match research.notes().get(&key.id) {
        Some(note) => (research.code_of(note), note.text.as_str(), note.voice == crate::domain::Voice::Verbatim),
        None => match research.path_events().get(&key.id) {
            Some(event) => (research.code_of_event(event), event.text.as_str(), false),
            None => return Vec::new(),
        },
    };
    let sign = match stance {
        _ if is_on => format!(" {} ", look.glyphs.on),
        Stance::Contradicts => " ! ".to_owned(),
        Stance::Supports => "   ".to_owned(),
    };
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

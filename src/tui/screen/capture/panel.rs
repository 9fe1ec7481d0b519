//! How the guide, the probe and the echo are drawn: on one row each where the stream needs the width, in a panel beside
//! it where there is room. Only drawn here; what they say is in `aside`.

use ratatui::style::Style;
use ratatui::text::Span;

use super::Capture;
use crate::domain::{AskedState, Id, text};
use crate::tui::action::Action;
use crate::tui::keymap::Place;
use crate::tui::screen::line::cut_marked;
use crate::tui::widget::canvas::Canvas;
use crate::tui::world::World;

impl Capture {
    /// What is still empty, and on the row below the next question with its key at the right; with a panel, where the
    /// question stands there, its key stands here.
    pub fn draw_question(&self, world: &World, canvas: &mut Canvas) {
        let look = &world.look;
        let width = canvas.width();
        if let Some(empty) = self.still_empty(world) {
            canvas.put(1, 0, width.saturating_sub(2), &[Span::styled(empty, look.dim())]);
        }
        let Some(question) = self.next_question(world) else { return };
        let right = self.question_key(world);
        let taken = text::width(&right[0].content) + text::width(&right[1].content) + 2;
        let y = canvas.height().saturating_sub(1);
        if y > 0 {
            let head = self.question_count(world);
            let room = width.saturating_sub(taken + 2);
            let words = cut_marked(look, &format!("{head}  {}", question.text), room);
            canvas.put(1, y, room, &[Span::styled(words, look.plain())]);
        }
        if y > 0 {
            canvas.put_right(0, y, width.saturating_sub(1), &right);
        }
    }

    /// The key for the next question and what it does.
    fn question_key(&self, world: &World) -> [Span<'static>; 2] {
        let look = &world.look;
        let key = world.keys.shown(Place::Capture, Action::Asked).map(|key| key.to_string()).unwrap_or_default();
        [Span::styled(format!("{key} "), look.plain()), Span::styled(world.say("action-asked"), look.dim())]
    }

    /// Which question of how many is next.
    fn question_count(&self, world: &World) -> String {
        let all = world.research.questions().len();
        let done = all - world.research.open_questions(self.interview).len() + 1;
        world.say_with("guide-next", &[("done", done.into()), ("all", all.into())])
    }

    /// The rows at the end of the stream that are kept for the probe and the echo, so that nothing slides.
    pub fn side_rows(&self, _world: &World, body: usize) -> usize {
        match body {
            0..8 => 0,
            8..20 => 1,
            _ => 2,
        }
    }

    /// The probe, and on a row of its own or in its place the echo of the last line.
    pub fn draw_side(&self, world: &World, canvas: &mut Canvas) {
        let rows = canvas.height();
        let mut lines: Vec<(Style, String)> = Vec::new();
        if let Some(probe) = self.probe_text(world) {
            let said = format!("{} {}: {probe}", world.look.glyphs.here, world.say("probe"));
            lines.push((world.look.plain(), said));
        }
        lines.extend(self.echo_text(world).map(|echo| (world.look.dim(), echo)));
        lines.truncate(rows);
        let first = rows - lines.len();
        for (y, (style, line)) in lines.iter().enumerate() {
            canvas.put(1, first + y, canvas.width().saturating_sub(2), &[Span::styled(line.as_str(), *style)]);
        }
    }

    /// The guide with what became of each question, and what is still empty.
    pub fn draw_panel(&self, world: &World, canvas: &mut Canvas) {
        let look = &world.look;
        let room = canvas.width().saturating_sub(4);
        let mut rows: Vec<(Style, String)> = Vec::new();
        let next = self.next_question(world).map(|question| question.id);
        rows.push((look.bold(), if next.is_some() { self.question_count(world) } else { world.say("panel-guide") }));
        for question in world.research.guide() {
            let state = world.research.asked_of(self.interview, question.id).map(|asked| asked.state);
            let is_next = next == Some(question.id);
            let style = if is_next {
                look.bold()
            } else if state.is_some() {
                look.dim()
            } else {
                look.plain()
            };
            let line = format!("{} {}", state_mark(state, is_next, world), question.text);
            rows.extend(text::wrap(&line, room, 2).into_iter().map(|row| (style, row)));
        }
        if next.is_none() {
            let all = world.research.questions().len();
            let key = if all == 0 { "panel-guide-empty" } else { "guide-settled" };
            let said = world.say_with(key, &[("all", all.into())]);
            rows.extend(text::wrap(&said, room, 0).into_iter().map(|row| (look.dim(), row)));
        }
        rows.extend(self.echo_rows(world, room));
        let cut = rows.len() > canvas.height();
        rows.truncate(canvas.height());
        if cut && let Some(last) = rows.last_mut() {
            *last = (look.dim(), look.glyphs.more.to_owned());
        }
        for y in 0..canvas.height() {
            canvas.put(0, y, 1, &[Span::styled(look.glyphs.side, look.dim())]);
        }
        for (y, (style, row)) in rows.iter().enumerate() {
            canvas.put(2, y, room, &[Span::styled(row.as_str(), *style)]);
        }
        if next.is_some() {
            canvas.put_right(2, 0, room, &self.question_key(world));
        }
    }

    /// What was heard before of the last lines that have an echo, the newest first.
    fn echo_rows(&self, world: &World, room: usize) -> Vec<(Style, String)> {
        let look = &world.look;
        let mut rows = Vec::new();
        for note in self.stream.last_notes(ECHOES) {
            let Some(echo) = self.echo_of(world, note) else { continue };
            let code = world.research.notes().get(&note).map(|note| world.research.code_of(note)).unwrap_or_default();
            let wrapped = text::wrap(&format!("{code}  {echo}"), room, 2);
            rows.extend(wrapped.into_iter().map(|row| (look.dim(), row)));
        }
        if !rows.is_empty() {
            rows.insert(0, (look.bold(), world.say("panel-echo")));
            rows.insert(0, (look.plain(), String::new()));
        }
        rows
    }

    fn echo_text(&self, world: &World) -> Option<String> {
        self.echo_of(world, self.stream.last_note()?)
    }

    /// How many earlier people said something like a line, once that is known.
    fn echo_of(&self, world: &World, note: Id) -> Option<String> {
        world.echo_sentence(note)
    }
}

/// At most so many echoes are listed.
const ECHOES: usize = 5;

/// The one-cell mark of what became of a question.
fn state_mark(state: Option<AskedState>, is_next: bool, world: &World) -> &'static str {
    match state {
        Some(AskedState::Asked) => "v",
        Some(AskedState::Covered) => "+",
        Some(AskedState::Skipped) => "-",
        None if is_next => world.look.glyphs.here,
        None => " ",
    }
}

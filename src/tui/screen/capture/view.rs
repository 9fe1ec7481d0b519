//! How the capture is drawn: who and when, the bar of six cells, the stream with its newest line at the foot, one
//! rule that carries what is offered, and the prompt. Only the visible lines are read.

use ratatui::style::Style;
use ratatui::text::Span;

use super::Capture;
use crate::domain::coverage::Touch;
use crate::domain::{Dimension, Key, Kind, Offset, text};
use crate::tui::palette::subject_of;
use crate::tui::screen::{event, line};
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::frame;
use crate::tui::world::World;

/// From so many rows on there is room for what is still empty and the next question, and for a row at the stream's end.
const ROOMY: usize = 20;
/// The panel beside the stream needs so many rows.
const PANEL_ROWS: usize = 10;

/// The columns of the panel beside the stream; none where the stream needs them all.
fn panel_width(width: usize) -> usize {
    if width < 110 { 0 } else { (width / 3).min(64) }
}

impl Capture {
    /// Draws everything.
    pub fn draw_all(&self, world: &World, canvas: &mut Canvas) {
        let height = canvas.height();
        let prompt = self.prompt_rows(world, canvas.width(), height);
        let chrome = height >= 5;
        let foot = usize::from(height >= 3);
        let prompt_top = height.saturating_sub(foot + prompt);
        canvas.rows(prompt_top, prompt, |canvas| self.draw_prompt(world, canvas));
        if foot > 0 {
            frame::footer(canvas, world, self);
        }
        if !chrome {
            return;
        }
        self.draw_head(world, canvas);
        let rule = prompt_top - 1;
        self.draw_offer(world, canvas, rule);
        let top = self.draw_top(world, canvas);
        let body = rule.saturating_sub(top);
        let panel = if body >= PANEL_ROWS { panel_width(canvas.width()) } else { 0 };
        if panel > 0 {
            let at = canvas.width() - panel;
            canvas.part((at, top), (panel, body), |canvas| self.draw_panel(world, canvas));
        }
        let side = if panel > 0 { self.side_rows(world, body).min(1) } else { self.side_rows(world, body) };
        let width = canvas.width() - panel;
        let stream = body.saturating_sub(side);
        canvas.part((0, top), (width, stream), |canvas| self.draw_stream(world, canvas));
        canvas.part((0, top + stream), (width, side), |canvas| self.draw_side(world, canvas));
    }

    /// The bar, what is still empty and the next question, as far as there is room; returns the first row below.
    fn draw_top(&self, world: &World, canvas: &mut Canvas) -> usize {
        let height = canvas.height();
        if height < 8 {
            return 1;
        }
        if height < 12 {
            canvas.rows(1, 1, |canvas| self.draw_counts(world, canvas));
            return 2;
        }
        canvas.rows(1, 2, |canvas| self.draw_bar(world, canvas));
        let mut top = 3;
        if height >= ROOMY {
            let rows = if panel_width(canvas.width()) > 0 { 1 } else { 2 };
            canvas.rows(top, rows, |canvas| self.draw_question(world, canvas));
            top += rows;
        }
        canvas.rule(top);
        top + 1
    }

    fn draw_head(&self, world: &World, canvas: &mut Canvas) {
        let look = &world.look;
        let Some(person) = world.research.participant_of(self.interview) else {
            return frame::head(canvas, world, &[]);
        };
        let interview = self.interview(world);
        let offset = interview.and_then(|it| it.offset_at(world.now)).unwrap_or_default();
        let is_recording = interview.is_some_and(|it| it.recorder.is_some());
        let mut left = vec![Span::styled(format!(" {}", person.code), look.bold())];
        let clock = if is_recording { format!("  {} {offset}", world.say("recorder")) } else { format!("  {offset}") };
        left.push(Span::styled(clock, look.plain()));
        let persona = person.persona.and_then(|id| world.research.personas().get(&id));
        left.extend(persona.map(|persona| Span::styled(format!("  {}", persona.name), look.plain())));
        if !person.role.is_empty() {
            left.push(Span::styled(format!(" {} {}", look.glyphs.dot, person.role), look.dim()));
        }
        if !person.consent.participate {
            left.push(Span::styled(format!("  {}", world.say("consent-waiting")), look.dim()));
        }
        frame::head(canvas, world, &left);
    }

    /// Six cells: the name over lines, verbatims and minutes since it was last touched.
    fn draw_bar(&self, world: &World, canvas: &mut Canvas) {
        let width = canvas.width() / self.stream.cells().len().max(1);
        let now = self.interview(world).and_then(|it| it.offset_at(world.now));
        for (at, cell) in self.stream.cells().iter().enumerate() {
            let x = at * width + 1;
            let is_here = self.subject(world) == Some(cell.subject);
            let hue = world.look.subject(cell.subject);
            let style = if is_here { hue.patch(world.look.bold()) } else { hue };
            let length = if width < 9 { "tiny" } else { "short" };
            let name = world.say(&format!("dimension-{}-{length}", cell.subject.name()));
            canvas.put(x, 0, width.saturating_sub(1), &[Span::styled(name, style)]);
            canvas.put(
                x,
                1,
                width.saturating_sub(1),
                &[Span::styled(numbers(world, cell, now, width), counted(world, cell))],
            );
        }
    }

    /// The same on one row, for a low terminal.
    fn draw_counts(&self, world: &World, canvas: &mut Canvas) {
        let mut spans = vec![Span::raw(" ")];
        for cell in self.stream.cells() {
            let name = world.say(&format!("dimension-{}-short", cell.subject.name()));
            spans.push(Span::styled(name, world.look.subject(cell.subject)));
            spans.push(Span::styled(format!(" {}  ", cell.lines), counted(world, cell)));
        }
        canvas.line(0, &spans);
    }

    /// From the newest line upwards, as far as there is room.
    fn draw_stream(&self, world: &World, canvas: &mut Canvas) {
        let mut bottom = canvas.height();
        let end = self.stream.len().saturating_sub(self.scroll);
        if end == 0 {
            let hint = world.say("capture-empty");
            for (y, row) in text::wrap(&hint, canvas.width().saturating_sub(2), 0).iter().enumerate() {
                canvas.put(1, y, canvas.width(), &[Span::styled(row.as_str(), world.look.dim())]);
            }
            return;
        }
        for at in (0..end).rev() {
            let Some(key) = self.stream.key(at) else { continue };
            let rows = line::rows(world, key, canvas.width());
            let is_here = self.correcting.as_ref().is_some_and(|correcting| correcting.key == key);
            for row in rows.iter().rev() {
                let Some(y) = bottom.checked_sub(1) else { return };
                canvas.line(y, row);
                if is_here {
                    canvas.select(y);
                }
                bottom = y;
            }
            if bottom == 0 {
                return;
            }
        }
    }

    /// The rule above the prompt carries what is offered at the left and what became of the unfinished line at the right.
    fn draw_offer(&self, world: &World, canvas: &mut Canvas, y: usize) {
        canvas.rule(y);
        let room = canvas.width().saturating_sub(4);
        let offer = self.offer(world);
        let used =
            offer.map_or(0, |offer| canvas.put(2, y, room, &[Span::styled(format!(" {offer} "), world.look.plain())]));
        let kept = if self.editor.is_empty() { None } else { Some(self.draft <= world.saving.saved) };
        let kept = kept.map(|kept| if kept { (" v ", "draft-kept") } else { (" * ", "draft-waiting") });
        if let Some((mark, key)) = kept {
            let words = if canvas.width() < 60 { String::new() } else { format!("{} ", world.say(key)) };
            let spans = [Span::styled(mark, world.look.plain()), Span::styled(words, world.look.dim())];
            canvas.put_right(2 + used, y, room.saturating_sub(used), &spans);
        }
    }

    fn offer(&self, world: &World) -> Option<String> {
        if let Some((_, dimension, _)) = self.refile {
            let name = world.say(&format!("dimension-{}", dimension.name()));
            return Some(world.say_with("offer-refile", &[("dimension", name.as_str().into())]));
        }
        if let Some(correcting) = &self.correcting {
            let code = code(world, correcting.key);
            return Some(world.say_with("offer-correct", &[("code", code.as_str().into())]));
        }
        if let Some(person) = self.offered_person(world) {
            return Some(person);
        }
        if let Some(name) = self.completion(world) {
            return Some(world.say_with("offer-theme", &[("name", name.into())]));
        }
        if self.on_path {
            return Some(event::offer(world, self.interview, self.editor.text()));
        }
        if self.scroll > 0 {
            return Some(world.say_with("offer-below", &[("count", self.scroll.into())]));
        }
        let unsorted = self.stream.unsorted();
        (unsorted > 0).then(|| world.say_with("offer-unsorted", &[("count", unsorted.into())]))
    }

    /// What stands before the line, such as `[Criteria]`.
    pub fn prompt(&self, world: &World) -> String {
        let (dimension, initials) = match &self.correcting {
            Some(correcting) => (correcting.dimension, ""),
            None => (Some(self.goes_to(world)).filter(|_| !self.on_path), self.initials.as_str()),
        };
        let mut prompt = bracketed(world, dimension, initials);
        prompt.extend(self.star.then_some(world.look.glyphs.star).map(|star| format!(" {star}")));
        prompt.extend(self.feeling.map(|feeling| format!(" [{feeling:+}]")));
        prompt
    }

    fn prompt_style(&self, world: &World) -> Style {
        let dimension = match &self.correcting {
            Some(correcting) => correcting.dimension,
            None => Some(self.goes_to(world)).filter(|_| !self.on_path),
        };
        let subject = dimension.map_or(Some(crate::domain::Subject::Path), subject_of);
        subject.map_or_else(|| world.look.bold(), |subject| world.look.subject(subject).patch(world.look.bold()))
    }

    /// The cells before the text.
    fn indent(&self, world: &World, width: usize) -> usize {
        (text::width(&self.prompt(world)) + 2).min(width.saturating_sub(4))
    }

    fn prompt_rows(&self, world: &World, width: usize, height: usize) -> usize {
        let room = width.saturating_sub(self.indent(world, width)).max(1);
        let most = (height.saturating_sub(6) / 2).max(1);
        self.editor.layout(room, 0).rows.len().clamp(1, most)
    }

    fn draw_prompt(&self, world: &World, canvas: &mut Canvas) {
        let indent = self.indent(world, canvas.width());
        let room = canvas.width().saturating_sub(indent).max(1);
        let layout = self.editor.layout(room, 0);
        let first = (layout.caret_row + 1).saturating_sub(canvas.height());
        canvas.put(1, 0, indent.saturating_sub(2), &[Span::styled(self.prompt(world), self.prompt_style(world))]);
        for (y, row) in layout.rows.iter().skip(first).take(canvas.height()).enumerate() {
            canvas.put(indent, y, room, &[Span::raw(row.as_str())]);
        }
        canvas.set_caret(indent + layout.caret_cell, layout.caret_row - first);
    }
}

fn bracketed(world: &World, dimension: Option<Dimension>, initials: &str) -> String {
    let name = world.say(&format!("dimension-{}-short", dimension.map_or("path", Dimension::name)));
    if initials.is_empty() { format!("[{name}]") } else { format!("[{name} {initials}]") }
}

fn counted(world: &World, cell: &Touch) -> Style {
    if cell.lines == 0 { world.look.dim() } else { world.look.plain() }
}

/// Lines, verbatims and how long ago, such as `4 2" 3m`.
fn numbers(world: &World, cell: &Touch, now: Option<Offset>, width: usize) -> String {
    if cell.lines == 0 {
        return "0".to_owned();
    }
    let mut numbers = cell.lines.to_string();
    if cell.verbatims > 0 {
        numbers.push_str(&format!(" {}\"", cell.verbatims));
    }
    let minutes = now.zip(cell.last).map(|(now, last)| now.seconds().saturating_sub(last.seconds()) / 60);
    if let Some(minutes) = minutes.filter(|_| width >= 10) {
        numbers.push_str(&format!(" {}", ago(world, minutes)));
    }
    numbers
}

/// How long ago, in the largest unit that keeps two digits: an interview may be taken up again days later.
pub fn ago(world: &World, minutes: u32) -> String {
    let (key, count) = match minutes {
        0..100 => ("minutes-ago", minutes),
        100..6_000 => ("hours-ago", minutes / 60),
        _ => ("days-ago", minutes / 1_440),
    };
    world.say_with(key, &[("count", count.into())])
}

/// The code of an entry.
fn code(world: &World, key: Key) -> String {
    let research = &world.research;
    match key.kind {
        Kind::PathEvent => research.path_events().get(&key.id).map(|event| research.code_of_event(event)),
        _ => research.notes().get(&key.id).map(|note| research.code_of(note)),
    }
    .unwrap_or_default()
}

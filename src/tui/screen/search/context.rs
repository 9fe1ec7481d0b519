//! The line under the cursor in its interview: three lines before and three behind, where there is room and its study
//! is open; else the whole of it.

use ratatui::text::Span;

use super::Search;
use crate::domain::{Id, Key, Kind, Note, text};
use crate::library::Hit;
use crate::tui::screen::line;
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::prose;
use crate::tui::world::World;

/// Lines before and behind.
const AROUND: usize = 3;

/// The lines around a line of an interview, in the order of capture.
pub fn around(world: &World, interview: Id, note: Id) -> Vec<Id> {
    let notes: Vec<&Note> = world.research.notes_of(interview).collect();
    let Some(at) = notes.iter().position(|it| it.id == note) else { return Vec::new() };
    let last = (at + AROUND + 1).min(notes.len());
    notes[at.saturating_sub(AROUND)..last].iter().map(|note| note.id).collect()
}

impl Search {
    /// Draws where the line under the cursor stands.
    pub(super) fn draw_context(&self, world: &World, canvas: &mut Canvas) {
        let Some(hit) = self.hit() else { return };
        let look = &world.look;
        let room = canvas.width().saturating_sub(2);
        canvas.put(1, 0, room, &title(world, hit));
        let notes = around(world, hit.line.interview, hit.line.note);
        if notes.is_empty() || world.is_withdrawn(hit.line.interview) {
            let rows = prose::rows(&hit.line.text, room.max(1), (look.plain(), look.found()), &hit.highlights);
            for (y, row) in rows.iter().enumerate() {
                canvas.put(1, y + 1, room, row);
            }
            return;
        }
        let height = canvas.height().saturating_sub(1);
        canvas.rows(1, height, |canvas| draw_notes(world, canvas, (hit, &notes)));
    }
}

/// Code with revision, day, interview and, where it is another, the study.
fn title(world: &World, hit: &Hit) -> Vec<Span<'static>> {
    let (look, line) = (&world.look, &hit.line);
    let mut spans = vec![Span::styled(format!("{}.r{}", line.code, line.revision), look.bold())];
    let dot = look.glyphs.dot;
    let mut rest = format!("  {}", line.date);
    if line.interview_label != line.date.to_string() {
        rest.push_str(&format!("  {}", line.interview_label));
    }
    if world.study().is_none_or(|study| study.id != line.study) && !line.study_name.is_empty() {
        rest.push_str(&format!(" {dot} {}", line.study_name));
    }
    if !hit.against.is_empty() {
        rest.push_str(&format!(" {dot} {}: {}", world.say("hit-against"), hit.against.join(", ")));
    }
    spans.push(Span::styled(text::clean(&rest).into_owned(), look.dim()));
    spans
}

/// The line itself in the middle; of the others what there is room for.
fn draw_notes(world: &World, canvas: &mut Canvas, (hit, notes): (&Hit, &[Id])) {
    let (width, height) = (canvas.width(), canvas.height());
    let found = |note: Id| {
        let is_same = world.research.notes().get(&note).is_some_and(|it| it.text == hit.line.text);
        if note == hit.line.note && is_same && hit.earlier.is_none() { hit.highlights.as_slice() } else { &[] }
    };
    let rows = |at: usize| line::rows_with(world, Key::new(Kind::Note, notes[at]), width, found(notes[at]));
    let here = notes.iter().position(|note| *note == hit.line.note).unwrap_or(0);
    let first = line::first_shown(here, notes.len(), height, |at| rows(at).len());
    let mut y = 0;
    for (at, note) in notes.iter().enumerate().skip(first) {
        for (row, spans) in rows(at).into_iter().enumerate() {
            if y >= height {
                return;
            }
            let mut spans = spans;
            if *note == hit.line.note && row == 0 && !spans.is_empty() {
                let rest: String = spans[0].content.chars().skip(1).collect();
                spans[0] = Span::styled(format!("{}{rest}", world.look.glyphs.here), world.look.bold());
            }
            canvas.line(y, &spans);
            y += 1;
        }
    }
}

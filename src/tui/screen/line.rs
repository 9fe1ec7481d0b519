//! One line or path event, wherever it is shown: how it is drawn as rows of one grid, and the small steps that are
//! the same on every screen (re-file, star, feeling, mark).

use ratatui::style::Style;
use ratatui::text::Span;

use crate::domain::{
    Dimension, Gap, Id, Key, Kind, Mark, Note, Offset, PathEvent, Speaker, Stance, Step, Subject, Voice, text,
};
use crate::tui::palette::Look;
use crate::tui::screen::event;
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::prose;
use crate::tui::world::World;

/// From this width on a line has its full grid; below, the time is left out.
const FULL_GRID: usize = 60;

/// The cells of the initials of who spoke in a group.
const INITIALS_CELLS: usize = 4;

/// What stands in the columns of one entry.
struct Parts<'a> {
    saved: bool,
    at: Option<Offset>,
    label: Span<'static>,
    voice: &'static str,
    /// Who of a group spoke.
    initials: &'a str,
    text: &'a str,
    style: Style,
    tail: String,
}

/// The rows of a line or path event, wrapped with a hanging indent; none where there is no such record.
pub fn rows(world: &World, key: Key, width: usize) -> Vec<Vec<Span<'static>>> {
    rows_with(world, key, width, &[])
}

/// The same with these bytes of its words shown as found.
pub fn rows_with(world: &World, key: Key, width: usize, found: &[[usize; 2]]) -> Vec<Vec<Span<'static>>> {
    match key.kind {
        Kind::PathEvent => world.research.path_events().get(&key.id).map(|event| event_parts(world, event)),
        Kind::Gap => {
            return world.research.gaps().get(&key.id).map(|gap| gap_rows(world, gap, width)).unwrap_or_default();
        }
        _ => world.research.notes().get(&key.id).map(|note| note_parts(world, note)),
    }
    .map(|parts| laid_out(&world.look, &parts, width, found))
    .unwrap_or_default()
}

/// The one-cell mark of who speaks in which voice, as it is typed at the head of a line; `>` is the interviewer.
pub fn voice_mark(speaker: Speaker, voice: Voice) -> &'static str {
    match voice {
        _ if speaker == Speaker::Interviewer => ">",
        Voice::Verbatim => "\"",
        Voice::Paraphrase => " ",
        Voice::Observation => "!",
        Voice::Owed => "?",
    }
}

fn note_parts<'a>(world: &World, note: &'a Note) -> Parts<'a> {
    let look = &world.look;
    let name = world.say(&format!("dimension-{}-short", note.dimension.name()));
    let is_asked = note.speaker == Speaker::Interviewer;
    let voice = voice_mark(note.speaker, note.voice);
    Parts {
        saved: world.is_saved(Key::new(Kind::Note, note.id)),
        at: note.at,
        label: Span::styled(name, look.dimension(note.dimension)),
        voice,
        initials: &note.initials,
        text: &note.text,
        style: if is_asked { look.dim() } else { look.plain() },
        tail: tail(world, note),
    }
}

fn event_parts<'a>(world: &World, event: &'a PathEvent) -> Parts<'a> {
    let name = world.say("dimension-path-short");
    Parts {
        saved: world.is_saved(Key::new(Kind::PathEvent, event.id)),
        at: event.at,
        label: Span::styled(name, world.look.subject(Subject::Path)),
        voice: " ",
        initials: "",
        text: &event.text,
        style: world.look.plain(),
        tail: event::details(world, event),
    }
}

/// An interruption: from when, for how long, and why.
fn gap_rows(world: &World, gap: &Gap, width: usize) -> Vec<Vec<Span<'static>>> {
    let look = &world.look;
    let saved = world.is_saved(Key::new(Kind::Gap, gap.id));
    let at = world.research.interviews().get(&gap.interview).and_then(|it| it.offset_at(gap.from));
    let long = Offset::from_seconds(gap.seconds()).to_string();
    let said = world.say_with(&format!("gap-{}", gap.cause.name()), &[("long", long.as_str().into())]);
    let parts = Parts {
        saved,
        at,
        label: Span::styled(world.say("gap"), look.dim()),
        voice: " ",
        initials: "",
        text: &said,
        style: look.dim(),
        tail: String::new(),
    };
    laid_out(look, &parts, width, &[])
}

/// What is known of a line besides its words: star, feeling, themes.
fn tail(world: &World, note: &Note) -> String {
    let mut tail: Vec<String> = Vec::new();
    tail.extend(note.star.then(|| world.look.glyphs.star.to_owned()));
    tail.extend(note.feeling.map(|feeling| format!("[{feeling:+}]")));
    let answered = note.answers.and_then(|id| world.research.notes().get(&id));
    tail.extend(answered.map(|it| format!("L{:03}{}", it.number, world.look.glyphs.arrow)));
    for mark in world.research.marks_of(note.id) {
        let Some(theme) = world.research.themes().get(&mark.theme) else { continue };
        let sign = if mark.stance == Stance::Contradicts { "#!" } else { "#" };
        tail.push(format!("{sign}{}", theme.name));
    }
    tail.join(" ")
}

fn laid_out(look: &Look, parts: &Parts, width: usize, found: &[[usize; 2]]) -> Vec<Vec<Span<'static>>> {
    let at = parts.at.map(|at| at.to_string()).unwrap_or_default();
    let mut head = vec![Span::styled(if parts.saved { " v " } else { " * " }, look.dim())];
    if width >= FULL_GRID {
        head.push(Span::styled(format!("{at:8} "), look.dim()));
    }
    let name = padded(look, &parts.label.content, 8);
    head.push(Span::styled(name, parts.label.style));
    head.push(Span::styled(format!(" {} ", parts.voice), look.bold()));
    if !parts.initials.is_empty() {
        head.push(Span::styled(format!("{} ", padded(look, parts.initials, INITIALS_CELLS)), look.bold()));
    }
    let indent: usize = head.iter().map(|span| text::width(&span.content)).sum();
    let room = width.saturating_sub(indent + 1).max(1);
    let whole = if parts.tail.is_empty() { parts.text.to_owned() } else { format!("{}  {}", parts.text, parts.tail) };
    let is_inside = |it: &&[usize; 2]| it[1] <= parts.text.len();
    let mut marked: Vec<([usize; 2], Style)> = found.iter().filter(is_inside).map(|it| (*it, look.found())).collect();
    marked.push(([parts.text.len(), whole.len()], look.dim()));
    let mut rows = Vec::new();
    for (at, row) in prose::marked_rows(&whole, room, parts.style, &marked).into_iter().enumerate() {
        let mut spans = if at == 0 { head.clone() } else { vec![Span::raw(" ".repeat(indent))] };
        spans.extend(row.into_iter().map(|span| Span::styled(span.content.into_owned(), span.style)));
        rows.push(spans);
    }
    rows
}

/// The text, filled up to exactly `cells`, or cut to them with a mark.
pub fn padded(look: &Look, content: &str, cells: usize) -> String {
    let piece = cut_marked(look, content, cells);
    let width = text::width(&piece);
    format!("{piece}{}", " ".repeat(cells.saturating_sub(width)))
}

/// The text in at most `cells`, with a mark where it was cut.
pub fn cut_marked(look: &Look, content: &str, cells: usize) -> String {
    match text::cut(content, cells) {
        (whole, false) => whole.to_owned(),
        (_, true) => format!("{}{}", text::cut(content, cells.saturating_sub(1)).0, look.glyphs.more),
    }
}

/// Changes a line as one step. What changes nothing is no step.
pub fn put(world: &mut World, note: Id, step: &str, change: impl FnOnce(&mut Note)) -> bool {
    let Some(before) = world.research.notes().get(&note) else { return false };
    let mut after = before.clone();
    change(&mut after);
    if after == *before {
        return false;
    }
    let about = world.research.code_of(before);
    world.commit(Step::new(after.study, step, about).put(after))
}

/// Files a line under a dimension.
pub fn file(world: &mut World, note: Id, dimension: Dimension) -> bool {
    put(world, note, "refile-line", |note| note.dimension = dimension)
}

/// Marks a line with a theme; the same mark once more takes it away, another stance replaces it.
pub fn mark(world: &mut World, note: Id, theme: Id, stance: Stance) -> bool {
    let Some(known) = world.research.notes().get(&note) else { return false };
    let (study, about) = (known.study, world.research.code_of(known));
    let before = world.research.marks_of(note).find(|mark| mark.theme == theme).cloned();
    let step = match before {
        Some(mark) if mark.stance == stance => Step::new(study, "unmark-theme", about).remove(Kind::Mark, mark.id),
        Some(mark) => Step::new(study, "mark-theme", about).put(Mark { stance, ..mark }),
        None => {
            let mark = Mark::new((world.mint.id(), study), note, theme, stance);
            Step::new(study, "mark-theme", about).put(mark)
        }
    };
    world.commit(step)
}

/// Draws a list whose entries take several rows each: from the first that is shown, the one at the cursor selected.
pub fn draw_list<'a>(canvas: &mut Canvas, at: usize, count: usize, rows: impl Fn(usize) -> Vec<Vec<Span<'a>>>) {
    draw_resting(canvas, (at, count), |_| true, rows);
}

/// The same where the cursor does not rest on every entry: the others are no rows to point at.
pub fn draw_resting<'a>(
    canvas: &mut Canvas,
    (at, count): (usize, usize),
    rests: impl Fn(usize) -> bool,
    rows: impl Fn(usize) -> Vec<Vec<Span<'a>>>,
) {
    let height = canvas.height();
    let first = first_shown(at, count, height, |entry| rows(entry).len());
    let mut y = 0;
    for entry in first..count {
        for row in rows(entry) {
            if y >= height {
                return;
            }
            canvas.line(y, &row);
            if rests(entry) {
                canvas.entry(y, entry, entry == at);
            }
            y += 1;
        }
    }
}

/// Which part of a run of entries to draw so that `at` is in sight: the first entry, given each entry's height.
pub fn first_shown(at: usize, len: usize, height: usize, rows: impl Fn(usize) -> usize) -> usize {
    let mut after = 0;
    for next in at..len {
        after += rows(next);
        if after >= height.div_ceil(2) {
            break;
        }
    }
    let (mut first, mut used) = (at, after);
    while let Some(before) = first.checked_sub(1) {
        used += rows(before);
        if used > height {
            break;
        }
        first = before;
    }
    first
}

//! How the debrief is drawn: the line with what was said around it, the keys that settle it with what they mean for
//! this line, and what was just done. When the lines are through: the end card.

use ratatui::text::Span;

use super::Sort;
use crate::domain::coverage::{Coverage, Touch};
use crate::domain::{Dimension, Expectation, Id, Key, Kind, Subject, Voice, text};
use crate::tui::action::Action;
use crate::tui::keymap::Place;
use crate::tui::overlay::picker::people_under;
use crate::tui::screen::line;
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::frame::frame;
use crate::tui::world::World;

/// The longest bar of the end card, in cells.
const BAR: usize = 16;

type Row = Vec<Span<'static>>;

impl Sort {
    /// Draws everything.
    pub fn draw_all(&self, world: &World, canvas: &mut Canvas) {
        let look = &world.look;
        let (left, all) = (self.left(), self.lines.len());
        let progress = if self.is_over {
            world.say("sort-over")
        } else {
            world.say_with("sort-left-of", &[("left", left.into()), ("all", all.into())])
        };
        let title = [
            Span::styled(format!(" {}", world.say("place-sort")), look.plain()),
            Span::styled(format!(" {}", self.code(world)), look.bold()),
            Span::styled(format!("  {progress}"), look.plain()),
        ];
        let (first, height) = frame(canvas, world, self, &title);
        canvas.rows(first, height, |canvas| {
            if self.is_over { self.draw_end(world, canvas) } else { self.draw_line(world, canvas) }
        });
    }

    fn draw_line(&self, world: &World, canvas: &mut Canvas) {
        let mut panel = self.panel(world, canvas.width());
        let (height, has_rules) = (canvas.height(), canvas.height() >= 9);
        let rules = if has_rules { 2 } else { 0 };
        // The line itself comes first: what does not fit of the panel gives way from its end.
        panel.truncate(height.saturating_sub(3 + rules));
        let foot = panel.len() + rules;
        let lines = height.saturating_sub(foot);
        canvas.rows(0, lines, |canvas| self.draw_context(world, canvas));
        let mut y = lines;
        if has_rules {
            canvas.rule(y);
            y += 1;
        }
        for row in &panel {
            canvas.line(y, row);
            y += 1;
        }
        if has_rules {
            canvas.rule(y);
            canvas.put(2, y, canvas.width().saturating_sub(4), &self.echoed(world));
        }
    }

    /// What was just done, on the rule, so that it never moves anything.
    fn echoed(&self, world: &World) -> Row {
        if self.echo.is_empty() {
            return Vec::new();
        }
        vec![Span::styled(format!(" {} ", self.echo), world.look.bold())]
    }

    fn draw_context(&self, world: &World, canvas: &mut Canvas) {
        let Some(id) = self.lines.get(self.at) else { return };
        let at = self.stream.position(Key::new(Kind::Note, *id)).unwrap_or(0);
        let width = canvas.width();
        let rows = |entry: usize| {
            let mut rows = self.stream.key(entry).map(|key| line::rows(world, key, width)).unwrap_or_default();
            if let Some(first) = rows.first_mut().and_then(|row| row.first_mut()).filter(|_| entry == at) {
                // The place is said by a mark too, not by reverse video alone.
                *first = Span::raw(first.content.replacen(' ', world.look.glyphs.here, 1));
            }
            rows
        };
        line::draw_list(canvas, at, self.stream.len(), rows);
    }

    /// The keys and what they mean for this line.
    fn panel(&self, world: &World, width: usize) -> Vec<Row> {
        let here = self.line(world).map(|note| note.dimension);
        let mut keys: Vec<Row> = Vec::new();
        for subject in Subject::ALL {
            let action = Action::ALL.iter().find(|action| action.subject() == Some(*subject));
            let style = world.look.subject(*subject);
            let is_here = subject.dimension().is_some() && subject.dimension() == here;
            let style = if is_here { style.patch(world.look.found()) } else { style };
            let name = world.say(&format!("dimension-{}-short", subject.name()));
            keys.extend(action.map(|action| vec![key(world, *action), Span::styled(name, style)]));
        }
        keys.push(vec![key(world, Action::Unsorted), Span::styled(world.say("sort-leave"), world.look.dim())]);
        let mut rows = flow(keys, width);
        for (theme, action) in self.suggested.iter().zip([Action::ThemeA, Action::ThemeB, Action::ThemeC]) {
            rows.extend(self.suggestion(world, (*theme, action), width));
        }
        if here.is_some_and(|dimension| dimension != Dimension::Unsorted) {
            rows.push(vec![
                Span::raw(" "),
                key(world, Action::ThemeNew),
                Span::styled(world.say("sort-new-theme"), world.look.dim()),
            ]);
        } else {
            rows.push(vec![Span::raw("   "), Span::styled(world.say("sort-dimension-first"), world.look.dim())]);
        }
        rows.extend(flow(self.expectation(world), width));
        rows
    }

    /// What was expected: the two keys, and what is said of this line.
    fn expectation(&self, world: &World) -> Vec<Row> {
        let note = self.line(world);
        let mut pieces = Vec::new();
        for (action, expectation) in
            [(Action::Predictable, Expectation::Predictable), (Action::Beyond, Expectation::Beyond)]
        {
            let is_said = note.is_some_and(|note| note.expectation == Some(expectation));
            let mut name = world.say(&format!("expectation-{}", expectation.name()));
            if let Some(met) = note.and_then(|note| note.met).filter(|_| is_said) {
                name.push_str(&format!(" ({})", world.say(&format!("met-{}", met.name()))));
            }
            let style = if is_said { world.look.found() } else { world.look.dim() };
            pieces.push(vec![key(world, action), Span::styled(name, style)]);
        }
        pieces
    }

    fn suggestion(&self, world: &World, (theme, action): (Id, Action), width: usize) -> Option<Row> {
        let theme = world.research.themes().get(&theme)?;
        let people = world.say_with("people", &[("count", people_under(&world.research, theme.id).into())]);
        let label = line::padded(&world.look, &world.say(&format!("dimension-{}-short", theme.dimension.name())), 8);
        let room = width.saturating_sub(text::width(&people) + text::width(&label) + 8);
        let name = line::cut_marked(&world.look, &theme.name, room);
        Some(vec![
            Span::raw(" "),
            key(world, action),
            Span::styled(format!("{label} "), world.look.dimension(theme.dimension)),
            Span::raw(name),
            Span::styled(format!("  {people}"), world.look.dim()),
        ])
    }

    /// How many rows of the end card do not fit.
    pub fn hidden(&self, world: &World) -> usize {
        let (width, height) = (usize::from(world.size.0), usize::from(world.size.1).saturating_sub(3));
        self.end_rows(world, width).len().saturating_sub(height)
    }

    fn draw_end(&self, world: &World, canvas: &mut Canvas) {
        let rows = self.end_rows(world, canvas.width());
        let top = self.scroll.min(rows.len().saturating_sub(canvas.height()));
        for (y, row) in rows.iter().skip(top).take(canvas.height()).enumerate() {
            canvas.line(y, row);
        }
    }

    /// What the interview has filled, what is new in it, what is left open, and the one sentence.
    fn end_rows(&self, world: &World, width: usize) -> Vec<Row> {
        let coverage = Coverage::of(&world.research, self.interview);
        let untouched = world.research.untouched_in(self.interview);
        let mut rows = vec![heading(world, "end-filled")];
        let most = coverage.cells.iter().map(|cell| cell.lines).max().unwrap_or(0).max(1);
        for cell in &coverage.cells {
            rows.push(bar(world, cell, most, untouched.contains(&cell.subject)));
        }
        rows.extend(self.new_themes(world, width));
        rows.extend(self.open_rows(world, width, &coverage));
        let is_reason = |note: &&crate::domain::Note| note.voice == Voice::Observation && note.star;
        if let Some(reason) = world.research.notes_of(self.interview).filter(is_reason).last() {
            rows.push(Vec::new());
            rows.extend(told(&world.say("sort-reason"), width, (" ", world.look.bold())));
            rows.extend(told(&reason.text, width, ("   ! ", world.look.bold())));
        }
        rows
    }

    fn new_themes(&self, world: &World, width: usize) -> Vec<Row> {
        let themes = world.research.new_themes(self.interview);
        let count = world.say_with("end-themes", &[("count", themes.len().into())]);
        let mut rows = vec![Vec::new(), vec![Span::styled(format!(" {count}"), world.look.bold())]];
        for theme in themes {
            let label =
                line::padded(&world.look, &world.say(&format!("dimension-{}-short", theme.dimension.name())), 8);
            let name = line::cut_marked(&world.look, &theme.name, width.saturating_sub(13));
            let label = Span::styled(format!("   {label} "), world.look.dimension(theme.dimension));
            rows.push(vec![label, Span::raw(name)]);
        }
        rows
    }

    /// What is still open: the dimensions that were not asked about, the answers that are owed, the unsorted lines.
    fn open_rows(&self, world: &World, width: usize, coverage: &Coverage) -> Vec<Row> {
        let mut open: Vec<(&'static str, String)> = Vec::new();
        let untouched = world.research.untouched_in(self.interview);
        let names: Vec<String> =
            untouched.iter().map(|subject| world.say(&format!("dimension-{}", subject.name()))).collect();
        if !names.is_empty() {
            open.push(("   ○ ", world.say_with("end-not-asked", &[("subjects", names.join(", ").as_str().into())])));
        }
        let owed = world.research.notes_of(self.interview).filter(|note| note.voice == Voice::Owed);
        open.extend(owed.map(|note| ("   ? ", note.text.clone())));
        if coverage.unsorted > 0 {
            open.push(("   - ", world.say_with("home-unsorted", &[("count", coverage.unsorted.into())])));
        }
        if open.is_empty() {
            return Vec::new();
        }
        let mut rows = vec![Vec::new(), heading(world, "end-gaps")];
        for (mark, sentence) in open {
            let mark =
                if mark.contains('○') { format!("   {} ", world.look.glyphs.assumption) } else { mark.to_owned() };
            rows.extend(told(&sentence, width, (&mark, world.look.plain())));
        }
        rows
    }
}

fn heading(world: &World, key: &str) -> Row {
    vec![Span::styled(format!(" {}", world.say(key)), world.look.bold())]
}

fn told(sentence: &str, width: usize, (mark, style): (&str, ratatui::style::Style)) -> Vec<Row> {
    let indent = text::width(mark);
    let rows = text::wrap(sentence, width.saturating_sub(indent + 1).max(1), 0);
    let head = |at: usize| if at == 0 { mark.to_owned() } else { " ".repeat(indent) };
    rows.into_iter().enumerate().map(|(at, row)| vec![Span::raw(head(at)), Span::styled(row, style)]).collect()
}

/// One cell of the bar: its lines as a bar, and as numbers; what was never touched is said in words.
fn bar(world: &World, cell: &Touch, most: usize, is_untouched: bool) -> Row {
    let look = &world.look;
    let label = line::padded(look, &world.say(&format!("dimension-{}-short", cell.subject.name())), 8);
    let mut row = vec![Span::styled(format!("   {label} "), look.subject(cell.subject))];
    if cell.lines == 0 {
        let key = if is_untouched { "sort-not-asked" } else { "sort-no-line" };
        row.push(Span::styled(world.say(key), if is_untouched { look.bold() } else { look.dim() }));
        return row;
    }
    // One cell for each line, as long as all bars fit.
    let cells = if most <= BAR { cell.lines } else { (cell.lines * BAR).div_ceil(most) };
    row.push(Span::styled(look.glyphs.full.repeat(cells), look.subject(cell.subject)));
    let verbatims = if cell.verbatims > 0 { format!(" {}\"", cell.verbatims) } else { String::new() };
    row.push(Span::raw(format!("{} {}{verbatims}", " ".repeat(BAR - cells), cell.lines)));
    row
}

/// A key as it is shown before what it does.
fn key(world: &World, action: Action) -> Span<'static> {
    let chord = world.keys.shown(Place::Sort, action).map(|chord| chord.to_string()).unwrap_or_default();
    Span::styled(format!("{chord} "), world.look.bold())
}

/// Pieces on as few rows as they need, none of them broken.
fn flow(pieces: Vec<Row>, width: usize) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut used = width;
    for piece in pieces {
        let cells: usize = piece.iter().map(|span| text::width(&span.content)).sum();
        let fits = used + 2 + cells <= width;
        used = if fits { used + 2 + cells } else { 1 + cells };
        let before = Span::raw(if fits { "  " } else { " " });
        let row = std::iter::once(before).chain(piece);
        match rows.last_mut().filter(|_| fits) {
            Some(last) => last.extend(row),
            None => rows.push(row.collect()),
        }
    }
    rows
}

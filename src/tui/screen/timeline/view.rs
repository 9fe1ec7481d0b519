//! How a path is drawn: every event with its number, its text and what is known of it, and, where there is room, its
//! days as a bar on one axis. A time that is not known has no bar, and a way back has its arrow.

use chrono::{Datelike, NaiveDate};
use ratatui::text::Span;

use super::Timeline;
use crate::domain::when::Days;
use crate::domain::{PathEvent, Stage, Subject, path, text};
use crate::tui::screen::{event, line};
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::frame::frame;
use crate::tui::widget::prose;
use crate::tui::world::World;

/// Cells of the number, the arrow and the blanks around them.
const HEAD: usize = 8;
/// From this width on there are bars; below, the text has all the room.
const BARS: usize = 80;

/// The path as it is drawn.
struct Drawn<'a> {
    events: Vec<&'a PathEvent>,
    back: std::collections::BTreeSet<crate::domain::Id>,
    /// The first and the last day of all.
    axis: Option<Days>,
    /// Cells of the bars; none where there is no room or nothing to draw.
    bars: usize,
    width: usize,
}

impl Timeline {
    /// Draws everything.
    pub fn draw_all(&self, world: &World, canvas: &mut Canvas) {
        let (mut first, mut height) = frame(canvas, world, self, &self.title(world));
        if self.events.is_empty() {
            let key = if world.is_withdrawn(self.interview) { "person-withdrawn" } else { "timeline-empty" };
            for (y, row) in text::wrap(&world.say(key), canvas.width().saturating_sub(2), 0).iter().enumerate() {
                canvas.put(1, first + y, canvas.width(), &[Span::styled(row.as_str(), world.look.dim())]);
            }
            return;
        }
        let drawn = self.drawn(world, canvas.width());
        if height >= 8 {
            canvas.rows(first, 1, |canvas| drawn.draw_axis(world, canvas));
            (first, height) = (first + 1, height - 1);
        }
        if height >= 12 {
            canvas.rows(first + height - 1, 1, |canvas| draw_stages(world, canvas));
            canvas.rule(first + height - 2);
            height -= 2;
        }
        canvas.rows(first, height, |canvas| self.draw_events(world, &drawn, canvas));
    }

    fn title(&self, world: &World) -> Vec<Span<'static>> {
        let look = &world.look;
        let Some(person) = world.research.participant_of(self.interview) else { return Vec::new() };
        let name = world.say("place-timeline");
        let mut title = vec![Span::styled(format!(" {}", person.code), look.bold()), Span::raw(format!("  {name}"))];
        let label = world.research.interviews().get(&self.interview).map(|it| it.label.clone());
        title.extend(label.map(|label| Span::styled(format!("  {label}"), look.dim())));
        title
    }

    fn drawn<'a>(&self, world: &'a World, width: usize) -> Drawn<'a> {
        let events: Vec<&PathEvent> =
            self.events.iter().filter_map(|id| world.research.path_events().get(id)).collect();
        let days = || events.iter().filter_map(|event| event.days());
        let axis = days().map(|it| it.0).min().zip(days().map(|it| it.1).max());
        let bars = if width >= BARS && axis.is_some() { (width / 4).min(60) } else { 0 };
        Drawn { back: path::ways_back(&events), events, axis, bars, width }
    }

    fn draw_events(&self, world: &World, drawn: &Drawn, canvas: &mut Canvas) {
        let (height, count) = (canvas.height(), drawn.events.len());
        let first = line::first_shown(self.cursor.at, count, height, |at| drawn.rows(world, at).len());
        let mut y = 0;
        for at in first..count {
            for (row, spans) in drawn.rows(world, at).iter().enumerate() {
                if y >= height {
                    return;
                }
                let room = drawn.text_width();
                canvas.put(0, y, room + HEAD, spans);
                if row == 0 {
                    drawn.draw_bar(world, canvas, (at, y));
                }
                canvas.entry(y, at, at == self.cursor.at);
                y += 1;
            }
        }
    }
}

impl Drawn<'_> {
    fn text_width(&self) -> usize {
        let bars = if self.bars > 0 { self.bars + 3 } else { 1 };
        self.width.saturating_sub(HEAD + bars).max(1)
    }

    /// The number and the text, and below them what is known of the event.
    fn rows(&self, world: &World, at: usize) -> Vec<Vec<Span<'static>>> {
        let look = &world.look;
        let Some(event) = self.events.get(at) else { return Vec::new() };
        let key = crate::domain::Key::new(crate::domain::Kind::PathEvent, event.id);
        let saved = if world.is_saved(key) { "v" } else { "*" };
        let back = if self.back.contains(&event.id) { look.glyphs.back } else { " " };
        let head = format!(" {saved}{:>3} {back}", at + 1);
        let width = text::width(&head);
        let mut rows: Vec<Vec<Span<'static>>> = Vec::new();
        let mut add = |content: &str, style| {
            for row in prose::rows(content, self.text_width(), (style, style), &[]) {
                let indent = Span::styled(if rows.is_empty() { head.clone() } else { " ".repeat(width) }, look.dim());
                let mut spans = vec![indent, Span::raw(" ".repeat(HEAD - width.min(HEAD)))];
                spans.extend(row.into_iter().map(|span| Span::styled(span.content.into_owned(), span.style)));
                rows.push(spans);
            }
        };
        add(&event.text, look.plain());
        let facts = self.facts(world, at, event);
        if !facts.is_empty() {
            add(&facts, look.dim());
        }
        rows
    }

    /// Stage, kind, time as said and as read, who, where, and how long after the event before.
    fn facts(&self, world: &World, at: usize, event: &PathEvent) -> String {
        let stage = event.stage.as_ref().map(|it| event::stage(world, it));
        let stage = stage.map(|stage| if self.back.contains(&event.id) { back_to(world, &stage) } else { stage });
        let mut facts: Vec<String> = stage.into_iter().collect();
        facts.extend(event::act(world, event.act, event.rep));
        facts.extend(event::when_and_days(world, &event.when, event.days()));
        facts.extend([&event.who, &event.touchpoint].into_iter().filter(|it| !it.is_empty()).cloned());
        let before = at.checked_sub(1).and_then(|at| self.events[at].days());
        facts.extend(before.zip(event.days()).map(|(before, days)| since(world, before, days)));
        facts.join(&format!(" {} ", world.look.glyphs.dot))
    }

    /// How many events have a time, how much lies between the first and the last, and the ends of the axis.
    fn draw_axis(&self, world: &World, canvas: &mut Canvas) {
        let dated: Vec<Days> = self.events.iter().filter_map(|event| event.days()).collect();
        let counts = [("dated", dated.len().into()), ("all", self.events.len().into())];
        let mut words = world.say_with("timeline-dated", &counts);
        let room = (self.text_width() + HEAD).saturating_sub(1);
        let span = dated.first().zip(dated.last()).filter(|_| dated.len() > 1);
        if let Some(span) = span.and_then(|(first, last)| spanned(world, *first, *last)) {
            let both = format!("{words}  {span}");
            words = if text::width(&both) <= room { both } else { words };
        }
        canvas.put(1, 0, room, &[Span::styled(words, world.look.dim())]);
        if let Some((from, until)) = self.axis.filter(|_| self.bars > 0) {
            let month = |day: NaiveDate| format!("{}-{:02}", day.year(), day.month());
            let x = self.width.saturating_sub(self.bars + 1);
            let (from, until) = (month(from), month(until));
            canvas.put(x, 0, self.bars, &[Span::styled(from.as_str(), world.look.dim())]);
            if from != until {
                canvas.put_right(x, 0, self.bars, &[Span::styled(until, world.look.dim())]);
            }
        }
    }

    /// The days of an event on the axis, at least one cell; a question mark where they are not known.
    fn draw_bar(&self, world: &World, canvas: &mut Canvas, (at, y): (usize, usize)) {
        let Some((first, last)) = self.axis.filter(|_| self.bars > 0) else { return };
        let x = self.width.saturating_sub(self.bars + 1);
        let Some((from, until)) = self.events.get(at).and_then(|event| event.days()) else {
            canvas.put(x, y, 1, &[Span::styled("?", world.look.dim())]);
            return;
        };
        let all = (last - first).num_days() + 1;
        let cells = i64::try_from(self.bars).unwrap_or(1);
        let cell = |day: NaiveDate| (day - first).num_days() * cells / all;
        let (start, end) = (cell(from), cell(until).max(cell(from)));
        let (start, len) = (usize::try_from(start).unwrap_or(0), usize::try_from(end - start + 1).unwrap_or(1));
        let bar = world.look.glyphs.full.repeat(len);
        canvas.put(x + start, y, len, &[Span::styled(bar, world.look.subject(Subject::Path))]);
    }
}

fn back_to(world: &World, stage: &str) -> String {
    world.say_with("timeline-back", &[("stage", stage.into())])
}

/// The least and the most days from one range to another; none where the second lies before the first.
fn days_between((from, until): Days, (next_from, next_until): Days) -> Option<(usize, usize)> {
    let (least, most) = ((next_from - until).num_days(), (next_until - from).num_days());
    Some((usize::try_from(least.max(0)).ok()?, usize::try_from(most).ok()?))
}

/// How much lies between the first and the last event that has a time.
fn spanned(world: &World, first: Days, last: Days) -> Option<String> {
    let (least, most) = days_between(first, last)?;
    Some(world.say_with("timeline-span", &[("least", least.into()), ("most", most.into())]))
}

/// How long after the event before.
fn since(world: &World, before: Days, days: Days) -> String {
    let Some((least, most)) = days_between(before, days) else { return world.say("timeline-against") };
    if least == most {
        return world.say_with("timeline-days", &[("count", most.into())]);
    }
    world.say_with("timeline-days-about", &[("least", least.into()), ("most", most.into())])
}

/// The digits of the stages.
fn draw_stages(world: &World, canvas: &mut Canvas) {
    let stages = Stage::defaults();
    let names: Vec<String> =
        stages.iter().enumerate().map(|(at, stage)| format!("{at} {}", event::stage(world, stage))).collect();
    let room = canvas.width().saturating_sub(2);
    let whole = names.join("  ");
    let short = world.say("timeline-stages");
    let words = if text::width(&whole) <= room { whole } else { short };
    canvas.put(1, 0, room, &[Span::styled(words, world.look.dim())]);
}

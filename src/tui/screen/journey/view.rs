//! How a journey is drawn: the grid with its stage heads, or one stage as a list; below it how buyers really moved.
//! Reads the seeded journey and changes nothing; what stands in a cell is the domain's.

use ratatui::text::Span;

use super::JourneyPane;
use crate::domain::journey::{Lane, Map, MapEntry, MapStage};
use crate::domain::{Stage, text};
use crate::tui::screen::line::{self, cut_marked};
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::frame::frame;
use crate::tui::world::World;

/// Cells of the lane names.
const LANES: usize = 14;

impl JourneyPane {
    /// Draws everything.
    pub fn draw_all(&self, world: &World, canvas: &mut Canvas) {
        let Some(journey) = &self.journey else {
            let (first, _) = frame(canvas, world, self, &[]);
            canvas.put(1, first, canvas.width(), &[Span::raw(self.problem.as_deref().unwrap_or_default())]);
            return;
        };
        let look = &world.look;
        let people = world.say_with("people", &[("count", journey.people.into())]);
        let debt = [("weak", journey.debt.weak.into()), ("filled", journey.debt.filled.into())];
        let facts = format!("  {people} {} {}", look.glyphs.dot, world.say_with("journey-debt", &debt));
        let title = Span::styled(format!(" {}", journey.persona), look.bold());
        let (first, height) = frame(canvas, world, self, &[title, Span::styled(facts, look.dim())]);
        canvas.rows(first, height, |canvas| {
            if JourneyPane::is_grid(world) {
                self.draw_grid(world, journey, canvas);
            } else {
                self.draw_stage(world, journey, canvas);
            }
        });
    }

    fn draw_grid(&self, world: &World, journey: &Map, canvas: &mut Canvas) {
        let look = &world.look;
        let moves = moves(world, journey, canvas.width());
        let wide = (canvas.width() - LANES - 1) / journey.stages.len().max(1);
        for (at, stage) in journey.stages.iter().enumerate() {
            let name = cut_marked(look, &format!("{at} {}", stage_name(world, stage)), wide.saturating_sub(1));
            let style = if at == self.stage { look.bold() } else { look.dim() };
            canvas.put(LANES + 1 + at * wide, 0, wide.saturating_sub(1), &[Span::styled(name, style)]);
        }
        canvas.rule(1);
        let room = canvas.height().saturating_sub(3 + moves.len());
        let lanes = journey.shown().count();
        let tall = (room / lanes.max(1)).clamp(1, 3);
        for (at, row) in journey.shown().enumerate() {
            let y = 2 + at * tall;
            let style = if at == self.cursor.at { look.bold() } else { look.dim() };
            canvas.put(1, y, LANES - 1, &[Span::styled(world.words.named("lane", &row.name, row.lane), style)]);
            for stage in 0..journey.stages.len() {
                let is_here = at == self.cursor.at && stage == self.stage;
                canvas.part((LANES + 1 + stage * wide, y), (wide.saturating_sub(1), tall), |canvas| {
                    self.draw_cell(world, (stage, row.lane), is_here, canvas);
                });
            }
        }
        let foot = canvas.height().saturating_sub(moves.len());
        for (y, row) in moves.iter().enumerate() {
            canvas.put(1, foot + y, canvas.width(), &[Span::styled(row.as_str(), look.dim())]);
        }
        let below = 3 + lanes * tall;
        if foot > below {
            canvas.rule(below - 1);
            canvas.rows(below, foot - below, |canvas| self.draw_chosen(world, canvas));
        }
    }

    /// The first entries of a cell; how many more there are stands on its last row.
    fn draw_cell(&self, world: &World, (stage, lane): (usize, Lane), is_here: bool, canvas: &mut Canvas) {
        let look = &world.look;
        let (width, height) = (canvas.width(), canvas.height());
        let entries = self.cell(stage, lane).map(|cell| cell.entries.as_slice()).unwrap_or_default();
        if entries.is_empty() {
            canvas.put(0, 0, width, &[Span::styled(look.glyphs.dot, look.dim())]);
        }
        let shown = if entries.len() > height { height.saturating_sub(1).max(1) } else { entries.len() };
        let tall = if entries.len() == 1 { height } else { 1 };
        for (y, entry) in entries.iter().take(shown).enumerate() {
            let style = if entry.is_blank() { look.dim() } else { look.plain() };
            for (at, row) in clipped(world, &said(world, entry), width.saturating_sub(2), tall).into_iter().enumerate()
            {
                let head = if at == 0 { mark(world, entry) } else { " " };
                canvas.put(0, y + at, width, &[Span::raw(format!("{head} ")), Span::styled(row, style)]);
            }
        }
        if shown < entries.len() && height > 1 {
            let more = format!("+{}", entries.len() - shown);
            canvas.put(2, height - 1, width, &[Span::styled(more, look.dim())]);
        }
        if is_here {
            for y in 0..height {
                canvas.select(y);
            }
        }
    }

    /// The entries of the chosen cell in full.
    fn draw_chosen(&self, world: &World, canvas: &mut Canvas) {
        let Some(row) = self.row() else { return };
        let lane = world.words.named("lane", &row.name, row.lane);
        let width = canvas.width();
        let rows = self.chosen(world).into_iter().enumerate();
        let rows = rows.flat_map(|(at, entry)| entry_rows(world, (&lane, entry), at == 0, width));
        for (y, row) in rows.take(canvas.height()).enumerate() {
            canvas.line(y, &row);
        }
    }

    fn lane_name(&self, world: &World, lane: Lane) -> String {
        let row = self.journey.iter().flat_map(|map| &map.lanes).find(|row| row.lane == lane);
        world.words.named("lane", row.map_or("", |row| &row.name), lane)
    }

    /// One stage as a list: each lane with its entries.
    fn draw_stage(&self, world: &World, journey: &Map, canvas: &mut Canvas) {
        let look = &world.look;
        let mut heads = Vec::new();
        for (at, stage) in journey.stages.iter().enumerate() {
            let is_here = at == self.stage;
            let name = if is_here { format!(" {at} {} ", stage_name(world, stage)) } else { format!(" {at} ") };
            heads.push(Span::styled(name, if is_here { look.bold() } else { look.dim() }));
        }
        canvas.line(0, &heads);
        let moves = moves(world, journey, canvas.width());
        let foot = if canvas.height() >= 10 { moves.len() + 1 } else { 0 };
        let height = canvas.height().saturating_sub(2 + foot);
        canvas.rows(2, height, |canvas| self.draw_entries(world, canvas));
        if foot > 0 {
            let top = canvas.height() - foot;
            canvas.rule(top);
            for (y, row) in moves.iter().enumerate() {
                canvas.put(1, top + 1 + y, canvas.width(), &[Span::styled(row.as_str(), look.dim())]);
            }
        }
    }

    fn draw_entries(&self, world: &World, canvas: &mut Canvas) {
        let entries = self.entries();
        if entries.is_empty() {
            canvas.put(1, 0, canvas.width(), &[Span::styled(world.say("report-stage-empty"), world.look.dim())]);
            return;
        }
        let width = canvas.width();
        let rows = |at: usize| {
            let is_first = at.checked_sub(1).is_none_or(|before| entries[before].0 != entries[at].0);
            let (lane, entry) = entries[at];
            entry_rows(world, (&self.lane_name(world, lane), entry), is_first, width)
        };
        let first = line::first_shown(self.cursor.at, entries.len(), canvas.height(), |at| rows(at).len());
        let mut y = 0;
        for at in first..entries.len() {
            for row in rows(at) {
                if y >= canvas.height() {
                    return;
                }
                canvas.line(y, &row);
                canvas.entry(y, at, at == self.cursor.at);
                y += 1;
            }
        }
    }
}

fn entry_rows(
    world: &World,
    (lane, entry): (&str, &MapEntry),
    is_first: bool,
    width: usize,
) -> Vec<Vec<Span<'static>>> {
    let look = &world.look;
    let name = if is_first { lane.to_owned() } else { String::new() };
    let label = if width < 60 { LANES - 2 } else { LANES + 2 };
    let people = world.say_with("people", &[("count", entry.people.into())]);
    let room = width.saturating_sub(label + text::width(&people) + 6).max(1);
    let style = if entry.is_blank() { look.dim() } else { look.plain() };
    let mut rows = Vec::new();
    for (at, row) in text::wrap(&said(world, entry), room, 0).into_iter().enumerate() {
        let mut spans =
            vec![Span::styled(format!(" {}", line::padded(look, if at == 0 { &name } else { "" }, label)), look.dim())];
        spans.push(Span::raw(format!("{} ", if at == 0 { mark(world, entry) } else { " " })));
        let fill = " ".repeat(room.saturating_sub(text::width(&row)) + 1);
        spans.push(Span::styled(row, style));
        if at == 0 {
            spans.push(Span::styled(format!("{fill}{people}"), look.dim()));
        }
        rows.push(spans);
    }
    rows
}

fn stage_name(world: &World, stage: &MapStage) -> String {
    world.words.named("stage", &stage.card.name, &stage.card.stage)
}

/// The text in at most `tall` rows, with a mark where it was cut.
fn clipped(world: &World, content: &str, width: usize, tall: usize) -> Vec<String> {
    let rows = text::rows(content, width.max(1), 0);
    let last = tall.saturating_sub(1);
    let whole = rows.len() <= tall;
    let piece = |at: usize, row: &text::Row| match content.get(row.bytes.start..) {
        Some(rest) if at == last && !whole => cut_marked(&world.look, rest, width),
        _ => content.get(row.bytes.clone()).unwrap_or_default().trim_end().to_owned(),
    };
    rows.iter().take(tall).enumerate().map(|(at, row)| piece(at, row)).collect()
}

fn mark(world: &World, entry: &MapEntry) -> &'static str {
    if entry.is_blank() { "?" } else { world.look.state(entry.state) }
}

/// The wording of an entry; a blank says what it must answer.
fn said(world: &World, entry: &MapEntry) -> String {
    if entry.is_blank() {
        return world.say_with("journey-blank", &[("answers", entry.facts.answers.as_str().into())]);
    }
    match entry.facts.feeling {
        Some(feeling) => format!("[{feeling:+}] {}", entry.text),
        None => entry.text.clone(),
    }
}

/// How buyers really moved: the ways back first, on at most two rows.
fn moves(world: &World, journey: &Map, width: usize) -> Vec<String> {
    let position = |stage: &Stage| journey.stages.iter().position(|known| known.card.stage == *stage).unwrap_or(0);
    let mut moves: Vec<_> = journey.transitions.iter().collect();
    moves.sort_by_key(|it| (!it.back, std::cmp::Reverse(it.people), position(&it.from), position(&it.to)));
    let arrow = world.look.glyphs.arrow;
    let one = |it: &&crate::domain::journey::Transition| {
        let people = world.say_with("people", &[("count", it.people.into())]);
        format!("{}{arrow}{} {people}", position(&it.from), position(&it.to))
    };
    if moves.is_empty() {
        return vec![world.say("report-no-moves")];
    }
    let back: Vec<String> = moves.iter().filter(|it| it.back).map(one).collect();
    let on: Vec<String> = moves.iter().filter(|it| !it.back).map(one).collect();
    let row = |key: &str, moves: Vec<String>| format!("{}  {}", world.say(key), moves.join("  "));
    let mut rows = Vec::new();
    rows.extend((!back.is_empty()).then(|| row("journey-back", back)));
    rows.extend((!on.is_empty()).then(|| row("journey-on", on)));
    rows.iter().map(|row| cut_marked(&world.look, row, width.saturating_sub(2))).collect()
}

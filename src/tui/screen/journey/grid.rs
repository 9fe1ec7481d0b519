//! The map as a grid: stages as columns, lanes as rows, in each cell what stands there and what waits. Lanes grow where
//! there is room; what does not fit is counted, and both directions scroll with the cursor.

use ratatui::text::Span;

use super::board::{Board, Spot};
use crate::domain::journey::{Lane, LaneRow, MapStage};
use crate::domain::text;
use crate::tui::screen::line::cut_marked;
use crate::tui::widget::canvas::Canvas;
use crate::tui::world::World;

/// The fewest cells of a column.
const COLUMN: usize = 10;

/// From this width on a cell has room for both marks.
const ROOMY: usize = 18;

/// The most rows that one entry, and one lane, asks for.
const TALL: (usize, usize) = (2, 8);

/// The name of a stage with its number.
pub fn stage_name(world: &World, at: usize, stage: &MapStage) -> String {
    format!("{at} {}", world.words.named("stage", &stage.card.name, &stage.card.stage))
}

/// The name of a lane.
pub fn lane_name(world: &World, board: &Board, lane: Lane) -> String {
    world.words.named("lane", board.map.name_of_lane(lane), lane)
}

/// Which columns and lanes are in sight, and where they stand.
struct Layout {
    labels: usize,
    wide: usize,
    stages: std::ops::Range<usize>,
    /// The lanes in sight with their rows.
    lanes: Vec<(usize, usize)>,
}

impl Layout {
    fn of(world: &World, board: &Board, (stage, spot): (usize, usize), canvas: &Canvas) -> Layout {
        let lanes = board.lanes();
        let longest = lanes.iter().map(|row| text::width(&lane_name(world, board, row.lane))).max().unwrap_or(0);
        let labels = (longest + 2).min(if canvas.width() < 100 { 14 } else { 18 });
        let room = canvas.width().saturating_sub(labels);
        let count = board.map.stages.len().max(1);
        let seen = (room / COLUMN).clamp(1, count);
        let first = stage.saturating_sub(seen / 2).min(count - seen);
        let wide = (room / seen).min(40);
        let here = board.spots.get(stage).and_then(|spots| spots.get(spot)).map(|it| it.lane);
        let at = lanes.iter().position(|row| Some(row.lane) == here).unwrap_or(0);
        let need: Vec<usize> = lanes.iter().map(|row| need(world, board, row, wide)).collect();
        let height = canvas.height().saturating_sub(2);
        Layout { labels, wide, stages: first..first + seen, lanes: shared(&need, at, height) }
    }
}

/// The lanes that are in sight with their rows: all of them where there is one row for each, and what is left over goes
/// to those that need it, one row after the other.
fn shared(need: &[usize], at: usize, height: usize) -> Vec<(usize, usize)> {
    let seen = need.len().min(height.max(1));
    let first = at.saturating_sub(seen / 2).min(need.len() - seen);
    let mut rows: Vec<(usize, usize)> = (first..first + seen).map(|lane| (lane, 1)).collect();
    let mut left = height.saturating_sub(seen);
    while left > 0 {
        let before = left;
        for (_, tall) in rows.iter_mut().filter(|(lane, tall)| *tall < need[*lane]) {
            if left > 0 {
                *tall += 1;
                left -= 1;
            }
        }
        if left == before {
            break;
        }
    }
    rows
}

/// How many rows a lane would like to have.
fn need(world: &World, board: &Board, row: &LaneRow, wide: usize) -> usize {
    let cell = |stage: usize| -> usize {
        let rows = board.cell(stage, row.lane).map(|(_, spot)| wrapped(world, spot, inner(wide), TALL.0).len());
        rows.sum::<usize>().max(board.map.stages.get(stage).map_or(0, |it| board.map.read(it, row.lane).len()))
    };
    (0..board.map.stages.len()).map(cell).max().unwrap_or(1).clamp(1, TALL.1)
}

/// Cells for the words of an entry.
fn inner(wide: usize) -> usize {
    wide.saturating_sub(if wide < ROOMY { 3 } else { 4 }).max(1)
}

/// What is said in a cell whose words have so much room.
fn said(world: &World, spot: &Spot, width: usize) -> String {
    if width < inner(ROOMY) { spot.short(world) } else { spot.said(world) }
}

fn wrapped(world: &World, spot: &Spot, width: usize, tall: usize) -> Vec<String> {
    let said = said(world, spot, width);
    let rows = text::rows(&said, width.max(1), 0);
    let whole = rows.len() <= tall;
    let piece = |at: usize, row: &text::Row| match said.get(row.bytes.start..) {
        Some(rest) if at + 1 == tall && !whole => cut_marked(&world.look, rest, width),
        _ => said.get(row.bytes.clone()).unwrap_or_default().trim_end().to_owned(),
    };
    rows.iter().take(tall).enumerate().map(|(at, row)| piece(at, row)).collect()
}

/// Draws the grid; `here` is the stage and the place in it where the cursor stands.
pub fn draw(world: &World, board: &Board, here: (usize, usize), canvas: &mut Canvas) {
    let layout = Layout::of(world, board, here, canvas);
    heads(world, board, (&layout, here.0), canvas);
    let lanes = board.lanes();
    let mut y = 2;
    for (at, tall) in &layout.lanes {
        let Some(row) = lanes.get(*at) else { continue };
        let spot = board.spots.get(here.0).and_then(|spots| spots.get(here.1));
        let is_here = spot.is_some_and(|spot| spot.lane == row.lane);
        let style = if is_here { world.look.bold() } else { world.look.dim() };
        let name = cut_marked(&world.look, &lane_name(world, board, row.lane), layout.labels.saturating_sub(2));
        canvas.put(1, y, layout.labels.saturating_sub(2), &[Span::styled(name, style)]);
        for (column, stage) in layout.stages.clone().enumerate() {
            let x = layout.labels + column * layout.wide;
            canvas.part((x, y), (layout.wide.saturating_sub(1), *tall), |canvas| {
                cell(world, board, (stage, row.lane), here, canvas);
            });
        }
        y += tall;
    }
}

fn heads(world: &World, board: &Board, (layout, here): (&Layout, usize), canvas: &mut Canvas) {
    let look = &world.look;
    for (column, stage) in layout.stages.clone().enumerate() {
        let Some(it) = board.map.stages.get(stage) else { continue };
        let (x, room) = (layout.labels + column * layout.wide, layout.wide.saturating_sub(1));
        let name = cut_marked(look, &stage_name(world, stage, it), room);
        let style = if stage == here { look.bold() } else { look.dim() };
        canvas.put(x, 0, room, &[Span::styled(name, style)]);
    }
    // What is out of sight is counted: stages, then lanes.
    let (stages, lanes) = (board.map.stages.len(), board.lanes().len());
    let run = |from: usize, to: usize, all: usize| (to - from < all).then(|| format!("{}-{to}/{all}", from + 1));
    let first = layout.lanes.first().map_or(0, |it| it.0);
    let out = [
        run(layout.stages.start, layout.stages.end, stages).map(|it| format!("{} {it}", look.glyphs.arrow)),
        run(first, first + layout.lanes.len(), lanes),
    ];
    let out = out.into_iter().flatten().collect::<Vec<_>>().join(" ");
    canvas.put(1, 0, layout.labels.saturating_sub(2), &[Span::styled(out, look.dim())]);
    canvas.rule(1);
}

fn cell(world: &World, board: &Board, (stage, lane): (usize, Lane), here: (usize, usize), canvas: &mut Canvas) {
    let spots: Vec<(usize, &Spot)> = board.cell(stage, lane).collect();
    let (width, height) = (canvas.width(), canvas.height());
    let is_column = stage == here.0;
    let at = spots.iter().position(|(place, _)| is_column && *place == here.1);
    let drawn = rows(world, board, (stage, lane), (&spots, at), (width, height));
    for (y, (row, place)) in drawn.into_iter().enumerate() {
        canvas.put(0, y, width, &row);
        if let Some(place) = place.filter(|_| is_column) {
            canvas.entry(y, place, place == here.1);
        }
    }
}

type CellRow = (Vec<Span<'static>>, Option<usize>);

/// The rows of a cell with the place of each.
fn rows(
    world: &World,
    board: &Board,
    (stage, lane): (usize, Lane),
    (spots, at): (&[(usize, &Spot)], Option<usize>),
    (width, height): (usize, usize),
) -> Vec<CellRow> {
    let look = &world.look;
    if let [(place, spot)] = spots
        && spot.is_empty()
    {
        let read = board.map.stages.get(stage).map(|it| board.map.read(it, lane)).unwrap_or_default();
        let row = |text: &str| (vec![Span::styled(cut_marked(look, text, width), look.dim())], Some(*place));
        return match read.is_empty() {
            true => vec![row(look.glyphs.dot)],
            false => read.iter().take(height).map(|it| row(it)).collect(),
        };
    }
    let room = inner(width + 1);
    let all: Vec<Vec<String>> = spots.iter().map(|(_, it)| wrapped(world, it, room, TALL.0)).collect();
    if all.iter().map(Vec::len).sum::<usize>() <= height {
        let entry = |((place, spot), rows): (&(usize, &Spot), Vec<String>)| marked(world, (*place, spot), rows, width);
        return spots.iter().zip(all).flat_map(entry).collect();
    }
    let shown = if spots.len() > height { height.saturating_sub(1).max(1) } else { spots.len() };
    let first = at.map_or(0, |at| at.saturating_sub(shown.saturating_sub(1))).min(spots.len() - shown);
    let more = (spots.len() > shown).then(|| format!("+{}", spots.len() - shown));
    let beside = more.as_ref().filter(|_| height == 1).map_or(0, |more| text::width(more) + 1);
    let mut rows: Vec<CellRow> = Vec::new();
    for (place, spot) in spots.iter().skip(first).take(shown) {
        let words = vec![cut_marked(look, &said(world, spot, room), room.saturating_sub(beside))];
        rows.extend(marked(world, (*place, spot), words, width));
    }
    match (more, rows.last_mut()) {
        (Some(more), Some((row, _))) if height == 1 => row.push(Span::styled(format!(" {more}"), look.dim())),
        (Some(more), _) => rows.push((vec![Span::styled(format!("  {more}"), look.dim())], None)),
        (None, _) => {}
    }
    rows
}

/// The rows of one entry behind its marks: waiting, and how well it is borne out. What waits is dim.
fn marked(world: &World, (place, spot): (usize, &Spot), words: Vec<String>, width: usize) -> Vec<CellRow> {
    let look = &world.look;
    let style = if spot.is_new() || spot.is_blank() { look.dim() } else { look.plain() };
    let (sign, indent) = marks(world, spot, width + 1);
    let row = |(at, words): (usize, String)| {
        let head = if at == 0 { sign.clone() } else { " ".repeat(indent) };
        (vec![Span::styled(head, style), Span::styled(words, style)], Some(place))
    };
    words.into_iter().enumerate().map(row).collect()
}

/// The marks before the words, and their cells.
fn marks(world: &World, spot: &Spot, wide: usize) -> (String, usize) {
    let state = mark(world, spot);
    let waits = if spot.change.is_some() { world.look.glyphs.waits } else { " " };
    if wide >= ROOMY {
        return (format!("{waits}{state} "), 3);
    }
    (format!("{} ", if spot.is_new() { waits } else { state }), 2)
}

/// The mark of an entry: that it is to be written, or how well it is borne out.
pub fn mark(world: &World, spot: &Spot) -> &'static str {
    if spot.is_blank() {
        return world.look.glyphs.blank;
    }
    spot.state().map_or(" ", |state| world.look.state(state))
}

/// The legend of the marks.
pub fn legend(world: &World) -> String {
    let glyphs = world.look.glyphs;
    let marks = [
        (glyphs.strong, "journey-legend-strong"),
        (glyphs.thin, "journey-legend-thin"),
        (glyphs.assumption, "state-assumption"),
        ("!", "state-contradicted"),
        ("~", "state-stale"),
        (glyphs.waits, "journey-legend-waits"),
        (glyphs.blank, "journey-legend-blank"),
    ];
    let mark = |(glyph, key): (&str, &str)| format!("{glyph} {}", world.say(key));
    marks.into_iter().map(mark).collect::<Vec<_>>().join("  ")
}

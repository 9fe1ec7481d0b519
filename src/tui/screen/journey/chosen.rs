//! What stands at the cursor, in full: its words, how many people say so and who says otherwise, what its lane asks for,
//! who touched it last, what the evidence would change about it, and what others remark.

use ratatui::text::Span;

use super::board::{Board, Spot};
use super::grid::{lane_name, mark, stage_name};
use super::{facts, standing};
use crate::domain::journey::merge::{Change, ChangeKind};
use crate::domain::journey::{Lane, MapEntry, steps};
use crate::domain::text;
use crate::tui::widget::canvas::Canvas;
use crate::tui::world::World;

/// Cells before what is told below the heading.
const INDENT: usize = 4;

type Rows = Vec<Vec<Span<'static>>>;

/// Draws it; what does not fit is left off at the foot.
pub fn draw(world: &World, board: &Board, here: (usize, usize), canvas: &mut Canvas) {
    let Some(spot) = board.spots.get(here.0).and_then(|spots| spots.get(here.1)) else { return };
    for (y, row) in rows(world, board, (spot, here), canvas.width()).iter().take(canvas.height()).enumerate() {
        canvas.line(y, row);
    }
}

fn rows(world: &World, board: &Board, (spot, here): (&Spot, (usize, usize)), width: usize) -> Rows {
    let look = &world.look;
    let mut rows = vec![heading(world, board, (spot, here), width)];
    let told = |rows: &mut Rows, words: &str, style| {
        for row in text::wrap(words, width.saturating_sub(INDENT + 1).max(1), 0) {
            rows.push(vec![Span::raw(" ".repeat(INDENT)), Span::styled(row, style)]);
        }
    };
    if spot.is_empty() {
        let read = board.map.stages.get(here.0).map(|it| board.map.read(it, spot.lane)).unwrap_or_default();
        read.iter().for_each(|it| told(&mut rows, it, look.plain()));
        told(&mut rows, &world.say(empty(spot.lane)), look.dim());
        return rows;
    }
    told(&mut rows, &spot.said(world), if spot.is_blank() { look.dim() } else { look.plain() });
    if let Some(change) = &spot.change {
        rows.extend(changing(world, change, width));
    }
    let facts = facts::told(world, board, spot);
    if !facts.is_empty() {
        told(&mut rows, &facts, look.plain());
    }
    if let Some(entry) = &spot.entry {
        told(&mut rows, &touched(world, entry), look.dim());
        let id = entry.id.into_iter();
        for it in id.flat_map(|id| steps::comments_on(&world.research, id)).filter(|it| it.resolved.is_none()) {
            told(&mut rows, &format!("{}: {}", it.by, it.text), look.plain());
        }
    }
    rows
}

/// Where it stands, which of how many, and at the right how well it is borne out.
fn heading(
    world: &World,
    board: &Board,
    (spot, (stage, place)): (&Spot, (usize, usize)),
    width: usize,
) -> Vec<Span<'static>> {
    let look = &world.look;
    let stage_name = board.map.stages.get(stage).map(|it| stage_name(world, stage, it)).unwrap_or_default();
    let cell: Vec<usize> = board.cell(stage, spot.lane).map(|(at, _)| at).collect();
    let at = cell.iter().position(|it| *it == place).map_or(0, |at| at + 1);
    let of = if cell.len() > 1 { format!("  {at}/{}", cell.len()) } else { String::new() };
    let lane = lane_name(world, board, spot.lane);
    let name = format!(" {} {stage_name} {} {lane}", look.glyphs.here, look.glyphs.dot);
    let right =
        if spot.is_empty() { String::new() } else { format!("{} {}", mark(world, spot), standing(world, spot)) };
    let fill = width.saturating_sub(text::width(&name) + text::width(&of) + text::width(&right) + 1);
    vec![
        Span::styled(name, look.bold()),
        Span::styled(of, look.dim()),
        Span::raw(" ".repeat(fill.max(1))),
        Span::styled(right, look.bold()),
    ]
}

/// What an empty cell says.
fn empty(lane: Lane) -> &'static str {
    match lane {
        Lane::Moment => "journey-empty-moment",
        Lane::Owner => "journey-empty-owner",
        _ => "journey-empty-cell",
    }
}

/// What would change: nothing more to tell of what is new; of what stands, the three sides.
fn changing(world: &World, change: &Change, width: usize) -> Rows {
    let look = &world.look;
    let label = |key: &str| world.say(key);
    let sides: Vec<(String, &str)> = match change.kind {
        ChangeKind::New => vec![(label("journey-waits"), "")],
        ChangeKind::Reworded if change.is_conflict() => vec![
            (label("journey-side-base"), change.base.as_str()),
            (label("journey-side-ours"), change.ours.as_str()),
            (label("journey-side-theirs"), change.theirs.as_str()),
        ],
        ChangeKind::Reworded => vec![(label("journey-side-theirs"), change.theirs.as_str())],
        ChangeKind::Gone => vec![(label("journey-unsupported"), "")],
    };
    let labels = sides.iter().map(|(label, _)| text::width(label)).max().unwrap_or(0) + 2;
    let mut rows = Rows::new();
    for (label, words) in sides {
        let fill = " ".repeat(labels - text::width(&label));
        let room = width.saturating_sub(INDENT + labels + 1).max(1);
        for (at, row) in text::wrap(words, room, 0).into_iter().enumerate() {
            let head = if at == 0 { format!("{label}{fill}") } else { " ".repeat(labels) };
            let head = Span::styled(format!("{}{head}", " ".repeat(INDENT)), look.dim());
            rows.push(vec![head, Span::raw(row)]);
        }
    }
    rows
}

/// Who touched it last and when, and where it came from.
fn touched(world: &World, entry: &MapEntry) -> String {
    let origin = world.say(&format!("origin-{}", entry.origin));
    let on = entry.on.map(|day| world.words.date(day)).unwrap_or_default();
    let args = [("by", entry.by.as_str().into()), ("on", on.as_str().into()), ("origin", origin.as_str().into())];
    world.say_with("journey-touched", &args)
}

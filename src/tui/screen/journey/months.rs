//! When the lines under a map were told: month by month and stage by stage, people first.
//! What is counted is the domain's.

use ratatui::text::Span;

use super::grid::stage_name;
use super::views::{Lead, Row, Scene};
use crate::domain::journey::timeline::{Told, months};
use crate::tui::screen::line::{cut_marked, padded};

/// Cells of the month.
const MONTHS: usize = 10;

/// The most dots of a cell, one for each person.
const DOTS: usize = 5;

/// The rows of the view.
pub fn rows(scene: &Scene) -> Vec<Row> {
    let (world, look, map) = (scene.world, &scene.world.look, &scene.board.map);
    let months = months(&world.research, map);
    if months.is_empty() {
        return vec![Row::plain(vec![Span::styled(format!(" {}", world.say("months-empty")), look.dim())])];
    }
    let wide = ((scene.width.saturating_sub(MONTHS + 1)) / map.stages.len().max(1)).clamp(4, 26);
    let mut head = vec![Span::raw(" ".repeat(MONTHS + 1))];
    for (at, stage) in map.stages.iter().enumerate() {
        let name = cut_marked(look, &stage_name(world, at, stage), wide.saturating_sub(1));
        let style = if at == scene.stage { look.bold() } else { look.dim() };
        head.push(Span::styled(padded(look, &name, wide), style));
    }
    let mut rows =
        vec![Row::plain(head), Row::plain(vec![Span::styled(look.glyphs.rule.repeat(scene.width), look.dim())])];
    for month in &months {
        let mut spans = vec![Span::styled(format!(" {}", padded(look, &month.month, MONTHS)), look.bold())];
        spans.extend(month.stages.iter().map(|it| cell(scene, it, wide)));
        let mut lines: Vec<String> = month.stages.iter().flat_map(|it| it.lines.iter().cloned()).collect();
        lines.sort();
        lines.dedup();
        rows.push(Row::to(Lead::Lines(month.month.clone(), lines, Vec::new()), spans));
    }
    rows.extend([
        Row::default(),
        Row::plain(vec![Span::styled(format!(" {}", world.say("months-about")), look.dim())]),
    ]);
    rows
}

/// People as dots where there is room, then people and lines.
fn cell(scene: &Scene, told: &Told, wide: usize) -> Span<'static> {
    let (world, look) = (scene.world, &scene.world.look);
    if told.lines.is_empty() {
        return Span::styled(padded(look, look.glyphs.dot, wide), look.dim());
    }
    let people = world.say_with("people", &[("count", told.people.into())]);
    let lines = world.say_with("lines", &[("count", told.lines.len().into())]);
    let dots = look.glyphs.strong.repeat(told.people.min(DOTS));
    let words = match wide {
        20.. => format!("{dots:<DOTS$} {people} {lines}"),
        11.. => format!("{people} {lines}"),
        _ => format!("{}/{}", told.people, told.lines.len()),
    };
    Span::raw(padded(look, &cut_marked(look, &words, wide.saturating_sub(1)), wide))
}

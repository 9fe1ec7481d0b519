//! How the stages feel, as a curve from -2 to +2 with how many people stand behind each point, and below it the feelings
//! themselves, each with its lines, and how the stages felt in the published versions.

use ratatui::style::Style;
use ratatui::text::Span;

use super::grid::stage_name;
use super::views::{Lead, Row, Scene};
use crate::domain::evidence::STRONG_FROM;
use crate::domain::journey::versions::{Felt, felt};
use crate::domain::journey::{Lane, rules};
use crate::domain::text;
use crate::exchange::editions::feelings;
use crate::tui::screen::line::{cut_marked, padded};

/// Cells of the scale at the left.
const SCALE: usize = 6;

/// The widest column of a stage.
const WIDEST: usize = 24;

/// From so many rows of the terminal on the curve is drawn twice as high.
const HIGH: u16 = 40;

/// One point: its stage, its height, and how many people it stands for.
struct Point {
    feeling: Option<i8>,
    people: usize,
}

/// The rows of the view.
pub fn rows(scene: &Scene) -> Vec<Row> {
    let now = felt(&scene.board.map);
    let points: Vec<Point> = now.stages.iter().enumerate().map(|(at, it)| point(scene, at, it.1)).collect();
    if points.iter().all(|it| it.feeling.is_none()) {
        let said = scene.world.say("curve-empty");
        return vec![Row::plain(vec![Span::styled(format!(" {said}"), scene.world.look.dim())])];
    }
    let wide = (scene.width.saturating_sub(SCALE + 1) / points.len().max(1)).clamp(4, WIDEST);
    let mut rows = picture(scene, &points, wide);
    rows.extend(names(scene, &points, wide));
    rows.push(Row::default());
    rows.extend(entries(scene));
    rows.extend(history(scene));
    rows
}

fn point(scene: &Scene, at: usize, feeling: Option<i8>) -> Point {
    let cell = scene.board.map.stages.get(at).and_then(|it| scene.board.map.cell(&it.card.stage, Lane::Feeling));
    let entries = cell.map(|cell| cell.entries.as_slice()).unwrap_or_default();
    let felt = entries.iter().filter(|it| it.facts.feeling.is_some());
    let cites: Vec<String> = felt.flat_map(|it| it.evidence.iter().cloned()).collect();
    Point { feeling, people: rules::people_in(&cites) }
}

/// The curve: dots from point to point, the line of 0, and each point with the mark of how many stand behind it.
fn picture(scene: &Scene, points: &[Point], wide: usize) -> Vec<Row> {
    let look = &scene.world.look;
    let step: usize = if scene.world.size.1 >= HIGH { 4 } else { 2 };
    let (height, width) = (4 * step + 1, wide * points.len());
    let axis = vec![look.glyphs.rule; width];
    let mut cells: Vec<Vec<(&str, Style)>> = (0..height)
        .map(|y| match y == 2 * step {
            true => axis.iter().map(|it| (*it, look.dim())).collect(),
            false => vec![(" ", look.plain()); width],
        })
        .collect();
    let row = |feeling: i8| usize::try_from(2 - i32::from(feeling)).unwrap_or(0) * step;
    let column = |at: usize| at * wide + wide / 2;
    let placed: Vec<Option<(usize, usize)>> =
        points.iter().enumerate().map(|(at, it)| Some((column(at), row(it.feeling?)))).collect();
    for pair in placed.windows(2) {
        let [Some((from, top)), Some((to, bottom))] = pair else { continue };
        let (run, rise) = (to - from, bottom.abs_diff(*top));
        for across in 1..run {
            let moved = (across * rise * 2 + run) / (run * 2);
            let y = if bottom > top { top + moved } else { top - moved };
            cells[y][from + across] = (look.glyphs.dot, look.plain());
        }
    }
    for ((x, y), point) in placed.iter().zip(points).filter_map(|(place, point)| Some(((*place)?, point))) {
        let mark = match point.people {
            0 => look.glyphs.assumption,
            1..STRONG_FROM => look.glyphs.thin,
            _ => look.glyphs.strong,
        };
        cells[y][x] = (mark, look.bold());
    }
    cells.into_iter().enumerate().map(|(y, cells)| picture_row(scene, (y, step), &cells)).collect()
}

fn picture_row(scene: &Scene, (y, step): (usize, usize), cells: &[(&str, Style)]) -> Row {
    let look = &scene.world.look;
    let level = 2 - i32::try_from(y / step).unwrap_or(0);
    let scale = if y % step == 0 { format!("{level:>+4} ") } else { "     ".to_owned() };
    let scale = if level == 0 && y % step == 0 { "   0 ".to_owned() } else { scale };
    let mut spans = vec![Span::styled(format!("{scale}{}", look.glyphs.side), look.dim())];
    for run in cells.chunk_by(|a, b| a.1 == b.1) {
        let words: String = run.iter().map(|cell| cell.0).collect();
        spans.push(Span::styled(words, run[0].1));
    }
    Row::plain(spans)
}

/// Below the curve: the stages, and what each point is and how many people stand behind it.
fn names(scene: &Scene, points: &[Point], wide: usize) -> Vec<Row> {
    let (world, look) = (scene.world, &scene.world.look);
    let line = |cells: Vec<String>, style: Style| {
        let mut spans = vec![Span::raw(" ".repeat(SCALE))];
        spans.extend(cells.into_iter().map(|it| Span::styled(centred(&it, wide), style)));
        Row::plain(spans)
    };
    let stages = scene.board.map.stages.iter().enumerate();
    let stages = stages.map(|(at, it)| cut_marked(look, &stage_name(world, at, it), wide.saturating_sub(1))).collect();
    let told = |point: &Point| {
        let Some(feeling) = point.feeling else { return look.glyphs.dot.to_owned() };
        let people = world.say_with("people", &[("count", point.people.into())]);
        cut_marked(look, &format!("{feeling:+} {people}"), wide.saturating_sub(1))
    };
    vec![line(stages, look.plain()), line(points.iter().map(told).collect(), look.dim())]
}

fn centred(words: &str, cells: usize) -> String {
    let room = cells.saturating_sub(text::width(words));
    let left = room.div_ceil(2);
    format!("{}{words}{}", " ".repeat(left), " ".repeat(room - left))
}

/// Every feeling with its lines, stage by stage.
fn entries(scene: &Scene) -> Vec<Row> {
    let (world, look) = (scene.world, &scene.world.look);
    let mut rows = Vec::new();
    for (at, stage) in scene.board.map.stages.iter().enumerate() {
        let Some(cell) = scene.board.map.cell(&stage.card.stage, Lane::Feeling) else { continue };
        let felt = cell.entries.iter().filter_map(|entry| Some((entry, entry.facts.feeling?)));
        for (number, (entry, feeling)) in felt.enumerate() {
            let name = if number == 0 { stage_name(world, at, stage) } else { String::new() };
            let people = world.say_with("people", &[("count", entry.people.into())]);
            let room = scene.width.saturating_sub(26 + text::width(&people));
            let spans = vec![
                Span::styled(format!(" {}", padded(look, &name, 14)), look.dim()),
                Span::styled(format!(" {feeling:>+2} "), look.bold()),
                Span::raw(format!("{} {}", look.state(entry.state), padded(look, &entry.text, room))),
                Span::styled(format!("  {people}"), look.dim()),
            ];
            let lines = Lead::Lines(entry.text.clone(), entry.evidence.clone(), entry.contradicted_by.clone());
            rows.push(Row::to(lines, spans));
        }
    }
    rows
}

/// How the stages felt in each published version, and now.
fn history(scene: &Scene) -> Vec<Row> {
    let (world, look) = (scene.world, &scene.world.look);
    let all = feelings(&world.research, scene.board.journey.id).unwrap_or_default();
    if all.len() < 2 {
        return Vec::new();
    }
    let feeling = |it: Option<i8>| it.map_or_else(|| format!("{:>4}", look.glyphs.dot), |it| format!("{it:>+4}"));
    let row = |felt: &Felt| {
        let name = match (felt.number, felt.date) {
            (Some(number), Some(date)) => format!("v{number} {}", world.words.date(date)),
            _ => world.say("curve-now"),
        };
        let told: String = felt.stages.iter().map(|(_, it, _)| feeling(*it)).collect();
        Row::plain(vec![Span::styled(format!(" {}", padded(look, &name, 18)), look.dim()), Span::raw(told)])
    };
    let head = Row::plain(vec![Span::styled(format!(" {}", world.say("curve-versions")), look.bold())]);
    [Row::default(), head].into_iter().chain(all.iter().map(row)).collect()
}

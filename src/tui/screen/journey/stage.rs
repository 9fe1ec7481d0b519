//! One stage as a list: each lane with its entries, one after the other. As the stage card, with what people say of the
//! stage as a whole and what was measured of it.

use ratatui::text::Span;

use super::board::{Board, Spot};
use super::grid::{lane_name, mark, stage_name};
use super::view::counts;
use super::views::{Row, Scene};
use crate::domain::journey::MapStage;
use crate::domain::journey::heard::heard;
use crate::domain::journey::walks::obstacles;
use crate::domain::{Stage, text};
use crate::tui::screen::line::{self, padded};
use crate::tui::widget::canvas::Canvas;
use crate::tui::world::World;

/// Cells of the lane names, and of what is asked of a stage.
const LANES: usize = 18;

/// How many kinds of behaviour a card tells.
const BEHAVIOURS: usize = 4;

type Rows = Vec<Vec<Span<'static>>>;

/// Draws the stage of the cursor below the rows of its card; a grid that has no room has none.
pub fn draw(world: &World, board: &Board, ((stage, spot), card): ((usize, usize), &[Row]), canvas: &mut Canvas) {
    heads(world, board, stage, canvas);
    let spots = board.spots.get(stage).map(Vec::as_slice).unwrap_or_default();
    let (width, height) = (canvas.width(), canvas.height().saturating_sub(2));
    canvas.rows(2, height, |canvas| {
        let told = card.len();
        let rows = |at: usize| match at.checked_sub(told) {
            None => vec![card[at].spans.clone()],
            Some(place) => entry(world, board, (stage, spots, place), width),
        };
        // Rows of the card are no places: the list is drawn behind them, and its places are counted from 0.
        let all_above = told + spots.first().map_or(0, |_| rows(told).len()) <= canvas.height();
        let first = match spot == 0 && all_above {
            true => 0,
            false => line::first_shown(spot + told, told + spots.len(), canvas.height(), |at| rows(at).len()),
        };
        let mut y = 0;
        for at in first..told + spots.len() {
            for row in rows(at) {
                if y >= canvas.height() {
                    return;
                }
                canvas.line(y, &row);
                if let Some(place) = at.checked_sub(told) {
                    canvas.entry(y, place, place == spot);
                }
                y += 1;
            }
        }
    });
}

/// The stages, the one that is shown by its name.
fn heads(world: &World, board: &Board, here: usize, canvas: &mut Canvas) {
    let look = &world.look;
    let name = |at: usize, stage: &MapStage| match at == here {
        true => Span::styled(format!(" {} ", stage_name(world, at, stage)), look.bold()),
        false => Span::styled(format!(" {at} "), look.dim()),
    };
    let heads: Vec<Span> = board.map.stages.iter().enumerate().map(|(at, stage)| name(at, stage)).collect();
    canvas.line(0, &heads);
    canvas.rule(1);
}

/// The card of the stage of the cursor.
pub fn rows(scene: &Scene) -> Vec<Row> {
    let stage = scene.board.map.stages.get(scene.stage);
    stage.map(|stage| card(scene, scene.stage, stage)).into_iter().flatten().map(Row::plain).collect()
}

/// What is said of the stage: counts, who answers for it, its sub-steps, and the three standing questions.
fn card(scene: &Scene, at: usize, stage: &MapStage) -> Rows {
    let world = scene.world;
    let look = &world.look;
    let said = &stage.card;
    let mut rows: Rows = Vec::new();
    let mut row = |label: String, words: String, is_known: bool| {
        let head = format!(" {}", padded(look, &label, LANES));
        let room = scene.width.saturating_sub(LANES + 2).max(1);
        for (at, words) in text::wrap(&words, room, 0).into_iter().enumerate() {
            let head = if at == 0 { head.clone() } else { " ".repeat(LANES + 1) };
            let style = if is_known { look.plain() } else { look.dim() };
            rows.push(vec![Span::styled(head, look.dim()), Span::styled(words, style)]);
        }
    };
    if let Some(note) = heard(&world.research, &scene.board.map, &said.stage) {
        row(world.say("card-heard"), format!("\" {}  {}", note.text, world.research.code_of(note)), true);
    }
    row(world.say("card-counts"), counts(world, &stage.counts), stage.counts.newest.is_some());
    let unknown = || world.say("card-unknown");
    let known = |words: &str| if words.is_empty() { (unknown(), false) } else { (words.to_owned(), true) };
    let owner = match said.helpers.is_empty() {
        true => known(&said.owner),
        false => {
            let helpers = said.helpers.join(", ");
            let helpers = world.say_with("card-helpers", &[("helpers", helpers.as_str().into())]);
            (format!("{} {} {helpers}", known(&said.owner).0, look.glyphs.dot), true)
        }
    };
    row(world.say("lane-owner"), owner.0, owner.1);
    if !said.steps.is_empty() {
        row(world.say("card-steps"), said.steps.join(&format!(" {} ", look.glyphs.arrow)), true);
    }
    if !said.lead.is_empty() {
        row(world.say("card-lead"), said.lead.clone(), true);
    }
    let measured = measured(scene, at);
    for (key, words, measured) in [
        ("card-worked", &said.worked, None),
        ("card-fell", &said.fell, measured.0),
        ("card-lasts", &said.lasts, measured.1),
    ] {
        let (words, is_known) = known(words);
        let words = [Some(words), measured].into_iter().flatten().collect::<Vec<_>>();
        row(world.say(key), words.join(&format!(" {} ", look.glyphs.dot)), is_known || words.len() > 1);
    }
    for (key, words) in [("card-done", behaviours(scene, at)), ("lane-barrier", barriers(scene, &said.stage))] {
        words.into_iter().for_each(|words| row(world.say(key), words, true));
    }
    rows.push(Vec::new());
    rows
}

/// What most people were seen to do here, with how many did.
fn behaviours(scene: &Scene, at: usize) -> Option<String> {
    let world = scene.world;
    let seen = scene.paths?.stages.get(at)?.behaviours.iter().take(BEHAVIOURS);
    let told = seen.map(|it| {
        let what = if it.touchpoint.is_empty() { world.say(&format!("act-{}", it.act)) } else { it.touchpoint.clone() };
        format!("{what} ({})", world.say_with("people", &[("count", it.people.into())]))
    });
    Some(told.collect::<Vec<_>>().join(&format!(" {} ", world.look.glyphs.dot))).filter(|told| !told.is_empty())
}

/// How many barriers stand, and how long those stood that were removed.
fn barriers(scene: &Scene, stage: &Stage) -> Option<String> {
    let world = scene.world;
    let it = obstacles(&world.research, &scene.board.map, stage);
    let open = (!it.open.is_empty()).then(|| world.say_with("card-open", &[("count", it.open.len().into())]));
    let removed = it.median_and_max().map(|(median, most)| {
        let args = [("count", it.days.len().into()), ("median", median.into()), ("most", most.into())];
        world.say_with("card-removed", &args)
    });
    let told: Vec<String> = [open, removed].into_iter().flatten().collect();
    Some(told.join(&format!(" {} ", world.look.glyphs.dot))).filter(|told| !told.is_empty())
}

/// What was measured of a stage: whose path ended there, and how long it took.
fn measured(scene: &Scene, at: usize) -> (Option<String>, Option<String>) {
    let world = scene.world;
    let Some(paths) = scene.paths else { return (None, None) };
    let fell = paths.stages.get(at).map(|it| it.ended.exits()).filter(|exits| *exits > 0);
    let fell = fell.map(|people| {
        let people = world.say_with("people", &[("count", people.into())]);
        world.say_with("card-exits", &[("people", people.as_str().into())])
    });
    let time = paths.times.get(at).filter(|it| it.n > 0);
    let lasts = time.map(|it| {
        let people = world.say_with("people", &[("count", it.n.into())]);
        let days = it.raw.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        let (key, days) = match it.median {
            Some(median) => ("card-median", median.into()),
            None => ("card-days", days.as_str().into()),
        };
        world.say_with(key, &[("days", days), ("people", people.as_str().into())])
    });
    (fell, lasts)
}

/// The rows of one place: the lane where it is its first, the marks, the words, and at the right who says so.
fn entry(world: &World, board: &Board, (stage, spots, at): (usize, &[Spot], usize), width: usize) -> Rows {
    let look = &world.look;
    let spot = &spots[at];
    let is_first = at.checked_sub(1).is_none_or(|before| spots[before].lane != spot.lane);
    let labels = if width < 60 { LANES - 6 } else { LANES };
    let lane = if is_first { lane_name(world, board, spot.lane) } else { String::new() };
    let label = Span::styled(format!(" {}", padded(look, &lane, labels)), look.dim());
    if spot.is_empty() {
        let read = board.map.stages.get(stage).map(|it| board.map.read(it, spot.lane)).unwrap_or_default();
        let words =
            if read.is_empty() { look.glyphs.dot.to_owned() } else { read.join(&format!(" {} ", look.glyphs.dot)) };
        let words = line::cut_marked(look, &words, width.saturating_sub(labels + 4));
        return vec![vec![label, Span::styled(format!("   {words}"), look.dim())]];
    }
    let people = world.say_with("people", &[("count", spot.people().into())]);
    let waits = if spot.change.is_some() { look.glyphs.waits } else { " " };
    let style = if spot.is_new() || spot.is_blank() { look.dim() } else { look.plain() };
    let room = width.saturating_sub(labels + text::width(&people) + 6).max(1);
    let mut rows = Rows::new();
    for (at, words) in text::wrap(&spot.said(world), room, 0).into_iter().enumerate() {
        if at > 0 {
            rows.push(vec![Span::styled(format!("{}{words}", " ".repeat(labels + 4)), style)]);
            continue;
        }
        let fill = " ".repeat(room.saturating_sub(text::width(&words)) + 1);
        let sign = Span::styled(format!("{waits}{} ", mark(world, spot)), style);
        let people = Span::styled(format!("{fill}{people}"), look.dim());
        rows.push(vec![label.clone(), sign, Span::styled(words, style), people]);
    }
    rows
}

//! This map beside another one, cell by cell: what stands only here, what stands only there, and on how many people what
//! stands in both rests. With another persona, a competitor, a fork, or a published version of this journey.

use ratatui::text::Span;

use super::views::{Lead, Row, Scene, View};
use super::{JourneyPane, map};
use crate::domain::Id;
use crate::domain::journey::Map;
use crate::domain::journey::diff::{CellDiff, diff, name_of_lane, name_of_stage};
use crate::domain::journey::versions::editions_of;
use crate::domain::text;
use crate::error::{Error, Result};
use crate::exchange::editions::read;
use crate::tui::overlay::ask::Ask;
use crate::tui::pane::{Asking, Move};
use crate::tui::widget::cursor::Cursor;
use crate::tui::world::World;

/// The most others that a question can name.
const MOST: usize = 9;

/// With what a map is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Beside {
    /// Another journey.
    Journey(Id),
    /// A persona whose journey nobody keeps yet: what the rules propose for it.
    Persona(Id),
    /// A published version of this journey.
    Edition(Id),
}

/// Everything that this journey can be compared with, and what it is called.
fn others(pane: &JourneyPane, world: &World) -> Vec<(String, Beside)> {
    let (research, Some(board)) = (&world.research, &pane.board) else { return Vec::new() };
    let mut all = Vec::new();
    let editions = editions_of(research, board.journey.id);
    let version = |number: u32, date| {
        let date = world.words.date(date);
        world.say_with("beside-version", &[("number", number.into()), ("date", date.as_str().into())])
    };
    all.extend(
        editions.iter().rev().take(3).map(|it| (version(it.number, it.published.date()), Beside::Edition(it.id))),
    );
    let journeys = research.journeys().values().filter(|it| it.id != board.journey.id);
    let mut journeys: Vec<_> =
        journeys.map(|it| (it.persona != pane.persona, map::name(research, it), it.id)).collect();
    journeys.sort();
    all.extend(journeys.into_iter().map(|(_, name, id)| (name, Beside::Journey(id))));
    let is_kept = |persona: Id| map::ours(research, persona).is_some();
    let personas = research.personas().values().filter(|it| it.id != pane.persona && !is_kept(it.id));
    let mut personas: Vec<_> = personas.map(|it| (it.name.clone(), it.id)).collect();
    personas.sort();
    let proposed = |name: String| world.say_with("beside-proposed", &[("name", name.as_str().into())]);
    all.extend(personas.into_iter().map(|(name, id)| (proposed(name), Beside::Persona(id))));
    all.truncate(MOST);
    all
}

/// Asks with what to compare.
pub fn ask(pane: &mut JourneyPane, world: &mut World) {
    let others = others(pane, world);
    if others.is_empty() {
        let told = world.say("beside-none");
        return world.tell(told);
    }
    let options = others.into_iter().map(|(name, _)| name).collect();
    let ask = Ask::choice(Asking::Beside, world.say("beside-title"), options);
    world.moves.push(Move::Open(Box::new(ask)));
}

/// Takes the answer.
pub fn take(pane: &mut JourneyPane, world: &World, choice: usize) {
    let other = others(pane, world).into_iter().nth(choice.wrapping_sub(1));
    if let Some((_, other)) = other {
        (pane.beside, pane.view, pane.row) = (Some(other), View::Compare, Cursor::default());
    }
}

/// The other map with its name.
fn other(world: &World, beside: &Beside) -> Result<(String, Map)> {
    let research = &world.research;
    let missing = || Error::not_found("record-missing").with("kind", crate::domain::Kind::Journey);
    match beside {
        Beside::Journey(id) => {
            let journey = research.journeys().get(id).ok_or_else(missing)?;
            Ok((map::name(research, journey), map::of(research, *id)?))
        }
        Beside::Persona(id) => {
            let map = map::of_persona(research, *id)?;
            Ok((map.persona.clone(), map))
        }
        Beside::Edition(id) => {
            let edition = research.journey_editions().get(id).ok_or_else(missing)?;
            Ok((format!("v{}", edition.number), read(edition)?))
        }
    }
}

/// The rows of the view.
pub fn rows(scene: &Scene) -> Vec<Row> {
    let (world, look) = (scene.world, &scene.world.look);
    let dim = |words: String| vec![Row::plain(vec![Span::styled(format!(" {words}"), look.dim())])];
    let Some(beside) = scene.beside else { return dim(world.say("beside-title")) };
    let (there, map) = match other(world, beside) {
        Ok(other) => other,
        Err(error) => return dim(world.sentence(&error)),
    };
    let here = map::name(&world.research, &scene.board.journey);
    let maps = [&scene.board.map, &map];
    let diff = diff(maps[0], maps[1]);
    let same = diff.cells.iter().filter(|it| it.is_same() && it.counted.is_empty()).count();
    let changed: Vec<&CellDiff> = diff.cells.iter().filter(|it| !it.is_same() || !it.counted.is_empty()).collect();
    let counts = [("changed", diff.changed().count().into()), ("same", same.into())];
    let counts = world.say_with("beside-counts", &counts);
    let mut rows = vec![Row::plain(vec![
        Span::styled(format!(" {} {here}", look.glyphs.here), look.bold()),
        Span::styled(format!("  {} {there}", look.glyphs.back), look.bold()),
        Span::styled(format!("   {counts}"), look.dim()),
    ])];
    let unmet: Vec<String> =
        diff.unmet.iter().map(|it| world.words.named("stage", name_of_stage(maps, it), it)).collect();
    if !unmet.is_empty() {
        let stages = unmet.join(", ");
        let args = [("name", there.as_str().into()), ("stages", stages.as_str().into())];
        rows.extend(dim(world.say_with("beside-unmet", &args)));
    }
    rows.push(Row::default());
    rows.extend(changed.into_iter().flat_map(|it| cell(scene, maps, it)));
    rows
}

/// One cell: where, then what stands here only, there only, and in both on other numbers.
fn cell(scene: &Scene, maps: [&Map; 2], it: &CellDiff) -> Vec<Row> {
    let (world, look, board) = (scene.world, &scene.world.look, scene.board);
    let at = board.map.stages.iter().position(|known| known.card.stage == it.stage);
    let stage = world.words.named("stage", name_of_stage(maps, &it.stage), &it.stage);
    let lane = world.words.named("lane", name_of_lane(maps, it.lane), it.lane);
    let name = format!(" {} {stage} {} {lane}", at.map(|at| at.to_string()).unwrap_or_default(), look.glyphs.dot);
    let head = vec![Span::styled(name, look.bold())];
    let mut rows =
        vec![at.map_or_else(|| Row::plain(head.clone()), |at| Row::to(Lead::Cell(at, it.lane), head.clone()))];
    let mut told = |sign: &str, words: &str, style| {
        for (at, words) in text::wrap(words, scene.width.saturating_sub(8).max(1), 0).into_iter().enumerate() {
            let sign = if at == 0 { sign } else { " " };
            rows.push(Row::plain(vec![Span::styled(format!("     {sign} "), look.dim()), Span::styled(words, style)]));
        }
    };
    it.left.iter().for_each(|words| told(look.glyphs.here, words, look.plain()));
    it.right.iter().for_each(|words| told(look.glyphs.back, words, look.plain()));
    for (words, left, right) in &it.counted {
        let people = |count: usize| world.say_with("people", &[("count", count.into())]);
        let words = format!("{words}  {} {} {}", people(*left), look.glyphs.arrow, people(*right));
        told(look.glyphs.alike, &words, look.dim());
    }
    rows
}

//! What a journey lacks and what should be put right, each with a way to where it can be done. What is lacking is the
//! domain's to say.

use ratatui::text::Span;

use super::facts::named;
use super::grid::lane_name;
use super::views::{Lead, Row, Scene};
use crate::domain::journey::check::{Lack, LackKind, lacks};
use crate::domain::journey::walks::{Fix, fixes};
use crate::domain::text;
use crate::tui::screen::line::padded;

/// The rows of the view.
pub fn rows(scene: &Scene) -> Vec<Row> {
    let (world, look) = (scene.world, &scene.world.look);
    let said = |key: &str| vec![Row::plain(vec![Span::styled(format!(" {}", world.say(key)), look.dim())])];
    let board = scene.board;
    if !board.map.kept {
        return said("journey-nothing-kept");
    }
    let all = lacks(&world.research, &board.journey, (&board.map, &board.waiting), world.now.date());
    let fixes = fixes(&world.research, board.journey.id, &board.map);
    if all.is_empty() && fixes.is_empty() {
        return said("gaps-none");
    }
    let (fails, rest): (Vec<&Lack>, Vec<&Lack>) = all.iter().partition(|it| it.fails);
    let mut rows = Vec::new();
    for (key, lacks) in [("gaps-fail", fails), ("gaps-rest", rest)] {
        if !lacks.is_empty() {
            rows.push(heading(scene, key, lacks.len()));
            rows.extend(lacks.into_iter().flat_map(|it| lack(scene, it)));
            rows.push(Row::default());
        }
    }
    if !fixes.is_empty() {
        rows.push(heading(scene, "gaps-fixes", fixes.len()));
        rows.extend(fixes.iter().map(|it| fix(scene, it)));
    }
    rows
}

fn heading(scene: &Scene, key: &str, count: usize) -> Row {
    let words = scene.world.say_with(key, &[("count", count.into())]);
    Row::plain(vec![Span::styled(format!(" {words}"), scene.world.look.bold())])
}

/// One thing that is lacking: where, and what; a long one goes on below.
fn lack(scene: &Scene, it: &Lack) -> Vec<Row> {
    let (world, look, board) = (scene.world, &scene.world.look, scene.board);
    let at = it.stage.as_ref().and_then(|stage| board.map.stages.iter().position(|known| known.card.stage == *stage));
    let stage = it.stage.as_ref().map(|stage| named(world, &board.map, stage));
    let lane = it.lane.map(|lane| lane_name(world, board, lane));
    let place = match (at, stage, &lane) {
        (Some(at), Some(stage), Some(lane)) => format!("{at} {stage} {} {lane}", look.glyphs.dot),
        (Some(at), Some(stage), None) => format!("{at} {stage}"),
        _ => world.say("gaps-whole"),
    };
    let count = it.count.unwrap_or(0);
    let what =
        world.say_with(&format!("lack-{}", it.kind), &[("what", it.what.as_str().into()), ("count", count.into())]);
    let lead = match (it.kind, at, it.lane) {
        (LackKind::NoGoal | LackKind::NoWorksIf | LackKind::WorksUnknown, ..) => Some(Lead::Settings),
        (_, Some(at), Some(lane)) => Some(Lead::Cell(at, lane)),
        (_, Some(at), None) => Some(Lead::Stage(at)),
        _ => None,
    };
    let places = match scene.width {
        ..60 => 18,
        60..100 => 32,
        _ => 44,
    };
    let room = scene.width.saturating_sub(places + 5).max(1);
    let sign = if it.fails { "!" } else { look.glyphs.dot };
    let mut rows = Vec::new();
    for (at, words) in text::wrap(&what, room, 0).into_iter().enumerate() {
        let head = if at == 0 { format!(" {sign} {} ", padded(look, &place, places)) } else { " ".repeat(places + 4) };
        let spans = vec![Span::styled(head, look.dim()), Span::raw(words)];
        rows.push(Row { spans, lead: lead.clone().filter(|_| at == 0) });
    }
    rows
}

/// What should be put right: how bad, how many people, where.
fn fix(scene: &Scene, it: &Fix) -> Row {
    let (world, look) = (scene.world, &scene.world.look);
    let at = scene.board.map.stages.iter().position(|known| known.card.stage == it.stage);
    let stage = named(world, &scene.board.map, &it.stage);
    let place = at.map_or(stage.clone(), |at| format!("{at} {stage}"));
    let weight = match it.severity {
        Some(severity) => {
            let people = world.say_with("people", &[("count", it.people.into())]);
            let args = [("severity", severity.into()), ("people", people.as_str().into())];
            world.say_with("gaps-weight", &args)
        }
        None => world.say("gaps-walked"),
    };
    let lead = match it.walk {
        Some((walk, place)) => Lead::Failure(walk, place),
        None => Lead::Cell(at.unwrap_or(0), crate::domain::journey::Lane::Pain),
    };
    let places = if scene.width < 60 { 12 } else { 18 };
    let room = scene.width.saturating_sub(places + 6 + text::width(&weight)).max(1);
    let spans = vec![
        Span::styled(format!(" {} {} ", look.glyphs.dot, padded(look, &place, places)), look.dim()),
        Span::raw(padded(look, &it.what, room)),
        Span::styled(format!(" {weight}"), look.dim()),
    ];
    Row::to(lead, spans)
}

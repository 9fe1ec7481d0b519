//! The journeys that people keep, as rows of home: which version is out, what is stale, what is remarked. Only what costs
//! next to nothing is told here; what the evidence proposes is told by the journey itself.

use super::rows::{Goal, Row};
use crate::domain::journey::check::{revised, staleness};
use crate::domain::journey::{Journey, map, steps, versions};
use crate::exchange::sheet::said;
use crate::tui::action::Action;
use crate::tui::world::World;

/// Our journeys for all people of a persona, by the persona's name.
pub fn journeys(world: &World) -> Vec<Row> {
    let research = &world.research;
    let kept = research.journeys().values().filter(|it| it.competitor.is_empty() && it.group.is_empty());
    let mut rows: Vec<(String, &Journey)> = kept.map(|it| (map::name(research, it), it)).collect();
    rows.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.id.cmp(&b.1.id)));
    rows.into_iter().map(|(name, journey)| row(world, &name, journey)).collect()
}

fn row(world: &World, name: &str, journey: &Journey) -> Row {
    let research = &world.research;
    let version = versions::editions_of(research, journey.id).last().map(|it| format!(" v{}", it.number));
    let open = map::entries_of(research, journey.id)
        .flat_map(|entry| steps::comments_on(research, entry.id))
        .filter(|comment| comment.resolved.is_none())
        .count();
    let stale = staleness(research, journey, world.now.date());
    let stale = stale.map(|it| said::stale(it, &world.words));
    let comments = (open > 0).then(|| world.say_with("comments-open", &[("count", open.into())]));
    let told: Vec<String> = stale.into_iter().chain(comments).collect();
    let aside = match told.is_empty() {
        true => world.words.date(revised(research, journey)),
        false => told.join(&format!(" {} ", world.look.glyphs.dot)),
    };
    let text = format!("{name}{}", version.unwrap_or_default());
    let hint = Some((Action::Open, "action-open"));
    Row { part: "home-journeys", text, aside, hint, goal: Goal::Journey(journey.persona) }
}

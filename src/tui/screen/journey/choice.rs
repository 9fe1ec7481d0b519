//! Which of a persona's journeys is on the table: ours, one that leads to a competitor, one that was forked for a group;
//! and how another one is begun.

use super::JourneyPane;
use crate::domain::journey::{Journey, map, steps};
use crate::error::Result;
use crate::tui::overlay::ask::Ask;
use crate::tui::overlay::form::{Field, Form};
use crate::tui::pane::{Asking, Move, Pane};
use crate::tui::world::{Seen, World};

/// The most journeys that the question names; two more options begin others.
const MOST: usize = 7;

/// The journeys of the persona: ours first, also where nobody keeps it yet.
fn journeys<'w>(pane: &JourneyPane, world: &'w World) -> Vec<Option<&'w Journey>> {
    let ours = map::ours(&world.research, pane.persona);
    let is_other = |it: &&Journey| ours.is_none_or(|ours| ours.id != it.id);
    let others = map::journeys_of(&world.research, pane.persona).filter(is_other).map(Some);
    [ours].into_iter().chain(others).take(MOST).collect()
}

/// Asks which journey to look at, or which to begin.
pub fn ask(pane: &mut JourneyPane, world: &mut World) {
    let name = |journey: Option<&Journey>| {
        let Some(journey) = journey else { return world.say("journeys-ours-open") };
        let is_ours = journey.competitor.is_empty() && journey.group.is_empty();
        let name = map::name(&world.research, journey);
        if is_ours { world.say_with("journeys-ours", &[("name", name.as_str().into())]) } else { name }
    };
    let mut options: Vec<String> = journeys(pane, world).into_iter().map(name).collect();
    options.push(world.say("journeys-competitor"));
    if pane.board.as_ref().is_some_and(|board| board.map.kept) {
        options.push(world.say("journeys-fork"));
    }
    let ask = Ask::choice(Asking::Journeys, world.say("journeys-title"), options);
    world.moves.push(Move::Open(Box::new(ask)));
}

/// Takes the answer.
pub fn take(pane: &mut JourneyPane, world: &mut World, choice: usize) {
    let journeys = journeys(pane, world);
    let chosen = choice.checked_sub(1).and_then(|at| journeys.get(at));
    match (chosen, choice.saturating_sub(journeys.len())) {
        (Some(chosen), _) => {
            let chosen = chosen.map(|it| it.id);
            look_at(pane, world, chosen);
        }
        (None, 1) => ask_name(world, Asking::Competitor, "journeys-competitor-title", "field-competitor"),
        (None, 2) => ask_fork(world),
        _ => {}
    }
}

/// Asks for which group of the persona's people the journey is forked.
pub fn ask_fork(world: &mut World) {
    ask_name(world, Asking::ForkGroup, "journeys-fork-title", "field-group");
}

fn ask_name(world: &mut World, asking: Asking, title: &str, label: &str) {
    let form = Form::new(asking, world.say(title), vec![Field::new(world.say(label), "")]);
    world.moves.push(Move::Open(Box::new(form)));
}

/// Begins a competitor's journey, or forks this one for a group, and looks at it.
pub fn begin(pane: &mut JourneyPane, world: &mut World, asking: Asking, name: &str) -> Result<()> {
    let begun = {
        let (research, doing) = (&world.research, (world.author.as_str(), &world.fresh()));
        match (asking, &pane.board) {
            (Asking::Competitor, _) => {
                let journey = steps::begun(research, pane.persona, name, doing)?;
                let id = journey.id;
                steps::changed(research, journey)?.map(|step| (id, step))
            }
            (_, Some(board)) => steps::forked(research, board.journey.id, name, doing),
            _ => None,
        }
    };
    if let Some((id, step)) = begun
        && world.commit(step)
    {
        look_at(pane, world, Some(id));
    }
    Ok(())
}

fn look_at(pane: &mut JourneyPane, world: &World, chosen: Option<crate::domain::Id>) {
    (pane.chosen, pane.board, pane.beside, pane.goal) = (chosen, None, None, None);
    (pane.stage, pane.spot.at, pane.seen) = (0, 0, Seen::default());
    pane.refresh(world);
}

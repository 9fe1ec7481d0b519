//! Handing a journey out: which map leaves, freezing it under the next number with a reason, and what is told of it.
//! What a published version is, is the domain's.

use super::JourneyPane;
use super::board::Board;
use crate::domain::journey::{Map, for_export, journey_for_export, map, versions};
use crate::error::Result;
use crate::exchange::editions;
use crate::tui::overlay::form::{Field, Form};
use crate::tui::pane::{Asking, Move};
use crate::tui::world::World;

/// The map as it may leave: without the people who did not agree to it.
///
/// # Errors
/// Where the persona or the journey is gone.
pub fn leaving(world: &World, board: &Board) -> Result<Map> {
    let persona = board.journey.persona;
    if !board.map.kept {
        return for_export(&world.research, persona);
    }
    journey_for_export(&world.research, board.journey.id)
}

/// Asks why the journey is published as its next version.
pub fn ask(pane: &JourneyPane, world: &mut World) {
    let Some(board) = &pane.board else { return };
    let number = versions::next_number(&world.research, board.journey.id);
    let name = map::name(&world.research, &board.journey);
    let title = world.say_with("publish-title", &[("persona", name.as_str().into()), ("number", number.into())]);
    let field = Field::new(world.say("field-reason-maybe"), "");
    let form = Form::new(Asking::PublishJourney, title, vec![field]).leaving_blank();
    world.moves.push(Move::Open(Box::new(form)));
}

/// Publishes it, unless something in it may not leave.
///
/// # Errors
/// As [`leaving`], and where the map cannot be written.
pub fn take(pane: &JourneyPane, world: &mut World, reason: &str) -> Result<()> {
    let Some(board) = &pane.board else { return Ok(()) };
    let map = leaving(world, board)?;
    if !world.lets_out(&map) {
        return Ok(());
    }
    let doing = (world.author.as_str(), &world.fresh());
    let (step, map) = editions::publish(&world.research, &board.journey, (map, reason), doing)?;
    if world.commit(step) {
        let number = map.edition.map_or(1, |it| it.number);
        let args = [("persona", map.persona.as_str().into()), ("number", number.into())];
        let told = world.say_with("publish-journey-done", &args);
        world.tell(told);
    }
    Ok(())
}

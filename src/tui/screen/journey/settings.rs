//! The forms of what a journey says of itself and of each stage: goal, by what one sees that it works, review, stages; who
//! answers for a stage, its sub-steps, its three standing questions. Limits and meanings are the domain's.

use super::JourneyPane;
use super::grid::stage_name;
use crate::domain::journey::{Journey, MappingStep, StageCard, map, steps};
use crate::domain::{Stage, text};
use crate::error::{Error, Result};
use crate::tui::overlay::form::{Field, Form};
use crate::tui::pane::{Asking, Move};
use crate::tui::world::World;

/// Between the parts of a field that holds several; the names of stages have commas of their own.
const BETWEEN: (char, char) = (',', ';');

fn stage_words(world: &World, card: &StageCard) -> String {
    world.words.named("stage", &card.name, &card.stage)
}

/// Asks what the journey says of itself.
pub fn ask(pane: &JourneyPane, world: &mut World) {
    let Some(board) = &pane.board else { return };
    let journey = &board.journey;
    let yes_no = |it: Option<bool>| it.map(|it| world.say(if it { "yes" } else { "no" })).unwrap_or_default();
    let stages: Vec<String> = journey.stages.iter().map(|card| stage_words(world, card)).collect();
    let field = |key: &str, words: &str| Field::new(world.say(key), words);
    let today = world.now.date().to_string();
    let reviewed = journey.reviewed.map(|it| it.date().to_string()).unwrap_or_default();
    let fields = vec![
        field("field-goal", &journey.goal),
        field("field-works-if", &journey.works_if),
        field("field-works", &yes_no(journey.works)).choosing(vec![String::new(), world.say("yes"), world.say("no")]),
        field("field-review", &journey.review_days.map(|it| it.to_string()).unwrap_or_default()),
        field("field-reviewed", &reviewed).choosing(vec![reviewed.clone(), today]),
        field("field-stages", &stages.join("; ")),
    ];
    let title = map::name(&world.research, journey);
    let form = Form::new(Asking::JourneySettings, title, fields).leaving_blank();
    world.moves.push(Move::Open(Box::new(form)));
}

/// Asks what is said of the stage at the cursor.
pub fn ask_stage(pane: &JourneyPane, world: &mut World) {
    let Some((board, card)) = pane.board.as_ref().and_then(|it| Some((it, it.journey.stages.get(pane.stage)?))) else {
        return;
    };
    let title = board.map.stages.get(pane.stage).map(|it| stage_name(world, pane.stage, it)).unwrap_or_default();
    let field = |key: &str, words: &str| Field::new(world.say(key), words);
    let fields = vec![
        field("field-owner", &card.owner),
        field("field-helpers", &card.helpers.join(", ")),
        field("field-substeps", &card.steps.join(", ")),
        field("card-lead", &card.lead),
        field("card-worked", &card.worked),
        field("card-fell", &card.fell),
        field("card-lasts", &card.lasts),
        field("field-name", &card.name),
    ];
    let form = Form::new(Asking::StageCard(pane.stage), title, fields).leaving_blank();
    world.moves.push(Move::Open(Box::new(form)));
}

/// Takes the texts of one of these forms as one step.
///
/// # Errors
/// A text is no number or no day where one is asked for; a stage that holds entries is left out.
pub fn take(pane: &JourneyPane, world: &mut World, asking: Asking, texts: &[String]) -> Result<()> {
    let Some(board) = &pane.board else { return Ok(()) };
    let mut journey = board.journey.clone();
    let text = |at: usize| texts.get(at).map_or("", String::as_str);
    match asking {
        Asking::JourneySettings => fill(world, &mut journey, &text)?,
        Asking::StageCard(at) => {
            if let Some(card) = journey.stages.get_mut(at) {
                fill_stage(card, &text);
            }
        }
        Asking::SkipStep(step) => skip(&mut journey, step, text(0)),
        _ => return Ok(()),
    }
    let step = steps::changed(&world.research, journey)?;
    step.map(|step| world.commit(step));
    Ok(())
}

fn skip(journey: &mut Journey, step: MappingStep, reason: &str) {
    if reason.is_empty() {
        journey.skipped.remove(&step);
    } else {
        journey.skipped.insert(step, reason.to_owned());
    }
}

fn fill<'t>(world: &World, journey: &mut Journey, text: &impl Fn(usize) -> &'t str) -> Result<()> {
    let wrong = |key: &str| Error::refused("out-of-range").with("field", world.say(key));
    (journey.goal, journey.works_if) = (text(0).to_owned(), text(1).to_owned());
    journey.works = ["yes", "no"].into_iter().find(|key| world.say(key) == text(2)).map(|key| key == "yes");
    journey.review_days = match text(3) {
        "" => None,
        days => Some(days.parse().map_err(|_| wrong("field-review"))?),
    };
    let before = journey.reviewed.map(|it| it.date().to_string()).unwrap_or_default();
    journey.reviewed = match text(4) {
        "" => None,
        same if same == before => journey.reviewed,
        today if today == world.now.date().to_string() => Some(world.now),
        _ => return Err(wrong("field-reviewed")),
    };
    journey.stages = stages(world, journey, &text::parts(text(5), BETWEEN.1))?;
    Ok(())
}

/// The stages by their names, in the order in which they are named: known ones keep what is said of them, new ones begin
/// with nothing.
fn stages(world: &World, journey: &Journey, names: &[String]) -> Result<Vec<StageCard>> {
    let mut left = journey.stages.clone();
    let mut all: Vec<StageCard> = Vec::new();
    for name in names {
        let known = left.iter().position(|card| stage_words(world, card) == *name);
        let card = match known {
            Some(at) => left.remove(at),
            None => StageCard { name: name.clone(), ..StageCard::blank(own(journey, &all)?) },
        };
        all.push(card);
    }
    Ok(all)
}

/// The first key of a stage of the team's own that is free.
fn own(journey: &Journey, others: &[StageCard]) -> Result<Stage> {
    let is_free = |key: &Stage| !journey.stages.iter().chain(others).any(|card| card.stage == *key);
    let keys = (1..=99).filter_map(|number| format!("own_{number}").parse::<Stage>().ok());
    keys.into_iter().find(is_free).ok_or_else(|| Error::refused("out-of-range").with("field", "stages"))
}

fn fill_stage<'t>(card: &mut StageCard, text: &impl Fn(usize) -> &'t str) {
    card.owner = text(0).to_owned();
    card.helpers = text::parts(text(1), BETWEEN.0);
    card.steps = text::parts(text(2), BETWEEN.0);
    (card.lead, card.worked, card.fell) = (text(3).to_owned(), text(4).to_owned(), text(5).to_owned());
    (card.lasts, card.name) = (text(6).to_owned(), text(7).to_owned());
}

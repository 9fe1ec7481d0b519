//! What the desk tells, taken into the model: what is saved, what another process wrote, the studies and the answers.
//! What a key does is in `update`.

use super::effect::Effect;
use super::keymap::Place;
use super::model::{Model, Start};
use super::overlay::ask::Ask;
use super::overlay::form::{Field, Form};
use super::pane::{Asking, Move, Pane};
use super::screen::capture::Capture;
use super::screen::reader::Reader;
use super::screen::studies::Studies;
use super::update::{ask_unsaved, top};
use super::world::Safety;
use crate::domain::{Research, Study};
use crate::error::Error;
use crate::library::{Draft, News, Next, Ticket, Undone};

/// Takes news from the desk.
pub(super) fn hear(model: &mut Model, news: News) {
    let world = &mut model.world;
    match news {
        News::Studies(studies) => studies_known(model, studies),
        News::Loaded { research, drafts, names, ticket } => {
            world.names = names;
            opened(model, *research, drafts, ticket);
        }
        News::Saved { ticket, edits } => {
            world.saved(ticket);
            world.adopt(edits);
            if world.leaving && world.safety() == Safety::Saved {
                world.effects.push(Effect::Quit);
            }
        }
        News::SaveFailed { pending, error } => {
            world.saving.failed = Some((pending, world.sentence(&error)));
            if world.leaving {
                ask_unsaved(model);
            }
        }
        News::SaveRefused { step, error } => refused(model, &step, &error),
        News::Arrived(edits) => world.adopt(edits),
        News::NextUndo { next, own } => undo_or_ask(model, &next, own),
        News::Undone { undone, redo } => turned(model, undone, redo),
        News::History(past) => {
            if let Some(pane) = model.panes.iter_mut().rev().find(|pane| pane.place() == Place::History) {
                pane.recalled(world, past);
            }
        }
        News::Explained { step, changes } => {
            let (pane, world) = top(model);
            pane.explained(world, step, changes);
        }
        News::OpenElsewhere { .. } => {
            let text = world.say("open-elsewhere");
            world.tell(text);
        }
        News::NothingTo { redo } => {
            let text = world.say(if redo { "nothing-to-redo" } else { "nothing-to-undo" });
            world.tell(text);
        }
        News::Echo(echo) => world.echoes.keep(echo),
        News::Found { generation, found } => {
            if let Some(pane) = model.panes.iter_mut().rev().find(|pane| pane.place().is_the_search()) {
                pane.found(world, generation, found.map(|it| *it));
            }
        }
        News::Watched { search, people } => world.watch.keep(search, people),
        News::Rebuilding { done, total } => world.rebuilding = Some((done, total)),
        News::Indexed => {
            world.rebuilding = None;
            world.watch.is_due(world.now);
        }
        News::Rescued { file, records } => rescued(model, &file.display().to_string(), records),
        News::Failed(error) => world.tell_error(&error),
    }
}

/// Undoes what this session did here. Anything else is named first: what another window or an earlier session did,
/// and in a live capture what is older than its lines.
fn undo_or_ask(model: &mut Model, next: &Next, own: bool) {
    let Some(study) = model.world.study().map(|study| study.id) else { return };
    let (pane, world) = top(model);
    let why = match (own, pane.undoes(world, next)) {
        (true, true) => return world.effects.push(Effect::UndoStep(study, next.step)),
        (false, _) => "undo-theirs",
        (true, false) => "undo-older",
    };
    let what = world.step_name(&next.name, &next.about);
    let time = world.words.day_time(next.at.local());
    let title = world.say_with("undo-title", &[("what", (&what).into())]);
    let why = world.say_with(why, &[("author", (&next.author).into()), ("time", (&time).into())]);
    if world.pressed != world.undo_asked {
        return world.tell(why);
    }
    let ask = Ask::choice(Asking::Undo(study, next.step), title, vec![world.say("undo-yes")]).saying(vec![why]);
    world.moves.push(Move::Open(Box::new(ask)));
}

/// A step was undone or done again: the study follows, and so does the history where it is open.
fn turned(model: &mut Model, undone: Undone, redo: bool) {
    let world = &mut model.world;
    let what = world.step_name(&undone.name, &undone.about);
    world.adopt(undone.edits);
    let key = if redo { "redone" } else { "undone" };
    let text = world.say_with(key, &[("what", (&what).into())]);
    world.tell(text);
    let study = world.study().map(|study| study.id);
    if model.panes.iter().any(|pane| pane.place() == Place::History) {
        model.world.effects.extend(study.map(Effect::History));
    }
}

/// A step that the library refuses for good: what is in memory is no longer what is on disk, so it is read anew.
fn refused(model: &mut Model, step: &str, error: &Error) {
    let why = format!("{}: {}", model.world.step_name(step, ""), model.world.sentence(error));
    model.world.refused(why);
    if model.world.leaving {
        ask_unsaved(model);
    }
}

fn rescued(model: &mut Model, file: &str, records: usize) {
    let world = &mut model.world;
    (world.saving.refused, world.leaving) = (None, false);
    let title = world.say_with("rescued", &[("count", records.into()), ("file", file.into())]);
    let choice = world.say("action-quit");
    world.moves.push(Move::Open(Box::new(Ask::choice(Asking::Rescued, title, vec![choice]))));
}

/// Opens the study that was named or the only one; lets choose among several; asks for the first one's name.
fn studies_known(model: &mut Model, studies: Vec<Study>) {
    let world = &mut model.world;
    let is_first_time = world.studies.is_none();
    let wanted = model.wanted.filter(|id| studies.iter().any(|study| study.id == *id));
    let only = studies.first().filter(|_| studies.len() == 1).map(|study| study.id);
    let count = studies.len();
    world.studies = Some(studies);
    if !is_first_time || world.study().is_some() {
        return;
    }
    match wanted.or(only) {
        Some(study) => world.effects.push(Effect::Load(study)),
        None if count == 0 => {
            let field = Field::new(world.say("field-study"), "");
            let form = Form::new(Asking::Study, world.say("first-run"), vec![field]);
            world.moves.push(Move::Open(Box::new(form)));
        }
        None => world.moves.push(Move::Open(Box::new(Studies::default()))),
    }
}

/// Takes a study that is now open. Panes of another study are closed.
pub(super) fn opened(model: &mut Model, research: Research, drafts: Vec<Draft>, ticket: Ticket) {
    let before = model.world.study().map(|study| study.id);
    let is_same = before.is_some() && before == research.study().map(|study| study.id);
    model.world.open(research, drafts, ticket);
    if !is_same {
        let mut rest = model.panes.split_off(1);
        rest.retain(|pane| pane.is_of_the_library());
        model.panes.append(&mut rest);
    }
    model.world.watch.is_due(model.world.now);
    if let Some(walk) = model.world.jump.take() {
        model.world.moves.extend(Reader::along(&walk).map(|reader| Move::Open(Box::new(reader) as Box<dyn Pane>)));
    }
    match model.start.take() {
        Some(Start::Capture(code)) => Capture::begin_with(&mut model.world, &code),
        Some(Start::Interview(interview)) => Capture::open(&mut model.world, interview),
        Some(Start::Home) | None => {}
    }
}

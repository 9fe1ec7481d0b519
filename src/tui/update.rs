//! The pure heart: an event changes the model and returns what is to be done. No clock, no disk and no terminal.
//! What a screen does with its own keys is in the screen.

use std::path::PathBuf;

use crossterm::event::MouseEvent;

use super::action::Action;
use super::effect::Effect;
use super::event::Event;
use super::hear::{hear, opened};
use super::keymap::{Chord, Place};
use super::model::Model;
use super::mouse::{self, Meant};
use super::overlay::ask::Ask;
use super::overlay::commands::Commands;
use super::overlay::form::{Field, Form};
use super::overlay::help::Help;
use super::pane::{Answer, Asking, Move, Pane};
use super::screen::history::History;
use super::screen::search::Search;
use super::view::sight;
use super::world::Safety;
use crate::domain::{Step, Study, text};
use crate::error::Error;

/// Changes the model as the event says and returns what is to be done outside.
pub fn update(model: &mut Model, event: Event) -> Vec<Effect> {
    match event {
        Event::Tick(now) => {
            model.world.tick(now);
            model.world.watch_at_rest();
            for pane in &mut model.panes {
                pane.ticked(&mut model.world);
            }
        }
        Event::Resize(columns, rows) => model.world.size = (columns, rows),
        Event::Key(key) => press(model, key),
        Event::Mouse(event) => point(model, event),
        Event::Paste(pasted) => {
            let (pane, world) = top(model);
            pane.pasted(world, &pasted);
        }
        Event::News(news) => hear(model, *news),
        Event::Written(Ok(file)) => {
            let text = model.world.say_with("written", &[("file", file.display().to_string().as_str().into())]);
            model.world.tell(text);
        }
        Event::Written(Err(error)) => model.world.tell_error(&error),
        Event::Proposed(generation, proposal) => {
            if let Some(pane) = model.panes.iter_mut().rev().find(|pane| pane.place() == Place::Candidates) {
                pane.proposed(&model.world, generation, *proposal);
            }
        }
        Event::Gone => model.world.effects.push(Effect::Quit),
    }
    settle(model);
    std::mem::take(&mut model.world.effects)
}

pub(super) fn top(model: &mut Model) -> (&mut dyn Pane, &mut super::world::World) {
    let last = model.panes.len().saturating_sub(1);
    (model.panes[last].as_mut(), &mut model.world)
}

fn press(model: &mut Model, key: crossterm::event::KeyEvent) {
    let context = top(model).0.place().context();
    for chord in Chord::of(key, context) {
        model.world.notice = None;
        model.world.pressed += 1;
        let (pane, world) = top(model);
        match world.keys.find(pane.place(), chord) {
            Some(action) => act(model, action),
            None => pane.typed(world, chord),
        }
        settle(model);
    }
}

/// A click on a row of a list moves the cursor there, one on a hint does it; the wheel moves a few rows.
fn point(model: &mut Model, event: MouseEvent) {
    for meant in mouse::meant(model, event) {
        match meant {
            Meant::Act(action) => {
                model.world.notice = None;
                act(model, action);
                settle(model);
            }
            Meant::Entry(entry) => move_to(model, entry),
        }
    }
}

/// Moves the cursor to an entry that is in sight, one row after the other, as the keys would.
fn move_to(model: &mut Model, entry: usize) {
    if top(model).0.place() == Place::Search {
        // The caret is in the box; the list has its cursor once it is gone to.
        act(model, Action::Down);
        settle(model);
    }
    let Some(mut here) = sight(model).entries.here else { return };
    let is_above = entry < here;
    while here != entry && is_above == (entry < here) {
        act(model, if is_above { Action::Up } else { Action::Down });
        settle(model);
        match sight(model).entries.here {
            Some(now) if now != here => here = now,
            _ => return,
        }
    }
}

/// What is the same on every screen is done here, the rest by the pane that has the focus.
fn act(model: &mut Model, action: Action) {
    let study = model.world.study().map(|study| study.id);
    let (pane, world) = top(model);
    let place = pane.place();
    match action {
        Action::Quit => leave(model),
        Action::Help => {
            let help = Help::of(world, pane);
            world.moves.push(Move::Open(Box::new(help)));
        }
        Action::Commands => {
            let commands = Commands::of(world, pane);
            world.moves.push(Move::Open(Box::new(commands)));
        }
        // What a field has of its own goes before what the study has.
        Action::Undo if pane.restores(world) => {}
        Action::Undo | Action::Redo if !pane.offers(world, action) => {}
        Action::Undo => {
            world.undo_asked = world.pressed;
            world.effects.extend(study.map(Effect::Undo));
        }
        Action::Redo => world.effects.extend(study.map(Effect::Redo)),
        Action::History if place != Place::History => {
            world.moves.extend(study.map(|study| Move::Open(Box::new(History::of(study)))));
        }
        Action::Search if !place.is_near_the_search() => {
            let search = Search::over(pane.unfinished(world));
            world.moves.push(Move::Open(Box::new(search)));
        }
        _ => pane.act(world, action),
    }
}

/// Applies the changes of the stack and brings what is in sight up to date.
fn settle(model: &mut Model) {
    while !model.world.moves.is_empty() {
        for change in std::mem::take(&mut model.world.moves) {
            shift(model, change);
        }
    }
    for pane in model.lowest_in_sight()..model.panes.len() {
        model.panes[pane].refresh(&model.world);
    }
}

fn shift(model: &mut Model, change: Move) {
    match change {
        Move::Open(mut pane) => {
            pane.opened(&mut model.world);
            model.panes.push(pane);
        }
        Move::Close => close(model),
        Move::Act(action) => act(model, action),
        Move::Home => model.panes.truncate(1),
        Move::Answer(asking, answer) => {
            close(model);
            answered(model, asking, answer);
        }
    }
}

fn close(model: &mut Model) {
    if model.panes.len() > 1 {
        model.panes.pop();
    }
}

/// Answers that concern the whole program are taken here, the rest by the pane that asked.
fn answered(model: &mut Model, asking: Asking, answer: Answer) {
    match (asking, answer) {
        (Asking::Study, Answer::Texts(texts)) => found_study(model, texts.first().map_or("", String::as_str)),
        (Asking::Command, Answer::Action(action)) => act(model, action),
        (Asking::Undo(study, step), Answer::Choice(1)) => model.world.effects.push(Effect::UndoStep(study, step)),
        (Asking::Unsaved, Answer::Choice(choice)) => unsaved(model, choice),
        (Asking::Rescue, Answer::Texts(texts)) => {
            model.world.effects.extend(texts.first().map(|path| Effect::Rescue(PathBuf::from(path))));
        }
        (Asking::Rescued, Answer::Choice(_)) => model.world.effects.extend([Effect::Discard, Effect::Quit]),
        (asking, answer) => {
            let (pane, world) = top(model);
            pane.answered(world, asking, answer);
        }
    }
}

/// Leaves as soon as everything is on disk; asks where that cannot be.
fn leave(model: &mut Model) {
    match model.world.safety() {
        Safety::Saved => model.world.effects.push(Effect::Quit),
        Safety::Waiting(_) => model.world.leaving = true,
        Safety::Failed(..) => ask_unsaved(model),
    }
}

pub(super) fn ask_unsaved(model: &mut Model) {
    model.world.leaving = false;
    let world = &mut model.world;
    let Safety::Failed(pending, why) = world.safety() else { return };
    let title = world.say_with("not-saved", &[("count", pending.into()), ("why", why.into())]);
    let choices = ["unsaved-retry", "unsaved-rescue", "unsaved-discard"].map(|key| world.say(key));
    world.moves.push(Move::Open(Box::new(Ask::choice(Asking::Unsaved, title, choices.to_vec()))));
}

fn unsaved(model: &mut Model, choice: usize) {
    match choice {
        1 => {
            model.world.leaving = true;
            model.world.effects.push(Effect::Retry);
        }
        2 => {
            let path = model.world.folder.join("rescue.jsonl").display().to_string();
            let field = Field::new(model.world.say("field-file"), &path);
            let title = model.world.say("unsaved-rescue");
            model.world.moves.push(Move::Open(Box::new(Form::new(Asking::Rescue, title, vec![field]))));
        }
        _ => model.world.effects.extend([Effect::Discard, Effect::Quit]),
    }
}

/// Makes a study of this name and opens it.
fn found_study(model: &mut Model, name: &str) {
    let world = &mut model.world;
    let name = text::trim_line(name).into_owned();
    if world.studies.iter().flatten().any(|study| study.name == name) {
        return world.tell_error(&Error::refused("study-there").with("name", &name));
    }
    let study = Study::blank(world.mint.id(), name, world.now);
    let step = Step::new(study.id, "new-study", study.name.clone()).put(study.clone());
    let before = std::mem::take(&mut world.research);
    if world.commit(step) {
        world.studies.get_or_insert_default().push(study);
        let research = std::mem::take(&mut world.research);
        world.names.clear();
        // Nothing of it is known to be safe yet.
        opened(model, research, Vec::new(), 0);
    } else {
        world.research = before;
    }
}

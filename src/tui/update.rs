//! The pure heart: an event changes the model and returns what is to be done. No clock, no disk and no terminal.
//! What a screen does with its own keys is in the screen.

use std::path::PathBuf;

use crossterm::event::MouseEvent;

use super::action::Action;
use super::effect::Effect;
use super::event::Event;
use super::keymap::{Chord, Place};
use super::model::{Model, Start};
use super::mouse::{self, Meant};
use super::overlay::ask::Ask;
use super::overlay::commands::Commands;
use super::overlay::form::{Field, Form};
use super::overlay::help::Help;
use super::pane::{Answer, Asking, Move, Pane};
use super::screen::capture::Capture;
use super::screen::history::History;
use super::screen::reader::Reader;
use super::screen::search::Search;
use super::screen::studies::Studies;
use super::view::sight;
use super::world::Safety;
use crate::domain::{Research, Step, Study, text};
use crate::error::Error;
use crate::library::{Draft, News, Next, Ticket, Undone};

/// Changes the model as the event says and returns what is to be done outside.
pub fn update(model: &mut Model, event: Event) -> Vec<Effect> {
    match event {
        Event::Tick(now) => {
            model.world.tick(now);
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
        Event::Gone => model.world.effects.push(Effect::Quit),
    }
    settle(model);
    std::mem::take(&mut model.world.effects)
}

fn top(model: &mut Model) -> (&mut dyn Pane, &mut super::world::World) {
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
        Action::Search if place != Place::Search => {
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

fn ask_unsaved(model: &mut Model) {
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
    let study = Study { id: world.mint.id(), name, goal: String::new(), works_if: String::new(), created: world.now };
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

/// Takes news from the desk.
fn hear(model: &mut Model, news: News) {
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
            for pane in model.panes.iter_mut().rev() {
                if pane.place() == Place::Search {
                    pane.found(world, generation, found.map(|it| *it));
                    break;
                }
            }
        }
        News::Rebuilding { done, total } => world.rebuilding = Some((done, total)),
        News::Indexed => world.rebuilding = None,
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
fn opened(model: &mut Model, research: Research, drafts: Vec<Draft>, ticket: Ticket) {
    let before = model.world.study().map(|study| study.id);
    let is_same = before.is_some() && before == research.study().map(|study| study.id);
    model.world.open(research, drafts, ticket);
    if !is_same {
        let mut rest = model.panes.split_off(1);
        rest.retain(|pane| pane.is_of_the_library());
        model.panes.append(&mut rest);
    }
    if let Some((interview, note)) = model.world.jump.take() {
        model.world.moves.push(Move::Open(Box::new(Reader::at(interview, Some(note)))));
    }
    match model.start.take() {
        Some(Start::Capture(code)) => Capture::begin_with(&mut model.world, &code),
        Some(Start::Interview(interview)) => Capture::open(&mut model.world, interview),
        Some(Start::Home) | None => {}
    }
}

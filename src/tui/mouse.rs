//! What the mouse means where it is taken: never anything that no key can do. A click needs what is on the screen, so
//! the screen is drawn once more without a terminal and asked.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};

use super::action::Action;
use super::keymap::Place;
use super::model::Model;
use super::view::sight;
use super::widget::frame;

/// The wheel moves by so many rows.
const NOTCH: usize = 3;

/// What a movement of the mouse means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meant {
    /// An action, as if its key had been pressed.
    Act(Action),
    /// The cursor goes to this entry of the list.
    Entry(usize),
}

/// What the mouse means at this moment; nothing where it does not point at anything.
pub fn meant(model: &Model, event: MouseEvent) -> Vec<Meant> {
    match event.kind {
        MouseEventKind::Down(MouseButton::Left) => clicked(model, event).into_iter().collect(),
        MouseEventKind::ScrollUp => scrolled(model, Action::Up, Action::PageUp),
        MouseEventKind::ScrollDown => scrolled(model, Action::Down, Action::PageDown),
        _ => Vec::new(),
    }
}

fn clicked(model: &Model, event: MouseEvent) -> Option<Meant> {
    let world = &model.world;
    let pane = model.panes.last()?;
    if event.row + 1 == world.size.1 && world.notice.is_none() {
        let mut from = 0;
        for hint in frame::hints(world, pane.as_ref(), usize::from(world.size.0)) {
            let to = from + hint.width();
            if (from..to).contains(&usize::from(event.column)) {
                return Some(Meant::Act(hint.action));
            }
            from = to + 2;
        }
        return None;
    }
    let entries = sight(model).entries;
    entries.rows.iter().find(|(row, _)| *row == event.row).map(|(_, entry)| Meant::Entry(*entry))
}

/// In a live capture the arrows correct lines, so that the wheel turns pages there.
fn scrolled(model: &Model, step: Action, page: Action) -> Vec<Meant> {
    match model.panes.last().map(|pane| pane.place()) {
        Some(Place::Capture) => vec![Meant::Act(page)],
        // A form has fields and a question has digits.
        Some(Place::Form | Place::Ask) | None => Vec::new(),
        Some(_) => vec![Meant::Act(step); NOTCH],
    }
}

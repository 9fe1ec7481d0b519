//! The slash words as actions of the live capture: a second way for every key that a terminal may keep for itself.
//! The words themselves are in `domain::slash`, the same for every front end; here is only which of them act here.

use super::place::Place;
use super::table::DEFAULTS;
use crate::domain::slash::{self, Slash};
use crate::tui::action::Action;

/// The action of a slash word, without its slash; none where the capture has no such action.
pub fn slash(word: &str) -> Option<Action> {
    slash::find(word).and_then(action)
}

/// The slash words of an action, as the help page shows them.
pub fn slashes(of: Action) -> String {
    let known = Slash::ALL.iter().copied().find(|slash| action(*slash) == Some(of));
    known.map(slash::shown).unwrap_or_default()
}

/// A slash word and an action that have one name are one thing.
pub fn action(slash: Slash) -> Option<Action> {
    let action = slash.name().parse::<Action>().ok()?;
    let is_here = |place| matches!(place, Place::Capture | Place::Anywhere);
    DEFAULTS.iter().any(|binding| is_here(binding.place) && binding.action == action).then_some(action)
}

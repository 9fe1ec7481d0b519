//! Which key means which action, and where. One table of defaults and what a configuration changes of it give
//! behaviour, footer, help page, palette and `docs/keys.md`; nothing outside this folder compares a key.

mod chord;
mod place;
mod remap;
mod slash;
mod table;
#[cfg(test)]
mod tests;

pub use chord::Chord;
pub use place::{Context, Place};
pub use slash::{slash, slashes};
pub use table::{Binding, DEFAULTS};

use super::action::Action;

/// The keys that hold in this session.
#[derive(Clone, Debug)]
pub struct Keymap {
    bindings: Vec<Binding>,
}

impl Default for Keymap {
    fn default() -> Keymap {
        Keymap { bindings: DEFAULTS.to_vec() }
    }
}

impl Keymap {
    /// The bindings that hold at a place: its own, then those that it shares. A key taken by the place itself does
    /// not reach the shared ones.
    pub fn bindings(&self, place: Place) -> impl Iterator<Item = &Binding> {
        std::iter::once(place).chain(place.shares().iter().copied()).flat_map(|place| self.own(place))
    }

    /// The bindings of one place alone.
    pub fn own(&self, place: Place) -> impl Iterator<Item = &Binding> {
        self.bindings.iter().filter(move |binding| binding.place == place)
    }

    /// What a key means at a place.
    pub fn find(&self, place: Place, chord: Chord) -> Option<Action> {
        self.bindings(place).find(|binding| binding.keys.contains(&chord)).map(|binding| binding.action)
    }

    /// The first key of an action at a place, as it is shown.
    pub fn shown(&self, place: Place, action: Action) -> Option<Chord> {
        self.bindings(place).find(|binding| binding.action == action).and_then(|binding| binding.keys.first().copied())
    }
}

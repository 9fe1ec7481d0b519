//! How the cursor moves: in the list, along the facets, and between them and the box.
//! What a key does where it stands is in `mod`.

use super::{Focus, Search, hits};
use crate::tui::action::Action;
use crate::tui::world::World;

impl Search {
    /// Moves in the list; up from its first row the box is next.
    pub(super) fn act_in_list(&mut self, world: &World, action: Action) -> bool {
        if action == Action::Up && self.cursor.at == 0 {
            self.focus = Focus::Box;
            return true;
        }
        let len = self.len(world);
        match action {
            Action::NextHit => self.cursor.at = hits::other_person(self.hits(), self.cursor.at, true),
            Action::PreviousHit => self.cursor.at = hits::other_person(self.hits(), self.cursor.at, false),
            _ => return self.cursor.act(action, len, world.page() / 2),
        }
        true
    }

    /// From the box the arrows lead into the list.
    pub(super) fn act_in_box(&mut self, world: &World, action: Action) -> bool {
        let leads = matches!(action, Action::Down | Action::PageDown);
        if leads && self.len(world) > 0 {
            self.focus = Focus::List;
            if action == Action::PageDown {
                self.act_in_list(world, action);
            }
        }
        leads || action == Action::Up
    }

    /// Moves along the facets and chooses one.
    pub(super) fn act_in_facets(&mut self, world: &mut World, action: Action) -> bool {
        let all = &self.facets;
        let here = all.iter().position(|it| Some(&it.facet) == self.facet.as_ref()).unwrap_or(0);
        let step = match action {
            Action::Next => (here + 1).min(all.len().saturating_sub(1)),
            Action::Previous => here.saturating_sub(1),
            Action::Open => {
                if let Some(facet) = all.get(here).map(|it| it.facet.clone()) {
                    self.facet = Some(facet.clone());
                    self.toggle(world, &facet);
                }
                return true;
            }
            Action::Up | Action::Back => {
                self.focus = Focus::Box;
                return true;
            }
            Action::Down => {
                self.focus = if self.len(world) > 0 { Focus::List } else { Focus::Box };
                return true;
            }
            _ => return false,
        };
        self.facet = all.get(step).map(|it| it.facet.clone());
        true
    }

    /// Into the facets, or back to where the answers are.
    pub(super) fn narrow(&mut self, world: &World) {
        if self.focus == Focus::Facets {
            self.focus = if self.len(world) > 0 { Focus::List } else { Focus::Box };
            return;
        }
        let Some(first) = self.facets.first() else { return };
        let is_there = self.facets.iter().any(|it| Some(&it.facet) == self.facet.as_ref());
        if !is_there {
            self.facet = Some(first.facet.clone());
        }
        self.focus = Focus::Facets;
    }
}

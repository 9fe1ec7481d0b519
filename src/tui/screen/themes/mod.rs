//! The themes of the study (context LIST) by dimension, narrower ones below wider ones, those that were dropped last.
//! Several can be chosen and merged; what each deed is as a step is decided in the domain.

mod deeds;
mod rows;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use ratatui::text::Span;

use super::affinity::Affinity;
use super::candidates::Candidates;
use super::evidence::{Evidence, Of};
use super::line;
use crate::domain::{Dimension, Id, Kind, Theme};
use crate::tui::action::Action;
use crate::tui::keymap::{Chord, Place};
use crate::tui::line_editor::LineEditor;
use crate::tui::pane::{Answer, Asking, Move, Pane};
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::cursor::Cursor;
use crate::tui::widget::field;
use crate::tui::widget::frame::frame;
use crate::tui::widget::unmatched;
use crate::tui::world::{Seen, World};
use rows::{Entry, Row};

/// The themes of the study.
#[derive(Default)]
pub struct Themes {
    /// Every theme in its place; kept until the study changes.
    entries: Vec<Entry>,
    /// What the filter leaves of them, with the headings.
    rows: Vec<Row>,
    /// What is typed to find a theme.
    filter: LineEditor,
    /// Whether keys go to the filter.
    is_filtering: bool,
    /// The themes to merge.
    chosen: BTreeSet<Id>,
    cursor: Cursor,
    seen: Seen,
}

impl Themes {
    fn row(&self) -> Option<&Row> {
        self.rows.get(self.cursor.at)
    }

    fn entry(&self) -> Option<&Entry> {
        match self.row()? {
            Row::Theme(at) => self.entries.get(*at),
            Row::Dimension(_) | Row::Dropped => None,
        }
    }

    fn theme<'a>(&self, world: &'a World) -> Option<&'a Theme> {
        world.research.themes().get(&self.entry()?.theme)
    }

    /// The dimension of the row at the cursor.
    fn dimension(&self) -> Option<Dimension> {
        match self.row()? {
            Row::Dimension(dimension) => Some(*dimension),
            Row::Theme(at) => self.entries.get(*at).map(|it| it.dimension),
            Row::Dropped => None,
        }
    }

    fn is_dropped(&self, world: &World) -> bool {
        self.theme(world).is_some_and(|theme| theme.dropped.is_some())
    }

    /// Lists what the filter leaves; the cursor stays on its theme.
    fn list(&mut self) {
        let was = self.entry().map(|it| it.theme);
        self.list_around(was);
    }

    fn list_around(&mut self, was: Option<Id>) {
        self.rows = rows::filtered(&self.entries, self.filter.text().trim());
        let is_it = |row: &Row| matches!(row, Row::Theme(at) if Some(self.entries[*at].theme) == was);
        let stays = self.rows.iter().position(|row| was.is_some() && is_it(row));
        self.cursor.at = stays.unwrap_or(self.cursor.at);
        self.cursor.hold(self.rows.len());
    }

    /// Leaves the filter with its first theme under the cursor.
    fn settle(&mut self) {
        self.is_filtering = false;
        let is_filtered = !self.filter.text().trim().is_empty();
        if is_filtered && self.entry().is_none() {
            let first = self.rows.iter().position(|row| matches!(row, Row::Theme(_)));
            self.cursor.at = first.unwrap_or(self.cursor.at);
        }
    }

    /// One level back: out of the filter, then the choice, then the screen.
    fn back(&mut self, world: &mut World) {
        if !self.filter.text().is_empty() || self.is_filtering {
            self.filter.set_text("");
            self.is_filtering = false;
            return self.list();
        }
        if self.chosen.is_empty() {
            return world.moves.push(Move::Close);
        }
        self.chosen.clear();
    }

    fn toggle(&mut self) {
        let Some(theme) = self.entry().map(|it| it.theme) else { return };
        if !self.chosen.remove(&theme) {
            self.chosen.insert(theme);
        }
        self.cursor.act(Action::Down, self.rows.len(), 1);
    }

    /// What would be merged: those chosen; where it is one only, with the one at the cursor.
    fn to_merge(&self, world: &World) -> Vec<Id> {
        let here = self.entry().map(|it| it.theme).filter(|_| self.chosen.len() == 1 && !self.is_dropped(world));
        let all: BTreeSet<Id> = self.chosen.iter().copied().chain(here).collect();
        all.into_iter().collect()
    }
}

impl Pane for Themes {
    fn place(&self) -> Place {
        if self.is_filtering { Place::Picker } else { Place::Themes }
    }

    fn refresh(&mut self, world: &World) {
        if !self.seen.is_stale(world, |kind| !matches!(kind, Kind::PathEvent | Kind::Asked)) {
            return;
        }
        let was = self.entry().map(|it| it.theme);
        self.entries = rows::entries(&world.research);
        self.chosen.retain(|id| world.research.themes().contains_key(id));
        self.list_around(was);
    }

    fn act(&mut self, world: &mut World, action: Action) {
        if self.cursor.act(action, self.rows.len(), world.page()) {
            return;
        }
        match action {
            Action::Open if self.is_filtering => self.settle(),
            Action::Back => self.back(world),
            Action::New => self.ask_name(world),
            Action::Change => self.ask_rename(world),
            Action::Memo => self.ask_memo(world),
            Action::Drop => self.drop_theme(world),
            Action::Select => self.toggle(),
            Action::Merge => self.ask_merge(world),
            Action::Nest => self.nest(world),
            Action::Filter => self.is_filtering = true,
            Action::Affinity => {
                let dimension = self.dimension().unwrap_or(Dimension::Trigger);
                world.moves.push(Move::Open(Box::new(Affinity::of(dimension))));
            }
            Action::Candidates => {
                let dimension = self.dimension().unwrap_or(Dimension::Trigger);
                world.moves.push(Move::Open(Box::new(Candidates::of(dimension))));
            }
            Action::Open => {
                if let Some(theme) = self.entry().map(|it| it.theme) {
                    world.moves.push(Move::Open(Box::new(Evidence::of(Of::Theme(theme)))));
                }
            }
            _ => self.move_theme(world, action),
        }
    }

    fn typed(&mut self, _world: &mut World, chord: Chord) {
        if self.is_filtering && field::edit(&mut self.filter, chord) {
            self.list();
        }
    }

    fn pasted(&mut self, _world: &mut World, pasted: &str) {
        if self.is_filtering {
            self.filter.insert_str(pasted);
            self.list();
        }
    }

    fn answered(&mut self, world: &mut World, asking: Asking, answer: Answer) {
        self.take(world, asking, answer);
    }

    fn offers(&self, world: &World, action: Action) -> bool {
        let is_here = self.theme(world).is_some();
        let is_live = is_here && !self.is_dropped(world);
        match action {
            // Its key finds a theme here; Ctrl+F still searches everything.
            Action::Stance | Action::Search => false,
            Action::Open => is_here || self.is_filtering,
            Action::Drop => is_here,
            Action::Change | Action::Memo | Action::Select => is_live,
            Action::Nest => is_live,
            Action::Merge => self.to_merge(world).len() > 1,
            Action::New | Action::Affinity | Action::Candidates => self.dimension().is_some(),
            _ => true,
        }
    }

    fn label(&self, world: &World, action: Action) -> String {
        let has_parent = self.theme(world).is_some_and(|theme| theme.parent.is_some());
        match action {
            Action::Open if self.is_filtering => world.say("action-to-list"),
            Action::Drop if self.is_dropped(world) => world.say("action-take-back"),
            Action::Nest if has_parent => world.say("action-lift"),
            Action::Change => world.say("action-rename"),
            Action::Merge => {
                let count = self.to_merge(world).len();
                format!("{} {count}", world.say("action-merge"))
            }
            _ => world.say(&format!("action-{}", action.name())),
        }
    }

    fn draw(&self, world: &World, canvas: &mut Canvas) {
        let look = &world.look;
        let mut title = vec![Span::styled(format!(" {}", world.say("place-themes")), look.bold())];
        if !self.chosen.is_empty() {
            let chosen = world.say_with("themes-chosen", &[("count", self.chosen.len().into())]);
            title.push(Span::styled(format!("  {chosen}"), look.dim()));
        }
        let (mut first, mut height) = frame(canvas, world, self, &title);
        if (self.is_filtering || !self.filter.text().is_empty()) && height > 1 {
            self.draw_filter(world, canvas, first);
            (first, height) = (first + 1, height - 1);
        }
        if self.rows.is_empty()
            && let Some(clears) = world.keys.shown(Place::Themes, Action::Back)
        {
            unmatched::draw(canvas, world, first, (self.filter.text(), clears));
        }
        let detail = self.detail(world);
        let foot = if height > rows::FOOT * 3 && detail.is_some() { rows::FOOT } else { 0 };
        canvas.rows(first, height - foot, |canvas| {
            let width = canvas.width();
            let rows = |at: usize| self.spans(world, &self.rows[at], width);
            line::draw_list(canvas, self.cursor.at, self.rows.len(), rows);
        });
        if let Some(detail) = detail.filter(|_| foot > 0) {
            canvas.rule(first + height - foot);
            rows::draw_detail(world, canvas, first + height - foot + 1, &detail);
        }
    }
}

impl Themes {
    fn draw_filter(&self, world: &World, canvas: &mut Canvas, y: usize) {
        let label = format!(" {} {} ", world.say("action-filter"), world.look.glyphs.here);
        let used = canvas.put(0, y, canvas.width(), &[Span::styled(label, world.look.dim())]);
        if self.is_filtering {
            field::draw(canvas, (used, y), &self.filter, world.look.bold());
        } else {
            canvas.put(used, y, canvas.width().saturating_sub(used), &[Span::raw(self.filter.text())]);
        }
    }

    /// What stands below the list: the memo of the theme at the cursor or why it was dropped, else what somebody said.
    fn detail(&self, world: &World) -> Option<String> {
        rows::detail(world, self.theme(world)?)
    }

    fn spans(&self, world: &World, row: &Row, width: usize) -> Vec<Vec<Span<'static>>> {
        match row {
            Row::Dimension(dimension) => rows::heading(world, *dimension),
            Row::Dropped => vec![vec![Span::styled(format!(" {}", world.say("themes-dropped")), world.look.bold())]],
            Row::Theme(at) => {
                let entry = &self.entries[*at];
                rows::theme(world, (entry, self.chosen.contains(&entry.theme)), width)
            }
        }
    }
}

//! The palette of everything: what can be done on the screen below, each with its key, filtered as one types.
//! What an action does lives with its screen; here it is only named and chosen.

use ratatui::text::Span;

use crate::domain::matching;
use crate::domain::text;
use crate::tui::action::Action;
use crate::tui::keymap::{self, Chord, Place};
use crate::tui::line_editor::LineEditor;
use crate::tui::pane::{Answer, Asking, Move, Pane};
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::cursor::Cursor;
use crate::tui::widget::field;
use crate::tui::widget::sheet::sheet;
use crate::tui::widget::unmatched;
use crate::tui::world::World;

struct Entry {
    action: Action,
    key: String,
    label: String,
    about: String,
}

/// The palette.
pub struct Commands {
    title: Option<String>,
    /// Whose keys choose at once while nothing is typed.
    keys_of: Option<Place>,
    editor: LineEditor,
    all: Vec<Entry>,
    rows: Vec<usize>,
    cursor: Cursor,
}

impl Commands {
    /// The palette of what `pane` can do now.
    pub fn of(world: &World, pane: &dyn Pane) -> Commands {
        let mut all: Vec<Entry> = Vec::new();
        for binding in world.keys.bindings(pane.place()) {
            let action = binding.action;
            let is_listed = all.iter().any(|entry| entry.action == action);
            if is_listed || action.is_motion() || action == Action::Commands || !pane.offers(world, action) {
                continue;
            }
            let has_slashes = pane.place() == Place::Capture;
            let slashes = || if has_slashes { keymap::slashes(action) } else { String::new() };
            let key = binding.keys.first().map_or_else(slashes, ToString::to_string);
            if key.is_empty() {
                continue;
            }
            let about = world.say(&format!("action-{}.about", action.name()));
            all.push(Entry { action, key, label: pane.label(world, action), about });
        }
        all.extend(near(world, pane, &all));
        let rows = (0..all.len()).collect();
        Commands { title: None, keys_of: None, editor: LineEditor::default(), all, rows, cursor: Cursor::default() }
    }

    /// The palette of some of it, in their order; the key shown with each chooses it as long as nothing is typed.
    pub fn among(world: &World, pane: &dyn Pane, some: &[Action]) -> Commands {
        let mut commands = Commands::of(world, pane);
        let place = |action: Action| some.iter().position(|it| *it == action);
        commands.all.retain(|entry| place(entry.action).is_some());
        commands.all.sort_by_key(|entry| place(entry.action));
        commands.rows = (0..commands.all.len()).collect();
        commands.keys_of = Some(pane.place());
        commands
    }

    /// With another title.
    #[must_use]
    pub fn titled(mut self, title: String) -> Commands {
        self.title = Some(title);
        self
    }

    /// What a key chooses at once.
    fn chosen_by(&self, world: &World, chord: Chord) -> Option<Action> {
        let place = self.keys_of.filter(|_| self.editor.is_empty())?;
        let action = world.keys.find(place, chord)?;
        self.all.iter().any(|it| it.action == action).then_some(action)
    }

    fn list(&mut self) {
        let query = self.editor.text().trim();
        let rank = |entry: &Entry| {
            let label = matching::rank(query, &entry.label);
            label.or_else(|| matching::rank(query, &entry.about).map(|rank| rank + 4))
        };
        let mut found: Vec<(u8, usize)> =
            self.all.iter().enumerate().filter_map(|(at, entry)| Some((rank(entry)?, at))).collect();
        if query.is_empty() {
            found = (0..self.all.len()).map(|at| (0, at)).collect();
        }
        found.sort_unstable();
        self.rows = found.into_iter().map(|(_, at)| at).collect();
        self.cursor = Cursor::default();
    }
}

/// What can be done one key away, with both keys.
fn near(world: &World, pane: &dyn Pane, listed: &[Entry]) -> Vec<Entry> {
    let Some(place) = pane.place().leads_to() else { return Vec::new() };
    let way = world.keys.shown(pane.place(), Action::Down).map(|key| key.to_string()).unwrap_or_default();
    let is_new = |action: Action| !listed.iter().any(|entry| entry.action == action) && pane.offers(world, action);
    let own = world.keys.own(place).filter(|it| is_new(it.action) && !it.keys.is_empty());
    let entry = |binding: &keymap::Binding| {
        let key = binding.keys.first().map(|key| format!("{way} {key}")).unwrap_or_default();
        let about = world.say(&format!("action-{}.about", binding.action.name()));
        Entry { action: binding.action, key, label: pane.label(world, binding.action), about }
    };
    own.map(entry).collect()
}

impl Pane for Commands {
    fn place(&self) -> Place {
        Place::Commands
    }

    fn is_sheet(&self) -> bool {
        true
    }

    fn act(&mut self, world: &mut World, action: Action) {
        if self.cursor.act(action, self.rows.len(), world.page()) {
            return;
        }
        match action {
            Action::Back => world.moves.push(Move::Close),
            Action::Open => {
                let chosen = self.rows.get(self.cursor.at).map(|at| self.all[*at].action);
                world.moves.extend(chosen.map(|it| Move::Answer(Asking::Command, Answer::Action(it))));
            }
            _ => {}
        }
    }

    fn typed(&mut self, world: &mut World, chord: Chord) {
        if let Some(action) = self.chosen_by(world, chord) {
            world.moves.push(Move::Answer(Asking::Command, Answer::Action(action)));
        } else if field::edit(&mut self.editor, chord) {
            self.list();
        }
    }

    fn pasted(&mut self, _world: &mut World, pasted: &str) {
        self.editor.insert_str(pasted);
        self.list();
    }

    fn offers(&self, _world: &World, action: Action) -> bool {
        action != Action::Open || !self.rows.is_empty()
    }

    fn draw(&self, world: &World, canvas: &mut Canvas) {
        let rows = self.all.len().min(canvas.height().saturating_sub(6)) + 1;
        let labels = self.all.iter().map(|entry| text::width(&entry.label)).max().unwrap_or(0) + 2;
        let title = self.title.clone().unwrap_or_else(|| world.say("commands-title"));
        sheet(canvas, world, (self, &title), rows, |canvas| {
            field::draw(canvas, (1, 0), &self.editor, world.look.bold());
            if self.rows.is_empty() && !self.editor.text().trim().is_empty() {
                unmatched::draw(canvas, world, 1, (self.editor.text(), field::CLEARS));
            }
            let (width, height) = (canvas.width(), canvas.height().saturating_sub(1));
            for (y, at) in self.cursor.window(self.rows.len(), height).enumerate() {
                let entry = &self.all[self.rows[at]];
                canvas.put(1, y + 1, 12, &[Span::styled(entry.key.as_str(), world.look.bold())]);
                canvas.put(14, y + 1, labels, &[Span::raw(entry.label.as_str())]);
                let x = 14 + labels;
                canvas.put(
                    x,
                    y + 1,
                    width.saturating_sub(x + 1),
                    &[Span::styled(entry.about.as_str(), world.look.dim())],
                );
                canvas.entry(y + 1, at, at == self.cursor.at);
            }
        });
    }
}

//! The help page: every key of the screen below with what it does, its slash words, and the legend of the marks.
//! Made from the keymap and the words alone: a key that is not in the table is not told here.

use ratatui::text::Span;

use crate::domain::evidence::State;
use crate::domain::text;
use crate::tui::action::Action;
use crate::tui::jamo;
use crate::tui::keymap::{self, Binding, Chord, Place};
use crate::tui::pane::{Move, Pane};
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::frame::frame;
use crate::tui::world::World;

/// One action with its keys.
struct Entry {
    action: Action,
    keys: String,
    label: String,
    about: String,
}

/// One row of the page.
enum Row<'a> {
    /// An action with its keys.
    Entry(&'a Entry),
    /// A mark and what it means.
    Sign(String, String),
    /// The head of a part.
    Title(String),
    /// A row of wrapped text.
    Text(String),
    Blank,
}

/// The help page of a place.
pub struct Help {
    of: Place,
    entries: Vec<Entry>,
    top: usize,
}

impl Help {
    /// The help of a pane: every action that has a key or a slash word there, once.
    pub fn of(world: &World, pane: &dyn Pane) -> Help {
        let mut entries: Vec<Entry> = Vec::new();
        for binding in world.keys.bindings(pane.place()) {
            let action = binding.action;
            let keys = keys(binding, pane.place() == Place::Capture);
            if keys.is_empty() {
                continue;
            }
            match entries.iter_mut().find(|entry| entry.action == action) {
                Some(entry) if entry.keys.contains(&keys) => {}
                Some(entry) => entry.keys = format!("{}, {keys}", entry.keys),
                None => {
                    let about = world.say(&format!("action-{}.about", action.name()));
                    entries.push(Entry { action, keys, label: pane.label(world, action), about });
                }
            }
        }
        Help { of: pane.place(), entries, top: 0 }
    }

    /// The whole page: the keys, the marks, and what is wrong with the settings.
    fn rows(&self, world: &World) -> Vec<Row<'_>> {
        let mut rows: Vec<Row> = self.entries.iter().map(Row::Entry).collect();
        rows.push(Row::Blank);
        rows.extend(legend(world, self.of).into_iter().map(|(sign, means)| Row::Sign(sign, means)));
        if !world.faults.is_empty() {
            rows.push(Row::Blank);
            rows.push(Row::Title(world.say("settings-title")));
            let cells = usize::from(world.size.0).saturating_sub(2);
            rows.extend(world.faults.iter().flat_map(|fault| text::wrap(fault, cells, 2)).map(Row::Text));
        }
        rows
    }

    /// The last top row that still fills the page.
    fn end(&self, world: &World) -> usize {
        self.rows(world).len().saturating_sub(world.page() + 2)
    }
}

/// All keys of a binding, and its slash words where they are understood: a letter is followed by the Hangul letter on
/// the same key.
pub fn keys(binding: &Binding, with_slashes: bool) -> String {
    let one = |chord: &Chord| match chord.typed().filter(char::is_ascii_alphabetic).and_then(jamo::hangul_letter) {
        Some(letter) => format!("{chord} {letter}"),
        None => chord.to_string(),
    };
    let mut keys: Vec<String> = binding.keys.iter().map(one).collect();
    if with_slashes {
        let slashes = keymap::slashes(binding.action);
        keys.extend((!slashes.is_empty()).then_some(slashes));
    }
    keys.join(", ")
}

/// What the marks mean, and in the capture what the first character of a line means.
fn legend(world: &World, place: Place) -> Vec<(String, String)> {
    let signs = [("\"", "voice-verbatim"), ("!", "voice-observation"), ("?", "voice-owed"), ("#", "action-mark.about")];
    let signs = signs.iter().filter(|_| place == Place::Capture);
    let signs = signs.map(|(sign, key)| ((*sign).to_owned(), world.say(key)));
    let path =
        [("0 ... 5", "path-sign-stage"), ("! &", "path-sign-act"), ("= >", "path-sign-who"), (":", "path-sign-when")];
    let path = path.iter().filter(|_| place == Place::Capture);
    let signs = signs.chain(path.map(|(sign, key)| ((*sign).to_owned(), world.say(key))));
    let states = [State::Strong, State::Thin, State::Assumption, State::Contradicted, State::Stale];
    let states =
        states.iter().map(|state| (world.look.state(*state).to_owned(), world.say(&format!("state-{}", state.name()))));
    let mut legend: Vec<(String, String)> = signs.chain(states).collect();
    legend.push(("v".to_owned(), world.say("saved")));
    legend.push(("*".to_owned(), world.say("saving")));
    legend
}

impl Pane for Help {
    fn place(&self) -> Place {
        Place::Help
    }

    fn act(&mut self, world: &mut World, action: Action) {
        let end = self.end(world);
        self.top = match action {
            Action::Up => self.top.saturating_sub(1),
            Action::Down => (self.top + 1).min(end),
            Action::PageUp => self.top.saturating_sub(world.page()),
            Action::PageDown => (self.top + world.page()).min(end),
            Action::Top => 0,
            Action::Bottom => end,
            Action::Back => {
                world.moves.push(Move::Close);
                return;
            }
            _ => return,
        };
    }

    fn offers(&self, world: &World, action: Action) -> bool {
        match action {
            Action::Down => self.top < self.end(world),
            Action::Back => true,
            _ => false,
        }
    }

    fn draw(&self, world: &World, canvas: &mut Canvas) {
        let place = world.say(&format!("place-{}", self.of.name()));
        let title = Span::styled(world.say_with("help-title", &[("place", place.as_str().into())]), world.look.bold());
        let (first, height) = frame(canvas, world, self, &[Span::raw(" "), title]);
        let widest = self.entries.iter().map(|entry| text::width(&entry.keys)).max().unwrap_or(0);
        let keys = (widest + 3).min(canvas.width() / 3 + 2);
        let widest = self.entries.iter().map(|entry| text::width(&entry.label)).max().unwrap_or(0);
        let labels = if canvas.width() < 60 {
            canvas.width() - keys.min(canvas.width())
        } else {
            widest.min(canvas.width() / 4)
        };
        canvas.rows(first, height, |canvas| {
            for (y, row) in self.rows(world).iter().skip(self.top).take(height).enumerate() {
                draw_row(world, canvas, (y, keys, labels), row);
            }
        });
    }
}

/// Draws one row; the columns begin after `keys` cells and after the widest label.
fn draw_row(world: &World, canvas: &mut Canvas, (y, keys, labels): (usize, usize, usize), row: &Row) {
    let (look, width) = (&world.look, canvas.width());
    match row {
        Row::Entry(entry) => {
            canvas.put(1, y, keys - 2, &[Span::styled(entry.keys.as_str(), look.bold())]);
            canvas.put(keys, y, labels, &[Span::raw(entry.label.as_str())]);
            let x = keys + labels + 2;
            // On a narrow screen the name has to do.
            if labels < width.saturating_sub(keys) {
                canvas.put(x, y, width.saturating_sub(x), &[Span::styled(entry.about.as_str(), look.dim())]);
            }
        }
        Row::Sign(sign, means) => {
            canvas.put(1, y, keys - 2, &[Span::styled(sign.as_str(), look.bold())]);
            canvas.put(keys, y, width.saturating_sub(keys), &[Span::raw(means.as_str())]);
        }
        Row::Title(title) => {
            canvas.put(1, y, width, &[Span::styled(title.as_str(), look.bold())]);
        }
        Row::Text(text) => {
            canvas.put(1, y, width, &[Span::raw(text.as_str())]);
        }
        Row::Blank => {}
    }
}

//! The help page: every key of the screen below with what it does, its slash words, and the legend of the marks.

use ratatui::text::Span;

use crate::domain::evidence::State;
use crate::tui::action::Action;
use crate::tui::jamo;
use crate::tui::keymap::{self, Binding, Chord, Place};
use crate::tui::pane::{Move, Pane};
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::frame::frame;
use crate::tui::world::World;

/// The help page of a place.
pub struct Help {
    of: Place,
    top: usize,
}

impl Help {
    /// The help of a place.
    pub fn of(place: Place) -> Help {
        Help { of: place, top: 0 }
    }

    fn bindings(&self) -> Vec<&'static Binding> {
        keymap::bindings(self.of).collect()
    }

    /// The last top row that still fills the page.
    fn end(&self, world: &World) -> usize {
        (self.bindings().len() + legend(world, self.of).len() + 1).saturating_sub(world.page() + 2)
    }
}

/// All keys of a binding: a letter is followed by the Hangul letter on the same key.
pub fn keys(binding: &Binding) -> String {
    let one = |chord: &Chord| match chord.typed().filter(char::is_ascii_alphabetic).and_then(jamo::hangul_letter) {
        Some(letter) => format!("{chord} {letter}"),
        None => chord.to_string(),
    };
    let mut keys: Vec<String> = binding.keys.iter().map(one).collect();
    if binding.place == Place::Capture || binding.place == Place::Anywhere {
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
    let states = [State::Strong, State::Thin, State::Assumption, State::Contradicted];
    let states = states
        .iter()
        .map(|state| (world.look.state(*state).to_owned(), world.say(&format!("state-{}", state.name()))));
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

    fn offers(&self, _world: &World, action: Action) -> bool {
        matches!(action, Action::Back)
    }

    fn draw(&self, world: &World, canvas: &mut Canvas) {
        let place = world.say(&format!("place-{}", self.of.name()));
        let title = Span::styled(world.say_with("help-title", &[("place", place.as_str().into())]), world.look.bold());
        let (first, height) = frame(canvas, world, self, &[Span::raw(" "), title]);
        let mut rows: Vec<(String, String)> = self
            .bindings()
            .into_iter()
            .map(|binding| (keys(binding), world.say(&format!("action-{}.about", binding.action.name()))))
            .collect();
        rows.push((String::new(), String::new()));
        rows.extend(legend(world, self.of));
        let column = if canvas.width() < 60 { 16 } else { 26 };
        canvas.rows(first, height, |canvas| {
            for (y, (keys, about)) in rows.iter().skip(self.top).take(height).enumerate() {
                canvas.put(1, y, column - 2, &[Span::styled(keys.as_str(), world.look.bold())]);
                canvas.put(column, y, canvas.width().saturating_sub(column), &[Span::raw(about.as_str())]);
            }
        });
    }
}

//! A question (context ASK): digits, Enter and Esc only, so that it is answered alike in every state of the input
//! method. Either one choice, or switches that Enter confirms.

use ratatui::text::Span;

use crate::domain::text;
use crate::tui::action::Action;
use crate::tui::keymap::{Chord, Place};
use crate::tui::pane::{Answer, Asking, Move, Pane};
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::sheet::sheet;
use crate::tui::world::World;

/// A question with at most nine options.
pub struct Ask {
    asking: Asking,
    title: String,
    body: Vec<String>,
    options: Vec<String>,
    /// Which options are on; none where one is to be chosen.
    switches: Option<Vec<bool>>,
    /// What Enter chooses, from 1.
    enter: Option<usize>,
    /// The option that answers at once although the others are switches, from 1.
    at_once: Option<usize>,
    /// The switch that 0 turns off, from 1.
    zero: Option<usize>,
}

impl Ask {
    /// Which one?
    pub fn choice(asking: Asking, title: String, options: Vec<String>) -> Ask {
        Ask { asking, title, body: Vec::new(), options, switches: None, enter: None, at_once: None, zero: None }
    }

    /// Which ones?
    pub fn switches(asking: Asking, title: String, options: Vec<(String, bool)>) -> Ask {
        let (options, on) = options.into_iter().unzip();
        Ask { asking, title, body: Vec::new(), options, switches: Some(on), enter: None, at_once: None, zero: None }
    }

    /// With sentences above the options.
    #[must_use]
    pub fn saying(mut self, body: Vec<String>) -> Ask {
        self.body = body;
        self
    }

    /// With an option that Enter chooses too, from 1.
    #[must_use]
    pub fn entering(mut self, option: usize) -> Ask {
        self.enter = Some(option);
        self
    }

    /// With one more option below the switches that answers at once, as a choice.
    #[must_use]
    pub fn leaving(mut self, option: String) -> Ask {
        self.options.push(option);
        self.at_once = Some(self.options.len());
        self
    }

    /// With a switch that 0 turns off, from 1.
    #[must_use]
    pub fn clearing(mut self, option: usize) -> Ask {
        self.zero = Some(option);
        self
    }

    fn digit(&mut self, world: &mut World, digit: usize) {
        if digit > self.options.len() {
            return;
        }
        let off = if digit == 0 { self.zero } else { None };
        match &mut self.switches {
            Some(on) if digit == 0 => {
                if let Some(switch) = off.and_then(|option| on.get_mut(option - 1)) {
                    *switch = false;
                }
            }
            Some(on) if self.at_once != Some(digit) => on[digit - 1] = !on[digit - 1],
            _ if digit > 0 => world.moves.push(Move::Answer(self.asking, Answer::Choice(digit))),
            _ => {}
        }
    }
}

impl Pane for Ask {
    fn place(&self) -> Place {
        Place::Ask
    }

    fn is_sheet(&self) -> bool {
        true
    }

    fn act(&mut self, world: &mut World, action: Action) {
        match action {
            Action::Back => world.moves.push(Move::Close),
            Action::Open => {
                let answer = match (&self.switches, self.enter) {
                    (Some(on), _) => Answer::Switches(on.clone()),
                    (None, Some(option)) => Answer::Choice(option),
                    (None, None) => return,
                };
                world.moves.push(Move::Answer(self.asking, answer));
            }
            _ => {}
        }
    }

    fn typed(&mut self, world: &mut World, chord: Chord) {
        let digit = chord.typed().and_then(|c| c.to_digit(10)).and_then(|digit| usize::try_from(digit).ok());
        if let Some(digit) = digit {
            self.digit(world, digit);
        }
    }

    fn offers(&self, _world: &World, action: Action) -> bool {
        action != Action::Open || self.switches.is_some() || self.enter.is_some()
    }

    fn label(&self, world: &World, action: Action) -> String {
        match action {
            Action::Open => world.say("action-keep"),
            _ => world.say(&format!("action-{}", action.name())),
        }
    }

    fn draw(&self, world: &World, canvas: &mut Canvas) {
        let room = canvas.width().saturating_sub(2).max(1);
        let body: Vec<String> = self.body.iter().flat_map(|line| text::wrap(line, room, 2)).collect();
        let rows = body.len() + self.options.len();
        sheet(canvas, world, (self, &self.title), rows, |canvas| {
            let hidden = (body.len() + self.options.len()).saturating_sub(canvas.height()).min(body.len());
            for (y, line) in body[hidden..].iter().enumerate() {
                canvas.put(1, y, room, &[Span::raw(line.as_str())]);
            }
            for (at, option) in self.options.iter().enumerate() {
                let on = self.switches.as_ref().map(|on| match on.get(at) {
                    Some(true) => "[x] ",
                    Some(false) => "[ ] ",
                    None => "    ",
                });
                let key = Span::styled(format!("{} ", at + 1), world.look.bold());
                let spans = [key, Span::raw(on.unwrap_or_default()), Span::raw(option.as_str())];
                canvas.put(1, body.len() - hidden + at, room, &spans);
            }
        });
    }
}

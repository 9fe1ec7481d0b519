//! The choice of a persona, on the way to its brief or its journey (context LIST).
//! What is known of a persona is computed by the domain and shown elsewhere.

use ratatui::text::Span;

use super::gate::GatePane;
use super::journey::JourneyPane;
use crate::domain::{Id, Persona};
use crate::tui::action::Action;
use crate::tui::keymap::Place;
use crate::tui::pane::{Move, Pane};
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::cursor::Cursor;
use crate::tui::widget::frame::frame;
use crate::tui::world::{Seen, World};

/// What is opened of the persona.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// Its brief, by its gate.
    Brief,
    /// Its journey.
    Journey,
}

/// The choice of a persona.
pub struct Personas {
    then: Then,
    rows: Vec<(Id, usize)>,
    cursor: Cursor,
    seen: Seen,
}

/// Opens the brief or the journey: at once where there is one persona only.
pub fn choose(world: &mut World, then: Then) {
    let mut personas = world.research.personas().keys().copied();
    let pane: Box<dyn Pane> = match (personas.next(), personas.next()) {
        (Some(only), None) => document(only, then),
        _ => Box::new(Personas { then, rows: Vec::new(), cursor: Cursor::default(), seen: Seen::default() }),
    };
    world.moves.push(Move::Open(pane));
}

fn document(persona: Id, then: Then) -> Box<dyn Pane> {
    match then {
        Then::Brief => Box::new(GatePane::of(persona)),
        Then::Journey => Box::new(JourneyPane::of(persona)),
    }
}

impl Pane for Personas {
    fn place(&self) -> Place {
        Place::Personas
    }

    fn refresh(&mut self, world: &World) {
        if self.seen.is_stale(world, |_| true) {
            let mut personas: Vec<&Persona> = world.research.personas().values().collect();
            personas.sort_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
            let count = |persona: &Persona| (persona.id, world.research.counted_people(Some(persona.id)).len());
            self.rows = personas.into_iter().map(count).collect();
            self.cursor.hold(self.rows.len());
        }
    }

    fn act(&mut self, world: &mut World, action: Action) {
        if self.cursor.act(action, self.rows.len(), world.page()) {
            return;
        }
        match action {
            Action::Back => world.moves.push(Move::Close),
            Action::Open => {
                if let Some((persona, _)) = self.rows.get(self.cursor.at) {
                    world.moves.push(Move::Close);
                    world.moves.push(Move::Open(document(*persona, self.then)));
                }
            }
            _ => {}
        }
    }

    fn offers(&self, _world: &World, action: Action) -> bool {
        action != Action::Open || !self.rows.is_empty()
    }

    fn draw(&self, world: &World, canvas: &mut Canvas) {
        let key = match self.then {
            Then::Brief => "personas-brief",
            Then::Journey => "personas-journey",
        };
        let (first, height) =
            frame(canvas, world, self, &[Span::styled(format!(" {}", world.say(key)), world.look.bold())]);
        if self.rows.is_empty() {
            canvas.put(1, first, canvas.width(), &[Span::styled(world.say("personas-empty"), world.look.dim())]);
        }
        for (y, at) in self.cursor.window(self.rows.len(), height).enumerate() {
            let (id, people) = self.rows[at];
            let Some(persona) = world.research.personas().get(&id) else { continue };
            let people = world.say_with("people", &[("count", people.into())]);
            let width = canvas.width();
            canvas.put(1, first + y, width.saturating_sub(16), &[Span::raw(persona.name.as_str())]);
            canvas.put_right(0, first + y, width.saturating_sub(1), &[Span::styled(people, world.look.dim())]);
            canvas.entry(first + y, at, at == self.cursor.at);
        }
    }
}

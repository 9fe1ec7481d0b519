//! The studies of the library, to choose one (context LIST).
//! Loading the chosen one is the driver's.

use ratatui::text::Span;

use crate::domain::Study;
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::keymap::Place;
use crate::tui::overlay::form::{Field, Form};
use crate::tui::pane::{Asking, Move, Pane};
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::cursor::Cursor;
use crate::tui::widget::frame::frame;
use crate::tui::world::World;

/// The choice of a study.
#[derive(Default)]
pub struct Studies {
    cursor: Cursor,
}

fn all(world: &World) -> &[Study] {
    world.studies.as_deref().unwrap_or_default()
}

/// Asks for the name of a new study.
pub fn ask_name(world: &mut World) {
    let field = Field::new(world.say("field-study"), "");
    let form = Form::new(Asking::Study, world.say("study-new"), vec![field]);
    world.moves.push(Move::Open(Box::new(form)));
}

impl Pane for Studies {
    fn place(&self) -> Place {
        Place::Studies
    }

    fn act(&mut self, world: &mut World, action: Action) {
        if self.cursor.act(action, all(world).len(), world.page()) {
            return;
        }
        match action {
            Action::New => ask_name(world),
            Action::Open => {
                if let Some(study) = all(world).get(self.cursor.at).map(|study| study.id) {
                    if world.study().is_none_or(|open| open.id != study) {
                        world.effects.push(Effect::Load(study));
                    }
                    world.moves.push(Move::Close);
                }
            }
            Action::Back => world.moves.push(Move::Close),
            _ => {}
        }
    }

    fn offers(&self, world: &World, action: Action) -> bool {
        match action {
            Action::Back => world.study().is_some(),
            Action::Open => !all(world).is_empty(),
            Action::Undo => false,
            _ => true,
        }
    }

    fn draw(&self, world: &World, canvas: &mut Canvas) {
        let title = Span::styled(format!(" {}", world.say("place-studies")), world.look.bold());
        let (first, height) = frame(canvas, world, self, &[title]);
        let studies = all(world);
        for (y, at) in self.cursor.window(studies.len(), height).enumerate() {
            let study = &studies[at];
            let date = world.words.date(study.created.date());
            let room = canvas.width().saturating_sub(16);
            canvas.put(1, first + y, room, &[Span::raw(study.name.as_str())]);
            canvas.put_right(0, first + y, canvas.width().saturating_sub(1), &[Span::styled(date, world.look.dim())]);
            canvas.entry(first + y, at, at == self.cursor.at);
        }
    }
}

//! The lanes of a journey (context LIST): which are shown and in which order, and the team's own.
//! What a lane is stands in the domain.

use ratatui::text::Span;

use super::JourneyPane;
use crate::domain::journey::{Journey, Lane, LaneRow, MOST_STAGES, steps};
use crate::domain::{Id, text};
use crate::tui::action::Action;
use crate::tui::keymap::Place;
use crate::tui::overlay::form::{Field, Form};
use crate::tui::pane::{Answer, Asking, Move, Pane};
use crate::tui::screen::line::{self, padded};
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::cursor::Cursor;
use crate::tui::widget::frame::frame;
use crate::tui::world::World;

/// The lanes of one journey.
pub struct Lanes {
    /// As it is kept, or as it will be with the first change.
    journey: Journey,
    cursor: Cursor,
}

/// Opens the lanes of the journey on the table.
pub fn open(pane: &JourneyPane, world: &mut World) {
    if let Some(board) = &pane.board {
        let lanes = Lanes { journey: board.journey.clone(), cursor: Cursor::default() };
        world.moves.push(Move::Open(Box::new(lanes)));
    }
}

impl Lanes {
    fn id(&self) -> Id {
        self.journey.id
    }

    /// Changes the lanes as one step.
    fn change(&mut self, world: &mut World, change: impl FnOnce(&mut Vec<LaneRow>)) {
        let mut journey = self.journey.clone();
        change(&mut journey.lanes);
        match steps::changed(&world.research, journey.clone()) {
            Ok(Some(step)) => {
                if world.commit(step) {
                    self.journey = journey;
                }
            }
            Ok(None) => {}
            Err(error) => world.tell_error(&error),
        }
    }

    /// Moves the lane at the cursor by one place.
    fn shift(&mut self, world: &mut World, down: bool) {
        let at = self.cursor.at;
        let to = if down { at + 1 } else { at.wrapping_sub(1) };
        if to < self.journey.lanes.len() {
            self.change(world, |lanes| lanes.swap(at, to));
            self.cursor.at = to;
        }
    }

    fn ask_name(&self, world: &mut World, asking: Asking, name: &str) {
        let field = Field::new(world.say("field-name"), name);
        let mut form = Form::new(asking, world.say("lane-name"), vec![field]);
        // A lane that everybody knows takes its known name again.
        if asking == Asking::LaneName && !matches!(self.lane(), Some(Lane::Own(_))) {
            form = form.leaving_blank();
        }
        world.moves.push(Move::Open(Box::new(form)));
    }

    fn lane(&self) -> Option<Lane> {
        self.journey.lanes.get(self.cursor.at).map(|row| row.lane)
    }

    fn rename(&mut self, world: &mut World, name: &str) {
        let (at, name) = (self.cursor.at, text::trim_line(name).into_owned());
        self.change(world, |lanes| {
            if let Some(row) = lanes.get_mut(at) {
                row.name = name;
            }
        });
    }

    /// A lane of the team's own, behind the one at the cursor.
    fn add(&mut self, world: &mut World, name: &str) {
        let taken = |number: u8| self.journey.lanes.iter().any(|row| row.lane == Lane::Own(number));
        let Some(number) = (1..=u8::MAX).find(|number| !taken(*number)) else { return };
        let row = LaneRow { lane: Lane::Own(number), name: text::trim_line(name).into_owned(), hidden: false };
        let at = (self.cursor.at + 1).min(self.journey.lanes.len());
        self.change(world, |lanes| lanes.insert(at, row));
        self.cursor.at = at.min(self.journey.lanes.len().saturating_sub(1));
    }
}

impl Pane for Lanes {
    fn place(&self) -> Place {
        Place::Lanes
    }

    fn refresh(&mut self, world: &World) {
        if let Some(kept) = world.research.journeys().get(&self.id()) {
            self.journey = kept.clone();
        }
        self.cursor.hold(self.journey.lanes.len());
    }

    fn act(&mut self, world: &mut World, action: Action) {
        if self.cursor.act(action, self.journey.lanes.len(), world.page()) {
            return;
        }
        let at = self.cursor.at;
        match action {
            Action::Back => world.moves.push(Move::Close),
            Action::Select | Action::Open => self.change(world, |lanes| {
                if let Some(row) = lanes.get_mut(at) {
                    row.hidden = !row.hidden;
                }
            }),
            Action::Lower => self.shift(world, true),
            Action::Raise => self.shift(world, false),
            Action::New => self.ask_name(world, Asking::OwnLane, ""),
            Action::Change => {
                let name = self.journey.lanes.get(at).map(|row| row.name.clone()).unwrap_or_default();
                self.ask_name(world, Asking::LaneName, &name);
            }
            _ => {}
        }
    }

    fn answered(&mut self, world: &mut World, asking: Asking, answer: Answer) {
        let Answer::Texts(texts) = answer else { return };
        let name = texts.first().map_or("", String::as_str);
        match asking {
            Asking::LaneName => self.rename(world, name),
            Asking::OwnLane => self.add(world, name),
            _ => {}
        }
    }

    fn offers(&self, _world: &World, action: Action) -> bool {
        match action {
            Action::Open => false,
            Action::Lower => self.cursor.at + 1 < self.journey.lanes.len(),
            Action::Raise => self.cursor.at > 0,
            Action::New => self.journey.lanes.len() < 2 * MOST_STAGES,
            _ => true,
        }
    }

    fn label(&self, world: &World, action: Action) -> String {
        match action {
            Action::Select if self.journey.lanes.get(self.cursor.at).is_some_and(|row| row.hidden) => {
                world.say("action-show")
            }
            Action::Select => world.say("action-hide"),
            Action::New => world.say("action-own-lane"),
            _ => world.say(&format!("action-{}", action.name())),
        }
    }

    fn draw(&self, world: &World, canvas: &mut Canvas) {
        let look = &world.look;
        let shown = self.journey.lanes.iter().filter(|row| !row.hidden).count();
        let count = world.say_with("lanes-count", &[("shown", shown.into()), ("all", self.journey.lanes.len().into())]);
        let title = [
            Span::styled(format!(" {}", world.say("place-lanes")), look.bold()),
            Span::styled(format!("  {count}"), look.dim()),
        ];
        let (first, height) = frame(canvas, world, self, &title);
        canvas.rows(first, height, |canvas| {
            let row = |at: usize| {
                let row = &self.journey.lanes[at];
                let name = world.words.named("lane", &row.name, row.lane);
                let own = if matches!(row.lane, Lane::Own(_)) { world.say("lane-own") } else { String::new() };
                let style = if row.hidden { look.dim() } else { look.plain() };
                let sign = if row.hidden { "[ ]" } else { "[x]" };
                let words = format!(" {sign} {}", padded(look, &name, 30));
                vec![vec![Span::styled(words, style), Span::styled(own, look.dim())]]
            };
            line::draw_list(canvas, self.cursor.at, self.journey.lanes.len(), row);
        });
    }
}

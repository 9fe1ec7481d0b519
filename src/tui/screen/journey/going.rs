//! Where the keys of a journey lead: to lines, to another view, to the forms and screens around the map. Nothing of the
//! journey is changed here.

use super::grid::lane_name;
use super::views::{Lead, View};
use super::{JourneyPane, choice, compare, lanes, publishing, settings, walk};
use crate::domain::journey::{Lane, Layer, MappingStep, map};
use crate::tui::action::Action;
use crate::tui::overlay::commands::Commands;
use crate::tui::pane::{Move, Pane};
use crate::tui::screen::brief::{BriefPane, ask_file};
use crate::tui::screen::evidence::{Evidence, Of};
use crate::tui::widget::cursor::Cursor;
use crate::tui::world::{Seen, World};

impl JourneyPane {
    fn open(&mut self, world: &mut World) {
        let lead = match self.shown_spot() {
            Some(spot) => {
                let (lines, against) = spot.lines();
                Some(Lead::Lines(spot.name(), lines.to_vec(), against.to_vec()))
            }
            None => self.lead().cloned(),
        };
        match lead {
            Some(Lead::Lines(name, lines, against)) if !(lines.is_empty() && against.is_empty()) => {
                world.moves.push(Move::Open(Box::new(Evidence::of(Of::Cited(name, lines, against)))));
            }
            Some(Lead::Cell(stage, lane)) => self.go_to_cell(world, stage, lane),
            Some(Lead::Stage(stage)) => (self.view, self.stage, self.spot.at) = (View::Stage, stage, 0),
            Some(Lead::Settings) => settings::ask(self, world),
            Some(Lead::Step(step)) => self.take_up(world, step),
            Some(Lead::Failure(..)) => walk::open(self, world),
            _ => {}
        }
    }

    /// Goes to a cell of the map; says so where its lane is not shown.
    fn go_to_cell(&mut self, world: &mut World, stage: usize, lane: Lane) {
        let Some(board) = &self.board else { return };
        let first = board.cell(stage, lane).next().map(|(at, _)| at);
        if let Some(at) = first {
            (self.view, self.stage, self.spot.at) = (View::Grid, stage, at);
            return;
        }
        let name = lane_name(world, board, lane);
        let told = world.say_with("journey-lane-hidden", &[("lane", name.as_str().into())]);
        world.tell(told);
    }

    /// Goes to where a step of mapping is done.
    fn take_up(&mut self, world: &mut World, step: MappingStep) {
        match step {
            MappingStep::Goal | MappingStep::Results => settings::ask(self, world),
            MappingStep::Walk => walk::open(self, world),
            _ => self.view = View::Grid,
        }
    }

    /// Another view of the same journey.
    fn show(&mut self, world: &mut World, view: View) {
        if view == View::Compare && (self.beside.is_none() || self.view == view) {
            return compare::ask(self, world);
        }
        (self.view, self.row) = (view, Cursor::default());
        if view == View::Stage {
            // A card is read from its head.
            self.spot = Cursor::default();
        }
        self.compute(world);
    }

    /// The next kind of entry alone, and after the last all again.
    fn peel(&mut self, world: &World) {
        let at = self.layer.and_then(|layer| Layer::ALL.iter().position(|it| *it == layer));
        self.layer = Layer::ALL.get(at.map_or(0, |at| at + 1)).copied();
        self.seen = Seen::default();
        self.refresh(world);
    }

    pub(super) fn go(&mut self, world: &mut World, action: Action) {
        match action {
            Action::Back if self.view != View::Grid => self.view = View::Grid,
            Action::Back => world.moves.push(Move::Close),
            Action::Next => self.turn(true),
            Action::Previous => self.turn(false),
            Action::NextWaiting => {
                self.goal = self.next_waiting(|_| false);
                self.land();
            }
            Action::Views => {
                let views: Vec<Action> = View::ALL.iter().filter_map(|it| it.action()).collect();
                let menu = Commands::among(world, self, &views).titled(world.say("journey-views"));
                world.moves.push(Move::Open(Box::new(menu)));
            }
            Action::Layers => self.peel(world),
            Action::Brief => {
                world.moves.push(Move::Close);
                world.moves.push(Move::Open(Box::new(BriefPane::of(self.persona))));
            }
            Action::Export => {
                if let Some(board) = &self.board {
                    ask_file(world, &format!("{}.journey.md", map::name(&world.research, &board.journey)));
                }
            }
            Action::Open => self.open(world),
            _ => self.tend(world, action),
        }
    }

    /// What is done to the journey as a whole.
    fn tend(&mut self, world: &mut World, action: Action) {
        if !self.offers(world, action) {
            return;
        }
        match action {
            Action::Settings => settings::ask(self, world),
            Action::StageCard => settings::ask_stage(self, world),
            Action::Lanes => lanes::open(self, world),
            Action::Journeys => choice::ask(self, world),
            Action::Fork => choice::ask_fork(world),
            Action::Walk => walk::open(self, world),
            Action::Publish => publishing::ask(self, world),
            _ => {
                if let Some(view) = View::of(action) {
                    self.show(world, view);
                }
            }
        }
    }
}

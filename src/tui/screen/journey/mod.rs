//! The journey of a persona as it is seeded from the brief (context LIST): a grid of stages and lanes where there is
//! room, else one stage at a time. Every entry leads to its evidence.

pub mod flow;
pub mod funnel;
pub mod matrix;
mod measured;
pub mod times;
mod view;

use super::brief::{BriefPane, ask_file};
use super::evidence::{Evidence, Of};
use crate::domain::Id;
use crate::domain::journey::{Cell, Lane, LaneRow, Map, MapEntry, for_export, of_persona};
use crate::exchange::markdown;
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::keymap::Place;
use crate::tui::pane::{Answer, Asking, Move, Pane};
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::cursor::Cursor;
use crate::tui::world::{Seen, World};

/// From this width on the whole grid is shown.
const GRID: u16 = 100;

/// The journey of one persona.
pub struct JourneyPane {
    persona: Id,
    journey: Option<Map>,
    problem: Option<String>,
    /// Which stage the cursor stands in.
    stage: usize,
    /// Which lane (in the grid) or which entry of the stage (in the list).
    cursor: Cursor,
    seen: Seen,
}

impl JourneyPane {
    /// Of this persona.
    pub fn of(persona: Id) -> JourneyPane {
        let (cursor, seen) = (Cursor::default(), Seen::default());
        JourneyPane { persona, journey: None, problem: None, stage: 0, cursor, seen }
    }

    fn is_grid(world: &World) -> bool {
        world.size.0 >= GRID && world.size.1 >= 24
    }

    fn cell(&self, stage: usize, lane: Lane) -> Option<&Cell> {
        let journey = self.journey.as_ref()?;
        journey.cell(&journey.stages.get(stage)?.card.stage, lane)
    }

    /// The entries of the stage with their lanes, in order.
    fn entries(&self) -> Vec<(Lane, &MapEntry)> {
        let lanes = self.journey.iter().flat_map(|journey| journey.shown());
        lanes
            .filter_map(|row| self.cell(self.stage, row.lane))
            .flat_map(|cell| cell.entries.iter().map(|entry| (cell.lane, entry)))
            .collect()
    }

    /// The lane under the cursor of the grid.
    fn row(&self) -> Option<&LaneRow> {
        self.journey.as_ref()?.shown().nth(self.cursor.at)
    }

    fn rows(&self, world: &World) -> usize {
        match JourneyPane::is_grid(world) {
            true => self.journey.as_ref().map_or(0, |journey| journey.shown().count()),
            false => self.entries().len(),
        }
    }

    /// The entries under the cursor: of a cell in the grid, one alone in the list.
    fn chosen(&self, world: &World) -> Vec<&MapEntry> {
        if !JourneyPane::is_grid(world) {
            return self.entries().get(self.cursor.at).map(|(_, entry)| *entry).into_iter().collect();
        }
        let cell = self.row().and_then(|row| self.cell(self.stage, row.lane));
        cell.map(|cell| cell.entries.iter().collect()).unwrap_or_default()
    }

    fn open(&self, world: &mut World) {
        let entries = self.chosen(world);
        let Some(first) = entries.first() else { return };
        let name = if first.is_blank() { first.facts.answers.clone() } else { first.text.clone() };
        let all = |codes: fn(&MapEntry) -> &Vec<String>| {
            let mut all: Vec<String> = entries.iter().flat_map(|entry| codes(entry).iter().cloned()).collect();
            all.sort();
            all.dedup();
            all
        };
        let evidence = Of::Cited(name, all(|entry| &entry.evidence), all(|entry| &entry.contradicted_by));
        world.moves.push(Move::Open(Box::new(Evidence::of(evidence))));
    }
}

impl Pane for JourneyPane {
    fn place(&self) -> Place {
        Place::Journey
    }

    fn refresh(&mut self, world: &World) {
        if self.seen.is_stale(world, |_| true) {
            match of_persona(&world.research, self.persona) {
                Ok(journey) => (self.journey, self.problem) = (Some(journey), None),
                Err(error) => (self.journey, self.problem) = (None, Some(world.sentence(&error))),
            }
        }
        let rows = self.rows(world);
        self.cursor.hold(rows);
    }

    fn act(&mut self, world: &mut World, action: Action) {
        let rows = self.rows(world);
        if self.cursor.act(action, rows, world.page()) {
            return;
        }
        let stages = self.journey.as_ref().map_or(1, |journey| journey.stages.len().max(1));
        match action {
            Action::Back => world.moves.push(Move::Close),
            Action::Next => self.stage = (self.stage + 1).min(stages - 1),
            Action::Previous => self.stage = self.stage.saturating_sub(1),
            Action::Open => self.open(world),
            Action::Brief => {
                world.moves.push(Move::Close);
                world.moves.push(Move::Open(Box::new(BriefPane::of(self.persona))));
            }
            Action::Export => {
                if let Some(journey) = &self.journey {
                    ask_file(world, &format!("{}.journey.md", journey.persona));
                }
            }
            _ => {}
        }
    }

    fn answered(&mut self, world: &mut World, asking: Asking, answer: Answer) {
        let (Asking::Export, Answer::Texts(texts)) = (asking, answer) else { return };
        match for_export(&world.research, self.persona) {
            Ok(journey) if world.lets_out(&journey) => {
                let text = markdown::journey(&journey, &world.words);
                world.effects.extend(texts.first().map(|file| Effect::Write(file.into(), text)));
            }
            Ok(_) => {}
            Err(error) => world.tell_error(&error),
        }
    }

    fn offers(&self, world: &World, action: Action) -> bool {
        match action {
            Action::Open => !self.chosen(world).is_empty(),
            Action::Export | Action::Brief => self.journey.is_some(),
            _ => true,
        }
    }

    fn draw(&self, world: &World, canvas: &mut Canvas) {
        self.draw_all(world, canvas);
    }
}

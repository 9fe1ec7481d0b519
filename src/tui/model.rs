//! Everything the terminal UI knows: the world that all panes see, and the stack of panes.
//! Plain state: how it changes is in `update`, how it looks in `view`.

use super::effect::Effect;
use super::pane::Pane;
use super::screen::home::Home;
use super::world::World;
use crate::domain::Id;

/// What to show first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Start {
    /// The home screen.
    #[default]
    Home,
    /// The live capture of the participant with this code, who is made where the study has none.
    Capture(String),
    /// The live capture of this interview.
    Interview(Id),
}

/// The state of the terminal UI.
pub struct Model {
    /// What every pane sees.
    pub world: World,
    /// The panes, the one with the focus last; the first is the home screen and stays.
    pub panes: Vec<Box<dyn Pane>>,
    /// The study to open first, where it was named.
    pub wanted: Option<Id>,
    /// What to show once a study is there.
    pub start: Option<Start>,
}

impl Model {
    /// A model that has nothing yet, and what it asks for first.
    pub fn new(mut world: World, wanted: Option<Id>, start: Start) -> (Model, Vec<Effect>) {
        world.effects.clear();
        let home: Box<dyn Pane> = Box::new(Home::default());
        let model = Model { world, panes: vec![home], wanted, start: Some(start) };
        (model, vec![Effect::Studies])
    }

    /// The index of the lowest pane that is in sight: everything above it is a sheet.
    pub fn lowest_in_sight(&self) -> usize {
        self.panes.iter().rposition(|pane| !pane.is_sheet()).unwrap_or(0)
    }
}

//! The journey of a persona (context LIST): the grid on which proposals are decided and entries written, and the views of
//! the same journey. What is drawn where lies in the files beside this one, and what is computed, in the domain.

mod board;
mod checklist;
mod choice;
mod chosen;
mod compare;
mod curve;
mod deeds;
mod facts;
mod flow;
mod funnel;
mod gaps;
mod going;
mod grid;
mod lanes;
mod matrix;
mod measured;
mod months;
mod publishing;
mod remarks;
mod settings;
mod stage;
#[cfg(test)]
mod tests;
mod times;
mod view;
mod views;
mod walk;

use crate::domain::journey::merge::Change;
use crate::domain::journey::rules::ProposalKey;
use crate::domain::journey::{Journey, Layer, map, steps};
use crate::domain::paths::{self, Paths};
use crate::domain::{Entry, Id, Stage};
use crate::error::Result;
use crate::tui::action::Action;
use crate::tui::keymap::Place;
use crate::tui::pane::{Answer, Asking, Pane};
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::cursor::Cursor;
use crate::tui::world::{Seen, World};
use board::{Board, Spot};
use compare::Beside;
use views::{Lead, Row, Scene, View};

/// The journey of one persona.
pub struct JourneyPane {
    persona: Id,
    /// Which of the persona's journeys; ours where none is chosen.
    chosen: Option<Id>,
    /// What the first decision begins.
    template: Option<Journey>,
    board: Option<Board>,
    paths: Option<Paths>,
    problem: Option<String>,
    view: View,
    /// The stage of the cursor, and its place in the stage.
    stage: usize,
    spot: Cursor,
    /// The rows of a view that is a list, of what they were computed, and the one at the cursor.
    rows: Vec<Row>,
    computed: Option<Computed>,
    row: Cursor,
    /// Which kind of entry alone is shown.
    layer: Option<Layer>,
    /// With what it is compared.
    beside: Option<Beside>,
    /// What a form is about.
    pending: Option<Pending>,
    /// Where the cursor goes as soon as the board is read anew.
    goal: Option<Goal>,
    seen: Seen,
}

/// Of what the rows of a view were computed: the view, the size of the screen, the stage, and what it is compared with.
type Computed = (View, (u16, u16), usize, Option<Beside>);

/// What a form is about.
enum Pending {
    /// An entry that is written or changed.
    Entry(Box<Entry>),
    /// A change that is refused.
    Refusal(Box<Change>),
}

/// Where the cursor should go.
#[derive(Clone, PartialEq)]
enum Goal {
    /// To what waits: about this entry, from this proposal.
    Waiting(Option<Id>, Option<ProposalKey>),
    /// To this entry.
    Entry(Id),
}

impl Goal {
    fn to(change: &Change) -> Goal {
        Goal::Waiting(change.entry, change.proposal.as_ref().map(|it| it.key()))
    }
}

impl JourneyPane {
    /// Our journey of this persona.
    pub fn of(persona: Id) -> JourneyPane {
        JourneyPane {
            persona,
            chosen: None,
            template: None,
            board: None,
            paths: None,
            problem: None,
            view: View::Grid,
            stage: 0,
            spot: Cursor::default(),
            rows: Vec::new(),
            computed: None,
            row: Cursor::default(),
            layer: None,
            beside: None,
            pending: None,
            goal: None,
            seen: Seen::default(),
        }
    }

    /// Reads everything anew.
    fn read(&mut self, world: &World) -> Result<()> {
        let research = &world.research;
        self.chosen = self.chosen.filter(|id| research.journeys().contains_key(id));
        let chosen = self.chosen.and_then(|id| research.journeys().get(&id));
        let journey = match (chosen.or_else(|| map::ours(research, self.persona)), &self.template) {
            (Some(kept), _) => kept.clone(),
            (None, Some(template)) => template.clone(),
            (None, None) => steps::begun(research, self.persona, "", (&world.author, &world.fresh()))?,
        };
        let stages: Vec<Stage> = journey.stages.iter().map(|card| card.stage.clone()).collect();
        self.paths = Some(paths::of(research, self.persona, &stages)?);
        let is_first = self.board.is_none();
        if !research.journeys().contains_key(&journey.id) {
            self.template = Some(journey.clone());
        }
        let board = Board::of(world, journey, self.layer)?;
        if is_first && self.goal.is_none() {
            self.goal = board.waiting.first().map(Goal::to);
        }
        self.board = Some(board);
        Ok(())
    }

    /// Puts the cursor where it should be, and keeps it on the map.
    fn land(&mut self) {
        let Some(board) = &self.board else { return };
        let is_there = |spot: &Spot, goal: &Goal| match goal {
            Goal::Entry(id) => spot.entry.as_ref().is_some_and(|it| it.id == Some(*id)),
            goal => spot.change.as_ref().is_some_and(|it| Goal::to(it) == *goal),
        };
        let found = self.goal.take().and_then(|goal| {
            let mut stages = board.spots.iter().enumerate();
            stages.find_map(|(stage, spots)| Some((stage, spots.iter().position(|it| is_there(it, &goal))?)))
        });
        if let Some((stage, at)) = found {
            (self.stage, self.spot.at) = (stage, at);
        }
        self.stage = self.stage.min(board.spots.len().saturating_sub(1));
        self.spot.hold(board.spots.get(self.stage).map_or(0, Vec::len));
    }

    fn spot(&self) -> Option<&Spot> {
        self.board.as_ref()?.spots.get(self.stage)?.get(self.spot.at)
    }

    /// The spot, where the view shows it.
    fn shown_spot(&self) -> Option<&Spot> {
        self.spot().filter(|_| self.view.has_spots())
    }

    fn scene<'a>(&'a self, world: &'a World, board: &'a Board) -> Scene<'a> {
        let (paths, beside) = (self.paths.as_ref(), self.beside.as_ref());
        Scene { world, board, paths, beside, stage: self.stage, width: usize::from(world.size.0) }
    }

    /// Computes the rows of the view anew, where they are not those of this moment.
    fn compute(&mut self, world: &World) {
        let wanted = (self.view, world.size, self.stage, self.beside.clone());
        if self.computed.as_ref() == Some(&wanted) {
            return;
        }
        let board = self.board.as_ref();
        self.rows = board.map(|board| views::rows(self.view, &self.scene(world, board))).unwrap_or_default();
        self.computed = Some(wanted);
        self.row.hold(self.rows.len());
        views::land(&mut self.row, &self.rows, true);
    }

    fn lead(&self) -> Option<&Lead> {
        self.rows.get(self.row.at)?.lead.as_ref().filter(|_| !self.view.has_spots())
    }

    /// Moves in the stage, or in the list of a view.
    fn moved(&mut self, world: &World, action: Action) -> bool {
        if !self.view.has_spots() {
            return views::moved(&mut self.row, &self.rows, action, world.page());
        }
        let Some(board) = &self.board else { return false };
        let spots = board.spots.get(self.stage).map(Vec::as_slice).unwrap_or_default();
        match action {
            // A page is a lane.
            Action::PageDown | Action::PageUp => {
                let lane = spots.get(self.spot.at).map(|it| it.lane);
                let is_head = |at: &usize| *at == 0 || spots[*at].lane != spots[at - 1].lane;
                let mut heads = (0..spots.len()).filter(is_head);
                let next = match action {
                    Action::PageDown => heads.find(|at| *at > self.spot.at && Some(spots[*at].lane) != lane),
                    _ => heads.rfind(|at| *at < self.spot.at),
                };
                self.spot.at = next.unwrap_or(self.spot.at);
                true
            }
            _ => self.spot.act(action, spots.len(), 1),
        }
    }

    /// To the stage beside, in the same lane.
    fn turn(&mut self, forward: bool) {
        let Some(board) = &self.board else { return };
        let last = board.spots.len().saturating_sub(1);
        let lane = self.spot().map(|it| it.lane);
        self.stage = if forward { (self.stage + 1).min(last) } else { self.stage.saturating_sub(1) };
        let spots = board.spots.get(self.stage).map(Vec::as_slice).unwrap_or_default();
        self.spot.at = spots.iter().position(|it| Some(it.lane) == lane).unwrap_or(0);
        if !self.view.has_spots() {
            self.row = Cursor::default();
        }
    }

    /// What waits next after the cursor, round the map, without what is left out.
    fn next_waiting(&self, is_left_out: impl Fn(&Change) -> bool) -> Option<Goal> {
        let board = self.board.as_ref()?;
        let places =
            board.spots.iter().enumerate().flat_map(|(stage, spots)| (0..spots.len()).map(move |at| (stage, at)));
        let (before, after): (Vec<_>, Vec<_>) = places.partition(|place| *place <= (self.stage, self.spot.at));
        let mut changes =
            after.into_iter().chain(before).filter_map(|(stage, at)| board.spots[stage][at].change.as_ref());
        changes.find(|change| !is_left_out(change)).map(Goal::to)
    }
}

impl Pane for JourneyPane {
    fn place(&self) -> Place {
        Place::Journey
    }

    fn refresh(&mut self, world: &World) {
        if self.seen.is_stale(world, |_| true) {
            self.computed = None;
            match self.read(world) {
                Ok(()) => self.problem = None,
                Err(error) => (self.board, self.problem) = (None, Some(world.sentence(&error))),
            }
        }
        self.land();
        self.compute(world);
    }

    fn act(&mut self, world: &mut World, action: Action) {
        if !self.moved(world, action) && !self.decide(world, action) {
            self.go(world, action);
        }
    }

    fn answered(&mut self, world: &mut World, asking: Asking, answer: Answer) {
        match (asking, answer) {
            (asking, Answer::Texts(texts)) => self.take(world, asking, &texts),
            (Asking::Journeys, Answer::Choice(choice)) => choice::take(self, world, choice),
            (Asking::Beside, Answer::Choice(choice)) => compare::take(self, world, choice),
            _ => {}
        }
    }

    fn offers(&self, _world: &World, action: Action) -> bool {
        let Some(board) = &self.board else { return action == Action::Back };
        let spot = self.shown_spot();
        let is_kept = board.map.kept;
        match action {
            Action::Open => match spot {
                Some(spot) => spot.lines() != (&[], &[]),
                None => self.lead().is_some(),
            },
            Action::Accept | Action::Refuse => spot.is_some_and(|it| it.change.is_some()),
            Action::AcceptStrong => self.view.has_spots() && !board.strong().is_empty(),
            Action::NextWaiting => self.view.has_spots() && self.next_waiting(|_| false).is_some(),
            Action::Change => spot.is_some_and(|it| !it.is_empty()),
            Action::New => spot.is_some_and(|it| !it.lane.is_read()),
            Action::Drop => match spot {
                Some(spot) => spot.entry.is_some(),
                None => matches!(self.lead(), Some(Lead::Step(_))),
            },
            Action::Comment | Action::Moment => spot.is_some_and(|it| it.entry.is_some()),
            Action::StageCard => self.view.has_spots(),
            Action::Fork | Action::Walk | Action::Publish => is_kept,
            _ => true,
        }
    }

    fn label(&self, world: &World, action: Action) -> String {
        let spot = self.shown_spot();
        let key = match action {
            Action::Open if spot.is_some() => "action-lines",
            Action::Accept | Action::Refuse | Action::Change => match deeds::label(spot, action) {
                Some(key) => key,
                None => return world.say(&format!("action-{}", action.name())),
            },
            Action::Drop if spot.is_none() => "action-skip-step",
            Action::Settings => "action-journey-settings",
            Action::Publish => "action-publish-journey",
            _ => return world.say(&format!("action-{}", action.name())),
        };
        world.say(key)
    }

    fn draw(&self, world: &World, canvas: &mut Canvas) {
        view::draw(self, world, canvas);
    }
}

/// How well a spot is borne out, in words: people first.
fn standing(world: &World, spot: &Spot) -> String {
    let people = world.say_with("people", &[("count", spot.people().into())]);
    let against = spot.lines().1.len();
    if against == 0 {
        return people;
    }
    format!("{people} {} {}", world.look.glyphs.dot, world.say_with("journey-against", &[("count", against.into())]))
}

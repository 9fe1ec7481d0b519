//! The views of one journey: what each is called, its key and its rows. The grid and the stage card have places with a
//! cursor; every other view is rows that scroll, some of which lead somewhere.

use ratatui::text::Span;

use super::board::Board;
use super::compare::Beside;
use super::{checklist, compare, curve, flow, funnel, gaps, matrix, months, stage, times};
use crate::domain::Id;
use crate::domain::journey::{Lane, MappingStep};
use crate::domain::named::named;
use crate::domain::paths::Paths;
use crate::tui::action::Action;
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::cursor::Cursor;
use crate::tui::world::World;

named! {
    /// How a journey is looked at.
    View ("view") {
        /// Stages by lanes.
        Grid = "grid",
        /// One stage whole.
        Stage = "stage",
        /// How the stages feel.
        Curve = "curve",
        /// How many reached each stage.
        Funnel = "funnel",
        /// From which stage to which.
        Moves = "moves",
        /// How long each stage took.
        Times = "times",
        /// How they went, as a flowchart.
        Flow = "flow",
        /// Lines by month.
        Months = "months",
        /// What it lacks.
        Gaps = "gaps",
        /// Beside another map.
        Compare = "beside",
        /// How far one is.
        Checklist = "steps",
    }
}

impl View {
    /// The view that an action names.
    pub fn of(action: Action) -> Option<View> {
        action.name().strip_prefix("view-")?.parse().ok()
    }

    /// The action that shows it.
    pub fn action(self) -> Option<Action> {
        format!("view-{}", self.name()).parse().ok()
    }

    /// Whether the cursor stands on the places of the map.
    pub fn has_spots(self) -> bool {
        matches!(self, View::Grid | View::Stage)
    }
}

/// What a view is drawn of.
pub struct Scene<'a> {
    /// The world.
    pub world: &'a World,
    /// The journey.
    pub board: &'a Board,
    /// What its buyers did.
    pub paths: Option<&'a Paths>,
    /// With what it is compared.
    pub beside: Option<&'a Beside>,
    /// The stage of the cursor.
    pub stage: usize,
    /// Cells of a row.
    pub width: usize,
}

/// Where a row leads.
#[derive(Clone, Debug, PartialEq)]
pub enum Lead {
    /// To lines: the name of what they are about, those for it and those against.
    Lines(String, Vec<String>, Vec<String>),
    /// To a cell of the map.
    Cell(usize, Lane),
    /// To a stage.
    Stage(usize),
    /// To what the journey says of itself.
    Settings,
    /// To a step that can be left out.
    Step(MappingStep),
    /// To a failure of a walk that can be put right.
    Failure(Id, usize),
}

/// One row of a view.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// As it is drawn.
    pub spans: Vec<Span<'static>>,
    /// Where it leads, if anywhere.
    pub lead: Option<Lead>,
}

impl Row {
    /// A row that leads nowhere.
    pub fn plain(spans: Vec<Span<'static>>) -> Row {
        Row { spans, lead: None }
    }

    /// One that leads somewhere.
    pub fn to(lead: Lead, spans: Vec<Span<'static>>) -> Row {
        Row { spans, lead: Some(lead) }
    }
}

/// The rows of a view that is a list, or of the card above the places of a stage.
pub fn rows(view: View, scene: &Scene) -> Vec<Row> {
    match view {
        View::Grid => Vec::new(),
        View::Stage => stage::rows(scene),
        View::Curve => curve::rows(scene),
        View::Funnel => measured(scene, funnel::rows),
        View::Moves => measured(scene, matrix::rows),
        View::Times => measured(scene, times::rows),
        View::Flow => measured(scene, flow::rows),
        View::Months => months::rows(scene),
        View::Gaps => gaps::rows(scene),
        View::Compare => compare::rows(scene),
        View::Checklist => checklist::rows(scene),
    }
}

/// The rows of a view of what buyers did.
fn measured(scene: &Scene, rows: fn(&World, &Paths, usize) -> Vec<Vec<Span<'static>>>) -> Vec<Row> {
    let paths = scene.paths.map(|paths| rows(scene.world, paths, scene.width)).unwrap_or_default();
    paths.into_iter().map(Row::plain).collect()
}

/// Moves the cursor; says whether it was a move.
pub fn moved(cursor: &mut Cursor, rows: &[Row], action: Action, page: usize) -> bool {
    let before = cursor.at;
    if !cursor.act(action, rows.len(), page / 2) {
        return false;
    }
    land(cursor, rows, cursor.at > before || cursor.at == 0);
    true
}

/// Puts the cursor on a row that leads somewhere, where there are such rows.
pub fn land(cursor: &mut Cursor, rows: &[Row], forward: bool) {
    let at = cursor.at.min(rows.len().saturating_sub(1));
    let rests = |at: &usize| rows[*at].lead.is_some();
    if !(0..rows.len()).any(|at| rests(&at)) {
        return;
    }
    let (after, before) = ((at..rows.len()).find(rests), (0..=at).rev().find(rests));
    cursor.at = if forward { after.or(before) } else { before.or(after) }.unwrap_or(at);
}

/// Draws them: with a cursor where rows lead somewhere, else scrolled.
pub fn draw(canvas: &mut Canvas, rows: &[Row], cursor: &Cursor) {
    let rests = |at: usize| rows[at].lead.is_some();
    let (height, has_cursor) = (canvas.height(), (0..rows.len()).any(rests));
    let last = rows.len().saturating_sub(height);
    // What is told before the first row that leads somewhere stays in sight as long as it can.
    let first = match has_cursor {
        true if cursor.at + 1 < height => 0,
        true => (cursor.at - height * 2 / 3).min(last),
        false => cursor.at.min(last),
    };
    for (y, row) in rows.iter().skip(first).take(height).enumerate() {
        canvas.line(y, &row.spans);
        if rests(first + y) {
            canvas.entry(y, first + y, first + y == cursor.at);
        }
    }
}

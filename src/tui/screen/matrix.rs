//! People against themes (context LIST): who said it, who spoke against it, who was asked and did not say. The people
//! stay in their column while the themes go by sideways.

use std::collections::BTreeSet;

use ratatui::text::Span;

use super::brief::ask_file;
use super::line::padded;
use super::participant::Person;
use crate::domain::matrix::{Cell, Matrix};
use crate::domain::{Id, text};
use crate::exchange;
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::keymap::Place;
use crate::tui::palette::Look;
use crate::tui::pane::{Answer, Asking, Move, Pane};
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::cursor::Cursor;
use crate::tui::widget::frame::frame;
use crate::tui::world::{Seen, World};

/// Cells of a theme's column, its gap included.
const COLUMN: usize = 11;
/// Rows of the names of the themes.
const HEAD: usize = 3;
/// Rows of the legend, its rule included.
const LEGEND: usize = 2;

/// People against themes.
pub struct MatrixPane {
    people: BTreeSet<Id>,
    lines: BTreeSet<Id>,
    matrix: Matrix,
    /// The first theme in sight.
    first: usize,
    cursor: Cursor,
    seen: Seen,
}

impl MatrixPane {
    /// These people against the themes of these lines.
    pub fn of(people: BTreeSet<Id>, lines: BTreeSet<Id>) -> MatrixPane {
        let (matrix, cursor, seen) = (Matrix::default(), Cursor::default(), Seen::default());
        MatrixPane { people, lines, matrix, first: 0, cursor, seen }
    }

    /// The themes that fit beside the people.
    fn in_sight(world: &World) -> usize {
        let width = usize::from(world.size.0);
        (width.saturating_sub(people_cells(width)) / COLUMN).max(1)
    }

    fn last_first(&self, world: &World) -> usize {
        self.matrix.columns.len().saturating_sub(MatrixPane::in_sight(world))
    }

    fn elsewhere(&self) -> usize {
        self.people.len() - self.matrix.rows.len().min(self.people.len())
    }
}

/// Cells of the column of people.
fn people_cells(width: usize) -> usize {
    if width < 60 { 8 } else { 24 }
}

impl Pane for MatrixPane {
    fn place(&self) -> Place {
        Place::Matrix
    }

    fn refresh(&mut self, world: &World) {
        if self.seen.is_stale(world, |_| true) {
            self.matrix = Matrix::of(&world.research, &self.people, &self.lines);
        }
        self.cursor.hold(self.matrix.rows.len());
        self.first = self.first.min(self.last_first(world));
    }

    fn act(&mut self, world: &mut World, action: Action) {
        if self.cursor.act(action, self.matrix.rows.len(), world.page() / 2) {
            return;
        }
        match action {
            Action::Back => world.moves.push(Move::Close),
            Action::Search => world.moves.extend([Move::Close, Move::Act(action)]),
            Action::Next => self.first = (self.first + 1).min(self.last_first(world)),
            Action::Previous => self.first = self.first.saturating_sub(1),
            Action::Open => {
                let person = self.matrix.rows.get(self.cursor.at).map(|row| row.participant);
                world.moves.extend(person.map(|person| Move::Open(Box::new(Person::of(person)) as Box<dyn Pane>)));
            }
            Action::Export => ask_file(world, "matrix.csv"),
            _ => {}
        }
    }

    fn answered(&mut self, world: &mut World, asking: Asking, answer: Answer) {
        let (Asking::Export, Answer::Texts(texts)) = (asking, answer) else { return };
        // Nothing of somebody who has not agreed to take part leaves the library.
        let written = world.research.exportable(None).and_then(|(research, _)| {
            let matrix = Matrix::of(&research, &self.people, &self.lines);
            exchange::matrix::csv(&matrix, &world.words)
        });
        match written {
            Ok(table) => world.effects.extend(texts.first().map(|file| Effect::Write(file.into(), table))),
            Err(error) => world.tell_error(&error),
        }
    }

    fn offers(&self, world: &World, action: Action) -> bool {
        match action {
            Action::Open => !self.matrix.rows.is_empty(),
            Action::Export => !self.matrix.rows.is_empty() && !self.matrix.columns.is_empty(),
            Action::Next => self.first < self.last_first(world),
            Action::Previous => self.first > 0,
            _ => true,
        }
    }

    fn label(&self, world: &World, action: Action) -> String {
        match action {
            Action::Next => world.say("action-more-themes"),
            Action::Open => world.say("matrix-participant"),
            Action::Search => world.say("action-to-box"),
            _ => world.say(&format!("action-{}", action.name())),
        }
    }

    fn draw(&self, world: &World, canvas: &mut Canvas) {
        let look = &world.look;
        let counts = [("people", self.matrix.rows.len().into()), ("themes", self.matrix.columns.len().into())];
        let mut title = vec![
            Span::styled(format!(" {}", world.say("place-matrix")), look.bold()),
            Span::styled(format!("  {}", world.say_with("matrix-counts", &counts)), look.dim()),
        ];
        if self.elsewhere() > 0 {
            let elsewhere = world.say_with("matrix-elsewhere", &[("count", self.elsewhere().into())]);
            title.push(Span::styled(format!("  {elsewhere}"), look.dim()));
        }
        let (first, height) = frame(canvas, world, self, &title);
        if self.matrix.columns.is_empty() {
            canvas.put(1, first, canvas.width(), &[Span::styled(world.say("matrix-empty"), look.dim())]);
            return;
        }
        let legend = if height > HEAD + LEGEND + 2 { LEGEND } else { 0 };
        canvas.rows(first, height - legend, |canvas| self.draw_table(world, canvas));
        if legend > 0 {
            canvas.rule(first + height - legend);
            let room = canvas.width().saturating_sub(2);
            canvas.put(1, first + height - 1, room, &[Span::styled(legend_of(world), look.dim())]);
        }
    }
}

impl MatrixPane {
    fn draw_table(&self, world: &World, canvas: &mut Canvas) {
        let look = &world.look;
        let cells = people_cells(canvas.width());
        let last = (self.first + MatrixPane::in_sight(world)).min(self.matrix.columns.len());
        let head = if canvas.height() > HEAD + 2 { HEAD } else { 1 };
        for (nth, column) in self.matrix.columns[self.first..last].iter().enumerate() {
            let rows = text::wrap(&column.name, COLUMN - 1, 0);
            for (y, row) in rows.iter().take(head).enumerate() {
                let is_cut = y + 1 == head && rows.len() > head;
                let row = if is_cut { format!("{row}{}", look.glyphs.more) } else { row.clone() };
                let row = padded(look, &row, COLUMN - 1);
                canvas.put(cells + nth * COLUMN, y, COLUMN - 1, &[Span::styled(row, look.dimension(column.dimension))]);
            }
        }
        let hidden = self.matrix.columns.len() - (last - self.first);
        if hidden > 0 {
            let more = world.say_with("matrix-more", &[("count", hidden.into())]);
            let more = if text::width(&more) + 2 > cells { format!("+{hidden}") } else { more };
            canvas.put(1, 0, cells.saturating_sub(2), &[Span::styled(more, look.dim())]);
        }
        let height = canvas.height().saturating_sub(head);
        for (y, at) in self.cursor.window(self.matrix.rows.len(), height).enumerate() {
            let row = &self.matrix.rows[at];
            let code = padded(look, &row.code, 6.min(cells - 2));
            let mut spans = vec![Span::styled(format!(" {code} "), look.bold())];
            if cells > 8 {
                spans.push(Span::styled(padded(look, &row.role, cells - 9), look.dim()));
            }
            canvas.put(0, head + y, cells, &spans);
            for (nth, cell) in row.cells[self.first..last].iter().enumerate() {
                canvas.put(cells + nth * COLUMN, head + y, COLUMN - 1, &[Span::raw(sign(look, *cell))]);
            }
            canvas.entry(head + y, at, at == self.cursor.at);
        }
    }
}

/// Said, spoke against, both, asked and did not say, or nothing at all.
fn sign(look: &Look, cell: Cell) -> String {
    let parts = [(cell.said, look.glyphs.strong), (cell.against, look.glyphs.against)];
    let signs: String = parts.iter().filter(|(is_so, _)| *is_so).map(|(_, sign)| *sign).collect();
    if signs.is_empty() && cell.asked { look.glyphs.dot.to_owned() } else { signs }
}

fn legend_of(world: &World) -> String {
    let glyphs = world.look.glyphs;
    let parts = [
        (glyphs.strong, "matrix-said"),
        (glyphs.against, "matrix-against"),
        (glyphs.dot, "matrix-asked"),
        (" ", "matrix-blank"),
    ];
    let parts = parts.map(|(sign, key)| format!("{sign} {}", world.say(key)).trim_start().to_owned());
    parts.join("   ")
}

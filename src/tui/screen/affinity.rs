//! The themes of a dimension side by side (context LIST), a column of cards for each and one for the lines under none.
//! A line is moved to the column beside it by a key; the screen goes along with it.

use ratatui::text::Span;

use super::line::{self, padded};
use super::reader::Reader;
use crate::domain::{Dimension, Id, Note, Voice, text, theme_steps};
use crate::tui::action::Action;
use crate::tui::keymap::Place;
use crate::tui::palette::subject_of;
use crate::tui::pane::{Move, Pane};
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::cursor::Cursor;
use crate::tui::widget::frame::frame;
use crate::tui::world::{Seen, World};

/// The least cells of a column, and at most so many rows of a card.
const COLUMN: usize = 26;
const CARD: usize = 3;
/// Rows of the head of a column.
const HEAD: usize = 2;

/// One theme, or none, with its lines.
struct Column {
    theme: Option<Id>,
    name: String,
    lines: Vec<Id>,
    cursor: Cursor,
}

/// The themes of one dimension side by side.
pub struct Affinity {
    dimension: Dimension,
    columns: Vec<Column>,
    at: usize,
    /// The line to keep under the cursor when the columns are made anew.
    follows: Option<Id>,
    seen: Seen,
}

impl Affinity {
    /// Of this dimension.
    pub fn of(dimension: Dimension) -> Affinity {
        Affinity { dimension, columns: Vec::new(), at: 0, follows: None, seen: Seen::default() }
    }

    fn column(&self) -> Option<&Column> {
        self.columns.get(self.at)
    }

    fn line(&self) -> Option<Id> {
        let column = self.column()?;
        column.lines.get(column.cursor.at).copied()
    }

    /// The column one further to the right or to the left.
    fn beside(&self, to_right: bool) -> Option<usize> {
        let next = if to_right { self.at + 1 } else { self.at.checked_sub(1)? };
        (next < self.columns.len()).then_some(next)
    }

    /// Moves the line at the cursor to the column beside it.
    fn hand_over(&mut self, world: &mut World, to_right: bool) {
        let (Some(note), Some(next)) = (self.line(), self.beside(to_right)) else { return };
        let (from, to) = (self.columns[self.at].theme, self.columns[next].theme);
        let step = theme_steps::handed_over(&world.research, note, (from, to), &world.fresh());
        if step.is_some_and(|step| world.commit(step)) {
            (self.at, self.follows) = (next, Some(note));
        }
    }

    /// Another dimension; the columns are made anew.
    fn turn(&mut self, world: &World, dimension: Dimension) {
        *self = Affinity::of(dimension);
        self.refresh(world);
    }

    /// Makes the columns: most people first, the lines under no theme last.
    fn build(&mut self, world: &World) {
        let research = &world.research;
        let people = research.counted_people(None);
        let mut columns: Vec<(usize, Column)> = Vec::new();
        for theme in research.themes().values().filter(|it| it.dimension == self.dimension && it.dropped.is_none()) {
            let said = research.said_under(theme, &people);
            let who: std::collections::BTreeSet<Id> = said.iter().map(|it| it.person.id).collect();
            let lines = said.iter().map(|it| it.note.id).collect();
            let column = Column { theme: Some(theme.id), name: theme.name.clone(), lines, cursor: Cursor::default() };
            columns.push((who.len(), column));
        }
        columns.sort_by_key(|(people, column)| (std::cmp::Reverse(*people), column.theme));
        let bare = |note: &&Note| note.dimension == self.dimension && research.marks_of(note.id).next().is_none();
        let lines = people.iter().flat_map(|person| research.evidence_of(person.id)).filter(bare).map(|it| it.id);
        let none =
            Column { theme: None, name: world.say("affinity-none"), lines: lines.collect(), cursor: Cursor::default() };
        let columns: Vec<Column> = columns.into_iter().map(|(_, column)| column).chain([none]).collect();
        let before = std::mem::replace(&mut self.columns, columns);
        let was = before.get(self.at).map(|it| it.theme);
        self.at = self.columns.iter().position(|it| Some(it.theme) == was).unwrap_or(0);
        for column in &mut self.columns {
            let old = before.iter().find(|it| it.theme == column.theme);
            column.cursor = old.map(|it| it.cursor).unwrap_or_default();
            column.cursor.hold(column.lines.len());
        }
        self.follow();
    }

    fn follow(&mut self) {
        let Some(note) = self.follows.take() else { return };
        if let Some(column) = self.columns.get_mut(self.at)
            && let Some(at) = column.lines.iter().position(|it| *it == note)
        {
            column.cursor.at = at;
        }
    }
}

impl Pane for Affinity {
    fn place(&self) -> Place {
        Place::Affinity
    }

    fn refresh(&mut self, world: &World) {
        if self.seen.is_stale(world, |_| true) {
            self.build(world);
        }
    }

    fn act(&mut self, world: &mut World, action: Action) {
        let page = world.page() / (CARD + 1);
        if let Some(column) =
            self.columns.get_mut(self.at).filter(|_| !matches!(action, Action::Next | Action::Previous))
        {
            let len = column.lines.len();
            if column.cursor.act(action, len, page) {
                return;
            }
        }
        match action {
            Action::Back => world.moves.push(Move::Close),
            Action::Next => self.at = self.beside(true).unwrap_or(self.at),
            Action::Previous => self.at = self.beside(false).unwrap_or(self.at),
            Action::MoveDown => self.hand_over(world, true),
            Action::MoveUp => self.hand_over(world, false),
            Action::Open => {
                let note = self.line().and_then(|id| world.research.notes().get(&id));
                if let Some((interview, note)) = note.map(|note| (note.interview, note.id)) {
                    world.moves.push(Move::Open(Box::new(Reader::at(interview, Some(note)))));
                }
            }
            Action::Narrow => {
                let at = Dimension::FIVE.iter().position(|it| *it == self.dimension).unwrap_or(0);
                self.turn(world, Dimension::FIVE[(at + 1) % Dimension::FIVE.len()]);
            }
            _ => {
                if let Some(dimension) = action.subject().and_then(|it| it.dimension()) {
                    self.turn(world, dimension);
                }
            }
        }
    }

    fn offers(&self, _world: &World, action: Action) -> bool {
        match action {
            Action::Open => self.line().is_some(),
            Action::Next => self.beside(true).is_some(),
            Action::Previous => self.beside(false).is_some(),
            Action::MoveDown => self.line().is_some() && self.beside(true).is_some(),
            Action::MoveUp => self.line().is_some() && self.beside(false).is_some(),
            _ => true,
        }
    }

    fn label(&self, world: &World, action: Action) -> String {
        match action {
            Action::MoveUp => world.say("action-line-left"),
            Action::MoveDown => world.say("action-line-right"),
            Action::Next => world.say("action-column-right"),
            Action::Previous => world.say("action-column-left"),
            Action::Narrow => world.say("action-next-dimension"),
            _ => world.say(&format!("action-{}", action.name())),
        }
    }

    fn draw(&self, world: &World, canvas: &mut Canvas) {
        let look = &world.look;
        let hue = subject_of(self.dimension).map(|subject| look.subject(subject)).unwrap_or_default();
        let name = world.say(&format!("dimension-{}", self.dimension.name()));
        let counts = [("themes", self.columns.len().saturating_sub(1).into())];
        let title = [
            Span::styled(format!(" {name}"), hue.patch(look.bold())),
            Span::styled(format!("  {}", world.say_with("affinity-count", &counts)), look.dim()),
        ];
        let (first, height) = frame(canvas, world, self, &title);
        let fit = (canvas.width() / COLUMN).max(1).min(self.columns.len().max(1));
        let left = self.at.saturating_sub(fit / 2).min(self.columns.len().saturating_sub(fit));
        let cells = canvas.width() / fit;
        for (nth, at) in (left..(left + fit).min(self.columns.len())).enumerate() {
            canvas.part((nth * cells, first), (cells, height), |canvas| self.draw_column(world, canvas, at));
        }
    }
}

impl Affinity {
    fn draw_column(&self, world: &World, canvas: &mut Canvas, at: usize) {
        let (look, column) = (&world.look, &self.columns[at]);
        let (is_here, width) = (at == self.at, canvas.width().saturating_sub(1));
        let mark = if is_here { look.glyphs.here } else { " " };
        let more = format!(" {}", column.lines.len());
        let name = line::cut_marked(look, &column.name, width.saturating_sub(2 + text::width(&more)));
        let style = if is_here { look.bold() } else { look.plain() };
        canvas.put(
            0,
            0,
            width,
            &[Span::raw(format!("{mark} ")), Span::styled(name, style), Span::styled(more, look.dim())],
        );
        let height = canvas.height().saturating_sub(HEAD);
        canvas.part((0, HEAD), (width, height), |canvas| {
            let card = |nth: usize| card(world, column.lines[nth], canvas_cells(width));
            let from = line::first_shown(column.cursor.at, column.lines.len(), height, |nth| card(nth).len());
            let mut y = 0;
            for nth in from..column.lines.len() {
                for row in card(nth) {
                    if y >= canvas.height() {
                        return;
                    }
                    canvas.line(y, &row);
                    if is_here {
                        canvas.entry(y, nth, nth == column.cursor.at);
                    }
                    y += 1;
                }
            }
        });
    }
}

fn canvas_cells(width: usize) -> usize {
    width.saturating_sub(3).max(1)
}

/// One line as a card: its code, and its words in a few rows.
fn card(world: &World, note: Id, room: usize) -> Vec<Vec<Span<'static>>> {
    let look = &world.look;
    let Some(note) = world.research.notes().get(&note) else { return Vec::new() };
    let words = if note.voice == Voice::Verbatim { format!("\"{}\"", note.text) } else { note.text.clone() };
    let against = world.research.marks_of(note.id).any(|mark| mark.stance == crate::domain::Stance::Contradicts);
    let sign = if against { format!(" {}", look.glyphs.against) } else { String::new() };
    let star = if note.star { format!(" {}", look.glyphs.star) } else { String::new() };
    let code = format!("{}{star}{sign}", world.research.code_of(note));
    let mut rows = vec![vec![Span::styled(format!("  {}", padded(look, &code, room)), look.dim())]];
    let pieces = text::wrap(&words, room, 0);
    for (at, piece) in pieces.iter().take(CARD).enumerate() {
        let is_cut = at + 1 == CARD && pieces.len() > CARD;
        let piece = if is_cut {
            line::cut_marked(look, &format!("{piece}  "), room.min(text::width(piece) + 1))
        } else {
            piece.clone()
        };
        rows.push(vec![Span::raw(format!("  {piece}"))]);
    }
    rows
}

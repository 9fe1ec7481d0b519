//! Where in the journey a line belongs (context TEXT): type to find a stage, a lane or what stands there, Enter puts the
//! line there. A cell without words asks for them in one field; the line stays what was said, and is its evidence.

use ratatui::text::Span;

use crate::domain::journey::cells::{self, Place as Spot};
use crate::domain::journey::{Journey, map};
use crate::domain::{Id, Note, matching, text};
use crate::tui::action::Action;
use crate::tui::keymap::{Chord, Place};
use crate::tui::line_editor::LineEditor;
use crate::tui::overlay::form::{Field, Form};
use crate::tui::pane::{Answer, Asking, Move, Pane};
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::cursor::Cursor;
use crate::tui::widget::field;
use crate::tui::widget::sheet::sheet;
use crate::tui::widget::unmatched;
use crate::tui::world::World;

/// The rows of the list.
const ROWS: usize = 10;
/// The most cells of the name of a stage or a lane.
const NAME: usize = 18;

struct Row {
    /// Which of the journeys.
    journey: usize,
    spot: Spot,
    /// Whose journey it is, where it may be that of several.
    persona: String,
    stage: String,
    lane: String,
    /// What stands there, if anything does.
    words: String,
}

impl Row {
    fn names(&self) -> [&str; 3] {
        [&self.persona, &self.stage, &self.lane]
    }

    fn name(&self, world: &World) -> String {
        let names = self.names().into_iter().filter(|name| !name.is_empty());
        names.collect::<Vec<_>>().join(&format!(" {} ", world.look.glyphs.dot))
    }
}

/// The cells of the journey of a line's persona; of every persona's, where nobody said yet to which its participant belongs.
pub struct Cells {
    note: Id,
    journeys: Vec<Journey>,
    title: String,
    editor: LineEditor,
    all: Vec<Row>,
    rows: Vec<usize>,
    cursor: Cursor,
}

impl Cells {
    /// Opens it over a screen. Says why where the line can stand on no map.
    pub fn open(world: &mut World, note: Id) {
        let Some(note) = world.research.notes().get(&note) else { return };
        let ours = cells::journeys(&world.research, note, (world.author.as_str(), &world.fresh()));
        let cells = Cells::of(world, note, ours);
        if cells.all.is_empty() {
            let text = world.say("cells-no-persona");
            return world.tell(text);
        }
        world.moves.push(Move::Open(Box::new(cells)));
    }

    fn of(world: &World, note: &Note, journeys: Vec<Journey>) -> Cells {
        let is_one = journeys.len() == 1;
        let row = |at: usize, spot: Spot| {
            let journey = &journeys[at];
            let entry = spot.entry.and_then(|id| world.research.entries().get(&id));
            Row {
                journey: at,
                persona: if is_one { String::new() } else { map::name(&world.research, journey) },
                stage: world.words.named("stage", journey.name_of_stage(&spot.stage), &spot.stage),
                lane: world.words.named("lane", journey.name_of_lane(spot.lane), spot.lane),
                words: entry.map(|it| it.words().to_owned()).unwrap_or_default(),
                spot,
            }
        };
        let of = |at: usize| cells::places(&world.research, &journeys[at], note).into_iter().map(move |it| (at, it));
        let all: Vec<Row> = (0..journeys.len()).flat_map(of).map(|(at, it)| row(at, it)).collect();
        let line = format!("{} {}", world.research.code_of(note), note.text);
        Cells {
            note: note.id,
            title: world.say_with("cells-title", &[("line", line.as_str().into())]),
            rows: (0..all.len()).collect(),
            editor: LineEditor::default(),
            cursor: Cursor::default(),
            all,
            journeys,
        }
    }

    fn list(&mut self) {
        let query = self.editor.text().trim();
        let fits = |row: &Row| matching::rank(query, &format!("{} {}", row.names().join(" "), row.words)).is_some();
        self.rows = (0..self.all.len()).filter(|at| fits(&self.all[*at])).collect();
        self.cursor = Cursor::default();
    }

    fn row(&self) -> Option<&Row> {
        self.all.get(*self.rows.get(self.cursor.at)?)
    }

    fn choose(&self, world: &mut World) {
        let Some(row) = self.row() else { return };
        if row.spot.entry.is_some() {
            return self.put(world, "");
        }
        let field = Field::new(world.say("field-words"), "");
        world.moves.push(Move::Open(Box::new(Form::new(Asking::Cell, row.name(world), vec![field]))));
    }

    fn put(&self, world: &mut World, words: &str) {
        let Some(row) = self.row() else { return };
        let doing = (world.author.as_str(), &world.fresh());
        let name = row.name(world);
        let step = match cells::put(&world.research, &self.journeys[row.journey], &row.spot, (self.note, words), doing)
        {
            Ok(step) => step,
            Err(error) => return world.tell_error(&error),
        };
        let told = if step.is_some() { "cells-put" } else { "cells-there" };
        if step.is_none_or(|step| world.commit(step)) {
            let text = world.say_with(told, &[("cell", name.as_str().into())]);
            world.tell(text);
            world.moves.push(Move::Close);
        }
    }
}

impl Pane for Cells {
    fn place(&self) -> Place {
        Place::Picker
    }

    fn is_sheet(&self) -> bool {
        true
    }

    fn act(&mut self, world: &mut World, action: Action) {
        if self.cursor.act(action, self.rows.len(), ROWS) {
            return;
        }
        match action {
            Action::Back => world.moves.push(Move::Close),
            Action::Open => self.choose(world),
            _ => {}
        }
    }

    fn typed(&mut self, _world: &mut World, chord: Chord) {
        if field::edit(&mut self.editor, chord) {
            self.list();
        }
    }

    fn pasted(&mut self, _world: &mut World, pasted: &str) {
        self.editor.insert_str(pasted);
        self.list();
    }

    fn answered(&mut self, world: &mut World, asking: Asking, answer: Answer) {
        if let (Asking::Cell, Answer::Texts(texts)) = (asking, answer) {
            self.put(world, texts.first().map_or("", String::as_str));
        }
    }

    fn offers(&self, _world: &World, action: Action) -> bool {
        match action {
            Action::Stance => false,
            Action::Open => !self.rows.is_empty(),
            _ => true,
        }
    }

    fn label(&self, world: &World, action: Action) -> String {
        match action {
            Action::Open => world.say("action-cell-here"),
            _ => world.say(&format!("action-{}", action.name())),
        }
    }

    fn draw(&self, world: &World, canvas: &mut Canvas) {
        let rows = ROWS.min(canvas.height().saturating_sub(4));
        let widest = |at: usize| self.all.iter().map(|it| text::width(it.names()[at])).max().unwrap_or(0).min(NAME);
        let columns = [0, 1, 2].map(widest);
        let styles = [world.look.dim(), world.look.dim(), world.look.bold()];
        sheet(canvas, world, (self, &self.title), rows + 1, |canvas| {
            field::draw(canvas, (1, 0), &self.editor, world.look.bold());
            let height = canvas.height().saturating_sub(1);
            if self.rows.is_empty() {
                unmatched::draw(canvas, world, 1, (self.editor.text(), field::CLEARS));
            }
            for (y, at) in self.cursor.window(self.rows.len(), height).enumerate() {
                let (row, y) = (&self.all[self.rows[at]], y + 1);
                let mut x = 1;
                for ((name, width), style) in row.names().into_iter().zip(columns).zip(styles) {
                    canvas.put(x, y, width, &[Span::styled(name, style)]);
                    x += if width > 0 { width + 2 } else { 0 };
                }
                let words = match row.spot.entry {
                    Some(_) => Span::raw(row.words.as_str()),
                    None => Span::styled(world.say("cells-new"), world.look.dim()),
                };
                canvas.put(x, y, canvas.width().saturating_sub(x + 1), &[words]);
                canvas.entry(y, at, at == self.cursor.at);
            }
        });
    }
}

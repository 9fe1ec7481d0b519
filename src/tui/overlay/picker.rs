//! The theme picker (context TEXT): type to find, Enter marks, and a name that is not there yet becomes a new theme.
//! The dimension of the line comes first. Tab turns the mark from "supports" to "contradicts".

use std::collections::BTreeSet;

use ratatui::text::Span;

use crate::domain::matching;
use crate::domain::{Dimension, Id, Research, Stance, Step, Theme, text};
use crate::tui::action::Action;
use crate::tui::keymap::{Chord, Place};
use crate::tui::line_editor::LineEditor;
use crate::tui::pane::{Answer, Asking, Move, Pane};
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::cursor::Cursor;
use crate::tui::widget::field;
use crate::tui::widget::sheet::sheet;
use crate::tui::widget::unmatched;
use crate::tui::world::World;

/// The rows of the sheet: the field and the list.
const ROWS: usize = 8;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Row {
    Known(Id),
    New(Dimension),
}

/// The picker.
pub struct Picker {
    asking: Asking,
    dimension: Dimension,
    title: String,
    editor: LineEditor,
    stance: Option<Stance>,
    rows: Vec<Row>,
    cursor: Cursor,
}

impl Picker {
    /// A picker for a line of a dimension. Without `with_stance` a mark always supports.
    pub fn new(world: &World, asking: Asking, dimension: Dimension, with_stance: bool) -> Picker {
        let mut picker = Picker {
            asking,
            dimension,
            title: world.say("picker-title"),
            editor: LineEditor::default(),
            stance: with_stance.then_some(Stance::Supports),
            rows: Vec::new(),
            cursor: Cursor::default(),
        };
        picker.list(&world.research);
        picker
    }

    /// With another title.
    #[must_use]
    pub fn titled(mut self, title: String) -> Picker {
        self.title = title;
        self
    }

    /// Lists what the query means: the line's dimension first, better matches first, then the newest.
    fn list(&mut self, research: &Research) {
        let query = self.editor.text().trim();
        let mut known: Vec<_> = research
            .themes()
            .values()
            .filter_map(|theme| Some((theme.dimension != self.dimension, matching::rank(query, &theme.name)?, theme)))
            .collect();
        known.sort_by(|(a_far, a_rank, a), (b_far, b_rank, b)| {
            (a_rank, a_far, b.created, a.id).cmp(&(b_rank, b_far, a.created, b.id))
        });
        let is_there = |dimension| known.iter().any(|(_, rank, theme)| *rank == 0 && theme.dimension == dimension);
        let dimensions: &[Dimension] = if self.dimension == Dimension::Unsorted {
            &Dimension::FIVE
        } else {
            std::slice::from_ref(&self.dimension)
        };
        let new = dimensions.iter().filter(|dimension| !query.is_empty() && !is_there(**dimension));
        let new: Vec<Row> = new.map(|dimension| Row::New(*dimension)).collect();
        self.rows = known.into_iter().map(|(_, _, theme)| Row::Known(theme.id)).chain(new).collect();
        self.cursor = Cursor::default();
    }

    fn choose(&self, world: &mut World) {
        let theme = match self.rows.get(self.cursor.at) {
            Some(Row::Known(theme)) => Some(*theme),
            Some(Row::New(dimension)) => create(world, *dimension, self.editor.text()),
            None => None,
        };
        if let Some(theme) = theme {
            let answer = Answer::Theme(theme, self.stance.unwrap_or(Stance::Supports));
            world.moves.push(Move::Answer(self.asking, answer));
        }
    }
}

/// Makes a theme; none where the name is taken or empty, which is told.
pub fn create(world: &mut World, dimension: Dimension, name: &str) -> Option<Id> {
    let study = world.study()?.id;
    let name = text::trim_line(name).into_owned();
    let theme = Theme::blank((world.mint.id(), study), dimension, name, world.now);
    let id = theme.id;
    let step = Step::new(study, "new-theme", theme.name.clone()).put(theme);
    world.commit(step).then_some(id)
}

/// The people who have a line under a theme.
pub fn people_under(research: &Research, theme: Id) -> usize {
    let notes = research.marks_under(theme).filter_map(|mark| research.notes().get(&mark.note));
    let people = notes.filter_map(|note| research.participant_of(note.interview)).filter(|it| !it.is_withdrawn());
    people.map(|person| person.id).collect::<BTreeSet<Id>>().len()
}

impl Pane for Picker {
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
            Action::Stance => {
                self.stance = self.stance.map(|stance| match stance {
                    Stance::Supports => Stance::Contradicts,
                    Stance::Contradicts => Stance::Supports,
                });
            }
            _ => {}
        }
    }

    fn typed(&mut self, world: &mut World, chord: Chord) {
        if field::edit(&mut self.editor, chord) {
            self.list(&world.research);
        }
    }

    fn pasted(&mut self, world: &mut World, pasted: &str) {
        self.editor.insert_str(pasted);
        self.list(&world.research);
    }

    fn offers(&self, _world: &World, action: Action) -> bool {
        match action {
            Action::Stance => self.stance.is_some(),
            Action::Open => !self.rows.is_empty(),
            _ => true,
        }
    }

    fn label(&self, world: &World, action: Action) -> String {
        match action {
            Action::Open => world.say("action-mark"),
            _ => world.say(&format!("action-{}", action.name())),
        }
    }

    fn draw(&self, world: &World, canvas: &mut Canvas) {
        let stance = self.stance.map(|stance| world.say(&format!("stance-{}", stance.name())));
        let title = stance.map_or_else(|| self.title.clone(), |stance| format!("{} {stance}", self.title));
        let rows = ROWS.min(canvas.height().saturating_sub(4));
        sheet(canvas, world, (self, &title), rows + 1, |canvas| {
            field::draw(canvas, (1, 0), &self.editor, world.look.bold());
            if self.rows.is_empty() && !self.editor.text().trim().is_empty() {
                unmatched::draw(canvas, world, 1, (self.editor.text(), field::CLEARS));
            }
            let height = canvas.height().saturating_sub(1);
            for (y, at) in self.cursor.window(self.rows.len(), height).enumerate() {
                self.draw_row(world, canvas, (y + 1, at));
            }
        });
    }
}

impl Picker {
    fn draw_row(&self, world: &World, canvas: &mut Canvas, (y, at): (usize, usize)) {
        let width = canvas.width();
        let (dimension, name, people) = match self.rows[at] {
            Row::Known(id) => {
                let Some(theme) = world.research.themes().get(&id) else { return };
                let people = people_under(&world.research, id);
                (theme.dimension, theme.name.clone(), world.say_with("people", &[("count", people.into())]))
            }
            Row::New(dimension) => {
                let name = self.editor.text().trim();
                (dimension, world.say_with("picker-new", &[("name", name.into())]), String::new())
            }
        };
        let label = world.say(&format!("dimension-{}", dimension.name()));
        canvas.put(1, y, 12, &[Span::styled(label, world.look.dimension(dimension))]);
        let taken = text::width(&people) + 2;
        canvas.put(14, y, width.saturating_sub(14 + taken), &[Span::raw(name)]);
        canvas.put_right(0, y, width.saturating_sub(1), &[Span::styled(people, world.look.dim())]);
        canvas.entry(y, at, at == self.cursor.at);
    }
}

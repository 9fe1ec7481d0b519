//! A sheet that asks for one or a few texts (context TEXT). Enter answers with all of them, Tab goes to the next
//! field, and where a field has known values the arrows go through them.

use ratatui::text::Span;

use crate::domain::text;
use crate::tui::action::Action;
use crate::tui::keymap::{Chord, Place};
use crate::tui::line_editor::LineEditor;
use crate::tui::pane::{Answer, Asking, Move, Pane};
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::field;
use crate::tui::widget::sheet::sheet;
use crate::tui::world::World;

/// One text to ask for.
pub struct Field {
    label: String,
    editor: LineEditor,
    choices: Vec<String>,
    /// The text is a suggestion: the first character that is typed takes its place.
    is_suggested: bool,
}

impl Field {
    /// A field that begins with a text.
    pub fn new(label: String, text: &str) -> Field {
        Field { label, editor: LineEditor::with_text(text), choices: Vec::new(), is_suggested: false }
    }

    /// A field that suggests a text: typing puts another in its place, Enter takes it.
    pub fn suggesting(label: String, text: &str) -> Field {
        Field { is_suggested: true, ..Field::new(label, text) }
    }

    /// With values to go through.
    #[must_use]
    pub fn choosing(mut self, choices: Vec<String>) -> Field {
        self.choices = choices;
        self
    }

    fn cycle(&mut self, forward: bool) {
        let count = self.choices.len();
        if count == 0 {
            return;
        }
        let at = self.choices.iter().position(|choice| choice == self.editor.text());
        let next = match (at, forward) {
            (Some(at), true) => (at + 1) % count,
            (Some(at), false) => (at + count - 1) % count,
            (None, true) => 0,
            (None, false) => count - 1,
        };
        self.editor.set_text(&self.choices[next].clone());
    }
}

/// A sheet of fields.
pub struct Form {
    asking: Asking,
    title: String,
    fields: Vec<Field>,
    at: usize,
    may_be_blank: bool,
}

impl Form {
    /// A form; the first field must not stay empty.
    pub fn new(asking: Asking, title: String, fields: Vec<Field>) -> Form {
        Form { asking, title, fields, at: 0, may_be_blank: false }
    }

    /// A form that may be answered with nothing at all.
    #[must_use]
    pub fn leaving_blank(mut self) -> Form {
        self.may_be_blank = true;
        self
    }

    fn field(&mut self) -> Option<&mut Field> {
        self.fields.get_mut(self.at)
    }

    fn submit(&self, world: &mut World) {
        let texts: Vec<String> =
            self.fields.iter().map(|field| text::trim_line(field.editor.text()).into_owned()).collect();
        if self.may_be_blank || texts.first().is_some_and(|first| !first.is_empty()) {
            world.moves.push(Move::Answer(self.asking, Answer::Texts(texts)));
        }
    }
}

impl Pane for Form {
    fn place(&self) -> Place {
        Place::Form
    }

    fn is_sheet(&self) -> bool {
        true
    }

    fn act(&mut self, world: &mut World, action: Action) {
        let count = self.fields.len().max(1);
        match action {
            Action::Back => world.moves.push(Move::Close),
            Action::Open => self.submit(world),
            Action::Next => self.at = (self.at + 1) % count,
            Action::Previous => self.at = (self.at + count - 1) % count,
            Action::Up | Action::Down => {
                if let Some(field) = self.field() {
                    field.cycle(action == Action::Down);
                }
            }
            _ => {}
        }
    }

    fn typed(&mut self, _world: &mut World, chord: Chord) {
        if let Some(field) = self.field() {
            if std::mem::take(&mut field.is_suggested) && chord.typed().is_some() {
                field.editor.set_text("");
            }
            field::edit(&mut field.editor, chord);
        }
    }

    fn pasted(&mut self, _world: &mut World, pasted: &str) {
        if let Some(field) = self.field() {
            field.editor.insert_str(pasted);
        }
    }

    fn offers(&self, _world: &World, action: Action) -> bool {
        match action {
            Action::Open => {
                self.may_be_blank || self.fields.first().is_some_and(|field| !field.editor.text().trim().is_empty())
            }
            Action::Next | Action::Previous => self.fields.len() > 1,
            Action::Up | Action::Down => self.fields.get(self.at).is_some_and(|field| !field.choices.is_empty()),
            _ => true,
        }
    }

    fn label(&self, world: &World, action: Action) -> String {
        match action {
            Action::Open => world.say("action-keep"),
            Action::Down => world.say("action-values"),
            _ => world.say(&format!("action-{}", action.name())),
        }
    }

    fn draw(&self, world: &World, canvas: &mut Canvas) {
        let labels = self.fields.iter().map(|field| text::width(&field.label)).max().unwrap_or(0) + 2;
        let labels = labels.min(canvas.width() / 2);
        sheet(canvas, world, (self, &self.title), self.fields.len(), |canvas| {
            let first = self.at.saturating_sub(canvas.height().saturating_sub(1));
            for (y, field) in self.fields.iter().enumerate().skip(first) {
                let (y, is_here) = (y - first, y == self.at);
                let style = if is_here { world.look.bold() } else { world.look.dim() };
                canvas.put(1, y, labels.saturating_sub(1), &[Span::styled(field.label.as_str(), style)]);
                if is_here {
                    field::draw(canvas, (labels + 1, y), &field.editor, world.look.plain());
                } else {
                    let room = canvas.width().saturating_sub(labels + 1);
                    canvas.put(labels + 1, y, room, &[Span::raw(field.editor.text())]);
                }
            }
        });
    }
}

//! The themes of the study by dimension (context LIST), each with the people who raised it.
//! Counting is the domain's; what a mark is saved as is not decided here.

use std::collections::BTreeSet;

use ratatui::text::Span;

use super::evidence::{Evidence, Of};
use crate::domain::{Dimension, Id, Key, Kind, Stance, Step, Theme, text};
use crate::tui::action::Action;
use crate::tui::keymap::Place;
use crate::tui::overlay::ask::Ask;
use crate::tui::overlay::form::{Field, Form};
use crate::tui::overlay::picker;
use crate::tui::palette::subject_of;
use crate::tui::pane::{Answer, Asking, Move, Pane};
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::cursor::Cursor;
use crate::tui::widget::frame::frame;
use crate::tui::world::{Seen, World};

struct Row {
    dimension: Dimension,
    /// None in the head of a dimension.
    theme: Option<Id>,
    people: usize,
    lines: usize,
    against: usize,
}

/// The themes of the study.
#[derive(Default)]
pub struct Themes {
    rows: Vec<Row>,
    cursor: Cursor,
    seen: Seen,
}

impl Themes {
    fn row(&self) -> Option<&Row> {
        self.rows.get(self.cursor.at)
    }

    fn theme<'a>(&self, world: &'a World) -> Option<&'a Theme> {
        world.research.themes().get(&self.row()?.theme?)
    }

    fn ask_drop(&self, world: &mut World) {
        let Some(theme) = self.theme(world) else { return };
        let (id, args) = (theme.id, [("name", theme.name.as_str().into())]);
        let (title, yes) = (world.say_with("theme-drop", &args), world.say("theme-drop-yes"));
        world.moves.push(Move::Open(Box::new(Ask::choice(Asking::DropTheme(id), title, vec![yes]))));
    }

    fn ask_name(&self, world: &mut World) {
        let Some(dimension) = self.row().map(|row| row.dimension) else { return };
        let label = world.say(&format!("dimension-{}", dimension.name()));
        let form = Form::new(Asking::ThemeName(dimension), world.say("theme-new"), vec![Field::new(label, "")]);
        world.moves.push(Move::Open(Box::new(form)));
    }

    fn ask_rename(&self, world: &mut World) {
        let Some(theme) = self.theme(world) else { return };
        let field = Field::new(world.say("field-name"), &theme.name);
        let form = Form::new(Asking::Rename(theme.id), world.say("theme-rename"), vec![field]);
        world.moves.push(Move::Open(Box::new(form)));
    }

    fn is_empty_theme(&self, world: &World) -> bool {
        let users = |id| world.research.users_of(Key::new(Kind::Theme, id), Kind::Question).next().is_some();
        let marked = |id| world.research.marks_under(id).next().is_some();
        self.row().and_then(|row| row.theme).is_some_and(|id| !marked(id) && !users(id))
    }
}

fn rename(world: &mut World, theme: Id, name: &str) {
    let Some(theme) = world.research.themes().get(&theme).cloned() else { return };
    let name = text::trim_line(name).into_owned();
    if name != theme.name {
        let step = Step::new(theme.study, "rename-theme", name.clone());
        world.commit(step.put(Theme { name, ..theme }));
    }
}

fn row(world: &World, theme: &Theme) -> Row {
    let research = &world.research;
    let people = research.counted_people(None);
    let said = research.said_under(theme, &people);
    let of = |stance| said.iter().filter(move |it| it.stance == stance);
    let heard = |stance| of(stance).map(|it| it.person.id).collect::<BTreeSet<_>>().len();
    Row {
        dimension: theme.dimension,
        theme: Some(theme.id),
        people: heard(Stance::Supports),
        lines: of(Stance::Supports).count(),
        against: heard(Stance::Contradicts),
    }
}

impl Pane for Themes {
    fn place(&self) -> Place {
        Place::Themes
    }

    fn refresh(&mut self, world: &World) {
        if !self.seen.is_stale(world, |kind| !matches!(kind, Kind::PathEvent | Kind::Asked)) {
            return;
        }
        let was = self.row().and_then(|row| row.theme);
        self.rows.clear();
        for dimension in Dimension::FIVE {
            self.rows.push(Row { dimension, theme: None, people: 0, lines: 0, against: 0 });
            let themes = world.research.themes().values().filter(|theme| theme.dimension == dimension);
            let mut rows: Vec<Row> = themes.map(|theme| row(world, theme)).collect();
            rows.sort_by_key(|row| (std::cmp::Reverse((row.people, row.lines)), row.theme));
            self.rows.extend(rows);
        }
        let stays = self.rows.iter().position(|row| was.is_some() && row.theme == was);
        self.cursor.at = stays.unwrap_or(self.cursor.at);
        self.cursor.hold(self.rows.len());
    }

    fn act(&mut self, world: &mut World, action: Action) {
        if self.cursor.act(action, self.rows.len(), world.page()) {
            return;
        }
        match action {
            Action::Back => world.moves.push(Move::Close),
            Action::New => self.ask_name(world),
            Action::Change => self.ask_rename(world),
            Action::Drop if self.is_empty_theme(world) => self.ask_drop(world),
            Action::Drop if self.theme(world).is_some() => {
                let text = world.say("theme-not-empty");
                world.tell(text);
            }
            Action::Open => {
                if let Some(id) = self.row().and_then(|row| row.theme) {
                    world.moves.push(Move::Open(Box::new(Evidence::of(Of::Theme(id)))));
                }
            }
            _ => {}
        }
    }

    fn answered(&mut self, world: &mut World, asking: Asking, answer: Answer) {
        match (asking, answer) {
            (Asking::ThemeName(dimension), Answer::Texts(texts)) => {
                picker::create(world, dimension, texts.first().map_or("", String::as_str));
            }
            (Asking::Rename(theme), Answer::Texts(texts)) => {
                rename(world, theme, texts.first().map_or("", String::as_str));
            }
            (Asking::DropTheme(theme), Answer::Choice(1)) => {
                let Some(known) = world.research.themes().get(&theme) else { return };
                let step = Step::new(known.study, "drop-theme", known.name.clone());
                world.commit(step.remove(Kind::Theme, theme));
            }
            _ => {}
        }
    }

    fn offers(&self, world: &World, action: Action) -> bool {
        match action {
            Action::Open | Action::Change => self.theme(world).is_some(),
            Action::Drop => self.is_empty_theme(world),
            _ => true,
        }
    }

    fn draw(&self, world: &World, canvas: &mut Canvas) {
        let title = Span::styled(format!(" {}", world.say("place-themes")), world.look.bold());
        let (first, height) = frame(canvas, world, self, &[title]);
        for (y, at) in self.cursor.window(self.rows.len(), height).enumerate() {
            draw_row(world, canvas, (first + y, &self.rows[at]));
            canvas.entry(first + y, at, at == self.cursor.at);
        }
    }
}

fn draw_row(world: &World, canvas: &mut Canvas, (y, row): (usize, &Row)) {
    let (look, width) = (&world.look, canvas.width());
    let Some(theme) = row.theme.and_then(|id| world.research.themes().get(&id)) else {
        let name = world.say(&format!("dimension-{}", row.dimension.name()));
        let hue = subject_of(row.dimension).map(|subject| look.subject(subject)).unwrap_or_default();
        canvas.put(1, y, width, &[Span::styled(name, hue.patch(look.bold()))]);
        return;
    };
    let people = world.say_with("people", &[("count", row.people.into())]);
    let lines = world.say_with("lines", &[("count", row.lines.into())]);
    let against = if row.against > 0 { format!("! {}", row.against) } else { String::new() };
    let right = |text: &str, cells: usize| format!("{}{text}", " ".repeat(cells.saturating_sub(text::width(text))));
    let counts =
        [Span::raw(right(&people, 9)), Span::styled(right(&lines, 11), look.dim()), Span::raw(right(&against, 5))];
    let taken: usize = counts.iter().map(|span| text::width(&span.content)).sum();
    canvas.put(3, y, width.saturating_sub(taken + 6), &[Span::raw(theme.name.as_str())]);
    canvas.put_right(0, y, width.saturating_sub(1), &counts);
}

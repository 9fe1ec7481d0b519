//! What sets a persona apart from everybody else in the study (context LIST): themes and words with their counts on both
//! sides, and the score where there are enough people for one. What is telling is decided in the domain.

use ratatui::text::Span;

use super::evidence::{Evidence, Of};
use super::line::{self, padded};
use crate::domain::contrast::{Contrast, Sides};
use crate::domain::{Dimension, Id, Kind, text};
use crate::tui::action::Action;
use crate::tui::keymap::Place;
use crate::tui::pane::{Move, Pane};
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::cursor::Cursor;
use crate::tui::widget::frame::frame;
use crate::tui::world::{Seen, World};

/// From this width on the counts stand beside the name.
const ROOMY: usize = 60;
/// Cells of a count, and of the score.
const COUNT: usize = 9;
const SCORE: usize = 8;

/// One row of the page.
enum Row {
    Heading(&'static str),
    /// A theme or a word with its counts; a theme with its dimension and identity.
    Sides(String, Option<(Dimension, Id)>, Sides),
    Text(String),
}

/// What sets one persona apart.
pub struct Apart {
    persona: Id,
    people: (usize, usize),
    rows: Vec<Row>,
    cursor: Cursor,
    seen: Seen,
}

impl Apart {
    /// This persona.
    pub fn of(persona: Id) -> Apart {
        Apart { persona, people: (0, 0), rows: Vec::new(), cursor: Cursor::default(), seen: Seen::default() }
    }

    fn theme(&self) -> Option<Id> {
        match self.rows.get(self.cursor.at)? {
            Row::Sides(_, theme, _) => theme.map(|(_, id)| id),
            Row::Heading(_) | Row::Text(_) => None,
        }
    }
}

fn page(world: &World, contrast: Contrast) -> Vec<Row> {
    let themes = contrast.themes.into_iter().filter_map(|it| {
        let name = world.research.themes().get(&it.theme)?.name.clone();
        Some(Row::Sides(name, Some((it.dimension, it.theme)), it.sides))
    });
    let themes: Vec<Row> = themes.collect();
    // Words without a score are whatever people happened to say.
    let words = contrast.words.into_iter().filter(|it| it.sides.z.is_some());
    let words: Vec<Row> = words.map(|it| Row::Sides(it.word, None, it.sides)).collect();
    let mut rows = Vec::new();
    for (heading, part) in [("apart-themes", themes), ("apart-words", words)] {
        rows.push(Row::Heading(heading));
        if part.is_empty() {
            rows.push(Row::Text(world.say("apart-none")));
        }
        rows.extend(part);
    }
    rows.push(Row::Text(world.say("apart-note")));
    rows
}

impl Pane for Apart {
    fn place(&self) -> Place {
        Place::Apart
    }

    fn refresh(&mut self, world: &World) {
        if self.seen.is_stale(world, |kind| kind != Kind::PathEvent) {
            let contrast = world.research.contrast(self.persona);
            self.people = (contrast.people, contrast.others);
            self.rows = page(world, contrast);
            self.cursor.hold(self.rows.len());
        }
    }

    fn act(&mut self, world: &mut World, action: Action) {
        if self.cursor.act(action, self.rows.len(), world.page() / 2) {
            return;
        }
        match action {
            Action::Back => world.moves.push(Move::Close),
            Action::Open => {
                let theme = self.theme().map(|theme| Evidence::of(Of::Theme(theme)));
                world.moves.extend(theme.map(|it| Move::Open(Box::new(it) as Box<dyn Pane>)));
            }
            _ => {}
        }
    }

    fn offers(&self, _world: &World, action: Action) -> bool {
        action != Action::Open || self.theme().is_some()
    }

    fn draw(&self, world: &World, canvas: &mut Canvas) {
        let look = &world.look;
        let persona = world.research.personas().get(&self.persona).map(|it| it.name.as_str()).unwrap_or_default();
        let args = [("people", self.people.0.into()), ("others", self.people.1.into())];
        let title = [
            Span::styled(format!(" {}", world.say("place-apart")), look.bold()),
            Span::styled(
                format!("  {persona} {} {}", look.glyphs.dot, world.say_with("apart-people", &args)),
                look.dim(),
            ),
        ];
        let (first, height) = frame(canvas, world, self, &title);
        canvas.rows(first, height, |canvas| {
            let width = canvas.width();
            let rows = |at: usize| spans(world, &self.rows[at], width);
            line::draw_list(canvas, self.cursor.at, self.rows.len(), rows);
        });
    }
}

fn spans(world: &World, row: &Row, width: usize) -> Vec<Vec<Span<'static>>> {
    let look = &world.look;
    let right = |text: &str, cells: usize| format!("{}{text}", " ".repeat(cells.saturating_sub(text::width(text))));
    match row {
        Row::Heading(key) if width >= ROOMY => {
            let name = padded(look, &world.say(key), width.saturating_sub(4 + 2 * COUNT + SCORE));
            let heads =
                [world.say("apart-here"), world.say("apart-elsewhere")].map(|head| right(&head, COUNT)).concat();
            vec![vec![
                Span::styled(format!(" {name}  "), look.bold()),
                Span::styled(format!("{heads}{}", right("z", SCORE)), look.dim()),
            ]]
        }
        Row::Heading(key) => vec![vec![Span::styled(format!(" {}", world.say(key)), look.bold())]],
        Row::Text(content) => {
            let rows = text::wrap(content, width.saturating_sub(4).max(1), 0);
            rows.into_iter().map(|row| vec![Span::styled(format!("   {row}"), look.dim())]).collect()
        }
        Row::Sides(name, theme, sides) => {
            let here = format!("{}/{}", sides.raised, sides.people);
            let elsewhere = format!("{}/{}", sides.others_raised, sides.others);
            let score = sides.z.map_or_else(|| look.glyphs.dot.to_owned(), |z| format!("{z:+.2}"));
            let style = theme.map_or_else(|| look.plain(), |(dimension, _)| look.dimension(dimension));
            if width < ROOMY {
                let names = text::wrap(name, width.saturating_sub(4).max(1), 0).into_iter();
                let counts = format!("     {here} {} {elsewhere}  z {score}", look.glyphs.against);
                let names = names.map(|name| vec![Span::styled(format!("   {name}"), style)]);
                return names.chain([vec![Span::styled(counts, look.dim())]]).collect();
            }
            let name = padded(look, name, width.saturating_sub(6 + 2 * COUNT + SCORE));
            vec![vec![
                Span::styled(format!("   {name}  "), style),
                Span::raw(right(&here, COUNT)),
                Span::raw(right(&elsewhere, COUNT)),
                Span::styled(right(&score, SCORE), look.dim()),
            ]]
        }
    }
}

//! Whom to recruit next (context LIST): the grid of attributes by outcome, the people that it lacks most, and what to
//! ask them. It can be copied, or written to a file and sent to whoever recruits.

use ratatui::text::Span;

use super::brief::ask_file;
use super::line::{self, padded};
use super::settings;
use crate::domain::quota::{self, Next};
use crate::domain::settings::Quota;
use crate::domain::{Id, text};
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::keymap::Place;
use crate::tui::pane::{Answer, Asking, Move, Pane};
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::cursor::Cursor;
use crate::tui::widget::frame::frame;
use crate::tui::world::{Seen, World};

/// Cells of one outcome, and the widest that the values of a row may be.
const OUTCOME: usize = 10;
const VALUES: usize = 24;
/// From this width on the grid is a table.
const TABLE: usize = 60;

/// One row of the page.
enum Row {
    Head,
    Cell(usize),
    Blank,
    /// A sentence, and whether it leads.
    Text(String, bool),
}

/// Whom to recruit next for one persona.
pub struct Recruit {
    persona: Id,
    next: Option<Next>,
    problem: String,
    rows: Vec<Row>,
    cursor: Cursor,
    seen: Seen,
}

impl Recruit {
    /// For this persona.
    pub fn of(persona: Id) -> Recruit {
        let (cursor, seen) = (Cursor::default(), Seen::default());
        Recruit { persona, next: None, problem: String::new(), rows: Vec::new(), cursor, seen }
    }
}

/// The sentences of the request: people first, then what to ask.
fn request(world: &World, next: &Next) -> Vec<(String, bool)> {
    let mut said = Vec::new();
    for request in &next.requests {
        let (values, outcome) =
            (values(world, &request.values), world.say(&format!("outcome-{}", request.outcome.name())));
        let args = [
            ("values", (&values).into()),
            ("outcome", (&outcome).into()),
            ("people", request.people.into()),
            ("target", request.target.into()),
        ];
        said.push((world.say_with("next-request", &args), true));
        if request.one_sided > 0 {
            said.push((world.say_with("next-one-sided", &[("count", request.one_sided.into())]), false));
        }
    }
    if next.requests.is_empty() {
        said.push((world.say("next-nobody"), true));
    }
    let asks = next.requests.first().map_or(&[][..], |it| &it.questions);
    if !asks.is_empty() {
        said.push((world.say("next-ask"), true));
    }
    for ask in asks {
        let subject = world.say(&format!("dimension-{}-short", ask.subject.name()));
        said.push((format!("{subject}: {} ({})", ask.question, ask.people), false));
    }
    said
}

fn values(world: &World, values: &[String]) -> String {
    let known: Vec<&str> = values.iter().map(String::as_str).filter(|it| !it.is_empty()).collect();
    if known.is_empty() { world.say("next-anybody") } else { known.join(&format!(" {} ", world.look.glyphs.dot)) }
}

/// The request as a text of its own, for a message or a file.
fn written(world: &World, next: &Next) -> String {
    let title = world.say_with("recruit-title", &[("persona", (&next.persona).into())]);
    let lines = request(world, next)
        .into_iter()
        .map(|(line, leads)| if leads { format!("\n{line}") } else { format!("- {line}") });
    std::iter::once(title).chain(lines).collect::<Vec<_>>().join("\n") + "\n"
}

fn page(world: &World, next: &Next) -> Vec<Row> {
    let mut rows = vec![Row::Head];
    rows.extend((0..next.rows.len()).map(Row::Cell));
    rows.push(Row::Blank);
    if next.unknown > 0 {
        rows.push(Row::Text(world.say_with("next-unknown", &[("count", next.unknown.into())]), false));
    }
    rows.extend(request(world, next).into_iter().map(|(line, leads)| Row::Text(line, leads)));
    rows
}

impl Pane for Recruit {
    fn place(&self) -> Place {
        Place::Recruit
    }

    fn refresh(&mut self, world: &World) {
        if !self.seen.is_stale(world, |_| true) {
            return;
        }
        match quota::of(&world.research, self.persona) {
            Ok(next) => {
                self.rows = page(world, &next);
                self.next = Some(next);
            }
            Err(error) => {
                self.rows.clear();
                (self.next, self.problem) = (None, world.sentence(&error));
            }
        }
        self.cursor.hold(self.rows.len());
        self.cursor.at = self.cursor.at.max(1);
    }

    fn act(&mut self, world: &mut World, action: Action) {
        if self.cursor.act(action, self.rows.len(), world.page() / 2) {
            // The head of the grid is no row of its own.
            self.cursor.at = self.cursor.at.max(1);
            return;
        }
        match (action, &self.next) {
            (Action::Back, _) => world.moves.push(Move::Close),
            (Action::Settings, _) => settings::ask(world),
            (Action::Cite, Some(next)) => {
                let text = written(world, next);
                world.effects.push(Effect::Copy(text));
                let told = world.say("recruit-copied");
                world.tell(told);
            }
            (Action::Export, Some(next)) => ask_file(world, &format!("{}.recruit.md", next.persona)),
            _ => {}
        }
    }

    fn answered(&mut self, world: &mut World, asking: Asking, answer: Answer) {
        match (asking, answer, &self.next) {
            (Asking::Settings, Answer::Texts(texts), _) => settings::take(world, &texts),
            (Asking::Export, Answer::Texts(texts), Some(next)) => {
                let text = written(world, next);
                world.effects.extend(texts.first().map(|file| Effect::Write(file.into(), text)));
            }
            _ => {}
        }
    }

    fn offers(&self, _world: &World, action: Action) -> bool {
        match action {
            Action::Open => false,
            Action::Cite | Action::Export | Action::Settings => self.next.is_some(),
            _ => true,
        }
    }

    fn label(&self, world: &World, action: Action) -> String {
        match action {
            Action::Cite => world.say("action-copy-request"),
            _ => world.say(&format!("action-{}", action.name())),
        }
    }

    fn draw(&self, world: &World, canvas: &mut Canvas) {
        let Some(next) = &self.next else {
            let (first, _) = frame(canvas, world, self, &[]);
            canvas.put(1, first, canvas.width(), &[Span::raw(self.problem.as_str())]);
            return;
        };
        let title = world.say_with("recruit-title", &[("persona", (&next.persona).into())]);
        let (first, height) = frame(canvas, world, self, &[Span::styled(format!(" {title}"), world.look.bold())]);
        canvas.rows(first, height, |canvas| {
            let width = canvas.width();
            let rests = |at: usize| !matches!(self.rows[at], Row::Head);
            let rows = |at: usize| row_spans(world, next, &self.rows[at], width);
            line::draw_resting(canvas, (self.cursor.at, self.rows.len()), rests, rows);
        });
    }
}

fn row_spans(world: &World, next: &Next, row: &Row, width: usize) -> Vec<Vec<Span<'static>>> {
    let look = &world.look;
    let right = |text: &str| {
        let text = line::cut_marked(look, text, OUTCOME - 1);
        format!("{}{text}", " ".repeat(OUTCOME.saturating_sub(text::width(&text))))
    };
    let outcome = |it: &crate::domain::Outcome| world.say(&format!("outcome-{}-short", it.name()));
    match row {
        Row::Blank => vec![Vec::new()],
        Row::Text(content, leads) => {
            let (indent, style) = if *leads { (1, look.bold()) } else { (3, look.plain()) };
            let rows = text::wrap(content, width.saturating_sub(indent + 1).max(1), 0);
            rows.into_iter().map(|row| vec![Span::styled(format!("{}{row}", " ".repeat(indent)), style)]).collect()
        }
        Row::Head if width < TABLE => Vec::new(),
        Row::Head => {
            let names =
                next.attributes.iter().map(|it| if it == Quota::ROLE { world.say("field-role") } else { it.clone() });
            let names = names.collect::<Vec<_>>().join(&format!(" {} ", look.glyphs.dot));
            let heads: String = next.outcomes.iter().map(|it| right(&outcome(it))).collect();
            vec![vec![Span::styled(format!(" {}{heads}", padded(look, &names, VALUES)), look.dim())]]
        }
        Row::Cell(at) => {
            let Some(row) = next.rows.get(*at) else { return Vec::new() };
            let name = values(world, &row.values);
            let count = |people: &usize| format!("{people}/{}", next.target);
            if width < TABLE {
                let cells = next.outcomes.iter().zip(&row.people);
                let cells: Vec<String> =
                    cells.map(|(it, people)| format!("{} {}", outcome(it), count(people))).collect();
                let below = text::wrap(&cells.join("  "), width.saturating_sub(4).max(1), 0);
                let below = below.into_iter().map(|it| vec![Span::styled(format!("   {it}"), look.dim())]);
                let head = text::wrap(&name, width.saturating_sub(2).max(1), 0).into_iter();
                return head.map(|it| vec![Span::raw(format!(" {it}"))]).chain(below).collect();
            }
            let cells: String = row.people.iter().map(|people| right(&count(people))).collect();
            vec![vec![Span::raw(format!(" {}{cells}", padded(look, &name, VALUES)))]]
        }
    }
}

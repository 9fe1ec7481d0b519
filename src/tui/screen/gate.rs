//! The gate before a brief (context LIST): per dimension how many were reached, what they said, and whether it will carry
//! claims; then what wants to be put right first. It refuses nothing.

use ratatui::text::Span;

use super::brief::BriefPane;
use super::line::{self, padded};
use super::recruit::Recruit;
use super::saturation::SaturationPane;
use super::settings;
use super::sort::Sort;
use crate::domain::gate::{self, Gate, HeldUp, Hold, Row as Reached};
use crate::domain::interview::Status;
use crate::domain::{Dimension, Id, text};
use crate::tui::action::Action;
use crate::tui::keymap::Place;
use crate::tui::pane::{Answer, Asking, Move, Pane};
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::cursor::Cursor;
use crate::tui::widget::frame::frame;
use crate::tui::world::{Seen, World};

/// Cells of the columns: the dimension, then the numbers.
const NAME: usize = 9;
const NUMBERS: [(&str, usize); 4] =
    [("gate-head-reached", 7), ("gate-head-lines", 6), ("gate-head-verbatims", 9), ("gate-head-new", 14)];
/// From this width on the verdict stands beside the numbers.
const ROOMY: usize = 70;

/// One row of the page.
enum Row {
    Head,
    Reached(usize),
    Blank,
    Text(String),
}

/// The gate of one persona.
pub struct GatePane {
    persona: Id,
    gate: Option<Gate>,
    /// The newest ended interview of these people that has lines to sort.
    to_sort: Option<Id>,
    problem: String,
    rows: Vec<Row>,
    cursor: Cursor,
    seen: Seen,
}

impl GatePane {
    /// Of this persona.
    pub fn of(persona: Id) -> GatePane {
        let (cursor, seen) = (Cursor::default(), Seen::default());
        GatePane { persona, gate: None, to_sort: None, problem: String::new(), rows: Vec::new(), cursor, seen }
    }

    fn find_to_sort(world: &World, gate: &Gate) -> Option<Id> {
        let held = gate.held_up.iter().filter(|it| it.hold == Hold::Unsorted);
        let people = held.filter_map(|it| world.research.participant_by_code(&it.participant));
        let interviews = people.flat_map(|person| world.research.interviews_of(person.id));
        let unsorted = |id: Id| {
            let mut notes = world.research.notes_of(id);
            notes.any(|note| note.is_evidence() && note.dimension == Dimension::Unsorted)
        };
        let waits = interviews.filter(|it| it.status == Status::Done && unsorted(it.id));
        waits.max_by_key(|it| (it.date, it.id)).map(|it| it.id)
    }
}

fn page(world: &World, gate: &Gate) -> Vec<Row> {
    let mut rows = vec![Row::Head];
    rows.extend((0..gate.rows.len()).map(Row::Reached));
    let outcomes: Vec<String> = gate.outcomes.iter().map(|it| outcome(world, *it)).collect();
    let outcomes = outcomes.join(&format!(" {} ", world.look.glyphs.dot));
    rows.extend([Row::Blank, Row::Text(world.say_with("gate-outcomes", &[("outcomes", (&outcomes).into())]))]);
    let holds = holds(world, gate);
    if holds.is_empty() {
        rows.push(Row::Text(world.say("gate-nothing-held")));
    }
    rows.extend(holds.into_iter().map(Row::Text));
    if gate.ways_back > 0 {
        rows.push(Row::Text(world.say_with("gate-ways-back", &[("count", gate.ways_back.into())])));
    }
    rows.extend([Row::Blank, Row::Text(world.say("gate-legend"))]);
    rows
}

/// What holds the brief up, one sentence for each kind.
fn holds(world: &World, gate: &Gate) -> Vec<String> {
    let mut sentences = Vec::new();
    for hold in Hold::ALL {
        let held: Vec<String> = gate.held_up.iter().filter(|it| it.hold == *hold).map(held).collect();
        if !held.is_empty() {
            let people = held.join(", ");
            sentences.push(world.say_with(&format!("gate-hold-{}", hold.name()), &[("people", (&people).into())]));
        }
    }
    sentences
}

/// A person with the number or the day of what it is about.
fn held(held: &HeldUp) -> String {
    match (held.day, held.count) {
        (Some(day), _) => format!("{} ({day})", held.participant),
        (None, 0) => held.participant.clone(),
        (None, count) => format!("{} ({count})", held.participant),
    }
}

impl Pane for GatePane {
    fn place(&self) -> Place {
        Place::Gate
    }

    fn refresh(&mut self, world: &World) {
        if !self.seen.is_stale(world, |_| true) {
            return;
        }
        match gate::of(&world.research, self.persona, world.now.date()) {
            Ok(gate) => {
                self.rows = page(world, &gate);
                self.to_sort = GatePane::find_to_sort(world, &gate);
                self.gate = Some(gate);
            }
            Err(error) => {
                self.rows.clear();
                (self.gate, self.problem) = (None, world.sentence(&error));
            }
        }
        self.cursor.hold(self.rows.len());
        self.cursor.at = self.cursor.at.max(1);
    }

    fn act(&mut self, world: &mut World, action: Action) {
        if self.cursor.act(action, self.rows.len(), world.page() / 2) {
            self.cursor.at = self.cursor.at.max(1);
            return;
        }
        match action {
            Action::Back => world.moves.push(Move::Close),
            Action::Open => {
                world.moves.push(Move::Close);
                world.moves.push(Move::Open(Box::new(BriefPane::of(self.persona))));
            }
            Action::Sort => {
                if let Some(interview) = self.to_sort {
                    Sort::open(world, interview);
                }
            }
            Action::Recruit => world.moves.push(Move::Open(Box::new(Recruit::of(self.persona)))),
            Action::Saturation => world.moves.push(Move::Open(Box::new(SaturationPane::of(self.persona)))),
            Action::Settings => settings::ask(world),
            _ => {}
        }
    }

    fn answered(&mut self, world: &mut World, asking: Asking, answer: Answer) {
        if let (Asking::Settings, Answer::Texts(texts)) = (asking, answer) {
            settings::take(world, &texts);
        }
    }

    fn offers(&self, _world: &World, action: Action) -> bool {
        match action {
            Action::Sort => self.to_sort.is_some(),
            Action::Open | Action::Recruit | Action::Saturation | Action::Settings => self.gate.is_some(),
            _ => true,
        }
    }

    fn label(&self, world: &World, action: Action) -> String {
        match action {
            Action::Open => world.say("action-draft-anyway"),
            Action::Sort => world.say("action-sort-first"),
            _ => world.say(&format!("action-{}", action.name())),
        }
    }

    fn draw(&self, world: &World, canvas: &mut Canvas) {
        let Some(gate) = &self.gate else {
            let (first, _) = frame(canvas, world, self, &[]);
            canvas.put(1, first, canvas.width(), &[Span::raw(self.problem.as_str())]);
            return;
        };
        let args = [("persona", (&gate.persona).into()), ("people", gate.people.into())];
        let title = Span::styled(format!(" {}", world.say_with("gate-title", &args)), world.look.bold());
        let (first, height) = frame(canvas, world, self, &[title]);
        canvas.rows(first, height, |canvas| {
            let width = canvas.width();
            let rests = |at: usize| !matches!(self.rows[at], Row::Head);
            let rows = |at: usize| row_spans(world, gate, &self.rows[at], width);
            line::draw_resting(canvas, (self.cursor.at, self.rows.len()), rests, rows);
        });
    }
}

fn outcome(world: &World, (outcome, people): (Option<crate::domain::Outcome>, usize)) -> String {
    let key = outcome.map_or_else(|| "gate-outcome-unknown".to_owned(), |it| format!("outcome-{}-short", it.name()));
    format!("{} {people}", world.say(&key))
}

fn right(text: &str, cells: usize) -> String {
    format!("{}{text}", " ".repeat(cells.saturating_sub(text::width(text))))
}

fn row_spans(world: &World, gate: &Gate, row: &Row, width: usize) -> Vec<Vec<Span<'static>>> {
    let look = &world.look;
    match row {
        Row::Blank => vec![Vec::new()],
        Row::Text(content) => {
            let rows = text::wrap(content, width.saturating_sub(2).max(1), 2);
            rows.into_iter().map(|row| vec![Span::raw(format!(" {row}"))]).collect()
        }
        Row::Head => {
            let numbers: String = columns(width).map(|(key, cells)| right(&world.say(key), cells)).collect();
            vec![vec![Span::styled(format!(" {}{numbers}", " ".repeat(NAME)), look.dim())]]
        }
        Row::Reached(at) => gate.rows.get(*at).map(|row| reached(world, gate, row, width)).unwrap_or_default(),
    }
}

/// The columns that have room: on a narrow screen the newest themes are left to the picture of the stop rule.
fn columns(width: usize) -> impl Iterator<Item = (&'static str, usize)> {
    NUMBERS.into_iter().take(if width < ROOMY { 3 } else { 4 })
}

fn reached(world: &World, gate: &Gate, row: &Reached, width: usize) -> Vec<Vec<Span<'static>>> {
    let look = &world.look;
    let name = world.say(&format!("dimension-{}-short", row.subject.name()));
    let is_path = row.stop.is_none();
    let numbers = [
        format!("{}/{}", row.touched, gate.people),
        row.lines.to_string(),
        if is_path { "-".to_owned() } else { row.verbatims.to_string() },
        row.stop.as_ref().map_or_else(|| "-".to_owned(), |it| it.last_run.to_string()),
    ];
    let numbers: String = columns(width).zip(&numbers).map(|((_, cells), number)| right(number, cells)).collect();
    let verdict =
        world.say_with(&format!("gate-{}", row.standing.name()), &[("missing", (gate.people - row.touched).into())]);
    let mut head = vec![
        Span::styled(format!(" {}", padded(look, &name, NAME)), look.subject(row.subject)),
        Span::raw(numbers.clone()),
    ];
    let weight = if row.standing == gate::Standing::Enough { look.plain() } else { look.bold() };
    if width < ROOMY {
        let below = text::wrap(&verdict, width.saturating_sub(4).max(1), 0);
        let below = below.into_iter().map(|piece| vec![Span::styled(format!("   {piece}"), weight)]);
        return std::iter::once(head).chain(below).collect();
    }
    let taken = 1 + NAME + text::width(&numbers) + 3;
    let mut pieces = text::wrap(&verdict, width.saturating_sub(taken + 1).max(1), 0).into_iter();
    head.extend(pieces.next().map(|piece| Span::styled(format!("   {piece}"), weight)));
    let rest = pieces.map(|piece| vec![Span::styled(format!("{}{piece}", " ".repeat(taken)), weight)]);
    std::iter::once(head).chain(rest).collect()
}

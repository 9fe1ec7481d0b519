//! The rows of the proposals: candidates first, then lines that look like a theme that there is, then contradictions to
//! judge, then what is left over. Each part is told only where it has something.

use ratatui::text::Span;

use crate::domain::candidates::{Candidate, Proposal};
use crate::domain::evidence::Evidence;
use crate::domain::{Id, Voice, text};
use crate::tui::screen::line::padded;
use crate::tui::world::World;

/// From this width on the counts stand beside the name.
const ROOMY: usize = 60;
/// Cells of people and lines.
const PEOPLE: usize = 9;
const LINES: usize = 10;

/// One row of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    Heading(&'static str),
    Candidate(usize),
    Addition(usize),
    Doubt(usize),
    /// A line that is like no others.
    Loose(usize),
    Text(String),
}

/// The rows of an answer.
pub fn page(world: &World, proposal: &Proposal) -> Vec<Row> {
    let mut rows: Vec<Row> = (0..proposal.themes.len()).map(Row::Candidate).collect();
    if rows.is_empty() {
        rows.push(Row::Text(world.say("candidates-none")));
    }
    let mut part = |heading: &'static str, content: Vec<Row>| {
        if !content.is_empty() {
            rows.push(Row::Heading(heading));
            rows.extend(content);
        }
    };
    part("candidates-additions", (0..proposal.additions.len()).map(Row::Addition).collect());
    part("candidates-doubts", (0..proposal.doubts.len()).map(Row::Doubt).collect());
    part("candidates-loose", (0..proposal.unsorted.len()).map(Row::Loose).collect());
    rows
}

/// How one row is drawn.
pub fn spans(world: &World, proposal: &Proposal, row: &Row, width: usize) -> Vec<Vec<Span<'static>>> {
    let look = &world.look;
    match row {
        Row::Heading(key) => vec![Vec::new(), vec![Span::styled(format!(" {}", world.say(key)), look.bold())]],
        Row::Text(content) => {
            let rows = text::wrap(content, width.saturating_sub(2).max(1), 0);
            rows.into_iter().map(|row| vec![Span::styled(format!(" {row}"), look.dim())]).collect()
        }
        Row::Candidate(at) => proposal.themes.get(*at).map(|it| candidate(world, it, width)).unwrap_or_default(),
        Row::Addition(at) => {
            let Some(it) = proposal.additions.get(*at) else { return Vec::new() };
            let theme = theme_name(world, it.theme);
            let mut rows = said(world, it.note, (3, false), width);
            rows.push(vec![Span::styled(format!("     {} {theme}", look.glyphs.arrow), look.dim())]);
            rows
        }
        Row::Doubt(at) => {
            let Some(it) = proposal.doubts.get(*at) else { return Vec::new() };
            let theme = world.say_with("candidates-doubt", &[("theme", theme_name(world, it.theme).as_str().into())]);
            let mut rows = wrapped(world, &theme, width);
            rows.extend(said(world, it.note, (5, false), width));
            rows.extend(said(world, it.against, (5, true), width));
            rows
        }
        Row::Loose(at) => {
            proposal.unsorted.get(*at).map(|note| said(world, *note, (3, false), width)).unwrap_or_default()
        }
    }
}

fn wrapped(world: &World, content: &str, width: usize) -> Vec<Vec<Span<'static>>> {
    let rows = text::wrap(content, width.saturating_sub(4).max(1), 0);
    rows.into_iter().map(|row| vec![Span::styled(format!("   {row}"), world.look.bold())]).collect()
}

fn theme_name(world: &World, theme: Id) -> String {
    world.research.themes().get(&theme).map(|theme| theme.name.clone()).unwrap_or_default()
}

/// What a candidate is called until somebody names it.
pub fn shown_name(world: &World, candidate: &Candidate) -> String {
    if candidate.name.is_empty() { world.say("candidates-nameless") } else { candidate.name.clone() }
}

/// A candidate: its name, people and lines, and the line that says it shortest.
fn candidate(world: &World, candidate: &Candidate, width: usize) -> Vec<Vec<Span<'static>>> {
    let look = &world.look;
    let right = |text: &str, cells: usize| format!("{}{text}", " ".repeat(cells.saturating_sub(text::width(text))));
    let people = world.say_with("people", &[("count", candidate.people.into())]);
    let lines = world.say_with("lines", &[("count", candidate.notes.len().into())]);
    let name = shown_name(world, candidate);
    let mark = format!(" {} ", look.glyphs.assumption);
    let mut rows: Vec<Vec<Span>> = Vec::new();
    if width < ROOMY {
        let names = text::wrap(&name, width.saturating_sub(4).max(1), 0).into_iter().enumerate();
        rows.extend(names.map(|(at, name)| {
            let head = if at == 0 { mark.clone() } else { "   ".to_owned() };
            vec![Span::raw(head), Span::styled(name, look.bold())]
        }));
        rows.push(vec![Span::styled(format!("     {people} {} {lines}", look.glyphs.dot), look.dim())]);
    } else {
        let room = width.saturating_sub(3 + PEOPLE + LINES + 2);
        rows.push(vec![
            Span::raw(mark),
            Span::styled(padded(look, &name, room), look.bold()),
            Span::raw(right(&people, PEOPLE)),
            Span::styled(right(&lines, LINES), look.dim()),
        ]);
    }
    rows.extend(candidate.quote.map(|note| said(world, note, (5, true), width)).unwrap_or_default());
    rows
}

/// One line with its code behind it; only verbatim words stand in quotation marks.
fn said(world: &World, note: Id, (indent, is_dim): (usize, bool), width: usize) -> Vec<Vec<Span<'static>>> {
    let Some(note) = world.research.notes().get(&note) else { return Vec::new() };
    let Some(person) = world.research.person_of(note) else { return Vec::new() };
    let said = Evidence::of(note, person);
    let words = match (said.withheld, said.voice) {
        (true, _) => world.say("report-withheld"),
        (false, Voice::Verbatim) => format!("\"{}\"", said.text),
        (false, _) => said.text.clone(),
    };
    let style = if is_dim { world.look.dim() } else { world.look.plain() };
    let rows = text::wrap(&format!("{words}  {}", said.note), width.saturating_sub(indent + 1).max(1), 0);
    rows.into_iter().map(|row| vec![Span::styled(format!("{}{row}", " ".repeat(indent)), style)]).collect()
}

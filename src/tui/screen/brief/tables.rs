//! The tables of a brief: what was left out and why, expectations and what became of them, trigger cards, the people of
//! one purchase case side by side, the stop rule. On a narrow screen each row folds below its name.

use ratatui::text::Span;

use super::page::wrapped;
use crate::domain::brief::committee::{Committee, Row as Theme, Stand};
use crate::domain::brief::{DroppedClaim, Ledger, TriggerRow, Worst};
use crate::domain::saturation::Saturation;
use crate::domain::text;
use crate::exchange::sheet::said;
use crate::tui::screen::line::padded;
use crate::tui::screen::saturation::{found_with_settings, subject_name};
use crate::tui::world::World;

/// From this width on the people of a purchase case have columns, and the ledger of expectations.
const TABLE: usize = 60;
const LEDGER: usize = 68;
/// Cells of a number's column, and of the column that says whether something was expected.
const NUMBER: usize = 9;
const EXPECTED: usize = 18;
/// Cells of a dimension's name.
const DIMENSION: usize = 9;
/// Cells of one person of a committee.
const PERSON: usize = 6;
/// Cells of the label of a field of a trigger card.
const LABEL: usize = 16;

type Rows = Vec<Vec<Span<'static>>>;

fn right(text: &str, cells: usize) -> String {
    format!("{}{text}", " ".repeat(cells.saturating_sub(text::width(text))))
}

/// One of the worst pains: where it hurts and what, and how much it weighs.
pub fn worst(world: &World, it: &Worst, width: usize) -> Rows {
    let stage = world.words.named("stage", &it.name, &it.stage);
    let head = format!("{stage} {} {}", world.look.glyphs.dot, said::pain(it, &world.words));
    let weight = said::weight((it.severity, it.people, it.score), &world.words);
    folded(world, &head, &format!("{weight}  {}", it.lines.join(" ")), width)
}

/// A text with what stands below it.
fn folded(world: &World, head: &str, below: &str, width: usize) -> Rows {
    let head = wrapped(head, width, 3).into_iter().map(|row| vec![Span::raw(row)]);
    head.chain(wrapped(below, width, 5).into_iter().map(|row| vec![Span::styled(row, world.look.dim())])).collect()
}

/// What was left out: its theme, who said why and when, and how many raise it.
pub fn dropped(world: &World, gone: &DroppedClaim, width: usize) -> Rows {
    let dimension = world.say(&format!("dimension-{}-short", gone.dimension.name()));
    let people = world.say_with("people", &[("count", gone.people.into())]);
    let head = format!("{dimension} {} {}  {people}", world.look.glyphs.dot, gone.theme);
    let date = gone.by.date.format("%m-%d").to_string();
    let args =
        [("reason", gone.reason.as_str().into()), ("by", gone.by.by.as_str().into()), ("date", date.as_str().into())];
    let why = world.say_with("brief-dropped-why", &args);
    folded(world, &head, &why, width)
}

/// What a row of the ledger is about.
pub fn ledger_name(world: &World, row: &Ledger) -> String {
    match (row.theme.as_str(), row.lines.first()) {
        ("", Some(line)) => line.note.clone(),
        ("", None) => world.say("report-unthemed"),
        (theme, _) => theme.to_owned(),
    }
}

/// The head of the ledger's columns; none where it folds.
pub fn ledger_head(world: &World, width: usize) -> Rows {
    if width < LEDGER {
        return Vec::new();
    }
    let room = width.saturating_sub(4 + EXPECTED + 4 * NUMBER);
    let numbers: String =
        ["brief-people", "met-met", "met-unmet", "met-exceeded"].map(|key| right(&world.say(key), NUMBER)).concat();
    let head = format!("   {}{}{numbers}", " ".repeat(room), padded(&world.look, "", EXPECTED));
    vec![vec![Span::styled(head, world.look.dim())]]
}

/// One row of the ledger.
pub fn ledger(world: &World, row: &Ledger, width: usize) -> Rows {
    let (name, look) = (ledger_name(world, row), &world.look);
    let expected = world.say(&format!("expectation-{}", row.expectation.name()));
    let counts = [row.people, row.met, row.unmet, row.exceeded];
    if width < LEDGER {
        let parts = ["brief-people", "met-met", "met-unmet", "met-exceeded"].into_iter().zip(counts);
        let parts = parts.filter(|(_, count)| *count > 0).map(|(key, count)| format!("{} {count}", world.say(key)));
        let below = std::iter::once(expected).chain(parts).collect::<Vec<_>>().join(&format!(" {} ", look.glyphs.dot));
        return folded(world, &name, &below, width);
    }
    let room = width.saturating_sub(4 + EXPECTED + 4 * NUMBER);
    let count = |count: usize| if count == 0 { look.glyphs.dot.to_owned() } else { count.to_string() };
    let numbers: String = counts.map(|it| right(&count(it), NUMBER)).concat();
    let names = text::wrap(&name, room.saturating_sub(2).max(1), 0);
    let mut rows: Rows = Vec::new();
    for (at, name) in names.into_iter().enumerate() {
        let mut spans = vec![Span::raw(format!("   {}", padded(look, &name, room)))];
        if at == 0 {
            spans.push(Span::styled(padded(look, &expected, EXPECTED), look.dim()));
            spans.push(Span::raw(numbers.clone()));
        }
        rows.push(spans);
    }
    rows
}

/// A trigger card: what happens, what brings it about, what is done and said, and the lines it rests on.
pub fn trigger(world: &World, row: &TriggerRow, width: usize) -> Rows {
    let look = &world.look;
    let people = world.say_with("people", &[("count", row.people.into())]);
    let head = if row.event == row.theme { row.event.clone() } else { format!("{} ({})", row.event, row.theme) };
    let mut rows: Rows = wrapped(&format!("{head}  {people}"), width, 3)
        .into_iter()
        .map(|row| vec![Span::styled(row, look.bold())])
        .collect();
    let trackable = match row.trackable {
        Some(true) => world.say("yes"),
        Some(false) => world.say("no"),
        None => String::new(),
    };
    let fields = [
        ("card-cause", row.cause.clone()),
        ("card-effect", row.effect.clone()),
        ("card-trackable", trackable),
        ("card-action", row.action.clone()),
        ("card-rejected", row.rejected.clone()),
        ("card-message", row.message.clone()),
        ("card-lines", row.lines.join(" ")),
    ];
    for (key, value) in fields.into_iter().filter(|(_, value)| !value.is_empty()) {
        let label = padded(look, &world.say(key), LABEL);
        let room = width.saturating_sub(LABEL + 6).max(1);
        for (at, piece) in text::wrap(&value, room, 0).into_iter().enumerate() {
            let label = if at == 0 { label.clone() } else { " ".repeat(LABEL) };
            rows.push(vec![Span::styled(format!("     {label}"), look.dim()), Span::raw(piece)]);
        }
    }
    rows
}

/// One purchase case: its label and outcome, its people, and their codes over the columns.
pub fn committee(world: &World, committee: &Committee, width: usize) -> Rows {
    let look = &world.look;
    let outcome = committee.outcome.map(|it| format!(" {} {}", look.glyphs.dot, world.say(&format!("outcome-{it}"))));
    let who: Vec<String> =
        committee.members.iter().map(|it| format!("{} {}", it.participant, it.role).trim().to_owned()).collect();
    let head = format!("{}{}", committee.deal, outcome.unwrap_or_default());
    let mut rows: Rows = wrapped(&head, width, 3).into_iter().map(|row| vec![Span::styled(row, look.bold())]).collect();
    rows.extend(wrapped(&who.join(", "), width, 3).into_iter().map(|row| vec![Span::styled(row, look.dim())]));
    if width >= TABLE {
        let codes: String = committee.members.iter().map(|it| padded(look, &it.participant, PERSON)).collect();
        let room = name_cells(committee.members.len(), width);
        let head = format!("   {}{}{codes}", " ".repeat(DIMENSION), " ".repeat(room));
        rows.push(vec![Span::styled(head, look.dim())]);
    }
    rows
}

/// Cells that are left for the name of a theme.
fn name_cells(members: usize, width: usize) -> usize {
    width.saturating_sub(4 + DIMENSION + members * PERSON + EXPECTED).clamp(8, 40)
}

/// One theme of a purchase case: where each person stands, and what they make of it together.
pub fn member(world: &World, row: &Theme, width: usize) -> Rows {
    let look = &world.look;
    let dimension = world.say(&format!("dimension-{}-short", row.dimension.name()));
    let verdict = world.say(&format!("concord-{}", row.verdict.name()));
    if width < TABLE {
        let signs: String = row.stands.iter().map(|it| padded(look, &sign(world, *it), 3)).collect();
        let head = wrapped(&row.theme, width, 3).into_iter().map(|row| vec![Span::raw(row)]);
        let below = format!("     {signs} {verdict}");
        return head.chain([vec![Span::styled(below, look.dim())]]).collect();
    }
    let signs: String = row.stands.iter().map(|it| padded(look, &sign(world, *it), PERSON)).collect();
    let room = name_cells(row.stands.len(), width);
    let mut rows: Rows = Vec::new();
    for (at, name) in text::wrap(&row.theme, room.saturating_sub(2).max(1), 0).into_iter().enumerate() {
        let label = if at == 0 { dimension.as_str() } else { "" };
        let mut spans = vec![
            Span::styled(format!("   {}", padded(look, label, DIMENSION)), look.dimension(row.dimension)),
            Span::raw(padded(look, &name, room)),
        ];
        if at == 0 {
            spans.extend([Span::raw(signs.clone()), Span::raw(verdict.clone())]);
        }
        rows.push(spans);
    }
    rows
}

/// Raised, contradicted, both, asked and silent, open, not asked: the signs of the dots.
fn sign(world: &World, stand: Stand) -> String {
    let glyphs = world.look.glyphs;
    match stand {
        Stand::Raised => glyphs.strong.to_owned(),
        Stand::Contradicted => glyphs.against.to_owned(),
        Stand::Divided => format!("{}{}", glyphs.strong, glyphs.against),
        Stand::Silent => glyphs.dot.to_owned(),
        Stand::Open => "?".to_owned(),
        Stand::NotAsked => "_".to_owned(),
    }
}

/// What the stop rule says of one dimension.
pub fn saturation(world: &World, one: &Saturation, width: usize) -> Rows {
    let (look, name) = (&world.look, subject_name(world, one));
    let style = one.dimension.map_or_else(|| look.bold(), |it| look.dimension(it));
    let room = width.saturating_sub(4 + DIMENSION).max(1);
    let pieces = text::wrap(&found_with_settings(world, &one.verdict), room, 0).into_iter().enumerate();
    let row = |(at, piece): (usize, String)| {
        let label = if at == 0 { padded(look, &name, DIMENSION) } else { " ".repeat(DIMENSION) };
        vec![Span::styled(format!("   {label}"), style), Span::raw(piece)]
    };
    pieces.map(row).collect()
}

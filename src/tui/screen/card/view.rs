//! How the card is laid out: who it is about, what the others have said with its counts in columns, and the gaps.
//! The fullest card that fits is chosen by the screen; nothing is decided here.

use ratatui::text::Span;

use crate::domain::card::{Alone, Card, Claim, Gap, Wording};
use crate::domain::{Dimension, Id, Participant, text};
use crate::tui::screen::line::padded;
use crate::tui::screen::people;
use crate::tui::world::World;

/// A row, and what stands at its right edge.
pub type Row = (Vec<Span<'static>>, Vec<Span<'static>>);

/// No wider than this, so that a claim and its counts are read as one.
pub const WIDEST: usize = 100;
/// From this width on the counts stand in columns.
const COLUMNS: usize = 60;
/// The cells of the three columns of counts.
const COUNTS: [usize; 3] = [6, 10, 10];
/// From the fullest card to the shortest: claims per dimension, claims of one person, blank rows.
pub const LENGTHS: [(usize, usize, bool); 6] =
    [(3, 8, true), (2, 4, true), (1, 3, true), (1, 2, true), (1, 2, false), (1, 1, false)];

/// The card of this length: claims per dimension, claims of one person, blank rows.
pub fn laid_out(
    world: &World,
    (card, person): (&Card, &Participant),
    interview: Id,
    (width, (ranks, alone, airy)): (usize, (usize, usize, bool)),
) -> Vec<Row> {
    let mut rows = who(world, (card, person), interview, (width, airy || width >= COLUMNS));
    let gap = |rows: &mut Vec<Row>| rows.extend(airy.then(Row::default));
    gap(&mut rows);
    rows.push(said_heading(world, card, width));
    if card.claims.is_empty() {
        let key = if card.people == 0 { "card-nobody" } else { "card-nothing" };
        rows.extend(indented(&world.say(key), width, 3).into_iter().map(|row| plain(world, row)));
    }
    for claim in card.claims.iter().filter(|claim| claim.rank < ranks) {
        rows.extend(claim_rows(world, claim, card.people, width));
    }
    let is_shown = |it: &&Alone| {
        !card.claims.iter().any(|claim| claim.rank < ranks && claim.name == it.name && claim.dimension == it.dimension)
    };
    let single: Vec<&Alone> = card.alone.iter().filter(is_shown).collect();
    if !single.is_empty() {
        gap(&mut rows);
        rows.push(heading(world, "card-alone", more(world, single.len().saturating_sub(alone))));
        for it in single.into_iter().take(alone) {
            rows.extend(alone_rows(world, it, width));
        }
    }
    if !card.gaps.is_empty() {
        gap(&mut rows);
        rows.push(heading(world, "card-gaps", String::new()));
        for (number, gap) in (1..).zip(&card.gaps) {
            rows.extend(gap_rows(world, (number, gap), card.people, width));
        }
    }
    rows
}

fn plain(world: &World, row: String) -> Row {
    (vec![Span::styled(row, world.look.dim())], Vec::new())
}

fn heading(world: &World, key: &str, right: String) -> Row {
    let right = vec![Span::styled(right, world.look.dim())];
    (vec![Span::styled(format!(" {}", world.say(key)), world.look.bold())], right)
}

fn more(world: &World, count: usize) -> String {
    if count == 0 { String::new() } else { world.say_with("home-more", &[("count", count.into())]) }
}

/// Rows of a text behind an indent.
fn indented(content: &str, width: usize, indent: usize) -> Vec<String> {
    let rows = text::wrap(content, width.saturating_sub(indent + 1).max(1), 0);
    rows.into_iter().map(|row| format!("{}{row}", " ".repeat(indent))).collect()
}

/// The participant in one row, with the state of consent at the right, and who the persona is below.
fn who(
    world: &World,
    (card, person): (&Card, &Participant),
    interview: Id,
    (width, is_told): (usize, bool),
) -> Vec<Row> {
    let look = &world.look;
    let dot = format!(" {} ", look.glyphs.dot);
    let outcome = world.research.outcome_of(person).map(|it| world.say(&format!("outcome-{}", it.name())));
    let planned = world.research.interviews().get(&interview).map(|it| match it.planned {
        Some(at) if at.date() == world.now.date() => at.local().format("%H:%M").to_string(),
        Some(at) => at.local().format("%m-%d %H:%M").to_string(),
        None => it.date.format("%m-%d").to_string(),
    });
    let earlier = match card.earlier {
        0 => world.say("card-first"),
        earlier => world.say_with("card-again", &[("count", (earlier + 1).into())]),
    };
    let mut facts: Vec<String> = Vec::new();
    facts.extend((!person.role.is_empty()).then(|| person.role.clone()));
    for fact in person.attributes.values().cloned().chain(outcome) {
        if !facts.contains(&fact) {
            facts.push(fact);
        }
    }
    facts.push(earlier);
    facts.extend(planned);
    let consent = people::consent(world, person);
    let style = if person.consent.participate { look.dim() } else { look.bold() };
    let mut rows: Vec<Row> = Vec::new();
    let beside = text::width(&consent) + 4;
    if beside >= width {
        let said = text::wrap(&consent, width.saturating_sub(1).max(1), 0).into_iter();
        rows.extend(said.map(|row| (vec![Span::styled(format!(" {row}"), style)], Vec::new())));
    }
    let room = if beside < width { width - beside } else { width.saturating_sub(1).max(1) };
    for (at, row) in text::wrap(&facts.join(&dot), room, 0).into_iter().enumerate() {
        let right = if at == 0 && beside < width { vec![Span::styled(consent.clone(), style)] } else { Vec::new() };
        rows.push((vec![Span::raw(format!(" {row}"))], right));
    }
    if is_told && !card.about.is_empty() {
        rows.extend(indented(&card.about, width, 1).into_iter().map(|row| plain(world, row)));
    }
    rows
}

fn said_heading(world: &World, card: &Card, width: usize) -> Row {
    let count = world.say_with("people", &[("count", card.people.into())]);
    let left = vec![
        Span::styled(format!(" {}", world.say("card-said")), world.look.bold()),
        Span::styled(format!("  {count}"), world.look.dim()),
    ];
    if width < COLUMNS || card.claims.is_empty() {
        return (left, Vec::new());
    }
    let heads = ["card-people", "card-asked", "card-against"].map(|key| world.say(key));
    (left, columns(world, &heads, false))
}

fn columns(world: &World, cells: &[String; 3], leads: bool) -> Vec<Span<'static>> {
    let right = |text: &str, cells: usize| format!("{}{text}", " ".repeat(cells.saturating_sub(text::width(text))));
    let mut spans = Vec::new();
    for (at, (cell, width)) in cells.iter().zip(COUNTS).enumerate() {
        let style = if leads && at == 0 { world.look.plain() } else { world.look.dim() };
        spans.push(Span::styled(format!(" {}", right(cell, width)), style));
    }
    spans
}

/// People, then how many of those who were asked and how many more unprompted, then who contradicts.
fn counts(world: &World, claim: &Claim, people: usize) -> [String; 3] {
    let counts = &claim.counts;
    let raised = format!("{}/{people}", counts.raised);
    let own = if counts.unprompted > 0 { format!(" +{}", counts.unprompted) } else { String::new() };
    let asked =
        if counts.asked == 0 { String::new() } else { format!("{}/{}", counts.raised_when_asked(), counts.asked) };
    let against = match (counts.contradicted, counts.asked) {
        (0, 0) => world.say("card-nobody-asked"),
        (0, _) => world.say("card-no-contradiction"),
        (count, _) => count.to_string(),
    };
    [raised, format!("{asked}{own}").trim_start().to_owned(), against]
}

fn claim_rows(world: &World, claim: &Claim, people: usize, width: usize) -> Vec<Row> {
    let cells = counts(world, claim, people);
    if width >= COLUMNS {
        let taken: usize = COUNTS.iter().sum::<usize>() + COUNTS.len() + 1;
        let mut rows = labelled(world, claim.dimension, &claim.name, width.saturating_sub(taken));
        if let Some(first) = rows.first_mut() {
            first.1 = columns(world, &cells, true);
        }
        return rows;
    }
    let [raised, asked, against] = cells;
    let mut rows = labelled(world, claim.dimension, &claim.name, width);
    let mut said = vec![raised];
    if claim.counts.asked > 0 {
        said.push(format!("{} {asked}", world.say("card-asked")));
    }
    if claim.counts.asked > 0 || claim.counts.contradicted > 0 {
        said.push(format!("{} {against}", world.say("card-against")));
    } else {
        said.push(against);
    }
    let said = said.join(&format!(" {} ", world.look.glyphs.dot));
    rows.extend(indented(&said, width, 12).into_iter().map(|row| plain(world, row)));
    rows
}

/// A text behind the name of its dimension, wrapped with a hanging indent.
fn labelled(world: &World, dimension: Dimension, content: &str, width: usize) -> Vec<Row> {
    let name = padded(&world.look, &world.say(&format!("dimension-{}-short", dimension.name())), 8);
    let name = Span::styled(format!("   {name} "), world.look.dimension(dimension));
    hung(name, content, width)
}

fn hung(head: Span<'static>, content: &str, width: usize) -> Vec<Row> {
    let indent = text::width(&head.content);
    let rows = text::wrap(content, width.saturating_sub(indent + 1).max(1), 0);
    let mut head = Some(head);
    let row = |row: String| {
        let head = head.take().unwrap_or_else(|| Span::raw(" ".repeat(indent)));
        (vec![head, Span::raw(row)], Vec::new())
    };
    rows.into_iter().map(row).collect()
}

fn alone_rows(world: &World, alone: &Alone, width: usize) -> Vec<Row> {
    let outcome = alone.outcome.map(|it| world.say(&format!("outcome-{}", it.name())));
    let who: Vec<String> = std::iter::once(alone.participant.clone()).chain(outcome).collect();
    let who = who.join(&format!(" {} ", world.look.glyphs.dot));
    let mut rows = labelled(world, alone.dimension, &alone.name, width.saturating_sub(text::width(&who) + 2));
    if let Some(first) = rows.first_mut() {
        first.1 = vec![Span::styled(who, world.look.dim())];
    }
    rows
}

fn gap_rows(world: &World, (number, gap): (usize, &Gap), people: usize, width: usize) -> Vec<Row> {
    let asks = match &gap.wording {
        Wording::Question(text) => text.clone(),
        Wording::Subject => world.say(&format!("card-ask-{}", gap.subject.name())),
        Wording::Theme(name) => world.say_with("card-ask-theme", &[("theme", name.as_str().into())]),
    };
    let name = padded(&world.look, &world.say(&format!("dimension-{}-short", gap.subject.name())), 8);
    let known = if gap.known == 0 { world.say("card-not-asked") } else { format!("{}/{people}", gap.known) };
    let room = if width < COLUMNS { width } else { width.saturating_sub(text::width(&known) + 3) };
    let head = Span::styled(format!(" {number} {name} "), world.look.subject(gap.subject));
    let mut rows = hung(head, &asks, room);
    let dim = vec![Span::styled(known, world.look.dim())];
    if width >= COLUMNS {
        rows.first_mut().into_iter().for_each(|first| first.1.clone_from(&dim));
    }
    rows
}

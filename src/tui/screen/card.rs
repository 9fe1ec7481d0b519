//! The card before a call (context LIST): thirty seconds of reading, then consent, then the capture. What stands on it
//! is decided in `domain::card`; here it is only laid out, and shortened until it fits the terminal.

use ratatui::text::Span;

use super::capture::{Capture, new_interview};
use super::guide::Guide;
use super::line::padded;
use super::people;
use super::reader::Reader;
use crate::domain::card::{Alone, Card, Claim, Gap, Wording};
use crate::domain::{Dimension, Id, Participant, Status, text};
use crate::tui::action::Action;
use crate::tui::keymap::Place;
use crate::tui::pane::{Answer, Asking, Move, Pane};
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::cursor::Cursor;
use crate::tui::widget::frame::frame;
use crate::tui::world::{Seen, World};

/// A row, and what stands at its right edge.
type Row = (Vec<Span<'static>>, Vec<Span<'static>>);

/// No wider than this, so that a claim and its counts are read as one.
const WIDEST: usize = 100;
/// From this width on the counts stand in columns.
const COLUMNS: usize = 60;
/// The cells of the three columns of counts.
const COUNTS: [usize; 3] = [6, 10, 10];
/// From the fullest card to the shortest: claims per dimension, claims of one person, blank rows.
const LENGTHS: [(usize, usize, bool); 6] =
    [(3, 8, true), (2, 4, true), (1, 3, true), (1, 2, true), (1, 2, false), (1, 1, false)];

/// The card of one interview that has not begun.
pub struct CardPane {
    interview: Id,
    card: Option<Card>,
    scroll: Cursor,
    seen: Seen,
}

impl CardPane {
    /// Opens the card of an interview; of somebody who withdrew there is none.
    pub fn open(world: &mut World, interview: Id) {
        if world.is_withdrawn(interview) {
            let text = world.say("person-withdrawn");
            return world.tell(text);
        }
        let (scroll, seen) = (Cursor::default(), Seen::default());
        world.moves.push(Move::Open(Box::new(CardPane { interview, card: None, scroll, seen })));
    }

    /// What comes next with a participant: the running interview at once, else the card of the next planned one, else
    /// the card of a new one.
    pub fn begin(world: &mut World, person: Id) {
        let interviews = world.research.interviews_of(person);
        let of = |status| interviews.iter().rev().find(|it| it.status == status).map(|it| it.id);
        if let Some(running) = of(Status::Running) {
            return Capture::open(world, running);
        }
        if let Some(interview) = of(Status::Planned).or_else(|| new_interview(world, person)) {
            CardPane::open(world, interview);
        }
    }

    fn person<'a>(&self, world: &'a World) -> Option<&'a Participant> {
        world.research.participant_of(self.interview)
    }

    fn has_consent(&self, world: &World) -> bool {
        self.person(world).is_some_and(|person| person.consent.participate)
    }

    /// The newest earlier interview with this participant.
    fn earlier(&self, world: &World) -> Option<Id> {
        let interviews = world.research.interviews_of(self.person(world)?.id);
        let begun = |id: &Id| *id != self.interview && world.research.has_begun(*id);
        interviews.iter().rev().map(|interview| interview.id).find(begun)
    }

    /// The card gives way to the capture, so that the way back from there leads home.
    fn capture(&self, world: &mut World) {
        world.moves.push(Move::Close);
        Capture::open(world, self.interview);
    }
}

impl Pane for CardPane {
    fn place(&self) -> Place {
        Place::Card
    }

    fn refresh(&mut self, world: &World) {
        if self.seen.is_stale(world, |_| true) {
            self.card = Card::of(&world.research, self.interview);
        }
    }

    fn act(&mut self, world: &mut World, action: Action) {
        let (width, height) = (usize::from(world.size.0), usize::from(world.size.1).saturating_sub(3));
        let last = self.rows(world, width, height).len().saturating_sub(height);
        if self.scroll.act(action, last + 1, world.page()) {
            return;
        }
        let person = self.person(world).map(|person| person.id);
        match (action, person) {
            (Action::Back, _) => world.moves.push(Move::Close),
            (Action::Open, _) if self.has_consent(world) => self.capture(world),
            (Action::Open | Action::Consent, Some(person)) => people::ask_consent(world, person, true),
            (Action::Change, person) => people::ask_person(world, person),
            (Action::Guide, _) => world.moves.push(Move::Open(Box::new(Guide::of(Some(self.interview))))),
            (Action::Read, _) => {
                let earlier = self.earlier(world);
                world.moves.extend(earlier.map(|id| Move::Open(Box::new(Reader::at(id, None)))));
            }
            _ => {}
        }
    }

    fn answered(&mut self, world: &mut World, asking: Asking, answer: Answer) {
        match (asking, answer) {
            (Asking::Consent(person), Answer::Switches(on)) => {
                people::keep_consent(world, person, &on);
                if self.has_consent(world) {
                    self.capture(world);
                } else {
                    let text = world.say("card-no-consent");
                    world.tell(text);
                }
            }
            (Asking::Consent(_), Answer::Choice(_)) => self.capture(world),
            (Asking::Person(person), Answer::Texts(texts)) => {
                people::keep_person(world, person, &texts);
            }
            _ => {}
        }
    }

    fn offers(&self, world: &World, action: Action) -> bool {
        match action {
            Action::Read => self.earlier(world).is_some(),
            Action::Down => {
                let (width, height) = (usize::from(world.size.0), usize::from(world.size.1).saturating_sub(3));
                self.scroll.at + height < self.rows(world, width, height).len()
            }
            Action::Consent => self.has_consent(world),
            _ => true,
        }
    }

    fn label(&self, world: &World, action: Action) -> String {
        match action {
            Action::Open if self.has_consent(world) => world.say("action-capture"),
            Action::Open => world.say("action-consent"),
            Action::Read => world.say("card-earlier"),
            _ => world.say(&format!("action-{}", action.name())),
        }
    }

    fn draw(&self, world: &World, canvas: &mut Canvas) {
        let look = &world.look;
        let (Some(card), Some(person)) = (&self.card, self.person(world)) else {
            frame(canvas, world, self, &[]);
            return;
        };
        let of = card.persona.clone().unwrap_or_else(|| world.say("card-whole-study"));
        let title = [
            Span::styled(format!(" {}", person.code), look.bold()),
            Span::styled(format!("  {}", world.say("place-card")), look.plain()),
            Span::styled(format!(" {} {of}", look.glyphs.dot), look.dim()),
        ];
        let (first, height) = frame(canvas, world, self, &title);
        canvas.rows(first, height, |canvas| {
            let width = canvas.width().min(WIDEST);
            let rows = self.rows(world, canvas.width(), canvas.height());
            let top = self.scroll.at.min(rows.len().saturating_sub(canvas.height()));
            for (y, (left, right)) in rows.iter().skip(top).take(canvas.height()).enumerate() {
                canvas.put(0, y, width, left);
                canvas.put_right(0, y, width.saturating_sub(1), right);
            }
        });
    }
}

impl CardPane {
    /// The fullest card that fits, or the shortest one.
    fn rows(&self, world: &World, width: usize, height: usize) -> Vec<Row> {
        let (Some(card), Some(person)) = (&self.card, self.person(world)) else { return Vec::new() };
        let width = width.min(WIDEST);
        let mut rows = Vec::new();
        for length in LENGTHS {
            rows = laid_out(world, (card, person), self.interview, (width, length));
            if rows.len() <= height {
                break;
            }
        }
        rows
    }
}

fn laid_out(
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
    let room = width.saturating_sub(text::width(&consent) + 4).max(1);
    let mut rows: Vec<Row> = Vec::new();
    for (at, row) in text::wrap(&facts.join(&dot), room, 0).into_iter().enumerate() {
        let right = if at == 0 { vec![Span::styled(consent.clone(), style)] } else { Vec::new() };
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

//! The card before a call (context LIST): thirty seconds of reading, then consent, then the capture. What stands on it
//! is decided in `domain::card`; here it is only laid out, and shortened until it fits the terminal.

mod view;

use ratatui::text::Span;

use crate::domain::card::Card;
use crate::domain::{Id, Participant, Status};
use crate::tui::action::Action;
use crate::tui::keymap::Place;
use crate::tui::pane::{Answer, Asking, Move, Pane};
use crate::tui::screen::capture::{Capture, new_interview};
use crate::tui::screen::guide::Guide;
use crate::tui::screen::people;
use crate::tui::screen::reader::Reader;
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::cursor::Cursor;
use crate::tui::widget::frame::frame;
use crate::tui::world::{Seen, World};
use view::{LENGTHS, Row, WIDEST, laid_out};

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

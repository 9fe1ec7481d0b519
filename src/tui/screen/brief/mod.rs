//! The brief of a persona (context LIST): claims by dimension with their counts and printed lines, what was left out,
//! and the tables. Computed when the study has changed; what people decide here is kept as judgements, nothing else.

mod claims;
mod deeds;
mod handing;
mod page;
mod tables;
#[cfg(test)]
mod tests;

use ratatui::text::Span;

pub use deeds::ask_file;
pub use handing::{last_edition, since_last};
use page::{Row, page};

use super::apart::Apart;
use super::compare::Compare;
use super::evidence::{Evidence, Of};
use super::line;
use super::saturation::SaturationPane;
use super::settings;
use super::verify::VerifyPane;
use crate::domain::brief::{Brief, Claim};
use crate::domain::evidence::{Evidence as Said, State};
use crate::domain::{Dimension, Id, briefing};
use crate::exchange::sheet::said;
use crate::tui::action::Action;
use crate::tui::keymap::Place;
use crate::tui::pane::{Answer, Asking, Move, Pane};
use crate::tui::screen::journey::JourneyPane;
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::cursor::Cursor;
use crate::tui::widget::frame::frame;
use crate::tui::world::{Seen, World};

/// The brief of one persona.
pub struct BriefPane {
    persona: Id,
    brief: Option<Brief>,
    problem: Option<String>,
    rows: Vec<Row>,
    cursor: Cursor,
    seen: Seen,
}

impl BriefPane {
    /// Of this persona.
    pub fn of(persona: Id) -> BriefPane {
        let (cursor, seen) = (Cursor::default(), Seen::default());
        BriefPane { persona, brief: None, problem: None, rows: Vec::new(), cursor, seen }
    }

    fn row(&self) -> Option<&Row> {
        self.rows.get(self.cursor.at)
    }

    /// The claim that the cursor stands on or under.
    fn claim(&self) -> Option<&Claim> {
        match self.row()? {
            Row::Claim(at) | Row::Line(at, ..) => self.brief.as_ref()?.claims.get(*at),
            _ => None,
        }
    }

    /// The theme of the row: of its claim, of a claim that is left out, of a trigger, of a row of a committee.
    fn theme(&self, world: &World) -> Option<Id> {
        let brief = self.brief.as_ref()?;
        let named = |dimension, name: &str| {
            let mut themes = world.research.themes().values();
            themes.find(|it| it.dimension == dimension && it.name == name).map(|it| it.id)
        };
        match self.row()? {
            Row::Claim(_) | Row::Line(..) => self.claim()?.id,
            Row::Dropped(at) => brief.dropped.get(*at).and_then(|it| named(it.dimension, &it.theme)),
            Row::Trigger(at) => brief.triggers.get(*at).and_then(|it| named(Dimension::Trigger, &it.theme)),
            Row::Member(of, at) => {
                let row = brief.committees.get(*of)?.rows.get(*at)?;
                named(row.dimension, &row.theme)
            }
            _ => None,
        }
    }

    /// The theme whose trigger card can be filled in from here.
    fn trigger(&self, world: &World) -> Option<Id> {
        let theme = self.theme(world).filter(|_| !matches!(self.row(), Some(Row::Dropped(_))))?;
        world.research.themes().get(&theme).filter(|it| it.dimension == Dimension::Trigger).map(|it| it.id)
    }

    fn open(&self, world: &mut World) {
        let codes = |lines: &[Said]| lines.iter().map(Said::cite).collect();
        let of = match self.row() {
            Some(Row::Claim(_) | Row::Line(..)) => {
                self.claim().and_then(|claim| claim.id).map(|theme| Of::Claim(self.persona, theme))
            }
            Some(Row::Ledger(at)) => self
                .brief
                .as_ref()
                .and_then(|brief| brief.expectations.get(*at))
                .map(|row| Of::Cited(tables::ledger_name(world, row), codes(&row.lines), Vec::new())),
            Some(Row::Worst(at)) => {
                let worst = self.brief.as_ref().and_then(|brief| brief.worst.get(*at));
                worst.map(|it| Of::Cited(said::pain(it, &world.words), it.lines.clone(), Vec::new()))
            }
            Some(Row::Saturation(_)) => {
                return world.moves.push(Move::Open(Box::new(SaturationPane::of(self.persona))));
            }
            _ => self.theme(world).map(Of::Theme),
        };
        world.moves.extend(of.map(|of| Move::Open(Box::new(Evidence::of(of)) as Box<dyn Pane>)));
    }

    /// To the next heading, or back to the one before.
    fn leap(&mut self, forward: bool) {
        let heads = self.rows.iter().enumerate().filter(|(_, row)| row.is_head()).map(|(at, _)| at);
        let heads: Vec<usize> = heads.collect();
        let at = self.cursor.at;
        let next = if forward {
            heads.iter().find(|head| **head > at).copied()
        } else {
            // The heading of the part where the cursor stands is above it; the one before that is meant.
            heads.iter().rev().filter(|head| **head < at).nth(1).or(heads.first()).copied()
        };
        if let Some(next) = next {
            self.cursor.at = next;
            self.land(true);
        }
    }

    /// Goes on to a row where something can be done or read.
    fn land(&mut self, forward: bool) {
        let rests = |at: &usize| self.rows[*at].is_rest();
        let at = self.cursor.at.min(self.rows.len().saturating_sub(1));
        let after = (at..self.rows.len()).find(rests);
        let before = (0..at).rev().find(rests);
        self.cursor.at =
            if forward { after.or(before) } else { before.filter(|_| !rests(&at)).or(after) }.unwrap_or(at);
    }
}

impl Pane for BriefPane {
    fn place(&self) -> Place {
        Place::Brief
    }

    fn refresh(&mut self, world: &World) {
        if !self.seen.is_stale(world, |_| true) {
            return;
        }
        let is_first = self.brief.is_none();
        match briefing::of(&world.research, self.persona) {
            Ok(brief) => {
                self.rows = page(world, &brief);
                (self.brief, self.problem) = (Some(brief), None);
            }
            Err(error) => {
                self.rows.clear();
                (self.brief, self.problem) = (None, Some(world.sentence(&error)));
            }
        }
        if is_first {
            let first = self.rows.iter().position(|row| matches!(row, Row::Claim(_)));
            self.cursor.at = first.unwrap_or(0);
        }
        self.land(true);
    }

    fn act(&mut self, world: &mut World, action: Action) {
        let before = self.cursor.at;
        if self.cursor.act(action, self.rows.len(), world.page() / 2) {
            return self.land(self.cursor.at > before || self.cursor.at == 0);
        }
        match action {
            Action::Back => world.moves.push(Move::Close),
            Action::Next => self.leap(true),
            Action::Previous => self.leap(false),
            Action::Open | Action::More => self.open(world),
            Action::Export => self.ask_export(world),
            Action::Saturation => world.moves.push(Move::Open(Box::new(SaturationPane::of(self.persona)))),
            Action::Settings => settings::ask(world),
            Action::Apart => world.moves.push(Move::Open(Box::new(Apart::of(self.persona)))),
            Action::Verify => world.moves.push(Move::Open(Box::new(VerifyPane::of(self.persona)))),
            Action::Compare => world.moves.push(Move::Open(Box::new(Compare::of(self.persona)))),
            Action::Publish => handing::ask(world, self.persona),
            Action::Journey => {
                world.moves.push(Move::Close);
                world.moves.push(Move::Open(Box::new(JourneyPane::of(self.persona))));
            }
            Action::Change if matches!(self.row(), Some(Row::Trigger(_))) => self.ask_card(world),
            Action::Change => self.ask_headline(world),
            Action::TriggerCard => self.ask_card(world),
            Action::Drop if matches!(self.row(), Some(Row::Dropped(_))) => self.bring_back(world),
            Action::Drop => self.ask_reason(world),
            _ => {}
        }
    }

    fn answered(&mut self, world: &mut World, asking: Asking, answer: Answer) {
        match (asking, answer) {
            (Asking::Publish, Answer::Choice(choice)) => handing::publish(world, self.persona, choice == 1),
            (asking, Answer::Texts(texts)) => self.take(world, asking, &texts),
            _ => {}
        }
    }

    fn offers(&self, world: &World, action: Action) -> bool {
        let is_dropped = matches!(self.row(), Some(Row::Dropped(_)));
        match action {
            Action::Open => {
                matches!(self.row(), Some(Row::Ledger(_) | Row::Saturation(_))) || self.theme(world).is_some()
            }
            Action::More => self.claim().is_some_and(|claim| !claim.supports.is_empty()),
            Action::Change => self.claim().is_some() || matches!(self.row(), Some(Row::Trigger(_))),
            Action::Drop => self.claim().is_some() || is_dropped,
            Action::TriggerCard => self.trigger(world).is_some(),
            Action::Export | Action::Journey | Action::Saturation | Action::Settings => self.brief.is_some(),
            Action::Compare => handing::last_edition(world, self.persona).is_some(),
            Action::Verify | Action::Publish | Action::Apart => self.brief.is_some(),
            Action::Next => {
                let last = self.rows.iter().rposition(Row::is_head);
                last.is_some_and(|last| last > self.cursor.at)
            }
            _ => true,
        }
    }

    fn label(&self, world: &World, action: Action) -> String {
        match action {
            Action::Open if self.claim().is_some() => world.say("action-all-evidence"),
            Action::Next => world.say("action-next-part"),
            Action::More => world.say("action-other-quotes"),
            Action::Change if self.claim().is_some() => world.say("action-headline"),
            Action::Drop if self.claim().is_some() => world.say("action-leave-out"),
            Action::Drop => world.say("action-bring-back"),
            _ => world.say(&format!("action-{}", action.name())),
        }
    }

    fn draw(&self, world: &World, canvas: &mut Canvas) {
        let Some(brief) = &self.brief else {
            let (first, _) = frame(canvas, world, self, &[]);
            let problem = self.problem.as_deref().unwrap_or_default();
            canvas.put(1, first, canvas.width(), &[Span::raw(problem)]);
            return;
        };
        let (first, height) = frame(canvas, world, self, &self.head(world, brief));
        canvas.rows(first, height, |canvas| {
            let width = canvas.width();
            let rows = |at: usize| page::row_spans(world, brief, &self.rows[at], width);
            line::draw_resting(canvas, (self.cursor.at, self.rows.len()), |at| self.rows[at].is_rest(), rows);
        });
    }
}

impl BriefPane {
    /// Line 1: whose brief, of how many people and lines, of which day, how many claims are stale, after which edition.
    fn head(&self, world: &World, brief: &Brief) -> [Span<'static>; 2] {
        let people = world.say_with("people", &[("count", brief.people.into())]);
        let lines = world.say_with("lines", &[("count", brief.notes.into())]);
        let stale = brief.claims.iter().filter(|claim| claim.state == State::Stale).count();
        let stale = (stale > 0).then(|| world.say_with("brief-stale", &[("count", stale.into())]));
        let as_of = brief.as_of.map(|date| world.words.date(date));
        let facts: Vec<String> = [people, lines].into_iter().chain(stale).chain(as_of).collect();
        let title = Span::styled(format!(" {}", brief.persona), world.look.bold());
        let last = handing::last_edition(world, self.persona).map(|it| it.number);
        let draft = match last {
            Some(number) => world.say_with("brief-draft-after", &[("number", number.into())]),
            None => world.say("brief-draft"),
        };
        let dot = world.look.glyphs.dot;
        [title, Span::styled(format!(" {dot} {draft}  {}", facts.join(&format!(" {dot} "))), world.look.dim())]
    }
}

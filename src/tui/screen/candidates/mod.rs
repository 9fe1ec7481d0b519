//! Themes that the program proposes for one dimension (context LIST), of a persona's lines or of everybody's: candidates
//! to accept, rename or drop, lines that look like a theme that there is, lines that may contradict theirs, and what is
//! left over. Nothing here is accepted without a key.

mod deeds;
mod rows;
#[cfg(test)]
mod tests;

use ratatui::text::Span;

use super::evidence::{Evidence, Of};
use super::line;
use super::reader::Reader;
use crate::domain::candidates::{Candidate, Proposal};
use crate::domain::{Dimension, Id, Kind};
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::keymap::Place;
use crate::tui::palette::subject_of;
use crate::tui::pane::{Answer, Asking, Move, Pane};
use crate::tui::proposing::Wanted;
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::cursor::Cursor;
use crate::tui::widget::frame::frame;
use crate::tui::world::{Seen, World};
use rows::Row;

/// The proposals for one dimension.
pub struct Candidates {
    persona: Option<Id>,
    dimension: Dimension,
    /// The generation that was asked for last.
    asked: u64,
    /// The newest answer; none until there is one.
    proposal: Option<Proposal>,
    rows: Vec<Row>,
    cursor: Cursor,
    seen: Seen,
}

impl Candidates {
    /// For this dimension, of everybody's lines.
    pub fn of(dimension: Dimension) -> Candidates {
        let (cursor, seen) = (Cursor::default(), Seen::default());
        Candidates { persona: None, dimension, asked: 0, proposal: None, rows: Vec::new(), cursor, seen }
    }

    fn row(&self) -> Option<&Row> {
        self.rows.get(self.cursor.at)
    }

    fn candidate(&self) -> Option<(usize, &Candidate)> {
        match self.row()? {
            Row::Candidate(at) => Some((*at, self.proposal.as_ref()?.themes.get(*at)?)),
            _ => None,
        }
    }

    /// The line of the row: the one to add, the one in doubt, the one left over.
    fn line(&self) -> Option<Id> {
        let proposal = self.proposal.as_ref()?;
        match self.row()? {
            Row::Addition(at) => proposal.additions.get(*at).map(|it| it.note),
            Row::Doubt(at) => proposal.doubts.get(*at).map(|it| it.note),
            Row::Loose(at) => proposal.unsorted.get(*at).copied(),
            Row::Candidate(_) | Row::Heading(_) | Row::Text(_) => None,
        }
    }

    /// Asks anew where the study has changed since the last time.
    fn ask_if_stale(&mut self, world: &mut World) {
        let matters = |kind| !matches!(kind, Kind::PathEvent | Kind::Gap | Kind::Judgement | Kind::TriggerCard);
        if self.seen.is_stale(world, matters) {
            self.ask(world);
        }
    }

    fn ask(&mut self, world: &mut World) {
        self.asked += 1;
        let (generation, research) = (self.asked, world.research.clone());
        let wanted = Wanted { generation, research, persona: self.persona, dimension: self.dimension };
        world.effects.push(Effect::Propose(Box::new(wanted)));
    }

    /// Another dimension or another persona: everything is asked anew.
    fn turn(&mut self, world: &mut World, persona: Option<Id>, dimension: Dimension) {
        (self.persona, self.dimension) = (persona, dimension);
        (self.proposal, self.cursor) = (None, Cursor::default());
        self.rows.clear();
        self.ask(world);
    }

    /// The persona after this one, by name; everybody comes after the last.
    fn next_persona(&self, world: &World) -> Option<Id> {
        let mut personas: Vec<_> = world.research.personas().values().map(|it| (&it.name, it.id)).collect();
        personas.sort();
        let at = personas.iter().position(|(_, id)| Some(*id) == self.persona);
        personas.get(at.map_or(0, |at| at + 1)).map(|(_, id)| *id)
    }

    fn open(&self, world: &mut World) {
        if let Some((_, candidate)) = self.candidate() {
            let notes = candidate.notes.iter().filter_map(|id| world.research.notes().get(id));
            let cites = notes.map(|note| world.research.cite(note)).collect();
            let evidence = Evidence::of(Of::Cited(candidate.name.clone(), cites, Vec::new()));
            return world.moves.push(Move::Open(Box::new(evidence)));
        }
        let note = self.line().and_then(|id| world.research.notes().get(&id));
        if let Some((interview, note)) = note.map(|note| (note.interview, note.id)) {
            world.moves.push(Move::Open(Box::new(Reader::at(interview, Some(note)))));
        }
    }

    /// Off a heading, onto what can be decided.
    fn land(&mut self, forward: bool) {
        let rests = |at: &usize| !matches!(self.rows[*at], Row::Heading(_));
        let at = self.cursor.at.min(self.rows.len().saturating_sub(1));
        let (after, before) = ((at..self.rows.len()).find(rests), (0..at).rev().find(rests));
        self.cursor.at =
            if forward { after.or(before) } else { before.filter(|_| !rests(&at)).or(after) }.unwrap_or(at);
    }
}

impl Pane for Candidates {
    fn place(&self) -> Place {
        Place::Candidates
    }

    fn opened(&mut self, world: &mut World) {
        self.ask_if_stale(world);
    }

    fn ticked(&mut self, world: &mut World) {
        self.ask_if_stale(world);
    }

    fn proposed(&mut self, world: &World, generation: u64, proposal: Proposal) {
        if generation != self.asked {
            return;
        }
        self.rows = rows::page(world, &proposal);
        self.proposal = Some(proposal);
        self.cursor.hold(self.rows.len());
        self.land(true);
    }

    fn act(&mut self, world: &mut World, action: Action) {
        let before = self.cursor.at;
        if !self.rows.is_empty() && self.cursor.act(action, self.rows.len(), world.page() / 2) {
            return self.land(self.cursor.at > before || self.cursor.at == 0);
        }
        match action {
            Action::Back => world.moves.push(Move::Close),
            Action::Open => self.open(world),
            Action::Accept => self.accept(world),
            Action::Change => self.ask_name(world),
            Action::Drop => self.ask_reason(world),
            Action::More => self.cut(world, true),
            Action::Fewer => self.cut(world, false),
            Action::Against => self.judge(world, true),
            Action::NotAgainst => self.judge(world, false),
            Action::People => {
                let next = self.next_persona(world);
                self.turn(world, next, self.dimension);
            }
            Action::Narrow => {
                let at = Dimension::FIVE.iter().position(|it| *it == self.dimension).unwrap_or(0);
                self.turn(world, self.persona, Dimension::FIVE[(at + 1) % Dimension::FIVE.len()]);
            }
            _ => {
                if let Some(dimension) = action.subject().and_then(|it| it.dimension()) {
                    self.turn(world, self.persona, dimension);
                }
            }
        }
        self.ask_if_stale(world);
    }

    fn answered(&mut self, world: &mut World, asking: Asking, answer: Answer) {
        if let Answer::Texts(texts) = answer {
            self.take(world, asking, texts.first().map_or("", String::as_str));
        }
        self.ask_if_stale(world);
    }

    fn offers(&self, world: &World, action: Action) -> bool {
        match action {
            Action::Open => self.candidate().is_some() || self.line().is_some(),
            Action::Accept => self.candidate().is_some() || matches!(self.row(), Some(Row::Addition(_))),
            Action::Change | Action::Drop => self.candidate().is_some(),
            Action::More | Action::Fewer => self.cut_to(action == Action::More).is_some(),
            Action::Against | Action::NotAgainst => matches!(self.row(), Some(Row::Doubt(_))),
            Action::People => !world.research.personas().is_empty(),
            _ => true,
        }
    }

    fn label(&self, world: &World, action: Action) -> String {
        match action {
            Action::Change => world.say("action-rename-accept"),
            Action::Drop => world.say("action-drop-candidate"),
            Action::Narrow => world.say("action-next-dimension"),
            Action::People => world.say("action-next-persona"),
            _ => world.say(&format!("action-{}", action.name())),
        }
    }

    fn draw(&self, world: &World, canvas: &mut Canvas) {
        let look = &world.look;
        let hue = subject_of(self.dimension).map(|subject| look.subject(subject)).unwrap_or_default();
        let name = world.say(&format!("dimension-{}", self.dimension.name()));
        let of = self.persona.and_then(|id| world.research.personas().get(&id)).map(|it| it.name.clone());
        let of = of.unwrap_or_else(|| world.say("candidates-everybody"));
        let count = self
            .proposal
            .as_ref()
            .map(|it| world.say_with("candidates-count", &[("count", it.themes.len().into()), ("k", it.k.into())]));
        let facts: Vec<String> = std::iter::once(of).chain(count).collect();
        let title = [
            Span::styled(format!(" {} ", world.say("place-candidates")), look.bold()),
            Span::styled(name, hue.patch(look.bold())),
            Span::styled(format!("  {}", facts.join(&format!(" {} ", look.glyphs.dot))), look.dim()),
        ];
        let (first, height) = frame(canvas, world, self, &title);
        let Some(proposal) = &self.proposal else {
            canvas.put(1, first, canvas.width(), &[Span::styled(world.say("candidates-thinking"), look.dim())]);
            return;
        };
        canvas.rows(first, height, |canvas| {
            let width = canvas.width();
            let rows = |at: usize| rows::spans(world, proposal, &self.rows[at], width);
            let rests = |at: usize| !matches!(self.rows[at], Row::Heading(_));
            line::draw_resting(canvas, (self.cursor.at, self.rows.len()), rests, rows);
        });
    }
}

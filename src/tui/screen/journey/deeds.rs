//! What people decide about what waits and write into the cells: accept, refuse, change and then accept, write, remove,
//! remark, flag. Each is one step; what the steps are is decided in the domain.

use super::board::Spot;
use super::grid::{lane_name, stage_name};
use super::{Goal, JourneyPane, Pending, checklist, choice, facts, publishing, remarks, settings};
use crate::domain::journey::merge::{Change, ChangeKind};
use crate::domain::journey::steps;
use crate::domain::{Entry, Step};
use crate::error::Result;
use crate::exchange::markdown;
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::overlay::form::{Field, Form};
use crate::tui::pane::{Asking, Move, Pane};
use crate::tui::world::World;

/// What an action is called at a spot, where it is not called as everywhere.
pub(super) fn label(spot: Option<&Spot>, action: Action) -> Option<&'static str> {
    let spot = spot?;
    let kind = spot.change.as_ref().map(|it| it.kind);
    Some(match (action, kind) {
        (Action::Accept, Some(ChangeKind::New)) => "action-accept-entry",
        (Action::Accept, Some(ChangeKind::Reworded)) => "action-accept-wording",
        (Action::Accept, Some(ChangeKind::Gone)) => "action-accept-gone",
        (Action::Refuse, Some(ChangeKind::New)) => "action-refuse",
        (Action::Refuse, Some(_)) => "action-keep-ours",
        (Action::Change, _) if spot.is_blank() => "action-write",
        (Action::Change, Some(_)) => "action-change-accept",
        _ => return None,
    })
}

impl JourneyPane {
    /// Does what is decided or written at the cursor; says whether it was anything of that kind.
    pub(super) fn decide(&mut self, world: &mut World, action: Action) -> bool {
        use Action as A;
        let deeds = [A::Accept, A::AcceptStrong, A::Refuse, A::Change, A::New, A::Drop, A::Comment, A::Moment];
        if !deeds.contains(&action) || !self.offers(world, action) {
            return deeds.contains(&action);
        }
        match action {
            Action::Accept => self.accept(world),
            Action::AcceptStrong => self.accept_strong(world),
            Action::Refuse => self.ask_refusal(world),
            Action::Change => self.ask_change(world),
            Action::New => self.ask_new(world),
            Action::Drop => self.remove(world),
            Action::Comment => {
                let entry = self.spot().and_then(|spot| spot.entry.as_ref()?.id);
                world.moves.extend(entry.map(|id| Move::Open(Box::new(remarks::Remarks::of(id)))));
            }
            Action::Moment => self.flag(world),
            _ => return false,
        }
        true
    }

    fn change(&self) -> Option<Change> {
        self.spot()?.change.clone()
    }

    /// Saves a step and goes on to what waits next.
    fn settle(&mut self, world: &mut World, step: Option<Step>, is_done: impl Fn(&Change) -> bool) {
        let next = self.next_waiting(is_done);
        if step.is_some_and(|step| world.commit(step)) {
            self.goal = next;
        }
    }

    fn accept(&mut self, world: &mut World) {
        let (Some(board), Some(change)) = (&self.board, self.change()) else { return };
        let doing = (world.author.as_str(), &world.fresh());
        let step = steps::accepted(&world.research, &board.journey, &[&change], doing);
        self.settle(world, step, |it| *it == change);
    }

    fn accept_strong(&mut self, world: &mut World) {
        let Some(board) = &self.board else { return };
        let strong = board.strong();
        let count = strong.len();
        let step = steps::accepted(&world.research, &board.journey, &strong, (world.author.as_str(), &world.fresh()));
        self.settle(world, step, Change::is_strong);
        let told = world.say_with("journey-accepted-strong", &[("count", count.into())]);
        world.tell(told);
    }

    fn ask_refusal(&mut self, world: &mut World) {
        let (Some(change), Some(spot)) = (self.change(), self.spot()) else { return };
        let name = spot.name();
        if change.kind != ChangeKind::New {
            return self.refuse(world, &change, "");
        }
        self.pending = Some(Pending::Refusal(Box::new(change)));
        let title = world.say_with("journey-refuse", &[("name", name.as_str().into())]);
        let field = Field::new(world.say("field-reason-maybe"), "");
        world.moves.push(Move::Open(Box::new(Form::new(Asking::Refusal, title, vec![field]).leaving_blank())));
    }

    fn refuse(&mut self, world: &mut World, change: &Change, reason: &str) {
        let Some(board) = &self.board else { return };
        let doing = (world.author.as_str(), &world.fresh());
        let step = steps::refused(&world.research, &board.journey, &[change], reason, doing);
        self.settle(world, step, |it| it == change);
    }

    /// What stands or waits at the cursor as an entry that can be changed; a new one where there is nothing.
    fn entry(&self, world: &World) -> Option<Entry> {
        let (board, spot) = (self.board.as_ref()?, self.spot()?);
        if let Some(change) = &spot.change {
            return steps::opened(&world.research, &board.journey, change, &world.fresh());
        }
        let kept = spot.entry.as_ref().and_then(|it| world.research.entries().get(&it.id?)).cloned();
        kept.or_else(|| self.blank(world))
    }

    fn blank(&self, world: &World) -> Option<Entry> {
        let (board, spot) = (self.board.as_ref()?, self.spot()?);
        let stage = board.journey.stages.get(self.stage)?.stage.clone();
        Some(steps::blank_entry(&board.journey, stage, spot.lane, (&world.author, &world.fresh())))
    }

    fn ask_change(&mut self, world: &mut World) {
        let sides = self.change().map(|it| vec![it.ours, it.theirs, it.base]).unwrap_or_default();
        if let Some(entry) = self.entry(world) {
            self.ask_entry(world, entry, sides);
        }
    }

    fn ask_new(&mut self, world: &mut World) {
        if let Some(entry) = self.blank(world) {
            self.ask_entry(world, entry, Vec::new());
        }
    }

    /// The form of an entry: its words, then what its lane asks for. The sides of a conflict can be gone through.
    fn ask_entry(&mut self, world: &mut World, entry: Entry, mut sides: Vec<String>) {
        let Some(board) = &self.board else { return };
        let stage = board.map.stages.get(self.stage).map(|it| stage_name(world, self.stage, it)).unwrap_or_default();
        let lane = lane_name(world, board, entry.lane);
        let title = format!("{stage} {} {lane}", world.look.glyphs.dot);
        let words = match entry.text.is_empty() && !entry.facts.answers.is_empty() {
            true => world.say_with("field-answering", &[("answers", entry.facts.answers.as_str().into())]),
            false => world.say("field-words"),
        };
        sides.retain(|it| !it.is_empty());
        sides.dedup();
        let mut fields = vec![Field::new(words, &entry.text).choosing(sides)];
        fields.extend(facts::asked(entry.lane).into_iter().map(|fact| fact.field(world, &board.map, &entry)));
        self.pending = Some(Pending::Entry(Box::new(entry)));
        world.moves.push(Move::Open(Box::new(Form::new(Asking::Entry, title, fields))));
    }

    fn write(&mut self, world: &mut World, mut entry: Entry, texts: &[String]) -> Result<()> {
        let Some(board) = &self.board else { return Ok(()) };
        let text = |at: usize| texts.get(at).map_or("", String::as_str);
        entry.text = text(0).to_owned();
        for (at, fact) in facts::asked(entry.lane).into_iter().enumerate() {
            fact.take(world, &board.map, &mut entry, text(at + 1))?;
        }
        let id = entry.id;
        let step = steps::written(&world.research, &board.journey, entry, (&world.author, &world.fresh()))?;
        step.map(|step| world.commit(step));
        self.goal = Some(Goal::Entry(id));
        Ok(())
    }

    fn remove(&mut self, world: &mut World) {
        if !self.view.has_spots() {
            return checklist::ask_skip(self, world);
        }
        let step = self.spot().and_then(|it| steps::removed(&world.research, it.entry.as_ref()?.id?));
        step.map(|step| world.commit(step));
    }

    /// Says that here it is decided whether the buyer goes on, or that it is not.
    fn flag(&mut self, world: &mut World) {
        let entry = self.spot().and_then(|it| world.research.entries().get(&it.entry.as_ref()?.id?)).cloned();
        let (Some(board), Some(mut entry)) = (&self.board, entry) else { return };
        entry.facts.moment = !entry.facts.moment;
        self.goal = Some(Goal::Entry(entry.id));
        match steps::written(&world.research, &board.journey, entry, (&world.author, &world.fresh())) {
            Ok(step) => {
                step.map(|step| world.commit(step));
            }
            Err(error) => world.tell_error(&error),
        }
    }

    /// Takes the texts of a form.
    pub(super) fn take(&mut self, world: &mut World, asking: Asking, texts: &[String]) {
        let first = texts.first().map_or("", String::as_str);
        let done = match (asking, self.pending.take()) {
            (Asking::Refusal, Some(Pending::Refusal(change))) => {
                self.refuse(world, &change, first);
                Ok(())
            }
            (Asking::Entry, Some(Pending::Entry(entry))) => self.write(world, *entry, texts),
            (Asking::Export, _) => self.export(world, first),
            (Asking::PublishJourney, _) => publishing::take(self, world, first),
            (Asking::Competitor | Asking::ForkGroup, _) => choice::begin(self, world, asking, first),
            _ => settings::take(self, world, asking, texts),
        };
        if let Err(error) = done {
            world.tell_error(&error);
        }
    }

    fn export(&self, world: &mut World, file: &str) -> Result<()> {
        let Some(board) = &self.board else { return Ok(()) };
        let map = publishing::leaving(world, board)?;
        if world.lets_out(&map) {
            let text = markdown::journey(&map, &world.words);
            world.effects.push(Effect::Write(file.into(), text));
        }
        Ok(())
    }
}

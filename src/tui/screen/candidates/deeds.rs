//! What people decide about a proposal: accept it under its name or another, drop it with a reason, want more or fewer,
//! say whether a line contradicts its theme. Each is one step.

use super::Candidates;
use super::rows::{Row, shown_name};
use crate::domain::{Stance, Step, Study, theme_steps};
use crate::tui::overlay::form::{Field, Form};
use crate::tui::pane::{Asking, Move};
use crate::tui::world::World;

/// The least and the most themes that can be asked for.
const CUTS: std::ops::RangeInclusive<usize> = 1..=99;

impl Candidates {
    /// Takes the candidate under its name, or puts the line under the theme that it looks like.
    pub(super) fn accept(&self, world: &mut World) {
        if let Some(Row::Addition(at)) = self.row() {
            let Some(it) = self.proposal.as_ref().and_then(|proposal| proposal.additions.get(*at)) else { return };
            let step = theme_steps::handed_over(&world.research, it.note, (None, Some(it.theme)), &world.fresh());
            step.map(|step| world.commit(step));
            return;
        }
        let Some((at, candidate)) = self.candidate() else { return };
        if candidate.name.is_empty() {
            return self.ask_name(world);
        }
        let name = candidate.name.clone();
        self.take(world, Asking::CandidateName(at), &name);
    }

    pub(super) fn ask_name(&self, world: &mut World) {
        let Some((at, candidate)) = self.candidate() else { return };
        let field = Field::new(world.say("field-name"), &candidate.name);
        let title = world.say_with("candidates-name", &[("count", candidate.notes.len().into())]);
        world.moves.push(Move::Open(Box::new(Form::new(Asking::CandidateName(at), title, vec![field]))));
    }

    pub(super) fn ask_reason(&self, world: &mut World) {
        let Some((at, candidate)) = self.candidate() else { return };
        let name = shown_name(world, candidate);
        let title = world.say_with("candidates-drop", &[("name", name.as_str().into())]);
        let field = Field::new(world.say("field-reason"), "");
        world.moves.push(Move::Open(Box::new(Form::new(Asking::CandidateReason(at), title, vec![field]))));
    }

    /// Takes a name or a reason.
    pub(super) fn take(&self, world: &mut World, asking: Asking, text: &str) {
        let (Asking::CandidateName(at) | Asking::CandidateReason(at)) = asking else { return };
        let Some(candidate) = self.proposal.as_ref().and_then(|it| it.themes.get(at)) else { return };
        let research = &world.research;
        let step = match asking {
            Asking::CandidateName(_) => {
                theme_steps::accepted(research, (self.dimension, text), &candidate.notes, &world.fresh())
                    .map(|(_, step)| step)
            }
            _ => {
                // One without a name is known by the code of its first line.
                let code = candidate.notes.first().and_then(|id| research.notes().get(id));
                let code = code.map(|note| research.code_of(note)).unwrap_or_default();
                let name = if candidate.name.is_empty() { code } else { candidate.name.clone() };
                let why = (text, world.author.as_str(), &world.fresh());
                theme_steps::declined(research, (self.dimension, &name), &candidate.notes, why)
            }
        };
        step.map(|step| world.commit(step));
    }

    /// Into how many themes the lines would be parted with one more, or one fewer.
    pub(super) fn cut_to(&self, more: bool) -> Option<usize> {
        let now = self.proposal.as_ref()?.k;
        let next = if more { now + 1 } else { now.checked_sub(1)? };
        CUTS.contains(&next).then_some(next)
    }

    /// Keeps how many themes are wanted here, with the study.
    pub(super) fn cut(&self, world: &mut World, more: bool) {
        let Some(themes) = self.cut_to(more).and_then(|it| u16::try_from(it).ok()) else { return };
        let Some(mut study) = world.study().cloned() else { return };
        study.settings.set_cut(self.persona, self.dimension, Some(themes));
        let step = Step::new(study.id, "change-settings", study.name.clone());
        world.commit(step.put(Study { ..study }));
    }

    /// Says whether the line contradicts its theme.
    pub(super) fn judge(&self, world: &mut World, contradicts: bool) {
        let Some(Row::Doubt(at)) = self.row() else { return };
        let Some(doubt) = self.proposal.as_ref().and_then(|it| it.doubts.get(*at)) else { return };
        let stance = if contradicts { Stance::Contradicts } else { Stance::Supports };
        let step = theme_steps::judged(&world.research, doubt.note, doubt.theme, stance);
        step.map(|step| world.commit(step));
    }
}

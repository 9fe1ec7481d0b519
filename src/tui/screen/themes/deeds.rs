//! What the keys of the list of themes ask for and what becomes of the answers.
//! Each is one step that undo names.

use super::Themes;
use crate::domain::record::{Key, Kind};
use crate::domain::{Id, Research, Step, Theme, theme_steps};
use crate::tui::action::Action;
use crate::tui::overlay::ask::Ask;
use crate::tui::overlay::form::{Field, Form};
use crate::tui::overlay::picker::{self, Picker};
use crate::tui::pane::{Answer, Asking, Move};
use crate::tui::world::World;

fn ask(world: &mut World, form: Form) {
    world.moves.push(Move::Open(Box::new(form)));
}

/// Whether nothing at all hangs on a theme.
fn is_bare(research: &Research, theme: Id) -> bool {
    let kinds = [Kind::Question, Kind::Mark, Kind::Judgement, Kind::TriggerCard];
    let has = |kind| research.users_of(Key::new(Kind::Theme, theme), kind).next().is_some();
    !kinds.into_iter().any(has)
}

impl Themes {
    pub(super) fn ask_name(&self, world: &mut World) {
        let Some(dimension) = self.dimension() else { return };
        let label = world.say(&format!("dimension-{}", dimension.name()));
        let form = Form::new(Asking::ThemeName(dimension), world.say("theme-new"), vec![Field::new(label, "")]);
        ask(world, form);
    }

    pub(super) fn ask_rename(&self, world: &mut World) {
        let Some(theme) = self.theme(world) else { return };
        let field = Field::new(world.say("field-name"), &theme.name);
        let form = Form::new(Asking::Rename(theme.id), world.say("theme-rename"), vec![field]);
        ask(world, form);
    }

    pub(super) fn ask_memo(&self, world: &mut World) {
        let Some(theme) = self.theme(world) else { return };
        let field = Field::new(world.say("action-memo"), &theme.memo);
        let title = world.say_with("theme-memo", &[("name", theme.name.as_str().into())]);
        let form = Form::new(Asking::Memo(theme.id), title, vec![field]).leaving_blank();
        ask(world, form);
    }

    /// A theme that was dropped comes back; one on which nothing hangs is removed; any other is dropped with a reason.
    pub(super) fn drop_theme(&self, world: &mut World) {
        let Some(theme) = self.theme(world) else { return };
        let (id, args) = (theme.id, [("name", theme.name.as_str().into())]);
        if theme.dropped.is_some() {
            let step = theme_steps::taken_back(&world.research, id);
            step.map(|step| world.commit(step));
            return;
        }
        if is_bare(&world.research, id) {
            let (title, yes) = (world.say_with("theme-drop", &args), world.say("theme-drop-yes"));
            world.moves.push(Move::Open(Box::new(Ask::choice(Asking::DropTheme(id), title, vec![yes]))));
            return;
        }
        let title = world.say_with("theme-drop-why", &args);
        let form = Form::new(Asking::DropReason(id), title, vec![Field::new(world.say("field-reason"), "")]);
        ask(world, form);
    }

    /// Asks for the name under which the chosen themes become one: one of theirs, or another.
    pub(super) fn ask_merge(&self, world: &mut World) {
        let all = self.to_merge(world);
        let themes: Vec<&Theme> = all.iter().filter_map(|id| world.research.themes().get(id)).collect();
        let here = self.entry().map(|it| it.theme);
        let leads = |theme: &&&Theme| (Some(theme.id) == here, picker::people_under(&world.research, theme.id));
        let Some(stays) = themes.iter().max_by_key(leads).filter(|_| themes.len() > 1) else { return };
        let names = themes.iter().map(|theme| theme.name.clone()).collect();
        let field = Field::suggesting(world.say("field-name"), &stays.name).choosing(names);
        let title = world.say_with("themes-merge", &[("count", themes.len().into())]);
        let form = Form::new(Asking::Merge(stays.id), title, vec![field]);
        ask(world, form);
    }

    fn merge(&mut self, world: &mut World, stays: Id, name: &str) {
        let all = self.to_merge(world);
        // The name of one of them means that this one stays.
        let named = all.iter().find(|id| world.research.themes().get(id).is_some_and(|it| it.name == name));
        let into = named.copied().unwrap_or(stays);
        let step = theme_steps::merged(&world.research, into, &all, name);
        if step.is_some_and(|step| world.commit(step)) {
            self.chosen.clear();
        }
    }

    /// Lifts a theme out, or lets choose the wider one to put it under.
    pub(super) fn nest(&self, world: &mut World) {
        let Some(theme) = self.theme(world) else { return };
        let (id, dimension) = (theme.id, theme.dimension);
        if theme.parent.is_some() {
            let step = theme_steps::nested(&world.research, id, None);
            step.map(|step| world.commit(step));
            return;
        }
        let picker = Picker::new(world, Asking::Parent(id), dimension, false).titled(world.say("themes-parent"));
        world.moves.push(Move::Open(Box::new(picker)));
    }

    /// Moves a theme to the dimension that an action names.
    pub(super) fn move_theme(&self, world: &mut World, action: Action) {
        let Some(dimension) = action.subject().and_then(|it| it.dimension()) else { return };
        let Some(theme) = self.theme(world).map(|theme| theme.id) else { return };
        let step = theme_steps::moved(&world.research, theme, dimension);
        step.map(|step| world.commit(step));
    }

    /// Takes the answer of a sheet.
    pub(super) fn take(&mut self, world: &mut World, asking: Asking, answer: Answer) {
        let text = match &answer {
            Answer::Texts(texts) => texts.first().cloned().unwrap_or_default(),
            _ => String::new(),
        };
        let research = &world.research;
        let step = match (asking, answer) {
            (Asking::ThemeName(dimension), _) => {
                picker::create(world, dimension, &text);
                None
            }
            (Asking::Merge(stays), _) => return self.merge(world, stays, &text),
            (Asking::Rename(theme), _) => theme_steps::renamed(research, theme, &text),
            (Asking::Memo(theme), _) => theme_steps::noted(research, theme, &text),
            (Asking::DropReason(theme), _) => theme_steps::dropped(research, theme, &text, (&world.author, world.now)),
            (Asking::DropTheme(theme), Answer::Choice(1)) => research.themes().get(&theme).map(|known| {
                let step = Step::new(known.study, "drop-theme", known.name.clone());
                step.remove(Kind::Theme, theme)
            }),
            (Asking::Parent(theme), Answer::Theme(parent, _)) => {
                let step = theme_steps::nested(research, theme, Some(parent));
                if step.is_none() {
                    let why = world.say("themes-parent-unfit");
                    world.tell(why);
                }
                step
            }
            _ => None,
        };
        step.map(|step| world.commit(step));
    }
}

//! What people do to a brief: head a claim, leave it out and bring it back, fill in the card of a trigger, write it to a
//! file. Each is one step; what the steps are is decided in the domain.

use super::BriefPane;
use crate::domain::briefing::for_export;
use crate::domain::{Id, TriggerCard, claim_steps};
use crate::exchange::markdown;
use crate::tui::effect::Effect;
use crate::tui::overlay::form::{Field, Form};
use crate::tui::pane::{Asking, Move};
use crate::tui::screen::settings;
use crate::tui::world::World;

/// Asks where to write a document.
pub fn ask_file(world: &mut World, name: &str) {
    let name: String = name.chars().map(|c| if c == '/' || c.is_whitespace() { '-' } else { c }).collect();
    let path = world.folder.join(name).display().to_string();
    let field = Field::new(world.say("field-file"), &path);
    let form = Form::new(Asking::Export, world.say("action-export.about"), vec![field]);
    world.moves.push(Move::Open(Box::new(form)));
}

impl BriefPane {
    pub(super) fn ask_export(&self, world: &mut World) {
        let Some(brief) = &self.brief else { return };
        ask_file(world, &format!("{}.brief.md", brief.persona));
    }

    fn write(&self, world: &mut World, file: &str) {
        match for_export(&world.research, self.persona) {
            Ok(brief) if world.lets_out(&brief) => {
                let text = markdown::brief(&brief, &world.words);
                world.effects.push(Effect::Write(file.into(), text));
            }
            Ok(_) => {}
            Err(error) => world.tell_error(&error),
        }
    }

    pub(super) fn ask_headline(&self, world: &mut World) {
        let Some((claim, theme)) = self.claim().and_then(|claim| Some((claim, claim.id?))) else { return };
        let field = Field::new(world.say("field-headline"), &claim.headline);
        let title = world.say_with("brief-headline", &[("theme", claim.theme.as_str().into())]);
        let form = Form::new(Asking::Headline(theme), title, vec![field]).leaving_blank();
        world.moves.push(Move::Open(Box::new(form)));
    }

    pub(super) fn ask_reason(&self, world: &mut World) {
        let Some((claim, theme)) = self.claim().and_then(|claim| Some((claim, claim.id?))) else { return };
        let title = world.say_with("brief-leave-out", &[("theme", claim.headline.as_str().into())]);
        let field = Field::new(world.say("field-reason"), "");
        world.moves.push(Move::Open(Box::new(Form::new(Asking::LeaveOut(theme), title, vec![field]))));
    }

    pub(super) fn bring_back(&self, world: &mut World) {
        let Some(theme) = self.theme(world) else { return };
        let step = claim_steps::brought_back(&world.research, (self.persona, theme), &world.fresh());
        step.map(|step| world.commit(step));
    }

    pub(super) fn ask_card(&self, world: &mut World) {
        let Some(theme) = self.trigger(world) else { return };
        ask_card(world, theme);
    }

    /// Takes the texts of a form.
    pub(super) fn take(&self, world: &mut World, asking: Asking, texts: &[String]) {
        let first = texts.first().map_or("", String::as_str);
        let by = world.author.clone();
        let step = match asking {
            Asking::Export => return self.write(world, first),
            Asking::Settings => return settings::take(world, texts),
            Asking::Headline(theme) => {
                claim_steps::headed(&world.research, (self.persona, theme), first, (&by, &world.fresh()))
            }
            Asking::LeaveOut(theme) => {
                claim_steps::left_out(&world.research, (self.persona, theme), first, (&by, &world.fresh()))
            }
            Asking::TriggerCard(theme) => {
                claim_steps::carded(&world.research, theme, &world.fresh(), |card| fill(world, card, texts))
            }
            _ => None,
        };
        step.map(|step| world.commit(step));
    }
}

/// Asks for the fields of a trigger's card.
fn ask_card(world: &mut World, theme: Id) {
    let Some(name) = world.research.themes().get(&theme).map(|theme| theme.name.clone()) else { return };
    let card = claim_steps::card(&world.research, theme);
    let text = |of: fn(&TriggerCard) -> &String| card.map(|card| of(card).clone()).unwrap_or_default();
    let trackable = card.and_then(|card| card.trackable).map(|it| world.say(if it { "yes" } else { "no" }));
    let choices = ["", "yes", "no"].map(|key| if key.is_empty() { String::new() } else { world.say(key) });
    let field = |key: &str, text: &str| Field::new(world.say(key), text);
    let event = text(|card| &card.event);
    let fields = vec![
        field("card-event", if event.is_empty() { &name } else { &event }),
        field("card-cause", &text(|card| &card.cause)),
        field("card-effect", &text(|card| &card.effect)),
        field("card-trackable", &trackable.unwrap_or_default()).choosing(choices.to_vec()),
        field("card-action", &text(|card| &card.action)),
        field("card-rejected", &text(|card| &card.rejected)),
        field("card-message", &text(|card| &card.message)),
    ];
    let title = world.say_with("card-title", &[("theme", name.as_str().into())]);
    world.moves.push(Move::Open(Box::new(Form::new(Asking::TriggerCard(theme), title, fields).leaving_blank())));
}

/// Puts the texts of the form into the card; the theme's own name is no event of its own.
fn fill(world: &World, card: &mut TriggerCard, texts: &[String]) {
    let text = |at: usize| texts.get(at).cloned().unwrap_or_default();
    let name = world.research.themes().get(&card.theme).map(|theme| theme.name.clone()).unwrap_or_default();
    card.event = Some(text(0)).filter(|event| *event != name).unwrap_or_default();
    (card.cause, card.effect) = (text(1), text(2));
    let trackable = text(3);
    card.trackable = ["yes", "no"].into_iter().find(|key| world.say(key) == trackable).map(|key| key == "yes");
    (card.action, card.rejected, card.message) = (text(4), text(5), text(6));
}

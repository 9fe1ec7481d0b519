//! What was done to the study, newest first, from every window and session (context LIST): who, when, and what is
//! undone. Undo and redo work from here; Enter shows what a step did, record by record.

use ratatui::text::Span;

use crate::domain::{Id, Key, Record, text};
use crate::library::{Past, Turned};
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::keymap::Place;
use crate::tui::overlay::ask::Ask;
use crate::tui::pane::{Asking, Move, Pane};
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::cursor::Cursor;
use crate::tui::widget::frame::frame;
use crate::tui::world::World;

/// So many records of a step are told one by one.
const SHOWN: usize = 8;

/// The history of the study.
pub struct History {
    study: Id,
    /// None until it is known.
    past: Option<Vec<Past>>,
    cursor: Cursor,
}

impl History {
    /// The history of a study; what it holds is asked for when it opens.
    pub fn of(study: Id) -> History {
        History { study, past: None, cursor: Cursor::default() }
    }

    fn all(&self) -> &[Past] {
        self.past.as_deref().unwrap_or_default()
    }

    fn draw_row(&self, world: &World, canvas: &mut Canvas, (y, at): (usize, usize)) {
        let (look, width, past) = (&world.look, canvas.width(), &self.all()[at]);
        let is_today = past.at.date() == world.now.date();
        let time = past.at.local().format(if is_today { "%H:%M:%S" } else { "%m-%d %H:%M" }).to_string();
        let is_narrow = width < 60;
        let what = world.step_name(&past.name, &past.about);
        let undone = if past.undone { world.say("history-undone") } else { String::new() };
        let mut aside = if is_narrow { undone.clone() } else { past.author.clone() };
        if !is_narrow && past.undone {
            aside = format!("{undone}  {aside}");
        }
        let taken = text::width(&aside) + 2;
        let style = if past.undone { look.dim() } else { look.plain() };
        canvas.put(1, y, 11, &[Span::styled(time, look.dim())]);
        canvas.put(14, y, width.saturating_sub(14 + taken), &[Span::styled(what, style)]);
        canvas.put_right(14, y, width.saturating_sub(15), &[Span::styled(aside, look.dim())]);
        canvas.entry(y, at, at == self.cursor.at);
    }
}

/// What happened to one record, such as `line: the old wording -> the new one`.
fn told(world: &World, turned: &Turned) -> String {
    let kind = world.say(&format!("kind-{}", turned.key.kind.name()));
    let side = |record: &Option<Record>| record.as_ref().and_then(|record| wording(world, record));
    let (before, after) = (side(&turned.before), side(&turned.after));
    let key = match (&turned.before, &turned.after) {
        (None, _) => "history-made",
        (_, None) => "history-removed",
        _ => "history-changed",
    };
    let mut sentence = world.say_with(key, &[("kind", (&kind).into())]);
    let wording = match (before, after) {
        (Some(before), Some(after)) if before != after => format!("{before} {} {after}", world.look.glyphs.arrow),
        (_, Some(wording)) | (Some(wording), None) => wording,
        (None, None) => return sentence,
    };
    sentence.push_str(": ");
    sentence.push_str(&wording);
    sentence
}

/// The words of a record that say which it is. Nothing of somebody who withdrew, or who is not there any more.
fn wording(world: &World, record: &Record) -> Option<String> {
    let may_show = |interview: Id| world.research.participant_of(interview).is_some() && !world.is_withdrawn(interview);
    match record {
        Record::Note(note) => may_show(note.interview).then(|| {
            let dimension = world.say(&format!("dimension-{}-short", note.dimension.name()));
            format!("[{dimension}] {}", note.text)
        }),
        Record::PathEvent(event) => may_show(event.interview).then(|| event.text.clone()),
        Record::Theme(theme) => Some(theme.name.clone()),
        Record::Persona(persona) => Some(persona.name.clone()),
        Record::Participant(person) => Some(person.code.clone()),
        Record::Mark(mark) => world.research.themes().get(&mark.theme).map(|theme| format!("#{}", theme.name)),
        Record::Interview(interview) => Some(interview.label.clone()),
        _ => None,
    }
}

impl Pane for History {
    fn place(&self) -> Place {
        Place::History
    }

    fn opened(&mut self, world: &mut World) {
        world.effects.push(Effect::History(self.study));
    }

    fn act(&mut self, world: &mut World, action: Action) {
        if self.cursor.act(action, self.all().len(), world.page()) {
            return;
        }
        match action {
            Action::Open => {
                world.effects.extend(self.all().get(self.cursor.at).map(|past| Effect::Explain(past.step)));
            }
            Action::Back => world.moves.push(Move::Close),
            _ => {}
        }
    }

    fn recalled(&mut self, _world: &mut World, past: Vec<Past>) {
        self.past = Some(past);
        self.cursor.hold(self.all().len());
    }

    fn explained(&mut self, world: &mut World, step: i64, changes: Vec<Turned>) {
        let Some(past) = self.all().iter().find(|past| past.step == step) else { return };
        let what = world.step_name(&past.name, &past.about);
        let time = world.words.day_time(past.at.local());
        let by = world.say_with("history-by", &[("author", (&past.author).into()), ("time", (&time).into())]);
        let mut body = vec![by];
        let keys: std::collections::BTreeSet<Key> = changes.iter().map(|change| change.key).collect();
        body.extend(changes.iter().take(SHOWN).map(|change| told(world, change)));
        if keys.len() > SHOWN {
            body.push(world.say_with("home-more", &[("count", (keys.len() - SHOWN).into())]));
        }
        if past.undone {
            body.push(world.say("history-undone"));
        }
        world.moves.push(Move::Open(Box::new(Ask::choice(Asking::Explanation, what, Vec::new()).saying(body))));
    }

    fn offers(&self, _world: &World, action: Action) -> bool {
        match action {
            Action::Open => !self.all().is_empty(),
            Action::Undo => self.all().iter().any(|past| !past.undone),
            Action::Redo => self.all().iter().any(|past| past.undone),
            _ => true,
        }
    }

    fn label(&self, world: &World, action: Action) -> String {
        match action {
            Action::Open => world.say("history-explain"),
            _ => world.say(&format!("action-{}", action.name())),
        }
    }

    fn draw(&self, world: &World, canvas: &mut Canvas) {
        let title = Span::styled(format!(" {}", world.say("place-history")), world.look.bold());
        let (first, height) = frame(canvas, world, self, &[title]);
        if self.past.as_ref().is_some_and(Vec::is_empty) {
            let room = canvas.width().saturating_sub(2);
            for (y, row) in text::wrap(&world.say("history-empty"), room, 0).iter().enumerate() {
                canvas.put(1, first + y, room, &[Span::styled(row.as_str(), world.look.dim())]);
            }
        }
        for (y, at) in self.cursor.window(self.all().len(), height).enumerate() {
            self.draw_row(world, canvas, (first + y, at));
        }
    }
}

//! What the keys of the debrief do to a line: each is one step that can be undone, is told in the echo and, where it
//! settles the line, goes on to the next. Undo leads back to the line that it reopens.

use super::Sort;
use crate::domain::{
    Act, Dimension, Edit, Expectation, Id, Key, Kind, Mark, Met, Note, Offset, PathEvent, Stance, Step, Theme, Voice,
    text,
};
use crate::error::Error;
use crate::tui::action::Action;
use crate::tui::keymap::Place;
use crate::tui::overlay::form::{Field, Form};
use crate::tui::overlay::picker::{Picker, people_under};
use crate::tui::pane::{Asking, Move};
use crate::tui::screen::capture::next_feeling;
use crate::tui::world::World;

/// How a line stood.
#[derive(Clone, Debug, PartialEq)]
pub struct Before {
    line: Id,
    note: Option<Note>,
    marks: Vec<Id>,
}

impl Before {
    fn of(world: &World, line: Id) -> Before {
        let note = world.research.notes().get(&line).cloned();
        Before { line, note, marks: world.research.marks_of(line).map(|mark| mark.theme).collect() }
    }
}

impl Sort {
    /// Where a line stands again as it stood before it was dealt with, it was undone: the cursor goes back to it.
    pub fn follow_undo(&mut self, world: &World) {
        let mut back = None;
        while let Some(before) = self.trail.last().filter(|before| **before == Before::of(world, before.line)) {
            back = Some(before.line);
            self.trail.pop();
        }
        if let Some(at) = back.and_then(|line| self.lines.iter().position(|id| *id == line)) {
            self.done.remove(&self.lines[at]);
            self.is_over = false;
            self.echo.clear();
            self.stand_on(world, at);
        }
    }

    /// Commits a step of a line and remembers how the line stood.
    fn commit(&mut self, world: &mut World, line: Id, step: Step) -> bool {
        let before = Before::of(world, line);
        let is_kept = world.commit(step);
        if is_kept {
            self.trail.push(before);
        }
        is_kept
    }

    fn press(&mut self, world: &World, action: Action) {
        let key = world.keys.shown(Place::Sort, action).map(|chord| chord.to_string()).unwrap_or_default();
        self.keys.push_str(if self.keys.is_empty() { "" } else { " " });
        self.keys.push_str(&key);
    }

    fn settle(&mut self, world: &mut World, line: Id, what: &str) {
        self.echo = format!("{} {} {what}", self.keys, world.look.glyphs.arrow).trim_start().to_owned();
        self.done.insert(line);
        self.advance(world);
    }

    /// Enter: a line with a dimension is settled; one without waits on.
    pub fn go_on(&mut self, world: &mut World, note: &Note) {
        if note.dimension != Dimension::Unsorted {
            self.done.insert(note.id);
        }
        let at = self.at;
        self.advance(world);
        if self.at == at && !self.is_over {
            self.echo = world.say("sort-last");
        }
    }

    /// Leaves the line as it is.
    pub fn leave(&mut self, world: &mut World, note: &Note) {
        self.press(world, Action::Unsorted);
        let what = world.say("sort-left");
        self.settle(world, note.id, &what);
    }

    /// Files the line under a dimension and waits for its theme.
    pub fn file(&mut self, world: &mut World, note: &Note, dimension: Dimension) {
        self.keys.clear();
        if let Some(action) = Action::ALL.iter().find(|it| it.subject().and_then(|s| s.dimension()) == Some(dimension))
        {
            self.press(world, *action);
        }
        if note.dimension != dimension {
            let step = Step::new(note.study, "refile-line", world.research.code_of(note));
            self.commit(world, note.id, step.put(Note { dimension, ..note.clone() }));
        }
        let name = world.say(&format!("dimension-{}", dimension.name()));
        self.echo = format!("{} {} {name}", self.keys, world.look.glyphs.arrow);
        self.suggest(world);
    }

    /// Turns the line into a path event; its marks go with it, and undo brings all of it back.
    pub fn to_path(&mut self, world: &mut World, note: &Note) {
        self.keys.clear();
        self.press(world, Action::Path);
        let Some(interview) = world.research.interviews().get(&note.interview) else { return };
        let position = place_in(&world.research.path_of(note.interview), note.at);
        let event = PathEvent {
            id: world.mint.id(),
            study: note.study,
            interview: note.interview,
            number: world.research.next_event_number(interview.participant),
            position,
            stage: note.stage.clone(),
            act: Act::Action,
            rep: false,
            text: note.text.clone(),
            when: String::new(),
            from: None,
            until: None,
            touchpoint: String::new(),
            who: String::new(),
            at: note.at,
            logged: note.logged,
        };
        let mut step = Step::new(note.study, "line-to-path", world.research.code_of(note));
        step.edits = world.research.removal(Key::new(Kind::Note, note.id));
        let code = world.research.code_of_event(&event);
        if self.commit(world, note.id, step.put(event)) {
            let what = format!("{} {} {code}", world.say("dimension-path"), world.look.glyphs.dot);
            self.settle(world, note.id, &what);
        }
    }

    /// Marks the line with a theme that is suggested.
    pub fn take_suggestion(&mut self, world: &mut World, note: &Note, action: Action) {
        let at = match action {
            Action::ThemeA => 0,
            Action::ThemeB => 1,
            _ => 2,
        };
        if let Some(theme) = self.suggested.get(at).copied() {
            self.press(world, action);
            self.put_under(world, note, (theme, None), Stance::Supports);
        }
    }

    /// Marks the line under the cursor with a theme from the picker.
    pub fn mark(&mut self, world: &mut World, theme: Id, stance: Stance) {
        if let Some(note) = self.line(world).cloned() {
            self.press(world, Action::Mark);
            self.put_under(world, &note, (theme, None), stance);
        }
    }

    /// Makes a theme and puts the line under it; a name that is there already means that theme.
    pub fn new_theme(&mut self, world: &mut World, dimension: Dimension, name: &str) {
        let (Some(note), name) = (self.line(world).cloned(), text::trim_line(name).into_owned()) else { return };
        let is_it = |theme: &&Theme| theme.dimension == dimension && theme.name == name;
        let known = world.research.themes().values().find(is_it).map(|theme| theme.id);
        self.press(world, Action::ThemeNew);
        let (id, study, created) = (world.mint.id(), note.study, world.now);
        let theme = Theme::blank((id, study), dimension, name, created);
        let new = known.map_or(Some(theme), |_| None);
        self.put_under(world, &note, (known.unwrap_or(id), new), Stance::Supports);
    }

    /// One step: the theme where it is new, the dimension where the line has none, and the mark.
    fn put_under(&mut self, world: &mut World, note: &Note, (theme, new): (Id, Option<Theme>), stance: Stance) {
        let known = new.as_ref().or_else(|| world.research.themes().get(&theme));
        let Some((name, dimension)) = known.map(|theme| (theme.name.clone(), theme.dimension)) else { return };
        let mut step = Step::new(note.study, "sort-line", world.research.code_of(note));
        step.edits.extend(new.map(Edit::from));
        if note.dimension == Dimension::Unsorted {
            step = step.put(Note { dimension, ..note.clone() });
        }
        let before = world.research.marks_of(note.id).find(|mark| mark.theme == theme).cloned();
        let id = before.map_or_else(|| world.mint.id(), |mark| mark.id);
        let step = step.put(Mark::new((id, note.study), note.id, theme, stance));
        if !self.commit(world, note.id, step) {
            return;
        }
        if stance == Stance::Supports {
            self.suggester.learn(theme, dimension, &note.text);
        }
        let people = people_under(&world.research, theme);
        let dimension = world.say(&format!("dimension-{}-short", dimension.name()));
        let args =
            [("dimension", dimension.as_str().into()), ("theme", name.as_str().into()), ("people", people.into())];
        let what = world.say_with("sort-marked", &args);
        self.settle(world, note.id, &what);
    }

    /// Asks for the name of a new theme.
    pub fn name_theme(&self, world: &mut World, note: &Note) {
        if note.dimension == Dimension::Unsorted {
            return world.tell_error(&Error::refused("theme-needs-dimension"));
        }
        let field = Field::new(world.say("field-name"), "");
        let form = Form::new(Asking::ThemeName(note.dimension), world.say("theme-new"), vec![field]);
        world.moves.push(Move::Open(Box::new(form)));
    }

    /// Opens the picker of all themes.
    pub fn pick(&self, world: &mut World, note: &Note) {
        let picker = Picker::new(world, Asking::Theme(Some(note.id)), note.dimension, true);
        world.moves.push(Move::Open(Box::new(picker)));
    }

    /// Stars the line, says how the buyer felt or what was expected; the line stays under the cursor.
    pub fn decorate(&mut self, world: &mut World, note: &Note, action: Action) {
        let (name, changed) = match action {
            Action::Star => ("star-line", Note { star: !note.star, ..note.clone() }),
            Action::Feeling => ("feeling-line", Note { feeling: next_feeling(note.feeling), ..note.clone() }),
            _ => ("expectation-line", expecting(note, action)),
        };
        let step = Step::new(note.study, name, world.research.code_of(note));
        self.commit(world, note.id, step.put(changed));
    }

    /// Keeps the one sentence: the researcher's own view, and so never evidence.
    pub fn keep_reason(&mut self, world: &mut World, sentence: &str) {
        let Some(interview) = world.research.interviews().get(&self.interview) else { return };
        let (study, participant) = (interview.study, interview.participant);
        let number = world.research.next_note_number(participant);
        let text = text::trim_line(sentence).into_owned();
        let blank = Note::blank((world.mint.id(), interview.study, interview.id), number, text, world.now);
        let note = Note { voice: Voice::Observation, star: true, ..blank };
        let about = world.research.code_of(&note);
        world.commit(Step::new(study, "log-line", about).put(note));
    }
}

/// Where in a path something belongs that was told at this offset: behind what was told before it. Events of one
/// position stand by their numbers, so the new one comes after.
fn place_in(path: &[&PathEvent], at: Option<Offset>) -> u32 {
    let told_before = |event: &&&PathEvent| at.is_none() || event.at.is_some_and(|told| Some(told) <= at);
    match (path.iter().rev().find(told_before), path.first()) {
        (Some(before), _) if at.is_some() => before.position,
        (Some(last), _) => last.position.saturating_add(1),
        (None, Some(first)) => first.position.saturating_sub(1),
        (None, None) => 1,
    }
}

/// The first press says what was expected; each further one says what became of it, and the last takes both away.
fn expecting(note: &Note, action: Action) -> Note {
    let wanted = if action == Action::Predictable { Expectation::Predictable } else { Expectation::Beyond };
    let (expectation, met) = match (note.expectation, note.met) {
        (Some(known), None) if known == wanted => (Some(wanted), Some(Met::Met)),
        (Some(known), Some(Met::Met)) if known == wanted => (Some(wanted), Some(Met::Unmet)),
        (Some(known), Some(Met::Unmet)) if known == wanted => (Some(wanted), Some(Met::Exceeded)),
        (Some(known), Some(Met::Exceeded)) if known == wanted => (None, None),
        _ => (Some(wanted), None),
    };
    Note { expectation, met, ..note.clone() }
}

//! What Enter, the slash words and the keys for feeling, star and recorder do to the line that is typed or, where
//! the field is empty, to the last one.

use super::Capture;
use crate::domain::live::{Logged, Setting};
use crate::domain::{Id, Note, live, typed};
use crate::tui::action::Action;
use crate::tui::keymap;
use crate::tui::pane::Move;
use crate::tui::screen::line;
use crate::tui::screen::search::Search;
use crate::tui::world::World;

impl Capture {
    /// Enter: keeps a correction, does a slash word, re-files the last line, or logs the line.
    pub fn enter(&mut self, world: &mut World) {
        if self.correcting.is_some() {
            return self.keep_revision(world);
        }
        if let Some(words) = self.editor.text().strip_prefix('/').map(str::to_owned) {
            return self.slash(world, &words);
        }
        if self.editor.text().trim().is_empty() {
            return self.refile_last(world);
        }
        self.put_all_people(world);
        if self.on_path { self.log_event(world) } else { self.log_note(world) }
    }

    fn refile_last(&mut self, world: &mut World) {
        if let Some((note, dimension, _)) = self.refile.take() {
            line::file(world, note, dimension);
        }
    }

    /// The field is empty again, and so is its draft. The step goes first, so that nothing is lost between the two.
    fn logged(&mut self, world: &mut World) {
        self.editor.take();
        (self.feeling, self.star, self.on_path, self.scroll) = (None, false, false, 0);
        self.keep(world);
        self.recover_next(world);
    }

    fn log_note(&mut self, world: &mut World) {
        let typed = self.take_initials(world);
        let setting = Setting {
            dimension: self.dimension,
            feeling: self.feeling,
            star: self.star,
            initials: self.initials.clone(),
            answers: self.answered(world),
        };
        let line = (typed.as_str(), &setting);
        let logged = live::log_line(&world.research, self.interview, line, self.stream.last_note(), &world.fresh());
        let (note, step) = match logged {
            Ok(Logged::Line(note, step)) => (Some(note), step),
            Ok(Logged::Mark(step)) => (None, step),
            Ok(Logged::Nothing) => {
                let text = world.say("theme-needs-dimension");
                return world.tell(text);
            }
            Err(error) => return world.tell_error(&error),
        };
        if world.commit(step) {
            self.logged(world);
            self.probe(world, note);
            note.into_iter().for_each(|note| world.ask_echo(note));
        }
    }

    /// In a group session the initials at the head of the line are taken off it and stay for the lines to come.
    fn take_initials(&mut self, world: &World) -> String {
        let typed = self.editor.text();
        if !self.interview(world).is_some_and(live::is_group) {
            return typed.to_owned();
        }
        match typed::read_initials(typed).map(|(initials, rest)| (initials.to_owned(), rest.to_owned())) {
            Some((initials, rest)) => {
                self.initials = initials;
                rest
            }
            None => typed.to_owned(),
        }
    }

    fn log_event(&mut self, world: &mut World) {
        match live::log_event(&world.research, self.interview, self.editor.text(), &world.fresh()) {
            Ok((_, step)) => {
                if world.commit(step) {
                    self.logged(world);
                }
            }
            Err(error) => world.tell_error(&error),
        }
    }

    /// A slash word that is done as soon as its blank is typed, because a line may follow.
    pub fn slash_at_space(&mut self, world: &mut World) -> bool {
        let Some(word) = self.editor.text().strip_prefix('/').and_then(|rest| rest.strip_suffix(' ')) else {
            return false;
        };
        let word = word.to_owned();
        if let Some(feeling) = feeling_of(&word) {
            self.clear(world);
            self.feeling = Some(feeling);
            return true;
        }
        let action = keymap::slash(&word)
            .filter(|action| action.subject().is_some() || matches!(action, Action::Unsorted | Action::Search));
        if let Some(action) = action {
            self.clear(world);
            world.moves.push(Move::Act(action));
        }
        action.is_some()
    }

    fn clear(&mut self, world: &mut World) {
        self.editor.take();
        self.keep(world);
    }

    fn slash(&mut self, world: &mut World, words: &str) {
        let (word, rest) = words.split_once(' ').unwrap_or((words, ""));
        if let Some(feeling) = feeling_of(word) {
            self.clear(world);
            return self.put_last(world, "feeling-line", |note| note.feeling = Some(feeling));
        }
        match keymap::slash(word) {
            Some(Action::Search) => {
                self.clear(world);
                let unfinished = Some((self.prompt(world), String::new()));
                world.moves.push(Move::Open(Box::new(Search::over(unfinished).with_query(rest))));
            }
            Some(action) => {
                self.clear(world);
                world.moves.push(Move::Act(action));
            }
            None => {
                let text = world.say_with("slash-unknown", &[("word", format!("/{word}").as_str().into())]);
                world.tell(text);
            }
        }
    }

    /// Cycles the feeling of this line, or of the last one.
    pub fn feel(&mut self, world: &mut World) {
        if self.editor.is_empty() {
            self.put_last(world, "feeling-line", |note| note.feeling = next_feeling(note.feeling));
        } else {
            self.feeling = next_feeling(self.feeling);
        }
    }

    /// Stars this line, or the last one.
    pub fn set_star(&mut self, world: &mut World) {
        if self.editor.is_empty() {
            self.put_last(world, "star-line", |note| note.star = !note.star);
        } else {
            self.star = !self.star;
        }
    }

    fn put_last(&self, world: &mut World, step: &str, change: impl FnOnce(&mut Note)) {
        if let Some(note) = self.stream.last_note() {
            line::put(world, note, step, change);
        }
    }

    /// The recorder was started now: this is offset 00:00:00.
    pub fn sync(&mut self, world: &mut World) {
        let Some(step) = live::sync(&world.research, self.interview, world.now) else { return };
        if world.commit(step) {
            let text = world.say("recorder-synced");
            world.tell(text);
        }
    }

    /// The name that Tab would complete, with the letters that are typed of it.
    pub fn completion<'a>(&self, world: &'a World) -> Option<&'a str> {
        let (_, letters) = typed::last_sign(self.editor.text())?;
        if letters.is_empty() || !self.editor.after().is_empty() {
            return None;
        }
        typed::themes_like(&world.research, letters, self.goes_to(world)).first().map(|theme| theme.name.as_str())
    }

    /// Completes the theme name behind `#`.
    pub fn complete(&mut self, world: &mut World) {
        if self.put_person(world, false) {
            return self.keep(world);
        }
        let Some(name) = self.completion(world).map(str::to_owned) else { return };
        if let Some((before, _)) = typed::last_sign(self.editor.text()) {
            let text = format!("{before}#{name}");
            self.editor.set_text(&text);
            self.keep(world);
        }
    }

    /// Writes a theme behind the unfinished line.
    pub fn append_theme(&mut self, world: &mut World, theme: Id) {
        let Some(name) = world.research.themes().get(&theme).map(|theme| theme.name.clone()) else { return };
        let text = format!("{} #{name}", self.editor.text().trim_end());
        self.editor.set_text(&text);
        self.keep(world);
    }
}

/// None, then -2 to +2.
pub fn next_feeling(feeling: Option<i8>) -> Option<i8> {
    match feeling {
        None => Some(-2),
        Some(2) => None,
        Some(feeling) => Some(feeling + 1),
    }
}

fn feeling_of(word: &str) -> Option<i8> {
    ["-2", "-1", "+0", "+1", "+2"]
        .iter()
        .position(|it| *it == word)
        .and_then(|at| i8::try_from(at).ok())
        .map(|at| at - 2)
}

//! The debrief (context LIST): one line at a time into its dimension and theme, two keys each and on to the next; then
//! the real reason in one sentence, then what this interview has filled and left open. Which themes are suggested is
//! decided in `domain::suggest`, what counts as not asked in `domain::guide`.

mod deeds;
mod view;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use crate::domain::suggest::Suggester;
use crate::domain::{Dimension, Id, Interview, Note, Status, Step, Voice};
use crate::tui::action::Action;
use crate::tui::keymap::Place;
use crate::tui::overlay::form::{Field, Form};
use crate::tui::pane::{Answer, Asking, Move, Pane};
use crate::tui::screen::stream::Stream;
use crate::tui::widget::canvas::Canvas;
use crate::tui::world::{Seen, World};
use deeds::Before;

/// How many themes are suggested.
const SUGGESTED: usize = 3;

/// The debrief of one interview.
pub struct Sort {
    interview: Id,
    stream: Stream,
    suggester: Suggester,
    /// The lines to sort, in the order of capture; those that became path events stay listed so that undo finds them.
    lines: Vec<Id>,
    /// Those that are dealt with.
    done: BTreeSet<Id>,
    /// The line under the cursor, by its place in `lines`.
    at: usize,
    /// The keys pressed on this line, for the echo.
    keys: String,
    /// The themes that are suggested for this line.
    suggested: Vec<Id>,
    /// What was just done.
    echo: String,
    /// How each line stood before it was dealt with, so that undo leads back to it.
    trail: Vec<Before>,
    /// The lines are through: what is shown is the end card.
    is_over: bool,
    /// The first row of the end card that is shown.
    scroll: usize,
    seen: Seen,
}

/// Whether a line waits to be sorted: evidence without a dimension or without a theme.
fn is_to_sort(world: &World, note: &Note) -> bool {
    note.is_evidence() && (note.dimension == Dimension::Unsorted || world.research.marks_of(note.id).next().is_none())
}

impl Sort {
    /// Opens the debrief of an interview that has ended; of somebody who withdrew there is none.
    pub fn open(world: &mut World, interview: Id) {
        let is_done = world.research.interviews().get(&interview).is_some_and(|it| it.status == Status::Done);
        if !is_done || world.is_withdrawn(interview) {
            return;
        }
        let notes = world.research.notes_of(interview);
        let lines = notes.filter(|note| is_to_sort(world, note)).map(|note| note.id).collect();
        let mut sort = Sort {
            interview,
            stream: Stream::default(),
            suggester: Suggester::of(&world.research),
            lines,
            done: BTreeSet::new(),
            at: 0,
            keys: String::new(),
            suggested: Vec::new(),
            echo: String::new(),
            trail: Vec::new(),
            is_over: false,
            scroll: 0,
            seen: Seen::default(),
        };
        sort.stream.refresh(world, interview);
        if sort.stream.is_empty() {
            return;
        }
        sort.suggest(world);
        world.moves.push(Move::Open(Box::new(sort)));
    }

    /// The line under the cursor.
    fn line<'a>(&self, world: &'a World) -> Option<&'a Note> {
        world.research.notes().get(self.lines.get(self.at).filter(|_| !self.is_over)?)
    }

    /// How many lines are left.
    fn left(&self) -> usize {
        self.lines.iter().filter(|id| !self.done.contains(id)).count()
    }

    fn suggest(&mut self, world: &World) {
        let line = self.line(world);
        self.suggested = match line {
            Some(note) => {
                let is_marked = |theme: &Id| world.research.marks_of(note.id).any(|mark| mark.theme == *theme);
                let mut ranked = self.suggester.rank(&note.text, note.dimension, SUGGESTED * 2);
                ranked.retain(|theme| world.research.themes().contains_key(theme) && !is_marked(theme));
                ranked.truncate(SUGGESTED);
                ranked
            }
            None => Vec::new(),
        };
    }

    /// Goes to the line before or after, whether it is dealt with or not.
    fn step(&mut self, world: &World, down: bool) {
        let there = |at: &usize| self.lines.get(*at).is_some_and(|id| world.research.notes().contains_key(id));
        let next = if down { (self.at + 1..self.lines.len()).find(there) } else { (0..self.at).rev().find(there) };
        self.stand_on(world, next.unwrap_or(self.at));
    }

    fn stand_on(&mut self, world: &World, at: usize) {
        self.at = at;
        self.keys.clear();
        self.suggest(world);
    }

    /// Goes to the next line that waits, from the top again where none is below; past the last one the lines are over.
    fn advance(&mut self, world: &mut World) {
        let waits = |at: &usize| {
            self.lines.get(*at).is_some_and(|id| !self.done.contains(id) && world.research.notes().contains_key(id))
        };
        match (self.at + 1..self.lines.len()).chain(0..=self.at).find(waits) {
            Some(next) => self.stand_on(world, next),
            None => self.finish(world),
        }
    }

    /// The lines are over: what was never asked is noted so, and the last question is put.
    fn finish(&mut self, world: &mut World) {
        self.is_over = true;
        let (now, mint) = (world.now, world.mint.clone());
        let edits = world.research.skip_never_asked(self.interview, now, || mint.id());
        let Some(interview) = world.research.interviews().get(&self.interview).cloned() else { return };
        let mut step = Step::new(interview.study, "finish-debrief", self.code(world));
        step.edits = edits;
        if interview.sorted.is_none() {
            step = step.put(Interview { sorted: Some(now), ..interview });
        }
        world.commit(step);
        if !self.has_reason(world) {
            let field = Field::new(self.code(world), "");
            let form = Form::new(Asking::Reason(self.interview), world.say("sort-reason"), vec![field]);
            world.moves.push(Move::Open(Box::new(form)));
        }
    }

    /// Whether the one sentence stands already: a starred observation that was written after the end.
    fn has_reason(&self, world: &World) -> bool {
        let ended = world.research.interviews().get(&self.interview).and_then(|it| it.ended);
        let is_reason = |note: &Note| note.voice == Voice::Observation && note.star && Some(note.logged) >= ended;
        world.research.notes_of(self.interview).any(is_reason)
    }

    fn code(&self, world: &World) -> String {
        world.research.participant_of(self.interview).map(|person| person.code.clone()).unwrap_or_default()
    }
}

impl Pane for Sort {
    fn place(&self) -> Place {
        Place::Sort
    }

    fn opened(&mut self, world: &mut World) {
        if self.left() == 0 {
            self.finish(world);
        }
    }

    fn refresh(&mut self, world: &World) {
        self.stream.refresh(world, self.interview);
        if self.seen.is_stale(world, |_| true) {
            self.follow_undo(world);
            self.suggest(world);
        }
    }

    fn act(&mut self, world: &mut World, action: Action) {
        if action == Action::Back || (self.is_over && action == Action::Open) {
            return world.moves.push(Move::Close);
        }
        let Some(note) = self.line(world).cloned() else {
            match action {
                Action::Up => self.scroll = self.scroll.saturating_sub(1),
                Action::Down => self.scroll = (self.scroll + 1).min(self.hidden(world)),
                Action::End if !self.is_over => self.finish(world),
                _ => {}
            }
            return;
        };
        match action {
            Action::Up | Action::Down => self.step(world, action == Action::Down),
            Action::Top => self.stand_on(world, 0),
            Action::Bottom => self.stand_on(world, self.lines.len().saturating_sub(1)),
            Action::Open => self.go_on(world, &note),
            Action::End => self.finish(world),
            Action::Unsorted => self.leave(world, &note),
            Action::Path => self.to_path(world, &note),
            Action::ThemeA | Action::ThemeB | Action::ThemeC => self.take_suggestion(world, &note, action),
            Action::ThemeNew => self.name_theme(world, &note),
            Action::Mark => self.pick(world, &note),
            Action::Star | Action::Feeling | Action::Predictable | Action::Beyond => {
                self.decorate(world, &note, action);
            }
            _ => {
                if let Some(dimension) = action.subject().and_then(|subject| subject.dimension()) {
                    self.file(world, &note, dimension);
                }
            }
        }
    }

    fn answered(&mut self, world: &mut World, asking: Asking, answer: Answer) {
        match (asking, answer) {
            (Asking::ThemeName(dimension), Answer::Texts(texts)) => {
                self.new_theme(world, dimension, texts.first().map_or("", String::as_str));
            }
            (Asking::Theme(Some(_)), Answer::Theme(theme, stance)) => self.mark(world, theme, stance),
            (Asking::Reason(_), Answer::Texts(texts)) => {
                self.keep_reason(world, texts.first().map_or("", String::as_str));
            }
            _ => {}
        }
    }

    fn offers(&self, world: &World, action: Action) -> bool {
        match action {
            Action::Back | Action::Undo | Action::Redo | Action::Search => true,
            Action::Open => self.is_over || self.line(world).is_some(),
            Action::ThemeA => !self.suggested.is_empty(),
            Action::ThemeB => self.suggested.len() > 1,
            Action::ThemeC => self.suggested.len() > 2,
            Action::End => !self.is_over,
            Action::ThemeNew => self.line(world).is_some_and(|note| note.dimension != Dimension::Unsorted),
            Action::Help | Action::Commands | Action::Quit => true,
            _ => self.line(world).is_some(),
        }
    }

    fn label(&self, world: &World, action: Action) -> String {
        match (action, action.subject().and_then(|subject| subject.dimension())) {
            (_, Some(dimension)) => world.say(&format!("dimension-{}-short", dimension.name())),
            (Action::Open, _) if self.is_over => world.say("action-end-card"),
            (Action::Open, _) => world.say("action-next-line"),
            (Action::Back, _) if !self.is_over => world.say("action-later"),
            (Action::End, _) => world.say("action-end-card"),
            _ => world.say(&format!("action-{}", action.name())),
        }
    }

    fn draw(&self, world: &World, canvas: &mut Canvas) {
        self.draw_all(world, canvas);
    }
}

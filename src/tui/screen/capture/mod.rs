//! The live capture (context TEXT): one line at a time goes into a dimension or the path, with a clock. Nothing here
//! waits: a line is in memory at Enter and on its way to the disk, and the unfinished line is kept as a draft.

mod aside;
mod clock;
mod correcting;
mod logging;
mod opening;
mod panel;
mod people;
mod view;

#[cfg(test)]
mod tests;

use crate::domain::{Dimension, Id, Interview, Kind, Moment, Subject, live};
use crate::library::{Next, Ticket};
use crate::tui::action::Action;
use crate::tui::keymap::{Chord, Place};
use crate::tui::line_editor::LineEditor;
use crate::tui::overlay::ask::Ask;
use crate::tui::overlay::cells::Cells;
use crate::tui::overlay::picker::Picker;
use crate::tui::palette::subject_of;
use crate::tui::pane::{Answer, Asking, Move, Pane};
use crate::tui::screen::guide::Guide;
use crate::tui::screen::paste::Paste;
use crate::tui::screen::sort::Sort;
use crate::tui::screen::stream::Stream;
use crate::tui::screen::timeline::Timeline;
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::field;
use crate::tui::world::World;
use aside::Aside;
use clock::Clock;
use correcting::Correcting;
pub use logging::next_feeling;
pub use opening::{new_interview, slot};
pub use view::ago;

/// For so many seconds after a line was logged, a dimension key on an empty line offers to file it there.
const REFILE_SECONDS: i64 = 10;

/// The live capture of one interview.
pub struct Capture {
    interview: Id,
    editor: LineEditor,
    /// Sticky: where lines go until another key is pressed.
    dimension: Dimension,
    /// The next line is a path event.
    on_path: bool,
    feeling: Option<i8>,
    star: bool,
    correcting: Option<Correcting>,
    /// The last line could go to this dimension instead, until that moment.
    refile: Option<(Id, Dimension, Moment)>,
    stream: Stream,
    /// Entries below the part of the stream that is shown.
    scroll: usize,
    /// What to wait for until the unfinished line is on disk.
    draft: Ticket,
    /// Who of a group speaks, sticky like the dimension.
    initials: String,
    aside: Aside,
    clock: Clock,
}

impl Capture {
    fn interview<'a>(&self, world: &'a World) -> Option<&'a Interview> {
        world.research.interviews().get(&self.interview)
    }

    /// What the next line is about.
    fn subject(&self, world: &World) -> Option<Subject> {
        if self.on_path { Some(Subject::Path) } else { subject_of(self.goes_to(world)) }
    }

    /// Where the next line goes: to the dimension that was chosen, or as an answer to what the last question is about.
    fn goes_to(&self, world: &World) -> Dimension {
        world.research.place_of_answer(self.interview, self.dimension).0
    }

    /// Sends the unfinished line to be kept.
    fn keep(&mut self, world: &mut World) {
        if self.correcting.is_some() {
            self.keep_correction(world);
            return;
        }
        let context = if self.on_path { "path" } else { self.dimension.name() };
        self.draft = world.keep_draft(&slot(self.interview), self.editor.text(), context);
    }

    fn set_subject(&mut self, world: &mut World, subject: Option<Subject>) {
        let dimension = match subject {
            Some(subject) => subject.dimension(),
            None => Some(Dimension::Unsorted),
        };
        if let Some(correcting) = &mut self.correcting {
            correcting.dimension = dimension.or(correcting.dimension);
            return;
        }
        self.refile = None;
        match dimension {
            None => self.on_path = !self.on_path,
            Some(dimension) => {
                self.on_path = false;
                self.dimension = dimension;
                self.offer_refile(world, dimension);
            }
        }
        if !self.editor.is_empty() {
            self.keep(world);
        }
    }

    fn offer_refile(&mut self, world: &World, dimension: Dimension) {
        let last = self.stream.last_note().and_then(|id| world.research.notes().get(&id));
        self.refile = last
            .filter(|note| self.editor.is_empty() && note.dimension != dimension)
            .filter(|note| world.now.seconds_since(note.logged) < REFILE_SECONDS)
            .map(|note| (note.id, dimension, world.now));
    }

    fn end(&self, world: &mut World) {
        let owed = self.stream.owed(world);
        let mut body: Vec<String> = Vec::new();
        if !owed.is_empty() {
            body.push(world.say_with("end-owed", &[("count", owed.len().into())]));
            body.extend(owed.into_iter().map(|text| format!("? {text}")));
        }
        let empty: Vec<String> =
            self.stream.empty_cells().map(|subject| world.say(&format!("dimension-{}", subject.name()))).collect();
        if !empty.is_empty() {
            body.push(world.say_with("end-empty", &[("subjects", empty.join(", ").as_str().into())]));
        }
        let (title, choice) = (world.say("end-title"), world.say("end-yes"));
        let ask = Ask::choice(Asking::End, title, vec![choice]).saying(body);
        world.moves.push(Move::Open(Box::new(ask)));
    }

    /// Ends the interview. What still stands in the field is logged first, so that it is not left behind as a draft.
    fn finish(&mut self, world: &mut World) {
        if self.correcting.is_some() {
            self.keep_revision(world);
        }
        if !self.editor.text().trim().is_empty() {
            self.enter(world);
        }
        let Some(step) = live::finish(&world.research, self.interview, world.now) else { return };
        world.commit(step);
        self.rest(world);
        world.moves.push(Move::Close);
        Sort::open(world, self.interview);
    }

    fn pick_theme(&self, world: &mut World) {
        let (note, dimension) = if self.editor.is_empty() {
            let last = self.stream.last_note().and_then(|id| world.research.notes().get(&id));
            let Some(note) = last else { return };
            (Some(note.id), note.dimension)
        } else {
            (None, self.dimension)
        };
        let picker = Picker::new(world, Asking::Theme(note), dimension, note.is_some());
        world.moves.push(Move::Open(Box::new(picker)));
    }

    /// What stands in the field is logged first: a line has its place on the map only once it is kept.
    fn pick_cell(&mut self, world: &mut World) {
        if !self.editor.text().trim().is_empty() {
            self.enter(world);
            self.refresh(world);
        }
        if let Some(note) = self.stream.last_note().filter(|_| self.editor.is_empty()) {
            Cells::open(world, note);
        }
    }

    fn back(&mut self, world: &mut World) {
        if self.correcting.is_some() {
            self.stop_correcting(world);
        } else if self.editor.is_empty() {
            self.scroll = 0;
            self.set_subject(world, None);
            self.refile = None;
        }
    }
}

impl Pane for Capture {
    fn place(&self) -> Place {
        Place::Capture
    }

    fn unfinished(&self, world: &World) -> Option<(String, String)> {
        Some((self.prompt(world), self.editor.text().to_owned()))
    }

    fn refresh(&mut self, world: &World) {
        self.stream.refresh(world, self.interview);
        if self.refile.is_some_and(|(_, _, since)| world.now.seconds_since(since) >= REFILE_SECONDS) {
            self.refile = None;
        }
    }

    fn ticked(&mut self, world: &mut World) {
        self.tick(world);
    }

    fn act(&mut self, world: &mut World, action: Action) {
        if action.subject().is_some() {
            return self.set_subject(world, action.subject());
        }
        match action {
            Action::Log => self.enter(world),
            Action::Unsorted => self.set_subject(world, None),
            Action::Recorder => self.sync(world),
            Action::Feeling => self.feel(world),
            Action::Star => self.set_star(world),
            Action::Mark => self.pick_theme(world),
            Action::Cell => self.pick_cell(world),
            Action::Correct => self.older(world),
            Action::Down => self.newer(world),
            Action::PageUp => self.scroll = (self.scroll + world.page() / 2).min(self.stream.len().saturating_sub(1)),
            Action::PageDown => self.scroll = self.scroll.saturating_sub(world.page() / 2),
            Action::Next => self.complete(world),
            Action::End => self.end(world),
            Action::Consent => crate::tui::screen::people::note_verbal_consent(world, self.interview),
            Action::Home => {
                self.rest(world);
                world.moves.push(Move::Home);
            }
            Action::Asked | Action::Skip => self.settle_question(world, action),
            Action::Probe => self.mute(world),
            Action::Group => self.toggle_group(world),
            Action::Guide => world.moves.push(Move::Open(Box::new(Guide::of(Some(self.interview))))),
            Action::Timeline => world.moves.push(Move::Open(Box::new(Timeline::at(self.interview, None)))),
            Action::Back => self.back(world),
            _ => {}
        }
    }

    fn restores(&mut self, world: &mut World) -> bool {
        let restored = self.editor.restore();
        if restored {
            self.keep(world);
        }
        restored
    }

    /// Lines of this call; how it was begun, and all before it, is named first.
    fn undoes(&self, world: &World, next: &Next) -> bool {
        let begun = self.interview(world).and_then(|it| it.started);
        let of_lines = [Kind::Note, Kind::PathEvent, Kind::Mark, Kind::Asked, Kind::Theme, Kind::Journey, Kind::Entry];
        next.kinds.iter().all(|kind| of_lines.contains(kind)) && begun.is_none_or(|begun| next.at >= begun)
    }

    fn typed(&mut self, world: &mut World, chord: Chord) {
        let before = self.editor.text().len();
        if !field::edit(&mut self.editor, chord) {
            return;
        }
        self.refile = None;
        if chord.typed() == Some(' ') && self.correcting.is_none() && self.slash_at_space(world) {
            return;
        }
        if chord.typed() == Some(' ') && self.editor.after().is_empty() {
            self.put_person(world, true);
        }
        if before != self.editor.text().len() || chord.typed().is_some() {
            self.keep(world);
        }
    }

    fn pasted(&mut self, world: &mut World, text: &str) {
        if self.correcting.is_none() && Paste::is_for(text) {
            return world.moves.push(Move::Open(Box::new(Paste::of(self.interview, text))));
        }
        self.editor.insert_str(text);
        self.keep(world);
    }

    fn answered(&mut self, world: &mut World, asking: Asking, answer: Answer) {
        match (asking, answer) {
            (Asking::End, Answer::Choice(1)) => self.finish(world),
            (Asking::Paste, Answer::Texts(texts)) => {
                self.editor.insert_str(texts.first().map_or("", String::as_str));
                self.keep(world);
            }
            (Asking::Theme(Some(note)), Answer::Theme(theme, stance)) => {
                super::line::mark(world, note, theme, stance);
            }
            (Asking::Theme(None), Answer::Theme(theme, _)) => self.append_theme(world, theme),
            _ => {}
        }
    }

    fn offers(&self, world: &World, action: Action) -> bool {
        match action {
            Action::Log => !self.editor.is_empty() || self.refile.is_some(),
            Action::Feeling | Action::Star | Action::Mark => {
                !self.editor.is_empty() || self.stream.last_note().is_some()
            }
            Action::Cell => self.correcting.is_none() && !(self.on_path || self.stream.last_note().is_none()),
            Action::Undo | Action::Redo => self.correcting.is_none(),
            Action::Consent => world.research.participant_of(self.interview).is_some_and(|it| !it.consent.participate),
            Action::Correct => !self.stream.is_empty(),
            Action::Down | Action::PageDown | Action::PageUp => false,
            Action::Next => self.completion(world).is_some() || self.person_at_caret(world).is_some(),
            Action::Asked | Action::Skip => self.next_question(world).is_some(),
            _ => true,
        }
    }

    fn draw(&self, world: &World, canvas: &mut Canvas) {
        self.draw_all(world, canvas);
    }
}

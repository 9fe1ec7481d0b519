//! Search over the whole library as one types. Three places take the keys: the box (context TEXT), the facets, and the
//! list of what was found (context LIST). People first: the hits stand grouped by person, in the order in which each
//! person's best line was found. A stale answer is dropped, and the list never flickers to empty.

mod answer;
mod cite;
mod context;
mod facets;
mod hits;
mod moving;
mod nothing;
mod opening;
mod saved;
mod tray;
mod view;

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests;

use crate::domain::{Id, Kind};
use crate::error::Result;
use crate::library::{Found, Hit};
use crate::tui::action::Action;
use crate::tui::keymap::{Chord, Place};
use crate::tui::line_editor::LineEditor;
use crate::tui::pane::{Answer, Asking, Move, Pane};
use crate::tui::screen::matrix::MatrixPane;
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::cursor::Cursor;
use crate::tui::widget::field;
use crate::tui::world::{Safety, Seen, World};
use facets::{Facet, Shown, Wide};
use nothing::Choice;
pub use saved::drop_saved;

/// Which part of the screen takes the keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Focus {
    /// The query.
    #[default]
    Box,
    /// The row of facets.
    Facets,
    /// What was found.
    List,
}

/// The search.
#[derive(Default)]
pub struct Search {
    editor: LineEditor,
    focus: Focus,
    /// Without synonyms.
    literal: bool,
    /// The generation of the newest question.
    asked: u64,
    /// The newest answer, its hits in the order of the list.
    found: Option<Found>,
    /// The answer to which a choice among the facets can be widened again.
    wide: Wide,
    problem: Option<String>,
    cursor: Cursor,
    /// The facets of the answer, and for which answer and query they were made.
    facets: Vec<Shown>,
    facets_for: Option<(u64, String)>,
    /// Counts the answers.
    answers: u64,
    /// The facet under the cursor.
    facet: Option<Facet>,
    news: Seen,
    /// Something has changed that the search may find: it is asked again as soon as that is on disk.
    is_outdated: bool,
    /// The query that looked for the opposite: what is put aside from it speaks against the others.
    opposite: Option<String>,
    /// The saved search that was opened: its answer is what somebody has now seen.
    saved: Option<Id>,
    /// The unfinished line of the capture below, which stays in sight.
    unfinished: Option<(String, String)>,
    /// The query to begin with.
    first: Option<String>,
}

impl Search {
    /// A search over a pane that may have an unfinished line.
    pub fn over(unfinished: Option<(String, String)>) -> Search {
        Search { unfinished, ..Search::default() }
    }

    /// With a query to begin with.
    #[must_use]
    pub fn with_query(mut self, query: &str) -> Search {
        self.editor = LineEditor::with_text(query.trim());
        self.first = Some(query.trim().to_owned()).filter(|query| !query.is_empty());
        self
    }

    /// A saved search, run again.
    pub fn of_saved(world: &World, search: Id) -> Search {
        let query = world.research.saved_searches().get(&search).map(|it| it.query.clone()).unwrap_or_default();
        Search { saved: Some(search), focus: Focus::List, ..Search::over(None).with_query(&query) }
    }

    /// The lines that were found, in the order of the list.
    fn hits(&self) -> &[Hit] {
        self.found.as_ref().map_or(&[], |found| &found.hits)
    }

    /// The line under the cursor.
    fn hit(&self) -> Option<&Hit> {
        self.hits().get(self.cursor.at)
    }

    /// What stands in the list where there are no lines.
    fn choices(&self, world: &World) -> Vec<Choice> {
        match &self.found {
            Some(found) if found.hits.is_empty() => nothing::choices(found),
            None if self.editor.is_empty() && self.unfinished.is_none() => nothing::saved(world),
            _ => Vec::new(),
        }
    }

    /// The rows of the list, lines or choices.
    fn len(&self, world: &World) -> usize {
        if self.hits().is_empty() { self.choices(world).len() } else { self.hits().len() }
    }

    /// Brings the facets up to date with the answer and the query.
    fn refresh_facets(&mut self, world: &World) {
        let made_for = Some((self.answers, self.editor.text().to_owned()));
        if self.facets_for == made_for {
            return;
        }
        self.facets_for = made_for;
        self.facets = match &self.found {
            Some(found) => facets::shown(world, self.editor.text(), &found.facets, &self.wide),
            None => Vec::new(),
        };
    }

    /// A line that is gone, or whose speaker has withdrawn, is out of the list at once; the counts follow.
    fn refresh_hits(&mut self, world: &World) {
        if !self.news.is_stale(world, may_be_found) {
            return;
        }
        self.is_outdated = true;
        let open = world.study().map(|study| study.id);
        let is_there = |hit: &Hit| {
            let is_known = world.research.notes().contains_key(&hit.line.note);
            Some(hit.line.study) != open || is_known && !world.is_withdrawn(hit.line.interview)
        };
        if let Some(found) = &mut self.found {
            found.hits.retain(is_there);
        }
    }

    /// Puts another text into the box.
    fn rewrite(&mut self, world: &mut World, query: &str) {
        if query != self.editor.text() {
            self.editor.set_text(query);
            self.ask(world);
        }
    }

    /// Writes a facet into the query, or takes it out. Where the words before the caret stay, so does the caret, so that
    /// typing goes on with the words.
    fn toggle(&mut self, world: &mut World, facet: &Facet) {
        let (caret, before) = (self.editor.caret(), self.editor.before().to_owned());
        let mut query = facet.wanted(world).toggled(self.editor.text());
        if before.trim().is_empty() && !query.is_empty() {
            query.push(' ');
        }
        self.rewrite(world, &query);
        if !before.trim().is_empty() && query.starts_with(&before) {
            self.editor.move_to(caret);
        }
    }

    /// What can be done wherever the keys go.
    fn act_anywhere(&mut self, world: &mut World, action: Action) {
        match action {
            Action::Open => self.open(world),
            Action::Back => world.moves.push(Move::Close),
            Action::Search => self.focus = Focus::Box,
            Action::Narrow => self.narrow(world),
            Action::Literal => {
                self.literal = !self.literal;
                self.ask(world);
            }
            Action::Gather => self.gather(world),
            Action::Cite => self.cite(world),
            Action::Contrast => self.contrast(world),
            Action::Tray => self.open_tray(world),
            Action::Matrix => {
                let pane = MatrixPane::of(self.people_for_matrix(world), self.lines_for_matrix(world));
                world.moves.push(Move::Open(Box::new(pane)));
            }
            Action::SaveSearch => self.ask_name(world),
            Action::Drop => self.drop_saved(world),
            _ => {
                if let Some(dimension) = action.subject().and_then(|subject| subject.dimension()) {
                    self.toggle(world, &Facet::of(dimension));
                }
            }
        }
    }
}

impl Pane for Search {
    fn place(&self) -> Place {
        match self.focus {
            Focus::Box => Place::Search,
            Focus::Facets => Place::Facets,
            Focus::List => Place::Hits,
        }
    }

    fn is_of_the_library(&self) -> bool {
        true
    }

    fn act(&mut self, world: &mut World, action: Action) {
        let is_done = match self.focus {
            Focus::Box => self.act_in_box(world, action),
            Focus::Facets => self.act_in_facets(world, action),
            Focus::List => self.act_in_list(world, action),
        };
        if !is_done {
            self.act_anywhere(world, action);
        }
    }

    fn restores(&mut self, world: &mut World) -> bool {
        let restored = self.focus == Focus::Box && self.editor.restore();
        if restored {
            self.ask(world);
        }
        restored
    }

    /// A letter goes on with the query, also from the facets; in the list a digit takes a choice.
    fn typed(&mut self, world: &mut World, chord: Chord) {
        if self.focus == Focus::List {
            let digit = chord.typed().and_then(|c| c.to_digit(10)).and_then(|digit| usize::try_from(digit).ok());
            if let Some(at) = digit.and_then(|digit| digit.checked_sub(1)).filter(|at| *at < self.choices(world).len())
            {
                self.cursor.at = at;
                self.open(world);
            }
            return;
        }
        let before = self.editor.text().to_owned();
        if field::edit(&mut self.editor, chord) {
            self.focus = Focus::Box;
            if before != self.editor.text() {
                self.ask(world);
            }
        }
    }

    fn pasted(&mut self, world: &mut World, pasted: &str) {
        self.focus = Focus::Box;
        self.editor.insert_str(pasted);
        self.ask(world);
    }

    fn opened(&mut self, world: &mut World) {
        // What there is already is no news.
        let _first_time = self.news.is_stale(world, |_| false);
        if self.first.take().is_some() {
            self.ask(world);
        }
    }

    /// What was logged, corrected or withdrawn meanwhile is asked for again once it is on disk.
    fn ticked(&mut self, world: &mut World) {
        if self.is_outdated && world.safety() == Safety::Saved {
            self.is_outdated = false;
            if !self.editor.is_empty() {
                self.ask(world);
            }
        }
    }

    fn refresh(&mut self, world: &World) {
        self.refresh_hits(world);
        self.refresh_facets(world);
        let len = self.len(world);
        self.cursor.hold(len);
        if self.focus == Focus::List && len == 0 && self.found.is_some() {
            self.focus = Focus::Box;
        }
    }

    fn found(&mut self, world: &mut World, generation: u64, found: Result<Found>) {
        self.take(world, generation, found);
    }

    fn answered(&mut self, world: &mut World, asking: Asking, answer: Answer) {
        if let (Asking::SaveSearch, Answer::Texts(texts)) = (asking, answer) {
            self.save(world, texts.first().map_or("", String::as_str));
        }
    }

    fn offers(&self, world: &World, action: Action) -> bool {
        match action {
            Action::Open if self.focus == Focus::Facets => !self.facets.is_empty(),
            Action::Open | Action::Down | Action::PageDown => self.len(world) > 0,
            Action::Gather => self.hit().is_some(),
            Action::Cite => self.hit().is_some() || world.gathered() > 0,
            Action::Matrix => !self.hits().is_empty() || world.gathered() > 0,
            Action::Tray => world.gathered() > 0,
            Action::Contrast | Action::NextHit | Action::PreviousHit => !self.hits().is_empty(),
            Action::SaveSearch => self.found.is_some() && world.study().is_some(),
            Action::Narrow => !self.facets.is_empty(),
            Action::Literal => self.literal || self.has_synonyms(),
            Action::Drop => self.focus == Focus::List && self.saved_here(world).is_some(),
            Action::Search => self.focus == Focus::List,
            // What was typed into the box is not the study's to take back.
            Action::Undo | Action::Redo => self.focus == Focus::List && self.unfinished.is_none(),
            _ => true,
        }
    }

    fn label(&self, world: &World, action: Action) -> String {
        self.name_of(world, action)
    }

    fn draw(&self, world: &World, canvas: &mut Canvas) {
        self.draw_all(world, canvas);
    }
}

/// Whether a search may find something else once a record of this kind has changed.
fn may_be_found(kind: Kind) -> bool {
    !matches!(kind, Kind::Study | Kind::SavedSearch | Kind::Gap)
}

//! Search over the whole library as one types (context TEXT). People first: the hits stand grouped by person, in the
//! order in which each person's best line was found. A stale answer is dropped, and the list never flickers to empty.

use ratatui::text::Span;

use super::line::{cut_marked, padded, voice_mark};
use super::reader::Reader;
use crate::domain::text;
use crate::error::Result;
use crate::library::{Found, Hit};
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::keymap::{Chord, Place};
use crate::tui::line_editor::LineEditor;
use crate::tui::pane::{Move, Pane};
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::cursor::Cursor;
use crate::tui::widget::frame;
use crate::tui::widget::{field, prose};
use crate::tui::world::World;

/// At most so many lines are listed; all are counted.
const LIMIT: usize = 300;

/// The search.
pub struct Search {
    editor: LineEditor,
    /// The generation of the newest question, and whether its answer is still awaited.
    asked: u64,
    /// The newest answer, its hits in the order of the list.
    found: Option<Found>,
    problem: Option<String>,
    cursor: Cursor,
    /// The unfinished line of the capture below, which stays in sight.
    unfinished: Option<(String, String)>,
    /// The query to begin with.
    first: Option<String>,
}

impl Search {
    /// A search over a pane that may have an unfinished line.
    pub fn over(unfinished: Option<(String, String)>) -> Search {
        Search {
            editor: LineEditor::default(),
            asked: 0,
            found: None,
            problem: None,
            cursor: Cursor::default(),
            unfinished,
            first: None,
        }
    }

    /// With a query to begin with.
    #[must_use]
    pub fn with_query(mut self, query: &str) -> Search {
        self.editor = LineEditor::with_text(query.trim());
        self.first = Some(query.trim().to_owned()).filter(|query| !query.is_empty());
        self
    }

    fn ask(&mut self, world: &mut World) {
        let query = self.editor.text().trim().to_owned();
        if query.is_empty() {
            (self.found, self.problem, self.asked) = (None, None, world.generation + 1);
            world.generation += 1;
        } else {
            self.asked = world.search(&query, LIMIT);
        }
    }

    fn hits(&self) -> &[Hit] {
        self.found.as_ref().map_or(&[], |found| &found.hits)
    }

    fn open(&self, world: &mut World) {
        let Some(line) = self.hits().get(self.cursor.at).map(|hit| &hit.line) else { return };
        if world.study().is_some_and(|study| study.id == line.study) {
            world.moves.push(Move::Open(Box::new(Reader::at(line.interview, Some(line.note)))));
        } else if self.unfinished.is_some() {
            let text = world.say_with("search-other-study", &[("study", line.study_name.as_str().into())]);
            world.tell(text);
        } else {
            world.jump = Some((line.interview, line.note));
            world.effects.push(Effect::Load(line.study));
        }
    }
}

/// Brings the hits of one person together; people keep the order of their best line.
fn grouped(mut hits: Vec<Hit>) -> Vec<Hit> {
    let mut people = std::collections::BTreeMap::new();
    for hit in &hits {
        let next = people.len();
        people.entry(hit.line.participant).or_insert(next);
    }
    hits.sort_by_key(|hit| people.get(&hit.line.participant).copied());
    hits
}

impl Pane for Search {
    fn place(&self) -> Place {
        Place::Search
    }

    fn is_of_the_library(&self) -> bool {
        true
    }

    fn act(&mut self, world: &mut World, action: Action) {
        if self.cursor.act(action, self.hits().len(), world.page() / 2) {
            return;
        }
        match action {
            Action::Open => self.open(world),
            Action::Back => world.moves.push(Move::Close),
            _ => {}
        }
    }

    fn restores(&mut self, world: &mut World) -> bool {
        let restored = self.editor.restore();
        if restored {
            self.ask(world);
        }
        restored
    }

    fn typed(&mut self, world: &mut World, chord: Chord) {
        let before = self.editor.text().to_owned();
        if field::edit(&mut self.editor, chord) && before != self.editor.text() {
            self.ask(world);
        }
    }

    fn pasted(&mut self, world: &mut World, pasted: &str) {
        self.editor.insert_str(pasted);
        self.ask(world);
    }

    fn opened(&mut self, world: &mut World) {
        if self.first.take().is_some() {
            self.ask(world);
        }
    }

    fn found(&mut self, world: &mut World, generation: u64, found: Result<Found>) {
        if generation != self.asked {
            return;
        }
        match found {
            Ok(mut found) => {
                found.hits = grouped(found.hits);
                let same = self.found.as_ref().is_some_and(|before| before.query == found.query);
                self.cursor.at = if same { self.cursor.at } else { 0 };
                self.cursor.hold(found.hits.len());
                (self.found, self.problem) = (Some(found), None);
            }
            Err(error) => self.problem = Some(world.sentence(&error)),
        }
    }

    fn offers(&self, _world: &World, action: Action) -> bool {
        match action {
            Action::Open => !self.hits().is_empty(),
            // What was typed into the box is not the study's to take back.
            Action::Search | Action::Undo | Action::Redo => false,
            _ => true,
        }
    }

    fn draw(&self, world: &World, canvas: &mut Canvas) {
        let height = canvas.height();
        self.draw_box(world, canvas);
        if height < 3 {
            return;
        }
        frame::footer(canvas, world, self);
        let mut bottom = height - 1;
        if let Some((prompt, text)) = self.unfinished.as_ref().filter(|_| height >= 8) {
            bottom -= 2;
            canvas.rule(bottom);
            let prompt = Span::styled(format!("{prompt} "), world.look.dim());
            canvas.put(1, bottom + 1, canvas.width(), &[prompt, Span::styled(text.as_str(), world.look.dim())]);
        }
        let mut top = 1;
        if height >= 8 {
            canvas.rule(1);
            canvas.rows(2, 1, |canvas| self.draw_facets(world, canvas));
            canvas.rule(3);
            top = 4;
        }
        canvas.rows(top, bottom.saturating_sub(top), |canvas| self.draw_hits(world, canvas));
    }
}

impl Search {
    /// Line 1: the box at the left, the counts at the right.
    fn draw_box(&self, world: &World, canvas: &mut Canvas) {
        let counts = self.found.as_ref().filter(|_| canvas.width() >= 50).map(|found| {
            let (people, lines) = (found.people.into(), found.total.into());
            let took = i64::try_from(found.took_ms).unwrap_or(i64::MAX).into();
            world.say_with("search-counts", &[("people", people), ("lines", lines), ("ms", took)])
        });
        let counts = counts.unwrap_or_default();
        let taken = if counts.is_empty() { 0 } else { text::width(&counts) + 2 };
        let width = canvas.width();
        canvas.put_right(0, 0, width.saturating_sub(1), &[Span::styled(counts, world.look.dim())]);
        let label = format!(" {} {} ", world.say("action-search"), world.look.glyphs.here);
        canvas.part((0, 0), (width.saturating_sub(taken), 1), |canvas| {
            let x = canvas.put(0, 0, canvas.width() / 2, &[Span::styled(label, world.look.dim())]);
            field::draw(canvas, (x, 0), &self.editor, world.look.bold());
        });
    }

    /// How the lines are spread, or what the index is doing, or why there is no answer.
    fn draw_facets(&self, world: &World, canvas: &mut Canvas) {
        let look = &world.look;
        if let Some(problem) = &self.problem {
            canvas.put(1, 0, canvas.width(), &[Span::raw(problem.as_str())]);
            return;
        }
        let Some(found) = &self.found else { return };
        let mut spans = vec![Span::raw(" ")];
        for (name, lines) in &found.facets.dimension {
            let style = name.parse().map_or_else(|_| look.dim(), |dimension| look.dimension(dimension));
            spans.push(Span::styled(world.say(&format!("dimension-{name}-short")), style));
            spans.push(Span::raw(format!(" {lines}  ")));
        }
        for (name, count) in &found.facets.outcome {
            let outcome = world.say(&format!("outcome-{name}"));
            let people = world.say_with("people", &[("count", count.people.into())]);
            spans.push(Span::styled(format!(" {} {outcome} {people} ", look.glyphs.dot), look.dim()));
        }
        if found.behind > 0 {
            let behind = world.say_with("search-behind", &[("count", found.behind.into())]);
            spans.push(Span::styled(format!(" {behind}"), look.dim()));
        }
        for expanded in &found.expanded {
            spans.push(Span::styled(
                format!("  {}{}{}", expanded.typed, look.glyphs.arrow, expanded.sought),
                look.dim(),
            ));
        }
        canvas.line(0, &spans);
    }

    fn draw_hits(&self, world: &World, canvas: &mut Canvas) {
        let hits = self.hits();
        if hits.is_empty() {
            let key = match &self.found {
                Some(_) => "search-nothing",
                None => "search-hint",
            };
            let room = canvas.width().saturating_sub(2);
            for (y, row) in text::wrap(&world.say(key), room, 0).iter().enumerate() {
                canvas.put(1, y, room, &[Span::styled(row.as_str(), world.look.dim())]);
            }
            return;
        }
        let rows = |at: usize| self.hit_rows(world, at, canvas.width());
        let height = canvas.height();
        let first = super::line::first_shown(self.cursor.at, hits.len(), height, |at| rows(at).len());
        let mut drawn: Vec<(usize, Vec<Span>)> = Vec::new();
        for at in first..hits.len() {
            drawn.extend(rows(at).into_iter().map(|row| (at, row)));
            if drawn.len() >= height {
                break;
            }
        }
        for (y, (at, row)) in drawn.iter().take(height).enumerate() {
            canvas.line(y, row);
            canvas.entry(y, *at, *at == self.cursor.at);
        }
    }

    /// The rows of one hit: who (once per person), the dimension, and the line with what was found in it, two rows at most.
    fn hit_rows(&self, world: &World, at: usize, width: usize) -> Vec<Vec<Span<'_>>> {
        let look = &world.look;
        let Some(hit) = self.hits().get(at) else { return Vec::new() };
        let is_first =
            at.checked_sub(1).is_none_or(|before| self.hits()[before].line.participant != hit.line.participant);
        let line = &hit.line;
        let mut head = vec![Span::styled(
            format!(" {}", padded(look, if is_first { &line.participant_code } else { "" }, 8)),
            look.bold(),
        )];
        if width >= 70 {
            let outcome = line.outcome.map(|it| world.say(&format!("outcome-{}", it.name()))).unwrap_or_default();
            let who = if line.role.is_empty() { line.persona.clone().unwrap_or_default() } else { line.role.clone() };
            let who = if is_first { cut_marked(look, format!("{outcome} {who}").trim(), 17) } else { String::new() };
            head.push(Span::styled(padded(look, &who, 18), look.dim()));
        }
        let name = world.say(&format!("dimension-{}-short", line.dimension.name()));
        head.push(Span::styled(padded(look, &name, 8), look.dimension(line.dimension)));
        head.push(Span::styled(format!(" {} ", voice_mark(line.speaker, line.voice)), look.bold()));
        let indent: usize = head.iter().map(|span| text::width(&span.content)).sum();
        let room = width.saturating_sub(indent + 1).max(1);
        let mut rows = Vec::new();
        for (at, row) in
            prose::rows(&line.text, room, (look.plain(), look.found()), &hit.highlights).into_iter().enumerate()
        {
            let mut spans = if at == 0 { std::mem::take(&mut head) } else { vec![Span::raw(" ".repeat(indent))] };
            spans.extend(row);
            rows.push(spans);
        }
        rows
    }
}

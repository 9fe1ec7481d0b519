//! How the search is laid out: the box with its counts, the facets, the list, below it what was expanded and who was
//! asked, and the hints. What does not fit folds from the inside out; the box is always there.

use ratatui::style::{Modifier, Style};
use ratatui::text::Span;

use super::facets::{Group, Shown};
use super::{Focus, Search, nothing};
use crate::domain::text;
use crate::library::{Expanded, Found};
use crate::tui::action::Action;
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::{field, frame};
use crate::tui::world::World;

/// From this width on the context stands at the right.
const BESIDE: usize = 150;
/// From this height on it stands below.
const BELOW: usize = 32;
/// Rows of the context below, its rule included.
const CONTEXT: usize = 10;

impl Search {
    pub(super) fn draw_all(&self, world: &World, canvas: &mut Canvas) {
        let (width, height) = (canvas.width(), canvas.height());
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
            canvas.put(1, bottom + 1, width, &[prompt, Span::styled(text.as_str(), world.look.dim())]);
        }
        let mut top = 1;
        if height >= 8 {
            canvas.rule(1);
            canvas.rows(2, 1, |canvas| self.draw_facets(world, canvas));
            canvas.rule(3);
            top = 4;
        }
        if height >= 16 {
            bottom = self.draw_honesty(world, canvas, bottom);
        }
        let has_hits = !self.hits().is_empty();
        if has_hits && width >= BESIDE {
            let left = width * 3 / 5;
            canvas.part((0, top), (left, bottom - top), |canvas| self.draw_list(world, canvas));
            for y in top..bottom {
                canvas.put(left, y, 1, &[Span::styled(world.look.glyphs.side, world.look.dim())]);
            }
            canvas.part((left + 1, top), (width - left - 1, bottom - top), |canvas| self.draw_context(world, canvas));
            return;
        }
        if has_hits && height >= BELOW {
            bottom -= CONTEXT;
            canvas.rule(bottom);
            canvas.rows(bottom + 1, CONTEXT - 1, |canvas| self.draw_context(world, canvas));
        }
        canvas.rows(top, bottom.saturating_sub(top), |canvas| self.draw_list(world, canvas));
    }

    /// Line 1: the box at the left, the counts at the right.
    fn draw_box(&self, world: &World, canvas: &mut Canvas) {
        let width = canvas.width();
        let counts = self.found.as_ref().filter(|_| width >= 50).map(|found| counts(world, found)).unwrap_or_default();
        let taken = if counts.is_empty() { 0 } else { text::width(&counts) + 2 };
        canvas.put_right(0, 0, width.saturating_sub(1), &[Span::styled(counts, world.look.dim())]);
        let label = format!(" {} {} ", world.say("action-search"), world.look.glyphs.here);
        let is_box = self.focus == Focus::Box;
        canvas.part((0, 0), (width.saturating_sub(taken), 1), |canvas| {
            let x = canvas.put(0, 0, canvas.width() / 2, &[Span::styled(label, world.look.dim())]);
            if is_box {
                field::draw(canvas, (x, 0), &self.editor, world.look.bold());
            } else {
                let room = canvas.width().saturating_sub(x);
                canvas.put(x, 0, room, &[Span::raw(self.editor.text())]);
            }
        });
    }

    /// How the lines are spread, or why there is no answer.
    fn draw_facets(&self, world: &World, canvas: &mut Canvas) {
        let look = &world.look;
        if let Some(problem) = &self.problem {
            canvas.put(1, 0, canvas.width().saturating_sub(2), &[Span::raw(problem.as_str())]);
            return;
        }
        let all = self.facets.as_slice();
        if all.is_empty() {
            return;
        }
        let label = if canvas.width() < 60 { String::new() } else { format!("{}  ", world.say("action-narrow")) };
        let x = 1 + canvas.put(1, 0, canvas.width(), &[Span::styled(label, look.dim())]);
        let here = all.iter().position(|it| Some(&it.facet) == self.facet.as_ref());
        let here = here.filter(|_| self.focus == Focus::Facets);
        let first = first_facet(world, all, here, canvas.width().saturating_sub(x + 1));
        let mut spans = Vec::new();
        if first > 0 {
            spans.push(Span::styled(format!("{} ", look.glyphs.more), look.dim()));
        }
        for at in first..all.len() {
            spans.extend(facet_spans(world, all, at, (at > first, here == Some(at))));
        }
        canvas.put(x, 0, canvas.width().saturating_sub(x), &spans);
    }

    fn draw_list(&self, world: &World, canvas: &mut Canvas) {
        if !self.hits().is_empty() {
            return self.draw_hits(world, canvas);
        }
        if self.found.is_none() && !self.editor.is_empty() {
            return;
        }
        let choices = self.choices(world);
        let here = (choices.as_slice(), self.cursor.at, self.focus == Focus::List);
        nothing::draw(world, canvas, self.found.as_ref(), here);
    }

    /// What was looked for beyond the letters, what was put aside, and the honest denominator; gives the row above.
    fn draw_honesty(&self, world: &World, canvas: &mut Canvas, bottom: usize) -> usize {
        let look = &world.look;
        let Some(found) = self.found.as_ref().filter(|found| found.total > 0 || !found.expanded.is_empty()) else {
            return bottom;
        };
        // The line that is being typed below brings a rule of its own.
        let is_tight = canvas.width() < 60 || self.unfinished.is_some();
        let room = canvas.width().saturating_sub(2).max(1);
        let standing = standing(world, found);
        let asked = if standing.is_empty() { vec![String::new()] } else { text::wrap(&standing, room, 2) };
        let top = bottom.saturating_sub(asked.len() + 3);
        if !is_tight {
            canvas.rule(bottom - 1);
        }
        let top = if is_tight { top + 1 } else { top };
        canvas.rule(top);
        let gathered = world.gathered();
        let aside =
            if gathered == 0 { String::new() } else { world.say_with("tray-count", &[("count", gathered.into())]) };
        let taken = if aside.is_empty() { 0 } else { text::width(&aside) + 3 };
        canvas.put_right(0, top + 1, canvas.width().saturating_sub(1), &[Span::styled(aside, look.bold())]);
        canvas.put(1, top + 1, room.saturating_sub(taken), &self.beyond(world, found));
        for (y, row) in asked.iter().enumerate() {
            canvas.put(1, top + 2 + y, room, &[Span::raw(row.as_str())]);
        }
        top
    }

    /// What was looked for beyond what was typed, and how to do without.
    fn beyond(&self, world: &World, found: &Found) -> Vec<Span<'static>> {
        let look = &world.look;
        let mut parts: Vec<String> = found.expanded.iter().map(|it| expanded(world, it)).collect();
        if self.literal {
            parts.push(world.say("search-literal"));
        }
        if found.behind > 0 {
            parts.push(world.say_with("search-behind", &[("count", found.behind.into())]));
        }
        if !found.hits.is_empty() && !found.named.is_empty() {
            let codes: Vec<&str> = found.named.iter().map(|it| it.code.as_str()).collect();
            parts.push(format!("{} {}", world.say("search-names-in-the-vault"), codes.join(", ")));
        }
        if parts.is_empty() {
            return Vec::new();
        }
        let mut spans = vec![
            Span::styled(format!("{}  ", world.say("search-beyond")), look.dim()),
            Span::raw(parts.join(&format!(" {} ", look.glyphs.dot))),
        ];
        if self.literal || self.has_synonyms() {
            let key = world.keys.shown(crate::tui::keymap::Place::Search, Action::Literal);
            let does = world.say(if self.literal { "search-literal-off" } else { "search-literal-on" });
            spans.push(Span::styled(format!("  {does} "), look.dim()));
            spans.extend(key.map(|key| Span::raw(key.to_string())));
        }
        spans
    }

    /// What an action is called here.
    pub(super) fn name_of(&self, world: &World, action: Action) -> String {
        match action {
            Action::Open if self.focus == Focus::Facets => world.say("action-choose"),
            Action::Open if !self.hits().is_empty() => world.say("action-context"),
            Action::Open => world.say(match self.choices(world).get(self.cursor.at) {
                Some(nothing::Choice::Without(..)) => "action-without",
                Some(nothing::Choice::Near(_)) => "action-near",
                Some(nothing::Choice::Named(_)) => "matrix-participant",
                Some(nothing::Choice::Saved(_)) | None => "action-search",
            }),
            Action::Down if self.focus == Focus::Box => {
                world.say(if self.hits().is_empty() { "action-to-list" } else { "action-into-list" })
            }
            Action::Narrow if self.focus == Focus::Facets => world.say("action-to-list"),
            Action::Search => world.say("action-to-box"),
            Action::Drop => world.say("action-drop-search"),
            Action::Gather if self.hit().is_some_and(|hit| world.is_gathered(hit.line.note)) => {
                world.say("action-ungather")
            }
            Action::NextHit => world.say("action-next-person"),
            Action::PreviousHit => world.say("action-previous-person"),
            Action::Literal if self.literal => world.say("action-literal-off"),
            Action::Tray => format!("{} {}", world.say("action-tray"), world.gathered()),
            _ => match action.subject().and_then(|subject| subject.dimension()) {
                Some(dimension) => world.say(&format!("dimension-{}", dimension.name())),
                None => world.say(&format!("action-{}", action.name())),
            },
        }
    }
}

/// People, lines and interviews, people first, and how long it took.
fn counts(world: &World, found: &Found) -> String {
    let took = i64::try_from(found.took_ms).unwrap_or(i64::MAX);
    let counts = [
        ("people", found.people.into()),
        ("lines", found.total.into()),
        ("interviews", found.interviews.into()),
        ("ms", took.into()),
    ];
    world.say_with("search-counts", &counts)
}

/// Who was asked; empty where nothing could be asked.
fn standing(world: &World, found: &Found) -> String {
    let Some(standing) = found.standing.as_ref().filter(|_| found.total > 0) else { return String::new() };
    let counts = &standing.counts;
    let args = [
        ("asked", counts.asked.into()),
        ("said", counts.raised_when_asked().into()),
        ("unprompted", counts.unprompted.into()),
        ("not_asked", counts.not_asked.into()),
        ("open", counts.open.into()),
    ];
    let told = world.say_with(if counts.asked == 0 { "search-standing-unasked" } else { "search-standing" }, &args);
    match counts.contradicted {
        0 => told,
        count => format!(
            "{told} {} {}",
            world.look.glyphs.dot,
            world.say_with("search-contradicted", &[("count", count.into())])
        ),
    }
}

/// One way in which the query was read beyond its letters.
fn expanded(world: &World, expanded: &Expanded) -> String {
    let glyphs = world.look.glyphs;
    let sign = if expanded.means == "synonym" { glyphs.alike } else { glyphs.arrow };
    let how = world.say(&format!("expanded-{}", expanded.means));
    if expanded.typed == expanded.sought {
        return format!("{} ({how})", expanded.typed);
    }
    format!("{}{sign}{} ({how})", expanded.typed, expanded.sought)
}

/// One facet, with what parts it from the one before and, behind the last of its group, what is counted.
fn facet_spans(world: &World, all: &[Shown], at: usize, (follows, is_here): (bool, bool)) -> Vec<Span<'static>> {
    let look = &world.look;
    let shown = &all[at];
    let is_new = at.checked_sub(1).is_none_or(|before| all[before].facet.group != shown.facet.group);
    let is_last = all.get(at + 1).is_none_or(|next| next.facet.group != shown.facet.group);
    let mut spans = Vec::new();
    if follows {
        let part = if is_new { look.glyphs.side } else { look.glyphs.dot };
        spans.push(Span::styled(format!(" {part} "), look.dim()));
    }
    let style = match shown.facet.group {
        Group::Dimension => shown.facet.value.parse().map_or_else(|_| look.dim(), |it| look.dimension(it)),
        _ => Style::new(),
    };
    let style = if shown.is_on { style.add_modifier(Modifier::BOLD) } else { style };
    let style = if is_here { style.add_modifier(Modifier::REVERSED) } else { style };
    let on = if shown.is_on { look.glyphs.on } else { "" };
    let count = shown.count.map(|count| format!(" {count}")).unwrap_or_default();
    spans.push(Span::styled(format!("{on}{}{count}", shown.label), style));
    if is_last {
        let key = if shown.facet.group == Group::Dimension { "facet-lines" } else { "facet-people" };
        spans.push(Span::styled(world.say(key), look.dim()));
    }
    spans
}

/// The first facet to draw so that the one under the cursor is in sight.
fn first_facet(world: &World, all: &[Shown], here: Option<usize>, room: usize) -> usize {
    let Some(here) = here else { return 0 };
    let width = |at: usize, follows| -> usize {
        facet_spans(world, all, at, (follows, false)).iter().map(|span| text::width(&span.content)).sum()
    };
    (0..=here)
        .find(|first| {
            let used: usize = (*first..=here).map(|at| width(at, at > *first)).sum();
            used + if *first > 0 { 2 } else { 0 } < room
        })
        .unwrap_or(here)
}

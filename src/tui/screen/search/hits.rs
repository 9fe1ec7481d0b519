//! The list of what was found: once per person who it is, then each line in one row around what was found in it. On a
//! narrow screen the person has a row of its own.

use ratatui::text::Span;

use super::{Focus, Search};
use crate::domain::snippet;
use crate::domain::text;
use crate::library::Hit;
use crate::tui::screen::line::{first_shown, padded, voice_mark};
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::prose;
use crate::tui::world::World;

/// Below this width a person has a row of its own.
const FOLDED: usize = 60;
/// From this width on the dimension has a column.
const WITH_DIMENSION: usize = 96;

/// Brings the hits of one person together; people keep the order of their best line.
pub fn grouped(mut hits: Vec<Hit>) -> Vec<Hit> {
    let mut people = std::collections::BTreeMap::new();
    for hit in &hits {
        let next = people.len();
        people.entry(hit.line.participant).or_insert(next);
    }
    hits.sort_by_key(|hit| people.get(&hit.line.participant).copied());
    hits
}

/// The first line of the next person, or of the one before; where it is, if there is none.
pub fn other_person(hits: &[Hit], at: usize, forward: bool) -> usize {
    let Some(here) = hits.get(at).map(|hit| hit.line.participant) else { return at };
    let start_of = |at: usize| {
        let person = hits[at].line.participant;
        hits[..at].iter().rposition(|hit| hit.line.participant != person).map_or(0, |before| before + 1)
    };
    if forward {
        return (at..hits.len()).find(|next| hits[*next].line.participant != here).unwrap_or(at);
    }
    match start_of(at) {
        start if start < at => start,
        0 => 0,
        start => start_of(start - 1),
    }
}

/// The columns before the words, in cells.
#[derive(Clone, Copy)]
struct Columns {
    code: usize,
    outcome: usize,
    role: usize,
    dimension: usize,
    tail: usize,
}

impl Search {
    /// Draws the lines that were found.
    pub(super) fn draw_hits(&self, world: &World, canvas: &mut Canvas) {
        let (width, height, hits) = (canvas.width(), canvas.height(), self.hits());
        let columns = columns(world, hits, width);
        let rows = |at: usize| self.hit_rows(world, at, (width, columns));
        let first = first_shown(self.cursor.at, hits.len(), height, |at| rows(at).len());
        let mut y = 0;
        for at in first..hits.len() {
            for row in rows(at) {
                if y >= height {
                    return;
                }
                canvas.line(y, &row);
                if self.focus == Focus::List {
                    canvas.entry(y, at, at == self.cursor.at);
                } else {
                    canvas.entry(y, at, false);
                }
                y += 1;
            }
        }
    }

    fn is_first_of_person(&self, at: usize) -> bool {
        let person = |at: usize| self.hits().get(at).map(|hit| hit.line.participant);
        at.checked_sub(1).is_none_or(|before| person(before) != person(at))
    }

    fn hit_rows(&self, world: &World, at: usize, (width, columns): (usize, Columns)) -> Vec<Vec<Span<'_>>> {
        let look = &world.look;
        let Some(hit) = self.hits().get(at) else { return Vec::new() };
        let is_first = self.is_first_of_person(at);
        let mut head = vec![
            Span::raw(if world.is_gathered(hit.line.note) { look.glyphs.on } else { " " }),
            Span::styled(if at == self.cursor.at { look.glyphs.here } else { " " }, look.bold()),
            Span::raw(" "),
        ];
        let mut rows = Vec::new();
        if width < FOLDED {
            if is_first {
                let (code, who) = (hit.line.participant_code.as_str(), who(world, hit));
                rows.push(vec![
                    Span::raw("   "),
                    Span::styled(code, look.bold()),
                    Span::styled(format!("  {who}"), look.dim()),
                ]);
            }
        } else {
            head.extend(self.who_columns(world, hit, (is_first, columns)));
        }
        head.push(Span::styled(format!("{} ", voice_mark(hit.line.speaker, hit.line.voice)), look.bold()));
        let indent: usize = head.iter().map(|span| text::width(&span.content)).sum();
        let tail_cells = columns.tail + usize::from(columns.tail > 0);
        let room = width.saturating_sub(indent + tail_cells + 1).max(1);
        head.extend(words(world, hit, room));
        let tail = tail(world, hit);
        if !tail.is_empty() {
            let used: usize = head.iter().map(|span| text::width(&span.content)).sum();
            let blank = width.saturating_sub(used + text::width(&tail) + 1);
            head.push(Span::styled(format!("{}{tail}", " ".repeat(blank)), look.bold()));
        }
        rows.push(head);
        rows
    }

    fn who_columns(&self, world: &World, hit: &Hit, (is_first, columns): (bool, Columns)) -> Vec<Span<'static>> {
        let look = &world.look;
        let shown = |text: &str| if is_first { text.to_owned() } else { String::new() };
        let mut spans = vec![Span::styled(padded(look, &shown(&hit.line.participant_code), columns.code), look.bold())];
        for (text, cells) in [(role(hit), columns.role), (&outcome(world, hit), columns.outcome)] {
            if cells > 0 {
                spans.push(Span::styled(format!(" {}", padded(look, &shown(text), cells)), look.dim()));
            }
        }
        if columns.dimension > 0 {
            let name = world.say(&format!("dimension-{}-short", hit.line.dimension.name()));
            let name = format!(" {}", padded(look, &name, columns.dimension));
            spans.push(Span::styled(name, look.dimension(hit.line.dimension)));
        }
        spans.push(Span::raw(" "));
        spans
    }
}

fn columns(world: &World, hits: &[Hit], width: usize) -> Columns {
    let widest = |text: &dyn Fn(&Hit) -> usize, most: usize| hits.iter().map(text).max().unwrap_or(0).min(most);
    let is_wide = width >= WITH_DIMENSION;
    Columns {
        code: widest(&|hit| text::width(&hit.line.participant_code), 8),
        role: widest(&|hit| text::width(role(hit)), if is_wide { 18 } else { 12 }),
        outcome: widest(&|hit| text::width(&outcome(world, hit)), 9),
        dimension: if is_wide { 8 } else { 0 },
        tail: widest(&|hit| text::width(&tail(world, hit)), 12),
    }
}

/// The role, else the persona.
fn role(hit: &Hit) -> &str {
    if hit.line.role.is_empty() { hit.line.persona.as_deref().unwrap_or_default() } else { &hit.line.role }
}

fn outcome(world: &World, hit: &Hit) -> String {
    hit.line.outcome.map(|it| world.say(&format!("outcome-{}-short", it.name()))).unwrap_or_default()
}

/// Who it is in one stretch.
fn who(world: &World, hit: &Hit) -> String {
    let outcome = outcome(world, hit);
    let parts: Vec<&str> = [role(hit), outcome.as_str()].into_iter().filter(|it| !it.is_empty()).collect();
    parts.join(&format!(" {} ", world.look.glyphs.dot))
}

/// What stands at the right edge: that it speaks against something, that an earlier wording was found, a star.
fn tail(world: &World, hit: &Hit) -> String {
    let mut parts = Vec::new();
    parts.extend(
        (!hit.against.is_empty()).then(|| format!("{} {}", world.say("hit-against"), world.look.glyphs.against)),
    );
    parts.extend(hit.earlier.as_ref().map(|(revision, _)| format!("r{revision}")));
    parts.extend(hit.line.star.then(|| world.look.glyphs.star.to_owned()));
    parts.join(" ")
}

/// The words around what was found, in one row.
fn words<'a>(world: &World, hit: &'a Hit, room: usize) -> Vec<Span<'a>> {
    let look = &world.look;
    let content = hit.earlier.as_ref().map_or(hit.line.text.as_str(), |(_, text)| text.as_str());
    let piece = snippet::around(content, room, &hit.highlights);
    let cut = |is_cut: bool| is_cut.then(|| Span::styled(look.glyphs.more, look.dim()));
    let mut spans: Vec<Span> = cut(piece.before).into_iter().collect();
    spans.extend(prose::spans(content, piece.bytes, (look.plain(), look.found()), &hit.highlights));
    spans.extend(cut(piece.after));
    spans
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::tui::script::sample;

    #[test]
    fn the_hits_of_one_person_stand_together_and_can_be_passed_over() {
        let research = sample();
        let found = crate::tui::tests::found(&research, &crate::library::Request::of("견적", 300));
        let hits = grouped(found.hits);
        let people: Vec<_> = hits.iter().map(|hit| hit.line.participant).collect();
        let mut parted = people.clone();
        parted.dedup();
        let distinct: std::collections::BTreeSet<_> = people.iter().collect();
        assert_eq!(parted.len(), distinct.len());
        let (mut at, mut seen) = (0, vec![0]);
        while other_person(&hits, at, true) != at {
            at = other_person(&hits, at, true);
            seen.push(at);
        }
        assert_eq!(seen.len(), parted.len());
        for start in seen.iter().rev().skip(1) {
            at = other_person(&hits, at, false);
            assert_eq!(at, *start);
        }
    }
}

//! The rows of the list of themes: which there are, in which order, and how each is drawn. Counted when the study has
//! changed, never while a frame is drawn.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use ratatui::text::Span;

use crate::domain::evidence::Evidence;
use crate::domain::{Dimension, Id, Research, Stance, Theme, Voice, matching, text};
use crate::tui::palette::subject_of;
use crate::tui::screen::line::padded;
use crate::tui::widget::canvas::Canvas;
use crate::tui::world::World;

/// Rows of what stands below the list, its rule included.
pub const FOOT: usize = 3;
/// From this width on the counts stand beside the name.
const ROOMY: usize = 60;
/// Cells of the counts: people, lines, those against.
const PEOPLE: usize = 9;
const LINES: usize = 11;
const AGAINST: usize = 6;
/// Cells of one level of the hierarchy, which is drawn so deep.
const LEVEL: usize = 2;
const DEEPEST: usize = 6;

/// One theme with its counts.
#[derive(Clone, Debug)]
pub struct Entry {
    pub dimension: Dimension,
    pub theme: Id,
    pub is_dropped: bool,
    /// How many wider themes stand above it.
    depth: usize,
    name: String,
    people: usize,
    lines: usize,
    against: usize,
}

/// One row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    Dimension(Dimension),
    /// The heading of the themes that were dropped.
    Dropped,
    /// A theme, by its place among the entries.
    Theme(usize),
}

/// Every theme: by dimension, most people first, each followed by those below it; the dropped ones last.
pub fn entries(research: &Research) -> Vec<Entry> {
    let people = research.counted_people(None);
    let entry = |theme: &Theme| {
        let said = research.said_under(theme, &people);
        let of = |stance| said.iter().filter(move |it| it.stance == stance);
        let heard = |stance| of(stance).map(|it| it.person.id).collect::<BTreeSet<_>>().len();
        Entry {
            dimension: theme.dimension,
            theme: theme.id,
            is_dropped: theme.dropped.is_some(),
            depth: 0,
            name: theme.name.clone(),
            people: heard(Stance::Supports),
            lines: of(Stance::Supports).count(),
            against: heard(Stance::Contradicts),
        }
    };
    let mut all: Vec<Entry> = research.themes().values().map(entry).collect();
    all.sort_by_key(|it| (it.dimension, Reverse((it.people, it.lines)), it.theme));
    let (dropped, live): (Vec<Entry>, Vec<Entry>) = all.into_iter().partition(|it| it.is_dropped);
    nested(research, live).into_iter().chain(dropped).collect()
}

/// The same themes with those that stand below another right behind it. A wider theme that is gone, dropped or of another
/// dimension is passed over, and a ring is broken where it was entered.
fn nested(research: &Research, live: Vec<Entry>) -> Vec<Entry> {
    let dimensions: BTreeMap<Id, Dimension> = live.iter().map(|it| (it.theme, it.dimension)).collect();
    let parent = |entry: &Entry| {
        let parent = research.themes().get(&entry.theme)?.parent?;
        (dimensions.get(&parent) == Some(&entry.dimension)).then_some(parent)
    };
    let mut below: BTreeMap<Option<Id>, Vec<Entry>> = BTreeMap::new();
    let mut order: Vec<Id> = Vec::new();
    for entry in live {
        order.push(entry.theme);
        below.entry(parent(&entry)).or_default().push(entry);
    }
    let mut placed = Vec::new();
    place(&mut below, None, 0, &mut placed);
    // What is left hangs in a ring.
    while let Some(ring) = order.iter().find(|id| below.values().flatten().any(|it| it.theme == **id)).copied() {
        for entries in below.values_mut() {
            if let Some(at) = entries.iter().position(|it| it.theme == ring) {
                placed.push(entries.remove(at));
            }
        }
        place(&mut below, Some(ring), 1, &mut placed);
    }
    let mut ordered = placed;
    ordered.sort_by_key(|it| it.dimension);
    ordered
}

fn place(below: &mut BTreeMap<Option<Id>, Vec<Entry>>, parent: Option<Id>, depth: usize, placed: &mut Vec<Entry>) {
    for entry in below.remove(&parent).unwrap_or_default() {
        let theme = entry.theme;
        placed.push(Entry { depth: depth.min(DEEPEST), ..entry });
        place(below, Some(theme), depth + 1, placed);
    }
}

/// The rows that a query leaves, with the headings of those dimensions; an empty query leaves everything.
pub fn filtered(entries: &[Entry], query: &str) -> Vec<Row> {
    let fits = |entry: &Entry| query.is_empty() || matching::rank(query, &entry.name).is_some();
    let mut rows = Vec::new();
    for dimension in Dimension::FIVE {
        let of = entries.iter().enumerate().filter(|(_, it)| it.dimension == dimension && !it.is_dropped && fits(it));
        let of: Vec<Row> = of.map(|(at, _)| Row::Theme(at)).collect();
        if !of.is_empty() || query.is_empty() {
            rows.push(Row::Dimension(dimension));
            rows.extend(of);
        }
    }
    let dropped = entries.iter().enumerate().filter(|(_, it)| it.is_dropped && fits(it));
    let dropped: Vec<Row> = dropped.map(|(at, _)| Row::Theme(at)).collect();
    if !dropped.is_empty() {
        rows.push(Row::Dropped);
        rows.extend(dropped);
    }
    rows
}

/// The heading of a dimension.
pub fn heading(world: &World, dimension: Dimension) -> Vec<Vec<Span<'static>>> {
    let look = &world.look;
    let name = world.say(&format!("dimension-{}", dimension.name()));
    let hue = subject_of(dimension).map(|subject| look.subject(subject)).unwrap_or_default();
    vec![vec![Span::styled(format!(" {name}"), hue.patch(look.bold()))]]
}

/// One theme: chosen or not, its name under the wider ones, people, lines, people against.
pub fn theme(world: &World, (entry, is_chosen): (&Entry, bool), width: usize) -> Vec<Vec<Span<'static>>> {
    let look = &world.look;
    let right = |text: &str, cells: usize| format!("{}{text}", " ".repeat(cells.saturating_sub(text::width(text))));
    let people = world.say_with("people", &[("count", entry.people.into())]);
    let lines = world.say_with("lines", &[("count", entry.lines.into())]);
    let against = if entry.against > 0 { format!("! {}", entry.against) } else { String::new() };
    let mark = if is_chosen { look.glyphs.on } else { " " };
    let indent = 3 + entry.depth * LEVEL;
    let head = format!(" {mark} {}", " ".repeat(entry.depth * LEVEL));
    let style = if entry.is_dropped { look.dim() } else { look.plain() };
    if width < ROOMY {
        let names = text::wrap(&entry.name, width.saturating_sub(indent + 1).max(1), 0).into_iter().enumerate();
        let counts = [people, lines, against].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>();
        let counts = format!("{}{}", " ".repeat(indent + 2), counts.join(&format!(" {} ", look.glyphs.dot)));
        let names = names.map(|(at, name)| {
            let head = if at == 0 { head.clone() } else { " ".repeat(indent) };
            vec![Span::raw(head), Span::styled(name, style)]
        });
        return names.chain([vec![Span::styled(counts, look.dim())]]).collect();
    }
    let room = width.saturating_sub(indent + PEOPLE + LINES + AGAINST + 2);
    let mut rows = Vec::new();
    for (at, name) in text::wrap(&entry.name, room.max(1), 0).into_iter().enumerate() {
        if at > 0 {
            rows.push(vec![Span::raw(" ".repeat(indent)), Span::styled(name, style)]);
            continue;
        }
        rows.push(vec![
            Span::styled(head.clone(), look.bold()),
            Span::styled(padded(look, &name, room), style),
            Span::styled(right(&people, PEOPLE), style),
            Span::styled(right(&lines, LINES), look.dim()),
            Span::raw(right(&against, AGAINST)),
        ]);
    }
    rows
}

/// What is told of a theme below the list.
pub fn detail(world: &World, theme: &Theme) -> Option<String> {
    if let Some(gone) = &theme.dropped {
        let date = gone.at.date().format("%m-%d").to_string();
        let args = [("reason", gone.reason.as_str().into()), ("by", gone.by.as_str().into()), ("date", (&date).into())];
        return Some(world.say_with("brief-dropped-why", &args));
    }
    if !theme.memo.is_empty() {
        return Some(world.say_with("themes-memo", &[("memo", theme.memo.as_str().into())]));
    }
    let mut marks: Vec<_> = world.research.marks_under(theme.id).filter(|it| it.stance == Stance::Supports).collect();
    marks.sort_by_key(|mark| mark.id);
    let evidence = marks.into_iter().filter_map(|mark| {
        let note = world.research.notes().get(&mark.note).filter(|it| it.voice == Voice::Verbatim)?;
        let person = world.research.person_of(note).filter(|it| !it.is_withdrawn())?;
        Some(Evidence::of(note, person))
    });
    let said = evidence.filter(|it| !it.withheld).max_by_key(|it| it.star)?;
    Some(format!("\"{}\"  {}", said.text, said.note))
}

/// Draws it on the rows that are left; what does not fit is marked.
pub fn draw_detail(world: &World, canvas: &mut Canvas, y: usize, detail: &str) {
    let room = canvas.width().saturating_sub(2).max(1);
    let rows = text::wrap(detail, room, 0);
    let last = FOOT - 2;
    for (nth, row) in rows.iter().enumerate().take(last + 1) {
        let is_cut = nth == last && rows.len() > last + 1;
        let row = if is_cut { format!("{row} {}", world.look.glyphs.more) } else { row.clone() };
        canvas.put(1, y + nth, room, &[Span::styled(row, world.look.dim())]);
    }
}

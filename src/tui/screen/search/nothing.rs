//! What can be done where there are no lines to show: leave out the filter that removed most, take a near spelling,
//! go to the person whose name was typed, or run a saved search again. Each is a row that Enter or its digit takes.

use ratatui::text::Span;

use crate::domain::{Id, text};
use crate::library::{Found, Named};
use crate::tui::screen::line::padded;
use crate::tui::widget::canvas::Canvas;
use crate::tui::world::World;

/// At most so many of each kind.
const MOST: usize = 4;

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Leave out this filter, which brings so many lines.
    Without(String, usize),
    /// Look for this word in the place of one that is spelled nearly so.
    Near(String),
    /// Go to this person.
    Named(Named),
    /// Run this saved search.
    Saved(Id),
}

/// What can be done about an answer without lines.
pub fn choices(found: &Found) -> Vec<Choice> {
    let Some(nothing) = &found.nothing else {
        return found.named.iter().take(MOST).cloned().map(Choice::Named).collect();
    };
    let without = nothing.without.iter().take(MOST).map(|(filter, lines)| Choice::Without(filter.clone(), *lines));
    let near = nothing.near.iter().take(MOST).cloned().map(Choice::Near);
    let named = found.named.iter().take(MOST).cloned().map(Choice::Named);
    near.chain(without).chain(named).collect()
}

/// The saved searches of the study, those with new people first.
pub fn saved(world: &World) -> Vec<Choice> {
    let mut all: Vec<_> = world.research.saved_searches().values().collect();
    all.sort_by_key(|it| (std::cmp::Reverse(world.new_people(it).unwrap_or(0)), it.name.clone()));
    all.into_iter().map(|it| Choice::Saved(it.id)).collect()
}

/// The sentences above the choices: how many lines were searched, and whether anybody was asked.
fn sentences(world: &World, found: Option<&Found>) -> Vec<String> {
    let Some(found) = found else { return vec![world.say("search-hint")] };
    let mut all = Vec::new();
    match &found.nothing {
        Some(nothing) => {
            let lines = i64::try_from(nothing.lines).unwrap_or(i64::MAX);
            all.push(world.say_with("search-nothing-in", &[("lines", lines.into())]));
        }
        None => all.push(world.say("search-nothing")),
    }
    if let Some(standing) = &found.standing {
        let asked = standing.counts.asked;
        let key = if asked == 0 { "search-nobody-asked" } else { "search-asked-in-vain" };
        all.push(world.say_with(key, &[("count", asked.into())]));
    }
    all
}

/// Draws the sentences and the choices, the one at `here` marked; `is_list` where the cursor stands in them.
pub fn draw(
    world: &World,
    canvas: &mut Canvas,
    found: Option<&Found>,
    (choices, here, is_list): (&[Choice], usize, bool),
) {
    let look = &world.look;
    let room = canvas.width().saturating_sub(2).max(1);
    let mut y = 0;
    for sentence in sentences(world, found) {
        for row in text::wrap(&sentence, room, 0) {
            canvas.put(1, y, room, &[Span::styled(row, look.dim())]);
            y += 1;
        }
    }
    y += usize::from(!choices.is_empty());
    let labels: Vec<String> = choices.iter().map(|choice| label(world, choice)).collect();
    let widest = labels.iter().map(|label| text::width(label)).max().unwrap_or(0).min(canvas.width() / 3);
    let first = here.saturating_sub(canvas.height().saturating_sub(y + 1));
    for (at, choice) in choices.iter().enumerate().skip(first) {
        let is_new = at == first || labels[at - 1] != labels[at];
        let mark = if at == here { look.glyphs.here } else { " " };
        let digit = if at < 9 { (at + 1).to_string() } else { " ".to_owned() };
        let (what, aside) = told(world, choice);
        let spans = [
            Span::styled(format!(" {mark} "), look.bold()),
            Span::styled(padded(look, if is_new { &labels[at] } else { "" }, widest + 2), look.dim()),
            Span::styled(format!("{digit} "), look.bold()),
            Span::raw(what),
            Span::styled(format!("  {aside}"), look.dim()),
        ];
        canvas.line(y, &spans);
        if is_list {
            canvas.entry(y, at, at == here);
        }
        y += 1;
    }
}

fn label(world: &World, choice: &Choice) -> String {
    world.say(match choice {
        Choice::Without(..) => "search-without",
        Choice::Near(_) => "search-near",
        Choice::Named(_) => "search-named",
        Choice::Saved(_) => "search-saved",
    })
}

/// What a choice says, and what stands behind it.
fn told(world: &World, choice: &Choice) -> (String, String) {
    match choice {
        Choice::Without(filter, lines) => {
            (filter.clone(), world.say_with("search-without-lines", &[("count", (*lines).into())]))
        }
        Choice::Near(word) => (word.clone(), String::new()),
        Choice::Named(named) => (format!("{}: {}", world.say("search-names-in-the-vault"), named.code), String::new()),
        Choice::Saved(id) => {
            let Some(search) = world.research.saved_searches().get(id) else { return Default::default() };
            let people = world.say_with("people", &[("count", world.people_in(search).into())]);
            let new = world.new_people(search).filter(|new| *new > 0);
            let new = new.map(|new| format!("  {}", world.say_with("saved-new", &[("count", new.into())])));
            let query = if search.query == search.name { String::new() } else { format!("  {}", search.query) };
            (search.name.clone(), format!("{people}{}{query}", new.unwrap_or_default()))
        }
    }
}

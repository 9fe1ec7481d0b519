//! What the views of measured paths share: how a stage and a count are called, and rows of words in the plainest style.
//! Which numbers there are is decided in `domain::paths`.

use ratatui::style::Style;
use ratatui::text::Span;

use crate::domain::paths::Paths;
use crate::domain::{Stage, text};
use crate::exchange::flow;
use crate::tui::world::World;

/// A row of a view.
pub type Row = Vec<Span<'static>>;

/// A stage with its place in the form.
pub fn stage(world: &World, paths: &Paths, stage: &Stage) -> String {
    let name = flow::stage_name(paths, stage, &world.words);
    paths.place(stage).map_or(name.clone(), |place| format!("{place} {name}"))
}

/// So many of so many people.
pub fn part(world: &World, part: usize, whole: usize) -> String {
    world.say_with("paths-part", &[("part", part.into()), ("whole", whole.into())])
}

/// These words with their counts, without those that are nought.
pub fn counts(world: &World, counts: &[(&str, usize)]) -> String {
    let said = counts.iter().filter(|(_, count)| *count > 0);
    let said: Vec<String> = said.map(|(key, count)| world.say_with(key, &[("count", (*count).into())])).collect();
    said.join(&format!(" {} ", world.look.glyphs.dot))
}

/// A text on as many rows as it needs, each behind so many blanks; nothing needs none.
pub fn wrapped(content: &str, (indent, width): (usize, usize), style: Style) -> Vec<Row> {
    if content.is_empty() {
        return Vec::new();
    }
    let rows = text::wrap(content, width.saturating_sub(indent + 1).max(10), 0);
    rows.into_iter().map(|row| vec![Span::raw(" ".repeat(indent)), Span::styled(row, style)]).collect()
}

/// What every view begins with: how many people, how their purchases ended, and of whom no path is known.
pub fn head(world: &World, paths: &Paths, width: usize) -> Vec<Row> {
    let mut said = vec![world.say_with("people", &[("count", paths.people.into())])];
    for it in paths.outcomes.iter().filter(|it| it.people > 0) {
        let name =
            it.outcome.map_or_else(|| world.say("gate-outcome-unknown"), |it| world.say(&format!("outcome-{it}")));
        said.push(format!("{name} {}", it.people));
    }
    if paths.without_path > 0 {
        said.push(world.say_with("paths-without", &[("count", paths.without_path.into())]));
    }
    wrapped(&said.join(&format!(" {} ", world.look.glyphs.dot)), (1, width), world.look.dim())
}

/// What every view ends with.
pub fn foot(world: &World, key: &str, width: usize) -> Vec<Row> {
    std::iter::once(Vec::new()).chain(wrapped(&world.say(key), (1, width), world.look.dim())).collect()
}

/// The one sentence where no path is known.
pub fn empty(world: &World, paths: &Paths, width: usize) -> Option<Vec<Row>> {
    let is_empty = paths.without_path == paths.people;
    is_empty.then(|| wrapped(&world.say("paths-empty"), (1, width), world.look.dim()))
}

//! Who moved from which stage to which: from the left to the top, the diagonal empty, with where paths began as the first
//! row and how they ended as the last columns. A move back and a move over a stage carry a mark.

use ratatui::text::Span;

use super::measured::{self, Row};
use crate::domain::paths::{Paths, StageCounts, Transition, Way};
use crate::domain::text;
use crate::tui::screen::line::{cut_marked, padded};
use crate::tui::world::World;

/// The ways in which a path ends, by the words of their columns.
const ENDS: [&str; 3] = ["paths-column-won", "paths-column-left", "paths-column-open"];

/// From this width on a cell tells the moves too, where they are more than the people.
const ROOMY: usize = 5;

/// The matrix as rows, and below it what led back.
pub fn rows(world: &World, paths: &Paths, width: usize) -> Vec<Row> {
    if let Some(rows) = measured::empty(world, paths, width) {
        return rows;
    }
    let columns = paths.stages.len() + ENDS.len();
    let column = (width.saturating_sub(14) / columns.max(1)).clamp(3, 14);
    let label = width.saturating_sub(column * columns + 2).min(30);
    let cells = Cells { world, label, column };
    let mut rows = measured::head(world, paths, width);
    rows.push(Vec::new());
    rows.push(cells.row(&world.say("paths-from-to"), cells.heads(paths), false));
    let began = paths.stages.iter().map(|it| cells.count(it.began)).chain(ENDS.map(|_| String::new())).collect();
    rows.push(cells.row(&world.say("paths-column-began"), began, false));
    for stage in &paths.stages {
        rows.push(cells.row(&measured::stage(world, paths, &stage.stage), cells.moves(paths, stage), true));
    }
    rows.extend(measured::foot(world, "paths-matrix-legend", width));
    rows.extend(led(world, paths, (Way::Back, "paths-moves-back"), width));
    rows.extend(led(world, paths, (Way::Skip, "paths-moves-over"), width));
    rows
}

struct Cells<'a> {
    world: &'a World,
    label: usize,
    column: usize,
}

impl Cells<'_> {
    /// The heads of the columns: the place of a stage, and its name where there is room.
    fn heads(&self, paths: &Paths) -> Vec<String> {
        let stages = paths.stages.iter().enumerate().map(|(at, it)| match self.column {
            0..8 => at.to_string(),
            _ => cut_marked(&self.world.look, &measured::stage(self.world, paths, &it.stage), self.column - 1),
        });
        let ends = ENDS.iter().map(|key| cut_marked(&self.world.look, &self.world.say(key), self.column - 1));
        stages.chain(ends).collect()
    }

    /// From one stage to each, and out of it.
    fn moves(&self, paths: &Paths, from: &StageCounts) -> Vec<String> {
        let to = paths.stages.iter().map(|to| match paths.transition(&from.stage, &to.stage) {
            Some(it) => self.moved(it),
            None if to.stage == from.stage => self.world.look.glyphs.rule.to_owned(),
            None => self.world.look.glyphs.dot.to_owned(),
        });
        let ended = from.ended;
        to.chain([ended.won, ended.exits(), ended.open].map(|count| self.count(count))).collect()
    }

    fn moved(&self, it: &Transition) -> String {
        let glyphs = self.world.look.glyphs;
        let mark = match it.way {
            Way::On => "",
            Way::Skip => glyphs.arrow,
            Way::Back => glyphs.back,
        };
        let moves = if it.moves > it.people && self.column >= ROOMY { format!("/{}", it.moves) } else { String::new() };
        format!("{mark}{}{moves}", it.people)
    }

    fn count(&self, count: usize) -> String {
        if count == 0 { self.world.look.glyphs.dot.to_owned() } else { count.to_string() }
    }

    /// A row of right-aligned cells behind its label.
    fn row(&self, label: &str, cells: Vec<String>, is_stage: bool) -> Row {
        let look = &self.world.look;
        let label = format!(" {}", padded(look, label, self.label));
        let mut row = vec![Span::styled(label, if is_stage { look.bold() } else { look.dim() })];
        for cell in cells {
            let fill = " ".repeat(self.column.saturating_sub(text::width(&cell)));
            let is_empty = !is_stage || cell == look.glyphs.dot || cell == look.glyphs.rule;
            let style = if is_empty { look.dim() } else { look.plain() };
            row.push(Span::styled(format!("{fill}{cell}"), style));
        }
        row
    }
}

/// The moves of a way, each with the events that led there.
fn led(world: &World, paths: &Paths, (way, key): (Way, &str), width: usize) -> Vec<Row> {
    let moves: Vec<&Transition> = paths.transitions.iter().filter(|it| it.way == way).collect();
    if moves.is_empty() {
        return Vec::new();
    }
    let look = &world.look;
    let mut rows: Vec<Row> = vec![Vec::new(), vec![Span::styled(format!(" {}", world.say(key)), look.bold())]];
    for it in moves {
        let [from, to] = [&it.from, &it.to].map(|stage| measured::stage(world, paths, stage));
        let people = world.say_with("people", &[("count", it.people.into())]);
        let moved = format!("{from} {} {to}  {people}", look.glyphs.arrow);
        rows.extend(measured::wrapped(&moved, (2, width), look.plain()));
        for mover in &it.movers {
            let told = format!("{}  {}", mover.event, mover.text);
            rows.extend(measured::wrapped(&told, (4, width), look.dim()));
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::super::funnel::tests::{drawn, fits};
    use super::*;
    use crate::words::Lang;

    /// Shows D22.
    #[test]
    fn the_matrix_fits_and_marks_loops_and_skips() {
        fits(rows);
        insta::assert_snapshot!("matrix_en_80", drawn(rows, (Lang::En, false), (0, 80)));
        insta::assert_snapshot!("matrix_ko_80_ascii", drawn(rows, (Lang::Ko, true), (1, 80)));
        insta::assert_snapshot!("matrix_ko_200", drawn(rows, (Lang::Ko, false), (1, 200)));
    }
}

//! The flowchart of the paths on the screen: the rows are those of the text form, with the points of action standing out.
//! How the boxes are drawn is `exchange::flow`'s.

use ratatui::text::Span;

use super::measured::{self, Row};
use crate::domain::paths::Paths;
use crate::exchange::{ascii, flow};
use crate::tui::world::World;

/// The flowchart as rows.
pub fn rows(world: &World, paths: &Paths, width: usize) -> Vec<Row> {
    if let Some(rows) = measured::empty(world, paths, width) {
        return rows;
    }
    let look = &world.look;
    let mut rows = measured::head(world, paths, width);
    for line in flow::text(paths, &world.words, width) {
        let line = if look.is_ascii() { ascii::plain(&line) } else { line };
        let is_point = line.contains(&format!(" {}", flow::POINT));
        rows.push(vec![Span::styled(line, if is_point { look.bold() } else { look.plain() })]);
    }
    rows.extend(measured::foot(world, "paths-flow-legend", width));
    rows
}

#[cfg(test)]
mod tests {
    use super::super::funnel::tests::{drawn, fits};
    use super::*;
    use crate::words::Lang;

    /// Shows E19.
    #[test]
    fn the_flowchart_fits_and_marks_points_of_action() {
        fits(rows);
        insta::assert_snapshot!("flow_en_80", drawn(rows, (Lang::En, true), (0, 80)));
        insta::assert_snapshot!("flow_ko_80", drawn(rows, (Lang::Ko, false), (1, 80)));
        insta::assert_snapshot!("flow_ko_200", drawn(rows, (Lang::Ko, false), (0, 200)));
    }
}

//! How long each stage took: every measured person as a point on one axis of days, from the shortest to the longest, those
//! of whom the end is not known as an arrow at the least that is known. Below five people the values stand there raw.

use ratatui::text::Span;

use super::measured::{self, Row};
use crate::domain::paths::{Measure, Paths, StageTime};
use crate::domain::text;
use crate::tui::screen::line::padded;
use crate::tui::world::World;

/// The widest axis, in cells.
const WIDEST: usize = 120;

/// The times as rows.
pub fn rows(world: &World, paths: &Paths, width: usize) -> Vec<Row> {
    if let Some(rows) = measured::empty(world, paths, width) {
        return rows;
    }
    let label = (width / 3).min(28);
    let axis = width.saturating_sub(label + 3).clamp(10, WIDEST);
    let longest = paths.times.iter().flat_map(|it| &it.people).filter_map(|it| it.stay.days.max(it.stay.low)).max();
    let longest = longest.unwrap_or(0).max(1);
    let mut rows = measured::head(world, paths, width);
    rows.push(Vec::new());
    for time in paths.times.iter().filter(|it| !it.people.is_empty()) {
        let name = padded(&world.look, &measured::stage(world, paths, &time.stage), label);
        let mut row = vec![Span::styled(format!(" {name} "), world.look.bold())];
        row.push(Span::raw(plot(world, time, (axis, longest))));
        rows.push(row);
        let is_slowest = paths.slowest.as_ref().is_some_and(|it| it.stage == time.stage);
        let said = said(world, time, is_slowest);
        rows.extend(measured::wrapped(&said, (label + 2, width), world.look.dim()));
    }
    rows.push(scale(world, longest, (label, axis)));
    rows.extend(measured::foot(world, "paths-times-legend", width));
    rows
}

/// The points of a stage on the axis; a point that is drawn over an arrow wins.
fn plot(world: &World, time: &StageTime, (cells, longest): (usize, i64)) -> String {
    let glyphs = world.look.glyphs;
    let place = |days: i64| {
        let last = i64::try_from(cells - 1).unwrap_or(i64::MAX);
        usize::try_from(days * last / longest).unwrap_or(0).min(cells - 1)
    };
    let mut drawn = vec![" "; cells];
    let days = time.days();
    if let Some((first, last)) = days.first().zip(days.last()) {
        drawn[place(*first)..=place(*last)].fill(glyphs.rule);
    }
    for stay in time.people.iter().map(|it| it.stay).filter(|it| it.measure == Measure::Censored) {
        drawn[place(stay.low.unwrap_or(0))] = glyphs.arrow;
    }
    days.iter().for_each(|days| drawn[place(*days)] = glyphs.point);
    if let Some(median) = time.median {
        drawn[place(median)] = glyphs.strong;
    }
    drawn.concat().trim_end().to_owned()
}

/// The numbers of a stage in words.
fn said(world: &World, time: &StageTime, is_slowest: bool) -> String {
    let mut said = Vec::new();
    if let Some(((median, min), max)) = time.median.zip(time.min).zip(time.max) {
        let args = [("median", median.into()), ("min", min.into()), ("max", max.into()), ("n", time.n.into())];
        said.push(world.say_with("paths-median", &args));
    } else if !time.raw.is_empty() {
        let days: Vec<String> = time.raw.iter().map(i64::to_string).collect();
        let days = days.join(", ");
        let args = [("days", days.as_str().into()), ("n", time.n.into())];
        said.push(world.say_with("paths-raw", &args));
    }
    let others = measured::counts(world, &[("paths-censored", time.censored), ("paths-unclear", time.unclear)]);
    said.extend(Some(others).filter(|it| !it.is_empty()));
    if is_slowest {
        said.push(world.say_with("paths-slowest", &[("n", time.n.into())]));
    }
    said.join(&format!(" {} ", world.look.glyphs.dot))
}

/// The ends of the axis.
fn scale(world: &World, longest: i64, (label, axis): (usize, usize)) -> Row {
    let end = world.say_with("paths-days", &[("count", longest.into())]);
    let rule = world.look.glyphs.rule.repeat(axis.saturating_sub(text::width(&end) + 3));
    vec![Span::styled(format!(" {} 0 {rule} {end}", " ".repeat(label)), world.look.dim())]
}

#[cfg(test)]
mod tests {
    use super::super::funnel::tests::{drawn, fits};
    use super::*;
    use crate::words::Lang;

    #[test]
    fn the_times_fit_and_tell_what_is_not_over() {
        fits(rows);
        insta::assert_snapshot!("times_en_80", drawn(rows, (Lang::En, false), (0, 80)));
        insta::assert_snapshot!("times_ko_80", drawn(rows, (Lang::Ko, false), (1, 80)));
        insta::assert_snapshot!("times_ko_200_ascii", drawn(rows, (Lang::Ko, true), (1, 200)));
    }
}

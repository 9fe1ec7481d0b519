//! The funnel: how many people reached each stage, as bars, with who began, left, won and came back beside them. Its
//! counts are those of the journey: there is one count for both.

use ratatui::text::Span;

use super::measured::{self, Row};
use crate::domain::paths::{Answered, Paths, StageCounts};
use crate::domain::text;
use crate::exchange::passage;
use crate::tui::screen::line::padded;
use crate::tui::world::World;

/// From this width on what is known of a stage stands beside its bar, else below it.
const WIDE: usize = 120;
/// The longest bar, in cells.
const LONGEST: usize = 60;

/// The funnel as rows.
pub fn rows(world: &World, paths: &Paths, width: usize) -> Vec<Row> {
    if let Some(rows) = measured::empty(world, paths, width) {
        return rows;
    }
    let label = if width >= WIDE { 30 } else { (width / 3).min(26) };
    let count = text::width(&measured::part(world, paths.people, paths.people)) + 2;
    let facts = if width >= WIDE { width / 3 } else { 0 };
    let bar = width.saturating_sub(label + count + facts + 4).min(LONGEST);
    let mut rows = measured::head(world, paths, width);
    rows.push(Vec::new());
    for stage in &paths.stages {
        let name = padded(&world.look, &measured::stage(world, paths, &stage.stage), label);
        let mut row = vec![Span::styled(format!(" {name} "), world.look.bold())];
        row.extend(bar_of(world, (stage.people, paths.people), bar));
        let part = padded(&world.look, &measured::part(world, stage.people, paths.people), count);
        row.push(Span::raw(format!(" {part}")));
        let known = known(world, stage);
        if facts > 0 {
            let mut beside = text::wrap(&known, facts, 0).into_iter();
            row.push(Span::styled(beside.next().unwrap_or_default(), world.look.dim()));
            rows.push(row);
            let indent = " ".repeat(label + bar + count + 3);
            rows.extend(beside.map(|it| vec![Span::raw(indent.clone()), Span::styled(it, world.look.dim())]));
        } else {
            rows.push(row);
            rows.extend(measured::wrapped(&known, (label + 2, width), world.look.dim()));
        }
    }
    if !paths.answered.is_empty() {
        rows.extend([Vec::new(), vec![Span::styled(format!(" {}", world.say("paths-answered")), world.look.bold())]]);
    }
    rows.extend(paths.answered.iter().flat_map(|it| answered(world, it, width)));
    rows.extend(measured::foot(world, "paths-form", width));
    rows
}

/// A question of the guide about a passage: its ratio, how many answered it, and in which lines.
fn answered(world: &World, it: &Answered, width: usize) -> Vec<Row> {
    let asked = format!("{} {}", it.question, it.text);
    let passage = passage::passage((&it.passage.from, &it.passage.to), &world.words);
    let part = measured::part(world, it.passage.part, it.passage.whole);
    let people = world.say_with("paths-answers", &[("count", it.people.into())]);
    let said = format!("{passage}  {part} {} {people}  {}", world.look.glyphs.dot, it.lines.join(" "));
    let mut rows = measured::wrapped(&asked, (1, width), world.look.plain());
    rows.extend(measured::wrapped(said.trim_end(), (5, width), world.look.dim()));
    rows
}

fn bar_of(world: &World, (part, whole): (usize, usize), cells: usize) -> Vec<Span<'static>> {
    let full = (part * cells).div_ceil(whole.max(1)).min(cells);
    let glyphs = world.look.glyphs;
    let bar = Span::styled(glyphs.full.repeat(full), world.look.plain());
    vec![bar, Span::styled(glyphs.dot.repeat(cells - full), world.look.dim())]
}

fn known(world: &World, stage: &StageCounts) -> String {
    let ended = stage.ended;
    measured::counts(
        world,
        &[
            ("paths-began", stage.began),
            ("paths-skipped", stage.skipped),
            ("paths-returned", stage.returned),
            ("paths-met-us", stage.rep_people),
            ("paths-left", ended.exits()),
            ("paths-won", ended.won),
            ("paths-open", ended.open),
        ],
    )
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
pub mod tests {
    use super::*;
    use crate::domain::paths;
    use crate::tui::palette::{Colors, Look};
    use crate::tui::script::{Script, sample, sample_en};
    use crate::words::Lang;

    /// A view of the first persona of a sample, as lines of text, none of which is wider than it may be.
    pub fn drawn(
        view: fn(&World, &Paths, usize) -> Vec<Row>,
        (lang, ascii): (Lang, bool),
        (persona, width): (usize, usize),
    ) -> String {
        let research = if lang == Lang::Ko { sample() } else { sample_en() };
        let persona = *research.personas().keys().nth(persona).unwrap();
        let mut script = Script::with(research, lang, Vec::new());
        let world = &mut script.model.world;
        world.look = Look::new(Colors::None, ascii);
        let paths = paths::of_persona(&world.research, persona).unwrap();
        let lines = view(world, &paths, width).into_iter().map(|row| {
            let line: String = row.iter().map(|span| span.content.as_ref()).collect();
            assert!(text::width(&line) <= width, "{} cells of {width}: {line:?}", text::width(&line));
            line.trim_end().to_owned()
        });
        let drawn = lines.collect::<Vec<_>>().join("\n");
        // The names of the Korean sample are Korean; everything else must be ASCII where that is asked for.
        assert!(!ascii || drawn.chars().all(|c| c.is_ascii() || !"─│█●○→←…┌└↓".contains(c)), "{drawn}");
        drawn
    }

    /// Every size, language and persona is drawn, none too wide.
    pub fn fits(view: fn(&World, &Paths, usize) -> Vec<Row>) {
        for width in [40, 60, 80, 120, 200] {
            for (persona, lang) in [(0, Lang::En), (1, Lang::Ko), (0, Lang::Ko), (1, Lang::En)] {
                assert!(!drawn(view, (lang, width == 60), (persona, width)).is_empty());
            }
        }
    }

    /// Shows D23, D26.
    #[test]
    fn a_question_about_a_passage_stands_below_the_funnel_with_its_ratio() {
        let mut research = sample();
        let mut first = research.guide()[0].clone();
        first.passage = "decision,purchase".parse().ok();
        research.apply(first.into()).unwrap();
        let persona = *research.personas().keys().next().unwrap();
        let script = Script::with(research, Lang::Ko, Vec::new());
        let paths = paths::of_persona(&script.model.world.research, persona).unwrap();
        let ratio = &paths.answered[0].passage;
        let said = format!("결정 → 구매·도입  {}명 중 {}명", ratio.whole, ratio.part);
        for width in [40, 80, 200] {
            let rows = rows(&script.model.world, &paths, width).into_iter();
            let lines: Vec<String> = rows.map(|row| row.iter().map(|it| it.content.as_ref()).collect()).collect();
            assert!(lines.iter().all(|line| text::width(line) <= width));
            assert!(width < 80 || lines.iter().any(|line| line.contains(&said)), "{lines:#?}");
        }
    }

    #[test]
    fn the_funnel_fits_and_tells_its_counts() {
        fits(rows);
        insta::assert_snapshot!("funnel_en_80", drawn(rows, (Lang::En, false), (0, 80)));
        insta::assert_snapshot!("funnel_ko_80", drawn(rows, (Lang::Ko, false), (0, 80)));
        insta::assert_snapshot!("funnel_ko_200", drawn(rows, (Lang::Ko, false), (1, 200)));
    }
}

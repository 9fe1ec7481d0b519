//! A journey as a map: the table of stages and lanes first, then every cell with its evidence, then the moves and what is
//! still to be written. What is said comes from the chart, as in every other form; here it is only set and escaped.

use std::fmt::Write;

use super::plain;
use crate::domain::journey::Map;
use crate::exchange::chart::{Cell, Chart, Column, Entry};
use crate::words::Words;

/// The journey as a Markdown document. The same journey and language give the same bytes.
pub fn journey(journey: &Map, words: &Words) -> String {
    let chart = Chart::of(journey, words);
    let mut page = Page { out: String::new(), chart: &chart };
    page.head();
    page.grid(words);
    for column in &chart.columns {
        page.stage(column, words);
    }
    page.section(&words.say("report-moves"));
    page.list(chart.moves.iter().map(|it| plain(&it.sentence)), &chart.no_moves);
    page.section(&words.say("chart-open"));
    let open = chart.open.iter().map(|it| format!("□ {} · {}: {}", plain(&it.stage), plain(&it.lane), plain(&it.text)));
    page.list(open, &chart.no_open);
    page.section(&words.say("report-method"));
    page.list(chart.method.iter().map(|it| plain(it)), "");
    page.out
}

/// The outline of a journey: interactions, why a solution is needed, what hurts; each point with its stage and lines.
pub fn outline(journey: &Map, words: &Words) -> String {
    let chart = Chart::of(journey, words);
    let mut page = Page { out: String::new(), chart: &chart };
    page.titled(&words.say_with("chart-outline", &[("title", (&chart.title).into())]));
    for part in &chart.outline {
        page.section(&part.label);
        let points = part.points.iter().map(|(column, lane, entry)| {
            let stage = chart.columns.get(*column).map(Column::title).unwrap_or_default();
            format!("**{} · {}** {}", plain(&stage), plain(lane), line(entry))
        });
        page.list(points, &part.nothing);
    }
    page.out
}

struct Page<'a> {
    out: String,
    chart: &'a Chart,
}

impl Page<'_> {
    fn line(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn section(&mut self, text: &str) {
        let _infallible = write!(self.out, "\n## {}\n\n", plain(text));
    }

    /// A list of escaped lines; where it is empty, the sentence that says so.
    fn list(&mut self, lines: impl Iterator<Item = String>, nothing: &str) {
        let before = self.out.len();
        lines.for_each(|line| self.line(&format!("- {line}")));
        if self.out.len() == before && !nothing.is_empty() {
            self.line(&plain(nothing));
        }
    }

    fn head(&mut self) {
        let chart = self.chart;
        self.titled(&chart.title);
        if !chart.purpose.is_empty() {
            self.list(chart.purpose.iter().map(|it| format!("**{}**: {}", plain(&it.label), plain(&it.text))), "");
            self.line("");
        }
    }

    /// What stands above every document: whose it is, what it rests on, the disclaimer, the legend.
    fn titled(&mut self, title: &str) {
        let chart = self.chart;
        self.line(&format!("# {}\n", plain(title)));
        let facts = [&chart.study].into_iter().chain(&chart.whose).chain(&chart.facts);
        let facts: Vec<String> = facts.map(|it| plain(it)).collect();
        self.line(&format!("{}\n", facts.join(" · ")));
        for text in [&chart.edition, &chart.proposed].into_iter().filter(|it| !it.is_empty()) {
            self.line(&format!("{}\n", plain(text)));
        }
        self.line(&format!("_{}_\n", plain(&chart.disclaimer)));
        self.line(&format!("{}\n", chart.legend()));
    }

    fn grid(&mut self, words: &Words) {
        let chart = self.chart;
        let heads: Vec<String> = chart.columns.iter().map(|it| plain(&it.title())).collect();
        self.line(&format!("| {} | {} |", plain(&words.say("chart-col-lane")), heads.join(" | ")));
        self.line(&format!("|---|{}", "---|".repeat(heads.len())));
        for row in &chart.rows {
            let cells: Vec<String> = row.cells.iter().map(short).collect();
            self.line(&format!("| **{}** | {} |", plain(&row.name), cells.join(" | ")));
        }
        if let Some(mood) = &chart.mood {
            self.line(&format!("\n{}", plain(&mood.label)));
        }
        if !chart.hidden.is_empty() {
            self.line(&format!("\n{}", plain(&chart.hidden)));
        }
    }

    fn stage(&mut self, column: &Column, words: &Words) {
        self.section(&column.title());
        let steps = column.steps.join(" → ");
        let steps = if steps.is_empty() { steps } else { words.say_with("chart-steps", &[("list", (&steps).into())]) };
        let about = [&steps, &column.owner, &column.counts].into_iter().filter(|it| !it.is_empty());
        let about: Vec<String> = about.map(|it| plain(it)).collect();
        self.line(&format!("{}\n", about.join(" · ")));
        self.list(column.questions.iter().map(|it| format!("**{}**: {}", plain(&it.label), plain(&it.text))), "");
        let chart = self.chart;
        let cells = chart.rows.iter().filter_map(|row| row.cells.get(column.number));
        let cells: Vec<&Cell> = cells.filter(|cell| !cell.is_empty()).collect();
        if cells.is_empty() {
            self.line(&plain(&words.say("report-stage-empty")));
        }
        for cell in cells {
            self.line(&format!("- **{}**", plain(&cell.lane)));
            cell.entries.iter().for_each(|entry| self.line(&format!("  - {}", line(entry))));
            cell.read.iter().for_each(|text| self.line(&format!("  - {}", plain(text))));
        }
    }
}

/// A cell in the grid: each entry with its mark and people; a blank as something to do.
fn short(cell: &Cell) -> String {
    if cell.is_empty() {
        return "·".to_owned();
    }
    let entries = cell.entries.iter().map(|entry| {
        let more: Vec<String> =
            [&entry.people].into_iter().chain(&entry.facts).filter(|it| !it.is_empty()).map(|it| plain(it)).collect();
        let more = if more.is_empty() { String::new() } else { format!(" ({})", more.join(" · ")) };
        format!("{} {}{more}", marks(entry), plain(&entry.text))
    });
    entries.chain(cell.read.iter().map(|it| plain(it))).collect::<Vec<String>>().join("<br>")
}

fn marks(entry: &Entry) -> String {
    format!("{}{}", entry.mark, entry.moment)
}

/// An entry with its standing, what its lane asks for, who touched it, and its lines.
fn line(entry: &Entry) -> String {
    let codes = |codes: &[String]| {
        codes.iter().map(|code| format!("`{}`", code.replace('`', "'"))).collect::<Vec<String>>().join(" ")
    };
    let told = [&entry.standing].into_iter().chain(&entry.facts).chain([&entry.by]).filter(|it| !it.is_empty());
    let told: Vec<String> = told.map(|it| plain(it)).collect();
    let mut line = format!("{} {}", marks(entry), plain(&entry.text));
    if !told.is_empty() {
        let _infallible = write!(line, " — {}", told.join(" · "));
    }
    if !entry.evidence.is_empty() {
        let _infallible = write!(line, " {}", codes(&entry.evidence));
    }
    if !entry.against.is_empty() {
        let _infallible = write!(line, " × {} {}", plain(&entry.contradicts), codes(&entry.against));
    }
    line
}

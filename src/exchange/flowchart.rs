//! The way of a buyer as a flowchart: stages in order, the moves that people really made with their counts, ways back
//! dotted, and the points at which something must be done marked. As Mermaid, and as text for where nothing is drawn.

use std::fmt::Write;

use super::chart::{Chart, Column, Entry, Move};
use crate::domain::journey::{Lane, Map};
use crate::words::Words;

/// The lanes of which every entry is a point of action; in others, those that are moments of truth and blanks are.
const ACTIONS: [Lane; 2] = [Lane::NextStage, Lane::Action];

/// The flowchart in the language of Mermaid (flowchart syntax; every text is quoted and its signs are entities).
pub fn mermaid(map: &Map, words: &Words) -> String {
    let chart = Chart::of(map, words);
    let mut out = String::new();
    let mut line = |text: &str| {
        let _infallible = writeln!(out, "{text}");
    };
    for remark in [&chart.title, &chart.disclaimer].into_iter().chain(&chart.facts) {
        line(&format!("%% {}", remark.replace(['{', '}', '%'], " ")));
    }
    line("flowchart LR");
    line(&format!("  about[\"{}<br/>{}\"]:::quiet", label(&chart.title), label(&chart.disclaimer)));
    for column in &chart.columns {
        line(&format!("  s{}([\"{}<br/>{}\"])", column.number, label(&column.title()), label(&column.counts)));
        for (nth, entry) in points(&chart, column).enumerate() {
            let text = format!("{} {} {}", sign(entry), entry.text, entry.people);
            line(&format!("  s{n} --- p{n}_{nth}[/\"{}\"/]:::point", label(text.trim()), n = column.number));
        }
    }
    for pair in chart.columns.windows(2).filter(|pair| !is_gone(&chart, pair[0].number, pair[1].number)) {
        line(&format!("  s{} ~~~ s{}", pair[0].number, pair[1].number));
    }
    for it in &chart.moves {
        let arrow = if it.back { "-.->" } else { "-->" };
        line(&format!("  s{} {arrow}|\"{}\"| s{}", it.from, label(&it.count), it.to));
    }
    line("  classDef point stroke-width:3px");
    line("  classDef quiet fill:none,stroke-dasharray:3 3");
    out
}

/// The flowchart as text: one stage under the other, the moves to the next one between them, all others behind `↪` and `↩`.
pub fn text(map: &Map, words: &Words) -> String {
    let chart = Chart::of(map, words);
    let mut out = format!("{}\n{}\n\n", chart.title, chart.facts.join(" · "));
    for column in &chart.columns {
        let _infallible = writeln!(out, "[{}]  {}", column.title(), column.counts);
        for entry in points(&chart, column) {
            let line = format!("{} {} {}", sign(entry), entry.text, entry.people);
            let _infallible = writeln!(out, " │   {}", line.trim_end());
        }
        for it in chart.moves.iter().filter(|it| it.from == column.number && it.to != it.from + 1) {
            let to = chart.columns.get(it.to).map(Column::title).unwrap_or_default();
            let _infallible = writeln!(out, " │ {} {to}: {}", if it.back { "↩" } else { "↪" }, it.count);
        }
        if column.number + 1 < chart.columns.len() {
            let _infallible = writeln!(out, " ▼ {}", next(&chart, column.number).map_or("–", |it| it.count.as_str()));
        }
    }
    let _infallible = write!(out, "\n{}\n{}\n", chart.legend(), chart.disclaimer);
    out
}

/// The move to the stage that follows.
fn next(chart: &Chart, from: usize) -> Option<&Move> {
    chart.moves.iter().find(|it| it.from == from && it.to == from + 1)
}

/// Whether somebody moved from the one stage to the other.
fn is_gone(chart: &Chart, from: usize, to: usize) -> bool {
    chart.moves.iter().any(|it| (it.from, it.to) == (from, to))
}

/// What must be done at a stage: what leads on, what the buyer does, moments of truth, blanks.
fn points<'a>(chart: &'a Chart, column: &Column) -> impl Iterator<Item = &'a Entry> {
    let number = column.number;
    chart.rows.iter().flat_map(move |row| {
        let is_action = ACTIONS.iter().any(|lane| lane.to_string() == row.key);
        let cells = row.cells.get(number).into_iter().flat_map(|cell| &cell.entries);
        cells.filter(move |entry| is_action || entry.blank || !entry.moment.is_empty())
    })
}

fn sign(entry: &Entry) -> &'static str {
    match (entry.blank, entry.moment) {
        (true, _) => entry.mark,
        (false, "") => "▸",
        (false, moment) => moment,
    }
}

/// A text as Mermaid shows it letter by letter: every sign of ASCII but the plainest becomes an entity.
fn label(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() && !c.is_ascii_alphanumeric() && !matches!(c, ' ' | ',' | '.') {
            let _infallible = write!(out, "#{};", u32::from(c));
        } else {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::label;

    #[test]
    fn no_text_is_mermaid() {
        assert_eq!(label("가격 \"12 %\" <b>"), "가격 #34;12 #37;#34; #60;b#62;");
        let hostile = label("%%{init: {}}%% \"]; click s0 href");
        assert!(!hostile.contains(['%', '{', ']', '"', ':']), "{hostile}");
    }
}

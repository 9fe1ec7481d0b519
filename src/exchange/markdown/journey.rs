//! A journey as a map: the table of stages and lanes first, then every cell with its evidence, then the moves.
//! Where a cell only says what must still be written, it says so.
//! What is seeded is computed by the domain; here it is only set.

use std::fmt::Write;

use super::{mark, plain};
use crate::domain::Stage;
use crate::domain::journey::{Cell, LaneRow, Map, MapEntry, StageCard, Transition};
use crate::words::{Arg, Words};

/// The journey as a Markdown document. The same journey and language give the same bytes.
pub fn journey(journey: &Map, words: &Words) -> String {
    let mut out = String::new();
    head(&mut out, journey, words);
    grid(&mut out, journey, words);
    let _infallible = write!(out, "\n{}\n", words.say("report-legend"));
    for (number, stage) in journey.stages.iter().enumerate() {
        stage_section(&mut out, journey, (number, &stage.card), words);
    }
    transitions(&mut out, journey, words);
    if !journey.left_out.is_empty() {
        let _infallible = write!(out, "\n{}\n", super::left_out(journey.left_out, words));
    }
    out
}

fn head(out: &mut String, journey: &Map, words: &Words) {
    let persona = plain(&journey.persona);
    let title = words.say_with("report-journey-title", &[("persona", (&persona).into())]);
    let as_of = journey.as_of.map(|date| words.date(date)).unwrap_or_else(|| words.say("report-no-date"));
    let study = plain(&journey.study);
    let args = [
        ("study", Arg::from(&study)),
        ("date", Arg::from(&as_of)),
        ("people", Arg::from(journey.people)),
        ("weak", Arg::from(journey.debt.weak)),
        ("filled", Arg::from(journey.debt.filled)),
    ];
    let _infallible = write!(out, "# {title}\n\n{}\n\n", words.say_with("report-journey-head", &args));
    if !journey.buyer_type.is_empty() {
        let pairs: Vec<String> = journey
            .buyer_type
            .iter()
            .map(|(name, value)| format!("{} {}", attribute(name, words), plain(value)))
            .collect();
        let _infallible = write!(out, "**{}**: {}\n\n", words.say("report-buyer-type"), pairs.join(" · "));
    }
    let _infallible = write!(out, "_{}_\n\n", words.say("report-disclaimer"));
}

/// The name of an attribute; one that the words do not know is printed as it is.
fn attribute(name: &str, words: &Words) -> String {
    words.find(&format!("attribute-{name}"), &[]).unwrap_or_else(|| plain(name))
}

fn stage_name(number: usize, card: &StageCard, words: &Words) -> String {
    format!("{number} {}", plain(&words.named("stage", &card.name, &card.stage)))
}

fn grid(out: &mut String, journey: &Map, words: &Words) {
    let heads: Vec<String> =
        journey.stages.iter().enumerate().map(|(number, stage)| stage_name(number, &stage.card, words)).collect();
    let _infallible = write!(out, "| | {} |\n|---|{}\n", heads.join(" | "), "---|".repeat(heads.len()));
    for row in journey.shown() {
        let name = plain(&words.named("lane", &row.name, row.lane));
        let cells: Vec<String> = journey
            .stages
            .iter()
            .map(|it| journey.cell(&it.card.stage, row.lane).map_or_else(|| "·".to_owned(), |cell| short(cell, words)))
            .collect();
        let _infallible = writeln!(out, "| **{name}** | {} |", cells.join(" | "));
    }
}

/// A cell in the grid: each entry with its mark and people; a blank as something to do.
fn short(cell: &Cell, words: &Words) -> String {
    let entries = cell.entries.iter().map(|entry| {
        if entry.is_blank() {
            return words.say_with("report-blank", &[("answers", (&plain(&entry.facts.answers)).into())]);
        }
        let feeling = entry.facts.feeling.map(|it| format!(" [{it:+}]")).unwrap_or_default();
        format!("{} {}{feeling} ({})", mark(entry.state), plain(&entry.text), entry.people)
    });
    entries.collect::<Vec<String>>().join("<br>")
}

fn stage_section(out: &mut String, journey: &Map, (number, card): (usize, &StageCard), words: &Words) {
    let shown = journey.shown().filter_map(|row| Some((row, journey.cell(&card.stage, row.lane)?)));
    let cells: Vec<(&LaneRow, &Cell)> = shown.collect();
    let _infallible = write!(out, "\n## {}\n\n", stage_name(number, card, words));
    if cells.is_empty() {
        let _infallible = writeln!(out, "{}", words.say("report-stage-empty"));
    }
    for (row, cell) in cells {
        let _infallible = writeln!(out, "- **{}**", plain(&words.named("lane", &row.name, row.lane)));
        for entry in &cell.entries {
            let _infallible = writeln!(out, "  - {}", entry_line(entry, words));
        }
    }
}

fn entry_line(entry: &MapEntry, words: &Words) -> String {
    let codes = |codes: &[String]| codes.iter().map(|code| format!("`{code}`")).collect::<Vec<String>>().join(" ");
    let evidence = codes(&entry.evidence);
    if entry.is_blank() {
        let blank = words.say_with("report-blank", &[("answers", (&plain(&entry.facts.answers)).into())]);
        return format!("{blank} {evidence}");
    }
    let state = words.say(&format!("state-{}", entry.state));
    let args = [("people", Arg::from(entry.people)), ("state", Arg::from(&state))];
    let mut line = format!("{} {} — {}", mark(entry.state), plain(&entry.text), words.say_with("report-entry", &args));
    let _infallible = write!(line, " {evidence}");
    if !entry.contradicted_by.is_empty() {
        let _infallible = write!(line, " × {} {}", words.say("stance-contradicts"), codes(&entry.contradicted_by));
    }
    line
}

fn transitions(out: &mut String, journey: &Map, words: &Words) {
    let _infallible = write!(out, "\n## {}\n\n", words.say("report-moves"));
    if journey.transitions.is_empty() {
        let _infallible = writeln!(out, "{}", words.say("report-no-moves"));
    }
    let name = |stage: &Stage| {
        let found = journey.stages.iter().enumerate().find(|(_, it)| it.card.stage == *stage);
        found.map_or_else(|| plain(stage.key()), |(number, it)| stage_name(number, &it.card, words))
    };
    let mut moves: Vec<&Transition> = journey.transitions.iter().collect();
    moves.sort_by_key(|it| !it.back);
    for it in moves {
        let (from, to) = (name(&it.from), name(&it.to));
        let args = [("from", Arg::from(&from)), ("to", Arg::from(&to)), ("people", Arg::from(it.people))];
        let key = if it.back { "report-move-back" } else { "report-move" };
        let _infallible = writeln!(out, "- {}", words.say_with(key, &args));
    }
}

//! What an import did, for people: per file the lines taken and refused, people and interviews, who was taken
//! for the interviewer, and each line that was not taken with its reason.

use super::page::Page;
use crate::domain::text;
use crate::exchange::{Refusal, Report};
use crate::words::Arg;

/// How many refusals of a file are told one by one.
const TOLD: usize = 20;

/// A whole study that was taken.
pub(super) fn study(page: &mut Page<'_>, file: &str, (study, people, lines): (&str, usize, usize)) {
    page.heading(file);
    let args = [("study", Arg::from(study)), ("people", people.into()), ("lines", lines.into())];
    page.line(&format!("  {}", page.say_with("cli-import-study", &args)));
}

/// A file that could not be read.
pub(super) fn failed(page: &mut Page<'_>, file: &str, (message, hint): (&str, &str)) {
    page.heading(file);
    page.labelled(" !", 2, message);
    page.labelled("  ", 2, hint);
}

/// Lines that were taken from a file.
pub(super) fn lines(page: &mut Page<'_>, file: &str, report: &Report) {
    page.heading(file);
    let (taken, refused) = (Arg::from(report.taken), Arg::from(report.refused.len()));
    let format = report.format.name();
    page.line(&format!(
        "  {}",
        page.say_with("cli-import-taken", &[("taken", taken), ("refused", refused), ("format", Arg::from(format))])
    ));
    for interview in &report.interviews {
        let key = if interview.new { "cli-import-interview-new" } else { "cli-import-interview-row" };
        let args = [
            ("participant", Arg::from(&interview.participant)),
            ("label", Arg::from(&interview.label)),
            ("lines", Arg::from(interview.lines)),
        ];
        page.line(&format!("  {}", page.say_with(key, &args)));
    }
    speakers(page, report);
    for (dimension, theme) in &report.themes {
        let dimension = page.say(&format!("dimension-{dimension}"));
        let args = [("theme", Arg::from(theme)), ("dimension", Arg::from(&dimension))];
        page.line(&format!("  {}", page.say_with("cli-import-theme", &args)));
    }
    left(page, report);
    refusals(page, "cli-import-refused", &report.refused);
    refusals(page, "cli-import-remarks", &report.remarks);
}

fn speakers(page: &mut Page<'_>, report: &Report) {
    for speaker in &report.speakers {
        let role = page.say(&format!("cli-role-{}", speaker.role));
        let label = text::clean(&speaker.label).into_owned();
        let position = speaker.position.to_string();
        let args = [
            ("position", Arg::from(&position)),
            ("label", Arg::from(&label)),
            ("role", Arg::from(&role)),
            ("turns", Arg::from(speaker.turns)),
        ];
        page.line(&format!("  {}", page.say_with("cli-import-speaker-row", &args)));
    }
    if let Some((_, reason)) = report.interviewer_guess {
        page.line(&format!("  {}", page.say(&format!("cli-import-guess-{reason}"))));
    }
}

/// What was seen and not used, so that nobody has to guess.
fn left(page: &mut Page<'_>, report: &Report) {
    if !report.columns_left.is_empty() {
        let columns = text::clean(&report.columns_left.join(", ")).into_owned();
        page.line(&format!("  {}", page.say_with("cli-import-columns", &[("columns", Arg::from(&columns))])));
    }
    if !report.tags_left.is_empty() {
        let tags: Vec<String> = report.tags_left.iter().map(|(tag, lines)| format!("{tag} ({lines})")).collect();
        let tags = text::clean(&tags.join(", ")).into_owned();
        page.line(&format!("  {}", page.say_with("cli-import-tags", &[("tags", Arg::from(&tags))])));
    }
}

fn refusals(page: &mut Page<'_>, heading: &str, refusals: &[Refusal]) {
    if refusals.is_empty() {
        return;
    }
    page.line(&format!("  {}", page.say_with(heading, &[("count", Arg::from(refusals.len()))])));
    for refusal in refusals.iter().take(TOLD) {
        let facts: Vec<(&str, String)> =
            refusal.facts.iter().map(|(name, fact)| (*name, text::clean(fact).into_owned())).collect();
        let args: Vec<(&str, Arg<'_>)> = facts.iter().map(|(name, fact)| (*name, Arg::from(fact))).collect();
        let reason = page.say_with(&format!("refusal-{}", refusal.key), &args);
        let line = if refusal.line == 0 { String::new() } else { refusal.line.to_string() };
        page.labelled(&format!("    {line:>5}"), 9, &reason);
    }
    if refusals.len() > TOLD {
        page.line(&format!("    {}", page.say_with("cli-more-lines", &[("count", Arg::from(refusals.len() - TOLD))])));
    }
}

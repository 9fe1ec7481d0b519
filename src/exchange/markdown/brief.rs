//! A brief as a report: who and what is known first, what is not known next, then the dimensions, the method last.
//! Counts stand beside every claim; nothing is computed here.
//! What is known is computed by the domain; here it is only set.

use std::fmt::Write;

use super::{cited, dimension, mark, plain};
use crate::domain::brief::{Brief, Claim, Gap, GapKind};
use crate::domain::denominator::Denominator;
use crate::domain::evidence::STRONG_FROM;
use crate::domain::{Dimension, Subject};
use crate::words::{Arg, Words};

/// The brief as a Markdown document. The same brief and language give the same bytes.
pub fn brief(brief: &Brief, words: &Words) -> String {
    let mut out = String::new();
    head(&mut out, brief, words);
    known(&mut out, brief, words);
    unknown(&mut out, brief, words);
    sources(&mut out, brief, words);
    for kind in Dimension::FIVE {
        claims_of(&mut out, brief, kind, words);
    }
    unthemed(&mut out, brief, words);
    method(&mut out, brief, words);
    out
}

/// Writing to a string cannot fail; the line break is the Markdown one.
fn line(out: &mut String, text: &str) {
    out.push_str(text);
    out.push('\n');
}

fn heading(out: &mut String, level: usize, text: &str) {
    let gap = if out.ends_with("\n\n") { "" } else { "\n" };
    let _infallible = write!(out, "{gap}{} {}\n\n", "#".repeat(level), text);
}

fn head(out: &mut String, brief: &Brief, words: &Words) {
    line(out, &format!("# {}", plain(&brief.persona)));
    line(out, "");
    if !brief.about.is_empty() {
        line(out, &plain(&brief.about));
        line(out, "");
    }
    let as_of = brief.as_of.map(|date| words.date(date)).unwrap_or_else(|| words.say("report-no-date"));
    let study = plain(&brief.study);
    let args = [
        ("study", Arg::from(&study)),
        ("date", Arg::from(&as_of)),
        ("people", Arg::from(brief.people)),
        ("lines", Arg::from(brief.notes)),
    ];
    line(out, &words.say_with("report-head", &args));
}

/// The strongest claim of each dimension, as one sentence with its counts.
fn known(out: &mut String, brief: &Brief, words: &Words) {
    heading(out, 2, &words.say("report-known"));
    for kind in Dimension::FIVE {
        let best = brief.claims.iter().find(|claim| claim.dimension == kind && claim.counts.raised > 0);
        let said = match best {
            Some(claim) => {
                format!("{} {} — {}", mark(claim.state), plain(&claim.headline), counts(&claim.counts, words))
            }
            None => nothing_known(brief, kind, words),
        };
        line(out, &format!("- **{}**: {said}", dimension(kind, words)));
    }
}

/// Why a dimension has no claim: nothing was heard, or what was heard stands under no theme yet.
fn nothing_known(brief: &Brief, kind: Dimension, words: &Words) -> String {
    match brief.unthemed.iter().find(|group| group.dimension == kind) {
        Some(group) => words.say_with("report-only-unthemed", &[("lines", group.lines.into())]),
        None => words.say("report-nothing-known"),
    }
}

fn unknown(out: &mut String, brief: &Brief, words: &Words) {
    heading(out, 2, &words.say("report-unknown"));
    if brief.gaps.is_empty() {
        line(out, &words.say("report-no-gaps"));
    }
    for gap in &brief.gaps {
        line(out, &format!("- {}", plain(&gap_sentence(gap, words))));
    }
}

/// One gap as a sentence, not escaped; the screen says the same.
pub fn gap_sentence(gap: &Gap, words: &Words) -> String {
    let people = gap.people.join(", ");
    let subject = gap.subject.map(|it: Subject| words.say(&format!("dimension-{it}"))).unwrap_or_default();
    let args = [
        ("people", Arg::from(&people)),
        ("count", Arg::from(gap.people.len())),
        ("lines", Arg::from(gap.lines)),
        ("subject", Arg::from(&subject)),
        ("question", Arg::from(&gap.question)),
    ];
    let key = match gap.kind {
        GapKind::Untouched => "report-gap-untouched",
        GapKind::NobodyAsked => "report-gap-nobody-asked",
        GapKind::Owed => "report-gap-owed",
        GapKind::Unsorted => "report-gap-unsorted",
        GapKind::NoQuoteConsent => "report-gap-no-quote",
    };
    words.say_with(key, &args)
}

fn sources(out: &mut String, brief: &Brief, words: &Words) {
    heading(out, 2, &words.say("report-from"));
    line(out, &words.say("report-from-table"));
    line(out, "|---|---|---|---|---:|");
    for source in &brief.from {
        let outcome = source.outcome.map(|it| words.say(&format!("outcome-{it}"))).unwrap_or_default();
        let date = source.date.map(|it| words.date(it)).unwrap_or_default();
        let (code, role) = (plain(&source.participant), plain(&source.role));
        line(out, &format!("| {code} | {role} | {outcome} | {date} | {} |", source.lines));
    }
}

/// One dimension: claims of three people and more with their lines, then what one or two people said.
fn claims_of(out: &mut String, brief: &Brief, kind: Dimension, words: &Words) {
    let claims: Vec<&Claim> = brief.claims.iter().filter(|claim| claim.dimension == kind).collect();
    heading(out, 2, &dimension(kind, words));
    if claims.is_empty() {
        line(out, &nothing_known(brief, kind, words));
        return;
    }
    let (many, few): (Vec<&Claim>, Vec<&Claim>) = claims.into_iter().partition(|it| it.counts.raised >= STRONG_FROM);
    for claim in many {
        claim_section(out, claim, words);
    }
    if !few.is_empty() {
        heading(out, 3, &words.say("report-few"));
        for claim in few {
            few_line(out, claim, words);
        }
    }
}

fn claim_section(out: &mut String, claim: &Claim, words: &Words) {
    heading(out, 3, &format!("{} {}", mark(claim.state), plain(&claim.headline)));
    let state = words.say(&format!("state-{}", claim.state));
    line(out, &format!("`{}` {} · {state}", dots(&claim.counts), counts(&claim.counts, words)));
    line(out, "");
    for said in claim.printed() {
        line(out, &format!("- {}", cited(said, words)));
    }
    for said in &claim.contradicts {
        line(out, &format!("- × **{}** {}", words.say("stance-contradicts"), cited(said, words)));
    }
    let shown = claim.printed().count();
    let rest: Vec<String> = claim.unprinted().map(|it| format!("`{}`", it.cite())).collect();
    let rest = rest.join(" ");
    let args = [("shown", Arg::from(shown)), ("all", Arg::from(claim.supports.len())), ("codes", Arg::from(&rest))];
    line(out, "");
    line(out, words.say_with("report-shown", &args).trim_end());
}

fn few_line(out: &mut String, claim: &Claim, words: &Words) {
    let head = format!("{} {} — {}", mark(claim.state), plain(&claim.headline), counts(&claim.counts, words));
    line(out, &format!("- {head}"));
    for said in claim.printed().take(1) {
        line(out, &format!("  - {}", cited(said, words)));
    }
    for said in &claim.contradicts {
        line(out, &format!("  - × **{}** {}", words.say("stance-contradicts"), cited(said, words)));
    }
}

/// "4 of 6 asked, plus 2 unprompted · 1 contradicts · 3 open · 1 not asked". People, never mentions.
pub fn counts(counts: &Denominator, words: &Words) -> String {
    let key = if counts.asked == 0 { "report-counts-unasked" } else { "report-counts" };
    let mut parts = vec![words.say_with(
        key,
        &[
            ("raised", counts.raised_when_asked().into()),
            ("asked", counts.asked.into()),
            ("unprompted", counts.unprompted.into()),
        ],
    )];
    let more = [
        ("report-contradicted", counts.contradicted),
        ("report-open", counts.open),
        ("report-not-asked", counts.not_asked),
    ];
    for (key, count) in more.into_iter().filter(|(_, count)| *count > 0) {
        parts.push(words.say_with(key, &[("count", count.into())]));
    }
    parts.join(" · ")
}

/// A row of dots, one per person: raised, contradicted, asked but silent, open, not asked.
pub fn dots(counts: &Denominator) -> String {
    let silent = counts.asked.saturating_sub(counts.raised_when_asked());
    let rows =
        [("●", counts.raised), ("×", counts.contradicted), ("·", silent), ("?", counts.open), ("_", counts.not_asked)];
    rows.into_iter().map(|(dot, people)| dot.repeat(people)).collect()
}

fn unthemed(out: &mut String, brief: &Brief, words: &Words) {
    if brief.unthemed.is_empty() {
        return;
    }
    heading(out, 2, &words.say("report-unthemed"));
    for group in &brief.unthemed {
        let name = dimension(group.dimension, words);
        let args = [
            ("dimension", Arg::from(&name)),
            ("lines", Arg::from(group.lines)),
            ("people", Arg::from(group.people)),
            ("shown", Arg::from(group.shown.len())),
        ];
        line(out, &format!("- {}", words.say_with("report-unthemed-line", &args)));
        for said in &group.shown {
            line(out, &format!("  - {}", cited(said, words)));
        }
    }
}

fn method(out: &mut String, brief: &Brief, words: &Words) {
    heading(out, 2, &words.say("report-method"));
    let first = brief.method.first.map(|date| words.date(date)).unwrap_or_else(|| words.say("report-no-date"));
    let args = [
        ("interviews", Arg::from(brief.method.interviews)),
        ("first", Arg::from(&first)),
        ("strong", Arg::from(brief.method.strong_from)),
        ("withdrawn", Arg::from(brief.method.withdrawn)),
        ("withheld", Arg::from(brief.method.withheld)),
    ];
    for key in ["report-method-data", "report-method-counts", "report-method-states", "report-method-left-out"] {
        line(out, &format!("- {}", words.say_with(key, &args)));
    }
    if !brief.left_out.is_empty() {
        line(out, &format!("- {}", super::left_out(brief.left_out, words)));
    }
    if let Some(all) = brief.saturation.first().filter(|all| !all.curve.is_empty()) {
        let curve: Vec<String> = all.curve.iter().map(|it| it.new_themes.to_string()).collect();
        let curve = curve.join(" ");
        line(out, &format!("- {}", words.say_with("report-method-new-themes", &[("curve", (&curve).into())])));
    }
}

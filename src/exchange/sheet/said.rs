//! The sentences of a brief or a journey that more than one form says: counts, gaps, dots as signs, that it is stale. The
//! screens say them too, so that a number reads the same wherever it stands.

use crate::domain::brief::{Brief, Gap, GapKind, Worst};
use crate::domain::consent::LeftOut;
use crate::domain::denominator::{Denominator, Dot};
use crate::domain::evidence::State;
use crate::domain::journey::check::Staleness;
use crate::domain::{Dimension, Subject};
use crate::words::{Arg, Words};

/// "4 of 6 asked, plus 2 unprompted · 1 contradicts · 3 open · 1 not asked". People, never mentions.
pub fn counts(counts: &Denominator, words: &Words) -> String {
    parts(counts, false, words).join(" · ")
}

/// The same, and where people were asked and nobody contradicts, that too is said: it is not the same as nobody asked.
pub fn full_counts(counts: &Denominator, words: &Words) -> String {
    parts(counts, true, words).join(" · ")
}

fn parts(counts: &Denominator, say_uncontested: bool, words: &Words) -> Vec<String> {
    let key = if counts.asked == 0 { "report-counts-unasked" } else { "report-counts" };
    let args = [
        ("raised", counts.raised_when_asked().into()),
        ("asked", counts.asked.into()),
        ("unprompted", counts.unprompted.into()),
    ];
    let mut parts = vec![words.say_with(key, &args)];
    if say_uncontested && counts.contradicted == 0 && counts.asked > 0 {
        parts.push(words.say("report-uncontested"));
    }
    let more = [
        ("report-contradicted", counts.contradicted),
        ("report-open", counts.open),
        ("report-not-asked", counts.not_asked),
    ];
    for (key, count) in more.into_iter().filter(|(_, count)| *count > 0) {
        parts.push(words.say_with(key, &[("count", count.into())]));
    }
    parts
}

/// A row of signs, one per person: raised, unprompted alike, both, contradicted, asked but silent, open, not asked.
pub fn signs(counts: &Denominator) -> String {
    let sign = |dot| match dot {
        Dot::Raised | Dot::Unprompted => "●",
        Dot::Both => "⊗",
        Dot::Contradicted => "×",
        Dot::Silent => "·",
        Dot::Open => "?",
        Dot::NotAsked => "_",
    };
    counts.dots().into_iter().map(|(dot, people)| sign(dot).repeat(people)).collect()
}

/// The mark of a state; a letter-free sign that survives a photocopy. The word stands beside it.
pub fn mark(state: State) -> &'static str {
    match state {
        State::Strong => "●",
        State::Thin => "◐",
        State::Assumption => "○",
        State::Contradicted => "!",
        State::Stale => "~",
    }
}

/// One gap as a sentence, not escaped.
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

/// Why a dimension has no claim: nothing was heard, or what was heard stands under no theme yet.
pub(super) fn nothing_known(brief: &Brief, kind: Dimension, words: &Words) -> String {
    match brief.unthemed.iter().find(|group| group.dimension == kind) {
        Some(group) => words.say_with("report-only-unthemed", &[("lines", group.lines.into())]),
        None => words.say("report-nothing-known"),
    }
}

/// What hurts, or that its wording is withheld.
pub fn pain(it: &Worst, words: &Words) -> String {
    if it.withheld { words.say("report-withheld") } else { super::outside(&it.pain) }
}

/// "severity 3 × 4 people = 12".
pub fn weight((severity, people, score): (u32, usize, usize), words: &Words) -> String {
    let args = [("severity", severity.into()), ("people", people.into()), ("score", score.into())];
    words.say_with("fix-pain", &args)
}

/// How many people and lines were left out because nobody agreed to it.
pub fn left_out(left_out: LeftOut, words: &Words) -> String {
    words.say_with("report-left-out", &[("people", left_out.people.into()), ("lines", left_out.lines.into())])
}

/// By how many days the review of a journey is late, and how many interviews are newer than its last revision.
pub fn stale(it: Staleness, words: &Words) -> String {
    words.say_with("journey-stale", &[("overdue", it.overdue.into()), ("newer", it.newer.into())])
}

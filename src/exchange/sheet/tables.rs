//! The tables of a sheet beside its claims: what was expected, what triggers set in motion, who of a purchase case said
//! what, and what was left out with its reason. Only their wording; what stands in them is the domain's.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{label, outside, said};
use crate::domain::brief::committee::{self, Stand};
use crate::domain::brief::{self, Brief, DroppedClaim, TriggerRow, Written};
use crate::words::{Arg, Words};

/// The code of a line; it leads to the list of evidence where it stands there.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Code {
    /// The code, such as `P07-L041.r1`.
    pub code: String,
    /// Whether the list of evidence has it.
    pub listed: bool,
}

/// One row of the table of expectations.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Expected {
    /// The theme; may be empty.
    pub theme: String,
    /// Taken for granted, or beyond.
    pub expectation: String,
    /// How many people spoke of it.
    pub people: usize,
    /// For how many it was fulfilled.
    pub met: usize,
    /// For how many it was not.
    pub unmet: usize,
    /// For how many more came.
    pub exceeded: usize,
    /// The lines.
    pub codes: Vec<Code>,
}

/// One trigger.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Trigger {
    /// What happens.
    pub event: String,
    /// How many people raised it, as a sentence.
    pub people: String,
    /// What else is written on its card.
    pub rows: Vec<Labelled>,
    /// The lines that support it.
    pub codes: Vec<Code>,
}

/// A text with what it is.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Labelled {
    /// What it is.
    pub label: String,
    /// The text.
    pub text: String,
}

/// One of the pains that should be put right first.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Worst {
    /// At which stage.
    pub stage: String,
    /// What hurts; where it is withheld, that it is.
    pub pain: String,
    /// Severity times people, with its result.
    pub weight: String,
    /// The lines and path events that it rests on.
    pub codes: Vec<Code>,
}

/// One purchase case.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Case {
    /// Its label.
    pub deal: String,
    /// How it ended; may be empty.
    pub outcome: String,
    /// The people: code and role.
    pub members: Vec<Labelled>,
    /// The themes.
    pub rows: Vec<CaseRow>,
}

/// One theme of a purchase case.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CaseRow {
    /// The dimension's name in code.
    pub dimension: &'static str,
    /// Its name on paper.
    pub label: String,
    /// The theme.
    pub theme: String,
    /// Where each member stands: a sign and a word.
    pub stands: Vec<Labelled>,
    /// What they make of it together.
    pub verdict: String,
}

/// A claim that somebody decided not to make.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Dropped {
    /// The dimension on paper.
    pub label: String,
    /// The theme.
    pub theme: String,
    /// Why.
    pub reason: String,
    /// Who decided it, when, and how many people raise it.
    pub by: String,
}

pub(super) fn expectations(brief: &Brief, words: &Words) -> Vec<Expected> {
    let row = |row: &crate::domain::brief::Ledger| Expected {
        theme: outside(&row.theme),
        expectation: words.say(&format!("expectation-{}", row.expectation)),
        people: row.people,
        met: row.met,
        unmet: row.unmet,
        exceeded: row.exceeded,
        codes: row.lines.iter().map(|line| Code { code: outside(&line.cite()), listed: true }).collect(),
    };
    brief.expectations.iter().map(row).collect()
}

/// The triggers; `listed` are the codes that the list of evidence has.
pub(super) fn triggers(brief: &Brief, listed: &BTreeSet<&str>, words: &Words) -> Vec<Trigger> {
    brief.triggers.iter().map(|row| trigger(row, listed, words)).collect()
}

fn trigger(row: &TriggerRow, listed: &BTreeSet<&str>, words: &Words) -> Trigger {
    let trackable = row.trackable.map(|it| words.say(if it { "report-trackable-yes" } else { "report-trackable-no" }));
    let trackable = trackable.unwrap_or_default();
    let texts = [
        ("cause", &row.cause),
        ("effect", &row.effect),
        ("trackable", &trackable),
        ("action", &row.action),
        ("rejected", &row.rejected),
        ("message", &row.message),
    ];
    let labelled = |(key, text): (&str, &String)| {
        let label = words.say(&format!("report-trigger-{key}"));
        (!text.is_empty()).then(|| Labelled { label, text: outside(text) })
    };
    Trigger {
        event: outside(&row.event),
        people: words.say_with("report-trigger-people", &[("people", row.people.into())]),
        rows: texts.into_iter().filter_map(labelled).collect(),
        codes: row.lines.iter().map(|it| code(outside(it), listed)).collect(),
    }
}

/// The worst pains; `listed` are the codes that the list of evidence has.
pub(super) fn worst(brief: &Brief, listed: &BTreeSet<&str>, words: &Words) -> Vec<Worst> {
    let row = |it: &brief::Worst| Worst {
        stage: outside(&words.named("stage", &it.name, &it.stage)),
        pain: said::pain(it, words),
        weight: said::weight((it.severity, it.people, it.score), words),
        codes: it.lines.iter().map(|it| code(outside(it), listed)).collect(),
    };
    brief.worst.iter().map(row).collect()
}

fn code(code: String, listed: &BTreeSet<&str>) -> Code {
    Code { listed: listed.contains(code.as_str()), code }
}

pub(super) fn cases(brief: &Brief, words: &Words) -> Vec<Case> {
    let case = |it: &committee::Committee| Case {
        deal: outside(&it.deal),
        outcome: it.outcome.map(|outcome| words.say(&format!("outcome-{outcome}"))).unwrap_or_default(),
        members: it
            .members
            .iter()
            .map(|member| Labelled { label: outside(&member.participant), text: outside(&member.role) })
            .collect(),
        rows: it.rows.iter().map(|row| case_row(row, words)).collect(),
    };
    brief.committees.iter().map(case).collect()
}

fn case_row(row: &committee::Row, words: &Words) -> CaseRow {
    let stand = |it: &Stand| Labelled { label: sign(*it).to_owned(), text: words.say(&format!("stand-{it}")) };
    CaseRow {
        dimension: row.dimension.name(),
        label: label(row.dimension, words),
        theme: outside(&row.theme),
        stands: row.stands.iter().map(stand).collect(),
        verdict: words.say(&format!("concord-{}", row.verdict)),
    }
}

/// The sign of a stand, as the rows of dots have them.
fn sign(stand: Stand) -> &'static str {
    match stand {
        Stand::Raised => "●",
        Stand::Contradicted => "×",
        Stand::Divided => "⊗",
        Stand::Silent => "○",
        Stand::Open => "·",
        Stand::NotAsked => "–",
    }
}

pub(super) fn dropped(brief: &Brief, words: &Words) -> Vec<Dropped> {
    let row = |it: &DroppedClaim| {
        let by = written(&it.by, words);
        let people = words.say_with("report-dropped-people", &[("people", Arg::from(it.people))]);
        Dropped {
            label: label(it.dimension, words),
            theme: outside(&it.theme),
            reason: outside(&it.reason),
            by: format!("{by} · {people}"),
        }
    };
    brief.dropped.iter().map(row).collect()
}

/// "HE, 21 Nov 2025".
pub(super) fn written(by: &Written, words: &Words) -> String {
    let date = words.date(by.date);
    if by.by.is_empty() { date } else { format!("{}, {date}", outside(&by.by)) }
}

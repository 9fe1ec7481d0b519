//! The claims of a sheet: by dimension, those of three people and more apart from what one or two said.
//! The order is the brief's; the first claim of a dimension is its sentence on the first screen.

use super::said::{full_counts, mark, nothing_known, signs};
use super::{Claim, Known, Part, dots, label, lines, outside, tables};
use crate::domain::Dimension;
use crate::domain::brief::recall::RecallAge;
use crate::domain::brief::{self, Brief, Written};
use crate::domain::evidence::{Evidence, STRONG_FROM};
use crate::words::{Arg, Words};

/// The five dimensions with their claims.
pub(super) fn parts(brief: &Brief, words: &Words) -> Vec<Part> {
    let numbered: Vec<(usize, &brief::Claim)> = brief.claims.iter().enumerate().collect();
    let part = |dimension: Dimension| {
        let of_it = numbered.iter().filter(|(_, claim)| claim.dimension == dimension);
        let (many, few): (Vec<_>, Vec<_>) = of_it.partition(|(_, claim)| claim.counts.raised >= STRONG_FROM);
        let set = |claims: Vec<&(usize, &brief::Claim)>| {
            claims.into_iter().map(|(at, it)| claim(*at, it, words)).collect::<Vec<Claim>>()
        };
        let (claims, few) = (set(many), set(few));
        let is_empty = claims.is_empty() && few.is_empty();
        Part {
            dimension: dimension.name(),
            label: label(dimension, words),
            nothing: if is_empty { nothing_known(brief, dimension, words) } else { String::new() },
            claims,
            few,
        }
    };
    Dimension::FIVE.iter().map(|dimension| part(*dimension)).collect()
}

/// The strongest claim of each dimension that somebody raised.
pub(super) fn known(parts: &[Part]) -> Vec<Known> {
    let row = |part: &Part| {
        let raised = |claim: &&Claim| claim.state != "assumption";
        Known {
            dimension: part.dimension,
            label: part.label.clone(),
            claim: part.claims.iter().chain(&part.few).find(raised).cloned(),
            nothing: part.nothing.clone(),
        }
    };
    parts.iter().map(row).collect()
}

fn claim(at: usize, claim: &brief::Claim, words: &Words) -> Claim {
    let printed: Vec<&Evidence> = claim.printed().collect();
    let args =
        [("shown", Arg::from(printed.len())), ("all", Arg::from(claim.supports.len())), ("codes", Arg::from(""))];
    Claim {
        id: format!("claim-{}", at + 1),
        mark: mark(claim.state),
        state: claim.state.name(),
        standing: words.say(&format!("state-{}", claim.state)),
        headline: outside(&claim.headline),
        written: claim.written.as_ref().map(|by| interpretation(by, words)).unwrap_or_default(),
        by: claim.written.as_ref().map(|by| tables::written(by, words)).unwrap_or_default(),
        theme: if claim.headline == claim.theme { String::new() } else { outside(&claim.theme) },
        notes: notes(claim, words),
        signs: signs(&claim.counts),
        counts: full_counts(&claim.counts, words),
        dots: dots::row(&claim.counts, words),
        quotes: printed.iter().map(|said| lines::line(said, words)).collect(),
        contradicts: claim.contradicts.iter().map(|said| lines::line(said, words)).collect(),
        shown: words.say_with("report-shown", &args).trim_end().to_owned(),
        more: claim.unprinted().map(|it| outside(&it.cite())).collect(),
    }
}

/// That a heading is somebody's reading of the lines.
fn interpretation(by: &Written, words: &Words) -> String {
    let by = tables::written(by, words);
    words.say_with("report-written", &[("by", Arg::from(&by))])
}

fn notes(claim: &brief::Claim, words: &Words) -> Vec<String> {
    let above = claim.above.iter().map(|it| outside(it)).collect::<Vec<String>>().join(" › ");
    let above = (!above.is_empty()).then(|| words.say_with("report-above", &[("theme", Arg::from(&above))]));
    let only = claim.only.filter(|_| claim.counts.raised > 1).map(|side| words.say(&format!("report-only-{side}")));
    let recall = claim.recall.map(|it| recall(it, words));
    let interval = claim.interval.map(|it| {
        let args = [("low", Arg::from(usize::from(it.low))), ("high", Arg::from(usize::from(it.high)))];
        words.say_with("report-interval", &args)
    });
    let returned = claim.returned.as_ref().map(|it| {
        let (by, reason) = (tables::written(&it.by, words), outside(&it.reason));
        let args = [
            ("by", Arg::from(&by)),
            ("reason", Arg::from(&reason)),
            ("then", Arg::from(it.people_then)),
            ("now", Arg::from(it.people)),
        ];
        words.say_with("report-returned", &args)
    });
    [above, interval, only, recall, returned].into_iter().flatten().collect()
}

fn recall(age: RecallAge, words: &Words) -> String {
    let args = [
        ("people", Arg::from(age.people)),
        ("median", Arg::from(age.median_days)),
        ("longest", Arg::from(age.longest_days)),
        ("old", Arg::from(age.old)),
    ];
    words.say_with(if age.old > 0 { "report-recall-old" } else { "report-recall" }, &args)
}

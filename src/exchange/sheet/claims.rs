//! The claims of a sheet: by dimension, those of three people and more apart from what one or two said.
//! The order is the brief's; the first claim of a dimension is its sentence on the first screen.

use super::{Claim, Known, Part, dots, label, lines, mark, outside};
use crate::domain::Dimension;
use crate::domain::brief::{self, Brief};
use crate::domain::evidence::STRONG_FROM;
use crate::exchange::markdown::{QUOTES_SHOWN, full_counts, nothing_known};
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
    let few = claim.counts.raised < STRONG_FROM;
    let shown = claim.supports.len().min(if few { 1 } else { QUOTES_SHOWN });
    let args = [("shown", Arg::from(shown)), ("all", Arg::from(claim.supports.len())), ("codes", Arg::from(""))];
    Claim {
        id: format!("claim-{}", at + 1),
        mark: mark(claim.state),
        state: claim.state.name(),
        standing: words.say(&format!("state-{}", claim.state)),
        headline: outside(&claim.headline),
        counts: full_counts(&claim.counts, words),
        dots: dots::row(&claim.counts, words),
        quotes: claim.supports.iter().take(shown).map(|said| lines::line(said, words)).collect(),
        contradicts: claim.contradicts.iter().map(|said| lines::line(said, words)).collect(),
        shown: words.say_with("report-shown", &args).trim_end().to_owned(),
        more: claim.supports.iter().skip(shown).map(|said| outside(&said.cite())).collect(),
    }
}

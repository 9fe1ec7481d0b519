//! The lines of a sheet, each as it may be printed: verbatim apart from paraphrase, withheld wording withheld, with its
//! permanent code as its anchor. The list of evidence holds each line once.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Part, outside};
use crate::domain::Voice;
use crate::domain::brief::Brief;
use crate::domain::evidence::Evidence;
use crate::words::Words;

/// One line of evidence.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Line {
    /// The code with its revision, such as `P07-L041.r1`; also the anchor in the list of evidence.
    pub code: String,
    /// The participant's code.
    pub who: String,
    /// The role; may be empty.
    pub role: String,
    /// How far into the interview, `00:12:41`; may be empty.
    pub at: String,
    /// `verbatim`, `paraphrase` or `withheld`. Only the first may stand in quotation marks.
    pub voice: &'static str,
    /// What stands before the wording of a paraphrase; empty for a verbatim.
    pub label: String,
    /// The wording; for a withheld line that it is withheld.
    pub text: String,
    /// Marked as worth returning to.
    pub star: bool,
    /// The anchors of the claims that it stands under, in the list of evidence; elsewhere empty.
    pub claims: Vec<String>,
}

/// A line as it may be printed.
pub(super) fn line(said: &Evidence, words: &Words) -> Line {
    let (voice, text) = match (said.withheld, said.voice) {
        (true, _) => ("withheld", words.say("report-withheld")),
        (false, Voice::Verbatim) => ("verbatim", outside(&said.text)),
        (false, _) => ("paraphrase", outside(&said.text)),
    };
    Line {
        code: outside(&said.cite()),
        who: outside(&said.participant),
        role: outside(&said.role),
        at: said.at.map(|at| at.to_string()).unwrap_or_default(),
        voice,
        label: if voice == "paraphrase" { words.say("voice-paraphrase") } else { String::new() },
        text,
        star: said.star,
        claims: Vec::new(),
    }
}

/// Every line that the brief rests on, once, by its code, with the claims that it stands under.
pub(super) fn evidence(brief: &Brief, parts: &[Part], words: &Words) -> Vec<Line> {
    let mut lines: BTreeMap<(String, String), Line> = BTreeMap::new();
    let mut keep = |said: &Evidence, claim: Option<&String>| {
        let place = (said.participant.clone(), said.cite());
        let kept = lines.entry(place).or_insert_with(|| line(said, words));
        kept.claims.extend(claim.filter(|id| !kept.claims.contains(id)).cloned());
    };
    let anchors: Vec<&String> =
        parts.iter().flat_map(|part| part.claims.iter().chain(&part.few)).map(|it| &it.id).collect();
    for (at, claim) in brief.claims.iter().enumerate() {
        let id = format!("claim-{}", at + 1);
        let anchor = anchors.iter().find(|it| ***it == id).copied();
        for said in claim.supports.iter().chain(&claim.contradicts) {
            keep(said, anchor);
        }
    }
    let expected = brief.expectations.iter().flat_map(|row| &row.lines);
    for said in brief.unthemed.iter().flat_map(|group| &group.shown).chain(expected) {
        keep(said, None);
    }
    lines.into_values().collect()
}

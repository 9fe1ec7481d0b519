//! What a brief consists of, as `whybuy.brief/1` says it. Only the shape: how each part is drawn from the records is in
//! the files beside. It reads back what it wrote, because a published brief is kept in this form.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::apart::Apart;
use super::committee::Committee;
use super::recall::RecallAge;
use crate::domain::consent::LeftOut;
use crate::domain::denominator::Denominator;
use crate::domain::dimension::{Dimension, Stage, Subject};
use crate::domain::evidence::{Evidence, State};
use crate::domain::id::Id;
use crate::domain::interview::Expectation;
use crate::domain::named::named;
use crate::domain::people::Outcome;
use crate::domain::saturation::Saturation;
use crate::domain::settings::Settings;
use crate::domain::statistics::wilson;

/// What is known of a persona; in JSON `whybuy.brief/1`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Brief {
    /// Always `whybuy.brief/1`.
    pub schema: String,
    /// The persona's name.
    pub persona: String,
    /// Who this is, in the researcher's words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub about: String,
    /// The study's name.
    pub study: String,
    /// Under which number and when it was published; none in a draft.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edition: Option<Published>,
    /// The date of the newest interview that counts: the data's own date, not today's.
    pub as_of: Option<NaiveDate>,
    /// How many people count: interviewed and not withdrawn.
    pub people: usize,
    /// How many evidence lines they have.
    pub notes: usize,
    /// Their codes with role and outcome, by code.
    pub from: Vec<Source>,
    /// The claims: by dimension, then by people, verbatims, newest line, id.
    pub claims: Vec<Claim>,
    /// What somebody decided not to claim, with the reason.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dropped: Vec<DroppedClaim>,
    /// What was taken for granted and what was beyond, and what became of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub expectations: Vec<Ledger>,
    /// Trigger cards of triggers that these people raised.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub triggers: Vec<TriggerRow>,
    /// Purchase cases of which several people were interviewed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub committees: Vec<Committee>,
    /// What sets these people apart from everybody else in the study, where something does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub apart: Option<Apart>,
    /// The pains of the persona's journey that should be put right first, the worst first; none where nobody keeps a journey.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub worst: Vec<Worst>,
    /// Lines that stand under no theme yet, by dimension, so that nothing that was said is out of sight.
    pub unthemed: Vec<Unthemed>,
    /// What is not known, and of whom.
    pub gaps: Vec<Gap>,
    /// New themes per interview in date order, for all dimensions together and then for each.
    pub saturation: Vec<Saturation>,
    /// How it was made.
    pub method: Method,
    /// What was left out because nobody agreed to it; only in what is exported.
    #[serde(default, skip_serializing_if = "LeftOut::is_empty")]
    pub left_out: LeftOut,
}

/// When a brief was published, by whom, and from what.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Published {
    /// Its number, from 1.
    pub number: u32,
    /// The day.
    pub date: NaiveDate,
    /// Initials.
    pub by: String,
    /// The SHA-256 of the lines that it used, in hexadecimal.
    pub hash: String,
}

/// One person whom the brief rests on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// The participant's code.
    pub participant: String,
    /// The role; may be empty.
    pub role: String,
    /// How the purchase ended.
    pub outcome: Option<Outcome>,
    /// The date of the newest interview.
    pub date: Option<NaiveDate>,
    /// Evidence lines.
    pub lines: usize,
    /// Days between this person's decision and the interview, where both are known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recall_days: Option<i64>,
}

/// One theme with its counts and its evidence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// The dimension.
    pub dimension: Dimension,
    /// The theme's name.
    pub theme: String,
    /// The wider themes above it, the widest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub above: Vec<String>,
    /// The heading; the theme's name until a person writes one.
    pub headline: String,
    /// Who wrote the heading, where a person did: then it is an interpretation and no evidence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub written: Option<Written>,
    /// The counts of people.
    #[serde(flatten)]
    pub counts: Denominator,
    /// The interval of those who were asked and raised it; only where it was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interval: Option<Interval>,
    /// The lines that support it, the most telling first.
    pub supports: Vec<Evidence>,
    /// The lines that contradict it.
    pub contradicts: Vec<Evidence>,
    /// The citations of the lines that are printed, at most two of `supports`.
    pub shown: Vec<String>,
    /// How well it is borne out.
    pub state: State,
    /// Everybody who raised it is of this side, and of the other side nobody did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only: Option<Side>,
    /// How long ago it was when they told it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recall: Option<RecallAge>,
    /// It had been dropped, and has gained people since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub returned: Option<DroppedClaim>,
    /// The id of the theme, for those who look it up.
    #[serde(skip)]
    pub id: Option<Id>,
}

impl Claim {
    /// The supporting lines that are printed.
    pub fn printed(&self) -> impl Iterator<Item = &Evidence> {
        self.shown.iter().filter_map(|cite| self.supports.iter().find(|line| line.cite() == *cite))
    }

    /// The supporting lines that are not printed.
    pub fn unprinted(&self) -> impl Iterator<Item = &Evidence> {
        self.supports.iter().filter(|line| !self.shown.contains(&line.cite()))
    }
}

/// The 95 % interval of Wilson, as if those who were asked were a random sample, which they are not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Interval {
    /// The lower end in whole percent.
    pub low: u8,
    /// The upper end in whole percent.
    pub high: u8,
}

impl Interval {
    fn of(counts: &Denominator) -> Option<Interval> {
        let (low, high) = wilson(counts.raised_when_asked(), counts.asked)?;
        Some(Interval { low: percent(low)?, high: percent(high)? })
    }
}

/// A share as whole percent. Digits behind the point are dropped first that machines may not agree on.
fn percent(share: f64) -> Option<u8> {
    (0..=100).min_by_key(|whole| ((share * 1e6).round() - f64::from(*whole) * 1e4).abs() as u64)
}

impl Brief {
    /// The same with the interval of each claim about which people were asked.
    #[must_use]
    pub fn with_intervals(mut self) -> Brief {
        for claim in &mut self.claims {
            claim.interval = Interval::of(&claim.counts);
        }
        self
    }
}

/// Who wrote an interpretation, and when.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Written {
    /// Initials.
    pub by: String,
    /// The day.
    pub date: NaiveDate,
}

named! {
    /// On which side of a purchase people were.
    Side ("side") {
        /// They bought ours.
        Won = "won",
        /// They did not.
        NotWon = "not_won",
    }
}

/// A claim that somebody decided not to make.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DroppedClaim {
    /// The dimension.
    pub dimension: Dimension,
    /// The theme's name.
    pub theme: String,
    /// Why.
    pub reason: String,
    /// Who decided it, and when.
    pub by: Written,
    /// How many people had raised it then.
    pub people_then: u32,
    /// How many raise it now.
    pub people: usize,
}

/// One row of the ledger of expectations: what people took for granted or did not expect, and what became of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ledger {
    /// The theme; empty where the lines stand under none.
    pub theme: String,
    /// Taken for granted, or beyond.
    pub expectation: Expectation,
    /// How many people spoke of it.
    pub people: usize,
    /// For how many of them it was fulfilled.
    pub met: usize,
    /// For how many it was not.
    pub unmet: usize,
    /// For how many more came than they expected.
    pub exceeded: usize,
    /// The lines.
    pub lines: Vec<Evidence>,
}

/// A trigger with what the company does when it happens.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TriggerRow {
    /// The theme's name.
    pub theme: String,
    /// What happens.
    pub event: String,
    /// What brings it about.
    pub cause: String,
    /// What it brings about.
    pub effect: String,
    /// Whether the company can see it happen.
    pub trackable: Option<bool>,
    /// What the company then does.
    pub action: String,
    /// What was thought of and rejected.
    pub rejected: String,
    /// What the company then says.
    pub message: String,
    /// How many people raised it.
    pub people: usize,
    /// The lines that support it, as citations.
    pub lines: Vec<String>,
}

/// One of the pains that should be put right first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Worst {
    /// At which stage.
    pub stage: Stage,
    /// What the journey itself calls the stage; empty where it has the template's name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// What hurts; empty where it is withheld.
    pub pain: String,
    /// The wording is withheld: it is that of somebody who did not agree to be quoted.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub withheld: bool,
    /// How bad, 1 to 3.
    pub severity: u32,
    /// How many people said so.
    pub people: usize,
    /// Severity times people.
    pub score: usize,
    /// The lines and path events that it rests on, as citations.
    pub lines: Vec<String>,
}

/// How many of the pains a brief names.
pub const WORST_SHOWN: usize = 5;

/// The lines of one dimension that stand under no theme.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Unthemed {
    /// The dimension, `unsorted` last.
    pub dimension: Dimension,
    /// How many lines.
    pub lines: usize,
    /// From how many people.
    pub people: usize,
    /// The first [`UNTHEMED_SHOWN`] of them.
    pub shown: Vec<Evidence>,
}

/// How many lines without a theme are shown per dimension.
pub const UNTHEMED_SHOWN: usize = 5;

named! {
    /// What kind of thing is not known.
    GapKind ("gap kind") {
        /// A dimension or the path was never touched with these people.
        Untouched = "untouched",
        /// Nobody was asked this question, and nobody covered it.
        NobodyAsked = "nobody_asked",
        /// These people have follow-ups that are still owed.
        Owed = "owed",
        /// These people have lines that are not sorted.
        Unsorted = "unsorted",
        /// These people did not agree to be quoted.
        NoQuoteConsent = "no_quote_consent",
    }
}

/// One thing that is not known.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Gap {
    /// What kind.
    pub kind: GapKind,
    /// The dimension or the path, where the gap lies in one.
    pub subject: Option<Subject>,
    /// The question's wording, where it is about one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub question: String,
    /// The codes of the people it concerns.
    pub people: Vec<String>,
    /// How many lines it concerns, where lines are counted.
    pub lines: usize,
}

/// How the brief was made, so that its numbers can be counted again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Method {
    /// Interviews that have begun.
    pub interviews: usize,
    /// The date of the oldest of them.
    pub first: Option<NaiveDate>,
    /// From how many people on a claim is strong.
    pub strong_from: usize,
    /// How many people withdrew and are in no count.
    pub withdrawn: usize,
    /// Verbatim lines under claims whose wording is withheld.
    pub withheld: usize,
    /// The stop rule, the quota, the age of a memory.
    #[serde(default, skip_serializing_if = "Settings::is_default")]
    pub settings: Settings,
    /// Findings of the leak linter that were let through, and why.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub allowed: Vec<Allowed>,
}

/// A finding of the leak linter that somebody let through.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Allowed {
    /// What kind of finding.
    pub finding: String,
    /// Why it may leave the library.
    pub reason: String,
    /// Who decided it, and when.
    pub by: Written,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_is_of_those_who_were_asked() {
        let of = |raised, asked, unprompted| {
            let interval = Interval::of(&Denominator { raised, asked, unprompted, ..Denominator::default() });
            interval.map(|it| (it.low, it.high))
        };
        assert_eq!((of(3, 5, 0), of(5, 8, 0), of(8, 8, 0)), (Some((23, 88)), Some((31, 86)), Some((68, 100))));
        assert_eq!(of(5, 5, 2), of(3, 5, 0), "who spoke unprompted is not of those who were asked");
        assert_eq!(of(4, 0, 4), None);
    }
}

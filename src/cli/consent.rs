//! `whybuy consent`: what a participant agreed to. Withdrawing takes every line of theirs out of sight.
//! What follows from consent is decided in the domain, where people are counted.

use clap::{Args, Subcommand};
use serde::Serialize;

use super::editions::{self, Recall};
use super::output::{Answer, Output};
use super::page::Page;
use super::records::{fields, naming};
use super::session::Session;
use crate::domain::{Consent as Agreed, Participant};
use crate::error::Result;

/// What can be done with consent.
#[derive(Subcommand)]
pub(super) enum Consent {
    Show(Whose),
    Give(Give),
    Withdraw(Whose),
}

/// Whose consent.
#[derive(Args)]
pub(super) struct Whose {
    #[arg(value_name = "PARTICIPANT")]
    participant: String,
}

/// What is agreed to, besides taking part.
#[derive(Args)]
pub(super) struct Give {
    #[arg(value_name = "PARTICIPANT")]
    participant: String,
    #[arg(long)]
    record: bool,
    #[arg(long)]
    quote: bool,
    #[arg(long)]
    verbal: bool,
    #[arg(long, value_name = "DATE")]
    keep_until: Option<String>,
}

pub(super) fn run(consent: &Consent, session: &Session) -> Result<Answer> {
    let mut open = session.open()?;
    let (Consent::Show(Whose { participant: code })
    | Consent::Give(Give { participant: code, .. })
    | Consent::Withdraw(Whose { participant: code })) = consent;
    let participant = naming::participant(&open.research, code)?.clone();
    let (step, agreed) = match consent {
        Consent::Show(_) => return Answer::of(session, &Shown::of(&participant)),
        Consent::Give(give) => {
            // What was agreed about keeping the material stays agreed until somebody says another date.
            let keep_until = give.keep_until.as_deref().map(fields::date).transpose()?;
            let keep_until = keep_until.or(participant.consent.keep_until);
            let (record, quote, verbal) = (give.record, give.quote, give.verbal);
            let given = Some(open.now());
            ("give-consent", Agreed { participate: true, record, quote, verbal, given, keep_until, withdrawn: None })
        }
        Consent::Withdraw(_) => {
            let withdrawn = participant.consent.withdrawn.or_else(|| Some(open.now()));
            ("withdraw-consent", Agreed { withdrawn, ..participant.consent })
        }
    };
    let changed = Participant { consent: agreed, ..participant };
    open.add(step, &changed.code, changed.clone().into())?;
    let recall = if changed.is_withdrawn() { editions::recalls(&open, &changed.code)? } else { Vec::new() };
    Answer::of(session, &Shown { recall, ..Shown::of(&changed) })
}

#[derive(Serialize)]
struct Shown {
    participant: String,
    state: &'static str,
    #[serde(flatten)]
    consent: Agreed,
    /// Published briefs that cite a person who withdrew.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    recall: Vec<Recall>,
}

impl Shown {
    fn of(participant: &Participant) -> Shown {
        let state = super::records::consent_state(participant);
        Shown { participant: participant.code.clone(), state, consent: participant.consent.clone(), recall: Vec::new() }
    }
}

impl Output for Shown {
    const SCHEMA: &'static str = "consent";

    fn human(&self, page: &mut Page<'_>) {
        page.heading(&format!("{}  {}", self.participant, page.say(&format!("cli-consent-{}", self.state))));
        let it = &self.consent;
        let agreed =
            [("participate", it.participate), ("record", it.record), ("quote", it.quote), ("verbal", it.verbal)];
        let yes = |agreed: bool| if agreed { "cli-yes" } else { "cli-no" };
        let dates = [("given", it.given), ("withdrawn", it.withdrawn)];
        let mut rows: Vec<(&str, String)> = agreed.map(|(name, agreed)| (name, page.say(yes(agreed)))).to_vec();
        rows.extend(it.keep_until.map(|date| ("keep-until", page.words.date(date))));
        rows.extend(dates.iter().filter_map(|(name, at)| Some((*name, page.words.day_time((*at)?.local())))));
        let labels: Vec<String> = rows.iter().map(|(name, _)| page.say(&format!("cli-head-{name}"))).collect();
        let widest = labels.iter().map(|label| crate::domain::text::width(label)).max().unwrap_or(0);
        for (label, (_, value)) in labels.iter().zip(&rows) {
            page.labelled(label, widest, value);
        }
        editions::tell_recalls(&self.recall, page);
    }
}

//! Quotations against the revisions that they cite, and the people whom they cite against consent.
//! Numbers are not looked at here.

use std::collections::BTreeSet;

use super::{Fault, FaultKind, Ground, Printed, Quote};
use crate::domain::interview::Source;
use crate::domain::{Citation, Key, Kind, Note, Participant, Voice};

/// Adds what does not hold; says how many quotations are wrong.
pub(super) fn check(printed: &Printed, ground: &Ground<'_>, faults: &mut Vec<Fault>) -> usize {
    let before = faults.len();
    faults.extend(printed.quotes.iter().filter_map(|quote| of_quote(quote, ground)));
    let bad = faults.len() - before;
    let quoted: BTreeSet<&str> = printed.quotes.iter().map(|it| it.at.as_str()).collect();
    for (at, cite) in &printed.cites {
        if !quoted.contains(at.as_str()) && !exists(cite, ground) {
            faults.push(Fault::new(FaultKind::Reference, at, cite.to_string()));
        }
    }
    faults.extend(of_consent(printed, ground));
    bad
}

fn exists(cite: &Citation, ground: &Ground<'_>) -> bool {
    let key = ground.research.resolve(cite);
    match (key, cite.revision) {
        (Some(key), Some(revision)) if key.kind == Kind::Note => {
            ground.research.notes().get(&key.id).is_some_and(|note| note.wording(revision).is_some())
        }
        (key, _) => key.is_some(),
    }
}

fn note<'r>(cite: &Citation, ground: &'r Ground<'_>) -> Option<&'r Note> {
    let key: Key = ground.research.resolve(cite)?;
    ground.research.notes().get(&key.id)
}

fn of_quote(quote: &Quote, ground: &Ground<'_>) -> Option<Fault> {
    let fault = |kind, about: String| Some(Fault::new(kind, &quote.at, about));
    let Some(cite) = &quote.cite else {
        return fault(FaultKind::Unsourced, String::new()).map(|it| it.but("", &quote.text));
    };
    let Some(note) = note(cite, ground) else { return fault(FaultKind::Reference, cite.to_string()) };
    let Some((text, voice)) = note.wording(cite.revision.unwrap_or_else(|| note.revision())) else {
        return fault(FaultKind::Reference, cite.to_string());
    };
    let about = cite.to_string();
    if quote.is_quoted && voice != Voice::Verbatim {
        return fault(FaultKind::NotVerbatim, about);
    }
    if quote.who.as_ref().is_some_and(|who| !who.eq_ignore_ascii_case(&cite.participant)) {
        let who = quote.who.clone().unwrap_or_default();
        return fault(FaultKind::Attribution, about).map(|it| it.but(&cite.participant, who));
    }
    (quote.text != text).then(|| Fault::new(FaultKind::Quote, &quote.at, about).but(text, &quote.text))
}

/// One fault for each person and rule, at the first place where the person is cited.
fn of_consent(printed: &Printed, ground: &Ground<'_>) -> Vec<Fault> {
    let mut told: BTreeSet<(FaultKind, String)> = BTreeSet::new();
    let mut faults = Vec::new();
    for (at, cite) in &printed.cites {
        let Some(person) = ground.research.participant_by_code(&cite.participant) else { continue };
        let is_quoted = printed.quotes.iter().any(|it| it.is_quoted && it.at == *at);
        for kind in breaches(person, is_quoted, ground) {
            if told.insert((kind, person.code.clone())) {
                faults.push(Fault::new(kind, at, &person.code));
            }
        }
    }
    faults
}

fn breaches(person: &Participant, is_quoted: bool, ground: &Ground<'_>) -> Vec<FaultKind> {
    let consent = &person.consent;
    let interviews = ground.research.interviews_of(person.id);
    let is_public = !interviews.is_empty() && interviews.iter().all(|it| it.source == Source::Review);
    let rules = [
        (FaultKind::Withdrawn, person.is_withdrawn()),
        (FaultKind::Expired, consent.keep_until.is_some_and(|until| until < ground.on)),
        (FaultKind::NotAgreed, !consent.participate && !is_public),
        (FaultKind::NoQuoteConsent, is_quoted && !consent.quote),
    ];
    rules.into_iter().filter(|(_, broken)| *broken).map(|(kind, _)| kind).collect()
}

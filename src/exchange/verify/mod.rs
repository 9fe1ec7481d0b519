//! Reading back what was handed out: a brief or a journey in any of its forms becomes lines, quotations and citations, and
//! so does what the records would say in the same form and language. Which persona and which version it is, is found by
//! what fits best. Holding the one against the other is the domain's.

mod html;
mod json;
mod known;
mod markdown;
mod svg;
mod table;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use serde::Serialize;

use self::known::{Candidate, candidates};
use super::ascii;
use super::html::Templates;
use crate::domain::Research;
use crate::domain::brief::Brief;
use crate::domain::leaks::Watch;
use crate::domain::named::named;
use crate::domain::verify::{self, Fault, Ground, Printed, Verdict};
use crate::error::{Error, Result};
use crate::words::{Lang, Words};

named! {
    /// In which form a document is.
    Form ("form") {
        /// JSON.
        Json = "json",
        /// Markdown.
        Md = "md",
        /// HTML.
        Html = "html",
        /// A table of quotations, of presence or of a map.
        Csv = "csv",
        /// A drawing of a map.
        Svg = "svg",
    }
}

named! {
    /// What a document is held against.
    Basis ("basis") {
        /// The brief that the records give now.
        Draft = "draft",
        /// A brief as it was published.
        Edition = "edition",
        /// The journey that the records give now.
        Journey = "journey",
        /// A journey as it was published.
        JourneyEdition = "journey_edition",
        /// A table that the records give now.
        Table = "table",
        /// Nothing: only its quotations, its people and its words were looked at.
        None = "none",
    }
}

/// What was found out about a document.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Checked {
    /// In which form it is.
    pub form: Form,
    /// What it was held against.
    pub basis: Basis,
    /// Whose it is; empty where nothing fits.
    pub persona: String,
    /// The number of the version, where it is one.
    pub edition: Option<u32>,
    /// What holds and what does not.
    #[serde(flatten)]
    pub verdict: Verdict,
}

/// What a document is held against, whatever it turns out to be.
pub struct Known<'r> {
    /// The records as they are now.
    pub research: &'r Research,
    /// What the leak linter looks for.
    pub watch: &'r Watch,
    /// Today, for consent that runs out.
    pub on: NaiveDate,
    /// The templates in which HTML was set.
    pub templates: &'r Templates,
}

/// Verifies a document.
///
/// # Errors
/// `file-not-text` where it is no UTF-8, `verify-json` where it begins like JSON and is none, `edition-damaged` where a
/// published version cannot be read back.
pub fn check(bytes: &[u8], name: &str, known: &Known<'_>) -> Result<Checked> {
    let text = std::str::from_utf8(bytes).map_err(|fault| Error::refused("file-not-text").because(fault))?;
    let form = form_of(text, name);
    let languages = [Words::new(Lang::En), Words::new(Lang::Ko)];
    let printed = read(form, text, &languages)?;
    let best = best(&printed, (form, ascii::is_plain(text)), known, &languages)?;
    let ground = |expected, basis, persona| Ground {
        research: known.research,
        watch: known.watch,
        on: known.on,
        expected,
        basis,
        persona,
    };
    let Some((candidate, expected)) = best else {
        let mut verdict = verify::verify(&printed, &ground(None, None, None));
        verdict.faults.insert(0, Fault::unknown_persona());
        return Ok(Checked { form, basis: Basis::None, persona: String::new(), edition: None, verdict });
    };
    let persona = candidate.persona.and_then(|id| known.research.personas().get(&id));
    let persona = persona.map_or_else(String::new, |it| it.name.clone());
    let document = &candidate.document;
    let mut verdict = verify::verify(&printed, &ground(Some(&expected), document.brief(), candidate.persona));
    verdict.faults.extend(candidate.since(known)?);
    Ok(Checked { form, basis: document.basis(), persona, edition: document.edition(), verdict })
}

fn form_of(text: &str, name: &str) -> Form {
    let start = text.trim_start_matches('\u{FEFF}').trim_start();
    match name.rsplit('.').next() {
        Some("json") => Form::Json,
        Some("html" | "htm") => Form::Html,
        Some("md" | "markdown") => Form::Md,
        Some("csv") => Form::Csv,
        Some("svg") => Form::Svg,
        _ if start.starts_with('{') => Form::Json,
        _ if start.starts_with("<svg") => Form::Svg,
        _ if start.starts_with('<') => Form::Html,
        _ if start.starts_with("id,") || start.starts_with("participant,") => Form::Csv,
        _ => Form::Md,
    }
}

fn read(form: Form, text: &str, languages: &[Words; 2]) -> Result<Printed> {
    match form {
        Form::Json => json::read(text),
        Form::Md => Ok(markdown::read(text, languages)),
        Form::Html => Ok(html::read(text)),
        Form::Csv => table::read(text),
        Form::Svg => Ok(svg::read(text)),
    }
}

/// A published brief, read back.
///
/// # Errors
/// `edition-damaged` where it is none.
pub fn published(document: &str) -> Result<Brief> {
    serde_json::from_str(document)
        .map_err(|fault| Error::new(crate::error::ErrorKind::Damaged, "edition-damaged").because(fault))
}

/// The candidate and language of which the document has the most lines; none where it has hardly any of any.
fn best(
    printed: &Printed,
    (form, is_plain): (Form, bool),
    known: &Known<'_>,
    languages: &[Words; 2],
) -> Result<Option<(Candidate, Printed)>> {
    let mut best: Option<(usize, Candidate, Printed)> = None;
    for candidate in candidates(printed, form, known)? {
        let mut fits: Option<(usize, Printed)> = None;
        for words in languages.iter().take(candidate.document.languages(form)) {
            let rendered = candidate.document.rendered(form, words, known.templates)?;
            // What has none of our signs was set without them.
            let rendered = if is_plain && form == Form::Md { ascii::plain(&rendered) } else { rendered };
            let expected = read(form, &rendered, languages)?;
            let common = printed.in_common(&expected);
            if fits.as_ref().is_none_or(|(most, _)| common > *most) {
                fits = Some((common, expected));
            }
        }
        let Some((common, expected)) = fits else { continue };
        // Of two that fit alike the shorter is meant: the table of a persona lies in that of the whole study.
        let is_better = |most: usize, known: &Printed| {
            (common, std::cmp::Reverse(expected.lines.len())) > (most, std::cmp::Reverse(known.lines.len()))
        };
        if best.as_ref().is_none_or(|(most, _, known)| is_better(*most, known)) {
            best = Some((common, candidate, expected));
        }
    }
    let is_like = |common: usize, expected: &Printed| common * 4 >= expected.lines.len().max(printed.lines.len());
    Ok(best
        .filter(|(common, _, expected)| is_like(*common, expected))
        .map(|(_, candidate, expected)| (candidate, expected)))
}

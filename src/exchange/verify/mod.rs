//! Reading back what was handed out: a brief or a journey as JSON, Markdown or HTML becomes lines, quotations and
//! citations, and so does what the records would say in the same form and language. Which persona and which version it
//! is, is found by what fits best. Holding the one against the other is the domain's.

mod html;
mod json;
mod markdown;
mod table;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use serde::Serialize;

use super::html::Templates;
use super::{markdown as set, matrix, quotes};
use crate::domain::brief::{self, Brief};
use crate::domain::edition;
use crate::domain::journey::{self, Map};
use crate::domain::leaks::Watch;
use crate::domain::matrix::Matrix;
use crate::domain::named::named;
use crate::domain::verify::{self, Fault, Ground, Printed, PrintedLine, Verdict};
use crate::domain::{Id, Research};
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
        /// A table of quotations or of presence.
        Csv = "csv",
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

/// Something that may have been handed out.
enum Document {
    Brief(Box<Brief>),
    Journey(Box<Map>),
    Table(String),
}

struct Candidate {
    /// None where it is of the whole study.
    persona: Option<Id>,
    document: Document,
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
    let best = best(&printed, form, known, &languages)?;
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
    let (basis, brief) = match &candidate.document {
        Document::Brief(brief) if brief.edition.is_some() => (Basis::Edition, Some(&**brief)),
        Document::Brief(brief) => (Basis::Draft, Some(&**brief)),
        Document::Journey(_) => (Basis::Journey, None),
        Document::Table(_) => (Basis::Table, None),
    };
    let mut verdict = verify::verify(&printed, &ground(Some(&expected), brief, candidate.persona));
    let number = brief.and_then(|it| it.edition.as_ref()).map(|it| it.number);
    if let (Some(published), Some(of), Basis::Edition) = (brief, candidate.persona, basis) {
        let now = brief::for_export(known.research, of)?;
        verdict.faults.extend(moved(published, &now, known.research));
    }
    Ok(Checked { form, basis, persona, edition: number, verdict })
}

/// What was so when it was published and is not so now.
fn moved(published: &Brief, now: &Brief, research: &Research) -> Vec<Fault> {
    let diff = edition::diff(published, now, research);
    let tally =
        |it: Option<edition::Tally>| it.map_or_else(|| "–".to_owned(), |it| format!("{}/{}", it.raised, it.people));
    let of = |about: &str, now: &str, then: &str| Fault::moved(about.to_owned(), (now.to_owned(), then.to_owned()));
    let mut faults: Vec<Fault> = diff.people_in.iter().map(|it| of(it, "new", "none")).collect();
    faults.extend(diff.people_out.iter().map(|it| of(&it.participant, "gone", "was")));
    faults.extend(diff.lines_changed.iter().map(|it| of(it, "reworded", "was")));
    faults.extend(diff.claims.iter().map(|it| of(&it.theme, &tally(it.after), &tally(it.before))));
    faults
}

fn form_of(text: &str, name: &str) -> Form {
    let start = text.trim_start_matches('\u{FEFF}').trim_start();
    match name.rsplit('.').next() {
        Some("json") => Form::Json,
        Some("html" | "htm") => Form::Html,
        Some("md" | "markdown") => Form::Md,
        Some("csv") => Form::Csv,
        _ if start.starts_with('{') => Form::Json,
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
    }
}

/// A document as it is handed out in a form and language.
fn rendered(document: &Document, form: Form, words: &Words, templates: &Templates) -> Result<String> {
    let json = |fault| Error::new(crate::error::ErrorKind::Bug, "json").because(fault);
    match (document, form) {
        (Document::Brief(it), Form::Json) => serde_json::to_string(it).map_err(json),
        (Document::Journey(it), Form::Json) => serde_json::to_string(it).map_err(json),
        (Document::Table(it), _) => Ok(it.clone()),
        (Document::Brief(it), Form::Html) => super::html::brief(it, words, templates),
        (Document::Brief(it), _) => Ok(set::brief(it, words)),
        (Document::Journey(it), _) => Ok(set::journey(it, words)),
    }
}

/// The tables of every persona and of the whole study.
fn tables(known: &Known<'_>) -> Result<Vec<Candidate>> {
    let everybody = std::iter::once(None).chain(known.research.personas().keys().copied().map(Some));
    let mut candidates = Vec::new();
    for persona in everybody {
        let (agreed, _) = known.research.exportable(persona)?;
        for text in [quotes::csv(&agreed, persona)?, matrix::presence(&Matrix::whole(&agreed, persona))?] {
            candidates.push(Candidate { persona, document: Document::Table(text) });
        }
    }
    Ok(candidates)
}

/// What the document can be, best fit first: of each persona that it names the draft, the versions and the journey.
fn candidates(printed: &Printed, known: &Known<'_>) -> Result<Vec<Candidate>> {
    let research = known.research;
    let is_head = |at: usize, line: &PrintedLine| if printed.has_paths { line.at == "persona" } else { at < 6 };
    let names =
        |name: &str| printed.lines.iter().enumerate().any(|(at, line)| is_head(at, line) && line.text.contains(name));
    let mut personas: Vec<_> = research.personas().values().filter(|it| names(&it.name)).collect();
    if personas.is_empty() {
        personas = research.personas().values().collect();
    }
    let mut candidates = Vec::new();
    for persona in personas {
        let mut briefs = vec![brief::for_export(research, persona.id)?];
        let mut editions: Vec<_> = research.editions().values().filter(|it| it.persona == persona.id).collect();
        editions.sort_by_key(|it| it.number);
        for edition in editions {
            briefs.push(published(&edition.document)?);
        }
        // Each may have been asked for with its intervals.
        for brief in briefs {
            let plain = Document::Brief(Box::new(brief.clone()));
            let wide = Document::Brief(Box::new(brief.with_intervals()));
            candidates.extend([plain, wide].map(|document| Candidate { persona: Some(persona.id), document }));
        }
        let document = Document::Journey(Box::new(journey::for_export(research, persona.id)?));
        candidates.push(Candidate { persona: Some(persona.id), document });
    }
    Ok(candidates)
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
    form: Form,
    known: &Known<'_>,
    languages: &[Words; 2],
) -> Result<Option<(Candidate, Printed)>> {
    let mut best: Option<(usize, Candidate, Printed)> = None;
    let candidates = if form == Form::Csv { tables(known)? } else { candidates(printed, known)? };
    for candidate in candidates {
        let mut fits: Option<(usize, Printed)> = None;
        for words in languages.iter().take(if matches!(form, Form::Json | Form::Csv) { 1 } else { 2 }) {
            let expected = read(form, &rendered(&candidate.document, form, words, known.templates)?, languages)?;
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

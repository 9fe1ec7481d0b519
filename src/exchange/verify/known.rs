//! What a document can be: the briefs, journeys and tables that the records give now, and those that were published; each
//! in the forms in which it is handed out. Which of them fits is decided beside this.

use super::{Basis, Form, Known, published};
use crate::domain::brief::Brief;
use crate::domain::edition;
use crate::domain::journey::{self, Journey, Map, diff, map, versions};
use crate::domain::matrix::Matrix;
use crate::domain::verify::{self, Fault, Printed, PrintedLine};
use crate::domain::{Id, Persona, Research, briefing};
use crate::error::{Error, ErrorKind, Result};
use crate::exchange::editions;
use crate::exchange::html::Templates;
use crate::exchange::{chart, flowchart, html, map_table, markdown, matrix, quotes, svg};
use crate::words::Words;

/// How a map is set, where a form has more than one way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Setting {
    /// All of it.
    Whole,
    /// As an outline.
    Outline,
    /// As a flowchart in words.
    Flow,
    /// As a flowchart in the language of Mermaid.
    Mermaid,
    /// Only its feelings.
    Curve,
    /// Only its moves.
    Moves,
}

/// Something that may have been handed out.
pub(super) enum Document {
    Brief(Box<Brief>),
    Journey(Box<Map>, Setting),
    Table(String),
}

/// A document and whose it is.
pub(super) struct Candidate {
    /// None where it is of the whole study.
    pub persona: Option<Id>,
    pub document: Document,
    /// The journey of a map; none where nobody keeps one.
    journey: Option<Id>,
}

impl Document {
    /// A document as it is handed out in a form and language.
    pub fn rendered(&self, form: Form, words: &Words, templates: &Templates) -> Result<String> {
        let json = |fault| Error::new(ErrorKind::Bug, "json").because(fault);
        match (self, form) {
            (Document::Table(it), _) => Ok(it.clone()),
            (Document::Brief(it), Form::Json) => serde_json::to_string(it).map_err(json),
            (Document::Brief(it), Form::Html) => html::brief(it, words, templates),
            (Document::Brief(it), _) => Ok(markdown::brief(it, words)),
            (Document::Journey(it, _), Form::Json) => {
                serde_json::to_string(&chart::Document::of(it, words)).map_err(json)
            }
            (Document::Journey(it, _), Form::Html) => html::journey(it, words, templates),
            (Document::Journey(it, _), Form::Csv) => map_table::csv(it, words),
            (Document::Journey(it, Setting::Curve), _) => Ok(svg::curve(it, words)),
            (Document::Journey(it, Setting::Moves), _) => Ok(svg::flow(it, words)),
            (Document::Journey(it, _), Form::Svg) => Ok(svg::grid(it, words)),
            (Document::Journey(it, Setting::Outline), _) => Ok(markdown::outline(it, words)),
            (Document::Journey(it, Setting::Flow), _) => Ok(flowchart::text(it, words)),
            (Document::Journey(it, Setting::Mermaid), _) => Ok(flowchart::mermaid(it, words)),
            (Document::Journey(it, _), _) => Ok(markdown::journey(it, words)),
        }
    }

    /// In how many languages it can be in this form.
    pub fn languages(&self, form: Form) -> usize {
        let is_bare = matches!((self, form), (Document::Brief(_), Form::Json) | (Document::Table(_), _));
        if is_bare { 1 } else { 2 }
    }

    /// The brief, where it is one.
    pub fn brief(&self) -> Option<&Brief> {
        match self {
            Document::Brief(brief) => Some(brief),
            _ => None,
        }
    }

    /// The number of the version, where it is one.
    pub fn edition(&self) -> Option<u32> {
        let edition = match self {
            Document::Brief(brief) => brief.edition.as_ref(),
            Document::Journey(map, _) => map.edition.as_ref(),
            Document::Table(_) => None,
        };
        edition.map(|it| it.number)
    }

    /// What a document like this is held against.
    pub fn basis(&self) -> Basis {
        match (self, self.edition().is_some()) {
            (Document::Brief(_), true) => Basis::Edition,
            (Document::Brief(_), false) => Basis::Draft,
            (Document::Journey(..), true) => Basis::JourneyEdition,
            (Document::Journey(..), false) => Basis::Journey,
            (Document::Table(_), _) => Basis::Table,
        }
    }
}

impl Candidate {
    /// What does not hold inside a published version, and what was so when it was published and is not so now.
    pub fn since(&self, known: &Known<'_>) -> Result<Vec<Fault>> {
        let research = known.research;
        match (&self.document, self.persona) {
            (Document::Brief(it), Some(of)) if it.edition.is_some() => {
                Ok(moved(it, &briefing::for_export(research, of)?, research))
            }
            (Document::Journey(it, _), _) if it.edition.is_some() => {
                let mut faults = verify::recount_map(it);
                if let Some(journey) = self.journey {
                    faults.extend(map_moved(it, &journey::journey_for_export(research, journey)?));
                }
                Ok(faults)
            }
            _ => Ok(Vec::new()),
        }
    }
}

fn so(about: &str, now: &str, then: &str) -> Fault {
    Fault::moved(about.to_owned(), (now.to_owned(), then.to_owned()))
}

fn moved(published: &Brief, now: &Brief, research: &Research) -> Vec<Fault> {
    let diff = edition::diff(published, now, research);
    let tally =
        |it: Option<edition::Tally>| it.map_or_else(|| "–".to_owned(), |it| format!("{}/{}", it.raised, it.people));
    let mut faults: Vec<Fault> = diff.people_in.iter().map(|it| so(it, "new", "none")).collect();
    faults.extend(diff.people_out.iter().map(|it| so(&it.participant, "gone", "was")));
    faults.extend(diff.lines_changed.iter().map(|it| so(it, "reworded", "was")));
    faults.extend(diff.claims.iter().map(|it| so(&it.theme, &tally(it.after), &tally(it.before))));
    faults
}

fn map_moved(published: &Map, now: &Map) -> Vec<Fault> {
    let mut faults = Vec::new();
    for cell in diff::diff(published, now).cells {
        faults.extend(cell.left.iter().map(|it| so(it, "gone", "was")));
        faults.extend(cell.right.iter().map(|it| so(it, "new", "none")));
        faults.extend(cell.counted.iter().map(|(it, then, now)| so(it, &now.to_string(), &then.to_string())));
    }
    faults
}

/// What the document can be: of each persona that it names the drafts, the versions and the journeys.
pub(super) fn candidates(printed: &Printed, form: Form, known: &Known<'_>) -> Result<Vec<Candidate>> {
    let research = known.research;
    let named =
        |name: &str| printed.lines.iter().enumerate().any(|at| is_head(printed, at) && at.1.text.contains(name));
    let mut personas: Vec<&Persona> = research.personas().values().filter(|it| named(&it.name)).collect();
    if personas.is_empty() {
        personas = research.personas().values().collect();
    }
    let mut candidates = if form == Form::Csv { tables(known)? } else { Vec::new() };
    for persona in personas {
        if !matches!(form, Form::Csv | Form::Svg) {
            briefs(research, persona.id, &mut candidates)?;
        }
        journeys(research, persona.id, form, &mut candidates)?;
    }
    Ok(candidates)
}

/// Whether a line is where a document names its persona.
fn is_head(printed: &Printed, (at, line): (usize, &PrintedLine)) -> bool {
    if printed.has_paths { line.at.ends_with("persona") } else { at < 6 }
}

fn briefs(research: &Research, persona: Id, candidates: &mut Vec<Candidate>) -> Result<()> {
    let mut briefs = vec![briefing::for_export(research, persona)?];
    let mut editions: Vec<_> = research.editions().values().filter(|it| it.persona == persona).collect();
    editions.sort_by_key(|it| it.number);
    for edition in editions {
        briefs.push(published(&edition.document)?);
    }
    // Each may have been asked for with its intervals.
    for brief in briefs {
        let plain = Document::Brief(Box::new(brief.clone()));
        let wide = Document::Brief(Box::new(brief.with_intervals()));
        candidates.extend([plain, wide].map(|document| Candidate { persona: Some(persona), document, journey: None }));
    }
    Ok(())
}

fn journeys(research: &Research, persona: Id, form: Form, candidates: &mut Vec<Candidate>) -> Result<()> {
    let kept: Vec<&Journey> = map::journeys_of(research, persona).collect();
    let mut maps: Vec<(Option<Id>, Map)> = Vec::new();
    if map::ours(research, persona).is_none() {
        maps.push((None, journey::for_export(research, persona)?));
    }
    for journey in kept {
        maps.push((Some(journey.id), journey::journey_for_export(research, journey.id)?));
        for edition in versions::editions_of(research, journey.id) {
            maps.push((Some(journey.id), editions::read(edition)?));
        }
    }
    let settings: &[Setting] = match form {
        Form::Md => &[Setting::Whole, Setting::Outline, Setting::Flow, Setting::Mermaid],
        Form::Svg => &[Setting::Whole, Setting::Curve, Setting::Moves],
        Form::Json | Form::Html | Form::Csv => &[Setting::Whole],
    };
    for (journey, map) in maps {
        candidates.extend(settings.iter().map(|setting| {
            let document = Document::Journey(Box::new(map.clone()), *setting);
            Candidate { persona: Some(persona), document, journey }
        }));
    }
    Ok(())
}

/// The tables of every persona and of the whole study.
fn tables(known: &Known<'_>) -> Result<Vec<Candidate>> {
    let everybody = std::iter::once(None).chain(known.research.personas().keys().copied().map(Some));
    let mut candidates = Vec::new();
    for persona in everybody {
        let (agreed, _) = known.research.exportable(persona)?;
        for text in [quotes::csv(&agreed, persona)?, matrix::presence(&Matrix::whole(&agreed, persona))?] {
            candidates.push(Candidate { persona, document: Document::Table(text), journey: None });
        }
    }
    Ok(candidates)
}

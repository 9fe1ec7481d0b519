//! `whybuy search`: people first, then lines, each with its code; filters stand in the query.
//! What matches and how it is ranked is the library's; how it is told lives here.

use std::collections::BTreeMap;

use clap::Args;
use serde::Serialize;

use super::output::{self, Answer, Output};
use super::page::{Page, Tone};
use super::session::Session;
use crate::domain::{Dimension, Id, Note, Offset, Research, Speaker, Voice};
use crate::error::Result;
use crate::library::{Count, Expanded, Facets, Found, Hit, Library, Nothing, Request, Standing};
use crate::words::Arg;

/// With more lines than this and no index, it is built before the search: reading them all would take longer.
const MANY: u64 = 20_000;
/// With more lines than this that the index has not reached, it follows first.
const FAR_BEHIND: usize = 2_000;

/// What is looked for.
#[derive(Args)]
pub(super) struct Search {
    #[arg(value_name = "QUERY", required = true)]
    query: Vec<String>,
    #[arg(long, short = 'n', value_name = "COUNT", default_value_t = 20)]
    limit: usize,
    #[arg(long, value_name = "COUNT", default_value_t = 0)]
    context: usize,
    #[arg(long)]
    literal: bool,
}

pub(super) fn run(args: &Search, session: &Session) -> Result<Answer> {
    let mut library = session.library()?;
    let is_far_behind = match library.behind()? {
        Some(lines) => lines > FAR_BEHIND,
        None => library.count_notes()? > MANY,
    };
    if is_far_behind {
        // Where it cannot be written, the lines are read one by one as before.
        drop(library.catch_up(&mut |done, total| session.tell_progress(done, total)));
        output::progress_done();
    }
    let named = session.study.as_deref().map(|name| library.study(Some(name))).transpose()?;
    let request = Request {
        study: named.map(|it| it.id),
        literal: args.literal,
        ..Request::of(&args.query.join(" "), args.limit)
    };
    let found = library.search(&request)?;
    let mut around = Around { library: &library, studies: BTreeMap::new(), lines: args.context };
    let hits = found.hits.iter().map(|hit| Shown::of(hit, &mut around)).collect::<Result<Vec<Shown>>>()?;
    Answer::of(session, &Report::of(found, hits))
}

/// Finds the lines before and after a line, loading each study once.
struct Around<'l> {
    library: &'l Library,
    studies: BTreeMap<Id, Research>,
    lines: usize,
}

impl Around<'_> {
    fn of(&mut self, hit: &Hit) -> Result<(Vec<Neighbour>, Vec<Neighbour>)> {
        if self.lines == 0 {
            return Ok((Vec::new(), Vec::new()));
        }
        let study = hit.line.study;
        if !self.studies.contains_key(&study) {
            self.studies.insert(study, self.library.load(study)?);
        }
        let Some(research) = self.studies.get(&study) else { return Ok((Vec::new(), Vec::new())) };
        let notes: Vec<&Note> = research.notes_of(hit.line.interview).collect();
        let Some(place) = notes.iter().position(|note| note.id == hit.line.note) else {
            return Ok((Vec::new(), Vec::new()));
        };
        let shown = |notes: &[&Note]| notes.iter().map(|note| Neighbour::of(research, note)).collect();
        let last = (place + 1 + self.lines).min(notes.len());
        Ok((shown(&notes[place.saturating_sub(self.lines)..place]), shown(&notes[place + 1..last])))
    }
}

/// A line before or after a line that was found.
#[derive(Serialize)]
struct Neighbour {
    note: String,
    text: String,
}

impl Neighbour {
    fn of(research: &Research, note: &Note) -> Neighbour {
        Neighbour { note: research.code_of(note), text: note.text.clone() }
    }
}

/// One line of the answer, as `design/cli.md` lays it out.
#[derive(Serialize)]
struct Shown {
    note: String,
    revision: u32,
    study: String,
    participant: String,
    persona: Option<String>,
    interview: String,
    date: String,
    at: Option<Offset>,
    dimension: Dimension,
    voice: Voice,
    speaker: Speaker,
    text: String,
    score: f32,
    highlights: Vec<[usize; 2]>,
    /// The themes against which it speaks.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    against: Vec<String>,
    /// Where an earlier wording was found: the newest one. `text` and `revision` are then the earlier.
    #[serde(skip_serializing_if = "Option::is_none")]
    now: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    before: Vec<Neighbour>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    after: Vec<Neighbour>,
    #[serde(skip)]
    role: String,
}

impl Shown {
    fn of(hit: &Hit, around: &mut Around<'_>) -> Result<Shown> {
        let (before, after) = around.of(hit)?;
        let line = hit.line.clone();
        let (revision, text, now) = match hit.earlier.clone() {
            Some((revision, text)) => (revision, text, Some(line.text)),
            None => (line.revision, line.text, None),
        };
        Ok(Shown {
            note: line.code,
            revision,
            study: line.study_name,
            participant: line.participant_code,
            persona: line.persona,
            interview: line.interview_label,
            date: line.date.to_string(),
            at: line.at,
            dimension: line.dimension,
            voice: line.voice,
            speaker: line.speaker,
            text,
            against: hit.against.clone(),
            now,
            score: hit.score,
            highlights: hit.highlights.clone(),
            before,
            after,
            role: line.role,
        })
    }

    fn human(&self, page: &mut Page<'_>) {
        let dimension = page.say(&format!("dimension-{}-short", self.dimension));
        let voice = match self.speaker {
            Speaker::Participant => page.say(&format!("voice-{}", self.voice)),
            Speaker::Interviewer => page.say("speaker-interviewer"),
        };
        let at = self.at.map(|at| at.to_string()).unwrap_or_default();
        let place = [self.persona.clone().unwrap_or_default(), self.role.clone(), self.date.clone(), at];
        let place: Vec<&str> = place.iter().map(String::as_str).filter(|it| !it.is_empty()).collect();
        let head = format!("{}  {dimension}  {voice}", page.tone(Tone::Bold, &self.note));
        page.line(&format!("{head}  {}", page.tone(Tone::Dim, &place.join(", "))));
        for line in &self.before {
            page.labelled("   ", 3, &line.text);
        }
        page.marked("  >", 3, (&self.text, &self.highlights));
        if let Some(now) = &self.now {
            let args = [("revision", Arg::from(self.revision as usize)), ("text", Arg::from(now))];
            page.labelled("   ", 3, &page.say_with("cli-search-now", &args));
        }
        if !self.against.is_empty() {
            let themes = self.against.join(", ");
            let args = [("themes", Arg::from(&themes))];
            page.labelled("   ", 3, &page.say_with("cli-search-speaks-against", &args));
        }
        for line in &self.after {
            page.labelled("   ", 3, &line.text);
        }
    }
}

#[derive(Serialize)]
struct Report {
    query: String,
    total: usize,
    people: usize,
    took_ms: u64,
    behind: usize,
    interviews: usize,
    hits: Vec<Shown>,
    facets: Facets,
    expanded: Vec<Expanded>,
    #[serde(skip_serializing_if = "Option::is_none")]
    asked: Option<Standing>,
    /// The codes of people whose name, in the vault, has what was typed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    named: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    nothing: Option<Nothing>,
}

impl Report {
    fn of(found: Found, hits: Vec<Shown>) -> Report {
        let Found { query, total, people, interviews, took_ms, behind, facets, expanded, .. } = found;
        let named = found.named.into_iter().map(|it| it.code).collect();
        let (asked, nothing) = (found.standing, found.nothing);
        Report { query, total, people, took_ms, behind, interviews, hits, facets, expanded, asked, named, nothing }
    }

    /// The honest denominator.
    fn asked(&self, page: &mut Page<'_>) {
        let Some(Standing { people, counts }) = &self.asked else { return };
        let args = [
            ("people", Arg::from(*people)),
            ("asked", Arg::from(counts.asked)),
            ("said", Arg::from(counts.raised_when_asked())),
            ("unprompted", Arg::from(counts.unprompted)),
            ("not_asked", Arg::from(counts.not_asked)),
            ("open", Arg::from(counts.open)),
            ("against", Arg::from(counts.contradicted)),
        ];
        let key = if counts.asked == 0 { "search-standing-unasked" } else { "search-standing" };
        page.line(&page.say_with(key, &args));
        if counts.contradicted > 0 {
            page.line(&page.say_with("cli-search-against", &args));
        }
    }

    /// Why nothing was found, and whose name it is.
    fn explain(&self, page: &mut Page<'_>) {
        if !self.named.is_empty() {
            let codes = self.named.join(", ");
            page.line(&page.say_with("cli-search-named", &[("codes", Arg::from(&codes))]));
        }
        let Some(nothing) = &self.nothing else { return };
        let lines = i64::try_from(nothing.lines).unwrap_or(i64::MAX);
        page.line(&page.say_with("cli-search-searched", &[("lines", Arg::Count(lines))]));
        for (filter, lines) in &nothing.without {
            let args = [("filter", Arg::from(filter)), ("lines", Arg::from(*lines))];
            page.line(&page.say_with("cli-search-without", &args));
        }
        if !nothing.near.is_empty() {
            let words = nothing.near.join(", ");
            page.line(&page.say_with("cli-search-near", &[("words", Arg::from(&words))]));
        }
    }

    fn spread(&self, page: &mut Page<'_>) {
        let dimension = Dimension::ALL.iter().filter_map(|it| Some((it, self.facets.dimension.get(it.name())?)));
        let dimension = dimension.map(|(it, lines)| format!("{} {lines}", page.say(&format!("dimension-{it}-short"))));
        let people = |(name, count): (&String, &Count)| format!("{name} {}", count.people);
        let rows = [
            ("cli-search-dimensions", dimension.collect::<Vec<_>>()),
            ("cli-search-personas", self.facets.persona.iter().map(people).collect()),
            ("cli-search-roles", self.facets.role.iter().map(people).collect()),
        ];
        let label = |key: &str| page.say(key);
        let labels: Vec<String> = rows.iter().map(|(key, _)| label(key)).collect();
        let widest = labels.iter().map(|it| crate::domain::text::width(it)).max().unwrap_or(0);
        for (label, (_, parts)) in labels.iter().zip(&rows) {
            if !parts.is_empty() {
                page.labelled(label, widest, &parts.join(" · "));
            }
        }
    }
}

impl Output for Report {
    const SCHEMA: &'static str = "search";

    fn human(&self, page: &mut Page<'_>) {
        let args = [("people", Arg::from(self.people)), ("lines", Arg::from(self.total))];
        let key = if self.total == 0 { "cli-search-nothing" } else { "cli-search-found" };
        let head = page.say_with(key, &args);
        page.heading(&head);
        self.spread(page);
        for expanded in &self.expanded {
            let args = [("typed", Arg::from(&expanded.typed)), ("sought", Arg::from(&expanded.sought))];
            page.line(&page.say_with(&format!("cli-search-{}", expanded.means), &args));
        }
        self.asked(page);
        self.explain(page);
        for hit in &self.hits {
            page.blank();
            hit.human(page);
        }
        if self.total > self.hits.len() && !self.hits.is_empty() {
            page.blank();
            page.line(&page.say_with("cli-search-more", &[("count", Arg::from(self.total - self.hits.len()))]));
        }
    }
}

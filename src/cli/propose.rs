//! `whybuy theme propose`: candidate themes for people and programs; nothing is saved.
//! What is proposed is decided by the domain.

use clap::Args;
use clap::builder::PossibleValuesParser;
use serde::Serialize;

use super::output::{Answer, Output};
use super::page::{Page, Tone};
use super::records::{fields, naming, theme};
use super::session::Session;
use crate::domain::candidates::{Candidate, Proposal};
use crate::domain::evidence::Evidence;
use crate::domain::{Dimension, Id, Research, Voice};
use crate::error::Result;
use crate::words::Arg;

/// Of whom, of what, and how many.
#[derive(Args)]
pub(super) struct Propose {
    #[arg(long, value_name = "NAME")]
    persona: Option<String>,
    #[arg(long, short, value_name = "DIMENSION", value_parser = PossibleValuesParser::new(theme::FIVE))]
    dimension: Option<String>,
    #[arg(short = 'k', long, value_name = "COUNT", value_parser = clap::value_parser!(u16).range(1..=99))]
    themes: Option<u16>,
}

pub(super) fn run(args: &Propose, session: &Session) -> Result<Answer> {
    let open = session.open()?;
    let research = &open.research;
    let persona = naming::persona_id(research, args.persona.as_deref())?;
    let asked: Option<Dimension> = fields::named(args.dimension.as_deref());
    let people = research.counted_people(persona);
    let mut report = Report::new(research, persona);
    for dimension in asked.map_or(Dimension::FIVE.to_vec(), |it| vec![it]) {
        let kept = open.study.settings.cut(persona, dimension);
        let k = args.themes.map(usize::from).or(kept);
        report.add(research, &research.propose(&people, dimension, k));
    }
    Answer::of(session, &report)
}

#[derive(Serialize)]
struct Report {
    study: String,
    persona: Option<String>,
    parted: Vec<Parted>,
    themes: Vec<Named>,
    additions: Vec<Like>,
    contradictions: Vec<Against>,
    unsorted: Vec<String>,
}

/// Into how many candidates a dimension was parted.
#[derive(Serialize)]
struct Parted {
    dimension: Dimension,
    k: usize,
    unsorted: usize,
}

#[derive(Serialize)]
struct Named {
    dimension: Dimension,
    name: String,
    /// Empty where no line of it may be quoted.
    quote: String,
    /// Whose words those are.
    #[serde(skip_serializing_if = "Option::is_none")]
    quoted: Option<Quoted>,
    notes: Vec<String>,
    people: usize,
}

#[derive(Serialize)]
struct Quoted {
    note: String,
    revision: u32,
    voice: Voice,
    participant: String,
}

#[derive(Serialize)]
struct Like {
    dimension: Dimension,
    note: String,
    theme: String,
}

#[derive(Serialize)]
struct Against {
    dimension: Dimension,
    note: String,
    against: String,
    theme: String,
}

/// The code of a line.
fn code(research: &Research, note: &Id) -> String {
    research.notes().get(note).map(|it| research.code_of(it)).unwrap_or_default()
}

fn theme_name(research: &Research, theme: Id) -> String {
    research.themes().get(&theme).map(|it| it.name.clone()).unwrap_or_default()
}

impl Report {
    fn new(research: &Research, persona: Option<Id>) -> Report {
        Report {
            study: research.study().map(|it| it.name.clone()).unwrap_or_default(),
            persona: persona.and_then(|id| research.personas().get(&id)).map(|it| it.name.clone()),
            parted: Vec::new(),
            themes: Vec::new(),
            additions: Vec::new(),
            contradictions: Vec::new(),
            unsorted: Vec::new(),
        }
    }

    fn add(&mut self, research: &Research, proposal: &Proposal) {
        let dimension = proposal.dimension;
        let code = |note: &Id| code(research, note);
        self.parted.push(Parted { dimension, k: proposal.k, unsorted: proposal.unsorted.len() });
        self.themes.extend(proposal.themes.iter().map(|it| Named::of(research, dimension, it)));
        self.additions.extend(proposal.additions.iter().map(|it| Like {
            dimension,
            note: code(&it.note),
            theme: theme_name(research, it.theme),
        }));
        self.contradictions.extend(proposal.doubts.iter().map(|it| Against {
            dimension,
            note: code(&it.note),
            against: code(&it.against),
            theme: theme_name(research, it.theme),
        }));
        self.unsorted.extend(proposal.unsorted.iter().map(code));
    }
}

impl Named {
    fn of(research: &Research, dimension: Dimension, candidate: &Candidate) -> Named {
        let quoted = candidate.quote.and_then(|id| research.notes().get(&id)).and_then(|note| {
            let person = research.person_of(note)?;
            Some(Evidence::of(note, person)).filter(|it| !it.withheld)
        });
        Named {
            dimension,
            name: candidate.name.clone(),
            quote: quoted.as_ref().map(|it| it.text.clone()).unwrap_or_default(),
            quoted: quoted.map(|it| Quoted {
                note: it.note,
                revision: it.revision,
                voice: it.voice,
                participant: it.participant,
            }),
            notes: candidate.notes.iter().map(|note| code(research, note)).collect(),
            people: candidate.people,
        }
    }

    fn human(&self, page: &mut Page<'_>) {
        let args = [("people", Arg::from(self.people)), ("lines", Arg::from(self.notes.len()))];
        let counts = page.say_with("cli-propose-candidate", &args);
        let name = if self.name.is_empty() { page.say("cli-propose-unnamed") } else { self.name.clone() };
        let name = page.tone(Tone::Bold, &name).into_owned();
        page.line(&format!("  {name}  {}", page.tone(Tone::Dim, &counts)));
        let quote = match &self.quoted {
            // Only a participant's own words stand in quotation marks.
            Some(it) if it.voice == Voice::Verbatim => format!("“{}”  {}", self.quote, it.note),
            Some(it) => format!("{}  {}", self.quote, it.note),
            None => page.say("cli-propose-withheld"),
        };
        page.labelled("   ", 3, &quote);
        page.labelled("   ", 3, &self.notes.join(" "));
    }
}

impl Output for Report {
    const SCHEMA: &'static str = "themes";

    fn human(&self, page: &mut Page<'_>) {
        if self.themes.is_empty()
            && self.additions.is_empty()
            && self.contradictions.is_empty()
            && self.unsorted.is_empty()
        {
            page.line(&page.say("cli-propose-nothing"));
            return;
        }
        for parted in &self.parted {
            self.dimension(page, parted);
        }
        page.line(&page.say("cli-propose-saved"));
    }
}

impl Report {
    fn dimension(&self, page: &mut Page<'_>, parted: &Parted) {
        let dimension = parted.dimension;
        let additions: Vec<&Like> = self.additions.iter().filter(|it| it.dimension == dimension).collect();
        let doubts: Vec<&Against> = self.contradictions.iter().filter(|it| it.dimension == dimension).collect();
        let themes: Vec<&Named> = self.themes.iter().filter(|it| it.dimension == dimension).collect();
        if themes.is_empty() && additions.is_empty() && doubts.is_empty() && parted.unsorted == 0 {
            return;
        }
        page.heading(&page.say(&format!("dimension-{dimension}")));
        themes.iter().for_each(|it| it.human(page));
        if !additions.is_empty() {
            page.line(&format!("  {}", page.say("cli-propose-additions")));
        }
        for it in additions {
            let args = [("note", Arg::from(&it.note)), ("theme", Arg::from(&it.theme))];
            page.labelled("   ", 3, &page.say_with("cli-propose-addition", &args));
        }
        if !doubts.is_empty() {
            page.line(&format!("  {}", page.say("cli-propose-doubts")));
        }
        for it in doubts {
            let args =
                [("note", Arg::from(&it.note)), ("against", Arg::from(&it.against)), ("theme", Arg::from(&it.theme))];
            page.labelled("   ", 3, &page.say_with("cli-propose-doubt", &args));
        }
        if parted.unsorted > 0 {
            let args = [("count", Arg::from(parted.unsorted))];
            page.line(&format!("  {}", page.say_with("cli-propose-unsorted", &args)));
        }
        page.blank();
    }
}

//! `whybuy note add`: lines from the arguments or from stdin, one line each, as one step.
//! The interview is named, or it is the only one that is running.

use std::path::Path;

use clap::builder::PossibleValuesParser;
use clap::{Args, Subcommand};
use serde::Serialize;

use super::files;
use super::output::{Answer, Output};
use super::page::Page;
use super::records::{fields, naming};
use super::session::{Open, Session};
use crate::domain::{Dimension, Interview, Note as Line, Offset, Speaker, Status, Voice, text};
use crate::error::{Error, Result};

/// What can be done with lines.
#[derive(Subcommand)]
pub(super) enum Note {
    Add(Add),
}

/// Lines to add.
#[derive(Args)]
pub(super) struct Add {
    #[arg(value_name = "TEXT")]
    text: Vec<String>,
    #[arg(long, short, value_name = "INTERVIEW")]
    interview: Option<String>,
    #[arg(long, short, value_name = "DIMENSION", value_parser = PossibleValuesParser::new(Dimension::NAMES))]
    dimension: Option<String>,
    #[arg(long, short, value_name = "VOICE", value_parser = PossibleValuesParser::new(Voice::NAMES))]
    voice: Option<String>,
    #[arg(long, value_name = "SPEAKER", value_parser = PossibleValuesParser::new(Speaker::NAMES))]
    speaker: Option<String>,
    #[arg(long, value_name = "OFFSET")]
    at: Option<String>,
    #[arg(long)]
    star: bool,
}

pub(super) fn run(note: &Note, session: &Session) -> Result<Answer> {
    let Note::Add(add) = note;
    let mut open = session.open()?;
    let texts = add.texts()?;
    let interview = add.interview(&open)?;
    let code = open.research.participant_of(interview.id).map(|it| it.code.clone()).unwrap_or_default();
    let number = open.research.next_note_number(interview.participant);
    let mut step = open.step("add-lines", &code);
    let mut ids = Vec::new();
    for (text, number) in texts.iter().zip(number..) {
        let line = add.line(&open, &interview, text, number)?;
        ids.push(line.id);
        step = step.put(line);
    }
    if interview.status == Status::Planned {
        step.edits.insert(0, Interview { status: Status::Done, ..interview }.into());
    }
    open.save(step)?;
    let lines = ids.iter().filter_map(|id| open.research.notes().get(id));
    Answer::of(session, &Added { notes: lines.map(|line| open.research.code_of(line)).collect() })
}

impl Add {
    /// The lines: each argument one, or else each line of stdin that is not blank.
    fn texts(&self) -> Result<Vec<String>> {
        let typed = if self.text.is_empty() {
            let bytes = files::read(Path::new("-"))?;
            let read = String::from_utf8(bytes).map_err(|_| Error::usage("usage-utf8"))?;
            read.lines().map(str::to_owned).collect()
        } else {
            self.text.clone()
        };
        let lines: Vec<String> =
            typed.iter().map(|it| text::trim_line(it).into_owned()).filter(|it| !it.is_empty()).collect();
        if lines.is_empty() { Err(Error::usage("no-lines")) } else { Ok(lines) }
    }

    /// The interview that is named, else the only one that is running.
    fn interview(&self, open: &Open) -> Result<Interview> {
        let is_withdrawn = |it: &Interview| open.research.participant_of(it.id).is_some_and(|it| it.is_withdrawn());
        if let Some(name) = &self.interview {
            let named = naming::interview(&open.research, name)?;
            if is_withdrawn(named) {
                let code = open.research.participant_of(named.id).map(|it| it.code.clone()).unwrap_or_default();
                return Err(Error::refused("participant-withdrawn").with("participant", code));
            }
            return Ok(named.clone());
        }
        let running =
            open.research.interviews().values().filter(|it| it.status == Status::Running && !is_withdrawn(it));
        match running.collect::<Vec<&Interview>>()[..] {
            [only] => Ok(only.clone()),
            _ => Err(Error::usage("interview-needed")),
        }
    }

    fn line(&self, open: &Open, interview: &Interview, text: &str, number: u32) -> Result<Line> {
        let offset = |typed: &String| {
            typed.parse::<Offset>().map_err(|_| Error::usage("not-an-offset").with("value", text::clean(typed)))
        };
        let ids = (open.id(), open.study.id, interview.id);
        Ok(Line {
            at: self.at.as_ref().map(offset).transpose()?,
            speaker: fields::named(self.speaker.as_deref()).unwrap_or(Speaker::Participant),
            dimension: fields::named(self.dimension.as_deref()).unwrap_or(Dimension::Unsorted),
            voice: fields::named(self.voice.as_deref()).unwrap_or(Voice::Paraphrase),
            star: self.star,
            ..Line::blank(ids, number, text.to_owned(), open.now())
        })
    }
}

#[derive(Serialize)]
struct Added {
    notes: Vec<String>,
}

impl Output for Added {
    const SCHEMA: &'static str = "added";

    fn human(&self, page: &mut Page<'_>) {
        for code in &self.notes {
            page.line(code);
        }
    }
}

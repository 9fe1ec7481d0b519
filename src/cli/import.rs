//! `whybuy import`: flat notes, transcripts and whole studies from files or stdin. Each file is one step; what was
//! taken, assumed and refused is told with line numbers and reasons. A file that fails does not stop the others.

use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::PossibleValuesParser;
use serde::Serialize;

use super::output::{self, Answer, Output};
use super::page::Page;
use super::records::fields;
use super::sentence::Sentence;
use super::session::{Open, Session};
use super::{files, report_page, rescue};
use crate::domain::{Dimension, Research, Source, text};
use crate::error::{Error, Result};
use crate::exchange::{self, Content, Format, Material, Report, Target};
use crate::words::Words;

/// What is read, and what the researcher says of it.
#[derive(Args)]
pub(super) struct Import {
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    #[arg(long, short, value_name = "FORMAT", value_parser = PossibleValuesParser::new(Format::NAMES))]
    format: Option<String>,
    #[arg(long, value_name = "PARTICIPANT")]
    participant: Option<String>,
    #[arg(long, value_name = "NAME")]
    persona: Option<String>,
    #[arg(long, value_name = "SPEAKER")]
    interviewer: Option<String>,
    #[arg(long, value_name = "SPEAKER")]
    speaker: Vec<String>,
    #[arg(long, short, value_name = "DIMENSION", value_parser = PossibleValuesParser::new(Dimension::NAMES))]
    dimension: Option<String>,
    #[arg(long, value_name = "TAG=DIMENSION")]
    tag: Vec<String>,
    #[arg(long, short, value_name = "TEXT")]
    interview: Option<String>,
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
    #[arg(long, value_name = "SOURCE", value_parser = PossibleValuesParser::new(Source::NAMES))]
    source: Option<String>,
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(args: &Import, session: &Session) -> Result<Answer> {
    let mut told = Told { dry_run: args.dry_run, files: Vec::new(), code: 0 };
    let mut into = Into { open: None, session };
    for path in &args.files {
        let result = one(args, path, &mut into);
        told.add(path, result, &session.words);
    }
    if !args.dry_run && told.took() {
        index(session)?;
    }
    let code = told.code;
    Ok(Answer::of(session, &told)?.with_code(code))
}

/// Lets the index follow at once, so that the next search need not read the whole library. Where it cannot, nothing
/// is lost: searches answer without it, and whoever opens the library next tries again.
fn index(session: &Session) -> Result<()> {
    let mut library = session.library()?;
    drop(library.catch_up(&mut |done, total| session.tell_progress(done, total)));
    output::progress_done();
    Ok(())
}

/// The study that lines go into; it is opened when the first file needs it.
struct Into<'s> {
    open: Option<Open>,
    session: &'s Session,
}

impl Into<'_> {
    fn study(&mut self) -> Result<&mut Open> {
        let open = match self.open.take() {
            Some(open) => open,
            None => self.session.open()?,
        };
        Ok(self.open.insert(open))
    }
}

fn one(args: &Import, path: &Path, into: &mut Into<'_>) -> Result<Taken> {
    let bytes = files::read(path)?;
    let name = path.file_name().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
    let material = exchange::read(&bytes, &name, fields::named(args.format.as_deref()))?;
    match &material.content {
        Content::Study(research) => whole(args, research, into.session),
        Content::Rescue(rescued) => {
            // What was read of the study before is no longer all of it.
            into.open = None;
            let report = Report::new(material.format, material.encoding);
            let report = rescue::take(rescued, report, into.session, args.dry_run)?;
            if !args.dry_run && report.refused.is_empty() {
                rescue::forget(path, into.session);
            }
            Ok(Taken::Lines(Box::new(report)))
        }
        Content::Notes(_) | Content::Transcript(_) => lines(args, &material, into.study()?),
    }
}

/// A whole study becomes a study of this library.
fn whole(args: &Import, research: &Research, session: &Session) -> Result<Taken> {
    let study = research.study().map(|it| it.name.clone()).unwrap_or_default();
    if !args.dry_run {
        session.library_or_new()?.put_research(research)?;
    }
    Ok(Taken::Study { study, people: research.participants().len(), lines: research.notes().len() })
}

fn lines(args: &Import, material: &Material, open: &mut Open) -> Result<Taken> {
    let (step, report) = exchange::plan(material, &args.target(open)?)?;
    if args.dry_run {
        // The next file is planned as if this one had been taken.
        open.research.apply_step(&step)?;
    } else if !step.edits.is_empty() {
        open.save(step)?;
    }
    Ok(Taken::Lines(Box::new(report)))
}

impl Import {
    fn target<'o>(&self, open: &'o Open) -> Result<Target<'o>> {
        let target = Target::new(&open.research, open.library.mint(), open.now());
        let tag = |pair: &String| {
            let wrong = || Error::usage("not-a-tag").with("value", text::clean(pair));
            let (tag, dimension) = pair.split_once('=').ok_or_else(wrong)?;
            Ok((fields::line(tag).to_lowercase(), dimension.parse().map_err(|_| wrong())?))
        };
        Ok(Target {
            participant: self.participant.as_deref().map(fields::line),
            persona: self.persona.as_deref().map(fields::line),
            interview: self.interview.as_deref().map(fields::line),
            date: self.date.as_deref().map(fields::date).transpose()?,
            source: fields::named(self.source.as_deref()).unwrap_or(target.source),
            interviewer: self.interviewer.clone(),
            speakers: self.speaker.clone(),
            dimension: fields::named(self.dimension.as_deref()).unwrap_or(target.dimension),
            tags: self.tag.iter().map(tag).collect::<Result<_>>()?,
            ..target
        })
    }
}

/// What became of one file.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Taken {
    Study { study: String, people: usize, lines: usize },
    Lines(Box<Report>),
    Error { kind: &'static str, message: String, hint: String },
}

#[derive(Serialize)]
struct Told {
    dry_run: bool,
    files: Vec<FileTaken>,
    #[serde(skip)]
    code: u8,
}

#[derive(Serialize)]
struct FileTaken {
    file: String,
    #[serde(flatten)]
    taken: Taken,
}

impl Told {
    /// Whether anything was taken from any file.
    fn took(&self) -> bool {
        self.files.iter().any(|file| match &file.taken {
            Taken::Study { .. } => true,
            Taken::Lines(report) => report.taken > 0,
            Taken::Error { .. } => false,
        })
    }

    fn add(&mut self, path: &Path, result: Result<Taken>, words: &Words) {
        let taken = result.unwrap_or_else(|error| {
            if self.code == 0 {
                self.code = error.kind.exit_code();
            }
            failed(&error, words)
        });
        self.files.push(FileTaken { file: files::name(path), taken });
    }
}

fn failed(error: &Error, words: &Words) -> Taken {
    let sentence = Sentence::of(error, words);
    Taken::Error { kind: error.kind.name(), message: sentence.message(), hint: sentence.hint }
}

impl Output for Told {
    const SCHEMA: &'static str = "import";

    fn human(&self, page: &mut Page<'_>) {
        for file in &self.files {
            match &file.taken {
                Taken::Study { study, people, lines } => report_page::study(page, &file.file, (study, *people, *lines)),
                Taken::Lines(report) => report_page::lines(page, &file.file, report),
                Taken::Error { message, hint, .. } => report_page::failed(page, &file.file, (message, hint)),
            }
        }
        if self.dry_run {
            page.line(&page.say("cli-import-dry"));
        }
    }
}

//! `whybuy brief`: what is known of a persona, as Markdown, HTML and the forms of paper for people and JSON for programs.
//! What a brief says is the domain's, how it is set is `exchange`'s; nothing is computed here.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::editions::Versions;
use super::output::Answer;
use super::records::naming;
use super::session::Session;
use super::{editions, files, leaks, templates};
use crate::domain::{brief, briefing};
use crate::error::{Error, ErrorKind, Result};
use crate::exchange::{html, markdown, paper};

/// Of whom, and in which form.
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(super) struct Brief {
    #[arg(value_name = "PERSONA", required = true)]
    persona: Option<String>,
    #[arg(long, short, value_name = "FORMAT", default_value = "md")]
    format: Form,
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    #[arg(long, value_name = "DIR")]
    template: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    font: Vec<PathBuf>,
    #[arg(long)]
    intervals: bool,
    #[arg(long, conflicts_with = "edition")]
    publish: bool,
    #[arg(long, value_name = "VERSION")]
    edition: Option<String>,
    #[command(subcommand)]
    verb: Option<Versions>,
}

/// The forms in which a brief is given.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Form {
    Md,
    Html,
    Json,
    Pdf,
    Png,
    Docx,
}

impl Form {
    /// The form of paper that it is, if it is one.
    fn on_paper(self) -> Option<paper::Form> {
        match self {
            Form::Pdf => Some(paper::Form::Pdf),
            Form::Png => Some(paper::Form::Png),
            Form::Docx => Some(paper::Form::Docx),
            Form::Md | Form::Html | Form::Json => None,
        }
    }
}

pub(super) fn run(args: &Brief, session: &Session) -> Result<Answer> {
    if let Some(verb) = &args.verb {
        return editions::run(verb, session);
    }
    let mut open = session.open()?;
    let persona = naming::persona(&open.research, args.persona.as_deref().unwrap_or_default())?.id;
    let drafted = match &args.edition {
        Some(version) => editions::again(&open, persona, version)?,
        None => briefing::for_export(&open.research, persona)?,
    };
    let on_paper = args.format.on_paper().filter(|_| !session.json);
    let fonts = args.font.iter().map(|file| files::read(file)).collect::<Result<Vec<Vec<u8>>>>()?;
    if let Some(form) = on_paper {
        files::refuse_terminal(form.name(), args.output.as_ref())?;
        // What cannot be set is not published.
        if args.publish {
            paper::brief(form, &drafted, &session.words, &fonts)?;
        }
    }
    let drafted = if args.publish {
        editions::publish(&mut open, persona, drafted)?
    } else {
        leaks::refuse(&mut open, &drafted)?;
        drafted
    };
    let drafted = if args.intervals { drafted.with_intervals() } else { drafted };
    let bytes = match on_paper {
        Some(form) => paper::brief(form, &drafted, &session.words, &fonts)?,
        None => text(args, &drafted, session)?,
    };
    session.tell_left_out(drafted.left_out);
    if args.publish {
        editions::tell_published(&drafted, session);
    }
    files::deliver(bytes, args.output.as_ref())
}

/// The forms that are text.
fn text(args: &Brief, drafted: &brief::Brief, session: &Session) -> Result<Vec<u8>> {
    match args.format {
        Form::Html if !session.json => {
            let templates = templates::of(session, args.template.as_deref())?;
            Ok(html::brief(drafted, &session.words, &templates)?.into_bytes())
        }
        Form::Md if !session.json => Ok(markdown::brief(drafted, &session.words).into_bytes()),
        _ => document(drafted),
    }
}

/// A value that carries its own schema, as one line of JSON.
pub(super) fn document(value: &impl Serialize) -> Result<Vec<u8>> {
    let mut bytes = serde_json::to_vec(value).map_err(|fault| Error::new(ErrorKind::Bug, "json").because(fault))?;
    bytes.push(b'\n');
    Ok(bytes)
}

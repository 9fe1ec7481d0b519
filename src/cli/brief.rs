//! `whybuy brief`: what is known of a persona, as Markdown and HTML for people and JSON for programs.
//! What a brief says is the domain's, how it is set is `exchange`'s; nothing is computed here.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::editions::Versions;
use super::output::Answer;
use super::records::naming;
use super::session::Session;
use super::{editions, files, leaks, templates};
use crate::domain::brief;
use crate::error::{Error, ErrorKind, Result};
use crate::exchange::{html, markdown};

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
}

pub(super) fn run(args: &Brief, session: &Session) -> Result<Answer> {
    if let Some(verb) = &args.verb {
        return editions::run(verb, session);
    }
    let mut open = session.open()?;
    let persona = naming::persona(&open.research, args.persona.as_deref().unwrap_or_default())?.id;
    let drafted = match &args.edition {
        Some(version) => editions::again(&open, persona, version)?,
        None => brief::for_export(&open.research, persona)?,
    };
    let drafted = if args.publish {
        editions::publish(&mut open, persona, drafted)?
    } else {
        leaks::refuse(&mut open, &drafted)?;
        drafted
    };
    let drafted = if args.intervals { drafted.with_intervals() } else { drafted };
    let bytes = match args.format {
        _ if session.json => document(&drafted)?,
        Form::Md => markdown::brief(&drafted, &session.words).into_bytes(),
        Form::Html => {
            let templates = templates::of(session, args.template.as_deref())?;
            html::brief(&drafted, &session.words, &templates)?.into_bytes()
        }
        Form::Json => document(&drafted)?,
    };
    session.tell_left_out(drafted.left_out);
    if args.publish {
        editions::tell_published(&drafted, session);
    }
    files::deliver(bytes, args.output.as_ref())
}

/// A value that carries its own schema, as one line of JSON.
pub(super) fn document(value: &impl Serialize) -> Result<Vec<u8>> {
    let mut bytes = serde_json::to_vec(value).map_err(|fault| Error::new(ErrorKind::Bug, "json").because(fault))?;
    bytes.push(b'\n');
    Ok(bytes)
}

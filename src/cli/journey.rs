//! `whybuy journey`: the journey of a persona, seeded from its brief, as Markdown and JSON.
//! Seeding is the domain's, Markdown is `exchange`'s; nothing is computed here.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::brief::document;
use super::output::Answer;
use super::records::naming;
use super::session::Session;
use super::{files, leaks};
use crate::domain::journey;
use crate::error::Result;
use crate::exchange::markdown;

/// Of whom, and in which form.
#[derive(Args)]
pub(super) struct Journey {
    #[arg(value_name = "PERSONA")]
    persona: String,
    #[arg(long, short, value_name = "FORMAT", default_value = "md")]
    format: Form,
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// The forms in which a journey is given.
#[derive(Clone, Copy, ValueEnum)]
enum Form {
    Md,
    Json,
}

pub(super) fn run(args: &Journey, session: &Session) -> Result<Answer> {
    let mut open = session.open()?;
    let persona = naming::persona(&open.research, &args.persona)?.id;
    let seeded = journey::for_export(&open.research, persona)?;
    leaks::refuse(&mut open, &seeded)?;
    let bytes = match args.format {
        Form::Md if !session.json => markdown::journey(&seeded, &session.words).into_bytes(),
        _ => document(&seeded)?,
    };
    session.tell_left_out(seeded.left_out);
    files::deliver(bytes, args.output.as_ref())
}

//! `whybuy export`: a whole study as whybuy's own lines of JSON, or its lines flat as CSV or JSON.
//! The formats live in `exchange`; only the choice between them lives here.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::files;
use super::output::Answer;
use super::session::Session;
use crate::error::Result;
use crate::exchange::{flat, records};

/// In which form, and where to.
#[derive(Args)]
pub(super) struct Export {
    #[arg(long, short, value_name = "FORMAT", default_value = "jsonl")]
    format: Form,
    #[arg(long)]
    notes: bool,
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Form {
    Jsonl,
    Csv,
}

pub(super) fn run(args: &Export, session: &Session) -> Result<Answer> {
    let open = session.open()?;
    let mut bytes = Vec::new();
    match (args.format, args.notes) {
        (Form::Jsonl, false) => records::write(&open.research, &mut bytes)?,
        (Form::Jsonl, true) => flat::write_jsonl(&open.research, &mut bytes)?,
        (Form::Csv, _) => flat::write_csv(&open.research, &mut bytes)?,
    }
    files::deliver(bytes, args.output.as_ref())
}

//! `whybuy export`: a whole study as whybuy's own lines of JSON, or its lines flat as CSV or JSON. The whole study is a
//! backup and keeps everything; the lines are without those of people who have not agreed to take part.
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
    let (agreed, left_out) = open.research.exportable(None)?;
    let mut bytes = Vec::new();
    match (args.format, args.notes) {
        (Form::Jsonl, false) => records::write(&open.research, &mut bytes)?,
        (Form::Jsonl, true) => flat::write_jsonl(&agreed, &mut bytes)?,
        (Form::Csv, _) => flat::write_csv(&agreed, &mut bytes)?,
    }
    let is_whole = matches!((args.format, args.notes), (Form::Jsonl, false));
    if is_whole {
        session.tell_kept(left_out);
    } else {
        session.tell_left_out(left_out);
    }
    files::deliver(bytes, args.output.as_ref())
}

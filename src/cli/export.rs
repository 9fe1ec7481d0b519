//! `whybuy export`: a whole study as whybuy's own lines of JSON, or its lines flat as CSV or JSON. The whole study is a
//! backup and keeps everything; the lines are without those of people who have not agreed to take part.
//! The formats live in `exchange`; only the choice between them lives here.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::output::{self, Answer};
use super::session::Session;
use super::{files, leaks};
use crate::domain::leaks::places::of_study;
use crate::error::Result;
use crate::exchange::{flat, records};
use crate::words::Arg;

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
    let mut open = session.open()?;
    let is_whole = matches!((args.format, args.notes), (Form::Jsonl, false));
    let (agreed, left_out) = open.research.exportable(None)?;
    let agreed = agreed.into_owned();
    if is_whole {
        tell_leaks(leaks::count(&mut open)?, session);
    } else {
        leaks::refuse_pieces(&mut open, &of_study(&agreed, None))?;
    }
    let mut bytes = Vec::new();
    match (args.format, args.notes) {
        (Form::Jsonl, false) => records::write(&open.research, &mut bytes)?,
        (Form::Jsonl, true) => flat::write_jsonl(&agreed, &mut bytes)?,
        (Form::Csv, _) => flat::write_csv(&agreed, &mut bytes)?,
    }
    if is_whole {
        session.tell_kept(left_out);
    } else {
        session.tell_left_out(left_out);
    }
    files::deliver(bytes, args.output.as_ref())
}

/// Says how many findings of the leak linter a backup holds: it is not refused, it is kept as safe as the library.
fn tell_leaks(count: usize, session: &Session) {
    if count > 0 {
        output::remark(&session.words.say_with("cli-export-leaks", &[("count", Arg::from(count))]));
    }
}

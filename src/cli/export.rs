//! `whybuy export`: a whole study as whybuy's own lines of JSON, or its lines flat as CSV or JSON. The whole study is a
//! backup and keeps everything; the lines are without those of people who have not agreed to take part.
//! Quotations and presence are tables for a spreadsheet. The formats live in `exchange`; only the choice lives here.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::output::{self, Answer};
use super::records::naming;
use super::session::{Open, Session};
use super::{files, leaks};
use crate::domain::leaks::places::of_study;
use crate::domain::matrix::Matrix;
use crate::error::Result;
use crate::exchange::{flat, matrix, quotes, records};
use crate::words::Arg;

/// In which form, and where to.
#[derive(Args)]
pub(super) struct Export {
    #[arg(value_name = "WHAT", conflicts_with_all = ["format", "notes"])]
    what: Option<What>,
    #[arg(long, value_name = "NAME", requires = "what")]
    persona: Option<String>,
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

/// A table beside the lines themselves.
#[derive(Clone, Copy, ValueEnum)]
enum What {
    Quotes,
    Presence,
}

pub(super) fn run(args: &Export, session: &Session) -> Result<Answer> {
    let mut open = session.open()?;
    if let Some(what) = args.what {
        return table(what, args, &mut open, session);
    }
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

/// Quotations or presence, of a persona or of the whole study.
fn table(what: What, args: &Export, open: &mut Open, session: &Session) -> Result<Answer> {
    let persona = naming::persona_id(&open.research, args.persona.as_deref())?;
    let (agreed, left_out) = open.research.exportable(persona)?;
    let agreed = agreed.into_owned();
    leaks::refuse_pieces(open, &of_study(&agreed, persona))?;
    let text = match what {
        What::Quotes => quotes::csv(&agreed, persona)?,
        What::Presence => matrix::presence(&Matrix::whole(&agreed, persona))?,
    };
    session.tell_left_out(left_out);
    files::deliver(text.into_bytes(), args.output.as_ref())
}

/// Says how many findings of the leak linter a backup holds: it is not refused, it is kept as safe as the library.
fn tell_leaks(count: usize, session: &Session) {
    if count > 0 {
        output::remark(&session.words.say_with("cli-export-leaks", &[("count", Arg::from(count))]));
    }
}

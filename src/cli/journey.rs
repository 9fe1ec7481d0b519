//! `whybuy journey`: the journey of a persona as it may be handed out, in every form in which a map is set.
//! What stands in it is the domain's, how it is set is `exchange`'s; nothing is computed here.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::brief::document;
use super::output::Answer;
use super::records::naming;
use super::session::{Open, Session};
use super::{files, leaks, templates};
use crate::domain::journey::{self, Map};
use crate::domain::{Id, Kind};
use crate::error::{Error, Result};
use crate::exchange::{chart, flowchart, html, map_table, markdown, svg};

/// Of whom, which of the persona's journeys, and in which form.
#[derive(Args)]
pub(super) struct Journey {
    #[arg(value_name = "PERSONA")]
    persona: String,
    #[arg(long, value_name = "NAME")]
    competitor: Option<String>,
    #[arg(long, value_name = "NAME")]
    group: Option<String>,
    #[arg(long, short, value_name = "FORMAT", default_value = "md")]
    format: Form,
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    #[arg(long, value_name = "DIR")]
    template: Option<PathBuf>,
}

/// The forms in which a journey is given.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Form {
    Md,
    Html,
    Svg,
    Curve,
    Moves,
    Csv,
    Mermaid,
    Flow,
    Outline,
    Json,
}

pub(super) fn run(args: &Journey, session: &Session) -> Result<Answer> {
    let mut open = session.open()?;
    let persona = naming::persona(&open.research, &args.persona)?.id;
    let map = map(args, &open, persona)?;
    leaks::refuse(&mut open, &map)?;
    let bytes = set(args, &map, session)?;
    session.tell_left_out(map.left_out);
    files::deliver(bytes, args.output.as_ref())
}

/// The journey that is meant: ours, where neither a competitor nor a group is named.
fn map(args: &Journey, open: &Open, persona: Id) -> Result<Map> {
    let named = (args.competitor.as_deref().unwrap_or_default(), args.group.as_deref().unwrap_or_default());
    if named == ("", "") {
        return journey::for_export(&open.research, persona);
    }
    let missing = || Error::not_found("record-missing").with("kind", Kind::Journey);
    let chosen = journey::chosen(&open.research, persona, named).ok_or_else(missing)?;
    journey::journey_for_export(&open.research, chosen.id)
}

fn set(args: &Journey, map: &Map, session: &Session) -> Result<Vec<u8>> {
    let words = &session.words;
    let text = match args.format {
        _ if session.json => return document(&chart::Document::of(map, words)),
        Form::Json => return document(&chart::Document::of(map, words)),
        Form::Md => markdown::journey(map, words),
        Form::Outline => markdown::outline(map, words),
        Form::Html => html::journey(map, words, &templates::of(session, args.template.as_deref())?)?,
        Form::Svg => svg::grid(map, words),
        Form::Curve => svg::curve(map, words),
        Form::Moves => svg::flow(map, words),
        Form::Csv => map_table::csv(map, words)?,
        Form::Mermaid => flowchart::mermaid(map, words),
        Form::Flow => flowchart::text(map, words),
    };
    Ok(text.into_bytes())
}

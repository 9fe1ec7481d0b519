//! The forms in which a journey is handed out.
//! How each is set is `exchange`'s; nothing is computed here.

use clap::ValueEnum;

use crate::cli::brief::document;
use crate::cli::session::Session;
use crate::cli::settings::Settings;
use crate::cli::templates;
use crate::domain::journey::Map;
use crate::error::Result;
use crate::exchange::{ascii, chart, flowchart, html, map_table, markdown, svg};

/// The forms in which a journey is given.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Form {
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

/// A map in one form; in JSON where the whole command answers so. The forms that draw with characters do with those of
/// ASCII where nothing else is wanted.
pub(super) fn set(form: Form, template: Option<&std::path::Path>, map: &Map, session: &Session) -> Result<Vec<u8>> {
    let words = &session.words;
    let text = match form {
        _ if session.json => return document(&chart::Document::of(map, words)),
        Form::Json => return document(&chart::Document::of(map, words)),
        Form::Md => markdown::journey(map, words),
        Form::Outline => markdown::outline(map, words),
        Form::Html => html::journey(map, words, &templates::of(session, template)?)?,
        Form::Svg => svg::grid(map, words),
        Form::Curve => svg::curve(map, words),
        Form::Moves => svg::flow(map, words),
        Form::Csv => map_table::csv(map, words)?,
        Form::Mermaid => flowchart::mermaid(map, words),
        Form::Flow => flowchart::text(map, words),
    };
    let draws = matches!(form, Form::Md | Form::Outline | Form::Flow);
    let text = if draws && Settings::of(session).config.ascii == Some(true) { ascii::plain(&text) } else { text };
    Ok(text.into_bytes())
}

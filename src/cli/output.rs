//! The only place that prints. What a command answers is a value with one JSON document and one human rendering;
//! an error is one sentence, why, and what to do. Nothing here knows a command.

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use serde::Serialize;

use super::page::Page;
use super::session::Session;
use crate::domain::text;
use crate::error::{Error, ErrorKind, Result};
use crate::words::Words;

/// A value that a command answers with.
pub(super) trait Output: Serialize {
    /// The name in `"schema": "whybuy.<name>/1"`.
    const SCHEMA: &'static str;
    /// Writes it for people.
    fn human(&self, page: &mut Page<'_>);
}

/// What a command answers: the bytes for stdout and the exit code.
#[derive(Debug, Default)]
pub(super) struct Answer {
    pub out: Vec<u8>,
    pub code: u8,
}

impl Answer {
    /// These bytes as they are: a document that has its own format.
    pub fn raw(bytes: impl Into<Vec<u8>>) -> Answer {
        Answer { out: bytes.into(), code: 0 }
    }

    /// A value in the form that was asked for.
    pub fn of<T: Output>(session: &Session, value: &T) -> Result<Answer> {
        if session.json {
            return Ok(Answer::raw(json(T::SCHEMA, value)?));
        }
        let mut page = session.page();
        value.human(&mut page);
        Ok(Answer::raw(page.finish()))
    }

    /// The same answer with another exit code than 0.
    #[must_use]
    pub fn with_code(mut self, code: u8) -> Answer {
        self.code = code;
        self
    }
}

#[derive(Serialize)]
struct Document<'a, T> {
    schema: String,
    #[serde(flatten)]
    value: &'a T,
}

/// The JSON document of a value: one object with its schema first, on one line.
pub(super) fn json<T: Serialize>(schema: &str, value: &T) -> Result<Vec<u8>> {
    let document = Document { schema: format!("whybuy.{schema}/1"), value };
    let mut bytes = serde_json::to_vec(&document).map_err(|fault| Error::new(ErrorKind::Bug, "json").because(fault))?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// Writes an answer and gives its exit code. A reader that has gone away is no error.
pub(super) fn deliver(answer: &Answer) -> Result<ExitCode> {
    let mut out = io::stdout().lock();
    ignore_closed(out.write_all(&answer.out).and_then(|()| out.flush()))?;
    Ok(ExitCode::from(answer.code))
}

fn ignore_closed(result: io::Result<()>) -> Result<()> {
    match result {
        Err(fault) if fault.kind() != io::ErrorKind::BrokenPipe => {
            Err(Error::new(ErrorKind::Io, "write-stdout").because(fault))
        }
        _ => Ok(()),
    }
}

#[derive(Serialize)]
struct JsonError<'a> {
    error: JsonErrorBody<'a>,
}

#[derive(Serialize)]
struct JsonErrorBody<'a> {
    kind: &'a str,
    message: String,
    hint: String,
}

/// Writes an error on stderr and gives its exit code.
pub(super) fn complain(error: &Error, words: &Words, json: bool) -> ExitCode {
    let sentence = super::sentence::Sentence::of(error, words);
    let text = if json {
        let message = sentence.message();
        let body = JsonErrorBody { kind: error.kind.name(), message, hint: sentence.hint };
        serde_json::to_string(&JsonError { error: body }).unwrap_or_default() + "\n"
    } else {
        sentence.block(stderr_width())
    };
    // If stderr itself is gone there is nobody left to tell.
    drop(io::stderr().write_all(text.as_bytes()));
    ExitCode::from(error.kind.exit_code())
}

/// Says something beside the answer: on stderr, so that a document on stdout stays what it is.
pub(super) fn remark(sentence: &str) {
    // If stderr itself is gone there is nobody left to tell.
    drop(io::stderr().write_all(format!("{}\n", text::clean(sentence)).as_bytes()));
}

/// Progress in place on a terminal; nothing where stderr is piped.
pub(super) fn progress(line: &str) {
    let mut err = io::stderr();
    if err.is_terminal() {
        drop(err.write_all(format!("\r\x1b[K{}", text::clean(line)).as_bytes()).and_then(|()| err.flush()));
    }
}

/// Ends a line of progress.
pub(super) fn progress_done() {
    let mut err = io::stderr();
    if err.is_terminal() {
        drop(err.write_all(b"\r\x1b[K").and_then(|()| err.flush()));
    }
}

/// Asks on the terminal and waits for an answer line; `None` where nobody can answer.
pub(super) fn ask(question: &str) -> Option<String> {
    if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
        return None;
    }
    let mut err = io::stderr();
    err.write_all(format!("{} ", text::clean(question)).as_bytes()).and_then(|()| err.flush()).ok()?;
    let mut line = String::new();
    io::stdin().read_line(&mut line).ok()?;
    Some(line.trim().to_owned())
}

/// Asks a question that takes yes or no; anything but yes refuses, and where nobody can answer it is `unasked`.
pub(super) fn confirmed(question: &str, unasked: impl FnOnce() -> Error) -> Result<()> {
    match ask(question).map(|answer| answer.to_lowercase()).as_deref() {
        Some("y" | "yes" | "ㅛ" | "네" | "예") => Ok(()),
        Some(_) => Err(Error::refused("not-confirmed")),
        None => Err(unasked()),
    }
}

/// The width of the terminal on stdout, or none where it is piped: then nothing is wrapped.
pub(super) fn stdout_width() -> Option<usize> {
    rustix::termios::tcgetwinsize(rustix::stdio::stdout())
        .ok()
        .map(|size| usize::from(size.ws_col))
        .filter(|it| *it > 0)
}

fn stderr_width() -> usize {
    let size = rustix::termios::tcgetwinsize(rustix::stdio::stderr()).ok();
    size.map_or(80, |size| usize::from(size.ws_col)).clamp(20, 100)
}

/// Whether stdout takes colour: a terminal, and nobody asked for none (<https://no-color.org>).
pub(super) fn takes_colour() -> bool {
    let refused = std::env::var_os("NO_COLOR").is_some_and(|it| !it.is_empty());
    let dumb = std::env::var_os("TERM").is_some_and(|it| it == "dumb");
    io::stdout().is_terminal() && !refused && !dumb
}

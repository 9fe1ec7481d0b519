//! A whole study as lines of JSON (`whybuy.study/1`): one header line, then one record per line in dependency
//! order. The same study gives the same bytes, and the bytes give the same study back.
//! What a record is lives in the domain; files are opened by the caller.

use std::io::{BufRead, Write};

use serde::{Deserialize, Serialize};

use crate::domain::{Edit, Record, Research};
use crate::error::{Error, ErrorKind, Result};

/// The name of the format, without its version.
const SCHEMA: &str = "whybuy.study";
/// The version that is written, and the newest that is read.
const VERSION: u32 = 1;

/// The first line. The count of records makes a file that was cut off at the end of a line recognisable.
#[derive(Debug, Serialize, Deserialize)]
struct Header {
    schema: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    records: Option<usize>,
}

/// Writes a whole study, record by record.
///
/// # Errors
/// `write-failed` where `out` fails.
pub fn write(research: &Research, out: &mut impl Write) -> Result<()> {
    let header = Header { schema: format!("{SCHEMA}/{VERSION}"), records: Some(research.records().count()) };
    write_line(&header, out)?;
    for record in research.records() {
        write_line(&record, out)?;
    }
    out.flush().map_err(write_failed)
}

pub(super) fn write_line(value: &impl Serialize, out: &mut impl Write) -> Result<()> {
    let mut line =
        serde_json::to_vec(value).map_err(|error| Error::new(ErrorKind::Bug, "write-failed").because(error))?;
    line.push(b'\n');
    out.write_all(&line).map_err(write_failed)
}

pub(super) fn write_failed(error: std::io::Error) -> Error {
    Error::new(ErrorKind::Io, "write-failed").because(error)
}

/// Reads a whole study back. Blank lines are passed over.
///
/// # Errors
/// `study-no-header`, `study-schema-unknown`, `study-schema-newer`, `study-line-unreadable` (line, column),
/// `study-line-refused` (line, reason), `study-cut-short` (expected, found), `study-empty`, `read-failed`.
/// None of them repeats what stands in the file.
pub fn read(mut input: impl BufRead) -> Result<Research> {
    let (mut research, mut line, mut number, mut found) = (Research::default(), Vec::new(), 0u64, 0usize);
    let mut header: Option<Header> = None;
    loop {
        line.clear();
        if input
            .read_until(b'\n', &mut line)
            .map_err(|error| Error::new(ErrorKind::Io, "read-failed").because(error))?
            == 0
        {
            break;
        }
        number += 1;
        let bytes = line.strip_prefix(b"\xEF\xBB\xBF").filter(|_| number == 1).unwrap_or(&line).trim_ascii();
        if bytes.is_empty() {
            continue;
        }
        if header.is_none() {
            header = Some(read_header(bytes)?);
            continue;
        }
        let record: Record = serde_json::from_slice(bytes).map_err(|error| unreadable(number, &error))?;
        research.apply(Edit::Put(record)).map_err(|refusal| refused(number, refusal))?;
        found += 1;
    }
    finish(research, header, found)
}

fn read_header(bytes: &[u8]) -> Result<Header> {
    let header: Header =
        serde_json::from_slice(bytes).map_err(|_| Error::new(ErrorKind::Damaged, "study-no-header"))?;
    let version = header.schema.strip_prefix(SCHEMA).and_then(|rest| rest.strip_prefix('/')).map(str::parse::<u32>);
    match version {
        Some(Ok(VERSION)) => Ok(header),
        Some(Ok(newer)) if newer > VERSION => {
            Err(Error::new(ErrorKind::Newer, "study-schema-newer").with("version", newer).with("known", VERSION))
        }
        _ => Err(Error::refused("study-schema-unknown").with("known", VERSION)),
    }
}

/// serde's own message quotes the value that it did not expect, which may be what somebody said: only the place is told.
pub(super) fn unreadable(line: u64, error: &serde_json::Error) -> Error {
    let column = error.column();
    Error::new(ErrorKind::Damaged, "study-line-unreadable").with("line", line).with("column", column)
}

fn refused(line: u64, refusal: Error) -> Error {
    let reason = refusal.key;
    Error::new(ErrorKind::Damaged, "study-line-refused").with("line", line).with("reason", reason).because(refusal)
}

fn finish(research: Research, header: Option<Header>, found: usize) -> Result<Research> {
    let Some(header) = header else {
        return Err(Error::new(ErrorKind::Damaged, "study-no-header"));
    };
    if let Some(expected) = header.records.filter(|expected| *expected != found) {
        return Err(Error::new(ErrorKind::Damaged, "study-cut-short").with("expected", expected).with("found", found));
    }
    if research.study().is_none() {
        return Err(Error::new(ErrorKind::Damaged, "study-empty"));
    }
    Ok(research)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::{Id, Study};

    const HEADER: &str = "{\"schema\":\"whybuy.study/1\"}";
    const STUDY: &str = "{\"record\":\"study\",\"id\":\"00000000-0000-0000-0000-000000000001\",\"name\":\"PC\",\"created\":\"2025-11-21T14:13:05.120+09:00\"}";

    fn key(text: &str) -> (&'static str, Vec<(&'static str, String)>) {
        let error = read(text.as_bytes()).unwrap_err();
        assert!(!error.to_string().contains("secret"), "{error}");
        (error.key, error.facts)
    }

    #[test]
    fn a_study_is_read_with_marks_and_blank_lines() {
        let research = read(format!("\u{FEFF}{HEADER}\r\n\r\n{STUDY}\r\n").as_bytes()).unwrap();
        assert_eq!(research.study().unwrap().name, "PC");
    }

    #[test]
    fn what_is_wrong_is_told_by_its_line_and_never_quoted() {
        for (text, expected) in [
            (String::new(), "study-no-header"),
            (STUDY.to_owned(), "study-no-header"),
            ("{\"schema\":\"whybuy.notes/1\"}".to_owned(), "study-schema-unknown"),
            ("{\"schema\":\"whybuy.study/2\"}".to_owned(), "study-schema-newer"),
            ("{\"schema\":\"whybuy.study/x\"}".to_owned(), "study-schema-unknown"),
            (HEADER.to_owned(), "study-empty"),
            (format!("{{\"schema\":\"whybuy.study/1\",\"records\":2}}\n{STUDY}\n"), "study-cut-short"),
            (format!("{HEADER}\n{STUDY}\n\"secret\"\n"), "study-line-unreadable"),
            (format!("{HEADER}\n{STUDY}\n{{\"record\":\"secret\"}}\n"), "study-line-unreadable"),
        ] {
            assert_eq!(key(&text).0, expected, "{text}");
        }
        let blank = STUDY.replace("PC", " ");
        let (reason, facts) = key(&format!("{HEADER}\n{STUDY}\n{blank}\n"));
        assert_eq!(
            (reason, facts),
            ("study-line-refused", vec![("line", "3".to_owned()), ("reason", "text-empty".to_owned())])
        );
    }

    #[test]
    fn a_newer_file_has_the_exit_code_of_a_newer_library() {
        let error = read(&b"{\"schema\":\"whybuy.study/2\",\"more\":1}"[..]).unwrap_err();
        assert_eq!(error.kind, ErrorKind::Newer);
    }

    #[test]
    fn the_first_line_names_the_format_and_counts() {
        let created = "2025-11-21T14:13:05.120+09:00".parse().unwrap();
        let study = Study::blank(Id::from_u128(1), "PC", created);
        let (research, mut out) = (Research::of([study.into()]).unwrap(), Vec::new());
        write(&research, &mut out).unwrap();
        assert_eq!(
            String::from_utf8(out).unwrap(),
            format!("{{\"schema\":\"whybuy.study/1\",\"records\":1}}\n{STUDY}\n")
        );
    }
}

//! Markdown as `exchange::markdown` sets it, read back: lines without escapes, and every line of an interview that ends
//! in its citation. Nothing is told of Markdown that others write.

use crate::domain::Citation;
use crate::domain::verify::{Printed, PrintedLine, Quote};
use crate::words::Words;

/// Reads a document.
pub(super) fn read(text: &str, languages: &[Words; 2]) -> Printed {
    let paraphrase = languages.each_ref().map(|words| words.say_with("report-paraphrase", &[("text", "\u{1}".into())]));
    let prefixes: Vec<&str> = paraphrase.iter().filter_map(|it| it.split('\u{1}').next()).collect();
    let mut printed = Printed::default();
    for (number, raw) in text.trim_start_matches('\u{FEFF}').lines().enumerate() {
        let raw = raw.trim_end();
        if raw.is_empty() {
            continue;
        }
        let at = (number + 1).to_string();
        let against = raw.contains("× **");
        printed.cites.extend(cites(raw).map(|cite| (at.clone(), cite)));
        printed.quotes.extend(quote(raw, &at, &prefixes));
        printed.lines.push(PrintedLine { at, text: unescaped(raw), against });
    }
    printed
}

/// What stands in code marks and is a citation.
fn cites(line: &str) -> impl Iterator<Item = Citation> + '_ {
    line.split('`').skip(1).step_by(2).filter_map(|it| it.parse::<Citation>().ok())
}

/// The line without the backslashes that keep text from becoming mark-up.
fn unescaped(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        let escapes = c == '\\' && chars.peek().is_some_and(char::is_ascii_punctuation);
        if !escapes {
            out.push(c);
        } else if let Some(next) = chars.next() {
            out.push(next);
        }
    }
    out
}

/// The line of an interview that this line prints: a quotation, or a paraphrase that is marked as one.
fn quote(raw: &str, at: &str, prefixes: &[&str]) -> Option<Quote> {
    let line = raw.trim_start().trim_start_matches("- ");
    let line = match line.strip_prefix("× **") {
        Some(against) => against.split_once("** ").map_or(against, |(_, rest)| rest),
        None => line,
    };
    let (said, code) = match line.strip_suffix('`').and_then(|it| it.rsplit_once('`')) {
        Some((said, code)) => (said.trim_end(), code.parse::<Citation>().ok()),
        None => (line, None),
    };
    let opening = [('“', '”'), ('"', '"')].into_iter().find(|(open, _)| said.starts_with(*open));
    if let Some((open, close)) = opening {
        let inner = said.strip_prefix(open)?;
        let end = inner.rfind(close)?;
        let who = inner[end + close.len_utf8()..].trim_start().split([',', ' ', '★']).next();
        let who = who.filter(|it| !it.is_empty()).map(unescaped);
        return Some(Quote { at: at.to_owned(), cite: code, text: unescaped(&inner[..end]), is_quoted: true, who });
    }
    let cite = code?;
    let inner = prefixes.iter().find_map(|prefix| said.strip_prefix(prefix))?;
    let (text, who) = match own_code(inner, &cite.participant) {
        Some(end) => (&inner[..end], Some(cite.participant.clone())),
        None => (inner, None),
    };
    Some(Quote { at: at.to_owned(), cite: Some(cite), text: unescaped(text), is_quoted: false, who })
}

/// Where the person's code stands behind the wording, with a blank before it.
fn own_code(said: &str, participant: &str) -> Option<usize> {
    let code = format!(" {participant}");
    let ends = |at: usize| {
        let rest = &said[at + code.len()..];
        rest.is_empty() || rest.starts_with(',') || rest.starts_with(" ★")
    };
    said.rmatch_indices(&code).map(|(at, _)| at).find(|at| ends(*at))
}

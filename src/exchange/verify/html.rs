//! HTML as text: blocks become lines, references letters, and what a `blockquote` or `q` holds is a quotation of the line
//! that its `cite`, or the row around it, names. A reader for documents of our own kind, no browser.

use crate::domain::Citation;
use crate::domain::verify::{Printed, PrintedLine, Quote};

/// Elements inside of which a line goes on.
const INLINE: [&str; 13] = ["a", "b", "i", "em", "strong", "span", "q", "bdi", "code", "small", "abbr", "time", "sup"];

/// What is being read.
#[derive(Default)]
struct Reading {
    printed: Printed,
    line: String,
    blocks: usize,
    against: bool,
    /// The citation that holds here: that of the row, of the quotation.
    row: Option<Citation>,
    cite: Option<Citation>,
    /// The text of the quotation that is open.
    quoted: Option<String>,
    /// The quotation whose person is told next.
    unsigned: Option<usize>,
}

/// Reads a document.
pub(super) fn read(text: &str) -> Printed {
    let mut reading = Reading::default();
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        reading.text(&rest[..at]);
        let Some(end) = rest[at..].find('>') else { break };
        let tag = &rest[at + 1..at + end];
        rest = &rest[at + end + 1..];
        for unseen in ["style", "script", "title", "svg"] {
            if is_named(tag, unseen) {
                let close = format!("</{unseen}");
                rest = rest.find(&close).map_or("", |at| &rest[at..]);
            }
        }
        reading.tag(tag);
    }
    reading.text(rest);
    reading.end_line();
    reading.printed
}

fn is_named(tag: &str, name: &str) -> bool {
    tag.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '/', '\n']))
}

fn name_of(tag: &str) -> &str {
    tag.trim_start_matches('/').split([' ', '/', '\n']).next().unwrap_or_default()
}

/// The value of an attribute in double quotes.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    let end = tag[start..].find('"')?;
    Some(letters(&tag[start..start + end]))
}

fn citation(tag: &str, name: &str) -> Option<Citation> {
    attribute(tag, name)?.trim_start_matches('#').parse().ok()
}

impl Reading {
    fn at(&self) -> String {
        (self.blocks + 1).to_string()
    }

    fn text(&mut self, text: &str) {
        let text = letters(text);
        if let Some(quoted) = &mut self.quoted {
            quoted.push_str(&text);
        }
        self.line.push_str(&text);
    }

    fn tag(&mut self, tag: &str) {
        let name = name_of(tag);
        let is_end = tag.starts_with('/');
        match (name, is_end) {
            ("tr", false) => self.row = citation(tag, "id"),
            ("figure", false) => {
                self.against = attribute(tag, "class").is_some_and(|it| it.split(' ').any(|it| it == "against"));
            }
            ("blockquote" | "q", true) => self.close(),
            _ => {}
        }
        if !INLINE.contains(&name) {
            self.end_line();
        }
        match (name, is_end) {
            ("blockquote" | "q", false) => {
                self.cite = citation(tag, "cite").or_else(|| self.row.clone());
                self.quoted = Some(String::new());
            }
            ("a", false) => {
                if let Some(cite) = citation(tag, "href") {
                    self.printed.cites.push((self.at(), cite));
                }
            }
            ("figure", true) => self.against = false,
            ("tr", true) => self.row = None,
            _ => {}
        }
    }

    /// Ends a quotation: what stands between its marks.
    fn close(&mut self) {
        let Some(said) = self.quoted.take() else { return };
        let at = self.at();
        let inner = match (said.find('“'), said.rfind('”')) {
            (Some(start), Some(end)) if start < end => &said[start + '“'.len_utf8()..end],
            _ => said.trim(),
        };
        let cite = self.cite.take();
        if let Some(cite) = &cite {
            self.printed.cites.push((at.clone(), cite.clone()));
        }
        self.unsigned = Some(self.printed.quotes.len());
        self.printed.quotes.push(Quote { at, cite, text: inner.to_owned(), is_quoted: true, who: None });
    }

    fn end_line(&mut self) {
        let text = self.line.split_whitespace().collect::<Vec<&str>>().join(" ");
        self.line.clear();
        if text.is_empty() {
            return;
        }
        let at = self.at();
        self.blocks += 1;
        // The block behind a quotation begins with the code of the person.
        let holds = self.printed.quotes.last().is_some_and(|it| it.at == at);
        if let Some(quote) = self.unsigned.filter(|_| !holds).and_then(|it| self.printed.quotes.get_mut(it)) {
            quote.who = text
                .split([',', ' ', '★'])
                .next()
                .filter(|it| crate::domain::Participant::is_code(it))
                .map(str::to_owned);
            self.unsigned = None;
        }
        self.printed.lines.push(PrintedLine { at, text, against: self.against });
    }
}

/// Text with its references as letters.
pub(super) fn letters(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let letter = rest.find(';').filter(|end| *end < 12).and_then(|end| Some((reference(&rest[1..end])?, end + 1)));
        let (letter, used) = letter.unwrap_or(('&', 1));
        out.push(letter);
        rest = &rest[used..];
    }
    out + rest
}

fn reference(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{A0}'),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}

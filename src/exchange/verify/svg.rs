//! A drawing as text: its title, its description and each `text` element is a line. Where a text goes on in another row a
//! blank is read. A reader for drawings of our own kind.

use super::html::letters;
use crate::domain::verify::{Printed, PrintedLine};

/// Reads a drawing.
pub(super) fn read(text: &str) -> Printed {
    let mut printed = Printed::default();
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let Some(end) = rest[at..].find('>').map(|end| at + end) else { break };
        let name = rest[at + 1..end].split([' ', '/', '\n']).next().unwrap_or_default();
        rest = &rest[end + 1..];
        if !["title", "desc", "text"].contains(&name) {
            continue;
        }
        let inner = rest.find(&format!("</{name}>")).map_or(rest, |end| &rest[..end]);
        let line = bare(inner);
        if !line.is_empty() {
            let at = (printed.lines.len() + 1).to_string();
            printed.lines.push(PrintedLine { at, text: line, against: false });
        }
        rest = &rest[inner.len()..];
    }
    printed
}

/// The text between tags, each tag a blank.
fn bare(inner: &str) -> String {
    let pieces = inner.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text));
    let text = pieces.map(letters).collect::<Vec<String>>().join(" ");
    text.split_whitespace().collect::<Vec<&str>>().join(" ")
}

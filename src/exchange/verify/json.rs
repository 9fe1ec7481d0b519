//! JSON as values with their paths. What lies in a list is called by what it is (a line by its code, a claim by its
//! theme), so that one line more does not move all that follow.

use serde_json::{Map, Value};

use crate::domain::Citation;
use crate::domain::verify::{Printed, PrintedLine, Quote};
use crate::error::{Error, Result};

/// Reads a document.
pub(super) fn read(text: &str) -> Result<Printed> {
    let value: Value = serde_json::from_str(text.trim_start_matches('\u{FEFF}'))
        .map_err(|fault| Error::refused("verify-json").with("line", fault.line()).because(fault))?;
    let mut printed = Printed { has_paths: true, ..Printed::default() };
    walk(&value, "", false, &mut printed);
    Ok(printed)
}

fn walk(value: &Value, path: &str, against: bool, printed: &mut Printed) {
    match value {
        Value::Object(object) => {
            if let Some(quote) = quote(object, path) {
                if let Some(cite) = &quote.cite {
                    printed.cites.push((path.to_owned(), cite.clone()));
                }
                if object.get("withheld") != Some(&Value::Bool(true)) {
                    printed.quotes.push(quote);
                }
            }
            for (name, value) in object {
                let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                walk(value, &path, against || name == "contradicts", printed);
            }
        }
        Value::Array(list) => {
            let mut seen: Vec<String> = Vec::new();
            for (at, value) in list.iter().enumerate() {
                let name = name_of(value).unwrap_or_else(|| at.to_string());
                let twins = seen.iter().filter(|it| **it == name).count();
                let twin = if twins > 0 { format!("#{}", twins + 1) } else { String::new() };
                walk(value, &format!("{path}[{name}{twin}]"), against, printed);
                seen.push(name);
            }
        }
        scalar => {
            let text = scalar.as_str().map_or_else(|| scalar.to_string(), str::to_owned);
            let cite = scalar.as_str().filter(|it| it.contains("-L") || it.contains("-E"));
            if let Some(cite) = cite.and_then(|it| it.parse::<Citation>().ok()).filter(|_| !path.ends_with(".note")) {
                printed.cites.push((path.to_owned(), cite));
            }
            printed.lines.push(PrintedLine { at: path.to_owned(), text, against });
        }
    }
}

fn quote(object: &Map<String, Value>, path: &str) -> Option<Quote> {
    let of = |name: &str| object.get(name).and_then(Value::as_str);
    let (note, text) = (of("note")?, of("text")?);
    let cite = note.parse::<Citation>().ok().map(|cite| {
        let revision = object.get("revision").and_then(Value::as_u64).and_then(|it| u32::try_from(it).ok());
        Citation { revision: revision.or(cite.revision), ..cite }
    });
    let is_quoted = of("voice") == Some("verbatim");
    let who = of("participant").map(str::to_owned);
    Some(Quote { at: path.to_owned(), cite, text: text.to_owned(), is_quoted, who })
}

/// What a value in a list is called.
fn name_of(value: &Value) -> Option<String> {
    let object = value.as_object()?;
    let of = |name: &str| object.get(name).and_then(Value::as_str);
    let groups: [&[&str]; 10] = [
        &["note"],
        &["dimension", "theme"],
        &["expectation", "theme"],
        &["theme"],
        &["participant", "date"],
        &["deal"],
        &["kind", "subject", "question"],
        &["stage", "lane"],
        &["stage", "pain"],
        &["from", "to"],
    ];
    let of_group = |group: &&[&str]| group.iter().any(|it| of(it).is_some()) && of(group[0]).is_some();
    let group = groups.iter().copied().find(of_group).or_else(|| of("dimension").map(|_| &["dimension"][..]))?;
    let name = group.iter().filter_map(|it| of(it)).collect::<Vec<&str>>().join("/");
    Some(name.replace('[', "(").replace(']', ")"))
}

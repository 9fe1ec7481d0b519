//! What is about to leave the library, text by text, so that the leak linter reads exactly what others will: every text
//! of a document, whatever the form in which it will be set, with the place where it stands.

use serde::Serialize;
use serde_json::Value;

use crate::domain::Research;
use crate::domain::leaks::Watch;
use crate::domain::leaks::places::{Found, Piece, found, open};
use crate::error::{Error, ErrorKind, Result};

/// Every text of a document: of a line its code is the place, of anything else the names of the fields it lies in.
pub fn pieces(document: &impl Serialize) -> Result<Vec<Piece>> {
    let value = serde_json::to_value(document).map_err(|fault| Error::new(ErrorKind::Bug, "json").because(fault))?;
    let mut pieces = Vec::new();
    walk(&value, "", &mut pieces);
    Ok(pieces)
}

fn walk(value: &Value, place: &str, pieces: &mut Vec<Piece>) {
    match value {
        Value::Object(object) => {
            let code = object.get("note").and_then(Value::as_str);
            for (name, value) in object {
                let inner = match code {
                    Some(code) => code.to_owned(),
                    None if place.is_empty() => name.clone(),
                    None => format!("{place}.{name}"),
                };
                walk(value, &inner, pieces);
            }
        }
        Value::Array(list) => list.iter().for_each(|value| walk(value, place, pieces)),
        Value::String(text) => pieces.push(Piece { place: place.to_owned(), note: None, text: text.clone() }),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// How many places an error names.
const NAMED: usize = 6;

/// Refuses a document as long as something in it would tell who somebody is and nobody has said why it may.
///
/// # Errors
/// `leaks-open` with how many findings there are and where the first of them stand.
pub fn check(pieces: &[Piece], research: &Research, watch: &Watch) -> Result<()> {
    let open: Vec<Found> = open(found(pieces, watch), research);
    if open.is_empty() {
        return Ok(());
    }
    let mut places: Vec<String> = Vec::new();
    for it in &open {
        let place = format!("{} ({} {})", it.place, it.leak.kind, it.leak.handle());
        if !places.contains(&place) {
            places.push(place);
        }
    }
    let more = if places.len() > NAMED { ", …" } else { "" };
    places.truncate(NAMED);
    Err(Error::refused("leaks-open").with("count", open.len()).with("places", places.join(", ") + more))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::{Record, briefing};

    #[test]
    fn every_text_of_a_brief_is_read_where_it_stands() {
        let lines = include_str!("../../sample_data/ai_pc.ko.jsonl").lines().skip(1);
        let research = Research::of(lines.map(|line| serde_json::from_str::<Record>(line).unwrap())).unwrap();
        for persona in research.personas().keys() {
            let mut drafted = briefing::for_export(&research, *persona).unwrap();
            let watch = Watch::of(&research, ["김민수"]);
            check(&pieces(&drafted).unwrap(), &research, &watch).unwrap();
            drafted.claims[0].supports[0].text = "민수님이 010-1234-5678로 물어봄".to_owned();
            drafted.about = "(주)새벽전자의 팀장".to_owned();
            let code = drafted.claims[0].supports[0].note.clone();
            let error = check(&pieces(&drafted).unwrap(), &research, &watch).unwrap_err();
            assert_eq!((error.key, error.kind.exit_code()), ("leaks-open", 3));
            let told = format!("{error}");
            assert!(told.contains(&code) && told.contains("about") && told.contains("count=3"), "{told}");
            assert!(!told.contains("민수") && !told.contains("1234") && !told.contains("새벽"), "{told}");
        }
    }
}

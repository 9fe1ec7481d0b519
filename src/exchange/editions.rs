//! Published journeys as documents: written once when they are published, and read back. What is frozen, and under which
//! number, is the domain's.

use crate::domain::journey::steps::Doing;
use crate::domain::journey::versions::{self, Felt, editions_of, felt};
use crate::domain::journey::{self, Journey, JourneyEdition, Map};
use crate::domain::{Id, Research, Step};
use crate::error::{Error, ErrorKind, Result};

/// The step that publishes a map of a journey as its next version, and the map as it is handed out.
///
/// # Errors
/// `edition-unchanged` where the newest version says the same.
pub fn publish(
    research: &Research,
    journey: &Journey,
    (map, reason): (Map, &str),
    doing: Doing<'_>,
) -> Result<(Step, Map)> {
    if let Some(last) = editions_of(research, journey.id).last() {
        // What a document does not hold (the ids of entries) is not compared.
        if (Map { edition: None, ..read(last)? }) == parsed(&written(&map)?)? {
            return Err(Error::refused("edition-unchanged").with("number", last.number));
        }
    }
    let map = versions::frozen(research, journey.id, map, doing);
    let step = versions::published(research, journey, (&map, written(&map)?), reason, doing);
    Ok((step.ok_or_else(|| Error::new(ErrorKind::Bug, "json"))?, map))
}

/// A published map, read back.
///
/// # Errors
/// `edition-damaged` where it is none.
pub fn read(edition: &JourneyEdition) -> Result<Map> {
    parsed(&edition.document)
}

fn parsed(document: &str) -> Result<Map> {
    serde_json::from_str(document).map_err(|fault| Error::new(ErrorKind::Damaged, "edition-damaged").because(fault))
}

fn written(map: &Map) -> Result<String> {
    serde_json::to_string(map).map_err(|fault| Error::new(ErrorKind::Bug, "json").because(fault))
}

/// How the stages of a journey felt over its versions, oldest first, and now.
///
/// # Errors
/// As [`read`], and where there is no such journey.
pub fn feelings(research: &Research, journey: Id) -> Result<Vec<Felt>> {
    let mut all = Vec::new();
    for edition in editions_of(research, journey) {
        all.push(felt(&read(edition)?));
    }
    all.push(felt(&journey::of(research, journey)?));
    Ok(all)
}

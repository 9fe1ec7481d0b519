//! Published journeys: freezing a map under a number and a hash, whose lines it cites, and how its stages felt. A published
//! map never changes, whatever becomes of the draft; writing it and reading it back is `exchange`'s.

use chrono::NaiveDate;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::kept::{Journey, JourneyEdition};
use super::lane::Lane;
use super::map::{Map, name};
use super::steps::Doing;
use crate::domain::brief::Published;
use crate::domain::codes::Citation;
use crate::domain::dimension::Stage;
use crate::domain::id::Id;
use crate::domain::record::{Key, Kind, Step};
use crate::domain::research::Research;
use crate::domain::statistics::middle;
use crate::domain::text;

/// The published versions of a journey, by number.
pub fn editions_of(research: &Research, journey: Id) -> Vec<&JourneyEdition> {
    let ids = research.users_of(Key::new(Kind::Journey, journey), Kind::JourneyEdition);
    let mut editions: Vec<&JourneyEdition> = ids.filter_map(|id| research.journey_editions().get(&id)).collect();
    editions.sort_by_key(|it| it.number);
    editions
}

/// Every citation of a map, each once, in order.
fn citations(map: &Map) -> Vec<&str> {
    let entries = map.cells.iter().flat_map(|cell| &cell.entries);
    let mut all: Vec<&str> =
        entries.flat_map(|it| it.evidence.iter().chain(&it.contradicted_by)).map(String::as_str).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// The SHA-256 of the citations of a map, each once and ended by a zero byte, in hexadecimal.
pub fn hash(map: &Map) -> String {
    let mut sha = Sha256::new();
    for cite in citations(map) {
        sha.update(cite);
        sha.update([0]);
    }
    crate::domain::leaks::hex(&sha.finalize())
}

/// The number of the version that is published next.
pub fn next_number(research: &Research, journey: Id) -> u32 {
    editions_of(research, journey).last().map_or(0, |it| it.number).saturating_add(1)
}

/// A map as it is handed out: the same, under the next number of its journey, with the hash of its citations.
#[must_use]
pub fn frozen(research: &Research, journey: Id, map: Map, (by, fresh): Doing<'_>) -> Map {
    let number = next_number(research, journey);
    let edition = Published { number, date: fresh.now.date(), by: by.to_owned(), hash: hash(&map) };
    Map { edition: Some(edition), ..map }
}

/// The step that publishes a frozen map of a journey, which was written as this document; none where it is not frozen.
pub fn published(
    research: &Research,
    journey: &Journey,
    (map, document): (&Map, String),
    reason: &str,
    (by, fresh): Doing<'_>,
) -> Option<Step> {
    let frozen = map.edition.as_ref()?;
    let edition = JourneyEdition {
        id: fresh.id(),
        study: journey.study,
        journey: journey.id,
        number: frozen.number,
        published: fresh.now,
        by: by.to_owned(),
        reason: text::trim_line(reason).into_owned(),
        hash: frozen.hash.clone(),
        document,
    };
    Some(Step::new(journey.study, "publish-journey", name(research, journey)).put(edition))
}

/// How many citations of a participant a map has.
pub fn cited(map: &Map, participant: &str) -> usize {
    let of = |cite: &&str| cite.parse::<Citation>().is_ok_and(|it| it.participant.eq_ignore_ascii_case(participant));
    citations(map).into_iter().filter(of).count()
}

/// How a stage felt in one version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Felt {
    /// The number of the version; none for the draft.
    pub number: Option<u32>,
    /// The day of the version.
    pub date: Option<NaiveDate>,
    /// For each stage: the middle feeling of its entries, the lower of two, and how many have one.
    pub stages: Vec<(Stage, Option<i8>, usize)>,
}

/// How the stages of a map feel: the middle of the recorded feelings of each, the lower of two.
pub fn felt(map: &Map) -> Felt {
    let stage = |stage: &Stage| {
        let cell = map.cell(stage, Lane::Feeling);
        let entries = cell.map(|cell| cell.entries.as_slice()).unwrap_or_default();
        let feelings = entries.iter().filter_map(|it| it.facts.feeling);
        (stage.clone(), middle(feelings.clone()), feelings.count())
    };
    Felt {
        number: map.edition.as_ref().map(|it| it.number),
        date: map.edition.as_ref().map(|it| it.date),
        stages: map.stages.iter().map(|it| stage(&it.card.stage)).collect(),
    }
}

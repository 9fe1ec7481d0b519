//! What lies on the table: the map that people keep and, in the same cells, what the evidence proposes and nobody has
//! decided yet. Nothing is drawn and nothing is changed here.

use crate::domain::evidence::State;
use crate::domain::journey::check::{Staleness, staleness};
use crate::domain::journey::merge::{Change, ChangeKind, looked};
use crate::domain::journey::{
    Facts, Journey, Lane, LaneRow, Layer, Map, MapEntry, MapStage, Origin, Proposal, versions,
};
use crate::error::Result;
use crate::tui::screen::brief::last_edition;
use crate::tui::world::World;

/// A place where something stands, waits or may be written.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    /// The lane.
    pub lane: Lane,
    /// What stands there.
    pub entry: Option<MapEntry>,
    /// What waits there: something new, or a change of what stands.
    pub change: Option<Change>,
}

impl Spot {
    fn empty(lane: Lane) -> Spot {
        Spot { lane, entry: None, change: None }
    }

    fn proposal(&self) -> Option<&Proposal> {
        self.change.as_ref()?.proposal.as_ref()
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.entry.is_none() && self.change.is_none()
    }

    /// Whether it is proposed and not on the map.
    pub fn is_new(&self) -> bool {
        self.entry.is_none() && self.change.is_some()
    }

    /// Whether somebody must still write the words.
    pub fn is_blank(&self) -> bool {
        !self.is_empty() && self.words().is_empty()
    }

    /// The words; blank in a blank.
    pub fn words(&self) -> &str {
        let entry = self.entry.as_ref().map(|it| it.text.as_str());
        entry.or(self.proposal().map(|it| it.text.as_str())).unwrap_or_default()
    }

    /// What its lane asks for besides.
    pub fn facts(&self) -> Option<&Facts> {
        self.entry.as_ref().map(|it| &it.facts).or(self.proposal().map(|it| &it.facts))
    }

    /// How well it is borne out.
    pub fn state(&self) -> Option<State> {
        self.entry.as_ref().map(|it| it.state).or(self.proposal().map(|it| it.state))
    }

    /// How many people say so.
    pub fn people(&self) -> usize {
        self.entry.as_ref().map(|it| it.people).or(self.proposal().map(|it| it.people)).unwrap_or(0)
    }

    /// The lines under it and those against it.
    pub fn lines(&self) -> (&[String], &[String]) {
        match (&self.entry, self.proposal()) {
            (Some(it), _) => (&it.evidence, &it.contradicted_by),
            (None, Some(it)) => (&it.evidence, &it.contradicted_by),
            (None, None) => (&[], &[]),
        }
    }

    /// What it is called: its words, or what a blank must answer.
    pub fn name(&self) -> String {
        let answers = || self.facts().map(|it| it.answers.clone()).unwrap_or_default();
        if self.words().is_empty() { answers() } else { self.words().to_owned() }
    }

    /// As it is read in a cell that has little room.
    pub fn short(&self, world: &World) -> String {
        let Some(facts) = self.facts() else { return String::new() };
        let star = if facts.moment { world.look.glyphs.star } else { "" };
        let said = match (self.words(), facts.feeling) {
            ("", _) => format!("({})", facts.answers),
            (words, Some(feeling)) => format!("{feeling:+} {words}"),
            (words, None) => words.to_owned(),
        };
        format!("{star}{said}")
    }

    /// As it is read in a cell.
    pub fn said(&self, world: &World) -> String {
        let Some(facts) = self.facts() else { return String::new() };
        let words = self.words();
        let star = if facts.moment { format!("{} ", world.look.glyphs.star) } else { String::new() };
        let said = match (words.is_empty(), facts.feeling) {
            (true, _) => world.say_with("journey-blank", &[("answers", facts.answers.as_str().into())]),
            (false, Some(feeling)) => format!("[{feeling:+}] {words}"),
            (false, None) => words.to_owned(),
        };
        format!("{star}{said}")
    }
}

/// A journey with what waits for it.
pub struct Board {
    /// The journey; one that nobody keeps yet is the template.
    pub journey: Journey,
    /// Its map; without entries where nobody keeps it.
    pub map: Map,
    /// The places of each stage, lane by lane; a cell that holds nothing is one place.
    pub spots: Vec<Vec<Spot>>,
    /// What waits, in the order of the map.
    pub waiting: Vec<Change>,
    /// The number of the newest edition of the persona's brief.
    pub brief: Option<u32>,
    /// The number of the newest version of the journey.
    pub edition: Option<u32>,
    /// Whether and why it is stale.
    pub stale: Option<Staleness>,
}

impl Board {
    /// The board of a journey as it is today, of one kind of entry alone where one is named.
    pub fn of(world: &World, journey: Journey, layer: Option<Layer>) -> Result<Board> {
        let research = &world.research;
        let brief = last_edition(world, journey.persona).map(|it| it.number);
        let edition = versions::editions_of(research, journey.id).last().map(|it| it.number);
        let stale = staleness(research, &journey, world.now.date());
        let (map, waiting) = looked(research, &journey)?;
        let spots = map.stages.iter().map(|stage| spots(&map, stage, &waiting, layer)).collect();
        Ok(Board { journey, map, spots, waiting, brief, edition, stale })
    }

    /// The lanes that are shown.
    pub fn lanes(&self) -> Vec<&LaneRow> {
        self.map.shown().collect()
    }

    /// The places of a cell with their numbers within the stage.
    pub fn cell(&self, stage: usize, lane: Lane) -> impl Iterator<Item = (usize, &Spot)> {
        let spots = self.spots.get(stage).map(Vec::as_slice).unwrap_or_default();
        spots.iter().enumerate().filter(move |(_, spot)| spot.lane == lane)
    }

    /// What waits and is borne out by enough people to be taken together.
    pub fn strong(&self) -> Vec<&Change> {
        self.waiting.iter().filter(|it| it.is_strong()).collect()
    }

    /// How many entries stand as they were proposed, and how many are a person's.
    pub fn kept(&self) -> (usize, usize) {
        let all = || self.map.cells.iter().flat_map(|cell| &cell.entries);
        let of = |origin| all().filter(|it| it.origin == origin).count();
        (of(Origin::Seeded), of(Origin::Human))
    }
}

fn spots(map: &Map, stage: &MapStage, waiting: &[Change], layer: Option<Layer>) -> Vec<Spot> {
    let key = &stage.card.stage;
    let mut all = Vec::new();
    for row in map.shown() {
        let before = all.len();
        let entries = map.cell(key, row.lane).map(|cell| cell.entries.as_slice()).unwrap_or_default();
        for entry in entries.iter().filter(|it| layer.is_none_or(|layer| it.layer(row.lane) == layer)) {
            let change = waiting.iter().find(|it| it.entry.is_some() && it.entry == entry.id).cloned();
            all.push(Spot { lane: row.lane, entry: Some(entry.clone()), change });
        }
        let is_here = |it: &&Change| {
            it.kind == ChangeKind::New && it.proposal.as_ref().is_some_and(|it| it.lane == row.lane && it.stage == *key)
        };
        let of_layer = layer.is_none_or(|layer| Facts::default().layer_in(row.lane) == layer);
        let new = waiting.iter().filter(is_here).filter(|_| of_layer);
        all.extend(new.map(|it| Spot { lane: row.lane, entry: None, change: Some(it.clone()) }));
        if all.len() == before {
            all.push(Spot::empty(row.lane));
        }
    }
    all
}

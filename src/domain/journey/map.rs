//! The map as people read it: what they keep, each entry with the evidence that stands under it now. It is computed and
//! never stored, but for published versions, which are this document.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::kept::{Entry, Facts, Journey, LaneRow, Layer, StageCard};
use super::lane::Lane;
use super::moves::{Transition, transitions};
use super::rules::{Proposal, ProposalKey, people_in, proposals};
use super::steps;
use crate::domain::brief::Published;
use crate::domain::consent::LeftOut;
use crate::domain::dimension::Stage;
use crate::domain::evidence::State;
use crate::domain::id::Id;
use crate::domain::named::named;
use crate::domain::people::Participant;
use crate::domain::record::{Key, Kind};
use crate::domain::research::Research;
use crate::error::{Error, Result};

/// The name of the form of the document.
pub const SCHEMA: &str = "whybuy.journey/1";

/// A persona's stages as columns and lanes as rows; in JSON `whybuy.journey/1`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Map {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// The persona's name.
    pub persona: String,
    /// To whom it leads: a competitor, or nothing where it leads to us.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub competitor: String,
    /// For which group of the persona's people; blank for all.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub group: String,
    /// The buyer type: attributes of the persona, by name.
    pub buyer_type: BTreeMap<String, String>,
    /// How this buyer type is approached.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub approach: String,
    /// The study's name.
    pub study: String,
    /// The one goal.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub goal: String,
    /// By what one sees that it works.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub works_if: String,
    /// Whether it works; none where nobody knows.
    #[serde(default)]
    pub works: Option<bool>,
    /// Whether somebody keeps it; otherwise it is what the rules propose, and nobody has accepted anything.
    pub kept: bool,
    /// Under which number and when it was published; none in a draft.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edition: Option<Published>,
    /// The date of the newest interview that counts.
    pub as_of: Option<NaiveDate>,
    /// How many people of the persona count.
    pub people: usize,
    /// What all its entries rest on together.
    pub counts: Counts,
    /// The stages, in order.
    pub stages: Vec<MapStage>,
    /// The lanes, in order, with those that are hidden.
    pub lanes: Vec<LaneRow>,
    /// The cells that hold something, by stage and then by lane.
    pub cells: Vec<Cell>,
    /// Moves between stages that people made, forward and back.
    pub transitions: Vec<Transition>,
    /// The assumption debt.
    pub debt: Debt,
    /// How many comments are open.
    #[serde(default)]
    pub comments: usize,
    /// What was left out because nobody agreed to it; only in what is exported.
    #[serde(default, skip_serializing_if = "LeftOut::is_empty")]
    pub left_out: LeftOut,
}

/// What something rests on, each counted once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Interviews.
    pub interviews: usize,
    /// People.
    pub people: usize,
    /// Lines; path events are none.
    pub notes: usize,
    /// The date of the newest of the interviews.
    pub newest: Option<NaiveDate>,
}

/// A column of the map.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MapStage {
    /// What people say of the stage.
    pub card: StageCard,
    /// What its entries rest on together.
    pub counts: Counts,
}

/// What stands at one stage in one lane.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    /// The stage.
    pub stage: Stage,
    /// The lane.
    pub lane: Lane,
    /// The entries, by people and then by text; blanks last.
    pub entries: Vec<MapEntry>,
    /// The state of the cell: contradicted if any entry is, else that of its best entry; none where it holds only blanks.
    pub state: Option<State>,
}

named! {
    /// Who put an entry there.
    Origin ("origin") {
        /// The rules, and somebody accepted it as it was.
        Seeded = "seeded",
        /// A person wrote it, or changed what was seeded.
        Human = "human",
    }
}

/// One entry of a cell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MapEntry {
    /// The record; none where nobody keeps it, and in what was read back.
    #[serde(skip)]
    pub id: Option<Id>,
    /// The wording; empty in a blank.
    pub text: String,
    /// What its lane asks for besides.
    #[serde(default, skip_serializing_if = "Facts::is_blank")]
    pub facts: Facts,
    /// Who put it there.
    pub origin: Origin,
    /// Who touched it last, as initials; blank where nobody keeps it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// On which day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<NaiveDate>,
    /// How well it is borne out. One contradicting person is enough for `contradicted`: a cell has no room for a count beside it.
    pub state: State,
    /// The lines and path events it rests on, as citations.
    pub evidence: Vec<String>,
    /// Lines that contradict it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contradicted_by: Vec<String>,
    /// How many people say so.
    pub people: usize,
    /// How many comments on it are open.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub comments: usize,
}

#[allow(clippy::trivially_copy_pass_by_ref)] // serde asks for a reference
fn is_zero(count: &usize) -> bool {
    *count == 0
}

impl MapEntry {
    /// Whether it is a blank that somebody must fill.
    pub fn is_blank(&self) -> bool {
        self.text.is_empty()
    }

    /// What kind of thing it tells.
    pub fn layer(&self, lane: Lane) -> Layer {
        self.facts.layer_in(lane)
    }
}

/// How much of the map is only assumed or doubtful.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Debt {
    /// Filled cells that are assumptions, contradicted or stale.
    pub weak: usize,
    /// Cells with at least one entry that is not a blank.
    pub filled: usize,
}

impl Map {
    /// The cell at a stage in a lane, if it holds something.
    pub fn cell(&self, stage: &Stage, lane: Lane) -> Option<&Cell> {
        self.cells.iter().find(|cell| cell.stage == *stage && cell.lane == lane)
    }

    /// The lanes that are shown, in order.
    pub fn shown(&self) -> impl Iterator<Item = &LaneRow> {
        self.lanes.iter().filter(|row| !row.hidden)
    }

    /// Every entry of a stage with its lane, in the order of the lanes.
    pub fn entries_at<'m>(&'m self, stage: &'m Stage) -> impl Iterator<Item = (Lane, &'m MapEntry)> {
        let cells = self.lanes.iter().filter_map(|row| self.cell(stage, row.lane));
        cells.flat_map(|cell| cell.entries.iter().map(|entry| (cell.lane, entry)))
    }

    /// What stands in a lane that is read from elsewhere: who answers for a stage and who helps, or its moments of truth.
    pub fn read(&self, stage: &MapStage, lane: Lane) -> Vec<String> {
        let card = &stage.card;
        match lane {
            Lane::Owner if card.owner.is_empty() => card.helpers.clone(),
            Lane::Owner => [card.owner.clone()].into_iter().chain(card.helpers.iter().cloned()).collect(),
            Lane::Moment => {
                let flagged = self.entries_at(&card.stage).filter(|(_, entry)| entry.facts.moment);
                flagged.map(|(_, entry)| entry.text.clone()).collect()
            }
            _ => Vec::new(),
        }
    }
}

/// The map of a journey that is kept.
pub fn of(research: &Research, journey: Id) -> Result<Map> {
    let kept = research.journeys().get(&journey).ok_or_else(|| missing(Kind::Journey))?;
    let entries: Vec<&Entry> = entries_of(research, journey).collect();
    let proposed = if kept.competitor.is_empty() { proposed(research, kept)? } else { Vec::new() };
    Drawing::of(research, kept, &proposed)?.map(&entries, true)
}

/// What the rules propose for a persona, as a map that nobody keeps yet.
pub fn seeded(research: &Research, persona: Id) -> Result<Map> {
    let study = research.study().ok_or_else(|| missing(Kind::Study))?;
    let blank = steps::template((Id::from_u128(0), study.id), persona, study.created);
    let proposed = proposed(research, &blank)?;
    let entries: Vec<Entry> = proposed.iter().map(|it| steps::taken(it, &blank)).collect();
    Drawing::of(research, &blank, &proposed)?.map(&entries.iter().collect::<Vec<_>>(), false)
}

/// Our journey of a persona where somebody keeps it, and else what the rules propose.
pub fn of_persona(research: &Research, persona: Id) -> Result<Map> {
    match ours(research, persona) {
        Some(journey) => of(research, journey.id),
        None => seeded(research, persona),
    }
}

/// The journey of a persona as it may leave the library: without those who have not agreed to take part, and says so.
pub fn for_export(research: &Research, persona: Id) -> Result<Map> {
    let (agreed, left_out) = research.exportable(Some(persona))?;
    Ok(Map { left_out, ..of_persona(&agreed, persona)? })
}

/// Our journey for all people of a persona.
pub fn ours(research: &Research, persona: Id) -> Option<&Journey> {
    journeys_of(research, persona).find(|it| it.competitor.is_empty() && it.group.is_empty())
}

/// What people call a journey: its persona, to whom it leads where that is not us, and for which group it is.
pub fn name(research: &Research, journey: &Journey) -> String {
    let persona = research.personas().get(&journey.persona).map_or("?", |it| it.name.as_str());
    let rest = [&journey.competitor, &journey.group].into_iter().filter(|part| !part.is_empty());
    [persona].into_iter().chain(rest.map(String::as_str)).collect::<Vec<_>>().join(" / ")
}

/// The journeys of a persona, by id, which is the order in which they were begun.
pub fn journeys_of(research: &Research, persona: Id) -> impl Iterator<Item = &Journey> + '_ {
    let ids = research.users_of(Key::new(Kind::Persona, persona), Kind::Journey);
    ids.filter_map(|id| research.journeys().get(&id))
}

/// The entries that stand in a journey, without those that were refused.
pub fn entries_of(research: &Research, journey: Id) -> impl Iterator<Item = &Entry> + '_ {
    decided_in(research, journey).filter(|it| it.refused.is_none())
}

/// The entries of a journey with those that were refused.
pub fn decided_in(research: &Research, journey: Id) -> impl Iterator<Item = &Entry> + '_ {
    let ids = research.users_of(Key::new(Kind::Journey, journey), Kind::Entry);
    ids.filter_map(|id| research.entries().get(&id))
}

/// What the rules propose for the stages of a journey.
pub(super) fn proposed(research: &Research, journey: &Journey) -> Result<Vec<Proposal>> {
    let stages: Vec<Stage> = journey.stages.iter().map(|card| card.stage.clone()).collect();
    proposals(research, journey.persona, &stages)
}

fn missing(kind: Kind) -> Error {
    Error::not_found("record-missing").with("kind", kind)
}

struct Drawing<'a> {
    research: &'a Research,
    journey: &'a Journey,
    people: Vec<&'a Participant>,
    proposed: BTreeMap<ProposalKey, &'a Proposal>,
    /// The interview and its date of every line and path event of these people, by code.
    told: BTreeMap<String, (Id, NaiveDate)>,
}

impl<'a> Drawing<'a> {
    fn of(research: &'a Research, journey: &'a Journey, proposed: &'a [Proposal]) -> Result<Drawing<'a>> {
        let people = research.counted_people(Some(journey.persona));
        let mut told = BTreeMap::new();
        for interview in people.iter().flat_map(|person| research.interviews_of(person.id)) {
            let at = (interview.id, interview.date);
            told.extend(research.notes_of(interview.id).map(|note| (research.code_of(note), at)));
            told.extend(research.path_of(interview.id).into_iter().map(|event| (research.code_of_event(event), at)));
        }
        let proposed = proposed.iter().map(|it| (it.key(), it)).collect();
        Ok(Drawing { research, journey, people, proposed, told })
    }

    fn map(&self, entries: &[&Entry], kept: bool) -> Result<Map> {
        let (research, journey) = (self.research, self.journey);
        let persona = research.personas().get(&journey.persona).ok_or_else(|| missing(Kind::Persona))?;
        let study = research.study().ok_or_else(|| missing(Kind::Study))?;
        let mut held: BTreeMap<(usize, Lane), Vec<MapEntry>> = BTreeMap::new();
        for entry in entries {
            if let Some(at) = journey.stages.iter().position(|card| card.stage == entry.stage) {
                held.entry((at, entry.lane)).or_default().push(self.entry(entry, kept));
            }
        }
        let stage = |at: usize| &journey.stages[at].stage;
        let cells: Vec<Cell> = held.into_iter().map(|((at, lane), it)| cell(stage(at), lane, it)).collect();
        let states = cells.iter().filter_map(|cell| cell.state);
        let debt = Debt { weak: states.clone().filter(|state| state.is_weak()).count(), filled: states.count() };
        let stages: Vec<Stage> = journey.stages.iter().map(|card| card.stage.clone()).collect();
        let dates = self.people.iter().flat_map(|person| research.interviews_of(person.id)).map(|it| it.date);
        Ok(Map {
            schema: SCHEMA.to_owned(),
            persona: persona.name.clone(),
            competitor: journey.competitor.clone(),
            group: journey.group.clone(),
            buyer_type: persona.attributes.clone(),
            approach: persona.approach.clone(),
            study: study.name.clone(),
            goal: journey.goal.clone(),
            works_if: journey.works_if.clone(),
            works: journey.works,
            kept,
            edition: None,
            as_of: dates.max(),
            people: self.people.len(),
            counts: self.counts(&cells.iter().collect::<Vec<_>>()),
            stages: journey.stages.iter().map(|card| self.stage(card, &cells)).collect(),
            lanes: journey.lanes.clone(),
            transitions: transitions(research, journey.persona, &stages),
            debt,
            comments: cells.iter().flat_map(|cell| &cell.entries).map(|entry| entry.comments).sum(),
            cells,
            left_out: LeftOut::default(),
        })
    }

    fn stage(&self, card: &StageCard, cells: &[Cell]) -> MapStage {
        let here: Vec<&Cell> = cells.iter().filter(|cell| cell.stage == card.stage).collect();
        MapStage { card: card.clone(), counts: self.counts(&here) }
    }

    /// What the entries of these cells rest on together. A citation of a line that these people do not have counts nothing.
    fn counts(&self, cells: &[&Cell]) -> Counts {
        let entries = cells.iter().flat_map(|cell| &cell.entries);
        let codes: BTreeSet<&str> = entries.flat_map(|entry| &entry.evidence).map(|cite| code(cite)).collect();
        let told: Vec<(&str, &(Id, NaiveDate))> =
            codes.into_iter().filter_map(|code| Some((code, self.told.get(code)?))).collect();
        let interviews: BTreeSet<Id> = told.iter().map(|(_, at)| at.0).collect();
        let people: BTreeSet<Id> =
            interviews.iter().filter_map(|it| Some(self.research.interviews().get(it)?.participant)).collect();
        Counts {
            interviews: interviews.len(),
            people: people.len(),
            notes: told.iter().filter(|(code, _)| code.contains("-L")).count(),
            newest: told.iter().map(|(_, at)| at.1).max(),
        }
    }

    fn entry(&self, entry: &Entry, kept: bool) -> MapEntry {
        let seed = entry.seed.as_ref();
        let key = seed.map(|it| (it.from.clone(), it.stage.clone(), it.lane));
        let proposal = key.and_then(|key| self.proposed.get(&key)).copied();
        let mut evidence: Vec<String> = proposal.map(|it| it.evidence.clone()).unwrap_or_default();
        evidence.extend(entry.evidence.iter().filter_map(|id| self.cite(*id)));
        evidence.sort();
        evidence.dedup();
        let contradicted_by = proposal.map(|it| it.contradicted_by.clone()).unwrap_or_default();
        let people = people_in(&evidence);
        let was_borne_out = seed.is_some_and(|it| !it.rests_on.is_empty());
        let is_reworded = seed.zip(proposal).is_some_and(|(seed, now)| now.text != seed.text && entry.text != now.text);
        let state = match () {
            () if !contradicted_by.is_empty() => State::Contradicted,
            () if is_reworded || (was_borne_out && evidence.is_empty()) => State::Stale,
            () => State::by_people(people),
        };
        let comments = self.research.users_of(Key::new(Kind::Entry, entry.id), Kind::Comment);
        let open = comments.filter_map(|id| self.research.comments().get(&id)).filter(|it| it.resolved.is_none());
        MapEntry {
            id: kept.then_some(entry.id),
            text: entry.text.clone(),
            facts: known(&entry.facts, proposal),
            origin: origin(entry),
            by: if kept { entry.by.clone() } else { String::new() },
            on: kept.then(|| entry.at.date()),
            state,
            evidence,
            contradicted_by,
            people,
            comments: if kept { open.count() } else { 0 },
        }
    }

    /// The citation of a line or path event that one of these people has.
    fn cite(&self, id: Id) -> Option<String> {
        let note = self.research.notes().get(&id).filter(|note| note.is_evidence());
        let event = || self.research.path_events().get(&id).map(|event| self.research.code_of_event(event));
        let cite = note.map(|note| self.research.cite(note)).or_else(event)?;
        self.told.contains_key(code(&cite)).then_some(cite)
    }
}

/// The code of a citation, without its revision.
fn code(cite: &str) -> &str {
    cite.split_once('.').map_or(cite, |(code, _)| code)
}

/// What a person said of an entry, and what its lines say where the person said nothing.
fn known(facts: &Facts, proposal: Option<&Proposal>) -> Facts {
    let Some(heard) = proposal.map(|it| &it.facts) else { return facts.clone() };
    Facts {
        feeling: facts.feeling.or(heard.feeling),
        expectation: facts.expectation.or(heard.expectation),
        met: facts.met.or(heard.met),
        answers: if facts.answers.is_empty() { heard.answers.clone() } else { facts.answers.clone() },
        ..facts.clone()
    }
}

/// Whether an entry stands as the rules proposed it.
pub fn origin(entry: &Entry) -> Origin {
    let plain = Facts { answers: entry.facts.answers.clone(), ..Facts::default() };
    let is_untouched = entry.seed.as_ref().is_some_and(|it| it.text == entry.text) && entry.facts == plain;
    if is_untouched && entry.evidence.is_empty() { Origin::Seeded } else { Origin::Human }
}

fn cell(stage: &Stage, lane: Lane, mut entries: Vec<MapEntry>) -> Cell {
    entries.sort_by(|a, b| {
        let key = |it: &MapEntry| (it.is_blank(), std::cmp::Reverse(it.people));
        key(a).cmp(&key(b)).then_with(|| (&a.text, &a.facts.answers, a.id).cmp(&(&b.text, &b.facts.answers, b.id)))
    });
    let states: Vec<State> = entries.iter().filter(|it| !it.is_blank()).map(|it| it.state).collect();
    let state = states.iter().find(|state| **state == State::Contradicted).or(states.iter().min()).copied();
    Cell { stage: stage.clone(), lane, entries, state }
}

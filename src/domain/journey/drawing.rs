//! Drawing a map: every entry with the evidence that stands under it now, what stages and the whole rest on, the states of
//! cells. Reads the research and changes nothing; what a map is stands in `map`.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::facts::Facts;
use super::kept::{Entry, Journey, StageCard};
use super::lane::Lane;
use super::map::{Cell, Counts, Debt, Map, MapEntry, MapStage, SCHEMA, missing, origin};
use super::moves::transitions;
use super::rules::{Proposal, ProposalKey, people_in};
use crate::domain::consent::LeftOut;
use crate::domain::dimension::Stage;
use crate::domain::evidence::State;
use crate::domain::id::Id;
use crate::domain::people::Participant;
use crate::domain::record::{Key, Kind};
use crate::domain::research::Research;
use crate::error::Result;

/// Where a line or path event was told.
#[derive(Clone, Copy)]
struct Told {
    interview: Id,
    date: NaiveDate,
    is_note: bool,
}

pub(super) struct Drawing<'a> {
    research: &'a Research,
    journey: &'a Journey,
    people: Vec<&'a Participant>,
    proposed: BTreeMap<ProposalKey, &'a Proposal>,
    /// Every line and path event of these people, by code.
    told: BTreeMap<String, Told>,
}

impl<'a> Drawing<'a> {
    /// Makes ready what every entry is held against.
    pub(super) fn of(research: &'a Research, journey: &'a Journey, proposed: &'a [Proposal]) -> Drawing<'a> {
        let people = research.counted_people(Some(journey.persona));
        let mut told = BTreeMap::new();
        for interview in research.begun_interviews(&people) {
            let told_in = |is_note| Told { interview: interview.id, date: interview.date, is_note };
            told.extend(research.notes_of(interview.id).map(|note| (research.code_of(note), told_in(true))));
            let events = research.path_of(interview.id).into_iter();
            told.extend(events.map(|event| (research.code_of_event(event), told_in(false))));
        }
        let proposed = proposed.iter().map(|it| (it.key(), it)).collect();
        Drawing { research, journey, people, proposed, told }
    }

    /// The map of these entries.
    pub(super) fn map(&self, entries: &[&Entry], kept: bool) -> Result<Map> {
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
            as_of: research.begun_interviews(&self.people).iter().map(|it| it.date).max(),
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
        let told: Vec<&Told> = codes.into_iter().filter_map(|code| self.told.get(code)).collect();
        let interviews: BTreeSet<Id> = told.iter().map(|it| it.interview).collect();
        let people: BTreeSet<Id> =
            interviews.iter().filter_map(|it| Some(self.research.interviews().get(it)?.participant)).collect();
        Counts {
            interviews: interviews.len(),
            people: people.len(),
            notes: told.iter().filter(|it| it.is_note).count(),
            newest: told.iter().map(|it| it.date).max(),
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

fn cell(stage: &Stage, lane: Lane, mut entries: Vec<MapEntry>) -> Cell {
    entries.sort_by(|a, b| {
        let key = |it: &MapEntry| (it.is_blank(), std::cmp::Reverse(it.people));
        key(a).cmp(&key(b)).then_with(|| (&a.text, &a.facts.answers, a.id).cmp(&(&b.text, &b.facts.answers, b.id)))
    });
    let states: Vec<State> = entries.iter().filter(|it| !it.is_blank()).map(|it| it.state).collect();
    let state = states.iter().find(|state| **state == State::Contradicted).or(states.iter().min()).copied();
    Cell { stage: stage.clone(), lane, entries, state }
}

//! The journey of a persona, seeded from its brief by a rule table that anybody can read. Every seeded entry carries
//! its evidence; a message or a KPI is never invented: its blank names the claim that it must answer.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::Serialize;

use super::brief::{self, Brief, Claim};
use super::codes::Citation;
use super::consent::LeftOut;
use super::dimension::{Dimension, Stage};
use super::evidence::State;
use super::id::Id;
use super::interview::Note;
use super::moment::Offset;
use super::named::named;
use super::path::PathEvent;
use super::people::Participant;
use super::research::Research;
use super::theme::Stance;
use crate::error::Result;

named! {
    /// The rows of a map (`spec/requirements.md` A17 to A23 and B19); the buyer type is its header.
    Lane ("lane") {
        /// What happens inside the buyer's firm.
        InternalEvent = "internal_event",
        /// How the buyer feels.
        Feeling = "feeling",
        /// Where we can be met.
        Touchpoint = "touchpoint",
        /// What the buyer expects.
        Expectation = "expectation",
        /// What stands in the way.
        Barrier = "barrier",
        /// Our message and the experience that carries it.
        Message = "message",
        /// What moves the buyer on.
        NextStage = "next_stage",
        /// What the stage is checked by.
        Kpi = "kpi",
    }
}

/// One rule: claims of a dimension go to this lane, and to this stage unless the lines say another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Rule {
    /// From which dimension.
    pub dimension: Dimension,
    /// To which lane.
    pub lane: Lane,
    /// To which stage of the default template, from 0, where neither the line nor the buyer's own path says another.
    pub stage: usize,
    /// Whether the entry is a blank that names what it must answer.
    pub blank: bool,
}

const fn rule(dimension: Dimension, lane: Lane, stage: usize, blank: bool) -> Rule {
    Rule { dimension, lane, stage, blank }
}

/// The rule table of `spec/requirements.md` 1.7, point 4; the touchpoint lane is seeded from the path and from
/// lines that name a channel.
pub const RULES: [Rule; 11] = [
    rule(Dimension::Trigger, Lane::InternalEvent, 0, false),
    rule(Dimension::Trigger, Lane::NextStage, 1, false),
    rule(Dimension::Benefit, Lane::Expectation, 1, false),
    rule(Dimension::Benefit, Lane::Message, 2, true),
    rule(Dimension::Criteria, Lane::Expectation, 2, false),
    rule(Dimension::Criteria, Lane::Message, 3, true),
    rule(Dimension::Concern, Lane::Feeling, 3, false),
    rule(Dimension::Concern, Lane::Barrier, 3, false),
    rule(Dimension::Concern, Lane::Message, 3, true),
    rule(Dimension::PostPurchase, Lane::Message, 4, true),
    rule(Dimension::PostPurchase, Lane::Kpi, 5, true),
];

/// A line belongs to the stage of a path event that was told at most this long before it, in seconds: long enough
/// for the next sentence, too short for the next subject.
pub const PATH_REACH_SECONDS: u32 = 60;

/// A persona's stages as columns and lanes as rows; in JSON `whybuy.journey/1`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Journey {
    /// Always `whybuy.journey/1`.
    pub schema: &'static str,
    /// The persona's name.
    pub persona: String,
    /// The buyer type: attributes of the persona, by name.
    pub buyer_type: BTreeMap<String, String>,
    /// The study's name.
    pub study: String,
    /// The date of the newest interview that counts.
    pub as_of: Option<NaiveDate>,
    /// How many people it rests on.
    pub people: usize,
    /// The stages, in order.
    pub stages: Vec<Stage>,
    /// The lanes, in order.
    pub lanes: Vec<Lane>,
    /// The cells that hold something, by stage and then by lane.
    pub cells: Vec<Cell>,
    /// Moves between stages that people made, forward and back.
    pub transitions: Vec<Transition>,
    /// The assumption debt.
    pub debt: Debt,
    /// What was left out because nobody agreed to it; only in what is exported.
    #[serde(skip_serializing_if = "LeftOut::is_empty")]
    pub left_out: LeftOut,
}

/// What stands at one stage in one lane.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Cell {
    /// The stage.
    pub stage: Stage,
    /// The lane.
    pub lane: Lane,
    /// The entries, by people and then by text; blanks last.
    pub entries: Vec<Entry>,
    /// The state of the cell: contradicted if any entry is, else that of its best entry; none where it holds only blanks.
    pub state: Option<State>,
}

/// Who put an entry there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// The rule table.
    Seeded,
}

/// One entry of a cell.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Entry {
    /// The wording; empty in a blank.
    pub text: String,
    /// Who put it there.
    pub origin: Origin,
    /// How well it is borne out. One contradicting person is enough for `contradicted`: a cell has no room for a count beside it.
    pub state: State,
    /// The lines it rests on, as citations with revisions.
    pub evidence: Vec<String>,
    /// Lines that contradict it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub contradicted_by: Vec<String>,
    /// How many people say so.
    pub people: usize,
    /// In a blank: the claim that it must answer.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub answers: String,
    /// In the feeling lane: the middle one of the recorded feelings, -2 to +2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub feeling: Option<i8>,
}

impl Entry {
    /// Whether it is a blank that somebody must fill.
    pub fn is_blank(&self) -> bool {
        self.text.is_empty()
    }
}

/// A move between two stages.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Transition {
    /// From this stage.
    pub from: Stage,
    /// To this one.
    pub to: Stage,
    /// How many people made it.
    pub people: usize,
    /// Whether it goes back.
    pub back: bool,
}

/// How much of the map is only assumed or doubtful.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Debt {
    /// Filled cells that are assumptions, contradicted or stale.
    pub weak: usize,
    /// Cells with at least one entry that is not a blank.
    pub filled: usize,
}

type Cells = BTreeMap<(usize, Lane), Vec<Entry>>;

/// Seeds the journey of a persona from its brief.
pub fn seed(research: &Research, persona: Id) -> Result<Journey> {
    let brief = brief::draft(research, persona)?;
    let stages = Stage::defaults();
    let mut cells = Cells::new();
    for claim in &brief.claims {
        seed_claim(research, claim, &stages, &mut cells);
    }
    seed_touchpoints(research, persona, &stages, &mut cells);
    let cells: Vec<Cell> =
        cells.into_iter().map(|((stage, lane), entries)| cell(&stages[stage], lane, entries)).collect();
    let filled = cells.iter().filter_map(|cell| cell.state);
    let debt = Debt { weak: filled.clone().filter(|state| state.is_weak()).count(), filled: filled.count() };
    Ok(Journey {
        schema: "whybuy.journey/1",
        buyer_type: research.personas().get(&persona).map(|it| it.attributes.clone()).unwrap_or_default(),
        transitions: transitions(research, persona, &stages),
        lanes: Lane::ALL.to_vec(),
        stages,
        cells,
        debt,
        ..head(brief)
    })
}

/// Seeds the journey as it may leave the library: without those who have not agreed to take part, and says so.
pub fn for_export(research: &Research, persona: Id) -> Result<Journey> {
    let (agreed, left_out) = research.exportable(Some(persona))?;
    Ok(Journey { left_out, ..seed(&agreed, persona)? })
}

fn head(brief: Brief) -> Journey {
    Journey {
        schema: "whybuy.journey/1",
        persona: brief.persona,
        study: brief.study,
        as_of: brief.as_of,
        people: brief.people,
        buyer_type: BTreeMap::new(),
        stages: Vec::new(),
        lanes: Vec::new(),
        cells: Vec::new(),
        transitions: Vec::new(),
        left_out: LeftOut::default(),
        debt: Debt { weak: 0, filled: 0 },
    }
}

fn cell(stage: &Stage, lane: Lane, mut entries: Vec<Entry>) -> Cell {
    entries.sort_by(|a, b| {
        (a.is_blank(), std::cmp::Reverse(a.people), &a.text, &a.answers).cmp(&(
            b.is_blank(),
            std::cmp::Reverse(b.people),
            &b.text,
            &b.answers,
        ))
    });
    let states: Vec<State> = entries.iter().filter(|it| !it.is_blank()).map(|it| it.state).collect();
    let state = states.iter().find(|state| **state == State::Contradicted).or(states.iter().min()).copied();
    Cell { stage: stage.clone(), lane, entries, state }
}

/// The lines of a claim, parted by the stage that each of them or its buyer's own path names.
fn seed_claim(research: &Research, claim: &Claim, stages: &[Stage], cells: &mut Cells) {
    let Some(theme) = claim.id.and_then(|id| research.themes().get(&id)) else { return };
    if claim.supports.is_empty() {
        return;
    }
    let mut placed: BTreeMap<Option<usize>, Vec<&Note>> = BTreeMap::new();
    let codes: BTreeSet<String> = claim.supports.iter().map(|line| line.note.clone()).collect();
    for mark in research.marks_under(theme.id).filter(|mark| mark.stance == Stance::Supports) {
        if let Some(note) = research.notes().get(&mark.note).filter(|note| codes.contains(&research.code_of(note))) {
            placed.entry(stage_of(research, note, stages)).or_default().push(note);
        }
    }
    for rule in RULES.iter().filter(|rule| rule.dimension == claim.dimension) {
        for (stage, notes) in &placed {
            let entry = claim_entry(research, claim, rule, notes);
            add(cells, stage.unwrap_or(rule.stage), rule.lane, entry);
        }
    }
}

/// Where the line itself or the buyer's own path places a line; none means the rule's default.
fn stage_of(research: &Research, note: &Note, stages: &[Stage]) -> Option<usize> {
    let stage = note.stage.clone().or_else(|| {
        let at = note.at?.seconds();
        let told = research.path_of(note.interview).into_iter().filter(|event| event.stage.is_some());
        let near = told.filter(|event| {
            event.at.map(Offset::seconds).is_some_and(|told| told <= at && at - told <= PATH_REACH_SECONDS)
        });
        near.max_by_key(|event| (event.at, event.number))?.stage.clone()
    })?;
    stages.iter().position(|known| *known == stage)
}

fn claim_entry(research: &Research, claim: &Claim, rule: &Rule, notes: &[&Note]) -> Entry {
    let people: BTreeSet<Id> = notes.iter().filter_map(|note| Some(research.person_of(note)?.id)).collect();
    let mut evidence: Vec<String> = notes.iter().map(|note| research.cite(note)).collect();
    evidence.sort();
    let contradicted_by: Vec<String> = claim.contradicts.iter().map(|line| line.cite()).collect();
    let state = if contradicted_by.is_empty() { State::by_people(people.len()) } else { State::Contradicted };
    let mut feelings: Vec<i8> = notes.iter().filter_map(|note| note.feeling).collect();
    feelings.sort_unstable();
    let feeling = feelings.get(feelings.len().saturating_sub(1) / 2).copied();
    Entry {
        text: if rule.blank { String::new() } else { claim.theme.clone() },
        answers: if rule.blank { claim.theme.clone() } else { String::new() },
        origin: Origin::Seeded,
        state,
        evidence,
        contradicted_by,
        people: people.len(),
        feeling: feeling.filter(|_| rule.lane == Lane::Feeling),
    }
}

/// A claim that reaches one cell on two ways stands there once, with the evidence of both.
fn add(cells: &mut Cells, stage: usize, lane: Lane, entry: Entry) {
    let entries = cells.entry((stage, lane)).or_default();
    match entries.iter_mut().find(|it| it.text == entry.text && it.answers == entry.answers) {
        Some(same) => {
            same.evidence.extend(entry.evidence);
            same.evidence.sort();
            same.evidence.dedup();
            same.people = people_in(&same.evidence);
            same.contradicted_by.extend(entry.contradicted_by);
            same.contradicted_by.sort();
            same.contradicted_by.dedup();
            same.state = match same.contradicted_by.is_empty() {
                true => State::by_people(same.people),
                false => State::Contradicted,
            };
        }
        None => entries.push(entry),
    }
}

fn people_in(citations: &[String]) -> usize {
    let people = citations.iter().filter_map(|code| code.parse::<Citation>().ok()).map(|code| code.participant);
    people.collect::<BTreeSet<String>>().len()
}

/// The touchpoint lane: every touchpoint of a path event at the event's stage, and every line that names it.
fn seed_touchpoints(research: &Research, persona: Id, stages: &[Stage], cells: &mut Cells) {
    let mut met: BTreeMap<(usize, &str), Vec<String>> = BTreeMap::new();
    let people = research.counted_people(Some(persona));
    for (event, stage) in people.iter().flat_map(|person| events(research, person, stages)) {
        if !event.touchpoint.is_empty() {
            met.entry((stage, event.touchpoint.as_str())).or_default().push(research.code_of_event(event));
        }
    }
    let names: BTreeSet<&str> = met.keys().map(|(_, name)| *name).filter(|name| name.chars().count() > 1).collect();
    for person in people {
        for note in research.evidence_of(person.id) {
            let stage = stage_of(research, note, stages).or_else(|| default_stage(note.dimension));
            for name in names.iter().filter(|name| note.text.contains(**name)) {
                if let Some(stage) = stage {
                    met.entry((stage, name)).or_default().push(research.cite(note));
                }
            }
        }
    }
    for ((stage, name), mut evidence) in met {
        evidence.sort();
        evidence.dedup();
        let people = people_in(&evidence);
        let entry = Entry {
            text: name.to_owned(),
            origin: Origin::Seeded,
            state: State::by_people(people),
            evidence,
            contradicted_by: Vec::new(),
            people,
            answers: String::new(),
            feeling: None,
        };
        add(cells, stage, Lane::Touchpoint, entry);
    }
}

/// The first stage that the rule table gives a dimension.
fn default_stage(dimension: Dimension) -> Option<usize> {
    RULES.iter().find(|rule| rule.dimension == dimension).map(|rule| rule.stage)
}

/// The path events of one person that have a stage of the map, in the order in which things happened.
fn events<'a>(research: &'a Research, person: &Participant, stages: &[Stage]) -> Vec<(&'a PathEvent, usize)> {
    let interviews = research.interviews_of(person.id).into_iter();
    interviews
        .flat_map(|interview| research.path_of(interview.id))
        .filter_map(|event| Some((event, stages.iter().position(|stage| Some(stage) == event.stage.as_ref())?)))
        .collect()
}

fn transitions(research: &Research, persona: Id, stages: &[Stage]) -> Vec<Transition> {
    let mut moves: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for person in research.counted_people(Some(persona)) {
        let path = events(research, person, stages);
        let made: BTreeSet<(usize, usize)> = path.windows(2).map(|pair| (pair[0].1, pair[1].1)).collect();
        for step in made.into_iter().filter(|(from, to)| from != to) {
            *moves.entry(step).or_default() += 1;
        }
    }
    let transition = |((from, to), people): ((usize, usize), usize)| Transition {
        from: stages[from].clone(),
        to: stages[to].clone(),
        people,
        back: to < from,
    };
    moves.into_iter().map(transition).collect()
}

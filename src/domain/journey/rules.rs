//! What the evidence proposes for a map, by a rule table that anybody can read: from which dimension to which lane and
//! stage. Everything that is proposed carries its evidence; nothing here enters a map by itself.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::facts::Facts;
use super::kept::Source;
use super::lane::Lane;
use crate::domain::brief::{self, Claim};
use crate::domain::codes::Citation;
use crate::domain::dimension::{Dimension, Stage};
use crate::domain::evidence::State;
use crate::domain::id::Id;
use crate::domain::interview::Note;
use crate::domain::moment::Offset;
use crate::domain::path::PathEvent;
use crate::domain::people::Participant;
use crate::domain::research::Research;
use crate::domain::statistics::middle;
use crate::domain::theme::Stance;

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

/// The rule table of `spec/requirements.md` 1.7, point 4. Two rules have no row here: the touchpoint lane is seeded from the
/// path and from lines that name a channel, and a line with a recorded feeling goes to the feeling lane of its stage.
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

/// What the evidence proposes for one cell.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Proposal {
    /// What it is drawn from.
    pub from: Source,
    /// The stage.
    pub stage: Stage,
    /// The lane.
    pub lane: Lane,
    /// The words; blank where somebody must write them.
    pub text: String,
    /// What the lines say besides: the feeling, the expectation, what a blank must answer.
    pub facts: Facts,
    /// How well it is borne out.
    pub state: State,
    /// The lines and path events it rests on, as citations with revisions.
    pub evidence: Vec<String>,
    /// The lines that contradict it.
    pub contradicted_by: Vec<String>,
    /// How many people say so.
    pub people: usize,
}

/// What tells one proposal from another.
pub type ProposalKey = (Source, Stage, Lane);

impl Proposal {
    /// What tells it from every other.
    pub fn key(&self) -> ProposalKey {
        (self.from.clone(), self.stage.clone(), self.lane)
    }

    /// Whether somebody must still write the words.
    pub fn is_blank(&self) -> bool {
        self.text.is_empty()
    }
}

/// Everything that the evidence of a persona proposes for a map of these stages, by stage, lane, people and words.
pub fn proposals(research: &Research, persona: Id, stages: &[Stage]) -> Vec<Proposal> {
    let mut found = Vec::new();
    for claim in &brief::claims_of(research, persona) {
        seed_claim(research, claim, stages, &mut found);
    }
    seed_touchpoints(research, persona, stages, &mut found);
    let position = |it: &Proposal| stages.iter().position(|stage| *stage == it.stage);
    found.sort_by(|a, b| {
        let key = |it: &Proposal| (position(it), it.lane, it.is_blank(), std::cmp::Reverse(it.people));
        key(a)
            .cmp(&key(b))
            .then_with(|| (&a.text, &a.facts.answers, &a.from).cmp(&(&b.text, &b.facts.answers, &b.from)))
    });
    found
}

/// Where a stage of the default template stands among these: itself, or the nearest before it that is there.
fn default_among(stage: usize, stages: &[Stage]) -> usize {
    let defaults = Stage::defaults();
    let before = defaults.iter().take(stage + 1).rev();
    before.filter_map(|wanted| stages.iter().position(|it| it == wanted)).next().unwrap_or(0)
}

/// The cells to which the rules lead a line, by the order of the rules; those where words stand before the blanks.
pub(super) fn likely(research: &Research, note: &Note, stages: &[Stage]) -> Vec<(usize, Lane)> {
    let own = stage_of(research, note, stages);
    let mut rules: Vec<&Rule> = RULES.iter().filter(|rule| rule.dimension == note.dimension).collect();
    rules.sort_by_key(|rule| rule.blank);
    rules.iter().map(|rule| (own.unwrap_or_else(|| default_among(rule.stage, stages)), rule.lane)).collect()
}

/// The lines of a claim, parted by the stage that each of them or its buyer's own path names.
fn seed_claim(research: &Research, claim: &Claim, stages: &[Stage], found: &mut Vec<Proposal>) {
    let Some(theme) = claim.id.and_then(|id| research.themes().get(&id)) else { return };
    let codes: BTreeSet<&str> = claim.supports.iter().map(|line| line.note.as_str()).collect();
    let mut placed: Vec<(Option<usize>, &Note)> = Vec::new();
    for mark in research.marks_under(theme.id).filter(|mark| mark.stance == Stance::Supports) {
        let note = research.notes().get(&mark.note).filter(|it| codes.contains(research.code_of(it).as_str()));
        placed.extend(note.map(|note| (stage_of(research, note, stages), note)));
    }
    let rules: Vec<&Rule> = RULES.iter().filter(|rule| rule.dimension == claim.dimension).collect();
    for rule in &rules {
        propose(research, claim, (rule.lane, rule.stage, rule.blank), (&placed, stages), found);
    }
    if let Some(first) = rules.first().filter(|_| claim.dimension != Dimension::Concern) {
        placed.retain(|(_, note)| note.feeling.is_some());
        propose(research, claim, (Lane::Feeling, first.stage, false), (&placed, stages), found);
    }
}

/// One proposal for each stage at which lines of the claim stand; those that have none go to the default.
fn propose(
    research: &Research,
    claim: &Claim,
    (lane, default, blank): (Lane, usize, bool),
    (placed, stages): (&[(Option<usize>, &Note)], &[Stage]),
    found: &mut Vec<Proposal>,
) {
    let mut by_stage: BTreeMap<usize, Vec<&Note>> = BTreeMap::new();
    for (stage, note) in placed {
        by_stage.entry(stage.unwrap_or_else(|| default_among(default, stages))).or_default().push(note);
    }
    for (stage, notes) in by_stage {
        found.push(of_claim(research, claim, (lane, stages[stage].clone(), blank), &notes));
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

fn of_claim(
    research: &Research,
    claim: &Claim,
    (lane, stage, blank): (Lane, Stage, bool),
    notes: &[&Note],
) -> Proposal {
    let people: BTreeSet<Id> = notes.iter().filter_map(|note| Some(research.person_of(note)?.id)).collect();
    let mut evidence: Vec<String> = notes.iter().map(|note| research.cite(note)).collect();
    evidence.sort();
    let contradicted_by: Vec<String> = claim.contradicts.iter().map(|line| line.cite()).collect();
    let state = if contradicted_by.is_empty() { State::by_people(people.len()) } else { State::Contradicted };
    let facts = Facts {
        answers: if blank { claim.theme.clone() } else { String::new() },
        feeling: middle(notes.iter().filter_map(|note| note.feeling)).filter(|_| lane == Lane::Feeling),
        expectation: middle(notes.iter().filter_map(|note| note.expectation)).filter(|_| lane == Lane::Expectation),
        met: middle(notes.iter().filter_map(|note| note.met)).filter(|_| lane == Lane::Expectation),
        ..Facts::default()
    };
    Proposal {
        from: claim.id.map_or_else(|| Source::Touchpoint(claim.theme.clone()), Source::Theme),
        stage,
        lane,
        text: if blank { String::new() } else { claim.theme.clone() },
        facts,
        state,
        evidence,
        contradicted_by,
        people: people.len(),
    }
}

/// How many people stand behind citations.
pub fn people_in(citations: &[String]) -> usize {
    let people = citations.iter().filter_map(|code| code.parse::<Citation>().ok()).map(|code| code.participant);
    people.collect::<BTreeSet<String>>().len()
}

/// The touchpoint lane: every touchpoint of a path event at the event's stage, and every line that names it.
fn seed_touchpoints(research: &Research, persona: Id, stages: &[Stage], found: &mut Vec<Proposal>) {
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
            let mut named = names.iter().filter(|name| note.text.contains(**name)).peekable();
            if named.peek().is_none() {
                continue;
            }
            let stage = stage_of(research, note, stages).or_else(|| default_stage(note.dimension, stages));
            for name in named {
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
        found.push(Proposal {
            from: Source::Touchpoint(name.to_owned()),
            stage: stages[stage].clone(),
            lane: Lane::Touchpoint,
            text: name.to_owned(),
            facts: Facts::default(),
            state: State::by_people(people),
            evidence,
            contradicted_by: Vec::new(),
            people,
        });
    }
}

/// The first stage that the rule table gives a dimension.
fn default_stage(dimension: Dimension, stages: &[Stage]) -> Option<usize> {
    RULES.iter().find(|rule| rule.dimension == dimension).map(|rule| default_among(rule.stage, stages))
}

/// The path events of one person that have a stage of the map, in the order in which things happened.
pub(super) fn events<'a>(
    research: &'a Research,
    person: &Participant,
    stages: &[Stage],
) -> Vec<(&'a PathEvent, usize)> {
    let interviews = research.interviews_of(person.id).into_iter();
    interviews
        .flat_map(|interview| research.path_of(interview.id))
        .filter_map(|event| Some((event, stages.iter().position(|stage| Some(stage) == event.stage.as_ref())?)))
        .collect()
}

//! What people do to a journey, as one step each: begin it, accept, refuse or change what is proposed, write an entry of
//! their own, comment, fork it for a group. What these decide looks like is in `kept`.

use super::facts::Facts;
use super::kept::{Comment, Entry, Journey, LaneRow, Seed, StageCard};
use super::lane::Lane;
use super::map::{decided_in, name};
use super::merge::{Change, ChangeKind};
use super::rules::Proposal;
use super::touchpoint;
use crate::domain::dimension::Stage;
use crate::domain::id::Id;
use crate::domain::judgement::Dropped;
use crate::domain::live::Fresh;
use crate::domain::moment::Moment;
use crate::domain::record::{Edit, Key, Kind, Step};
use crate::domain::research::Research;
use crate::domain::rules as check_rules;
use crate::domain::text;
use crate::error::{Error, Result};

/// Who does something, as initials, and the moment and ids that it needs.
pub type Doing<'a> = (&'a str, &'a Fresh<'a>);

/// The lanes that a new journey shows, in order; the others are there and hidden until something is written into them.
const SHOWN: [Lane; 8] = [
    Lane::InternalEvent,
    Lane::Feeling,
    Lane::Touchpoint,
    Lane::Expectation,
    Lane::Barrier,
    Lane::Message,
    Lane::NextStage,
    Lane::Kpi,
];

/// A journey of the default template that nobody keeps yet.
pub fn template((id, study): (Id, Id), persona: Id, made: Moment) -> Journey {
    let hidden = Lane::ALL.iter().filter(|lane| !SHOWN.contains(lane));
    let row = |(lane, hidden): (Lane, bool)| LaneRow { lane, name: String::new(), hidden };
    let lanes = SHOWN.iter().map(|lane| (*lane, false)).chain(hidden.map(|lane| (*lane, true)));
    Journey {
        id,
        study,
        persona,
        competitor: String::new(),
        group: String::new(),
        parent: None,
        goal: String::new(),
        works_if: String::new(),
        works: None,
        review_days: None,
        reviewed: None,
        stages: Stage::defaults().into_iter().map(StageCard::blank).collect(),
        lanes: lanes.map(row).collect(),
        skipped: std::collections::BTreeMap::new(),
        made,
        by: String::new(),
    }
}

/// A new journey of a persona, which is to be saved with the first step: ours, or a competitor's where one is named.
pub fn begun(research: &Research, persona: Id, competitor: &str, (by, fresh): Doing<'_>) -> Result<Journey> {
    let of = research.personas().get(&persona);
    let study = of.ok_or_else(|| Error::not_found("record-missing").with("kind", Kind::Persona))?.study;
    let competitor = text::trim_line(competitor).into_owned();
    Ok(Journey { competitor, by: by.to_owned(), ..template((fresh.id(), study), persona, fresh.now) })
}

/// A proposal as an entry of a journey, as it stands.
pub fn taken(proposal: &Proposal, journey: &Journey) -> Entry {
    Entry {
        id: Id::from_u128(0),
        study: journey.study,
        journey: journey.id,
        stage: proposal.stage.clone(),
        lane: proposal.lane,
        text: proposal.text.clone(),
        facts: Facts { answers: proposal.facts.answers.clone(), ..Facts::default() },
        seed: Some(Seed {
            from: proposal.from.clone(),
            stage: proposal.stage.clone(),
            lane: proposal.lane,
            text: proposal.text.clone(),
            rests_on: proposal.evidence.clone(),
        }),
        evidence: Vec::new(),
        by: journey.by.clone(),
        at: journey.made,
        refused: None,
    }
}

/// A change as the entry that a person may put into other words: what stands, over what is proposed now; the proposal, where
/// it is new; what stands on a person's word alone, where nothing bears it out any more.
pub fn opened(research: &Research, journey: &Journey, change: &Change, fresh: &Fresh<'_>) -> Option<Entry> {
    let kept = change.entry.and_then(|id| research.entries().get(&id)).cloned();
    let now = change.proposal.as_ref().map(|it| taken(it, journey));
    match (kept, now) {
        (Some(kept), now) => Some(Entry { seed: now.and_then(|it| it.seed), ..kept }),
        (None, now) => now.map(|it| Entry { id: fresh.id(), ..it }),
    }
}

/// The step that accepts changes as they are proposed. The journey is saved with it where it is new.
pub fn accepted(research: &Research, journey: &Journey, changes: &[&Change], doing: Doing<'_>) -> Option<Step> {
    let edits = changes.iter().filter_map(|change| accept(research, journey, change, doing));
    finished(research, journey, ("accept-proposals", edits.flatten().collect()))
}

fn accept(research: &Research, journey: &Journey, change: &Change, (by, fresh): Doing<'_>) -> Option<Vec<Edit>> {
    let proposal = change.proposal.as_ref();
    match change.kind {
        ChangeKind::New => {
            let entry = taken(proposal?, journey);
            Some(vec![Entry { id: fresh.id(), by: by.to_owned(), at: fresh.now, ..entry }.into()])
        }
        ChangeKind::Reworded => {
            let (entry, now) = (research.entries().get(&change.entry?)?, taken(proposal?, journey));
            let entry = Entry { text: now.text, seed: now.seed, by: by.to_owned(), at: fresh.now, ..entry.clone() };
            Some(vec![entry.into()])
        }
        ChangeKind::Gone => Some(research.removal(Key::new(Kind::Entry, change.entry?))),
    }
}

/// The step that refuses changes, with the reason: what is new is not proposed again, what stands in the map stays as it is.
pub fn refused(
    research: &Research,
    journey: &Journey,
    changes: &[&Change],
    reason: &str,
    (by, fresh): Doing<'_>,
) -> Option<Step> {
    let reason = text::trim_line(reason).into_owned();
    let edits = changes.iter().filter_map(|change| {
        let kept = change.entry.and_then(|id| research.entries().get(&id)).cloned();
        let now = change.proposal.as_ref().map(|it| taken(it, journey));
        Some(Edit::from(match change.kind {
            ChangeKind::New => {
                let (people, by) = (change.proposal.as_ref().map_or(0, |it| it.people), by.to_owned());
                let people = u32::try_from(people).unwrap_or(u32::MAX);
                let dropped = Dropped { reason: reason.clone(), by: by.clone(), at: fresh.now, people };
                Entry { id: fresh.id(), refused: Some(dropped), by, at: fresh.now, ..now? }
            }
            // The wording of a person stays; what was looked at is the new base.
            ChangeKind::Reworded => Entry { seed: now?.seed, ..kept? },
            // It stands on a person's word alone from now on.
            ChangeKind::Gone => Entry { seed: None, ..kept? },
        }))
    });
    finished(research, journey, ("refuse-proposals", edits.collect()))
}

/// The step that writes an entry: a new one, or one that stands in the journey in other words. A touchpoint that gets another
/// name gets it everywhere.
///
/// # Errors
/// The stage, or the one that it leads to, is none of the journey's.
pub fn written(research: &Research, journey: &Journey, entry: Entry, (by, fresh): Doing<'_>) -> Result<Option<Step>> {
    let has = |stage: &Stage| journey.stages.iter().any(|card| card.stage == *stage);
    if let Some(strange) = [Some(&entry.stage), entry.facts.to.as_ref()].into_iter().flatten().find(|it| !has(it)) {
        return Err(Error::refused("stage-missing").with("stage", strange));
    }
    let entry = Entry { text: text::trim_line(&entry.text).into_owned(), refused: None, ..entry };
    let before = research.entries().get(&entry.id);
    if before.is_some_and(|before| *before == entry) {
        return Ok(None);
    }
    // Only what must still be answered may stay without words.
    if entry.facts.answers.is_empty() {
        check_rules::line("text", &entry.text)?;
    }
    let (mut edits, entry) = touchpoint::called(research, before, entry);
    let entry = Entry { by: by.to_owned(), at: fresh.now, ..entry };
    super::check_entry(&entry)?;
    let journey = shown(journey, entry.lane);
    edits.push(entry.into());
    Ok(finished(research, &journey, ("write-entry", edits)))
}

/// An entry of a person's own, which says nothing yet.
pub fn blank_entry(journey: &Journey, stage: Stage, lane: Lane, (by, fresh): Doing<'_>) -> Entry {
    Entry {
        id: fresh.id(),
        study: journey.study,
        journey: journey.id,
        stage,
        lane,
        text: String::new(),
        facts: Facts::default(),
        seed: None,
        evidence: Vec::new(),
        by: by.to_owned(),
        at: fresh.now,
        refused: None,
    }
}

/// The journey with a lane that is shown.
fn shown(journey: &Journey, lane: Lane) -> Journey {
    let mut journey = journey.clone();
    match journey.lanes.iter_mut().find(|row| row.lane == lane) {
        Some(row) => row.hidden = false,
        None => journey.lanes.push(LaneRow { lane, name: String::new(), hidden: false }),
    }
    journey
}

/// The step that takes an entry out, with the comments on it.
pub fn removed(research: &Research, entry: Id) -> Option<Step> {
    let known = research.entries().get(&entry)?;
    let edits = research.removal(Key::new(Kind::Entry, entry));
    Some(Step { edits, ..Step::new(known.study, "remove-entry", about(research, known.journey)) })
}

/// The step that remarks on an entry; none where nothing is said.
pub fn commented(research: &Research, entry: Id, words: &str, (by, fresh): Doing<'_>) -> Option<Step> {
    let (known, words) = (research.entries().get(&entry)?, text::trim_line(words).into_owned());
    let (study, by, at) = (known.study, by.to_owned(), fresh.now);
    let comment = Comment { id: fresh.id(), study, entry, text: words, by, at, resolved: None };
    let step = Step::new(study, "comment-entry", about(research, known.journey));
    (!comment.text.is_empty()).then(|| step.put(comment))
}

/// The comments on an entry, in the order in which they were made.
pub fn comments_on(research: &Research, entry: Id) -> impl Iterator<Item = &Comment> + '_ {
    let ids = research.users_of(Key::new(Kind::Entry, entry), Kind::Comment);
    ids.filter_map(|id| research.comments().get(&id))
}

/// The step that settles the open comments on an entry.
pub fn resolved(research: &Research, entry: Id, fresh: &Fresh<'_>) -> Option<Step> {
    let known = research.entries().get(&entry)?;
    let open = comments_on(research, entry).filter(|it| it.resolved.is_none());
    let edits: Vec<Edit> = open.map(|it| Comment { resolved: Some(fresh.now), ..it.clone() }.into()).collect();
    let step = Step::new(known.study, "resolve-comments", about(research, known.journey));
    (!edits.is_empty()).then_some(Step { edits, ..step })
}

/// The step that changes what a journey says of itself: goal, stages, lanes, review; none where nothing differs.
pub fn changed(research: &Research, journey: Journey) -> Option<Step> {
    let is_same = research.journeys().get(&journey.id) == Some(&journey);
    (!is_same).then(|| Step::new(journey.study, "change-journey", name(research, &journey)).put(journey))
}

/// The step that forks a journey for a group of the persona's people: the same stages, lanes and entries, and a link back.
/// What was refused stays refused, so that nobody is asked twice.
pub fn forked(research: &Research, journey: Id, group: &str, (by, fresh): Doing<'_>) -> Option<(Id, Step)> {
    let parent = research.journeys().get(&journey)?;
    let (by, made, group) = (by.to_owned(), fresh.now, text::trim_line(group).into_owned());
    let fork = Journey { id: fresh.id(), parent: Some(journey), group, made, by, reviewed: None, ..parent.clone() };
    let mut step = Step::new(parent.study, "fork-journey", fork.group.clone()).put(fork.clone());
    for entry in decided_in(research, journey) {
        step = step.put(Entry { id: fresh.id(), journey: fork.id, ..entry.clone() });
    }
    Some((fork.id, step))
}

fn about(research: &Research, journey: Id) -> String {
    research.journeys().get(&journey).map(|it| name(research, it)).unwrap_or_default()
}

/// A step over a journey, which is saved first where it is new or not as it was; none where there is nothing to do.
fn finished(research: &Research, journey: &Journey, (step, edits): (&str, Vec<Edit>)) -> Option<Step> {
    let mut step = Step::new(journey.study, step, name(research, journey));
    if research.journeys().get(&journey.id) != Some(journey) {
        step.edits.push(journey.clone().into());
    }
    step.edits.extend(edits.iter().cloned());
    (!edits.is_empty()).then_some(step)
}

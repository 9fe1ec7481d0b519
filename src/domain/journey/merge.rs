//! Where the evidence and what people keep meet: a three-way merge between what was proposed when somebody last looked
//! (base), what stands in the map (ours) and what is proposed now (theirs). Nothing is changed here; each change waits for
//! a person, and what a person wrote is never among what changes by itself.

use std::collections::BTreeMap;

use serde::Serialize;

use super::kept::{Entry, Journey, Seed};
use super::map::{self, Map, decided_in, proposed};
use super::rules::{Proposal, ProposalKey};
use crate::domain::evidence::State;
use crate::domain::id::Id;
use crate::domain::named::named;
use crate::domain::research::Research;
use crate::error::Result;

named! {
    /// What the evidence would change in a map.
    ChangeKind ("change") {
        /// An entry that is not there and was not refused.
        New = "new",
        /// An entry whose source has another wording now.
        Reworded = "reworded",
        /// An entry that nothing bears out any more.
        Gone = "gone",
    }
}

/// One thing that waits for a person.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Change {
    /// What would change.
    pub kind: ChangeKind,
    /// What is proposed now; none where nothing is any more.
    pub proposal: Option<Proposal>,
    /// The entry that it is about; none where it is new.
    #[serde(skip)]
    pub entry: Option<Id>,
    /// What was proposed when somebody last looked.
    pub base: String,
    /// What stands in the map.
    pub ours: String,
    /// What is proposed now.
    pub theirs: String,
}

impl Change {
    /// Whether a person wrote something else than was proposed, so that all three sides differ.
    pub fn is_conflict(&self) -> bool {
        self.kind != ChangeKind::New && self.ours != self.base
    }

    /// Whether it is a new entry of three or more people whom nobody contradicts, with words of its own: what may be
    /// accepted together with others.
    pub fn is_strong(&self) -> bool {
        self.kind == ChangeKind::New
            && self.proposal.as_ref().is_some_and(|it| it.state == State::Strong && !it.is_blank())
    }
}

/// What the evidence would change in a journey now, by stage, lane, people and words; nothing for a competitor's, and nothing
/// in lanes that somebody hid.
pub fn changes(research: &Research, journey: &Journey) -> Vec<Change> {
    against(research, journey, proposed(research, journey))
}

/// A journey as it is read now, and what waits for it: both from one look at what the rules propose. One that nobody keeps
/// yet has an empty map.
pub fn looked(research: &Research, journey: &Journey) -> Result<(Map, Vec<Change>)> {
    let proposed = proposed(research, journey);
    let map = map::drawn(research, journey, &proposed)?;
    Ok((map, against(research, journey, proposed)))
}

fn against(research: &Research, journey: &Journey, proposed: Vec<Proposal>) -> Vec<Change> {
    let mut decided: BTreeMap<ProposalKey, &Entry> = BTreeMap::new();
    for entry in decided_in(research, journey.id) {
        if let Some(seed) = &entry.seed {
            decided.insert(key(seed), entry);
        }
    }
    let is_shown = |lane| journey.lanes.iter().any(|row| row.lane == lane && !row.hidden);
    let mut found = Vec::new();
    for proposal in proposed {
        let entry = decided.remove(&proposal.key());
        let lane = entry.map_or(proposal.lane, |it| it.lane);
        found.extend(change(entry, proposal).filter(|_| is_shown(lane)));
    }
    found.extend(decided.into_values().filter(|it| is_shown(it.lane)).filter_map(gone));
    found
}

fn key(seed: &Seed) -> ProposalKey {
    (seed.from.clone(), seed.stage.clone(), seed.lane)
}

fn change(entry: Option<&Entry>, proposal: Proposal) -> Option<Change> {
    let theirs = proposal.text.clone();
    let Some((entry, seed)) = entry.and_then(|it| Some((it, it.seed.as_ref()?))) else {
        let (base, ours) = (String::new(), String::new());
        return Some(Change { kind: ChangeKind::New, proposal: Some(proposal), entry: None, base, ours, theirs });
    };
    let is_settled = entry.refused.is_some() || theirs == seed.text || theirs == entry.text;
    (!is_settled).then(|| Change {
        kind: ChangeKind::Reworded,
        proposal: Some(proposal),
        entry: Some(entry.id),
        base: seed.text.clone(),
        ours: entry.text.clone(),
        theirs,
    })
}

/// An entry that once rested on lines and has none now; whoever looked at that already has taken its seed away.
fn gone(entry: &Entry) -> Option<Change> {
    let seed = entry.seed.as_ref().filter(|_| entry.refused.is_none())?;
    Some(Change {
        kind: ChangeKind::Gone,
        proposal: None,
        entry: Some(entry.id),
        base: seed.text.clone(),
        ours: entry.text.clone(),
        theirs: String::new(),
    })
}

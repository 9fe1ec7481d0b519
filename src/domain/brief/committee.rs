//! The buying committee: one purchase case of which several people were interviewed, dimension by dimension, and where
//! they agree, where they do not, and who was never asked. Deals are lost between roles.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::domain::denominator::Standing;
use crate::domain::dimension::Dimension;
use crate::domain::id::Id;
use crate::domain::named::named;
use crate::domain::people::{Outcome, Participant};
use crate::domain::research::Research;

/// From how many interviewed people on a purchase case is a committee.
const FEWEST: usize = 2;

/// One purchase case with the people who were interviewed of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Committee {
    /// The label of the case.
    pub deal: String,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// The people, by code.
    pub members: Vec<Member>,
    /// The themes that at least one of them raised or contradicted, by dimension and name.
    pub rows: Vec<Row>,
}

/// One person of a purchase case.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Member {
    /// The participant's code.
    pub participant: String,
    /// The role; may be empty.
    pub role: String,
}

/// One theme across the people of a purchase case.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// The dimension.
    pub dimension: Dimension,
    /// The theme's name.
    pub theme: String,
    /// Where each member stands, in their order.
    pub stands: Vec<Stand>,
    /// What they make of it together.
    pub verdict: Concord,
}

named! {
    /// Where one person stands towards one theme.
    Stand ("stand") {
        /// Raised it.
        Raised = "raised",
        /// Contradicted it.
        Contradicted = "contradicted",
        /// Both raised and contradicted it.
        Divided = "divided",
        /// Was asked and did not raise it.
        Silent = "silent",
        /// The dimension was touched, and nothing shows whether it came up.
        Open = "open",
        /// The dimension was never touched.
        NotAsked = "not_asked",
    }
}

named! {
    /// What the people of a purchase case make of a theme together.
    Concord ("concord") {
        /// Everybody raised it.
        Agreed = "agreed",
        /// Some raised it and some contradicted it.
        Conflict = "conflict",
        /// Not everybody spoke of it, and nobody against it.
        OneSided = "one_sided",
    }
}

impl Stand {
    fn of(standing: Standing) -> Stand {
        match standing {
            Standing { raised: true, contradicted: true, .. } => Stand::Divided,
            Standing { raised: true, .. } => Stand::Raised,
            Standing { contradicted: true, .. } => Stand::Contradicted,
            Standing { asked: true, .. } => Stand::Silent,
            Standing { untouched: true, .. } => Stand::NotAsked,
            _ => Stand::Open,
        }
    }
}

impl Concord {
    fn of(stands: &[Stand]) -> Concord {
        let has = |wanted: Stand| stands.contains(&wanted);
        if has(Stand::Divided) || (has(Stand::Raised) && has(Stand::Contradicted)) {
            Concord::Conflict
        } else if stands.iter().all(|it| *it == Stand::Raised) {
            Concord::Agreed
        } else {
            Concord::OneSided
        }
    }
}

/// The purchase cases of these people, with everybody who was interviewed of them, whatever their persona; by label.
pub fn committees(research: &Research, people: &[&Participant]) -> Vec<Committee> {
    let everybody = research.counted_people(None);
    let deals: BTreeSet<Id> = people.iter().filter_map(|person| person.deal).collect();
    let mut committees: Vec<Committee> = deals
        .into_iter()
        .filter_map(|deal| {
            let members: Vec<&Participant> = everybody.iter().filter(|it| it.deal == Some(deal)).copied().collect();
            if members.len() < FEWEST {
                return None;
            }
            let deal = research.deals().get(&deal)?;
            Some(Committee {
                deal: deal.name.clone(),
                outcome: deal.outcome,
                rows: rows(research, &members),
                members: members
                    .iter()
                    .map(|it| Member { participant: it.code.clone(), role: it.role.clone() })
                    .collect(),
            })
        })
        .collect();
    committees.sort_by(|a, b| a.deal.cmp(&b.deal));
    committees
}

fn rows(research: &Research, members: &[&Participant]) -> Vec<Row> {
    let mut rows: Vec<Row> = research
        .themes()
        .values()
        .filter(|theme| theme.dropped.is_none())
        .filter_map(|theme| {
            let standings: Vec<Standing> = members.iter().map(|it| research.standing(theme, it.id)).collect();
            if !standings.iter().any(|it| it.raised || it.contradicted) {
                return None;
            }
            let stands: Vec<Stand> = standings.into_iter().map(Stand::of).collect();
            let verdict = Concord::of(&stands);
            Some(Row { dimension: theme.dimension, theme: theme.name.clone(), stands, verdict })
        })
        .collect();
    rows.sort_by(|a, b| (a.dimension, &a.theme).cmp(&(b.dimension, &b.theme)));
    rows
}

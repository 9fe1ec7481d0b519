//! Evidence: a line as it may stand in a brief or on a map, with its permanent code and revision.
//! What a person did not agree to have quoted is withheld here, at the one door to everything that is printed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::id::Id;
use super::interview::{Note, Voice};
use super::moment::Offset;
use super::named::named;
use super::people::Participant;
use super::research::Research;
use super::theme::{Stance, Theme};

named! {
    /// How well a claim or a cell is borne out. The fifth state, `stale`, needs published versions to compare with.
    State ("state") {
        /// At least [`STRONG_FROM`] people.
        Strong = "strong",
        /// One or two people.
        Thin = "thin",
        /// Nobody: it is only assumed.
        Assumption = "assumption",
        /// Borne out by some and contradicted by too many others to pass over.
        Contradicted = "contradicted",
        /// Drawn from lines that have changed since.
        Stale = "stale",
    }
}

/// From how many people on a claim is strong (`spec/stories.md` 5.3: the threshold is three).
pub const STRONG_FROM: usize = 3;

impl State {
    /// The state by the number of people alone.
    pub fn by_people(people: usize) -> State {
        match people {
            0 => State::Assumption,
            1..STRONG_FROM => State::Thin,
            _ => State::Strong,
        }
    }

    /// Whether a map's assumption debt counts it.
    pub fn is_weak(self) -> bool {
        matches!(self, State::Assumption | State::Contradicted | State::Stale)
    }
}

/// One line under a claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The code, such as `P07-L041`.
    pub note: String,
    /// The revision whose wording this is, from 1.
    pub revision: u32,
    /// The wording; empty where it is withheld.
    pub text: String,
    /// In whose words.
    pub voice: Voice,
    /// The participant's code.
    pub participant: String,
    /// The role in the purchase; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub role: String,
    /// How far into the interview.
    pub at: Option<Offset>,
    /// Marked as worth returning to.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub star: bool,
    /// The wording is withheld: this person did not agree to be quoted.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub withheld: bool,
}

impl Evidence {
    /// The citation with its revision, such as `P07-L041.r1`.
    pub fn cite(&self) -> String {
        format!("{}.r{}", self.note, self.revision)
    }

    /// The evidence that a line of `person` is.
    pub fn of(note: &Note, person: &Participant) -> Evidence {
        let withheld = is_withheld(note, person);
        Evidence {
            note: super::codes::note_code(&person.code, note),
            revision: note.revision(),
            text: if withheld { String::new() } else { note.text.clone() },
            voice: note.voice,
            participant: person.code.clone(),
            role: person.role.clone(),
            at: note.at,
            star: note.star,
            withheld,
        }
    }
}

/// Whether the wording of a line is withheld: it is the person's own, and the person did not agree to be quoted.
pub fn is_withheld(note: &Note, person: &Participant) -> bool {
    note.voice == Voice::Verbatim && !person.consent.quote
}

/// A line with its person and interview date, as the pure readings pass it around.
#[derive(Clone, Copy, Debug)]
pub struct Said<'a> {
    /// The line.
    pub note: &'a Note,
    /// Whose it is.
    pub person: &'a Participant,
    /// For or against, where it stands under a theme.
    pub stance: Stance,
}

impl Research {
    /// The evidence lines of these people under a theme: each person's most telling
    /// one before anybody's second; among them starred first, then verbatim, then the newest, then by code.
    pub fn said_under<'a>(&'a self, theme: &Theme, people: &[&'a Participant]) -> Vec<Said<'a>> {
        let mut said: Vec<(chrono::NaiveDate, Said<'a>)> = self
            .marks_under(theme.id)
            .filter_map(|mark| {
                let note = self.notes().get(&mark.note).filter(|note| note.is_evidence())?;
                let interview = self.interviews().get(&note.interview)?;
                let person = people.iter().find(|person| person.id == interview.participant)?;
                Some((interview.date, Said { note, person, stance: mark.stance }))
            })
            .collect();
        said.sort_by(|(date_a, a), (date_b, b)| {
            let key = |date: &chrono::NaiveDate, said: &Said| {
                (!said.note.star, said.note.voice != Voice::Verbatim, std::cmp::Reverse(*date))
            };
            key(date_a, a)
                .cmp(&key(date_b, b))
                .then_with(|| a.person.code.cmp(&b.person.code))
                .then_with(|| a.note.number.cmp(&b.note.number))
        });
        // Everybody's best line comes before anybody's second, so that the first lines shown are of different people.
        let mut spoken: BTreeMap<Id, usize> = BTreeMap::new();
        let mut turns: Vec<(usize, Said<'a>)> = said
            .into_iter()
            .map(|(_, said)| {
                let turn = spoken.entry(said.person.id).or_default();
                *turn += 1;
                (*turn, said)
            })
            .collect();
        turns.sort_by_key(|(turn, _)| *turn);
        turns.into_iter().map(|(_, said)| said).collect()
    }

    /// The person of a line.
    pub fn person_of(&self, note: &Note) -> Option<&Participant> {
        self.participant_of(note.interview)
    }

    /// The evidence lines of a person, by interview date and then in the order of capture.
    pub fn evidence_of(&self, participant: Id) -> impl Iterator<Item = &Note> + '_ {
        self.interviews_of(participant)
            .into_iter()
            .flat_map(|interview| self.notes_of(interview.id))
            .filter(|note| note.is_evidence())
    }
}

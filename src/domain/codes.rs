//! The codes that people read and cite: `P07-L041` for a line, `P07-L041.r1` for one of its revisions,
//! `P07-E03` for a path event. Numbers are handed out per participant and never used again while the record lives.

use std::fmt;
use std::str::FromStr;

use super::id::Id;
use super::interview::{Interview, Note};
use super::path::PathEvent;
use super::people::Participant;
use super::record::{Key, Kind};
use super::research::Research;

/// A cited line or path event: participant code, number, and a revision where one is meant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Citation {
    /// The participant's code.
    pub participant: String,
    /// Whether it is a path event (`E`) or a line (`L`).
    pub is_event: bool,
    /// The number, from 1.
    pub number: u32,
    /// The revision, from 1; none means the newest.
    pub revision: Option<u32>,
}

/// Says that a text is not a citation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotACitation;

impl fmt::Display for NotACitation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a citation looks like P07-L041, P07-L041.r1 or P07-E03")
    }
}

impl std::error::Error for NotACitation {}

impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_event {
            write!(f, "{}-E{:02}", self.participant, self.number)?;
        } else {
            write!(f, "{}-L{:03}", self.participant, self.number)?;
        }
        self.revision.map_or(Ok(()), |revision| write!(f, ".r{revision}"))
    }
}

impl FromStr for Citation {
    type Err = NotACitation;

    fn from_str(text: &str) -> Result<Citation, NotACitation> {
        let (code, revision) = match text.trim().split_once(".r") {
            Some((code, revision)) => (code, Some(revision.parse().map_err(|_| NotACitation)?)),
            None => (text.trim(), None),
        };
        let (participant, number) = code.rsplit_once('-').ok_or(NotACitation)?;
        let is_event = number.starts_with(['E', 'e']);
        let digits = number.strip_prefix(['L', 'l', 'E', 'e']).ok_or(NotACitation)?;
        let number: u32 = digits.parse().map_err(|_| NotACitation)?;
        if !Participant::is_code(participant) || number == 0 || revision == Some(0) {
            return Err(NotACitation);
        }
        Ok(Citation { participant: participant.to_owned(), is_event, number, revision })
    }
}

/// Resolves to the newest wording of a line.
pub fn note_code(participant: &str, note: &Note) -> String {
    Citation { participant: participant.to_owned(), is_event: false, number: note.number, revision: None }.to_string()
}

impl Research {
    /// The participant of an interview.
    pub fn participant_of(&self, interview: Id) -> Option<&Participant> {
        self.participants().get(&self.interviews().get(&interview)?.participant)
    }

    /// The code of a line, such as `P07-L041`.
    pub fn code_of(&self, note: &Note) -> String {
        let participant = self.participant_of(note.interview).map_or("?", |it| it.code.as_str());
        note_code(participant, note)
    }

    /// The code of a line with its newest revision, such as `P07-L041.r1`.
    pub fn cite(&self, note: &Note) -> String {
        format!("{}.r{}", self.code_of(note), note.revision())
    }

    /// The code of a path event, such as `P07-E03`.
    pub fn code_of_event(&self, event: &PathEvent) -> String {
        let participant = self.participant_of(event.interview).map_or("?", |it| it.code.as_str());
        let participant = participant.to_owned();
        Citation { participant, is_event: true, number: event.number, revision: None }.to_string()
    }

    /// The participant with this code, letter case ignored.
    pub fn participant_by_code(&self, code: &str) -> Option<&Participant> {
        self.participants().values().find(|it| it.code.eq_ignore_ascii_case(code))
    }

    /// The key of what a citation names.
    pub fn resolve(&self, citation: &Citation) -> Option<Key> {
        let participant = self.participant_by_code(&citation.participant)?;
        self.interviews_of(participant.id).into_iter().find_map(|interview: &Interview| {
            if citation.is_event {
                let event = self.path_of(interview.id).into_iter().find(|it| it.number == citation.number)?;
                Some(Key::new(Kind::PathEvent, event.id))
            } else {
                let note = self.notes_of(interview.id).find(|it| it.number == citation.number)?;
                Some(Key::new(Kind::Note, note.id))
            }
        })
    }

    /// The interview in which the line or path event of a citation was told.
    pub fn interview_cited(&self, cite: &str) -> Option<&Interview> {
        let key = self.resolve(&cite.parse().ok()?)?;
        let note = self.notes().get(&key.id).map(|note| note.interview);
        self.interviews().get(&note.or_else(|| Some(self.path_events().get(&key.id)?.interview))?)
    }

    /// The number of the next line of a participant.
    pub fn next_note_number(&self, participant: Id) -> u32 {
        let interviews = self.interviews_of(participant);
        let highest = interviews.iter().flat_map(|it| self.notes_of(it.id)).map(|note| note.number).max();
        highest.unwrap_or(0).saturating_add(1)
    }

    /// The number of the next path event of a participant.
    pub fn next_event_number(&self, participant: Id) -> u32 {
        let interviews = self.interviews_of(participant);
        let highest = interviews.iter().flat_map(|it| self.path_of(it.id)).map(|event| event.number).max();
        highest.unwrap_or(0).saturating_add(1)
    }

    /// The next free code of the form `P01`.
    pub fn next_code(&self) -> String {
        let highest =
            self.participants().values().filter_map(|it| it.code.strip_prefix('P')?.parse::<u32>().ok()).max();
        format!("P{:02}", highest.unwrap_or(0).saturating_add(1))
    }
}

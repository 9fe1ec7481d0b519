//! The echoes that have been told, for as long as their lines can be in sight, and the asking for one when a line has
//! been logged. Whom a line is compared with is told here; what is alike is decided in the library.

use std::collections::{BTreeMap, BTreeSet};

use super::effect::Effect;
use super::world::World;
use crate::domain::{Id, Participant, Research};
use crate::library::{Echo, EchoRequest};

/// So many are kept, the newest.
const MOST: usize = 64;

/// The echoes of the newest lines.
#[derive(Debug, Default)]
pub struct Echoes {
    known: BTreeMap<Id, Echo>,
}

impl Echoes {
    /// Takes one in; ids sort by time, so the first is the oldest.
    pub fn keep(&mut self, echo: Echo) {
        self.known.insert(echo.note, echo);
        while self.known.len() > MOST {
            self.known.pop_first();
        }
    }
}

/// The people with whom what somebody says is compared: those of the same persona who have been heard, or of the
/// whole study where there is no persona yet.
pub fn heard_before(research: &Research, speaker: &Participant) -> BTreeSet<Id> {
    let is_heard = |person: &&Participant| {
        let interviews = research.interviews_of(person.id);
        interviews.iter().any(|interview| research.notes_of(interview.id).any(|note| note.is_evidence()))
    };
    let all = research.participants().values();
    let peers =
        all.filter(|it| it.persona == speaker.persona && speaker.persona.is_some() || speaker.persona.is_none());
    let others = peers.filter(|it| it.id != speaker.id && !it.is_withdrawn());
    others.filter(is_heard).map(|it| it.id).collect()
}

impl World {
    /// Asks how many earlier people said something like a line that was just logged.
    pub fn ask_echo(&mut self, note: Id) {
        let Some(note) = self.research.notes().get(&note).filter(|note| note.is_evidence()) else { return };
        let Some(speaker) = self.research.participant_of(note.interview) else { return };
        let people = heard_before(&self.research, speaker);
        if people.is_empty() {
            return;
        }
        let (note, study, dimension, text) = (note.id, note.study, note.dimension, note.text.clone());
        self.effects.push(Effect::Echo(EchoRequest { note, study, dimension, text, people }));
    }

    /// How many earlier people said something like a line, once that is known.
    pub fn echo_of(&self, note: Id) -> Option<&Echo> {
        self.echoes.known.get(&note)
    }

    /// The same as a sentence, people first.
    pub fn echo_sentence(&self, note: Id) -> Option<String> {
        let echo = self.echo_of(note)?;
        let speaker = self.research.notes().get(&note).and_then(|it| self.research.participant_of(it.interview));
        let of_persona = speaker.is_some_and(|speaker| speaker.persona.is_some());
        Some(match &echo.example {
            Some(example) => {
                let counts =
                    [("people", echo.people.into()), ("of", echo.of.into()), ("example", example.as_str().into())];
                self.say_with("echo-heard", &counts)
            }
            None if of_persona => self.say_with("echo-new-persona", &[("of", echo.of.into())]),
            None => self.say_with("echo-new-study", &[("of", echo.of.into())]),
        })
    }
}

//! The participants and personas of an import: found by code and name, made where they are missing, and completed
//! where the file knows more. What a study already says of somebody is never overwritten.

use std::collections::{BTreeMap, BTreeSet};

use super::notes::FlatNote;
use super::report::PersonTaken;
use crate::domain::{Consent, Id, Participant, Persona, Record, Research, rules};
use crate::mint::Mint;

/// One participant of an import.
#[derive(Clone, Debug)]
pub(super) struct Person {
    pub(super) participant: Participant,
    new: bool,
    changed: bool,
    pub(super) lines: u32,
    next_number: u32,
}

/// Everybody in an import.
#[derive(Debug)]
pub(super) struct People<'a> {
    research: &'a Research,
    study: Id,
    mint: &'a Mint,
    personas: BTreeMap<String, Id>,
    pub(super) new_personas: Vec<Persona>,
    /// By code in capitals.
    people: BTreeMap<String, Person>,
    /// What was already said to differ, by code and reason.
    told: BTreeSet<(String, &'static str)>,
}

impl<'a> People<'a> {
    pub(super) fn of(research: &'a Research, study: Id, mint: &'a Mint) -> People<'a> {
        let personas = research.personas().values().map(|it| (it.name.clone(), it.id)).collect();
        let (new_personas, people, told) = (Vec::new(), BTreeMap::new(), BTreeSet::new());
        People { research, study, mint, personas, new_personas, people, told }
    }

    /// The person of a code, made where there is none; a reason where that cannot be.
    pub(super) fn find(&mut self, code: &str) -> Result<&mut Person, &'static str> {
        let key = code.to_ascii_uppercase();
        if !self.people.contains_key(&key) {
            let person = self.meet(code)?;
            self.people.insert(key.clone(), person);
        }
        self.people.get_mut(&key).ok_or("participant-code")
    }

    fn meet(&self, code: &str) -> Result<Person, &'static str> {
        if !Participant::is_code(code) {
            return Err("participant-code");
        }
        if let Some(known) = self.research.participant_by_code(code) {
            if known.is_withdrawn() {
                return Err("participant-withdrawn");
            }
            let next_number = self.research.next_note_number(known.id);
            return Ok(Person { participant: known.clone(), new: false, changed: false, lines: 0, next_number });
        }
        let participant = Participant {
            id: self.mint.id(),
            study: self.study,
            code: code.to_owned(),
            persona: None,
            deal: None,
            role: String::new(),
            recruited: None,
            outcome: None,
            attributes: BTreeMap::new(),
            consent: Consent::default(),
        };
        Ok(Person { participant, new: true, changed: false, lines: 0, next_number: 1 })
    }

    /// Completes the person of a code by what a row says; the reasons of what differs from the study, once each.
    pub(super) fn learn(&mut self, code: &str, row: &FlatNote, persona: &str) -> Vec<&'static str> {
        let (persona, mut differs) = (self.persona(persona), Vec::new());
        let Ok(person) = self.find(code) else { return differs };
        let before = person.participant.clone();
        let known = &mut person.participant;
        match persona {
            Err(reason) => differs.push(reason),
            Ok(persona) => complete(&mut known.persona, persona, "persona-differs", &mut differs),
        }
        complete(&mut known.outcome, row.outcome, "outcome-differs", &mut differs);
        if known.role.is_empty() {
            known.role.clone_from(&row.role);
        } else if !row.role.is_empty() && row.role != known.role {
            differs.push("role-differs");
        }
        person.changed |= person.participant != before;
        differs.retain(|reason| self.told.insert((code.to_ascii_uppercase(), *reason)));
        differs
    }

    /// The persona of a name, made where there is none; no name is no persona.
    fn persona(&mut self, name: &str) -> Result<Option<Id>, &'static str> {
        if name.is_empty() {
            return Ok(None);
        }
        if let Some(id) = self.personas.get(name) {
            return Ok(Some(*id));
        }
        let persona = Persona::blank((self.mint.id(), self.study), name.to_owned());
        rules::check(&Record::Persona(persona.clone())).map_err(|refusal| refusal.key)?;
        self.personas.insert(persona.name.clone(), persona.id);
        let id = persona.id;
        self.new_personas.push(persona);
        Ok(Some(id))
    }

    /// The records that the import puts: those who are new and have lines, and those who were completed.
    pub(super) fn records(&self) -> impl Iterator<Item = Participant> + '_ {
        let put = self.people.values().filter(|it| if it.new { it.lines > 0 } else { it.changed });
        put.map(|person| person.participant.clone())
    }

    /// The code of somebody in the import.
    pub(super) fn code_of(&self, participant: Id) -> String {
        let person = self.people.values().find(|it| it.participant.id == participant);
        person.map(|it| it.participant.code.clone()).unwrap_or_default()
    }

    /// Everybody with lines, by code.
    pub(super) fn taken(&self) -> Vec<PersonTaken> {
        let taken = self.people.values().filter(|it| it.lines > 0);
        taken.map(|it| PersonTaken { code: it.participant.code.clone(), new: it.new, lines: it.lines }).collect()
    }
}

impl Person {
    /// The number of this person's next line.
    pub(super) fn next_number(&mut self) -> u32 {
        self.lines += 1;
        let number = self.next_number;
        self.next_number += 1;
        number
    }
}

/// Fills what is empty; says where both are there and differ.
fn complete<T: PartialEq>(
    known: &mut Option<T>,
    told: Option<T>,
    reason: &'static str,
    differs: &mut Vec<&'static str>,
) {
    match (&*known, told) {
        (None, told) => *known = told,
        (Some(mine), Some(told)) if *mine != told => differs.push(reason),
        _ => {}
    }
}

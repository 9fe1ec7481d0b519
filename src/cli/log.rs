//! `whybuy log`: opens the live capture of a participant's interview at once. Who or what is missing is added
//! first: the participant under the code, and an interview of today.

use clap::Args;

use super::output::Answer;
use super::records::{fields, naming};
use super::screens;
use super::session::{Open, Session};
use crate::domain::{Consent, Id, Interview, Participant, Persona, Status};
use crate::error::{Error, Result};

/// With whom.
#[derive(Args)]
pub(super) struct Log {
    #[arg(value_name = "PARTICIPANT")]
    participant: String,
    #[arg(long, value_name = "NAME")]
    persona: Option<String>,
}

pub(super) fn run(args: &Log, session: &Session) -> Result<Answer> {
    // What cannot be captured is not planned either.
    screens::ready(session)?;
    let mut open = session.open()?;
    interview(args, &mut open)?;
    let (study, code) = (open.study.id, fields::line(&args.participant));
    drop(open);
    screens::capture(session, study, code)
}

/// The newest interview of this person that is not done, else a new one of today.
fn interview(args: &Log, open: &mut Open) -> Result<Id> {
    let participant = participant(args, open)?;
    if participant.is_withdrawn() {
        return Err(Error::refused("participant-withdrawn").with("participant", &participant.code));
    }
    let going = |it: &&&Interview| it.status != Status::Done;
    if let Some(interview) = open.research.interviews_of(participant.id).iter().rfind(going) {
        return Ok(interview.id);
    }
    let date = open.library.mint().today();
    let id = open.id();
    let interview = Interview::planned_on(date, (id, open.study.id, participant.id));
    open.add("add-interview", &format!("{}/{}", participant.code, interview.label), interview.into())?;
    Ok(id)
}

/// The persona of this name; one that is missing is added, as an import adds it.
fn persona(name: &str, open: &mut Open) -> Result<Id> {
    if let Ok(known) = naming::persona(&open.research, name) {
        return Ok(known.id);
    }
    let name = fields::line(name);
    let (id, study) = (open.id(), open.study.id);
    let new = Persona::blank((id, study), name.clone());
    open.add("add-persona", &name, new.into())?;
    Ok(id)
}

fn participant(args: &Log, open: &mut Open) -> Result<Participant> {
    let persona = args.persona.as_deref().map(|name| persona(name, open)).transpose()?;
    if let Some(known) = open.research.participant_by_code(args.participant.trim()).cloned() {
        if persona.is_none() || persona == known.persona {
            return Ok(known);
        }
        let moved = Participant { persona, ..known };
        open.add("edit-participant", &moved.code, moved.clone().into())?;
        return Ok(moved);
    }
    let new = Participant {
        id: open.id(),
        study: open.study.id,
        code: fields::line(&args.participant),
        persona,
        deal: None,
        role: String::new(),
        recruited: None,
        outcome: None,
        attributes: Default::default(),
        consent: Consent::default(),
    };
    open.add("add-participant", &new.code, new.clone().into())?;
    Ok(new)
}

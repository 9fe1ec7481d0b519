//! `whybuy show`: one line or path event by its code, with its interview, revisions and marks.
//! Where several studies know the code, the study must be named.

use chrono::NaiveDate;
use clap::Args;
use serde::Serialize;

use super::output::{Answer, Output};
use super::page::{Page, Tone};
use super::records::naming;
use super::session::Session;
use crate::domain::{
    Act, Citation, Dimension, Expectation, Interview, Key, Kind, Met, Note, Offset, Participant, PathEvent, Research,
    Stage, Stance, Voice, text,
};
use crate::error::{Error, Result};
use crate::words::Arg;

/// Which line.
#[derive(Args)]
pub(super) struct Show {
    #[arg(value_name = "CODE")]
    code: String,
}

pub(super) fn run(args: &Show, session: &Session) -> Result<Answer> {
    let wrong = |_| Error::usage("not-a-code").with("name", text::clean(&args.code));
    let citation: Citation = args.code.parse().map_err(wrong)?;
    let (research, key) = resolve(&citation, session)?;
    if key.kind == Kind::PathEvent {
        let event = research.path_events().get(&key.id).ok_or_else(|| missing(&citation))?;
        return Answer::of(session, &ShownEvent::of(&research, event, &citation)?);
    }
    let note = research.notes().get(&key.id).ok_or_else(|| missing(&citation))?;
    Answer::of(session, &ShownLine::of(&research, note, &citation)?)
}

fn missing(citation: &Citation) -> Error {
    let kind = if citation.is_event { Kind::PathEvent } else { Kind::Note };
    naming::missing(kind, &citation.to_string())
}

/// The study in which the code names something: the one that was asked for, else the only one that has it.
fn resolve(citation: &Citation, session: &Session) -> Result<(Research, Key)> {
    let library = session.library()?;
    let studies = match session.study.as_deref() {
        Some(name) => vec![library.study(Some(name))?],
        None => library.studies()?,
    };
    let mut found = Vec::new();
    for study in studies {
        let research = library.load(study.id)?;
        if let Some(key) = research.resolve(citation) {
            found.push((research, key));
        }
    }
    match (found.pop(), found.is_empty()) {
        (Some(only), true) => Ok(only),
        (Some(_), false) => Err(Error::usage("code-in-studies").with("name", citation)),
        (None, _) => Err(missing(citation)),
    }
}

/// Whose it is and in which interview; a person who withdrew is not shown.
fn place(research: &Research, interview: crate::domain::Id) -> Result<(&Interview, &Participant)> {
    let interview = research.interviews().get(&interview);
    let found = interview.and_then(|it| Some((it, research.participants().get(&it.participant)?)));
    let (interview, participant) =
        found.ok_or_else(|| Error::refused("needs-missing").with("kind", Kind::Interview))?;
    if participant.is_withdrawn() {
        return Err(Error::refused("participant-withdrawn").with("participant", &participant.code));
    }
    Ok((interview, participant))
}

#[derive(Serialize)]
struct Place {
    study: String,
    participant: String,
    persona: Option<String>,
    role: String,
    interview: String,
    date: String,
    at: Option<Offset>,
}

impl Place {
    fn of(research: &Research, interview: crate::domain::Id, at: Option<Offset>) -> Result<Place> {
        let (interview, participant) = place(research, interview)?;
        let persona = participant.persona.and_then(|id| research.personas().get(&id)).map(|it| it.name.clone());
        Ok(Place {
            study: research.study().map(|it| it.name.clone()).unwrap_or_default(),
            participant: participant.code.clone(),
            persona,
            role: participant.role.clone(),
            interview: interview.label.clone(),
            date: interview.date.to_string(),
            at,
        })
    }

    fn human(&self, page: &mut Page<'_>, label: usize) {
        let who = [Some(self.participant.clone()), self.persona.clone(), Some(self.role.clone())];
        let who: Vec<String> = who.into_iter().flatten().filter(|it| !it.is_empty()).collect();
        let at = self.at.map(|at| at.to_string()).unwrap_or_default();
        let when =
            if self.interview == self.date { self.date.clone() } else { format!("{} {}", self.interview, self.date) };
        for (key, value) in
            [("who", who.join(", ")), ("interview", format!("{when} {at}")), ("study", self.study.clone())]
        {
            page.labelled(&page.say(&format!("cli-head-{key}")), label, value.trim());
        }
    }
}

#[derive(Serialize)]
struct ShownLine {
    note: String,
    revision: u32,
    newest: u32,
    #[serde(flatten)]
    place: Place,
    dimension: Dimension,
    voice: Voice,
    text: String,
    feeling: Option<i8>,
    star: bool,
    stage: Option<Stage>,
    /// Who of a group spoke.
    #[serde(skip_serializing_if = "String::is_empty")]
    initials: String,
    /// The code of the line whose probe it answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    answers: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expectation: Option<Expectation>,
    #[serde(skip_serializing_if = "Option::is_none")]
    met: Option<Met>,
    marks: Vec<Marked>,
    revisions: Vec<Wording>,
}

#[derive(Serialize)]
struct Marked {
    theme: String,
    dimension: Dimension,
    stance: Stance,
}

#[derive(Serialize)]
struct Wording {
    revision: u32,
    voice: Voice,
    text: String,
}

impl ShownLine {
    fn of(research: &Research, note: &Note, citation: &Citation) -> Result<ShownLine> {
        let revision = citation.revision.unwrap_or_else(|| note.revision());
        let (text, voice) = note.wording(revision).ok_or_else(|| missing(citation))?;
        let marks = research.marks_of(note.id).filter_map(|mark| {
            let theme = research.themes().get(&mark.theme)?;
            Some(Marked { theme: theme.name.clone(), dimension: theme.dimension, stance: mark.stance })
        });
        let wording = |revision| {
            let (text, voice) = note.wording(revision)?;
            Some(Wording { revision, voice, text: text.to_owned() })
        };
        Ok(ShownLine {
            note: research.code_of(note),
            revision,
            newest: note.revision(),
            place: Place::of(research, note.interview, note.at)?,
            dimension: note.dimension,
            voice,
            text: text.to_owned(),
            feeling: note.feeling,
            star: note.star,
            stage: note.stage.clone(),
            initials: note.initials.clone(),
            answers: note.answers.and_then(|id| research.notes().get(&id)).map(|note| research.code_of(note)),
            expectation: note.expectation,
            met: note.met,
            marks: marks.collect(),
            revisions: (1..=note.revision()).filter_map(wording).collect(),
        })
    }
}

impl ShownLine {
    /// Who of a group spoke, what was asked before, and what was expected.
    fn answer(&self, page: &mut Page<'_>, label: usize) {
        let expectation = self.expectation.map(|it| page.say(&format!("expectation-{it}")));
        let met = self.met.map(|it| page.say(&format!("met-{it}")));
        let expected: Vec<String> = expectation.into_iter().chain(met).collect();
        let answers = self.answers.clone().unwrap_or_default();
        for (key, value) in
            [("initials", self.initials.clone()), ("answers", answers), ("expectation", expected.join(", "))]
        {
            if !value.is_empty() {
                page.labelled(&page.say(&format!("cli-head-{key}")), label, &value);
            }
        }
    }
}

impl Output for ShownLine {
    const SCHEMA: &'static str = "line";

    fn human(&self, page: &mut Page<'_>) {
        let code = format!("{}.r{}", self.note, self.revision);
        let dimension = page.say(&format!("dimension-{}", self.dimension));
        let voice = page.say(&format!("voice-{}", self.voice));
        let star = if self.star { "  *" } else { "" };
        page.line(&format!("{}  {dimension}  {voice}{star}", page.tone(Tone::Bold, &code)));
        page.labelled("  ", 1, &self.text);
        let label = 10;
        self.place.human(page, label);
        self.answer(page, label);
        for mark in &self.marks {
            let stance = page.say(&format!("stance-{}", mark.stance));
            page.labelled(&page.say("cli-head-theme"), label, &format!("{} ({stance})", mark.theme));
        }
        if self.newest > 1 {
            for wording in &self.revisions {
                let voice = page.say(&format!("voice-{}", wording.voice));
                page.labelled(&format!("r{}", wording.revision), label, &format!("{} ({voice})", wording.text));
            }
        }
        if self.revision < self.newest {
            page.line(&page.say_with("cli-show-newer", &[("revision", Arg::from(self.newest))]));
        }
    }
}

#[derive(Serialize)]
struct ShownEvent {
    event: String,
    #[serde(flatten)]
    place: Place,
    act: Act,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    rep: bool,
    stage: Option<Stage>,
    text: String,
    when: String,
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
    touchpoint: String,
    who: String,
}

impl ShownEvent {
    fn of(research: &Research, event: &PathEvent, citation: &Citation) -> Result<ShownEvent> {
        if citation.revision.is_some_and(|revision| revision > 1) {
            return Err(missing(citation));
        }
        let place = Place::of(research, event.interview, event.at)?;
        let PathEvent { act, rep, stage, text, when, from, until, touchpoint, who, .. } = event.clone();
        let event = research.code_of_event(event);
        Ok(ShownEvent { event, place, act, rep, stage, text, when, from, until, touchpoint, who })
    }
}

impl Output for ShownEvent {
    const SCHEMA: &'static str = "event";

    fn human(&self, page: &mut Page<'_>) {
        let act = if self.rep { page.say("act-rep") } else { page.say(&format!("act-{}", self.act)) };
        let stage = self.stage.as_ref();
        let stage = stage.map(|it| page.words.find(&format!("stage-{it}"), &[]).unwrap_or_else(|| it.to_string()));
        page.line(&format!("{}  {act}  {}", page.tone(Tone::Bold, &self.event), stage.unwrap_or_default()));
        page.labelled("  ", 1, &self.text);
        self.place.human(page, 10);
        for (key, value) in [("when", &self.when), ("touchpoint", &self.touchpoint), ("by", &self.who)] {
            if !value.is_empty() {
                page.labelled(&page.say(&format!("cli-head-{key}")), 10, value);
            }
        }
    }
}

//! What happens in a live interview, as steps: it starts, lines and path events are logged and corrected, the recorder
//! is synced, it is interrupted, it ends. Both front ends capture through these and through nothing else.
//! What a typed line means is in `typed`; what it looks like, and when it is saved, is not known here.

use super::id::Id;
use super::interview::{Gap, GapCause, Interview, Note, Source, Speaker, Status};
use super::moment::{Moment, Offset};
use super::path::{Act, PathEvent};
use super::path_line::{self, PathLine};
use super::people::{Consent, Participant};
use super::record::{Key, Kind, Step};
use super::research::Research;
use super::typed;
use super::{Dimension, Voice};
use crate::error::{Error, Result};

/// Where ids come from.
pub trait Ids {
    /// An id that nothing has yet.
    fn id(&self) -> Id;
}

/// The moment and the source of ids, which a step needs from outside.
pub struct Fresh<'a> {
    /// Now.
    pub now: Moment,
    ids: &'a dyn Ids,
}

impl<'a> Fresh<'a> {
    /// Now, and where ids come from.
    pub fn new(now: Moment, ids: &'a dyn Ids) -> Fresh<'a> {
        Fresh { now, ids }
    }

    /// An id that nothing has yet.
    pub fn id(&self) -> Id {
        self.ids.id()
    }
}

/// What is settled about the next line before it is read.
#[derive(Clone, Debug, PartialEq)]
pub struct Setting {
    /// Where it goes.
    pub dimension: Dimension,
    /// How the buyer felt.
    pub feeling: Option<i8>,
    /// Worth returning to.
    pub star: bool,
    /// Who of a group speaks; empty where one person speaks.
    pub initials: String,
    /// The line whose probe it answers.
    pub answers: Option<Id>,
}

impl Default for Setting {
    fn default() -> Setting {
        Setting { dimension: Dimension::Unsorted, feeling: None, star: false, initials: String::new(), answers: None }
    }
}

/// What a typed line became.
#[derive(Clone, Debug, PartialEq)]
pub enum Logged {
    /// A new line.
    Line(Id, Step),
    /// Nothing but `#names`: the last line gets these themes.
    Mark(Step),
    /// The names cannot be given, because the last line has no dimension yet, or there is none.
    Nothing,
}

/// The interview to go on with: the running one, else the next planned one; none where a new one is to be planned.
pub fn interview_of(research: &Research, person: Id) -> Option<Id> {
    let interviews = research.interviews_of(person);
    let of = |status| interviews.iter().rev().find(|it| it.status == status).map(|it| it.id);
    of(Status::Running).or_else(|| of(Status::Planned))
}

/// A participant of this code who is not known otherwise yet.
pub fn new_person(research: &Research, code: &str, fresh: &Fresh<'_>) -> Option<(Id, Step)> {
    let study = research.study()?.id;
    let person = Participant {
        id: fresh.id(),
        study,
        code: code.trim().to_uppercase(),
        persona: None,
        deal: None,
        role: String::new(),
        recruited: None,
        outcome: None,
        attributes: Default::default(),
        consent: Consent::default(),
    };
    Some((person.id, Step::new(study, "new-participant", person.code.clone()).put(person)))
}

/// The first code of the form `P07` that nobody of the study has, counting on from the greatest.
pub fn next_code(research: &Research) -> String {
    let numbers = research.participants().values().filter_map(|it| it.code.strip_prefix('P')?.parse::<u32>().ok());
    format!("P{:02}", numbers.max().unwrap_or(0).saturating_add(1))
}

/// An interview with a participant, planned for the day of `fresh`.
pub fn new_interview(research: &Research, person: Id, fresh: &Fresh<'_>) -> Option<(Id, Step)> {
    let study = research.study()?.id;
    let code = research.participants().get(&person)?.code.clone();
    let id = fresh.id();
    let interview = Interview::planned_on(fresh.now.date(), (id, study, person));
    Some((id, Step::new(study, "new-interview", code).put(interview)))
}

/// The interview begins now, whatever day it was planned for; a label that only named that day follows. None where it
/// has begun already.
pub fn start(research: &Research, interview: Id, now: Moment) -> Option<Step> {
    let known = research.interviews().get(&interview).filter(|it| it.status == Status::Planned)?.clone();
    let date = now.date();
    let label = if known.label == known.date.to_string() { date.to_string() } else { known.label.clone() };
    let started = Interview { status: Status::Running, started: Some(now), date, label, ..known };
    Some(Step::new(started.study, "start-interview", code_of(research, interview)).put(started))
}

/// The recorder was started now: this is offset 00:00:00.
pub fn sync(research: &Research, interview: Id, now: Moment) -> Option<Step> {
    let known = research.interviews().get(&interview)?.clone();
    let synced = Interview { recorder: Some(now), ..known };
    Some(Step::new(synced.study, "start-recorder", code_of(research, interview)).put(synced))
}

/// The interview ends now.
pub fn finish(research: &Research, interview: Id, now: Moment) -> Option<Step> {
    let known = research.interviews().get(&interview)?.clone();
    let ended = Interview { status: Status::Done, ended: Some(now), ..known };
    Some(Step::new(ended.study, "end-interview", code_of(research, interview)).put(ended))
}

/// What was captured is so many seconds later (or, where negative, earlier) in the recording: every offset moves, and
/// so does the zero of the clock, so that lines to come agree. No offset falls below zero.
pub fn shift(research: &Research, interview: Id, seconds: i64) -> Option<Step> {
    let known = research.interviews().get(&interview)?.clone();
    let moved = |at: Option<Offset>| at.map(|at| Offset::from_seconds(i64::from(at.seconds()) + seconds));
    let mut step = Step::new(known.study, "shift-offsets", code_of(research, interview));
    for note in research.notes_of(interview).filter(|note| note.at.is_some()) {
        step = step.put(Note { at: moved(note.at), ..note.clone() });
    }
    for event in research.path_of(interview).into_iter().filter(|event| event.at.is_some()) {
        step = step.put(PathEvent { at: moved(event.at), ..event.clone() });
    }
    if let Some(zero) = known.zero() {
        step = step.put(Interview { recorder: Some(zero.plus_seconds(-seconds)), ..known });
    }
    Some(step)
}

/// Nothing could be captured between these moments. None where that is no time at all.
pub fn interrupt(
    research: &Research,
    interview: Id,
    (from, cause): (Moment, GapCause),
    fresh: &Fresh<'_>,
) -> Option<Step> {
    let known = research.interviews().get(&interview)?;
    let gap = Gap { id: fresh.id(), study: known.study, interview, from, until: fresh.now, cause };
    (gap.seconds() > 0).then(|| Step::new(known.study, "note-gap", code_of(research, interview)).put(gap))
}

/// Whether several people speak: then a line may begin with the initials of who does, as in `JY: too late`.
pub fn is_group(interview: &Interview) -> bool {
    interview.source == Source::Workshop
}

/// The interview becomes a group session, or a conversation again.
pub fn toggle_group(research: &Research, interview: Id) -> Option<Step> {
    let known = research.interviews().get(&interview)?.clone();
    let source = if is_group(&known) { Source::Interview } else { Source::Workshop };
    let step = Step::new(known.study, "change-source", code_of(research, interview));
    Some(step.put(Interview { source, ..known }))
}

/// The participant has agreed aloud, now: taking part and being quoted, and being recorded where a recorder runs.
/// Whatever was agreed before stays agreed.
pub fn agree(research: &Research, interview: Id, now: Moment) -> Option<Step> {
    let person = research.participant_of(interview)?.clone();
    let is_recorded = research.interviews().get(&interview).is_some_and(|it| it.recorder.is_some());
    let before = person.consent.clone();
    let consent = Consent {
        participate: true,
        quote: true,
        record: before.record || is_recorded,
        verbal: true,
        given: Some(before.given.unwrap_or(now)),
        ..before
    };
    let about = person.code.clone();
    Some(Step::new(person.study, "note-consent", about).put(Participant { consent, ..person }))
}

/// The interview that lines go into.
///
/// # Errors
///
/// Where it is gone, or its participant has withdrawn: nothing more is taken in of them.
pub fn open(research: &Research, interview: Id) -> Result<&Interview> {
    let known = research.interviews().get(&interview).ok_or_else(|| Error::refused("interview-gone"))?;
    if research.participant_of(interview).is_some_and(Participant::is_withdrawn) {
        let code = code_of(research, interview);
        return Err(Error::refused("participant-withdrawn").with("participant", code));
    }
    Ok(known)
}

/// Reads a typed line and logs it; a line of nothing but `#names` marks `last` instead.
///
/// # Errors
///
/// As [`open`].
pub fn log_line(
    research: &Research,
    interview: Id,
    (typed, setting): (&str, &Setting),
    last: Option<Id>,
    fresh: &Fresh<'_>,
) -> Result<Logged> {
    let known = open(research, interview)?;
    let place = research.place_of_answer(interview, setting.dimension);
    let may_create = place.0 != Dimension::Unsorted || typed.starts_with('#');
    let read = typed::read(typed, research, may_create);
    if read.text.is_empty() {
        return Ok(mark_last(research, &read.themes, last, fresh));
    }
    let (dimension, stage) = if read.voice.is_evidence() { place } else { (setting.dimension, None) };
    let number = research.next_note_number(known.participant);
    let note = Note {
        at: known.offset_at(fresh.now),
        dimension,
        stage,
        voice: read.voice,
        feeling: setting.feeling,
        star: setting.star,
        initials: setting.initials.clone(),
        answers: setting.answers.filter(|_| read.voice.is_evidence()),
        ..Note::blank((fresh.id(), known.study, known.id), number, read.text, fresh.now)
    };
    let about = format!("{}-L{:03}", code_of(research, interview), note.number);
    let marks = typed::marks(research, &read.themes, &note, fresh);
    let id = note.id;
    let mut step = Step::new(note.study, "log-line", about).put(note);
    step.edits.extend(marks);
    Ok(Logged::Line(id, step))
}

fn mark_last(research: &Research, themes: &[String], last: Option<Id>, fresh: &Fresh<'_>) -> Logged {
    let Some(note) = last.and_then(|id| research.notes().get(&id)) else { return Logged::Nothing };
    let mut step = Step::new(note.study, "mark-theme", research.code_of(note));
    step.edits = typed::marks(research, themes, note, fresh);
    if step.edits.is_empty() && note.dimension == Dimension::Unsorted {
        return Logged::Nothing;
    }
    Logged::Mark(step)
}

/// One line that comes from elsewhere into a running interview.
#[derive(Clone, Debug, PartialEq)]
pub struct Foreign {
    /// How far into the interview, if that is known.
    pub at: Option<Offset>,
    /// Who spoke.
    pub speaker: Speaker,
    /// In whose words.
    pub voice: Voice,
    /// The wording, clean and in one line.
    pub text: String,
}

/// Takes lines over from elsewhere (a pasted chat or transcript), unsorted, as one step.
///
/// # Errors
///
/// As [`open`].
pub fn take_over(research: &Research, interview: Id, lines: &[Foreign], fresh: &Fresh<'_>) -> Result<Step> {
    let known = open(research, interview)?;
    let first = research.next_note_number(known.participant);
    let mut step = Step::new(known.study, "import-paste", code_of(research, interview));
    for (number, line) in (first..).zip(lines) {
        step = step.put(Note {
            at: line.at,
            speaker: line.speaker,
            voice: line.voice,
            ..Note::blank((fresh.id(), known.study, known.id), number, line.text.clone(), fresh.now)
        });
    }
    Ok(step)
}

/// Reads a typed path event and logs it behind the others.
///
/// # Errors
///
/// As [`open`].
pub fn log_event(research: &Research, interview: Id, typed: &str, fresh: &Fresh<'_>) -> Result<(Id, Step)> {
    let known = open(research, interview)?;
    let path = research.path_of(interview);
    let position = path.last().map_or(0, |event| event.position) + 1;
    let previous = path_line::days_before(&path, position);
    let event = PathEvent {
        id: fresh.id(),
        study: known.study,
        interview,
        number: research.next_event_number(known.participant),
        position,
        stage: None,
        act: Act::Action,
        rep: false,
        text: String::new(),
        when: String::new(),
        from: None,
        until: None,
        touchpoint: String::new(),
        who: String::new(),
        at: known.offset_at(fresh.now),
        logged: fresh.now,
    };
    let event = path_line::read(typed).onto(&event, known.date, previous);
    let about = format!("{}-E{:02}", code_of(research, interview), event.number);
    Ok((event.id, Step::new(event.study, "log-event", about).put(event)))
}

/// An entry as it would be typed, with its dimension; a path event has none.
pub fn as_typed(research: &Research, key: Key) -> Option<(String, Option<Dimension>)> {
    if key.kind == Kind::PathEvent {
        let event = research.path_events().get(&key.id)?;
        return Some((path_line::write(&PathLine::of(event)), None));
    }
    let note = research.notes().get(&key.id)?;
    Some((typed::write(note.voice, &note.text), Some(note.dimension)))
}

/// The step that corrects an entry to what is typed now; without edits where nothing differs, none where nothing is
/// left of it.
pub fn revise(
    research: &Research,
    (key, to): (Key, Option<Dimension>),
    typed: &str,
    fresh: &Fresh<'_>,
) -> Option<Step> {
    match key.kind {
        Kind::PathEvent => revise_event(research, key.id, typed),
        _ => revise_note(research, (key.id, to), typed, fresh),
    }
}

fn revise_note(research: &Research, (id, to): (Id, Option<Dimension>), typed: &str, fresh: &Fresh<'_>) -> Option<Step> {
    let note = research.notes().get(&id)?;
    let to = to.unwrap_or(note.dimension);
    let line = typed::read(typed, research, to != Dimension::Unsorted);
    if line.text.is_empty() {
        return None;
    }
    let mut revised = note.revised(&line.text, line.voice, fresh.now);
    revised.dimension = to;
    let step = Step::new(note.study, "correct-line", research.code_of(note));
    let themes = typed::marks(research, &line.themes, &revised, fresh);
    if revised == *note && themes.is_empty() {
        return Some(step);
    }
    let mut step = step.put(revised);
    step.edits.extend(themes);
    Some(step)
}

fn revise_event(research: &Research, id: Id, typed: &str) -> Option<Step> {
    let event = research.path_events().get(&id)?;
    let line = path_line::read(typed).keeping(&path_line::PathLine::of(event));
    if line.text.is_empty() {
        return None;
    }
    let as_of = research.interviews().get(&event.interview)?.date;
    let previous = path_line::days_before(&research.path_of(event.interview), event.position);
    let revised = line.onto(event, as_of, previous);
    let step = Step::new(event.study, "correct-event", research.code_of_event(event));
    Some(if revised == *event { step } else { step.put(revised) })
}

/// The follow-ups of an interview that are still owed, oldest first.
pub fn owed(research: &Research, interview: Id) -> Vec<&Note> {
    research.notes_of(interview).filter(|note| note.voice == Voice::Owed).collect()
}

/// The code of the participant of an interview.
pub fn code_of(research: &Research, interview: Id) -> String {
    research.participant_of(interview).map_or_else(String::new, |person| person.code.clone())
}

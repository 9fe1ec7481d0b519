//! A new interview: planned, with a date, with one participant. And what only interviews have: times that can be
//! shifted, interruptions, several speakers. What every kind shares of its verbs lives in `records`.

use std::collections::BTreeMap;

use clap::builder::PossibleValuesParser;
use clap::{Args, Subcommand};
use serde::Serialize;

use super::{Verb, fields, naming};
use crate::cli::output::{Answer, Output};
use crate::cli::page::Page;
use crate::cli::session::{Open, Session};
use crate::domain::{GapCause, Id, Interview, Kind, Moment, Offset, Record, Research, Source, Status, live, text};
use crate::error::{Error, Result};
use crate::words::Arg;

/// What can be done with interviews.
#[derive(Subcommand)]
pub enum Interviews {
    #[command(flatten)]
    Any(Verb<New>),
    Shift(Shift),
}

/// Which interview, and by how much.
#[derive(Args)]
pub struct Shift {
    #[arg(value_name = "INTERVIEW")]
    interview: String,
    #[arg(value_name = "OFFSET", allow_hyphen_values = true)]
    by: String,
}

/// Does a verb on interviews.
pub fn run(interviews: &Interviews, session: &Session) -> Result<Answer> {
    match interviews {
        Interviews::Any(verb) => super::run(verb, session),
        Interviews::Shift(shift) => move_offsets(shift, session),
    }
}

/// Moves every offset of an interview, as one step.
fn move_offsets(shift: &Shift, session: &Session) -> Result<Answer> {
    let mut open = session.open()?;
    let interview = naming::interview(&open.research, &shift.interview)?.clone();
    let seconds = seconds(&shift.by)?;
    let step = live::shift(&open.research, interview.id, seconds);
    let mut lines = 0;
    if let Some(step) = step.filter(|step| !step.edits.is_empty()) {
        let is_entry = |kind: Kind| matches!(kind, Kind::Note | Kind::PathEvent);
        lines = step.edits.iter().filter(|edit| is_entry(edit.key().kind)).count();
        open.save(step)?;
    }
    let name = naming::name_with(&open.research, &interview.into());
    Answer::of(session, &Shifted { interview: name, seconds, lines })
}

/// So many seconds out of `+30`, `-1:10`, `00:01:10`: later in the recording, or earlier with a minus.
fn seconds(typed: &str) -> Result<i64> {
    let wrong = || Error::usage("not-a-shift").with("value", text::clean(typed));
    let typed = typed.trim();
    let (sign, amount) = match typed.strip_prefix(['-', '−']) {
        Some(amount) => (-1, amount),
        None => (1, typed.strip_prefix('+').unwrap_or(typed)),
    };
    let whole = match amount.contains(':') {
        true => amount.parse::<Offset>().map_err(|_| wrong())?.seconds(),
        false => amount.parse::<u32>().map_err(|_| wrong())?,
    };
    if whole == 0 || whole > Offset::MAX.seconds() { Err(wrong()) } else { Ok(sign * i64::from(whole)) }
}

#[derive(Serialize)]
struct Shifted {
    interview: String,
    seconds: i64,
    lines: usize,
}

impl Output for Shifted {
    const SCHEMA: &'static str = "shifted";

    fn human(&self, page: &mut Page<'_>) {
        let sign = if self.seconds < 0 { '-' } else { '+' };
        let by = format!("{sign}{}", Offset::from_seconds(self.seconds.abs()));
        let args = [("name", Arg::from(&self.interview)), ("by", Arg::from(&by)), ("count", Arg::from(self.lines))];
        page.line(&page.say_with("cli-shifted", &args));
    }
}

/// What is told of an interview besides its fields.
#[derive(Default, Serialize)]
pub struct Course {
    /// When nothing could be captured.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    interruptions: Vec<Interruption>,
    /// The lines of each speaker of a group, by initials.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    speakers: BTreeMap<String, usize>,
}

#[derive(Serialize)]
struct Interruption {
    from: Moment,
    until: Moment,
    seconds: i64,
    cause: GapCause,
}

impl Course {
    /// The course of an interview; that of somebody who withdrew is not told.
    pub fn of(research: &Research, interview: Id) -> Course {
        if research.participant_of(interview).is_none_or(|person| person.is_withdrawn()) {
            return Course::default();
        }
        let gaps = research.gaps_of(interview);
        let interruptions = gaps.map(|gap| {
            let (from, until, cause) = (gap.from, gap.until, gap.cause);
            Interruption { from, until, seconds: gap.seconds(), cause }
        });
        let mut speakers = BTreeMap::new();
        for note in research.notes_of(interview).filter(|note| !note.initials.is_empty()) {
            *speakers.entry(note.initials.clone()).or_default() += 1;
        }
        Course { interruptions: interruptions.collect(), speakers }
    }

    /// The rows of the page: a key of the head, and what stands beside it.
    pub fn rows(&self, page: &Page<'_>) -> Vec<(&'static str, String)> {
        let told = self.interruptions.iter().map(|it| {
            let long = Offset::from_seconds(it.seconds).to_string();
            let from = page.words.day_time(it.from.local());
            let why = page.say_with(&format!("gap-{}", it.cause), &[("long", Arg::from(&long))]);
            ("interruption", format!("{from}: {why}"))
        });
        let speakers: Vec<String> = self.speakers.iter().map(|(name, lines)| format!("{name} {lines}")).collect();
        let speakers = Some(speakers.join(", ")).filter(|told| !told.is_empty());
        told.chain(speakers.map(|told| ("speakers", told))).collect()
    }
}

/// What a new interview needs; the date is today where none is given, and the label is the date.
#[derive(Args)]
pub struct New {
    #[arg(value_name = "PARTICIPANT")]
    participant: String,
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
    #[arg(long, value_name = "TEXT")]
    label: Option<String>,
    #[arg(long, value_name = "SOURCE", value_parser = PossibleValuesParser::new(Source::NAMES))]
    source: Option<String>,
    #[arg(long, value_name = "MOMENT")]
    planned: Option<String>,
}

impl super::New for New {
    const KIND: Kind = Kind::Interview;

    fn record(&self, open: &Open) -> Result<Record> {
        let planned = self.planned.as_deref().map(moment).transpose()?;
        let today = || planned.map_or_else(|| open.library.mint().today(), Moment::date);
        let date = self.date.as_deref().map(fields::date).transpose()?.unwrap_or_else(today);
        let label = self.label.as_deref().map_or_else(|| date.to_string(), fields::line);
        Ok(Record::Interview(Interview {
            id: open.id(),
            study: open.study.id,
            participant: naming::participant(&open.research, &self.participant)?.id,
            label,
            date,
            source: fields::named(self.source.as_deref()).unwrap_or(Source::Interview),
            status: Status::Planned,
            planned,
            started: None,
            recorder: None,
            ended: None,
            sorted: None,
        }))
    }
}

fn moment(typed: &str) -> Result<Moment> {
    typed.parse().map_err(|_| Error::usage("not-a-moment").with("value", text::clean(typed)))
}

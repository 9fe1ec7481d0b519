//! `journey write`, `remove`, `comment`, `fork`, `rename-touchpoint`: what people put into a journey themselves. An
//! entry is named by its stage, its lane and its words.

use clap::Args;
use clap::builder::PossibleValuesParser;
use serde::Serialize;

use super::{Whose, fresh, kept, kept_or_begun, save};
use crate::cli::output::{Answer, Output};
use crate::cli::page::Page;
use crate::cli::records::{fields, naming};
use crate::cli::session::{Open, Session, author};
use crate::domain::journey::{
    Actual, Content, Entry, Facts, Holding, Journey, Lane, Layer, Observed, map, name, steps,
};
use crate::domain::judgement::initials;
use crate::domain::{Expectation, Kind, Met, Stage, text};
use crate::error::{Error, Result};
use crate::words::Arg;

/// Where an entry stands.
#[derive(Args)]
struct Place {
    #[command(flatten)]
    whose: Whose,
    #[arg(long, value_name = "STAGE")]
    stage: String,
    #[arg(long, value_name = "LANE")]
    lane: String,
}

/// What is written, and where.
#[derive(Args)]
pub(super) struct Write {
    #[command(flatten)]
    place: Place,
    #[arg(value_name = "TEXT")]
    text: String,
    #[arg(long, value_name = "TEXT")]
    instead: Option<String>,
    #[arg(long, value_name = "LINE")]
    evidence: Vec<String>,
    #[command(flatten)]
    said: Said,
}

/// What a lane asks for besides.
#[derive(Args)]
struct Said {
    #[arg(long, value_name = "TEXT")]
    experience: Option<String>,
    #[arg(long, value_name = "CONTENT", value_parser = PossibleValuesParser::new(Content::NAMES))]
    content: Option<String>,
    #[arg(long, value_name = "TEXT")]
    answers: Option<String>,
    #[arg(long, value_name = "LAYER", value_parser = PossibleValuesParser::new(Layer::NAMES))]
    layer: Option<String>,
    #[arg(long, value_name = "FEELING", allow_negative_numbers = true)]
    feeling: Option<i8>,
    #[arg(long, value_name = "EXPECTATION", value_parser = PossibleValuesParser::new(Expectation::NAMES))]
    expectation: Option<String>,
    #[arg(long, value_name = "MET", value_parser = PossibleValuesParser::new(Met::NAMES))]
    met: Option<String>,
    #[arg(long, value_name = "OBSERVED", value_parser = PossibleValuesParser::new(Observed::NAMES))]
    observed: Option<String>,
    #[arg(long, value_name = "TEXT")]
    when: Option<String>,
    #[arg(long, value_name = "ROLE")]
    decides: Vec<String>,
    #[arg(long, value_name = "STAGE")]
    to: Option<String>,
    #[arg(long, value_name = "NAME")]
    owner: Option<String>,
    #[arg(long, value_name = "NUMBER")]
    severity: Option<u32>,
    #[arg(long, value_name = "DATE")]
    closed: Option<String>,
    #[arg(long, value_name = "HOLDING", value_parser = PossibleValuesParser::new(Holding::NAMES))]
    holding: Option<String>,
    #[arg(long, value_name = "NUMBER")]
    cost: Option<u32>,
    #[arg(long, value_name = "UNIT")]
    unit: Option<String>,
    #[arg(long, value_name = "NUMBER")]
    target: Option<f64>,
    #[arg(long, value_name = "DATE=NUMBER")]
    actual: Vec<String>,
    #[arg(long)]
    moment: bool,
}

/// Which entry.
#[derive(Args)]
pub(super) struct Remove {
    #[command(flatten)]
    place: Place,
    #[arg(value_name = "TEXT")]
    text: String,
}

/// A remark on an entry.
#[derive(Args)]
pub(super) struct Comment {
    #[command(flatten)]
    place: Place,
    #[arg(value_name = "TEXT")]
    text: String,
    #[arg(long, value_name = "TEXT", required_unless_present = "resolve")]
    say: Option<String>,
    #[arg(long)]
    resolve: bool,
}

/// For whom a journey is forked.
#[derive(Args)]
pub(super) struct Fork {
    #[command(flatten)]
    whose: Whose,
    #[arg(long, value_name = "NAME")]
    into: String,
}

/// What a touchpoint is called from now on.
#[derive(Args)]
pub(super) struct Rename {
    #[arg(value_name = "NAME")]
    from: String,
    #[arg(value_name = "NAME")]
    to: String,
}

pub(super) fn write(args: &Write, session: &Session) -> Result<Answer> {
    let mut open = session.open()?;
    let journey = kept_or_begun(&open, &args.place.whose)?;
    let (stage, lane) = args.place.at(&journey)?;
    let by = initials(&author());
    let step = {
        let fresh = fresh(&open);
        let before = match &args.instead {
            Some(text) => entry(&open, &journey, (&stage, lane), text)?,
            None => steps::blank_entry(&journey, stage, lane, (&by, &fresh)),
        };
        let facts = args.said.over(before.facts.clone(), &journey)?;
        let mut entry = Entry { text: args.text.clone(), facts, ..before };
        for code in &args.evidence {
            entry = entry.resting_on(naming::note(&open.research, code)?.id);
        }
        steps::written(&open.research, &journey, entry, (&by, &fresh))?
    };
    let done = save(&mut open, step)?;
    told(session, &open, &journey, done)
}

pub(super) fn remove(args: &Remove, session: &Session) -> Result<Answer> {
    let mut open = session.open()?;
    let journey = kept(&open, &args.place.whose)?;
    let (stage, lane) = args.place.at(&journey)?;
    let entry = entry(&open, &journey, (&stage, lane), &args.text)?.id;
    let step = steps::removed(&open.research, entry);
    let done = save(&mut open, step)?;
    told(session, &open, &journey, done)
}

pub(super) fn comment(args: &Comment, session: &Session) -> Result<Answer> {
    let mut open = session.open()?;
    let journey = kept(&open, &args.place.whose)?;
    let (stage, lane) = args.place.at(&journey)?;
    let entry = entry(&open, &journey, (&stage, lane), &args.text)?.id;
    let by = initials(&author());
    let step = match &args.say {
        Some(words) => steps::commented(&open.research, entry, words, (&by, &fresh(&open))),
        None => steps::resolved(&open.research, entry, &fresh(&open)),
    };
    let done = save(&mut open, step)?;
    told(session, &open, &journey, done)
}

pub(super) fn fork(args: &Fork, session: &Session) -> Result<Answer> {
    let mut open = session.open()?;
    let journey = kept(&open, &args.whose)?;
    let by = initials(&author());
    let forked = steps::forked(&open.research, journey.id, &args.into, (&by, &fresh(&open)));
    let (id, step) = forked.ok_or_else(|| super::missing(&open, journey.persona, &args.whose.which))?;
    let done = save(&mut open, Some(step))?;
    let fork = open.research.journeys().get(&id).cloned().unwrap_or(journey);
    told(session, &open, &fork, done)
}

pub(super) fn rename(args: &Rename, session: &Session) -> Result<Answer> {
    let mut open = session.open()?;
    let step = crate::domain::journey::renamed_touchpoint(&open.research, &fields::line(&args.from), &args.to);
    let step = step.ok_or_else(|| {
        Error::not_found("no-record").with("kind", "touchpoint").with("name", text::clean(&args.from))
    })?;
    let changed = step.edits.len();
    save(&mut open, Some(step))?;
    Answer::of(session, &Renamed { touchpoint: fields::line(&args.to), changed })
}

pub(super) fn told(session: &Session, open: &Open, journey: &Journey, done: bool) -> Result<Answer> {
    let kept = open.research.journeys().get(&journey.id).unwrap_or(journey);
    let entries = map::entries_of(&open.research, journey.id).count();
    Answer::of(session, &Written { journey: name(&open.research, kept), done, entries })
}

impl Place {
    fn at(&self, journey: &Journey) -> Result<(Stage, Lane)> {
        Ok((stage(journey, &self.stage)?, lane(journey, &self.lane)?))
    }
}

/// The stage of a journey that a key, a number or its own name means.
pub(super) fn stage(journey: &Journey, typed: &str) -> Result<Stage> {
    let typed = text::trim_line(typed);
    let number = typed.parse::<usize>().ok().and_then(|at| journey.stages.get(at));
    let named = || journey.stages.iter().find(|card| card.stage.key() == typed || card.name == typed);
    let found = number.or_else(named).map(|card| card.stage.clone());
    found.ok_or_else(|| Error::refused("stage-missing").with("stage", typed))
}

/// The lane of a journey that a key or its own name means.
pub(super) fn lane(journey: &Journey, typed: &str) -> Result<Lane> {
    let typed = text::trim_line(typed);
    let own = journey.lanes.iter().find(|row| !row.name.is_empty() && row.name == typed).map(|row| row.lane);
    let missing = || Error::usage("no-lane").with("lane", &*typed).with("lanes", Lane::NAMES.join(", "));
    own.or_else(|| typed.parse().ok()).ok_or_else(missing)
}

/// The entry of these words at a place.
fn entry(open: &Open, journey: &Journey, (stage, lane): (&Stage, Lane), typed: &str) -> Result<Entry> {
    let typed = fields::line(typed);
    let is_it = |it: &&Entry| {
        let is_blank = it.text.is_empty() && it.facts.answers == typed;
        it.stage == *stage && it.lane == lane && (it.text == typed || is_blank)
    };
    let found = map::entries_of(&open.research, journey.id).find(is_it).cloned();
    found.ok_or_else(|| naming::missing(Kind::Entry, &typed))
}

impl Said {
    /// What is said, over what was said before.
    fn over(&self, before: Facts, journey: &Journey) -> Result<Facts> {
        let line = |new: &Option<String>, old: String| new.as_deref().map_or(old, fields::line);
        let mut actuals = before.actuals.clone();
        for pair in &self.actual {
            let (date, value) = pair.split_once('=').ok_or_else(|| Error::usage("not-a-measurement"))?;
            let value = value.trim().parse().map_err(|_| Error::usage("not-a-measurement"))?;
            let date = fields::date(date)?;
            actuals.retain(|it| it.date != date);
            actuals.push(Actual { date, value });
        }
        actuals.sort_by_key(|it| it.date);
        let to = self.to.as_deref().map(|typed| stage(journey, typed)).transpose()?;
        let closed = self.closed.as_deref().map(fields::date).transpose()?;
        let decides = self.decides.iter().map(|role| fields::line(role)).collect::<Vec<_>>();
        Ok(Facts {
            experience: line(&self.experience, before.experience),
            content: fields::named(self.content.as_deref()).or(before.content),
            answers: line(&self.answers, before.answers),
            layer: fields::named(self.layer.as_deref()).or(before.layer),
            feeling: self.feeling.or(before.feeling),
            expectation: fields::named(self.expectation.as_deref()).or(before.expectation),
            met: fields::named(self.met.as_deref()).or(before.met),
            observed: fields::named(self.observed.as_deref()).or(before.observed),
            when: line(&self.when, before.when),
            decides: if decides.is_empty() { before.decides } else { decides },
            to: to.or(before.to),
            owner: line(&self.owner, before.owner),
            severity: self.severity.or(before.severity),
            closed: closed.or(before.closed),
            holding: fields::named(self.holding.as_deref()).or(before.holding),
            cost: self.cost.or(before.cost),
            unit: line(&self.unit, before.unit),
            target: self.target.or(before.target),
            actuals,
            moment: self.moment || before.moment,
        })
    }
}

/// What was written.
#[derive(Serialize)]
struct Written {
    journey: String,
    done: bool,
    entries: usize,
}

impl Output for Written {
    const SCHEMA: &'static str = "journey_written";

    fn human(&self, page: &mut Page<'_>) {
        let key = if self.done { "cli-journey-written" } else { "cli-journey-unchanged" };
        page.line(&page.say_with(key, &[("journey", Arg::from(&self.journey)), ("entries", self.entries.into())]));
    }
}

/// What a touchpoint is called now.
#[derive(Serialize)]
struct Renamed {
    touchpoint: String,
    changed: usize,
}

impl Output for Renamed {
    const SCHEMA: &'static str = "touchpoint_renamed";

    fn human(&self, page: &mut Page<'_>) {
        let args = [("name", Arg::from(&self.touchpoint)), ("count", self.changed.into())];
        page.line(&page.say_with("cli-journey-touchpoint-renamed", &args));
    }
}

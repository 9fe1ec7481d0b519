//! `journey seed`, `accept`, `refuse`: what the evidence would change in a journey, numbered, and what a person decides
//! about it. Nothing enters the map by itself.

use std::collections::BTreeSet;

use clap::Args;
use serde::Serialize;

use super::{Whose, fresh, kept_or_begun, save};
use crate::cli::output::{Answer, Output};
use crate::cli::page::{Page, Table};
use crate::cli::session::{Open, Session, author};
use crate::domain::Stage;
use crate::domain::journey::merge::{Change, ChangeKind, changes};
use crate::domain::journey::{Entry, Journey, Lane, steps};
use crate::domain::judgement::initials;
use crate::error::{Error, Result};
use crate::words::{Arg, Words};

/// Which proposals are taken.
#[derive(Args)]
pub(super) struct Accept {
    #[command(flatten)]
    whose: Whose,
    #[arg(value_name = "NUMBER")]
    numbers: Vec<usize>,
    #[arg(long, conflicts_with_all = ["numbers", "all"])]
    strong: bool,
    #[arg(long, conflicts_with = "numbers")]
    all: bool,
    #[arg(long, value_name = "TEXT", conflicts_with_all = ["strong", "all"])]
    text: Option<String>,
}

/// Which proposals are refused, and why.
#[derive(Args)]
pub(super) struct Refuse {
    #[command(flatten)]
    whose: Whose,
    #[arg(value_name = "NUMBER", required = true)]
    numbers: Vec<usize>,
    #[arg(long, value_name = "TEXT", default_value = "")]
    reason: String,
}

pub(super) fn seed(whose: &Whose, session: &Session) -> Result<Answer> {
    let open = session.open()?;
    let journey = kept_or_begun(&open, whose)?;
    Answer::of(session, &Waiting::of(&open, &journey)?)
}

pub(super) fn accept(args: &Accept, session: &Session) -> Result<Answer> {
    let mut open = session.open()?;
    let journey = kept_or_begun(&open, &args.whose)?;
    let waiting = changes(&open.research, &journey);
    let chosen: Vec<&Change> = match (args.all, args.strong) {
        (true, _) => waiting.iter().collect(),
        (_, true) => waiting.iter().filter(|it| it.is_strong()).collect(),
        _ => numbered(&waiting, &args.numbers)?,
    };
    let by = initials(&author());
    let step = match (&args.text, &chosen[..]) {
        (None, _) => steps::accepted(&open.research, &journey, &chosen, (&by, &fresh(&open))),
        (Some(text), [one]) => edited(&open, &journey, (one, text), &by)?,
        (Some(_), _) => return Err(Error::usage("one-proposal")),
    };
    let done = if save(&mut open, step)? { chosen.len() } else { 0 };
    let journey = kept_or_begun(&open, &args.whose)?;
    Answer::of(session, &Decided { accepted: done, refused: 0, waiting: changes(&open.research, &journey).len() })
}

/// A proposal taken in a person's own words; what it was drawn from is kept with it.
fn edited(
    open: &Open,
    journey: &Journey,
    (one, text): (&Change, &str),
    by: &str,
) -> Result<Option<crate::domain::Step>> {
    let fresh = fresh(open);
    let Some(entry) = steps::opened(&open.research, journey, one, &fresh) else { return Ok(None) };
    steps::written(&open.research, journey, Entry { text: text.to_owned(), ..entry }, (by, &fresh))
}

pub(super) fn refuse(args: &Refuse, session: &Session) -> Result<Answer> {
    let mut open = session.open()?;
    let journey = kept_or_begun(&open, &args.whose)?;
    let waiting = changes(&open.research, &journey);
    let chosen = numbered(&waiting, &args.numbers)?;
    let by = initials(&author());
    let step = steps::refused(&open.research, &journey, &chosen, &args.reason, (&by, &fresh(&open)));
    let done = if save(&mut open, step)? { chosen.len() } else { 0 };
    let journey = kept_or_begun(&open, &args.whose)?;
    Answer::of(session, &Decided { accepted: 0, refused: done, waiting: changes(&open.research, &journey).len() })
}

/// The changes of these numbers, counted from 1, each once.
fn numbered<'c>(waiting: &'c [Change], numbers: &[usize]) -> Result<Vec<&'c Change>> {
    let of = |number: &usize| {
        let found = number.checked_sub(1).and_then(|at| waiting.get(at));
        found.ok_or_else(|| Error::not_found("no-proposal").with("number", *number).with("last", waiting.len()))
    };
    numbers.iter().collect::<BTreeSet<&usize>>().into_iter().map(of).collect()
}

/// What waits for a person.
#[derive(Serialize)]
struct Waiting<'a> {
    persona: String,
    kept: bool,
    changes: Vec<Change>,
    #[serde(skip)]
    journey: &'a Journey,
}

impl<'a> Waiting<'a> {
    fn of(open: &Open, journey: &'a Journey) -> Result<Waiting<'a>> {
        let persona = crate::domain::journey::name(&open.research, journey);
        let kept = open.research.journeys().contains_key(&journey.id);
        Ok(Waiting { persona, kept, changes: changes(&open.research, journey), journey })
    }
}

/// The name of a stage of a journey.
pub(super) fn stage_name(journey: &Journey, stage: &Stage, words: &Words) -> String {
    words.named("stage", journey.name_of_stage(stage), stage)
}

/// The name of a lane of a journey.
pub(super) fn lane_name(journey: &Journey, lane: Lane, words: &Words) -> String {
    words.named("lane", journey.name_of_lane(lane), lane)
}

impl Output for Waiting<'_> {
    const SCHEMA: &'static str = "journey_changes";

    fn human(&self, page: &mut Page<'_>) {
        page.heading(&page.say_with(
            "cli-journey-waiting",
            &[("persona", Arg::from(&self.persona)), ("count", self.changes.len().into())],
        ));
        let mut table = Table { right: vec![0, 5], ..Table::default() };
        for (at, change) in self.changes.iter().enumerate() {
            let Some(it) = &change.proposal else {
                let gone = page.say_with("journey-gone", &[("text", Arg::from(&change.ours))]);
                table.rows.push(vec![(at + 1).to_string(), String::new(), String::new(), gone]);
                continue;
            };
            let says = match change.kind {
                ChangeKind::Reworded => page.say_with(
                    "journey-reworded",
                    &[
                        ("base", Arg::from(&change.base)),
                        ("ours", Arg::from(&change.ours)),
                        ("theirs", Arg::from(&change.theirs)),
                    ],
                ),
                _ if it.is_blank() => page.say_with("journey-blank", &[("answers", Arg::from(&it.facts.answers))]),
                _ => it.text.clone(),
            };
            let people = page.say_with("people", &[("count", it.people.into())]);
            let against = match it.contradicted_by.len() {
                0 => String::new(),
                count => format!(", {} {count}", page.say("stance-contradicts")),
            };
            let stage = stage_name(self.journey, &it.stage, page.words);
            let state = page.say(&format!("state-{}", it.state));
            let lane = lane_name(self.journey, it.lane, page.words);
            table.rows.push(vec![(at + 1).to_string(), stage, lane, format!("{says} ({state}, {people}{against})")]);
        }
        page.table(&table);
    }
}

/// What was decided.
#[derive(Serialize)]
struct Decided {
    accepted: usize,
    refused: usize,
    waiting: usize,
}

impl Output for Decided {
    const SCHEMA: &'static str = "journey_decided";

    fn human(&self, page: &mut Page<'_>) {
        let args = [
            ("accepted", Arg::from(self.accepted)),
            ("refused", self.refused.into()),
            ("waiting", self.waiting.into()),
        ];
        page.line(&page.say_with("cli-journey-decided", &args));
    }
}

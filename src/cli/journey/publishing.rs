//! `journey publish`, `walk`: freezing a journey as a version, and walking it as a buyer would.
//! What is found on a walk, and what a version is, is the domain's.

use std::collections::BTreeMap;

use clap::Args;
use serde::Serialize;

use super::seeding::stage_name;
use super::{Whose, fresh, kept, save};
use crate::cli::output::{Answer, Output};
use crate::cli::page::{Page, Table};
use crate::cli::session::{Session, author};
use crate::cli::{leaks, records::fields};
use crate::domain::journey::walks::{failures, fixed, stops, walked, walks_of};
use crate::domain::journey::{self, WalkResult};
use crate::domain::judgement::initials;
use crate::domain::text;
use crate::error::{Error, Result};
use crate::exchange::editions;
use crate::words::Arg;

/// What is published, and why.
#[derive(Args)]
pub(super) struct Publish {
    #[command(flatten)]
    whose: Whose,
    #[arg(long, value_name = "TEXT", default_value = "")]
    reason: String,
}

/// What was found on a walk.
#[derive(Args)]
pub(super) struct Walk {
    #[command(flatten)]
    whose: Whose,
    #[arg(long, value_name = "NUMBER")]
    pass: Vec<usize>,
    #[arg(long, value_name = "NUMBER=TEXT")]
    fail: Vec<String>,
    #[arg(long, value_name = "NUMBER", conflicts_with_all = ["pass", "fail"])]
    fixed: Option<usize>,
}

pub(super) fn publish(args: &Publish, session: &Session) -> Result<Answer> {
    let mut open = session.open()?;
    let journey = kept(&open, &args.whose)?;
    let map = journey::journey_for_export(&open.research, journey.id)?;
    leaks::refuse(&mut open, &map)?;
    let by = initials(&author());
    let (step, map) = editions::publish(&open.research, &journey, (map, &args.reason), (&by, &fresh(&open)))?;
    save(&mut open, Some(step))?;
    let Some(edition) = map.edition else { return Err(Error::not_found("no-edition")) };
    Answer::of(
        session,
        &Published { journey: journey::name(&open.research, &journey), number: edition.number, hash: edition.hash },
    )
}

pub(super) fn walk(args: &Walk, session: &Session) -> Result<Answer> {
    let mut open = session.open()?;
    let journey = kept(&open, &args.whose)?;
    if let Some(number) = args.fixed {
        let failures = failures(&open.research, journey.id);
        let failure = number.checked_sub(1).and_then(|at| failures.get(at));
        let step = failure.and_then(|(walk, at)| fixed(&open.research, walk.id, *at, Some(open.now().date())));
        save(&mut open, Some(step.ok_or_else(|| Error::not_found("no-failure").with("number", number))?))?;
    } else if !args.pass.is_empty() || !args.fail.is_empty() {
        let map = journey::of(&open.research, journey.id)?;
        let results = results(args, &stops(&map))?;
        let by = initials(&author());
        let step = walked(&open.research, &journey, results, (&by, &fresh(&open)));
        save(&mut open, step)?;
    }
    let map = journey::of(&open.research, journey.id)?;
    let stops = stops(&map).into_iter().map(|(stage, touchpoint)| Stop { stage: stage.to_string(), touchpoint });
    let walks = walks_of(&open.research, journey.id).into_iter().cloned().collect();
    Answer::of(
        session,
        &Walked { journey: journey::name(&open.research, &journey), stops: stops.collect(), walks, kept: &journey },
    )
}

/// What was found, by the numbers of the stops, each once; what is said to fail fails.
fn results(args: &Walk, stops: &[(crate::domain::Stage, String)]) -> Result<Vec<WalkResult>> {
    let mut found = BTreeMap::new();
    let stop = |number: usize| {
        let stop = number.checked_sub(1).and_then(|at| stops.get(at));
        stop.ok_or_else(|| Error::not_found("no-stop").with("number", number).with("last", stops.len()))
    };
    for number in &args.pass {
        let (stage, touchpoint) = stop(*number)?.clone();
        found.insert(*number, WalkResult { stage, touchpoint, passed: true, note: String::new(), fixed: None });
    }
    for pair in &args.fail {
        let (number, note) = pair.split_once('=').unwrap_or((pair, ""));
        let number = number.trim().parse().map_err(|_| Error::usage("not-a-stop").with("value", text::clean(pair)))?;
        let ((stage, touchpoint), note) = (stop(number)?.clone(), fields::line(note));
        found.insert(number, WalkResult { stage, touchpoint, passed: false, note, fixed: None });
    }
    Ok(found.into_values().collect())
}

#[derive(Serialize)]
struct Published {
    journey: String,
    number: u32,
    hash: String,
}

impl Output for Published {
    const SCHEMA: &'static str = "journey_published";

    fn human(&self, page: &mut Page<'_>) {
        let hash: String = self.hash.chars().take(12).collect();
        let args = [("persona", Arg::from(&self.journey)), ("number", self.number.into()), ("hash", (&hash).into())];
        page.line(&page.say_with("cli-brief-published", &args));
    }
}

#[derive(Serialize)]
struct Stop {
    stage: String,
    touchpoint: String,
}

#[derive(Serialize)]
struct Walked<'a> {
    journey: String,
    stops: Vec<Stop>,
    walks: Vec<journey::Walk>,
    #[serde(skip)]
    kept: &'a journey::Journey,
}

impl Output for Walked<'_> {
    const SCHEMA: &'static str = "journey_walks";

    fn human(&self, page: &mut Page<'_>) {
        page.heading(&page.say_with("cli-journey-stops", &[("journey", Arg::from(&self.journey))]));
        let mut table = Table { right: vec![0], ..Table::default() };
        let name =
            |stage: &str| stage.parse().map_or_else(|_| stage.to_owned(), |it| stage_name(self.kept, &it, page.words));
        for (at, stop) in self.stops.iter().enumerate() {
            table.rows.push(vec![(at + 1).to_string(), name(&stop.stage), stop.touchpoint.clone()]);
        }
        page.table(&table);
        // Open failures have the numbers by which `--fixed` knows them, over all walks.
        let mut numbers = 1..;
        for walk in &self.walks {
            page.blank();
            let failed = walk.results.iter().filter(|it| !it.passed).count();
            let date = walk.date.to_string();
            let args = [
                ("walker", Arg::from(&walk.walker)),
                ("date", Arg::from(&date)),
                ("passed", (walk.results.len() - failed).into()),
                ("failed", failed.into()),
            ];
            page.line(&page.say_with("cli-journey-walk", &args));
            for it in walk.results.iter().filter(|it| !it.passed) {
                let number = if it.is_open() { numbers.next() } else { None };
                let number = number.map_or_else(|| "·".to_owned(), |it: usize| it.to_string());
                let fixed = it.fixed.map(|day| {
                    let day = day.to_string();
                    format!(" — {}", page.say_with("cli-journey-fixed", &[("date", Arg::from(&day))]))
                });
                page.line(&format!("  {number} ✗ {} {}{}", it.touchpoint, it.note, fixed.unwrap_or_default()));
            }
        }
    }
}

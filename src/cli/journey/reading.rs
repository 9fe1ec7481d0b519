//! `journey list`, `check`, `steps`, `diff`: what is read from journeys. `check` ends with 1 where something
//! keeps the journey incomplete, so that it can stand in a script.

use clap::Args;
use serde::Serialize;

use super::seeding::{lane_name, stage_name};
use super::{Whose, kept, version};
use crate::cli::output::{Answer, Output};
use crate::cli::page::{Page, Table, Tone};
use crate::cli::records::naming;
use crate::cli::session::{Open, Session};
use crate::domain::journey::check::{Lack, Staleness, lacks, revised, staleness};
use crate::domain::journey::checklist::{Done, StudyStep, mapping, study};
use crate::domain::journey::diff::{MapDiff, diff as compare, name_of_lane, name_of_stage};
use crate::domain::journey::walks::{Fix, fixes};
use crate::domain::journey::{self, Journey, Lane, Map, MappingStep, merge, versions};
use crate::domain::{Kind, Stage};
use crate::error::Result;
use crate::exchange::sheet::said;
use crate::words::{Arg, Words};

/// Of whom.
#[derive(Args)]
pub(super) struct List {
    #[arg(value_name = "PERSONA")]
    persona: Option<String>,
}

/// Which two journeys: a journey by its name, and `@v2` or `@draft` after it for a version.
#[derive(Args)]
pub(super) struct Diff {
    #[arg(value_name = "JOURNEY")]
    left: String,
    #[arg(value_name = "JOURNEY")]
    right: String,
}

pub(super) fn list(args: &List, session: &Session) -> Result<Answer> {
    let open = session.open()?;
    let asked = naming::persona_id(&open.research, args.persona.as_deref())?;
    let mut journeys: Vec<&Journey> =
        open.research.journeys().values().filter(|it| asked.is_none_or(|id| it.persona == id)).collect();
    journeys.sort_by_key(|it| (journey::name(&open.research, it), it.id));
    let journeys: Result<Vec<Row>> = journeys.into_iter().map(|it| Row::of(&open, it)).collect();
    Answer::of(session, &Listed { journeys: journeys?, steps: study(&open.research) })
}

pub(super) fn check(whose: &Whose, session: &Session) -> Result<Answer> {
    let open = session.open()?;
    let journey = kept(&open, whose)?;
    let (map, waiting) = merge::looked(&open.research, &journey)?;
    let lacks = lacks(&open.research, &journey, (&map, &waiting), open.now().date());
    let is_complete = lacks.iter().all(|it| !it.fails);
    let fixes = fixes(&open.research, journey.id, &map);
    let found = Checked {
        journey: journey::name(&open.research, &journey),
        complete: is_complete,
        works_if: &journey.works_if,
        works: journey.works,
        lacks,
        fixes,
        kept: &journey,
    };
    Ok(Answer::of(session, &found)?.with_code(u8::from(!is_complete)))
}

pub(super) fn steps(whose: &Whose, session: &Session) -> Result<Answer> {
    let open = session.open()?;
    let journey = kept(&open, whose)?;
    let map = journey::of(&open.research, journey.id)?;
    let steps = mapping(&open.research, &journey, &map);
    Answer::of(session, &Progressed { journey: journey::name(&open.research, &journey), steps })
}

pub(super) fn diff(args: &Diff, session: &Session) -> Result<Answer> {
    let open = session.open()?;
    let (left, right) = (side(&open, &args.left)?, side(&open, &args.right)?);
    let (differs, maps) = (compare(&left, &right), [&left, &right]);
    Answer::of(session, &Difference { left: args.left.clone(), right: args.right.clone(), differs, maps })
}

/// The map that a name with a version means.
fn side(open: &Open, typed: &str) -> Result<Map> {
    let (name, wanted) = typed.rsplit_once('@').unwrap_or((typed, "draft"));
    let key = naming::find(&open.research, Kind::Journey, name)?;
    version(open, key.id, wanted)
}

/// One journey of the list.
#[derive(Serialize)]
struct Row {
    name: String,
    goal: String,
    revised: String,
    overdue: usize,
    newer: usize,
    #[serde(skip)]
    stale: Option<Staleness>,
    comments: usize,
    waiting: usize,
    weak: usize,
    filled: usize,
    editions: Vec<EditionRow>,
}

/// One published version.
#[derive(Serialize)]
struct EditionRow {
    number: u32,
    published: String,
    by: String,
    reason: String,
}

impl Row {
    fn of(open: &Open, journey: &Journey) -> Result<Row> {
        let (map, waiting) = merge::looked(&open.research, journey)?;
        let stale = staleness(&open.research, journey, open.now().date());
        let editions = versions::editions_of(&open.research, journey.id).into_iter().map(|it| EditionRow {
            number: it.number,
            published: it.published.date().to_string(),
            by: it.by.clone(),
            reason: it.reason.clone(),
        });
        Ok(Row {
            name: journey::name(&open.research, journey),
            goal: journey.goal.clone(),
            revised: revised(&open.research, journey).to_string(),
            overdue: stale.map_or(0, |it| it.overdue),
            newer: stale.map_or(0, |it| it.newer),
            stale,
            comments: map.comments,
            waiting: waiting.len(),
            weak: map.debt.weak,
            filled: map.debt.filled,
            editions: editions.collect(),
        })
    }
}

#[derive(Serialize)]
struct Listed {
    journeys: Vec<Row>,
    steps: Vec<Done<StudyStep>>,
}

impl Output for Listed {
    const SCHEMA: &'static str = "journeys";

    fn human(&self, page: &mut Page<'_>) {
        if self.journeys.is_empty() {
            page.line(&page.say("cli-journeys-none"));
        }
        for it in &self.journeys {
            let name = page.tone(Tone::Bold, &it.name).into_owned();
            let stale = it.stale.map(|it| format!("  {}", said::stale(it, page.words)));
            page.line(&format!("{name}{}", stale.unwrap_or_default()));
            let args = [
                ("date", Arg::from(&it.revised)),
                ("comments", it.comments.into()),
                ("waiting", it.waiting.into()),
                ("weak", it.weak.into()),
                ("filled", it.filled.into()),
            ];
            page.line(&format!("  {}", page.say_with("cli-journey-row", &args)));
            for edition in &it.editions {
                let args = [
                    ("number", Arg::from(edition.number)),
                    ("date", Arg::from(&edition.published)),
                    ("by", Arg::from(&edition.by)),
                    ("reason", Arg::from(&edition.reason)),
                ];
                page.line(&format!("  {}", page.say_with("cli-journey-edition-row", &args)));
            }
        }
        page.blank();
        steps_table(page, &self.steps, "study-step");
    }
}

fn steps_table<S: std::fmt::Display>(page: &mut Page<'_>, steps: &[Done<S>], words: &str) {
    let mut table = Table { right: vec![2], ..Table::default() };
    for it in steps {
        let of = it.of.map(|of| format!("/{of}")).unwrap_or_default();
        let progress = page.say(&format!("progress-{}", it.progress));
        table.rows.push(vec![
            page.say(&format!("{words}-{}", it.step)),
            progress,
            format!("{}{of}", it.have),
            it.reason.clone(),
        ]);
    }
    page.table(&table);
}

#[derive(Serialize)]
struct Progressed {
    journey: String,
    steps: Vec<Done<MappingStep>>,
}

impl Output for Progressed {
    const SCHEMA: &'static str = "journey_steps";

    fn human(&self, page: &mut Page<'_>) {
        page.heading(&self.journey);
        steps_table(page, &self.steps, "mapping-step");
    }
}

#[derive(Serialize)]
struct Checked<'a> {
    journey: String,
    complete: bool,
    works_if: &'a str,
    /// Whether it works; none where nobody knows.
    works: Option<bool>,
    lacks: Vec<Lack>,
    fixes: Vec<Fix>,
    #[serde(skip)]
    kept: &'a Journey,
}

/// How many fixes are told.
const FIXES: usize = 5;

impl Output for Checked<'_> {
    const SCHEMA: &'static str = "journey_check";

    fn human(&self, page: &mut Page<'_>) {
        let fails = self.lacks.iter().filter(|it| it.fails).count();
        let key = if self.complete { "cli-journey-complete" } else { "cli-journey-incomplete" };
        page.heading(&page.say_with(key, &[("journey", Arg::from(&self.journey)), ("count", fails.into())]));
        if !self.works_if.is_empty() {
            let known = self.works.map_or("unknown", |works| if works { "yes" } else { "no" });
            let args = [("test", Arg::from(self.works_if))];
            page.line(&page.say_with(&format!("cli-journey-works-{known}"), &args));
        }
        let mut table = Table::default();
        for it in &self.lacks {
            let stage = it.stage.as_ref().map(|stage| stage_name(self.kept, stage, page.words)).unwrap_or_default();
            let lane = it.lane.map(|lane| lane_name(self.kept, lane, page.words));
            let args = [("what", Arg::from(&it.what)), ("count", it.count.unwrap_or(0).into())];
            let says = page.say_with(&format!("lack-{}", it.kind), &args);
            let mark = if it.fails { "✗" } else { "·" };
            table.rows.push(vec![mark.to_owned(), stage, lane.unwrap_or_default(), says]);
        }
        page.table(&table);
        if !self.fixes.is_empty() {
            page.blank();
            page.heading(&page.say("journey-fixes"));
        }
        for it in self.fixes.iter().take(FIXES) {
            let stage = stage_name(self.kept, &it.stage, page.words);
            let args = [
                ("severity", Arg::from(it.severity.unwrap_or(0))),
                ("people", it.people.into()),
                ("score", it.score().into()),
            ];
            let weight = page.say_with(&format!("fix-{}", it.from), &args);
            page.line(&format!("- {stage}: {} ({weight})", it.what));
        }
    }
}

#[derive(Serialize)]
struct Difference<'a> {
    left: String,
    right: String,
    #[serde(flatten)]
    differs: MapDiff,
    #[serde(skip)]
    maps: [&'a Map; 2],
}

impl Difference<'_> {
    fn stage(&self, stage: &Stage, words: &Words) -> String {
        words.named("stage", name_of_stage(self.maps, stage), stage)
    }

    fn lane(&self, lane: Lane, words: &Words) -> String {
        words.named("lane", name_of_lane(self.maps, lane), lane)
    }
}

impl Output for Difference<'_> {
    const SCHEMA: &'static str = "journey_diff";

    fn human(&self, page: &mut Page<'_>) {
        page.heading(&format!("{} ↔ {}", self.left, self.right));
        if self.differs.changed().next().is_none() {
            page.line(&page.say("cli-journey-same"));
        }
        for cell in self.differs.changed() {
            let (stage, lane) = (self.stage(&cell.stage, page.words), self.lane(cell.lane, page.words));
            page.line(&format!("{stage} · {lane}"));
            cell.same.iter().for_each(|text| page.line(&format!("  = {text}")));
            cell.left.iter().for_each(|text| page.line(&format!("  - {text}")));
            cell.right.iter().for_each(|text| page.line(&format!("  + {text}")));
        }
        for cell in &self.differs.cells {
            for (text, before, after) in &cell.counted {
                let args = [("text", Arg::from(text)), ("before", (*before).into()), ("after", (*after).into())];
                page.line(&page.say_with("cli-journey-counted", &args));
            }
        }
        for stage in &self.differs.unmet {
            let name = self.stage(stage, page.words);
            page.line(&page.say_with("cli-journey-unmet", &[("stage", Arg::from(&name))]));
        }
    }
}

//! `journey path` and `journey metrics`: what buyers did, counted. The first tells each person's path by codes alone, the
//! second the counts, or one ratio of two kinds of event. What is counted is decided in `domain::paths`.

use clap::Args;
use serde::Serialize;

use crate::cli::brief::document;
use crate::cli::leaks;
use crate::cli::output::{Answer, Output};
use crate::cli::page::{Page, Table, Tone};
use crate::cli::records::naming;
use crate::cli::records::question;
use crate::cli::session::Session;
use crate::domain::Stage;
use crate::domain::paths::{self, Conversion, Measure, Passage, Paths, PersonStay, Route, StageTime, Way};
use crate::error::Result;
use crate::exchange::{flow, passage};

/// Cells of the names of stages and kinds.
const LABEL: usize = 30;

/// Of whom.
#[derive(Args)]
pub(super) struct OfWhom {
    #[arg(value_name = "PERSONA")]
    persona: String,
}

/// Of whom, and between which events.
#[derive(Args)]
pub(super) struct Metrics {
    #[arg(value_name = "PERSONA")]
    persona: String,
    #[arg(long, value_name = "EVENT,EVENT")]
    between: Option<String>,
}

pub(super) fn path(args: &OfWhom, session: &Session) -> Result<Answer> {
    let open = session.open()?;
    let persona = naming::persona(&open.research, &args.persona)?.id;
    let paths = paths::for_export(&open.research, persona)?;
    session.tell_left_out(paths.left_out);
    Answer::of(session, &Routes { persona: &paths.persona, routes: &paths.routes, paths: &paths })
}

pub(super) fn metrics(args: &Metrics, session: &Session) -> Result<Answer> {
    let mut open = session.open()?;
    let persona = naming::persona(&open.research, &args.persona)?.id;
    if let Some(typed) = &args.between {
        let Passage { from, to } = question::passage(typed)?;
        let (agreed, left_out) = open.research.exportable(Some(persona))?;
        let ratio = paths::conversion(&agreed, persona, (&from, &to));
        session.tell_left_out(left_out);
        return Answer::of(session, &Ratio { persona: args.persona.clone(), ratio });
    }
    let paths = paths::for_export(&open.research, persona)?;
    leaks::refuse(&mut open, &paths)?;
    session.tell_left_out(paths.left_out);
    if session.json {
        return Ok(Answer::raw(document(&paths)?));
    }
    let mut page = session.page();
    told(&paths, &mut page);
    Ok(Answer::raw(page.finish()))
}

#[derive(Serialize)]
struct Routes<'a> {
    persona: &'a str,
    routes: &'a [Route],
    #[serde(skip)]
    paths: &'a Paths,
}

impl Output for Routes<'_> {
    const SCHEMA: &'static str = "routes";

    fn human(&self, page: &mut Page<'_>) {
        if self.routes.is_empty() {
            page.line(&page.say("paths-empty"));
            return;
        }
        let stages: Vec<Stage> = self.paths.stages.iter().map(|it| it.stage.clone()).collect();
        let named = stages.iter().enumerate();
        let named: Vec<String> =
            named.map(|(at, it)| format!("{at} {}", flow::stage_name(self.paths, it, page.words))).collect();
        page.labelled("", 0, &named.join("  "));
        page.blank();
        let mut table = Table { head: heads(page, &["code", "path", "outcome"]), ..Table::default() };
        for route in self.routes {
            let outcome =
                route.outcome.map_or_else(|| page.say("gate-outcome-unknown"), |it| page.say(&format!("outcome-{it}")));
            table.rows.push(vec![route.participant.clone(), walked(route, &stages), outcome]);
        }
        page.table(&table);
        page.blank();
        page.line(&page.say("paths-route-legend"));
    }
}

/// The places of the visited stages; a way back has its arrow.
fn walked(route: &Route, stages: &[Stage]) -> String {
    let back = route.ways_back(stages);
    let mut walked = String::new();
    for (at, visit) in route.visits.iter().enumerate() {
        let place = stages.iter().position(|it| *it == visit.stage).unwrap_or_default();
        let arrow = match at {
            0 => "",
            _ if back.contains(&at) => " ← ",
            _ => " → ",
        };
        walked.push_str(&format!("{arrow}{place}"));
    }
    walked
}

fn heads(page: &Page<'_>, heads: &[&str]) -> Vec<String> {
    heads.iter().map(|it| page.say(&format!("cli-head-{it}"))).collect()
}

#[derive(Serialize)]
struct Ratio {
    persona: String,
    #[serde(flatten)]
    ratio: Conversion,
}

impl Output for Ratio {
    const SCHEMA: &'static str = "conversion";

    fn human(&self, page: &mut Page<'_>) {
        let it = &self.ratio;
        let passage = passage::passage((&it.from, &it.to), page.words);
        page.line(&format!("{passage}  {}", page.tone(Tone::Bold, &counted(page, it))));
        for (key, codes) in [("paths-came", &it.came), ("paths-did-not", &it.stayed)] {
            if !codes.is_empty() {
                page.labelled(&page.say(key), 10, &codes.join(" "));
            }
        }
        if !it.touchpoints.is_empty() {
            let names: Vec<&str> = it.touchpoints.iter().map(String::as_str).collect();
            page.labelled(&page.say("paths-touchpoints"), 10, &names.join(", "));
        }
    }
}

/// "3 of 7", and a percentage where there are enough people for one.
fn counted(page: &Page<'_>, it: &Conversion) -> String {
    let counts = [("part", it.part.into()), ("whole", it.whole.into())];
    let part = page.say_with("paths-part", &counts);
    it.percent.map_or(part.clone(), |percent| format!("{part} ({percent} %)"))
}

/// Everything that is measured, for people.
fn told(paths: &Paths, page: &mut Page<'_>) {
    let people = page.say_with("people", &[("count", paths.people.into())]);
    let outcomes = paths.outcomes.iter().filter(|it| it.people > 0).map(|it| {
        let name = it.outcome.map_or_else(|| page.say("gate-outcome-unknown"), |it| page.say(&format!("outcome-{it}")));
        format!("{name} {}", it.people)
    });
    let said: Vec<String> = std::iter::once(people).chain(outcomes).collect();
    page.heading(&format!("{}  {}", paths.persona, said.join(" · ")));
    if paths.people == paths.without_path {
        page.line(&page.say("paths-empty"));
        return;
    }
    stages(paths, page);
    moves(paths, page);
    durations(paths, page);
    section(page, "paths-conversions");
    for (at, it) in paths.conversions.iter().enumerate() {
        page.line(&format!("  {} → {}  {}", name(paths, at, page), name(paths, at + 1, page), counted(page, it)));
    }
    answered(paths, page);
    lost(paths, page);
    alternatives(paths, page);
    page.blank();
    page.line(&page.say("paths-form"));
}

/// The questions about passages, with their ratios and the lines of their answers.
fn answered(paths: &Paths, page: &mut Page<'_>) {
    if paths.answered.is_empty() {
        return;
    }
    section(page, "paths-answered");
    for it in &paths.answered {
        page.labelled(&format!("  {}", it.question), 5, &it.text);
        let people = page.say_with("paths-answers", &[("count", it.people.into())]);
        let passage = passage::passage((&it.passage.from, &it.passage.to), page.words);
        let said = format!("{passage}  {} · {people}  {}", counted(page, &it.passage), it.lines.join(" "));
        page.labelled("", 5, said.trim_end());
    }
}

fn section(page: &mut Page<'_>, key: &str) {
    page.blank();
    page.heading(&page.say(key));
}

fn name(paths: &Paths, at: usize, page: &Page<'_>) -> String {
    paths.stages.get(at).map_or_else(String::new, |it| stage(paths, &it.stage, page))
}

fn stage(paths: &Paths, stage: &Stage, page: &Page<'_>) -> String {
    let name = flow::stage_name(paths, stage, page.words);
    paths.place(stage).map_or(name.clone(), |at| format!("{at} {name}"))
}

fn stages(paths: &Paths, page: &mut Page<'_>) {
    page.blank();
    let columns = ["stage", "people", "began", "came-back", "past", "met-us", "won", "left", "open"];
    let mut table = Table { head: heads(page, &columns), right: (1..columns.len()).collect(), ..Table::default() };
    for it in &paths.stages {
        let ended = it.ended;
        let counts =
            [it.people, it.began, it.returned, it.skipped, it.rep_people, ended.won, ended.exits(), ended.open];
        let counts = counts.iter().map(usize::to_string);
        table.rows.push(std::iter::once(stage(paths, &it.stage, page)).chain(counts).collect());
    }
    page.table(&table);
}

fn moves(paths: &Paths, page: &mut Page<'_>) {
    for (way, key) in [(Way::Back, "paths-moves-back"), (Way::Skip, "paths-moves-over")] {
        let moves: Vec<_> = paths.transitions.iter().filter(|it| it.way == way).collect();
        if moves.is_empty() {
            continue;
        }
        section(page, key);
        for it in moves {
            let people = page.say_with("people", &[("count", it.people.into())]);
            let people = match it.moves > it.people {
                true => page
                    .say_with("paths-people-moves", &[("people", people.as_str().into()), ("count", it.moves.into())]),
                false => people,
            };
            let codes: Vec<&str> = it.movers.iter().map(|it| it.event.as_str()).collect();
            let moved = format!("  {} → {}  {people}  ", stage(paths, &it.from, page), stage(paths, &it.to, page));
            page.labelled(&moved, 0, &codes.join(" "));
        }
    }
}

fn durations(paths: &Paths, page: &mut Page<'_>) {
    section(page, "paths-times");
    for it in paths.times.iter().filter(|it| !it.people.is_empty()) {
        let slowest = paths.slowest.as_ref().filter(|slowest| slowest.stage == it.stage);
        let slowest = slowest.map(|slowest| page.say_with("paths-slowest", &[("n", slowest.n.into())]));
        let said: Vec<String> = duration(it, page).into_iter().chain(slowest).collect();
        page.labelled(&format!("  {}", stage(paths, &it.stage, page)), LABEL, &said.join(" · "));
        let is_told = |it: &&PersonStay| it.stay.measure == Measure::Censored && it.stay.low > Some(0);
        let least = it.people.iter().filter(is_told);
        let least: Vec<String> =
            least.map(|it| format!("{} ≥ {}", it.participant, it.stay.low.unwrap_or_default())).collect();
        if !least.is_empty() {
            page.labelled("", LABEL, &least.join("  "));
        }
    }
}

fn duration(time: &StageTime, page: &Page<'_>) -> Vec<String> {
    let mut said = Vec::new();
    if let Some(((median, min), max)) = time.median.zip(time.min).zip(time.max) {
        let args = [("median", median.into()), ("min", min.into()), ("max", max.into()), ("n", time.n.into())];
        said.push(page.say_with("paths-median", &args));
    } else if !time.raw.is_empty() {
        let days = time.raw.iter().map(i64::to_string).collect::<Vec<_>>().join(", ");
        said.push(page.say_with("paths-raw", &[("days", days.as_str().into()), ("n", time.n.into())]));
    }
    let others = [("paths-censored", time.censored), ("paths-unclear", time.unclear)];
    said.extend(
        others.iter().filter(|it| it.1 > 0).map(|(key, count)| page.say_with(key, &[("count", (*count).into())])),
    );
    said
}

fn lost(paths: &Paths, page: &mut Page<'_>) {
    if paths.lost_interest.is_empty() {
        return;
    }
    section(page, "paths-lost");
    for it in &paths.lost_interest {
        let args = [("count", it.exits.into()), ("silent", it.silent.into()), ("met", it.met_us.into())];
        let mark = if it.flagged { flow::POINT } else { " " };
        page.labelled(
            &format!("{mark} {}", stage(paths, &it.from, page)),
            LABEL,
            &page.say_with("paths-lost-here", &args),
        );
    }
}

fn alternatives(paths: &Paths, page: &mut Page<'_>) {
    section(page, "paths-alternatives");
    for it in &paths.alternatives {
        let kind = page.say(&format!("alternative-{}", it.kind));
        let people = page.say_with("people", &[("count", it.people.into())]);
        page.labelled(&format!("  {kind}"), LABEL, &people);
        for named in &it.named {
            let kept = [("kept-yes", named.kept), ("kept-no", named.dropped)];
            let kept = kept.iter().filter(|it| it.1 > 0).map(|(key, count)| format!("{} {count}", page.say(key)));
            let whys = named.reasons.iter().filter(|it| !it.why.is_empty());
            let whys = whys.map(|it| format!("{}: {}", it.participant, it.why));
            let name = Some(named.name.clone()).filter(|it| !it.is_empty());
            let said: Vec<String> = name.into_iter().chain(kept).chain(whys).collect();
            page.labelled("", LABEL, &said.join(" · "));
        }
    }
}

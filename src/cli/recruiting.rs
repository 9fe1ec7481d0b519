//! `whybuy saturation`, `whybuy gate` and `whybuy next`: whether more interviews are needed, what a brief would rest on,
//! and whom to recruit. The counting is the domain's; only their tables live here.

use clap::Args;
use serde::Serialize;

use super::output::{Answer, Output};
use super::page::{Page, Table};
use super::records::naming;
use super::session::Session;
use crate::domain::gate::{self, Gate, Hold};
use crate::domain::quota::{self, Next};
use crate::domain::saturation::{self, Saturation, Verdict};
use crate::error::Result;
use crate::words::{Arg, Words};

/// Of whom; the whole study where nobody is named.
#[derive(Args)]
pub(super) struct OfPersona {
    #[arg(long, value_name = "NAME")]
    persona: Option<String>,
}

/// Of whom.
#[derive(Args)]
pub(super) struct Named {
    #[arg(value_name = "PERSONA")]
    persona: String,
}

pub(super) fn saturation(args: &OfPersona, session: &Session) -> Result<Answer> {
    let open = session.open()?;
    let persona = naming::persona_id(&open.research, args.persona.as_deref())?;
    let people = open.research.counted_people(persona);
    let curves = saturation::of(&open.research, &people);
    Answer::of(session, &Curves { persona: args.persona.clone(), people: people.len(), saturation: curves })
}

pub(super) fn gate(args: &Named, session: &Session) -> Result<Answer> {
    let open = session.open()?;
    let persona = naming::persona(&open.research, &args.persona)?.id;
    Answer::of(session, &gate::of(&open.research, persona, open.now().date())?)
}

pub(super) fn next(args: &Named, session: &Session) -> Result<Answer> {
    let open = session.open()?;
    let persona = naming::persona(&open.research, &args.persona)?.id;
    Answer::of(session, &quota::of(&open.research, persona)?)
}

#[derive(Serialize)]
struct Curves {
    persona: Option<String>,
    people: usize,
    saturation: Vec<Saturation>,
}

/// The stop rule with its settings, as a sentence.
fn rule(verdict: &Verdict, words: &Words) -> String {
    let args = [
        ("base", Arg::from(usize::from(verdict.rule.base))),
        ("run", Arg::from(usize::from(verdict.rule.run))),
        ("threshold", Arg::from(usize::from(verdict.rule.threshold))),
    ];
    words.say_with("stop-rule", &args)
}

/// What the stop rule says, as a phrase.
fn found(verdict: &Verdict, words: &Words) -> String {
    let args = [
        ("after", Arg::from(verdict.met_after.unwrap_or(0))),
        ("run", Arg::from(usize::from(verdict.rule.run))),
        ("new", Arg::from(verdict.last_run)),
        ("since", Arg::from(verdict.new_since)),
        ("needed", Arg::from(usize::from(verdict.rule.base + verdict.rule.run))),
    ];
    words.say_with(&format!("stop-{}", verdict.finding), &args)
}

fn heads(page: &Page<'_>, heads: &[&str]) -> Vec<String> {
    heads.iter().map(|it| page.say(&format!("cli-head-{it}"))).collect()
}

impl Output for Curves {
    const SCHEMA: &'static str = "saturation";

    fn human(&self, page: &mut Page<'_>) {
        let Some(all) = self.saturation.first().filter(|all| !all.curve.is_empty()) else {
            page.line(&page.say("cli-coverage-empty"));
            return;
        };
        page.line(&rule(&all.verdict, page.words));
        page.blank();
        let mut table = Table { right: vec![2, 3], ..Table::default() };
        table.head = heads(page, &["dimension", "new-themes", "themes", "heard-once", "stop"]);
        for one in &self.saturation {
            let name =
                one.dimension.map_or_else(|| page.say("stop-all"), |it| page.say(&format!("dimension-{it}-short")));
            let new: Vec<String> = one.curve.iter().map(|it| it.new_themes.to_string()).collect();
            let themes = one.curve.last().map_or(0, |it| it.themes);
            let said = found(&one.verdict, page.words);
            table.rows.push(vec![name, new.join(" "), themes.to_string(), one.heard_once.to_string(), said]);
        }
        page.table(&table);
        page.blank();
        let args = [("once", Arg::from(all.heard_once)), ("hearings", Arg::from(all.hearings))];
        page.line(&page.say_with("stop-coverage", &args));
    }
}

impl Output for Gate {
    const SCHEMA: &'static str = "gate";

    fn human(&self, page: &mut Page<'_>) {
        let outcomes = self.outcomes.iter().map(|(outcome, people)| {
            let name =
                outcome.map_or_else(|| page.say("gate-outcome-unknown"), |it| page.say(&format!("outcome-{it}")));
            format!("{name} {people}")
        });
        let outcomes = outcomes.collect::<Vec<_>>().join(" · ");
        let args =
            [("persona", Arg::from(&self.persona)), ("people", self.people.into()), ("outcomes", (&outcomes).into())];
        page.heading(&page.say_with("gate-head", &args));
        page.blank();
        let mut table = Table { right: vec![1, 2, 3, 4], ..Table::default() };
        table.head = heads(page, &["dimension", "touched", "lines", "verbatims", "last-new", "verdict"]);
        for row in &self.rows {
            let standing =
                page.say_with(&format!("gate-{}", row.standing), &[("missing", Arg::from(self.people - row.touched))]);
            table.rows.push(vec![
                page.say(&format!("dimension-{}-short", row.subject)),
                format!("{}/{}", row.touched, self.people),
                row.lines.to_string(),
                row.stop.as_ref().map_or_else(|| "-".to_owned(), |_| row.verbatims.to_string()),
                row.stop.as_ref().map_or_else(|| "-".to_owned(), |it| it.last_run.to_string()),
                standing,
            ]);
        }
        page.table(&table);
        page.blank();
        if self.ways_back > 0 {
            page.line(&page.say_with("gate-ways-back", &[("count", self.ways_back.into())]));
        }
        for &hold in Hold::ALL {
            let held: Vec<String> = self.held_up.iter().filter(|it| it.hold == hold).map(held).collect();
            if !held.is_empty() {
                let people = held.join(", ");
                page.line(&page.say_with(&format!("gate-hold-{hold}"), &[("people", (&people).into())]));
            }
        }
        page.line(&page.say("gate-legend"));
    }
}

/// One person with the number or the day of what holds the brief up: `P05 (12)`.
fn held(held: &gate::HeldUp) -> String {
    match (held.day, held.count) {
        (Some(day), _) => format!("{} ({day})", held.participant),
        (None, 0) => held.participant.clone(),
        (None, count) => format!("{} ({count})", held.participant),
    }
}

impl Output for Next {
    const SCHEMA: &'static str = "next";

    fn human(&self, page: &mut Page<'_>) {
        let mut table = Table { right: (1..=self.outcomes.len()).collect(), ..Table::default() };
        table.head = vec![self.attributes.iter().map(|it| attribute(it, page.words)).collect::<Vec<_>>().join(" · ")];
        table.head.extend(self.outcomes.iter().map(|it| page.say(&format!("outcome-{it}"))));
        for row in &self.rows {
            let cells = row.people.iter().map(|people| format!("{people}/{}", self.target));
            table.rows.push(std::iter::once(values(&row.values, page.words)).chain(cells).collect());
        }
        page.table(&table);
        page.blank();
        if self.unknown > 0 {
            page.line(&page.say_with("next-unknown", &[("count", self.unknown.into())]));
        }
        if self.requests.is_empty() {
            page.line(&page.say("next-nobody"));
        }
        for request in &self.requests {
            let (values, outcome) =
                (values(&request.values, page.words), page.say(&format!("outcome-{}", request.outcome)));
            let args = [
                ("values", Arg::from(&values)),
                ("outcome", Arg::from(&outcome)),
                ("people", request.people.into()),
                ("target", request.target.into()),
            ];
            page.heading(&page.say_with("next-request", &args));
            if request.one_sided > 0 {
                page.line(&page.say_with("next-one-sided", &[("count", request.one_sided.into())]));
            }
        }
        let asks = self.requests.first().map_or(&[][..], |it| &it.questions);
        if !asks.is_empty() {
            page.blank();
            page.line(&page.say("next-ask"));
        }
        for ask in asks {
            let label = page.say(&format!("dimension-{}-short", ask.subject));
            page.labelled(&label, 8, &format!("{} ({})", ask.question, ask.people));
        }
    }
}

/// How an attribute is called: the role has a word of its own.
fn attribute(name: &str, words: &Words) -> String {
    if name == crate::domain::settings::Quota::ROLE { words.say("field-role") } else { name.to_owned() }
}

/// The values of a row; everybody where there is none.
fn values(values: &[String], words: &Words) -> String {
    let known: Vec<&str> = values.iter().map(String::as_str).filter(|it| !it.is_empty()).collect();
    if known.is_empty() { words.say("next-anybody") } else { known.join(" · ") }
}

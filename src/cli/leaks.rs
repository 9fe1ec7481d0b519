//! `whybuy leaks`: what in a study would tell who somebody is, letting a finding through with a reason, and hiding it.
//! What is found is the domain's. The word itself is shown to people, never written into JSON, an error or the history.

use std::collections::BTreeMap;

use clap::{Args, Subcommand};
use serde::Serialize;

use super::output::{Answer, Output};
use super::page::{Page, Table};
use super::records::naming;
use super::session::{Open, Session, author};
use crate::domain::leaks::places::{Found, Piece, found, of_study, reasons};
use crate::domain::leaks::{self, HANDLE, LeakKind, Watch};
use crate::domain::{Allowance, Id, text};
use crate::error::{Error, Result};
use crate::exchange::leaving;
use crate::words::Arg;

/// Of whom; the whole study where nobody is named.
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct Leaks {
    #[arg(long, value_name = "NAME")]
    persona: Option<String>,
    #[command(subcommand)]
    verb: Option<Verb>,
}

/// What can be done with a finding.
#[derive(Subcommand)]
enum Verb {
    Allow(Allow),
    Hide(Hide),
}

/// Which finding, and why it may leave.
#[derive(Args)]
struct Allow {
    #[arg(value_name = "FINDING")]
    finding: String,
    #[arg(long, value_name = "TEXT")]
    reason: String,
}

/// Which finding.
#[derive(Args)]
struct Hide {
    #[arg(value_name = "FINDING")]
    finding: String,
}

pub(super) fn run(args: &Leaks, session: &Session) -> Result<Answer> {
    let mut open = session.open()?;
    let watch = watch(&mut open)?;
    match &args.verb {
        None => {
            let persona = naming::persona_id(&open.research, args.persona.as_deref())?;
            let report = Report::of(&open, persona, &watch);
            let code = if report.open == 0 { 0 } else { 1 };
            Ok(Answer::of(session, &report)?.with_code(code))
        }
        Some(Verb::Allow(it)) => allow(it, &mut open, &watch, session),
        Some(Verb::Hide(it)) => hide(it, &mut open, &watch, session),
    }
}

/// What is looked for in the study that is open: with the names of its vault.
pub(super) fn watch(open: &mut Open) -> Result<Watch> {
    let names = open.library.names(open.study.id)?;
    Ok(Watch::of(&open.research, names.values().map(String::as_str)))
}

/// Refuses to hand a document out as long as a finding is open.
pub(super) fn refuse(open: &mut Open, document: &impl Serialize) -> Result<()> {
    let watch = watch(open)?;
    leaving::check(&leaving::pieces(document)?, &open.research, &watch)
}

/// Refuses to hand lines out as long as a finding in what they are drawn from is open.
pub(super) fn refuse_pieces(open: &mut Open, pieces: &[Piece]) -> Result<()> {
    let watch = watch(open)?;
    leaving::check(pieces, &open.research, &watch)
}

/// How many findings the whole study holds that nobody has let through: a backup tells it and keeps them.
pub(super) fn count(open: &mut Open) -> Result<usize> {
    let watch = watch(open)?;
    let found = found(&of_study(&open.research, None), &watch);
    Ok(leaks::places::open(found, &open.research).len())
}

/// Every place of the finding that the beginning of a digest means.
fn meant(typed: &str, open: &Open, watch: &Watch) -> Result<Vec<Found>> {
    let typed = typed.trim().to_lowercase();
    let mut all = found(&of_study(&open.research, None), watch);
    all.retain(|it| it.leak.digest.starts_with(&typed));
    let first = all.first().map(|it| it.leak.digest.clone());
    match first {
        Some(digest) if typed.len() >= 6 && all.iter().all(|it| it.leak.digest == digest) => Ok(all),
        Some(_) => Err(Error::usage("leak-ambiguous").with("finding", text::clean(&typed))),
        None => Err(Error::not_found("leak-missing").with("finding", text::clean(&typed))),
    }
}

fn allow(args: &Allow, open: &mut Open, watch: &Watch, session: &Session) -> Result<Answer> {
    let all = meant(&args.finding, open, watch)?;
    let reason = text::trim_line(&args.reason).into_owned();
    let Some(first) = all.first() else { return Err(Error::not_found("leak-missing").with("finding", &args.finding)) };
    let (finding, digest) = first.key();
    let known = open.research.allowances().values().find(|it| (&it.finding, &it.digest) == (&finding, &digest));
    let id = known.map_or_else(|| open.id(), |it| it.id);
    let (study, by, at) = (open.study.id, author(), open.now());
    let handle = first.leak.handle().to_owned();
    open.add("allow-leak", &handle, Allowance { id, study, finding, digest, reason, by, at }.into())?;
    let done = Done {
        finding: handle,
        allowed: true,
        places: all.iter().map(|it| it.place.clone()).collect(),
        left: Vec::new(),
    };
    Answer::of(session, &done)
}

/// Each line that holds the finding is corrected: neutral words stand in its place, the old wording is an earlier revision.
fn hide(args: &Hide, open: &mut Open, watch: &Watch, session: &Session) -> Result<Answer> {
    let all = meant(&args.finding, open, watch)?;
    let handle = all.first().map_or_else(String::new, |it| it.leak.handle().to_owned());
    let notes: BTreeMap<Id, &Found> = all.iter().filter_map(|it| Some((it.note?, it))).collect();
    let mut step = open.step("hide-leak", &handle);
    let now = open.now();
    for (id, found) in &notes {
        let Some(note) = open.research.notes().get(id) else { continue };
        let mut here = leaks::find(&note.text, watch);
        here.retain(|it| it.digest == found.leak.digest);
        let instead = session.words.say(&format!("leak-instead-{}", found.leak.kind));
        let hidden = leaks::hidden(&note.text, &here, |_| instead.clone());
        step = step.put(note.revised(&hidden, note.voice, now));
    }
    if !step.edits.is_empty() {
        open.save(step)?;
    }
    let place = |it: &&Found| it.place.clone();
    let (mut places, mut left): (Vec<String>, Vec<String>) = (
        all.iter().filter(|it| it.note.is_some()).map(|it| place(&it)).collect(),
        all.iter().filter(|it| it.note.is_none()).map(|it| place(&it)).collect(),
    );
    places.dedup();
    left.dedup();
    Answer::of(session, &Done { finding: handle, allowed: false, places, left })
}

/// What was done with a finding.
#[derive(Serialize)]
struct Done {
    finding: String,
    allowed: bool,
    places: Vec<String>,
    /// Places that must be changed by hand.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    left: Vec<String>,
}

impl Output for Done {
    const SCHEMA: &'static str = "leak";

    fn human(&self, page: &mut Page<'_>) {
        let key = if self.allowed { "cli-leak-allowed" } else { "cli-leak-hidden" };
        let places = self.places.join(", ");
        let args = [
            ("finding", Arg::from(&self.finding)),
            ("places", Arg::from(&places)),
            ("count", self.places.len().into()),
        ];
        page.line(&page.say_with(key, &args));
        if !self.left.is_empty() {
            let left = self.left.join(", ");
            page.line(&page.say_with("cli-leak-left", &[("places", Arg::from(&left))]));
        }
    }
}

/// Everything that was found, word by word.
#[derive(Serialize)]
struct Report {
    persona: Option<String>,
    /// How many findings nobody has let through.
    open: usize,
    findings: Vec<Finding>,
}

/// One word, wherever it stands.
#[derive(Serialize)]
struct Finding {
    finding: String,
    kind: LeakKind,
    digest: String,
    /// Why it may leave, where somebody said so.
    allowed: Option<String>,
    places: Vec<Spot>,
    #[serde(skip)]
    word: String,
}

/// One place of a word: the text and its bytes in it.
#[derive(Serialize)]
struct Spot {
    place: String,
    bytes: [usize; 2],
}

impl Report {
    fn of(open: &Open, persona: Option<Id>, watch: &Watch) -> Report {
        let reasons = reasons(&open.research);
        let mut findings: Vec<Finding> = Vec::new();
        for it in found(&of_study(&open.research, persona), watch) {
            let spot = Spot { place: it.place.clone(), bytes: [it.leak.bytes.start, it.leak.bytes.end] };
            match findings.iter_mut().find(|known| known.digest == it.leak.digest) {
                Some(known) => known.places.push(spot),
                None => findings.push(Finding {
                    finding: it.leak.handle().to_owned(),
                    kind: it.leak.kind,
                    allowed: reasons.get(&it.key()).cloned(),
                    digest: it.leak.digest,
                    places: vec![spot],
                    word: it.word,
                }),
            }
        }
        findings
            .sort_by(|a, b| (a.allowed.is_some(), a.kind, &a.digest).cmp(&(b.allowed.is_some(), b.kind, &b.digest)));
        let name = persona.and_then(|id| open.research.personas().get(&id)).map(|it| it.name.clone());
        let open = findings.iter().filter(|it| it.allowed.is_none()).count();
        Report { persona: name, open, findings }
    }
}

impl Output for Report {
    const SCHEMA: &'static str = "leaks";

    fn human(&self, page: &mut Page<'_>) {
        let key = if self.findings.is_empty() { "cli-leaks-none" } else { "cli-leaks-found" };
        let allowed = self.findings.len() - self.open;
        page.heading(&page.say_with(key, &[("open", self.open.into()), ("allowed", allowed.into())]));
        if self.findings.is_empty() {
            return;
        }
        let heads = ["finding", "kind", "word", "places", "reason"];
        let row = |it: &Finding| {
            let mut places: Vec<&str> = it.places.iter().map(|it| it.place.as_str()).collect();
            places.dedup();
            let reason = it.allowed.as_deref().unwrap_or_default();
            let kind = page.say(&format!("leak-{}", it.kind));
            let handle = it.finding.chars().take(HANDLE).collect();
            let clean = |text: &str| text::clean(text).into_owned();
            vec![handle, kind, clean(&it.word), places.join(", "), clean(reason)]
        };
        let head = heads.map(|it| page.say(&format!("cli-head-{it}"))).to_vec();
        let table = Table { head, rows: self.findings.iter().map(row).collect(), right: Vec::new() };
        page.table(&table);
        page.line(&page.say("cli-leaks-hint"));
    }
}

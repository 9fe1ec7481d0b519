//! Published briefs on the command line: publishing, the list of versions with what is stale, what changed between two of
//! them, and who must be told when somebody withdraws. What changed is the domain's; its sentences are in the words.

use clap::{Args, Subcommand};
use serde::Serialize;

use super::leaks;
use super::output::{self, Answer, Output};
use super::page::{Page, Table};
use super::records::naming;
use super::session::{Open, Session, author};
use crate::domain::brief::Brief;
use crate::domain::edition::{self, BriefDiff, Change, Moved, Tally};
use crate::domain::journey::{self, versions};
use crate::domain::{Edition, Id, briefing, text};
use crate::error::{Error, ErrorKind, Result};
use crate::exchange::verify::published;
use crate::words::{Arg, Words};

/// What can be done with the versions of a brief.
#[derive(Subcommand)]
pub(super) enum Versions {
    Diff(Diff),
    List(List),
}

/// Which two versions.
#[derive(Args)]
pub(super) struct Diff {
    #[arg(value_name = "PERSONA")]
    persona: String,
    #[arg(value_name = "VERSION")]
    before: String,
    #[arg(value_name = "VERSION")]
    after: String,
}

/// Of whom.
#[derive(Args)]
pub(super) struct List {
    #[arg(value_name = "PERSONA")]
    persona: Option<String>,
}

pub(super) fn run(verb: &Versions, session: &Session) -> Result<Answer> {
    let open = session.open()?;
    match verb {
        Versions::Diff(args) => {
            let persona = naming::persona(&open.research, &args.persona)?.id;
            let (before, after) = (version(&open, persona, &args.before)?, version(&open, persona, &args.after)?);
            Answer::of(session, &Difference(edition::diff(&before, &after, &open.research)))
        }
        Versions::List(args) => {
            let persona = naming::persona_id(&open.research, args.persona.as_deref())?;
            Answer::of(session, &Listed::of(&open, persona)?)
        }
    }
}

/// Freezes the brief of now under the next number; nothing is published twice.
///
/// # Errors
/// `leaks-open` as long as a finding is open; `edition-unchanged` where the newest version says the same.
pub(super) fn publish(open: &mut Open, persona: Id, drafted: Brief) -> Result<Brief> {
    leaks::refuse(open, &drafted)?;
    let editions = editions_of(open, Some(persona));
    if let Some(last) = editions.last() {
        let same = Brief { edition: None, ..published(&last.document)? };
        if same == plain(&drafted)? {
            return Err(Error::refused("edition-unchanged").with("number", last.number));
        }
    }
    let number = edition::next_number(&open.research, persona);
    let (at, by) = (open.now(), author());
    let frozen = edition::frozen(drafted, number, (at, by.clone()));
    let document = json(&frozen)?;
    let hash = frozen.edition.as_ref().map_or_else(String::new, |it| it.hash.clone());
    let about = format!("{} v{number}", frozen.persona);
    let record = Edition { id: open.id(), study: open.study.id, persona, number, published: at, by, hash, document };
    open.add("publish-brief", &about, record.into())?;
    Ok(frozen)
}

/// Says on stderr under which number and hash a brief was published.
pub(super) fn tell_published(brief: &Brief, session: &Session) {
    let Some(it) = &brief.edition else { return };
    let hash: String = it.hash.chars().take(12).collect();
    let args = [("persona", Arg::from(&brief.persona)), ("number", Arg::from(it.number)), ("hash", Arg::from(&hash))];
    output::remark(&session.words.say_with("cli-brief-published", &args));
}

fn json(brief: &Brief) -> Result<String> {
    serde_json::to_string(brief).map_err(|fault| Error::new(ErrorKind::Bug, "json").because(fault))
}

/// The brief as it reads back: what a document does not hold (the ids of themes) is not compared.
fn plain(brief: &Brief) -> Result<Brief> {
    published(&json(brief)?)
}

/// The versions of a persona or of all, by persona and number.
fn editions_of(open: &Open, persona: Option<Id>) -> Vec<&Edition> {
    let name = |it: &Edition| open.research.personas().get(&it.persona).map(|it| it.name.clone());
    let mut editions: Vec<&Edition> =
        open.research.editions().values().filter(|it| persona.is_none_or(|id| it.persona == id)).collect();
    editions.sort_by_key(|it| (name(it), it.persona, it.number));
    editions
}

/// The brief that `v3`, `3` or `draft` means.
pub(super) fn version(open: &Open, persona: Id, typed: &str) -> Result<Brief> {
    let Some(number) = number(typed)? else { return briefing::for_export(&open.research, persona) };
    let edition = editions_of(open, Some(persona)).into_iter().find(|it| it.number == number);
    published(&edition.ok_or_else(|| Error::not_found("no-edition").with("number", number))?.document)
}

/// A version as it was handed out.
///
/// # Errors
/// `edition-cites-withdrawn` where it cites somebody who has withdrawn since.
pub(super) fn again(open: &Open, persona: Id, typed: &str) -> Result<Brief> {
    let brief = version(open, persona, typed)?;
    nobody_withdrew(open, |code| edition::cited(&brief, code).lines > 0)?;
    Ok(brief)
}

/// The number that `v3` or `3` means; none for the draft. So it is typed of a brief and of a journey.
pub(super) fn number(typed: &str) -> Result<Option<u32>> {
    let typed = typed.trim();
    if typed.eq_ignore_ascii_case("draft") || typed == "초안" {
        return Ok(None);
    }
    let number = typed.trim_start_matches(['v', 'V']).parse::<u32>();
    number.map(Some).map_err(|_| Error::usage("not-a-version").with("value", text::clean(typed)))
}

/// Refuses to hand out again what cites, by their codes, people who have withdrawn since.
///
/// # Errors
/// `edition-cites-withdrawn` with the codes.
pub(super) fn nobody_withdrew(open: &Open, cites: impl Fn(&str) -> bool) -> Result<()> {
    let withdrawn = open.research.participants().values().filter(|it| it.is_withdrawn());
    let cited: Vec<&str> = withdrawn.map(|it| it.code.as_str()).filter(|code| cites(code)).collect();
    if cited.is_empty() {
        return Ok(());
    }
    Err(Error::refused("edition-cites-withdrawn").with("people", cited.join(", ")))
}

/// A version that cites somebody: what must be called back.
#[derive(Serialize)]
pub(super) struct Recall {
    document: &'static str,
    persona: String,
    number: u32,
    published: String,
    lines: usize,
    quotes: usize,
}

/// The versions that cite a person.
pub(super) fn recalls(open: &Open, participant: &str) -> Result<Vec<Recall>> {
    let mut recalls = Vec::new();
    for it in editions_of(open, None) {
        let brief = published(&it.document)?;
        let cited = edition::cited(&brief, participant);
        if cited.lines > 0 || brief.from.iter().any(|source| source.participant == participant) {
            let published = it.published.date().to_string();
            let (lines, quotes) = (cited.lines, cited.quotes);
            recalls.push(Recall {
                document: "brief",
                persona: brief.persona,
                number: it.number,
                published,
                lines,
                quotes,
            });
        }
    }
    for it in open.research.journey_editions().values() {
        let map = crate::exchange::editions::read(it)?;
        let lines = versions::cited(&map, participant);
        if lines > 0 {
            let name = open.research.journeys().get(&it.journey).map(|it| journey::name(&open.research, it));
            let (persona, published) = (name.unwrap_or(map.persona), it.published.date().to_string());
            recalls.push(Recall { document: "journey", persona, number: it.number, published, lines, quotes: 0 });
        }
    }
    Ok(recalls)
}

/// Says which versions must be called back.
pub(super) fn tell_recalls(recalls: &[Recall], page: &mut Page<'_>) {
    if recalls.is_empty() {
        return;
    }
    page.line(&page.say("cli-recall-head"));
    for it in recalls {
        let args = [
            ("persona", Arg::from(&it.persona)),
            ("number", Arg::from(it.number)),
            ("date", Arg::from(&it.published)),
            ("lines", Arg::from(it.lines)),
            ("quotes", Arg::from(it.quotes)),
        ];
        let kind = page.say(&format!("kind-{}", it.document));
        page.line(&format!("  {kind} {}", page.say_with("cli-recall-row", &args)));
    }
}

#[derive(Serialize)]
struct Listed {
    editions: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    persona: String,
    number: u32,
    published: String,
    by: String,
    hash: String,
    people: usize,
    claims: usize,
    /// What is not as it was.
    people_in: usize,
    people_out: usize,
    lines_changed: usize,
    claims_moved: usize,
}

impl Listed {
    fn of(open: &Open, persona: Option<Id>) -> Result<Listed> {
        let mut editions = Vec::new();
        for it in editions_of(open, persona) {
            let brief = published(&it.document)?;
            let now = briefing::for_export(&open.research, it.persona)?;
            let diff = edition::diff(&brief, &now, &open.research);
            editions.push(Row {
                persona: brief.persona,
                number: it.number,
                published: it.published.date().to_string(),
                by: it.by.clone(),
                hash: it.hash.clone(),
                people: brief.people,
                claims: brief.claims.len(),
                people_in: diff.people_in.len(),
                people_out: diff.people_out.len(),
                lines_changed: diff.lines_changed.len(),
                claims_moved: diff.claims.len(),
            });
        }
        Ok(Listed { editions })
    }
}

impl Output for Listed {
    const SCHEMA: &'static str = "editions";

    fn human(&self, page: &mut Page<'_>) {
        if self.editions.is_empty() {
            return page.line(&page.say("cli-editions-none"));
        }
        let row = |it: &Row| {
            let args = [
                ("in", Arg::from(it.people_in)),
                ("out", Arg::from(it.people_out)),
                ("lines", Arg::from(it.lines_changed)),
                ("claims", Arg::from(it.claims_moved)),
            ];
            let is_fresh = it.people_in + it.people_out + it.lines_changed + it.claims_moved == 0;
            let stale = page.say_with(if is_fresh { "cli-edition-fresh" } else { "cli-edition-stale" }, &args);
            let hash = it.hash.chars().take(12).collect();
            vec![it.persona.clone(), format!("v{}", it.number), it.published.clone(), it.by.clone(), hash, stale]
        };
        let head =
            ["persona", "version", "published", "by", "hash", "since"].map(|it| page.say(&format!("cli-head-{it}")));
        let table = Table { head: head.to_vec(), rows: self.editions.iter().map(row).collect(), right: Vec::new() };
        page.table(&table);
    }
}

#[derive(Serialize)]
#[serde(transparent)]
struct Difference(BriefDiff);

/// `v3`, or the word for a draft.
fn named(number: Option<u32>, words: &Words) -> String {
    number.map_or_else(|| words.say("cli-version-draft"), |it| format!("v{it}"))
}

impl Output for Difference {
    const SCHEMA: &'static str = "brief-diff";

    fn human(&self, page: &mut Page<'_>) {
        let diff = &self.0;
        let (before, after) = (named(diff.before, page.words), named(diff.after, page.words));
        page.heading(&format!("{}  {before} → {after}", diff.persona));
        if diff.is_empty() {
            return page.line(&page.say("cli-diff-same"));
        }
        let mut people: Vec<String> = diff.people_in.iter().map(|it| format!("+{it}")).collect();
        people.extend(diff.people_out.iter().map(|it| {
            let reason = page.say(&format!("diff-left-{}", it.reason));
            format!("−{} ({reason})", it.participant)
        }));
        let people = people.join(" ");
        let args = [
            ("before", Arg::from(diff.people_before)),
            ("after", Arg::from(diff.people_after)),
            ("people", Arg::from(&people)),
        ];
        page.line(page.say_with("cli-diff-people", &args).trim_end());
        let (told, steady) = diff.told();
        let rows = told.into_iter().map(|it| claim(page, it)).collect();
        page.table(&Table { head: Vec::new(), rows, right: vec![2] });
        if steady > 0 {
            page.line(&page.say_with("diff-rest", &[("count", Arg::from(steady))]));
        }
        if !diff.lines_changed.is_empty() {
            let lines = diff.lines_changed.join(", ");
            page.line(&page.say_with("cli-diff-lines", &[("lines", Arg::from(&lines))]));
        }
    }
}

/// The sign of a change; the word stands beside it.
fn sign(change: Change) -> &'static str {
    match change {
        Change::Stronger | Change::New => "+",
        Change::Weaker | Change::Unsupported | Change::Gone => "-",
        Change::Contradicted => "!",
        Change::Renamed | Change::Steady => "~",
    }
}

/// One claim as a row: what it is, its counts then and now, what became of it.
fn claim(page: &Page<'_>, it: &Moved) -> Vec<String> {
    let dimension = page.say(&format!("dimension-{}-short", it.dimension));
    let tally = |it: Option<Tally>| it.map_or_else(|| "·".to_owned(), |it| format!("{}/{}", it.raised, it.people));
    let (before, after, against) = (tally(it.before), tally(it.after), it.against.join(", "));
    let (joined, lost) = (it.joined.join(", "), it.lost.join(", "));
    let args = [
        ("joined", Arg::from(&joined)),
        ("lost", Arg::from(&lost)),
        ("against", Arg::from(&against)),
        ("was", Arg::from(&it.was)),
        ("contradicted_before", Arg::from(it.before.map_or(0, |it| it.contradicted))),
        ("contradicted_after", Arg::from(it.after.map_or(0, |it| it.contradicted))),
        ("asked", Arg::from(it.newly_asked)),
    ];
    let what = page.say_with(&format!("diff-{}", it.change), &args);
    let theme = text::clean(&it.theme).into_owned();
    vec![format!(" {} {dimension}", sign(it.change)), theme, format!("{before} → {after}"), what]
}

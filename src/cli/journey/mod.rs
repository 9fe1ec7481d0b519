//! `whybuy journey`: the journey of a persona as a document, and what people do to it. What a journey says and what a step
//! is are the domain's, how it is set is `exchange`'s; nothing is computed here.

mod forms;
mod measuring;
mod publishing;
mod reading;
mod seeding;
mod setting;
mod writing;

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::editions::{nobody_withdrew, number};
use super::output::{self, Answer};
use super::records::naming;
use super::session::{Open, Session, author};
use super::{files, leaks};
use crate::domain::journey::{self as maps, Map, check, steps, versions};
use crate::domain::judgement::initials;
use crate::domain::live::Fresh;
use crate::domain::{Id, Step, journey, text};
use crate::error::{Error, Result};
use crate::exchange::editions;

/// Of whom, and in which form.
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(super) struct Journey {
    #[arg(value_name = "PERSONA", required = true)]
    persona: Option<String>,
    #[command(flatten)]
    which: Which,
    #[arg(long, short, value_name = "FORMAT", default_value = "md")]
    format: forms::Form,
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    #[arg(long, value_name = "DIR")]
    template: Option<PathBuf>,
    #[arg(long, value_name = "VERSION")]
    edition: Option<String>,
    #[command(subcommand)]
    verb: Option<Verb>,
}

/// What can be done with a journey.
#[derive(Subcommand)]
enum Verb {
    List(reading::List),
    Seed(Whose),
    Accept(seeding::Accept),
    Refuse(seeding::Refuse),
    Write(Box<writing::Write>),
    Remove(writing::Remove),
    Comment(writing::Comment),
    Set(Box<setting::Set>),
    Fork(writing::Fork),
    RenameTouchpoint(writing::Rename),
    Check(Whose),
    Steps(Whose),
    Diff(reading::Diff),
    Path(measuring::OfWhom),
    Metrics(measuring::Metrics),
    Publish(publishing::Publish),
    Walk(publishing::Walk),
}

/// Which journey of a persona: ours where nothing is said.
#[derive(Args)]
struct Which {
    #[arg(long, value_name = "NAME", default_value = "")]
    competitor: String,
    #[arg(long, value_name = "NAME", default_value = "")]
    group: String,
}

/// A journey.
#[derive(Args)]
struct Whose {
    #[arg(value_name = "PERSONA")]
    persona: String,
    #[command(flatten)]
    which: Which,
}

pub(super) fn run(args: &Journey, session: &Session) -> Result<Answer> {
    match &args.verb {
        None => give(args, session),
        Some(Verb::List(it)) => reading::list(it, session),
        Some(Verb::Seed(it)) => seeding::seed(it, session),
        Some(Verb::Accept(it)) => seeding::accept(it, session),
        Some(Verb::Refuse(it)) => seeding::refuse(it, session),
        Some(Verb::Write(it)) => writing::write(it, session),
        Some(Verb::Remove(it)) => writing::remove(it, session),
        Some(Verb::Comment(it)) => writing::comment(it, session),
        Some(Verb::Set(it)) => setting::set(it, session),
        Some(Verb::Fork(it)) => writing::fork(it, session),
        Some(Verb::RenameTouchpoint(it)) => writing::rename(it, session),
        Some(Verb::Check(it)) => reading::check(it, session),
        Some(Verb::Steps(it)) => reading::steps(it, session),
        Some(Verb::Diff(it)) => reading::diff(it, session),
        Some(Verb::Path(it)) => measuring::path(it, session),
        Some(Verb::Metrics(it)) => measuring::metrics(it, session),
        Some(Verb::Publish(it)) => publishing::publish(it, session),
        Some(Verb::Walk(it)) => publishing::walk(it, session),
    }
}

fn give(args: &Journey, session: &Session) -> Result<Answer> {
    let mut open = session.open()?;
    let persona = naming::persona(&open.research, args.persona.as_deref().unwrap_or_default())?.id;
    let map = exported(&open, persona, &args.which, args.edition.as_deref())?;
    leaks::refuse(&mut open, &map)?;
    let bytes = forms::set(args.format, args.template.as_deref(), &map, session)?;
    session.tell_left_out(map.left_out);
    if check::unapproached(&map).is_some() {
        output::remark(&session.words.say_with("cli-unapproached", &[("persona", (&map.persona).into())]));
    }
    files::deliver(bytes, args.output.as_ref())
}

/// A journey as it may leave the library: as it is now, or as it was published.
fn exported(open: &Open, persona: Id, which: &Which, edition: Option<&str>) -> Result<Map> {
    let known = known(open, persona, which);
    match (known, edition) {
        (None, None) if which.is_ours() => maps::for_export(&open.research, persona),
        (None, _) => Err(missing(open, persona, which)),
        (Some(journey), None) => maps::journey_for_export(&open.research, journey.id),
        (Some(journey), Some(typed)) => again(open, journey.id, typed),
    }
}

/// A version as it was handed out.
///
/// # Errors
/// `edition-cites-withdrawn` where it cites somebody who has withdrawn since.
fn again(open: &Open, journey: Id, typed: &str) -> Result<Map> {
    let map = version(open, journey, typed)?;
    nobody_withdrew(open, |code| versions::cited(&map, code) > 0)?;
    Ok(map)
}

/// The map that `v3`, `3` or `draft` means, each as it may leave the library.
fn version(open: &Open, journey: Id, typed: &str) -> Result<Map> {
    let Some(number) = number(typed)? else { return maps::journey_for_export(&open.research, journey) };
    let edition = versions::editions_of(&open.research, journey).into_iter().find(|it| it.number == number);
    editions::read(edition.ok_or_else(|| Error::not_found("no-edition").with("number", number))?)
}

impl Which {
    fn is_ours(&self) -> bool {
        self.competitor.is_empty() && self.group.is_empty()
    }
}

/// That nobody keeps the journey that is meant.
fn missing(open: &Open, persona: Id, which: &Which) -> Error {
    if which.is_ours() {
        let name = open.research.personas().get(&persona).map(|it| it.name.as_str()).unwrap_or_default();
        return Error::not_found("journey-not-kept").with("persona", name);
    }
    let name = if which.competitor.is_empty() { &which.group } else { &which.competitor };
    naming::missing(crate::domain::Kind::Journey, name)
}

/// The journey that is meant, if somebody keeps it.
fn known<'r>(open: &'r Open, persona: Id, which: &Which) -> Option<&'r journey::Journey> {
    let named = (text::trim_line(&which.competitor), text::trim_line(&which.group));
    maps::chosen(&open.research, persona, (&named.0, &named.1))
}

/// The journey that is meant.
///
/// # Errors
/// `journey-not-kept` where nobody keeps ours, `no-record` where nobody keeps the one that is named.
fn kept(open: &Open, whose: &Whose) -> Result<journey::Journey> {
    let persona = naming::persona(&open.research, &whose.persona)?.id;
    let found = known(open, persona, &whose.which).cloned();
    found.ok_or_else(|| missing(open, persona, &whose.which))
}

/// The journey that is meant; ours or a competitor's that nobody keeps yet is begun with the first step.
fn kept_or_begun(open: &Open, whose: &Whose) -> Result<journey::Journey> {
    let persona = naming::persona(&open.research, &whose.persona)?.id;
    match known(open, persona, &whose.which) {
        Some(known) => Ok(known.clone()),
        None if whose.which.group.is_empty() => {
            let by = initials(&author());
            steps::begun(&open.research, persona, &whose.which.competitor, (&by, &fresh(open)))
        }
        None => Err(missing(open, persona, &whose.which)),
    }
}

fn fresh(open: &Open) -> Fresh<'_> {
    Fresh::new(open.now(), open.library.mint())
}

/// Saves a step, if there is something to do; says whether there was.
fn save(open: &mut Open, step: Option<Step>) -> Result<bool> {
    let is_some = step.is_some();
    step.map_or(Ok(()), |step| open.save(step))?;
    Ok(is_some)
}

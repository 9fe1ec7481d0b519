//! `whybuy verify`: documents that were handed out, held against the library. One line for each thing that does not hold:
//! what, where, and what to do. Reading and comparing are `exchange`'s and the domain's.

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use super::output::{Answer, Output};
use super::page::Page;
use super::session::Session;
use super::{files, leaks, templates};
use crate::domain::text;
use crate::domain::verify::{Fault, FaultKind};
use crate::error::Result;
use crate::exchange::verify::{self, Basis, Checked, Known};
use crate::words::Arg;

/// Which files.
#[derive(Args)]
pub(super) struct Verify {
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    #[arg(long, value_name = "DIR")]
    template: Option<PathBuf>,
}

pub(super) fn run(args: &Verify, session: &Session) -> Result<Answer> {
    let mut open = session.open()?;
    let watch = leaks::watch(&mut open)?;
    let templates = templates::of(session, args.template.as_deref())?;
    let known = Known { research: &open.research, watch: &watch, on: open.now().date(), templates: &templates };
    let mut report = Report { holds: true, files: Vec::new() };
    for path in &args.files {
        let name = files::name(path);
        let checked = verify::check(&files::read(path)?, &name, &known)?;
        let holds = checked.verdict.holds();
        report.holds &= holds;
        report.files.push(Told { file: name, holds, checked });
    }
    Ok(Answer::of(session, &report)?.with_code(u8::from(!report.holds)))
}

/// What was found out about each file.
#[derive(Serialize)]
struct Report {
    holds: bool,
    files: Vec<Told>,
}

#[derive(Serialize)]
struct Told {
    file: String,
    holds: bool,
    #[serde(flatten)]
    checked: Checked,
}

impl Output for Report {
    const SCHEMA: &'static str = "verify";

    fn human(&self, page: &mut Page<'_>) {
        for (number, it) in self.files.iter().enumerate() {
            if number > 0 {
                page.blank();
            }
            it.human(page);
        }
    }
}

impl Told {
    fn human(&self, page: &mut Page<'_>) {
        page.heading(&self.file);
        let checked = &self.checked;
        let args =
            [("persona", Arg::from(&checked.persona)), ("number", Arg::from(checked.edition.unwrap_or_default()))];
        page.line(&format!("  {}", page.say_with(&format!("cli-verify-basis-{}", checked.basis), &args)));
        if matches!(checked.basis, Basis::Edition | Basis::JourneyEdition) {
            page.line(&format!("  {}", page.say("cli-verify-edition-how")));
        }
        let [quotes, all_quotes] = checked.verdict.quotes;
        let [numbers, all_numbers] = checked.verdict.numbers;
        let leaks = checked.verdict.faults.iter().filter(|it| it.kind == FaultKind::Leak).count();
        let args = [
            ("quotes", Arg::from(quotes)),
            ("all_quotes", Arg::from(all_quotes)),
            ("numbers", Arg::from(numbers)),
            ("all_numbers", Arg::from(all_numbers)),
            ("leaks", Arg::from(leaks)),
        ];
        page.line(&format!("  {}", page.say_with("cli-verify-counts", &args)));
        let faults = &checked.verdict.faults;
        for (at, fault) in faults.iter().enumerate() {
            let before = faults[..at].iter().filter(|it| it.kind == fault.kind).count();
            if before < TOLD || fault.kind == FaultKind::Moved {
                line(page, fault);
            }
            let all = faults.iter().filter(|it| it.kind == fault.kind && it.kind != FaultKind::Moved).count();
            if before + 1 == TOLD && all > TOLD {
                page.line(&format!("  … {}", page.say_with("cli-verify-more", &[("count", Arg::from(all - TOLD))])));
            }
        }
        if checked.verdict.faults.iter().any(|it| it.kind == FaultKind::Moved) {
            page.line(&format!("  {}", page.say("verify-moved-do")));
        }
        let verdict = if self.holds { "cli-verify-holds" } else { "cli-verify-fails" };
        let failing = checked.verdict.faults.iter().filter(|it| it.kind.fails()).count();
        page.line(&format!("  {}", page.say_with(verdict, &[("count", failing.into())])));
    }
}

/// So many findings of a kind are told to people; `--json` has them all.
const TOLD: usize = 12;
/// The most characters of a wording that a line of the report repeats.
const SHOWN: usize = 60;

fn line(page: &mut Page<'_>, fault: &Fault) {
    let short = |it: &str| {
        let clean = text::clean(it).into_owned();
        let head: String = text::graphemes(&clean).take(SHOWN).collect();
        if head.len() < clean.len() { head + "…" } else { clean }
    };
    let (about, expected, found) = (short(&fault.about), short(&fault.expected), short(&fault.found));
    let args = [("about", Arg::from(&about)), ("expected", Arg::from(&expected)), ("found", Arg::from(&found))];
    let key =
        if fault.is_unknown_persona() { "verify-no-persona".to_owned() } else { format!("verify-{}", fault.kind) };
    let sentence = page.say_with(&key, &args);
    let place = if fault.at.is_empty() { "-".to_owned() } else { text::clean(&fault.at).into_owned() };
    let sign = if fault.kind.fails() { "✗" } else { "~" };
    let about = if fault.about == fault.at || about.is_empty() || names_itself(fault.kind) {
        String::new()
    } else {
        about + ": "
    };
    let todo = match fault.kind {
        // What has moved is many lines; what to do about it is said once, below them.
        FaultKind::Moved => String::new(),
        _ if fault.is_unknown_persona() => String::new(),
        kind => page.say(&format!("verify-{kind}-do")),
    };
    page.labelled(&format!("  {sign} {place}"), 8, format!("{about}{sentence} {todo}").trim_end());
}

/// Whether the sentence of this kind says itself whom or what it concerns.
fn names_itself(kind: FaultKind) -> bool {
    !matches!(kind, FaultKind::Number | FaultKind::Words | FaultKind::Contradictor | FaultKind::Missing)
}

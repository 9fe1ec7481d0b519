//! `whybuy doctor`: where things are and whether they are sound, to read and to paste into a report of a fault.
//! It holds no text of an interview.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use serde::Serialize;

use super::files;
use super::output::{self, Answer, Output};
use super::page::Page;
use super::session::Session;
use super::settings::Settings;
use crate::error::{ErrorKind, Result};
use crate::words::Arg;

pub(super) fn run(session: &Session) -> Result<Answer> {
    let report = Report::of(session)?;
    let code = if report.library.problems.is_empty() { 0 } else { ErrorKind::Damaged.exit_code() };
    Ok(Answer::of(session, &report)?.with_code(code))
}

#[derive(Serialize)]
struct Report {
    version: &'static str,
    language: &'static str,
    library: LibraryReport,
    index: IndexReport,
    configuration: ConfigurationReport,
    terminal: TerminalReport,
}

#[derive(Serialize)]
struct LibraryReport {
    path: String,
    exists: bool,
    bytes: u64,
    /// The permissions, such as `600`.
    mode: String,
    studies: usize,
    lines: u64,
    problems: Vec<String>,
}

#[derive(Serialize)]
struct IndexReport {
    path: String,
    usable: bool,
    /// Changes of the library that it has not reached.
    behind: Option<usize>,
}

#[derive(Serialize)]
struct ConfigurationReport {
    path: String,
    exists: bool,
    /// What is wrong with it, each with its line; the defaults hold instead.
    problems: Vec<String>,
}

#[derive(Serialize)]
struct TerminalReport {
    columns: Option<usize>,
    colour: bool,
    term: String,
    locale: String,
}

impl Report {
    fn of(session: &Session) -> Result<Report> {
        let (library, index) = if session.library.exists() { looked_into(session)? } else { absent(session) };
        let set = |name: &&str| std::env::var(name).ok().filter(|it| !it.is_empty());
        Ok(Report {
            version: env!("CARGO_PKG_VERSION"),
            language: session.lang.name(),
            library,
            index,
            configuration: configured(session),
            terminal: TerminalReport {
                columns: output::stdout_width(),
                colour: output::takes_colour(),
                term: set(&"TERM").unwrap_or_default(),
                locale: ["LC_ALL", "LC_CTYPE", "LANG"].iter().find_map(set).unwrap_or_default(),
            },
        })
    }
}

fn configured(session: &Session) -> ConfigurationReport {
    let Settings { file, exists, config, mut faults } = Settings::of(session);
    faults.extend((session.front.check_keys)(&config.keys));
    let told = faults.iter().map(|fault| {
        let said = session.words.explain(fault);
        [Some(said.what), said.why, said.hint].into_iter().flatten().collect::<Vec<_>>().join(" ")
    });
    ConfigurationReport { path: files::name(&file), exists, problems: told.collect() }
}

fn absent(session: &Session) -> (LibraryReport, IndexReport) {
    let path = files::name(&session.library);
    let (mode, problems) = (String::new(), Vec::new());
    let library = LibraryReport { path, exists: false, bytes: 0, mode, studies: 0, lines: 0, problems };
    (library, IndexReport { path: files::name(&session.index), usable: false, behind: None })
}

fn looked_into(session: &Session) -> Result<(LibraryReport, IndexReport)> {
    let mut library = session.library()?;
    let found = fs::metadata(&session.library).ok();
    let mut problems = library.check()?;
    problems.extend(open_to_others(&session.library));
    let behind = library.behind()?;
    let report = LibraryReport {
        path: files::name(&session.library),
        exists: true,
        bytes: found.as_ref().map_or(0, fs::Metadata::len),
        mode: found.map_or_else(String::new, |it| format!("{:o}", it.permissions().mode() & 0o777)),
        studies: library.studies()?.len(),
        lines: library.count_notes()?,
        problems,
    };
    Ok((report, IndexReport { path: files::name(&session.index), usable: behind.is_some(), behind }))
}

/// A library that other accounts of this machine can read is a fault.
fn open_to_others(library: &Path) -> Option<String> {
    let mode = fs::metadata(library).ok()?.permissions().mode();
    (mode & 0o077 != 0).then(|| format!("mode {:o}", mode & 0o777))
}

impl Output for Report {
    const SCHEMA: &'static str = "doctor";

    fn human(&self, page: &mut Page<'_>) {
        let (library, index, configuration) = (&self.library, &self.index, &self.configuration);
        let state = match (library.exists, library.problems.is_empty()) {
            (false, _) => page.say("cli-doctor-absent"),
            (true, true) => page.say("cli-doctor-sound"),
            (true, false) => library.problems.join("; "),
        };
        let behind = match index.behind {
            None => page.say("cli-doctor-no-index"),
            Some(0) => page.say("cli-doctor-index-current"),
            Some(count) => page.say_with("cli-doctor-index-behind", &[("count", Arg::from(count))]),
        };
        let lines = i64::try_from(library.lines).unwrap_or(i64::MAX);
        let args = [("studies", Arg::from(library.studies)), ("lines", Arg::Count(lines))];
        let holds = page.say_with("cli-doctor-holds", &args);
        let size =
            format!("{} B  {}", page.words.number(i64::try_from(library.bytes).unwrap_or(i64::MAX)), library.mode);
        let columns = self.terminal.columns.map_or_else(|| "-".to_owned(), |it| it.to_string());
        let set = match (configuration.exists, configuration.problems.is_empty()) {
            (_, false) => configuration.problems.clone(),
            (false, true) => vec![page.say("cli-doctor-defaults")],
            (true, true) => vec![page.say("cli-doctor-sound")],
        };
        let rows = [
            ("cli-doctor-version", format!("whybuy {}", self.version)),
            ("cli-doctor-library", library.path.clone()),
            ("", state),
            ("", if library.exists { holds } else { String::new() }),
            ("", if library.exists { size } else { String::new() }),
            ("cli-doctor-index", index.path.clone()),
            ("", behind),
            ("cli-doctor-configuration", configuration.path.clone()),
        ];
        let settings = set.into_iter().map(|it| ("", it));
        let rest = [
            ("cli-doctor-terminal", format!("{}  {columns}", self.terminal.term)),
            ("cli-doctor-language", format!("{}  {}", self.language, self.terminal.locale)),
        ];
        let rows: Vec<(&str, String)> = rows.into_iter().chain(settings).chain(rest).collect();
        let label = |key: &str| if key.is_empty() { String::new() } else { page.say(key) };
        let labels: Vec<String> = rows.iter().map(|(key, _)| label(key)).collect();
        let widest = labels.iter().map(|it| crate::domain::text::width(it)).max().unwrap_or(0);
        for (label, (_, value)) in labels.iter().zip(&rows).filter(|(_, (_, value))| !value.is_empty()) {
            page.labelled(label, widest, value);
        }
    }
}

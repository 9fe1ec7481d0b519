//! `docs/requirements.md`: every row that the seed documents ask for, and the test that shows it. A test says so in its
//! doc comment, `/// Shows A05, A28.` or `/// Shows in part D07: what is still lacking.`, and a session of the command
//! line in a remark. The rows stand in `requirements.tsv`: id, the issue that owes it, name, and what a row that no test
//! shows still lacks. `UPDATE_DOCS=1 cargo test --test it requirements` writes the page anew.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use crate::docs::root;

/// The issue whose rows must each have a test or an honest line.
const DUE: &str = "6";

const PAGE: &str = "docs/requirements.md";

const HEAD: &str = "# What is asked for, and the test that shows it

<!-- Generated from the tests by `UPDATE_DOCS=1 cargo test --test it requirements`; a stale copy fails the tests. -->

Five documents about buyer personas and journeys are the seed of whybuy. Each row below is something that they ask for.
A row **works** when a test shows it: that test would fail if it did not hold. It works **partly** when tests show a
part and the line below says what is lacking, and it works **not yet** when no test shows it.
";

/// A row of the table.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    id: String,
    due: String,
    name: String,
    /// What it still lacks; blank where there is nothing to say.
    line: String,
}

/// What a test says of a row.
#[derive(Clone, Debug, PartialEq)]
struct Shown {
    id: String,
    /// What is still lacking; none where the whole row is shown.
    lacking: Option<String>,
    /// The name of the test, or of the session.
    test: String,
    /// The file, from the root of the repository.
    file: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    Works,
    Partly,
    NotYet,
}

impl Standing {
    const ALL: [Standing; 3] = [Standing::Works, Standing::Partly, Standing::NotYet];

    fn name(self) -> &'static str {
        match self {
            Standing::Works => "works",
            Standing::Partly => "partly",
            Standing::NotYet => "not yet",
        }
    }

    fn of(id: &str, shown: &[Shown]) -> Standing {
        let of_row: Vec<&Shown> = shown.iter().filter(|it| it.id == id).collect();
        match of_row.iter().any(|it| it.lacking.is_none()) {
            true => Standing::Works,
            false if of_row.is_empty() => Standing::NotYet,
            false => Standing::Partly,
        }
    }
}

/// The rows of the table under the headings of their groups.
fn table(text: &str) -> Vec<(String, Vec<Row>)> {
    let mut groups: Vec<(String, Vec<Row>)> = Vec::new();
    for line in text.lines().filter(|line| !line.is_empty()) {
        if let Some(heading) = line.strip_prefix("# ") {
            groups.push((heading.to_owned(), Vec::new()));
            continue;
        }
        let mut cells = line.split('\t').map(str::to_owned);
        let mut next = || cells.next().unwrap_or_default();
        let row = Row { id: next(), due: next(), name: next(), line: next() };
        groups.last_mut().expect("a heading before the first row").1.push(row);
    }
    groups
}

fn is_id(word: &str) -> bool {
    let mut letters = word.chars();
    word.len() == 3 && letters.next().is_some_and(|it| it.is_ascii_uppercase()) && letters.all(|it| it.is_ascii_digit())
}

/// The ids of a remark `Shows A05, A28.` or `Shows in part D07: why.`, and what is lacking; none where it is no such remark.
fn remark(line: &str) -> Option<(Vec<String>, Option<String>)> {
    let rest = line.strip_prefix("Shows ")?;
    let (list, lacking) = match rest.strip_prefix("in part ") {
        Some(rest) => rest.split_once(": ").map(|(list, why)| (list, Some(why.to_owned())))?,
        None => (rest.trim_end_matches('.'), None),
    };
    let ids: Vec<String> = list.split(", ").map(str::to_owned).collect();
    is_id(&ids[0]).then_some((ids, lacking))
}

/// Puts what a remark says on a test with this name.
fn put(found: &mut Vec<Shown>, (ids, lacking): (Vec<String>, Option<String>), (test, file): (&str, &str)) {
    let shown = |id| Shown { id, lacking: lacking.clone(), test: test.to_owned(), file: file.to_owned() };
    found.extend(ids.into_iter().map(shown));
}

/// What the doc comments of a source file show, and the remarks that stand on no test that is always run.
fn in_source(file: &str, text: &str) -> (Vec<Shown>, Vec<String>) {
    let (mut found, mut astray, mut waiting) = (Vec::new(), Vec::new(), Vec::new());
    let (mut is_test, mut is_ignored) = (false, false);
    for line in text.lines().map(str::trim) {
        if let Some(said) = line.strip_prefix("/// ") {
            waiting.extend(remark(said));
        } else if line.starts_with("#[") {
            (is_test, is_ignored) = (is_test || line == "#[test]", is_ignored || line.starts_with("#[ignore"));
        } else if !line.starts_with("//") {
            let name = line.split_once("fn ").and_then(|(_, rest)| rest.split('(').next());
            for said in waiting.drain(..) {
                match name {
                    Some(name) if is_test && !is_ignored => put(&mut found, said, (name, file)),
                    _ => astray.push(format!("{file}: Shows {} stands on no test: {line}", said.0.join(", "))),
                }
            }
            (is_test, is_ignored) = (false, false);
        }
    }
    (found, astray)
}

/// What the remarks of a session of the command line show.
fn in_session(file: &str, text: &str) -> Vec<Shown> {
    let name = format!("cli::{}", Path::new(file).file_stem().unwrap().to_str().unwrap());
    let mut found = Vec::new();
    for said in text.lines().filter_map(|line| remark(line.strip_prefix("# ")?)) {
        put(&mut found, said, (&name, file));
    }
    found
}

/// Every file below a folder of the repository with this ending, by name.
fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let (mut found, mut folders) = (Vec::new(), vec![root().join(folder)]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// Everything that the tests of the repository show, and what is wrong with how they say it.
fn shown() -> (Vec<Shown>, Vec<String>) {
    let (mut found, mut faults) = (Vec::new(), Vec::new());
    let name = |path: &Path| path.strip_prefix(root()).unwrap().to_str().unwrap().to_owned();
    for path in [files("src", "rs"), files("tests", "rs")].concat() {
        let (more, astray) = in_source(&name(&path), &fs::read_to_string(&path).unwrap());
        found.extend(more);
        faults.extend(astray);
    }
    for path in files("tests/it/cli", "txt").into_iter().filter(|it| it.parent().unwrap().ends_with("cli")) {
        found.extend(in_session(&name(&path), &fs::read_to_string(&path).unwrap()));
    }
    (found, faults)
}

/// What is wrong with the table and with what the tests say of it.
fn faults(rows: &[Row], shown: &[Shown]) -> Vec<String> {
    let mut found = Vec::new();
    for it in shown.iter().filter(|it| !rows.iter().any(|row| row.id == it.id)) {
        found.push(format!("{} ({}) shows {}, which does not exist", it.test, it.file, it.id));
    }
    for row in rows {
        let standing = Standing::of(&row.id, shown);
        let is_part = |it: &&Shown| it.id == row.id && it.lacking.is_some();
        let part = shown.iter().find(is_part);
        if rows.iter().filter(|it| it.id == row.id).count() > 1 || !is_id(&row.id) || row.name.is_empty() {
            found.push(format!("{:?} is no row, or stands twice", row.id));
        }
        match standing {
            Standing::Works if !row.line.is_empty() => found.push(format!("{} works and has a line", row.id)),
            Standing::Works if part.is_some() => {
                found.push(format!("{} works, and {} shows it in part", row.id, part.unwrap().test));
            }
            Standing::NotYet if row.due == DUE && row.line.is_empty() => {
                found.push(format!("{} has neither a test nor an honest line", row.id));
            }
            _ => {}
        }
    }
    found
}

/// How many rows stand so, as cells of a table.
fn counts(rows: &[&Row], shown: &[Shown]) -> String {
    let count = |standing| rows.iter().filter(|row| Standing::of(&row.id, shown) == standing).count().to_string();
    let mut cells: Vec<String> = Standing::ALL.into_iter().map(count).collect();
    cells.push(rows.len().to_string());
    cells.join(" | ")
}

/// The tests that show a row, as links to their files.
fn links(row: &Row, shown: &[Shown]) -> String {
    let mut tests: BTreeMap<(&str, &str), ()> = BTreeMap::new();
    tests.extend(shown.iter().filter(|it| it.id == row.id).map(|it| ((it.test.as_str(), it.file.as_str()), ())));
    let links: Vec<String> = tests.keys().map(|(test, file)| format!("[`{test}`](../{file})")).collect();
    links.join("<br>")
}

fn page(groups: &[(String, Vec<Row>)], shown: &[Shown]) -> String {
    let mut page = HEAD.to_owned();
    let all: Vec<&Row> = groups.iter().flat_map(|(_, rows)| rows).collect();
    page.push_str("\n| | works | partly | not yet | rows |\n|---|---:|---:|---:|---:|\n");
    for (heading, rows) in groups {
        writeln!(page, "| {heading} | {} |", counts(&rows.iter().collect::<Vec<_>>(), shown)).unwrap();
    }
    writeln!(page, "| **all** | {} |", counts(&all, shown)).unwrap();
    for (heading, rows) in groups {
        write!(page, "\n## {heading}\n\n| id | what | state | shown by |\n|---|---|---|---|\n").unwrap();
        for row in rows {
            let standing = Standing::of(&row.id, shown);
            let lacking = shown.iter().filter(|it| it.id == row.id).filter_map(|it| it.lacking.clone());
            let mut lines: Vec<String> = lacking.chain([row.line.clone()]).filter(|it| !it.is_empty()).collect();
            lines.dedup();
            lines.extend(Some(links(row, shown)).filter(|it| !it.is_empty()));
            let (id, name, state) = (&row.id, &row.name, standing.name());
            writeln!(page, "| {id} | {name} | {state} | {} |", lines.join("<br>")).unwrap();
        }
    }
    page
}

#[test]
fn the_page_of_the_requirements_is_fresh_and_honest() {
    let groups = table(&fs::read_to_string(root().join("tests/it/requirements.tsv")).unwrap());
    let rows: Vec<Row> = groups.iter().flat_map(|(_, rows)| rows.clone()).collect();
    let (shown, mut found) = shown();
    found.extend(faults(&rows, &shown));
    assert_eq!(rows.len(), 157);
    let page = page(&groups, &shown);
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(root().join(PAGE), &page).unwrap();
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    let kept = fs::read_to_string(root().join(PAGE)).unwrap_or_default();
    assert!(kept == page, "{PAGE} is stale: UPDATE_DOCS=1 cargo test --test it requirements");
}

#[test]
fn a_remark_is_read_and_every_fault_is_told() {
    assert_eq!(remark("Shows A05, A28."), Some((vec!["A05".to_owned(), "A28".to_owned()], None)));
    let part = remark("Shows in part D07: the median only.").unwrap();
    assert_eq!(part, (vec!["D07".to_owned()], Some("the median only.".to_owned())));
    assert_eq!((remark("Shows the page."), remark("It shows A05.")), (None, None));

    let source = "    /// A sentence.\n    /// Shows A01.\n    #[test]\n    fn one() {\n    /// Shows A02.\n    fn two() {\n\
                  /// Shows A03.\n    #[test]\n    #[ignore = \"slow\"]\n    fn three() {\n";
    let (found, astray) = in_source("src/a.rs", source);
    assert_eq!(found.iter().map(|it| (it.id.as_str(), it.test.as_str())).collect::<Vec<_>>(), [("A01", "one")]);
    assert_eq!(astray.len(), 2, "{astray:?}");
    let session = in_session("tests/it/cli/live.txt", "# Shows A02.\n\n$ whybuy\n    # Shows A03.\n");
    assert_eq!(session.iter().map(|it| (it.id.as_str(), it.test.as_str())).collect::<Vec<_>>(), [("A02", "cli::live")]);

    let rows = table("# A\nA01\t6\tone\nA02\t6\ttwo\tlacks it\nA03\t6\tthree\nA04\t\tfour\n").remove(0).1;
    let says = |id: &str, lacking: Option<&str>| Shown {
        id: id.to_owned(),
        lacking: lacking.map(str::to_owned),
        test: "t".to_owned(),
        file: "f".to_owned(),
    };
    let told = |shown: &[Shown]| faults(&rows, shown);
    assert_eq!(told(&[says("A01", None)]), ["A03 has neither a test nor an honest line"]);
    assert_eq!(told(&[says("A01", Some("x")), says("A03", None)]), Vec::<String>::new());
    let wrong =
        told(&[says("A01", None), says("A01", Some("x")), says("A02", None), says("A03", None), says("Z99", None)]);
    let heads: Vec<&str> = wrong.iter().map(|it| it.split(',').next().unwrap()).collect();
    assert_eq!(heads, ["t (f) shows Z99", "A01 works", "A02 works and has a line"]);
}

//! The pages that people read hold: the README begins with the two commands, no link leads nowhere, each dependency
//! has its line of reason. `docs/keys.md` and `docs/cli.md` are compared where their tables live.

use std::fs;
use std::path::{Path, PathBuf};

/// The longest `ARCHITECTURE.md`: one printed page.
const PAGE_LINES: usize = 90;

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The names in a table of a manifest, such as `dependencies`, in order.
pub fn dependencies(manifest: &str, table: &str) -> Vec<String> {
    let header = format!("[{table}]");
    let body = manifest.lines().skip_while(|line| line.trim() != header).skip(1);
    let body = body.take_while(|line| !line.starts_with('['));
    let lines = body.filter(|line| !line.trim_start().starts_with('#'));
    lines.filter_map(|line| Some(line.split_once('=')?.0.trim().to_owned())).filter(|name| !name.is_empty()).collect()
}

/// The targets of the Markdown links of a page, with the part after `#` cut off, those to other sites left out.
fn links(page: &str) -> Vec<String> {
    let mut targets = Vec::new();
    let prose: Vec<&str> = page.split("```").step_by(2).collect();
    for rest in prose.iter().flat_map(|part| part.split("](").skip(1)) {
        let target = rest.split([')', ' ']).next().unwrap_or_default().split('#').next().unwrap_or_default();
        if !target.is_empty() && !target.contains("://") {
            targets.push(target.to_owned());
        }
    }
    targets
}

fn pages() -> Vec<PathBuf> {
    let mut pages = vec![root().join("README.md"), root().join("ARCHITECTURE.md")];
    let mut folders = vec![root().join("docs")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "md") {
                pages.push(path);
            }
        }
    }
    pages.sort();
    pages
}

#[test]
fn the_readme_begins_with_the_two_commands() {
    let readme = read("README.md");
    let first = readme.find("cargo run --release -- demo").expect("the first command");
    let second = readme.find("cargo test").expect("the second command");
    assert!(first < second, "the demo comes first");
    let lines = readme[..second].lines().count();
    assert!(lines <= 20, "the test command stands on line {lines}, not at the beginning");
}

#[test]
fn no_link_leads_nowhere() {
    let mut dead = Vec::new();
    for page in pages() {
        let folder = page.parent().unwrap();
        let text = fs::read_to_string(&page).unwrap();
        dead.extend(links(&text).into_iter().filter(|to| !folder.join(to).exists()).map(|to| (page.clone(), to)));
    }
    assert!(dead.is_empty(), "{dead:?}");
    assert_eq!(links("[a](b.md#c) ![d](e.png) [f](https://g) ```[h](i)``` [j](#k)"), ["b.md", "e.png"]);
}

#[test]
fn each_dependency_has_its_line_of_reason() {
    let (manifest, reasons) = (read("Cargo.toml"), read("docs/dependencies.md"));
    for table in ["dependencies", "dev-dependencies"] {
        let named = dependencies(&manifest, table);
        assert!(!named.is_empty(), "no [{table}]");
        for name in &named {
            let lines = reasons.lines().filter(|line| line.starts_with(&format!("| `{name}` |"))).count();
            assert_eq!(lines, 1, "{name} has {lines} lines in docs/dependencies.md");
        }
    }
    let all = [dependencies(&manifest, "dependencies"), dependencies(&manifest, "dev-dependencies")].concat();
    let listed = reasons.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`').map(|(name, _)| name));
    let gone: Vec<&str> = listed.filter(|name| !all.iter().any(|it| it == name)).collect();
    assert!(gone.is_empty(), "docs/dependencies.md names what Cargo.toml does not: {gone:?}");
}

#[test]
fn the_architecture_fits_a_page() {
    let lines = read("ARCHITECTURE.md").lines().count();
    assert!((10..=PAGE_LINES).contains(&lines), "ARCHITECTURE.md has {lines} lines");
}

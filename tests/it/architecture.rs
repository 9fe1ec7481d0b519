//! The boundaries of the house, read off `src/**/*.rs`: which layer may know which, which crate lives where, and
//! the limits that clippy cannot hold. Each rule has a bad example below that it must catch.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::tokens::{Token, tokens};

/// What each layer may know, itself apart. `mint` makes the domain's ids and moments, so it knows them.
const LAYERS: [(&str, &[&str]); 16] = [
    (
        "lib",
        &[
            "cli", "tui", "plain", "library", "store", "search", "exchange", "domain", "insight", "error", "mint",
            "words", "config",
        ],
    ),
    ("main", &["cli", "tui", "plain", "library", "error", "mint", "words", "config", "process"]),
    ("process", &[]),
    ("cli", &["library", "exchange", "domain", "insight", "error", "mint", "words", "config"]),
    ("tui", &["library", "exchange", "domain", "insight", "error", "mint", "words", "config"]),
    ("plain", &["library", "exchange", "domain", "insight", "error", "mint", "words", "config"]),
    ("library", &["store", "search", "exchange", "domain", "insight", "error", "mint", "words"]),
    ("store", &["domain", "error", "mint"]),
    ("search", &["domain", "error"]),
    ("exchange", &["domain", "insight", "error", "mint", "words"]),
    ("domain", &["insight", "error"]),
    ("insight", &[]),
    ("config", &["domain", "error", "words"]),
    ("mint", &["domain", "error"]),
    ("words", &["error"]),
    ("error", &[]),
];

/// Where each dependency lives: a layer, or a file. A dependency without a line here has no home and is refused.
const HOMES: [(&str, &[&str]); 26] = [
    ("rusqlite", &["store"]),
    ("tantivy", &["search"]),
    ("tantivy_fst", &["search"]),
    ("ratatui", &["tui"]),
    ("crossterm", &["tui"]),
    ("signal_hook", &["tui", "plain"]),
    ("clap", &["cli"]),
    ("etcetera", &["cli"]),
    ("csv", &["exchange"]),
    ("minijinja", &["exchange"]),
    ("krilla", &["exchange"]),
    ("tiny_skia", &["exchange"]),
    ("ttf_parser", &["exchange"]),
    ("sha2", &["domain", "exchange"]),
    ("toml", &["config"]),
    ("encoding_rs", &["exchange"]),
    ("fluent_bundle", &["words"]),
    ("frostem", &["insight"]),
    ("unic_langid", &["words"]),
    ("uuid", &["mint", "domain/id.rs"]),
    ("rustix", &["store", "search", "library", "tui", "cli", "process"]),
    ("unicode_normalization", &["domain", "insight", "search", "exchange", "words"]),
    ("unicode_segmentation", &["domain", "insight", "search", "exchange", "tui", "words"]),
    ("unicode_width", &["domain", "tui"]),
    ("chrono", &["domain", "insight", "mint", "words", "store", "search", "exchange", "library", "cli", "tui"]),
    ("serde_json", &["store", "search", "exchange", "library", "cli", "tui"]),
];
/// At home everywhere.
const ANYWHERE: [&str; 1] = ["serde"];
/// What pure layers may not touch.
const IMPURE: [&str; 7] = ["fs", "io", "env", "net", "process", "thread", "time"];
const VAGUE: [&str; 10] =
    ["manager", "service", "handler", "helper", "helpers", "util", "utils", "data", "info", "item"];
const MAX_LINES: usize = 400;

/// One source file, named by its path below `src`.
struct File {
    path: String,
    /// The text without its test module.
    text: String,
    tokens: Vec<Token>,
}

impl File {
    fn new(path: &str, whole: &str) -> File {
        let text = without_tests(whole);
        File { path: path.to_owned(), tokens: tokens(&text), text }
    }

    fn layer(&self) -> &str {
        self.path.split('/').next().unwrap_or_default().trim_end_matches(".rs")
    }

    /// The number of `super` that lead from this module to the root of the crate.
    fn depth(&self) -> usize {
        let parts = self.path.matches('/').count() + 1;
        if self.path.ends_with("mod.rs") { parts - 1 } else { parts }
    }

    fn text(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.text.as_str())
    }

    /// The token before `at`.
    fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |at| self.text(at))
    }

    fn fault(&self, at: usize, what: &str) -> String {
        format!("src/{}:{}: {what}", self.path, self.tokens[at].line)
    }

    /// The names that a path leads to whose `::` stands at `at`: one, or those of a `{...}` group.
    fn heads(&self, at: usize) -> Vec<(usize, String)> {
        if self.text(at + 1) != "{" {
            return vec![(at + 1, self.text(at + 1).to_owned())];
        }
        let (mut depth, mut heads) = (0, Vec::new());
        for i in at + 1..self.tokens.len() {
            match self.text(i) {
                "{" => depth += 1,
                "}" if depth == 1 => break,
                "}" => depth -= 1,
                name if depth == 1 && matches!(self.before(i), "{" | ",") => heads.push((i, name.to_owned())),
                _ => {}
            }
        }
        heads
    }
}

/// The text before its `#[cfg(test)] mod ... {`, which stands at the end of a file.
fn without_tests(whole: &str) -> String {
    let lines: Vec<&str> = whole.lines().collect();
    let is_test_module = |at: usize| {
        let next = lines[at + 1..].iter().find(|line| !line.trim_start().starts_with("#["));
        lines[at].trim() == "#[cfg(test)]" && next.is_some_and(|line| line.contains("mod ") && line.ends_with('{'))
    };
    let end = (0..lines.len()).find(|at| is_test_module(*at)).unwrap_or(lines.len());
    lines[..end].join("\n")
}

fn layers(file: &File) -> Vec<String> {
    let Some((_, allowed)) = LAYERS.iter().find(|(layer, _)| *layer == file.layer()) else {
        return vec![format!("src/{}: no such layer in the architecture", file.path)];
    };
    let mut faults = Vec::new();
    for at in (0..file.tokens.len()).filter(|at| file.text(*at) == "::") {
        let supers = (0..).take_while(|n| at > 2 * n && file.text(at - 1 - 2 * n) == "super").count();
        let root = matches!(file.before(at), "crate" | "whybuy") || (supers > 0 && supers == file.depth());
        for (place, layer) in if root && file.text(at + 1) != "super" { file.heads(at) } else { Vec::new() } {
            let known = LAYERS.iter().any(|(name, _)| *name == layer);
            if known && layer != file.layer() && !allowed.contains(&layer.as_str()) {
                faults.push(file.fault(place, &format!("{} may not know {layer}", file.layer())));
            }
        }
    }
    faults
}

fn homes(file: &File) -> Vec<String> {
    let foreign = |at: usize| file.text(at + 1) == "::" || file.before(at) == "use" || file.before(at) == "crate";
    let mut faults = Vec::new();
    for at in (0..file.tokens.len()).filter(|at| foreign(*at) && !matches!(file.before(*at), "::" | ".")) {
        let name = file.text(at);
        let homeless = HOMES
            .iter()
            .find(|(it, _)| *it == name)
            .is_some_and(|(_, homes)| !homes.contains(&file.layer()) && !homes.contains(&file.path.as_str()));
        if homeless {
            faults.push(file.fault(at, &format!("{name} does not live in {}", file.layer())));
        }
        let impure = file.heads(at + 1).into_iter().find(|(_, head)| IMPURE.contains(&head.as_str()));
        if let Some((place, head)) = impure.filter(|_| name == "std" && matches!(file.layer(), "domain" | "insight")) {
            faults.push(file.fault(place, &format!("std::{head} in the pure {}", file.layer())));
        }
    }
    faults
}

fn words_of(file: &File) -> Vec<String> {
    let mut faults = Vec::new();
    for at in 0..file.tokens.len() {
        let (before, here, next, then) = (file.before(at), file.text(at), file.text(at + 1), file.text(at + 2));
        let fault = match (before, here, next) {
            (".", "unwrap" | "expect", "(") => Some("may panic"),
            (_, "panic" | "todo" | "unimplemented" | "unreachable", "!") => Some("may panic"),
            (_, "print" | "println" | "eprint" | "eprintln", "!") if file.path != "cli/output.rs" => {
                Some("speaks outside cli/output.rs")
            }
            (_, "Utc" | "Local" | "SystemTime", "::") if then == "now" && file.path != "mint.rs" => {
                Some("reads the clock outside mint.rs")
            }
            (_, "Uuid", "::") if then == "now_v7" && file.path != "mint.rs" => Some("makes an id outside mint.rs"),
            (_, "thread_local" | "lazy_static", "!") => Some("is static state"),
            (before, "static", _) if before != "&" => Some("is static state"),
            _ => None,
        };
        faults.extend(fault.map(|why| file.fault(at, &format!("`{here}` {why}"))));
        if matches!(here, "struct" | "enum" | "trait" | "type" | "mod") && is_vague(next) {
            faults.push(file.fault(at + 1, &format!("`{next}` says nothing; use a word of the glossary")));
        }
    }
    faults
}

/// Whether one of the words of a `CamelCase` or `snake_case` name is on the list of names that say nothing.
fn is_vague(name: &str) -> bool {
    let mut spaced = String::new();
    for c in name.chars() {
        if c.is_uppercase() {
            spaced.push('_');
        }
        spaced.extend(c.to_lowercase());
    }
    spaced.split('_').any(|word| VAGUE.contains(&word))
}

fn shape(file: &File) -> Vec<String> {
    let mut faults = Vec::new();
    let lines = file.text.lines().count();
    if lines > MAX_LINES {
        faults.push(format!("src/{}: {lines} lines without tests, more than {MAX_LINES}", file.path));
    }
    let head = file.text.lines().take_while(|line| line.starts_with("//!")).count();
    if !(2..=6).contains(&head) {
        faults.push(format!("src/{}: begins with {head} lines of //!, not with 2 to 6", file.path));
    }
    if is_vague(file.path.trim_end_matches(".rs").rsplit('/').next().unwrap_or_default()) {
        faults.push(format!("src/{}: a name that says nothing", file.path));
    }
    faults
}

fn faults(file: &File) -> Vec<String> {
    [layers(file), homes(file), words_of(file), shape(file)].concat()
}

/// The modules that a file declares for tests only: `#[cfg(test)] mod NAME;`.
fn test_modules(whole: &str) -> Vec<&str> {
    let lines: Vec<&str> = whole.lines().map(str::trim).collect();
    let mut names = Vec::new();
    for at in (0..lines.len()).filter(|at| lines[*at] == "#[cfg(test)]") {
        let declared = lines[at + 1..].iter().find(|line| !line.starts_with("#["));
        names.extend(declared.and_then(|line| line.split_once("mod ")?.1.strip_suffix(';')));
    }
    names
}

/// Every file below a folder with its text, by path.
fn below(folder: &Path) -> BTreeMap<PathBuf, String> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(below(&path));
        } else if path.extension().is_some_and(|it| it == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            files.insert(path, text);
        }
    }
    files
}

/// Every source file below `src`, test files apart.
fn sources() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = below(&root);
    let mut for_tests = Vec::new();
    for (path, text) in &files {
        let is_folder = ["mod", "lib", "main"].iter().any(|it| path.file_stem().is_some_and(|stem| stem == *it));
        let inside = if is_folder { path.parent().unwrap().to_owned() } else { path.with_extension("") };
        for_tests.extend(test_modules(text).into_iter().map(|name| inside.join(name)));
    }
    let counts = |path: &&PathBuf| !for_tests.iter().any(|it| path.with_extension("") == *it || path.starts_with(it));
    let name = |path: &Path| path.strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
    files.keys().filter(counts).map(|path| File::new(&name(path), &files[path])).collect()
}

#[test]
fn the_house_holds() {
    let files = sources();
    assert!(files.len() > 15, "only {} files were read", files.len());
    let found: Vec<String> = files.iter().flat_map(faults).collect();
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
}

#[test]
fn every_dependency_has_a_home() {
    let named: BTreeSet<&str> = HOMES.iter().map(|(name, _)| *name).chain(ANYWHERE).collect();
    let manifest = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).unwrap();
    let homeless: Vec<String> = crate::docs::dependencies(&manifest, "dependencies")
        .into_iter()
        .map(|name| name.replace('-', "_"))
        .filter(|name| !named.contains(name.as_str()))
        .collect();
    assert!(homeless.is_empty(), "no home in HOMES: {homeless:?}");
}

#[test]
fn each_rule_catches_its_bad_example() {
    let head = "//! A module.\n//! With two lines.\n";
    let bad: BTreeMap<&str, &[&str]> = BTreeMap::from([
        ("domain/x.rs", &["use crate::store::Store;", "use super::super::mint::Mint;", "use std::{fmt, fs};"][..]),
        ("domain/y.rs", &["fn f() { crate::{error::Error, tui::Model}; }", "fn f() { std::time::Instant::now(); }"]),
        ("store/mod.rs", &["use super::search::Index;", "use tantivy::Index;", "fn f() { ratatui::init(); }"]),
        ("search/x.rs", &["use crate::{error, library};", "#[derive(clap::Parser)] struct A;"]),
        ("cli/x.rs", &["use crate::tui::Model;", "use crate::store::Store;", "fn f() { println!(\"\"); }"]),
        ("library/x.rs", &["fn f() { Utc::now(); }", "static X: u8 = 0;", "fn f() { x.unwrap(); }"]),
        ("tui/x.rs", &["fn f() { x.expect(\"\"); }", "fn f() { panic!(); }", "struct KeyHandler;", "mod utils {}"]),
        ("plain/x.rs", &["use crate::tui::Model;", "use crossterm::event;", "fn f() { println!(\"\"); }"]),
        ("tui/data.rs", &[""]),
        ("elsewhere/x.rs", &[""]),
    ]);
    for (path, examples) in bad {
        for example in examples {
            let found = faults(&File::new(path, &format!("{head}{example}")));
            assert_eq!(found.len(), 1, "{path}: {example}: {found:?}");
        }
    }
    let long = "\n".repeat(MAX_LINES);
    assert_eq!(faults(&File::new("store/x.rs", &format!("{head}{long}"))).len(), 1);
    assert_eq!(faults(&File::new("store/x.rs", "//! One line.")).len(), 1);
}

#[test]
fn good_examples_pass() {
    let good = "//! A module.\n//! With two lines.\nuse crate::{domain::Id, error::Error};\nuse rusqlite::Row;\n\
                // crate::search, x.unwrap()\nfn f(x: &'static str) { \"panic!() tantivy::Index\"; x.unwrap_or(1); }\n\
                #[cfg(test)]\n#[allow(clippy::unwrap_used)]\nmod tests {\n fn f() { x.unwrap(); } }";
    assert_eq!(faults(&File::new("store/x.rs", good)), Vec::<String>::new());
}

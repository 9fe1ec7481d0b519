//! The chain on real input: transcripts that other people recorded (`../shared/data`, never copied here) and the demo.
//! Search, brief and journey answer, and every code that they give as evidence resolves by `show`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::docs::root;
use crate::home::Home;

/// At most so many codes are resolved in processes of their own; the rest by the crate.
const SHOWN: usize = 30;
/// What the tags of `long1960s` are about, read as reasons of a change of mind.
const TAGS: [&str; 10] = [
    "childhood=trigger",
    "vietnam=trigger",
    "values=criteria",
    "education=criteria",
    "music=benefit",
    "sociallife=benefit",
    "draft=concern",
    "discrimination=concern",
    "change=post_purchase",
    "adulthood=post_purchase",
];

/// A folder of `../shared/data/interviews`; none, said aloud, where it is not there. CI must have it.
fn shared(folder: &str) -> Option<PathBuf> {
    let path = root().join("../shared/data/interviews").join(folder);
    // A worktree lies one deeper.
    let path = if path.exists() { path } else { root().join("../../shared/data/interviews").join(folder) };
    if path.exists() {
        return Some(path);
    }
    assert!(std::env::var("CI").is_err(), "CI has no {}", path.display());
    println!("SKIPPED: there is no {}", path.display());
    None
}

fn with_ending(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|it| it == ending)).collect();
    files.sort();
    files
}

/// Every string in a document that looks like a citation, such as `P07-L041.r1`.
fn citations(document: &Value, found: &mut BTreeSet<String>) {
    match document {
        Value::String(text) if text.parse::<whybuy::domain::Citation>().is_ok() => {
            found.insert(text.clone());
        }
        Value::Array(all) => all.iter().for_each(|it| citations(it, found)),
        Value::Object(all) => all.values().for_each(|it| citations(it, found)),
        _ => {}
    }
}

/// Search, brief and journey of a persona answer, with evidence that resolves; returns how many codes they gave.
fn chain_holds(home: &Home, args: &[&str], query: &str, persona: &str) -> usize {
    let found = home.json(&[args, &["search", query]].concat());
    assert_eq!(found["schema"], "whybuy.search/1");
    assert!(!found["hits"].as_array().unwrap().is_empty(), "{query} finds nothing");
    all_agree(home, args);
    let brief = home.json(&[args, &["brief", persona]].concat());
    assert_eq!(brief["schema"], "whybuy.brief/1");
    let claims = brief["claims"].as_array().unwrap();
    assert!(!claims.is_empty(), "the brief of {persona} claims nothing");
    for claim in claims {
        let mut evidence = [claim["supports"].as_array(), claim["contradicts"].as_array()].into_iter().flatten();
        let is_assumption = claim["state"] == "assumption";
        assert!(is_assumption || evidence.any(|it| !it.is_empty()), "a claim without evidence: {claim}");
    }
    let journey = home.json(&[args, &["journey", persona]].concat());
    assert_eq!(journey["schema"], "whybuy.journey/1");
    for cell in journey["cells"].as_array().unwrap() {
        for entry in cell["entries"].as_array().unwrap() {
            let is_assumption = entry["state"] == "assumption";
            let evidence = entry["evidence"].as_array().unwrap();
            assert!(is_assumption || !evidence.is_empty(), "a seeded entry without evidence: {entry}");
        }
    }
    let mut codes = BTreeSet::new();
    [&found["hits"], &brief["claims"], &journey["cells"]].into_iter().for_each(|part| citations(part, &mut codes));
    resolve(home, args, &codes);
    codes.len()
}

/// Everybody agrees to take part; without that nothing of them is in a document.
fn all_agree(home: &Home, args: &[&str]) {
    let people = home.json(&[args, &["participant", "list"]].concat());
    for person in people["records"].as_array().unwrap() {
        home.json(&[args, &["consent", "give", person["code"].as_str().unwrap()]].concat());
    }
}

fn resolve(home: &Home, args: &[&str], codes: &BTreeSet<String>) {
    let every = codes.len().div_ceil(SHOWN).max(1);
    for code in codes.iter().step_by(every) {
        let shown = home.json(&[args, &["show", code]].concat());
        let mut told = BTreeSet::new();
        citations(&shown, &mut told);
        let bare = code.split('.').next().unwrap();
        assert!(told.iter().any(|it| it.split('.').next() == Some(bare)), "{code} shows {shown}");
    }
}

#[test]
fn the_demo_answers() {
    for (lang, query) in [("ko", "견적"), ("en", "price")] {
        let home = Home::new();
        let made = home.json(&["demo", "--print-path", "--lang", lang]);
        let library = made["library"].as_str().unwrap();
        let args = ["--library", library, "--lang", lang];
        let personas = home.json(&[&args[..], &["persona", "list"]].concat());
        let names: Vec<&str> =
            personas["records"].as_array().unwrap().iter().map(|it| it["name"].as_str().unwrap()).collect();
        assert!(names.len() >= 2, "{personas}");
        let codes: usize = names.iter().map(|name| chain_holds(&home, &args, query, name)).sum();
        assert!(codes > 20, "only {codes} codes");
    }
}

#[test]
fn oral_history_answers() {
    let Some(folder) = shared("long1960s/_data/transcripts") else { return };
    let home = Home::with_study(&[]);
    home.run(&["persona", "new", "Witness"]);
    let files = with_ending(&folder, "csv");
    assert_eq!(files.len(), 16);
    for (number, file) in files.iter().enumerate() {
        let code = format!("P{:02}", number + 1);
        let mut args = vec!["import", file.to_str().unwrap(), "--participant", &code, "--persona", "Witness"];
        args.extend(TAGS.iter().flat_map(|tag| ["--tag", *tag]));
        home.run(&args);
    }
    let research = home.research();
    assert_eq!(research.interviews().len(), 16, "each transcript is one interview");
    assert!(research.notes().len() > 1000, "{} lines", research.notes().len());
    let codes = chain_holds(&home, &[], "draft", "Witness");
    assert!(codes > 20, "only {codes} codes");
}

#[test]
fn zoom_transcripts_answer() {
    let Some(folder) = shared("zoom_clova") else { return };
    let home = Home::with_study(&[]);
    home.run(&["persona", "new", "Student"]);
    let files = with_ending(&folder, "vtt");
    assert_eq!(files.len(), 2);
    for (number, file) in files.iter().enumerate() {
        let code = format!("P{:02}", number + 1);
        let dimension = ["criteria", "concern"][number];
        let path = file.to_str().unwrap();
        home.run(&["import", path, "--participant", &code, "--persona", "Student", "--dimension", dimension]);
    }
    home.run(&["theme", "new", "data", "--dimension", "criteria"]);
    home.run(&["theme", "new", "safety", "--dimension", "concern"]);
    for (query, theme) in [("data", "data"), ("gloves", "safety")] {
        let found = home.json(&["search", query]);
        let hits = found["hits"].as_array().unwrap().iter().take(4);
        for hit in hits {
            home.run(&["mark", hit["note"].as_str().unwrap(), "--theme", theme]);
        }
    }
    let codes = chain_holds(&home, &[], "data", "Student");
    assert!(codes >= 5, "only {codes} codes");
}

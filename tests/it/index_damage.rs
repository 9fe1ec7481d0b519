//! The index is a follower: whatever is deleted, cut or wiped in its folder, `search` gives the same answer, nothing
//! panics, and what was broken is mended behind.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use whybuy::library::{Library, Options};
use whybuy::mint::Mint;

use crate::corpus::generator;
use crate::home::Home;

const QUERIES: [&str; 3] = ["견적", "comparison sheet", "도입가격 concern:가격"];

/// What is done to a file.
type Damage = fn(&Path);
const DAMAGES: [(&str, Damage); 4] = [
    ("deleted", |path| fs::remove_file(path).unwrap()),
    ("cut in half", |path| {
        let bytes = fs::read(path).unwrap();
        fs::write(path, &bytes[..bytes.len() / 2]).unwrap();
    }),
    ("emptied", |path| fs::write(path, "").unwrap()),
    ("wiped", |path| fs::write(path, vec![0; fs::read(path).unwrap().len()]).unwrap()),
];

/// A home with a corpus study, as if it had been imported.
pub fn with_corpus(seed: u64, notes: usize) -> Home {
    let home = Home::new();
    home.run(&["study", "new", "Empty"]);
    let options = Options {
        file: home.library(),
        index: home.path().join("unused"),
        author: "test".to_owned(),
        mint: Mint::system(),
    };
    let mut library = Library::open(options).unwrap();
    library.put_research(&generator::study(seed, 0, notes)).unwrap();
    home
}

/// The answer to every query, without what may differ; the error where there is none.
fn answers(home: &Home) -> Vec<Value> {
    let answer = |query: &&str| {
        let output = home.command(&["search", query, "--limit", "50", "--json"]).output().unwrap();
        let said = if output.status.success() { output.stdout } else { output.stderr };
        let mut answer: Value = serde_json::from_slice(&said).unwrap_or_else(|_| String::from_utf8_lossy(&said).into());
        for changing in ["took_ms", "behind", "scanned"] {
            answer.as_object_mut().map(|fields| fields.remove(changing));
        }
        answer
    };
    QUERIES.iter().map(answer).collect()
}

/// The one folder of an index in the cache.
fn index_of(home: &Home) -> PathBuf {
    let entries = fs::read_dir(home.cache()).unwrap().map(|entry| entry.unwrap().path());
    let found: Vec<PathBuf> = entries.filter(|path| path.join("meta.json").exists()).collect();
    assert_eq!(found.len(), 1, "{found:?}");
    found[0].clone()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = entries.filter(|path| path.is_file()).collect();
    files.sort();
    files
}

fn put_back(sound: &[(PathBuf, Vec<u8>)], folder: &Path) {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).unwrap();
    for (path, bytes) in sound {
        fs::write(path, bytes).unwrap();
    }
}

#[test]
fn no_damage_changes_an_answer() {
    let home = with_corpus(21, 400);
    let expected = answers(&home);
    for (query, answer) in QUERIES.iter().zip(&expected) {
        assert!(answer["total"].as_u64().unwrap() > 0, "{query} finds nothing: the test would prove nothing");
    }
    home.run(&["reindex"]);
    assert_eq!(answers(&home), expected, "the index answers as the store does");
    let folder = index_of(&home);
    let sound: Vec<(PathBuf, Vec<u8>)> =
        files(&folder).into_iter().map(|path| (path.clone(), fs::read(path).unwrap())).collect();
    assert!(sound.len() >= 5, "{sound:?}");
    let mut wrong = Vec::new();
    for (path, _) in &sound {
        for (name, damage) in DAMAGES {
            put_back(&sound, &folder);
            damage(path);
            let given = answers(&home);
            let differs = given.iter().zip(&expected).find(|(given, expected)| given != expected);
            wrong.extend(differs.map(|(given, _)| format!("{} {name}: {given:.300}", path.display())));
        }
    }
    assert!(wrong.is_empty(), "{} damages changed an answer:\n{}", wrong.len(), wrong.join("\n"));
    fs::remove_dir_all(&folder).unwrap();
    assert_eq!(answers(&home), expected, "the whole folder deleted");
    home.run(&["reindex"]);
    assert_eq!(answers(&home), expected, "built anew");
}

#[test]
fn an_index_that_is_behind_hides_no_line() {
    let home = with_corpus(22, 120);
    home.run(&["reindex"]);
    home.run(&["--study", "Empty", "participant", "new", "P01"]);
    home.run(&["--study", "Empty", "interview", "new", "P01"]);
    let interview = home.json(&["--study", "Empty", "interview", "list"]);
    let name = interview["records"][0]["name"].as_str().unwrap_or_else(|| panic!("{interview}")).to_owned();
    home.run(&["--study", "Empty", "note", "add", "--interview", &name, "방금 적은 희귀한낱말 한 줄"]);
    let found = home.json(&["search", "희귀한낱말"]);
    assert_eq!(found["total"], 1, "{found}");
}

//! The index is a follower: whatever is deleted, cut or wiped in its folder, `search` gives the same answer, nothing
//! panics, and what was broken is mended behind.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use whybuy::library::{Library, Options, Request};
use whybuy::mint::Mint;

use crate::corpus::generator;
use crate::home::Home;

const QUERIES: [&str; 2] = ["견적", "concern:price"];

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

/// How the library of a home is opened, with its index beside it.
fn options(home: &Home) -> Options {
    Options { file: home.library(), index: home.path().join("index"), author: "test".to_owned(), mint: Mint::system() }
}

/// A home with an empty study and one of a corpus, as if it had been imported.
fn with_corpus(seed: u64, notes: usize) -> Home {
    let home = Home::new();
    home.run(&["study", "new", "Empty"]);
    let mut library = Library::open(options(&home)).unwrap();
    library.put_research(&generator::study(seed, 0, notes)).unwrap();
    home
}

/// What a fresh process answers to every query, and whether each answer came from the index.
fn answers(home: &Home) -> (Vec<String>, Vec<bool>) {
    let mut library = Library::open(options(home)).unwrap();
    let answer = |query: &&str| {
        let request = Request::of(query, 50);
        library.search(&request).map_or_else(
            |error| (format!("{error}"), false),
            |found| (format!("{} {} {:?} {:?}", found.total, found.people, found.facets, found.hits), !found.scanned),
        )
    };
    QUERIES.iter().map(answer).unzip()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = entries.filter(|path| path.is_file()).collect();
    files.sort();
    files
}

/// The first file of each kind: of each ending, and those that have none.
fn one_of_each_kind(sound: &[(PathBuf, Vec<u8>)]) -> Vec<&Path> {
    let mut kinds = BTreeSet::new();
    let kind = |path: &Path| path.extension().map_or_else(|| path.to_owned(), PathBuf::from);
    sound.iter().map(|(path, _)| path.as_path()).filter(|path| kinds.insert(kind(path))).collect()
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
    let home = with_corpus(21, 300);
    let (expected, from_index) = answers(&home);
    assert_eq!(from_index, [false; QUERIES.len()], "there is no index yet");
    assert!(expected.iter().all(|it| !it.starts_with("0 ")), "a query finds nothing");
    let catch_up = || Library::open(options(&home)).unwrap().catch_up(&mut |_, _| true).unwrap();
    assert!(catch_up());
    assert_eq!(answers(&home), (expected.clone(), vec![true; QUERIES.len()]), "the index answers as the store does");
    let folder = home.path().join("index");
    let sound: Vec<(PathBuf, Vec<u8>)> =
        files(&folder).into_iter().map(|path| (path.clone(), fs::read(path).unwrap())).collect();
    assert!(sound.len() >= 5, "{sound:?}");
    let mut wrong = Vec::new();
    for path in one_of_each_kind(&sound) {
        for (at, (name, damage)) in DAMAGES.into_iter().enumerate() {
            put_back(&sound, &folder);
            damage(path);
            let (given, _) = answers(&home);
            let differs = given.iter().zip(&expected).find(|(given, expected)| given != expected);
            wrong.extend(differs.map(|(given, _)| format!("{} {name}: {given:.300}", path.display())));
            // Mending takes longer than answering, so each kind of file is mended once.
            let is_healed = at != 1 || (catch_up() && answers(&home) == (expected.clone(), vec![true; QUERIES.len()]));
            wrong.extend((!is_healed).then(|| format!("{} {name}: not healed", path.display())));
        }
    }
    assert!(wrong.is_empty(), "{} faults after damage:\n{}", wrong.len(), wrong.join("\n"));
    fs::remove_dir_all(&folder).unwrap();
    assert_eq!(answers(&home).0, expected, "the whole folder deleted");
    assert!(catch_up());
    assert_eq!(answers(&home), (expected, vec![true; QUERIES.len()]), "built anew");
}

#[test]
fn a_command_answers_without_its_index_too() {
    let home = with_corpus(23, 150);
    let found = |home: &Home| home.json(&["search", QUERIES[0]])["hits"].clone();
    let expected = found(&home);
    home.run(&["reindex"]);
    assert_eq!(found(&home), expected);
    let index =
        fs::read_dir(home.cache()).unwrap().map(|it| it.unwrap().path()).find(|it| it.join("meta.json").exists());
    for path in files(&index.unwrap()) {
        fs::write(path, "").unwrap();
    }
    assert_eq!(found(&home), expected);
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

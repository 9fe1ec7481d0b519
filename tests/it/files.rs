//! Interviews are confidential: in a whole session every file is 0600 and every folder 0700, nothing is left in the
//! temp folder, and what participants said is in no argument, log or message.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rustix::process::Signal;

use crate::endings::capture;
use crate::home::Home;

/// No four bytes of it repeat, so that compression cannot hide it.
const CANARY: &str = "zebraфQ7-얼룩말XKC";

/// Every file and folder below, itself included.
fn all(folder: &Path) -> Vec<PathBuf> {
    let mut found = vec![folder.to_owned()];
    let mut at = 0;
    while let Some(path) = found.get(at).cloned() {
        if path.is_dir() {
            found.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        }
        at += 1;
    }
    found
}

/// Where the library itself, its copies and what was exported on purpose may hold what was said.
fn may_hold(path: &Path) -> bool {
    let path = path.to_string_lossy();
    path.contains("/data/whybuy/") || path.contains("/out/") || path.contains("/cache/whybuy/index")
}

fn session(home: &Home) {
    let mut pty = capture(home);
    pty.keys(&format!("{CANARY} 견적이 늦어서\r{CANARY} 쓰던 줄"));
    pty.shows(&format!("{CANARY} 쓰던 줄"));
    let process = format!("/proc/{}", pty.process());
    for place in ["cmdline", "environ"] {
        let said = fs::read(format!("{process}/{place}")).unwrap_or_default();
        assert!(!String::from_utf8_lossy(&said).contains(CANARY), "{place}");
    }
    for entry in all(home.path()) {
        assert_private(home, &entry);
    }
    pty.signal(Signal::TERM);
    pty.ends_within(Duration::from_secs(2));
    let out = home.path().join("out");
    fs::create_dir(&out).unwrap();
    fs::set_permissions(&out, fs::Permissions::from_mode(0o700)).unwrap();
    let file = |name: &str| out.join(name).to_str().unwrap().to_owned();
    home.run(&["search", "견적"]);
    home.run(&["reindex"]);
    home.run(&["export", "--output", &file("study.jsonl")]);
    home.run(&["export", "--format", "csv", "--output", &file("notes.csv")]);
    home.run(&["backup", &file("copy.db")]);
}

fn assert_private(home: &Home, path: &Path) {
    let relative = path.strip_prefix(home.path()).unwrap();
    // The home itself and its temp folder are ours, not whybuy's.
    let ours = relative.as_os_str().is_empty() || relative == Path::new("tmp");
    let Ok(metadata) = fs::symlink_metadata(path) else { return };
    let (mode, wanted) = (metadata.permissions().mode() & 0o777, if metadata.is_dir() { 0o700 } else { 0o600 });
    assert!(ours || mode == wanted, "{} has mode {mode:o}, not {wanted:o}", relative.display());
}

#[test]
fn a_session_leaves_only_private_files() {
    let home = Home::with_study(&["P01"]);
    session(&home);
    let (mut held, mut seen) = (0, 0);
    for path in all(home.path()) {
        assert_private(&home, &path);
        if path.is_file() {
            seen += 1;
            let holds = fs::read(&path).unwrap().windows(CANARY.len()).any(|window| window == CANARY.as_bytes());
            held += usize::from(holds);
            assert!(!holds || may_hold(&path), "{} holds what was said", path.display());
        }
    }
    assert!(held >= 3 && seen > held, "{held} of {seen} files hold the canary: the test looks in the wrong place");
    assert_eq!(all(&home.path().join("tmp")).len(), 1, "the temp folder is not empty");
}

#[test]
fn an_error_names_no_line() {
    let home = Home::with_study(&["P01"]);
    for args in [
        &["note", "add", "--interview", "nowhere", CANARY][..],
        &["note", "add", "--at", CANARY, "x"],
        &["show", "P01-L001"],
    ] {
        let output = home.command(args).output().unwrap();
        assert!(!output.status.success());
        let said = String::from_utf8_lossy(&output.stderr).into_owned() + &String::from_utf8_lossy(&output.stdout);
        let is_argument = args.contains(&"--at");
        assert!(is_argument || !said.contains(CANARY), "{args:?}: {said}");
    }
}

//! Whole sessions of the command line against their golden files: `$` lines are run by a shell in a home of their own,
//! with a fixed clock and fixed ids, and what they print must be what stands below them.
//! `UPDATE_TRANSCRIPTS=1 cargo test --test it cli` writes the answers anew; read the difference before keeping it.

use std::fs;
use std::path::Path;

use crate::docs::root;
use crate::home::{BINARY, Home};

/// Runs one command line in the home; `number` moves the clock on and keeps the ids of commands apart.
fn answer(home: &Home, line: &str, number: usize) -> String {
    let folder = Path::new(BINARY).parent().unwrap().to_str().unwrap();
    let output = std::process::Command::new("sh")
        .args(["-c", &format!("{line} 2>&1")])
        .env_clear()
        .envs(home.environment())
        .env("PATH", format!("{folder}:/usr/bin:/bin"))
        .env("WHYBUY_AUTHOR", "jiyun")
        .env("WHYBUY_NOW", format!("2026-03-02T{:02}:{:02}:00+09:00", 14 + number / 60, number % 60))
        .env("WHYBUY_SEED", (number * 1000).to_string())
        .current_dir(home.path())
        .output()
        .unwrap();
    let mut answer = String::from_utf8(output.stdout).unwrap().replace(home.path().to_str().unwrap(), "~");
    if !output.status.success() {
        answer.push_str(&format!("[{}]\n", output.status.code().unwrap_or(-1)));
    }
    answer
}

/// A home with the files that the sessions read.
fn home() -> Home {
    let home = Home::new();
    for folder in ["tests/it/cli/files", "sample_data", "sample_data/transcripts"] {
        for file in fs::read_dir(root().join(folder)).unwrap().map(Result::unwrap) {
            if file.path().is_file() {
                fs::copy(file.path(), home.path().join(file.file_name())).unwrap();
            }
        }
    }
    home
}

/// Runs a session and compares it with its file. Lines that begin with `#` are remarks.
fn holds(name: &str) {
    let path = root().join("tests/it/cli").join(name).with_extension("txt");
    let golden = fs::read_to_string(&path).unwrap();
    let home = home();
    let (mut told, mut number) = (String::new(), 0);
    for line in golden.lines().filter(|line| line.starts_with("$ ") || line.starts_with("# ")) {
        told.push_str(&format!("{}{line}\n", if told.is_empty() { "" } else { "\n" }));
        if let Some(command) = line.strip_prefix("$ ") {
            number += 1;
            // An answer is set in, so that no line of it can be taken for a command.
            let answer = answer(&home, command, number);
            let set_in = answer.lines().map(|line| format!("    {line}").trim_end().to_owned() + "\n");
            told.extend(set_in);
        }
    }
    if std::env::var_os("UPDATE_TRANSCRIPTS").is_some() {
        fs::write(&path, &told).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap();
    for (kept, told) in kept.lines().zip(told.lines()) {
        assert_eq!(told, kept, "in {name}");
    }
    assert_eq!(told.lines().count(), kept.lines().count(), "{name} is longer or shorter");
}

macro_rules! sessions {
    ($($name:ident),+ $(,)?) => {
        $(#[test]
        fn $name() {
            holds(stringify!($name));
        })+

        #[test]
        fn every_session_is_run() {
            let folder = fs::read_dir(root().join("tests/it/cli")).unwrap();
            let files = folder.map(|entry| entry.unwrap().path()).filter(|path| path.extension().is_some_and(|it| it == "txt"));
            let mut names: Vec<String> = files.map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned()).collect();
            names.sort();
            let mut run = vec![$(stringify!($name).to_owned()),+];
            run.sort();
            assert_eq!(names, run);
        }
    };
}
sessions!(
    first_run,
    korean,
    importing,
    round_trip,
    searching,
    answers,
    removing,
    consent,
    wrong,
    copies,
    settings,
    names,
    handing_out,
    live,
    mapping,
    proposing,
    recruiting,
    measuring,
    finished,
    lines,
);

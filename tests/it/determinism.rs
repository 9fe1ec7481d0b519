//! The same records give the same bytes: twice, in another home, with another locale and time zone of the machine, and
//! whatever the order in which the records came.

use std::process::Command;

use crate::home::Home;

const WHYBUY: &str = env!("CARGO_BIN_EXE_whybuy");

/// What is read out of a study, in every form that prints without a further tool.
const READINGS: [&[&str]; 15] = [
    &["brief", "개발팀장"],
    &["brief", "개발팀장", "--format", "json"],
    &["brief", "개발팀장", "--format", "html"],
    &["brief", "대표·경영지원", "--lang", "ko"],
    &["gate", "개발팀장", "--lang", "ko"],
    &["saturation", "--json"],
    &["next", "대표·경영지원", "--json"],
    &["theme", "propose", "--json"],
    &["journey", "개발팀장", "--format", "json"],
    &["journey", "개발팀장", "--format", "html"],
    &["journey", "개발팀장", "--format", "svg", "--lang", "ko"],
    &["journey", "개발팀장", "--format", "curve"],
    &["journey", "개발팀장", "--format", "csv"],
    &["journey", "개발팀장", "--format", "mermaid"],
    &["journey", "개발팀장", "--format", "outline", "--lang", "ko"],
];

fn whybuy(home: &Home, environment: &[(&str, &str)], args: &[&str]) -> Vec<u8> {
    let output = Command::new(WHYBUY)
        .args(args)
        .env_clear()
        .envs(home.environment())
        .env("WHYBUY_NOW", "2026-03-02T14:00:00+09:00")
        .envs(environment.iter().copied())
        .current_dir(home.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{args:?}: {said}");
    output.stdout
}

/// The sample with its records of each kind turned round: what a record needs still comes before it.
fn turned_round(sample: &str) -> String {
    let (head, records) = sample.split_once('\n').unwrap();
    let kind = |line: &&str| line.split('"').nth(3).unwrap().to_owned();
    let mut groups: Vec<(String, Vec<&str>)> = Vec::new();
    for line in records.lines() {
        match groups.last_mut().filter(|group| group.0 == kind(&line)) {
            Some(group) => group.1.push(line),
            None => groups.push((kind(&line), vec![line])),
        }
    }
    let lines = groups.iter().flat_map(|(_, lines)| lines.iter().rev().copied());
    std::iter::once(head).chain(lines).map(|line| format!("{line}\n")).collect()
}

fn read(sample: &str, environment: &[(&str, &str)]) -> Vec<Vec<u8>> {
    let home = Home::new();
    std::fs::write(home.path().join("sample.jsonl"), sample).unwrap();
    whybuy(&home, environment, &["import", "sample.jsonl"]);
    READINGS.iter().map(|args| whybuy(&home, environment, args)).collect()
}

#[test]
fn the_same_records_give_the_same_bytes_everywhere() {
    let sample = include_str!("../../sample_data/ai_pc.ko.jsonl");
    let here = read(sample, &[("LANG", "en_US.UTF-8"), ("TZ", "Asia/Seoul")]);
    let turned = turned_round(sample);
    assert_ne!(turned, sample);
    assert_eq!(turned.lines().count(), sample.lines().count());
    let elsewhere = read(&turned, &[("LANG", "en_GB.UTF-8"), ("LC_ALL", "en_ZA.UTF-8"), ("TZ", "America/St_Johns")]);
    for ((args, here), elsewhere) in READINGS.iter().zip(&here).zip(&elsewhere) {
        assert!(!here.is_empty());
        let (here, elsewhere) = (String::from_utf8_lossy(here), String::from_utf8_lossy(elsewhere));
        for (a, b) in here.lines().zip(elsewhere.lines()) {
            assert_eq!(a, b, "{args:?}");
        }
        assert_eq!(here.len(), elsewhere.len(), "{args:?}");
    }
}

//! Two processes on one library: one writes at a time, nothing is lost, both see each other's lines within a second,
//! and nobody is told about a lock.

use std::thread;
use std::time::{Duration, Instant};

use rustix::process::Signal;

use crate::endings::capture;
use crate::home::{Home, interview, lines};
use crate::pty::{PATIENCE, Pty};

/// Within so long each sees what the other saved.
const SOON: Duration = Duration::from_secs(1);
const ROUNDS: usize = 12;

fn no_lock(said: &str) {
    assert!(!said.to_lowercase().contains("lock") && !said.contains("SQLITE_BUSY"), "{said}");
}

fn add(home: &Home, args: &[&str], text: &str) {
    let output = home.command(&[&["note", "add"], args, &[text]].concat()).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    no_lock(&said);
    assert!(output.status.success(), "{said}");
}

/// How long until the text stands on the screen.
fn seen_after(pty: &Pty, text: &str) -> Duration {
    let began = Instant::now();
    no_lock(&pty.shows(text).text());
    began.elapsed()
}

#[test]
fn the_screen_and_a_command_see_each_other() {
    let home = Home::with_study(&["P01"]);
    let mut pty = capture(&home);
    let (mut seen, mut saved) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        add(&home, &[], &format!("from outside {round:02}"));
        seen.push(seen_after(&pty, &format!("from outside {round:02}")));
        pty.keys(&format!("안에서 {round:02}\r"));
        let typed = Instant::now();
        while !lines(&home.research(), "P01").contains(&format!("안에서 {round:02}")) {
            assert!(typed.elapsed() < PATIENCE, "line {round} never comes into the library");
            thread::sleep(Duration::from_millis(20));
        }
        saved.push(typed.elapsed());
    }
    // The machine of a test run does other things too: one late line is no fault, a late half is.
    for mut waits in [seen, saved] {
        waits.sort();
        assert!(waits[ROUNDS / 2] < SOON, "after {waits:?}");
    }
    pty.signal(Signal::TERM);
    pty.ends_within(Duration::from_secs(2));
    assert_eq!(lines(&home.research(), "P01").len(), 2 * ROUNDS);
}

#[test]
fn nothing_is_lost_where_three_write_at_once() {
    let home = Home::with_study(&["P01"]);
    let mut pty = capture(&home);
    thread::scope(|scope| {
        for writer in ["a", "b"] {
            let home = &home;
            scope.spawn(move || {
                (0..ROUNDS).for_each(|n| add(home, &["--interview", "P01"], &format!("{writer}{n:02} 동시에")));
            });
        }
        for round in 0..4 * ROUNDS {
            pty.keys(&format!("t{round:02} 동시에\r"));
            thread::sleep(Duration::from_millis(30));
        }
    });
    pty.shows(&format!("t{:02} 동시에", 4 * ROUNDS - 1));
    no_lock(&pty.picture().text());
    pty.signal(Signal::TERM);
    pty.ends_within(Duration::from_secs(3));
    let research = home.research();
    let there = lines(&research, "P01");
    for (writer, count) in [("a", ROUNDS), ("b", ROUNDS), ("t", 4 * ROUNDS)] {
        let own: Vec<&String> = there.iter().filter(|text| text.starts_with(writer)).collect();
        let written: Vec<String> = (0..count).map(|n| format!("{writer}{n:02} 동시에")).collect();
        assert_eq!(own, written.iter().collect::<Vec<_>>(), "the lines of {writer}, in their order");
    }
    assert_eq!(there.len(), 6 * ROUNDS);
    assert!(interview(&research, "P01").started.is_some());
    assert_eq!(home.store().check().unwrap(), Vec::<String>::new());
}

/// The texts that are unfinished now, in order.
fn unfinished(home: &Home) -> Vec<String> {
    let mut texts: Vec<String> = home.drafts().into_iter().map(|draft| draft.text).collect();
    texts.sort();
    texts
}

fn kept(pty: &Pty, text: &str) {
    pty.until(text, |picture| {
        let said = picture.text();
        said.contains(&format!("] {text}")) && said.contains("v 보관됨")
    });
}

#[test]
fn two_windows_on_one_interview_keep_both_lines_and_the_second_is_told() {
    let home = Home::with_study(&["P01"]);
    let mut first = capture(&home);
    first.keys("첫째 창에서 쓰던 줄");
    kept(&first, "첫째 창에서 쓰던 줄");
    let mut second = capture(&home);
    second.shows("다른 창에도 열려 있습니다");
    assert!(!second.picture().text().contains("첫째 창에서"), "a line that somebody is typing is not taken from him");
    second.keys("둘째 창에서 쓰던 줄");
    kept(&second, "둘째 창에서 쓰던 줄");
    first.keys(" 그리고");
    kept(&first, "첫째 창에서 쓰던 줄 그리고");
    let both = ["둘째 창에서 쓰던 줄", "첫째 창에서 쓰던 줄 그리고"];
    assert_eq!(unfinished(&home), both);
    first.kill();
    second.kill();
    assert_eq!(unfinished(&home), both);
    // The newest is back first, and the other as soon as the field is empty.
    let mut third = capture(&home);
    third.shows("] 첫째 창에서 쓰던 줄 그리고");
    third.keys("\r");
    third.shows("] 둘째 창에서 쓰던 줄");
    third.keys("\r");
    third.until("an empty field", |picture| !picture.text().contains("] 둘째") && picture.text().contains("둘째"));
    third.signal(Signal::TERM);
    third.ends_within(Duration::from_secs(2));
    assert_eq!(lines(&home.research(), "P01"), ["첫째 창에서 쓰던 줄 그리고", "둘째 창에서 쓰던 줄"]);
    assert_eq!(unfinished(&home), Vec::<String>::new());
}

//! Every way out of the screens gives the terminal back and leaves everything that was typed in the library:
//! signals, a closed terminal, a window of any size. And where there is no terminal, whybuy says so.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::CommandBuilder;
use rustix::process::Signal;
use whybuy::words::{Lang, Words};

use crate::corpus::generator::Dice;
use crate::home::{BINARY, Home, lines};
use crate::pty::Pty;

/// How long whybuy may take to end.
const LIMIT: Duration = Duration::from_secs(2);
/// The end may cost so many hundredths of a second of CPU; a process that spins on a dead terminal uses all there is.
const MOST_TICKS: u64 = 25;
/// What is typed: a line and the beginning of the next.
const LINE: &str = "가격이 제일 중요했다고 함";
const DRAFT: &str = "next time 다음에는";

/// The live capture of P01, ready for keys.
pub fn capture(home: &Home) -> Pty {
    let pty = Pty::start(home, &["log", "P01", "--lang", "ko"], 24, 80);
    ready(&pty);
    pty
}

/// Waits for the field of the capture, and until the beginning of the interview is saved.
pub fn ready(pty: &Pty) {
    let saved = format!("v {}", Words::new(Lang::Ko).say("saved"));
    pty.until("the field", |picture| {
        let rows = &picture.rows;
        rows[0].ends_with(&saved) && rows.iter().any(|row| row.trim_start().starts_with('['))
    });
}

fn typed(pty: &Pty) {
    pty.keys(&format!("{LINE}\r{DRAFT}"));
    pty.until("what was typed", |picture| picture.text().contains(LINE) && picture.text().contains(DRAFT));
}

fn assert_all_there(home: &Home) {
    assert_eq!(lines(&home.research(), "P01"), [LINE]);
    let drafts: Vec<String> = home.drafts().into_iter().map(|draft| draft.text).collect();
    assert_eq!(drafts, [DRAFT]);
}

fn contains(bytes: &[u8], part: &str) -> bool {
    bytes.windows(part.len()).any(|window| window == part.as_bytes())
}

#[test]
fn a_signal_ends_it_in_order() {
    for signal in [Signal::TERM, Signal::HUP, Signal::INT, Signal::QUIT] {
        let home = Home::with_study(&["P01"]);
        let mut pty = capture(&home);
        typed(&pty);
        pty.signal(signal);
        pty.ends_within(LIMIT);
        pty.drain();
        assert!(contains(&pty.bytes(), "\x1b[?1049l"), "{signal:?}: the screen was not given back");
        assert!(pty.is_restored(), "{signal:?}: the terminal still is in raw mode");
        assert_all_there(&home);
    }
}

/// Keys that nobody has seen yet when the end comes: a whole burst, sent at once with the signal behind it.
#[test]
fn every_key_that_was_typed_before_the_signal_is_kept() {
    for (round, signal) in [Signal::TERM, Signal::HUP, Signal::INT, Signal::QUIT].into_iter().enumerate() {
        let home = Home::with_study(&["P01"]);
        let mut pty = capture(&home);
        let burst: Vec<String> = (0..20).map(|n| format!("{round}{n:02} 도입이 늦어지면 감사와 겹친다고")).collect();
        pty.keys(&format!("{}\r{DRAFT}", burst.join("\r")));
        pty.signal(signal);
        let status = pty.ends_within(LIMIT);
        assert!(status.success(), "{signal:?}: {status:?}");
        assert_eq!(lines(&home.research(), "P01"), burst, "{signal:?}");
        assert_eq!(home.drafts()[0].text, DRAFT, "{signal:?}");
    }
}

/// Not a test of its own: runs in a process that is killed, so that a terminal loses its other end.
#[test]
#[ignore = "run by a_closed_terminal_ends_it"]
fn holds_a_terminal() {
    let home = Home::at(&std::env::var("HELD_HOME").unwrap());
    let mut command = CommandBuilder::new("/bin/sh");
    let ignored = if std::env::var("HELD_TRAP").is_ok() { "trap '' HUP; " } else { "" };
    command.args(["-c", &format!("{ignored}exec '{BINARY}' log P01 --lang ko")]);
    let pty = Pty::spawn(&home, command, 24, 80);
    ready(&pty);
    // As soon as it is seen, saved or not, whoever holds the terminal is killed.
    typed(&pty);
    println!("\nholding {}", pty.process());
    thread::sleep(Duration::from_secs(60));
}

#[test]
fn a_closed_terminal_ends_it() {
    for is_ignored in [false, true] {
        let home = Home::with_study(&["P01"]);
        let mut holder = Command::new(std::env::current_exe().unwrap());
        holder.args(["--exact", "endings::holds_a_terminal", "--ignored", "--nocapture"]);
        holder.env("HELD_HOME", home.path()).stdout(Stdio::piped()).stderr(Stdio::null());
        if is_ignored {
            holder.env("HELD_TRAP", "1");
        }
        let mut holder = holder.spawn().unwrap();
        let said = BufReader::new(holder.stdout.take().unwrap()).lines();
        let held = said.map_while(Result::ok).find_map(|line| line.strip_prefix("holding ").map(str::to_owned));
        let process = held.expect("the holder got whybuy to its field");
        holder.kill().unwrap();
        holder.wait().unwrap();
        let (closed, before) = (Instant::now(), cpu_ticks(&process));
        let mut ticks = before;
        while is_running(&process) && closed.elapsed() < LIMIT {
            ticks = cpu_ticks(&process).max(ticks);
            thread::sleep(Duration::from_millis(10));
        }
        let is_gone = !is_running(&process);
        if !is_gone {
            let _ = Command::new("kill").args(["-9", &process]).status();
        }
        assert!(is_gone, "still there {LIMIT:?} after its terminal went (SIGHUP ignored: {is_ignored})");
        println!("gone after {:.0?}, {} ticks of CPU (SIGHUP ignored: {is_ignored})", closed.elapsed(), ticks - before);
        assert!(ticks - before <= MOST_TICKS, "it spun: {} ticks", ticks - before);
        assert_all_there(&home);
    }
}

/// Whether a process exists and is no zombie.
fn is_running(process: &str) -> bool {
    state(process).is_some_and(|state| state != 'Z')
}

/// The CPU that a process has used, in hundredths of a second (`proc(5)`: utime and stime).
fn cpu_ticks(process: &str) -> u64 {
    let stat = std::fs::read_to_string(Path::new("/proc").join(process).join("stat")).unwrap_or_default();
    let fields = stat.rsplit_once(") ").map(|(_, rest)| rest.split(' ').map(str::to_owned).collect::<Vec<_>>());
    fields.map_or(0, |fields| [11, 12].iter().filter_map(|at| fields.get(*at)?.parse::<u64>().ok()).sum())
}

/// The state of a process, such as `T` for stopped.
fn state(process: &str) -> Option<char> {
    let stat = std::fs::read_to_string(Path::new("/proc").join(process).join("stat")).ok()?;
    stat.rsplit_once(") ")?.1.chars().next()
}

#[test]
fn no_size_of_the_window_stops_it() {
    let home = Home::with_study(&["P01"]);
    let mut pty = capture(&home);
    typed(&pty);
    let mut dice = Dice::new(11);
    let odd = [(1, 1), (1, 80), (24, 1), (2, 2), (3, 500), (200, 3), (5, 5)];
    let random: Vec<(u16, u16)> = (0..60).map(|_| (dice.between(1, 90) as u16, dice.between(1, 260) as u16)).collect();
    for (rows, columns) in odd.into_iter().chain(random) {
        pty.resize(rows, columns);
        pty.keys("가");
        thread::sleep(Duration::from_millis(15));
    }
    // Judged by what is kept, since a terminal that changes its size between two frames may show both.
    let whole = format!("{DRAFT}{}", "가".repeat(67));
    let begun = Instant::now();
    while home.drafts().first().is_none_or(|draft| draft.text != whole) && begun.elapsed() < LIMIT * 5 {
        thread::sleep(Duration::from_millis(50));
    }
    assert_eq!(home.drafts()[0].text, whole, "each key went into the field");
    pty.resize(24, 80);
    thread::sleep(Duration::from_millis(300));
    pty.resize(25, 81);
    pty.shows(LINE);
    pty.signal(Signal::TERM);
    pty.ends_within(LIMIT);
    assert_eq!(lines(&home.research(), "P01"), [LINE]);
    assert_eq!(home.drafts()[0].text, whole);
}

/// More than a terminal hands over at once, and nothing after it that would wake the reader again (crossterm's reader
/// on mio takes one piece and then sleeps on the rest; the one that polls does not).
#[test]
fn a_burst_of_several_kilobytes_arrives_without_another_key() {
    let home = Home::with_study(&["P01"]);
    let mut pty = capture(&home);
    let burst: Vec<String> = (0..60).map(|n| format!("{n:02} 결재가 두 번 반려됐고 자료를 다시 만들어 줌")).collect();
    pty.keys(&format!("{}\r{DRAFT}", burst.join("\r")));
    pty.until("all of it", |picture| picture.text().contains(DRAFT));
    pty.signal(Signal::TERM);
    pty.ends_within(LIMIT);
    assert_eq!(lines(&home.research(), "P01"), burst);
}

#[test]
fn a_stopped_process_goes_on_where_it_was() {
    let home = Home::with_study(&["P01"]);
    let mut pty = capture(&home);
    typed(&pty);
    pty.signal(Signal::TSTP);
    pty.until("the shell's screen", |picture| !picture.is_alternate);
    // A shell goes on only with what it has seen stop; a CONT that comes before the stop would be lost.
    let begun = Instant::now();
    while state(&pty.process().to_string()) != Some('T') {
        assert!(begun.elapsed() < LIMIT, "it never stopped");
        thread::sleep(Duration::from_millis(5));
    }
    pty.signal(Signal::CONT);
    pty.until("the screen again", |picture| picture.is_alternate && picture.text().contains(DRAFT));
    pty.keys(" 이어서");
    pty.shows(&format!("{DRAFT} 이어서"));
    pty.signal(Signal::TERM);
    pty.ends_within(LIMIT);
    assert_eq!(home.drafts()[0].text, format!("{DRAFT} 이어서"));
}

#[test]
fn without_a_terminal_it_says_so() {
    let home = Home::with_study(&["P01"]);
    let output = home.command(&["log", "P01"]).output().unwrap();
    assert!(!output.status.success());
    assert!(output.stdout.is_empty(), "nothing on stdout: {:?}", String::from_utf8_lossy(&output.stdout));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("terminal") && !said.contains('\x1b'), "{said:?}");
}

#[test]
fn the_first_interview_of_the_readme_needs_nothing_prepared() {
    let home = Home::with_study(&["P01"]);
    let mut pty = Pty::start(&home, &["log", "P02", "--persona", "Purchasing", "--lang", "ko"], 24, 80);
    ready(&pty);
    pty.signal(Signal::TERM);
    pty.ends_within(LIMIT);
    let research = home.research();
    let person = research.participant_by_code("P02").unwrap();
    assert_eq!(research.personas()[&person.persona.unwrap()].name, "Purchasing");
}

//! The plain front end from outside: on pipes, on a terminal that can do nothing, on a disk that takes nothing. What it
//! tells holds no control sequence, what it told as saved is there, and no signal loses a line.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use portable_pty::CommandBuilder;
use rustix::process::{Pid, Resource, Rlimit, Signal, kill_process, prlimit};

use crate::home::{BINARY, Home, interview, lines};
use crate::pty::Pty;

const PATIENCE: Duration = Duration::from_secs(20);

/// A plain sitting on pipes.
struct Sitting {
    child: Child,
    types: ChildStdin,
    told: Receiver<String>,
}

impl Sitting {
    fn begin(home: &Home, args: &[&str]) -> Sitting {
        let mut command = Command::new(BINARY);
        command.args(args).env_clear().envs(home.environment()).current_dir(home.path());
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let types = child.stdin.take().unwrap();
        let out = BufReader::new(child.stdout.take().unwrap());
        let (send, told) = channel();
        thread::spawn(move || {
            for line in out.lines().map_while(Result::ok) {
                assert!(!line.contains('\x1b') && !line.contains('\r'), "{line:?}");
                let _gone = send.send(line);
            }
        });
        Sitting { child, types, told }
    }

    fn types(&mut self, line: &str) {
        writeln!(self.types, "{line}").unwrap();
    }

    /// Waits for a line that holds this, and returns it.
    fn tells(&self, part: &str) -> String {
        loop {
            let line = self.told.recv_timeout(PATIENCE).unwrap_or_else(|_| panic!("never told {part:?}"));
            if line.contains(part) {
                return line;
            }
        }
    }

    fn process(&self) -> Pid {
        Pid::from_raw(self.child.id().try_into().unwrap()).unwrap()
    }

    fn limit_files(&self, bytes: Option<u64>) {
        prlimit(Some(self.process()), Resource::Fsize, Rlimit { current: bytes, maximum: None }).unwrap();
    }
}

/// A line long enough that a few of them need more room than the log of the library has.
fn long(number: usize) -> String {
    format!("{number:03} {}", "결재가 두 번 반려됐고 그때마다 자료를 다시 만들어 줌 ".repeat(20).trim())
}

#[test]
fn a_script_on_a_pipe_is_a_whole_interview() {
    let home = Home::with_study(&["P01"]);
    let mut sitting = Sitting::begin(&home, &["log", "P01", "--plain", "--lang", "ko"]);
    for line in ["/판 총비용을 봤다고 #총비용", "\"늦으면 끝이에요", "/길 3월쯤 검토 시작", "/끝", "1", "/나가기"]
    {
        sitting.types(line);
    }
    sitting.tells("P01-E01");
    assert!(sitting.child.wait().unwrap().success());
    let research = home.research();
    assert_eq!(lines(&research, "P01"), ["총비용을 봤다고", "늦으면 끝이에요"]);
    assert_eq!(research.path_events().len(), 1);
    assert!(interview(&research, "P01").ended.is_some());
}

#[test]
fn a_terminal_that_can_do_nothing_is_spoken_to_line_by_line() {
    let home = Home::with_study(&["P01"]);
    let mut command = CommandBuilder::new("/bin/sh");
    command.args(["-c", &format!("TERM=dumb exec '{BINARY}' log P01")]);
    let mut pty = Pty::spawn(&home, command, 24, 60);
    pty.shows("[Unsorted] 00:00:0");
    pty.keys("/w afraid of the delay\r");
    pty.shows("Saved: P01-L001");
    assert!(pty.is_restored(), "the terminal reads whole lines all the time");
    pty.keys("half a line");
    pty.signal(Signal::TERM);
    assert!(pty.ends_within(Duration::from_secs(5)).success());
    pty.drain();
    assert!(!pty.bytes().contains(&0x1b), "{}", String::from_utf8_lossy(&pty.bytes()));
    assert_eq!(lines(&home.research(), "P01"), ["afraid of the delay"]);
}

#[test]
fn without_a_terminal_the_environment_may_ask_for_lines() {
    let home = Home::with_study(&["P01"]);
    let output = home.command(&[]).env("WHYBUY_PLAIN", "1").output().unwrap();
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success() && told.starts_with("whybuy, Harness"), "{told}");
    assert!(!home.command(&[]).env("WHYBUY_PLAIN", "0").output().unwrap().status.success());
}

#[test]
fn on_a_disk_that_takes_nothing_it_says_so_and_saves_by_itself_later() {
    let home = Home::with_study(&["P01"]);
    let mut sitting = Sitting::begin(&home, &["log", "P01", "--plain"]);
    sitting.tells("started");
    let log = fs::metadata(home.library().with_file_name("library.db-wal")).unwrap().len();
    sitting.limit_files(Some(log));
    let (mut typed, mut refused) = (0, false);
    while !refused {
        typed += 1;
        assert!(typed < 40, "it never says that nothing is saved");
        sitting.types(&long(typed));
        refused = sitting.tells(&format!("P01-L{typed:03}")).contains("NOT SAVED");
    }
    for number in typed + 1..=typed + 3 {
        sitting.types(&long(number));
        assert!(sitting.tells(&format!("P01-L{number:03}")).contains("NOT SAVED"));
    }
    assert!(lines(&home.research(), "P01").len() < typed, "nothing is told as saved that is not");
    sitting.types("/last 1");
    assert!(sitting.tells("4 NOT SAVED").contains("/last 1"), "the prompt says how many");
    sitting.limit_files(None);
    thread::sleep(Duration::from_secs(1));
    sitting.types("");
    assert!(sitting.tells("Saved now").contains(&format!("P01-L{typed:03}")));
    sitting.types("/end");
    sitting.types("1");
    sitting.tells("ended");
    drop(sitting.types);
    assert!(sitting.child.wait().unwrap().success());
    assert_eq!(lines(&home.research(), "P01"), (1..=typed + 3).map(long).collect::<Vec<_>>());
}

#[test]
fn told_to_go_while_nothing_can_be_saved_it_leaves_a_file_and_says_where() {
    let home = Home::with_study(&["P01"]);
    let mut sitting = Sitting::begin(&home, &["log", "P01", "--plain"]);
    sitting.tells("started");
    let log = fs::metadata(home.library().with_file_name("library.db-wal")).unwrap().len();
    sitting.limit_files(Some(log));
    let mut number = 0;
    loop {
        number += 1;
        sitting.types(&long(number));
        if sitting.tells(&format!("P01-L{number:03}")).contains("NOT SAVED") {
            break;
        }
    }
    kill_process(sitting.process(), Signal::HUP).unwrap();
    assert_eq!(sitting.child.wait().unwrap().code(), Some(8));
    let mut next = Sitting::begin(&home, &["--plain"]);
    let told = next.tells("whybuy import");
    let name = told.split_whitespace().find(|word| word.contains("unsaved-")).unwrap().to_owned();
    next.types("/quit");
    assert!(next.child.wait().unwrap().success());
    home.run(&["import", home.library().with_file_name(name).to_str().unwrap()]);
    assert_eq!(lines(&home.research(), "P01"), (1..=number).map(long).collect::<Vec<_>>());
}

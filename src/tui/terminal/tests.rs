#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::io::{Read, Write};
use std::sync::mpsc;
use std::time::Instant;

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use super::*;
use crate::tui::outside::{Outside, Watch};

const SECRET: &str = "도입 지연이 제일 무서웠어요";

/// Not a test: the process that the tests below watch in a terminal of its own.
#[test]
#[ignore = "run by the other tests as their child"]
fn child() {
    let Ok(mode) = std::env::var("WHYBUY_TEST_CHILD") else { return };
    crate::process::report_panics_privately("stopped by a fault".to_owned());
    let (send, told) = mpsc::channel();
    let watch = Watch::begin(move |outside| send.send(outside).unwrap_or_default()).unwrap();
    let mut terminal = Terminal::enter(&Options::default()).unwrap();
    let width = terminal.widths().ambiguous();
    // The terminal may go away in the middle of this frame; that is told below.
    terminal.draw(|frame| frame.render_widget(format!("ready{width}"), frame.area())).unwrap_or_default();
    if mode == "worker" {
        thread::spawn(|| panic!("{SECRET}")).join().unwrap_err();
        let places = terminal.worker_panics();
        terminal.draw(|frame| frame.render_widget(format!("KEPT{}", places.len()), frame.area())).unwrap();
    }
    if mode == "view" {
        terminal.draw(|frame| panic!("{SECRET} {}", frame.area())).unwrap();
    }
    assert!(mode != "panic", "{SECRET}");
    while told.recv_timeout(Duration::from_secs(20)).unwrap() == Outside::Suspend {
        terminal.suspend().unwrap();
        terminal.draw(|frame| frame.render_widget("again", frame.area())).unwrap();
        // The end of the stop is told as well.
        assert_eq!(told.recv_timeout(Duration::from_secs(20)).unwrap(), Outside::Resumed);
    }
    drop(terminal);
    drop(watch);
    io::stderr().write_all(b"left in order\n").unwrap_or_default();
    #[expect(clippy::disallowed_methods, reason = "a child that tells by its code that it got here")]
    std::process::exit(7);
}

#[test]
fn the_mouse_is_taken_only_when_it_is_asked_for_and_given_back() {
    let told = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    assert!(!told(entering(false)).contains("?1000") && !told(leaving(false)).contains("?1000"));
    assert!(told(entering(true)).contains("?1000h"));
    assert!(told(leaving(true)).contains("?1000l"));
}

/// A child in a terminal, and all that it has written so far.
struct Stage {
    child: Box<dyn Child + Send + Sync>,
    master: Option<Box<dyn MasterPty + Send>>,
    output: mpsc::Receiver<Vec<u8>>,
    seen: String,
}

impl Stage {
    /// Starts the child; `column` is what its terminal answers when asked for the cursor.
    fn open(mode: &str, column: Option<u8>) -> Stage {
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
        command.args(["--exact", "tui::terminal::tests::child", "--ignored", "--nocapture"]);
        command.env("WHYBUY_TEST_CHILD", mode);
        command.env("TERM", "xterm-256color");
        command.env_remove("RUST_BACKTRACE");
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let mut writer = pair.master.take_writer().unwrap();
        let (send, output) = mpsc::channel();
        // A reader keeps the terminal open; where it is to be closed, it ends with the first frame.
        let closes = mode == "close";
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                let part = bytes[..count].to_vec();
                if let (Some(column), true) = (column, part.windows(4).any(|part| part == b"\x1B[6n")) {
                    write!(writer, "\u{1B}[1;{column}R").unwrap();
                }
                let is_frame = part.windows(5).any(|part| part == b"ready");
                if send.send(part).is_err() || closes && is_frame {
                    break;
                }
            }
        });
        Stage { child, master: Some(pair.master), output, seen: String::new() }
    }

    fn wait_for(&mut self, text: &str) {
        let end = Instant::now() + Duration::from_secs(20);
        while !self.seen.contains(text) {
            let part = self.output.recv_timeout(end.saturating_duration_since(Instant::now()));
            let part = part.unwrap_or_else(|_| panic!("{text:?} is not in {:?}", self.seen));
            self.seen.push_str(&String::from_utf8_lossy(&part));
        }
    }

    fn signal(&self, name: &str) {
        let pid = self.child.process_id().unwrap().to_string();
        assert!(std::process::Command::new("kill").args([name, &pid]).status().unwrap().success());
    }

    /// The exit code, and how long it took to come.
    fn exit(&mut self) -> (u32, Duration) {
        let start = Instant::now();
        while start.elapsed() < Duration::from_secs(20) {
            if let Some(status) = self.child.try_wait().unwrap() {
                while let Ok(part) = self.output.recv_timeout(Duration::from_millis(200)) {
                    self.seen.push_str(&String::from_utf8_lossy(&part));
                }
                return (status.exit_code(), start.elapsed());
            }
            thread::sleep(Duration::from_millis(5));
        }
        panic!("the child does not end: {:?}", self.seen);
    }

    /// Whether the line discipline is back: echo and whole lines.
    fn is_cooked(&self) -> bool {
        let flags = format!("{:?}", self.master.as_ref().unwrap().get_termios().unwrap().local_flags);
        flags.contains("ECHO") && flags.contains("ICANON")
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.child.kill().unwrap_or_default();
    }
}

fn assert_given_back(seen: &str) {
    let (entered, left) = (seen.find("\u{1B}[?1049h").unwrap(), seen.rfind("\u{1B}[?1049l").unwrap());
    assert!(entered < left);
    for reverse in ["\u{1B}[?2004l", "\u{1B}[?25h"] {
        assert!(seen.rfind(reverse).unwrap() > entered, "{reverse:?}");
    }
}

#[test]
fn the_terminal_says_how_wide_it_draws() {
    for (column, width) in [(Some(2), "ready1"), (Some(3), "ready2"), (None, "ready1")] {
        let mut stage = Stage::open("wait", column);
        stage.wait_for(width);
    }
}

#[test]
fn every_signal_leaves_in_order() {
    for name in ["-TERM", "-HUP", "-INT", "-QUIT"] {
        let mut stage = Stage::open("wait", Some(2));
        stage.wait_for("ready");
        assert!(!stage.is_cooked());
        stage.signal(name);
        let (code, took) = stage.exit();
        assert!(code == 7 && took < Duration::from_secs(2), "{name}: {code} after {took:?}");
        assert!(stage.is_cooked(), "{name}");
        assert_given_back(&stage.seen);
        assert!(stage.seen.contains("left in order"));
    }
}

#[test]
fn a_panic_gives_the_terminal_back_and_tells_no_interview() {
    for mode in ["panic", "view"] {
        let mut stage = Stage::open(mode, Some(2));
        assert_ne!(stage.exit().0, 0);
        assert_given_back(&stage.seen);
        assert!(stage.is_cooked());
        let after = &stage.seen[stage.seen.rfind("\u{1B}[?1049l").unwrap()..];
        assert!(after.contains("stopped by a fault") && after.contains("tests.rs:"), "{after}");
        assert!(!after.contains("\u{1B}[?2026h"), "half a frame is left: {after:?}");
        assert!(!stage.seen.contains(SECRET));
    }
}

#[test]
fn a_worker_that_panics_does_not_tear_the_screen() {
    let mut stage = Stage::open("worker", Some(2));
    stage.wait_for("KEPT1");
    assert!(!stage.seen.contains("\u{1B}[?1049l") && !stage.seen.contains(SECRET));
}

#[test]
fn a_stopped_process_comes_back_to_its_screen() {
    let mut stage = Stage::open("wait", Some(2));
    stage.wait_for("ready");
    stage.signal("-TSTP");
    stage.wait_for("\u{1B}[?1049l");
    thread::sleep(Duration::from_millis(100));
    assert!(stage.is_cooked());
    stage.signal("-CONT");
    stage.wait_for("again");
    assert!(!stage.is_cooked());
    stage.signal("-TERM");
    assert_eq!(stage.exit().0, 7);
}

#[test]
fn a_closed_terminal_ends_the_process() {
    let mut stage = Stage::open("close", Some(2));
    stage.wait_for("ready");
    stage.master = None;
    let (code, took) = stage.exit();
    assert!(code == 7 && took < Duration::from_secs(2), "{code} after {took:?}");
}

#[test]
fn a_text_goes_to_the_clipboard_as_osc_52() {
    assert_eq!(copying("가\n"), b"\x1b]52;c;6rCACg==\x1b\\");
}

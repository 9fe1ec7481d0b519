//! The built binary in a real pseudo-terminal, and what it draws there, read by a terminal model that knows wide
//! cells. Answers the one question that the screens ask a terminal: where the cursor is.

use std::fs::File;
use std::io::{Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};
use rustix::termios::{LocalModes, tcgetattr};

use crate::home::{BINARY, Home};

/// The end of a frame: the screens wrap each one in a synchronised update.
const FRAME_END: &[u8] = b"\x1b[?2026l";
/// The question where the cursor is.
const ASK_CURSOR: &[u8] = b"\x1b[6n";
/// How long a test waits for the screen to show something before it fails.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// What the process wrote, and the terminal that it makes.
struct Received {
    bytes: Vec<u8>,
    terminal: vt100::Parser,
    /// Up to where `terminal` has read.
    read: usize,
    /// The process and everybody else let go of the terminal.
    ended: bool,
}

/// The keyboard of a terminal; another thread may type on it.
#[derive(Clone)]
pub struct Keyboard(Arc<Mutex<Box<dyn Write + Send>>>);

impl Keyboard {
    /// Types these bytes. A terminal whose process is gone swallows them.
    pub fn keys(&self, text: &str) {
        let mut writer = self.0.lock().unwrap();
        let _ = writer.write_all(text.as_bytes()).and_then(|()| writer.flush());
    }
}

/// A running whybuy and the terminal in front of it.
pub struct Pty {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    keyboard: Keyboard,
    received: Arc<(Mutex<Received>, Condvar)>,
    tty: PathBuf,
    size: (u16, u16),
}

/// A picture of the terminal.
pub struct Picture {
    /// The rows from the top, without blanks at their ends.
    pub rows: Vec<String>,
    /// The row and column of the cursor, from 0.
    pub cursor: (usize, usize),
    /// Whether the screens have the terminal, and not the shell.
    pub is_alternate: bool,
}

impl Picture {
    fn of(screen: &vt100::Screen) -> Picture {
        let (_, columns) = screen.size();
        let rows = screen.rows(0, columns).map(|row| row.trim_end().to_owned()).collect();
        let (row, column) = screen.cursor_position();
        Picture { rows, cursor: (row.into(), column.into()), is_alternate: screen.alternate_screen() }
    }

    pub fn text(&self) -> String {
        self.rows.join("\n")
    }
}

impl Pty {
    /// Starts whybuy with these arguments on a terminal of `rows` and `columns`.
    pub fn start(home: &Home, args: &[&str], rows: u16, columns: u16) -> Pty {
        let mut command = CommandBuilder::new(BINARY);
        command.args(args);
        Pty::spawn(home, command, rows, columns)
    }

    /// Starts any command in this home.
    pub fn spawn(home: &Home, mut command: CommandBuilder, rows: u16, columns: u16) -> Pty {
        command.env_clear();
        for (name, value) in home.environment() {
            command.env(name, value);
        }
        command.cwd(home.path());
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let terminal = vt100::Parser::new(rows, columns, 0);
        let received = Received { bytes: Vec::new(), terminal, read: 0, ended: false };
        let received = Arc::new((Mutex::new(received), Condvar::new()));
        let keyboard = Keyboard(Arc::new(Mutex::new(pair.master.take_writer().unwrap())));
        let reader = pair.master.try_clone_reader().unwrap();
        let (theirs, answers) = (Arc::clone(&received), keyboard.clone());
        thread::spawn(move || receive(reader, &theirs, &answers));
        let tty = pair.master.tty_name().unwrap();
        Pty { child, master: pair.master, keyboard, received, tty, size: (rows, columns) }
    }

    /// The keyboard in front of it.
    pub fn keyboard(&self) -> Keyboard {
        self.keyboard.clone()
    }

    /// Types these bytes.
    pub fn keys(&self, text: &str) {
        self.keyboard.keys(text);
    }

    pub fn resize(&mut self, rows: u16, columns: u16) {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        // The screens draw everything anew in the new size; what they draw must not reach the old terminal.
        let mut received = self.received.0.lock().unwrap();
        self.master.resize(size).unwrap();
        received.terminal = vt100::Parser::new(rows, columns, 0);
        drop(received);
        self.size = (rows, columns);
    }

    /// The terminal now.
    pub fn picture(&self) -> Picture {
        Picture::of(self.received.0.lock().unwrap().terminal.screen())
    }

    /// The terminal at the end of the last frame that was drawn whole.
    pub fn last_frame(&self) -> Picture {
        let received = self.received.0.lock().unwrap();
        let end = received.bytes.windows(FRAME_END.len()).rposition(|window| window == FRAME_END);
        let mut terminal = vt100::Parser::new(self.size.0, self.size.1, 0);
        terminal.process(&received.bytes[..end.unwrap_or(0)]);
        Picture::of(terminal.screen())
    }

    /// Everything that was written to the terminal so far.
    pub fn bytes(&self) -> Vec<u8> {
        self.received.0.lock().unwrap().bytes.clone()
    }

    /// Waits until the picture is as wanted; fails with the picture where it never is.
    pub fn until(&self, what: &str, wanted: impl Fn(&Picture) -> bool) -> Picture {
        let (lock, changed) = &*self.received;
        let deadline = Instant::now() + PATIENCE;
        let mut received = lock.lock().unwrap();
        loop {
            let picture = Picture::of(received.terminal.screen());
            if wanted(&picture) {
                return picture;
            }
            let left = deadline.saturating_duration_since(Instant::now());
            assert!(!left.is_zero() && !received.ended, "never {what}:\n{}", picture.text());
            received = changed.wait_timeout(received, left.min(Duration::from_millis(100))).unwrap().0;
        }
    }

    /// Waits until the text stands somewhere on the screen.
    pub fn shows(&self, text: &str) -> Picture {
        self.until(text, |picture| picture.text().contains(text))
    }

    /// The process's id.
    pub fn process(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    pub fn signal(&self, signal: Signal) {
        let pid = Pid::from_raw(self.process().try_into().unwrap()).unwrap();
        kill_process(pid, signal).unwrap();
    }

    /// The end of the process, which must come within `limit`.
    pub fn ends_within(&mut self, limit: Duration) -> ExitStatus {
        let deadline = Instant::now() + limit;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            if Instant::now() > deadline {
                let picture = self.picture().text();
                self.signal(Signal::KILL);
                panic!("still running after {limit:?}:\n{picture}");
            }
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Kills the process at once, and waits until everything that it had written has been read.
    pub fn kill(&mut self) {
        self.signal(Signal::KILL);
        self.child.wait().unwrap();
        self.drain();
    }

    /// Waits until everything that the process had written has been read.
    pub fn drain(&self) {
        let (lock, changed) = &*self.received;
        let received = lock.lock().unwrap();
        let (_received, timeout) = changed.wait_timeout_while(received, PATIENCE, |it| !it.ended).unwrap();
        assert!(!timeout.timed_out(), "somebody still holds the terminal");
    }

    /// Whether the terminal echoes and reads whole lines, as a shell left it.
    pub fn is_restored(&self) -> bool {
        let modes = tcgetattr(File::open(&self.tty).unwrap()).unwrap().local_modes;
        modes.contains(LocalModes::ECHO | LocalModes::ICANON)
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        if self.child.try_wait().is_ok_and(|status| status.is_none()) {
            self.signal(Signal::KILL);
            let _ = self.child.wait();
        }
    }
}

fn receive(mut reader: Box<dyn Read + Send>, shared: &(Mutex<Received>, Condvar), answers: &Keyboard) {
    let mut buffer = [0; 16 * 1024];
    loop {
        let count = reader.read(&mut buffer).unwrap_or(0);
        let mut received = shared.0.lock().unwrap();
        received.bytes.extend_from_slice(&buffer[..count]);
        received.ended = count == 0;
        let answer = received.show();
        shared.1.notify_all();
        drop(received);
        if count == 0 {
            return;
        }
        answers.keys(&answer);
    }
}

impl Received {
    /// Lets the terminal read on, and returns what it answers.
    fn show(&mut self) -> String {
        let mut answer = String::new();
        while let Some(at) = self.bytes[self.read..].windows(ASK_CURSOR.len()).position(|window| window == ASK_CURSOR) {
            let end = self.read + at + ASK_CURSOR.len();
            self.read_until(end);
            let (row, column) = self.terminal.screen().cursor_position();
            answer.push_str(&format!("\x1b[{};{}R", row + 1, column + 1));
        }
        // The beginning of a question may be the end of what has arrived.
        let tail =
            (1..ASK_CURSOR.len()).rev().find(|n| self.bytes[self.read..].ends_with(&ASK_CURSOR[..*n])).unwrap_or(0);
        let end = self.bytes.len() - if tail > 0 && self.bytes.len() - tail >= self.read { tail } else { 0 };
        self.read_until(end);
        answer
    }

    /// The model panics where a wide character meets a terminal of one column; a real one does not.
    fn read_until(&mut self, end: usize) {
        let (terminal, bytes) = (&mut self.terminal, &self.bytes[self.read..end]);
        if catch_unwind(AssertUnwindSafe(|| terminal.process(bytes))).is_err() {
            let (rows, columns) = self.terminal.screen().size();
            self.terminal = vt100::Parser::new(rows, columns, 0);
        }
        self.read = end;
    }
}

#[test]
fn the_terminal_knows_wide_cells_and_answers_where_the_cursor_is() {
    let home = Home::new();
    let mut command = CommandBuilder::new("/bin/sh");
    // Raw, two wide characters, and the answer to the question read back with its escape made visible.
    let script = "stty raw -echo; printf '가나\\033[6n'; head -c 6 | tr '\\033' '^'; printf '\\033[?2026l'; printf half; sleep 60";
    command.args(["-c", script]);
    let mut pty = Pty::spawn(&home, command, 4, 20);
    pty.shows("가나^[1;5R");
    assert_eq!(pty.shows("half").cursor, (0, 14));
    assert!(!pty.is_restored());
    pty.kill();
    assert_eq!(pty.last_frame().rows[0], "가나^[1;5R", "only what was drawn before the end of a frame");
}

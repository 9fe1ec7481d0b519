//! A real pseudo-terminal with a process in it, and the time from a key that is written until the frame that shows it
//! has been read and understood by a terminal model.

use std::io::{Read, Write};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, PtySize, native_pty_system};

const FRAME_END: &[u8] = b"\x1b[?2026l";
const ASK_CURSOR: &[u8] = b"\x1b[6n";
const PATIENCE: Duration = Duration::from_secs(120);
pub const ROWS: u16 = 40;
pub const COLUMNS: u16 = 120;

/// A process and the terminal in front of it.
pub struct Terminal {
    pub child: Box<dyn Child + Send + Sync>,
    keyboard: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    /// What has arrived and is not read yet.
    bytes: Vec<u8>,
    pub model: vt100::Parser,
}

impl Terminal {
    pub fn start(command: CommandBuilder) -> Terminal {
        let size = PtySize { rows: ROWS, cols: COLUMNS, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a terminal");
        let child = pair.slave.spawn_command(command).expect("a process");
        drop(pair.slave);
        let keyboard = pair.master.take_writer().expect("a keyboard");
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let (send, output) = channel();
        thread::spawn(move || {
            let _master = pair.master;
            let mut buffer = [0; 64 * 1024];
            while let Ok(count) = reader.read(&mut buffer) {
                if count == 0 || send.send(buffer[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        Terminal { child, keyboard, output, bytes: Vec::new(), model: vt100::Parser::new(ROWS, COLUMNS, 0) }
    }

    pub fn write(&mut self, text: &str) {
        self.keyboard.write_all(text.as_bytes()).and_then(|()| self.keyboard.flush()).expect("the terminal takes it");
    }

    /// Reads frame after frame until one is as wanted.
    pub fn until(&mut self, what: &str, wanted: impl Fn(&vt100::Screen) -> bool) {
        let begun = Instant::now();
        loop {
            while let Some(at) = position(&self.bytes, FRAME_END) {
                self.understand(at + FRAME_END.len());
                if wanted(self.model.screen()) {
                    return;
                }
            }
            if let Some(at) = position(&self.bytes, ASK_CURSOR) {
                self.understand(at + ASK_CURSOR.len());
                let (row, column) = self.model.screen().cursor_position();
                self.write(&format!("\x1b[{};{}R", row + 1, column + 1));
            }
            assert!(begun.elapsed() < PATIENCE, "never {what}:\n{}", self.model.screen().contents());
            match self.output.recv_timeout(Duration::from_secs(1)) {
                Ok(bytes) => self.bytes.extend(bytes),
                Err(std::sync::mpsc::RecvTimeoutError::Timeout) => {}
                Err(error) => panic!("{error} before {what}:\n{}", self.model.screen().contents()),
            }
        }
    }

    /// Reads what has arrived, whatever it is.
    pub fn catch_up(&mut self) {
        while let Ok(bytes) = self.output.try_recv() {
            self.bytes.extend(bytes);
        }
        if let Some(at) = self.bytes.windows(FRAME_END.len()).rposition(|part| part == FRAME_END) {
            self.understand(at + FRAME_END.len());
        }
    }

    /// The time until a terminal without any program has echoed a byte.
    pub fn echo(&mut self) -> Duration {
        let sent = Instant::now();
        self.write("x");
        self.output.recv_timeout(PATIENCE).expect("an echo");
        sent.elapsed()
    }

    fn understand(&mut self, end: usize) {
        self.model.process(&self.bytes[..end]);
        self.bytes.drain(..end);
    }
}

fn position(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}

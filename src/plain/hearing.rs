//! What is heard: typed lines, a while of silence, the end of the input, and a signal to go. A terminal or a pipe is
//! read on a thread of its own, so that a signal is heard while nobody types; a test hears from a list.

use std::io::{self, BufRead, BufReader};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use signal_hook::consts::{SIGHUP, SIGINT, SIGPIPE, SIGQUIT, SIGTERM, SIGXFSZ};
use signal_hook::iterator::Signals;

use crate::domain::text;

/// At a terminal silence is told this often.
const REST: Duration = Duration::from_secs(1);
/// So many bytes of a line are taken; no line that is kept is nearly as long.
const MOST: usize = 256 * 1024;

/// One thing heard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// A line, clean, without its end; a blank at its head counts.
    Line(String),
    /// Nobody typed for a while.
    Rest,
    /// There will be no more lines.
    End,
    /// Leave now: a signal asks for it.
    Gone,
}

/// Where lines come from.
pub trait Hearing {
    /// Waits for the next thing.
    fn next(&mut self) -> Heard;
}

/// Lines out of a reader: a file, a list.
pub struct Lines<'a>(pub &'a mut dyn BufRead);

impl Hearing for Lines<'_> {
    fn next(&mut self) -> Heard {
        match read(self.0) {
            Ok(Some(line)) => Heard::Line(line),
            Ok(None) | Err(_) => Heard::End,
        }
    }
}

/// The standard input of this process, and its signals.
pub struct Input {
    heard: Receiver<Heard>,
    /// How often silence is told; never where nobody types.
    rest: Option<Duration>,
    signals: signal_hook::iterator::Handle,
}

impl Input {
    /// Begins to listen. The thread that reads is not waited for at the end: it waits for a line that may never come.
    ///
    /// # Errors
    ///
    /// What the operating system says when a signal cannot be taken.
    pub fn begin(is_terminal: bool) -> io::Result<Input> {
        for quiet in [SIGPIPE, SIGXFSZ] {
            signal_hook::flag::register(quiet, Default::default())?;
        }
        let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT])?;
        let handle = signals.handle();
        let (send, heard) = channel();
        let send_signal = send.clone();
        thread::spawn(move || {
            for _ in signals.forever() {
                let _gone = send_signal.send(Heard::Gone);
            }
        });
        thread::spawn(move || {
            let mut from = BufReader::new(io::stdin());
            loop {
                let heard = Lines(&mut from).next();
                let is_end = heard == Heard::End;
                if send.send(heard).is_err() || is_end {
                    return;
                }
            }
        });
        Ok(Input { heard, rest: is_terminal.then_some(REST), signals: handle })
    }
}

impl Hearing for Input {
    fn next(&mut self) -> Heard {
        let Some(rest) = self.rest else { return self.heard.recv().unwrap_or(Heard::End) };
        match self.heard.recv_timeout(rest) {
            Ok(heard) => heard,
            Err(RecvTimeoutError::Timeout) => Heard::Rest,
            Err(RecvTimeoutError::Disconnected) => Heard::End,
        }
    }
}

impl Drop for Input {
    fn drop(&mut self) {
        self.signals.close();
    }
}

/// The next line, clean; none at the end.
fn read(from: &mut dyn BufRead) -> io::Result<Option<String>> {
    let (mut line, mut any) = (Vec::new(), false);
    loop {
        let bytes = match from.fill_buf() {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if bytes.is_empty() {
            return Ok(any.then(|| typed(&line)));
        }
        any = true;
        let end = bytes.iter().position(|byte| *byte == b'\n');
        let until = end.unwrap_or(bytes.len());
        let room = MOST.saturating_sub(line.len());
        line.extend_from_slice(&bytes[..until.min(room)]);
        from.consume(end.map_or(until, |end| end + 1));
        if end.is_some() {
            return Ok(Some(typed(&line)));
        }
    }
}

/// A line as it was meant: what an arrow key leaves in it is taken out, everything else is made clean.
fn typed(bytes: &[u8]) -> String {
    let line = String::from_utf8_lossy(bytes);
    let mut kept = String::new();
    let mut chars = line.trim_end_matches('\r').chars().peekable();
    while let Some(c) = chars.next() {
        if c != '\u{1B}' {
            kept.push(c);
            continue;
        }
        match chars.next_if(|c| matches!(c, '[' | 'O')) {
            // The parameters and the one letter that ends them (ECMA-48, 5.4).
            Some(_) => {
                while chars.next_if(|c| (' '..='?').contains(c)).is_some() {}
                chars.next_if(char::is_ascii);
            }
            None => kept.push(c),
        }
    }
    text::clean(&kept).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heard(bytes: &[u8]) -> Vec<Heard> {
        let mut from = bytes;
        let mut lines = Lines(&mut from);
        std::iter::from_fn(|| Some(lines.next()).filter(|it| *it != Heard::End)).collect()
    }

    #[test]
    fn lines_are_clean_and_whole() {
        let line = |text: &str| Heard::Line(text.to_owned());
        assert_eq!(heard(b"a\r\n\n b"), [line("a"), line(""), line(" b")]);
        assert_eq!(heard("\u{1112}\u{1161}\u{11AB}\x1b[A\x1b[1;5Dx\x1bOPy\n".as_bytes()), [line("한xy")]);
        assert_eq!(heard(b"\xff\x1b]0;x\x07\n"), [line("\u{FFFD}\u{FFFD}]0;x\u{FFFD}")]);
        let long = "가".repeat(MOST);
        let Some(Heard::Line(kept)) = heard(format!("{long}\nnext\n").as_bytes()).first().cloned() else { return };
        assert!(kept.len() <= MOST + 3 && kept.len() > MOST - 3);
        assert_eq!(heard(format!("{long}\nnext\n").as_bytes()).len(), 2, "what follows a flood is heard");
    }
}

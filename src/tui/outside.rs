//! What the world does to the program: signals, and a terminal that goes away. Each becomes a value that the
//! driver gets by a callback, so that leaving always takes the one ordinary way that drains the saver.
//! Nothing is saved, drawn or decided here.

use std::io;
use std::os::fd::AsFd;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGPIPE, SIGQUIT, SIGTERM, SIGTSTP, SIGXFSZ};
use signal_hook::iterator::{Handle, Signals};

/// What happened outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outside {
    /// Leave now, saving everything: a signal asks for it, by its number.
    Asked(i32),
    /// Leave now, saving everything: the terminal is gone, so nothing more can be shown or read.
    TerminalGone,
    /// Give the terminal back and stop (`SIGTSTP`): see `Terminal::suspend`.
    Suspend,
    /// The process goes on after a stop (`SIGCONT`): see `Terminal::resume`.
    Resumed,
}

/// How often the watcher of the terminal looks whether it should end, in milliseconds. A terminal that goes away is
/// told at once and does not wait for this.
const LOOK_EVERY_MS: i64 = 250;

/// Watches signals and the terminal until it is dropped.
#[derive(Debug)]
pub struct Watch {
    signals: Handle,
    ended: Arc<AtomicBool>,
    threads: Vec<JoinHandle<()>>,
}

impl Watch {
    /// Begins to watch; `tell` is called from threads of the watch and must not wait.
    /// `SIGPIPE` and `SIGXFSZ` are taken too, so that a closed pipe or a full quota is an error and not a death.
    ///
    /// # Errors
    ///
    /// What the operating system says when a signal cannot be taken or a thread cannot be made.
    pub fn begin(tell: impl Fn(Outside) + Send + Clone + 'static) -> io::Result<Watch> {
        Watch::over(io::stdin(), tell)
    }

    /// The same, with `terminal` in the place of the standard input.
    fn over(
        terminal: impl AsFd + Send + 'static,
        tell: impl Fn(Outside) + Send + Clone + 'static,
    ) -> io::Result<Watch> {
        for quiet in [SIGPIPE, SIGXFSZ] {
            signal_hook::flag::register(quiet, Arc::new(AtomicBool::new(false)))?;
        }
        let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT])?;
        let handle = signals.handle();
        let ended = Arc::new(AtomicBool::new(false));
        let tell_signal = tell.clone();
        let on_signal = move || signals.forever().for_each(|signal| tell_signal(meaning(signal)));
        let ended_too = Arc::clone(&ended);
        let on_terminal = move || watch_terminal(&terminal, &ended_too, tell);
        let threads = vec![
            thread::Builder::new().name("signals".to_owned()).spawn(on_signal)?,
            thread::Builder::new().name("terminal watch".to_owned()).spawn(on_terminal)?,
        ];
        Ok(Watch { signals: handle, ended, threads })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.signals.close();
        self.ended.store(true, Ordering::Relaxed);
        for thread in self.threads.drain(..) {
            // A watcher that panicked has nothing left to do.
            thread.join().unwrap_or_default();
        }
    }
}

fn meaning(signal: i32) -> Outside {
    match signal {
        SIGTSTP => Outside::Suspend,
        SIGCONT => Outside::Resumed,
        other => Outside::Asked(other),
    }
}

/// Waits until the terminal hangs up. It asks for no event, so that only a hang-up or an error wakes it and the input
/// itself is left alone. Needed because crossterm reads a dead terminal for ever without an error (crossterm #793).
fn watch_terminal(terminal: &impl AsFd, ended: &AtomicBool, tell: impl Fn(Outside)) {
    let pause = Timespec { tv_sec: 0, tv_nsec: LOOK_EVERY_MS * 1_000_000 };
    let gone = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
    while !ended.load(Ordering::Relaxed) {
        let mut watched = [PollFd::new(terminal, PollFlags::empty())];
        let woken = poll(&mut watched, Some(&pause));
        if woken.is_ok_and(|count| count > 0) && watched[0].revents().intersects(gone) {
            tell(Outside::TerminalGone);
            return;
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use std::os::unix::net::UnixStream;
    use std::sync::mpsc;
    use std::time::Duration;

    /// One test, because signals belong to the whole process.
    #[test]
    fn signals_and_a_hang_up_are_told_and_the_watch_ends() {
        let (near, far) = UnixStream::pair().unwrap();
        let (send, told) = mpsc::channel();
        let watch = Watch::over(near, move |outside| send.send(outside).unwrap_or_default()).unwrap();
        for (signal, expected) in [
            (SIGTERM, Outside::Asked(SIGTERM)),
            (SIGHUP, Outside::Asked(SIGHUP)),
            (SIGTSTP, Outside::Suspend),
            (SIGCONT, Outside::Resumed),
        ] {
            signal_hook::low_level::raise(signal).unwrap();
            assert_eq!(told.recv_timeout(Duration::from_secs(5)).unwrap(), expected);
        }
        signal_hook::low_level::raise(SIGXFSZ).unwrap();
        drop(far);
        assert_eq!(told.recv_timeout(Duration::from_secs(5)).unwrap(), Outside::TerminalGone);
        drop(watch);
        assert!(told.recv_timeout(Duration::from_millis(1)).is_err());
    }
}

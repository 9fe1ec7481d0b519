//! Entering and leaving the terminal: raw mode, the alternate screen and bracketed paste, and their exact reverse on
//! every way out, a panic included. No keyboard protocol is pushed, because that breaks composing Korean somewhere;
//! the mouse stays the terminal's own unless it is asked for. What is drawn and which key means what live elsewhere.

use std::io::{self, IsTerminal, Write};
use std::os::fd::AsFd;
use std::panic::{self, PanicHookInfo};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, ThreadId};
use std::time::Duration;

use ratatui::Frame;
use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::clipboard::CopyToClipboard;
use ratatui::crossterm::cursor::Show;
use ratatui::crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture};
use ratatui::crossterm::style::ResetColor;
use ratatui::crossterm::terminal::{
    self, BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
};
use ratatui::crossterm::{execute, queue};
use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use signal_hook::consts::SIGTSTP;
use signal_hook::low_level::emulate_default_handler;

use super::bounded::Bounded;
use super::widths::Widths;

/// How long a terminal may take to say how wide it draws, before it counts as ordinary.
const PROBE_WAIT: Duration = Duration::from_millis(300);

/// What the caller decides about the terminal.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The value of `TERM`; `dumb` is refused.
    pub term: Option<String>,
    /// The width of ambiguous characters where it is known from a setting; else the terminal is asked.
    pub widths: Option<Widths>,
    /// Take the mouse.
    pub mouse: bool,
}

/// The terminal while it is ours. Dropping it gives it back.
pub struct Terminal {
    screen: ratatui::Terminal<Bounded<CrosstermBackend<Outgoing>>>,
    hold: Arc<Hold>,
    widths: Widths,
}

impl std::fmt::Debug for Terminal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Terminal").field("hold", &self.hold).finish_non_exhaustive()
    }
}

/// Whether the terminal is ours, for the panic hook and every way out.
#[derive(Debug)]
struct Hold {
    held: AtomicBool,
    mouse: bool,
    owner: ThreadId,
    worker_panics: Mutex<Vec<String>>,
}

impl Terminal {
    /// Takes the terminal. From here on a panic of this thread gives it back before it is reported by the hook that
    /// was set before; a panic of another thread is kept silent and told by [`Terminal::worker_panics`].
    ///
    /// # Errors
    ///
    /// `Unsupported` where input or output is not a terminal or `TERM` is `dumb` (the words say it as
    /// `error-needs-terminal`); else what the operating system says. The terminal is then as it was.
    pub fn enter(options: &Options) -> io::Result<Terminal> {
        if !io::stdin().is_terminal() || !io::stdout().is_terminal() || options.term.as_deref() == Some("dumb") {
            return Err(io::ErrorKind::Unsupported.into());
        }
        let hold = Arc::new(Hold {
            held: AtomicBool::new(false),
            mouse: options.mouse,
            owner: thread::current().id(),
            worker_panics: Mutex::new(Vec::new()),
        });
        restore_before_panic_report(Arc::clone(&hold));
        let taken = hold.take().and_then(|()| Terminal::over(&hold, options));
        if taken.is_err() {
            hold.give_back();
        }
        taken
    }

    fn over(hold: &Arc<Hold>, options: &Options) -> io::Result<Terminal> {
        let widths = match options.widths {
            Some(widths) => widths,
            None => Widths::ask(PROBE_WAIT)?,
        };
        let outgoing = Outgoing { bytes: Vec::new(), hold: Arc::clone(hold) };
        let screen = ratatui::Terminal::new(Bounded::new(CrosstermBackend::new(outgoing), widths))?;
        Ok(Terminal { screen, hold: Arc::clone(hold), widths })
    }

    /// Draws one frame, shown whole or not at all by terminals that know synchronised output. The view sets the
    /// cursor with `frame.set_cursor_position`; without that it is hidden.
    ///
    /// # Errors
    ///
    /// What writing to the terminal says; a terminal that is gone says so here.
    pub fn draw(&mut self, view: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        queue!(self.screen.backend_mut(), BeginSynchronizedUpdate)?;
        let drawn = self.screen.draw(view).map(|_| ());
        execute!(self.screen.backend_mut(), EndSynchronizedUpdate)?;
        drawn
    }

    /// Forgets what is on the screen, so that the next frame is drawn whole (Ctrl+L).
    ///
    /// # Errors
    ///
    /// What writing to the terminal says.
    pub fn redraw(&mut self) -> io::Result<()> {
        self.screen.clear()
    }

    /// How wide this terminal draws ambiguous characters.
    pub fn widths(&self) -> Widths {
        self.widths
    }

    /// The places in the source where other threads panicked since the last call.
    pub fn worker_panics(&self) -> Vec<String> {
        self.hold.worker_panics.lock().map(|mut places| std::mem::take(&mut *places)).unwrap_or_default()
    }

    /// Gives the terminal back while `work` runs (an editor, say), then takes it again.
    ///
    /// # Errors
    ///
    /// What the operating system says when the terminal cannot be taken again.
    pub fn lend<T>(&mut self, work: impl FnOnce() -> T) -> io::Result<T> {
        self.hold.give_back();
        let done = work();
        self.resume()?;
        Ok(done)
    }

    /// Gives the terminal back and stops the process as `SIGTSTP` would; takes it again when the process goes on.
    ///
    /// # Errors
    ///
    /// What the operating system says when it cannot stop or the terminal cannot be taken again.
    pub fn suspend(&mut self) -> io::Result<()> {
        self.lend(|| emulate_default_handler(SIGTSTP))?
    }

    /// Takes the terminal again after somebody else may have changed it (`SIGCONT`).
    ///
    /// # Errors
    ///
    /// What the operating system says.
    pub fn resume(&mut self) -> io::Result<()> {
        // crossterm believes that raw mode is still on and would do nothing.
        terminal::disable_raw_mode()?;
        self.hold.take()?;
        self.screen.clear()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.hold.give_back();
    }
}

/// Gathers a frame into one write. What is left over once the terminal is given back goes nowhere: not half a frame
/// of a panicking view, and not the cursor that ratatui shows in its own `Drop` (which would panic on a dead terminal).
struct Outgoing {
    bytes: Vec<u8>,
    hold: Arc<Hold>,
}

impl Write for Outgoing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let bytes = std::mem::take(&mut self.bytes);
        if self.hold.held.load(Ordering::SeqCst) { write_through(&bytes) } else { Ok(()) }
    }
}

impl Hold {
    fn take(&self) -> io::Result<()> {
        self.held.store(true, Ordering::SeqCst);
        terminal::enable_raw_mode()?;
        write_through(&entering(self.mouse))
    }

    /// Gives the terminal back if it is ours; failing is of no use to anybody by then.
    fn give_back(&self) {
        if self.held.swap(false, Ordering::SeqCst) {
            write_through(&leaving(self.mouse)).unwrap_or_default();
            terminal::disable_raw_mode().unwrap_or_default();
        }
    }
}

/// Wraps the panic hook: what the owner of the terminal panics with is reported on the restored terminal, what another
/// thread panics with does not tear the screen.
fn restore_before_panic_report(hold: Arc<Hold>) {
    let report = panic::take_hook();
    panic::set_hook(Box::new(move |panic: &PanicHookInfo<'_>| {
        if !hold.held.load(Ordering::SeqCst) {
            report(panic);
        } else if thread::current().id() == hold.owner {
            hold.give_back();
            report(panic);
        } else if let Ok(mut places) = hold.worker_panics.try_lock() {
            places.push(panic.location().map(ToString::to_string).unwrap_or_default());
        }
    }));
}

/// Puts a text on the clipboard by OSC 52, which reaches the machine in front of which one sits also over SSH.
///
/// # Errors
///
/// What writing to the terminal says. Whether the terminal takes it cannot be known.
pub(super) fn copy(text: &str) -> io::Result<()> {
    write_through(&copying(text))
}

fn copying(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    // Writing to a vector cannot fail.
    queue!(bytes, CopyToClipboard::to_clipboard_from(text)).unwrap_or_default();
    bytes
}

fn entering(mouse: bool) -> Vec<u8> {
    let mut bytes = Vec::new();
    // Writing to a vector cannot fail.
    queue!(bytes, EnterAlternateScreen, EnableBracketedPaste, Clear(ClearType::All)).unwrap_or_default();
    if mouse {
        queue!(bytes, EnableMouseCapture).unwrap_or_default();
    }
    bytes
}

fn leaving(mouse: bool) -> Vec<u8> {
    let mut bytes = Vec::new();
    if mouse {
        queue!(bytes, DisableMouseCapture).unwrap_or_default();
    }
    queue!(bytes, EndSynchronizedUpdate, ResetColor, DisableBracketedPaste, LeaveAlternateScreen, Show)
        .unwrap_or_default();
    bytes
}

/// Writes to the terminal past the buffer of the standard output, which a panic may have left locked and which
/// cannot be emptied.
pub(super) fn write_through(mut bytes: &[u8]) -> io::Result<()> {
    let out = io::stdout();
    while !bytes.is_empty() {
        match rustix::io::write(out.as_fd(), bytes) {
            Ok(written) => bytes = &bytes[written..],
            Err(Errno::INTR) => {}
            // Somebody who shares the terminal made it non-blocking: wait until it takes more.
            Err(Errno::AGAIN) => {
                poll(&mut [PollFd::new(&out, PollFlags::OUT)], None)?;
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;

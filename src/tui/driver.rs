//! The loop around the pure heart: drains all events, then draws once; hands effects to the desk. The only part of
//! the terminal UI that touches the clock, a thread or a file, and even here nothing waits for a disk.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use crossterm::event;

use super::effect::Effect;
use super::event::Event;
use super::model::{Model, Start};
use super::outside::{Outside, Watch};
use super::palette::{Colors, Look};
use super::proposing::Wanted;
use super::terminal::{self, Terminal};
use super::update::update;
use super::view::view;
use super::widths::Widths;
use super::world::World;
use crate::config::{Keys, Palette, Probes};
use crate::domain::Id;
use crate::domain::judgement::initials;
use crate::error::{Error, ErrorKind, Result};
use crate::library::{self, Desk, News, whole_file};
use crate::mint::Mint;
use crate::words::Words;

/// At rest the clock moves this often.
const REST: Duration = Duration::from_millis(250);
/// How often the input thread looks whether it should end.
const LOOK: Duration = Duration::from_millis(100);
/// At most so many steps are shown of a history.
const HISTORY: usize = 500;
/// When whybuy must leave, keys that have reached it are taken until none has come for so long, and no longer than that.
const QUIET: Duration = Duration::from_millis(60);
const LAST_KEYS: Duration = Duration::from_millis(400);
/// At most so many events are taken before a frame is drawn, so that a flood still shows what it does.
const BATCH: usize = 4096;

/// Everything that the terminal UI is given from outside.
pub struct Options {
    /// The library.
    pub library: library::Options,
    /// The texts.
    pub words: Words,
    /// The study to open; none lets choose where there are several.
    pub study: Option<Id>,
    /// What to show first.
    pub start: Start,
    /// The value of `TERM`.
    pub term: Option<String>,
    /// Draw the chrome in ASCII.
    pub ascii: bool,
    /// Cells of a character of ambiguous width (1 or 2) where it is known; else the terminal is asked.
    pub ambiguous: Option<u8>,
    /// How many colours to use; `Colors::None` for `NO_COLOR`.
    pub colors: Colors,
    /// The ground that they are made for.
    pub palette: Palette,
    /// Take the mouse: the terminal then no longer selects text by itself.
    pub mouse: bool,
    /// The keys that differ from the defaults.
    pub keys: Keys,
    /// What is changed about the probes.
    pub probes: Probes,
    /// What is wrong with the settings, to be told at the start.
    pub faults: Vec<Error>,
}

/// What reaches the loop.
enum Signal {
    Event(Event),
    Outside(Outside),
}

/// Runs the terminal UI until it is left. Whatever was done is on disk when this returns, unless it was told otherwise.
///
/// # Errors
///
/// Where the library cannot be opened, or where there is no terminal that can show it.
pub fn run(options: Options) -> Result<()> {
    let (send, signals) = channel();
    let mint = options.library.mint.clone();
    let author = initials(&options.library.author);
    let folder = options.library.file.parent().map(Path::to_path_buf).unwrap_or_default();
    let tell = send.clone();
    let left_behind = library::left_behind(&options.library.file, &options.library.index);
    let desk = Desk::open(options.library, move |news: News| {
        // Nobody listens any more only while whybuy is leaving.
        let _gone = tell.send(Signal::Event(Event::News(Box::new(news))));
    })?;
    let widths = options.ambiguous.map(Widths::with_ambiguous);
    let mut terminal =
        Terminal::enter(&terminal::Options { term: options.term, widths, mouse: options.mouse }).map_err(unusable)?;
    let look = Look::new(options.colors, options.ascii || terminal.widths().wants_ascii()).on(options.palette);
    let mut world = World::new(mint.clone(), options.words, look, folder);
    (world.left_behind, world.author) = (left_behind, author);
    world.configure(&options.keys, options.probes, options.faults);
    let (model, effects) = Model::new(world, options.study, options.start);
    let input = Input::begin(send.clone());
    let watch = {
        let send = send.clone();
        Watch::begin(move |outside| {
            let _gone = send.send(Signal::Outside(outside));
        })
        .map_err(unusable)?
    };
    let mut driver = Driver { desk, mint, send, model, is_told_to_leave: false };
    let left = driver.turn(&mut terminal, &signals, effects);
    if left.is_err() || driver.is_told_to_leave {
        driver.take_last_keys(&signals);
    }
    drop((input, watch, terminal));
    drop(driver);
    left.and(told_at_the_end(&signals))
}

/// What the desk says when it closes on something that it could not save.
fn told_at_the_end(signals: &Receiver<Signal>) -> Result<()> {
    for signal in signals.try_iter() {
        let Signal::Event(Event::News(news)) = signal else { continue };
        match *news {
            News::Rescued { file, records } => {
                let file = crate::domain::text::clean(&file.to_string_lossy()).into_owned();
                return Err(Error::new(ErrorKind::Io, "unsaved-left").with("count", records).with("file", file));
            }
            News::Failed(error) if error.key == "unsaved-lost" => return Err(error),
            _ => {}
        }
    }
    Ok(())
}

fn unusable(error: std::io::Error) -> Error {
    if error.kind() == std::io::ErrorKind::Unsupported {
        Error::usage("needs-terminal")
    } else {
        Error::new(ErrorKind::Io, "terminal").because(error)
    }
}

/// What is not for the desk.
pub(super) enum Errand {
    /// A document for a new file.
    Write(PathBuf, String),
    /// A text for the clipboard.
    Copy(String),
    /// Candidate themes.
    Propose(Box<Wanted>),
}

/// Hands effects to the desk and the rest to `run`. Every arm is a send; says whether to go on.
pub(super) fn hand_over(desk: &Desk, effects: Vec<Effect>, run: &mut dyn FnMut(Errand)) -> bool {
    let mut effects = effects.into_iter().peekable();
    while let Some(effect) = effects.next() {
        match effect {
            Effect::Studies => desk.studies(),
            Effect::Load(study) => desk.load(study),
            Effect::Save(step, expected) => {
                // A line and the draft that it leaves behind go together.
                let draft = effects.next_if(|next| matches!(next, Effect::Draft(..)));
                let ticket = match draft {
                    Some(Effect::Draft(draft, _)) => desk.save_with(*step, draft) - 1,
                    _ => desk.save(*step),
                };
                debug_assert_eq!(ticket, expected, "the desk counts as the model does");
            }
            Effect::Draft(draft, expected) => {
                let ticket = desk.draft(draft);
                debug_assert_eq!(ticket, expected, "the desk counts as the model does");
            }
            Effect::Name { study, participant, name } => desk.name(study, participant, name),
            Effect::Undo(study) => desk.next_undo(study),
            Effect::UndoStep(study, step) => desk.undo_step(study, step),
            Effect::History(study) => desk.history(study, HISTORY),
            Effect::Explain(step) => desk.explain(step),
            Effect::Redo(study) => desk.redo(study),
            Effect::Search(generation, request) => desk.search(generation, request),
            Effect::Echo(request) => desk.echo(request),
            Effect::Elsewhere(study, slot) => desk.elsewhere(study, slot),
            Effect::Retry => desk.retry(),
            Effect::Discard => desk.discard(),
            Effect::Rescue(file) => desk.rescue(file),
            Effect::Watch(searches) => desk.watch(searches),
            Effect::Write(file, text) => run(Errand::Write(file, text)),
            Effect::Copy(text) => run(Errand::Copy(text)),
            Effect::Propose(wanted) => run(Errand::Propose(wanted)),
            Effect::Quit => return false,
        }
    }
    true
}

struct Driver {
    desk: Desk,
    mint: Mint,
    send: Sender<Signal>,
    model: Model,
    /// A signal said so, or the terminal is gone.
    is_told_to_leave: bool,
}

impl Driver {
    fn turn(&mut self, terminal: &mut Terminal, signals: &Receiver<Signal>, effects: Vec<Effect>) -> Result<()> {
        let (columns, rows) = crossterm::terminal::size().map_err(unusable)?;
        self.perform(effects);
        self.happen(Event::Resize(columns, rows));
        loop {
            let first = match signals.recv_timeout(REST) {
                Ok(signal) => Some(signal),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => return Ok(()),
            };
            let mut goes_on = self.happen(Event::Tick(self.mint.now()));
            for signal in first.into_iter().chain(signals.try_iter().take(BATCH)) {
                goes_on = goes_on && self.take(terminal, signal)?;
            }
            if !goes_on || self.is_told_to_leave {
                return Ok(());
            }
            terminal.draw(|frame| view(&self.model, frame)).map_err(unusable)?;
        }
    }

    /// Says whether to go on.
    fn take(&mut self, terminal: &mut Terminal, signal: Signal) -> Result<bool> {
        match signal {
            Signal::Event(event) => return Ok(self.happen(event)),
            Signal::Outside(Outside::Suspend) => terminal.suspend().map_err(unusable)?,
            Signal::Outside(Outside::Resumed) => terminal.resume().map_err(unusable)?,
            Signal::Outside(Outside::Asked(_) | Outside::TerminalGone) => self.is_told_to_leave = true,
        }
        Ok(true)
    }

    /// Whoever types did not see the end coming: every key that has reached the process is taken before it leaves.
    fn take_last_keys(&mut self, signals: &Receiver<Signal>) {
        self.desk.hurry();
        let begun = Instant::now();
        while let Some(left) = LAST_KEYS.checked_sub(begun.elapsed()) {
            match signals.recv_timeout(left.min(QUIET)) {
                Ok(Signal::Event(event)) => _ = self.happen(event),
                Ok(Signal::Outside(_)) => {}
                Err(_) => break,
            }
        }
        self.happen(Event::Gone);
    }

    fn happen(&mut self, event: Event) -> bool {
        let effects = update(&mut self.model, event);
        self.perform(effects)
    }

    /// Says whether to go on.
    fn perform(&mut self, effects: Vec<Effect>) -> bool {
        hand_over(&self.desk, effects, &mut |errand| match errand {
            Errand::Write(file, text) => self.write(file, text),
            Errand::Propose(wanted) => self.propose(wanted),
            // A terminal that does not take it says nothing; one that is gone is noticed by the next frame.
            Errand::Copy(text) => terminal::copy(&text).unwrap_or_default(),
        })
    }

    /// Computes candidate themes on a thread of its own.
    fn propose(&self, wanted: Box<Wanted>) {
        let send = self.send.clone();
        std::thread::spawn(move || {
            let proposal = Box::new(wanted.answer());
            let _gone = send.send(Signal::Event(Event::Proposed(wanted.generation, proposal)));
        });
    }

    /// Writes a new file on a thread of its own.
    fn write(&self, file: PathBuf, text: String) {
        let send = self.send.clone();
        std::thread::spawn(move || {
            let _gone = send.send(Signal::Event(Event::Written(write_new(&file, &text).map(|()| file))));
        });
    }
}

/// A file that is there already is never written over.
fn write_new(file: &Path, text: &str) -> Result<()> {
    whole_file::create(file, text.as_bytes()).map_err(|error| {
        let key = if error.kind() == std::io::ErrorKind::AlreadyExists { "file-there" } else { "file-not-written" };
        Error::new(ErrorKind::Io, key).with("file", file.display()).because(error)
    })
}

/// The thread that reads keys. It is told to end and not waited for: on a terminal that is gone crossterm reads for
/// ever (crossterm #793), and the end of the process ends it too.
struct Input {
    ended: Arc<AtomicBool>,
}

impl Input {
    fn begin(send: Sender<Signal>) -> Input {
        let ended = Arc::new(AtomicBool::new(false));
        let is_ended = Arc::clone(&ended);
        std::thread::spawn(move || {
            while !is_ended.load(Ordering::Relaxed) {
                match event::poll(LOOK) {
                    Ok(true) => {}
                    Ok(false) => continue,
                    Err(_) => std::thread::sleep(LOOK),
                }
                let event = match event::read() {
                    Ok(event::Event::Key(key)) => Event::Key(key),
                    Ok(event::Event::Mouse(mouse)) => Event::Mouse(mouse),
                    Ok(event::Event::Paste(text)) => Event::Paste(text),
                    Ok(event::Event::Resize(columns, rows)) => Event::Resize(columns, rows),
                    Ok(_) | Err(_) => continue,
                };
                if send.send(Signal::Event(event)).is_err() {
                    return;
                }
            }
        });
        Input { ended }
    }
}

impl Drop for Input {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::Relaxed);
    }
}

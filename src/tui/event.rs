//! What happened, as the pure part of the terminal UI learns of it: a key, a paste, a new size, the time, or
//! news from the desk. Events are the only way in.

use crossterm::event::{KeyEvent, MouseEvent};

use crate::domain::Moment;
use crate::domain::candidates::Proposal;
use crate::library::News;

/// One thing that happened.
#[derive(Debug)]
pub enum Event {
    /// A key was pressed.
    Key(KeyEvent),
    /// The mouse did something; only where it is taken.
    Mouse(MouseEvent),
    /// A text was pasted; several lines are possible.
    Paste(String),
    /// The terminal has so many columns and rows.
    Resize(u16, u16),
    /// It is now this moment; comes before every batch of events and four times a second at rest.
    Tick(Moment),
    /// The desk says something.
    News(Box<News>),
    /// What was proposed for this generation of asking.
    Proposed(u64, Box<Proposal>),
    /// A file was written, or could not be.
    Written(Result<std::path::PathBuf, crate::error::Error>),
    /// The terminal is going away (SIGTERM, SIGHUP, closed): leave at once.
    Gone,
}

//! What should be done, as data: `update` returns it, the driver does it. Every arm is a send to another thread.
//! No arm carries out anything by itself.

use std::path::PathBuf;

use super::proposing::Wanted;
use crate::domain::{Id, Step};
use crate::library::{Draft, EchoRequest, Request, Ticket};

/// One thing to do outside the UI thread.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Read the list of studies.
    Studies,
    /// Load a study.
    Load(Id),
    /// Keep a step; `Ticket` is the model's own count of what it has sent.
    Save(Box<Step>, Ticket),
    /// Keep an unfinished text, or forget it where it is empty.
    Draft(Draft, Ticket),
    /// Keep the name of a participant in the vault, or forget it where it is blank.
    Name {
        /// The study.
        study: Id,
        /// Whose name.
        participant: Id,
        /// The name.
        name: String,
    },
    /// Ask which step of a study would be taken back.
    Undo(Id),
    /// Take this step of a study back.
    UndoStep(Id, i64),
    /// Ask for the newest steps of a study.
    History(Id),
    /// Ask what a step did.
    Explain(i64),
    /// Do the last undone step of a study again.
    Redo(Id),
    /// Search; an answer to an older generation is ignored.
    Search(u64, Request),
    /// Tell how many earlier people said something like a line; answered when nobody searches.
    Echo(EchoRequest),
    /// Propose candidate themes; answered with `Event::Proposed`.
    Propose(Box<Wanted>),
    /// Ask whether another window has an unfinished text in this slot.
    Elsewhere(Id, String),
    /// Look whom these saved searches find by now, when nobody searches.
    Watch(Vec<(Id, String)>),
    /// Put a text on the clipboard, by the terminal.
    Copy(String),
    /// Try again to save what could not be saved.
    Retry,
    /// Write what is not saved to a file.
    Rescue(PathBuf),
    /// Write a document to a new file.
    Write(PathBuf, String),
    /// What cannot be saved may go.
    Discard,
    /// Leave.
    Quit,
}

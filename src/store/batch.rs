//! What goes into the store and what comes out of it besides records: batches of steps and drafts, the answer to a
//! save, the rows of the change log and of the history. Plain values; no SQL.

use crate::domain::{Edit, Id, Key, Kind, Moment, Record, Step};

/// A position in the change log; 0 means that nothing has been written yet.
pub type Seq = i64;

/// What is saved in one transaction: all of it, or nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Batch {
    /// Steps, in the order in which they were done.
    pub steps: Vec<Pending>,
    /// Drafts as they are now; the newest of a slot comes last.
    pub drafts: Vec<Draft>,
}

/// A step that waits to be saved.
#[derive(Clone, Debug, PartialEq)]
pub struct Pending {
    /// Made once by `Mint::id` when the step was done and kept over every retry: a step whose token is already in
    /// the log is not written a second time.
    pub token: Id,
    /// What was done.
    pub step: Step,
    /// When.
    pub at: Moment,
}

/// An unfinished text, kept outside the history.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The study.
    pub study: Id,
    /// Which field it stands in, such as `capture:<interview id>`; one draft for each slot of a study.
    pub slot: String,
    /// The text as it was left; an empty text deletes the draft.
    pub text: String,
    /// What else the field needs to come back as it was: for a capture line the name of its dimension.
    pub context: String,
    /// When it was written.
    pub at: Moment,
}

/// What a save did. It is durable when this is returned.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Saved {
    /// The log position just before this transaction: where it is further than the caller has read, somebody else
    /// wrote (or an earlier attempt at this batch had landed after all), and `since` tells what.
    pub before: Seq,
    /// The log position after it. Everything between `before` and this is the batch's own.
    pub seq: Seq,
    /// Records that were stored under another number or code than the batch said, as they are now.
    pub amended: Vec<Edit>,
}

/// One row of the change log.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Its position.
    pub seq: Seq,
    /// The study.
    pub study: Id,
    /// What changed.
    pub edit: Edit,
}

/// A step that was undone or done again.
#[derive(Clone, Debug, PartialEq)]
pub struct Undone {
    /// The name of the step.
    pub name: String,
    /// What it was done to.
    pub about: String,
    /// The edits that this made, in order.
    pub edits: Vec<Edit>,
    /// The log position after it.
    pub seq: Seq,
}

/// The step that would be undone next.
#[derive(Clone, Debug, PartialEq)]
pub struct Next {
    /// Its number in the library, from 1.
    pub step: i64,
    /// What was done: the key `step-<name>` of the words.
    pub name: String,
    /// What it was done to.
    pub about: String,
    /// When.
    pub at: Moment,
    /// By whom.
    pub author: String,
    /// The token that it was saved under.
    pub token: Option<Id>,
    /// The kinds of records that it changed.
    pub kinds: Vec<Kind>,
}

/// What a step did to one record.
#[derive(Clone, Debug, PartialEq)]
pub struct Turned {
    /// Which record.
    pub key: Key,
    /// As it was; none where it was made.
    pub before: Option<Record>,
    /// As it became; none where it was removed.
    pub after: Option<Record>,
}

/// One step of the history.
#[derive(Clone, Debug, PartialEq)]
pub struct Past {
    /// Its number in the library, from 1.
    pub step: i64,
    /// What was done: the key `step-<name>` of the words.
    pub name: String,
    /// What it was done to.
    pub about: String,
    /// When.
    pub at: Moment,
    /// By whom.
    pub author: String,
    /// How many edits it made.
    pub edits: u32,
    /// Whether it is undone now.
    pub undone: bool,
}

//! The research itself: records, edits, one study in memory, and everything that can be read out of it.
//! Pure: no file, no clock, no SQL, no terminal. What is true even if computers did not exist lives here.

pub mod brief;
pub mod card;
pub mod codes;
pub mod coverage;
pub mod denominator;
pub mod dimension;
pub mod evidence;
pub mod guide;
pub mod hangul;
pub mod id;
pub mod interview;
pub mod journey;
pub mod line;
pub mod live;
pub mod matching;
pub mod moment;
pub(crate) mod named;
pub mod path;
pub mod path_line;
pub mod path_steps;
pub mod people;
pub mod probe;
pub mod record;
pub mod research;
pub mod rules;
pub mod study;
pub mod suggest;
pub mod text;
pub mod theme;
pub mod typed;
pub mod when;

pub use codes::Citation;
pub use dimension::{Dimension, Stage, Subject};
pub use id::Id;
pub use interview::{Expectation, Gap, GapCause, Interview, Met, Note, Revision, Source, Speaker, Status, Voice};
pub use line::{Document, Line, Person};
pub use live::Fresh;
pub use moment::{Moment, Offset};
pub use path::{Act, PathEvent};
pub use people::{Attributes, Consent, Deal, Outcome, Participant, Persona, Recruited};
pub use record::{Edit, Key, Kind, Record, Step};
pub use research::Research;
pub use study::{Asked, AskedState, Question, Study};
pub use theme::{Mark, Stance, Theme};

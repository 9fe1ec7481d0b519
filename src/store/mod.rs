//! The store: SQLite, the truth. Loads a study, saves steps with their change log in one transaction, undoes and
//! redoes them, keeps drafts, and hands flat rows to the index and the result page. The only home of rusqlite;
//! knows neither the index nor threads nor the screen.

mod batch;

pub use batch::{Batch, Change, Draft, Past, Pending, Saved, Seq, Undone};

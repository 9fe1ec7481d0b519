//! The store: SQLite, the truth. Loads a study, saves steps with their change log in one transaction, undoes and
//! redoes them, keeps drafts, and hands flat rows to the index and the result page. The only home of rusqlite;
//! knows neither the index nor threads nor the screen.

mod asking;
mod backup;
mod batch;
mod column;
mod draft;
mod fault;
mod log;
mod migrate;
mod number;
mod open;
mod read;
mod row;
mod save;
mod turn;
mod undo;
mod vault;

#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use rusqlite::Connection;

use crate::error::Result;

pub use asking::Wording;
pub use batch::{Batch, Change, Draft, Next, Past, Pending, Saved, Seq, Turned, Undone};
pub use draft::{SIGN_OF_LIFE, slot_at};
pub use read::{Head, Said};
pub use vault::Vault;

/// One connection to a library file. It may move between threads; each thread that needs one has its own.
#[derive(Debug)]
pub struct Store {
    db: Connection,
    path: PathBuf,
    author: String,
    /// The last write failed in a way that does not say whether it landed.
    is_in_doubt: bool,
}

impl Store {
    /// Opens the library at `path`, or makes an empty one, and brings it up to this version's schema, with a copy
    /// beside it first where it holds anything. What is saved is signed with `author`.
    ///
    /// A file that is no library (`Damaged`) and a library of a newer whybuy (`Newer`) are refused and not touched.
    pub fn open(path: &Path, author: &str) -> Result<Store> {
        Store::open_with(path, author, migrate::STEPS)
    }

    fn open_with(path: &Path, author: &str, steps: &[&str]) -> Result<Store> {
        let _alone = open::one_at_a_time(path)?;
        open::examine(path, migrate::newest(steps))?;
        open::make_private(path)?;
        open::close_to_others(path)?;
        let mut db = open::connect(path)?;
        migrate::migrate(&mut db, path, steps)?;
        Ok(Store { db, path: path.to_owned(), author: author.to_owned(), is_in_doubt: false })
    }

    /// A second connection to the same file, with the same author.
    pub fn another(&self) -> Result<Store> {
        let (db, path, author) = (open::connect(&self.path)?, self.path.clone(), self.author.clone());
        Ok(Store { db, path, author, is_in_doubt: false })
    }

    /// Keeps so many KiB of the file in memory; for a connection that reads rows here and there.
    pub fn keep(&self, kib: i64) -> Result<()> {
        Ok(self.db.pragma_update(None, "cache_size", -kib)?)
    }

    /// The library file.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

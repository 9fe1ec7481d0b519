//! An open library: the only place where the store meets the index, and the owner of the worker threads.
//! [`Library`] answers at once and is what a command uses; [`Desk`] never waits and is what the screen uses.

mod asks;
mod desk;
mod earlier;
mod echo;
mod finder;
mod following;
mod found;
mod indexer;
mod known;
mod names;
mod news;
mod nothing;
mod page;
mod people;
mod presence;
mod rescue;
mod saver;
mod scope;
mod standing;
mod tail;
mod tally;
#[cfg(test)]
mod tests;
mod watch;
pub mod whole_file;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub use desk::Desk;
pub use echo::{Echo, EchoRequest};
pub use found::{Count, Expanded, Facets, Found, Hit, Named, Nothing, Request, Standing};
pub use news::{News, Ticket};
pub use rescue::left_behind;
pub use watch::Searches;

pub use crate::store::{Draft, Next, Past, SIGN_OF_LIFE, Saved, Turned, Undone};

use crate::domain::{Edit, Id, Research, Step, Study, text};
use crate::error::{Error, ErrorKind, Result};
use crate::mint::Mint;
use crate::store::{Batch, Pending, Store};
use finder::Finder;
use following::Caught;
use names::Names;

/// Where a library lives and who works in it.
#[derive(Clone, Debug)]
pub struct Options {
    /// The library file.
    pub file: PathBuf,
    /// The folder of its index; it can be deleted at any time.
    pub index: PathBuf,
    /// Who is named in the history.
    pub author: String,
    /// The source of ids and time.
    pub mint: Mint,
}

/// An open library, for one command at a time.
pub struct Library {
    store: Store,
    finder: Finder,
    names: Names,
    options: Options,
}

impl Library {
    /// Opens the library, makes it where there is none, and migrates it where it is older.
    pub fn open(options: Options) -> Result<Library> {
        let store = Store::open(&options.file, &options.author)?;
        let finder = Finder::new(store.another()?, options.index.clone());
        let names = Names::beside(&options.file);
        Ok(Library { store, finder, names, options })
    }

    /// The source of ids and time.
    pub fn mint(&self) -> &Mint {
        &self.options.mint
    }

    /// The library file.
    pub fn file(&self) -> &Path {
        self.store.path()
    }

    /// The studies, by the time they were made.
    pub fn studies(&self) -> Result<Vec<Study>> {
        self.store.studies()
    }

    /// The study of this name; without a name the only study there is.
    pub fn study(&self, name: Option<&str>) -> Result<Study> {
        let mut studies = self.store.studies()?;
        match name {
            Some(name) => studies
                .into_iter()
                .find(|study| study.name.to_lowercase() == text::trim_line(name).to_lowercase())
                .ok_or_else(|| Error::not_found("study-missing").with("name", name)),
            None if studies.len() > 1 => Err(Error::usage("study-needed").with("count", studies.len())),
            None => studies.pop().ok_or_else(|| Error::not_found("no-study")),
        }
    }

    /// A whole study.
    pub fn load(&self, study: Id) -> Result<Research> {
        self.store.load(study)
    }

    /// Saves a step; it is durable when this returns. The names of those who are removed or withdraw with it are
    /// forgotten.
    pub fn save(&mut self, step: Step) -> Result<Saved> {
        self.names.forget(step.study, &step.edits);
        let pending = Pending { token: self.options.mint.id(), step, at: self.options.mint.now() };
        let saved = self.store.save(&Batch { steps: vec![pending], drafts: Vec::new() })?;
        self.names.flush()?;
        Ok(saved)
    }

    /// The names of the participants of a study, from the vault beside the library.
    pub fn names(&mut self, study: Id) -> Result<BTreeMap<Id, String>> {
        self.names.of(study)
    }

    /// Keeps the name of a participant in the vault, or forgets it where it is blank; it is durable when this returns.
    pub fn name(&mut self, study: Id, participant: Id, name: &str) -> Result<()> {
        self.names.take(study, participant, names::told(name));
        self.names.flush()
    }

    /// Puts a whole study into the library as one step; a study of the same id or name is refused.
    pub fn put_research(&mut self, research: &Research) -> Result<Saved> {
        let study = research.study().ok_or_else(|| Error::refused("no-study"))?;
        if self.store.studies()?.iter().any(|it| it.id == study.id || it.name == study.name) {
            return Err(Error::refused("study-there").with("name", &study.name));
        }
        let mut step = Step::new(study.id, "import-study", study.name.as_str());
        step.edits = research.records().map(Edit::Put).collect();
        self.save(step)
    }

    /// Takes back the newest step of a study.
    pub fn undo(&mut self, study: Id) -> Result<Option<Undone>> {
        self.store.undo(study, self.options.mint.now())
    }

    /// Does again what was taken back last.
    pub fn redo(&mut self, study: Id) -> Result<Option<Undone>> {
        self.store.redo(study, self.options.mint.now())
    }

    /// The newest steps of a study, newest first.
    pub fn history(&self, study: Id, limit: usize) -> Result<Vec<Past>> {
        self.store.history(study, limit)
    }

    /// The unfinished lines of a study.
    pub fn drafts(&self, study: Id) -> Result<Vec<Draft>> {
        self.store.drafts(study)
    }

    /// Keeps a draft, or removes it where its text is empty.
    pub fn draft(&mut self, draft: Draft) -> Result<Saved> {
        self.store.save(&Batch { steps: Vec::new(), drafts: vec![draft] })
    }

    /// Whether a query can be read.
    ///
    /// # Errors
    /// What is wrong with it, in words that a person can act on.
    pub fn understands(query: &str) -> Result<()> {
        crate::search::parse(query).map(drop)
    }

    /// Searches the library.
    pub fn search(&mut self, request: &Request) -> Result<Found> {
        self.finder.search(request)
    }

    /// How many earlier people said something like a line; none where nothing can be compared.
    pub fn echo(&mut self, request: &EchoRequest) -> Result<Option<Echo>> {
        Ok(match self.finder.echo(request, &mut || false)? {
            echo::Answer::Told(echo) => Some(echo),
            echo::Answer::Nothing | echo::Answer::Later => None,
        })
    }

    /// Lets the index follow, or builds it anew where it cannot be used; `progress` hears lines done and lines in all
    /// and says whether to go on. Returns whether the index is up to date now.
    pub fn catch_up(&mut self, progress: &mut dyn FnMut(u64, u64) -> bool) -> Result<bool> {
        let caught = following::catch_up(&self.store, &self.options.index, progress)?;
        self.finder.reopen();
        Ok(caught != Caught::Busy)
    }

    /// Throws the index away and builds it anew.
    pub fn reindex(&mut self, progress: &mut dyn FnMut(u64, u64) -> bool) -> Result<bool> {
        let caught = following::rebuild(&self.store, &self.options.index, progress)?;
        self.finder.reopen();
        Ok(caught != Caught::Busy)
    }

    /// How many changes of the store the index has not reached; none where there is no usable index.
    pub fn behind(&mut self) -> Result<Option<usize>> {
        self.finder.behind()
    }

    /// How many lines the library holds.
    pub fn count_notes(&self) -> Result<u64> {
        self.store.count_notes()
    }

    /// Writes a verified copy of the library.
    pub fn backup(&self, to: &Path) -> Result<()> {
        self.store.backup(to)
    }

    /// Puts a library back from a copy. Its index is thrown away: it followed another history.
    pub fn restore(options: &Options, copy: &Path) -> Result<()> {
        Store::open(&options.file, &options.author)?.restore(copy)?;
        match std::fs::remove_dir_all(&options.index) {
            Err(fault) if fault.kind() != std::io::ErrorKind::NotFound => {
                Err(Error::new(ErrorKind::Io, "index-stays").because(fault))
            }
            _ => Ok(()),
        }
    }

    /// The studies that were removed (undo brings them back) or whose beginning was undone (redo does), newest first.
    pub fn gone(&self) -> Result<Vec<(Id, String)>> {
        self.store.gone()
    }

    /// What is wrong with the library file; nothing where it is sound.
    pub fn check(&self) -> Result<Vec<String>> {
        self.store.check()
    }
}

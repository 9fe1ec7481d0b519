//! Which desks are open on a library: each holds the lock of a small file beside it for as long as it lives, and the
//! operating system lets go of the lock whatever way the process ends. So nobody is taken for alive because a number
//! of a process came again, also where several containers share the folder.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use crate::domain::Id;

/// What stands between the name of a library and the id of a desk in the name of its file.
const DESK: &str = ".desk-";

/// One desk, for as long as this is kept.
pub(super) struct Presence {
    library: PathBuf,
    /// The name of the desk.
    pub name: String,
    /// None where the folder takes no file or knows no locks; others then take this desk for closed.
    held: Option<File>,
}

impl Presence {
    /// Says that this desk is open, and clears away the files of desks that ended without doing so.
    pub(super) fn begin(library: &Path, desk: Id) -> Presence {
        let name = desk.to_string();
        let path = file_of(library, &name);
        let made = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path);
        let held = made.ok().filter(|file| file.try_lock().is_ok());
        for other in desks(library).into_iter().filter(|other| *other != name) {
            if !is_open(library, &other) {
                drop(fs::remove_file(file_of(library, &other)));
            }
        }
        Presence { library: library.to_owned(), name, held }
    }

    /// Whether a desk of this name is open, this one included.
    pub(super) fn is_open(&self, desk: &str) -> bool {
        desk == self.name || is_open(&self.library, desk)
    }
}

impl Drop for Presence {
    fn drop(&mut self) {
        if self.held.take().is_some() {
            // One that stays is cleared away by the next desk.
            drop(fs::remove_file(file_of(&self.library, &self.name)));
        }
    }
}

/// Whether somebody holds the lock of this desk.
fn is_open(library: &Path, desk: &str) -> bool {
    let lock = |file: File| file.try_lock_shared();
    match File::open(file_of(library, desk)).map(lock) {
        Ok(Err(TryLockError::WouldBlock)) => true,
        Ok(Ok(()) | Err(TryLockError::Error(_))) => false,
        // A file that may not be read is somebody's.
        Err(error) => error.kind() != io::ErrorKind::NotFound,
    }
}

fn file_of(library: &Path, desk: &str) -> PathBuf {
    library.with_file_name(format!("{}{desk}", prefix(library)))
}

fn prefix(library: &Path) -> String {
    format!("{}{DESK}", library.file_name().unwrap_or_default().to_string_lossy())
}

/// The desks that have a file.
fn desks(library: &Path) -> Vec<String> {
    let (prefix, folder) = (prefix(library), library.parent().filter(|it| !it.as_os_str().is_empty()));
    let files = fs::read_dir(folder.unwrap_or(Path::new("."))).into_iter().flatten().flatten();
    let names = files.filter_map(|file| file.file_name().into_string().ok());
    names.filter_map(|name| name.strip_prefix(&prefix).map(str::to_owned)).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_desk_is_open_until_it_is_gone_and_what_it_leaves_behind_counts_for_nothing() {
        let home = tempfile::tempdir().unwrap();
        let library = home.path().join("library.db");
        let (one, two) = (Id::counted(1, 1), Id::counted(1, 2));
        let first = Presence::begin(&library, one);
        let second = Presence::begin(&library, two);
        assert!(first.is_open(&two.to_string()) && second.is_open(&one.to_string()));
        assert!(first.is_open(&one.to_string()) && !first.is_open("nobody"));
        drop(second);
        assert!(!first.is_open(&two.to_string()));
        // What a killed process leaves: a file without a lock.
        fs::write(file_of(&library, "killed"), "").unwrap();
        assert!(!first.is_open("killed"));
        let third = Presence::begin(&library, two);
        assert_eq!(desks(&library).len(), 2, "the file of the killed one is cleared away");
        drop((first, third));
        assert!(desks(&library).is_empty());
    }
}

//! The last door for what could not be saved: a new file of its own, mode 0600, that `whybuy import` reads back. A
//! process that must end while the disk fails leaves one beside the library, and the next start finds it there.
//! Nothing that is there already is written over.

use std::path::{Path, PathBuf};

use super::whole_file;
use crate::domain::{Edit, Moment};
use crate::error::{Error, ErrorKind, Result};
use crate::exchange::rescue::{self, Rescued, Unfinished};
use crate::store::Draft;

/// What stands between the name of a library and the time in the name of a file that was left behind.
const UNSAVED: &str = ".unsaved-";
/// At most so many files of one second.
const TRIES: usize = 100;

/// Writes the edits of these steps and the drafts; says how many they are. A file that is there already is refused.
pub(super) fn write(file: &Path, edits: Vec<Edit>, drafts: &[Draft]) -> Result<usize> {
    let drafts = drafts.iter().filter(|draft| !draft.text.is_empty()).map(|draft| Unfinished {
        study: draft.study,
        slot: draft.slot.clone(),
        text: draft.text.clone(),
        context: draft.context.clone(),
    });
    let mut bytes = Vec::new();
    let count = rescue::write(&Rescued { edits, drafts: drafts.collect() }, &mut bytes)?;
    whole_file::create(file, &bytes)
        .map_err(|error| Error::new(ErrorKind::Io, "rescue-failed").with("file", file.display()).because(error))?;
    Ok(count)
}

/// A name in this folder for what `library` could not take, such as `library.db.unsaved-20261122-120000.jsonl`.
pub(super) fn name(folder: &Path, library: &Path, now: Moment) -> PathBuf {
    let stem = format!("{}{}", prefix(library), now.local().format("%Y%m%d-%H%M%S"));
    let names = std::iter::once(String::new()).chain((2..TRIES).map(|n| format!("-{n}")));
    let mut files = names.map(|n| folder.join(format!("{stem}{n}.jsonl")));
    files.find(|file| !file.exists()).unwrap_or_else(|| folder.join(stem))
}

/// The folders in which a process may leave what it could not save, the best first.
pub(super) fn folders(library: &Path, index: &Path) -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = Vec::new();
    for folder in [library.parent(), index.parent()].into_iter().flatten() {
        if !folders.iter().any(|known| known == folder) {
            folders.push(folder.to_owned());
        }
    }
    folders
}

/// The files that processes of this library left behind, the oldest first.
pub fn left_behind(library: &Path, index: &Path) -> Vec<PathBuf> {
    let prefix = prefix(library);
    let is_left = |file: &PathBuf| {
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        name.starts_with(&prefix) && name.ends_with(".jsonl")
    };
    let files = folders(library, index).into_iter().flat_map(|folder| std::fs::read_dir(folder).into_iter().flatten());
    let mut left: Vec<PathBuf> = files.flatten().map(|file| file.path()).filter(is_left).collect();
    left.sort();
    left
}

fn prefix(library: &Path) -> String {
    let name = library.file_name().unwrap_or_default().to_string_lossy();
    format!("{name}{UNSAVED}")
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_behind_is_found_again_and_nothing_else() {
        let home = tempfile::tempdir().unwrap();
        let (library, index) = (home.path().join("library.db"), home.path().join("cache/index"));
        std::fs::create_dir_all(home.path().join("cache")).unwrap();
        assert!(left_behind(&library, &index).is_empty());
        let now: Moment = "2026-11-22T12:00:00+09:00".parse().unwrap();
        let first = name(home.path(), &library, now);
        std::fs::write(&first, "").unwrap();
        let second = name(home.path(), &library, now);
        let third = name(&home.path().join("cache"), &library, now);
        std::fs::write(&second, "").unwrap();
        std::fs::write(&third, "").unwrap();
        std::fs::write(home.path().join("other.db.unsaved-1.jsonl"), "").unwrap();
        std::fs::write(home.path().join(".library.db.unsaved-1.jsonl.7.part"), "").unwrap();
        assert_ne!(first, second);
        let mut all = vec![first, second, third];
        all.sort();
        assert_eq!(left_behind(&library, &index), all);
    }
}

//! The folder of the index and what stands beside it: the lock that stays where it is when the folder is exchanged,
//! the folder that is being built, the one that was replaced. Nothing of what is inside the index.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use crate::error::{Error, ErrorKind, Result};

/// Exchanges the folders. Whoever still reads the old one keeps its open files.
pub fn put_in_place(fresh: &Path, dir: &Path) -> Result<()> {
    let old = beside(dir, "old");
    remove_folder(&old)?;
    if dir.exists() {
        fs::rename(dir, &old).map_err(disk)?;
    }
    fs::rename(fresh, dir).map_err(disk)?;
    if let Some(parent) = dir.parent() {
        File::open(parent).and_then(|folder| folder.sync_all()).map_err(disk)?;
    }
    remove_folder(&old)
}

/// The lock of the index, as long as it is held; none if another process has it.
pub fn lock(dir: &Path) -> Result<Option<File>> {
    if let Some(parent) = dir.parent().filter(|it| !it.exists()) {
        make_folder(parent)?;
    }
    let file = OpenOptions::new().create(true).truncate(false).write(true).open(beside(dir, "lock")).map_err(disk)?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(disk(error)),
    }
}

/// The path beside the folder that is called like it, with `.what` after its name.
pub fn beside(dir: &Path, what: &str) -> PathBuf {
    let mut name = dir.file_name().unwrap_or_default().to_owned();
    name.push(".");
    name.push(what);
    dir.with_file_name(name)
}

/// Makes a folder, and those above it, for its owner only.
pub fn make_folder(dir: &Path) -> Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(dir).map_err(disk)
}

/// Removes a folder with everything in it; none is fine.
pub fn remove_folder(dir: &Path) -> Result<()> {
    match fs::remove_dir_all(dir) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(disk(error)),
        _ => Ok(()),
    }
}

/// The names of the files of a folder; those that are no text are left out.
pub fn files_in(dir: &Path) -> Vec<String> {
    let entries = fs::read_dir(dir).into_iter().flatten().flatten();
    entries.filter_map(|it| it.file_name().into_string().ok()).collect()
}

/// What the operating system answered.
pub fn disk(error: std::io::Error) -> Error {
    Error::new(ErrorKind::Io, "index-disk").because(error)
}

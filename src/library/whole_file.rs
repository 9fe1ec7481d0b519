//! Files that are there whole or not at all, also after a power cut: written beside their place under another name,
//! forced to the disk, renamed, and the folder forced to the disk too. For their owner's eyes only.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use rustix::fs::{CWD, RenameFlags, renameat_with};
use rustix::io::Errno;

/// Writes a file in the place of what is there.
///
/// # Errors
/// What the operating system says; what was there is untouched then, and no part is left.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    written(path, bytes, |part| fs::rename(part, path))
}

/// Writes a new file.
///
/// # Errors
/// `AlreadyExists` where there is one; else what the operating system says. No part is left.
pub fn create(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if path.symlink_metadata().is_ok() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    written(path, bytes, |part| match renameat_with(CWD, part, CWD, path, RenameFlags::NOREPLACE) {
        // A file system that cannot promise it: we have looked, which is as good as it gets there.
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => fs::rename(part, path),
        renamed => Ok(renamed?),
    })
}

fn written(path: &Path, bytes: &[u8], rename: impl FnOnce(&Path) -> io::Result<()>) -> io::Result<()> {
    let part = part_of(path);
    let done = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(&part)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .and_then(|()| rename(&part));
    if done.is_err() {
        // The error that is told is the first one; a part that cannot be removed either changes nothing about it.
        drop(fs::remove_file(&part));
        return done;
    }
    File::open(folder_of(path)).and_then(|folder| folder.sync_all())
}

fn part_of(path: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{}.part", std::process::id()));
    path.with_file_name(name)
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn a_file_is_there_whole_and_private_and_a_new_one_never_takes_the_place_of_another() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("a file");
        create(&path, b"one").unwrap();
        assert_eq!(create(&path, b"two").unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&path).unwrap(), b"one");
        replace(&path, b"three").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"three");
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(fs::read_dir(home.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_fails_leaves_no_part() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("folder");
        fs::create_dir(&folder).unwrap();
        assert!(replace(&folder, b"text").is_err(), "a folder is not replaced by a file");
        assert!(create(&home.path().join("missing/file"), b"text").is_err());
        assert_eq!(fs::read_dir(home.path()).unwrap().count(), 1);
    }
}

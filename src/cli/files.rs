//! Files that a command reads and writes: `-` is stdin or stdout, nothing larger than the limit is read, and what
//! is written is for its owner's eyes only.

use std::fs::{self, File};
use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};

use super::output::Answer;
use crate::domain::text;
use crate::error::{Error, ErrorKind, Result};
use crate::exchange::MAX_FILE_BYTES;
use crate::library::whole_file;

/// The bytes of a file, or of stdin where the path is `-`.
pub(super) fn read(path: &Path) -> Result<Vec<u8>> {
    let failed = |fault: io::Error| match fault.kind() {
        io::ErrorKind::NotFound => Error::not_found("file-missing").with("file", name(path)),
        _ => Error::new(ErrorKind::Io, "file-unreadable").with("file", name(path)).because(fault),
    };
    if is_dash(path) {
        return limited(io::stdin().lock()).map_err(failed);
    }
    let file = File::open(path).map_err(failed)?;
    if file.metadata().map_err(failed)?.is_dir() {
        return Err(Error::usage("file-is-folder").with("file", name(path)));
    }
    limited(file).map_err(failed)
}

/// One byte more than the limit is enough for the reader above to refuse the file.
fn limited(from: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(MAX_FILE_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Delivers a document: to the file that was asked for, which is replaced whole or not at all, else to stdout.
pub(super) fn deliver(bytes: Vec<u8>, to: Option<&PathBuf>) -> Result<Answer> {
    match to {
        Some(path) if !is_dash(path) => {
            write(path, &bytes)?;
            Ok(Answer::default())
        }
        _ => Ok(Answer::raw(bytes)),
    }
}

/// Refuses to pour a document that is no text over a terminal.
pub(super) fn refuse_terminal(form: &str, to: Option<&PathBuf>) -> Result<()> {
    let is_file = to.is_some_and(|path| !is_dash(path));
    if !is_file && io::stdout().is_terminal() {
        return Err(Error::usage("form-needs-file").with("form", form));
    }
    Ok(())
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    whole_file::replace(path, bytes)
        .map_err(|fault| Error::new(ErrorKind::Io, "file-unwritable").with("file", name(path)).because(fault))
}

/// A path as it may be shown.
pub(super) fn name(path: &Path) -> String {
    text::clean(&path.to_string_lossy()).into_owned()
}

/// Whether a path means stdin or stdout.
pub(super) fn is_dash(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Makes a folder, and those above it, for its owner only.
pub(super) fn private_folder(path: &Path) -> Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    let made = fs::DirBuilder::new().recursive(true).mode(0o700).create(path);
    made.map_err(|fault| Error::new(ErrorKind::Io, "file-unwritable").with("file", name(path)).because(fault))
}

//! The templates that a researcher puts in the place of the built-in ones: the files of a folder that `--template` or
//! the configuration names. What they mean is `exchange`'s; only the reading of the folder lives here.

use std::fs;
use std::path::{Path, PathBuf};

use super::files;
use super::session::Session;
use super::settings::Settings;
use crate::error::{Error, ErrorKind, Result};
use crate::exchange::html::Templates;

/// No template is longer than this, in bytes.
const MOST: u64 = 1 << 20;

/// The templates of this call; the flag goes before the configuration. A folder that the configuration names is looked
/// for beside it.
pub(super) fn of(session: &Session, asked: Option<&Path>) -> Result<Templates> {
    let configured = || -> Option<PathBuf> {
        let settings = Settings::of(session);
        let named = settings.config.templates?;
        Some(settings.file.parent().unwrap_or(Path::new("")).join(named))
    };
    match asked.map(Path::to_owned).or_else(configured) {
        Some(folder) => read(&folder),
        None => Ok(Templates::default()),
    }
}

fn read(folder: &Path) -> Result<Templates> {
    let failed = |fault: std::io::Error| match fault.kind() {
        std::io::ErrorKind::NotFound => Error::not_found("file-missing").with("file", files::name(folder)),
        _ => Error::new(ErrorKind::Io, "file-unreadable").with("file", files::name(folder)).because(fault),
    };
    let mut templates = Templates::default();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()).filter(|name| Templates::is_one(name)) else {
            continue;
        };
        let found = fs::metadata(&path).map_err(failed)?;
        if !found.is_file() || found.len() > MOST {
            continue;
        }
        let unreadable = |fault| Error::new(ErrorKind::Io, "file-unreadable").with("file", name).because(fault);
        templates.texts.insert(name.to_owned(), fs::read_to_string(&path).map_err(unreadable)?);
    }
    if templates.texts.is_empty() {
        return Err(Error::not_found("templates-none").with("folder", files::name(folder)));
    }
    Ok(templates)
}

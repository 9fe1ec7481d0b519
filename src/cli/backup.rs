//! `whybuy backup` and `restore`: a verified copy of the library, and a library put back from one.
//! The copying itself is the store's; what is asked and told around it lives here.

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use super::files;
use super::output::{self, Answer, Output};
use super::page::Page;
use super::session::Session;
use crate::error::{Error, Result};
use crate::library::Library;
use crate::words::Arg;

/// Where the copy goes.
#[derive(Args)]
pub(super) struct Backup {
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
}

/// From which copy.
#[derive(Args)]
pub(super) struct Restore {
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[arg(long, short)]
    yes: bool,
}

pub(super) fn run(args: &Backup, session: &Session) -> Result<Answer> {
    let library = session.library()?;
    let to = match &args.file {
        Some(file) => file.clone(),
        None => named(session, "backup")?,
    };
    library.backup(&to)?;
    Answer::of(session, &Copied { done: "backup", file: files::name(&to), kept: None })
}

/// A name in the backup folder that says what it is and when it was made.
fn named(session: &Session, what: &str) -> Result<PathBuf> {
    let folder = session.places.data.join("backups");
    files::private_folder(&folder)?;
    let stem = session.library.file_stem().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
    let stamp = session.mint.now().local().format("%Y%m%d-%H%M%S");
    Ok(folder.join(format!("{stem}-{what}-{stamp}.db")))
}

pub(super) fn restore(args: &Restore, session: &Session) -> Result<Answer> {
    if !args.file.exists() {
        return Err(Error::not_found("file-missing").with("file", files::name(&args.file)));
    }
    let exists = session.library.exists();
    if exists && !args.yes {
        confirm(session)?;
    }
    let kept = if exists {
        let kept = named(session, "before-restore")?;
        session.library()?.backup(&kept)?;
        Some(files::name(&kept))
    } else {
        None
    };
    Library::restore(&session.options(), &args.file)?;
    Answer::of(session, &Copied { done: "restore", file: files::name(&args.file), kept })
}

fn confirm(session: &Session) -> Result<()> {
    let library = files::name(&session.library);
    let question = session.words.say_with("cli-ask-restore", &[("library", Arg::from(&library))]);
    output::confirmed(&question, || Error::refused("restore-needs-yes").with("library", library.as_str()))
}

#[derive(Serialize)]
struct Copied {
    done: &'static str,
    file: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    kept: Option<String>,
}

impl Output for Copied {
    const SCHEMA: &'static str = "copied";

    fn human(&self, page: &mut Page<'_>) {
        page.line(&page.say_with(&format!("cli-{}-done", self.done), &[("file", Arg::from(&self.file))]));
        if let Some(kept) = &self.kept {
            page.line(&page.say_with("cli-restore-kept", &[("file", Arg::from(kept))]));
        }
    }
}

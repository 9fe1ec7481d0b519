//! `whybuy demo`: a throw-away copy of a sample study, in a private folder of its own under the data folder, opened
//! on the screens and removed when they close. What a killed demo left behind is removed by the next one.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use rustix::process::{Pid, getpid, test_kill_process};
use serde::Serialize;

use super::output::{Answer, Output};
use super::page::Page;
use super::session::Session;
use super::{files, screens};
use crate::error::{Error, ErrorKind, Result};
use crate::exchange::records;
use crate::words::Lang;

const KOREAN: &[u8] = include_bytes!("../../sample_data/ai_pc.ko.jsonl");
const ENGLISH: &[u8] = include_bytes!("../../sample_data/clinic_booking.en.jsonl");

/// How the demo is given.
#[derive(Args)]
pub(super) struct Demo {
    #[arg(long)]
    print_path: bool,
}

pub(super) fn run(args: &Demo, session: &Session) -> Result<Answer> {
    let demos = session.places.data.join("demo");
    files::private_folder(&demos)?;
    sweep(&demos)?;
    if args.print_path {
        let folder = demos.join(session.lang.name());
        remove(&folder)?;
        let shown = fill(&folder, session)?;
        let (library, index) = (files::name(&shown.library), files::name(&shown.index));
        return Answer::of(session, &Made { library, index });
    }
    let folder = demos.join(format!("run-{}", getpid().as_raw_nonzero()));
    remove(&folder)?;
    let answer = fill(&folder, session).and_then(|demo| screens::open(&demo));
    remove(&folder)?;
    answer
}

/// Puts the sample study of the session's language into a library in this folder.
fn fill(folder: &Path, session: &Session) -> Result<Session> {
    files::private_folder(folder)?;
    let demo = session.elsewhere(folder, session.lang);
    let sample = match session.lang {
        Lang::Ko => KOREAN,
        Lang::En => ENGLISH,
    };
    demo.library_or_new()?.put_research(&records::read(sample)?)?;
    Ok(demo)
}

/// Removes the folders of demos whose process is gone.
fn sweep(demos: &Path) -> Result<()> {
    let failed = |fault| Error::new(ErrorKind::Io, "file-unreadable").with("file", files::name(demos)).because(fault);
    for entry in fs::read_dir(demos).map_err(failed)?.flatten() {
        let name = entry.file_name();
        let process = name.to_str().and_then(|it| it.strip_prefix("run-")).and_then(|it| it.parse().ok());
        if process.and_then(Pid::from_raw).is_some_and(|it| test_kill_process(it).is_err()) {
            remove(&entry.path())?;
        }
    }
    Ok(())
}

fn remove(folder: &PathBuf) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(fault) if fault.kind() != std::io::ErrorKind::NotFound => {
            Err(Error::new(ErrorKind::Io, "file-unwritable").with("file", files::name(folder)).because(fault))
        }
        _ => Ok(()),
    }
}

#[derive(Serialize)]
struct Made {
    library: String,
    index: String,
}

impl Output for Made {
    const SCHEMA: &'static str = "demo";

    fn human(&self, page: &mut Page<'_>) {
        page.line(&self.library);
    }
}

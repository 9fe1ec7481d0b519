//! `whybuy reindex`: builds the index of the library again from its lines.
//! Nothing of the study is touched: an index can be lost and made again at any time.

use serde::Serialize;

use super::output::{self, Answer, Output};
use super::page::Page;
use super::session::Session;
use crate::error::{Error, ErrorKind, Result};
use crate::words::Arg;

pub(super) fn run(session: &Session) -> Result<Answer> {
    let mut library = session.library()?;
    let mut lines = 0;
    let whole = library.reindex(&mut |done, total| {
        lines = total;
        session.tell_progress(done, total)
    });
    output::progress_done();
    if !whole? {
        return Err(Error::new(ErrorKind::Busy, "index-busy"));
    }
    Answer::of(session, &Reindexed { lines })
}

fn signed(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

#[derive(Serialize)]
struct Reindexed {
    lines: u64,
}

impl Output for Reindexed {
    const SCHEMA: &'static str = "reindexed";

    fn human(&self, page: &mut Page<'_>) {
        page.line(&page.say_with("cli-reindexed", &[("count", Arg::Count(signed(self.lines)))]));
    }
}

//! What `whybuy import` does with a rescue file: each study that it names, also one that it begins, gets its edits as
//! one step, and every unfinished line is an unfinished line again.

use std::collections::BTreeMap;
use std::path::Path;

use super::session::Session;
use crate::domain::{Id, Research};
use crate::error::Result;
use crate::exchange::Report;
use crate::exchange::rescue::{Rescued, Unfinished};
use crate::library::{self, Draft, Library};

/// Takes a rescue file in, or only says what would be taken.
pub(super) fn take(rescued: &Rescued, report: Report, session: &Session, is_dry: bool) -> Result<Report> {
    let mut library = session.library_or_new()?;
    let plan = rescued.plan(studies(rescued, &library)?, report);
    if is_dry {
        return Ok(plan.report);
    }
    for step in plan.steps {
        library.save(step)?;
    }
    for draft in plan.drafts {
        keep(&mut library, draft)?;
    }
    Ok(plan.report)
}

/// The studies that the file can concern: those that it names, and where it removes anything, all.
fn studies(rescued: &Rescued, library: &Library) -> Result<BTreeMap<Id, Research>> {
    let (named, all) = (rescued.studies(), rescued.removes());
    let studies = library.studies()?.into_iter().filter(|study| all || named.contains(&study.id));
    studies.map(|study| Ok((study.id, library.load(study.id)?))).collect()
}

/// Keeps an unfinished line. Its slot names the desk that it was typed at, so it takes no other's place; whoever opens
/// the study next is offered it.
fn keep(library: &mut Library, unfinished: Unfinished) -> Result<()> {
    let Unfinished { study, slot, text, context } = unfinished;
    let at = library.mint().now();
    library.draft(Draft { study, slot, text, context, at })?;
    Ok(())
}

/// A file that a process left beside the library goes when all of it is in there: nobody looks after it any more, and
/// what people said must not lie about.
pub(super) fn forget(path: &Path, session: &Session) {
    let Ok(file) = path.canonicalize() else { return };
    let left = library::left_behind(&session.library, &session.index);
    if left.iter().any(|left| left.canonicalize().is_ok_and(|left| left == file)) {
        // One that cannot be removed is told again at the next start.
        drop(std::fs::remove_file(file));
    }
}

//! Unfinished texts and whose they are: the field of a desk has a slot of its own, `<field>@<desk>`, so that two
//! windows on one interview never write over each other. What a desk that is gone left goes to whoever reads it first.

use std::collections::BTreeSet;

use rusqlite::{Connection, params};

use super::{Draft, Store};
use crate::domain::Id;
use crate::error::Result;

/// What stands between a field and the desk whose text it holds.
const DESK: char = '@';
/// What stands behind a field where several texts were left for it.
const NEXT: char = '#';
/// A field that begins so is no text of anybody: it says that its desk was alive at that moment. The newest is enough.
pub const SIGN_OF_LIFE: &str = "pulse:";

/// The slot of a field at a desk.
pub fn slot_at(field: &str, desk: &str) -> String {
    format!("{field}{DESK}{desk}")
}

/// The field and the desk of a slot; a text that belongs to no desk has none.
fn parts(slot: &str) -> (&str, Option<&str>) {
    slot.split_once(DESK).map_or((slot, None), |(field, desk)| (field, Some(desk)))
}

impl Store {
    /// The unfinished texts of a study that are for `desk`, by field: its own, and all that were left by desks that are
    /// not open any more. They are its own from here on. Where several were left for one field, the newest has it, and
    /// the others stand in `<field>#2` and so on, the newest first.
    pub fn take_drafts(&mut self, study: Id, desk: &str, is_open: &dyn Fn(&str) -> bool) -> Result<Vec<Draft>> {
        let is_left = |draft: &Draft| parts(&draft.slot).1.is_none_or(|owner| owner != desk && !is_open(owner));
        if self.drafts(study)?.iter().any(is_left) {
            // Where the disk takes nothing, what was left stays where it is and is taken another time.
            drop(self.write(|db| take(db, study, (desk, &is_left))));
        }
        let own = self.drafts(study)?.into_iter().filter_map(|draft| {
            let (field, owner) = parts(&draft.slot);
            (owner == Some(desk)).then(|| Draft { slot: field.to_owned(), ..draft.clone() })
        });
        let mut own: Vec<Draft> = own.collect();
        own.sort_by(|a, b| a.slot.cmp(&b.slot));
        Ok(own)
    }

    /// Whether a field of a study has a text at another open desk.
    pub fn is_open_elsewhere(
        &self,
        (study, field): (Id, &str),
        desk: &str,
        is_open: &dyn Fn(&str) -> bool,
    ) -> Result<bool> {
        let drafts = self.drafts(study)?;
        let mut owners = drafts.iter().map(|draft| parts(&draft.slot)).filter(|(it, _)| *it == field);
        Ok(owners.any(|(_, owner)| owner.is_some_and(|owner| owner != desk && is_open(owner))))
    }
}

/// Gives what was left to a desk. It is read again in the transaction, so that two that begin at once do not both take it.
fn take(db: &Connection, study: Id, (desk, is_left): (&str, &dyn Fn(&Draft) -> bool)) -> Result<()> {
    let mut left: Vec<Draft> = super::read::drafts(db, study)?;
    let mut taken: BTreeSet<String> = left.iter().map(|draft| draft.slot.clone()).collect();
    left.retain(|draft| is_left(draft));
    left.sort_by(|a, b| b.at.cmp(&a.at).then_with(|| a.slot.cmp(&b.slot)));
    for draft in left {
        let field = parts(&draft.slot).0;
        let field = field.split_once(NEXT).map_or(field, |(field, _)| field);
        if field.starts_with(SIGN_OF_LIFE) && taken.contains(&slot_at(field, desk)) {
            db.prepare_cached("DELETE FROM draft WHERE study = ?1 AND slot = ?2")?
                .execute(params![study.bytes(), draft.slot])?;
            continue;
        }
        let names = std::iter::once(field.to_owned()).chain((2..).map(|n| format!("{field}{NEXT}{n}")));
        let free = names.map(|field| slot_at(&field, desk)).find(|slot| !taken.contains(slot));
        let Some(slot) = free else { continue };
        db.prepare_cached("UPDATE draft SET slot = ?3 WHERE study = ?1 AND slot = ?2")?.execute(params![
            study.bytes(),
            draft.slot,
            slot
        ])?;
        taken.insert(slot);
    }
    Ok(())
}

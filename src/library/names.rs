//! The names of participants beside a library: who is forgotten by what is done to the records, and what waits to be
//! kept while the disk refuses. The file itself is the store's vault.

use std::collections::BTreeMap;
use std::path::Path;

use crate::domain::{Edit, Id, Kind, Participant, Record};
use crate::error::Result;
use crate::store::Vault;

/// The vault and the names that could not be written yet.
pub(super) struct Names {
    vault: Vault,
    /// By study and participant; none forgets the name.
    waiting: BTreeMap<(Id, Id), Option<String>>,
}

/// The name that is meant; none where nothing is.
pub(super) fn told(name: &str) -> Option<String> {
    Some(name.to_owned()).filter(|name| !name.trim().is_empty())
}

impl Names {
    pub(super) fn beside(library: &Path) -> Names {
        Names { vault: Vault::beside(library), waiting: BTreeMap::new() }
    }

    /// The names of a study, with what waits.
    pub(super) fn of(&mut self, study: Id) -> Result<BTreeMap<Id, String>> {
        let mut names = self.vault.names(study)?;
        for ((_, participant), name) in self.waiting.range((study, Id::from_u128(0))..).take_while(|it| it.0.0 == study)
        {
            match name {
                Some(name) => names.insert(*participant, name.clone()),
                None => names.remove(participant),
            };
        }
        Ok(names)
    }

    /// A name is to be kept, or forgotten where there is none.
    pub(super) fn take(&mut self, study: Id, participant: Id, name: Option<String>) {
        self.waiting.insert((study, participant), name);
    }

    /// Whoever is removed or has withdrawn with these edits is to be forgotten.
    pub(super) fn forget<'e>(&mut self, study: Id, edits: impl IntoIterator<Item = &'e Edit>) {
        for edit in edits {
            match edit {
                Edit::Remove(key) if key.kind == Kind::Participant => self.take(study, key.id, None),
                Edit::Put(Record::Participant(it)) if Participant::is_withdrawn(it) => self.take(study, it.id, None),
                Edit::Put(_) | Edit::Remove(_) => {}
            }
        }
    }

    /// Whether anything waits.
    pub(super) fn is_waiting(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// Writes what waits. What is refused for good is dropped and told; what failed stays.
    pub(super) fn flush(&mut self) -> Result<()> {
        while let Some(((study, participant), name)) = self.waiting.first_key_value() {
            let done = match name {
                Some(name) => self.vault.set(*study, *participant, name),
                None => self.vault.remove(*study, *participant).map(|_| ()),
            };
            match done {
                Err(error) if error.kind != crate::error::ErrorKind::Refused => return Err(error),
                done => {
                    self.waiting.pop_first();
                    done?;
                }
            }
        }
        Ok(())
    }
}

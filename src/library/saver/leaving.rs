//! What becomes of what cannot be saved: a file that a person asked for, or one that is left beside the library when
//! the process has to end.

use std::path::{Path, PathBuf};

use super::Saver;
use crate::error::{Error, ErrorKind, Result};
use crate::library::news::News;
use crate::library::rescue;
use crate::store::{Draft, SIGN_OF_LIFE};

impl Saver {
    /// The desk closes on what cannot be saved: it goes into a file that the next start finds. Where there is no room
    /// even for that, the index gives its own.
    pub(super) fn leave_behind(&mut self) {
        let mut left = self.left_file();
        if left.is_none() && std::fs::remove_dir_all(&self.index).is_ok() {
            self.flush();
            if !self.has_unsaved() {
                return;
            }
            left = self.left_file();
        }
        let pending = self.waiting.len() + self.drafts.len() + self.refused.len();
        let lost = || News::Failed(Error::new(ErrorKind::Io, "unsaved-lost").with("count", pending));
        (self.tell)(left.unwrap_or_else(lost));
    }

    /// Whether anything is not saved.
    pub(super) fn has_unsaved(&self) -> bool {
        let has_text = self.drafts.values().any(|(_, draft)| !draft.slot.starts_with(SIGN_OF_LIFE));
        has_text || !(self.waiting.is_empty() && self.refused.is_empty())
    }

    /// Writes the file in the first folder that takes it.
    fn left_file(&self) -> Option<News> {
        let (library, now) = (self.store.path(), self.mint.now());
        rescue::folders(library, &self.index).iter().find_map(|folder| {
            let file = rescue::name(folder, library, now);
            self.written(&file).ok().map(|records| News::Rescued { file, records })
        })
    }

    /// Writes what is not saved where a person wants it.
    pub(super) fn rescue(&mut self, file: PathBuf) {
        let news = match self.written(&file) {
            Ok(records) => News::Rescued { file, records },
            Err(error) => News::Failed(error),
        };
        (self.tell)(news);
    }

    /// Writes what is not saved to a new file; says how many records it holds.
    fn written(&self, file: &Path) -> Result<usize> {
        let steps = self.refused.iter().chain(self.waiting.iter().map(|(_, pending)| pending));
        let edits = steps.flat_map(|pending| pending.step.edits.iter().cloned()).collect();
        let texts = self.drafts.values().map(|(_, draft)| draft).filter(|it| !it.slot.starts_with(SIGN_OF_LIFE));
        let drafts: Vec<Draft> = texts.cloned().collect();
        rescue::write(file, edits, &drafts)
    }
}

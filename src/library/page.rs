//! The rows of a result page. What a line says of its study, its interview and its participant is kept in memory: the
//! rows of one page after the other have much of it in common, and only the lines themselves are read anew.

use std::collections::{BTreeSet, HashMap};

use super::people::{People, Touched};
use crate::domain::{Citation, Id, Kind, Line};
use crate::error::Result;
use crate::store::{Head, Said, Store};

/// At most so many interviews are kept.
const MOST: usize = 50_000;

/// See the module.
#[derive(Default)]
pub(super) struct Page {
    heads: HashMap<Id, Head>,
    studies: HashMap<Id, String>,
}

impl Page {
    /// Forgets what has changed.
    pub(super) fn forget(&mut self, touched: &Touched) {
        match touched {
            Touched::Everything => *self = Page::default(),
            Touched::Only(keys) => {
                keys.iter().filter(|key| key.kind == Kind::Interview).for_each(|key| _ = self.heads.remove(&key.id));
                if keys.iter().any(|key| key.kind == Kind::Study) {
                    self.studies.clear();
                }
            }
        }
    }

    /// The rows of these notes, in their order. Those that are gone are left out, and those of people who withdrew.
    pub(super) fn lines(&mut self, store: &Store, people: &People, notes: &[Id]) -> Result<Vec<Line>> {
        let said = store.said(notes)?;
        if self.heads.len() > MOST {
            self.heads.clear();
        }
        let missing: BTreeSet<Id> =
            said.iter().map(|it| it.interview).filter(|it| !self.heads.contains_key(it)).collect();
        let missing: Vec<Id> = missing.into_iter().collect();
        self.heads.extend(store.heads(&missing)?.into_iter().map(|head| (head.interview, head)));
        if said.iter().any(|it| !self.studies.contains_key(&it.study)) {
            self.studies = store.studies()?.into_iter().map(|it| (it.id, it.name)).collect();
        }
        Ok(said.into_iter().filter_map(|it| self.line(it, people)).collect())
    }

    fn line(&self, said: Said, people: &People) -> Option<Line> {
        let head = self.heads.get(&said.interview)?;
        let person = people.get(head.participant).filter(|it| !it.withdrawn)?;
        let citation =
            Citation { participant: person.code.clone(), is_event: false, number: said.number, revision: None };
        Some(Line {
            note: said.note,
            code: citation.to_string(),
            revision: said.revision,
            study: said.study,
            study_name: self.studies.get(&said.study)?.clone(),
            participant: person.participant,
            participant_code: person.code.clone(),
            persona: person.persona.clone(),
            role: person.role.clone(),
            outcome: person.outcome,
            interview: said.interview,
            interview_label: head.label.clone(),
            date: head.date,
            at: said.at,
            dimension: said.dimension,
            voice: said.voice,
            speaker: said.speaker,
            text: said.text,
            feeling: said.feeling,
            star: said.star,
        })
    }
}

//! Where a line stands: the interview it was said in, with its study, its participant and its date. Lines of one
//! interview share one place, so that filters and counts work on places, of which there are few, and not on lines.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};

use crate::domain::{Document, Id};

/// The bytes of a place in the index: three ids and the days of the common era.
const BYTES: usize = 16 * 3 + 4;

/// Where a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// The study.
    pub study: Id,
    /// Who was interviewed.
    pub participant: Id,
    /// The interview.
    pub interview: Id,
    /// The date of the interview, in days of the common era.
    days: i32,
}

impl Place {
    /// Where a document stands.
    pub fn of(document: &Document) -> Place {
        Place {
            study: document.study,
            participant: document.participant,
            interview: document.interview,
            days: document.date.num_days_from_ce(),
        }
    }

    /// As the index keeps it.
    pub fn to_bytes(self) -> Vec<u8> {
        let ids = [self.study, self.participant, self.interview];
        let ids = ids.iter().flat_map(|id| *id.bytes());
        ids.chain(self.days.to_be_bytes()).collect()
    }

    /// What the index kept; none where these are not the bytes of a place.
    pub fn from_bytes(bytes: &[u8]) -> Option<Place> {
        let (ids, days) = bytes.split_at_checked(BYTES - 4)?;
        let id = |at: usize| ids[at * 16..(at + 1) * 16].try_into().ok().map(Id::from_bytes);
        let days = i32::from_be_bytes(days.try_into().ok()?);
        Some(Place { study: id(0)?, participant: id(1)?, interview: id(2)?, days })
    }

    /// The date of the interview.
    pub fn date(&self) -> NaiveDate {
        NaiveDate::from_num_days_from_ce_opt(self.days).unwrap_or_default()
    }
}

/// Every place of an index, by a number that stays while the index is open.
#[derive(Debug, Default)]
pub struct Places {
    list: Vec<Place>,
    numbers: HashMap<Place, u32>,
    /// The numbers of interviews, by place and by interview: a place is of one interview, which may have others.
    interviews: Vec<u32>,
    interview_numbers: HashMap<Id, u32>,
}

impl Places {
    /// The number of a place; new places get the next one.
    pub fn number(&mut self, place: Place) -> u32 {
        let next = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        *self.numbers.entry(place).or_insert_with(|| {
            self.list.push(place);
            let interviews = u32::try_from(self.interview_numbers.len()).unwrap_or(u32::MAX);
            self.interviews.push(*self.interview_numbers.entry(place.interview).or_insert(interviews));
            next
        })
    }

    /// The interviews of some places, by their numbers.
    pub fn interviews_of(&self, places: impl Iterator<Item = u32>) -> Interviews {
        let mut seen = vec![false; self.interview_numbers.len()];
        let mut count = 0;
        for place in places {
            let number = self.interviews.get(place as usize).and_then(|it| seen.get_mut(*it as usize));
            if let Some(seen) = number.filter(|seen| !**seen) {
                (*seen, count) = (true, count + 1);
            }
        }
        Interviews { seen, count }
    }

    /// Every place, by number.
    pub fn list(&self) -> &[Place] {
        &self.list
    }
}

/// Some interviews of an index.
#[derive(Clone, Debug, Default)]
pub struct Interviews {
    seen: Vec<bool>,
    count: usize,
}

impl Interviews {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Whether this one is among them.
    pub fn hold(&self, interview: Id, places: &Places) -> bool {
        let number = places.interview_numbers.get(&interview).and_then(|it| self.seen.get(*it as usize));
        number == Some(&true)
    }
}

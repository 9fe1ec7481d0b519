//! The interviews of an import: found by participant, label and date, made where they are missing; and which lines
//! are already there, so that importing a file twice changes nothing.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::people::People;
use super::report::InterviewTaken;
use crate::domain::{Id, Interview, Offset, Record, Research, Source, Status, rules};
use crate::mint::Mint;

/// What makes two lines of one interview the same: when it was said, and the words.
pub(super) type Saying = (Option<Offset>, String);

/// Which interview a row is of, as far as the file or the researcher says.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Wanted {
    pub(super) participant: Id,
    pub(super) label: Option<String>,
    pub(super) date: Option<NaiveDate>,
}

/// One interview of an import.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) interview: Interview,
    new: bool,
    changed: bool,
    pub(super) lines: u32,
    /// The lines that the study already has of it, by what was said.
    there: BTreeMap<Saying, Vec<Id>>,
    met: BTreeSet<Id>,
}

/// Every interview of an import.
#[derive(Debug)]
pub(super) struct Places<'a> {
    research: &'a Research,
    study: Id,
    mint: &'a Mint,
    today: NaiveDate,
    places: Vec<Place>,
    known: BTreeMap<Wanted, usize>,
    /// Whether a date had to be assumed.
    pub(super) assumed_date: bool,
}

impl<'a> Places<'a> {
    pub(super) fn of(research: &'a Research, study: Id, mint: &'a Mint, today: NaiveDate) -> Places<'a> {
        Places { research, study, mint, today, places: Vec::new(), known: BTreeMap::new(), assumed_date: false }
    }

    /// The interview that is wanted. Where neither label nor date is known, it is the one that already holds most of
    /// `sayings`; without one, a new one of today. The reason where it cannot be made.
    pub(super) fn find(
        &mut self,
        wanted: &Wanted,
        source: Source,
        sayings: Option<&BTreeSet<Saying>>,
    ) -> Result<&mut Place, &'static str> {
        let at = match self.known.get(wanted) {
            Some(at) => *at,
            None => {
                let at = self.look_up(wanted, sayings).map_or_else(|| self.make(wanted, source), Ok)?;
                self.known.insert(wanted.clone(), at);
                at
            }
        };
        self.places.get_mut(at).ok_or("interview-missing")
    }

    fn look_up(&mut self, wanted: &Wanted, sayings: Option<&BTreeSet<Saying>>) -> Option<usize> {
        let mine = self.research.interviews_of(wanted.participant);
        let found = match (&wanted.label, wanted.date) {
            (None, None) => twin(self.research, mine.iter().copied(), sayings?),
            _ => mine.iter().find(|it| wanted.is(it)).map(|it| it.id),
        };
        if let Some(id) = found {
            if let Some(at) = self.places.iter().position(|place| place.interview.id == id) {
                return Some(at);
            }
            let interview = self.research.interviews().get(&id)?.clone();
            self.places.push(Place::known(self.research, interview));
            return Some(self.places.len() - 1);
        }
        self.places
            .iter()
            .position(|place| place.interview.participant == wanted.participant && wanted.is(&place.interview))
    }

    fn make(&mut self, wanted: &Wanted, source: Source) -> Result<usize, &'static str> {
        let date = wanted.date.unwrap_or(self.today);
        let label = wanted.label.clone().unwrap_or_else(|| date.to_string());
        let interview = Interview {
            id: self.mint.id(),
            study: self.study,
            participant: wanted.participant,
            label,
            date,
            source,
            status: Status::Done,
            planned: None,
            started: None,
            recorder: None,
            ended: None,
            sorted: None,
        };
        rules::check(&Record::Interview(interview.clone())).map_err(|refusal| refusal.key)?;
        self.assumed_date |= wanted.date.is_none();
        let (there, met) = (BTreeMap::new(), BTreeSet::new());
        self.places.push(Place { interview, new: true, changed: false, lines: 0, there, met });
        Ok(self.places.len() - 1)
    }

    /// The records that the import puts: new interviews with lines, and planned ones that now have taken place.
    pub(super) fn records(&self) -> impl Iterator<Item = Interview> + '_ {
        let put = self.places.iter().filter(|it| it.lines > 0 && (it.new || it.changed));
        put.map(|place| place.interview.clone())
    }

    /// Every interview with lines, in the order of the file.
    pub(super) fn taken(&self, people: &People<'_>) -> Vec<InterviewTaken> {
        let taken = self.places.iter().filter(|it| it.lines > 0);
        taken
            .map(|place| InterviewTaken {
                participant: people.code_of(place.interview.participant),
                label: place.interview.label.clone(),
                date: place.interview.date,
                new: place.new,
                lines: place.lines,
            })
            .collect()
    }
}

impl Wanted {
    /// Whether this interview has the label that is wanted (the date where there is none), and the date if one is.
    fn is(&self, interview: &Interview) -> bool {
        let label = match (&self.label, self.date) {
            (Some(label), _) => *label == interview.label,
            (None, Some(date)) => interview.label == date.to_string(),
            (None, None) => false,
        };
        label && self.date.is_none_or(|date| date == interview.date)
    }
}

impl Place {
    fn known(research: &Research, mut interview: Interview) -> Place {
        let (mut there, id): (BTreeMap<Saying, Vec<Id>>, Id) = (BTreeMap::new(), interview.id);
        for note in research.notes_of(id) {
            // A corrected line is the same line: its first wording is what an earlier import brought.
            let first = note.earlier.first().map(|it| it.text.as_str()).filter(|first| *first != note.text);
            for text in std::iter::once(note.text.as_str()).chain(first) {
                there.entry((note.at, text.to_owned())).or_default().push(note.id);
            }
        }
        let changed = interview.status == Status::Planned;
        if changed {
            interview.status = Status::Done;
        }
        Place { interview, new: false, changed, lines: 0, there, met: BTreeSet::new() }
    }

    /// Whether the study already has this line. Each of its lines answers once: what was said twice is there twice.
    pub(super) fn meets(&mut self, saying: &Saying) -> bool {
        let free = self.there.get(saying).and_then(|notes| notes.iter().find(|id| !self.met.contains(id)).copied());
        free.is_some_and(|note| self.met.insert(note))
    }
}

/// The interview that already holds at least half of what was said, if there is one.
pub(super) fn twin<'r>(
    research: &Research,
    interviews: impl Iterator<Item = &'r Interview>,
    sayings: &BTreeSet<Saying>,
) -> Option<Id> {
    let held = |interview: &Interview| {
        let notes: BTreeSet<Saying> =
            research.notes_of(interview.id).map(|note| (note.at, note.text.clone())).collect();
        notes.intersection(sayings).count()
    };
    let best = interviews.map(|it| (held(it), it.id)).max()?;
    (best.0 > 0 && best.0 * 2 >= sayings.len()).then_some(best.1)
}

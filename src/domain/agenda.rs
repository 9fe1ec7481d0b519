//! What a day begins with: interviews that are unfinished, those of today and later, what is still to do on those that
//! are over, and what nobody of a persona has touched. Who has withdrawn is in none of it.

use chrono::NaiveDate;

use super::coverage::Coverage;
use super::dimension::{Dimension, Subject};
use super::id::Id;
use super::interview::{Interview, Note, Status, Voice};
use super::moment::Moment;
use super::people::Participant;
use super::research::Research;

/// One entry, in the order in which they are read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// An interview that has begun and not ended, with the time of its newest line.
    Unfinished(Id, Option<Moment>),
    /// An interview that is due today or was due before, or was held today.
    Today(Id),
    /// An interview of a later day.
    Next(Id),
    /// An interview that is over and has unsorted lines or owed answers, with the first of them.
    ToDo {
        /// The interview.
        interview: Id,
        /// Evidence lines that are not sorted; what was left so in a debrief that is over was left so on purpose.
        unsorted: usize,
        /// Follow-ups still owed.
        owed: usize,
        /// The first such line.
        first: Option<Id>,
    },
    /// What none of the people of a persona has touched.
    Missing {
        /// The persona.
        persona: Id,
        /// How many people.
        people: usize,
        /// What they did not touch.
        subjects: Vec<Subject>,
    },
}

/// The agenda of a day: the unfinished with the newest line first, then by date, then what is to do with the newest
/// interview first, then what is missing.
pub fn of(research: &Research, today: NaiveDate) -> Vec<Entry> {
    let is_withdrawn = |it: &&Interview| research.participant_of(it.id).is_some_and(Participant::is_withdrawn);
    let mut interviews: Vec<&Interview> = research.interviews().values().filter(|it| !is_withdrawn(it)).collect();
    interviews.sort_by_key(|it| (it.date, it.planned, it.id));
    let mut unfinished: Vec<(Option<Moment>, Id)> = interviews
        .iter()
        .filter(|it| it.status == Status::Running)
        .map(|it| (last_line(research, it.id).max(it.started), it.id))
        .collect();
    unfinished.sort_by(|a, b| b.cmp(a));
    let mut entries: Vec<Entry> = unfinished.into_iter().map(|(at, id)| Entry::Unfinished(id, at)).collect();
    let is_due = |it: &&&Interview| match it.status {
        Status::Planned => it.date <= today,
        Status::Done => it.date == today,
        Status::Running => false,
    };
    entries.extend(interviews.iter().filter(is_due).map(|it| Entry::Today(it.id)));
    let later = interviews.iter().filter(|it| it.status == Status::Planned && it.date > today);
    entries.extend(later.map(|it| Entry::Next(it.id)));
    entries.extend(interviews.iter().rev().filter_map(|it| to_do(research, it)));
    entries.extend(missing(research));
    entries
}

/// When the newest line of an interview was logged.
pub fn last_line(research: &Research, interview: Id) -> Option<Moment> {
    research.notes_of(interview).map(|note| note.logged).max()
}

fn to_do(research: &Research, interview: &Interview) -> Option<Entry> {
    if interview.status != Status::Done {
        return None;
    }
    let waits = |note: &Note| interview.sorted.is_none_or(|sorted| note.logged > sorted);
    let is_unsorted = |note: &&Note| note.is_evidence() && note.dimension == Dimension::Unsorted && waits(note);
    let unsorted = research.notes_of(interview.id).filter(is_unsorted).count();
    let owed = Coverage::of(research, interview.id).owed;
    let first = research.notes_of(interview.id).find(|note| note.voice == Voice::Owed || is_unsorted(note));
    let to_do = Entry::ToDo { interview: interview.id, unsorted, owed, first: first.map(|note| note.id) };
    (unsorted + owed > 0).then_some(to_do)
}

fn missing(research: &Research) -> Vec<Entry> {
    let of = |persona: Id| {
        let people = research.counted_people(Some(persona));
        let is_untouched = |it: &Subject| !people.iter().any(|person| research.has_touched(person.id, *it));
        let subjects: Vec<Subject> = Subject::ALL.iter().copied().filter(is_untouched).collect();
        let is_worth_telling = !people.is_empty() && !subjects.is_empty();
        is_worth_telling.then_some(Entry::Missing { persona, people: people.len(), subjects })
    };
    research.personas().keys().filter_map(|persona| of(*persona)).collect()
}

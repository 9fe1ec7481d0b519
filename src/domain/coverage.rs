//! Coverage: what an interview has touched so far, and what of it is still thin. It feeds the live bar, the home
//! screen and `whybuy coverage`; it is counted from the lines each time and never stored.

use std::collections::BTreeSet;

use serde::Serialize;

use super::dimension::{Dimension, Subject};
use super::id::Id;
use super::interview::Voice;
use super::moment::Offset;
use super::people::Participant;
use super::research::Research;
use super::study::{AskedState, Question};
use super::theme::Theme;

/// One cell of the bar: a dimension or the path.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Touch {
    /// Which cell.
    pub subject: Subject,
    /// Evidence lines, or path events.
    pub lines: usize,
    /// How many of them are verbatim.
    pub verbatims: usize,
    /// The offset of the newest line, where lines have offsets.
    pub last: Option<Offset>,
}

/// What one interview has touched.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Coverage {
    /// The five dimensions and the path, in this order.
    pub cells: Vec<Touch>,
    /// Evidence lines that are not sorted.
    pub unsorted: usize,
    /// Follow-ups that are still owed.
    pub owed: usize,
    /// All lines, whoever spoke.
    pub lines: usize,
}

impl Coverage {
    /// The coverage of one interview. Linear in the lines of this interview.
    pub fn of(research: &Research, interview: Id) -> Coverage {
        let mut cells: Vec<Touch> =
            Subject::ALL.iter().map(|&subject| Touch { subject, lines: 0, verbatims: 0, last: None }).collect();
        let (mut unsorted, mut owed, mut lines) = (0, 0, 0);
        for note in research.notes_of(interview) {
            lines += 1;
            owed += usize::from(note.voice == Voice::Owed);
            if !note.is_evidence() {
                continue;
            }
            match Dimension::FIVE.iter().position(|&dimension| dimension == note.dimension) {
                Some(index) => cells[index].add(note.voice == Voice::Verbatim, note.at),
                None => unsorted += 1,
            }
        }
        for event in research.path_of(interview) {
            cells[Dimension::FIVE.len()].add(false, event.at);
        }
        Coverage { cells, unsorted, owed, lines }
    }

    /// The cells that have nothing yet.
    pub fn empty_cells(&self) -> impl Iterator<Item = Subject> + '_ {
        self.cells.iter().filter(|cell| cell.lines == 0).map(|cell| cell.subject)
    }
}

/// What became of one question of the guide among some people; each is in one list, with the best that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Heard {
    /// What it is about.
    pub subject: Subject,
    /// Its wording.
    pub question: String,
    /// The codes of those who were asked.
    pub asked: Vec<String>,
    /// Of those who answered it unasked.
    pub covered: Vec<String>,
    /// Of those with whom it was left out on purpose.
    pub skipped: Vec<String>,
    /// Of those with whom nobody came to it.
    pub not_reached: Vec<String>,
}

/// What became of each question of the guide among these people, in the order of the guide.
pub fn questions(research: &Research, people: &[&Participant]) -> Vec<Heard> {
    let best = |person: &Participant, question: Id| {
        let interviews = research.interviews_of(person.id);
        let states = interviews.iter().flat_map(|it| research.asked_in(it.id)).filter(|it| it.question == question);
        states.map(|it| it.state).min()
    };
    let codes = |question: Id, wanted: Option<AskedState>| {
        let of = people.iter().filter(|person| best(person, question) == wanted);
        of.map(|person| person.code.clone()).collect()
    };
    let heard = |question: &Question| Heard {
        subject: question.subject,
        question: question.text.clone(),
        asked: codes(question.id, Some(AskedState::Asked)),
        covered: codes(question.id, Some(AskedState::Covered)),
        skipped: codes(question.id, Some(AskedState::Skipped)),
        not_reached: codes(question.id, None),
    };
    research.guide().into_iter().map(heard).collect()
}

impl Research {
    /// The themes that were first heard in this interview: an evidence line of it stands under them, and none of an
    /// earlier one (by date, then by id). By id.
    pub fn new_themes(&self, interview: Id) -> Vec<&Theme> {
        let Some(order) = self.interviews().get(&interview).map(|it| (it.date, it.id)) else { return Vec::new() };
        let notes = self.notes_of(interview).filter(|note| note.is_evidence());
        let heard: BTreeSet<Id> = notes.flat_map(|note| self.marks_of(note.id)).map(|mark| mark.theme).collect();
        let is_new = |theme: &Id| {
            let notes = self.marks_under(*theme).filter_map(|mark| self.notes().get(&mark.note));
            let mut held =
                notes.filter(|note| note.is_evidence()).filter_map(|it| self.interviews().get(&it.interview));
            !held.any(|other| (other.date, other.id) < order)
        };
        heard.into_iter().filter(is_new).filter_map(|theme| self.themes().get(&theme)).collect()
    }
}

impl Touch {
    fn add(&mut self, verbatim: bool, at: Option<Offset>) {
        self.lines += 1;
        self.verbatims += usize::from(verbatim);
        self.last = self.last.max(at);
    }
}

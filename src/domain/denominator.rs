//! The honest denominator: who raised a theme, who was asked, who spoke unprompted, who was not asked, and of whom
//! nothing is known. Defined here and nowhere else; people are counted, never mentions.
//!
//! Per person and theme: *raised* has a supporting line under the theme; *asked* had a question bound to the theme put
//! to them; *unprompted* raised it without being asked; *not asked* did not raise it and the dimension was never
//! touched; *open* did not raise it, the dimension was touched, and nothing shows whether the theme came up.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::dimension::{Dimension, Subject};
use super::id::Id;
use super::interview::{Interview, Status};
use super::named::named;
use super::people::{Outcome, Participant};
use super::record::{Key, Kind};
use super::research::Research;
use super::study::AskedState;
use super::theme::{Stance, Theme};

/// What one person's interviews say of one theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Standing {
    /// Has a supporting line.
    pub raised: bool,
    /// Has a contradicting line.
    pub contradicted: bool,
    /// Was asked about it.
    pub asked: bool,
    /// The dimension was never touched with this person.
    pub untouched: bool,
}

/// The people of a persona by their standing towards one theme. Counts of people, 0 to the size of the persona.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Denominator {
    /// Have a supporting line under the theme, asked or not.
    pub raised: usize,
    /// Were asked, whether or not they then raised it.
    pub asked: usize,
    /// Raised it without being asked.
    pub unprompted: usize,
    /// Did not raise it, and the dimension was never touched.
    pub not_asked: usize,
    /// Did not raise it, the dimension was touched, nothing shows whether the theme came up.
    pub open: usize,
    /// Have a contradicting line under the theme.
    pub contradicted: usize,
    /// Were asked, and neither raised nor contradicted it.
    #[serde(default)]
    pub silent: usize,
    /// Both raised and contradicted it; counted in `raised` and in `contradicted`.
    #[serde(default)]
    pub both: usize,
}

named! {
    /// How one person is drawn in a row of dots: everybody of the persona once.
    Dot ("dot") {
        /// Was asked and raised it.
        Raised = "raised",
        /// Raised it without being asked.
        Unprompted = "unprompted",
        /// Raised it in one line and contradicted it in another.
        Both = "both",
        /// Contradicted it.
        Contradicted = "contradicted",
        /// Was asked and said neither.
        Silent = "silent",
        /// Nothing shows whether it came up.
        Open = "open",
        /// The dimension was never touched.
        NotAsked = "not_asked",
    }
}

impl Denominator {
    /// How many people are drawn as each dot, in the order of [`Dot::ALL`]; together all people that were counted.
    /// Who said both takes the place of somebody who was asked, else of somebody who was not.
    pub fn dots(&self) -> [(Dot, usize); 7] {
        let prompted = self.raised_when_asked();
        let from_unprompted = self.both.saturating_sub(prompted);
        [
            (Dot::Raised, prompted.saturating_sub(self.both)),
            (Dot::Unprompted, self.unprompted.saturating_sub(from_unprompted)),
            (Dot::Both, self.both),
            (Dot::Contradicted, self.contradicted.saturating_sub(self.both)),
            (Dot::Silent, self.silent),
            (Dot::Open, self.open),
            (Dot::NotAsked, self.not_asked),
        ]
    }

    /// How many of those who were asked raised it: the `x` of "x of y asked, plus z unprompted".
    pub fn raised_when_asked(&self) -> usize {
        self.raised - self.unprompted
    }

    /// Counts one person.
    pub fn add(&mut self, standing: Standing) {
        self.raised += usize::from(standing.raised);
        self.asked += usize::from(standing.asked);
        self.unprompted += usize::from(standing.raised && !standing.asked);
        self.contradicted += usize::from(standing.contradicted);
        self.both += usize::from(standing.raised && standing.contradicted);
        let said_nothing = !standing.raised && !standing.contradicted;
        self.silent += usize::from(said_nothing && standing.asked);
        self.not_asked += usize::from(said_nothing && !standing.asked && standing.untouched);
        self.open += usize::from(said_nothing && !standing.asked && !standing.untouched);
    }
}

impl Research {
    /// The people who count for a persona (or, without one, for the whole study): not withdrawn, and with an interview that has begun. By code.
    pub fn counted_people(&self, persona: Option<Id>) -> Vec<&Participant> {
        let mut people: Vec<&Participant> = self
            .participants()
            .values()
            .filter(|it| persona.is_none() || it.persona == persona)
            .filter(|it| !it.is_withdrawn())
            .filter(|it| !self.begun_interviews(&[it]).is_empty())
            .collect();
        people.sort_by(|a, b| a.code.cmp(&b.code));
        people
    }

    /// The counts of one theme over these people.
    pub fn denominator(&self, theme: &Theme, people: &[&Participant]) -> Denominator {
        let mut counts = Denominator::default();
        for person in people {
            counts.add(self.standing(theme, person.id));
        }
        counts
    }

    /// What one person's interviews say of one theme.
    pub fn standing(&self, theme: &Theme, participant: Id) -> Standing {
        let interviews: BTreeSet<Id> =
            self.users_of(Key::new(Kind::Participant, participant), Kind::Interview).collect();
        let stances = self.stances(theme.id, &interviews);
        let raised = stances.contains(&Stance::Supports);
        Standing {
            raised,
            contradicted: stances.contains(&Stance::Contradicts),
            asked: self.was_asked(theme, &interviews, raised),
            untouched: !interviews.iter().any(|interview| self.touched(*interview, theme.dimension)),
        }
    }

    /// The stances of this person's evidence lines under a theme.
    fn stances(&self, theme: Id, interviews: &BTreeSet<Id>) -> BTreeSet<Stance> {
        self.marks_under(theme)
            .filter_map(|mark| Some((mark, self.notes().get(&mark.note)?)))
            .filter(|(_, note)| note.is_evidence() && interviews.contains(&note.interview))
            .map(|(mark, _)| mark.stance)
            .collect()
    }

    /// Whether a question bound to the theme was put. Somebody who is silent on a theme that was made only after
    /// the question was put is not a "no": that person stays open. Somebody who raised it is never made "unprompted" by it.
    fn was_asked(&self, theme: &Theme, interviews: &BTreeSet<Id>, raised: bool) -> bool {
        interviews.iter().flat_map(|interview| self.asked_in(*interview)).any(|asked| {
            let bound = self.questions().get(&asked.question).is_some_and(|question| question.theme == Some(theme.id));
            bound && asked.state == AskedState::Asked && (raised || theme.created <= asked.at)
        })
    }

    /// Whether an interview touched a dimension: by a line of it, or by a question of it that was asked or covered.
    pub fn touched(&self, interview: Id, dimension: Dimension) -> bool {
        self.notes_of(interview).any(|note| note.dimension == dimension && note.is_evidence())
            || self.asked_in(interview).any(|asked| {
                let subject = self.questions().get(&asked.question).and_then(|question| question.subject.dimension());
                asked.state != AskedState::Skipped && subject == Some(dimension)
            })
    }

    /// Whether any interview of a person touched a dimension or the path.
    pub fn has_touched(&self, participant: Id, subject: Subject) -> bool {
        self.interviews_of(participant).iter().any(|interview| self.has_touched_in(interview.id, subject))
    }

    /// Whether this interview touched a dimension or the path.
    pub fn has_touched_in(&self, interview: Id, subject: Subject) -> bool {
        match subject.dimension() {
            Some(dimension) => self.touched(interview, dimension),
            None => !self.path_of(interview).is_empty() || self.asked_about_path(interview),
        }
    }

    fn asked_about_path(&self, interview: Id) -> bool {
        self.asked_in(interview).any(|asked| {
            let subject = self.questions().get(&asked.question).map(|question| question.subject);
            asked.state != AskedState::Skipped && subject == Some(Subject::Path)
        })
    }

    /// The interviews of these people that have begun: person by person, each one's by date and then by id. Whoever says how
    /// many interviews there are, or how new they are, says it of these.
    pub fn begun_interviews(&self, people: &[&Participant]) -> Vec<&Interview> {
        let all = people.iter().flat_map(|person| self.interviews_of(person.id));
        all.filter(|it| it.status != Status::Planned).collect()
    }

    /// Whether an interview has begun.
    pub fn has_begun(&self, interview: Id) -> bool {
        self.interviews().get(&interview).is_some_and(|it| it.status != Status::Planned)
    }

    /// How the purchase ended for a person: the person's own outcome, else the deal's.
    pub fn outcome_of(&self, person: &Participant) -> Option<Outcome> {
        person.outcome.or_else(|| self.deals().get(&person.deal?)?.outcome)
    }
}

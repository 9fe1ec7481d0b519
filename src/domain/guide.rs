//! The guide in an interview: which questions are still open and in which order to ask them, and the steps that say
//! what became of them. Reads and builds steps only; that a person stays "not asked" is counted in `denominator`.

use super::dimension::{Dimension, Stage, Subject};
use super::id::Id;
use super::interview::Note;
use super::moment::Moment;
use super::record::{Edit, Key, Kind, Step};
use super::research::Research;
use super::study::{Asked, AskedState, Question};

impl Research {
    /// What became of a question in an interview, where that was said.
    pub fn asked_of(&self, interview: Id, question: Id) -> Option<&Asked> {
        self.asked_in(interview).find(|asked| asked.question == question)
    }

    /// The question that was put last in an interview.
    pub fn asked_last(&self, interview: Id) -> Option<&Question> {
        let put = self.asked_in(interview).filter(|asked| asked.state == AskedState::Asked);
        self.questions().get(&put.max_by_key(|asked| (asked.at, asked.id))?.question)
    }

    /// Where a new line goes. After a question about a passage of the path it is an answer: it goes to what the question
    /// is about and to the stage of the passage, unless another dimension was chosen for it.
    pub fn place_of_answer(&self, interview: Id, chosen: Dimension) -> (Dimension, Option<Stage>) {
        let asked = self.asked_last(interview);
        let Some((question, passage)) = asked.and_then(|it| Some((it, it.passage.as_ref()?))) else {
            return (chosen, None);
        };
        let asked = question.subject.dimension().unwrap_or(chosen);
        if chosen != Dimension::Unsorted && chosen != asked {
            return (chosen, None);
        }
        (asked, passage.stage(&self.path_of(interview)))
    }

    /// The lines in which a question was answered: what was captured after it was put and before the next one was.
    pub fn answers_to(&self, question: &Question) -> Vec<&Note> {
        let key = Key::new(Kind::Question, question.id);
        let put = |asked: &&Asked| asked.state == AskedState::Asked;
        let mine = self.users_of(key, Kind::Asked).filter_map(|id| self.asked().get(&id)).filter(put);
        let answers = mine.flat_map(|asked| {
            let later = self.asked_in(asked.interview).filter(put).map(|other| other.at).filter(|at| *at > asked.at);
            let until = later.min();
            let is_answer =
                move |note: &&Note| note.logged >= asked.at && until.is_none_or(|until| note.logged < until);
            self.notes_of(asked.interview).filter(|note| note.is_evidence()).filter(is_answer)
        });
        answers.collect()
    }

    /// The questions of which nothing has been said in this interview, in the order to ask them: what follows the
    /// last settled question of the guide comes first, then what was passed over, both in the guide's own order.
    pub fn open_questions(&self, interview: Id) -> Vec<&Question> {
        let guide = self.guide();
        let is_open = |question: &&Question| self.asked_of(interview, question.id).is_none();
        let settled = self.asked_in(interview).filter(|asked| asked.state != AskedState::Skipped);
        let newest = settled.max_by_key(|asked| (asked.at, asked.id)).map(|asked| asked.question);
        let after = newest.and_then(|id| guide.iter().position(|question| question.id == id)).unwrap_or(0);
        let (before, rest) = guide.split_at(after.min(guide.len()));
        rest.iter().chain(before).copied().filter(is_open).collect()
    }

    /// The step that says what became of a question in an interview, or with no state that nothing did. `id` and
    /// `now` are for a record that is not there yet. None where nothing would change.
    pub fn set_asked(
        &self,
        (interview, question): (Id, Id),
        state: Option<AskedState>,
        (id, now): (Id, Moment),
    ) -> Option<Step> {
        let study = self.interviews().get(&interview)?.study;
        let place = self.guide().iter().position(|it| it.id == question)? + 1;
        let step = Step::new(study, "ask-question", format!("Q{place}"));
        match (self.asked_of(interview, question), state) {
            (None, None) => None,
            (Some(known), Some(state)) if known.state == state => None,
            (Some(known), Some(state)) => Some(step.put(Asked { state, at: now, ..known.clone() })),
            (Some(known), None) => Some(step.remove(Kind::Asked, known.id)),
            (None, Some(state)) => Some(step.put(Asked { id, study, interview, question, state, at: now })),
        }
    }

    /// The questions of which nothing was said and whose dimension (or path) this interview never touched: nobody
    /// put them, so that no later report may read silence as an answer. In the guide's order.
    pub fn never_asked(&self, interview: Id) -> Vec<&Question> {
        let open = self.guide().into_iter().filter(|question| self.asked_of(interview, question.id).is_none());
        open.filter(|question| !self.has_touched_in(interview, question.subject)).collect()
    }

    /// The dimensions and the path that this interview never touched.
    pub fn untouched_in(&self, interview: Id) -> Vec<Subject> {
        Subject::ALL.iter().copied().filter(|subject| !self.has_touched_in(interview, *subject)).collect()
    }

    /// The edits that note [`Research::never_asked`] as skipped, each with an id of its own.
    pub fn skip_never_asked(&self, interview: Id, now: Moment, mut id: impl FnMut() -> Id) -> Vec<Edit> {
        let skip = |question: &Question| Asked {
            id: id(),
            study: question.study,
            interview,
            question: question.id,
            state: AskedState::Skipped,
            at: now,
        };
        self.never_asked(interview).into_iter().map(skip).map(Edit::from).collect()
    }

    /// The step that moves a question one place up or down the guide. Questions of one position are numbered anew
    /// on the way, so that a move always moves. None at the end of the guide.
    pub fn move_question(&self, question: Id, down: bool) -> Option<Step> {
        let mut guide = self.guide();
        let at = guide.iter().position(|it| it.id == question)?;
        let to = if down { at + 1 } else { at.checked_sub(1)? };
        if to >= guide.len() {
            return None;
        }
        guide.swap(at, to);
        let mut step = Step::new(guide[to].study, "move-question", format!("Q{}", to + 1));
        for (position, it) in (1..).zip(guide) {
            if it.position != position {
                step = step.put(Question { position, ..it.clone() });
            }
        }
        Some(step)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::interview::{Interview, Status};
    use crate::domain::live::{Ids, Logged, Setting, log_line};
    use crate::domain::people::{Consent, Participant};
    use crate::domain::record::Record;
    use crate::domain::study::Study;
    use crate::domain::theme::Theme;

    fn id(n: u128) -> Id {
        Id::from_u128(n)
    }

    fn at(second: u32) -> Moment {
        format!("2026-11-22T14:00:{second:02}+09:00").parse().unwrap()
    }

    fn question(n: u128, position: u32, subject: Subject) -> Question {
        let theme = (n == 12).then(|| id(50));
        Question {
            id: id(n),
            study: id(1),
            position,
            subject,
            text: format!("Q {n}?"),
            probes: Vec::new(),
            theme,
            passage: None,
        }
    }

    struct One(u128);

    impl Ids for One {
        fn id(&self) -> Id {
            id(self.0)
        }
    }

    /// Person 2, interview 3 (done), a concern theme 50 and the questions 10 to 14.
    fn study() -> Research {
        let consent = Consent::default();
        let person = Participant {
            id: id(2),
            study: id(1),
            code: "P01".into(),
            persona: None,
            deal: None,
            role: String::new(),
            recruited: None,
            outcome: None,
            attributes: Default::default(),
            consent,
        };
        let interview = Interview::planned_on(at(0).date(), (id(3), id(1), id(2)));
        let theme = Theme::blank((id(50), id(1)), Dimension::Concern, "delay", at(0));
        let study = Study::blank(id(1), "S", at(0));
        let subjects = [Subject::Trigger, Subject::Criteria, Subject::Concern, Subject::Path, Subject::Trigger];
        let guide = (10..).zip(subjects).map(|(n, subject)| question(n, 1, subject).into());
        let records: [Record; 4] =
            [study.into(), theme.into(), person.into(), Interview { status: Status::Done, ..interview }.into()];
        Research::of(records.into_iter().chain(guide)).unwrap()
    }

    fn ids(questions: &[&Question]) -> Vec<u128> {
        questions.iter().map(|question| question.id.as_u128()).collect()
    }

    #[test]
    fn what_follows_the_last_answer_is_asked_next() {
        let mut research = study();
        assert_eq!(ids(&research.open_questions(id(3))), [10, 11, 12, 13, 14]);
        let step = research.set_asked((id(3), id(12)), Some(AskedState::Asked), (id(90), at(1))).unwrap();
        assert_eq!((step.name.as_str(), step.about.as_str()), ("ask-question", "Q3"));
        research.apply_step(&step).unwrap();
        assert_eq!(ids(&research.open_questions(id(3))), [13, 14, 10, 11]);
        let step = research.set_asked((id(3), id(13)), Some(AskedState::Skipped), (id(91), at(2))).unwrap();
        research.apply_step(&step).unwrap();
        assert_eq!(ids(&research.open_questions(id(3))), [14, 10, 11], "what was left out does not move the place");
        let again = research.set_asked((id(3), id(12)), Some(AskedState::Asked), (id(92), at(3)));
        assert_eq!(again, None);
        let back = research.set_asked((id(3), id(12)), None, (id(92), at(3))).unwrap();
        research.apply_step(&back).unwrap();
        assert_eq!(research.asked_of(id(3), id(12)), None);
    }

    #[test]
    fn what_nobody_touched_is_noted_as_not_asked_and_counts_so() {
        let mut research = study();
        let blank = Note::blank((id(60), id(1), id(3)), 1, "an audit".into(), at(1));
        let note = Note { dimension: Dimension::Trigger, ..blank };
        research.apply(note.into()).unwrap();
        assert_eq!(ids(&research.never_asked(id(3))), [11, 12, 13], "the trigger was touched");
        let mut next = 100;
        let edits = research.skip_never_asked(id(3), at(9), || {
            next += 1;
            id(next)
        });
        assert_eq!(edits.len(), 3);
        for edit in edits {
            research.apply(edit).unwrap();
        }
        assert!(research.never_asked(id(3)).is_empty());
        assert_eq!(
            research.untouched_in(id(3)),
            [Subject::Criteria, Subject::Benefit, Subject::Concern, Subject::PostPurchase, Subject::Path]
        );
        let people = research.counted_people(None);
        let counts = research.denominator(&research.themes()[&id(50)], &people);
        assert_eq!((counts.not_asked, counts.asked, counts.open), (1, 0, 0));
    }

    /// Shows D23, D24, D25, D26.
    #[test]
    fn an_answer_to_a_question_about_a_passage_goes_to_its_stage() {
        let mut research = study();
        let mut question = research.questions()[&id(12)].clone();
        question.passage = Some("decision,purchase".parse().unwrap());
        research.apply(question.clone().into()).unwrap();
        let running = Interview { status: Status::Running, ..research.interviews()[&id(3)].clone() };
        research.apply(running.into()).unwrap();
        let say = |research: &mut Research, n: u128, text: &str, chosen: Dimension| {
            let setting = Setting { dimension: chosen, ..Setting::default() };
            let one = One(n);
            let fresh = crate::domain::Fresh::new(at(u32::try_from(n % 60).unwrap()), &one);
            let Logged::Line(note, step) = log_line(research, id(3), (text, &setting), None, &fresh).unwrap() else {
                return None;
            };
            research.apply_step(&step).unwrap();
            let note = &research.notes()[&note];
            Some((note.dimension, note.stage.as_ref().map(|it| it.key().to_owned())))
        };
        let put = |research: &mut Research, question: u128, n: u128| {
            let when = at(u32::try_from(n % 60).unwrap());
            let step = research.set_asked((id(3), id(question)), Some(AskedState::Asked), (id(n), when)).unwrap();
            research.apply_step(&step).unwrap();
        };
        let decision = Some("decision".to_owned());
        assert_eq!(say(&mut research, 601, "before", Dimension::Unsorted), Some((Dimension::Unsorted, None)));
        put(&mut research, 12, 602);
        assert_eq!(say(&mut research, 603, "too slow", Dimension::Unsorted), Some((Dimension::Concern, decision)));
        assert_eq!(say(&mut research, 604, "an audit", Dimension::Trigger), Some((Dimension::Trigger, None)));
        assert_eq!(say(&mut research, 607, "? send the offer", Dimension::Unsorted), Some((Dimension::Unsorted, None)));
        put(&mut research, 14, 605);
        assert_eq!(say(&mut research, 606, "after", Dimension::Unsorted), Some((Dimension::Unsorted, None)));
        let answers: Vec<&str> = research.answers_to(&question).iter().map(|note| note.text.as_str()).collect();
        assert_eq!(answers, ["too slow", "an audit"]);
    }

    #[test]
    fn a_question_moves_although_all_have_one_position() {
        let mut research = study();
        let step = research.move_question(id(12), false).unwrap();
        research.apply_step(&step).unwrap();
        assert_eq!(ids(&research.guide()), [10, 12, 11, 13, 14]);
        let step = research.move_question(id(12), true).unwrap();
        assert_eq!(step.edits.len(), 2, "only the two that change places are put");
        research.apply_step(&step).unwrap();
        assert_eq!(ids(&research.guide()), [10, 11, 12, 13, 14]);
        assert_eq!(research.move_question(id(10), false), None);
        assert_eq!(research.move_question(id(14), true), None);
    }
}

//! Home: the day as a numbered list, and the words that lead everywhere else. A number, or the code of a participant,
//! opens the capture; the list is told again at an empty line only, so that nobody must hear it twice.

use super::session::{Left, Session, Told};
use crate::domain::agenda::{self, Entry};
use crate::domain::slash::{self, Slash};
use crate::domain::{Id, Interview, Participant, Status, Step, Study, live, text};
use crate::error::Error;

/// At most so many entries of one part are told.
const SHOWN: usize = 6;

/// What stands under a number of the list.
#[derive(Clone, Copy)]
enum Goal {
    Capture(Id),
    Read(Id),
    Brief(Id),
}

/// The words that home knows, in the order in which they are told.
pub const WORDS: [Slash; 13] = [
    Slash::Search,
    Slash::People,
    Slash::Themes,
    Slash::Brief,
    Slash::Journey,
    Slash::Guide,
    Slash::Consent,
    Slash::Studies,
    Slash::Undo,
    Slash::Redo,
    Slash::History,
    Slash::Help,
    Slash::Quit,
];

impl Session<'_> {
    /// Sits down: opens a study, then the capture or home, until the sitting is left.
    pub fn sit(&mut self, study: Option<Id>, capture: Option<String>, faults: &[Error]) {
        let told = faults.iter().try_for_each(|fault| self.tell_error(fault));
        let opened = told.and_then(|()| self.open_study(study)).and_then(|()| match capture {
            Some(code) => self.capture_of(&code),
            None => Ok(()),
        });
        // A sitting ends in one way only; what is not saved is settled by whoever holds the session.
        let _left = opened.and_then(|()| self.home());
    }

    fn home(&mut self) -> Told {
        let mut goals = self.tell_home()?;
        loop {
            let line = self.ask(|it| it.say("plain-home"))?;
            let line = line.trim();
            if line.is_empty() {
                goals = self.tell_home()?;
            } else if let Some((word, rest)) = slash::split(line) {
                if slash::find(word) == Some(Slash::Home) {
                    goals = self.tell_home()?;
                } else {
                    self.home_word(word, rest.trim())?;
                }
            } else if let Ok(number) = line.parse::<usize>() {
                match number.checked_sub(1).and_then(|at| goals.get(at)).copied() {
                    Some(goal) => {
                        self.go(goal)?;
                        goals = self.tell_home()?;
                    }
                    None => self.tell_key("plain-no-number", &[("most", goals.len().into())])?,
                }
            } else if Participant::is_code(line) {
                if let Some(interview) = self.interview_with(line)? {
                    self.begin(interview)?;
                }
                goals = self.tell_home()?;
            } else {
                self.tell_key("plain-home-help", &[])?;
            }
        }
    }

    fn home_word(&mut self, word: &str, rest: &str) -> Told {
        match slash::find(word).filter(|it| WORDS.contains(it)) {
            Some(Slash::Quit) => Err(Left::Gone),
            Some(Slash::Studies) => {
                self.open_study(None)?;
                self.tell_home().map(|_| ())
            }
            Some(Slash::Help) => {
                self.tell_key("plain-home-help", &[])?;
                self.tell_words(&WORDS)
            }
            Some(Slash::Consent) if !rest.is_empty() => {
                match self.work.research.participant_by_code(rest).map(|person| person.id) {
                    Some(person) => self.ask_consent(person),
                    None => self.tell_key("plain-nobody", &[("code", rest.into())]),
                }
            }
            Some(slash) => self.anywhere(slash, rest),
            None => {
                self.tell_key("plain-slash-unknown", &[("word", format!("/{word}").as_str().into())])?;
                self.tell_words(&WORDS)
            }
        }
    }

    /// What a word does that is the same at home and in a capture.
    pub fn anywhere(&mut self, slash: Slash, rest: &str) -> Told {
        match slash {
            Slash::Search => self.search(rest),
            Slash::People => self.tell_people(),
            Slash::Themes => self.tell_themes(),
            Slash::Brief => self.tell_brief(rest),
            Slash::Journey => self.tell_journey(rest),
            Slash::Guide => self.tell_guide(),
            Slash::Undo => self.undo(),
            Slash::Redo => self.redo(),
            Slash::History => self.tell_history(),
            Slash::Consent => self.choose_consent(),
            _ => Ok(()),
        }
    }

    /// Tells the words of some commands, each with what it does.
    pub fn tell_words(&mut self, words: &[Slash]) -> Told {
        for slash in words {
            // What has its own sentence here; what is the same on the screens has theirs.
            let own = self.words.find(&format!("plain-word-{slash}"), &[]);
            let about = own.unwrap_or_else(|| self.say(&format!("action-{slash}.about")));
            self.tell(&format!("{}: {about}", slash::shown(*slash)))?;
        }
        Ok(())
    }

    fn go(&mut self, goal: Goal) -> Told {
        match goal {
            Goal::Capture(interview) => self.begin(interview),
            Goal::Read(interview) => self.tell_interview(interview),
            Goal::Brief(persona) => self.brief_of(persona),
        }
    }

    /// Opens the capture of an interview, after its card where it has not begun.
    fn begin(&mut self, interview: Id) -> Told {
        let known = self.work.research.interviews().get(&interview);
        let is_withdrawn = self.work.research.participant_of(interview).is_none_or(Participant::is_withdrawn);
        let has_card = known.is_some_and(|it| it.status == Status::Planned) && !is_withdrawn;
        if has_card && !self.ask_card(interview)? {
            return Ok(());
        }
        self.capture(interview)
    }

    /// Tells the day; the goals are in the order of the numbers.
    fn tell_home(&mut self) -> Told<Vec<Goal>> {
        let now = self.work.mint.now();
        let study = self.work.research.study().map_or_else(String::new, |study| study.name.clone());
        let time = self.words.day_time(now.local());
        let safe = match self.work.unsaved() {
            0 => self.say("plain-all-saved"),
            count => self.say_with("plain-unsaved", &[("count", count.into())]),
        };
        let args = [("study", study.as_str().into()), ("time", time.as_str().into()), ("safe", safe.as_str().into())];
        self.tell_key("plain-home-title", &args)?;
        self.tell_left_behind()?;
        let entries = agenda::of(&self.work.research, now.date());
        let (mut goals, mut part, mut told) = (Vec::new(), "", 0);
        for entry in &entries {
            let of = part_of(entry);
            told = if of == part { told + 1 } else { 0 };
            if of != part {
                part = of;
                self.tell_key(part, &[])?;
            }
            if told >= SHOWN {
                continue;
            }
            let (row, goal) = self.home_row(entry);
            goals.push(goal);
            self.tell(&format!("{}. {row}", goals.len()))?;
            let more = entries.iter().filter(|it| part_of(it) == part).count().saturating_sub(SHOWN);
            if told + 1 == SHOWN && more > 0 {
                self.tell_key("home-more", &[("count", more.into())])?;
            }
        }
        if goals.is_empty() {
            self.tell_key("plain-home-empty", &[])?;
        }
        Ok(goals)
    }

    /// Files with what could not be saved the last time, and the command that takes them in.
    fn tell_left_behind(&mut self) -> Told {
        for file in self.work.left_behind.clone() {
            let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            self.tell_key("home-left-file", &[("file", name.as_str().into())])?;
        }
        Ok(())
    }

    fn home_row(&self, entry: &Entry) -> (String, Goal) {
        match entry {
            Entry::Unfinished(interview, at) => {
                let at = at.map(|at| self.words.day_time(at.local()));
                let saved = at.map(|at| self.say_with("home-last-saved", &[("time", at.as_str().into())]));
                (listed([self.person(*interview), saved.unwrap_or_default()]), Goal::Capture(*interview))
            }
            Entry::Today(id) | Entry::Next(id) => {
                let known = self.work.research.interviews().get(id);
                let goal = match known.map(|it| it.status) {
                    Some(Status::Done) => Goal::Read(*id),
                    _ => Goal::Capture(*id),
                };
                (listed([self.person(*id), known.map(|it| self.when(it)).unwrap_or_default()]), goal)
            }
            Entry::ToDo { interview, unsorted, owed, .. } => {
                let counts = [("home-unsorted", *unsorted), ("home-owed", *owed)];
                let counts = counts.into_iter().filter(|(_, count)| *count > 0);
                let counts: Vec<String> = counts.map(|(key, n)| self.say_with(key, &[("count", n.into())])).collect();
                (listed([self.person(*interview), counts.join(", ")]), Goal::Read(*interview))
            }
            Entry::Missing { persona, people, subjects } => {
                let name = self.work.research.personas().get(persona).map(|it| it.name.clone()).unwrap_or_default();
                let subjects: Vec<String> = subjects.iter().map(|it| self.say(&format!("dimension-{it}"))).collect();
                let people = self.say_with("people", &[("count", (*people).into())]);
                (listed([name, people, subjects.join(", ")]), Goal::Brief(*persona))
            }
        }
    }

    /// Whose interview: code, persona and role.
    pub fn person(&self, interview: Id) -> String {
        let Some(person) = self.work.research.participant_of(interview) else { return String::new() };
        let persona = person.persona.and_then(|id| self.work.research.personas().get(&id)).map(|it| it.name.clone());
        listed([person.code.clone(), persona.unwrap_or_default(), person.role.clone()])
    }

    fn when(&self, interview: &Interview) -> String {
        let status = self.say(&format!("status-{}", interview.status));
        let at = interview.planned.map(|at| self.words.day_time(at.local()));
        listed([status, at.unwrap_or_else(|| self.words.date(interview.date))])
    }

    /// Opens the study that is meant: the named or only one, one of several by its number, or the first one by its name.
    fn open_study(&mut self, wanted: Option<Id>) -> Told {
        let studies = match self.work.studies() {
            Ok(studies) => studies,
            Err(error) => return self.tell_error(&error).and(Err(Left::Gone)),
        };
        let known = wanted.filter(|id| studies.iter().any(|study| study.id == *id));
        let only = studies.first().filter(|_| studies.len() == 1).map(|study| study.id);
        let chosen = match known.or(only) {
            Some(study) => Some(study),
            None if studies.is_empty() => return self.found_study(),
            None => self.choose_study(&studies)?,
        };
        let Some(study) = chosen.or(self.work.research.study().map(|study| study.id)) else { return Err(Left::Gone) };
        match self.work.load(study) {
            Ok(()) => Ok(()),
            Err(error) => self.tell_error(&error).and(Err(Left::Gone)),
        }
    }

    fn choose_study(&mut self, studies: &[Study]) -> Told<Option<Id>> {
        let names: Vec<String> = studies.iter().map(|study| study.name.clone()).collect();
        self.tell_numbered(&names)?;
        let prompt = self.say("plain-which-study");
        let number = self.ask_number(&prompt, studies.len())?;
        Ok(number.map(|number| studies[number - 1].id))
    }

    fn found_study(&mut self) -> Told {
        loop {
            let name = self.ask(|it| it.say("first-run"))?;
            let name = text::trim_line(&name).into_owned();
            if name.is_empty() {
                self.tell_error(&Error::refused("text-empty").with("field", "name"))?;
                continue;
            }
            let (goal, works_if) = Default::default();
            let study = Study { goal, works_if, ..Study::blank(self.work.mint.id(), name, self.work.now) };
            let step = Step::new(study.id, "new-study", study.name.clone()).put(study);
            if self.keep_step(Some(step))? {
                return Ok(());
            }
        }
    }

    /// Opens the capture of the participant with this code at once.
    fn capture_of(&mut self, code: &str) -> Told {
        match self.interview_with(code)? {
            Some(interview) => self.capture(interview),
            None => Ok(()),
        }
    }

    /// The interview to go on with of the participant with this code; whoever and whatever is missing is made.
    fn interview_with(&mut self, code: &str) -> Told<Option<Id>> {
        let known = self.work.research.participant_by_code(code).map(|person| person.id);
        let person = match known {
            Some(person) => person,
            None => {
                let made = live::new_person(&self.work.research, code, &self.work.fresh());
                let Some((person, step)) = made else { return Ok(None) };
                if !self.keep_step(Some(step))? {
                    return Ok(None);
                }
                person
            }
        };
        if let Some(interview) = live::interview_of(&self.work.research, person) {
            return Ok(Some(interview));
        }
        let made = live::new_interview(&self.work.research, person, &self.work.fresh());
        let Some((interview, step)) = made else { return Ok(None) };
        Ok(self.keep_step(Some(step))?.then_some(interview))
    }
}

fn part_of(entry: &Entry) -> &'static str {
    match entry {
        Entry::Unfinished(..) => "home-unfinished",
        Entry::Today(_) => "home-today",
        Entry::Next(_) => "home-next",
        Entry::ToDo { .. } => "home-to-do",
        Entry::Missing { .. } => "home-missing",
    }
}

/// What is there, with commas between.
pub fn listed<const N: usize>(parts: [String; N]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

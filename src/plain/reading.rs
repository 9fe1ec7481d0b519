//! What is read at leisure: an interview, the guide, the themes with their honest counts, a brief, a journey, the
//! history. Longer texts are told in parts, because what has scrolled away cannot be heard again.

use super::home::listed;
use super::session::{Session, Told};
use crate::domain::{AskedState, Dimension, Id, Question, briefing, journey};
use crate::exchange::markdown;

/// So many lines are told before it is asked whether to go on.
const PART: usize = 20;
/// So many steps of the history are told.
const STEPS: usize = 10;

impl Session<'_> {
    /// Tells lines in parts, as long as it is wanted.
    fn tell_long(&mut self, lines: &[String]) -> Told {
        for (number, part) in lines.chunks(PART).enumerate() {
            let left = lines.len() - number * PART;
            if number > 0 {
                let prompt = self.say_with("plain-more", &[("count", left.into())]);
                if !self.ask(|_| prompt)?.trim().is_empty() {
                    return Ok(());
                }
            }
            part.iter().try_for_each(|line| self.tell(line))?;
        }
        Ok(())
    }

    /// Tells an interview, line by line.
    pub fn tell_interview(&mut self, interview: Id) -> Told {
        let person = self.person(interview);
        self.tell(&person)?;
        let entries: Vec<String> = self.entries(interview).into_iter().map(|key| self.entry(key)).collect();
        if entries.is_empty() {
            return self.tell_key("reader-empty", &[]);
        }
        self.tell_long(&entries)
    }

    /// Tells the questions of the guide.
    pub fn tell_guide(&mut self) -> Told {
        let questions: Vec<String> = self.work.research.guide().iter().map(|it| self.question(it)).collect();
        if questions.is_empty() {
            return self.tell_key("plain-guide-empty", &[]);
        }
        self.tell_numbered(&questions)
    }

    fn question(&self, question: &Question) -> String {
        format!("{}: {}", self.say(&format!("dimension-{}", question.subject)), question.text)
    }

    /// Tells the questions with what became of them, and takes what has: `3` was asked, `3 2` was covered unasked,
    /// `3 3` is passed over.
    pub fn ask_guide(&mut self, interview: Id) -> Told {
        loop {
            let guide: Vec<Question> = self.work.research.guide().into_iter().cloned().collect();
            if guide.is_empty() {
                return self.tell_key("plain-guide-empty", &[]);
            }
            let rows: Vec<String> = guide.iter().map(|it| self.question_in(interview, it)).collect();
            self.tell_numbered(&rows)?;
            let line = self.ask(|it| it.say("plain-guide-choose"))?;
            let mut numbers = line.split_whitespace().map(str::parse::<usize>);
            let question = match numbers.next() {
                None => return Ok(()),
                Some(number) => number.ok().and_then(|number| guide.get(number.checked_sub(1)?)),
            };
            let state = match numbers.next() {
                None | Some(Ok(1)) => Some(AskedState::Asked),
                Some(Ok(2)) => Some(AskedState::Covered),
                Some(Ok(3)) => Some(AskedState::Skipped),
                Some(_) => None,
            };
            match question.zip(state) {
                Some((question, state)) => self.set_asked(interview, question.id, state)?,
                None => self.tell_key("plain-no-number", &[("most", guide.len().into())])?,
            }
        }
    }

    fn question_in(&self, interview: Id, question: &Question) -> String {
        let state = self.work.research.asked_of(interview, question.id).map(|asked| asked.state);
        let state = state.map_or_else(|| self.say("plain-open"), |state| self.say(&format!("asked-{state}")));
        format!("{}, {state}", self.question(question))
    }

    /// Tells the themes by dimension: people who raised it, of those asked, and who did so unprompted.
    pub fn tell_themes(&mut self) -> Told {
        let research = &self.work.research;
        let people = research.counted_people(None);
        let mut rows = Vec::new();
        for dimension in Dimension::FIVE {
            let mut themes: Vec<_> = research.themes().values().filter(|it| it.dimension == dimension).collect();
            themes.sort_by(|a, b| a.name.cmp(&b.name));
            for theme in themes {
                let counts = research.denominator(theme, &people);
                let name = self.say(&format!("dimension-{dimension}"));
                rows.push(listed([name, theme.name.clone(), markdown::counts(&counts, &self.words)]));
            }
        }
        if rows.is_empty() {
            return self.tell_key("plain-no-themes", &[]);
        }
        self.tell_long(&rows)
    }

    /// The persona of this name, the only one, or the one that is chosen.
    fn persona(&mut self, name: &str) -> Told<Option<Id>> {
        let personas = self.work.research.personas().values();
        let personas: Vec<(Id, String)> = personas.map(|it| (it.id, it.name.clone())).collect();
        let named = personas.iter().find(|(_, it)| it.to_lowercase() == name.to_lowercase());
        match (named, &personas[..]) {
            (Some((id, _)), _) | (None, [(id, _)]) => Ok(Some(*id)),
            (None, []) => self.tell_key("personas-empty", &[]).map(|()| None),
            (None, many) => {
                let names: Vec<String> = many.iter().map(|(_, name)| name.clone()).collect();
                self.tell_numbered(&names)?;
                let prompt = self.say("plain-which-persona");
                Ok(self.ask_number(&prompt, names.len())?.map(|number| many[number - 1].0))
            }
        }
    }

    /// Tells a brief.
    pub fn tell_brief(&mut self, name: &str) -> Told {
        match self.persona(name)? {
            Some(persona) => self.brief_of(persona),
            None => Ok(()),
        }
    }

    /// Tells the brief of a persona.
    pub fn brief_of(&mut self, persona: Id) -> Told {
        match briefing::of(&self.work.research, persona) {
            Ok(drafted) => self.tell_document(&markdown::brief(&drafted, &self.words)),
            Err(error) => self.tell_error(&error),
        }
    }

    /// Tells a journey.
    pub fn tell_journey(&mut self, name: &str) -> Told {
        let Some(persona) = self.persona(name)? else { return Ok(()) };
        match journey::of_persona(&self.work.research, persona) {
            Ok(seeded) => self.tell_document(&markdown::journey(&seeded, &self.words)),
            Err(error) => self.tell_error(&error),
        }
    }

    /// A document without what is there for the eye alone: empty lines and the rules of tables.
    fn tell_document(&mut self, document: &str) -> Told {
        let is_rule = |line: &str| line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '));
        let lines: Vec<String> = document.lines().filter(|line| !is_rule(line)).map(str::to_owned).collect();
        self.tell_long(&lines)
    }

    /// Tells the newest steps.
    pub fn tell_history(&mut self) -> Told {
        let past = match self.work.history(STEPS) {
            Ok(past) => past,
            Err(error) => return self.tell_error(&error),
        };
        for step in past {
            let time = step.at.local().format("%H:%M:%S").to_string();
            let undone = if step.undone { self.say("plain-undone") } else { String::new() };
            let row = listed([time, self.step_name(&step.name, &step.about), undone]);
            self.tell(&row)?;
        }
        Ok(())
    }
}

//! The search in words: how many people, how many lines, then person by person. The number of a line tells what was
//! said around it. The unfinished thought is in the researcher's head and the prompt: the capture goes on behind it.

use super::home::listed;
use super::session::{Session, Told};
use crate::domain::line::Line;
use crate::domain::{Key, Kind, Speaker, Voice};
use crate::library::{Found, Hit};
use crate::words::Arg;

/// At most so many lines are told; all are counted.
const LIMIT: usize = 12;
/// So many lines before and after one are told.
const AROUND: usize = 2;

impl Session<'_> {
    /// Searches; asks for the words where there are none.
    pub fn search(&mut self, words: &str) -> Told {
        let words = match words.trim() {
            "" => self.ask(|it| it.say("plain-find"))?.trim().to_owned(),
            words => words.to_owned(),
        };
        if words.is_empty() {
            return Ok(());
        }
        let found = match self.work.search(&words, LIMIT) {
            Ok(found) => found,
            Err(error) => return self.tell_error(&error),
        };
        self.tell_found(found)
    }

    fn tell_found(&mut self, mut found: Found) -> Told {
        let people = self.say_with("people", &[("count", found.people.into())]);
        let lines = self.say_with("lines", &[("count", found.total.into())]);
        self.tell(&format!("{people}, {lines}"))?;
        for expanded in &found.expanded {
            let args = [("typed", Arg::from(&expanded.typed)), ("sought", Arg::from(&expanded.sought))];
            self.tell_key("plain-find-also", &args)?;
        }
        if found.hits.is_empty() {
            return self.tell_key("search-nothing", &[]);
        }
        by_person(&mut found.hits);
        let mut before = String::new();
        for (number, hit) in (1..).zip(&found.hits) {
            let who = who(&hit.line);
            if who != before {
                let count = found.hits.iter().filter(|it| it.line.participant == hit.line.participant).count();
                let lines = self.say_with("lines", &[("count", count.into())]);
                self.tell(&listed([who.clone(), self.outcome(&hit.line), lines]))?;
                before = who;
            }
            let row = self.found_line(&hit.line);
            self.tell(&format!("{number}. {row}"))?;
        }
        if found.total > found.hits.len() {
            self.tell_key("home-more", &[("count", (found.total - found.hits.len()).into())])?;
        }
        let prompt = self.say("plain-find-choose");
        while let Some(number) = self.ask_number(&prompt, found.hits.len())? {
            self.tell_around(&found.hits[number - 1].line)?;
        }
        Ok(())
    }

    fn outcome(&self, line: &Line) -> String {
        line.outcome.map(|it| self.say(&format!("outcome-{it}"))).unwrap_or_default()
    }

    fn found_line(&self, line: &Line) -> String {
        let voice = match (line.speaker, line.voice) {
            (Speaker::Interviewer, _) => self.say("speaker-interviewer"),
            (_, Voice::Paraphrase) => String::new(),
            (_, voice) => self.say(&format!("voice-{voice}")),
        };
        let at = line.at.map(|at| at.to_string()).unwrap_or_default();
        let head = listed([line.code.clone(), at, self.say(&format!("dimension-{}", line.dimension)), voice]);
        format!("{head}: {}", line.text)
    }

    /// The lines around one; of another study only that study is told.
    fn tell_around(&mut self, line: &Line) -> Told {
        let key = Key::new(Kind::Note, line.note);
        if !self.work.research.has(key) {
            return self.tell_key("plain-other-study", &[("study", line.study_name.as_str().into())]);
        }
        let entries = self.entries(line.interview);
        let Some(at) = entries.iter().position(|it| *it == key) else { return Ok(()) };
        let last = (at + AROUND + 1).min(entries.len());
        for key in &entries[at.saturating_sub(AROUND)..last] {
            let entry = self.entry(*key);
            self.tell(&entry)?;
        }
        Ok(())
    }
}

/// The lines of one person together, the person with the best line first.
fn by_person(hits: &mut Vec<Hit>) {
    let mut grouped: Vec<Hit> = Vec::with_capacity(hits.len());
    for hit in hits.drain(..) {
        let at = grouped.iter().rposition(|it| it.line.participant == hit.line.participant);
        grouped.insert(at.map_or(grouped.len(), |at| at + 1), hit);
    }
    *hits = grouped;
}

fn who(line: &Line) -> String {
    listed([line.participant_code.clone(), line.persona.clone().unwrap_or_default(), line.role.clone()])
}

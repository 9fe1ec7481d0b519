//! The echo of a line: how many of the people who were heard before said something like it. The index and the tail
//! give the lines that may be alike, or the store where there is no index; `search::Content` decides, so the answer
//! is the same. A search that a person types always goes first.

use std::collections::BTreeSet;

use super::finder::Finder;
use super::tally::Tally;
use crate::domain::{Dimension, Document, Id};
use crate::error::Result;
use crate::search::{Content, Query, Scope};

/// At most so many lines are compared: the best by the words that they share.
const CANDIDATES: usize = 400;

/// A line that was logged, and the people with whom it is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EchoRequest {
    /// The line.
    pub note: Id,
    /// Its study.
    pub study: Id,
    /// Its dimension: an example is taken from there if it can be.
    pub dimension: Dimension,
    /// Its wording.
    pub text: String,
    /// The earlier people: each has been heard, and none is the one who speaks.
    pub people: BTreeSet<Id>,
}

/// How many earlier people said something like a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Echo {
    /// The line.
    pub note: Id,
    /// How many said something like it; 0 says that it is new.
    pub people: usize,
    /// Of how many.
    pub of: usize,
    /// The code of a line that is like it.
    pub example: Option<String>,
}

/// What became of a request.
pub(super) enum Answer {
    /// This is the echo.
    Told(Echo),
    /// The line says nothing that could be compared ("네, 맞아요"), or nobody was heard before.
    Nothing,
    /// Something else must be answered first.
    Later,
}

impl Finder {
    /// Answers one request, unless `is_urgent` says that something else must be answered first.
    pub(super) fn echo(&mut self, request: &EchoRequest, is_urgent: &mut dyn FnMut() -> bool) -> Result<Answer> {
        let content = Content::of(&request.text);
        self.ready()?;
        let people: BTreeSet<Id> = request.people.iter().copied().filter(|id| !self.is_withdrawn(*id)).collect();
        let of = people.len();
        let Some(query) = content.query().filter(|_| of > 0) else { return Ok(Answer::Nothing) };
        let studies = Some(BTreeSet::from([request.study]));
        let scope = Scope { studies, people: Some(people), ..Scope::default() };
        let tally = match self.look_up(&query, &scope, CANDIDATES)? {
            Some(tally) => tally,
            None => match self.read_people(&query, &scope, is_urgent)? {
                Some(tally) => tally,
                None => return Ok(Answer::Later),
            },
        };
        let best = self.store.documents(&tally.best(CANDIDATES).into_iter().map(|it| it.1).collect::<Vec<_>>())?;
        let alike = best.into_iter().filter(|it| it.is_evidence() && content.is_like(&Content::of(&it.text)));
        self.told(request, &alike.collect::<Vec<_>>(), of).map(Answer::Told)
    }

    /// Counts the people, and picks the example: of the same dimension if there is one, the best of those.
    fn told(&self, request: &EchoRequest, alike: &[Document], of: usize) -> Result<Echo> {
        let people: BTreeSet<Id> = alike.iter().map(|it| it.participant).collect();
        let same = alike.iter().find(|it| it.dimension == request.dimension);
        let example = same.or(alike.first()).map(|it| it.note);
        let line = self.store.lines(&example.into_iter().collect::<Vec<_>>())?.pop();
        Ok(Echo { note: request.note, people: people.len(), of, example: line.map(|line| line.code) })
    }

    /// Reads the lines of these people in place of the index, one person after the other.
    fn read_people(&self, query: &Query, scope: &Scope, is_urgent: &mut dyn FnMut() -> bool) -> Result<Option<Tally>> {
        let mut tally = Tally::default();
        for person in scope.people.iter().flatten() {
            if is_urgent() {
                return Ok(None);
            }
            let documents = self.store.documents(&self.store.notes_of(*person)?)?;
            tally.take(documents.iter(), (query, scope), &self.people);
        }
        Ok(Some(tally))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::{Moment, Record, Research, Step};
    use crate::library::{Library, Options};
    use crate::mint::Mint;

    fn sample(lines: &str) -> Research {
        Research::of(lines.lines().skip(1).map(|line| serde_json::from_str::<Record>(line).unwrap())).unwrap()
    }

    fn library(home: &tempfile::TempDir) -> Library {
        let now: Moment = "2026-11-22T12:00:00+09:00".parse().unwrap();
        let mint = Mint::fixed(now, 7, 1000);
        let options = Options {
            file: home.path().join("library.db"),
            index: home.path().join("index"),
            author: "jy".to_owned(),
            mint,
        };
        Library::open(options).unwrap()
    }

    fn requests(research: &Research) -> Vec<EchoRequest> {
        let evidence = research.notes().values().filter(|note| note.is_evidence());
        let request = |note: &crate::domain::Note| {
            let speaker = research.participant_of(note.interview)?;
            let people = research.participants().keys().copied().filter(|id| *id != speaker.id).collect();
            let (note, study, dimension, text) = (note.id, note.study, note.dimension, note.text.clone());
            Some(EchoRequest { note, study, dimension, text, people })
        };
        evidence.filter_map(request).step_by(29).collect()
    }

    #[test]
    fn the_store_the_index_and_the_tail_give_one_answer() {
        let samples = [
            include_str!("../../sample_data/ai_pc.ko.jsonl"),
            include_str!("../../sample_data/clinic_booking.en.jsonl"),
        ];
        for lines in samples {
            let home = tempfile::tempdir().unwrap();
            let mut research = sample(lines);
            let mut library = library(&home);
            library.put_research(&research).unwrap();
            let asked = requests(&research);
            let echoes = |library: &mut Library| -> Vec<Option<Echo>> {
                asked.iter().map(|request| library.echo(request).unwrap()).collect()
            };
            let scanned = echoes(&mut library);
            library.reindex(&mut |_, _| true).unwrap();
            assert_eq!(echoes(&mut library), scanned, "the index differs from the store");
            for (request, echo) in asked.iter().zip(&scanned) {
                let Some(echo) = echo else { continue };
                assert!(echo.people <= echo.of && (echo.people > 0) == echo.example.is_some(), "{}", request.text);
            }
            // One line that nobody has said, said by two: the second is in the tail alone.
            let mut people = research.participants().values().filter(|it| !it.is_withdrawn());
            let mut said = Vec::new();
            for number in [9_001, 9_002] {
                let person = people.next().unwrap();
                let interview = research.interviews_of(person.id)[0].id;
                let any = research.notes_of(interview).find(|note| note.is_evidence()).unwrap().clone();
                let text = "엘리베이터 점검 일정과 배송 날짜가 어긋났다고".to_owned();
                said.push(crate::domain::Note { id: library.mint().id(), number, text, ..any });
            }
            for note in &said {
                library.save(Step::new(note.study, "log-line", "x").put(note.clone())).unwrap();
                research.apply(note.clone().into()).unwrap();
            }
            let speaker = research.participant_of(said[1].interview).unwrap().id;
            let people = research.participants().keys().copied().filter(|id| *id != speaker).collect();
            let (note, study, dimension) = (said[1].id, said[1].study, said[1].dimension);
            let second = EchoRequest { note, study, dimension, text: said[1].text.clone(), people };
            let echo = library.echo(&second).unwrap().unwrap();
            assert_eq!((echo.people, echo.example), (1, Some(research.code_of(&said[0]))));
            let empty = EchoRequest { text: "네".to_owned(), ..second.clone() };
            assert_eq!(library.echo(&empty).unwrap(), None);
            let alone = EchoRequest { people: BTreeSet::new(), ..second };
            assert_eq!(library.echo(&alone).unwrap(), None);
        }
    }
}

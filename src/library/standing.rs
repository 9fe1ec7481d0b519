//! The honest denominator of a search: of the people who count, who was asked about what is sought, who said it of
//! their own, with whom the dimension was never touched. The terms are those of `domain::denominator`; what a search
//! speaks of is decided here.

use std::collections::BTreeSet;

use super::finder::Finder;
use super::found::Standing as Answer;
use super::known::Known;
use super::people::People;
use super::tally::Tally;
use crate::domain::denominator::{Denominator, Standing};
use crate::domain::line::Person;
use crate::domain::{Dimension, Id, Subject, Subjects, Traces};
use crate::error::Result;
use crate::search::{By, Query, Scope};
use crate::store::Store;

/// What is read of everybody for every search, by the number of the person, and of what it was laid out.
#[derive(Default)]
pub(super) struct Standings {
    of: (u64, u64),
    counts: Vec<bool>,
    traces: Vec<Traces>,
    asked_of: (u64, u64, BTreeSet<Id>),
    asked: Vec<bool>,
}

impl Standings {
    fn reach(&mut self, people: &People, known: &Known) {
        if self.of == (people.version(), known.version) {
            return;
        }
        let traces = |person: &Person| known.traces.get(&person.participant).copied().unwrap_or_default();
        self.traces = people.list().iter().map(|it| it.as_ref().map(traces).unwrap_or_default()).collect();
        let withdrawn = |it: &Option<Person>| it.as_ref().is_none_or(|it| it.withdrawn);
        let begun = self.traces.iter().zip(people.list());
        self.counts = begun.map(|(traces, person)| traces.begun && !withdrawn(person)).collect();
        self.of = (people.version(), known.version);
    }

    fn reach_asked(
        &mut self,
        store: &Store,
        questions: BTreeSet<Id>,
        (people, known): (&People, &mut Known),
    ) -> Result<()> {
        let of = (people.version(), known.asked_version, questions);
        if self.asked_of == of && self.asked.len() == people.len() {
            return Ok(());
        }
        self.asked.clear();
        self.asked.resize(people.len(), false);
        for question in &of.2 {
            let asked = known.asked(store, *question)?.iter().filter_map(|it| people.number(*it));
            asked.for_each(|at| self.asked[at] = true);
        }
        self.asked_of = of;
        Ok(())
    }
}

impl Finder {
    /// Who was asked, and who was not. None where the query has no word to ask about.
    ///
    /// A question speaks of what is sought where its text, one of its probes or the name of its theme is found by the
    /// words of the query. The dimensions are those of the query's filter, else those in which lines were found, else
    /// those of the questions.
    pub(super) fn standing(&mut self, query: &Query, scope: &Scope, tally: &Tally) -> Result<Option<Answer>> {
        if !query.has_words() {
            return Ok(None);
        }
        let spoken = self.known.shelf.found(query).into_iter().filter_map(|(at, _)| self.known.wordings.get(at));
        let (questions, about): (BTreeSet<Id>, Vec<Subject>) = spoken.map(|it| (it.question, it.subject)).unzip();
        let subjects = subjects(query, tally, about);
        let Finder { store, people, known, standings, .. } = self;
        standings.reach(people, known);
        standings.reach_asked(store, questions, (people, known))?;
        let has_place = |at: usize| {
            !scope.asks_for_places()
                || people.list()[at].as_ref().is_some_and(|it| scope.holds_speaker(it.study, it.participant))
        };
        let count = |of: &[u32], at: usize| of.get(at).copied().unwrap_or_default();
        let mut answer = Answer { people: 0, counts: Denominator::default() };
        let everybody = standings.counts.iter().zip(&standings.traces).zip(&standings.asked).enumerate();
        for (at, ((counts, traces), asked)) in everybody {
            if !counts || !has_place(at) {
                continue;
            }
            let (lines, opposed) = (count(tally.lines(), at), count(tally.apart(), at));
            answer.people += 1;
            answer.counts.add(Standing {
                raised: lines > opposed,
                contradicted: opposed > 0,
                asked: *asked,
                untouched: !traces.touch(subjects),
            });
        }
        Ok(Some(answer))
    }
}

fn subjects(query: &Query, tally: &Tally, about: Vec<Subject>) -> Subjects {
    let filtered = query.filters().iter().filter(|it| !it.negated).filter_map(|it| match &it.by {
        By::Dimension(dimensions) => Some(dimensions.iter().copied()),
        _ => None,
    });
    let of = |dimension: Dimension| Subject::ALL.iter().copied().find(|it| it.dimension() == Some(dimension));
    let filtered: Subjects = filtered.flatten().filter_map(of).collect();
    let found: Subjects = tally.by_dimension().keys().copied().filter_map(of).collect();
    let about: Subjects = about.into_iter().collect();
    [filtered, found, about]
        .into_iter()
        .find(|it| !it.is_empty())
        .unwrap_or_else(|| Subject::ALL.iter().copied().collect())
}

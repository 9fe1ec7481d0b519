//! The honest denominator of a search: of the people who count, who was asked about what is sought, who said it of
//! their own, with whom the dimension was never touched. The terms are those of `domain::denominator`; what a search
//! speaks of is decided here.

use std::collections::{BTreeMap, BTreeSet};

use super::finder::Finder;
use super::found::Standing as Answer;
use super::tally::Tally;
use crate::domain::denominator::{Denominator, Standing};
use crate::domain::{Dimension, Id, Subject, Subjects};
use crate::error::Result;
use crate::search::{By, Query, Scope};

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
        let against = self.found_against(query, scope)?;
        let spoken = self.known.wordings.iter().filter(|it| it.texts.iter().any(|text| query.matches(text).is_some()));
        let (questions, about): (BTreeSet<Id>, Vec<Subject>) = spoken.map(|it| (it.question, it.subject)).unzip();
        let subjects = subjects(query, tally, about);
        let asked = self.known.asked_one_of(&self.store, questions)?.clone();
        let mut answer = Answer { people: 0, counts: Denominator::default() };
        for person in self.people() {
            let traces = self.known.traces.get(&person.participant).copied().unwrap_or_default();
            if person.withdrawn || !traces.begun || !scope.holds_speaker(person.study, person.participant) {
                continue;
            }
            let lines = tally.lines_of(person.participant);
            let opposed = against.get(&person.participant).copied().unwrap_or_default();
            answer.people += 1;
            answer.counts.add(Standing {
                raised: lines > opposed,
                contradicted: opposed > 0,
                asked: asked.contains(&person.participant),
                untouched: !traces.touch(subjects),
            });
        }
        Ok(Some(answer))
    }

    /// How many lines of each person were found that speak against a theme.
    fn found_against(&mut self, query: &Query, scope: &Scope) -> Result<BTreeMap<Id, usize>> {
        let mut notes: BTreeSet<Id> = self.known.against.keys().copied().collect();
        if notes.is_empty() {
            return Ok(BTreeMap::new());
        }
        if let Some(only) = &scope.notes {
            notes.retain(|note| only.contains(note));
        }
        let inside = Scope { notes: Some(notes), ..scope.clone() };
        Ok(self.tally(query, &inside, 0)?.people())
    }
}

fn subjects(query: &Query, tally: &Tally, about: Vec<Subject>) -> Subjects {
    let filtered = query.filters().iter().filter(|it| !it.negated).filter_map(|it| match &it.by {
        By::Dimension(dimensions) => Some(dimensions.iter().copied()),
        _ => None,
    });
    let of = |dimension: Dimension| Subject::ALL.iter().copied().find(|it| it.dimension() == Some(dimension));
    let filtered: Subjects = filtered.flatten().filter_map(of).collect();
    let found: Subjects = tally.dimensions().filter_map(of).collect();
    let about: Subjects = about.into_iter().collect();
    [filtered, found, about]
        .into_iter()
        .find(|it| !it.is_empty())
        .unwrap_or_else(|| Subject::ALL.iter().copied().collect())
}

//! The finder joins the store and the index into one answer: the index finds what it has reached, a tail in memory
//! finds what it has not, and where there is no usable index the store is read line by line. All three use the same
//! rules, so the answer is the same.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::PathBuf;
use std::time::Instant;

use super::earlier::Earlier;
use super::found::{Count, Expanded, Facets, Found, Hit, Named, Request};
use super::known::Known;
use super::page::Page;
use super::people::People;
use super::scope::Ground;
use super::standing::Standings;
use super::tail::Tail;
use super::tally::{Tally, Whose};
use crate::domain::{Id, Outcome};
use crate::error::{ErrorKind, Result};
use crate::search::{self, Index, Lexicon, Query, Scope};
use crate::store::{Seq, Store, Vault};

/// Lines read at once when the store is read in place of the index.
const CHUNK: usize = 4_000;
/// What the finder keeps of the library file in memory, in KiB: the upper parts of its trees and the pages read last.
const KEPT: i64 = 12_000;
/// A shorter part of a name is in too many names, in characters.
const SHORTEST_NAME: usize = 2;

/// Answers searches over one library.
pub(super) struct Finder {
    pub(super) store: Store,
    folder: PathBuf,
    index: Option<Index>,
    opened: bool,
    tail: Tail,
    pub(super) people: People,
    whose: Whose,
    page: Page,
    pub(super) known: Known,
    pub(super) standings: Standings,
    vault: Vault,
    /// The position of the log that everything here is of.
    at: Seq,
}

impl Finder {
    pub(super) fn new(store: Store, folder: PathBuf) -> Finder {
        let (tail, people, known, standings, page) = Default::default();
        let vault = Vault::beside(store.path());
        // Where it cannot be set, rows are read a little more slowly.
        let _slower = store.keep(KEPT);
        let (index, whose) = (None, Whose::default());
        Finder { store, folder, index, opened: false, tail, people, whose, page, known, standings, vault, at: 0 }
    }

    /// The index has moved on: look at it again before the next answer.
    pub(super) fn reopen(&mut self) {
        self.opened = false;
    }

    /// How many notes changed since the index was written; none without a usable index.
    pub(super) fn behind(&mut self) -> Result<Option<usize>> {
        self.ready()?;
        Ok(self.index.as_ref().map(|_| self.tail.len()))
    }

    /// Answers one search.
    pub(super) fn search(&mut self, request: &Request) -> Result<Found> {
        let began = Instant::now();
        // What cannot be read is refused before anything is looked up.
        let plain = search::parse(&request.text)?;
        self.ready()?;
        self.known.reach(&self.store, self.at)?;
        let lexicon = self.lexicon(request);
        let query = if lexicon.is_empty() { plain } else { search::parse_with(&request.text, &lexicon)? };
        let (scope, renamed) = self.ground(request).scope(&query)?;
        let mut tally = self.tally(&query, &scope, request.limit)?;
        let earlier = self.find_earlier(&query, &scope, &mut tally)?;
        let mut found = self.answer(&query, &tally, (request.limit, earlier))?;
        found.standing = self.standing(&query, &scope, &tally)?;
        found.expanded.extend(renamed.into_iter().map(Expanded::former_name));
        if tally.total() == 0 && !query.is_empty() {
            found.nothing = Some(self.nothing(&query, request)?);
        }
        found.named = self.named(&query, request)?;
        found.query.clone_from(&request.text);
        found.took_ms = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
        Ok(found)
    }

    /// The team's words, where they are wanted.
    pub(super) fn lexicon(&self, request: &Request) -> Lexicon {
        let here = |study: Id| request.study.is_none_or(|only| only == study);
        let wanted = self.known.synonyms.iter().filter(|it| !request.literal && here(it.study));
        Lexicon::of(wanted.map(|it| it.words.clone()))
    }

    pub(super) fn ground(&self, request: &Request) -> Ground<'_> {
        let (store, known, people) = (&self.store, &self.known, &self.people);
        Ground { store, known, people, study: request.study, literal: request.literal }
    }

    /// The people whose name has the part that was typed; nothing but the vault knows names.
    fn named(&mut self, query: &Query, request: &Request) -> Result<Vec<Named>> {
        if query.typed().is_empty() || !query.filters().is_empty() {
            return Ok(Vec::new());
        }
        let part = query.typed().concat();
        if part.chars().count() < SHORTEST_NAME {
            return Ok(Vec::new());
        }
        let people = self.vault.with_part(&part)?;
        let named = people.into_iter().filter_map(|(study, participant)| {
            let person = self.people.get(participant).filter(|it| it.study == study && !it.withdrawn)?;
            Some(Named { study, participant, code: person.code.clone() })
        });
        Ok(named.filter(|it| request.study.is_none_or(|only| only == it.study)).collect())
    }

    /// The index, where there is a usable one.
    pub(super) fn index(&self) -> Option<&Index> {
        self.index.as_ref()
    }

    /// How many lines are searched: those of everybody who has not withdrawn.
    pub(super) fn count(&self) -> Result<u64> {
        let Some(index) = &self.index else { return self.store.count_notes() };
        let mut count = index.count();
        for (note, document) in self.tail.notes() {
            count -= u64::from(index.holds(*note)?);
            count += u64::from(document.is_some());
        }
        Ok(count)
    }

    /// What is found, counted; the store is read where there is no usable index.
    pub(super) fn tally(&mut self, query: &Query, scope: &Scope, limit: usize) -> Result<Tally> {
        if query.is_empty() {
            return Ok(Tally::default());
        }
        match self.look_up(query, scope, limit)? {
            Some(tally) => Ok(tally),
            None => scan(&self.store, (query, scope), &self.people),
        }
    }

    /// What the index and the tail find; none without a usable index. An index that turns out to be damaged is not
    /// asked again until the indexer has healed it.
    pub(super) fn look_up(&mut self, query: &Query, scope: &Scope, limit: usize) -> Result<Option<Tally>> {
        let Some(index) = &self.index else { return Ok(None) };
        let mut inside = scope.clone();
        inside.without_notes.extend(self.tail.notes().keys());
        let found = index.tally(query, &inside, limit);
        match found {
            Ok(found) => {
                let mut tally = Tally::of_index(found, &index.places(), &self.people, &mut self.whose);
                self.tail.find((query, scope), &self.people, &mut tally);
                Ok(Some(tally))
            }
            Err(error) if error.kind == ErrorKind::Damaged => {
                // The store answers from now on, and whoever follows next verifies the index.
                self.index.take().into_iter().for_each(Index::distrust);
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }

    /// Brings the index, the tail and the people up to the store's position.
    pub(super) fn ready(&mut self) -> Result<()> {
        let seq = self.store.seq()?;
        self.at = seq;
        if !self.opened {
            self.opened = true;
            let kept = self.index.take().and_then(|mut index| index.reopen().is_ok().then_some(index));
            if kept.is_none() {
                self.whose = Whose::default();
            }
            // A damaged or missing index is healed by the indexer; until then the store is read.
            let index = kept.or_else(|| Index::open(&self.folder).ok());
            self.index = index.filter(|index| index.seq() <= seq && !index.is_suspect());
        } else if let Some(index) = &mut self.index
            && index.refresh().is_err()
        {
            self.index = None;
        }
        if let Some(index) = &self.index {
            self.tail.reach(&self.store, index.seq(), seq)?;
        }
        let touched = self.people.reach(&self.store, seq)?;
        self.page.forget(&touched);
        Ok(())
    }

    /// Whether a participant has withdrawn, or is gone.
    pub(super) fn is_withdrawn(&self, participant: Id) -> bool {
        self.people.get(participant).is_none_or(|person| person.withdrawn)
    }

    fn answer(&mut self, query: &Query, tally: &Tally, (limit, mut earlier): (usize, Earlier)) -> Result<Found> {
        let best = tally.best(limit);
        let ids: Vec<Id> = best.iter().map(|it| it.1).collect();
        let scores: HashMap<Id, f32> = best.into_iter().map(|(score, note)| (note, score)).collect();
        let (mut expanded, reader) = (BTreeSet::new(), query.reader());
        let mut hits = Vec::with_capacity(ids.len());
        for line in self.page.lines(&self.store, &self.people, &ids)? {
            let earlier = earlier.remove(&line.note);
            let matched = reader.matches(earlier.as_ref().map_or(&line.text, |(_, text)| text));
            expanded.extend(matched.iter().flat_map(|it| it.expanded.iter().copied()));
            let highlights = matched.map(|it| it.highlights).unwrap_or_default();
            let score = scores.get(&line.note).copied().unwrap_or_default();
            let highlights = highlights.into_iter().map(|range| [range.start, range.end]).collect();
            let against = self.known.against.get(&line.note).cloned().unwrap_or_default();
            hits.push(Hit { line, score, highlights, against, earlier });
        }
        Ok(Found {
            total: tally.total(),
            people: tally.people(),
            who: self.found_people(tally).collect(),
            interviews: tally.interviews(self.index.as_ref().map(Index::places).as_deref()),
            behind: if self.index.is_some() { self.tail.len() } else { 0 },
            scanned: self.index.is_none(),
            facets: self.facets(tally),
            expanded: expanded.into_iter().filter_map(|at| query.expanded().get(at)).map(said).collect(),
            hits,
            ..Found::default()
        })
    }

    /// Who has a line of evidence among what was found.
    fn found_people(&self, tally: &Tally) -> impl Iterator<Item = Id> {
        let found = self.people.list().iter().zip(tally.lines()).filter(|(_, lines)| **lines > 0);
        found.filter_map(|(person, _)| person.as_ref().map(|it| it.participant))
    }

    fn facets(&self, tally: &Tally) -> Facets {
        let mut outcome: BTreeMap<Outcome, Count> = BTreeMap::new();
        let mut persona = vec![Count::default(); self.people.names().len()];
        let mut role = persona.clone();
        for (facts, lines) in self.people.facts().iter().zip(tally.lines()).filter(|(_, lines)| **lines > 0) {
            let persona = facts.persona.and_then(|at| persona.get_mut(at as usize));
            let role = facts.role.and_then(|at| role.get_mut(at as usize));
            let outcome = facts.outcome.map(|it| outcome.entry(it).or_default());
            for count in persona.into_iter().chain(outcome).chain(role) {
                count.people += 1;
                count.lines += *lines as usize;
            }
        }
        let named = |counts: Vec<Count>| {
            let counts = self.people.names().iter().cloned().zip(counts);
            counts.filter(|(_, count)| count.people > 0).collect()
        };
        Facets {
            dimension: tally.by_dimension().iter().map(|(it, lines)| (it.name().to_owned(), *lines)).collect(),
            persona: named(persona),
            outcome: outcome.into_iter().map(|(it, count)| (it.name().to_owned(), count)).collect(),
            role: named(role),
        }
    }
}

fn said(expansion: &search::Expansion) -> Expanded {
    Expanded { means: expansion.means.name(), typed: expansion.typed.clone(), sought: expansion.sought.clone() }
}

/// Reads every line of the library in place of the index.
fn scan(store: &Store, asked: (&Query, &Scope), people: &People) -> Result<Tally> {
    let mut tally = Tally::default();
    let mut after = None;
    loop {
        let documents = store.scan(after, CHUNK)?;
        let Some(last) = documents.last() else { return Ok(tally) };
        after = Some(last.note);
        tally.take(documents.iter(), asked, people);
    }
}

//! Finding the lines of one segment that a query selects: the posting lists of a clause are poured into a set of
//! bits with the best weight beside each, and the sets of the clauses are put together. Nothing is counted here.

use std::collections::HashMap;
use std::sync::Arc;

use tantivy::postings::TermInfo;
use tantivy::query::{EnableScoring, PhraseQuery, Query as _, Scorer};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, DocSet, InvertedIndexReader, Searcher, SegmentReader, TERMINATED, Term};

use super::bits::{Bits, Worths};
use super::fields::Fields;
use super::lookup::Lookup;
use super::plan::{Clause, Way};
use super::query::Query;
use super::tokenizer::Layer;

/// A list is asked for each wanted line, rather than read whole, where it is so many times longer.
const SPARSE: usize = 24;

/// Room that searches use one after the other.
#[derive(Debug, Default)]
pub struct Room {
    clause: Worths<u8>,
    sums: Worths<u16>,
    counts: Vec<u8>,
}

/// What a query selects of one segment.
pub enum Selected<'r> {
    /// Nothing.
    Nothing,
    /// What one list holds, all worth the same.
    List(InvertedList, u16),
    /// What one clause finds.
    Clause(&'r Worths<u8>),
    /// What several clauses find together.
    Clauses(&'r Worths<u16>),
}

/// A posting list that has not been read.
pub struct InvertedList(Arc<InvertedIndexReader>, TermInfo);

impl InvertedList {
    /// Tells of every document in it.
    pub fn each(&self, mut take: impl FnMut(DocId)) -> tantivy::Result<()> {
        let mut block = self.0.read_block_postings_from_terminfo(&self.1, IndexRecordOption::Basic)?;
        while !block.docs().is_empty() {
            block.docs().iter().for_each(|doc| take(*doc));
            block.advance();
        }
        Ok(())
    }

    /// Tells of every document in it that is in `wanted` as well.
    fn each_within(&self, wanted: &Bits, count: usize, mut take: impl FnMut(DocId)) -> tantivy::Result<()> {
        if count * SPARSE >= self.1.doc_freq as usize {
            return self.each(|doc| {
                if wanted.holds(doc) {
                    take(doc);
                }
            });
        }
        let mut block = self.0.read_block_postings_from_terminfo(&self.1, IndexRecordOption::Basic)?;
        wanted.each(|doc| {
            let at = block.seek(doc);
            if block.doc(at) == doc {
                take(doc);
            }
        });
        Ok(())
    }
}

/// One way in which a clause is found in a segment where it can be found at all.
struct Source {
    of: Of,
    worth: u8,
}

enum Of {
    List(InvertedList),
    Phrase(Box<dyn Scorer>),
}

impl Source {
    fn size(&self) -> usize {
        match &self.of {
            Of::List(list) => list.1.doc_freq as usize,
            Of::Phrase(scorer) => scorer.size_hint() as usize,
        }
    }

    fn pour(&mut self, into: &mut Worths<u8>, within: Option<(&Bits, usize)>) -> tantivy::Result<()> {
        let worth = self.worth;
        match (&mut self.of, within) {
            (Of::List(list), None) => list.each(|doc| into.put(doc, worth)),
            (Of::List(list), Some((wanted, count))) => list.each_within(wanted, count, |doc| into.put(doc, worth)),
            (Of::Phrase(scorer), _) => {
                let mut doc = scorer.doc();
                while doc != TERMINATED {
                    if within.is_none_or(|(wanted, _)| wanted.holds(doc)) {
                        into.put(doc, worth);
                    }
                    doc = scorer.advance();
                }
                Ok(())
            }
        }
    }
}

/// One segment that is asked.
pub struct Segment<'a> {
    searcher: &'a Searcher,
    reader: &'a SegmentReader,
    fields: &'a Fields,
    layers: [Arc<InvertedIndexReader>; Layer::ALL.len()],
    known: HashMap<Term, Option<TermInfo>>,
}

impl<'a> Segment<'a> {
    /// Opens the terms of a segment.
    pub fn open(searcher: &'a Searcher, reader: &'a SegmentReader, fields: &'a Fields) -> tantivy::Result<Segment<'a>> {
        let [text, word, edge, initial, stem] = Layer::ALL.map(|layer| reader.inverted_index(fields.layer(layer)));
        let layers = [text?, word?, edge?, initial?, stem?];
        Ok(Segment { searcher, reader, fields, layers, known: HashMap::new() })
    }

    fn info(&mut self, layer: Layer, text: &str) -> tantivy::Result<Option<TermInfo>> {
        let term = Term::from_field_text(self.fields.layer(layer), text);
        if let Some(known) = self.known.get(&term) {
            return Ok(known.clone());
        }
        let info = self.layers[layer as usize].get_term_info(&term)?;
        self.known.insert(term, info.clone());
        Ok(info)
    }

    fn list(&self, layer: Layer, info: TermInfo) -> Of {
        Of::List(InvertedList(Arc::clone(&self.layers[layer as usize]), info))
    }

    fn sources(&mut self, clause: &Clause) -> tantivy::Result<Vec<Source>> {
        let mut sources = Vec::new();
        for way in clause.ways.iter().filter(|way| !is_covered(way, clause)) {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "weights are small quarters")]
            let worth = (way.weight * 4.0) as u8;
            let mut add = |of| sources.push(Source { of, worth });
            match &way.lookup {
                Lookup::Term(layer, term) => {
                    if let Some(info) = self.info(*layer, term)? {
                        add(self.list(*layer, info));
                    }
                }
                Lookup::Prefix(layer, prefix) => self.beginning(*layer, prefix)?.into_iter().for_each(add),
                Lookup::Phrase(layer, terms) => self.phrase(*layer, terms)?.into_iter().for_each(add),
            }
        }
        Ok(sources)
    }

    fn beginning(&self, layer: Layer, prefix: &str) -> tantivy::Result<Vec<Of>> {
        // No term holds this character, so everything that begins with the prefix sorts before it.
        let after = format!("{prefix}{}", char::MAX);
        let terms = self.layers[layer as usize].terms();
        let mut stream = terms.range().ge(prefix).lt(after).into_stream()?;
        let mut found = Vec::new();
        while stream.advance() {
            found.push(self.list(layer, stream.value().clone()));
        }
        Ok(found)
    }

    fn phrase(&mut self, layer: Layer, terms: &[(usize, String)]) -> tantivy::Result<Option<Of>> {
        let mut placed = Vec::with_capacity(terms.len());
        for (place, term) in terms {
            if self.info(layer, term)?.is_none() {
                return Ok(None);
            }
            placed.push((*place, Term::from_field_text(self.fields.layer(layer), term)));
        }
        let scoring = EnableScoring::disabled_from_searcher(self.searcher);
        let scorer = PhraseQuery::new_with_offset(placed).weight(scoring)?.scorer(self.reader, 1.0)?;
        Ok(Some(Of::Phrase(scorer)))
    }

    /// What a query leaves out, put into `into`.
    pub fn exclude(&mut self, query: &Query, room: &mut Room, into: &mut Bits) -> tantivy::Result<()> {
        for clause in &query.without {
            room.clause.clear(self.reader.max_doc());
            for mut source in self.sources(clause)? {
                source.pour(&mut room.clause, None)?;
            }
            room.clause.bits.each(|doc| _ = into.put(doc));
        }
        Ok(())
    }

    /// What a query finds, what it leaves out not yet left out.
    pub fn select<'r>(&mut self, query: &Query, room: &'r mut Room) -> tantivy::Result<Selected<'r>> {
        let count = self.reader.max_doc();
        let (all, some) = if query.need == query.some.len() {
            (query.must.iter().chain(&query.some).collect::<Vec<_>>(), &[][..])
        } else {
            (query.must.iter().collect(), &query.some[..])
        };
        if all.is_empty() && some.is_empty() {
            room.clause.clear(count);
            room.clause.bits.fill(count);
            room.clause.worth.fill(0);
            return Ok(Selected::Clause(&room.clause));
        }
        let mut clauses = Vec::with_capacity(all.len());
        for clause in all {
            let sources = self.sources(clause)?;
            if sources.is_empty() {
                return Ok(Selected::Nothing);
            }
            clauses.push(sources);
        }
        clauses.sort_by_key(|sources| sources.iter().map(Source::size).sum::<usize>());
        if some.is_empty() && clauses.len() == 1 {
            return one(clauses.remove(0), count, &mut room.clause);
        }
        if !some.is_empty() {
            let some = some.iter().map(|clause| self.sources(clause)).collect::<tantivy::Result<Vec<_>>>()?;
            at_least(some, query.need, count, room)?;
        } else {
            room.begin(clauses.remove(0), count)?;
        }
        for sources in clauses {
            room.narrow(sources, count)?;
        }
        Ok(Selected::Clauses(&room.sums))
    }
}

/// Whether everything that a way finds another one finds too and is worth as much: a phrase inside which the other one
/// stands. Of the many forms of a predicate most are such.
fn is_covered(way: &Way, clause: &Clause) -> bool {
    let Lookup::Phrase(layer, terms) = &way.lookup else { return false };
    clause.ways.iter().any(|other| {
        other.weight >= way.weight
            && match &other.lookup {
                Lookup::Term(of, term) => of == layer && terms.iter().any(|(_, it)| it == term),
                Lookup::Phrase(of, parts) => of == layer && parts.len() < terms.len() && stands_in(parts, terms),
                Lookup::Prefix(..) => false,
            }
    })
}

/// Whether these terms stand among the others at the same distances.
fn stands_in(parts: &[(usize, String)], terms: &[(usize, String)]) -> bool {
    terms.windows(parts.len()).any(|window| {
        let first = window.first().map_or(0, |it| it.0);
        let before = parts.first().map_or(0, |it| it.0);
        window.iter().zip(parts).all(|(a, b)| a.1 == b.1 && a.0 - first == b.0 - before)
    })
}

fn one(mut sources: Vec<Source>, count: DocId, room: &mut Worths<u8>) -> tantivy::Result<Selected<'_>> {
    if sources.len() == 1
        && let Some(Source { of: Of::List(list), worth }) = sources.pop_if(|it| matches!(it.of, Of::List(_)))
    {
        return Ok(Selected::List(list, u16::from(worth)));
    }
    room.clear(count);
    for source in &mut sources {
        source.pour(room, None)?;
    }
    Ok(Selected::Clause(room))
}

/// Documents that at least `need` of the clauses find.
fn at_least(clauses: Vec<Vec<Source>>, need: usize, count: DocId, room: &mut Room) -> tantivy::Result<()> {
    room.sums.clear(count);
    room.counts.clear();
    room.counts.resize(count as usize, 0);
    for mut sources in clauses {
        room.clause.clear(count);
        for source in &mut sources {
            source.pour(&mut room.clause, None)?;
        }
        let Room { clause, sums, counts } = room;
        clause.bits.each(|doc| {
            let at = doc as usize;
            let before = if sums.bits.put(doc) { sums.worth[at] } else { 0 };
            sums.worth[at] = before + u16::from(clause.worth[at]);
            counts[at] += 1;
        });
    }
    let Room { clause, sums, counts } = room;
    clause.bits.clear(count);
    sums.bits.each(|doc| {
        if usize::from(counts[doc as usize]) >= need {
            clause.bits.put(doc);
        }
    });
    std::mem::swap(&mut clause.bits, &mut sums.bits);
    Ok(())
}

impl Room {
    /// Takes what the first clause finds.
    fn begin(&mut self, mut sources: Vec<Source>, count: DocId) -> tantivy::Result<()> {
        self.clause.clear(count);
        self.sums.clear(count);
        for source in &mut sources {
            source.pour(&mut self.clause, None)?;
        }
        let (clause, sums) = (&self.clause, &mut self.sums.worth);
        clause.bits.each(|doc| sums[doc as usize] = u16::from(clause.worth[doc as usize]));
        std::mem::swap(&mut self.clause.bits, &mut self.sums.bits);
        Ok(())
    }

    /// Keeps of it what another clause finds too.
    fn narrow(&mut self, mut sources: Vec<Source>, count: DocId) -> tantivy::Result<()> {
        self.clause.clear(count);
        let wanted = self.sums.bits.count();
        for source in &mut sources {
            source.pour(&mut self.clause, Some((&self.sums.bits, wanted)))?;
        }
        let (clause, sums) = (&self.clause, &mut self.sums.worth);
        clause.bits.each(|doc| sums[doc as usize] += u16::from(clause.worth[doc as usize]));
        std::mem::swap(&mut self.clause.bits, &mut self.sums.bits);
        Ok(())
    }
}

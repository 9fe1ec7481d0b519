//! Carrying out a query on one text in memory: the tail of lines that the index does not yet hold, the scan while
//! there is no index, and every highlight. Selects and scores exactly as the index does.

use std::ops::Range;

use super::lookup::Lookup;
use super::plan::Clause;
use super::query::{Match, Query};
use super::tokenizer::{Analysis, Layer, Token};
use super::wanted::Wanted;

/// What a line of `runs` words is worth beside what was found in it: less than the smallest weight, so that among
/// equal finds the shorter line comes first.
pub fn brevity(runs: u64) -> f32 {
    let runs = u16::try_from(runs).unwrap_or(u16::MAX);
    0.125 / (1.0 + f32::from(runs) / 16.0)
}

/// A text with its tokens ordered for look-up.
pub struct Text {
    analysis: Analysis,
    /// Positions in `analysis.tokens`, by layer, term and position.
    order: Vec<usize>,
}

/// Letters that were found: the first and how many.
type Span = (usize, usize);

impl Text {
    /// A text with all its tokens.
    pub fn of(text: &str) -> Text {
        Text::ordered(Analysis::of_text(text))
    }

    fn ordered(analysis: Analysis) -> Text {
        let mut order: Vec<usize> = (0..analysis.tokens.len()).collect();
        let tokens = &analysis.tokens;
        order.sort_by(|a, b| key(&tokens[*a]).cmp(&key(&tokens[*b])).then(a.cmp(b)));
        Text { analysis, order }
    }

    /// Every term, in order; the same one may come several times.
    pub fn terms(&self) -> impl Iterator<Item = (Layer, &str)> {
        self.order.iter().map(|at| (self.analysis.tokens[*at].layer, self.analysis.tokens[*at].term.as_str()))
    }

    fn tokens(&self, range: Range<usize>) -> impl Iterator<Item = &Token> {
        self.order[range].iter().map(|at| &self.analysis.tokens[*at])
    }

    /// The tokens with this term, by position.
    fn with_term(&self, layer: Layer, term: &str) -> Range<usize> {
        let token = |at: &usize| &self.analysis.tokens[*at];
        let start = self.order.partition_point(|at| (token(at).layer, token(at).term.as_str()) < (layer, term));
        let end = self.order.partition_point(|at| (token(at).layer, token(at).term.as_str()) <= (layer, term));
        start..end
    }

    fn with_prefix(&self, layer: Layer, prefix: &str) -> impl Iterator<Item = &Token> {
        let token = |at: &usize| &self.analysis.tokens[*at];
        let start = self.order.partition_point(|at| (token(at).layer, token(at).term.as_str()) < (layer, prefix));
        let all = self.tokens(start..self.order.len());
        all.take_while(move |it| it.layer == layer && it.term.starts_with(prefix))
    }

    fn find(&self, lookup: &Lookup) -> Vec<Span> {
        match lookup {
            Lookup::Term(layer, term) => {
                self.tokens(self.with_term(*layer, term)).map(|it| (it.first, it.len)).collect()
            }
            Lookup::Prefix(layer, prefix) => {
                let len = prefix.chars().count();
                self.with_prefix(*layer, prefix).map(|it| (it.first, len.min(it.len))).collect()
            }
            Lookup::Phrase(layer, terms) => self.find_phrase(*layer, terms),
        }
    }

    fn find_phrase(&self, layer: Layer, terms: &[(usize, String)]) -> Vec<Span> {
        let Some(((_, first), rest)) = terms.split_first() else { return Vec::new() };
        let rest: Vec<(usize, Range<usize>)> =
            rest.iter().map(|(distance, term)| (*distance, self.with_term(layer, term))).collect();
        let starts = self.tokens(self.with_term(layer, first));
        starts.filter_map(|start| self.phrase_from(start, &rest)).collect()
    }

    fn phrase_from(&self, start: &Token, rest: &[(usize, Range<usize>)]) -> Option<Span> {
        let mut end = start.first + start.len;
        for (distance, candidates) in rest {
            let place = start.position + distance;
            let candidates = &self.order[candidates.clone()];
            let at = candidates.binary_search_by_key(&place, |at| self.analysis.tokens[*at].position).ok()?;
            let token = &self.analysis.tokens[candidates[at]];
            end = end.max(token.first + token.len);
        }
        Some((start.first, end - start.first))
    }
}

fn key(token: &Token) -> (Layer, &str, usize) {
    (token.layer, &token.term, token.position)
}

/// How a clause was found in a text.
struct Found {
    weight: f32,
    expansion: Option<usize>,
}

fn find_clause(text: &Text, clause: &Clause, spans: &mut Vec<Span>) -> Option<Found> {
    let mut best: Option<Found> = None;
    for way in &clause.ways {
        let found = text.find(&way.lookup);
        if found.is_empty() {
            continue;
        }
        spans.extend(found);
        if best.as_ref().is_none_or(|best| way.weight > best.weight) {
            best = Some(Found { weight: way.weight, expansion: way.expansion });
        }
    }
    best
}

impl Query {
    /// Whether a text has what the words of the query ask, with the score that the index gives it. Filters are not
    /// asked: see [`Query::admits`]. An empty query finds nothing; one of filters only finds every text.
    pub fn matches(&self, text: &str) -> Option<Match> {
        self.reader().matches(text)
    }

    /// Reads one text after the other.
    pub fn reader(&self) -> Reader<'_> {
        Reader { query: self, wanted: Wanted::of(self) }
    }

    /// The same for a text that was taken apart before.
    pub(super) fn matches_in(&self, text: &Text) -> Option<Match> {
        let mut spans = Vec::new();
        if self.without.iter().any(|clause| find_clause(text, clause, &mut Vec::new()).is_some()) {
            return None;
        }
        let mut found = Vec::new();
        for clause in &self.must {
            found.push(find_clause(text, clause, &mut spans)?);
        }
        let some = self.some.iter().filter_map(|clause| find_clause(text, clause, &mut spans));
        let before = found.len();
        found.extend(some);
        if found.len() - before < self.need {
            return None;
        }
        let score = found.iter().map(|it| it.weight).sum::<f32>() + brevity(text.analysis.runs.len() as u64);
        let mut expanded: Vec<usize> = found.iter().filter_map(|it| it.expansion).collect();
        expanded.sort_unstable();
        expanded.dedup();
        Some(Match { score, highlights: highlights(&text.analysis, spans), expanded })
    }
}

/// A query that is held against several texts.
pub struct Reader<'q> {
    query: &'q Query,
    wanted: Wanted,
}

impl Reader<'_> {
    /// See [`Query::matches`].
    pub fn matches(&self, text: &str) -> Option<Match> {
        if self.query.is_empty() {
            return None;
        }
        self.query.matches_in(&Text::ordered(Analysis::of_wanted(text, &self.wanted)))
    }
}

/// The bytes of these letters, in order; what overlaps or touches is one.
fn highlights(analysis: &Analysis, mut spans: Vec<Span>) -> Vec<Range<usize>> {
    spans.sort_unstable();
    let mut out: Vec<Range<usize>> = Vec::new();
    for (first, len) in spans {
        let bytes = analysis.bytes(first, len);
        match out.last_mut() {
            Some(last) if bytes.start <= last.end => last.end = last.end.max(bytes.end),
            _ if bytes.is_empty() => {}
            _ => out.push(bytes),
        }
    }
    out
}

//! A query as tantivy carries it out: the same ways as in `matcher`, each worth its own weight and nothing else.
//! Scores are ours, so that the index and a text in memory agree; nothing is ranked by tantivy itself.

use std::ops::Bound;

use tantivy::Term;
use tantivy::query::{
    AllQuery, BooleanQuery, ConstScoreQuery, DisjunctionMaxQuery, InvertedIndexRangeQuery, Occur, PhraseQuery,
    Query as Selection, TermQuery,
};
use tantivy::schema::IndexRecordOption;

use super::fields::Fields;
use super::lookup::Lookup;
use super::plan::Clause;
use super::query::Query;

/// The selection of what a query finds, what it leaves out not yet left out; its scores are sums of weights.
pub fn selection(query: &Query, fields: &Fields) -> Box<dyn Selection> {
    let mut parts: Vec<(Occur, Box<dyn Selection>)> = Vec::new();
    for clause in &query.must {
        parts.push((Occur::Must, of_clause(clause, fields)));
    }
    if !query.some.is_empty() {
        let some = query.some.iter().map(|clause| (Occur::Should, of_clause(clause, fields))).collect();
        let some = BooleanQuery::with_minimum_required_clauses(some, query.need);
        parts.push((Occur::Must, Box::new(some)));
    }
    if parts.is_empty() {
        parts.push((Occur::Must, Box::new(ConstScoreQuery::new(Box::new(AllQuery), 0.0))));
    }
    Box::new(BooleanQuery::new(parts))
}

/// The selection of what a query leaves out, if it leaves anything out. It is carried out apart, because tantivy
/// 0.27 asks an excluded phrase for lines that it has passed (`Exclude` over `PhraseScorer::seek_danger`).
pub fn exclusion(query: &Query, fields: &Fields) -> Option<Box<dyn Selection>> {
    let clauses: Vec<_> = query.without.iter().map(|clause| of_clause(clause, fields)).collect();
    (!clauses.is_empty()).then(|| Box::new(BooleanQuery::union(clauses)) as Box<dyn Selection>)
}

/// Any way of a clause, worth the best.
fn of_clause(clause: &Clause, fields: &Fields) -> Box<dyn Selection> {
    let ways = clause.ways.iter().map(|way| {
        let lookup = of_lookup(&way.lookup, fields);
        Box::new(ConstScoreQuery::new(lookup, way.weight)) as Box<dyn Selection>
    });
    Box::new(DisjunctionMaxQuery::new(ways.collect()))
}

fn of_lookup(lookup: &Lookup, fields: &Fields) -> Box<dyn Selection> {
    match lookup {
        Lookup::Term(layer, term) => {
            let term = Term::from_field_text(fields.layer(*layer), term);
            Box::new(TermQuery::new(term, IndexRecordOption::Basic))
        }
        Lookup::Prefix(layer, prefix) => {
            // No term holds this character, so everything that begins with the prefix sorts before it.
            let field = fields.layer(*layer);
            let after = Term::from_field_text(field, &format!("{prefix}{}", char::MAX));
            let from = Term::from_field_text(field, prefix);
            Box::new(InvertedIndexRangeQuery::new(Bound::Included(from), Bound::Excluded(after)))
        }
        Lookup::Phrase(layer, terms) => {
            let field = fields.layer(*layer);
            let terms = terms.iter().map(|(place, term)| (*place, Term::from_field_text(field, term))).collect();
            Box::new(PhraseQuery::new_with_offset(terms))
        }
    }
}

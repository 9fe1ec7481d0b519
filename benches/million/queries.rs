//! The queries: picked by how many lines have their words, from the lines themselves.

use std::collections::BTreeMap;

use rusqlite::Connection;

use crate::corpus::Dice;
use crate::peers::Raw;

/// One query in the form that each engine needs.
#[derive(Clone, Debug, Default)]
pub struct Case {
    /// As it is typed into whybuy.
    pub typed: String,
    /// Its words, in lower case.
    pub words: Vec<String>,
    /// The persona that is asked for, by its number in the peers' table.
    pub persona: u64,
}

/// The cases of one row of the table.
pub struct Row {
    pub name: String,
    pub kind: Kind,
    pub cases: Vec<Case>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Term,
    Both,
    Phrase,
    Persona,
    Facets,
    /// The last word is a beginning.
    Typing,
    Noun,
    /// A word with its middle letter changed, so that no line has it.
    Misspelt,
}

const CASES: usize = 40;

fn is_english(word: &str) -> bool {
    word.len() >= 3 && word.bytes().all(|b| b.is_ascii_lowercase())
}

fn is_korean(word: &str) -> bool {
    word.chars().count() >= 2 && word.chars().all(|c| ('가'..='힣').contains(&c))
}

/// Some of them, spread evenly.
fn spread<T: Clone>(all: &[T], count: usize) -> Vec<T> {
    let step = (all.len() as f64 / count as f64).max(1.0);
    (0..count.min(all.len())).map(|at| all[(at as f64 * step) as usize].clone()).collect()
}

/// Words of four characters and more with the one in the middle changed, as far as no line has them then.
fn misspelt(words: &[String], raw: &Raw) -> Vec<Case> {
    let changed = words.iter().filter(|word| word.chars().count() >= 4).map(|word| {
        let middle = word.chars().count() / 2;
        let other = |c: char| if c.is_ascii() { 'q' } else { '뷁' };
        word.chars().enumerate().map(|(at, c)| if at == middle { other(c) } else { c }).collect::<String>()
    });
    changed.filter(|word| raw.count(word) == 0).map(|word| one(&word)).collect()
}

/// Every row of the table.
pub fn rows(raw: &Raw, db: &Connection, personas: &[String]) -> Vec<Row> {
    let mut rows = Vec::new();
    for (language, is_ours) in [("en", is_english as fn(&str) -> bool), ("ko", is_korean)] {
        let mut terms = raw.terms(is_ours);
        terms.sort_by(|a, b| a.0.cmp(&b.0));
        let docs = raw.docs() as f64;
        let band = |low: f64, high: f64| -> Vec<String> {
            let inside = |count: u64| (low..high).contains(&(count as f64 * 100.0 / docs));
            spread(&terms.iter().filter(|it| inside(it.1)).map(|it| it.0.clone()).collect::<Vec<_>>(), CASES)
        };
        let frequent = band(1.0, 15.0);
        let whole = |words: &[String]| words.iter().map(|it| one(it)).collect::<Vec<_>>();
        let mut add = |name: &str, kind, cases| rows.push(Row { name: format!("{language} {name}"), kind, cases });
        add("frequent term (1–15 %)", Kind::Term, whole(&frequent));
        add("mid term (0.1–1 %)", Kind::Term, whole(&band(0.1, 1.0)));
        add("rare term (< 0.1 %)", Kind::Term, whole(&band(0.003, 0.1)));
        add("misspelt word", Kind::Misspelt, misspelt(&band(0.1, 1.0), raw));
        let pairs = pairs(db, raw, is_ours);
        add("AND of 2", Kind::Both, pairs.iter().map(|it| several(it, false)).collect());
        add("phrase of 2", Kind::Phrase, pairs.iter().map(|it| several(it, true)).collect());
        let of_persona = |(at, word): (usize, &String)| {
            let persona = at % personas.len();
            let typed = format!("persona:\"{}\" {word} ", personas[persona]);
            Case { typed, words: vec![word.clone()], persona: persona as u64 + 1 }
        };
        add("persona filter + term", Kind::Persona, frequent.iter().enumerate().map(of_persona).collect());
        add("facet counts", Kind::Facets, whole(&frequent));
        for len in 1..=4 {
            let cases = beginnings(&terms, len, docs);
            let name = if len == 4 {
                "typing, 4+ characters".to_owned()
            } else {
                format!("typing, {len} character{}", if len == 1 { "" } else { "s" })
            };
            add(&name, Kind::Typing, cases);
        }
        add("typing, 2 words", Kind::Typing, pairs.iter().map(typing).collect());
    }
    let nouns = nouns(raw);
    rows.push(Row { name: "ko noun".to_owned(), kind: Kind::Noun, cases: nouns.iter().map(|it| one(it)).collect() });
    // A particle alone is refused, and nothing is measured of it.
    rows.iter_mut().for_each(|row| row.cases.retain(|case| whybuy::search::parse(&case.typed).is_ok()));
    rows
}

/// A whole word: a blank behind it says that it is complete.
fn one(word: &str) -> Case {
    Case { typed: format!("{word} "), words: vec![word.to_owned()], persona: 0 }
}

fn several(words: &[String; 2], is_phrase: bool) -> Case {
    let typed = words.join(" ");
    Case { typed: if is_phrase { format!("\"{typed}\"") } else { typed + " " }, words: words.to_vec(), persona: 0 }
}

/// The first word whole, of the second a beginning.
fn typing(words: &[String; 2]) -> Case {
    let chars: Vec<char> = words[1].chars().collect();
    let begun: String = chars[..(chars.len() * 2).div_ceil(3)].iter().collect();
    Case { typed: format!("{} {begun}", words[0]), words: vec![words[0].clone(), begun], persona: 0 }
}

/// Beginnings of so many characters of words that are neither everywhere nor nowhere. One Korean syllable is a whole
/// word to whybuy; it is asked all the same.
fn beginnings(terms: &[(String, u64)], len: usize, docs: f64) -> Vec<Case> {
    let mut counts: BTreeMap<String, u64> = BTreeMap::new();
    for (word, count) in terms.iter().filter(|it| it.1 as f64 > docs * 0.0002) {
        let chars: Vec<char> = word.chars().collect();
        let len = if len == 4 { chars.len().div_ceil(2).max(4) } else { len };
        if chars.len() > len {
            *counts.entry(chars[..len].iter().collect()).or_default() += count;
        }
    }
    let all: Vec<String> = counts.into_keys().collect();
    spread(&all, CASES).into_iter().map(|it| Case { typed: it.clone(), words: vec![it], persona: 0 }).collect()
}

/// Words that stand next to each other in a line.
fn pairs(db: &Connection, raw: &Raw, is_ours: fn(&str) -> bool) -> Vec<[String; 2]> {
    let mut dice = Dice::new(11);
    let mut found: Vec<[String; 2]> = Vec::new();
    let docs = raw.docs();
    while found.len() < CASES {
        let id = dice.below(docs as usize) as i64 + 1;
        let text: String = db.query_row("SELECT text FROM note WHERE id = ?1", [id], |row| row.get(0)).unwrap();
        let words: Vec<&str> = text.split(' ').collect();
        let pair = words
            .windows(2)
            .find(|pair| pair.iter().all(|it| is_ours(it) && (docs / 20_000..docs / 5).contains(&raw.count(it))));
        found.extend(pair.map(|pair| [pair[0].to_owned(), pair[1].to_owned()]).filter(|it| !found.contains(it)));
    }
    found
}

/// Sixty words that stand with particles often, which is what nouns do.
fn nouns(raw: &Raw) -> Vec<String> {
    let terms: BTreeMap<String, u64> = raw.terms(is_korean).into_iter().collect();
    let least = raw.docs() / 20_000;
    let bears = |word: &str, particles: [&str; 2]| {
        particles.iter().any(|it| terms.get(&format!("{word}{it}")).is_some_and(|count| *count > least))
    };
    let is_noun = |word: &str| bears(word, ["을", "를"]) && bears(word, ["은", "는"]) && bears(word, ["이", "가"]);
    let all: Vec<String> = terms.keys().filter(|it| is_noun(it)).cloned().collect();
    spread(&all, 60)
}

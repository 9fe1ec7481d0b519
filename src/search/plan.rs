//! What a typed word finds: a clause of several ways, each a look-up in one layer with the weight that a find by it
//! is worth. The index and the matcher carry out the same ways, which is why they agree. Weights are multiples of
//! 1/4, so that their sums are exact in any order.

use super::english;
use super::hangul;
use super::inflect::{self, Form};
use super::layout;
use super::lexicon::Lexicon;
use super::lookup::{
    Lookup, head, inside, latin_head, prefix, sequence, sequences_with_a_blank, stem_term, tail, term, text,
    with_other_blanks,
};
use super::predicate;
use super::query::{Expansion, Means};
use super::tokenizer::{Analysis, Layer, Run, Script, Stems};

/// One way in which a clause can be found.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    /// What is looked up.
    pub lookup: Lookup,
    /// What a find is worth.
    pub weight: f32,
    /// Which expansion of the query it is, if it is one.
    pub expansion: Option<usize>,
}

/// One word or phrase of a query: found where any of its ways is, and worth the best of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Clause {
    /// The ways, the plainest first.
    pub ways: Vec<Way>,
}

/// The word itself, with or without its particle.
pub(super) const EXACT: f32 = 4.0;
/// The head of a word, a stem, or the word with other blanks.
pub(super) const NEAR: f32 = 2.0;
/// The typed word without its particle.
const BARE: f32 = 1.5;
/// Inside a word; initials.
const INSIDE: f32 = 1.0;
/// Another form of a predicate at the head of a word, and inside one.
const FORM: f32 = 1.5;
const FORM_INSIDE: f32 = 0.75;
/// Heads of forms from so many syllables on are long enough to be looked for inside words too.
const LONGER: usize = 3;
/// The forms of a dictionary form of so many syllables stand inside other predicates.
const SHORT_LEMMA: usize = 2;
/// A longer word, in syllables, is sought as it stands alone: each pair of syllables of it costs a look-up.
const LONGEST_IN_PARTS: usize = 24;
/// More words of a query than this are not read in their other forms.
const MOST_EXPANSIONS: usize = 12;
/// So many forms are shown of a predicate that was typed in its dictionary form.
const SHOWN_FORMS: usize = 4;
/// The other keyboard.
const RESCUED: f32 = 0.5;
/// What is left of a weight when the find is a synonym's: half of it, in whole quarters.
fn of_synonym(weight: f32) -> f32 {
    (weight * 2.0).floor() / 4.0
}

/// How a word stands in the query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// A word that is complete.
    Whole,
    /// The word that is being typed: its head is enough.
    Typing,
    /// A word to leave out: taken as it is, never expanded.
    Excluded,
}

/// What became of a word.
#[derive(Clone, Debug, PartialEq)]
pub enum Planned {
    /// It can be looked for.
    Clause(Clause),
    /// It has no letter.
    Nothing,
    /// It is a particle alone, which is in every line and says nothing.
    Particle,
}

impl Planned {
    /// What finds either.
    pub fn or(self, other: Planned) -> Planned {
        match (self, other) {
            (Planned::Clause(mut clause), Planned::Clause(other)) => {
                clause.ways.extend(other.ways);
                Planned::Clause(clause)
            }
            (clause @ Planned::Clause(_), _) | (Planned::Nothing, clause) => clause,
            (_, clause @ Planned::Clause(_)) => clause,
            (particle, _) => particle,
        }
    }
}

/// The clause of one word that stands without quotation marks, with what means the same to the team.
pub fn word(typed: &str, manner: Manner, lexicon: &Lexicon, expansions: &mut Vec<Expansion>) -> Planned {
    let mut planned = plain_word(typed, manner, expansions);
    if let Planned::Clause(clause) = &mut planned
        && manner != Manner::Excluded
    {
        add_synonyms(typed, lexicon, clause, expansions);
    }
    planned
}

fn add_synonyms(typed: &str, lexicon: &Lexicon, clause: &mut Clause, expansions: &mut Vec<Expansion>) {
    for sought in lexicon.same_as(typed) {
        let planned = match sought.contains(char::is_whitespace) {
            true => phrase(sought),
            false => plain_word(sought, Manner::Whole, &mut Vec::new()),
        };
        let Planned::Clause(same) = planned else { continue };
        let expansion = expand(expansions, Means::Synonym, typed, sought);
        for way in same.ways {
            clause.add_expansion(way.lookup, of_synonym(way.weight), expansion);
        }
    }
}

fn plain_word(typed: &str, manner: Manner, expansions: &mut Vec<Expansion>) -> Planned {
    if typed.contains('*') {
        return starred(typed);
    }
    let analysis = Analysis::of_query(typed);
    let runs = without_particle(&analysis);
    let clause = match *runs {
        [] => return Planned::Nothing,
        [run] => {
            let chars = analysis.chars(run);
            let one = chars.len() == 1;
            match run.script {
                Script::Hangul if one && hangul::is_particle(&chars) => return Planned::Particle,
                Script::Hangul if one => one_syllable(&chars),
                Script::Hangul if hangul::is_particle(&chars) => return Planned::Particle,
                Script::Hangul => hangul_word(&chars, manner, expansions),
                Script::Ideograph if one => Clause::of(prefix(Layer::Text, &chars), EXACT),
                Script::Ideograph => Clause::of(sequence(&analysis, runs), EXACT),
                Script::Jamo => jamo_word(typed, &chars, manner, expansions),
                Script::Latin => latin_word(typed, &chars, manner, expansions),
            }
        }
        _ => mixed_word(&analysis, runs, typed, manner, expansions),
    };
    Planned::Clause(clause)
}

/// The clause of a text in quotation marks: its words next to each other and in this order.
pub fn phrase(quoted: &str) -> Planned {
    let analysis = Analysis::of_query(quoted);
    match *analysis.runs {
        [] => Planned::Nothing,
        [run] if run.script == Script::Hangul && analysis.chars(run).len() == 1 => {
            Planned::Clause(one_syllable(&analysis.chars(run)))
        }
        [run] if run.script == Script::Ideograph && analysis.chars(run).len() == 1 => {
            Planned::Clause(Clause::of(prefix(Layer::Text, &analysis.chars(run)), EXACT))
        }
        _ => Planned::Clause(Clause::of(sequence(&analysis, &analysis.runs), EXACT)),
    }
}

impl Clause {
    /// One way.
    pub(super) fn of(lookup: Lookup, weight: f32) -> Clause {
        let mut clause = Clause::default();
        clause.add(lookup, weight);
        clause
    }

    /// One way more.
    pub(super) fn add(&mut self, lookup: Lookup, weight: f32) {
        self.ways.push(Way { lookup, weight, expansion: None });
    }

    fn add_expansion(&mut self, lookup: Lookup, weight: f32, expansion: usize) {
        self.ways.push(Way { lookup, weight, expansion: Some(expansion) });
    }
}

/// `SaaS로` is `SaaS`: what follows a Latin word or a number and is a particle says nothing.
fn without_particle(analysis: &Analysis) -> &[Run] {
    match analysis.runs.as_slice() {
        [before @ .., word, last]
            if word.script == Script::Latin
                && last.script == Script::Hangul
                && word.touches(*last)
                && hangul::follows_latin(&analysis.chars(*last)) =>
        {
            &analysis.runs[..before.len() + 1]
        }
        all => all,
    }
}

/// One syllable is found only as a word of its own, with or without a particle.
pub(super) fn one_syllable(chars: &[char]) -> Clause {
    let mut clause = Clause::of(term(Layer::Word, chars), EXACT);
    clause.add(stem_term(chars), EXACT);
    clause
}

fn hangul_word(chars: &[char], manner: Manner, expansions: &mut Vec<Expansion>) -> Clause {
    let mut clause = one_syllable(chars);
    if chars.len() > LONGEST_IN_PARTS {
        return clause;
    }
    clause.add(head(chars), NEAR);
    for lookup in with_other_blanks(chars) {
        clause.add(lookup, NEAR);
    }
    if let Some(rest) = hangul::typed_stem_of(chars).filter(|_| manner != Manner::Excluded) {
        clause.add(term(Layer::Word, &chars[..rest]), BARE);
        clause.add(stem_term(&chars[..rest]), BARE);
    }
    clause.add(inside(chars), INSIDE);
    if manner != Manner::Excluded {
        add_forms(chars, &mut clause, expansions);
    }
    clause
}

/// The other forms of a predicate, in whatever form it was typed.
fn add_forms(chars: &[char], clause: &mut Clause, expansions: &mut Vec<Expansion>) {
    let mut lemmas = predicate::lemmas(chars);
    let own = inflect::forms(chars);
    if !own.is_empty() {
        lemmas = vec![text(chars)];
    }
    lemmas.truncate(MOST_EXPANSIONS.saturating_sub(expansions.len()));
    for lemma in lemmas {
        let forms = inflect::forms(&lemma.chars().collect::<Vec<_>>());
        // 비교했 stands in 가격비교했어요; 들어서 stands in 만들어서 too.
        let is_long = lemma.chars().count() > SHORT_LEMMA;
        let said = if own.is_empty() { lemma } else { said_of(&forms) };
        let expansion = expand(expansions, Means::Forms, &text(chars), &said);
        for form in forms {
            let syllables: Vec<char> = form.text.chars().collect();
            if form.is_whole {
                clause.add_expansion(term(Layer::Word, &syllables), FORM, expansion);
            } else {
                clause.add_expansion(head(&syllables), FORM, expansion);
            }
            if is_long && syllables.len() >= LONGER {
                clause.add_expansion(inside(&syllables), FORM_INSIDE, expansion);
            }
        }
    }
}

/// A few of the forms, to show what is meant.
fn said_of(forms: &[Form]) -> String {
    let shown = forms.iter().filter(|it| !it.is_whole).map(|it| it.text.as_str());
    shown.take(SHOWN_FORMS).collect::<Vec<_>>().join(", ")
}

fn latin_word(typed: &str, chars: &[char], manner: Manner, expansions: &mut Vec<Expansion>) -> Clause {
    let word = text(chars);
    let mut clause = Clause::of(Lookup::Term(Layer::Text, word.clone()), EXACT);
    if manner == Manner::Excluded {
        return clause;
    }
    let stem = Stems::english().of(&word);
    if let Some(stem) = &stem {
        clause.add(Lookup::Term(Layer::Text, stem.clone()), NEAR);
    }
    clause.add(Lookup::Term(Layer::Stem, stem.unwrap_or_else(|| word.clone())), NEAR);
    if manner == Manner::Typing && !chars.iter().all(char::is_ascii_digit) {
        clause.add(latin_head(chars), NEAR);
    }
    let others = english::other_forms(&word);
    if !others.is_empty() {
        let expansion = expand(expansions, Means::Forms, typed, &others.join(", "));
        for other in others {
            clause.add_expansion(Lookup::Term(Layer::Text, other), FORM, expansion);
        }
    }
    if let Some(hangul) = rescued_hangul(typed, &word) {
        let expansion = expand(expansions, Means::AsHangul, typed, &hangul);
        clause.add_expansion(inside(&hangul.chars().collect::<Vec<_>>()), RESCUED, expansion);
    }
    clause
}

/// What Latin letters would be in Hangul mode: two syllables or more, and no English word.
fn rescued_hangul(typed: &str, word: &str) -> Option<String> {
    let hangul = layout::as_hangul(typed).or_else(|| layout::as_hangul(word))?;
    (hangul.chars().count() >= 2 && !layout::looks_english(word)).then_some(hangul)
}

fn jamo_word(typed: &str, chars: &[char], manner: Manner, expansions: &mut Vec<Expansion>) -> Clause {
    let mut clause = Clause::of(prefix(Layer::Text, chars), EXACT);
    if manner == Manner::Excluded {
        return clause;
    }
    let are_initials = chars.iter().all(|c| hangul::is_consonant(*c));
    if are_initials {
        let initials: Vec<char> = chars.iter().flat_map(|c| single_consonants(*c)).collect();
        let expansion = expand(expansions, Means::Initials, typed, &text(&initials));
        clause.add_expansion(prefix(Layer::Initial, &initials), INSIDE, expansion);
    }
    let latin = layout::as_latin(typed).filter(|it| it.len() >= 2 && (!are_initials || layout::looks_english(it)));
    if let Some(latin) = latin {
        add_rescued_latin(&latin, typed, manner, &mut clause, expansions);
    }
    clause
}

fn single_consonants(c: char) -> Vec<char> {
    hangul::halves(c).map_or_else(|| vec![c], |(first, second)| vec![first, second])
}

fn add_rescued_latin(latin: &str, typed: &str, manner: Manner, clause: &mut Clause, expansions: &mut Vec<Expansion>) {
    let expansion = expand(expansions, Means::AsLatin, typed, latin);
    let chars: Vec<char> = latin.chars().collect();
    clause.add_expansion(term(Layer::Text, &chars), RESCUED, expansion);
    if manner == Manner::Typing {
        clause.add_expansion(latin_head(&chars), RESCUED, expansion);
    }
}

/// A word of several scripts, such as `3년` or `AI도입`: its runs next to each other, with or without blanks.
fn mixed_word(
    analysis: &Analysis,
    runs: &[Run],
    typed: &str,
    manner: Manner,
    expansions: &mut Vec<Expansion>,
) -> Clause {
    let mut clause = Clause::of(sequence(analysis, runs), EXACT);
    for lookup in sequences_with_a_blank(analysis, runs) {
        clause.add(lookup, NEAR);
    }
    let is_broken_hangul = runs.iter().any(|run| run.script == Script::Jamo);
    let latin = layout::as_latin(typed).filter(|it| is_broken_hangul && it.len() >= 2);
    if let Some(latin) = latin.filter(|_| manner != Manner::Excluded) {
        add_rescued_latin(&latin, typed, manner, &mut clause, expansions);
    }
    clause
}

/// `*물*` anywhere, `물*` at the head of a word, `*물` at its end.
fn starred(typed: &str) -> Planned {
    let core = typed.replace('*', " ");
    let (open_start, open_end) = (typed.starts_with('*'), typed.ends_with('*'));
    let analysis = Analysis::of_query(core.trim());
    let [run] = *analysis.runs else { return phrase(core.trim()) };
    let chars = analysis.chars(run);
    let lookup = match (run.script, open_start, open_end) {
        (Script::Hangul | Script::Ideograph, true, true) if chars.len() == 1 => prefix(Layer::Text, &chars),
        (Script::Hangul | Script::Ideograph, true, true) => inside(&chars),
        (Script::Hangul | Script::Ideograph, false, _) => head(&chars),
        (Script::Hangul | Script::Ideograph, true, false) => tail(&chars),
        (Script::Jamo, ..) => prefix(Layer::Text, &chars),
        (Script::Latin, _, true) => latin_head(&chars),
        (Script::Latin, ..) => term(Layer::Text, &chars),
    };
    Planned::Clause(Clause::of(lookup, EXACT))
}

fn expand(expansions: &mut Vec<Expansion>, means: Means, typed: &str, sought: &str) -> usize {
    let expansion = Expansion { means, typed: typed.to_owned(), sought: sought.to_owned() };
    expansions.iter().position(|it| *it == expansion).unwrap_or_else(|| {
        expansions.push(expansion);
        expansions.len() - 1
    })
}

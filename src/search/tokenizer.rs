//! The analyzer: a text becomes letters (NFC, lower case, half width, each with its bytes in the original), letters
//! become runs of one script, and runs become tokens in five layers. Used alike for what is stored and what is
//! sought. It knows no field of the index and no query.

use std::ops::Range;

use tantivy::tokenizer::{Language, RawTokenizer, Stemmer, TextAnalyzer};
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use super::wanted::Wanted;
use super::{english, hangul};

/// A longer run of letters is taken as several, so that no term grows without bound.
const LONGEST_RUN: usize = 128;
/// The longest head of a word in the layer [`Layer::Edge`], in letters.
pub const LONGEST_EDGE: usize = 4;
/// Marks the first syllable of a run in [`Layer::Text`].
pub const START: char = '^';
/// Marks the last syllable of a run in [`Layer::Text`].
pub const END: char = '$';
/// Marks a word without its particle or ending in [`Layer::Word`].
pub const STEM: char = '~';

/// What a token is about. Each layer is a field of the index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
    /// Latin words and numbers whole; syllables in pairs, the run's ends marked: `^가 가격 격$`. With positions:
    /// a Latin word takes one, a run of n syllables n + 1.
    Text,
    /// Hangul words whole, and without their particle as `~가격`. With positions: one for each word, one more
    /// where punctuation stands between.
    Word,
    /// Heads of words, of one to four letters.
    Edge,
    /// The initials of a Hangul word: `ㄱㄱ`.
    Initial,
    /// English stems, where the word is not its own.
    Stem,
}

impl Layer {
    /// Every layer.
    pub const ALL: [Layer; 5] = [Layer::Text, Layer::Word, Layer::Edge, Layer::Initial, Layer::Stem];

    /// Whether its tokens have positions, and so can stand in a phrase.
    pub fn has_positions(self) -> bool {
        matches!(self, Layer::Text | Layer::Word)
    }
}

/// One letter with the bytes of the original text from which it came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Letter {
    /// In NFC, lower case and half width.
    pub c: char,
    start: usize,
    end: usize,
}

/// The kinds of writing that are treated differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// Whole syllables.
    Hangul,
    /// Han and Kana: no blanks between words.
    Ideograph,
    /// Single jamo.
    Jamo,
    /// Letters and digits of all other scripts.
    Latin,
}

impl Script {
    fn of(c: char) -> Option<Script> {
        match c {
            c if hangul::is_syllable(c) => Some(Script::Hangul),
            c if hangul::is_jamo(c) => Some(Script::Jamo),
            '\u{3041}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}' | '\u{FF66}'..='\u{FF9F}' => {
                c.is_alphanumeric().then_some(Script::Ideograph)
            }
            '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}' => {
                Some(Script::Ideograph)
            }
            c if c.is_alphanumeric() => Some(Script::Latin),
            _ => None,
        }
    }

    /// Whether it is cut into pairs.
    pub fn is_paired(self) -> bool {
        matches!(self, Script::Hangul | Script::Ideograph)
    }
}

/// Letters of one script that stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// Of which.
    pub script: Script,
    first: usize,
    len: usize,
    /// Whether punctuation stands before it.
    is_after_punctuation: bool,
}

impl Run {
    /// How many letters it has.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Its first letters as a run, and the others.
    pub fn cut(self, at: usize) -> (Run, Run) {
        let tail = Run { first: self.first + at, len: self.len - at, is_after_punctuation: false, ..self };
        (Run { len: at, ..self }, tail)
    }

    /// Whether the other one follows with nothing between.
    pub fn touches(self, next: Run) -> bool {
        self.first + self.len == next.first
    }
}

/// One token. `first` and `len` count letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is about.
    pub layer: Layer,
    /// What is looked up.
    pub term: String,
    /// Where it stands, in layers with positions; otherwise 0.
    pub position: usize,
    /// Its first letter.
    pub first: usize,
    /// How many letters it covers.
    pub len: usize,
}

/// A text taken apart.
#[derive(Clone, Debug, Default)]
pub struct Analysis {
    /// Its letters.
    letters: Vec<Letter>,
    /// Its runs.
    pub runs: Vec<Run>,
    /// Its tokens, in the order of the text.
    pub tokens: Vec<Token>,
}

impl Analysis {
    /// The letters and runs of a text, without tokens: enough for a query.
    pub fn of_query(text: &str) -> Analysis {
        let letters = letters_of(text);
        Analysis { runs: runs_of(&letters), letters, tokens: Vec::new() }
    }

    /// A text with all its tokens.
    pub fn of_text(text: &str) -> Analysis {
        Analysis::with(text, None)
    }

    /// A text with those of its tokens that are wanted, and perhaps a few others.
    pub fn of_wanted(text: &str, wanted: &Wanted) -> Analysis {
        Analysis::with(text, Some(wanted))
    }

    fn with(text: &str, wanted: Option<&Wanted>) -> Analysis {
        let mut analysis = Analysis::of_query(text);
        let room = if wanted.is_some() { 0 } else { analysis.letters.len() * 2 };
        let mut out = Out { wanted, tokens: Vec::with_capacity(room) };
        let mut places = Places::default();
        let mut stems = None;
        let mut chars = Vec::new();
        for run in &analysis.runs {
            chars.clear();
            chars.extend(analysis.letters[run.first..run.first + run.len].iter().map(|it| it.c));
            add_run((*run, &chars), &mut places, &mut out);
            if run.script == Script::Latin {
                add_stem((*run, &chars), &mut stems, &mut out);
            }
        }
        analysis.tokens = out.tokens;
        analysis
    }

    /// The letters of a run.
    pub fn chars(&self, run: Run) -> Vec<char> {
        self.letters[run.first..run.first + run.len].iter().map(|it| it.c).collect()
    }

    /// The bytes of the original text that these letters came from; empty if there are none.
    pub fn bytes(&self, first: usize, len: usize) -> Range<usize> {
        let letters = self.letters.get(first..first + len).unwrap_or_default();
        match (letters.first(), letters.last()) {
            (Some(first), Some(last)) => first.start..last.end,
            _ => 0..0,
        }
    }
}

/// Where the next run stands in the layers that have positions.
#[derive(Default)]
struct Places {
    text: usize,
    word: usize,
}

/// The tokens of a text: all, or those that are wanted.
struct Out<'w> {
    wanted: Option<&'w Wanted>,
    tokens: Vec<Token>,
}

impl Out<'_> {
    /// Adds a token: its letters, and its position, its first letter and how many it covers.
    fn put(&mut self, layer: Layer, chars: impl Iterator<Item = char> + Clone, place: (usize, usize, usize)) {
        if self.wanted.is_none_or(|it| it.holds(layer, &chars)) {
            let (position, first, len) = place;
            self.tokens.push(Token { layer, term: chars.collect(), position, first, len });
        }
    }

    /// Whether a token of this layer that begins so may be wanted.
    fn wants(&self, layer: Layer, begins: &[char]) -> bool {
        self.wanted.is_none_or(|it| it.may_hold(layer, begins))
    }
}

fn add_run((run, chars): (Run, &[char]), places: &mut Places, out: &mut Out<'_>) {
    let all = || chars.iter().copied();
    let (first, len) = (run.first, chars.len());
    places.word += usize::from(run.is_after_punctuation);
    if run.script.is_paired() {
        add_pairs(chars, (run.first, places.text), out);
        places.text += len + 1;
        out.put(Layer::Word, all(), (places.word, first, len));
    } else {
        out.put(Layer::Text, all(), (places.text, first, len));
        places.text += 1;
    }
    if run.script == Script::Hangul {
        if out.wants(Layer::Word, &[STEM, chars[0]])
            && let Some(rest) = hangul::stem_of(chars)
        {
            let stem = std::iter::once(STEM).chain(chars[..rest].iter().copied());
            out.put(Layer::Word, stem, (places.word, first, rest));
        }
        if out.wants(Layer::Initial, &[]) {
            out.put(Layer::Initial, all().filter_map(hangul::initial), (0, first, len));
        }
    }
    if run.script != Script::Jamo {
        for len in 1..=len.min(LONGEST_EDGE) {
            out.put(Layer::Edge, chars[..len].iter().copied(), (0, first, len));
        }
    }
    places.word += 1;
}

fn add_pairs(chars: &[char], (first, place): (usize, usize), out: &mut Out<'_>) {
    let mut add = |pair: [char; 2], position: usize, from: usize, len| {
        out.put(Layer::Text, pair.into_iter(), (place + position, first + from, len));
    };
    if let (Some(head), Some(tail)) = (chars.first(), chars.last()) {
        add([START, *head], 0, 0, 1);
        for (at, pair) in chars.windows(2).enumerate() {
            add([pair[0], pair[1]], at + 1, at, 2);
        }
        add([*tail, END], chars.len(), chars.len() - 1, 1);
    }
}

fn add_stem((run, chars): (Run, &[char]), stems: &mut Option<Stems>, out: &mut Out<'_>) {
    // A stem begins as its word does.
    if !out.wants(Layer::Stem, &chars[..1]) {
        return;
    }
    let word: String = chars.iter().collect();
    if let Some(term) = stems.get_or_insert_with(Stems::english).of(&word) {
        out.put(Layer::Stem, term.chars(), (0, run.first, run.len));
    }
}

/// The English stemmer.
pub struct Stems(TextAnalyzer);

impl Stems {
    /// Snowball's English rules, as tantivy brings them.
    pub fn english() -> Stems {
        Stems(TextAnalyzer::builder(RawTokenizer::default()).filter(Stemmer::new(Language::English)).build())
    }

    /// The stem of a lower-case word of three or more ASCII letters, if it is not the word itself.
    pub fn of(&mut self, word: &str) -> Option<String> {
        if word.len() < 3 || !word.bytes().all(|b| b.is_ascii_lowercase()) {
            return None;
        }
        let spelled = english::one_spelling(word);
        let mut stream = self.0.token_stream(&spelled);
        stream.next().map(|token| english::one_stem(token.text.clone())).filter(|stem| stem != word && !stem.is_empty())
    }
}

/// The letters of a text. A grapheme is never cut: all letters that come out of it stand for all its bytes.
fn letters_of(text: &str) -> Vec<Letter> {
    let mut letters = Vec::with_capacity(text.len() / 2);
    if text.chars().all(is_plain) {
        for (start, c) in text.char_indices() {
            push_folded(c, start..start + c.len_utf8(), &mut letters);
        }
    } else {
        for (start, grapheme) in text.grapheme_indices(true) {
            for c in grapheme.nfc() {
                push_folded(c, start..start + grapheme.len(), &mut letters);
            }
        }
    }
    letters
}

/// Characters that are NFC and graphemes by themselves.
fn is_plain(c: char) -> bool {
    matches!(c, ' '..='~' | '가'..='힣' | 'ㄱ'..='ㅣ' | '·' | '…' | '‘'..='”' | '、' | '。')
}

fn push_folded(c: char, bytes: Range<usize>, letters: &mut Vec<Letter>) {
    let half = match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '\u{3000}' | '\u{A0}' => ' ',
        c => c,
    };
    for c in half.to_lowercase() {
        letters.push(Letter { c, start: bytes.start, end: bytes.end });
    }
}

fn runs_of(letters: &[Letter]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut open = false;
    let mut is_after_punctuation = false;
    for (first, letter) in letters.iter().enumerate() {
        let Some(script) = Script::of(letter.c) else {
            open = false;
            is_after_punctuation |= !letter.c.is_whitespace();
            continue;
        };
        match runs.last_mut() {
            Some(run) if open && run.script == script && run.len < LONGEST_RUN => run.len += 1,
            _ => runs.push(Run { script, first, len: 1, is_after_punctuation }),
        }
        open = true;
        is_after_punctuation = false;
    }
    runs
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn terms(text: &str, layer: Layer) -> Vec<(String, usize)> {
        let tokens = Analysis::of_text(text).tokens.into_iter();
        tokens.filter(|it| it.layer == layer).map(|it| (it.term, it.position)).collect()
    }

    fn names(text: &str, layer: Layer) -> Vec<String> {
        terms(text, layer).into_iter().map(|it| it.0).collect()
    }

    #[test]
    fn syllables_stand_in_pairs_with_positions_and_latin_words_whole() {
        let expected = [("^가", 0), ("가격", 1), ("격이", 2), ("이$", 3), ("roi", 4), ("^물", 5), ("물$", 6)];
        assert_eq!(terms("가격이 ROI, 물", Layer::Text), expected.map(|(term, at)| (term.to_owned(), at)));
        assert_eq!(names("13년차", Layer::Text), ["13", "^년", "년차", "차$"]);
        assert_eq!(names("SaaS로 ｓａａｓ", Layer::Text), ["saas", "^로", "로$", "saas"]);
    }

    #[test]
    fn words_stand_whole_and_without_their_particle() {
        assert_eq!(names("비교 견적을", Layer::Word), ["비교", "견적을", "~견적"]);
        assert_eq!(terms("비교, 견적", Layer::Word)[1].1, 2);
        assert_eq!(names("비교견적 세", Layer::Initial), ["ㅂㄱㄱㅈ", "ㅅ"]);
        assert_eq!(names("가격표 pc", Layer::Edge), ["가", "가격", "가격표", "p", "pc"]);
        assert_eq!(names("the prices of it", Layer::Stem), ["price"]);
        let mut stems = Stems::english();
        let mut stem = |word: &str| stems.of(word).unwrap_or_else(|| word.to_owned());
        for (one, other) in
            [("cancelled", "canceled"), ("organising", "organize"), ("colours", "color"), ("centres", "center")]
        {
            assert_eq!(stem(one), stem(other), "{one}");
        }
    }

    #[test]
    fn decomposed_text_gives_the_same_terms_and_its_own_bytes() {
        let decomposed: String = "가격 협상".nfd().collect();
        assert_eq!(names(&decomposed, Layer::Text), names("가격 협상", Layer::Text));
        let analysis = Analysis::of_text(&decomposed);
        let pair = analysis.tokens.iter().find(|it| it.term == "협상" && it.layer == Layer::Text).unwrap();
        let bytes = analysis.bytes(pair.first, pair.len);
        assert_eq!(decomposed[bytes].nfc().collect::<String>(), "협상");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(256))]

        #[test]
        fn every_token_covers_whole_characters(text in "(\\PC|[가-힣a-zA-Z0-9 ]|[\u{1100}-\u{11FF}]|[\u{300}-\u{310}]){0,40}") {
            let analysis = Analysis::of_text(&text);
            for token in &analysis.tokens {
                let bytes = analysis.bytes(token.first, token.len);
                prop_assert!(!bytes.is_empty());
                prop_assert!(text.get(bytes).is_some());
                prop_assert!(token.term.len() <= 4 * LONGEST_RUN + 1);
            }
        }
    }
}

//! A text as words and character n-grams: NFC, lower case, each word with its bytes in the text. What a word weighs and
//! which texts are alike is decided elsewhere.

use std::ops::Range;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::english::English;
use super::hangul;
use super::korean::Korean;

/// A longer run of letters is read as several words, so that no term grows without bound.
const LONGEST_WORD: usize = 40;

/// One word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// By what it is compared: a stem, or the letters of a Korean root.
    pub key: String,
    /// In lower case.
    pub letters: Vec<char>,
    /// Where it stands in [`Reading::text`].
    pub bytes: Range<usize>,
    /// Whether it says something of a topic.
    pub is_content: bool,
    /// Whether it is written in Hangul.
    pub is_hangul: bool,
    /// Whether nothing but blanks stands between it and the word before.
    pub follows: bool,
}

/// A text taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The text in NFC.
    pub text: String,
    /// Its words, in order.
    pub words: Vec<Word>,
}

impl Reading {
    /// Its content words, in order.
    pub fn content(&self) -> impl Iterator<Item = &Word> {
        self.words.iter().filter(|word| word.is_content)
    }

    /// The character n-grams of its content words: two and three syllables of Hangul, three to five letters of any other
    /// script, whose ends are marked with `_`. With repetitions, in order.
    pub fn grams(&self) -> Vec<String> {
        let mut grams = Vec::new();
        for word in self.content() {
            let (letters, sizes) = if word.is_hangul {
                (word.letters.clone(), 2..=3)
            } else {
                let marked = std::iter::once('_').chain(word.letters.iter().copied()).chain(['_']);
                (marked.collect::<Vec<char>>(), 3..=5)
            };
            for size in sizes {
                grams.extend(letters.windows(size).map(|it| it.iter().collect::<String>()));
            }
        }
        grams
    }
}

/// What kind of writing a character is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Hangul,
    /// Han and Kana: no blanks between words, so every pair is a word.
    Ideograph,
    /// Letters and digits of every other script.
    Letter,
    /// An apostrophe inside a word.
    Apostrophe,
    Blank,
    Other,
}

impl Script {
    fn of(c: char) -> Script {
        match c {
            c if hangul::is_syllable(c) => Script::Hangul,
            '\u{3041}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' => {
                Script::Ideograph
            }
            '\'' | '\u{2019}' => Script::Apostrophe,
            c if hangul::is_jamo(c) => Script::Other,
            c if c.is_alphanumeric() => Script::Letter,
            c if c.is_whitespace() => Script::Blank,
            _ => Script::Other,
        }
    }
}

/// Takes texts apart; made once for a set of them.
#[derive(Default)]
pub struct Reader {
    english: English,
    korean: Korean,
}

impl Reader {
    /// The words of a text.
    pub fn read(&self, text: &str) -> Reading {
        let text: String = if is_nfc(text) { text.to_owned() } else { text.nfc().collect() };
        let mut words = Vec::new();
        let (mut follows, mut run): (bool, Option<Run>) = (false, None);
        for (at, c) in text.char_indices() {
            let script = Script::of(c);
            let continues = run.as_ref().is_some_and(|run| run.takes(script));
            if continues {
                if let Some(run) = run.as_mut() {
                    run.add(at, c, script);
                }
                continue;
            }
            if let Some(run) = run.take() {
                follows = self.finish(run, &text, follows, &mut words);
            }
            match script {
                Script::Hangul | Script::Ideograph | Script::Letter => run = Some(Run::new(at, c, script)),
                Script::Blank => {}
                Script::Apostrophe | Script::Other => follows = false,
            }
        }
        if let Some(run) = run {
            self.finish(run, &text, follows, &mut words);
        }
        Reading { text, words }
    }

    /// Adds the words of a run; whether the next word follows it, which it does not where a quotation ends.
    fn finish(&self, run: Run, text: &str, follows: bool, words: &mut Vec<Word>) -> bool {
        let is_open = run.letters.last().is_none_or(|c| Script::of(*c) != Script::Apostrophe);
        match run.script {
            Script::Hangul if run.start > 0 && words.last().is_some_and(|it| it.bytes.end == run.start) => {
                // SaaS로, 3년: a particle after a Latin word is none of the two, anything else is a word.
                if !hangul::follows_latin(&run.letters) {
                    words.push(self.korean_word(run, follows));
                }
            }
            Script::Hangul => words.push(self.korean_word(run, follows)),
            Script::Ideograph => words.extend(pairs(&run, text, follows)),
            _ => words.push(self.latin_word(run, follows)),
        }
        is_open
    }

    fn korean_word(&self, run: Run, follows: bool) -> Word {
        let root = self.korean.root(&run.letters);
        let is_content = !self.korean.is_stop(&run.letters, &root);
        let key = root.into_iter().collect();
        Word { key, bytes: run.start..run.end, letters: run.letters, is_content, is_hangul: true, follows }
    }

    fn latin_word(&self, mut run: Run, follows: bool) -> Word {
        // card's is card, don't is don, won't is no win.
        let apostrophe = run.letters.iter().position(|c| Script::of(*c) == Script::Apostrophe);
        let is_negated = run.letters.ends_with(&['t']) && apostrophe.is_some();
        if let Some(at) = apostrophe {
            run.letters.truncate(at);
        }
        let word: String = run.letters.iter().collect();
        let is_single = run.letters.len() < 2 && !run.letters.iter().all(char::is_ascii_digit);
        let is_content = !(is_negated || is_single || self.english.is_stop(&word));
        let key = self.english.stem(&word);
        Word { key, bytes: run.start..run.end, letters: run.letters, is_content, is_hangul: false, follows }
    }
}

/// The words of each text.
pub fn read_all<S: AsRef<str>>(texts: &[S]) -> Vec<Reading> {
    let reader = Reader::default();
    texts.iter().map(|it| reader.read(it.as_ref())).collect()
}

/// Letters of one script that stand together.
struct Run {
    script: Script,
    start: usize,
    end: usize,
    letters: Vec<char>,
}

impl Run {
    fn new(at: usize, c: char, script: Script) -> Run {
        let mut run = Run { script, start: at, end: at, letters: Vec::new() };
        run.add(at, c, script);
        run
    }

    fn takes(&self, script: Script) -> bool {
        let is_same = self.script == script || self.script == Script::Letter && script == Script::Apostrophe;
        is_same && self.letters.len() < LONGEST_WORD
    }

    fn add(&mut self, at: usize, c: char, script: Script) {
        self.letters.extend(c.to_lowercase());
        // An apostrophe at the end closes a quotation and is no part of the word.
        if script != Script::Apostrophe {
            self.end = at + c.len_utf8();
        }
    }
}

/// Every two neighbours of a run, or its only letter.
fn pairs(run: &Run, text: &str, follows: bool) -> Vec<Word> {
    let starts: Vec<usize> = text[run.start..run.end].char_indices().map(|(at, _)| run.start + at).collect();
    let size = starts.len().min(2);
    let windows = starts.windows(size).enumerate();
    let words = windows.map(|(at, _)| {
        let end = starts.get(at + size).copied().unwrap_or(run.end);
        let letters: Vec<char> = text[starts[at]..end].chars().flat_map(char::to_lowercase).collect();
        let key = letters.iter().collect();
        Word { key, letters, bytes: starts[at]..end, is_content: true, is_hangul: false, follows: at > 0 || follows }
    });
    words.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn keys(text: &str) -> Vec<String> {
        Reader::default().read(text).content().map(|it| it.key.clone()).collect()
    }

    #[test]
    fn words_are_what_a_topic_is_made_of() {
        assert_eq!(keys("The card's delivery isn't working, won't it?"), ["card", "deliveri", "work"]);
        assert_eq!(keys("SaaS로 옮긴 3년"), keys("SaaS 옮기 3년"));
        assert_eq!(keys("ㅋㅋㅋ 😀 ... !"), Vec::<String>::new());
        assert_eq!(keys("導入費用"), ["導入", "入費", "費用"]);
        assert_eq!(keys("\u{1100}\u{1161}\u{1100}\u{1167}\u{11A8}"), keys("가격"));
    }

    #[test]
    fn a_quotation_mark_is_no_part_of_a_word() {
        let reading = Reader::default().read("they said 'too slow' to me");
        let shown: Vec<&str> = reading.words.iter().map(|it| &reading.text[it.bytes.clone()]).collect();
        assert_eq!(shown, ["they", "said", "too", "slow", "to", "me"]);
        let follows: Vec<bool> = reading.words.iter().map(|it| it.follows).collect();
        assert_eq!(follows, [false, true, false, true, false, true]);
    }

    proptest! {
        #[test]
        fn any_text_can_be_read(text in "(\\PC|[가-힣ㄱ-ㅣa-z' 一-龥]){0,80}") {
            let reading = Reader::default().read(&text);
            for word in &reading.words {
                prop_assert!(!reading.text[word.bytes.clone()].is_empty());
                prop_assert!(!word.is_content || !word.key.is_empty());
            }
            reading.grams();
        }
    }
}

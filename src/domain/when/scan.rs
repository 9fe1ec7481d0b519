//! A place in a text from which words are taken. Copies are cheap, so that a reading can be tried and let go.
//! It knows no language.

/// A place in a text.
#[derive(Clone, Copy, Debug)]
pub struct Scan<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Scan<'a> {
    /// The place at a byte, which must be a character boundary; any other place is the end.
    pub fn new(text: &'a str, at: usize) -> Scan<'a> {
        Scan { text, at: if text.is_char_boundary(at) { at } else { text.len() } }
    }

    /// The byte at which it stands.
    pub fn at(self) -> usize {
        self.at
    }

    /// What is left.
    pub fn rest(self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// What was passed.
    pub fn before(self) -> &'a str {
        self.text.get(..self.at).unwrap_or_default()
    }

    /// The place at another byte of the same text.
    pub fn moved(self, at: usize) -> Scan<'a> {
        Scan::new(self.text, at)
    }

    /// Behind these words, if they come next; the case of ASCII letters does not matter.
    pub fn word(self, word: &str) -> Option<Scan<'a>> {
        let head = self.rest().get(..word.len())?;
        head.eq_ignore_ascii_case(word).then_some(Scan { at: self.at + word.len(), ..self })
    }

    /// Behind the longest of these words that comes next, with what it means.
    pub fn one_of<T: Copy>(self, words: &[(&str, T)]) -> Option<(Scan<'a>, T)> {
        let fitting = words.iter().filter_map(|(word, means)| Some((self.word(word)?, *means)));
        fitting.max_by_key(|(scan, _)| scan.at)
    }

    /// Every reading of these words, the longest first.
    pub fn all_of<T: Copy>(self, words: &[(&str, T)]) -> Vec<(Scan<'a>, T)> {
        let mut fitting: Vec<_> = words.iter().filter_map(|(word, means)| Some((self.word(word)?, *means))).collect();
        fitting.sort_by_key(|(scan, _)| std::cmp::Reverse(scan.at));
        fitting
    }

    /// Behind one blank, or here where there is none. Never behind two: they part what belongs together.
    pub fn blank(self) -> Scan<'a> {
        self.word(" ").unwrap_or(self)
    }

    /// Behind one blank.
    pub fn a_blank(self) -> Option<Scan<'a>> {
        self.word(" ")
    }

    /// A number of at most so many ASCII digits, behind which no further digit stands.
    pub fn number(self, most: usize) -> Option<(Scan<'a>, u32)> {
        let digits = self.rest().bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 || digits > most {
            return None;
        }
        let number = self.rest().get(..digits)?.parse().ok()?;
        Some((Scan { at: self.at + digits, ..self }, number))
    }

    /// How many digits come next.
    pub fn digits(self) -> usize {
        self.rest().bytes().take_while(u8::is_ascii_digit).count()
    }

    /// Whether a word ends here.
    pub fn ends_word(self) -> bool {
        !self.rest().starts_with(char::is_alphanumeric)
    }

    /// Whether a capital letter comes next.
    pub fn is_capital(self) -> bool {
        self.rest().starts_with(char::is_uppercase)
    }

    /// Whether the text ends here.
    pub fn is_end(self) -> bool {
        self.rest().is_empty()
    }
}

//! A document as it is verified, whatever its form: its lines, what it quotes, and where.
//! Only the shape; how a form is read lives in `exchange`.

use crate::domain::Citation;

/// A document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Printed {
    /// Its lines of text, or its values with their paths.
    pub lines: Vec<PrintedLine>,
    /// Every line of an interview that it prints.
    pub quotes: Vec<Quote>,
    /// Every citation with the place where it stands.
    pub cites: Vec<(String, Citation)>,
    /// Whether the places are paths, so that a value is compared with the value at the same path.
    pub has_paths: bool,
}

/// One line of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PrintedLine {
    /// Its number from 1, or its path.
    pub at: String,
    /// What it says, without mark-up.
    pub text: String,
    /// Whether it is a contradicting line.
    pub against: bool,
}

/// A line of an interview as a document prints it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// Where.
    pub at: String,
    /// From where it is said to be.
    pub cite: Option<Citation>,
    /// The wording.
    pub text: String,
    /// Whether it stands in quotation marks.
    pub is_quoted: bool,
    /// The code of the person whom it is given to.
    pub who: Option<String>,
}

impl Printed {
    /// The rank of a place in the document.
    pub fn place_of(&self, at: &str) -> usize {
        let line = at.parse::<usize>().ok();
        line.unwrap_or_else(|| self.lines.iter().position(|it| it.at.starts_with(at)).unwrap_or(0))
    }

    /// How many of its lines stand in the other too.
    pub fn in_common(&self, other: &Printed) -> usize {
        let mut theirs = std::collections::BTreeMap::new();
        for line in &other.lines {
            *theirs.entry(line.key(other.has_paths)).or_insert(0_usize) += 1;
        }
        let mut common = 0;
        for line in &self.lines {
            if let Some(left) = theirs.get_mut(&line.key(self.has_paths)).filter(|left| **left > 0) {
                *left -= 1;
                common += 1;
            }
        }
        common
    }
}

impl PrintedLine {
    fn key(&self, has_paths: bool) -> (&str, &str) {
        (if has_paths { &self.at } else { "" }, &self.text)
    }
}

/// The text of a heading of the third level, without the mark of its state.
pub(super) fn heading(line: &str) -> Option<&str> {
    line.strip_prefix("### ").map(|it| it.trim_start_matches(['●', '◐', '○', '!', '~', ' ']))
}

/// The runs of digits of a text.
pub fn digits_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_digit()).filter(|it| !it.is_empty())
}

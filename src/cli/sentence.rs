//! An error in words: what happened, why, and what to do, in the language of the reader. The facts of an error
//! come from outside, so what is shown is cleaned.

use crate::domain::text;
use crate::error::{Error, ErrorKind};
use crate::words::Words;

/// The three parts of an error that people read.
pub(super) struct Sentence {
    pub what: String,
    pub why: String,
    pub hint: String,
    label: String,
}

impl Sentence {
    /// The sentence of an error: `error-<key>` with its attributes `why` and `hint`.
    pub fn of(error: &Error, words: &Words) -> Sentence {
        let told = words.explain(error);
        let clean = |text: Option<String>| text::clean(&text.unwrap_or_default()).into_owned();
        let mut why = clean(told.why);
        // What the operating system says helps; what a parser says may repeat what it read, so it is not shown.
        if let (ErrorKind::Io, Some(source)) = (error.kind, &error.source) {
            why = format!("{why} ({})", text::clean(&source.to_string())).trim().to_owned();
        }
        Sentence { what: clean(Some(told.what)), why, hint: clean(told.hint), label: words.say("cli-error") }
    }

    /// What happened and why, as one text for JSON.
    pub fn message(&self) -> String {
        [self.what.as_str(), self.why.as_str()].join(" ").trim().to_owned()
    }

    /// The block on a terminal: the sentence, then why, then what to do, each wrapped to `width` cells.
    pub fn block(&self, width: usize) -> String {
        let rows = [(format!("{} {}", self.label, self.what), 0), (self.why.clone(), 2), (self.hint.clone(), 2)];
        let mut block = String::new();
        for (row, indent) in rows.iter().filter(|(row, _)| !row.is_empty()) {
            for line in text::wrap(row, width.saturating_sub(*indent), 0) {
                block.push_str(&" ".repeat(*indent));
                block.push_str(&line);
                block.push('\n');
            }
        }
        block
    }
}

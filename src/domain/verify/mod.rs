//! Verifying a document that has left the library: every quotation against its source revision, every number and line
//! against what the records give, every person against consent, every word against the leak linter. What the document
//! says comes in as [`Printed`]; what it should say comes in the same shape. How either is read is `exchange`'s.

mod differences;
mod printed;
mod quotes;
mod recount;
mod recount_map;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;

pub use self::printed::{Printed, PrintedLine, Quote, digits_of};
pub use self::recount_map::recount_map;
use super::brief::Brief;
use super::leaks::{self, Watch};
use super::named::named;
use super::research::Research;
use crate::domain::Id;

named! {
    /// What is wrong with a document, or what has changed since it was published.
    FaultKind ("fault kind") {
        /// A quotation is not the text of its source revision.
        Quote = "quote",
        /// What stands in quotation marks is no verbatim line.
        NotVerbatim = "not_verbatim",
        /// A quotation names no line that it comes from.
        Unsourced = "unsourced",
        /// A line is given to another person than the one who said it.
        Attribution = "attribution",
        /// A line, revision, theme or persona that is named does not exist.
        Reference = "reference",
        /// A number is not what counting again gives.
        Number = "number",
        /// A text is not what the records give: a heading, its author, a reason.
        Words = "words",
        /// A contradicting line is left out.
        Contradictor = "contradictor",
        /// Another line is left out.
        Missing = "missing",
        /// Somebody who is cited has withdrawn.
        Withdrawn = "withdrawn",
        /// The material of somebody who is cited should no longer be kept.
        Expired = "expired",
        /// Somebody who is cited never agreed to take part.
        NotAgreed = "not_agreed",
        /// Somebody is quoted who did not agree to be.
        NoQuoteConsent = "no_quote_consent",
        /// A finding of the leak linter that nobody has let through.
        Leak = "leak",
        /// A published version does not fit the hash of its lines.
        Hash = "hash",
        /// What was published was so then; the records have moved since. No fault.
        Moved = "moved",
    }
}

impl FaultKind {
    /// Whether the document must not be handed out because of it.
    pub fn fails(self) -> bool {
        self != FaultKind::Moved
    }
}

/// One thing that does not hold.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Fault {
    /// Where in the document: the number of the line from 1, or a path in JSON; empty where it concerns the whole.
    pub at: String,
    /// What.
    pub kind: FaultKind,
    /// Whom or what it concerns: a code, a theme, a heading.
    pub about: String,
    /// What should stand there; may be empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub expected: String,
    /// What stands there; may be empty. Never the word that the leak linter found: its handle.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub found: String,
}

impl Fault {
    pub(super) fn new(kind: FaultKind, at: &str, about: impl Into<String>) -> Fault {
        Fault { at: at.to_owned(), kind, about: about.into(), expected: String::new(), found: String::new() }
    }

    /// Nothing that the library knows is like this document.
    pub fn unknown_persona() -> Fault {
        Fault::new(FaultKind::Reference, "", "persona")
    }

    /// Whether it says that.
    pub fn is_unknown_persona(&self) -> bool {
        *self == Fault::unknown_persona()
    }

    /// A claim that was so when it was published: its counts of now, and those of then.
    pub fn moved(theme: String, (now, then): (String, String)) -> Fault {
        Fault::new(FaultKind::Moved, "", theme).but(now, then)
    }

    pub(super) fn but(mut self, expected: impl Into<String>, found: impl Into<String>) -> Fault {
        (self.expected, self.found) = (expected.into(), found.into());
        self
    }
}

/// What a document is held against.
pub struct Ground<'r> {
    /// The records as they are now.
    pub research: &'r Research,
    /// What the leak linter looks for.
    pub watch: &'r Watch,
    /// The day on which it is asked whether material may still be kept.
    pub on: NaiveDate,
    /// What the document should say, in its own form and language; none where nothing like it is known.
    pub expected: Option<&'r Printed>,
    /// The brief that it was written from, where it is a brief: the draft of now, or the version as it was published.
    pub basis: Option<&'r Brief>,
    /// Whose brief it is.
    pub persona: Option<Id>,
}

/// What was looked at and what does not hold, one fault per line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Verdict {
    /// Quotations and cited lines that are the text of their source revision, of all that there are.
    pub quotes: [usize; 2],
    /// Numbers that counting again gives, of all that there are.
    pub numbers: [usize; 2],
    /// What does not hold, in the order of the document.
    pub faults: Vec<Fault>,
}

impl Verdict {
    /// Whether nothing fails.
    pub fn holds(&self) -> bool {
        !self.faults.iter().any(|fault| fault.kind.fails())
    }
}

/// Holds a document against its ground.
pub fn verify(printed: &Printed, ground: &Ground<'_>) -> Verdict {
    let mut faults = Vec::new();
    let bad_quotes = quotes::check(printed, ground, &mut faults);
    let places: BTreeSet<String> = faults.iter().map(|fault| fault.at.clone()).collect();
    let differences = match ground.expected {
        Some(expected) => differences::of(printed, expected, &places),
        None => Vec::new(),
    };
    let bad_numbers = differences.iter().filter(|it| it.kind == FaultKind::Number).count();
    for mut fault in differences {
        if fault.kind == FaultKind::Words && names_unknown_theme(&fault, ground) {
            fault.kind = FaultKind::Reference;
        }
        faults.push(fault);
    }
    if let Some(brief) = ground.basis {
        faults.extend(recount::of(brief, ground));
    }
    faults.extend(leaks_in(printed, ground));
    let order = |fault: &Fault| printed.place_of(&fault.at);
    faults.sort_by(|a, b| order(a).cmp(&order(b)).then_with(|| a.cmp(b)));
    faults.dedup();
    let numbers = printed.lines.iter().map(|line| digits_of(&line.text).count()).sum();
    Verdict {
        quotes: [printed.quotes.len() - bad_quotes, printed.quotes.len()],
        numbers: [bad_numbers.abs_diff(numbers), numbers],
        faults,
    }
}

/// A heading that no theme, headline or dimension of the study has.
fn names_unknown_theme(fault: &Fault, ground: &Ground<'_>) -> bool {
    fault.expected.is_empty()
        && printed::heading(&fault.found).is_some_and(|name| {
            let themes = ground.research.themes().values().any(|it| name.ends_with(&it.name));
            !themes && name.chars().any(char::is_alphabetic)
        })
}

fn leaks_in(printed: &Printed, ground: &Ground<'_>) -> Vec<Fault> {
    let allowed = allowed(ground.research);
    let mut faults = Vec::new();
    for line in &printed.lines {
        for leak in leaks::find(&line.text, ground.watch) {
            if !allowed.contains(&(leak.kind.name().to_owned(), leak.digest.clone())) {
                faults.push(Fault::new(FaultKind::Leak, &line.at, leak.kind.name()).but("", leak.handle()));
            }
        }
    }
    faults
}

/// The findings that somebody let through, as kind and digest.
pub fn allowed(research: &Research) -> BTreeSet<(String, String)> {
    research.allowances().values().map(|it| (it.finding.clone(), it.digest.clone())).collect()
}

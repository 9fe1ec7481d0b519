//! The one error of whybuy: a kind (which is the exit code), a key into the words, and the facts that fill it.
//! Layers below state facts; the sentence (what happened, why, what to do) is written once per language in `words/*.ftl`
//! under `error-<key>`, with the attributes `.why` and `.hint`. No interview text may be put into an error.

use std::fmt;

/// What sort of failure it was; each has its own exit code (`design/cli.md`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// A check did not hold (`verify`, `check`).
    Check,
    /// The command was used wrongly.
    Usage,
    /// A rule of the research refuses it.
    Refused,
    /// What was named does not exist.
    NotFound,
    /// Another process holds what is needed.
    Busy,
    /// A file is not what it should be.
    Damaged,
    /// The library was written by a newer whybuy.
    Newer,
    /// The disk or the operating system failed.
    Io,
    /// A fault of whybuy itself.
    Bug,
}

impl ErrorKind {
    /// The process exit code of this kind.
    pub fn exit_code(self) -> u8 {
        match self {
            ErrorKind::Check => 1,
            ErrorKind::Usage => 2,
            ErrorKind::Refused => 3,
            ErrorKind::NotFound => 4,
            ErrorKind::Busy => 5,
            ErrorKind::Damaged => 6,
            ErrorKind::Newer => 7,
            ErrorKind::Io => 8,
            ErrorKind::Bug => 70,
        }
    }

    /// The name that stands in JSON.
    pub fn name(self) -> &'static str {
        match self {
            ErrorKind::Check => "check",
            ErrorKind::Usage => "usage",
            ErrorKind::Refused => "refused",
            ErrorKind::NotFound => "not_found",
            ErrorKind::Busy => "busy",
            ErrorKind::Damaged => "damaged",
            ErrorKind::Newer => "newer",
            ErrorKind::Io => "io",
            ErrorKind::Bug => "bug",
        }
    }
}

/// One failure: its kind, the key of its sentence and the facts that the sentence needs.
#[derive(Debug)]
pub struct Error {
    /// Which sort, and so which exit code.
    pub kind: ErrorKind,
    /// The sentence is `error-<key>` in the words.
    pub key: &'static str,
    /// Facts that fill the sentence, by argument name.
    pub facts: Vec<(&'static str, String)>,
    /// What the layer below said, if anything did.
    pub source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

impl Error {
    /// An error of `kind` whose sentence is `error-<key>`.
    pub fn new(kind: ErrorKind, key: &'static str) -> Error {
        Error { kind, key, facts: Vec::new(), source: None }
    }

    /// A rule of the research refuses it.
    pub fn refused(key: &'static str) -> Error {
        Error::new(ErrorKind::Refused, key)
    }

    /// What was named does not exist.
    pub fn not_found(key: &'static str) -> Error {
        Error::new(ErrorKind::NotFound, key)
    }

    /// The command or its input was used wrongly.
    pub fn usage(key: &'static str) -> Error {
        Error::new(ErrorKind::Usage, key)
    }

    /// The same error with one more fact for its sentence.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "numbers, names and borrowed text all read alike at the call")]
    pub fn with(mut self, name: &'static str, fact: impl ToString) -> Error {
        self.facts.push((name, fact.to_string()));
        self
    }

    /// The same error, remembering what the layer below said.
    #[must_use]
    pub fn because(mut self, source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Error {
        self.source = Some(source.into());
        self
    }
}

/// For logs and tests only: people read the sentence from the words.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.kind.name(), self.key)?;
        for (name, fact) in &self.facts {
            write!(f, " {name}={fact}")?;
        }
        if let Some(source) = &self.source {
            write!(f, " ({source})")?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}

/// The result of everything that can fail.
pub type Result<T, E = Error> = std::result::Result<T, E>;

//! The leak linter: finds in a text what would tell who somebody is: names of the vault, phone numbers, e-mail
//! addresses, resident registration numbers, companies. It finds and names the place; what is then done (hide, allow with
//! a reason, refuse) is decided above. Numbers that are spelled out in words (공일공) are not looked for.

mod firms;
mod folded;
mod lists;
mod mail;
mod names;
mod numbers;
pub mod places;
mod register;
mod tail;
#[cfg(test)]
mod tests;

use std::cmp::Reverse;
use std::ops::Range;

use serde::Serialize;
use sha2::{Digest, Sha256};

use self::folded::Folded;
pub use self::register::Watch;
use super::id::Id;
use super::named::named;

named! {
    /// What kind of thing was found.
    LeakKind ("leak kind") {
        /// The name of a participant, or a part of it.
        Name = "name",
        /// A phone number.
        Phone = "phone",
        /// An e-mail address.
        Email = "email",
        /// A resident registration number, or that of a foreigner.
        Resident = "resident_number",
        /// A company.
        Company = "company",
    }
}

/// One thing that was found in a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Leak {
    /// What kind.
    pub kind: LeakKind,
    /// Its bytes in the text as it was given, on character boundaries.
    pub bytes: Range<usize>,
    /// The SHA-256 of the word, in hexadecimal: the same for every spelling of it in one study, and not the word.
    pub digest: String,
}

/// How many characters of a digest are shown and typed.
pub const HANDLE: usize = 10;

impl Leak {
    /// The beginning of the digest, by which people call it.
    pub fn handle(&self) -> &str {
        self.digest.get(..HANDLE).unwrap_or(&self.digest)
    }
}

/// What a part of the linter found: letters of the folded text, and the word that they mean.
pub(super) struct Hit {
    kind: LeakKind,
    letters: Range<usize>,
    word: String,
}

/// Everything in this text that would tell who somebody is, in the order of the text; no two overlap, and of two that
/// would the longer is told.
pub fn find(text: &str, watch: &Watch) -> Vec<Leak> {
    let folded = Folded::of(text);
    let mut hits = numbers::find(&folded);
    hits.extend(mail::find(&folded));
    hits.extend(firms::find(&folded));
    hits.extend(names::find(&folded, watch));
    hits.sort_by_key(|hit| (Reverse(hit.letters.len()), hit.letters.start, hit.kind));
    let mut found: Vec<Leak> = Vec::new();
    for hit in hits {
        let bytes = folded.bytes(hit.letters);
        let is_apart = found.iter().all(|it| it.bytes.end <= bytes.start || bytes.end <= it.bytes.start);
        if is_apart && bytes.start < bytes.end {
            found.push(Leak { kind: hit.kind, bytes, digest: digest(watch.study, hit.kind, &hit.word) });
        }
    }
    found.sort_by_key(|leak| leak.bytes.start);
    found
}

/// The digest of a word in a study. A phone number can be guessed from it by trying all of them, as from any digest; it
/// keeps the word out of sight, not out of reach of somebody who holds the library.
pub fn digest(study: Id, kind: LeakKind, word: &str) -> String {
    let mut sha = Sha256::new();
    sha.update(b"whybuy.leak/1");
    sha.update(study.bytes());
    sha.update(kind.name());
    sha.update([0]);
    sha.update(word);
    hex(&sha.finalize())
}

/// Bytes in hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]).filter_map(|it| char::from_digit(u32::from(it), 16)).collect()
}

/// The text with each of these leaks replaced by what `instead` says of it. The leaks are those of [`find`] on this text.
pub fn hidden(text: &str, leaks: &[Leak], instead: impl Fn(&Leak) -> String) -> String {
    let (mut out, mut done) = (String::with_capacity(text.len()), 0);
    for leak in leaks {
        if let Some(before) = text.get(done..leak.bytes.start) {
            out.push_str(before);
            out.push_str(&instead(leak));
            done = leak.bytes.end;
        }
    }
    out + text.get(done..).unwrap_or_default()
}

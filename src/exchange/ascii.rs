//! A document for where nothing but ASCII and Hangul can be shown: each sign that we draw with, and each mark of
//! punctuation that our sentences use, becomes its twin. Letters stay as they are, in whatever script they were written.

use std::borrow::Cow;

/// The signs and their twins. Those that mark an entry stand in brackets, because a bare `#`, `+` or `-` is mark-up.
const TWINS: &[(char, &str)] = &[
    ('●', "[#]"),
    ('◐', "[+]"),
    ('○', "[-]"),
    ('□', "[ ]"),
    ('◆', "[*]"),
    ('★', "[*]"),
    ('▸', ">"),
    ('┌', "+"),
    ('┐', "+"),
    ('└', "+"),
    ('┘', "+"),
    ('─', "-"),
    ('│', "|"),
    ('▼', "v"),
    ('↓', "v"),
    ('→', ">"),
    ('←', "<"),
    ('↪', ">"),
    ('↩', "<"),
    ('×', "x"),
    ('−', "-"),
    ('–', "-"),
    ('—', "-"),
    ('·', "."),
    ('…', "..."),
    ('“', "\""),
    ('”', "\""),
    ('‘', "'"),
    ('’', "'"),
];

fn twin(c: char) -> Option<&'static str> {
    TWINS.iter().find(|(sign, _)| *sign == c).map(|(_, twin)| *twin)
}

/// The document with the twins of its signs.
pub fn plain(text: &str) -> String {
    text.chars().map(|c| twin(c).map_or_else(|| Cow::Owned(c.to_string()), Cow::Borrowed)).collect()
}

/// Whether a document has none of the signs, as one that was set so.
pub fn is_plain(text: &str) -> bool {
    text.chars().all(|c| twin(c).is_none())
}

//! Rust source as tokens with their lines: identifiers and punctuation, without comments, literals and lifetimes.
//! Just enough for the rules of `architecture`; it knows nothing about the house itself.

/// One identifier, `::`, or single punctuation mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// The token as written; a string literal is `"`, whatever stood in it.
    pub text: String,
    /// Its line, from 1.
    pub line: usize,
}

/// The tokens of a source text.
pub fn tokens(source: &str) -> Vec<Token> {
    let chars: Vec<char> = source.chars().collect();
    let (mut at, mut line, mut found) = (0, 1, Vec::new());
    while at < chars.len() {
        let (text, next) = token(&chars, at);
        if let Some(text) = text {
            found.push(Token { text, line });
        }
        line += chars[at..next].iter().filter(|c| **c == '\n').count();
        at = next;
    }
    found
}

/// The token that begins at `at`, unless it is blank, and where the next one begins.
fn token(chars: &[char], at: usize) -> (Option<String>, usize) {
    let here = |offset: usize| chars.get(at + offset).copied().unwrap_or('\0');
    match here(0) {
        '/' if here(1) == '/' => (None, until(chars, at, |c| c == '\n')),
        '/' if here(1) == '*' => (None, block_comment(chars, at)),
        '"' => (Some("\"".into()), string_end(chars, at + 1)),
        '\'' => (None, quote_end(chars, at)),
        'r' | 'b' | 'c' => match raw_or_byte_string(chars, at) {
            Some(end) => (Some("\"".into()), end),
            None => word(chars, at),
        },
        c if c.is_alphanumeric() || c == '_' => word(chars, at),
        ':' if here(1) == ':' => (Some("::".into()), at + 2),
        c if c.is_whitespace() => (None, at + 1),
        c => (Some(c.to_string()), at + 1),
    }
}

fn until(chars: &[char], at: usize, stop: impl Fn(char) -> bool) -> usize {
    (at..chars.len()).find(|i| stop(chars[*i])).unwrap_or(chars.len())
}

fn word(chars: &[char], at: usize) -> (Option<String>, usize) {
    let end = until(chars, at, |c| !(c.is_alphanumeric() || c == '_'));
    (Some(chars[at..end].iter().collect()), end)
}

fn block_comment(chars: &[char], at: usize) -> usize {
    let (mut depth, mut i) = (0, at);
    while i + 1 < chars.len() {
        match (chars[i], chars[i + 1]) {
            ('/', '*') => (depth, i) = (depth + 1, i + 2),
            ('*', '/') if depth == 1 => return i + 2,
            ('*', '/') => (depth, i) = (depth - 1, i + 2),
            _ => i += 1,
        }
    }
    chars.len()
}

fn string_end(chars: &[char], mut at: usize) -> usize {
    while at < chars.len() && chars[at] != '"' {
        at += if chars[at] == '\\' { 2 } else { 1 };
    }
    (at + 1).min(chars.len())
}

/// A character literal ends after its closing quote; a lifetime ends with its name.
fn quote_end(chars: &[char], at: usize) -> usize {
    if chars.get(at + 1) == Some(&'\\') {
        return until(chars, at + 3, |c| c == '\'') + 1;
    }
    if chars.get(at + 2) == Some(&'\'') {
        return at + 3;
    }
    until(chars, at + 1, |c| !(c.is_alphanumeric() || c == '_'))
}

/// The end of `r"..."`, `r#"..."#`, `b"..."`, `br"..."`, `c"..."` or `b'.'`; none where a plain word begins.
fn raw_or_byte_string(chars: &[char], at: usize) -> Option<usize> {
    let prefix = until(chars, at, |c| !matches!(c, 'r' | 'b' | 'c'));
    let hashes = until(chars, prefix, |c| c != '#');
    let is_raw = chars[at..prefix].contains(&'r');
    match chars.get(hashes) {
        Some('"') if !is_raw && hashes == prefix => Some(string_end(chars, hashes + 1)),
        Some('"') if is_raw => {
            let close: Vec<char> = std::iter::once('"').chain((prefix..hashes).map(|_| '#')).collect();
            let end = (hashes + 1..chars.len()).find(|i| chars[*i..].starts_with(&close));
            Some(end.map_or(chars.len(), |i| i + close.len()))
        }
        Some('\'') if chars[at..prefix] == ['b'] && hashes == prefix => Some(quote_end(chars, prefix)),
        _ => None,
    }
}

#[test]
fn comments_literals_and_lifetimes_are_no_tokens() {
    let source = "// a::b\nfn f<'a>(x: &'a str) /* c /* d */ e */ { r#\"g\"h\"#; 'i'; '\\''; b\"j\\\"k\"; crate::l }";
    let texts: Vec<String> = tokens(source).into_iter().map(|t| t.text).collect();
    let expected = "fn f < > ( x : & str ) { \" ; ; ; \" ; crate :: l }";
    assert_eq!(texts.join(" "), expected);
    assert_eq!(tokens("a\n\n\"x\ny\"\nb").last().unwrap().line, 5);
}

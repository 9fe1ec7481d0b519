//! What the index is told of one line.
//! Only what is searched or filtered by goes in; the text itself is not stored.

use tantivy::TantivyDocument;
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use super::columns::Packed;
use super::fields::Fields;
use super::places::Place;
use super::tokenizer::{Analysis, Layer};
use crate::domain::Document;

/// A line as the index takes it in.
pub fn indexed(document: &Document, fields: &Fields) -> TantivyDocument {
    let analysis = Analysis::of_text(&document.text);
    let mut out = TantivyDocument::default();
    let id = document.note.as_u128();
    out.add_bytes(fields.note, document.note.bytes());
    #[allow(clippy::cast_possible_truncation, reason = "the two halves of 128 bits")]
    for (field, half) in fields.note_halves.into_iter().zip([(id >> 64) as u64, id as u64]) {
        out.add_u64(field, half);
    }
    out.add_bytes(fields.place, &Place::of(document).to_bytes());
    out.add_u64(fields.traits, Packed::of(document, analysis.runs.len()).number());
    add_tokens(analysis, fields, &mut out);
    out
}

fn add_tokens(analysis: Analysis, fields: &Fields, out: &mut TantivyDocument) {
    let mut layers = Layer::ALL.map(|layer| (layer, String::new(), None));
    for token in analysis.tokens {
        let (_, written, before) = &mut layers[token.layer as usize];
        write_token(written, before, &token);
    }
    for (layer, written, _) in layers {
        if !written.is_empty() {
            out.add_text(fields.layer(layer), written);
        }
    }
}

/// Stands before a term one place after the one before.
const NEXT: char = '\u{1F}';
/// Stands before a term at the same place as the one before.
const SAME: char = '\u{1E}';
/// One place without a term.
const SKIP: char = '\u{1D}';

/// Writes a token behind those of the same layer. Tokens are handed to tantivy as a text that [`Written`] takes apart
/// again: what it has for ready tokens goes through JSON, which takes longer than everything else in building.
fn write_token(written: &mut String, before: &mut Option<usize>, token: &super::tokenizer::Token) {
    let at = token.position + 1;
    match at.saturating_sub(before.unwrap_or_default()) {
        0 => written.push(SAME),
        steps => {
            written.extend(std::iter::repeat_n(SKIP, steps - 1));
            written.push(NEXT);
        }
    }
    *before = Some(at);
    written.push_str(&token.term);
}

/// The tokenizer of every layer: takes apart what [`indexed`] wrote.
#[derive(Clone, Debug, Default)]
pub struct Written;

/// The tokens of one layer of one line.
pub struct WrittenTokens<'a> {
    rest: &'a str,
    token: Token,
}

impl Tokenizer for Written {
    type TokenStream<'a> = WrittenTokens<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> WrittenTokens<'a> {
        WrittenTokens { rest: text, token: Token::default() }
    }
}

impl TokenStream for WrittenTokens<'_> {
    fn advance(&mut self) -> bool {
        while let Some(mark) = self.rest.chars().next() {
            self.rest = &self.rest[mark.len_utf8()..];
            if mark != SAME {
                // The first place is the one after the last there is.
                self.token.position = self.token.position.wrapping_add(1);
            }
            if mark != SKIP {
                let end = self.rest.bytes().position(|b| b < b' ').unwrap_or(self.rest.len());
                let (term, rest) = self.rest.split_at(end);
                self.token.text.clear();
                self.token.text.push_str(term);
                self.rest = rest;
                return true;
            }
        }
        false
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let text = "가격이, 협상 끝 — SaaS로 비교견적을 the prices 물";
        let analysis = Analysis::of_text(text);
        for layer in Layer::ALL {
            let tokens: Vec<_> = analysis.tokens.iter().filter(|it| it.layer == layer).collect();
            let (mut written, mut before) = (String::new(), None);
            tokens.iter().for_each(|token| write_token(&mut written, &mut before, token));
            let mut tokenizer = Written;
            let mut stream = tokenizer.token_stream(&written);
            for token in tokens {
                assert!(stream.advance(), "{token:?}");
                assert_eq!((&stream.token().text, stream.token().position), (&token.term, token.position));
            }
            assert!(!stream.advance());
        }
    }
}

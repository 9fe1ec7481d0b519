//! What the index is told of one line.
//! Only what is searched or filtered by goes in; the text itself is not stored.

use tantivy::TantivyDocument;
use tantivy::tokenizer::{PreTokenizedString, Token};

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
    let mut layers = Layer::ALL.map(|layer| (layer, Vec::new()));
    for token in analysis.tokens {
        let (_, tokens) = &mut layers[token.layer as usize];
        // Offsets are not kept by the index: highlights come from the text itself.
        tokens.push(Token {
            offset_from: 0,
            offset_to: 0,
            position: token.position,
            text: token.term,
            position_length: 1,
        });
    }
    for (layer, tokens) in layers {
        if !tokens.is_empty() {
            out.add_pre_tokenized_text(fields.layer(layer), PreTokenizedString { text: String::new(), tokens });
        }
    }
}

//! What the index is told of one line.
//! Only what is searched or filtered by goes in; the text itself is not stored.

use chrono::Datelike;
use tantivy::TantivyDocument;
use tantivy::tokenizer::{PreTokenizedString, Token};

use super::fields::Fields;
use super::tokenizer::{Analysis, Layer};
use crate::domain::{Dimension, Document, Voice};

/// The position of a dimension in `Dimension::ALL`.
fn code_of_dimension(dimension: Dimension) -> u64 {
    Dimension::ALL.iter().position(|it| *it == dimension).unwrap_or_default() as u64
}

fn code_of_voice(voice: Voice) -> u64 {
    Voice::ALL.iter().position(|it| *it == voice).unwrap_or_default() as u64
}

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
    out.add_bytes(fields.study, document.study.bytes());
    out.add_bytes(fields.participant, document.participant.bytes());
    out.add_u64(fields.dimension, code_of_dimension(document.dimension));
    out.add_u64(fields.voice, code_of_voice(document.voice));
    out.add_u64(fields.evidence, u64::from(document.is_evidence()));
    out.add_i64(fields.date, i64::from(document.date.num_days_from_ce()));
    let feeling = document.feeling.map_or(0, |it| u64::from(it.saturating_add(3).unsigned_abs()));
    out.add_u64(fields.feeling, feeling);
    out.add_u64(fields.star, u64::from(document.star));
    out.add_u64(fields.runs, analysis.runs.len() as u64);
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

//! The schema of the index: one field for each layer of tokens, the key by which a note is deleted, and the small
//! columns that filters and counts read. No text is stored.

use tantivy::Term;
use tantivy::schema::{
    BytesOptions, FAST, Field, IndexRecordOption, NumericOptions, Schema, SchemaBuilder, TextFieldIndexing, TextOptions,
};

use super::tokenizer::Layer;
use crate::domain::Id;

/// The number of the format: it grows with every change of the schema, of the analyzer or of what a document holds,
/// and an index of another number is built anew.
pub const FORMAT: u32 = 3;

/// The names of the columns.
pub mod column {
    /// The study, 16 bytes.
    pub const STUDY: &str = "study";
    /// The participant, 16 bytes.
    pub const PARTICIPANT: &str = "participant";
    /// The upper half of the note's id.
    pub const NOTE_HIGH: &str = "note_high";
    /// The lower half of the note's id.
    pub const NOTE_LOW: &str = "note_low";
    /// The position in `Dimension::ALL`.
    pub const DIMENSION: &str = "dimension";
    /// The position in `Voice::ALL`.
    pub const VOICE: &str = "voice";
    /// 1 where the line is evidence of what the participant said, else 0.
    pub const EVIDENCE: &str = "evidence";
    /// Days of the common era.
    pub const DATE: &str = "date";
    /// 0 where no feeling is known, else the feeling and 3.
    pub const FEELING: &str = "feeling";
    /// 1 where the line is worth returning to, else 0.
    pub const STAR: &str = "star";
    /// How many runs the text has.
    pub const RUNS: &str = "runs";
}

/// The fields of the index.
#[derive(Clone, Debug)]
pub struct Fields {
    /// The schema of which they are.
    pub schema: Schema,
    /// The id of the note, by which it is deleted.
    pub note: Field,
    /// See [`column::NOTE_HIGH`] and [`column::NOTE_LOW`].
    pub note_halves: [Field; 2],
    /// See [`column::STUDY`].
    pub study: Field,
    /// See [`column::PARTICIPANT`].
    pub participant: Field,
    /// See [`column::DIMENSION`].
    pub dimension: Field,
    /// See [`column::VOICE`].
    pub voice: Field,
    /// See [`column::EVIDENCE`].
    pub evidence: Field,
    /// See [`column::DATE`].
    pub date: Field,
    /// See [`column::FEELING`].
    pub feeling: Field,
    /// See [`column::STAR`].
    pub star: Field,
    /// See [`column::RUNS`].
    pub runs: Field,
    layers: [Field; Layer::ALL.len()],
}

impl Fields {
    /// The schema of [`FORMAT`].
    pub fn new() -> Fields {
        let mut schema = Schema::builder();
        let number = || NumericOptions::from(FAST);
        let id = || BytesOptions::default().set_fast();
        let note = schema.add_bytes_field("note", BytesOptions::default().set_indexed());
        let note_halves = [column::NOTE_HIGH, column::NOTE_LOW].map(|name| schema.add_u64_field(name, number()));
        let study = schema.add_bytes_field(column::STUDY, id());
        let participant = schema.add_bytes_field(column::PARTICIPANT, id());
        let dimension = schema.add_u64_field(column::DIMENSION, number());
        let voice = schema.add_u64_field(column::VOICE, number());
        let evidence = schema.add_u64_field(column::EVIDENCE, number());
        let date = schema.add_i64_field(column::DATE, number());
        let [feeling, star] = [column::FEELING, column::STAR].map(|name| schema.add_u64_field(name, number()));
        let runs = schema.add_u64_field(column::RUNS, number());
        let layers = Layer::ALL.map(|layer| add_layer(&mut schema, layer));
        let schema = schema.build();
        Fields {
            schema,
            note,
            note_halves,
            study,
            participant,
            dimension,
            voice,
            evidence,
            date,
            feeling,
            star,
            runs,
            layers,
        }
    }

    /// The field of a layer.
    pub fn layer(&self, layer: Layer) -> Field {
        self.layers[layer as usize]
    }

    /// The term that names one note.
    pub fn key(&self, note: Id) -> Term {
        Term::from_field_bytes(self.note, note.bytes())
    }
}

fn add_layer(schema: &mut SchemaBuilder, layer: Layer) -> Field {
    let name = match layer {
        Layer::Text => "text",
        Layer::Word => "word",
        Layer::Edge => "edge",
        Layer::Initial => "initial",
        Layer::Stem => "stem",
    };
    let record =
        if layer.has_positions() { IndexRecordOption::WithFreqsAndPositions } else { IndexRecordOption::Basic };
    // Tokens are handed over ready made; the tokenizer that is named here is never asked.
    let indexing = TextFieldIndexing::default().set_tokenizer("raw").set_fieldnorms(false).set_index_option(record);
    schema.add_text_field(name, TextOptions::default().set_indexing_options(indexing))
}

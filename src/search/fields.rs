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
pub const FORMAT: u32 = 6;

/// The name of the tokenizer that takes apart what a document holds; whoever writes must know it.
pub const TOKENIZER: &str = "written";

/// The names of the columns.
pub mod column {
    /// Where the line stands: see `places`.
    pub const PLACE: &str = "place";
    /// What filters and scores read of it, in one number: see `columns`.
    pub const TRAITS: &str = "traits";
    /// The upper half of the note's id.
    pub const NOTE_HIGH: &str = "note_high";
    /// The lower half of the note's id.
    pub const NOTE_LOW: &str = "note_low";
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
    /// See [`column::PLACE`].
    pub place: Field,
    /// See [`column::TRAITS`].
    pub traits: Field,
    layers: [Field; Layer::ALL.len()],
}

impl Fields {
    /// The schema of [`FORMAT`].
    pub fn new() -> Fields {
        let mut schema = Schema::builder();
        let number = || NumericOptions::from(FAST);
        let note = schema.add_bytes_field("note", BytesOptions::default().set_indexed());
        let note_halves = [column::NOTE_HIGH, column::NOTE_LOW].map(|name| schema.add_u64_field(name, number()));
        let place = schema.add_bytes_field(column::PLACE, BytesOptions::default().set_fast());
        let traits = schema.add_u64_field(column::TRAITS, number());
        let layers = Layer::ALL.map(|layer| add_layer(&mut schema, layer));
        Fields { schema: schema.build(), note, note_halves, place, traits, layers }
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
    let indexing = TextFieldIndexing::default().set_tokenizer(TOKENIZER).set_fieldnorms(false).set_index_option(record);
    schema.add_text_field(name, TextOptions::default().set_indexing_options(indexing))
}

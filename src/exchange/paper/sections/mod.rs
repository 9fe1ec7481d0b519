//! The sections of a brief in the order of the HTML form: who this is, what is known and what not, from whom, each
//! dimension with its claims, the method, the list of lines. The tables beside the claims are in `tables.rs`.

mod claims;
mod tables;

use super::manuscript::{Block, Heading, Para, Piece, Role};
use super::tone::{Color, hue};
use crate::exchange::sheet::Sheet;
use crate::words::{Arg, Words};

/// The sections as they grow.
pub(super) struct Sections<'a> {
    sheet: &'a Sheet,
    words: &'a Words,
    blocks: Vec<Block>,
}

/// All of them.
pub(super) fn whole(sheet: &Sheet, words: &Words) -> Vec<Block> {
    let mut sections = Sections { sheet, words, blocks: Vec::new() };
    sections.first();
    sections.known();
    sections.unknown();
    sections.people();
    sections.parts();
    sections.worst();
    sections.apart();
    sections.expectations();
    sections.triggers();
    sections.cases();
    sections.loose();
    sections.method();
    sections.curve(2);
    sections.counted();
    sections.dropped();
    sections.evidence();
    sections.blocks
}

/// Those of one picture.
#[cfg(feature = "png")]
pub(super) fn picture(sheet: &Sheet, words: &Words) -> Vec<Block> {
    let mut sections = Sections { sheet, words, blocks: Vec::new() };
    sections.first();
    sections.known();
    sections.curve(2);
    sections.hash();
    sections.blocks
}

impl Sections<'_> {
    fn said(&self, key: &str) -> String {
        self.words.say(&format!("report-{key}"))
    }

    fn heading(&mut self, level: usize, text: impl Into<String>) {
        self.anchored(level, text, None);
    }

    fn anchored(&mut self, level: usize, text: impl Into<String>, anchor: Option<String>) {
        self.blocks.push(Block::Heading(Heading { level, text: text.into(), anchor, hue: None, is_quiet: false }));
    }

    /// The heading of a dimension.
    fn coloured(&mut self, text: &str, hue: Color) {
        let heading = Heading { level: 2, text: text.to_owned(), anchor: None, hue: Some(hue), is_quiet: false };
        self.blocks.push(Block::Heading(heading));
    }

    /// A heading of the second level whose text is `report-<key>`.
    fn section(&mut self, key: &str) {
        let text = self.said(key);
        self.heading(2, text);
    }

    fn para(&mut self, role: Role, text: Vec<Piece>) {
        self.put(Para::new(role, text));
    }

    fn put(&mut self, para: Para) {
        self.blocks.push(Block::Para(para));
    }

    fn entry(&mut self, text: &str) {
        self.para(Role::Entry, vec![Piece::plain(text)]);
    }

    fn first(&mut self) {
        self.para(Role::Study, vec![Piece::plain(&self.sheet.study)]);
        self.heading(1, &self.sheet.persona);
        let facts = format!("{} · {}", self.sheet.facts, self.sheet.span);
        for (role, text) in
            [(Role::About, &self.sheet.about), (Role::Facts, &self.sheet.edition), (Role::Facts, &facts)]
        {
            if !text.is_empty() {
                self.para(role, vec![Piece::plain(text)]);
            }
        }
    }

    fn unknown(&mut self) {
        self.section("unknown");
        for sentence in &self.sheet.unknown {
            self.entry(sentence);
        }
    }

    fn parts(&mut self) {
        for part in &self.sheet.parts {
            self.coloured(&part.label, hue(part.dimension));
            if !part.nothing.is_empty() {
                self.para(Role::Nothing, vec![Piece::plain(&part.nothing)]);
            }
            for claim in &part.claims {
                self.anchored(3, &claim.headline, Some(claim.id.clone()));
                self.claim(claim);
            }
            if !part.few.is_empty() {
                let text = self.said("few");
                let few = Heading { level: 3, text, anchor: None, hue: None, is_quiet: true };
                self.blocks.push(Block::Heading(few));
            }
            for claim in &part.few {
                let headline = Para::new(Role::Headline, vec![Piece::strong(&claim.headline)]);
                self.put(Para { anchor: Some(claim.id.clone()), ..headline });
                self.claim(claim);
            }
        }
    }

    fn loose(&mut self) {
        if self.sheet.loose.is_empty() {
            return;
        }
        self.section("unthemed");
        for group in &self.sheet.loose {
            self.heading(3, &group.sentence);
            for line in &group.lines {
                self.line(line, "");
            }
        }
    }

    fn method(&mut self) {
        self.section("method");
        for sentence in &self.sheet.method {
            self.entry(sentence);
        }
        self.hash();
    }

    /// The digest of the lines that a published version used.
    fn hash(&mut self) {
        if !self.sheet.hash.is_empty() {
            let hash = self.words.say_with("report-hash", &[("hash", Arg::from(&self.sheet.hash))]);
            self.entry(&hash);
        }
    }

    fn curve(&mut self, level: usize) {
        let Some(curve) = &self.sheet.curve else { return };
        let heading = self.said("curve");
        self.heading(level, heading);
        self.blocks.push(Block::Plot(curve.clone()));
        let band = self.said("curve-band");
        self.para(Role::Note, vec![Piece::plain(band)]);
    }

    fn dropped(&mut self) {
        if self.sheet.dropped.is_empty() {
            return;
        }
        self.section("dropped");
        for it in &self.sheet.dropped {
            let named = vec![Piece::dim(&it.label), Piece::plain("  "), Piece::strong(&it.theme)];
            self.para(Role::Headline, named);
            self.para(Role::Said, vec![Piece::plain(&it.reason)]);
            self.para(Role::Who, vec![Piece::plain(&it.by)]);
        }
    }
}

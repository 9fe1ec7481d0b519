//! A manuscript: a sheet as headings, paragraphs, tables and a plot, in the order in which they are read. It knows what a
//! text is (a quotation, a count, a row's head), not where it stands on a page.
//! Only a person's own words are put into quotation marks here.

use chrono::NaiveDate;

use super::sections;
use super::tone::{Color, Tone};
use crate::domain::brief::Brief;
use crate::exchange::sheet::{Curve, Dots, Sheet};
use crate::words::Words;

/// A brief before it is set.
pub(super) struct Manuscript {
    /// The language: `en` or `ko`.
    pub lang: &'static str,
    /// The persona's name.
    pub title: String,
    /// The study's name.
    pub study: String,
    /// Who published it; empty in a draft.
    pub author: String,
    /// The day it was published, or of its newest interview: the only date that a document has.
    pub date: Option<NaiveDate>,
    /// What stands at the foot of every page.
    pub foot: String,
    /// What is read, in order.
    pub blocks: Vec<Block>,
}

/// One thing on paper.
pub(super) enum Block {
    Heading(Heading),
    Para(Para),
    Table(Table),
    Plot(Curve),
}

/// A heading of level 1 to 3.
pub(super) struct Heading {
    pub level: usize,
    pub text: String,
    pub anchor: Option<String>,
    /// The hue of its dimension, drawn as a rule above it.
    pub hue: Option<Color>,
    /// Whether it says how to read what follows, and not what is known.
    pub is_quiet: bool,
}

/// A paragraph.
pub(super) struct Para {
    pub role: Role,
    pub text: Vec<Piece>,
    /// What stands in the margin beside it: a code, a state.
    pub aside: Vec<Piece>,
    pub anchor: Option<String>,
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// The study, above the title.
    Study,
    /// Who the persona is.
    About,
    /// Under which number, from whom, when.
    Facts,
    /// What each kind of dot means.
    Legend,
    /// One of several sentences.
    Entry,
    /// That nothing is known.
    Nothing,
    /// The heading of a claim that one or two people support.
    Headline,
    /// Who wrote a heading.
    Written,
    /// The counts of a claim.
    Measure,
    /// Somebody's own words.
    Quoted,
    /// What somebody said in other words, or why something was left out.
    Said,
    /// Who said it.
    Who,
    /// What else must be known.
    Note,
}

/// A table with a caption and, where its columns need names, a head.
pub(super) struct Table {
    pub caption: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
}

/// A column.
pub(super) struct Column {
    /// Its name; all are empty where the table has no head.
    pub head: String,
    /// Its share of the width; all make 1.
    pub share: f32,
    /// Whether it holds numbers, which stand to the right.
    pub is_number: bool,
}

/// A row.
pub(super) struct Row {
    pub cells: Vec<Cell>,
    pub anchor: Option<String>,
}

/// A cell; the only one of its row where it heads the rows below.
pub(super) struct Cell {
    pub lines: Vec<Vec<Piece>>,
    /// Whether it names its row.
    pub is_head: bool,
}

/// A piece of a paragraph.
pub(super) enum Piece {
    Text {
        text: String,
        tone: Tone,
        /// The anchor that it leads to.
        to: Option<String>,
    },
    /// A row of dots, one per person.
    Dots(Dots),
}

impl Manuscript {
    /// The whole brief.
    pub fn of(brief: &Brief, words: &Words) -> Manuscript {
        Manuscript::with(brief, words, sections::whole)
    }

    /// What goes into one picture: who, what is known, how new themes came in.
    #[cfg(feature = "png")]
    pub fn picture(brief: &Brief, words: &Words) -> Manuscript {
        Manuscript::with(brief, words, sections::picture)
    }

    /// Every place that something can lead to.
    pub fn anchors(&self) -> impl Iterator<Item = &str> {
        self.blocks.iter().flat_map(Block::anchors)
    }

    fn with(brief: &Brief, words: &Words, sections: fn(&Sheet, &Words) -> Vec<Block>) -> Manuscript {
        let sheet = Sheet::of(brief, words);
        let foot = [&sheet.study, &sheet.persona, &sheet.edition];
        let foot: Vec<&str> = foot.into_iter().map(String::as_str).filter(|it| !it.is_empty()).collect();
        Manuscript {
            lang: sheet.lang,
            title: sheet.persona.clone(),
            study: sheet.study.clone(),
            author: brief
                .edition
                .as_ref()
                .map(|it| crate::domain::text::clean(&it.by).into_owned())
                .unwrap_or_default(),
            date: brief.edition.as_ref().map(|it| it.date).or(brief.as_of),
            foot: foot.join(" · "),
            blocks: sections(&sheet, words),
        }
    }
}

impl Block {
    fn anchors(&self) -> Vec<&str> {
        match self {
            Block::Heading(it) => it.anchor.iter().map(String::as_str).collect(),
            Block::Para(it) => it.anchor.iter().map(String::as_str).collect(),
            Block::Table(it) => it.rows.iter().filter_map(|row| row.anchor.as_deref()).collect(),
            Block::Plot(_) => Vec::new(),
        }
    }
}

impl Piece {
    pub fn plain(text: impl Into<String>) -> Piece {
        Piece::Text { text: text.into(), tone: Tone::Plain, to: None }
    }

    pub fn strong(text: impl Into<String>) -> Piece {
        Piece::Text { text: text.into(), tone: Tone::Strong, to: None }
    }

    pub fn dim(text: impl Into<String>) -> Piece {
        Piece::Text { text: text.into(), tone: Tone::Dim, to: None }
    }

    /// The name of a dimension in its hue.
    pub fn dimension(name: &str, color: Color) -> Piece {
        Piece::Text { text: name.to_owned(), tone: Tone::Hue(color), to: None }
    }

    /// A code that leads to its line.
    pub fn code(code: &str) -> Piece {
        Piece::dim(code).leading(code)
    }

    /// The same, leading to an anchor.
    pub fn leading(self, anchor: &str) -> Piece {
        match self {
            Piece::Text { text, tone, .. } => Piece::Text { text, tone, to: Some(anchor.to_owned()) },
            dots @ Piece::Dots(_) => dots,
        }
    }
}

impl Para {
    pub fn new(role: Role, text: Vec<Piece>) -> Para {
        Para { role, text, aside: Vec::new(), anchor: None }
    }

    /// The same with this in the margin.
    pub fn beside(self, aside: Vec<Piece>) -> Para {
        Para { aside, ..self }
    }
}

impl Cell {
    /// A cell of one line.
    pub fn of(piece: Piece) -> Cell {
        Cell { lines: vec![vec![piece]], is_head: false }
    }

    /// A cell that names its row.
    pub fn head(piece: Piece) -> Cell {
        Cell { lines: vec![vec![piece]], is_head: true }
    }
}

//! How each role of a paragraph is set: size, leading, the room above, where it begins. One scale of sizes, in points:
//! 20 for the title, 13 for sections, 10.5 for claims, 9.5 for what is read, 8 for what stands beside it.

use crate::exchange::paper::manuscript::Role;
use crate::exchange::paper::tone::{Color, DIM, INK, Tone};

/// The size of what stands beside the text.
pub(super) const SMALL: f32 = 8.0;
/// The size of what is read.
pub(super) const BODY: f32 = 9.5;
/// What a small tone takes off the size of its paragraph.
const SMALLER: f32 = 0.85;
/// The share of the width that running text takes; the rest is the margin for codes and states.
pub(super) const TEXT: f32 = 0.77;
/// The room between text and margin.
pub(super) const GAP: f32 = 16.0;

/// How a paragraph is set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    pub size: f32,
    pub color: Color,
    pub is_bold: bool,
    /// Leading, in sizes.
    pub leading: f32,
    /// The room above it.
    pub before: f32,
    /// Where it begins, from the left.
    pub indent: f32,
    /// Whether it stays with what follows.
    pub keeps: bool,
}

const PLAIN: Style =
    Style { size: BODY, color: INK, is_bold: false, leading: 1.5, before: 4.0, indent: 0.0, keeps: false };

impl Style {
    /// The style of a paragraph.
    pub fn of(role: Role) -> Style {
        let small = Style { size: SMALL, color: DIM, ..PLAIN };
        match role {
            Role::Study => Style { color: DIM, before: 0.0, keeps: true, ..PLAIN },
            Role::About => Style { size: 10.5, before: 5.0, ..PLAIN },
            Role::Facts => Style { size: 8.5, color: DIM, ..PLAIN },
            Role::Entry => Style { indent: 10.0, before: 3.0, ..PLAIN },
            Role::Nothing => Style { color: DIM, ..PLAIN },
            Role::Headline => Style { before: 12.0, keeps: true, ..PLAIN },
            Role::Written => Style { before: 1.0, keeps: true, ..small },
            Role::Measure => Style { size: 8.5, color: DIM, before: 2.0, keeps: true, ..PLAIN },
            Role::Quoted | Role::Said => Style { indent: 10.0, before: 7.0, keeps: true, ..PLAIN },
            Role::Who => Style { indent: 10.0, before: 0.0, leading: 1.4, ..small },
            Role::Note | Role::Legend => Style { before: 6.0, leading: 1.45, ..small },
        }
    }

    /// The style of a heading.
    pub fn heading(level: usize) -> Style {
        let bold = Style { is_bold: true, leading: 1.3, keeps: true, ..PLAIN };
        match level {
            1 => Style { size: 20.0, before: 2.0, ..bold },
            2 => Style { size: 13.0, before: 24.0, ..bold },
            _ => Style { size: 10.5, before: 16.0, ..bold },
        }
    }

    /// The style of a heading that only says how to read what follows.
    pub fn quiet() -> Style {
        Style { size: BODY, color: DIM, before: 20.0, keeps: true, ..PLAIN }
    }

    /// The style of a cell, of a table's head or of its caption.
    pub fn cell() -> Style {
        Style { size: 8.75, leading: 1.4, before: 0.0, ..PLAIN }
    }

    /// The style of what names columns and tables.
    pub fn caption() -> Style {
        Style { size: SMALL, color: DIM, leading: 1.4, before: 8.0, keeps: true, ..PLAIN }
    }

    /// The same for a piece of this tone.
    pub fn toned(self, tone: Tone) -> Style {
        match tone {
            Tone::Plain => self,
            Tone::Strong => Style { is_bold: true, color: INK, ..self },
            Tone::Dim => Style { size: (self.size * SMALLER).max(7.5), color: DIM, is_bold: false, ..self },
            Tone::Hue(color) => Style { is_bold: true, color, ..self },
        }
    }

    /// The height of a line.
    pub fn height(&self) -> f32 {
        self.size * self.leading
    }
}

//! Every colour, emphasis and chrome glyph of the terminal UI, and their plainer twins. A colour means a dimension
//! and nothing else; no meaning is carried by colour alone. Nothing outside this file names a colour.

use ratatui::style::{Color, Modifier, Style};

use crate::domain::evidence::State;
use crate::domain::{Dimension, Subject};

/// How many colours the terminal shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colors {
    /// None at all (`NO_COLOR`).
    None,
    /// The sixteen of the terminal's own palette.
    Sixteen,
    /// The 256 of xterm.
    Indexed,
    /// Any.
    #[default]
    Full,
}

/// The glyphs of the chrome.
#[derive(Debug, PartialEq, Eq)]
pub struct Glyphs {
    /// A horizontal rule.
    pub rule: &'static str,
    /// A vertical rule.
    pub side: &'static str,
    /// Says that a text was cut.
    pub more: &'static str,
    /// Between two things of one kind.
    pub dot: &'static str,
    /// A full cell of a bar.
    pub full: &'static str,
    /// The row under the cursor, beside its reverse video.
    pub here: &'static str,
    /// A starred line.
    pub star: &'static str,
    /// At least three people.
    pub strong: &'static str,
    /// One or two people.
    pub thin: &'static str,
    /// Nobody yet.
    pub assumption: &'static str,
    /// The arrow of a loop or a step.
    pub arrow: &'static str,
    /// A way back in the path.
    pub back: &'static str,
}

const DRAWN: Glyphs = Glyphs {
    rule: "─",
    side: "│",
    more: "…",
    dot: "·",
    full: "█",
    here: "▸",
    star: "★",
    strong: "●",
    thin: "◐",
    assumption: "○",
    arrow: "→",
    back: "←",
};

const PLAIN: Glyphs = Glyphs {
    rule: "-",
    side: "|",
    more: ">",
    dot: ".",
    full: "#",
    here: ">",
    star: "*",
    strong: "#",
    thin: "+",
    assumption: "-",
    arrow: ">",
    back: "<",
};

/// How everything looks on this terminal.
#[derive(Clone, Debug)]
pub struct Look {
    colors: Colors,
    /// The chrome.
    pub glyphs: &'static Glyphs,
}

impl Look {
    /// The look for a terminal; where it draws characters of ambiguous width (UAX #11) wide, `ascii` is wanted too.
    pub fn new(colors: Colors, ascii: bool) -> Look {
        Look { colors, glyphs: if ascii { &PLAIN } else { &DRAWN } }
    }

    /// Content.
    pub fn plain(&self) -> Style {
        Style::new()
    }

    /// Content that leads.
    pub fn bold(&self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// Chrome.
    pub fn dim(&self) -> Style {
        match self.colors {
            Colors::Full => Style::new().fg(Color::Rgb(0x8a, 0x8f, 0x98)),
            Colors::Indexed => Style::new().fg(Color::Indexed(245)),
            Colors::Sixteen | Colors::None => Style::new().add_modifier(Modifier::DIM),
        }
    }

    /// What is not well: it always stands beside a word.
    pub fn alert(&self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED | Modifier::BOLD)
    }

    /// What a search has found in a text.
    pub fn found(&self) -> Style {
        Style::new().add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
    }

    /// The hue of a dimension or of the path.
    pub fn subject(&self, subject: Subject) -> Style {
        let (full, indexed, sixteen) = match subject {
            Subject::Trigger => (Color::Rgb(0xe6, 0x9f, 0x00), 214, Color::Yellow),
            Subject::Criteria => (Color::Rgb(0x56, 0xb4, 0xe9), 74, Color::Blue),
            Subject::Benefit => (Color::Rgb(0x00, 0x9e, 0x73), 36, Color::Green),
            Subject::Concern => (Color::Rgb(0xd5, 0x5e, 0x00), 166, Color::Red),
            Subject::PostPurchase => (Color::Rgb(0xcc, 0x79, 0xa7), 175, Color::Magenta),
            Subject::Path => (Color::Rgb(0xf0, 0xe4, 0x42), 227, Color::Cyan),
        };
        match self.colors {
            Colors::Full => Style::new().fg(full),
            Colors::Indexed => Style::new().fg(Color::Indexed(indexed)),
            Colors::Sixteen => Style::new().fg(sixteen),
            Colors::None => Style::new(),
        }
    }

    /// The hue of a dimension; the unsorted have none.
    pub fn dimension(&self, dimension: Dimension) -> Style {
        subject_of(dimension).map_or_else(|| self.dim(), |subject| self.subject(subject))
    }

    /// The mark of a state of evidence.
    pub fn state(&self, state: State) -> &'static str {
        match state {
            State::Strong => self.glyphs.strong,
            State::Thin => self.glyphs.thin,
            State::Assumption => self.glyphs.assumption,
            State::Contradicted => "!",
            State::Stale => "~",
        }
    }
}

/// The dimension as a subject; the unsorted are about nothing yet.
pub fn subject_of(dimension: Dimension) -> Option<Subject> {
    Subject::ALL.iter().copied().find(|subject| subject.dimension() == Some(dimension))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::text;

    #[test]
    fn the_plain_twins_are_one_ascii_cell() {
        let Glyphs { rule, side, more, dot, full, here, star, strong, thin, assumption, arrow, back } = PLAIN;
        for glyph in [rule, side, more, dot, full, here, star, strong, thin, assumption, arrow, back] {
            assert!(glyph.is_ascii() && glyph.len() == 1, "{glyph}");
        }
        let Glyphs { rule, side, more, dot, full, here, star, strong, thin, assumption, arrow, back } = DRAWN;
        for glyph in [rule, side, more, dot, full, here, star, strong, thin, assumption, arrow, back] {
            assert_eq!(text::width(glyph), 1, "{glyph}");
        }
    }

    #[test]
    fn no_color_means_no_color() {
        let look = Look::new(Colors::None, false);
        let styles = Subject::ALL.iter().map(|subject| look.subject(*subject));
        for style in styles.chain([look.plain(), look.bold(), look.dim(), look.alert(), look.found()]) {
            assert!(style.fg.is_none() && style.bg.is_none());
        }
    }
}

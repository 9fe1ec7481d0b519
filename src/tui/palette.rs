//! Every colour, emphasis and chrome glyph of the terminal UI, and their plainer twins. A colour means a dimension
//! and nothing else; no meaning is carried by colour alone. Nothing outside this file names a colour.

use ratatui::style::{Color, Modifier, Style};

use crate::config::Palette;
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
    /// One person on an axis.
    pub point: &'static str,
    /// The arrow of a loop or a step.
    pub arrow: &'static str,
    /// A way back in the path.
    pub back: &'static str,
    /// Chosen.
    pub on: &'static str,
    /// Spoke against it.
    pub against: &'static str,
    /// Means the same.
    pub alike: &'static str,
    /// Waits for a person to decide.
    pub waits: &'static str,
    /// Is to be written.
    pub blank: &'static str,
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
    point: "○",
    arrow: "→",
    back: "←",
    on: "✓",
    against: "×",
    alike: "≈",
    waits: "▹",
    blank: "□",
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
    point: "o",
    arrow: ">",
    back: "<",
    on: "+",
    against: "x",
    alike: "=",
    waits: "?",
    blank: "_",
};

/// One hue as the terminal can show it; the full one is `0xRRGGBB`.
#[derive(Clone, Copy)]
struct Hue {
    full: u32,
    indexed: u8,
    sixteen: Color,
}

const fn hue(full: u32, indexed: u8, sixteen: Color) -> Hue {
    Hue { full, indexed, sixteen }
}

/// Trigger, criteria, benefit, concern, post-purchase, path: Okabe-Ito, at least 4.5:1 on black.
const DARK: [Hue; 6] = [
    hue(0xe6_9f_00, 214, Color::Yellow),
    hue(0x56_b4_e9, 74, Color::Blue),
    hue(0x00_9e_73, 36, Color::Green),
    hue(0xd5_5e_00, 166, Color::Red),
    hue(0xcc_79_a7, 175, Color::Magenta),
    hue(0xf0_e4_42, 227, Color::Cyan),
];

/// Their darker twins, at least 4.5:1 on white.
const LIGHT: [Hue; 6] = [
    hue(0x8a_5a_00, 94, Color::Yellow),
    hue(0x0b_6a_a2, 25, Color::Blue),
    hue(0x00_73_4f, 29, Color::Green),
    hue(0xb0_4a_00, 130, Color::Red),
    hue(0x9c_3f_78, 126, Color::Magenta),
    hue(0x6b_64_00, 58, Color::Cyan),
];

/// Their stronger twins, at least 7:1 on black.
const HIGH_CONTRAST: [Hue; 6] = [
    hue(0xff_b0_00, 214, Color::LightYellow),
    hue(0x7c_c8_ff, 117, Color::LightBlue),
    hue(0x2f_e0_a8, 49, Color::LightGreen),
    hue(0xff_8c_42, 208, Color::LightRed),
    hue(0xff_a0_d0, 218, Color::LightMagenta),
    hue(0xff_f3_5c, 227, Color::LightCyan),
];

fn rgb(hue: u32) -> Color {
    let [_, red, green, blue] = hue.to_be_bytes();
    Color::Rgb(red, green, blue)
}

/// How everything looks on this terminal.
#[derive(Clone, Debug)]
pub struct Look {
    colors: Colors,
    palette: Palette,
    /// The chrome.
    pub glyphs: &'static Glyphs,
}

impl Look {
    /// The look for a terminal; where it draws characters of ambiguous width (UAX #11) wide, `ascii` is wanted too.
    pub fn new(colors: Colors, ascii: bool) -> Look {
        Look { colors, palette: Palette::Dark, glyphs: if ascii { &PLAIN } else { &DRAWN } }
    }

    /// Whether nothing but ASCII may be drawn.
    pub fn is_ascii(&self) -> bool {
        *self.glyphs == PLAIN
    }

    /// The same look in the hues of a palette. The ground itself is the terminal's and never painted.
    pub fn on(self, palette: Palette) -> Look {
        Look { palette, ..self }
    }

    /// Content.
    pub fn plain(&self) -> Style {
        Style::new()
    }

    /// Content that leads.
    pub fn bold(&self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// Chrome. Under high contrast nothing is dim.
    pub fn dim(&self) -> Style {
        let (full, indexed) = match self.palette {
            Palette::Dark => (0x8a_8f_98, 245),
            Palette::Light => (0x5a_5f_68, 241),
            Palette::HighContrast => return self.plain(),
        };
        match self.colors {
            Colors::Full => Style::new().fg(rgb(full)),
            Colors::Indexed => Style::new().fg(Color::Indexed(indexed)),
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
        let hues = match self.palette {
            Palette::Dark => &DARK,
            Palette::Light => &LIGHT,
            Palette::HighContrast => &HIGH_CONTRAST,
        };
        let hue = match subject {
            Subject::Trigger => hues[0],
            Subject::Criteria => hues[1],
            Subject::Benefit => hues[2],
            Subject::Concern => hues[3],
            Subject::PostPurchase => hues[4],
            Subject::Path => hues[5],
        };
        match self.colors {
            Colors::Full => Style::new().fg(rgb(hue.full)),
            Colors::Indexed => Style::new().fg(Color::Indexed(hue.indexed)),
            Colors::Sixteen => Style::new().fg(hue.sixteen),
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
        let Glyphs {
            rule,
            side,
            more,
            dot,
            full,
            here,
            star,
            strong,
            thin,
            assumption,
            point,
            arrow,
            back,
            on,
            against,
            alike,
            waits,
            blank,
        } = PLAIN;
        for glyph in [
            rule, side, more, dot, full, here, star, strong, thin, assumption, point, arrow, back, on, against, alike,
            waits, blank,
        ] {
            assert!(glyph.is_ascii() && glyph.len() == 1, "{glyph}");
        }
        let Glyphs {
            rule,
            side,
            more,
            dot,
            full,
            here,
            star,
            strong,
            thin,
            assumption,
            point,
            arrow,
            back,
            on,
            against,
            alike,
            waits,
            blank,
        } = DRAWN;
        for glyph in [
            rule, side, more, dot, full, here, star, strong, thin, assumption, point, arrow, back, on, against, alike,
            waits, blank,
        ] {
            assert_eq!(text::width(glyph), 1, "{glyph}");
        }
    }

    /// The looks of a palette with every number of colours.
    fn looks(palette: Palette) -> [Look; 4] {
        [Colors::None, Colors::Sixteen, Colors::Indexed, Colors::Full].map(|it| Look::new(it, false).on(palette))
    }

    fn styles(look: &Look) -> Vec<Style> {
        let hues = Subject::ALL.iter().map(|subject| look.subject(*subject));
        hues.chain([look.plain(), look.bold(), look.dim(), look.alert(), look.found()]).collect()
    }

    /// The colour as red, green and blue: the cube and the greys of the 256 as xterm mixes them.
    fn mixed(color: Color) -> Option<[u8; 3]> {
        let level = |n: u8| if n == 0 { 0 } else { 55 + 40 * n };
        match color {
            Color::Rgb(red, green, blue) => Some([red, green, blue]),
            Color::Indexed(n @ 16..=231) => Some([(n - 16) / 36, (n - 16) / 6 % 6, (n - 16) % 6].map(level)),
            Color::Indexed(n @ 232..) => Some([8 + 10 * (n - 232); 3]),
            _ => None,
        }
    }

    /// The relative luminance of WCAG 2.2.
    fn luminance(rgb: [u8; 3]) -> f64 {
        let [red, green, blue] = rgb.map(|channel| {
            let channel = f64::from(channel) / 255.0;
            if channel <= 0.04045 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// The contrast ratio of WCAG 2.2, from 1 to 21.
    fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn the_contrast_is_that_of_wcag() {
        assert!((contrast([0; 3], [255; 3]) - 21.0).abs() < 1e-9);
        assert!((contrast([0x77; 3], [255; 3]) - 4.48).abs() < 0.01);
    }

    #[test]
    fn every_hue_can_be_read_on_its_ground() {
        for (palette, ground, least) in
            [(Palette::Dark, [0; 3], 4.5), (Palette::Light, [255; 3], 4.5), (Palette::HighContrast, [0; 3], 7.0)]
        {
            for look in looks(palette) {
                for style in styles(&look) {
                    let Some(rgb) = style.fg.and_then(mixed) else { continue };
                    let ratio = contrast(rgb, ground);
                    assert!(ratio >= least, "{palette}: {style:?} has {ratio:.2}");
                }
            }
        }
    }

    #[test]
    fn the_six_hues_differ_in_every_palette() {
        for look in Palette::ALL.iter().flat_map(|palette| looks(*palette)).filter(|it| it.colors != Colors::None) {
            let mut hues: Vec<_> = Subject::ALL.iter().filter_map(|subject| look.subject(*subject).fg).collect();
            hues.dedup();
            hues.sort_by_key(|hue| format!("{hue:?}"));
            hues.dedup();
            assert_eq!(hues.len(), Subject::ALL.len(), "{look:?}");
        }
    }

    #[test]
    fn high_contrast_is_never_dim_and_no_ground_is_painted() {
        for palette in Palette::ALL {
            for style in looks(*palette).iter().flat_map(styles) {
                assert_eq!(style.bg, None);
                let is_dim = style.add_modifier.contains(Modifier::DIM);
                assert!(!is_dim || *palette != Palette::HighContrast, "{style:?}");
            }
        }
    }

    #[test]
    fn no_color_means_no_color() {
        for palette in Palette::ALL {
            for style in styles(&Look::new(Colors::None, false).on(*palette)) {
                assert!(style.fg.is_none() && style.bg.is_none());
            }
        }
    }
}

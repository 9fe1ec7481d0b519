//! How a piece of text looks, said once for every form of paper: its tone, and the hues of the dimensions, which are
//! those of the style sheet of the HTML form on white. A hue never tells anything that a word does not.

/// A colour of sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Color(pub u8, pub u8, pub u8);

/// The ink of running text.
pub(super) const INK: Color = Color(0x16, 0x18, 0x1b);
/// What stands beside it.
pub(super) const DIM: Color = Color(0x56, 0x5b, 0x64);

/// What a piece of text is to the reader.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Tone {
    /// Running text, as its paragraph has it.
    Plain,
    /// What counts most.
    Strong,
    /// Beside the text, smaller: who, where, a label.
    Dim,
    /// The name of a dimension.
    Hue(Color),
}

/// The hue of a dimension by its name in code; what is none has the ink of the text.
pub(super) fn hue(dimension: &str) -> Color {
    match dimension {
        "trigger" => Color(0x8a, 0x5a, 0x00),
        "criteria" => Color(0x0b, 0x6a, 0xa2),
        "benefit" => Color(0x00, 0x73, 0x4f),
        "concern" => Color(0xb0, 0x4a, 0x00),
        "post_purchase" => Color(0x9c, 0x3f, 0x78),
        "path" => Color(0x6b, 0x64, 0x00),
        _ => INK,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hues_are_those_of_the_style_sheet() {
        let style = include_str!("../html/style.css");
        let light = style.split("@media").next().unwrap_or_default();
        let named = ["trigger", "criteria", "benefit", "concern", "post_purchase", "path"].map(|it| (it, hue(it)));
        for (name, Color(r, g, b)) in named.into_iter().chain([("ink", INK), ("dim", DIM)]) {
            let name = name.trim_end_matches("_purchase");
            assert!(light.contains(&format!("--{name}: #{r:02x}{g:02x}{b:02x}")), "{name}");
        }
    }
}

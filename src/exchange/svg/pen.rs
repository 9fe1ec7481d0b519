//! The pen: elements of SVG with whole numbers for places, text escaped, one `text` element for each thing that is said.
//! It knows no chart and no font.

use std::fmt::Write;

use super::advance::{Row, rows};
use super::fonts;
use crate::exchange::html::xml;

/// How a text is set.
#[derive(Clone, Copy)]
pub(super) struct Style {
    /// The size of its letters, in pixels.
    pub size: i32,
    /// Whether it stands out.
    pub bold: bool,
    /// Whether it stands back.
    pub dim: bool,
    /// Whether it is set around its place and not from it on.
    pub middle: bool,
}

impl Style {
    /// Plain text of a size.
    pub const fn of(size: i32) -> Style {
        Style { size, bold: false, dim: false, middle: false }
    }

    pub const fn bold(self) -> Style {
        Style { bold: true, ..self }
    }

    pub const fn dim(self) -> Style {
        Style { dim: true, ..self }
    }

    pub const fn middle(self) -> Style {
        Style { middle: true, ..self }
    }

    /// The size by which widths are estimated: bold letters are wider.
    pub const fn measured(self) -> i32 {
        if self.bold { self.size + self.size / 6 + 1 } else { self.size }
    }

    /// From one row to the next.
    pub const fn leading(self) -> i32 {
        self.size * 27 / 20
    }
}

/// A drawing that is being made.
#[derive(Default)]
pub(super) struct Pen {
    out: String,
}

impl Pen {
    /// An element without text, by its name and attributes, which hold no text from outside.
    pub fn shape(&mut self, element: &str) {
        let _infallible = writeln!(self.out, "<{element}/>");
    }

    /// A rule from one point to another.
    pub fn rule(&mut self, from: (i32, i32), to: (i32, i32), style: &str) {
        self.shape(&format!(
            "line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"currentColor\" {style}",
            from.0, from.1, to.0, to.1
        ));
    }

    /// A text in rows of at most this width, from the top at `y`; what stands before it hangs at the left. Returns where it
    /// ends.
    pub fn text(&mut self, (x, y): (i32, i32), (mark, text): (&str, &str), width: i32, style: Style) -> i32 {
        let indent = if mark.is_empty() { 0 } else { style.size * 3 / 2 };
        let rows = rows(text, width - indent, style.measured());
        if rows.is_empty() {
            return y;
        }
        let weight = if style.bold { " font-weight=\"650\"" } else { "" };
        let opacity = if style.dim { " fill-opacity=\".72\"" } else { "" };
        let anchor = if style.middle { " text-anchor=\"middle\"" } else { "" };
        let _infallible = write!(self.out, "<text font-size=\"{}\"{weight}{opacity}{anchor}>", style.size);
        let first = y + style.size;
        if !mark.is_empty() {
            let _infallible = write!(self.out, "<tspan x=\"{x}\" y=\"{first}\">{}</tspan>", xml(mark));
        }
        for (row, at) in rows.iter().zip(0..) {
            self.row(row, (x + indent, first + at * style.leading()));
        }
        self.out.push_str("</text>\n");
        y + i32::try_from(rows.len()).unwrap_or(0) * style.leading()
    }

    fn row(&mut self, row: &Row, (x, y): (i32, i32)) {
        let fit = if row.strange {
            format!(" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\"", row.width)
        } else {
            String::new()
        };
        let _infallible = write!(self.out, "<tspan x=\"{x}\" y=\"{y}\"{fit}>{}</tspan>", xml(&row.text));
    }

    /// The drawing as an `svg` element; one that stands alone names its language of mark-up, too.
    pub fn finish(self, size: (i32, i32), (title, description): (&str, &str), lang: &str, alone: bool) -> String {
        let space = if alone { " xmlns=\"http://www.w3.org/2000/svg\"" } else { "" };
        let (width, height) = size;
        let description =
            if description.is_empty() { String::new() } else { format!("<desc>{}</desc>\n", xml(description)) };
        format!(
            "<svg{space} width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"img\" lang=\"{lang}\" \
             color=\"inherit\" fill=\"currentColor\" font-family=\"{}\">\n<title>{}</title>\n{description}{}</svg>\n",
            fonts(lang),
            xml(title),
            self.out
        )
    }
}

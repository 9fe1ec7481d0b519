//! Pieces of a paragraph become lines of glyphs. A line ends at a space, so that a Korean word keeps its particles
//! (eojeol); a word that is wider than the line breaks between syllables. Spaces stay in the text, so that what is
//! copied out of a page reads as it was written.

use std::collections::BTreeSet;
use std::ops::Range;

use super::face::{Faces, Glyph};
use super::ink::{DOT, Link, Mark, Run, dots, points};
use super::style::Style;
use crate::exchange::paper::manuscript::Piece;
use crate::exchange::sheet::Dots;

/// How far the letters of the first font reach above and below the line on which they stand, in ems.
const ASCENT: f32 = 0.85;
const DESCENT: f32 = 0.255;

/// A last line that takes less of the width has a word too few.
const LONELY: f32 = 0.2;

/// A piece with the node of the tree that it belongs to.
pub(super) type Noded<'p> = (usize, &'p Piece);

/// A line that has been set: its marks begin at 0 and stand on 0.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    /// From its top to where the letters stand.
    pub base: f32,
    /// From there to its bottom.
    pub below: f32,
    pub width: f32,
    pub marks: Vec<(usize, Mark)>,
    pub links: Vec<Link>,
}

/// What sets lines, and what it could not set.
pub(super) struct Compositor<'f> {
    pub faces: &'f Faces<'f>,
    /// Characters that no font has.
    pub missing: BTreeSet<char>,
}

/// One character, or a row of dots.
struct Bit<'p> {
    what: What<'p>,
    style: Style,
    node: usize,
    to: Option<&'p str>,
    width: f32,
}

#[derive(Clone, Copy)]
enum What<'p> {
    Char(char, Glyph),
    Dots(&'p Dots),
}

impl Compositor<'_> {
    /// The lines of a paragraph no wider than `width`.
    pub fn lines(&mut self, pieces: &[Noded<'_>], style: Style, width: f32) -> Vec<Line> {
        let bits = self.bits(pieces, style);
        fair(&bits, width).into_iter().map(|it| line(&bits[it], style)).collect()
    }

    /// A line of plain text, whatever its width.
    pub fn one(&mut self, node: usize, text: &str, style: Style) -> Line {
        let piece = Piece::plain(text);
        line(&self.bits(&[(node, &piece)], style), style)
    }

    fn bits<'p>(&mut self, pieces: &[Noded<'p>], style: Style) -> Vec<Bit<'p>> {
        let mut bits: Vec<Bit<'p>> = Vec::new();
        for (node, piece) in pieces {
            match piece {
                Piece::Dots(dots) => {
                    let width = points(dots.width) * DOT;
                    bits.push(Bit { what: What::Dots(dots), style, node: *node, to: None, width });
                }
                Piece::Text { text, tone, to } => {
                    let style = style.toned(*tone);
                    for c in text.chars() {
                        self.char(&mut bits, (c, style, *node, to.as_deref()));
                    }
                }
            }
        }
        // What is empty is still a place that is read: of an empty cell its row would have one too few.
        if bits.is_empty()
            && let Some((node, _)) = pieces.last()
        {
            self.char(&mut bits, (' ', style, *node, None));
        }
        bits
    }

    fn char<'p>(&mut self, bits: &mut Vec<Bit<'p>>, it: (char, Style, usize, Option<&'p str>)) {
        let (c, style, node, to) = it;
        let Some(glyph) = self.faces.glyph(c, style.is_bold) else {
            self.missing.insert(c);
            return;
        };
        if let Some(Bit { what: What::Char(_, before), style: same, width, .. }) = bits.last_mut()
            && same.size == style.size
        {
            *width += self.faces.kerning(*before, glyph) * style.size;
        }
        bits.push(Bit { what: What::Char(c, glyph), style, node, to, width: glyph.advance * style.size });
    }
}

/// Where the lines begin and end, with no word alone on the last one where the same number of lines can avoid it.
fn fair(bits: &[Bit<'_>], width: f32) -> Vec<Range<usize>> {
    let lines = broken(bits, width);
    let is_lonely = |lines: &[Range<usize>]| {
        let last = lines.last().cloned().unwrap_or_default();
        bits[last].iter().map(|it| it.width).sum::<f32>() < LONELY * width
    };
    if lines.len() < 2 || !is_lonely(&lines) {
        return lines;
    }
    let narrower = (1..=8).map(|step: u8| width * (1.0 - 0.03 * f32::from(step)));
    let better = narrower.map(|width| broken(bits, width)).find(|it| it.len() == lines.len() && !is_lonely(it));
    better.unwrap_or(lines)
}

/// Where the lines begin and end.
fn broken(bits: &[Bit<'_>], width: f32) -> Vec<Range<usize>> {
    let (mut lines, mut start, mut x) = (Vec::new(), 0, 0.0);
    let mut after_space = None;
    for (at, bit) in bits.iter().enumerate() {
        let is_space = matches!(bit.what, What::Char(' ', _));
        if !is_space && x + bit.width > width && at > start {
            let end = after_space.unwrap_or(at);
            lines.push(start..end);
            (start, after_space) = (end, None);
            x = bits[end..at].iter().map(|it| it.width).sum();
        }
        x += bit.width;
        if is_space {
            after_space = Some(at + 1);
        }
    }
    lines.push(start..bits.len());
    lines
}

/// One line: what belongs together (node, font, size, colour) becomes one run.
fn line(bits: &[Bit<'_>], style: Style) -> Line {
    let slack = style.height() - (ASCENT + DESCENT) * style.size;
    let mut line =
        Line { base: slack / 2.0 + ASCENT * style.size, below: slack / 2.0 + DESCENT * style.size, ..Line::default() };
    let mut x = 0.0;
    for bit in bits {
        match bit.what {
            What::Dots(row) => {
                let (height, middle) = (points(row.height) * DOT, 0.33 * style.size);
                let top = if height > style.size * 1.5 { -ASCENT * style.size } else { -middle - height / 2.0 };
                line.below = line.below.max(top + height + 2.0);
                line.marks.extend(dots(row).into_iter().map(|mark| (bit.node, mark.moved(x, top))));
            }
            What::Char(c, glyph) => {
                char(&mut line, bit, (c, glyph, x));
                if c != ' ' {
                    line.width = x + bit.width;
                }
            }
        }
        link(&mut line, bit, x);
        x += bit.width;
    }
    line
}

fn char(line: &mut Line, bit: &Bit<'_>, it: (char, Glyph, f32)) {
    let (c, glyph, x) = it;
    let placed = Glyph { advance: bit.width / bit.style.size, ..glyph };
    if let Some((node, Mark::Text(run))) = line.marks.last_mut()
        && *node == bit.node
        && (run.font, run.size, run.color) == (glyph.font, bit.style.size, bit.style.color)
    {
        run.text.push(c);
        run.glyphs.push(placed);
        return;
    }
    let run = Run {
        x,
        y: 0.0,
        font: glyph.font,
        size: bit.style.size,
        color: bit.style.color,
        text: c.to_string(),
        glyphs: vec![placed],
    };
    line.marks.push((bit.node, Mark::Text(run)));
}

/// The area of a link grows with its characters.
fn link(line: &mut Line, bit: &Bit<'_>, x: f32) {
    let (Some(to), What::Char(c, _)) = (bit.to, bit.what) else { return };
    match line.links.last_mut().filter(|it| it.node == bit.node) {
        Some(link) => {
            link.area[2] = x + bit.width;
            link.text.push(c);
        }
        None => {
            let area = [x, -ASCENT * bit.style.size, x + bit.width, DESCENT * bit.style.size];
            line.links.push(Link { node: bit.node, to: to.to_owned(), text: c.to_string(), area });
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::exchange::paper::manuscript::Role;

    /// The lines of a text, each as it reads.
    fn set(text: &str, width: f32) -> Vec<String> {
        let faces = Faces::of(&[]).unwrap();
        let mut compositor = Compositor { faces: &faces, missing: BTreeSet::new() };
        let piece = Piece::plain(text);
        let lines = compositor.lines(&[(1, &piece)], Style::of(Role::Said), width);
        assert!(compositor.missing.is_empty());
        assert!(lines.iter().all(|it| it.width <= width + 0.01));
        let read = |line: &Line| {
            let runs = line.marks.iter().map(|(_, mark)| match mark {
                Mark::Text(run) => run.text.clone(),
                Mark::Shape(_) => String::new(),
            });
            runs.collect::<String>()
        };
        lines.iter().map(read).collect()
    }

    #[test]
    fn korean_breaks_at_spaces_and_long_words_between_syllables() {
        let text = "라인에서 불량 샘플 왔다고 재학습해 달래요. 근데 돌리면 나흘 뒤예요.";
        let lines = set(text, 120.0);
        assert!(lines.len() > 2 && lines[..lines.len() - 1].iter().all(|it| it.ends_with(' ')), "{lines:?}");
        assert_eq!(lines.concat(), text, "nothing is lost, nothing is added");
        let long = "가나다라마바사아자차카타파하".repeat(9);
        let lines = set(&long, 120.0);
        assert!(lines.len() > 5);
        assert_eq!(lines.concat(), long);
    }

    #[test]
    fn no_word_is_left_alone_on_the_last_line_where_the_others_can_make_room() {
        let text = "Chose the quietest fortnight of August for the change; moved three physios’ leave around it";
        let width = set(text, 1000.0).len();
        assert_eq!(width, 1);
        let lonely = (200..400_u16).map(f32::from).map(|width| set(text, width)).filter(|it| it.len() > 1);
        assert!(lonely.into_iter().all(|it| it.last().unwrap().contains(' ')));
    }

    #[test]
    fn letters_of_other_alphabets_come_from_the_second_font_and_what_none_has_is_told() {
        let faces = Faces::of(&[]).unwrap();
        let font = |c, is_bold| faces.glyph(c, is_bold).map(|it| it.font);
        assert_eq!([font('가', false), font('가', true), font('é', false), font('é', true)], [0, 2, 1, 3].map(Some));
        assert_eq!(font('\u{1F9EE}', false), None);
        let mut compositor = Compositor { faces: &faces, missing: BTreeSet::new() };
        compositor.one(1, "a\u{1F9EE}b", Style::of(Role::Said));
        assert_eq!(compositor.missing, BTreeSet::from(['\u{1F9EE}']));
    }
}

//! The fonts that pages are set in: NanumSquare for Hangul and Latin, DejaVu Sans for the letters of other alphabets and
//! signs that it lacks, then the fonts that the researcher gives. A character that none of them has is not drawn as a
//! box: it is told.

use ttf_parser::{Face, GlyphId};

use crate::error::{Error, Result};

const REGULAR: &[u8] = include_bytes!("../../../../assets/fonts/NanumSquareR.ttf");
const BOLD: &[u8] = include_bytes!("../../../../assets/fonts/NanumSquareB.ttf");
const MORE_REGULAR: &[u8] = include_bytes!("../../../../assets/fonts/DejaVuSans.ttf");
const MORE_BOLD: &[u8] = include_bytes!("../../../../assets/fonts/DejaVuSans-Bold.ttf");
/// Where the bold faces stand among those of [`Faces`]; the regular ones come first.
const BOLD_AT: usize = 2;
/// How many are bundled.
const BUNDLED: usize = 4;

/// A font.
pub(super) struct Font<'f> {
    /// Its file.
    pub bytes: &'f [u8],
    face: Face<'f>,
    /// By how much its letters are made larger or smaller, so that they stand beside those of the first font.
    pub scale: f32,
}

/// The fonts of a document.
pub(super) struct Faces<'f> {
    pub fonts: Vec<Font<'f>>,
}

/// A glyph of a font.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Glyph {
    /// Which font.
    pub font: usize,
    /// Its number in the font.
    pub id: u16,
    /// Its width, in ems of the document.
    pub advance: f32,
}

impl<'f> Faces<'f> {
    /// The bundled fonts, then those given.
    ///
    /// # Errors
    /// `font-unusable` (number) where one cannot be read.
    pub fn of(given: &'f [Vec<u8>]) -> Result<Faces<'f>> {
        let bundled = [REGULAR, MORE_REGULAR, BOLD, MORE_BOLD];
        let mut fonts: Vec<Font<'f>> = Vec::new();
        for (at, bytes) in bundled.into_iter().chain(given.iter().map(Vec::as_slice)).enumerate() {
            let unusable =
                |fault| Error::usage("font-unusable").with("number", (at + 1).saturating_sub(BUNDLED)).because(fault);
            let face = Face::parse(bytes, 0).map_err(unusable)?;
            let height = x_height(&face);
            let scale = fonts.first().map_or(1.0, |first| (x_height(&first.face) / height).clamp(0.75, 1.2));
            fonts.push(Font { bytes, face, scale });
        }
        Ok(Faces { fonts })
    }

    /// The glyph of a character in the first font that has it.
    pub fn glyph(&self, c: char, is_bold: bool) -> Option<Glyph> {
        let last = self.fonts.len();
        let regular = [0, 1].into_iter().chain(BUNDLED..last);
        let bold = (BOLD_AT..last).chain([0, 1]);
        let has = |font: usize| {
            let id = self.fonts[font].face.glyph_index(c).filter(|id| id.0 != 0)?;
            Some(self.sized(font, id))
        };
        if is_bold { bold.into_iter().find_map(has) } else { regular.into_iter().find_map(has) }
    }

    fn sized(&self, font: usize, id: GlyphId) -> Glyph {
        let Font { face, scale, .. } = &self.fonts[font];
        let advance = f32::from(face.glyph_hor_advance(id).unwrap_or_default()) / f32::from(face.units_per_em());
        Glyph { font, id: id.0, advance: advance * scale }
    }

    /// By how much two glyphs of one font come closer (negative) or go apart, in ems.
    pub fn kerning(&self, left: Glyph, right: Glyph) -> f32 {
        let Some(kern) = self.fonts[left.font].face.tables().kern.filter(|_| left.font == right.font) else {
            return 0.0;
        };
        let tables = kern.subtables.into_iter().filter(|it| it.horizontal && !it.variable);
        let units: i32 =
            tables.filter_map(|it| it.glyphs_kerning(GlyphId(left.id), GlyphId(right.id))).map(i32::from).sum();
        let units = i16::try_from(units).unwrap_or_default();
        let Font { face, scale, .. } = &self.fonts[left.font];
        f32::from(units) / f32::from(face.units_per_em()) * scale
    }

    /// The outline of a glyph, in ems of the document, upwards.
    #[cfg(feature = "png")]
    pub fn outline(&self, glyph: Glyph, into: &mut dyn ttf_parser::OutlineBuilder) {
        // A glyph without an outline, such as a space, draws nothing.
        let _empty = self.fonts[glyph.font].face.outline_glyph(GlyphId(glyph.id), into);
    }

    /// By what the outlines of a font are multiplied to be in ems.
    #[cfg(feature = "png")]
    pub fn unit(&self, font: usize) -> f32 {
        self.fonts[font].scale / f32::from(self.fonts[font].face.units_per_em())
    }
}

/// The height of a small letter, in ems.
fn x_height(face: &Face<'_>) -> f32 {
    let of_x = || {
        let mut bounds = ttf_parser::Rect { x_min: 0, y_min: 0, x_max: 0, y_max: 0 };
        if let Some(found) = face.glyph_index('x').and_then(|id| face.glyph_bounding_box(id)) {
            bounds = found;
        }
        bounds.y_max
    };
    let units = face.x_height().filter(|it| *it > 0).unwrap_or_else(of_x);
    if units > 0 { f32::from(units) / f32::from(face.units_per_em()) } else { 0.5 }
}

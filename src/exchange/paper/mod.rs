//! The forms of a brief that are files of their own kind: PDF, PNG and DOCX, each behind the Cargo feature of its name.
//! A sheet becomes a manuscript (headings, paragraphs, tables, a plot) here, once; the forms below only set that, so that
//! no two of them say different things. Nothing is counted here, no clock is read and no font is looked for on the
//! machine: the same brief, language and fonts give the same bytes.

#[cfg(feature = "docx")]
mod docx;
#[cfg(any(feature = "pdf", feature = "docx"))]
mod manuscript;
#[cfg(feature = "pdf")]
mod page;
#[cfg(any(feature = "pdf", feature = "docx"))]
mod sections;
#[cfg(any(feature = "pdf", feature = "docx"))]
mod tone;

use crate::domain::brief::Brief;
use crate::domain::named::named;
use crate::error::Result;
use crate::words::Words;

named! {
    /// The forms of paper; the name is the file's ending and the Cargo feature alike.
    Form ("form of paper") {
        /// A4 pages, tagged, with an outline.
        Pdf = "pdf",
        /// One picture: what is known and how new themes came in.
        Png = "png",
        /// A document for word processors.
        Docx = "docx",
    }
}

/// The brief in a form of paper. `fonts` are the bytes of font files that set what the bundled ones lack; DOCX names
/// its fonts and takes none along.
///
/// # Errors
/// `form-not-built` where whybuy was built without the form's feature; `font-unusable` (number) where a font cannot be
/// read; `glyph-missing` (points) where no font has a character of the brief.
pub fn brief(form: Form, brief: &Brief, words: &Words, fonts: &[Vec<u8>]) -> Result<Vec<u8>> {
    match form {
        Form::Pdf => pdf(brief, words, fonts),
        Form::Png => png(brief, words, fonts),
        Form::Docx => docx(brief, words),
    }
}

#[cfg(feature = "pdf")]
fn pdf(brief: &Brief, words: &Words, fonts: &[Vec<u8>]) -> Result<Vec<u8>> {
    page::pdf::of(&manuscript::Manuscript::of(brief, words), fonts)
}

#[cfg(not(feature = "pdf"))]
fn pdf(_brief: &Brief, _words: &Words, _fonts: &[Vec<u8>]) -> Result<Vec<u8>> {
    not_built(Form::Pdf)
}

#[cfg(feature = "png")]
fn png(brief: &Brief, words: &Words, fonts: &[Vec<u8>]) -> Result<Vec<u8>> {
    page::png::of(&manuscript::Manuscript::picture(brief, words), fonts)
}

#[cfg(not(feature = "png"))]
fn png(_brief: &Brief, _words: &Words, _fonts: &[Vec<u8>]) -> Result<Vec<u8>> {
    not_built(Form::Png)
}

#[cfg(feature = "docx")]
fn docx(brief: &Brief, words: &Words) -> Result<Vec<u8>> {
    docx::of(&manuscript::Manuscript::of(brief, words))
}

#[cfg(not(feature = "docx"))]
fn docx(_brief: &Brief, _words: &Words) -> Result<Vec<u8>> {
    not_built(Form::Docx)
}

/// That this whybuy was built without the form.
#[cfg(not(all(feature = "pdf", feature = "png", feature = "docx")))]
fn not_built(form: Form) -> Result<Vec<u8>> {
    Err(crate::error::Error::usage("form-not-built").with("form", form))
}

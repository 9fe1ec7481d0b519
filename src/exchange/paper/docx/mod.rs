//! A manuscript as DOCX (ISO/IEC 29500, transitional): real headings, table heads that repeat, quotations in a style of
//! their own, links between claims and lines, the language and a Korean font by name. It is written here and not by a
//! crate, because none of those that there are can write a table's head or a language.

mod blocks;
mod parts;
mod zip;

use super::manuscript::Manuscript;
use crate::error::Result;

/// The document.
///
/// # Errors
/// None that writing into memory can cause.
pub(super) fn of(manuscript: &Manuscript) -> Result<Vec<u8>> {
    let parts = [
        ("[Content_Types].xml", parts::CONTENT_TYPES.to_owned()),
        ("_rels/.rels", parts::RELATIONS.to_owned()),
        ("docProps/core.xml", parts::core(manuscript)),
        ("word/document.xml", blocks::document(manuscript)),
        ("word/_rels/document.xml.rels", parts::DOCUMENT_RELATIONS.to_owned()),
        ("word/styles.xml", parts::styles(manuscript.lang)),
        ("word/settings.xml", parts::settings(manuscript.lang)),
        ("word/numbering.xml", parts::NUMBERING.to_owned()),
        ("word/footer1.xml", parts::footer(manuscript)),
    ];
    Ok(zip::archive(&parts))
}

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

/// A text as XML shows it letter by letter, in an element and in a quoted attribute alike.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in crate::domain::text::clean(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // What XML 1.0 has no place for, not even as a reference.
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            c if c.is_control() => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn nothing_gets_out_of_an_element_or_an_attribute(text in any::<String>()) {
            let xml = escaped(&text);
            prop_assert!(!xml.contains(['<', '>', '"']));
            let has_none = !xml.chars().any(|c| c.is_control() || matches!(u32::from(c), 0xfffe | 0xffff));
            prop_assert!(has_none);
        }
    }
}

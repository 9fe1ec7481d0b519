//! How a value gets into the page: the one door for every text, whatever the template. Control and format characters are
//! taken out and the five characters that HTML knows are written as references, so that text stays text in an element
//! and in a quoted attribute alike.

use minijinja::value::ValueKind;
use minijinja::{Error, ErrorKind as Sort, Output, State, Value};
use unicode_normalization::char::is_combining_mark;

use crate::domain::text;

/// Writes a value that a template names.
pub(super) fn write(out: &mut Output<'_>, _state: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    let written = match value.kind() {
        _ if value.is_safe() => write!(out, "{value}"),
        ValueKind::String => out.write_str(&escaped(value.as_str().unwrap_or_default())),
        ValueKind::Number | ValueKind::Bool => write!(out, "{value}"),
        ValueKind::None => Ok(()),
        _ => return Err(Error::new(Sort::BadSerialization, "not a text")),
    };
    written.map_err(|_| Error::new(Sort::WriteFailure, "the page"))
}

/// A text as XML shows it letter by letter: what HTML escapes, and nothing that XML forbids (XML 1.0, section 2.2).
pub(in crate::exchange) fn xml(text: &str) -> String {
    escaped(text).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}

/// A text as HTML shows it letter by letter.
fn escaped(text: &str) -> String {
    let clean = text::clean(text);
    let mut out = String::with_capacity(clean.len() + 16);
    for (at, c) in clean.chars().enumerate() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // Composed with the `>` of the tag before it (NFC), it would break the tag in another program's hands.
            c if at == 0 && is_combining_mark(c) => out.push_str(&format!("&#{};", u32::from(c))),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn text_stays_text() {
        assert_eq!(escaped("<a href='x' y=\"&\">"), "&lt;a href=&#39;x&#39; y=&quot;&amp;&quot;&gt;");
        assert_eq!(escaped("a\u{0}b\u{202e}c\u{200b}d"), "a\u{fffd}b\u{fffd}cd");
        assert_eq!(escaped("\u{338}x"), "&#824;x");
        assert_eq!(escaped("가격 / 총비용 {{ 7*7 }}"), "가격 / 총비용 {{ 7*7 }}");
    }

    proptest! {
        #[test]
        fn nothing_gets_out_of_an_element_or_an_attribute(text in any::<String>()) {
            for page in [escaped(&text), xml(&text)] {
                prop_assert!(!page.contains(['<', '>', '"', '\'']));
                prop_assert!(!page.chars().any(|c| c.is_control()));
            }
            let is_forbidden = xml(&text).contains(['\u{fffe}', '\u{ffff}']);
            prop_assert!(!is_forbidden);
        }
    }
}

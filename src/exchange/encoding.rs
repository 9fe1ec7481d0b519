//! How the letters of a file are encoded: UTF-8, UTF-16 with its mark, or CP949 as Korean Windows writes it.
//! What the letters mean lives in the parsers; what may be kept of them lives in `domain::text`.

use std::borrow::Cow;

use encoding_rs::{EUC_KR, UTF_16BE, UTF_16LE};

use crate::domain::named::named;
use crate::error::{Error, Result};

named! {
    /// The encodings that are read.
    Encoding ("encoding") {
        /// UTF-8, with or without its mark.
        Utf8 = "utf-8",
        /// UTF-16, little end first, with its mark.
        Utf16Le = "utf-16le",
        /// UTF-16, big end first, with its mark.
        Utf16Be = "utf-16be",
        /// Korean Windows (code page 949, a superset of EUC-KR).
        Cp949 = "cp949",
    }
}

/// The text of a file without its byte order mark, and the encoding that was guessed or told.
/// Order of the guess: a mark; UTF-8 without error; CP949 without error.
///
/// # Errors
/// `file-is-archive`, `file-not-text`.
pub fn decode(bytes: &[u8], told: Option<Encoding>) -> Result<(Cow<'_, str>, Encoding)> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Err(Error::refused("file-is-archive"));
    }
    let (text, encoding) = match told {
        Some(encoding) => (decode_as(bytes, encoding), encoding),
        None => guess(bytes),
    };
    match text {
        Some(text) if !text.contains('\0') => Ok((text, encoding)),
        _ => Err(Error::refused("file-not-text").with("encoding", encoding)),
    }
}

fn guess(bytes: &[u8]) -> (Option<Cow<'_, str>>, Encoding) {
    let marked = match bytes {
        [0xEF, 0xBB, 0xBF, ..] => Some(Encoding::Utf8),
        [0xFF, 0xFE, ..] => Some(Encoding::Utf16Le),
        [0xFE, 0xFF, ..] => Some(Encoding::Utf16Be),
        _ => None,
    };
    if let Some(encoding) = marked {
        return (decode_as(bytes, encoding), encoding);
    }
    match decode_as(bytes, Encoding::Utf8) {
        Some(text) => (Some(text), Encoding::Utf8),
        None => (decode_as(bytes, Encoding::Cp949), Encoding::Cp949),
    }
}

fn decode_as(bytes: &[u8], encoding: Encoding) -> Option<Cow<'_, str>> {
    let known = match encoding {
        Encoding::Utf8 => {
            let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
            return std::str::from_utf8(bytes).ok().map(Cow::Borrowed);
        }
        Encoding::Utf16Le => UTF_16LE,
        Encoding::Utf16Be => UTF_16BE,
        Encoding::Cp949 => EUC_KR,
    };
    let (text, had_errors) = known.decode_with_bom_removal(bytes);
    (!had_errors).then_some(text)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_same_text_is_read_from_every_encoding() {
        let text = "도입이 늦어졌어요, 똠방각하\n";
        let (cp949, _, unmappable) = EUC_KR.encode(text);
        assert!(!unmappable);
        let utf16 = |order: fn(u16) -> [u8; 2]| -> Vec<u8> {
            std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(order).collect()
        };
        let files = [
            (text.as_bytes().to_vec(), Encoding::Utf8),
            (format!("\u{FEFF}{text}").into_bytes(), Encoding::Utf8),
            (cp949.into_owned(), Encoding::Cp949),
            (utf16(u16::to_le_bytes), Encoding::Utf16Le),
            (utf16(u16::to_be_bytes), Encoding::Utf16Be),
        ];
        for (bytes, encoding) in files {
            assert_eq!(decode(&bytes, None).unwrap(), (Cow::Borrowed(text), encoding));
            assert_eq!(decode(&bytes, Some(encoding)).unwrap().0, text);
        }
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for (bytes, key) in [
            (&b"PK\x03\x04rest"[..], "file-is-archive"),
            (&b"\xFF\xFE\x00\xD8"[..], "file-not-text"),
            (&b"\x89PNG\r\n\x1a\n\0\0"[..], "file-not-text"),
            (&b"text\0more"[..], "file-not-text"),
        ] {
            assert_eq!(decode(bytes, None).unwrap_err().key, key);
        }
        let cp949 = EUC_KR.encode("한글").0;
        assert_eq!(decode(&cp949, Some(Encoding::Utf8)).unwrap_err().key, "file-not-text");
    }
}

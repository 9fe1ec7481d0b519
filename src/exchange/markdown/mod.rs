//! Markdown of a brief and of a journey, for people to read and hand on. Only verbatim lines stand in quotation
//! marks; each line carries its permanent code. Text from outside is escaped, so that no line can become mark-up.

mod brief;
mod journey;

pub use brief::brief;
pub use journey::{journey, outline};

pub use super::sheet::said::{counts, gap_sentence, left_out, signs as dots};

/// Text as Markdown shows it letter by letter: every character that can begin mark-up where it stands is escaped.
pub(super) fn plain(text: &str) -> String {
    let text = text.trim();
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let always = matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '&' | '$');
        let doubled = c == '~' && (out.ends_with('~') || text[at + 1..].starts_with('~'));
        // Bare addresses become links by themselves in most dialects.
        let linked = c == ':' && text[at + 1..].starts_with("//")
            || c == '.'
                && out.len() >= 3
                && out.is_char_boundary(out.len() - 3)
                && out[out.len() - 3..].eq_ignore_ascii_case("www");
        if always || doubled || linked {
            out.push('\\');
        }
        out.push(c);
    }
    // A line that begins like a heading, a list or a rule is text all the same.
    let digits = out.chars().take_while(char::is_ascii_digit).count();
    if out.starts_with(['-', '+', '=', '#']) {
        out.insert(0, '\\');
    } else if digits > 0 && out[digits..].starts_with(['.', ')']) {
        out.insert(digits, '\\');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn nothing_from_outside_becomes_mark_up() {
        assert_eq!(plain("<b>*x*</b> [a](b) `c` |"), "\\<b\\>\\*x\\*\\</b\\> \\[a\\](b) \\`c\\` \\|");
        assert_eq!(plain("# 1~2대 ~~x~~ #3"), "\\# 1~2대 \\~\\~x\\~\\~ #3");
        assert_eq!(plain("- item"), "\\- item");
        assert_eq!(plain("    code"), "code");
        assert_eq!(plain("https://a.b www.c.d 14:00"), "https\\://a.b www\\.c.d 14:00");
        assert_eq!(plain("12. item"), "12\\. item");
        assert_eq!(plain("가격이 12.5% 올랐다"), "가격이 12.5% 올랐다");
    }
}

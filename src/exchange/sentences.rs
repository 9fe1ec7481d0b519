//! Where sentences end. A turn that is longer than [`LINE_CHARS`] becomes several lines, each of whole sentences:
//! a line of evidence is never cut inside a sentence.

use unicode_segmentation::UnicodeSegmentation;

/// How many characters of a turn make one line before the rest goes into the next.
pub const LINE_CHARS: usize = 400;

/// Short forms after which a full stop ends no sentence.
const SHORT_FORMS: [&str; 14] =
    ["mr", "mrs", "ms", "dr", "prof", "st", "vs", "etc", "e.g", "i.e", "no", "inc", "ltd", "approx"];

/// Signs that may stand between the end of a sentence and the blank after it.
const CLOSING: [char; 12] = ['"', '\'', '”', '’', ')', ']', '』', '」', '》', '〉', '）', '»'];

/// Whether a text ends with a whole sentence.
pub fn is_whole(text: &str) -> bool {
    let end = text.trim_end().trim_end_matches(CLOSING);
    if end.ends_with(['!', '?', '…', '。', '！', '？']) {
        return true;
    }
    end.strip_suffix('.').is_some_and(|before| !ends_in_short_form(before))
}

fn ends_in_short_form(text: &str) -> bool {
    let word = text.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or_default();
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    initial || SHORT_FORMS.iter().any(|short| word.eq_ignore_ascii_case(short))
}

/// The lines of a turn: whole sentences, as many as fit into `limit` characters, and one where even one does not.
/// Blanks between lines are left out; nothing else is.
pub fn lines(text: &str, limit: usize) -> Vec<&str> {
    let text = text.trim();
    if text.chars().count() <= limit {
        return if text.is_empty() { Vec::new() } else { vec![text] };
    }
    let (mut lines, mut start, mut end, mut long) = (Vec::new(), 0, 0, 0);
    for sentence in sentences(text) {
        let chars = sentence.chars().count();
        if long > 0 && long + sentence.trim_end().chars().count() > limit {
            lines.push(text[start..end].trim());
            (start, long) = (end, 0);
        }
        end += sentence.len();
        long += chars;
    }
    lines.push(text[start..end].trim());
    lines
}

/// The sentences of a text, blanks behind each included; together they are the text.
fn sentences(text: &str) -> Vec<&str> {
    let (mut sentences, mut start, mut end) = (Vec::new(), 0, 0);
    for piece in text.split_sentence_bounds() {
        end += piece.len();
        if is_whole(piece) {
            sentences.push(&text[start..end]);
            start = end;
        }
    }
    if start < end {
        sentences.push(&text[start..end]);
    }
    sentences
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_sentence_stays_whole() {
        let text = "견적이 늦었어요. 그래서 못 샀습니다! Dr. Kim asked why. 3.5 percent? \"No.\" Then";
        assert_eq!(
            lines(text, 12),
            ["견적이 늦었어요.", "그래서 못 샀습니다!", "Dr. Kim asked why.", "3.5 percent?", "\"No.\" Then"]
        );
        assert_eq!(lines(text, 400), [text]);
        assert!(lines("  ", 400).is_empty());
    }

    #[test]
    fn a_text_is_whole_or_not() {
        for text in ["Yes.", "네?", "그래요.\"", "so…", "(why!)"] {
            assert!(is_whole(text), "{text}");
        }
        for text in ["", "and then", "Dr.", "J.", "그런데"] {
            assert!(!is_whole(text), "{text}");
        }
    }

    proptest! {
        #[test]
        fn nothing_but_blanks_is_lost(text in "[a-zA-Z가-힣 .?!\"'…\u{3000}]{0,300}", limit in 0usize..80) {
            let whole: String = text.chars().filter(|c| !c.is_whitespace()).collect();
            let kept: String = lines(&text, limit).concat().chars().filter(|c| !c.is_whitespace()).collect();
            prop_assert_eq!(whole, kept);
            prop_assert!(lines(&text, limit).iter().all(|line| !line.is_empty()));
        }

        #[test]
        fn any_text_is_taken(text in any::<String>(), limit in 0usize..80) {
            lines(&text, limit);
        }
    }
}

//! How wide a text will be, without a font: an upper bound for the fonts that people read, in thousandths of the size of the
//! letters, and lines that fit by it. What no such bound is known of is marked, so that it is made to fit when drawn.

use crate::domain::text;

/// One line of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Row {
    /// The letters.
    pub text: String,
    /// How wide it may become, in pixels.
    pub width: i32,
    /// Whether it must be made to fit: nobody knows how wide its letters are.
    pub strange: bool,
}

/// The width of one grapheme in thousandths of the size, and whether that is known.
fn advance(grapheme: &str) -> (i32, bool) {
    let mut chars = grapheme.chars();
    let (Some(first), None) = (chars.next(), chars.next()) else {
        return (1000 * i32::try_from(text::width(grapheme).clamp(1, 4)).unwrap_or(4), false);
    };
    let width = match first {
        ' ' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | 'i' | 'j' | 'l' | '·' | '’' | '‘' => 330,
        'f' | 't' | 'r' | 'I' | '(' | ')' | '[' | ']' | '-' | '/' | '"' | '“' | '”' => 430,
        'm' | 'w' | 'M' | 'W' | '@' | '%' => 1060,
        'a'..='z' | '0'..='9' => 640,
        'A'..='Z' => 790,
        '\u{21}'..='\u{7e}' => 840,
        '\u{a1}'..='\u{24f}' => 800,
        '\u{2010}'..='\u{2027}' | '\u{2190}'..='\u{21ff}' | '\u{2212}' | '\u{25a0}'..='\u{25ff}' => 1000,
        '\u{1100}'..='\u{11ff}' | '\u{3000}'..='\u{33ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' => 1000,
        '\u{ff01}'..='\u{ffe6}' => 1000,
        _ => return (1000 * i32::try_from(text::width(grapheme).clamp(1, 4)).unwrap_or(4), false),
    };
    (width, true)
}

/// The width of a text at this size, in pixels, and whether it is known.
pub(super) fn measure(content: &str, size: i32) -> (i32, bool) {
    let parts = text::graphemes(content).map(advance);
    let (width, known) = parts.fold((0, true), |(sum, known), (width, is_known)| (sum + width, known && is_known));
    ((width * size + 999) / 1000, known)
}

/// The text in rows of at most this width: broken at blanks, and inside a word only where the word is longer than a row.
pub(super) fn rows(content: &str, width: i32, size: i32) -> Vec<Row> {
    let mut rows: Vec<String> = Vec::new();
    let mut row = String::new();
    for word in content.split_whitespace() {
        let joined = if row.is_empty() { word.to_owned() } else { format!("{row} {word}") };
        if measure(&joined, size).0 <= width {
            row = joined;
            continue;
        }
        rows.extend((!row.is_empty()).then(|| std::mem::take(&mut row)));
        for grapheme in text::graphemes(word) {
            if measure(&format!("{row}{grapheme}"), size).0 > width && !row.is_empty() {
                rows.push(std::mem::take(&mut row));
            }
            row.push_str(grapheme);
        }
    }
    rows.extend((!row.is_empty()).then_some(row));
    rows.into_iter().map(|text| of_width(text, width, size)).collect()
}

fn of_width(text: String, width: i32, size: i32) -> Row {
    let (wanted, known) = measure(&text, size);
    Row { text, width: wanted.min(width), strange: !known }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_whole_where_they_fit() {
        let texts = |content: &str, width| rows(content, width, 10).into_iter().map(|it| it.text).collect::<Vec<_>>();
        assert_eq!(texts("견적 세 곳 비교", 50), ["견적 세 곳", "비교"]);
        assert_eq!(texts("가나다라마바", 30), ["가나다", "라마바"]);
        assert_eq!(texts("", 30), Vec::<String>::new());
        assert!(rows("𒐫𒐫", 30, 10).iter().all(|row| row.strange && row.width <= 30));
        assert!(rows(&"W".repeat(200), 90, 11).iter().all(|row| row.width <= 90));
    }
}

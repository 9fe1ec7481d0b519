//! Text from outside made fit to keep and to show: NFC, no control or format character, measured in terminal
//! cells, cut and wrapped between graphemes. Three numbers are never mixed: bytes, graphemes and cells.
//! Nothing about a language's grammar and nothing about drawing lives here.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{UnicodeNormalization, is_nfc};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The most combining marks that one grapheme keeps; real writing needs at most four or five.
pub const MARKS_PER_GRAPHEME: usize = 8;
/// The most characters that one grapheme keeps; the longest emoji in use has ten.
pub const CHARS_PER_GRAPHEME: usize = 16;

const REPLACEMENT: char = '\u{FFFD}';
const JOINER: char = '\u{200D}';
const EMOJI_STYLE: char = '\u{FE0F}';
const KEYCAP: char = '\u{20E3}';

/// One line of text made safe: NFC, line breaks and tabs as single blanks, invisible format characters taken out,
/// every other control character and every reordering control shown as U+FFFD, floods of combining marks cut.
/// Cleaning what is clean changes nothing and copies nothing.
pub fn clean(text: &str) -> Cow<'_, str> {
    tidy(text, ' ')
}

/// The same for a text of several lines: every kind of line break becomes `\n` and stays.
pub fn clean_block(text: &str) -> Cow<'_, str> {
    tidy(text, '\n')
}

/// A clean line without blanks at its ends: the shape in which a line is kept.
pub fn trim_line(text: &str) -> Cow<'_, str> {
    match clean(text) {
        Cow::Borrowed(line) => Cow::Borrowed(line.trim()),
        Cow::Owned(line) => Cow::Owned(line.trim().to_owned()),
    }
}

/// The parts of a typed line that holds several, each clean; blank ones are none.
pub fn parts(typed: &str, between: char) -> Vec<String> {
    typed.split(between).map(|it| trim_line(it).into_owned()).filter(|it| !it.is_empty()).collect()
}

/// The graphemes of a text: what a person sees as one character and deletes with one key.
pub fn graphemes(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    text.graphemes(true)
}

/// The width of a text in terminal cells, with characters of ambiguous width (UAX #11) as one.
/// It is the sum over its graphemes, because the screen is drawn grapheme by grapheme.
pub fn width(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    graphemes(text).map(grapheme_width).sum()
}

/// The longest head that fits into `cells`, and whether anything was left off.
pub fn cut(text: &str, cells: usize) -> (&str, bool) {
    let mut used = 0;
    for (start, grapheme) in text.grapheme_indices(true) {
        used += grapheme_width(grapheme);
        if used > cells {
            return (&text[..start], true);
        }
    }
    (text, false)
}

/// The rows of a text that is wrapped to `cells`, every row but the first of a paragraph indented by `hang`.
/// It breaks at blanks (in Korean, between eojeol); a word wider than a row is broken between graphemes.
/// Blanks at a break are left out. No row is wider than `cells`, unless a single grapheme is.
pub fn wrap(text: &str, cells: usize, hang: usize) -> Vec<String> {
    let hang = useful_hang(cells, hang);
    let mut lines = Vec::new();
    for row in rows(text, cells, hang) {
        let content = text[row.bytes].trim_end();
        let indent = if row.hangs { hang } else { 0 };
        lines.push(format!("{:indent$}{content}", ""));
    }
    lines
}

/// One row of a wrapped text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its bytes in the text, blanks at the break included; those may stand beyond the row's width.
    pub bytes: Range<usize>,
    /// Whether it continues a paragraph and so is indented.
    pub hangs: bool,
}

/// Where the rows of a wrapped text begin and end. Together they hold every byte but the line breaks.
/// There is always at least one row.
pub fn rows(text: &str, cells: usize, hang: usize) -> Vec<Row> {
    let cells = cells.max(1);
    let hang = useful_hang(cells, hang);
    let mut rows = Vec::new();
    let mut start = 0;
    for paragraph in text.split('\n') {
        wrap_paragraph(paragraph, start, (cells, hang), &mut rows);
        start += paragraph.len() + 1;
    }
    rows
}

/// The hanging indent that leaves at least half of the row to the text.
fn useful_hang(cells: usize, hang: usize) -> usize {
    hang.min(cells / 2)
}

fn wrap_paragraph(paragraph: &str, offset: usize, (cells, hang): (usize, usize), rows: &mut Vec<Row>) {
    let (mut start, mut hangs, mut used) = (0, false, 0);
    for (at, word) in words(paragraph) {
        let solid = width(word.trim_end());
        let room = if hangs { cells - hang } else { cells };
        if used + solid > room && at > start {
            rows.push(Row { bytes: offset + start..offset + at, hangs });
            (start, hangs, used) = (at, true, 0);
        }
        for (inside, grapheme) in word.grapheme_indices(true) {
            let room = if hangs { cells - hang } else { cells };
            let wide = grapheme_width(grapheme);
            let blank = inside >= word.trim_end().len();
            if used + wide > room && !blank && at + inside > start {
                rows.push(Row { bytes: offset + start..offset + at + inside, hangs });
                (start, hangs, used) = (at + inside, true, 0);
            }
            used += wide;
        }
    }
    rows.push(Row { bytes: offset + start..offset + paragraph.len(), hangs });
}

/// Words with the blanks that follow them, each with its byte offset; blanks at the very start count as a word.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = &text[start..];
        let solid = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let blanks = rest[solid..].find(|c: char| !c.is_whitespace()).unwrap_or(rest.len() - solid);
        let word = (start, &rest[..solid + blanks]);
        start += solid + blanks;
        (!word.1.is_empty()).then_some(word)
    })
}

/// As ratatui measures a grapheme, so that the caret stands where the text ends: the half-width Katakana
/// sound marks take a cell of their own although they extend the grapheme.
fn grapheme_width(grapheme: &str) -> usize {
    if grapheme.len() == 1 {
        return 1;
    }
    let sound_marks = grapheme.chars().filter(|c| matches!(c, '\u{FF9E}' | '\u{FF9F}')).count();
    grapheme.width() + sound_marks
}

fn tidy(text: &str, line_break: char) -> Cow<'_, str> {
    if text.chars().all(|c| is_plain(c) || c == '\n' && line_break == '\n') {
        return Cow::Borrowed(text);
    }
    let mut current = tidied_once(text, line_break);
    // Taking a character out can let its neighbours compose, which can make another rule apply. Each round but
    // the last takes something out, so this ends.
    loop {
        let next = tidied_once(&current, line_break);
        if next == current {
            break;
        }
        current = next;
    }
    if current == text { Cow::Borrowed(text) } else { Cow::Owned(current) }
}

fn tidied_once(text: &str, line_break: char) -> String {
    let neutral = neutralised(text, line_break);
    let composed = if is_nfc(&neutral) { neutral } else { neutral.nfc().collect() };
    limited(&without_stray_joiners(&composed))
}

/// Characters that need no look: they are NFC, stand alone and are drawn as they are.
fn is_plain(c: char) -> bool {
    matches!(c,
        ' '..='~' | '\u{A1}'..='\u{AC}' | '\u{AE}'..='\u{2FF}'
        | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}'
        | '\u{3000}'..='\u{3029}' | '\u{3030}'..='\u{303F}' | '\u{3041}'..='\u{3096}' | '\u{30A0}'..='\u{30FF}'
        | '\u{3131}'..='\u{3163}' | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}' | '\u{FF01}'..='\u{FF9D}')
}

/// What a character from outside becomes.
enum Fate {
    Keep,
    Drop,
    Mark,
    Break,
    Blank,
}

fn fate(c: char) -> Fate {
    match c {
        '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Fate::Break,
        '\t' => Fate::Blank,
        c if c.is_control() => Fate::Mark,
        c if is_invisible(c) => Fate::Drop,
        c if is_reordering_or_odd(c) => Fate::Mark,
        _ => Fate::Keep,
    }
}

/// Invisible and of no use in an interview: soft hyphen, joiners, direction marks, fillers, tags, variation
/// selectors other than the emoji one.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}' | '\u{200C}' | '\u{200E}' | '\u{200F}' | '\u{2060}'..='\u{2065}' | '\u{3164}'
        | '\u{FE00}'..='\u{FE0E}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}'
        | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Controls that reorder what is read, and the remaining format characters (general category Cf) and
/// non-characters: shown as U+FFFD so that nobody is misled in silence.
fn is_reordering_or_odd(c: char) -> bool {
    matches!(c,
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{206F}'
        | '\u{600}'..='\u{605}' | '\u{6DD}' | '\u{70F}' | '\u{890}' | '\u{891}' | '\u{8E2}'
        | '\u{110BD}' | '\u{110CD}' | '\u{13430}'..='\u{1343F}' | '\u{FDD0}'..='\u{FDEF}')
        || (c as u32) & 0xFFFE == 0xFFFE
}

fn neutralised(text: &str, line_break: char) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '\r' && chars.peek() == Some(&'\n') {
            continue;
        }
        match fate(c) {
            Fate::Keep => out.push(c),
            Fate::Drop => {}
            Fate::Mark => out.push(REPLACEMENT),
            Fate::Break => out.push(line_break),
            Fate::Blank => out.push(' '),
        }
    }
    out
}

/// Takes out a zero-width joiner that does not stand between two pictographs, and an emoji selector that does
/// not follow one (or make a keycap).
fn without_stray_joiners(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before: Option<char> = None;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let after = chars.peek().copied();
        let keep = match c {
            JOINER => before.is_some_and(|c| is_pictograph(c) || c == EMOJI_STYLE) && after.is_some_and(is_pictograph),
            EMOJI_STYLE => before.is_some_and(|c| is_pictograph(c) || is_keycap_base(c) && after == Some(KEYCAP)),
            _ => true,
        };
        if keep {
            out.push(c);
            before = Some(c);
        }
    }
    out
}

fn is_keycap_base(c: char) -> bool {
    c.is_ascii_digit() || c == '#' || c == '*'
}

/// Characters that emoji sequences are made of (emoji-data.txt, `Extended_Pictographic`, and the skin tones).
fn is_pictograph(c: char) -> bool {
    matches!(c,
        '\u{A9}' | '\u{AE}' | '\u{203C}' | '\u{2049}' | '\u{2122}' | '\u{2139}'
        | '\u{2194}'..='\u{2199}' | '\u{21A9}' | '\u{21AA}' | '\u{231A}' | '\u{231B}' | '\u{2328}' | '\u{23CF}'
        | '\u{23E9}'..='\u{23FA}' | '\u{24C2}' | '\u{25AA}' | '\u{25AB}' | '\u{25B6}' | '\u{25C0}'
        | '\u{25FB}'..='\u{25FE}' | '\u{2600}'..='\u{27BF}' | '\u{2934}' | '\u{2935}' | '\u{2B05}'..='\u{2B07}'
        | '\u{2B1B}' | '\u{2B1C}' | '\u{2B50}' | '\u{2B55}' | '\u{3030}' | '\u{303D}' | '\u{3297}' | '\u{3299}'
        | '\u{1F000}'..='\u{1F0FF}' | '\u{1F10D}'..='\u{1F10F}' | '\u{1F12F}' | '\u{1F16C}'..='\u{1F171}'
        | '\u{1F17E}' | '\u{1F17F}' | '\u{1F18E}' | '\u{1F191}'..='\u{1F19A}' | '\u{1F201}'..='\u{1F20F}'
        | '\u{1F21A}' | '\u{1F22F}' | '\u{1F232}'..='\u{1F23A}' | '\u{1F23C}'..='\u{1F23F}'
        | '\u{1F249}'..='\u{1FAFF}')
}

/// Cuts what a grapheme carries beyond its limits: a flood of marks makes one cell cost kilobytes.
fn limited(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for grapheme in graphemes(text) {
        if grapheme.len() <= MARKS_PER_GRAPHEME {
            out.push_str(grapheme);
            continue;
        }
        let mut marks = 0;
        for c in grapheme.chars().take(CHARS_PER_GRAPHEME) {
            marks += usize::from(is_combining_mark(c));
            if marks <= MARKS_PER_GRAPHEME || !is_combining_mark(c) {
                out.push(c);
            }
        }
    }
    out
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Text as hostile and mixed as we can make it.
    fn wild() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            4 => "[가-힣]{1,6}",
            2 => "[ㄱ-ㅣ]{1,3}",
            2 => "[\u{1100}-\u{1112}][\u{1161}-\u{1175}][\u{11A8}-\u{11C2}]?",
            1 => "[\u{1100}-\u{11FF}]{1,4}",
            4 => "[a-zA-Z0-9.,!?-]{1,12}",
            3 => Just(" ".to_owned()),
            1 => "[ \t\r\n]{1,4}",
            1 => Just("👩‍💻".to_owned()),
            1 => Just("🙂\u{200D}↔\u{FE0F}".to_owned()),
            1 => Just("👨🏽‍👩‍👧‍👦🇰🇷1\u{FE0F}\u{20E3}".to_owned()),
            1 => "[\u{300}-\u{36F}]{1,40}",
            1 => "[\u{200B}-\u{200F}\u{202A}-\u{202E}\u{2060}-\u{206F}\u{FE00}-\u{FE0F}]{1,3}",
            1 => "[\u{0}-\u{1F}\u{7F}-\u{9F}]{1,3}",
            1 => "[ｱ-ﾟ]{1,3}",
            1 => "[\u{2190}-\u{21FF}\u{0338}\u{200D}😀]{1,6}",
            1 => "\\PC{1,6}",
            1 => any::<char>().prop_map(String::from),
        ];
        prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
    }

    fn is_forbidden(c: char) -> bool {
        c.is_control()
            || matches!(c,
                '\u{61C}' | '\u{200B}' | '\u{200C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}'
                | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{AD}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(512))]

        #[test]
        fn cleaning_twice_is_cleaning_once(text in wild()) {
            let once = clean(&text).into_owned();
            prop_assert_eq!(clean(&once), once.as_str());
            prop_assert!(matches!(clean(&once), Cow::Borrowed(_)));
            let block = clean_block(&text).into_owned();
            prop_assert_eq!(clean_block(&block), block.as_str());
            let line = trim_line(&text).into_owned();
            prop_assert_eq!(trim_line(&line), line.as_str());
        }

        #[test]
        fn nothing_forbidden_survives(text in wild()) {
            let line = clean(&text);
            prop_assert!(!line.chars().any(is_forbidden), "{:?}", line);
            prop_assert!(is_nfc(&line));
            prop_assert!(!clean_block(&text).chars().any(|c| c != '\n' && is_forbidden(c)));
            for grapheme in graphemes(&line) {
                let marks = grapheme.chars().filter(|c| is_combining_mark(*c)).count();
                prop_assert!(marks <= MARKS_PER_GRAPHEME, "{:?}", grapheme);
                prop_assert!(grapheme.chars().count() <= CHARS_PER_GRAPHEME, "{:?}", grapheme);
            }
        }

        #[test]
        fn a_cut_fits_and_is_a_head(text in wild(), cells in 0usize..40) {
            let text = clean(&text);
            let (head, was_cut) = cut(&text, cells);
            prop_assert!(width(head) <= cells);
            prop_assert!(text.starts_with(head));
            prop_assert_eq!(was_cut, head.len() < text.len());
            let whole: Vec<&str> = graphemes(&text).collect();
            prop_assert_eq!(graphemes(head).collect::<Vec<_>>(), &whole[..graphemes(head).count()]);
        }

        #[test]
        fn wrapping_loses_nothing_that_is_seen(text in wild(), cells in 0usize..40, hang in 0usize..12) {
            let text = clean_block(&text);
            let seen = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            let lines = wrap(&text, cells, hang);
            prop_assert_eq!(seen(&lines.concat()), seen(&text));
            let widest = graphemes(&text).map(grapheme_width).max().unwrap_or(0);
            for line in &lines {
                let indent = useful_hang(cells, hang);
                prop_assert!(width(line) <= cells.max(widest + indent).max(1), "{:?} in {}", line, cells);
            }
        }

        #[test]
        fn rows_hold_every_byte_but_the_breaks(text in wild(), cells in 0usize..40) {
            let text = clean_block(&text);
            let joined: String = rows(&text, cells, 2).into_iter().map(|row| &text[row.bytes]).collect();
            prop_assert_eq!(joined, text.replace('\n', ""));
        }
    }

    #[test]
    fn macos_text_becomes_the_same_as_typed_text() {
        assert_eq!(clean("\u{1100}\u{1161}\u{1100}\u{1167}\u{11A8}"), "가격");
    }

    #[test]
    fn escape_sequences_and_direction_tricks_are_shown_not_obeyed() {
        assert_eq!(clean("a\u{1B}[31mb"), "a\u{FFFD}[31mb");
        assert_eq!(clean("가\u{202E}abc"), "가\u{FFFD}abc");
        assert_eq!(clean("pass\u{200B}word\u{FEFF}"), "password");
        assert_eq!(clean("one\r\ntwo\tthree\u{2028}four"), "one two three four");
        assert_eq!(clean_block("one\r\ntwo\rthree\u{85}four"), "one\ntwo\nthree\nfour");
    }

    #[test]
    fn emoji_sequences_stay_whole_and_stray_joiners_go() {
        for emoji in ["👩‍💻", "❤️", "👨‍👩‍👧‍👦", "👩🏻‍❤️‍💋‍👨🏼", "1️⃣", "🇰🇷", "🙂‍↔️"]
        {
            assert_eq!(clean(emoji), emoji);
            assert_eq!(graphemes(emoji).count(), 1, "{emoji}");
        }
        assert_eq!(clean("a\u{200D}b\u{FE0F}👩\u{200D}"), "ab👩");
    }

    #[test]
    fn a_flood_of_marks_is_cut_to_eight() {
        let flood = format!("e{}", "\u{301}".repeat(5000));
        assert_eq!(clean(&flood).chars().count(), 9);
    }

    #[test]
    fn widths_are_in_cells() {
        for (text, cells) in [("", 0), ("abc", 3), ("가격", 4), ("👩‍💻", 2), ("ㄱ", 2), ("e\u{301}", 1), ("●·─", 3)]
        {
            assert_eq!(width(text), cells, "{text}");
        }
    }

    #[test]
    fn korean_wraps_at_eojeol_and_then_at_syllables() {
        assert_eq!(wrap("갱신 때 오를까 봐", 8, 0), ["갱신 때", "오를까", "봐"]);
        assert_eq!(wrap("구매담당자가 비교견적을", 8, 2), ["구매담당", "  자가", "  비교견", "  적을"]);
        assert_eq!(wrap("총비용은 three year total", 12, 2), ["총비용은", "  three year", "  total"]);
        assert_eq!(wrap("", 10, 2), [""]);
        assert_eq!(wrap("a\n\nb", 10, 2), ["a", "", "b"]);
    }
}

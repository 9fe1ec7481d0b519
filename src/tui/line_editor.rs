//! One logical line being typed: grapheme-true editing on a buffer that is always clean and NFC, and the
//! soft-wrapped rows that a screen draws with the cell where the hardware cursor belongs (the input method
//! draws its composition there). No key, no colour and no `Rect` lives here.

use crate::domain::text;

/// A line and its caret. The caret is counted in graphemes; bytes and cells are asked for by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineEditor {
    text: String,
    /// The byte at which typing goes on. It stands inside a grapheme only while one is being typed piece by piece in
    /// front of another that it will not belong to: a leading jamo before a syllable, half a flag before a flag.
    at: usize,
    /// A joiner that waits for the pictograph it joins: emoji sequences arrive one character at a time.
    joiner: bool,
    /// What Ctrl+U has just taken, until something else is typed.
    wiped: Option<(String, usize)>,
}

/// The line laid out for a width.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The rows to draw, the indent of continued rows included.
    pub rows: Vec<String>,
    /// The row of the caret, from 0.
    pub caret_row: usize,
    /// The cell of the caret in its row, from 0, always below the width.
    pub caret_cell: usize,
}

const JOINER: char = '\u{200D}';

impl LineEditor {
    /// An editor that holds `text`, the caret at its end.
    pub fn with_text(text: &str) -> LineEditor {
        let mut editor = LineEditor::default();
        editor.set_text(text);
        editor
    }

    /// What was typed: clean, NFC, one line.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The caret, in graphemes before it.
    pub fn caret(&self) -> usize {
        graphemes_before(&self.text, self.at)
    }

    /// The caret, in bytes before it; always on a grapheme boundary.
    pub fn caret_byte(&self) -> usize {
        byte_of(&self.text, self.caret())
    }

    /// The caret, in cells before it on an endless row.
    pub fn caret_cell(&self) -> usize {
        text::width(self.before())
    }

    /// What stands before the caret.
    pub fn before(&self) -> &str {
        &self.text[..self.caret_byte()]
    }

    /// What stands after the caret.
    pub fn after(&self) -> &str {
        &self.text[self.caret_byte()..]
    }

    /// Replaces everything; the caret goes to the end.
    pub fn set_text(&mut self, text: &str) {
        self.text = text::clean(text).into_owned();
        self.wiped = None;
        self.move_end();
    }

    /// Gives the text away and leaves the editor empty.
    pub fn take(&mut self) -> String {
        self.at = 0;
        self.joiner = false;
        self.wiped = None;
        std::mem::take(&mut self.text)
    }

    /// Types one character at the caret. A decomposed jamo joins the syllable before it.
    pub fn insert_char(&mut self, c: char) {
        if c == JOINER {
            self.joiner = true;
            return;
        }
        let mut typed = String::new();
        if std::mem::take(&mut self.joiner) {
            typed.push(JOINER);
        }
        typed.push(c);
        self.insert(&typed);
    }

    /// Types a text at the caret (a paste); line breaks become blanks.
    pub fn insert_str(&mut self, pasted: &str) {
        self.joiner = false;
        self.insert(pasted);
    }

    fn insert(&mut self, typed: &str) {
        let (before, after) = self.text.split_at(self.at);
        let head = format!("{before}{typed}");
        let whole = text::clean(&format!("{head}{after}")).into_owned();
        // What is behind the caret stays behind it, unless the new text has grown together with it.
        let byte = match whole.strip_suffix(after) {
            Some(head) => head.len(),
            None => text::clean(&head).len(),
        };
        self.replace(whole, byte);
    }

    /// Deletes the grapheme before the caret.
    pub fn backspace(&mut self) {
        let last = text::graphemes(&self.text[..self.at]).next_back().map_or(0, str::len);
        self.remove(self.at - last, self.at);
    }

    /// Deletes the grapheme after the caret.
    pub fn delete(&mut self) {
        let first = text::graphemes(&self.text[self.at..]).next().map_or(0, str::len);
        self.remove(self.at, self.at + first);
    }

    /// Deletes the word before the caret with the blanks behind it (Ctrl+W).
    pub fn delete_word_back(&mut self) {
        let from = word_start(&self.text[..self.at]);
        self.remove(from, self.at);
    }

    /// Deletes from the caret to the end (Ctrl+K).
    pub fn kill_to_end(&mut self) {
        self.remove(self.at, self.text.len());
    }

    /// Deletes from the start to the caret (Ctrl+U).
    pub fn kill_to_start(&mut self) {
        let before = if self.at > 0 { Some((self.text.clone(), self.at)) } else { self.wiped.take() };
        self.remove(0, self.at);
        self.wiped = before;
    }

    /// Brings back what Ctrl+U has just taken (Ctrl+Z); says whether there was anything.
    pub fn restore(&mut self) -> bool {
        let Some((text, at)) = self.wiped.take() else { return false };
        (self.text, self.at, self.joiner) = (text, at, false);
        true
    }

    /// Moves one grapheme to the left.
    pub fn move_left(&mut self) {
        let last = text::graphemes(&self.text[..self.at]).next_back().map_or(0, str::len);
        self.place_at_byte(self.at - last);
    }

    /// Moves one grapheme to the right.
    pub fn move_right(&mut self) {
        let first = text::graphemes(&self.text[self.at..]).next().map_or(0, str::len);
        self.place_at_byte(self.at + first);
    }

    /// Moves to the start of the word before the caret.
    pub fn move_word_left(&mut self) {
        self.place_at_byte(word_start(&self.text[..self.at]));
    }

    /// Moves behind the end of the word after the caret.
    pub fn move_word_right(&mut self) {
        let end = word_end(&self.text[self.at..]);
        self.place_at_byte(self.at + end);
    }

    /// Moves to the start of the line.
    pub fn move_home(&mut self) {
        self.move_to(0);
    }

    /// Moves to the end of the line.
    pub fn move_end(&mut self) {
        self.move_to(usize::MAX);
    }

    /// Moves the caret to a grapheme index; past the end means the end.
    pub fn move_to(&mut self, grapheme: usize) {
        self.place_at_byte(byte_of(&self.text, grapheme));
    }

    fn place_at_byte(&mut self, byte: usize) {
        self.joiner = false;
        self.at = byte;
    }

    /// Takes out a range; what was on both sides of it may grow together, so the caret is found again.
    fn remove(&mut self, from: usize, to: usize) {
        let whole = text::clean(&format!("{}{}", &self.text[..from], &self.text[to..])).into_owned();
        let byte = match whole.strip_suffix(&self.text[to..]) {
            Some(head) => head.len(),
            None => from,
        };
        self.joiner = false;
        self.replace(whole, byte);
    }

    /// Takes this text, the caret at this byte or behind the character that it stands in.
    fn replace(&mut self, whole: String, byte: usize) {
        self.text = whole;
        self.wiped = None;
        self.at = (byte..self.text.len()).find(|at| self.text.is_char_boundary(*at)).unwrap_or(self.text.len());
    }

    /// The line wrapped to `cells`, continued rows indented by `hang`. The last cell of each row is kept free,
    /// so that the caret behind a full row has a place; blanks beyond the edge are not drawn.
    pub fn layout(&self, cells: usize, hang: usize) -> Layout {
        let room = cells.saturating_sub(1).max(1);
        let hang = hang.min(room / 2);
        let rows = text::rows(&self.text, room, hang);
        let byte = self.caret_byte();
        let caret_row = rows.iter().rposition(|row| row.bytes.start <= byte).unwrap_or(0);
        let mut drawn = Vec::with_capacity(rows.len());
        let mut caret_cell = 0;
        for (at, row) in rows.iter().enumerate() {
            let indent = if row.hangs { hang } else { 0 };
            if at == caret_row {
                caret_cell = (indent + text::width(&self.text[row.bytes.start..byte])).min(cells.saturating_sub(1));
            }
            let content = text::cut(&self.text[row.bytes.clone()], room - indent).0;
            drawn.push(format!("{:indent$}{content}", ""));
        }
        Layout { rows: drawn, caret_row, caret_cell }
    }

    /// The line on a single row of `cells`, scrolled so that the caret is seen: the visible part and the cell of
    /// the caret in it.
    pub fn scrolled(&self, cells: usize) -> (&str, usize) {
        let room = cells.saturating_sub(1);
        let mut start = 0;
        let mut caret_cell = self.caret_cell();
        for grapheme in text::graphemes(self.before()) {
            if caret_cell <= room {
                break;
            }
            caret_cell -= text::width(grapheme);
            start += grapheme.len();
        }
        (text::cut(&self.text[start..], room).0, caret_cell)
    }
}

/// The byte where the grapheme of that index begins, or the end.
fn byte_of(text: &str, grapheme: usize) -> usize {
    text::graphemes(text).take(grapheme).map(str::len).sum()
}

/// How many graphemes begin before a byte; a byte inside a grapheme counts that grapheme whole.
fn graphemes_before(text: &str, byte: usize) -> usize {
    let mut end = 0;
    text::graphemes(text)
        .take_while(|grapheme| {
            let begins_before = end < byte;
            end += grapheme.len();
            begins_before
        })
        .count()
}

fn is_blank(grapheme: &str) -> bool {
    grapheme.chars().all(char::is_whitespace)
}

/// The byte where the last word of a text begins.
fn word_start(text: &str) -> usize {
    let mut start = text.len();
    let mut in_word = false;
    for grapheme in text::graphemes(text).rev() {
        if is_blank(grapheme) && in_word {
            break;
        }
        in_word |= !is_blank(grapheme);
        start -= grapheme.len();
    }
    start
}

/// The byte where the first word of a text ends.
fn word_end(text: &str) -> usize {
    let mut end = 0;
    let mut in_word = false;
    for grapheme in text::graphemes(text) {
        if is_blank(grapheme) && in_word {
            break;
        }
        in_word |= !is_blank(grapheme);
        end += grapheme.len();
    }
    end
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    #[derive(Clone, Debug)]
    enum Act {
        Type(char),
        Paste(String),
        Key(u8),
    }

    fn act() -> impl Strategy<Value = Act> {
        let ch = prop_oneof![
            3 => prop::char::range('가', '힣'),
            2 => prop::char::range('\u{1100}', '\u{1112}'),
            2 => prop::char::range('\u{1161}', '\u{1175}'),
            2 => prop::char::range('\u{11A8}', '\u{11C2}'),
            2 => prop::char::range('a', 'z'),
            2 => Just(' '),
            1 => prop::char::range('\u{300}', '\u{310}'),
            1 => prop::sample::select(vec!['👩', '\u{200D}', '💻', '\u{FE0F}', '🇰', '🇷', '🏽', '\u{1B}', '\u{202E}', 'ﾞ', 'ｶ']),
            1 => any::<char>(),
        ];
        prop_oneof![
            4 => ch.prop_map(Act::Type),
            1 => "\\PC{0,8}".prop_map(Act::Paste),
            3 => (0u8..11).prop_map(Act::Key),
        ]
    }

    fn play(editor: &mut LineEditor, act: &Act) {
        match act {
            Act::Type(c) => editor.insert_char(*c),
            Act::Paste(text) => editor.insert_str(text),
            Act::Key(0) => editor.backspace(),
            Act::Key(1) => editor.delete(),
            Act::Key(2) => editor.delete_word_back(),
            Act::Key(3) => editor.kill_to_end(),
            Act::Key(4) => editor.kill_to_start(),
            Act::Key(5) => editor.move_word_left(),
            Act::Key(6) => editor.move_word_right(),
            Act::Key(7) => editor.move_home(),
            Act::Key(8) => editor.move_end(),
            Act::Key(9) => editor.move_right(),
            Act::Key(_) => editor.move_left(),
        }
    }

    /// Where ratatui itself ends when it draws a text.
    fn drawn_width(text: &str) -> usize {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 2000, 1));
        usize::from(buffer.set_stringn(0, 0, text, 2000, Style::default()).0)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]

        #[test]
        fn whatever_is_typed_the_line_is_clean_and_the_caret_is_where_the_text_ends(
            acts in prop::collection::vec(act(), 0..60), cells in 1usize..30, hang in 0usize..6,
        ) {
            let mut editor = LineEditor::default();
            for act in &acts {
                play(&mut editor, act);
                prop_assert_eq!(text::clean(editor.text()), editor.text());
                prop_assert!(editor.caret() <= text::graphemes(editor.text()).count());
                prop_assert_eq!(text::graphemes(editor.before()).count(), editor.caret());
                prop_assert_eq!(editor.caret_cell(), drawn_width(editor.before()));
                let layout = editor.layout(cells, hang);
                prop_assert!(layout.caret_row < layout.rows.len());
                prop_assert!(layout.caret_cell < cells);
                let (seen, cell) = editor.scrolled(cells);
                prop_assert!(text::width(seen) < cells && (cell < cells || cells < 3));
            }
        }

        #[test]
        fn the_caret_cell_is_the_width_of_what_is_drawn_before_it(typed in "[가-힣a-z ]{0,60}", at in 0usize..60, cells in 4usize..30) {
            let mut editor = LineEditor::with_text(&typed);
            editor.move_to(at);
            let layout = editor.layout(cells, 2);
            let rows = text::rows(editor.text(), cells - 1, 2.min((cells - 1) / 2));
            let row = &rows[layout.caret_row];
            let indent = if row.hangs { 2.min((cells - 1) / 2) } else { 0 };
            let before = &editor.text()[row.bytes.start..editor.caret_byte()];
            prop_assert_eq!(layout.caret_cell, (indent + text::width(before)).min(cells - 1));
            let seen: String = layout.rows.concat().split_whitespace().collect();
            prop_assert_eq!(seen, typed.split_whitespace().collect::<String>());
        }
    }

    #[test]
    fn a_late_jamo_joins_the_syllable_before_the_caret() {
        let mut editor = LineEditor::with_text("가나");
        editor.move_to(1);
        editor.insert_char('\u{11A8}');
        assert_eq!((editor.text(), editor.caret()), ("각나", 1));
        let mut editor = LineEditor::default();
        for c in "\u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8}".chars() {
            editor.insert_char(c);
        }
        assert_eq!((editor.text(), editor.caret(), editor.caret_cell()), ("한국", 2, 4));
    }

    #[test]
    fn an_emoji_sequence_typed_piece_by_piece_is_one_grapheme() {
        let mut editor = LineEditor::default();
        for c in "👩‍💻 개발자".chars() {
            editor.insert_char(c);
        }
        assert_eq!((editor.text(), editor.caret()), ("👩‍💻 개발자", 5));
        editor.move_home();
        editor.delete();
        assert_eq!(editor.text(), " 개발자");
    }

    #[test]
    fn words_are_deleted_with_the_blanks_behind_them() {
        let mut editor = LineEditor::with_text("도입이 늦어지면  걱정 ");
        editor.delete_word_back();
        assert_eq!(editor.text(), "도입이 늦어지면  ");
        editor.delete_word_back();
        assert_eq!(editor.text(), "도입이 ");
        editor.move_home();
        editor.move_word_right();
        assert_eq!(editor.caret(), 3);
        editor.kill_to_start();
        assert_eq!((editor.text(), editor.caret()), (" ", 0));
    }

    #[test]
    fn editing_in_the_middle_keeps_what_is_behind() {
        let mut editor = LineEditor::with_text("가격 협상");
        editor.move_to(2);
        editor.insert_str("은\n세 번");
        assert_eq!((editor.text(), editor.caret()), ("가격은 세 번 협상", 7));
        editor.backspace();
        editor.delete();
        assert_eq!((editor.text(), editor.caret()), ("가격은 세 협상", 6));
        editor.kill_to_end();
        assert_eq!(editor.take(), "가격은 세 ");
        assert!(editor.is_empty());
    }

    #[test]
    fn the_caret_behind_a_full_row_stays_inside() {
        let editor = LineEditor::with_text("가나다라");
        let layout = editor.layout(9, 2);
        assert_eq!((layout.rows.len(), layout.caret_row, layout.caret_cell), (1, 0, 8));
        let layout = editor.layout(6, 2);
        assert_eq!(layout.rows, ["가나", "  다", "  라"]);
        assert_eq!((layout.caret_row, layout.caret_cell), (2, 4));
    }

    #[test]
    fn a_single_row_scrolls_to_its_caret() {
        let mut editor = LineEditor::with_text("가나다라마바");
        assert_eq!(editor.scrolled(7), ("라마바", 6));
        editor.move_home();
        assert_eq!(editor.scrolled(7), ("가나다", 0));
    }

    #[test]
    fn what_was_wiped_comes_back_until_something_is_typed() {
        let mut editor = LineEditor::with_text("도입이 늦어지면");
        editor.move_left();
        editor.kill_to_start();
        assert_eq!(editor.text(), "면");
        editor.kill_to_start();
        assert!(editor.restore());
        assert_eq!((editor.text(), editor.after()), ("도입이 늦어지면", "면"));
        assert!(!editor.restore());
        editor.kill_to_start();
        editor.insert_char('새');
        assert!(!editor.restore());
    }
}

//! Hostile typing into the live capture, against a model of the line that shares no code with it: graphemes in a
//! vector, a caret, and what NFC makes of each thing typed. What is drawn is read back out of the cells.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use proptest::prelude::*;
use ratatui::buffer::Buffer;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::keymap::Place;
use super::script::{Script, sample};
use crate::domain::{Dimension, Voice};
use crate::words::Lang;

/// A thing that is typed character by character, or pasted, and the one grapheme that it must become; an empty one
/// where nothing of it may stay.
#[derive(Clone, Debug)]
struct Unit {
    typed: String,
    becomes: String,
}

fn unit(typed: &str, becomes: &str) -> Unit {
    Unit { typed: typed.to_owned(), becomes: becomes.to_owned() }
}

fn same(text: &str) -> Unit {
    unit(text, text)
}

/// Everything that must come out as its NFC, whole graphemes only.
fn any_unit() -> impl Strategy<Value = Unit> {
    let composed = |text: String| unit(&text, &text.nfc().collect::<String>());
    prop_oneof![
        6 => prop::char::range('가', '힣').prop_map(|c| same(&c.to_string())),
        3 => prop::char::range('가', '힣').prop_map(move |c| composed(c.to_string().nfd().collect())),
        2 => prop::char::range('ㄱ', 'ㅣ').prop_map(|c| same(&c.to_string())),
        3 => prop::char::range('a', 'z').prop_map(|c| same(&c.to_string())),
        2 => ("[aeiou]", "[\u{300}-\u{304}\u{308}]").prop_map(move |(base, mark)| composed(base + &mark)),
        4 => Just(same(" ")),
        2 => prop::sample::select(vec!["漢", "字", "ア", "ｶﾞ", "“", "—", "!", "?", "\"", "א", "ש", "ع", "م", "ไ"]).prop_map(same),
        2 => prop::sample::select(vec!["👩‍💻", "🇰🇷", "🇯🇵", "👨‍👩‍👧‍👦", "❤\u{FE0F}", "👍🏽", "🙂"]).prop_map(same),
        1 => prop::sample::select(vec!['\u{202E}', '\u{2066}', '\u{206F}']).prop_map(|c| unit(&c.to_string(), "\u{FFFD}")),
        1 => prop::sample::select(vec!['\u{200B}', '\u{AD}', '\u{FEFF}', '\u{200F}', '\u{E0041}']).prop_map(|c| unit(&c.to_string(), "")),
    ]
}

#[derive(Clone, Debug)]
enum Deed {
    Type(Unit),
    /// Pasted in one go, with this between the units.
    Paste(Vec<Unit>, &'static str),
    /// An IME that shows each stage of a syllable: types it, takes it back, types the next.
    Compose(char, char),
    Key(&'static str),
    /// A key that may open a sheet, which is closed again.
    Aside(&'static str),
    /// The last line is corrected: this is typed behind it.
    Correct(Unit),
    Subject(usize),
    Size(u16, u16),
    Wait(i64),
}

const EDITS: [&str; 12] = [
    "<backspace>",
    "<backspace>",
    "<delete>",
    "<left>",
    "<left>",
    "<right>",
    "<home>",
    "<end>",
    "<c-w>",
    "<c-u>",
    "<c-left>",
    "<c-right>",
];
const ASIDES: [&str; 10] =
    ["<c-f>", "<c-p>", "<c-k>", "<c-y>", "<f7>", "<f8>", "<f9>", "<pgup>", "<pgdn>", "<up><esc>"];
const DIMENSIONS: [Dimension; 5] =
    [Dimension::Trigger, Dimension::Criteria, Dimension::Benefit, Dimension::Concern, Dimension::PostPurchase];

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        20 => any_unit().prop_map(Deed::Type),
        2 => prop::collection::vec(any_unit(), 0..30).prop_map(|units| Deed::Paste(units, "")),
        1 => (prop::collection::vec(any_unit(), 2..300), prop::sample::select(vec!["\n", "\r\n", "\r", "\u{2028}"]))
            .prop_map(|(units, between)| Deed::Paste(units, between)),
        3 => (prop::char::range('가', '힣'), prop::char::range('가', '힣')).prop_map(|(a, b)| Deed::Compose(a, b)),
        10 => prop::sample::select(EDITS.to_vec()).prop_map(Deed::Key),
        4 => Just(Deed::Key("<enter>")),
        1 => Just(Deed::Key("<esc>")),
        2 => prop::sample::select(ASIDES.to_vec()).prop_map(Deed::Aside),
        1 => any_unit().prop_map(Deed::Correct),
        2 => (0usize..5).prop_map(Deed::Subject),
        1 => (1u16..=300, 1u16..=100).prop_map(|(columns, rows)| Deed::Size(columns, rows)),
        1 => (1u16..=12, 1u16..=8).prop_map(|(columns, rows)| Deed::Size(columns, rows)),
        1 => (0i64..30).prop_map(Deed::Wait),
    ]
}

/// Pastes; where the text has several lines and is shown first, it is taken as one line.
fn pasted_as_one_line(script: Script, text: &str) -> Script {
    let script = script.paste(text);
    let is_shown = script.model.panes.last().is_some_and(|pane| pane.place() == Place::Paste);
    if is_shown { script.keys("o") } else { script }
}

/// The line as it must be.
#[derive(Default)]
struct Line {
    graphemes: Vec<String>,
    caret: usize,
    dimension: Option<Dimension>,
    /// The lines that must have been logged.
    logged: Vec<(Voice, String)>,
}

impl Line {
    fn text(&self) -> String {
        self.graphemes.concat()
    }

    fn before(&self) -> String {
        self.graphemes[..self.caret].concat()
    }

    fn insert(&mut self, grapheme: &str) {
        if !grapheme.is_empty() {
            self.graphemes.insert(self.caret, grapheme.to_owned());
            self.caret += 1;
        }
    }

    fn is_blank(&self, at: usize) -> bool {
        self.graphemes[at] == " "
    }

    fn word_left(&self) -> usize {
        let mut at = self.caret;
        while at > 0 && self.is_blank(at - 1) {
            at -= 1;
        }
        while at > 0 && !self.is_blank(at - 1) {
            at -= 1;
        }
        at
    }

    fn word_right(&self) -> usize {
        let mut at = self.caret;
        while at < self.graphemes.len() && self.is_blank(at) {
            at += 1;
        }
        while at < self.graphemes.len() && !self.is_blank(at) {
            at += 1;
        }
        at
    }

    fn key(&mut self, key: &str) {
        let end = self.graphemes.len();
        match key {
            "<backspace>" if self.caret > 0 => {
                self.caret -= 1;
                self.graphemes.remove(self.caret);
            }
            "<delete>" if self.caret < end => drop(self.graphemes.remove(self.caret)),
            "<left>" => self.caret = self.caret.saturating_sub(1),
            "<right>" => self.caret = (self.caret + 1).min(end),
            "<home>" => self.caret = 0,
            "<end>" => self.caret = end,
            "<c-left>" => self.caret = self.word_left(),
            "<c-right>" => self.caret = self.word_right(),
            "<c-w>" | "<c-u>" => {
                let from = if key == "<c-w>" { self.word_left() } else { 0 };
                self.graphemes.drain(from..self.caret);
                self.caret = from;
            }
            "<esc>" if end == 0 => self.dimension = None,
            "<enter>" => self.enter(),
            _ => {}
        }
    }

    fn enter(&mut self) {
        if let Some(line) = understood(&self.text()) {
            self.logged.push(line);
            self.graphemes.clear();
            self.caret = 0;
        }
    }

    /// The last line with this behind it, as a correction keeps it.
    fn correct(&mut self, grapheme: &str) {
        let Some((voice, text)) = self.logged.last_mut() else { return };
        let sign = match voice {
            Voice::Verbatim => "\"",
            Voice::Observation => "!",
            Voice::Owed => "?",
            Voice::Paraphrase if text.starts_with(['"', '!', '?', '“', '”']) => " ",
            Voice::Paraphrase => "",
        };
        if let Some(line) = understood(&format!("{sign}{text}{grapheme}")) {
            (*voice, *text) = line;
        }
    }
}

/// What a typed line says: the first character is the voice unless a blank stands before it.
fn understood(typed: &str) -> Option<(Voice, String)> {
    let text = typed.trim_matches(' ');
    let literal = (!text.is_empty()).then(|| (Voice::Paraphrase, text.to_owned()));
    if typed.starts_with(' ') {
        return literal;
    }
    let voice = match text.chars().next()? {
        '"' | '“' | '”' => Voice::Verbatim,
        '!' => Voice::Observation,
        '?' => Voice::Owed,
        _ => return literal,
    };
    let mut said = text.chars().skip(1).collect::<String>().trim_matches(' ').to_owned();
    if voice == Voice::Verbatim && said.ends_with(['"', '“', '”']) {
        said.pop();
        said = said.trim_matches(' ').to_owned();
    }
    (!said.is_empty()).then_some((voice, said))
}

fn place(script: &Script) -> Place {
    script.model.panes.last().unwrap().place()
}

fn field(script: &Script) -> String {
    script.model.panes.last().unwrap().unfinished(&script.model.world).map(|(_, text)| text).unwrap_or_default()
}

fn play(mut script: Script, line: &mut Line, deed: &Deed) -> Script {
    match deed {
        Deed::Type(unit) => {
            line.insert(&unit.becomes);
            script.keys(&unit.typed)
        }
        Deed::Paste(units, between) => {
            let whole: Vec<&str> = units.iter().map(|unit| unit.typed.as_str()).collect();
            script = pasted_as_one_line(script, &whole.join(between));
            if place(&script) != Place::Capture {
                // Many lines ask first what they are; refused, they change nothing.
                return script.keys("<esc>");
            }
            for (at, unit) in units.iter().enumerate() {
                if at > 0 && !between.is_empty() {
                    line.insert(" ");
                }
                line.insert(&unit.becomes);
            }
            script
        }
        Deed::Compose(first, then) => {
            line.insert(&then.to_string());
            script.keys(&format!("{first}<backspace>{then}"))
        }
        Deed::Key(key) => {
            line.key(key);
            script.keys(key)
        }
        Deed::Aside(key) => {
            script = script.keys(key);
            while place(&script) != Place::Capture {
                script = script.keys("<esc>");
            }
            script
        }
        Deed::Correct(unit) => {
            if line.logged.is_empty() {
                return script;
            }
            line.correct(&unit.becomes);
            // Where nothing may be kept, Enter leaves the correction open.
            script.keys("<up><end>").keys(&unit.typed).keys("<enter>")
        }
        Deed::Subject(at) => {
            line.dimension = Some(DIMENSIONS[*at]);
            script.keys(&format!("<f{}>", at + 1))
        }
        Deed::Size(columns, rows) => script.sized(*columns, *rows),
        Deed::Wait(seconds) => script.later(*seconds),
    }
}

/// What the cells of a row hold before a column, and the column at which the last of it ends.
fn drawn_before(buffer: &Buffer, row: u16, column: u16) -> (String, usize) {
    let (mut text, mut x) = (String::new(), 0usize);
    while x < usize::from(column) {
        let symbol = buffer[(u16::try_from(x).unwrap(), row)].symbol();
        text.push_str(symbol);
        let marks = symbol.chars().filter(|c| ('\u{FF9E}'..='\u{FF9F}').contains(c)).count();
        x += (symbol.width() + marks).max(1);
    }
    (text, x)
}

/// The hardware cursor stands behind what is drawn of the line before the caret, and nowhere else.
fn assert_caret(script: &Script, line: &Line) -> Result<(), TestCaseError> {
    let (columns, rows) = script.model.world.size;
    let (buffer, caret) = script.drawn();
    prop_assert!(caret.is_some(), "no caret at {}x{}", columns, rows);
    let caret = caret.unwrap();
    prop_assert!(caret.x < columns && caret.y < rows, "{:?} outside of {}x{}", caret, columns, rows);
    if columns < 16 || rows < 4 {
        return Ok(());
    }
    let (drawn, end) = drawn_before(&buffer, caret.y, caret.x);
    prop_assert_eq!(end, usize::from(caret.x), "the caret splits a wide character of {:?}", drawn);
    let before = line.before();
    // Blanks at the end of a full row are not drawn.
    let is_at_edge = caret.x + 1 == columns;
    let (drawn, before) =
        if is_at_edge { (drawn.trim_end().to_owned(), before.trim_end().to_owned()) } else { (drawn, before) };
    let shared: usize = drawn
        .graphemes(true)
        .rev()
        .zip(before.graphemes(true).rev())
        .take_while(|(a, b)| a == b)
        .map(|(grapheme, _)| grapheme.len())
        .sum();
    // In front of it stand the prompt, or blanks where the line goes on from the row above. A line that has more rows
    // than fit shows its last ones, the first of them beside the prompt.
    let lead = drawn[..drawn.len() - shared].trim();
    let pane = script.model.panes.last().unwrap();
    let (prompt, whole) = pane.unfinished(&script.model.world).unwrap();
    let fits = usize::from(caret.x) + whole.width() + 1 < usize::from(columns);
    // On a narrow screen the prompt is cut, with its mark.
    let is_prompt = lead == prompt || lead.strip_suffix('…').is_some_and(|head| prompt.starts_with(head));
    prop_assert!(
        lead.is_empty() || (is_prompt && (shared > 0 || before.is_empty() || !fits)),
        "{:?} stands before the caret, not {:?}",
        drawn,
        before
    );
    Ok(())
}

fn assert_logged(script: &Script, line: &Line) -> Result<(), TestCaseError> {
    let research = &script.model.world.research;
    let person = research.participant_by_code("P14").unwrap();
    let interview = research.interviews_of(person.id)[0].id;
    let there: Vec<(Voice, String)> =
        research.notes_of(interview).map(|note| (note.voice, note.text.clone())).collect();
    prop_assert_eq!(&there, &line.logged);
    Ok(())
}

/// A few where nobody asks for more; `PROPTEST_CASES` does.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(24)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), ..ProptestConfig::default() })]

    #[test]
    fn the_line_is_what_was_typed_and_the_caret_stands_where_it_is_drawn(
        deeds in prop::collection::vec(deed(), 1..80),
    ) {
        let mut script = Script::with(sample(), Lang::Ko, Vec::new()).keys("n<enter><enter>5");
        let mut line = Line::default();
        for deed in &deeds {
            script = play(script, &mut line, deed);
            prop_assert_eq!(place(&script), Place::Capture);
            prop_assert_eq!(field(&script), line.text(), "after {:?}", deed);
            assert_caret(&script, &line)?;
        }
        assert_logged(&script, &line)?;
    }

    #[test]
    fn anything_at_all_leaves_a_clean_line_and_a_caret_inside(
        deeds in prop::collection::vec((any::<char>(), "[\u{0}-\u{ff}\u{1100}-\u{11ff}\u{300}-\u{310}\u{200b}-\u{202f}가-힣👩💻🏽🇰\u{fe0f}\u{20e3}]{0,12}", 1u16..=300, 1u16..=100, 0usize..16), 1..40),
    ) {
        let mut script = Script::with(sample(), Lang::Ko, Vec::new()).keys("n<enter><enter>5");
        for (typed, pasted, columns, rows, key) in deeds {
            script = script.keys(&typed.to_string());
            script = match key {
                0 => script.sized(columns, rows),
                1 => script.sized(columns % 4 + 1, rows % 4 + 1),
                2 | 3 => pasted_as_one_line(script, &pasted),
                _ => script.keys(EDITS.get(key - 4).unwrap_or(&"<enter>")),
            };
            let text = field(&script);
            prop_assert_eq!(text.nfc().collect::<String>(), text.clone());
            prop_assert!(!text.chars().any(char::is_control), "{:?}", text);
            let (columns, rows) = script.model.world.size;
            let caret = script.caret();
            prop_assert!(caret.is_some_and(|caret| caret.x < columns && caret.y < rows), "{:?}", caret);
        }
    }
}

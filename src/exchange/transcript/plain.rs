//! Plain text and Markdown: `Name: text` in its many spellings, `Q:`/`A:`, times before or behind the name, bold
//! names, paragraphs that go on, or no names at all. The spellings: `spec/ecosystem.md` 3.3.

use super::labels::{self, Labels};
use super::{Parsed, Turn, append, numbered, tidy};
use crate::domain::Offset;
use crate::exchange::Refusal;
use crate::exchange::detect::date_in;

/// How a line begins.
#[derive(Clone, Copy, Debug, Default)]
struct Opening<'a> {
    at: Option<Offset>,
    label: Option<&'a str>,
    /// The file itself sets the label apart (bold, or with a time).
    sure: bool,
    rest: &'a str,
}

/// The turns of a plain text. A paragraph without a name goes on with the speaker before; in a text without names
/// each paragraph and each point of a list is a turn of its own. Headings are nobody's words and are reported.
pub fn parse(text: &str) -> Parsed {
    let rows: Vec<(u32, String)> = numbered(text).map(|(line, row)| (line, unescape(row))).collect();
    let openings: Vec<(u32, Opening<'_>)> = rows.iter().map(|(line, row)| (*line, opening(row))).collect();
    let mut known = Labels::default();
    for (_, opening) in &openings {
        if let Some(label) = opening.label {
            known.count(label, opening.sure);
        }
    }
    let mut reading = Reading { named: known.any(), known, parsed: Parsed::default(), blank: true };
    for (index, (line, opening)) in openings.into_iter().enumerate() {
        reading.take(line, &rows[index].1, opening);
    }
    let mut parsed = reading.parsed;
    for turn in &mut parsed.turns {
        turn.text = tidy(&turn.text);
    }
    parsed.turns.retain(|turn| !turn.text.is_empty());
    parsed
}

struct Reading {
    known: Labels,
    named: bool,
    parsed: Parsed,
    blank: bool,
}

impl Reading {
    fn take(&mut self, line: u32, row: &str, opening: Opening<'_>) {
        let row = row.trim();
        if row.is_empty() || is_rule(row) {
            self.blank = true;
            return;
        }
        if row.starts_with('#') && row.trim_start_matches('#').starts_with(' ') {
            self.parsed.date = self.parsed.date.or_else(|| date_in(row));
            self.parsed.refused.push(Refusal::new(line, "heading"));
            self.blank = true;
            return;
        }
        match opening.label.filter(|label| self.known.has(label)) {
            Some(label) => self.push(line, opening.at, Some(label.trim().to_owned()), opening.rest),
            None => self.go_on(line, row, opening.at),
        }
        self.blank = false;
    }

    fn go_on(&mut self, line: u32, row: &str, at: Option<Offset>) {
        let row = if at.is_some() { labels::leading_time(row).map_or(row, |(_, rest)| rest) } else { row };
        let Some(last) = self.parsed.turns.last_mut() else {
            if self.named {
                self.parsed.date = self.parsed.date.or_else(|| date_in(row));
                self.parsed.refused.push(Refusal::new(line, "before-first-speaker"));
            } else {
                self.push(line, at, None, row);
            }
            return;
        };
        let point = row.strip_prefix(['-', '*', '•']).filter(|rest| rest.starts_with(' ')).map(str::trim_start);
        if self.blank || at.is_some() || (point.is_some() && !self.named) {
            // A paragraph of a longer answer has the offset of the answer, unless it has its own.
            let (speaker, before) = (last.speaker.clone(), last.at);
            let words = if self.named { row } else { point.unwrap_or(row) };
            self.push(line, if self.named { at.or(before) } else { at }, speaker, words);
        } else {
            append(&mut last.text, row);
        }
    }

    fn push(&mut self, line: u32, at: Option<Offset>, speaker: Option<String>, text: &str) {
        self.parsed.turns.push(Turn { line, at, speaker, text: text.trim().to_owned(), tags: Vec::new() });
    }
}

/// Markdown's escaped signs as themselves.
fn unescape(row: &str) -> String {
    let mut out = String::with_capacity(row.len());
    let mut chars = row.chars().peekable();
    while let Some(c) = chars.next() {
        match chars.peek() {
            Some(next) if c == '\\' && next.is_ascii_punctuation() => {}
            _ => out.push(c),
        }
    }
    out
}

fn is_rule(row: &str) -> bool {
    row.len() >= 3 && row.chars().all(|c| matches!(c, '-' | '*' | '_' | '='))
}

fn opening(row: &str) -> Opening<'_> {
    let row = row.trim().trim_start_matches("> ");
    let (at, row) = match labels::leading_time(row) {
        Some((at, rest)) => (Some(at), rest),
        None => (None, row),
    };
    let mut opening = bold(row).or_else(|| timed(row)).or_else(|| lettered(row)).unwrap_or_else(|| named(row));
    if let Some((inner, rest)) =
        labels::leading_time(opening.rest).filter(|_| opening.label.is_some() && opening.at.is_none())
    {
        (opening.at, opening.rest) = (Some(inner), rest);
    }
    opening.at = at.or(opening.at);
    opening
}

/// `**Name:** text`, `**Name**: text`, `**Name (00:12):** text`, `**Name** (00:12): text`.
fn bold(row: &str) -> Option<Opening<'_>> {
    let (inner, rest) = row.strip_prefix("**")?.split_once("**")?;
    let (inner, rest) = match inner.trim_end().strip_suffix([':', '：']) {
        Some(name) => (name, rest),
        None => (inner, after_colon(rest)?),
    };
    let (label, mut at) = match timed_label(inner) {
        Some((label, at)) => (label, Some(at)),
        None => (inner, None),
    };
    let rest = rest.trim_start();
    at = at.or_else(|| time_before_colon(row));
    labels::is_label(label).then_some(Opening { at, label: Some(label.trim()), sure: true, rest })
}

/// What follows the colon behind a bold name, a time in between passed over.
fn after_colon(rest: &str) -> Option<&str> {
    let rest = rest.trim_start();
    let rest = labels::leading_time(rest).map_or(rest, |(_, rest)| rest);
    rest.strip_prefix([':', '：'])
}

fn time_before_colon(row: &str) -> Option<Offset> {
    let (_, rest) = row.strip_prefix("**")?.split_once("**")?;
    let (at, rest) = labels::leading_time(rest.trim_start())?;
    rest.starts_with([':', '：']).then_some(at)
}

/// `Name (00:12)` taken apart.
fn timed_label(text: &str) -> Option<(&str, Offset)> {
    let open = text.find(['(', '['])?;
    let (at, rest) = labels::leading_time(&text[open..])?;
    rest.trim().is_empty().then_some((text[..open].trim(), at))
}

/// `Name (00:12): text`.
fn timed(row: &str) -> Option<Opening<'_>> {
    let open = row.find(['(', '['])?;
    let label = row[..open].trim();
    let (at, rest) = labels::leading_time(&row[open..])?;
    let rest = rest.strip_prefix([':', '：'])?;
    labels::is_label(label).then_some(Opening { at: Some(at), label: Some(label), sure: true, rest: rest.trim_start() })
}

/// `Q. text`, `A1) text`: a capital letter, perhaps a number, and a sign that is no colon.
fn lettered(row: &str) -> Option<Opening<'_>> {
    let end = row.find(['.', ')'])?;
    let label = &row[..end];
    let rest = &row[end + 1..];
    let letter = label.trim_end_matches(|c: char| c.is_ascii_digit());
    let apart = rest.is_empty() || rest.starts_with(char::is_whitespace);
    (matches!(letter, "Q" | "문" | "답")
        || (letter == "A" && label.len() > 1)
        || (letter == "A" && row.starts_with("A.")))
    .then_some(())
    .filter(|()| apart)?;
    Some(Opening { label: Some(label), rest: rest.trim_start(), ..Opening::default() })
}

fn named(row: &str) -> Opening<'_> {
    match labels::split(row) {
        Some((label, rest)) => Opening { label: Some(label), rest, ..Opening::default() },
        None => Opening { rest: row, ..Opening::default() },
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn turns(text: &str) -> Vec<(Option<u32>, String, String)> {
        let row = |turn: Turn| (turn.at.map(Offset::seconds), turn.speaker.unwrap_or_default(), turn.text);
        parse(text).turns.into_iter().map(row).collect()
    }

    fn turn(at: Option<u32>, speaker: &str, text: &str) -> (Option<u32>, String, String) {
        (at, speaker.to_owned(), text.to_owned())
    }

    #[test]
    fn names_stand_before_words_in_many_spellings() {
        for text in [
            "Kim: why?\nLee: so.\nKim: ok\nLee: yes.",
            "**Kim:** why?\n\n**Lee:** so.\n\n**Kim**: ok\n\n**Lee:** yes.",
            "Kim： why?\nLee： so.\nKim：ok\nLee：yes.",
            "> Kim: why?\n> Lee: so.\n> Kim: ok\n> Lee: yes.",
        ] {
            let expected = [("Kim", "why?"), ("Lee", "so."), ("Kim", "ok"), ("Lee", "yes.")];
            assert_eq!(turns(text), expected.map(|(name, words)| turn(None, name, words)), "{text}");
        }
    }

    #[test]
    fn times_stand_in_many_places() {
        for text in [
            "[00:12] Kim: why?\n[1:00:00] Lee: so.\n[61:00] Kim: ok\nLee: yes.",
            "Kim (00:12): why?\nLee [1:00:00]: so.\nKim (61:00): ok\nLee: yes.",
            "**Kim (00:12):** why?\n**Lee** [1:00:00]: so.\n**Kim:** \\[61:00\\] ok\n**Lee:** yes.",
            "00:12\tKim:\twhy?\n1:00:00\tLee:\tso.\n61:00 Kim: ok\nLee: yes.",
        ] {
            let expected = [
                turn(Some(12), "Kim", "why?"),
                turn(Some(3600), "Lee", "so."),
                turn(Some(3660), "Kim", "ok"),
                turn(None, "Lee", "yes."),
            ];
            assert_eq!(turns(text), expected, "{text}");
        }
    }

    #[test]
    fn questions_and_answers_are_labels_even_once() {
        for (text, labels) in [
            ("Q: 왜요?\nA: 비싸서요.", ["Q", "A"]),
            ("질문: 왜요?\n답변: 비싸서요.", ["질문", "답변"]),
            ("Q1. 왜요?\nA1. 비싸서요.", ["Q1", "A1"]),
            ("문) 왜요?\n답) 비싸서요.", ["문", "답"]),
            ("인터뷰어: 왜요?\n인터뷰이: 비싸서요.", ["인터뷰어", "인터뷰이"]),
        ] {
            assert_eq!(turns(text), [turn(None, labels[0], "왜요?"), turn(None, labels[1], "비싸서요.")], "{text}");
        }
    }

    #[test]
    fn an_answer_goes_on_over_lines_and_paragraphs() {
        let text = "# Title\nabout this\n\nKim: why?\nLee [00:10]: it was slow\nand dear.\n\nThe truth: price.\n\n\\[00:20\\] Later\n---\nKim: ok";
        assert_eq!(
            turns(text),
            [
                turn(None, "Kim", "why?"),
                turn(Some(10), "Lee", "it was slow and dear."),
                turn(Some(10), "Lee", "The truth: price."),
                turn(Some(20), "Lee", "Later"),
                turn(None, "Kim", "ok"),
            ]
        );
        let refused: Vec<_> = parse(text).refused.into_iter().map(|it| (it.line, it.key)).collect();
        assert_eq!(refused, [(1, "heading"), (2, "before-first-speaker")]);
    }

    #[test]
    fn without_names_paragraphs_and_points_are_turns() {
        let text = "견적이\n늦었어요.\n\n[00:12] 비쌌고요.\n- 첫째\n- 둘째: 결론\n10:30 에 끝.";
        assert_eq!(
            turns(text),
            [
                turn(None, "", "견적이 늦었어요."),
                turn(Some(12), "", "비쌌고요."),
                turn(None, "", "첫째"),
                turn(None, "", "둘째: 결론"),
                turn(Some(630), "", "에 끝."),
            ]
        );
    }

    proptest! {
        #[test]
        fn any_text_is_taken(text in any::<String>()) {
            parse(&text);
        }

        #[test]
        fn anything_like_it_is_taken(text in "(Q[0-9]?[:.)]|\\*\\*|Kim|[\\[(]0?[0-9]:[0-9]{2}[\\])]|[:：]|[가나. #>\\\\-]{0,3}|\n|\r\n){0,40}") {
            for turn in parse(&text).turns {
                prop_assert!(!turn.text.is_empty());
            }
        }
    }
}

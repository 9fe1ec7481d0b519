//! A name and a time on a line of their own, then what was said: ClovaNote, and in the same shape DaGlo and Otter.
//! The title, the date and the recorder above the first turn, and the address at the end, are nobody's words.

use chrono::NaiveDate;

use super::labels::{Labels, fold, is_label};
use super::{Parsed, Turn, append, numbered, tidy};
use crate::domain::Offset;
use crate::domain::text::clean;
use crate::exchange::notes;

/// Lines that the tools put at the end of their files.
const TRAILERS: [&str; 3] = ["clovanote.naver.com", "otter.ai", "daglo.ai"];

/// Whether a text looks like this format: at least two headings, or one and the address at the end.
pub fn looks_like_it(text: &str) -> bool {
    let rows: Vec<(u32, &str)> = numbered(text).collect();
    let headings = headings(&rows);
    headings.len() >= 2 || (headings.len() == 1 && rows.iter().any(|(_, row)| is_trailer(row)))
}

/// The turns of such a file, and its date.
pub fn parse(text: &str) -> Parsed {
    let rows: Vec<(u32, &str)> = numbered(text).collect();
    let mut headings = headings(&rows).into_iter().peekable();
    let mut parsed = Parsed::default();
    let (mut current, mut blank): (Option<Turn>, bool) = (None, false);
    for (line, row) in rows.iter().copied() {
        if headings.peek().is_some_and(|heading| heading.line == line) {
            let heading = headings.next();
            parsed.turns.extend(current.take());
            current = heading.map(|it| Turn { line, at: Some(it.at), speaker: Some(it.label), ..Turn::default() });
            blank = false;
        } else if row.trim().is_empty() {
            blank = true;
        } else if let Some(turn) = &mut current {
            if is_trailer(row) {
                continue;
            }
            if blank && !turn.text.is_empty() {
                let (at, speaker) = (turn.at, turn.speaker.clone());
                parsed.turns.push(std::mem::replace(turn, Turn { line, at, speaker, ..Turn::default() }));
            }
            append(&mut turn.text, row);
            blank = false;
        } else {
            parsed.date = parsed.date.or_else(|| date(row));
        }
    }
    parsed.turns.extend(current);
    for turn in &mut parsed.turns {
        turn.text = tidy(&turn.text);
    }
    parsed.turns.retain(|turn| !turn.text.is_empty());
    parsed
}

struct Heading {
    line: u32,
    at: Offset,
    label: String,
}

/// The headings of a file. What somebody said may also end in a time, so that a label must occur twice,
/// or be numbered, or stand between a blank line and words.
fn headings(rows: &[(u32, &str)]) -> Vec<Heading> {
    let mut labels = Labels::default();
    for (_, row) in rows {
        if let Some((label, _)) = heading(row) {
            labels.count(&label, is_numbered(&label));
        }
    }
    let is_blank = |at: Option<usize>| at.and_then(|at| rows.get(at)).is_none_or(|(_, row)| row.trim().is_empty());
    let mut found = Vec::new();
    for (at, (line, row)) in rows.iter().enumerate() {
        let Some((label, offset)) = heading(row) else { continue };
        let apart = is_blank(at.checked_sub(1)) && !is_blank(Some(at + 1));
        if labels.has(&label) || apart {
            found.push(Heading { line: *line, at: offset, label });
        }
    }
    found
}

/// `참석자 1 00:00`: a label, a blank, a time, and nothing else.
fn heading(row: &str) -> Option<(String, Offset)> {
    let row = clean(row);
    let (label, time) = row.trim().rsplit_once(char::is_whitespace)?;
    let time = time.trim_start_matches(['(', '[']).trim_end_matches([')', ']']);
    let label = label.trim();
    let at = time.parse().ok().filter(|_| is_label(label) && !label.contains(':'))?;
    Some((label.to_owned(), at))
}

/// `참석자 1`, `화자 2`, `Speaker 3`.
fn is_numbered(label: &str) -> bool {
    let label = fold(label);
    let digits = |text: &str| !text.trim().is_empty() && text.trim().bytes().all(|b| b.is_ascii_digit());
    ["참석자", "화자", "참여자", "speaker"].iter().any(|name| label.strip_prefix(name).is_some_and(digits))
}

fn is_trailer(row: &str) -> bool {
    let row = row.trim().trim_end_matches('/').to_ascii_lowercase();
    row.split_whitespace().count() <= 3 && TRAILERS.iter().any(|trailer| row.ends_with(trailer))
}

fn date(row: &str) -> Option<NaiveDate> {
    let row = clean(row);
    let mut words = row.split_whitespace();
    notes::parse_date(words.next()?)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    const FILE: &str = "\n도입 면담\n2026.11.02 월 오후 2:05 ・ 41분 12초\n김하늘\n\n참석자 1 00:00\n안녕하세요.\n왜 사셨어요?\n\n\
        참석자 2 1:00:09\n견적이 늦었어요.\n그럼 내일 10:30\n\n둘째 문단입니다.\n\n이수진 01:02\n네.\n\nclovanote.naver.com\n";

    #[test]
    fn the_format_is_read_and_its_furniture_left_out() {
        let parsed = parse(FILE);
        let turns: Vec<_> = parsed
            .turns
            .iter()
            .map(|it| (it.line, it.at.unwrap().seconds(), it.speaker.as_deref().unwrap(), &*it.text))
            .collect();
        assert_eq!(
            turns,
            [
                (6, 0, "참석자 1", "안녕하세요. 왜 사셨어요?"),
                (10, 3609, "참석자 2", "견적이 늦었어요. 그럼 내일 10:30"),
                (14, 3609, "참석자 2", "둘째 문단입니다."),
                (16, 62, "이수진", "네."),
            ]
        );
        assert_eq!(parsed.date.unwrap().to_string(), "2026-11-02");
        assert!(looks_like_it(FILE));
        assert!(!looks_like_it("그럼 내일 10:30\n네."));
    }

    #[test]
    fn decomposed_letters_and_windows_line_ends_change_nothing() {
        let other: String = FILE.replace('\n', "\r\n").nfd().collect();
        if clean("\u{1100}\u{1161}") == "가" {
            assert_eq!(parse(&other), parse(FILE));
        }
    }

    proptest! {
        #[test]
        fn any_text_is_taken(text in any::<String>()) {
            looks_like_it(&text);
            parse(&text);
        }

        #[test]
        fn anything_like_it_is_taken(text in "(참석자 [12] 0[0-9]:[0-9]{2}|[가나. ]{0,5}|clovanote.naver.com|\n|\r\n){0,30}") {
            looks_like_it(&text);
            for turn in parse(&text).turns {
                prop_assert!(!turn.text.is_empty());
            }
        }
    }
}

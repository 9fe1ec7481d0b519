//! Wrapped text: rows of spans with a hanging indent, broken at words and never cut, with the stretches that a
//! search has found shown in their own style.

use ratatui::style::Style;
use ratatui::text::Span;

use crate::domain::text;

/// The rows of a text that is wrapped to `cells`. `found` are byte ranges of the text, in order, shown in the second style.
pub fn rows<'a>(content: &'a str, cells: usize, styles: (Style, Style), found: &[[usize; 2]]) -> Vec<Vec<Span<'a>>> {
    text::rows(content, cells, 0).into_iter().map(|row| spans(content, row.bytes, styles, found)).collect()
}

/// The rows of a text of which several stretches, in order, have styles of their own.
pub fn marked_rows<'a>(
    content: &'a str,
    cells: usize,
    plain: Style,
    marked: &[([usize; 2], Style)],
) -> Vec<Vec<Span<'a>>> {
    text::rows(content, cells, 0).into_iter().map(|row| marked_spans(content, row.bytes, plain, marked)).collect()
}

/// One stretch of a text as spans.
pub fn spans<'a>(
    content: &'a str,
    bytes: std::ops::Range<usize>,
    (plain, marked): (Style, Style),
    found: &[[usize; 2]],
) -> Vec<Span<'a>> {
    let found: Vec<([usize; 2], Style)> = found.iter().map(|it| (*it, marked)).collect();
    marked_spans(content, bytes, plain, &found)
}

fn marked_spans<'a>(
    content: &'a str,
    bytes: std::ops::Range<usize>,
    plain: Style,
    marked: &[([usize; 2], Style)],
) -> Vec<Span<'a>> {
    let end = bytes.start + content.get(bytes.clone()).map_or(0, |row| row.trim_end().len());
    let mut spans = Vec::new();
    let mut at = bytes.start;
    for ([from, to], style) in marked {
        let (from, to) = ((*from).clamp(at, end), (*to).clamp(at, end));
        if from < to {
            spans.extend(piece(content, at, from, plain));
            spans.extend(piece(content, from, to, *style));
            at = to;
        }
    }
    spans.extend(piece(content, at, end, plain));
    spans
}

/// A span, unless it is empty or the range is not one of characters.
fn piece(content: &str, from: usize, to: usize, style: Style) -> Option<Span<'_>> {
    content.get(from..to).filter(|text| !text.is_empty()).map(|text| Span::styled(text, style))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_found_is_marked_across_rows_and_nothing_is_lost() {
        let content = "도입이 한 달 지연되면 예산이 회수된다고 함";
        let styles = (Style::new(), Style::new().bold());
        let at = content.find("지연").unwrap_or(0);
        let rows = rows(content, 14, styles, &[[0, 6], [at, at + 6]]);
        let marked: Vec<&str> =
            rows.iter().flatten().filter(|span| span.style == styles.1).map(|span| span.content.as_ref()).collect();
        assert_eq!(marked, ["도입", "지연"]);
        let words: Vec<String> =
            rows.iter().map(|row| row.iter().map(|span| span.content.as_ref()).collect::<String>()).collect();
        assert_eq!(words.join(" "), content);
    }

    #[test]
    fn a_range_that_is_no_boundary_marks_nothing() {
        let spans = spans("가나", 0..6, (Style::new(), Style::new().bold()), &[[1, 2]]);
        assert!(spans.iter().all(|span| span.style == Style::new()));
    }
}

//! The piece of a line that fits into one row and still shows what was found in it: cut between words where it can be,
//! between graphemes where it must. Bytes and cells only; how it is drawn is the screen's.

use std::ops::Range;

use super::text;

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippet {
    /// Whether something stands before it that is left out.
    pub before: bool,
    /// Its bytes in the text.
    pub bytes: Range<usize>,
    /// Whether something stands behind it that is left out.
    pub after: bool,
}

/// The piece of a text in at most `cells` cells, its marks of what was left out included (one cell each), that shows
/// the first of the byte ranges `found` and as much of what follows as there is room for.
pub fn around(content: &str, cells: usize, found: &[[usize; 2]]) -> Snippet {
    if text::width(content) <= cells {
        return Snippet { before: false, bytes: 0..content.len(), after: false };
    }
    let hit = found.first().copied().filter(|[from, to]| content.get(*from..*to).is_some()).unwrap_or([0, 0]);
    if text::width(&content[..hit[1]]) < cells {
        let end = text::cut(content, cells.saturating_sub(1)).0.trim_end().len();
        return Snippet { before: false, bytes: 0..end, after: true };
    }
    let start = start_before(content, hit, cells.saturating_sub(2));
    let rest = &content[start..];
    let room = cells.saturating_sub(usize::from(start > 0));
    let (piece, is_cut) = match text::cut(rest, room) {
        (_, true) => (text::cut(rest, room.saturating_sub(1)).0.trim_end(), true),
        whole => whole,
    };
    Snippet { before: start > 0, bytes: start..start + piece.len(), after: is_cut }
}

/// Where to begin so that what was found ends inside `room`, at the start of a word: a third of the room before it, or
/// more where less than the rest of the room stands behind it.
fn start_before(content: &str, [from, to]: [usize; 2], room: usize) -> usize {
    let spare = room.saturating_sub(text::width(&content[from..]));
    let lead = (room / 3).min(room.saturating_sub(text::width(&content[from..to]))).max(spare);
    let (mut start, mut used) = (from, 0);
    for grapheme in text::graphemes(&content[..from]).rev() {
        used += text::width(grapheme);
        if used > lead {
            break;
        }
        start -= grapheme.len();
    }
    let is_word_start = start == 0 || content[..start].ends_with(char::is_whitespace);
    let inside = &content[start..from];
    match inside.find(char::is_whitespace).filter(|_| !is_word_start) {
        Some(blank) => start + blank + inside[blank..].chars().next().map_or(0, char::len_utf8),
        None => start,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(content: &str, cells: usize, word: &str) -> String {
        let from = content.find(word).unwrap_or(0);
        let piece = around(content, cells, &[[from, from + word.len()]]);
        let mark = |is_cut| if is_cut { "…" } else { "" };
        format!("{}{}{}", mark(piece.before), &content[piece.bytes], mark(piece.after))
    }

    #[test]
    fn what_was_found_is_in_sight() {
        let line = "도입이 한 달 지연되면 예산이 회수된다고 함";
        assert_eq!(shown(line, 60, "예산"), line);
        assert_eq!(shown(line, 20, "도입"), "도입이 한 달 지연되…");
        assert_eq!(shown(line, 20, "예산"), "…예산이 회수된다고…");
        assert_eq!(shown(line, 20, "함"), "…회수된다고 함");
    }

    proptest! {
        #[test]
        fn a_snippet_fits_and_is_cut_between_graphemes(
            content in "[가-힣a-z 👨‍👩‍👧e\u{301}]{0,60}", cells in 2usize..40, at in 0usize..60, len in 1usize..4,
        ) {
            let bounds: Vec<usize> = content.char_indices().map(|(at, _)| at).chain([content.len()]).collect();
            let from = bounds[at.min(bounds.len() - 1)];
            let to = bounds[(at + len).min(bounds.len() - 1)];
            let piece = around(&content, cells, &[[from, to]]);
            let shown = content.get(piece.bytes.clone());
            prop_assert!(shown.is_some());
            let marks = usize::from(piece.before) + usize::from(piece.after);
            prop_assert!(text::width(shown.unwrap_or_default()) + marks <= cells.max(2));
            prop_assert_eq!(piece.after, piece.bytes.end < content.len());
            prop_assert_eq!(piece.before, piece.bytes.start > 0);
        }
    }
}

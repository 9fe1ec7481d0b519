//! Markdown of a brief and of a journey, for people to read and hand on. Only verbatim lines stand in quotation
//! marks; each line carries its permanent code. Text from outside is escaped, so that no line can become mark-up.

mod brief;
mod journey;

pub use brief::{QUOTES_SHOWN, brief, counts, dots, full_counts, gap_sentence, nothing_known};
pub use journey::journey;

use crate::domain::consent::LeftOut;
use crate::domain::evidence::{Evidence, State};
use crate::domain::{Dimension, Voice};
use crate::words::Words;

/// Text as Markdown shows it letter by letter: every character that can begin mark-up where it stands is escaped.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let always = matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '&');
        let doubled = c == '~' && (out.ends_with('~') || text[at + 1..].starts_with('~'));
        if always || doubled {
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

/// The mark of a state; a letter-free sign that survives a photocopy. The word stands beside it.
pub(super) fn mark(state: State) -> &'static str {
    match state {
        State::Strong => "●",
        State::Thin => "◐",
        State::Assumption => "○",
        State::Contradicted => "!",
        State::Stale => "~",
    }
}

/// One line of evidence: verbatim in quotation marks, a paraphrase marked as such, with who and where.
pub(super) fn cited(line: &Evidence, words: &Words) -> String {
    let text = plain(&line.text);
    let said = match (line.withheld, line.voice) {
        (true, _) => words.say("report-withheld"),
        (false, Voice::Verbatim) => format!("“{text}”"),
        (false, _) => words.say_with("report-paraphrase", &[("text", (&text).into())]),
    };
    let mut who = plain(&line.participant);
    for more in [plain(&line.role), line.at.map(|at| at.to_string()).unwrap_or_default()] {
        if !more.is_empty() {
            who = format!("{who}, {more}");
        }
    }
    let star = if line.star { " ★" } else { "" };
    format!("{said} {who}{star} `{}`", line.cite())
}

pub(super) fn dimension(dimension: Dimension, words: &Words) -> String {
    words.say(&format!("dimension-{dimension}"))
}

/// How many people and lines were left out because nobody agreed to it.
pub fn left_out(left_out: LeftOut, words: &Words) -> String {
    words.say_with("report-left-out", &[("people", left_out.people.into()), ("lines", left_out.lines.into())])
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn nothing_from_outside_becomes_mark_up() {
        assert_eq!(plain("<b>*x*</b> [a](b) `c` |"), "\\<b\\>\\*x\\*\\</b\\> \\[a\\](b) \\`c\\` \\|");
        assert_eq!(plain("# 1~2대 ~~x~~ #3"), "\\# 1~2대 \\~\\~x\\~\\~ #3");
        assert_eq!(plain("- item"), "\\- item");
        assert_eq!(plain("12. item"), "12\\. item");
        assert_eq!(plain("가격이 12.5% 올랐다"), "가격이 12.5% 올랐다");
    }
}

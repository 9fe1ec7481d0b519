//! A claim on paper: its counts as dots and words with its state beside them, the lines that are shown with their codes,
//! those that contradict, and what else must be known.

use super::Sections;
use crate::exchange::paper::manuscript::{Para, Piece, Role};
use crate::exchange::sheet::{Claim, Line};

impl Sections<'_> {
    /// Everything of a claim but its heading.
    pub(super) fn claim(&mut self, claim: &Claim) {
        if !claim.written.is_empty() {
            let mut text = vec![Piece::plain(&claim.written)];
            if !claim.theme.is_empty() {
                text.extend([Piece::plain(" "), Piece::plain(&claim.theme)]);
            }
            self.para(Role::Written, text);
        }
        let counts = vec![Piece::Dots(claim.dots.clone()), Piece::plain(" "), Piece::plain(&claim.counts)];
        let state = vec![Piece::plain(claim.mark), Piece::plain(" "), Piece::plain(&claim.standing)];
        self.put(Para::new(Role::Measure, counts).beside(state));
        for line in &claim.quotes {
            self.line(line, "");
        }
        for line in &claim.contradicts {
            self.line(line, &self.sheet.contradicts);
        }
        for note in &claim.notes {
            self.para(Role::Note, vec![Piece::plain(note)]);
        }
        if !claim.more.is_empty() {
            let mut text = vec![Piece::plain(&claim.shown)];
            for code in &claim.more {
                text.extend([Piece::plain(" "), Piece::plain(code).leading(code)]);
            }
            self.para(Role::Note, text);
        }
    }

    /// A line with who said it; `word` stands before one that contradicts.
    pub(super) fn line(&mut self, line: &Line, word: &str) {
        let mut text = Vec::new();
        if !word.is_empty() {
            text.extend([Piece::strong(format!("× {word}")), Piece::plain(" ")]);
        }
        text.extend(wording(line));
        let role = if line.voice == "verbatim" { Role::Quoted } else { Role::Said };
        self.put(Para::new(role, text).beside(vec![Piece::plain(&line.code).leading(&line.code)]));
        self.para(Role::Who, vec![Piece::plain(who(line))]);
    }
}

/// The wording: in quotation marks where it is verbatim, else with what it is before it.
pub(super) fn wording(line: &Line) -> Vec<Piece> {
    if line.voice == "verbatim" {
        return vec![Piece::plain(format!("“{}”", line.text))];
    }
    let label = (!line.label.is_empty()).then(|| [Piece::dim(format!("({})", line.label)), Piece::plain(" ")]);
    label.into_iter().flatten().chain([Piece::plain(&line.text)]).collect()
}

/// Who said it, in which role, how far into the interview.
pub(super) fn who(line: &Line) -> String {
    let who: Vec<&str> =
        [&line.who, &line.role, &line.at].into_iter().map(String::as_str).filter(|it| !it.is_empty()).collect();
    format!("{}{}", who.join(", "), if line.star { " ★" } else { "" })
}

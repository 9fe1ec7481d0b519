//! How a theme is written in a flat note, and the themes that an import makes. A flat note knows only names, so the
//! notation carries what a name alone would lose: which dimension the theme is in, and that a line speaks against it.

use std::collections::BTreeMap;
use std::fmt;

use crate::domain::{Dimension, Id, Moment, Research, Stance, Theme};
use crate::mint::Mint;

/// One theme of a line: `[!][dimension:]name`. `!` means that the line contradicts it. Without a dimension the
/// theme is in the line's own. A backslash makes the sign behind it an ordinary one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tag {
    /// For or against.
    pub stance: Stance,
    /// The theme's dimension, where it is not the line's.
    pub dimension: Option<Dimension>,
    /// The theme's name.
    pub name: String,
}

impl Tag {
    /// Reads the notation. Every text is some tag.
    pub fn parse(text: &str) -> Tag {
        let text = text.trim();
        let (stance, rest) = match text.strip_prefix('!') {
            Some(rest) if !rest.trim().is_empty() => (Stance::Contradicts, rest.trim_start()),
            _ => (Stance::Supports, text),
        };
        let in_dimension = rest.split_once(':').and_then(|(dimension, name)| {
            let dimension: Dimension = dimension.trim().parse().ok()?;
            (Dimension::FIVE.contains(&dimension) && !name.trim().is_empty()).then_some((dimension, name))
        });
        let (dimension, name) = match in_dimension {
            Some((dimension, name)) => (Some(dimension), name),
            None => (None, rest),
        };
        Tag { stance, dimension, name: unescape(name).trim().to_owned() }
    }
}

impl fmt::Display for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.stance == Stance::Contradicts {
            f.write_str("!")?;
        }
        if let Some(dimension) = self.dimension {
            write!(f, "{dimension}:")?;
        }
        f.write_str(&escape(&self.name, self.dimension.is_none()))
    }
}

/// A name with what could be read as notation made ordinary.
fn escape(name: &str, bare: bool) -> String {
    let mut out = String::with_capacity(name.len());
    for (at, c) in name.chars().enumerate() {
        if matches!(c, '\\' | '|') || (bare && ((at == 0 && c == '!') || c == ':')) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match chars.peek() {
            Some('\\' | '|' | '!' | ':') if c == '\\' => out.extend(chars.next()),
            _ => out.push(c),
        }
    }
    out
}

/// Another tool's tag, which knows no notation.
pub fn literal(name: &str) -> String {
    escape(name, true)
}

/// The tags of one cell: whybuy's are separated by `|`; another tool's by `|`, or else `;`, or else `,`.
pub fn split_cell(cell: &str, foreign: bool) -> Vec<String> {
    if !foreign {
        return split_escaped(cell);
    }
    let separator = ['|', ';', ','].into_iter().find(|it| cell.contains(*it)).unwrap_or('|');
    let names = cell.split(separator).map(super::transcript::tidy);
    names.filter(|name| !name.is_empty()).map(|name| literal(&name)).collect()
}

fn split_escaped(cell: &str) -> Vec<String> {
    let (mut tags, mut tag, mut chars) = (Vec::new(), String::new(), cell.chars());
    while let Some(c) = chars.next() {
        match c {
            '|' => tags.push(std::mem::take(&mut tag)),
            '\\' => {
                tag.push(c);
                tag.extend(chars.next());
            }
            _ => tag.push(c),
        }
    }
    tags.push(tag);
    tags.iter().map(|tag| super::transcript::tidy(tag)).filter(|tag| !tag.is_empty()).collect()
}

/// The themes of a study and those that an import adds, by dimension and name; letter case makes no difference.
#[derive(Debug)]
pub(super) struct Themes<'a> {
    study: Id,
    mint: &'a Mint,
    now: Moment,
    known: BTreeMap<(Dimension, String), Id>,
    /// The new ones, in the order in which they came up.
    pub(super) new: Vec<Theme>,
}

impl<'a> Themes<'a> {
    pub(super) fn of(research: &Research, study: Id, mint: &'a Mint, now: Moment) -> Themes<'a> {
        let mut known = BTreeMap::new();
        for theme in research.themes().values() {
            known.entry((theme.dimension, theme.name.to_lowercase())).or_insert(theme.id);
        }
        // Two themes may differ by case alone: the exact name then finds its own.
        for theme in research.themes().values() {
            known.insert((theme.dimension, theme.name.clone()), theme.id);
        }
        Themes { study, mint, now, known, new: Vec::new() }
    }

    /// The theme of this name, made where there is none.
    pub(super) fn find(&mut self, dimension: Dimension, name: &str) -> Id {
        let (exact, folded) = ((dimension, name.to_owned()), (dimension, name.to_lowercase()));
        if let Some(id) = self.known.get(&exact).or_else(|| self.known.get(&folded)) {
            return *id;
        }
        let id = self.mint.id();
        let (name, memo) = (name.to_owned(), String::new());
        self.new.push(Theme { memo, ..Theme::blank((id, self.study), dimension, name, self.now) });
        self.known.insert(folded, id);
        id
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_notation_says_dimension_and_stance() {
        let tag = |stance, dimension, name: &str| Tag { stance, dimension, name: name.to_owned() };
        for (text, expected) in [
            ("감사", tag(Stance::Supports, None, "감사")),
            ("!감사 일정", tag(Stance::Contradicts, None, "감사 일정")),
            ("concern:감사", tag(Stance::Supports, Some(Dimension::Concern), "감사")),
            ("!post_purchase: 재구매", tag(Stance::Contradicts, Some(Dimension::PostPurchase), "재구매")),
            ("time: too long", tag(Stance::Supports, None, "time: too long")),
            ("unsorted:x", tag(Stance::Supports, None, "unsorted:x")),
            ("!", tag(Stance::Supports, None, "!")),
            ("\\!a\\|b\\\\c", tag(Stance::Supports, None, "!a|b\\c")),
            ("C:\\dir", tag(Stance::Supports, None, "C:\\dir")),
        ] {
            assert_eq!(Tag::parse(text), expected, "{text}");
        }
    }

    #[test]
    fn cells_are_split_as_their_tool_joined_them() {
        assert_eq!(split_cell(" a | !b\\|c || ", false), ["a", "!b\\|c"]);
        assert_eq!(split_cell("Childhood; Family ;", true), ["Childhood", "Family"]);
        assert_eq!(split_cell("a, b", true), ["a", "b"]);
        assert_eq!(split_cell("a;b, c", true), ["a", "b, c"]);
        assert_eq!(
            split_cell("concern:x", true).iter().map(|it| Tag::parse(it).name).collect::<Vec<_>>(),
            ["concern:x"]
        );
        assert!(split_cell("", true).is_empty());
    }

    proptest! {
        #[test]
        fn a_tag_reads_what_it_writes(
            against in any::<bool>(), dimension in prop::option::of(0usize..5), name in "[a-z가-힣!:|\\\\ .]{1,12}",
        ) {
            let name = name.trim().to_owned();
            prop_assume!(!name.is_empty());
            let stance = if against { Stance::Contradicts } else { Stance::Supports };
            let tag = Tag { stance, dimension: dimension.map(|at| Dimension::FIVE[at]), name };
            prop_assert_eq!(&Tag::parse(&tag.to_string()), &tag);
            let cell = [tag.to_string(), "other".to_owned()].join("|");
            prop_assert_eq!(split_cell(&cell, false), [tag.to_string(), "other".to_owned()]);
        }

        #[test]
        fn any_text_is_some_tag(text in any::<String>()) {
            Tag::parse(&text);
            split_cell(&text, true);
            split_cell(&text, false);
        }
    }
}

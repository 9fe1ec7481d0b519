//! How a typed line is read and how a kept line is typed again: the first character is the voice, `#names` at the end
//! are themes. Reading and writing are each other's inverse. A path event is read in `path_line`.

use super::interview::MAX_INITIALS;
use super::live::Fresh;
use super::matching;
use super::{Dimension, Edit, Mark, Note, Research, Stance, Theme, Voice};

/// A typed line, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// In whose words.
    pub voice: Voice,
    /// The wording.
    pub text: String,
    /// The names after `#` at the end, in order, without the `#`.
    pub themes: Vec<String>,
}

/// The characters that say a voice when they stand first.
const VOICES: [(char, Voice); 5] = [
    ('"', Voice::Verbatim),
    ('“', Voice::Verbatim),
    ('”', Voice::Verbatim),
    ('!', Voice::Observation),
    ('?', Voice::Owed),
];

/// Reads a typed line. A blank before everything takes the meaning from the first character and from `#`.
/// Where `may_create` is false, only themes that are there already are taken off the line.
pub fn read(typed: &str, research: &Research, may_create: bool) -> Typed {
    if typed.starts_with(char::is_whitespace) {
        return Typed { voice: Voice::Paraphrase, text: typed.trim().to_owned(), themes: Vec::new() };
    }
    let (line, themes) = split_themes(typed.trim(), research, may_create);
    let first = line.chars().next();
    let Some((mark, voice)) = VOICES.iter().copied().find(|(mark, _)| Some(*mark) == first) else {
        return Typed { voice: Voice::Paraphrase, text: line.to_owned(), themes };
    };
    let mut text = line.strip_prefix(mark).unwrap_or(line).trim();
    if voice == Voice::Verbatim {
        text = text.strip_suffix(['"', '”', '“']).unwrap_or(text).trim();
    }
    Typed { voice, text: text.to_owned(), themes }
}

/// A kept line as it would be typed.
pub fn write(voice: Voice, text: &str) -> String {
    let is_sign = |c: char| c == '/' || c == '#' || VOICES.iter().any(|(mark, _)| *mark == c);
    match voice {
        Voice::Verbatim => format!("\"{text}"),
        Voice::Observation => format!("!{text}"),
        Voice::Owed => format!("?{text}"),
        Voice::Paraphrase if text.starts_with(is_sign) || text.contains(" #") => format!(" {text}"),
        Voice::Paraphrase => text.to_owned(),
    }
}

/// Takes the themes off the end of a line: names of known themes with all their words, or single words that begin
/// with a letter (so that "issue #3" stays text).
fn split_themes<'a>(line: &'a str, research: &Research, may_create: bool) -> (&'a str, Vec<String>) {
    let (mut rest, mut themes) = (line, Vec::new());
    while let Some((before, name)) = last_sign(rest) {
        let name = name.trim();
        let is_word = name.chars().next().is_some_and(char::is_alphabetic) && !name.contains(char::is_whitespace);
        if !(is_word && may_create) && theme_named(research, name).is_none() {
            break;
        }
        themes.insert(0, name.to_owned());
        rest = before.trim_end();
    }
    (rest, themes)
}

/// Reads the initials before a line of a group session: at most [`MAX_INITIALS`] letters and a colon, as in `JY: text`.
/// A colon alone takes the initials away: then they are empty.
pub fn read_initials(typed: &str) -> Option<(&str, &str)> {
    let (initials, rest) = typed.split_once([':', '：'])?;
    let is_name = initials.chars().count() <= MAX_INITIALS && initials.chars().all(char::is_alphabetic);
    is_name.then_some((initials, rest.trim_start()))
}

/// The part before the last `#` that begins a word, and what follows it.
pub fn last_sign(line: &str) -> Option<(&str, &str)> {
    let at = line.rfind('#')?;
    let (before, name) = (&line[..at], &line[at + 1..]);
    (before.is_empty() || before.ends_with(char::is_whitespace)).then_some((before, name))
}

/// The part before the last `@` that begins a word, and the name that follows it up to the end of the line.
pub fn last_name(line: &str) -> Option<(&str, &str)> {
    let at = line.rfind('@')?;
    let (before, name) = (&line[..at], &line[at + 1..]);
    let begins = before.is_empty() || before.ends_with(|c: char| c.is_whitespace() || c == '"' || c == '(');
    (begins && !name.contains(char::is_whitespace)).then_some((before, name))
}

/// The theme of this name, blanks and letter case ignored.
pub fn theme_named<'a>(research: &'a Research, name: &str) -> Option<&'a Theme> {
    research.themes().values().find(|theme| is_named(theme, name))
}

/// The themes that a few letters mean, those of the line's dimension first, then the better matches.
pub fn themes_like<'a>(research: &'a Research, letters: &str, dimension: Dimension) -> Vec<&'a Theme> {
    let themes = research.themes().values();
    let mut like: Vec<_> = themes.filter_map(|theme| Some((matching::rank(letters, &theme.name)?, theme))).collect();
    like.sort_by_key(|(rank, theme)| (theme.dimension != dimension, *rank, theme.id));
    like.into_iter().map(|(_, theme)| theme).collect()
}

/// The edits that mark a line with these theme names. A name that is not there yet becomes a theme of the line's
/// dimension; an unsorted line makes none, because a theme belongs to a dimension.
pub fn marks(research: &Research, names: &[String], note: &Note, fresh: &Fresh<'_>) -> Vec<Edit> {
    let (mut edits, mut made, mut done) = (Vec::new(), Vec::<Theme>::new(), Vec::new());
    for name in names {
        let like = research.themes().values().chain(&made).filter(|it| is_named(it, name));
        let known = like.min_by_key(|it| (it.dimension != note.dimension, it.id)).map(|it| it.id);
        let theme = known.or_else(|| {
            let (study, dimension) = (note.study, note.dimension);
            let name = name.clone();
            let theme = Theme::blank((fresh.id(), study), dimension, name, fresh.now);
            (dimension != Dimension::Unsorted).then(|| edits.push(theme.clone().into()))?;
            made.push(theme);
            made.last().map(|theme| theme.id)
        });
        // A name that was typed twice marks once.
        let Some(theme) = theme.filter(|theme| !done.contains(theme)) else { continue };
        done.push(theme);
        let is_marked = research.marks_of(note.id).any(|mark| mark.theme == theme);
        if !is_marked {
            let mark = Mark::new((fresh.id(), note.study), note.id, theme, Stance::Supports);
            edits.push(mark.into());
        }
    }
    edits
}

/// Whether a typed name means this theme, blanks and letter case ignored.
fn is_named(theme: &Theme, name: &str) -> bool {
    matching::rank(name, &theme.name) == Some(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(line: &str) -> (Voice, String, Vec<String>) {
        let typed = read(line, &Research::default(), true);
        (typed.voice, typed.text, typed.themes)
    }

    #[test]
    fn the_first_character_is_the_voice() {
        assert_eq!(typed("\"늦으면 끝이에요\""), (Voice::Verbatim, "늦으면 끝이에요".to_owned(), vec![]));
        assert_eq!(typed("“late”"), (Voice::Verbatim, "late".to_owned(), vec![]));
        assert_eq!(typed("!한숨"), (Voice::Observation, "한숨".to_owned(), vec![]));
        assert_eq!(typed("? 재계약은 누가"), (Voice::Owed, "재계약은 누가".to_owned(), vec![]));
        assert_eq!(typed(" \"quoted\" as text"), (Voice::Paraphrase, "\"quoted\" as text".to_owned(), vec![]));
    }

    #[test]
    fn names_after_the_sign_at_the_end_are_themes() {
        let (_, text, themes) = typed("3년 총액으로 비교 #총비용 #갱신");
        assert_eq!((text.as_str(), themes), ("3년 총액으로 비교", vec!["총비용".to_owned(), "갱신".to_owned()]));
        assert_eq!(typed("이슈 #3"), (Voice::Paraphrase, "이슈 #3".to_owned(), vec![]));
        assert_eq!(typed("a#b"), (Voice::Paraphrase, "a#b".to_owned(), vec![]));
        assert_eq!(typed("#총비용"), (Voice::Paraphrase, String::new(), vec!["총비용".to_owned()]));
    }

    #[test]
    fn what_is_written_reads_back() {
        for voice in Voice::ALL {
            for text in ["plain", "\"quoted\" inside", "/slash", "#sign", "ends #here", "? doubt"] {
                let back = read(&write(*voice, text), &Research::default(), true);
                if *voice == Voice::Paraphrase {
                    assert_eq!((back.voice, back.text.as_str()), (*voice, text));
                } else {
                    assert_eq!(back.voice, *voice, "{text}");
                }
            }
        }
    }
}

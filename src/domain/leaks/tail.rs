//! What follows a Korean name: a title, particles, or syllables that make it another word.
//! How much of it a kind of name needs is decided in `names`.

use super::folded::Folded;
use super::lists;

/// What stands behind a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tail {
    /// A title; the letters up to the given end are it.
    Title(usize),
    /// A particle that only people take.
    Human,
    /// Particles, or nothing: the name ends its word.
    Word,
    /// Syllables that make it another word.
    Other,
}

impl Tail {
    /// Whether only a person is called so.
    pub fn is_of_a_person(self) -> bool {
        matches!(self, Tail::Title(_) | Tail::Human)
    }
}

/// The words of a list.
pub(super) fn words(list: &str) -> impl Iterator<Item = &str> {
    list.split_ascii_whitespace()
}

/// Whether a list has this word.
pub(super) fn lists(list: &str, word: &[char]) -> bool {
    words(list).any(|it| it.chars().eq(word.iter().copied()))
}

/// The end of the longest word of the lists that begins here and after which only particles follow.
pub(super) fn title_end(text: &Folded, at: usize, lists: &[&str]) -> Option<usize> {
    let run = text.hangul_end(at);
    let ends = lists.iter().flat_map(|list| words(list)).filter_map(|title| {
        let title: Vec<char> = title.to_lowercase().chars().collect();
        let end = at + title.len();
        (text.has(at, &title) && (end >= run || are_particles(&text.letters[end..run]))).then_some(end)
    });
    ends.max()
}

/// Whether these syllables are at most three particles.
pub(super) fn are_particles(word: &[char]) -> bool {
    within(word, 3)
}

fn within(word: &[char], most: usize) -> bool {
    word.is_empty()
        || most > 0 && words(lists::PARTICLES).any(|it| after(word, it).is_some_and(|it| within(it, most - 1)))
}

/// What is left of a word after its beginning.
fn after<'w>(word: &'w [char], beginning: &str) -> Option<&'w [char]> {
    let mut left = word.iter();
    beginning.chars().all(|c| left.next() == Some(&c)).then_some(left.as_slice())
}

/// What stands behind a name that ends here, with these lists of titles joined to it or after one blank.
pub(super) fn tail(text: &Folded, at: usize, joined: &[&str], apart: &[&str]) -> Tail {
    let end = text.hangul_end(at);
    if let Some(end) = title_end(text, at, joined) {
        return Tail::Title(end);
    }
    if end == at {
        let behind = text.at(at).filter(|c| *c == ' ').and_then(|_| title_end(text, at + 1, apart));
        return behind.map_or(Tail::Word, Tail::Title);
    }
    let run = &text.letters[at..end];
    // The name of a person takes an 이 of its own before a particle: 민준이한테.
    let human = |run: &[char]| words(lists::HUMAN_PARTICLES).any(|it| after(run, it).is_some_and(are_particles));
    if human(run) || after(run, "이").is_some_and(human) {
        Tail::Human
    } else if are_particles(run) {
        Tail::Word
    } else {
        Tail::Other
    }
}

//! The team's words: which of them mean the same as a word that was typed. A predicate means the same in any of its
//! forms, a noun with or without its particle, an English word in any form of its stem.

use super::hangul;
use super::inflect;
use super::tokenizer::Stems;

/// The synonyms of a team: groups of words that mean the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lexicon {
    groups: Vec<Vec<String>>,
}

impl Lexicon {
    /// Of these groups.
    pub fn of(groups: impl IntoIterator<Item = Vec<String>>) -> Lexicon {
        Lexicon { groups: groups.into_iter().collect() }
    }

    /// Whether the team has no words of its own.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// The other words of every group that has the typed one, in order, each once.
    pub fn same_as(&self, typed: &str) -> Vec<&str> {
        let typed = typed.to_lowercase();
        let mut same: Vec<&str> = Vec::new();
        for group in &self.groups {
            let Some(own) = group.iter().position(|word| is_form(&typed, &word.to_lowercase())) else { continue };
            let others = group.iter().enumerate().filter(|(at, _)| *at != own).map(|(_, word)| word.as_str());
            for other in others {
                if !same.contains(&other) {
                    same.push(other);
                }
            }
        }
        same
    }
}

/// Whether what was typed is this word in one of its forms.
fn is_form(typed: &str, word: &str) -> bool {
    if typed == word {
        return true;
    }
    let (chars, of): (Vec<char>, Vec<char>) = (typed.chars().collect(), word.chars().collect());
    let without_particle = hangul::typed_stem_of(&chars).is_some_and(|rest| chars[..rest] == of[..]);
    without_particle || inflect::is_form(typed, &of) || have_one_stem(typed, word)
}

fn have_one_stem(typed: &str, word: &str) -> bool {
    let mut stems = Stems::english();
    let stem = |word: &str, stems: &mut Stems| stems.of(word).unwrap_or_else(|| word.to_owned());
    typed.is_ascii() && word.is_ascii() && stem(typed, &mut stems) == stem(word, &mut stems)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_mean_the_same_in_each_of_their_forms() {
        let groups = [["늦어지다", "지연"], ["price", "가격"]].map(|group| group.map(str::to_owned).to_vec());
        let lexicon = Lexicon::of(groups);
        for typed in ["늦어지다", "늦어졌", "늦어지면"] {
            assert_eq!(lexicon.same_as(typed), ["지연"], "{typed}");
        }
        assert_eq!(lexicon.same_as("지연이"), ["늦어지다"]);
        assert_eq!(lexicon.same_as("prices"), ["가격"]);
        for typed in ["늦잠", "지", "priority", "지연자"] {
            assert!(lexicon.same_as(typed).is_empty(), "{typed}");
        }
    }
}

//! Which themes a line may belong to: rules, no model. A theme is known by the words and syllable pairs of its name
//! and of its newest [`LINES`] supporting lines. A shared feature counts by its kind (word 4, stem of five letters 3,
//! pair of syllables 1) times `1 + log2(themes / themes that have it)`, and nothing where more than half of at least
//! four themes have it; the sum is divided by `8 + sqrt(features of the theme)`, so that a large theme does not win
//! by its size. Ties go to the theme with more people, then to the older one.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::dimension::Dimension;
use super::id::Id;
use super::people::Participant;
use super::research::Research;
use super::theme::Stance;

/// How many lines of a theme are read, the newest first: enough to know it by, and a bound on the work.
pub const LINES: usize = 16;
/// The letters of a stem: "delay", "delays" and "delayed" share it.
const STEM: usize = 5;

/// A word or a pair of syllables, as a number whose lowest byte is what it counts.
type Feature = u64;

struct Known {
    id: Id,
    dimension: Dimension,
    people: usize,
    features: u64,
}

/// What the themes of a study are known by. Made once for a screen; a line is then ranked in the time that its own
/// features take.
pub struct Suggester {
    themes: Vec<Known>,
    /// Which theme has which feature, sorted.
    index: Vec<(Feature, usize)>,
    /// Learnt since: few, so they are looked through.
    learnt: Vec<(Feature, usize)>,
}

impl Suggester {
    /// Reads the themes of a study.
    pub fn of(research: &Research) -> Suggester {
        let mut suggester = Suggester { themes: Vec::new(), index: Vec::new(), learnt: Vec::new() };
        for theme in research.themes().values() {
            let mut features = features(&theme.name);
            let mut people = BTreeSet::new();
            let mut lines: Vec<_> = research
                .marks_under(theme.id)
                .filter(|mark| mark.stance == Stance::Supports)
                .filter_map(|mark| research.notes().get(&mark.note))
                .filter(|note| note.is_evidence())
                .filter_map(|note| Some((note, research.participant_of(note.interview)?)))
                .filter(|(_, person): &(_, &Participant)| !person.is_withdrawn())
                .collect();
            people.extend(lines.iter().map(|(_, person)| person.id));
            lines.sort_by_key(|(note, _)| Reverse((note.logged, note.id)));
            for (note, _) in lines.into_iter().take(LINES) {
                features.extend(self::features(&note.text));
            }
            let at = suggester.themes.len();
            let (id, dimension, people) = (theme.id, theme.dimension, people.len());
            suggester.themes.push(Known { id, dimension, people, features: features.len() as u64 });
            suggester.index.extend(features.into_iter().map(|feature| (feature, at)));
        }
        suggester.index.sort_unstable();
        suggester
    }

    /// A line was put under a theme: from now on the theme is known by it too.
    pub fn learn(&mut self, theme: Id, dimension: Dimension, text: &str) {
        let at = self.themes.iter().position(|known| known.id == theme).unwrap_or_else(|| {
            self.themes.push(Known { id: theme, dimension, people: 0, features: 0 });
            self.themes.len() - 1
        });
        let fresh: Vec<_> =
            features(text).into_iter().filter(|it| !self.owners(*it).any(|owner| owner == at)).collect();
        self.themes[at].features += fresh.len() as u64;
        self.learnt.extend(fresh.into_iter().map(|feature| (feature, at)));
    }

    fn owners(&self, feature: Feature) -> impl Iterator<Item = usize> + '_ {
        let first = self.index.partition_point(|(known, _)| *known < feature);
        let old = self.index[first..].iter().take_while(move |(known, _)| *known == feature);
        old.chain(self.learnt.iter().filter(move |(known, _)| *known == feature)).map(|(_, at)| *at)
    }

    /// The themes that a line may belong to, at most `limit`. Of a sorted line only themes of its dimension, filled up
    /// with those of the most people; of an unsorted line any theme that shares something with it.
    pub fn rank(&self, text: &str, dimension: Dimension, limit: usize) -> Vec<Id> {
        let fits = |known: &Known| dimension == Dimension::Unsorted || known.dimension == dimension;
        let mut shared: BTreeMap<usize, u64> = BTreeMap::new();
        for feature in features(text) {
            let owners: Vec<usize> = self.owners(feature).collect();
            let weight = weight(feature, owners.len(), self.themes.len());
            for at in owners.into_iter().filter(|_| weight > 0) {
                *shared.entry(at).or_default() += weight;
            }
        }
        let scored = self.themes.iter().enumerate().filter(|(_, known)| fits(known)).map(|(at, known)| {
            let sum = shared.get(&at).copied().unwrap_or(0);
            (sum * 1024 / (8 + known.features.isqrt()), known)
        });
        let mut ranked: Vec<_> = scored.filter(|(score, _)| *score > 0 || dimension != Dimension::Unsorted).collect();
        ranked.sort_by_key(|(score, known)| (Reverse(*score), Reverse(known.people), known.id));
        ranked.into_iter().take(limit).map(|(_, known)| known.id).collect()
    }
}

/// What a shared feature counts among so many themes, `owners` of which have it.
fn weight(feature: Feature, owners: usize, themes: usize) -> u64 {
    let is_everywhere = themes >= 4 && owners * 2 > themes;
    if owners == 0 || is_everywhere { 0 } else { (feature & 0xff) * u64::from(1 + (themes / owners).max(1).ilog2()) }
}

/// The features of a text: every word of three letters or two syllables and more, the stem of a longer word in
/// letters, and every pair of neighbouring syllables inside a word.
fn features(text: &str) -> BTreeSet<Feature> {
    let mut features = BTreeSet::new();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let letters: Vec<char> = word.chars().flat_map(char::to_lowercase).collect();
        let is_syllabic = letters.iter().any(|c| *c >= '\u{2E80}');
        if letters.len() >= if is_syllabic { 2 } else { 3 } {
            features.insert(feature(&letters, 4));
        }
        if is_syllabic {
            features.extend(letters.windows(2).map(|pair| feature(pair, 1)));
        } else if letters.len() > STEM {
            features.insert(feature(&letters[..STEM], 3));
        } else if letters.len() == STEM {
            // A word that is its own stem must meet the stem of a longer one.
            features.insert(feature(&letters, 3));
        }
    }
    features
}

/// A number for these letters: FNV-1a over their code points, its lowest byte replaced by what the feature counts.
fn feature(letters: &[char], counts: u64) -> Feature {
    let hash = letters.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, letter| {
        (hash ^ u64::from(u32::from(*letter))).wrapping_mul(0x0100_0000_01b3)
    });
    (hash & !0xff) | counts
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::Record;

    fn sample(lines: &str) -> Research {
        Research::of(lines.lines().skip(1).map(|line| serde_json::from_str::<Record>(line).unwrap())).unwrap()
    }

    /// How many lines are ranked right when each is taken out of its theme first and ranked again: first, and among
    /// the first three, of all.
    fn held_out(research: &Research) -> (usize, usize, usize) {
        let (mut first, mut three, mut all) = (0, 0, 0);
        for mark in research.marks().values().filter(|mark| mark.stance == Stance::Supports) {
            let note = &research.notes()[&mark.note];
            let theme = &research.themes()[&mark.theme];
            if !note.is_evidence() || research.marks_under(theme.id).count() < 3 {
                continue;
            }
            let mut without = research.clone();
            without.apply(crate::domain::Edit::Remove(Record::from(mark.clone()).key())).unwrap();
            let ranked = Suggester::of(&without).rank(&note.text, theme.dimension, 3);
            all += 1;
            first += usize::from(ranked.first() == Some(&theme.id));
            three += usize::from(ranked.contains(&theme.id));
        }
        (first, three, all)
    }

    #[test]
    fn a_planted_line_ranks_its_theme_first_in_korean() {
        let research = sample(include_str!("../../sample_data/ai_pc.ko.jsonl"));
        let suggester = Suggester::of(&research);
        for name in ["3년 총비용"] {
            let theme = research.themes().values().find(|theme| theme.name == name).unwrap();
            let line = "3년 총비용으로 견주면 클라우드보다 싸다고";
            assert_eq!(suggester.rank(line, Dimension::Unsorted, 3).first(), Some(&theme.id), "{name}");
        }
        let (first, three, all) = held_out(&research);
        assert!(first * 2 > all && three * 10 > all * 8, "{first} first, {three} in three, of {all}");
    }

    #[test]
    fn a_planted_line_ranks_its_theme_first_in_english() {
        let research = sample(include_str!("../../sample_data/clinic_booking.en.jsonl"));
        let (first, three, all) = held_out(&research);
        assert!(first * 2 > all && three * 10 > all * 8, "{first} first, {three} in three, of {all}");
        let suggester = Suggester::of(&research);
        for theme in research.themes().values() {
            let ranked = suggester.rank(&format!("she told us of the {}", theme.name), Dimension::Unsorted, 3);
            assert_eq!(ranked.first(), Some(&theme.id), "{}", theme.name);
        }
    }

    #[test]
    fn nothing_in_common_suggests_nothing_for_an_unsorted_line() {
        let research = sample(include_str!("../../sample_data/clinic_booking.en.jsonl"));
        let suggester = Suggester::of(&research);
        assert_eq!(suggester.rank("zzz qqq", Dimension::Unsorted, 3), []);
        assert_eq!(suggester.rank("zzz qqq", Dimension::Concern, 3).len(), 3, "the dimension's own themes fill up");
        assert_eq!(Suggester::of(&Research::default()).rank("", Dimension::Concern, 3), []);
    }

    #[test]
    fn a_new_theme_is_known_by_the_line_that_made_it() {
        let research = sample(include_str!("../../sample_data/ai_pc.ko.jsonl"));
        let mut suggester = Suggester::of(&research);
        let new = Id::from_u128(77);
        suggester.learn(new, Dimension::Concern, "낯선 외국어 사용설명서");
        assert_eq!(suggester.rank("외국어 사용설명서를 읽느라", Dimension::Concern, 1), [new]);
        suggester.learn(new, Dimension::Concern, "낯선 외국어 사용설명서");
        assert_eq!(suggester.rank("외국어 사용설명서를 읽느라", Dimension::Unsorted, 1), [new]);
    }
}

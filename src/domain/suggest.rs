//! Which themes a line may belong to: rules, no model. A theme is known by the words and syllable pairs of its name
//! and of its newest [`LINES`] lines. A feature that a line shares with it counts by its kind (word 4, stem of five
//! letters 3, pair of syllables 1), times `1 + log2(themes / themes that have it)`, times `1 + log2(times)` where a
//! line of the theme that has it is one time and the name [`NAME`] times. The sum is divided by [`SMALL`] plus the
//! root of the number of the theme's features, so that a large theme does not win by its size. Ties: more people, older.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::dimension::Dimension;
use super::id::Id;
use super::people::Participant;
use super::research::Research;
use super::theme::Stance;

/// How many lines of a theme are read, the newest first: enough to know it by, and a bound on the work.
pub const LINES: usize = 16;
/// How many lines the name of a theme is worth: it is the researcher's own summary.
pub const NAME: u64 = 8;
/// What keeps a theme of one line from winning by its smallness.
pub const SMALL: u64 = 24;
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
    /// Which theme has which feature how often, sorted.
    index: Vec<(Feature, usize, u64)>,
    /// Learnt since: few, so they are looked through.
    learnt: Vec<(Feature, usize, u64)>,
}

impl Suggester {
    /// Reads the themes of a study.
    pub fn of(research: &Research) -> Suggester {
        let mut suggester = Suggester { themes: Vec::new(), index: Vec::new(), learnt: Vec::new() };
        for theme in research.themes().values() {
            let mut times: BTreeMap<Feature, u64> = features(&theme.name).into_iter().map(|it| (it, NAME)).collect();
            let mut lines: Vec<_> = research
                .marks_under(theme.id)
                .filter_map(|mark| Some((mark.stance, research.notes().get(&mark.note)?)))
                .filter(|(_, note)| note.is_evidence())
                .filter_map(|(stance, note)| Some((stance, note, research.participant_of(note.interview)?)))
                .filter(|(_, _, person): &(_, _, &Participant)| !person.is_withdrawn())
                .collect();
            let supporting = lines.iter().filter(|(stance, ..)| *stance == Stance::Supports);
            let people: BTreeSet<Id> = supporting.map(|(_, _, person)| person.id).collect();
            lines.sort_by_key(|(_, note, _)| Reverse((note.logged, note.id)));
            for feature in lines.into_iter().take(LINES).flat_map(|(_, note, _)| features(&note.text)) {
                *times.entry(feature).or_default() += 1;
            }
            let at = suggester.themes.len();
            let (id, dimension, people) = (theme.id, theme.dimension, people.len());
            suggester.themes.push(Known { id, dimension, people, features: times.len() as u64 });
            suggester.index.extend(times.into_iter().map(|(feature, times)| (feature, at, times)));
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
        for feature in features(text) {
            let is_known = self.owners(feature).contains_key(&at);
            self.themes[at].features += u64::from(!is_known);
            self.learnt.push((feature, at, 1));
        }
    }

    /// The themes that have a feature, and how often.
    fn owners(&self, feature: Feature) -> BTreeMap<usize, u64> {
        let first = self.index.partition_point(|(known, ..)| *known < feature);
        let old = self.index[first..].iter().take_while(|(known, ..)| *known == feature);
        let mut owners = BTreeMap::new();
        for (_, at, times) in old.chain(self.learnt.iter().filter(|(known, ..)| *known == feature)) {
            *owners.entry(*at).or_default() += times;
        }
        owners
    }

    /// The themes that a line may belong to, at most `limit`. Of a sorted line only themes of its dimension, filled up
    /// with those of the most people; of an unsorted line any theme that shares something with it.
    pub fn rank(&self, text: &str, dimension: Dimension, limit: usize) -> Vec<Id> {
        let fits = |known: &Known| dimension == Dimension::Unsorted || known.dimension == dimension;
        let mut shared: BTreeMap<usize, u64> = BTreeMap::new();
        for feature in features(text) {
            let owners = self.owners(feature);
            let rarity = 1 + (self.themes.len() / owners.len().max(1)).max(1).ilog2();
            for (at, times) in owners {
                *shared.entry(at).or_default() += (feature & 0xff) * u64::from(rarity) * u64::from(1 + times.ilog2());
            }
        }
        let scored = self.themes.iter().enumerate().filter(|(_, known)| fits(known)).map(|(at, known)| {
            let sum = shared.get(&at).copied().unwrap_or(0);
            (sum * 1024 / (SMALL + known.features.isqrt()), known)
        });
        let mut ranked: Vec<_> = scored.filter(|(score, _)| *score > 0 || dimension != Dimension::Unsorted).collect();
        ranked.sort_by_key(|(score, known)| (Reverse(*score), Reverse(known.people), known.id));
        ranked.into_iter().take(limit).map(|(_, known)| known.id).collect()
    }
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

    /// Every theme comes first for a line that names it among other words, and most lines find the way back to the
    /// theme that a person chose for them.
    fn holds(research: &Research, around: (&str, &str)) {
        let suggester = Suggester::of(research);
        for theme in research.themes().values() {
            let line = format!("{} {}{}", around.0, theme.name, around.1);
            let ranked = suggester.rank(&line, Dimension::Unsorted, 3);
            assert_eq!(ranked.first(), Some(&theme.id), "{}", theme.name);
        }
        let (first, three, all) = held_out(research);
        assert!(first * 10 >= all * 6 && three * 10 >= all * 9, "{first} first, {three} in three, of {all}");
    }

    #[test]
    fn a_planted_line_ranks_its_theme_first_in_korean() {
        holds(&sample(include_str!("../../sample_data/ai_pc.ko.jsonl")), ("그때 제일 컸던 건", "이었다고 여러 번"));
    }

    #[test]
    fn a_planted_line_ranks_its_theme_first_in_english() {
        holds(&sample(include_str!("../../sample_data/clinic_booking.en.jsonl")), ("she told us of the", " twice"));
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

//! What a group of texts may be called: the best phrase of two to four words that two of its texts share, as it is
//! written there; else its three most telling words. A proposal: a person renames it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::korean::without_particle;
use super::number::{count, ln};
use super::terms::{Reading, Word};

/// A phrase has so many words at most.
const LONGEST: usize = 4;
/// So many words stand for a group that shares no phrase.
const TELLING: usize = 3;

/// A name for each group; no two the same and none that is `taken`, where it can be helped. Only texts that `may_show`
/// are spoken from.
pub fn names(readings: &[Reading], groups: &[Vec<usize>], may_show: &[bool], taken: &[&str]) -> Vec<String> {
    let weights = Weights::of(readings, groups);
    let mut taken: BTreeSet<String> = taken.iter().map(|it| (*it).to_owned()).collect();
    let mut names = Vec::with_capacity(groups.len());
    for (at, group) in groups.iter().enumerate() {
        let shown: Vec<&Reading> = group.iter().filter(|it| may_show[**it]).map(|it| &readings[*it]).collect();
        let mut phrases = ranked(phrases(&shown), 2, |phrase| weights.sum(at, &phrase.keys));
        let mut words = ranked(words(&shown), 1, |phrase| weights.sum(at, &phrase.keys));
        words.truncate(TELLING);
        phrases.push(words.join(" · "));
        let free = phrases.iter().find(|it| !it.is_empty() && !taken.contains(*it));
        let name = free.or(phrases.first()).cloned().unwrap_or_default();
        taken.insert(name.clone());
        names.push(name);
    }
    names
}

/// A sequence of words with its content words, in how many texts it stands, and how it is written how often.
#[derive(Default)]
struct Phrase {
    keys: Vec<String>,
    texts: usize,
    last: Option<usize>,
    written: BTreeMap<String, usize>,
}

impl Phrase {
    fn add(&mut self, text: usize, written: String) {
        self.texts += usize::from(self.last != Some(text));
        self.last = Some(text);
        *self.written.entry(written).or_default() += 1;
    }

    /// As it is most often written; of equals the shortest, then the first in the order of letters.
    fn shown(&self) -> String {
        let best = self.written.iter().min_by_key(|(text, times)| (std::cmp::Reverse(**times), text.chars().count()));
        best.map(|(text, _)| text.clone()).unwrap_or_default()
    }
}

/// The phrases that stand in so many texts, as they are written, the best first; of equals the first.
fn ranked(phrases: Vec<Phrase>, texts: usize, weight: impl Fn(&Phrase) -> f64) -> Vec<String> {
    let mut scored: Vec<(f64, Phrase)> = phrases
        .into_iter()
        .filter(|it| it.texts >= texts)
        .map(|it| (ln(1.0 + count(it.texts)) * weight(&it), it))
        .collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0));
    scored.into_iter().map(|(_, it)| it.shown()).collect()
}

/// Every sequence of two to four words that begins and ends with a content word and has no punctuation inside.
fn phrases(shown: &[&Reading]) -> Vec<Phrase> {
    let mut found = Found::default();
    for (text, reading) in shown.iter().enumerate() {
        for size in 2..=LONGEST {
            for words in reading.words.windows(size) {
                let holds = words[0].is_content && words[size - 1].is_content;
                if holds && words[1..].iter().all(|it| it.follows) && !is_one_word(words) {
                    found.add(text, reading, words);
                }
            }
        }
    }
    found.phrases
}

/// Every content word of two letters or more.
fn words(shown: &[&Reading]) -> Vec<Phrase> {
    let mut found = Found::default();
    for (text, reading) in shown.iter().enumerate() {
        reading
            .content()
            .filter(|it| it.letters.len() > 1)
            .for_each(|word| found.add(text, reading, std::slice::from_ref(word)));
    }
    found.phrases
}

/// Whether one word is said again and again.
fn is_one_word(words: &[Word]) -> bool {
    words[1..].iter().all(|it| it.key == words[0].key)
}

/// Phrases in the order in which they were found.
#[derive(Default)]
struct Found {
    places: HashMap<Vec<String>, usize>,
    phrases: Vec<Phrase>,
}

impl Found {
    fn add(&mut self, text: usize, reading: &Reading, words: &[Word]) {
        let keys: Vec<String> = words.iter().map(|it| it.key.clone()).collect();
        let content = words.iter().filter(|it| it.is_content).map(|it| it.key.clone()).collect();
        let at = *self.places.entry(keys).or_insert_with(|| {
            self.phrases.push(Phrase { keys: content, ..Phrase::default() });
            self.phrases.len() - 1
        });
        self.phrases[at].add(text, written(reading, words));
    }
}

/// The words as they stand in the text, a particle at the end off.
fn written(reading: &Reading, words: &[Word]) -> String {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return String::new() };
    let whole = &reading.text[first.bytes.start..last.bytes.end];
    if !last.is_hangul {
        return whole.to_owned();
    }
    // One syllable may be the stem of a verb: 쓰는 is no 쓰.
    let stem = without_particle(&last.letters).len();
    let lost = if stem < 2 { 0 } else { last.letters.len() - stem };
    let kept = whole.chars().count() - lost;
    whole.chars().take(kept).collect()
}

/// How telling each word is of each group: its share of the group's words, times `ln(1 + A / f)` with A words in a group
/// in the mean and f of this one in all groups (c-TF-IDF).
struct Weights {
    share: Vec<HashMap<String, f64>>,
    rarity: HashMap<String, f64>,
}

impl Weights {
    fn of(readings: &[Reading], groups: &[Vec<usize>]) -> Weights {
        let mut all: HashMap<String, usize> = HashMap::new();
        let (mut share, mut words) = (Vec::with_capacity(groups.len()), 0);
        for group in groups {
            let mut mine: HashMap<String, usize> = HashMap::new();
            for word in group.iter().flat_map(|at| readings[*at].content()) {
                *mine.entry(word.key.clone()).or_default() += 1;
                *all.entry(word.key.clone()).or_default() += 1;
            }
            let sum: usize = mine.values().sum();
            words += sum;
            share.push(mine.into_iter().map(|(key, times)| (key, count(times) / count(sum))).collect());
        }
        let mean = count(words) / count(groups.len().max(1));
        let rarity = all.into_iter().map(|(key, times)| (key, ln(1.0 + mean / count(times)))).collect();
        Weights { share, rarity }
    }

    /// What these words weigh in a group, together.
    fn sum(&self, group: usize, keys: &[String]) -> f64 {
        let weigh = |key: &String| Some(self.share[group].get(key)? * self.rarity.get(key)?);
        keys.iter().filter_map(weigh).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::super::terms::Reader;
    use super::*;

    fn named(texts: &[&str], groups: &[Vec<usize>]) -> Vec<String> {
        let reader = Reader::default();
        let readings: Vec<Reading> = texts.iter().map(|it| reader.read(it)).collect();
        names(&readings, groups, &vec![true; texts.len()], &[])
    }

    #[test]
    fn a_name_is_a_phrase_that_people_share_as_they_wrote_it() {
        let texts = [
            "감사 일정과 겹칠까 봐 걱정",
            "감사 일정이 제일 무서웠음",
            "the price at renewal went up",
            "price at renewal: a surprise",
            "팬 소음",
            "전기 요금",
        ];
        let groups = [vec![0, 1], vec![2, 3], vec![4, 5]];
        assert_eq!(named(&texts, &groups), ["감사 일정", "price at renewal", "소음 · 전기 · 요금"]);
    }

    #[test]
    fn nothing_is_spoken_from_what_may_not_be_shown() {
        let reader = Reader::default();
        let readings: Vec<Reading> =
            ["secret words here", "secret words there", "plain price"].map(|it| reader.read(it)).into();
        assert_eq!(names(&readings, &[vec![0, 1, 2]], &[false, false, true], &[]), ["plain · price"]);
        assert_eq!(names(&readings, &[vec![0, 1]], &[false; 3], &[]), [""]);
    }

    #[test]
    fn two_groups_have_two_names() {
        let texts =
            ["late delivery again", "late delivery, early bill", "late delivery again", "late delivery, early bill"];
        let names = named(&texts, &[vec![0, 1], vec![2, 3]]);
        assert_ne!(names[0], names[1]);
        let reader = Reader::default();
        let readings: Vec<Reading> = texts.iter().map(|it| reader.read(it)).collect();
        let other = super::names(&readings, &[vec![0, 1]], &[true; 4], &[&names[0]]);
        assert_ne!(other[0], names[0], "the name of a theme that there is");
    }
}

//! What sets a persona apart: themes and words that its people raise more, or less, often than all others do. People are
//! counted, never mentions, and the counts of both sides stand beside each. With fewer than [`FEW`] people on a side there
//! is no score, only counts; and of words that set people apart at such sizes, half do not in the next study.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::dimension::Dimension;
use super::id::Id;
use super::people::Participant;
use super::research::Research;
use crate::insight::korean::without_particle;
use crate::insight::number::{count, ln};
use crate::insight::terms::{Reader, Word};

/// With fewer people on either side counts are told and no score.
pub const FEW: usize = 8;
/// A smaller score is not told (the normal quantile of 95 %).
pub const LEAST_Z: f64 = 1.96;
/// The most words that are told.
const MOST_WORDS: usize = 15;
/// How many words the prior of the tie-break weighs (Monroe, Colaresi and Quinn, Political Analysis 16(4), 2008).
const PRIOR: f64 = 500.0;

/// What sets a persona apart from everybody else in the study.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Contrast {
    /// How many people of the persona have said something.
    pub people: usize,
    /// How many others have.
    pub others: usize,
    /// Themes, the most telling first.
    pub themes: Vec<ThemeApart>,
    /// Words, the most telling first.
    pub words: Vec<WordApart>,
}

/// How many people of either side, of how many.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sides {
    /// People of the persona who raised it.
    pub raised: usize,
    /// Of so many.
    pub people: usize,
    /// Other people who raised it.
    pub others_raised: usize,
    /// Of so many.
    pub others: usize,
    /// By how many standard errors the shares differ: positive where the persona raises it more often. None with fewer
    /// than [`FEW`] people on a side.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub z: Option<f64>,
}

/// A theme that sets the persona apart. The people are those with whom its dimension was touched.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ThemeApart {
    /// The theme.
    pub theme: Id,
    /// Its dimension.
    pub dimension: Dimension,
    /// The counts.
    #[serde(flatten)]
    pub sides: Sides,
}

/// A word that sets the persona apart. The people are those who have said anything.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WordApart {
    /// As it is most often written.
    pub word: String,
    /// The counts.
    #[serde(flatten)]
    pub sides: Sides,
}

impl Sides {
    /// The counts with their score: the pooled z of two shares, `(a/A - b/B) / sqrt(p(1-p)(1/A + 1/B))` with
    /// `p = (a + b + 1) / (A + B + 2)`, rounded to hundredths.
    pub fn of((raised, people): (usize, usize), (others_raised, others): (usize, usize)) -> Sides {
        let sides = Sides { raised, people, others_raised, others, z: None };
        if people < FEW || others < FEW {
            return sides;
        }
        let (a, b) = (count(people), count(others));
        let p = (count(raised + others_raised) + 1.0) / (a + b + 2.0);
        let z = sides.difference() / (p * (1.0 - p) * (1.0 / a + 1.0 / b)).sqrt();
        Sides { z: Some((z * 100.0).round() / 100.0), ..sides }
    }

    /// By how much the shares differ; a side without people has none.
    fn difference(&self) -> f64 {
        let share = |raised: usize, people: usize| count(raised) / count(people.max(1));
        share(self.raised, self.people) - share(self.others_raised, self.others)
    }

    /// What it is ranked by: the score, or the difference where there is none.
    fn rank(&self) -> f64 {
        self.z.unwrap_or_else(|| self.difference())
    }

    /// Whether it may be told: the score is large enough; without a score, two people on one side and none on the other.
    fn is_telling(&self) -> bool {
        match self.z {
            Some(z) => z.abs() >= LEAST_Z,
            None => {
                let (more, fewer) = (self.raised.max(self.others_raised), self.raised.min(self.others_raised));
                more >= 2 && fewer == 0 && self.people > 0 && self.others > 0
            }
        }
    }
}

impl Research {
    /// What sets a persona apart from the other people of the study.
    pub fn contrast(&self, persona: Id) -> Contrast {
        let (mine, others) = self.sides(persona);
        Contrast {
            people: mine.len(),
            others: others.len(),
            themes: self.themes_apart(&mine, &others),
            words: self.words_apart(&mine, &others),
        }
    }

    /// The people of the persona who have said something, and everybody else who has.
    fn sides(&self, persona: Id) -> (Vec<&Participant>, Vec<&Participant>) {
        let said = |person: &&Participant| self.evidence_of(person.id).next().is_some();
        self.counted_people(None).into_iter().filter(said).partition(|it| it.persona == Some(persona))
    }

    fn themes_apart(&self, mine: &[&Participant], others: &[&Participant]) -> Vec<ThemeApart> {
        let mut apart: Vec<(&str, ThemeApart)> = Vec::new();
        for theme in self.themes().values().filter(|it| it.dropped.is_none()) {
            let counted = |people: &[&Participant]| {
                let standings = people.iter().map(|it| self.standing(theme, it.id)).filter(|it| !it.untouched);
                standings.fold((0, 0), |(raised, all), it| (raised + usize::from(it.raised), all + 1))
            };
            let sides = Sides::of(counted(mine), counted(others));
            if sides.is_telling() {
                apart.push((&theme.name, ThemeApart { theme: theme.id, dimension: theme.dimension, sides }));
            }
        }
        apart.sort_by(|(name, a), (other, b)| {
            b.sides.rank().total_cmp(&a.sides.rank()).then_with(|| (a.dimension, name).cmp(&(b.dimension, other)))
        });
        apart.into_iter().map(|(_, it)| it).collect()
    }

    fn words_apart(&self, mine: &[&Participant], others: &[&Participant]) -> Vec<WordApart> {
        let mut words: BTreeMap<String, Used> = BTreeMap::new();
        let reader = Reader::default();
        let mut totals = [0; 2];
        for (side, people) in [mine, others].into_iter().enumerate() {
            for (number, person) in people.iter().enumerate() {
                for note in self.evidence_of(person.id) {
                    let reading = reader.read(&note.text);
                    for word in reading.content().filter(|it| it.letters.len() > 1) {
                        totals[side] += 1;
                        words.entry(word.key.clone()).or_default().add(side, number, shown(word));
                    }
                }
            }
        }
        let mut apart: Vec<(f64, WordApart)> = Vec::new();
        for used in words.values() {
            let sides = Sides::of((used.people[0].len(), mine.len()), (used.people[1].len(), others.len()));
            if sides.is_telling() && sides.raised.max(sides.others_raised) >= 2 {
                apart.push((used.monroe(totals), WordApart { word: used.shown(), sides }));
            }
        }
        apart.sort_by(|(tie, a), (other_tie, b)| {
            let strength = |it: &WordApart| it.sides.rank().abs();
            strength(b).total_cmp(&strength(a)).then(other_tie.abs().total_cmp(&tie.abs())).then(a.word.cmp(&b.word))
        });
        apart.truncate(MOST_WORDS);
        apart.into_iter().map(|(_, it)| it).collect()
    }
}

/// How a word is written, without a particle that leaves two syllables.
fn shown(word: &Word) -> String {
    let stem = if word.is_hangul { without_particle(&word.letters) } else { &word.letters };
    if stem.len() < 2 { word.letters.iter().collect() } else { stem.iter().collect() }
}

/// Who used a word on either side, how often, and how it was written.
#[derive(Default)]
struct Used {
    people: [BTreeSet<usize>; 2],
    times: [usize; 2],
    written: BTreeMap<String, usize>,
}

impl Used {
    fn add(&mut self, side: usize, person: usize, written: String) {
        self.people[side].insert(person);
        self.times[side] += 1;
        *self.written.entry(written).or_default() += 1;
    }

    /// The most frequent spelling, of equals the first in the order of letters.
    fn shown(&self) -> String {
        let best = self.written.iter().max_by(|a, b| a.1.cmp(b.1).then(b.0.cmp(a.0)));
        best.map(|(word, _)| word.clone()).unwrap_or_default()
    }

    /// The log odds of the word on either side, with a prior of the whole, by their standard error.
    fn monroe(&self, totals: [usize; 2]) -> f64 {
        let all = count(totals[0] + totals[1]).max(1.0);
        let prior = PRIOR * count(self.times[0] + self.times[1]) / all;
        let odds = |side: usize| {
            let (word, words) = (count(self.times[side]) + prior, count(totals[side]) + PRIOR);
            ln(word / (words - word).max(f64::MIN_POSITIVE))
        };
        let variance: f64 = self.times.iter().map(|times| 1.0 / (count(*times) + prior)).sum();
        (odds(0) - odds(1)) / variance.sqrt()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::Record;

    fn sample(lines: &str) -> Research {
        Research::of(lines.lines().skip(1).map(|line| serde_json::from_str::<Record>(line).unwrap())).unwrap()
    }

    #[test]
    fn the_score_is_the_pooled_z_of_smoothed_shares() {
        // (8/10 - 2/10) / sqrt(11/22 * 11/22 * 2/10) = 0.6 / 0.2236
        assert_eq!(Sides::of((8, 10), (2, 10)).z, Some(2.68));
        assert_eq!(Sides::of((2, 10), (8, 10)).z, Some(-2.68));
        assert_eq!(Sides::of((0, 10), (0, 10)).z, Some(0.0));
        assert_eq!(Sides::of((7, 7), (0, 90)).z, None, "seven people are too few for a score");
        assert!(Sides::of((10, 10), (10, 10)).z.is_some_and(f64::is_finite));
        assert_eq!(Sides::of((3, 0), (0, 0)).rank(), 3.0);
        assert!(!Sides::of((2, 4), (1, 4)).is_telling() && Sides::of((2, 4), (0, 4)).is_telling());
        assert!(!Sides::of((2, 4), (0, 0)).is_telling(), "nobody to be set apart from");
    }

    #[test]
    fn counts_of_the_sample_study_are_those_of_its_people() {
        for lines in [
            include_str!("../../sample_data/ai_pc.ko.jsonl"),
            include_str!("../../sample_data/clinic_booking.en.jsonl"),
        ] {
            let research = sample(lines);
            for persona in research.personas().keys() {
                let contrast = research.contrast(*persona);
                assert!(contrast.people > 0 && contrast.others > 0);
                for apart in &contrast.themes {
                    let theme = &research.themes()[&apart.theme];
                    let mine = research.counted_people(Some(*persona));
                    assert_eq!(apart.sides.raised, research.denominator(theme, &mine).raised, "{}", theme.name);
                }
                let all = contrast.themes.iter().map(|it| it.sides).chain(contrast.words.iter().map(|it| it.sides));
                for sides in all {
                    assert!(sides.raised <= sides.people && sides.others_raised <= sides.others);
                    assert_eq!(sides.z.is_some(), sides.people >= FEW && sides.others >= FEW);
                    assert!(sides.z.is_none_or(|z| z.abs() >= LEAST_Z));
                }
                assert!(contrast.words.len() <= MOST_WORDS && contrast.words.iter().all(|it| !it.word.is_empty()));
            }
        }
    }
}

//! The few texts that say most of what many say, within a budget of words (`spec/synthesis.md` C.2, step 7): half for
//! leaving no text far from a chosen one, half for the repeated terms that they hold. Both halves are submodular, and a
//! greedy choice of so many texts would reach 63 % of the best; the quality and the budget give up that bound. A cost by
//! length was left out: it made the choice of short texts that say little.

use std::collections::BTreeSet;

use super::likeness::Likeness;
use super::number::{count, ln};
use super::quotes::{best, quality};
use super::terms::Reading;

/// The texts of a summary of at most so many words, in the order in which they were chosen. `likeness` is that of the
/// same texts.
pub fn summary(readings: &[Reading], likeness: &Likeness, words: usize) -> Vec<usize> {
    let mut greedy = Greedy::new(readings, likeness);
    let mut left: Vec<usize> = (0..readings.len()).filter(|at| !readings[*at].words.is_empty()).collect();
    let (mut chosen, mut room) = (Vec::new(), words);
    loop {
        left.retain(|at| readings[*at].words.len() <= room);
        let Some(next) = best(&left, |at| greedy.worth(at)).filter(|at| greedy.worth(*at) > 0.0) else { break };
        room -= readings[next].words.len();
        left.retain(|at| *at != next);
        greedy.take(next);
        chosen.push(next);
    }
    chosen
}

struct Greedy<'a> {
    readings: &'a [Reading],
    likeness: &'a Likeness,
    /// The terms of each text that stand in two texts or more.
    terms: Vec<BTreeSet<usize>>,
    /// What each of them weighs, as a share of all.
    weights: Vec<f64>,
    held: Vec<bool>,
    nearest: Vec<f64>,
}

impl<'a> Greedy<'a> {
    fn new(readings: &'a [Reading], likeness: &'a Likeness) -> Greedy<'a> {
        let mut numbers: std::collections::HashMap<&str, usize> = std::collections::HashMap::new();
        let mut texts_with: Vec<usize> = Vec::new();
        let mut terms: Vec<BTreeSet<usize>> = Vec::with_capacity(readings.len());
        for reading in readings {
            let mut found = BTreeSet::new();
            for word in reading.content() {
                let next = numbers.len();
                found.insert(*numbers.entry(&word.key).or_insert(next));
            }
            texts_with.resize(numbers.len(), 0);
            found.iter().for_each(|term| texts_with[*term] += 1);
            terms.push(found);
        }
        let all = count(readings.len());
        let weigh = |df: &usize| if *df < 2 { 0.0 } else { count(*df) * ln(all / count(*df) + 1.0) };
        let weights: Vec<f64> = texts_with.iter().map(weigh).collect();
        let sum: f64 = weights.iter().sum::<f64>().max(f64::MIN_POSITIVE);
        let weights: Vec<f64> = weights.into_iter().map(|it| it / sum).collect();
        let held = vec![false; weights.len()];
        Greedy { readings, likeness, terms, weights, held, nearest: vec![0.0; readings.len()] }
    }

    /// What a text would add, by its quality.
    fn worth(&self, at: usize) -> f64 {
        let nearer: f64 =
            self.likeness.row(at).iter().zip(&self.nearest).map(|(it, known)| (it - known).max(0.0)).sum();
        let terms: f64 = self.terms[at].iter().filter(|it| !self.held[**it]).map(|it| self.weights[*it]).sum();
        let gain = 0.5 * nearer / count(self.readings.len()) + 0.5 * terms;
        gain * quality(&self.readings[at])
    }

    fn take(&mut self, at: usize) {
        self.nearest.iter_mut().zip(self.likeness.row(at)).for_each(|(known, it)| *known = known.max(*it));
        self.terms[at].iter().for_each(|it| self.held[*it] = true);
    }
}

#[cfg(test)]
mod tests {
    use super::super::terms::Reader;
    use super::*;

    #[test]
    fn a_summary_says_each_thing_once_and_keeps_its_budget() {
        let texts = [
            "the delivery was two weeks late for the audit",
            "a late delivery of two weeks, and the audit waited",
            "the price at renewal was a surprise to us",
            "price surprise at renewal",
            "",
        ];
        let reader = Reader::default();
        let readings: Vec<Reading> = texts.iter().map(|it| reader.read(it)).collect();
        let chosen = summary(&readings, &Likeness::of(&readings), 19);
        assert_eq!(chosen.len(), 2, "{chosen:?}");
        assert!(chosen.iter().any(|at| *at < 2) && chosen.iter().any(|at| *at > 1));
        assert!(summary(&readings, &Likeness::of(&readings), 3).is_empty());
        assert!(summary(&[], &Likeness::of(&[]), 100).is_empty());
    }
}

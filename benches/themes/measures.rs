//! How a grouping or a choice of quotes is judged: adjusted mutual information, B-cubed, recall of key points, ROUGE-1,
//! and intervals by the bootstrap over sets. Nothing of whybuy lives here.

use std::collections::{BTreeMap, BTreeSet};

use super::dice::Dice;

/// The mutual information of two groupings, adjusted for chance and scaled by the mean of their entropies (Vinh, Epps
/// and Bailey 2010): 1 for the same grouping, about 0 for an accidental one.
pub fn ami(truth: &[usize], found: &[usize]) -> f64 {
    let all = truth.len() as f64;
    let (rows, columns) = (sizes(truth), sizes(found));
    if rows.len() == 1 && columns.len() == 1 {
        return 1.0;
    }
    let mut cells: BTreeMap<(usize, usize), f64> = BTreeMap::new();
    for (a, b) in truth.iter().zip(found) {
        *cells.entry((*a, *b)).or_default() += 1.0;
    }
    let shared: f64 = cells.iter().map(|((a, b), n)| n / all * (all * n / (rows[a] * columns[b])).ln()).sum();
    let expected = expected(&rows, &columns, truth.len());
    let mean = (entropy(&rows, all) + entropy(&columns, all)) / 2.0;
    let room = mean - expected;
    if room.abs() < 1e-12 { 0.0 } else { (shared - expected) / room }
}

fn sizes(labels: &[usize]) -> BTreeMap<usize, f64> {
    let mut sizes = BTreeMap::new();
    labels.iter().for_each(|label| *sizes.entry(*label).or_default() += 1.0);
    sizes
}

fn entropy(sizes: &BTreeMap<usize, f64>, all: f64) -> f64 {
    sizes.values().map(|n| -n / all * (n / all).ln()).sum()
}

/// The mutual information that groupings of these sizes share by chance: the hypergeometric mean.
fn expected(rows: &BTreeMap<usize, f64>, columns: &BTreeMap<usize, f64>, all: usize) -> f64 {
    let mut ln_factorial = vec![0.0_f64; all + 1];
    for n in 1..=all {
        ln_factorial[n] = ln_factorial[n - 1] + (n as f64).ln();
    }
    let f = |n: usize| ln_factorial[n];
    let mut sum = 0.0;
    for a in rows.values().map(|a| *a as usize) {
        for b in columns.values().map(|b| *b as usize) {
            for n in (a + b).saturating_sub(all).max(1)..=a.min(b) {
                let chance =
                    f(a) + f(b) + f(all - a) + f(all - b) - f(all) - f(n) - f(a - n) - f(b - n) - f(all + n - a - b);
                let (n, all) = (n as f64, all as f64);
                sum += n / all * (all * n / (a as f64 * b as f64)).ln() * chance.exp();
            }
        }
    }
    sum
}

/// The F of B-cubed precision and recall (Bagga and Baldwin 1998), 0 to 1.
pub fn b_cubed(truth: &[usize], found: &[usize]) -> f64 {
    let share = |of: &[usize], by: &[usize]| -> f64 {
        let each = (0..of.len()).map(|at| {
            let mine: Vec<usize> = (0..by.len()).filter(|it| by[*it] == by[at]).collect();
            mine.iter().filter(|it| of[**it] == of[at]).count() as f64 / mine.len() as f64
        });
        each.sum::<f64>() / of.len() as f64
    };
    let (precision, recall) = (share(truth, found), share(found, truth));
    2.0 * precision * recall / (precision + recall)
}

/// The share of key points that one of the chosen arguments makes; and the same weighted by how many make each.
pub fn recall(makes: &[BTreeSet<usize>], chosen: &[usize]) -> (f64, f64) {
    let mut weight: BTreeMap<usize, f64> = BTreeMap::new();
    makes.iter().flatten().for_each(|point| *weight.entry(*point).or_default() += 1.0);
    let covered: BTreeSet<usize> = chosen.iter().flat_map(|at| makes[*at].iter().copied()).collect();
    let all: f64 = weight.values().sum();
    let found: f64 = covered.iter().map(|point| weight[point]).sum();
    (covered.len() as f64 / weight.len() as f64, found / all)
}

/// ROUGE-1 F of two texts, by words in lower case.
pub fn rouge(one: &str, other: &str) -> f64 {
    let counts = |text: &str| {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.for_each(|word| *counts.entry(word.to_lowercase()).or_default() += 1);
        counts
    };
    let (one, other) = (counts(one), counts(other));
    let shared: usize = one.iter().map(|(word, n)| n.min(other.get(word).unwrap_or(&0))).sum();
    let (a, b): (usize, usize) = (one.values().sum(), other.values().sum());
    if shared == 0 { 0.0 } else { 2.0 * shared as f64 / (a + b) as f64 }
}

/// The mean.
pub fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len().max(1) as f64
}

/// How many times the sets are drawn again.
const RESAMPLES: usize = 2_000;

/// The interval that holds 95 % of the means of `values` when the sets are drawn again with repetition.
pub fn interval(values: &[f64]) -> (f64, f64) {
    let mut dice = Dice::new(95);
    let mut means: Vec<f64> = (0..RESAMPLES)
        .map(|_| (0..values.len()).map(|_| values[dice.below(values.len())]).sum::<f64>() / values.len().max(1) as f64)
        .collect();
    means.sort_by(f64::total_cmp);
    (means[RESAMPLES / 40], means[RESAMPLES - 1 - RESAMPLES / 40])
}

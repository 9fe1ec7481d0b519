//! The baselines: k-means and non-negative factors of TF-IDF for groups; LexRank, SumBasic, the first, the longest and
//! accidental texts for quotes.

use super::dice::Dice;
use super::space::Space;

/// How often k-means begins anew; the tightest result counts.
const RESTARTS: u64 = 5;

/// Labels by k-means (k-means++ starts, Lloyd's steps) on TF-IDF.
pub fn k_means(space: &Space, k: usize) -> Vec<usize> {
    let tries = (0..RESTARTS).map(|seed| lloyd(space, k, &mut Dice::new(seed)));
    tries.min_by(|a, b| a.1.total_cmp(&b.1)).map(|it| it.0).unwrap_or_default()
}

fn lloyd(space: &Space, k: usize, dice: &mut Dice) -> (Vec<usize>, f64) {
    let size = space.len();
    let mut centres: Vec<Vec<f64>> = Vec::new();
    let mut nearest = vec![f64::INFINITY; size];
    while centres.len() < k.min(size) {
        let sum: f64 = nearest.iter().filter(|it| it.is_finite()).sum();
        let mut left = share(dice) * sum;
        let chosen = if centres.is_empty() || sum <= 0.0 {
            dice.below(size)
        } else {
            (0..size)
                .find(|at| {
                    left -= nearest[*at];
                    left <= 0.0
                })
                .unwrap_or(size - 1)
        };
        let mut centre = vec![0.0; space.terms.len()];
        space.vectors[chosen].iter().for_each(|(word, it)| centre[*word] = *it);
        for (at, near) in nearest.iter_mut().enumerate() {
            *near = near.min(distance(space, at, &centre, 1.0));
        }
        centres.push(centre);
    }
    let mut labels = vec![usize::MAX; size];
    let mut spread = 0.0;
    for _ in 0..100 {
        let norms: Vec<f64> = centres.iter().map(|it| it.iter().map(|x| x * x).sum()).collect();
        let found: Vec<(usize, f64)> = (0..size)
            .map(|at| {
                let to = |centre: usize| distance(space, at, &centres[centre], norms[centre]);
                (0..centres.len()).map(|it| (it, to(it))).min_by(|a, b| a.1.total_cmp(&b.1)).unwrap()
            })
            .collect();
        spread = found.iter().map(|it| it.1).sum();
        let next: Vec<usize> = found.iter().map(|it| it.0).collect();
        if next == labels {
            break;
        }
        labels = next;
        for (number, centre) in centres.iter_mut().enumerate() {
            let members: Vec<usize> = (0..size).filter(|at| labels[*at] == number).collect();
            if members.is_empty() {
                continue;
            }
            centre.fill(0.0);
            let by = 1.0 / members.len() as f64;
            members.iter().flat_map(|at| &space.vectors[*at]).for_each(|(word, it)| centre[*word] += it * by);
        }
    }
    (labels, spread)
}

/// The squared distance of a text from a centre with this squared length.
fn distance(space: &Space, at: usize, centre: &[f64], norm: f64) -> f64 {
    let (mut dot, mut own) = (0.0, 0.0);
    for (word, it) in &space.vectors[at] {
        dot += it * centre[*word];
        own += it * it;
    }
    (own + norm - 2.0 * dot).max(0.0)
}

/// A number from 0 to below 1.
fn share(dice: &mut Dice) -> f64 {
    dice.below(1 << 30) as f64 / f64::from(1 << 30)
}

/// Labels by the largest of `k` non-negative factors of TF-IDF (Lee and Seung's updates).
pub fn factors(space: &Space, k: usize) -> Vec<usize> {
    let (size, terms) = (space.len(), space.terms.len());
    let mut dice = Dice::new(11);
    let mut left: Vec<f64> = (0..size * k).map(|_| 0.01 + share(&mut dice)).collect();
    let mut right: Vec<f64> = (0..k * terms).map(|_| 0.01 + share(&mut dice)).collect();
    for _ in 0..100 {
        let mut up = vec![0.0; k * terms];
        for at in 0..size {
            for (word, it) in &space.vectors[at] {
                (0..k).for_each(|f| up[f * terms + word] += left[at * k + f] * it);
            }
        }
        let square = gram(k, size, |f, at| left[at * k + f]);
        for word in 0..terms {
            let down: Vec<f64> =
                (0..k).map(|f| (0..k).map(|g| square[f * k + g] * right[g * terms + word]).sum()).collect();
            (0..k).for_each(|f| right[f * terms + word] *= up[f * terms + word] / (down[f] + 1e-12));
        }
        let square = gram(k, terms, |f, word| right[f * terms + word]);
        for at in 0..size {
            let up =
                |f: usize| -> f64 { space.vectors[at].iter().map(|(word, it)| it * right[f * terms + word]).sum() };
            let down: Vec<f64> = (0..k).map(|f| (0..k).map(|g| square[f * k + g] * left[at * k + g]).sum()).collect();
            (0..k).for_each(|f| left[at * k + f] *= up(f) / (down[f] + 1e-12));
        }
    }
    let best = |row: &[f64]| (0..k).max_by(|a, b| row[*a].total_cmp(&row[*b])).unwrap_or(0);
    left.chunks(k).map(best).collect()
}

fn gram(k: usize, size: usize, at: impl Fn(usize, usize) -> f64) -> Vec<f64> {
    let mut square = vec![0.0; k * k];
    for f in 0..k {
        for g in 0..k {
            square[f * k + g] = (0..size).map(|it| at(f, it) * at(g, it)).sum();
        }
    }
    square
}

/// Texts in the order of LexRank: the stationary walk over texts whose cosine is at least 0.1 (Erkan and Radev 2004).
pub fn lex_rank(space: &Space) -> Vec<usize> {
    let size = space.len();
    let links: Vec<Vec<usize>> =
        (0..size).map(|one| (0..size).filter(|it| one == *it || space.cosine(one, *it) >= 0.1).collect()).collect();
    let mut rank = vec![1.0 / size as f64; size];
    for _ in 0..100 {
        let mut next = vec![0.15 / size as f64; size];
        for (one, links) in links.iter().enumerate() {
            links.iter().for_each(|it| next[*it] += 0.85 * rank[one] / links.len() as f64);
        }
        rank = next;
    }
    ordered(size, |at| rank[at])
}

/// Texts in the order of SumBasic: the text of the most probable words, whose probability is then squared (Nenkova and
/// Vanderwende 2005).
pub fn sum_basic(space: &Space) -> Vec<usize> {
    let all: f64 = space.words.iter().map(Vec::len).sum::<usize>() as f64;
    let mut chance = vec![0.0; space.terms.len()];
    space.words.iter().flatten().for_each(|word| chance[*word] += 1.0 / all);
    let (mut left, mut order): (Vec<usize>, Vec<usize>) = ((0..space.len()).collect(), Vec::new());
    while !left.is_empty() {
        let mean = |at: usize| {
            let words = &space.words[at];
            words.iter().map(|word| chance[*word]).sum::<f64>() / words.len().max(1) as f64
        };
        let place = (0..left.len()).max_by(|a, b| mean(left[*a]).total_cmp(&mean(left[*b])).then(b.cmp(a))).unwrap();
        let at = left.remove(place);
        space.words[at].iter().for_each(|word| chance[*word] *= chance[*word]);
        order.push(at);
    }
    order
}

/// Texts by length in words, the longest first.
pub fn longest(texts: &[String]) -> Vec<usize> {
    ordered(texts.len(), |at| texts[at].split_whitespace().count() as f64)
}

/// All in the order of a score, the highest first, of equals the first.
pub fn ordered(size: usize, score: impl Fn(usize) -> f64) -> Vec<usize> {
    let mut order: Vec<usize> = (0..size).collect();
    order.sort_by(|a, b| score(*b).total_cmp(&score(*a)));
    order
}

/// Of each group, the text nearest to the group's others.
pub fn central(space: &Space, labels: &[usize]) -> Vec<usize> {
    let mut groups: Vec<usize> = labels.to_vec();
    groups.sort_unstable();
    groups.dedup();
    let members = |group: usize| (0..labels.len()).filter(move |at| labels[*at] == group);
    let near = |at: usize| members(labels[at]).map(|it| space.cosine(at, it)).sum::<f64>();
    groups.into_iter().filter_map(|group| members(group).max_by(|a, b| near(*a).total_cmp(&near(*b)))).collect()
}

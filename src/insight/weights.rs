//! What each term of each text weighs: `(1 + ln tf) * (ln((1 + N) / (1 + df)) + 1)`, scaled to a vector of length one
//! (`spec/synthesis.md` C.2, step 2). A text without a term keeps an empty vector.

use std::collections::HashMap;

use super::number::{count, ln};

/// A vector by term, sorted by term.
pub type Sparse = Vec<(usize, f64)>;

/// The vectors of a set of texts, and in how many of them each term stands.
#[derive(Clone, Debug, Default)]
pub struct Weights {
    /// One for each text.
    pub vectors: Vec<Sparse>,
    /// How many texts have the term, by term.
    pub documents: Vec<usize>,
    /// What a term weighs by its rarity, by term.
    pub rarity: Vec<f64>,
}

impl Weights {
    /// Weighs the terms of each text, given with their repetitions. Terms are numbered as they come.
    pub fn of<S: AsRef<str>>(texts: &[Vec<S>]) -> Weights {
        let mut numbers: HashMap<&str, usize> = HashMap::new();
        let mut documents: Vec<usize> = Vec::new();
        let mut counts: Vec<Vec<(usize, usize)>> = Vec::with_capacity(texts.len());
        for terms in texts {
            let mut found: Vec<usize> = Vec::with_capacity(terms.len());
            for term in terms {
                let next = numbers.len();
                found.push(*numbers.entry(term.as_ref()).or_insert(next));
            }
            documents.resize(numbers.len(), 0);
            found.sort_unstable();
            let times: Vec<(usize, usize)> = found.chunk_by(|a, b| a == b).map(|it| (it[0], it.len())).collect();
            times.iter().for_each(|(term, _)| documents[*term] += 1);
            counts.push(times);
        }
        let all = count(texts.len());
        let rarity: Vec<f64> = documents.iter().map(|df| ln((1.0 + all) / (1.0 + count(*df))) + 1.0).collect();
        let vectors = counts.iter().map(|times| unit(times, &rarity)).collect();
        Weights { vectors, documents, rarity }
    }

    /// The cosine of every two of these texts, row by row: what they share, term by term in the order of the terms.
    pub fn gram(&self, texts: &[usize]) -> Vec<f64> {
        let size = texts.len();
        let mut owners: Vec<Vec<(usize, f64)>> = vec![Vec::new(); self.documents.len()];
        let mut gram = vec![0.0; size * size];
        for (at, text) in texts.iter().enumerate() {
            let row = &mut gram[at * size..at * size + size];
            for (term, weight) in &self.vectors[*text] {
                owners[*term].push((at, *weight));
                owners[*term].iter().for_each(|(other, its)| row[*other] += weight * its);
            }
        }
        for at in 0..size {
            for other in 0..at {
                gram[other * size + at] = gram[at * size + other];
            }
        }
        gram
    }

    /// The cosine of a text with each group, in the mean over the group's texts.
    pub fn nearness(&self, text: usize, groups: &[Vec<usize>]) -> Vec<f64> {
        let mine = &self.vectors[text];
        let cosine = |other: &Sparse| -> f64 {
            let shared = mine.iter().filter_map(|(term, weight)| {
                let at = other.binary_search_by_key(term, |(its, _)| *its).ok()?;
                Some(weight * other[at].1)
            });
            shared.sum()
        };
        let sum = |group: &Vec<usize>| group.iter().map(|it| cosine(&self.vectors[*it])).sum::<f64>();
        groups.iter().map(|group| sum(group) / count(group.len().max(1))).collect()
    }
}

fn unit(times: &[(usize, usize)], rarity: &[f64]) -> Sparse {
    let weighed: Sparse = times.iter().map(|(term, tf)| (*term, (1.0 + ln(count(*tf))) * rarity[*term])).collect();
    let length = weighed.iter().map(|(_, weight)| weight * weight).sum::<f64>().sqrt();
    weighed.into_iter().map(|(term, weight)| (term, weight / length)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_vector_has_length_one_or_none() {
        let weights = Weights::of(&[vec!["a", "b", "a"], vec![], vec!["b", "c"]]);
        let gram = weights.gram(&[0, 1, 2]);
        assert!((gram[0] - 1.0).abs() < 1e-12 && (gram[8] - 1.0).abs() < 1e-12);
        assert_eq!((gram[4], gram[1], gram[3]), (0.0, 0.0, 0.0), "a text without terms is like nothing");
        assert!(gram[2] > 0.0 && gram[2] == gram[6]);
        assert_eq!(weights.documents, [1, 2, 1]);
    }
}

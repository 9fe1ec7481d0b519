//! The plain space in which the baselines work: lower-case words without stop words, weighed by TF-IDF, length one.
//! Written anew here, so that a fault of whybuy's own words does not help it.

use std::collections::BTreeMap;

use whybuy::insight::english::English;

/// Texts as sparse vectors.
pub struct Space {
    /// The words of each text, with repetitions, as numbers.
    pub words: Vec<Vec<usize>>,
    /// The words.
    pub terms: Vec<String>,
    /// Each with the weight of each of its words, by word.
    pub vectors: Vec<Vec<(usize, f64)>>,
}

/// The words of a text: letters and digits between anything else.
pub fn tokens(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty()).map(str::to_lowercase).collect()
}

impl Space {
    pub fn of(texts: &[String]) -> Space {
        let english = English::default();
        let (mut places, mut terms) = (BTreeMap::new(), Vec::new());
        let words: Vec<Vec<usize>> = texts
            .iter()
            .map(|text| {
                let kept = tokens(text).into_iter().filter(|it| !english.is_stop(it));
                kept.map(|word| {
                    *places.entry(word.clone()).or_insert_with(|| {
                        terms.push(word);
                        terms.len() - 1
                    })
                })
                .collect()
            })
            .collect();
        let mut texts_with = vec![0.0_f64; terms.len()];
        let counted: Vec<BTreeMap<usize, f64>> = words
            .iter()
            .map(|words| {
                let mut counts = BTreeMap::new();
                words.iter().for_each(|word| *counts.entry(*word).or_insert(0.0) += 1.0);
                counts.keys().for_each(|word| texts_with[*word] += 1.0);
                counts
            })
            .collect();
        let all = texts.len() as f64;
        let vectors = counted.into_iter().map(|counts| {
            let weigh =
                |(word, times): (usize, f64)| (word, times * (((1.0 + all) / (1.0 + texts_with[word])).ln() + 1.0));
            let vector: Vec<(usize, f64)> = counts.into_iter().map(weigh).collect();
            let length = vector.iter().map(|(_, it)| it * it).sum::<f64>().sqrt().max(f64::MIN_POSITIVE);
            vector.into_iter().map(|(word, it)| (word, it / length)).collect()
        });
        let vectors = vectors.collect();
        Space { words, terms, vectors }
    }

    pub fn len(&self) -> usize {
        self.vectors.len()
    }

    pub fn cosine(&self, one: usize, other: usize) -> f64 {
        let (mut a, mut b, mut sum) = (0, 0, 0.0);
        let (one, other) = (&self.vectors[one], &self.vectors[other]);
        while a < one.len() && b < other.len() {
            match one[a].0.cmp(&other[b].0) {
                std::cmp::Ordering::Less => a += 1,
                std::cmp::Ordering::Greater => b += 1,
                std::cmp::Ordering::Equal => {
                    sum += one[a].1 * other[b].1;
                    (a, b) = (a + 1, b + 1);
                }
            }
        }
        sum
    }
}

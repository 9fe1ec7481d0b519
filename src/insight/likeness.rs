//! How alike every two texts are: half by their words, half by their letters, and the same after one step of
//! smoothing, in which each text takes on what its neighbours are like (`spec/synthesis.md` C.2, steps 3 and 4).

use super::number::count;
use super::terms::Reading;
use super::weights::Weights;

/// How much a text takes on from its neighbours.
const SMOOTHING: f64 = 0.7;
/// Rows and columns of a block of the product, so that it stays in the cache.
const BLOCK: usize = 64;

/// A symmetric table of likeness, 0 to 1; 1 of a text with itself, 0 of a text without a content word with anything.
#[derive(Clone, Debug, PartialEq)]
pub struct Likeness {
    size: usize,
    cells: Vec<f64>,
}

/// The vectors of a set of texts, by words and by letters.
pub struct Vectors {
    words: Weights,
    letters: Weights,
}

impl Vectors {
    /// Weighs the words and letters of texts.
    pub fn of(readings: &[Reading]) -> Vectors {
        let words: Vec<Vec<&str>> =
            readings.iter().map(|it| it.content().map(|word| word.key.as_str()).collect()).collect();
        let letters: Vec<Vec<String>> = readings.iter().map(Reading::grams).collect();
        Vectors { words: Weights::of(&words), letters: Weights::of(&letters) }
    }

    /// How alike these texts are, by their place in the list.
    pub fn likeness(&self, texts: &[usize]) -> Likeness {
        let mut cells = self.words.gram(texts);
        for (cell, by_letters) in cells.iter_mut().zip(self.letters.gram(texts)) {
            *cell = (0.5 * (*cell + by_letters)).min(1.0);
        }
        Likeness { size: texts.len(), cells }
    }

    /// How alike a text is to each group, in the mean over the group's texts.
    pub fn nearness(&self, text: usize, groups: &[Vec<usize>]) -> Vec<f64> {
        let (words, letters) = (self.words.nearness(text, groups), self.letters.nearness(text, groups));
        words.iter().zip(letters).map(|(by_words, by_letters)| 0.5 * (by_words + by_letters)).collect()
    }
}

impl Likeness {
    /// How alike all texts of a set are.
    pub fn of(readings: &[Reading]) -> Likeness {
        Vectors::of(readings).likeness(&(0..readings.len()).collect::<Vec<_>>())
    }

    /// How many texts there are.
    pub fn size(&self) -> usize {
        self.size
    }

    /// How alike two texts are.
    pub fn at(&self, one: usize, other: usize) -> f64 {
        self.cells[one * self.size + other]
    }

    /// How alike a text is to the others of a group that it is in, in the mean; 0 where there are no others.
    pub fn mean_to_others(&self, at: usize, group: &[usize]) -> f64 {
        let sum: f64 = group.iter().filter(|it| **it != at).map(|it| self.at(at, *it)).sum();
        if group.len() < 2 { 0.0 } else { sum / count(group.len() - 1) }
    }

    /// What one text is like, text by text.
    pub fn row(&self, at: usize) -> &[f64] {
        &self.cells[at * self.size..(at + 1) * self.size]
    }

    /// `M S Mᵀ` with `M = I + 0.7 P`, where P is the likeness to others scaled to rows of sum one, again with ones on
    /// the diagonal.
    pub fn smoothed(&self) -> Likeness {
        let size = self.size;
        let mut mixer = self.cells.clone();
        for at in 0..size {
            let row = &mut mixer[at * size..(at + 1) * size];
            row[at] = 0.0;
            let sum: f64 = row.iter().sum();
            if sum > 0.0 {
                row.iter_mut().for_each(|cell| *cell *= SMOOTHING / sum);
            }
            row[at] = 1.0;
        }
        let half = product(&mixer, &self.cells, size, Part::Whole);
        // (M S) Mᵀ is symmetric, so it is also M (M S)ᵀ.
        let mut cells = product(&mixer, &transposed(&half, size), size, Part::Lower);
        let scale: Vec<f64> = (0..size).map(|at| cells[at * size + at].sqrt()).collect();
        for one in 0..size {
            for other in 0..=one {
                let by = scale[one] * scale[other];
                let cell = if by > 0.0 { (cells[one * size + other] / by).clamp(0.0, 1.0) } else { 0.0 };
                cells[one * size + other] = cell;
                cells[other * size + one] = cell;
            }
        }
        Likeness { size, cells }
    }
}

/// What of a product is wanted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Whole,
    /// The diagonal and what stands below it: the rest of a symmetric table is the same.
    Lower,
}

/// The product of two square tables, in blocks; each cell is summed in the order of the rows of the second.
fn product(left: &[f64], right: &[f64], size: usize, part: Part) -> Vec<f64> {
    let mut out = vec![0.0; size * size];
    for from in (0..size).step_by(BLOCK) {
        let until = (from + BLOCK).min(size);
        for row in 0..size {
            let width = if part == Part::Lower { row + 1 } else { size };
            let target = &mut out[row * size..row * size + width];
            for middle in from..until {
                let by = left[row * size + middle];
                if by == 0.0 {
                    continue;
                }
                let source = &right[middle * size..middle * size + width];
                target.iter_mut().zip(source).for_each(|(cell, it)| *cell += by * it);
            }
        }
    }
    out
}

fn transposed(table: &[f64], size: usize) -> Vec<f64> {
    let mut out = vec![0.0; size * size];
    for row in 0..size {
        for column in 0..size {
            out[column * size + row] = table[row * size + column];
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::terms::Reader;
    use super::*;

    fn likeness(texts: &[&str]) -> Likeness {
        let reader = Reader::default();
        Likeness::of(&texts.iter().map(|it| reader.read(it)).collect::<Vec<_>>())
    }

    #[test]
    fn what_shares_words_is_alike_and_smoothing_keeps_the_order() {
        let table = likeness(&["the delivery was late", "a late delivery", "the price went up", "", "!!!"]);
        assert!(table.at(0, 1) > table.at(0, 2));
        let smooth = table.smoothed();
        assert!(smooth.at(0, 1) > smooth.at(0, 2));
        for at in 0..5 {
            assert_eq!((table.at(3, at), table.at(4, at), smooth.at(3, at)), (0.0, 0.0, 0.0));
            assert!(smooth.row(at).iter().all(|it| (0.0..=1.0).contains(it)));
        }
    }
}

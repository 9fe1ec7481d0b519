//! Sets of documents of one segment, as bits, and sets with what each document in them is worth. What is in them is
//! found in `gather` and counted in `count`.

use tantivy::DocId;

/// A set of documents of one segment.
#[derive(Clone, Debug, Default)]
pub struct Bits {
    words: Vec<u64>,
}

impl Bits {
    /// Makes it an empty set for so many documents.
    pub fn clear(&mut self, count: DocId) {
        self.words.clear();
        self.words.resize(count.div_ceil(64) as usize, 0);
    }

    /// Makes it the set of all of so many documents.
    pub fn fill(&mut self, count: DocId) {
        self.clear(count);
        self.words.fill(u64::MAX);
        if let Some(last) = self.words.last_mut().filter(|_| !count.is_multiple_of(64)) {
            *last = (1 << (count % 64)) - 1;
        }
    }

    /// Puts a document in; whether it was there before.
    #[inline]
    pub fn put(&mut self, doc: DocId) -> bool {
        let bit = 1 << (doc % 64);
        let Some(word) = self.words.get_mut(doc as usize / 64) else { return false };
        let was = *word & bit != 0;
        *word |= bit;
        was
    }

    /// Whether a document is in it.
    #[inline]
    pub fn holds(&self, doc: DocId) -> bool {
        self.words.get(doc as usize / 64).is_some_and(|word| word >> (doc % 64) & 1 == 1)
    }

    /// How many documents are in it.
    pub fn count(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Tells of every document, in order.
    #[inline]
    pub fn each(&self, mut take: impl FnMut(DocId)) {
        let mut base: DocId = 0;
        for word in &self.words {
            let mut left = *word;
            while left != 0 {
                take(base + left.trailing_zeros());
                left &= left - 1;
            }
            base += 64;
        }
    }
}

/// A set with what each document in it is worth, in quarters; of others nothing is said.
#[derive(Debug, Default)]
pub struct Worths<N> {
    /// Which.
    pub bits: Bits,
    /// By document.
    pub worth: Vec<N>,
}

impl<N: Copy + Default> Worths<N> {
    /// Makes it empty, with room for so many documents.
    pub fn clear(&mut self, count: DocId) {
        self.bits.clear(count);
        if self.worth.len() < count as usize {
            self.worth.resize(count as usize, N::default());
        }
    }
}

impl Worths<u8> {
    /// Puts a document in; of two worths the better one counts.
    #[inline]
    pub fn put(&mut self, doc: DocId, worth: u8) {
        let was = self.bits.put(doc);
        if let Some(best) = self.worth.get_mut(doc as usize) {
            *best = if was { worth.max(*best) } else { worth };
        }
    }
}

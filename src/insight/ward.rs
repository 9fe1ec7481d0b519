//! Ward's clustering of texts by their likeness: the chain of nearest neighbours, in the square of the number of texts.
//! Of equally near neighbours the one before in the chain wins, then the first; so the tree is the same for the same
//! table. How many themes to cut the tree into is decided in `themes`.

use super::likeness::Likeness;

/// Two clusters become one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Merge {
    /// A text of the one.
    pub one: usize,
    /// A text of the other.
    pub other: usize,
    /// The squared distance at which they meet.
    pub height: f64,
}

/// The whole tree: one merge fewer than there are texts, the lowest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Tree {
    size: usize,
    merges: Vec<Merge>,
}

impl Tree {
    /// The tree over texts, whose squared distance is `2 - 2 likeness`.
    pub fn of(likeness: &Likeness) -> Tree {
        let size = likeness.size();
        let mut chain = Chain::new(likeness);
        let mut merges: Vec<Merge> = Vec::with_capacity(size.saturating_sub(1));
        while merges.len() + 1 < size {
            merges.push(chain.next_merge());
        }
        // Equal heights keep the order in which they were found.
        merges.sort_by(|a, b| a.height.total_cmp(&b.height));
        Tree { size, merges }
    }

    /// The height of the merge that leaves `k` clusters; 0 where there is none.
    pub fn height_to(&self, k: usize) -> f64 {
        self.size.checked_sub(k + 1).and_then(|at| self.merges.get(at)).map_or(0.0, |it| it.height)
    }

    /// The texts in `k` clusters (at least one, at most one for each text), each a list of texts in order, the clusters by
    /// their first text.
    pub fn cut(&self, k: usize) -> Vec<Vec<usize>> {
        let mut parent: Vec<usize> = (0..self.size).collect();
        let kept = self.size.saturating_sub(k.max(1)).min(self.merges.len());
        for merge in &self.merges[..kept] {
            let (one, other) = (root(&mut parent, merge.one), root(&mut parent, merge.other));
            parent[one.max(other)] = one.min(other);
        }
        let mut place: Vec<Option<usize>> = vec![None; self.size];
        let mut clusters: Vec<Vec<usize>> = Vec::new();
        for text in 0..self.size {
            let root = root(&mut parent, text);
            let at = *place[root].get_or_insert_with(|| {
                clusters.push(Vec::new());
                clusters.len() - 1
            });
            clusters[at].push(text);
        }
        clusters
    }
}

fn root(parent: &mut [usize], mut at: usize) -> usize {
    while parent[at] != at {
        parent[at] = parent[parent[at]];
        at = parent[at];
    }
    at
}

/// The chain of nearest neighbours with the distances of the clusters that are left; a cluster is named by a text of it.
struct Chain {
    size: usize,
    distances: Vec<f64>,
    weight: Vec<f64>,
    left: Vec<usize>,
    chain: Vec<usize>,
}

impl Chain {
    fn new(likeness: &Likeness) -> Chain {
        let size = likeness.size();
        let mut distances = Vec::with_capacity(size * size);
        for at in 0..size {
            distances.extend(likeness.row(at).iter().map(|it| 2.0 - 2.0 * it));
        }
        Chain { size, distances, weight: vec![1.0; size], left: (0..size).collect(), chain: Vec::new() }
    }

    /// Follows nearest neighbours until two are each other's, and joins them.
    fn next_merge(&mut self) -> Merge {
        if self.chain.is_empty() {
            self.chain.extend(self.left.first());
        }
        loop {
            let last = self.chain.len() - 1;
            let top = self.chain[last];
            let before = last.checked_sub(1).map(|at| self.chain[at]);
            let (nearest, distance) = self.nearest(top, before);
            if Some(nearest) == before {
                self.chain.truncate(last - 1);
                return self.join(nearest, top, distance);
            }
            self.chain.push(nearest);
        }
    }

    fn nearest(&self, of: usize, before: Option<usize>) -> (usize, f64) {
        let row = &self.distances[of * self.size..(of + 1) * self.size];
        let mut best = before.map_or((of, f64::INFINITY), |it| (it, row[it]));
        for other in &self.left {
            if *other != of && row[*other] < best.1 {
                best = (*other, row[*other]);
            }
        }
        best
    }

    /// Joins two clusters under the name of the second (Lance and Williams, Ward).
    fn join(&mut self, gone: usize, stays: usize, height: f64) -> Merge {
        let (a, b) = (self.weight[gone], self.weight[stays]);
        self.left.retain(|it| *it != gone);
        for other in self.left.iter().copied().filter(|it| *it != stays) {
            let c = self.weight[other];
            let (to_gone, to_stays) =
                (self.distances[gone * self.size + other], self.distances[stays * self.size + other]);
            let joined = ((a + c) * to_gone + (b + c) * to_stays - c * height) / (a + b + c);
            self.distances[stays * self.size + other] = joined;
            self.distances[other * self.size + stays] = joined;
        }
        self.weight[stays] = a + b;
        Merge { one: gone, other: stays, height }
    }
}

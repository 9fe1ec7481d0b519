//! Candidate themes: texts in groups that say something like the same, with a rule of its own for how many. Candidates
//! only: a person accepts, renames, merges and drops them. What the texts are, and who wrote them, is known elsewhere.

use super::likeness::{Likeness, Vectors};
use super::number::{count, ln};
use super::terms::{self, Reading};
use super::ward::Tree;

/// Texts that are grouped by each other; of a larger set as many, evenly spread, and the others join the group that
/// they are nearest to. It bounds the work, which grows with the third power.
pub const MOST: usize = 1_500;
/// A text that is less alike to the others of its group, in the mean, stays unsorted.
const LEAST_LIKE: f64 = 0.02;
/// The rule of thumb for the number of groups is the root of half the texts, from two to this.
const RULE_OF_THUMB_MOST: usize = 12;
/// A gap that lies away from the rule of thumb counts less: by half at this distance of the logarithms.
const NEAR: f64 = 0.6;
/// A smaller gap is none, and the rule of thumb holds.
const LEAST_GAP: f64 = 0.15;

/// A set of texts, read and compared once; then it can be grouped into any number of themes.
pub struct Texts {
    /// The texts, taken apart.
    pub readings: Vec<Reading>,
    vectors: Vectors,
    /// The texts that are grouped by each other.
    core: Vec<usize>,
    /// Those that have a content word and are not among them.
    others: Vec<usize>,
    likeness: Likeness,
    tree: Tree,
}

/// The groups of a set of texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Groups {
    /// Each with its texts in order; by their first text.
    pub groups: Vec<Vec<usize>>,
    /// Texts that are like no others, in order.
    pub unsorted: Vec<usize>,
    /// Into how many the tree was cut; some may have fallen apart since.
    pub k: usize,
}

impl Texts {
    /// Reads and compares texts. Their order breaks ties, so the caller gives them in one that means something.
    pub fn of<S: AsRef<str>>(texts: &[S]) -> Texts {
        Texts::grouped_by(texts, MOST)
    }

    /// The same, where at most so many texts are grouped by each other.
    fn grouped_by<S: AsRef<str>>(texts: &[S], most: usize) -> Texts {
        let readings = terms::read_all(texts);
        let vectors = Vectors::of(&readings);
        let usable: Vec<usize> = (0..readings.len()).filter(|at| readings[*at].content().next().is_some()).collect();
        let taken = usable.len().min(most);
        let core: Vec<usize> = (0..taken).map(|at| usable[at * usable.len() / taken]).collect();
        let others = usable.into_iter().filter(|at| core.binary_search(at).is_err()).collect();
        let likeness = vectors.likeness(&core);
        let tree = Tree::of(&likeness.smoothed());
        Texts { readings, vectors, core, others, likeness, tree }
    }

    /// How many groups the texts themselves speak for: where the tree has its widest gap, weighed by how near that is to
    /// the rule of thumb; the rule of thumb where there is no gap to speak of.
    pub fn own_k(&self) -> usize {
        let size = self.core.len();
        if size < 4 {
            return 1;
        }
        let thumb = rule_of_thumb(size);
        let most = (3 * thumb).min(size / 3).max(2);
        let gap = |k: usize| {
            let (above, below) = (self.tree.height_to(k - 1), self.tree.height_to(k));
            let distance = ln(count(k) / count(thumb)) / NEAR;
            if below > 0.0 { ln(above / below) / (1.0 + distance * distance) } else { 0.0 }
        };
        let widest = (2..=most).fold((thumb, LEAST_GAP), |best, k| if gap(k) > best.1 { (k, gap(k)) } else { best });
        widest.0
    }

    /// The texts in `k` groups, or in as many as they speak for. A group of one text is none, and a text that is hardly
    /// like the others of its group stays unsorted.
    pub fn groups(&self, k: Option<usize>) -> Groups {
        if self.core.is_empty() {
            return Groups { unsorted: (0..self.readings.len()).collect(), ..Groups::default() };
        }
        let k = k.unwrap_or_else(|| self.own_k()).clamp(1, self.core.len());
        let mut groups: Vec<Vec<usize>> = self.tree.cut(k).iter().filter_map(|it| self.kept(it)).collect();
        if !groups.is_empty() {
            let cores = groups.clone();
            for text in &self.others {
                let near = self.vectors.nearness(*text, &cores);
                let best = (0..near.len()).fold(0, |best, at| if near[at] > near[best] { at } else { best });
                if near[best] >= LEAST_LIKE {
                    groups[best].push(*text);
                }
            }
        }
        groups.iter_mut().for_each(|group| group.sort_unstable());
        groups.sort_by_key(|group| group.first().copied());
        let sorted: std::collections::BTreeSet<usize> = groups.iter().flatten().copied().collect();
        let unsorted = (0..self.readings.len()).filter(|at| !sorted.contains(at)).collect();
        Groups { groups, unsorted, k }
    }

    /// The texts of a cluster that are like the others of it, if there are two.
    fn kept(&self, cluster: &[usize]) -> Option<Vec<usize>> {
        let is_like = |at: &&usize| self.likeness.mean_to_others(**at, cluster) >= LEAST_LIKE;
        let kept: Vec<usize> = cluster.iter().filter(is_like).map(|at| self.core[*at]).collect();
        (kept.len() > 1).then_some(kept)
    }

    /// How alike two of the texts are, 0 to 1.
    pub fn likeness(&self, texts: &[usize]) -> Likeness {
        self.vectors.likeness(texts)
    }

    /// How alike a text is to each group, in the mean.
    pub fn nearness(&self, text: usize, groups: &[Vec<usize>]) -> Vec<f64> {
        self.vectors.nearness(text, groups)
    }
}

/// The root of half the number of texts, rounded; from two to twelve.
fn rule_of_thumb(texts: usize) -> usize {
    // 2k - 1 <= sqrt(2n) < 2k + 1 is the rounding of sqrt(n / 2), without a rounding of the machine.
    ((2 * texts).isqrt().div_ceil(2)).clamp(2, RULE_OF_THUMB_MOST)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const LINES: [&str; 9] = [
        "도입이 늦어지면 감사 일정과 겹쳐서 걱정",
        "가격이 갱신 때 오를까 걱정",
        "감사 일정 때문에 도입이 늦어지면 안 됨",
        "갱신 가격이 많이 오를까 봐 비교함",
        "도입 늦어질까 봐 감사 전에 끝내려 함",
        "갱신할 때 가격 인상이 걱정",
        "...",
        "😀",
        "zzz qqq",
    ];

    #[test]
    fn lines_that_say_the_same_come_together() {
        let groups = Texts::of(&LINES).groups(Some(2));
        assert_eq!(groups.groups, [vec![0, 2, 4], vec![1, 3, 5]]);
        assert_eq!(groups.unsorted, [6, 7, 8]);
    }

    #[test]
    fn few_texts_or_none_are_no_fault() {
        for texts in [&[][..], &["..."], &["가격"], &["가격", "가격이"], &["가격", "감사"], &["가격", "가격", "가격"]]
        {
            for k in [None, Some(0), Some(1), Some(5), Some(usize::MAX)] {
                let groups = Texts::of(texts).groups(k);
                assert_eq!(groups.groups.concat().len() + groups.unsorted.len(), texts.len());
            }
        }
        assert_eq!(Texts::of(&["가격 인상", "가격 인상이"]).groups(None).groups, [[0, 1]]);
    }

    #[test]
    fn the_rule_of_thumb_is_the_rounded_root_of_half() {
        for n in 4..5000_usize {
            let root = (f64::from(u32::try_from(n).unwrap_or(0)) / 2.0).sqrt().round();
            assert_eq!(rule_of_thumb(n) as f64, root.clamp(2.0, 12.0), "{n}");
        }
    }

    #[test]
    fn more_texts_than_are_compared_find_their_group() {
        let texts: Vec<String> = (0..50_usize)
            .map(|at| {
                format!("{} {at}", if at % 2 == 0 { "the delivery was late" } else { "price increase at renewal" })
            })
            .collect();
        let groups = Texts::grouped_by(&texts, 30).groups(Some(2)).groups;
        assert_eq!(groups.iter().map(Vec::len).collect::<Vec<_>>(), [25, 25]);
        assert!(groups[0].iter().all(|at| at % 2 == 0));
    }

    #[test]
    fn texts_of_ten_thousand_letters_are_read() {
        let texts = ["가", "ㄱ", "a", "😀", "導", " ", "안녕 ", "it's ", "\u{1100}\u{1161}"]
            .map(|it| it.repeat(10_000 / it.chars().count()));
        let set = Texts::of(&texts);
        let groups = set.groups(None);
        assert_eq!(groups.groups.concat().len() + groups.unsorted.len(), texts.len());
        let all: Vec<usize> = (0..texts.len()).collect();
        let (likeness, smooth) = (set.likeness(&all), set.likeness(&all).smoothed());
        assert!(
            all.iter().all(|at| likeness.row(*at).iter().chain(smooth.row(*at)).all(|it| (0.0..=1.0).contains(it)))
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn any_texts_are_grouped_without_loss(texts in prop::collection::vec("(\\PC|[가-힣ㄱ-ㅣa-c 😀]){0,30}", 0..24), k in 0_usize..9) {
            let set = Texts::of(&texts);
            for groups in [set.groups(Some(k)), set.groups(None)] {
                let mut all = [groups.groups.concat(), groups.unsorted].concat();
                all.sort_unstable();
                prop_assert_eq!(all, (0..texts.len()).collect::<Vec<_>>());
            }
            prop_assert!(set.likeness.smoothed().row(0).iter().all(|it| it.is_finite()) || set.core.is_empty());
        }
    }
}

//! Which text stands for a group: the one that is most like all others of the group and reads well. Never the one that is
//! most like everything, which repeats what the majority says (`spec/synthesis.md` C.1, finding 1).

use std::collections::BTreeSet;

use super::likeness::Likeness;
use super::number::count;
use super::terms::Reading;

/// So many different content words make a text worth quoting; with fewer it says less.
const TELLING: usize = 10;
/// A text of more words is long to read.
const LONG: usize = 30;

/// How well a text reads as a quote, 0 to 1: it tells something, and is not long.
pub fn quality(reading: &Reading) -> f64 {
    let types: BTreeSet<&str> = reading.content().map(|word| word.key.as_str()).collect();
    let words = reading.words.len().max(1);
    (count(types.len()) / count(TELLING)).min(1.0) * (count(LONG) / count(words)).min(1.0)
}

/// Of a group, the text that is most like its texts and reads well; the first of equals. `likeness` and `readings` are
/// those of the same texts; none for no text.
pub fn medoid(readings: &[Reading], likeness: &Likeness, group: &[usize]) -> Option<usize> {
    best(group, |at| quality(&readings[at]) * group.iter().map(|it| likeness.at(at, *it)).sum::<f64>())
}

/// Of the third of a group that is most like its texts, the shortest: the subtitle of its name.
pub fn short_central(readings: &[Reading], likeness: &Likeness, group: &[usize]) -> Option<usize> {
    let mut central: Vec<(f64, usize)> =
        group.iter().map(|at| (group.iter().map(|it| likeness.at(*at, *it)).sum(), *at)).collect();
    central.sort_by(|a, b| b.0.total_cmp(&a.0));
    central.truncate(group.len().div_ceil(3));
    central.into_iter().map(|(_, at)| at).min_by_key(|at| (readings[*at].text.chars().count(), *at))
}

/// Texts that leave none far from all of them: each next one is that which brings the others nearest (facility
/// location). For texts that are in no groups.
pub fn spread(readings: &[Reading], likeness: &Likeness, k: usize) -> Vec<usize> {
    let all: Vec<usize> = (0..readings.len()).collect();
    let (mut covered, mut chosen) = (vec![0.0_f64; all.len()], Vec::new());
    while chosen.len() < k {
        let left: Vec<usize> = all.iter().copied().filter(|at| !chosen.contains(at)).collect();
        let gain = |at: usize| {
            let nearer = all.iter().map(|it| (likeness.at(at, *it) - covered[*it]).max(0.0));
            quality(&readings[at]) * nearer.sum::<f64>()
        };
        let Some(next) = best(&left, gain) else { break };
        all.iter().for_each(|it| covered[*it] = covered[*it].max(likeness.at(next, *it)));
        chosen.push(next);
    }
    chosen
}

/// The one with the highest score, the first of equals.
pub(super) fn best(all: &[usize], score: impl Fn(usize) -> f64) -> Option<usize> {
    let scored = all.iter().map(|at| (score(*at), *at));
    scored.reduce(|best, it| if it.0 > best.0 { it } else { best }).map(|(_, at)| at)
}

#[cfg(test)]
mod tests {
    use super::super::terms::Reader;
    use super::*;

    #[test]
    fn the_quote_tells_what_the_group_says() {
        let texts = [
            "late",
            "the delivery came two weeks late and the audit was already over",
            "late delivery before the audit",
            "the weather was nice in spring and we all went out to lunch",
        ];
        let reader = Reader::default();
        let readings: Vec<Reading> = texts.iter().map(|it| reader.read(it)).collect();
        let likeness = Likeness::of(&readings);
        assert_eq!(medoid(&readings, &likeness, &[0, 1, 2]), Some(1));
        assert_eq!(short_central(&readings, &likeness, &[0, 1, 2]), Some(2));
        assert_eq!(spread(&readings, &likeness, 2), [1, 3]);
        assert_eq!(spread(&readings, &likeness, 9).len(), 4);
        assert_eq!((medoid(&readings, &likeness, &[]), short_central(&[], &likeness, &[])), (None, None));
    }
}
